//! A mail server on loopback that takes everything, counts it and remembers the links. Bare, or
//! covered by TLS; a covered one takes no mail in the open.

use std::{
    collections::HashMap,
    net::SocketAddr,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering::Relaxed},
    },
    time::Duration,
};

use anyhow::Result;
use tokio::{
    io::{self, AsyncBufReadExt, AsyncRead, AsyncWrite, AsyncWriteExt, BufReader, Lines},
    net::{TcpListener, TcpStream},
    sync::watch,
};
use tokio_rustls::TlsAcceptor;

use super::until;

/// Letters of the random part of a link.
const TOKEN: usize = 22;

/// The mail server; ends with the runtime.
#[derive(Clone, Debug)]
pub struct Sink {
    /// Where it listens.
    pub address: SocketAddr,
    seen: Arc<Seen>,
    held: Arc<watch::Sender<bool>>,
}

/// How talk with the server is covered.
#[derive(Clone)]
pub enum Cover {
    /// Not at all.
    Bare,
    /// TLS, once it is asked for in the open (RFC 3207).
    Asked(TlsAcceptor),
    /// TLS from the first byte (RFC 8314).
    Whole(TlsAcceptor),
}

#[derive(Debug, Default)]
struct Seen {
    mails: AtomicUsize,
    /// Senders that named an address.
    named: AtomicUsize,
    /// Tokens by address, the last one last.
    tokens: Mutex<HashMap<String, Vec<String>>>,
}

impl Sink {
    /// Starts on a free port, in the open.
    ///
    /// # Errors
    /// There is none.
    pub async fn start() -> Result<Self> {
        Self::start_under(Cover::Bare).await
    }

    /// Starts on a free port.
    ///
    /// # Errors
    /// There is none.
    pub async fn start_under(cover: Cover) -> Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let sink = Self {
            address: listener.local_addr()?,
            seen: Arc::default(),
            held: Arc::new(watch::Sender::new(false)),
        };
        let (seen, held) = (Arc::clone(&sink.seen), sink.held.subscribe());
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                // A hub that is killed leaves in the middle of a sentence.
                tokio::spawn(meet(stream, cover.clone(), Arc::clone(&seen), held.clone()));
            }
        });
        Ok(sink)
    }

    /// Answers nobody until told otherwise, as a mail server that is busy: mails wait at the hub.
    pub fn hold(&self, is_held: bool) {
        self.held.send_replace(is_held);
    }

    /// How many mails came.
    #[must_use]
    pub fn mails(&self) -> usize {
        self.seen.mails.load(Relaxed)
    }

    /// How often a sender named somebody's address, whatever came of it.
    #[must_use]
    pub fn named(&self) -> usize {
        self.seen.named.load(Relaxed)
    }

    /// Waits until so many have come.
    ///
    /// # Errors
    /// They do not come.
    pub async fn wait_for(&self, mails: usize, limit: Duration) -> Result<()> {
        let what = format!("{mails} mails");
        until(&what, limit, async || {
            Ok((self.mails() >= mails).then_some(()))
        })
        .await
    }

    /// The last token that was sent to this address.
    ///
    /// # Errors
    /// None comes.
    pub async fn token(&self, address: &str) -> Result<String> {
        let what = format!("a mail to {address}");
        until(&what, Duration::from_secs(60), async || {
            let tokens = self.seen.tokens.lock();
            let tokens = tokens.unwrap_or_else(PoisonError::into_inner);
            Ok(tokens.get(address).and_then(|all| all.last()).cloned())
        })
        .await
    }

    /// Every token that was sent to anybody.
    #[must_use]
    pub fn tokens(&self) -> Vec<String> {
        let tokens = self.seen.tokens.lock();
        let tokens = tokens.unwrap_or_else(PoisonError::into_inner);
        tokens.values().flatten().cloned().collect()
    }
}

