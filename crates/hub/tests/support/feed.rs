//! A small server on loopback that has a feed, or behaves badly.

use std::{
    io::Write,
    net::SocketAddr,
    sync::{Arc, Mutex},
    time::Duration,
};

use flate2::{Compression, write::GzEncoder};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
};

/// How the server behaves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Manner {
    /// Has this, of this type, with a tag; says 304 to who has it.
    Has(Vec<u8>, &'static str),
    /// The same gzipped, without a tag.
    Packed(Vec<u8>),
    /// Hangs up before it says anything.
    HangsUp,
    /// Takes the question and never answers.
    Silent,
    /// A byte now and then, for ever.
    Trickles,
    /// Promises more than it sends.
    Half(Vec<u8>),
    /// The same in chunks, of which the last is missing.
    HalfChunked(Vec<u8>),
    /// A status with a body that says nothing.
    Says(u16),
    /// The same, and asks to be left alone for so many seconds.
    Busy(u32),
    /// Sends on to itself, for ever.
    Loops,
    /// Sends on to this address.
    SendsTo(String),
    /// Fifty megabytes, told before.
    Huge,
    /// Fifty megabytes in chunks.
    HugeChunked,
    /// A few kB of gzip that are sixty-four megabytes.
    Bomb(Vec<u8>),
    /// Gzip that stops in the middle.
    HalfPacked(Vec<u8>),
    /// Says 304 to everybody.
    NothingNew,
    /// Something that is no HTTP.
    Nonsense,
}

pub(crate) struct FeedServer {
    pub(crate) address: SocketAddr,
    manner: Arc<Mutex<Manner>>,
    asked: Arc<Mutex<Vec<String>>>,
}

impl FeedServer {
    pub(crate) async fn start(manner: Manner) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let server = Self {
            address: listener.local_addr().unwrap(),
            manner: Arc::new(Mutex::new(manner)),
            asked: Arc::default(),
        };
        let (manner, asked) = (Arc::clone(&server.manner), Arc::clone(&server.asked));
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let manner = manner.lock().unwrap().clone();
                tokio::spawn(talk(stream, manner, Arc::clone(&asked)));
            }
        });
        server
    }

    /// An address with something in it that must not be told.
    pub(crate) fn url(&self) -> String {
        format!("http://{}/private-secret/feed?key=secret", self.address)
    }

    pub(crate) fn now(&self, manner: Manner) {
        *self.manner.lock().unwrap() = manner;
    }

    /// The requests that came, as they came.
    pub(crate) fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap().clone()
    }
}

fn gzipped(body: &[u8]) -> Vec<u8> {
    let mut packer = GzEncoder::new(Vec::new(), Compression::default());
    packer.write_all(body).unwrap();
    packer.finish().unwrap()
}

/// What is small when packed, and is not when it is unpacked.
pub(crate) fn bomb() -> Manner {
    let packed = gzipped(&vec![b' '; 64 << 20]);
    assert!(packed.len() < 100_000);
    Manner::Bomb(packed)
}

fn whole(head: &str, body: &[u8]) -> Vec<u8> {
    let length = body.len();
    let head = format!("HTTP/1.1 {head}\r\ncontent-length: {length}\r\n\r\n");
    [head.as_bytes(), body].concat()
}

async fn talk(mut stream: TcpStream, manner: Manner, asked: Arc<Mutex<Vec<String>>>) {
    if manner == Manner::HangsUp {
        return;
    }
    let mut request = Vec::new();
    let mut piece = [0; 1024];
    while !request.windows(4).any(|end| end == b"\r\n\r\n") {
        match stream.read(&mut piece).await {
            Ok(0) | Err(_) => return,
            Ok(length) => request.extend_from_slice(&piece[..length]),
        }
    }
    let request = String::from_utf8(request).unwrap();
    asked.lock().unwrap().push(request.clone());
    // Who hangs up has heard enough.
    let _ = answer(&mut stream, manner, &request).await;
}

const JSON: &str = "200 OK\r\ncontent-type: application/json";

#[expect(clippy::too_many_lines, reason = "a table")]
async fn answer(stream: &mut TcpStream, manner: Manner, request: &str) -> std::io::Result<()> {
    let bytes = match manner {
        Manner::Has(body, kind) => {
            let tag = format!("\"{}\"", body.len());
            let known = request.contains(&format!("if-none-match: {tag}"));
            let head = match known {
                true => format!("304 Not Modified\r\netag: {tag}"),
                false => format!("200 OK\r\ncontent-type: {kind}\r\netag: {tag}"),
            };
            let body = if known { Vec::new() } else { body };
            whole(&head, &body)
        }
        Manner::Packed(body) => whole(
            &format!("{JSON}\r\ncontent-encoding: gzip"),
            &gzipped(&body),
        ),
        Manner::HalfPacked(body) => {
            let packed = gzipped(&body);
            let half = &packed[..packed.len() / 2];
            whole(&format!("{JSON}\r\ncontent-encoding: gzip"), half)
        }
        Manner::Bomb(packed) => whole(&format!("{JSON}\r\ncontent-encoding: gzip"), &packed),
        Manner::HangsUp => Vec::new(),
        Manner::Silent => std::future::pending().await,
        Manner::Trickles => {
            stream.write_all(b"HTTP/1.1 200 OK\r\n\r\n").await?;
            loop {
                stream.write_all(b" ").await?;
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
        }
        Manner::Half(body) => {
            let head = format!(
                "HTTP/1.1 {JSON}\r\ncontent-length: {}\r\n\r\n",
                2 * body.len()
            );
            [head.as_bytes(), &body].concat()
        }
        Manner::HalfChunked(body) => {
            let head = format!("HTTP/1.1 {JSON}\r\ntransfer-encoding: chunked\r\n\r\n");
            let size = format!("{:x}\r\n", body.len());
            [head.as_bytes(), size.as_bytes(), &body, b"\r\n"].concat()
        }
        Manner::Says(status) => whole(&format!("{status} So"), b"secret"),
        Manner::Busy(seconds) => whole(&format!("503 So\r\nretry-after: {seconds}"), b"secret"),
        Manner::Loops => {
            let path = request.split(' ').nth(1).unwrap();
            whole(&format!("302 Found\r\nlocation: {path}"), b"")
        }
        Manner::SendsTo(to) => whole(&format!("301 Moved\r\nlocation: {to}"), b""),
        Manner::Huge => {
            let head = format!("HTTP/1.1 {JSON}\r\ncontent-length: 52428800\r\n\r\n");
            stream.write_all(head.as_bytes()).await?;
            return fifty(stream, false).await;
        }
        Manner::HugeChunked => {
            let head = format!("HTTP/1.1 {JSON}\r\ntransfer-encoding: chunked\r\n\r\n");
            stream.write_all(head.as_bytes()).await?;
            return fifty(stream, true).await;
        }
        Manner::NothingNew => whole("304 Not Modified", b""),
        Manner::Nonsense => b"SSH-2.0-nonsense\r\n\r\n".to_vec(),
    };
    stream.write_all(&bytes).await
}

/// Fifty megabytes, one at a time, as long as somebody takes them.
async fn fifty(stream: &mut TcpStream, chunked: bool) -> std::io::Result<()> {
    let megabyte = vec![b' '; 1 << 20];
    for _ in 0..50 {
        if chunked {
            stream.write_all(b"100000\r\n").await?;
        }
        stream.write_all(&megabyte).await?;
        if chunked {
            stream.write_all(b"\r\n").await?;
        }
    }
    stream
        .write_all(if chunked { b"0\r\n\r\n" } else { b"" })
        .await
}
