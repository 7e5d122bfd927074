//! The way to a mail server: its address, and connections that are kept open between mails.
//!
//! Connections are made here and not by lettre, which leaves Nagle's algorithm on (RFC 896). A
//! mail's end goes out by itself, so it would wait for the other side's delayed acknowledgement:
//! some 40 ms for each mail, whatever the server can do.

use std::{
    io,
    net::SocketAddr,
    pin::Pin,
    sync::{Arc, Mutex, PoisonError},
    task::{Context, Poll},
    time::Duration,
};

use lettre::{
    address::Envelope,
    transport::smtp::{
        authentication::{Credentials, Mechanism},
        client::{AsyncSmtpConnection, AsyncTokioStream, TlsParameters},
        extension::ClientId,
    },
};
use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    net::TcpStream,
    time::Instant,
};
use tokio_rustls::{
    TlsConnector,
    client::TlsStream,
    rustls::{ClientConfig, RootCertStore, crypto::ring, pki_types::ServerName},
};
use url::Url;

use super::transport::{Failure, MailError};

/// How long a connection is kept that has nothing to do. Servers give up after minutes.
const IDLE: Duration = Duration::from_secs(30);

/// A mail server and the open connections to it.
pub(super) struct Server {
    host: String,
    port: u16,
    cover: Cover,
    credentials: Option<Credentials>,
    hello: ClientId,
    idle: Mutex<Vec<(Instant, AsyncSmtpConnection)>>,
}

/// What a connection is wrapped in.
enum Cover {
    /// Nothing: for a server on the same machine.
    None,
    /// TLS, asked for in the open.
    Asked(TlsParameters),
    /// TLS from the first byte.
    Whole(TlsConnector, ServerName<'static>),
}

impl Server {
    /// The server of `smtp://…`, `smtps://…` or `smtp+starttls://…`.
    pub(super) fn new(url: &str, hello: ClientId) -> Result<Self, MailError> {
        let url = Url::parse(url).map_err(|_| MailError::Url)?;
        let host = url.host_str().filter(|host| !host.is_empty());
        let host = host.ok_or(MailError::Url)?.to_owned();
        // RFC 8314, section 7.3, and RFC 6409, section 3.1.
        let (port, cover) = match url.scheme() {
            "smtp" if url.query().is_none() => (25, Cover::None),
            "smtp+starttls" => {
                let parameters = TlsParameters::new(host.clone());
                (587, Cover::Asked(parameters.map_err(|_| MailError::Url)?))
            }
            "smtps" => {
                let name = ServerName::try_from(host.clone()).map_err(|_| MailError::Url)?;
                (465, Cover::Whole(connector()?, name))
            }
            _ => return Err(MailError::Url),
        };
        Ok(Self {
            port: url.port().unwrap_or(port),
            credentials: credentials(&url)?,
            host,
            cover,
            hello,
            idle: Mutex::default(),
        })
    }

    /// Hands over one mail.
    pub(super) async fn send(&self, envelope: &Envelope, mail: &[u8]) -> Result<(), Failure> {
        let mut connection = match self.kept() {
            Some(connection) => connection,
            None => self.connect().await?,
        };
        // One that fails has been closed by lettre.
        connection.send(envelope, mail).await.map_err(failure)?;
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        idle.push((Instant::now(), connection));
        Ok(())
    }

    /// A connection that is still fresh; the others are closed.
    fn kept(&self) -> Option<AsyncSmtpConnection> {
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        idle.retain(|(since, _)| since.elapsed() < IDLE);
        idle.pop().map(|(_, connection)| connection)
    }

