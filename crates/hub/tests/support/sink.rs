//! A small mail server on loopback that takes what it is given, or behaves badly.

use std::{
    net::SocketAddr,
    sync::{Arc, Mutex},
    time::Duration,
};

use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
    sync::Notify,
};

/// How the server behaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Manner {
    Takes,
    /// Says later to the first so many mails, and repeats the address in saying so.
    Busy(usize),
    /// Says never, and repeats the address in saying so.
    Refuses,
    /// Hangs up in the middle of the first so many mails.
    HangsUp(usize),
}

/// A mail as it came.
#[derive(Clone, Debug)]
pub(crate) struct Mail {
    pub(crate) from: String,
    pub(crate) to: String,
    pub(crate) text: String,
}

pub(crate) struct Sink {
    pub(crate) address: SocketAddr,
    mails: Arc<Mutex<Vec<Mail>>>,
    tries: Arc<Mutex<usize>>,
    arrived: Arc<Notify>,
}

impl Sink {
    pub(crate) async fn start(manner: Manner) -> Sink {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let sink = Sink {
            address: listener.local_addr().unwrap(),
            mails: Arc::default(),
            tries: Arc::default(),
            arrived: Arc::default(),
        };
        let (mails, tries) = (Arc::clone(&sink.mails), Arc::clone(&sink.tries));
        let arrived = Arc::clone(&sink.arrived);
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let talk = talk(stream, manner, Arc::clone(&mails), Arc::clone(&tries));
                let arrived = Arc::clone(&arrived);
                tokio::spawn(async move {
                    let _ = talk.await;
                    arrived.notify_waiters();
                });
            }
        });
        sink
    }

    pub(crate) fn url(&self) -> String {
        format!("smtp://{}", self.address)
    }

    pub(crate) fn tries(&self) -> usize {
        *self.tries.lock().unwrap()
    }

    pub(crate) fn mails(&self) -> Vec<Mail> {
        self.mails.lock().unwrap().clone()
    }

    /// Waits until so many mails have come; fails after ten seconds.
    pub(crate) async fn wait_for(&self, number: usize) -> Vec<Mail> {
        let enough = async {
            while self.mails().len() < number {
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
        };
        let waited = tokio::time::timeout(Duration::from_secs(10), enough).await;
        assert!(waited.is_ok(), "only {} mails came", self.mails().len());
        self.mails()
    }
}

impl Mail {
    /// The link in it.
    pub(crate) fn token(&self) -> String {
        // Quoted-printable cuts long lines with "=\r\n".
        let whole = self.text.replace("=\r\n", "");
        let at = whole.find("/s/").unwrap() + 3;
        whole[at..at + 22].to_owned()
    }
}

async fn talk(
    stream: TcpStream,
    manner: Manner,
    mails: Arc<Mutex<Vec<Mail>>>,
    tries: Arc<Mutex<usize>>,
) -> std::io::Result<()> {
    let (read, mut write) = stream.into_split();
    let mut lines = BufReader::new(read).lines();
    write.write_all(b"220 sink\r\n").await?;
    let (mut from, mut to) = (String::new(), String::new());
    while let Some(line) = lines.next_line().await? {
        let answer = match line
            .get(..4)
            .unwrap_or_default()
            .to_ascii_uppercase()
            .as_str()
        {
            "EHLO" => "250-sink\r\n250-8BITMIME\r\n250 SMTPUTF8\r\n".to_owned(),
            "MAIL" => {
                from = line;
                "250 ok\r\n".to_owned()
            }
            "RCPT" => {
                to = line;
                let number = {
                    let mut tries = tries.lock().unwrap();
                    *tries += 1;
                    *tries
                };
                match manner {
                    Manner::Busy(most) if number <= most => format!("451 later: {to}\r\n"),
                    Manner::Refuses => format!("550 never: {to}\r\n"),
                    Manner::HangsUp(most) if number <= most => return Ok(()),
                    _ => "250 ok\r\n".to_owned(),
                }
            }
            "DATA" => {
                write.write_all(b"354 go on\r\n").await?;
                let mut text = String::new();
                while let Some(line) = lines.next_line().await?
                    && line != "."
                {
                    text.push_str(&line);
                    text.push_str("\r\n");
                }
                mails.lock().unwrap().push(Mail {
                    from: from.clone(),
                    to: to.clone(),
                    text,
                });
                "250 taken\r\n".to_owned()
            }
            "QUIT" => return write.write_all(b"221 bye\r\n").await,
            _ => "250 ok\r\n".to_owned(),
        };
        write.write_all(answer.as_bytes()).await?;
    }
    Ok(())
}
