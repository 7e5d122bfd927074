//! A mail server on loopback that takes everything, counts it and remembers the links.

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
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
    sync::watch,
};

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

#[derive(Debug, Default)]
struct Seen {
    mails: AtomicUsize,
    /// Tokens by address, the last one last.
    tokens: Mutex<HashMap<String, Vec<String>>>,
}

impl Sink {
    /// Starts on a free port.
    ///
    /// # Errors
    /// There is none.
    pub async fn start() -> Result<Self> {
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
                tokio::spawn(talk(stream, Arc::clone(&seen), held.clone()));
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

async fn talk(
    stream: TcpStream,
    seen: Arc<Seen>,
    mut held: watch::Receiver<bool>,
) -> std::io::Result<()> {
    stream.set_nodelay(true)?;
    let (read, mut write) = stream.into_split();
    let mut lines = BufReader::new(read).lines();
    write.write_all(b"220 sink\r\n").await?;
    let mut to = String::new();
    while let Some(line) = lines.next_line().await? {
        let verb = line.get(..4).unwrap_or_default().to_ascii_uppercase();
        let answer: &[u8] = match verb.as_str() {
            "EHLO" => b"250-sink\r\n250-8BITMIME\r\n250 SMTPUTF8\r\n",
            "RCPT" => {
                to = between(&line, '<', '>').unwrap_or_default().to_owned();
                b"250 ok\r\n"
            }
            "DATA" => {
                write.write_all(b"354 go on\r\n").await?;
                let mut text = String::new();
                while let Some(line) = lines.next_line().await?
                    && line != "."
                {
                    // Quoted-printable cuts long lines with a "=" at their end.
                    text.push_str(line.strip_suffix('=').unwrap_or(&line));
                }
                seen.keep(&to, &text);
                b"250 taken\r\n"
            }
            "QUIT" => return write.write_all(b"221 bye\r\n").await,
            _ => b"250 ok\r\n",
        };
        // The sender is gone only when the trial is over.
        let _ = held.wait_for(|is_held| !is_held).await;
        write.write_all(answer).await?;
    }
    Ok(())
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