async fn meet(
    stream: TcpStream,
    cover: Cover,
    seen: Arc<Seen>,
    held: watch::Receiver<bool>,
) -> io::Result<()> {
    stream.set_nodelay(true)?;
    let mut stream = BufReader::new(stream);
    match cover {
        Cover::Whole(acceptor) => {
            let covered = acceptor.accept(stream).await?;
            talk(BufReader::new(covered), seen, held).await
        }
        Cover::Asked(acceptor) => {
            if !asked(&mut stream).await? {
                return Ok(());
            }
            let covered = acceptor.accept(stream).await?;
            answer(BufReader::new(covered), seen, held).await
        }
        Cover::Bare => talk(stream, seen, held).await,
    }
}

/// Goes on in the open until TLS is asked for; mail is not taken so.
async fn asked(stream: &mut BufReader<TcpStream>) -> io::Result<bool> {
    stream.write_all(GREETING).await?;
    let mut line = String::new();
    while stream.read_line(&mut line).await? > 0 {
        let answer: &[u8] = match verb(&line).as_str() {
            "EHLO" => b"250-sink\r\n250 STARTTLS\r\n",
            "STAR" => {
                stream.write_all(b"220 go on\r\n").await?;
                return Ok(true);
            }
            _ => b"530 Must issue a STARTTLS command first\r\n",
        };
        stream.write_all(answer).await?;
        line.clear();
    }
    Ok(false)
}

const GREETING: &[u8] = b"220 sink\r\n";

async fn talk<S: AsyncRead + AsyncWrite + Unpin>(
    mut stream: BufReader<S>,
    seen: Arc<Seen>,
    held: watch::Receiver<bool>,
) -> io::Result<()> {
    stream.write_all(GREETING).await?;
    answer(stream, seen, held).await
}

async fn answer<S: AsyncRead + AsyncWrite + Unpin>(
    stream: BufReader<S>,
    seen: Arc<Seen>,
    mut held: watch::Receiver<bool>,
) -> io::Result<()> {
    let (read, mut write) = io::split(stream);
    let mut lines = BufReader::new(read).lines();
    let mut to = String::new();
    while let Some(line) = lines.next_line().await? {
        let verb = verb(&line);
        let answer: &[u8] = match verb.as_str() {
            "EHLO" => b"250-sink\r\n250-8BITMIME\r\n250 SMTPUTF8\r\n",
            "RCPT" => {
                seen.named.fetch_add(1, Relaxed);
                to = between(&line, '<', '>').unwrap_or_default().to_owned();
                b"250 ok\r\n"
            }
            "DATA" => {
                write.write_all(b"354 go on\r\n").await?;
                write.flush().await?;
                seen.keep(&to, &text(&mut lines).await?);
                b"250 taken\r\n"
            }
            "QUIT" => b"221 bye\r\n",
            _ => b"250 ok\r\n",
        };
        // The sender is gone only when the trial is over.
        let _ = held.wait_for(|is_held| !is_held).await;
        write.write_all(answer).await?;
        write.flush().await?;
        if verb == "QUIT" {
            break;
        }
    }
    Ok(())
}

/// What a sender wants.
fn verb(line: &str) -> String {
    line.get(..4).unwrap_or_default().to_ascii_uppercase()
}

/// A mail, to its end.
async fn text(lines: &mut Lines<impl AsyncBufReadExt + Unpin>) -> io::Result<String> {
    let mut text = String::new();
    while let Some(line) = lines.next_line().await?
        && line != "."
    {
        // Quoted-printable cuts long lines with a "=" at their end.
        text.push_str(line.strip_suffix('=').unwrap_or(&line));
    }
    Ok(text)
}

impl Seen {
    fn keep(&self, to: &str, text: &str) {
        let token = text
            .find("/s/")
            .and_then(|at| text.get(at + 3..at + 3 + TOKEN));
        if let Some(token) = token {
            let tokens = self.tokens.lock();
            let mut tokens = tokens.unwrap_or_else(PoisonError::into_inner);
            tokens
                .entry(to.to_owned())
                .or_default()
                .push(token.to_owned());
        }
        self.mails.fetch_add(1, Relaxed);
    }
}

fn between(text: &str, from: char, to: char) -> Option<&str> {
    let (_, rest) = text.split_once(from)?;
    Some(rest.split_once(to)?.0)
}