    async fn connect(&self) -> Result<AsyncSmtpConnection, Failure> {
        let tcp = TcpStream::connect((self.host.as_str(), self.port));
        let tcp = tcp.await.map_err(unreachable)?;
        tcp.set_nodelay(true).map_err(unreachable)?;
        let stream: Box<dyn AsyncTokioStream> = match &self.cover {
            Cover::None | Cover::Asked(_) => Box::new(tcp),
            Cover::Whole(connector, name) => {
                let covered = connector.connect(name.clone(), tcp).await;
                Box::new(Covered(covered.map_err(unreachable)?))
            }
        };
        let connection = AsyncSmtpConnection::connect_with_transport(stream, &self.hello);
        let mut connection = connection.await.map_err(unreachable)?;
        if let Cover::Asked(parameters) = &self.cover {
            let covered = connection.starttls(parameters.clone(), &self.hello).await;
            covered.map_err(unreachable)?;
        }
        if let Some(credentials) = &self.credentials {
            let mechanisms = [Mechanism::Plain, Mechanism::Login];
            let known = connection.auth(&mechanisms, credentials).await;
            known.map_err(failure)?;
        }
        Ok(connection)
    }
}

/// Before anybody was named, so the reason can be told to whoever runs the hub: a wrong port, a
/// certificate that nobody here trusts, a server without TLS where it was asked for.
fn unreachable(error: impl std::error::Error) -> Failure {
    let error: &dyn std::error::Error = &error;
    let why = std::iter::successors(Some(error), |error| error.source());
    let why: Vec<String> = why.map(ToString::to_string).collect();
    let why = why.join(": ");
    tracing::warn!(
        why,
        "the mail server cannot be reached in the way that is set"
    );
    Failure::ForNow
}

/// Nothing of what the server said is kept or logged: it may repeat an address.
fn failure(error: lettre::transport::smtp::Error) -> Failure {
    let code = error.status().map(u16::from);
    tracing::warn!(code, "a mail server did not take a mail");
    if error.is_permanent() {
        Failure::ForGood
    } else {
        Failure::ForNow
    }
}

/// TLS with the system's certificates.
fn connector() -> Result<TlsConnector, MailError> {
    let mut roots = RootCertStore::empty();
    roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .map_err(|_| MailError::Url)?
        .with_root_certificates(roots)
        .with_no_client_auth();
    Ok(TlsConnector::from(Arc::new(config)))
}

fn credentials(url: &Url) -> Result<Option<Credentials>, MailError> {
    let Some(password) = url.password() else {
        return Ok(None);
    };
    let plain = |text: &str| {
        let decoded = percent_encoding::percent_decode_str(text).decode_utf8();
        decoded
            .map(std::borrow::Cow::into_owned)
            .map_err(|_| MailError::Url)
    };
    Ok(Some(Credentials::new(
        plain(url.username())?,
        plain(password)?,
    )))
}

/// A connection that is TLS from the first byte, as lettre takes one.
#[derive(Debug)]
struct Covered(TlsStream<TcpStream>);

impl AsyncTokioStream for Covered {
    fn peer_addr(&self) -> io::Result<SocketAddr> {
        self.0.get_ref().0.peer_addr()
    }
}

impl AsyncRead for Covered {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        into: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.0).poll_read(cx, into)
    }
}

impl AsyncWrite for Covered {
    fn poll_write(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.0).poll_write(cx, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.0).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.0).poll_shutdown(cx)
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use lettre::{Address, address::Envelope, transport::smtp::extension::ClientId};
    use tokio::{
        io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader},
        net::TcpListener,
        time::Instant,
    };

    use super::Server;

    /// A mail server that takes everything.
    async fn takes_all(listener: TcpListener) {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(async move {
                let (read, mut write) = stream.into_split();
                let mut lines = BufReader::new(read).lines();
                let mut in_mail = false;
                let _ = write.write_all(b"220 here\r\n").await;
                while let Ok(Some(line)) = lines.next_line().await {
                    let answer: &[u8] = match line.as_str() {
                        "." if in_mail => {
                            in_mail = false;
                            b"250 taken\r\n"
                        }
                        _ if in_mail => continue,
                        "DATA" => {
                            in_mail = true;
                            b"354 go on\r\n"
                        }
                        _ => b"250 fine\r\n",
                    };
                    if write.write_all(answer).await.is_err() {
                        return;
                    }
                }
            });
        }
    }

    #[tokio::test]
    async fn no_mail_waits_for_an_acknowledgement() {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = listener.local_addr().expect("its address");
        tokio::spawn(takes_all(listener));
        let hello = ClientId::Domain("hub.example".to_owned());
        let server = Server::new(&format!("smtp://{address}"), hello).expect("an address");
        let ana: Address = "ana@example.org".parse().expect("an address");
        let envelope = Envelope::new(None, vec![ana]).expect("an envelope");
        let mail = [b'a'; 3000];

        let begun = Instant::now();
        for _ in 0..50 {
            server.send(&envelope, &mail).await.expect("it is taken");
        }
        let took = begun.elapsed();
        // 50 times 40 ms are two seconds.
        assert!(took < Duration::from_secs(1), "50 mails took {took:?}");
        assert_eq!(
            server.idle.lock().expect("no panic").len(),
            1,
            "one connection"
        );
    }

    #[tokio::test]
    async fn addresses_of_servers() {
        for (url, port) in [
            ("smtp://127.0.0.1", Some(25)),
            ("smtp://127.0.0.1:2525", Some(2525)),
            ("smtps://user:pass%40word@mail.example", Some(465)),
            ("smtp+starttls://mail.example", Some(587)),
            ("smtp+starttls://user:a@mail.example:25", Some(25)),
            ("smtp://", None),
            ("ftp://mail.example", None),
            ("mail.example", None),
            ("smtp://mail.example?tls=never", None),
        ] {
            let hello = ClientId::Domain("hub.example".to_owned());
            let server = Server::new(url, hello);
            assert_eq!(server.ok().map(|server| server.port), port, "{url}");
        }
    }
}
