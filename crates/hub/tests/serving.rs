//! The hub as a running server: how it stops, and what it writes down.
#![allow(clippy::unwrap_used, reason = "tests")]

mod support;

use std::{
    net::SocketAddr,
    time::{Duration, Instant},
};

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

/// How a connection asks for nothing: what it sends at first, and what it goes on sending.
const SILENT: [(&str, &[u8], &[u8]); 4] = [
    ("nothing", b"", b""),
    (
        "half a head",
        b"GET /health HTTP/1.1\r\nhost: hub.example\r\nx-a: ",
        b"",
    ),
    (
        "a head drop by drop",
        b"GET /health HTTP/1.1\r\nx-a: ",
        b"a",
    ),
    ("half a greeting of HTTP/2", b"PRI * HTTP/2.0\r\n", b""),
];

/// Sends it until the hub hangs up.
async fn until_hung_up(address: SocketAddr, first: &[u8], more: &[u8]) {
    let mut connection = TcpStream::connect(address).await.unwrap();
    connection.write_all(first).await.unwrap();
    let mut answer = [0; 256];
    loop {
        let wait = Duration::from_millis(50);
        match tokio::time::timeout(wait, connection.read(&mut answer)).await {
            // It may hang up in the middle of what is sent.
            Ok(Ok(0) | Err(_)) => return,
            Ok(Ok(_)) => panic!("answered: {}", String::from_utf8_lossy(&answer)),
            Err(_) => drop(connection.write_all(more).await),
        }
    }
}

#[tokio::test]
async fn who_never_finishes_a_question_is_hung_up_on_and_who_asks_again_is_not() {
    let folder = support::built();
    let config = Config {
        time_limit: Duration::from_millis(400),
        ..Config::default()
    };
    let hub = open_with(folder.path(), Memory::Answers, config)
        .await
        .unwrap();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(hub.serve(listener, std::future::pending()));
    let mut kept = TcpStream::connect(address).await.unwrap();
    let question = b"GET /health HTTP/1.1\r\nhost: hub.example\r\n\r\n";
    for round in ["first", "after a pause of three times the limit"] {
        kept.write_all(question).await.unwrap();
        let mut answer = [0; 1_024];
        let read = kept.read(&mut answer).await.unwrap();
        assert!(answer[..read].starts_with(b"HTTP/1.1 200 OK"), "{round}");
        if round == "first" {
            for (what, first, more) in SILENT {
                let silent = until_hung_up(address, first, more);
                let soon = tokio::time::timeout(Duration::from_secs(10), silent).await;
                assert!(soon.is_ok(), "{what}: it was let wait");
            }
            let half = &question[..20];
            kept.write_all(half).await.unwrap();
            tokio::time::sleep(Duration::from_millis(100)).await;
            kept.write_all(&question[20..]).await.unwrap();
            assert!(kept.read(&mut answer).await.unwrap() > 0);
            tokio::time::sleep(Duration::from_millis(1_200)).await;
        }
    }
    kept.write_all(&question[..20]).await.unwrap();
    let mut answer = [0; 1_024];
    let hung_up = tokio::time::timeout(Duration::from_secs(10), kept.read(&mut answer)).await;
    assert!(
        matches!(hung_up, Ok(Ok(0) | Err(_))),
        "half a question after a whole one: {hung_up:?}"
    );
}

#[tokio::test]
async fn who_sends_far_too_much_hears_that_it_is_too_much() {
    let folder = support::built();
    let hub = open_with(folder.path(), Memory::Answers, Config::default()).await;
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(hub.unwrap().serve(listener, std::future::pending()));
    for (length, how) in [(100, "at once"), (1_024, "at once"), (1_024, "in parts")] {
        let body = vec![b' '; length * 1_024];
        let mut connection = TcpStream::connect(address).await.unwrap();
        let head = format!(
            "POST /api/demands/fifteen/signatures HTTP/1.1\r\nhost: hub.example\r\n\
             content-type: application/json\r\ncontent-length: {}\r\n\r\n",
            body.len()
        );
        connection.write_all(head.as_bytes()).await.unwrap();
        // As a browser does, which reads no answer before it has sent everything.
        for part in body.chunks(if how == "at once" { body.len() } else { 16_384 }) {
            connection.write_all(part).await.unwrap();
            if how == "in parts" {
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
        }
        let mut answer = vec![0; 1_024];
        let read = connection.read(&mut answer).await.unwrap();
        let answer = String::from_utf8_lossy(&answer[..read]).into_owned();
        assert!(
            answer.starts_with("HTTP/1.1 413"),
            "{length} {how}: {answer}"
        );
    }
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
