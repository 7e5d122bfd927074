//! One kept-alive connection, spoken to in bytes: small enough that the hub is measured and not
//! the one who asks.

use std::net::SocketAddr;

use anyhow::{Context, Result, bail};
use serde_json::Value;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

/// The connection.
#[derive(Debug)]
pub struct Wire {
    stream: TcpStream,
    buffer: Vec<u8>,
}

/// What came back. It lies in the connection's own buffer until the next question.
#[derive(Debug)]
pub struct Reply<'a> {
    /// The status.
    pub status: u16,
    /// The headers, each on a line.
    pub head: &'a str,
    /// The body.
    pub body: &'a [u8],
}

/// What came back, to be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The status.
    pub status: u16,
    /// The headers in order of name, without the date.
    pub headers: Vec<String>,
    /// The body.
    pub body: String,
}

impl Wire {
    /// Connects.
    ///
    /// # Errors
    /// Nobody listens.
    pub async fn open(address: SocketAddr) -> Result<Self> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        Ok(Self {
            stream,
            buffer: Vec::with_capacity(4_096),
        })
    }

    /// Sends a request as it is and waits for the whole answer.
    ///
    /// # Errors
    /// The other side hangs up, or answers what we do not read.
    pub async fn ask(&mut self, request: &[u8]) -> Result<Reply<'_>> {
        self.stream.write_all(request).await?;
        self.buffer.clear();
        let end = loop {
            if let Some(end) = find(&self.buffer, b"\r\n\r\n") {
                break end;
            }
            self.more().await?;
        };
        let head = std::str::from_utf8(&self.buffer[..end]).context("headers are not text")?;
        let status = head.get(9..12).and_then(|digits| digits.parse().ok());
        let status = status.context("no status")?;
        let length = match status {
            // It has no body, and so no length (RFC 9110, 8.6).
            204 => 0,
            _ => length(head).context("an answer without its length")?,
        };
        let (from, to) = (end + 4, end + 4 + length);
        while self.buffer.len() < to {
            self.more().await?;
        }
        Ok(Reply {
            status,
            head: std::str::from_utf8(&self.buffer[..end])?,
            body: &self.buffer[from..to],
        })
    }

    async fn more(&mut self) -> Result<()> {
        if self.stream.read_buf(&mut self.buffer).await? == 0 {
            bail!("the hub hung up");
        }
        Ok(())
    }
}

impl Reply<'_> {
    /// A copy to keep.
    #[must_use]
    pub fn kept(&self) -> Answer {
        let mut headers: Vec<String> = self
            .head
            .lines()
            .skip(1)
            .filter(|line| !line.to_ascii_lowercase().starts_with("date:"))
            .map(str::to_owned)
            .collect();
        headers.sort();
        Answer {
            status: self.status,
            headers,
            body: String::from_utf8_lossy(self.body).into_owned(),
        }
    }
}

impl Answer {
    /// The body as JSON; nothing where it is none.
    #[must_use]
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or(Value::Null)
    }

    /// The code of a refusal.
    #[must_use]
    pub fn code(&self) -> String {
        let json = self.json();
        json["error"]["code"]
            .as_str()
            .unwrap_or_default()
            .to_owned()
    }
}

/// A request without a body.
#[must_use]
pub fn get(path: &str) -> Vec<u8> {
    format!("GET {path} HTTP/1.1\r\nhost: hub\r\n\r\n").into_bytes()
}

/// A request with a body of some kind.
#[must_use]
pub fn post(path: &str, kind: &str, body: &[u8]) -> Vec<u8> {
    let length = body.len();
    let head = format!(
        "POST {path} HTTP/1.1\r\nhost: hub\r\ncontent-type: {kind}\r\ncontent-length: {length}\r\n\r\n"
    );
    [head.as_bytes(), body].concat()
}

/// One question on a connection of its own.
///
/// # Errors
/// As [`Wire::ask`].
pub async fn once(address: SocketAddr, request: &[u8]) -> Result<Answer> {
    Ok(Wire::open(address).await?.ask(request).await?.kept())
}

fn find(hay: &[u8], needle: &[u8]) -> Option<usize> {
    hay.windows(needle.len()).position(|part| part == needle)
}

fn length(head: &str) -> Option<usize> {
    let line = head.lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.eq_ignore_ascii_case("content-length").then_some(value)
    })?;
    line.trim().parse().ok()
}
