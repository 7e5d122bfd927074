//! A hub over SQLite and the load in one process, on two cores: signatures a second, counts a
//! second, and whether the time of an answer tells who has signed (Mann-Whitney, 2,000 tries of
//! each, interleaved). `cargo bench -p swansfeet-hub --bench signing`.
#![allow(missing_docs, clippy::unwrap_used, reason = "a bench")]
#![allow(
    dead_code,
    reason = "the support of the tests, of which this uses a part"
)]

#[path = "../tests/support/mod.rs"]
mod support;

use std::{
    net::SocketAddr,
    sync::Arc,
    time::{Duration, Instant},
};

use support::{
    built,
    signer::Drive,
    sink::{Manner, Sink},
    stats::{mann_whitney, percentile},
};
use swansfeet_hub::{
    Clock, Config, Hub, Limits, MailConfig,
    store::{Store, model::Stage, sqlite::SqliteStore},
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    sync::oneshot,
    task::JoinSet,
};

const CONNECTIONS: usize = 64;

/// How much is tried.
#[derive(Clone, Copy)]
struct Size {
    tries: usize,
    signatures: usize,
    counting: Duration,
}

/// One connection that is kept.
struct Client(TcpStream, Vec<u8>);

impl Client {
    async fn new(address: SocketAddr) -> Self {
        let stream = TcpStream::connect(address).await.unwrap();
        stream.set_nodelay(true).unwrap();
        Self(stream, vec![0; 64 * 1024])
    }

    /// Sends a request and reads its whole answer. The status.
    async fn ask(&mut self, request: &[u8]) -> u16 {
        self.0.write_all(request).await.unwrap();
        let mut length = 0;
        loop {
            length += self.0.read(&mut self.1[length..]).await.unwrap();
            let got = &self.1[..length];
            let Some(end) = got.windows(4).position(|four| four == b"\r\n\r\n") else {
                continue;
            };
            let head = std::str::from_utf8(&got[..end]).unwrap();
            let body = head
                .lines()
                .find_map(|line| line.strip_prefix("content-length: "));
            let body: usize = body.map_or(0, |body| body.parse().unwrap());
            if length >= end + 4 + body {
                return head[9..12].parse().unwrap();
            }
        }
    }
}

fn post(form: &serde_json::Value) -> Vec<u8> {
    let body = form.to_string();
    format!(
        "POST /api/demands/fifteen/signatures HTTP/1.1\r\nhost: hub\r\n\
         content-type: application/json\r\ncontent-length: {}\r\n\r\n{body}",
        body.len()
    )
    .into_bytes()
}

fn main() {
    // `cargo test --all-targets` runs it too, to see that it works; `cargo bench` measures.
    let size = if std::env::args().any(|argument| argument == "--bench") {
        Size {
            tries: 2_000,
            signatures: 5_000,
            counting: Duration::from_secs(3),
        }
    } else {
        Size {
            tries: 20,
            signatures: 128,
            counting: Duration::from_millis(100),
        }
    };
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .unwrap();
    runtime.block_on(measure(size));
}

async fn measure(size: Size) {
    let drive = Arc::new(Drive::new());
    let sink = Sink::start(Manner::Takes).await;
    let folder = built();
    let data = folder.path().join("data");
    let store = Arc::new(SqliteStore::open(&data).await.unwrap());
    store
        .add_campaign(&drive.row(Stage::Open), &[], &[])
        .await
        .unwrap();
    drive.secret(&data);
    let config = Config {
        assets: folder.path().to_owned(),
        data,
        mail: MailConfig {
            smtp: Some(sink.url().into()),
            from: Some("hello@hub.example".to_owned()),
            ..MailConfig::default()
        },
        limits: Limits {
            per_network: u32::MAX,
            per_address: 3,
            per_campaign: u32::MAX,
            puzzle_above: u32::MAX,
        },
        ..Config::default()
    };
    let hub = Hub::with_store(&config, store.clone(), Clock::system())
        .await
        .unwrap();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let (stop, stopped) = oneshot::channel::<()>();
    let serving = tokio::spawn(hub.serve(listener, async {
        let _ = stopped.await;
    }));
    counts(address, size).await;
    signatures(address, &drive, size).await;
    timing(address, &drive, &sink, size).await;
    stop.send(()).unwrap();
    serving.await.unwrap().unwrap();
}

