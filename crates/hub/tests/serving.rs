//! The hub as a running server: how it stops, and what it writes down.
#![allow(clippy::unwrap_used, reason = "tests")]

mod support;

use std::time::{Duration, Instant};

use support::{Memory, TestHub, log::Written, open_with};
use swansfeet_hub::Config;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    sync::oneshot,
};

/// Starts a hub, asks it something, tells it to stop while it is still thinking, and gives the
/// connection and how long it took to end.
async fn stopped_in_the_middle(store: Memory, config: Config) -> (TcpStream, Duration) {
    let folder = support::built();
    let hub = open_with(folder.path(), store, config).await.unwrap();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let (stop, stopped) = oneshot::channel::<()>();
    let serving = tokio::spawn(hub.serve(listener, async {
        let _ = stopped.await;
    }));
    let mut connection = TcpStream::connect(address).await.unwrap();
    let request = b"GET /ready HTTP/1.1\r\nhost: hub.example\r\n\r\n";
    connection.write_all(request).await.unwrap();
    // Long enough to arrive, and much less than the answer takes.
    tokio::time::sleep(Duration::from_millis(100)).await;
    let told = Instant::now();
    stop.send(()).unwrap();
    serving.await.unwrap().unwrap();
    (connection, told.elapsed())
}

#[tokio::test]
async fn requests_in_hand_are_answered_before_it_stops() {
    let (mut connection, _) = stopped_in_the_middle(Memory::AnswersSlowly, Config::default()).await;
    let mut answer = String::new();
    connection.read_to_string(&mut answer).await.unwrap();
    assert!(answer.starts_with("HTTP/1.1 200 OK"), "{answer}");
}

#[tokio::test]
async fn it_does_not_wait_for_ever() {
    let config = Config {
        farewell: Duration::from_millis(200),
        ..Config::default()
    };
    let (_, took) = stopped_in_the_middle(Memory::Hangs, config).await;
    assert!(took < Duration::from_secs(3), "{took:?}");
}

#[tokio::test]
async fn the_log_names_routes_and_never_people() {
    let written = Written::default();
    let log = written.log(tracing::Level::INFO);
    let _guard = tracing::subscriber::set_default(log);
    let hub = TestHub::new().await;
    let telling = [
        ("cookie", "secret-cookie"),
        ("user-agent", "secret-browser"),
        ("referer", "https://secret.example/page"),
        ("x-forwarded-for", "203.0.113.7"),
        ("forwarded", "for=203.0.113.7"),
    ];
    for path in [
        "/w/pay?theme=secret",
        "/secret-path",
        "/v1/pay.js?secret",
        "/places/secret.txt",
        "/ready",
    ] {
        hub.get(path, &telling).await;
    }
    let log = written.text();
    for word in ["secret", "203.0.113.7"] {
        assert!(!log.contains(word), "{word} in: {log}");
    }
    for word in [
        "/w/{widget}",
        "/{*file}",
        "/places/{file}",
        "/ready",
        "status=404",
        "status=200",
    ] {
        assert!(log.contains(word), "no {word} in: {log}");
    }
}