async fn counts(address: SocketAddr, size: Size) {
    let request = b"GET /api/demands/fifteen/count HTTP/1.1\r\nhost: hub\r\n\r\n";
    let begun = Instant::now();
    let mut asking = JoinSet::new();
    for _one in 0..CONNECTIONS {
        asking.spawn(async move {
            let mut client = Client::new(address).await;
            let mut number = 0_u64;
            while begun.elapsed() < size.counting {
                assert_eq!(client.ask(request).await, 200);
                number += 1;
            }
            number
        });
    }
    let total: u64 = asking.join_all().await.into_iter().sum();
    let second = total as f64 / begun.elapsed().as_secs_f64();
    println!("counts a second: {second:.0} (asked for: 20000)");
}

async fn signatures(address: SocketAddr, drive: &Arc<Drive>, size: Size) {
    let mut sealing = JoinSet::new();
    for part in 0..2 {
        let drive = Arc::clone(drive);
        sealing.spawn_blocking(move || {
            let numbers = (0..size.signatures / 2).map(|number| number * 2 + part);
            let forms =
                numbers.map(|number| post(&drive.form("Ana", &format!("a{number}@example.org"))));
            forms.collect::<Vec<_>>()
        });
    }
    let requests: Vec<Vec<u8>> = sealing.join_all().await.concat();
    let requests = Arc::new(requests);
    let begun = Instant::now();
    let mut asking = JoinSet::new();
    for one in 0..CONNECTIONS {
        let requests = Arc::clone(&requests);
        asking.spawn(async move {
            let mut client = Client::new(address).await;
            let mut times = Vec::new();
            for request in requests.iter().skip(one).step_by(CONNECTIONS) {
                let sent = Instant::now();
                assert_eq!(client.ask(request).await, 202);
                times.push(micros(sent));
            }
            times
        });
    }
    let times = asking.join_all().await.concat();
    let second = times.len() as f64 / begun.elapsed().as_secs_f64();
    let p99 = percentile(&times, 0.99) as f64 / 1_000.0;
    println!(
        "signatures a second: {second:.0} (asked for: 1000), p99 {p99:.1} ms (asked for: 100)"
    );
}

async fn timing(address: SocketAddr, drive: &Drive, sink: &Sink, size: Size) {
    let mut client = Client::new(address).await;
    let before = sink.wait_for(size.signatures).await.len();
    let known = post(&drive.form("Ana", "known@example.org"));
    let unknown = post(&drive.form("Bob", "never@example.org"));
    assert_eq!(client.ask(&known).await, 202);
    let mail = sink.wait_for(before + 1).await.pop().unwrap();
    let confirm = format!(
        "POST /s/{}/confirm HTTP/1.1\r\nhost: hub\r\ncontent-length: 0\r\n\r\n",
        mail.token()
    );
    assert_eq!(client.ask(confirm.as_bytes()).await, 200);
    assert_eq!(client.ask(&unknown).await, 202);
    let (mut signed, mut not) = (Vec::new(), Vec::new());
    for turn in 0..size.tries {
        // Each goes first as often as the other.
        for first in [turn % 2 == 0, turn % 2 == 1] {
            let (request, times) = if first {
                (&known, &mut signed)
            } else {
                (&unknown, &mut not)
            };
            let sent = Instant::now();
            assert_eq!(client.ask(request).await, 202);
            times.push(micros(sent));
        }
    }
    let p = mann_whitney(&signed, &not);
    let tries = size.tries;
    let median = |times: &[u64]| percentile(times, 0.5);
    println!(
        "signed before {} µs, not {} µs at the median of {tries} tries each: p = {p:.3} (asked for: over 0.01)",
        median(&signed),
        median(&not)
    );
}

fn micros(since: Instant) -> u64 {
    u64::try_from(since.elapsed().as_micros()).unwrap_or(u64::MAX)
}
