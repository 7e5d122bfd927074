//! Asks the servers of others for their feeds, and trusts them with nothing: not with time, not with
//! memory, not with where they lead. Knows nothing of meetings.
//!
//! HTTP/1.1 with one connection for each question: feeds are asked for twice an hour. The address
//! that is connected to is the one that was looked at, so that a name which changes its mind in
//! between leads nowhere.

mod address;
mod call;
mod error;
mod unpack;

use std::{net::SocketAddr, sync::Arc, time::Duration};

use axum::{
    body::Bytes,
    http::{HeaderMap, HeaderName, HeaderValue, Request, Response, StatusCode, header},
};
use http_body_util::{BodyExt, Full};
use hyper::body::Incoming;
use hyper_util::rt::TokioIo;
use tokio::{
    io::{AsyncRead, AsyncWrite},
    net::TcpStream,
    task::JoinSet,
    time::timeout,
};
use tokio_rustls::{
    TlsConnector,
    rustls::{ClientConfig, RootCertStore, pki_types::ServerName},
};
use url::{Host, Url};

pub use call::Called;
pub use error::FetchError;

/// What is asked of others' servers, and of their patience with us.
const AGENT: &str = concat!("swansfeet-hub/", env!("CARGO_PKG_VERSION"));
const ACCEPT: &str = "application/json, text/calendar, text/csv;q=0.9, */*;q=0.5";
const CONNECT: Duration = Duration::from_secs(10);
/// Of the body, packed and unpacked: ten thousand meetings are about this much.
const LARGEST: usize = 5 * 1024 * 1024;
const MOST_REDIRECTS: usize = 5;
/// No tag or date of a good server is longer, and they are written to the database.
const LONGEST_TAG: usize = 256;

/// A copy that we have already.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Known<'a> {
    pub(crate) etag: Option<&'a str>,
    pub(crate) modified: Option<&'a str>,
}

/// What a server answered.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Fetched {
    /// What we have is the newest.
    Same,
    /// A newer one.
    Whole(Whole),
}

/// An answer.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Whole {
    pub(crate) body: Vec<u8>,
    /// The `Content-Type` without parameters, in small letters.
    pub(crate) kind: String,
    pub(crate) etag: Option<String>,
    pub(crate) modified: Option<String>,
}

/// Fetches.
#[derive(Clone)]
pub struct Fetcher {
    tls: TlsConnector,
    private: bool,
    limit: Duration,
}

impl std::fmt::Debug for Fetcher {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Fetcher(…)")
    }
}

/// An answer whose body is still to come, and the task that brings it: gone when this is dropped.
struct Answer {
    response: Response<Incoming>,
    _line: JoinSet<()>,
}

/// What came, as it came: a body with its `Content-Encoding`.
enum Sent {
    Same,
    Whole(Whole, String),
}

impl Sent {
    fn body(self) -> Vec<u8> {
        match self {
            Sent::Same => Vec::new(),
            Sent::Whole(whole, _) => whole.body,
        }
    }
}

/// One answer on the way to the last.
enum Step {
    Done(Sent),
    Elsewhere(Url),
}

impl Fetcher {
    /// One that trusts the system's certificates. `private`: it may connect to private networks and
    /// this machine too. `limit`: how long one feed may take in all.
    #[must_use]
    pub fn new(private: bool, limit: Duration) -> Self {
        let mut roots = RootCertStore::empty();
        // One that cannot be read is one that is not trusted.
        roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
        let provider = Arc::new(tokio_rustls::rustls::crypto::ring::default_provider());
        let config = ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .expect("ring knows the protocols that rustls has by default")
            .with_root_certificates(roots)
            .with_no_client_auth();
        Self {
            tls: TlsConnector::from(Arc::new(config)),
            private,
            limit,
        }
    }

    /// Asks for what is at `address`, unless it is what we have.
    pub(crate) async fn fetch(
        &self,
        address: &str,
        known: Known<'_>,
    ) -> Result<Fetched, FetchError> {
        let all = self.follow(address, known);
        let in_time = timeout(self.limit, all).await;
        match in_time.unwrap_or(Err(FetchError::Slow(self.limit)))? {
            Sent::Same => Ok(Fetched::Same),
            // Work for a processor, off the threads that serve.
            Sent::Whole(whole, encoding) => tokio::task::spawn_blocking(move || {
                let body = unpack::unpack(whole.body, &encoding, LARGEST)?;
                Ok(Fetched::Whole(Whole { body, ..whole }))
            })
            .await
            .unwrap_or(Err(FetchError::Packed)),
        }
    }

    async fn follow(&self, address: &str, known: Known<'_>) -> Result<Sent, FetchError> {
        let mut url = readable(address).ok_or(FetchError::Address)?;
        for _ in 0..=MOST_REDIRECTS {
            match self.step(&url, known).await? {
                Step::Done(sent) => return Ok(sent),
                Step::Elsewhere(next) if url.scheme() == "https" && next.scheme() != "https" => {
                    return Err(FetchError::Downgrade);
                }
                Step::Elsewhere(next) => url = next,
            }
        }
        Err(FetchError::Redirects(MOST_REDIRECTS))
    }

    async fn step(&self, url: &Url, known: Known<'_>) -> Result<Step, FetchError> {
        let answer = self.ask(url, known).await?;
        let response = &answer.response;
        let status = response.status();
        if status == StatusCode::NOT_MODIFIED {
            return Ok(Step::Done(Sent::Same));
        }
        if let 301 | 302 | 303 | 307 | 308 = status.as_u16() {
            let to = response.headers().get(header::LOCATION);
            let to = to.and_then(|to| url.join(to.to_str().ok()?).ok());
            let to = to.filter(|to| readable(to.as_str()).is_some());
            return to.map(Step::Elsewhere).ok_or(FetchError::Status {
                status: status.as_u16(),
                wait: None,
            });
        }
        if status != StatusCode::OK {
            let wait = text(response.headers(), &header::RETRY_AFTER);
            return Err(FetchError::Status {
                status: status.as_u16(),
                wait: wait.and_then(|wait| wait.parse().ok()),
            });
        }
        whole(answer).await.map(Step::Done)
    }

    async fn ask(&self, url: &Url, known: Known<'_>) -> Result<Answer, FetchError> {
        let request = request(url, known).ok_or(FetchError::Address)?;
        self.send(url, request).await
    }

    async fn send(&self, url: &Url, request: Request<Full<Bytes>>) -> Result<Answer, FetchError> {
        let stream = self.connect(url).await?;
        if url.scheme() == "http" {
            return talk(stream, request).await;
        }
        let name = match url.host().ok_or(FetchError::Address)? {
            Host::Domain(name) => ServerName::try_from(name.to_owned()).ok(),
            Host::Ipv4(v4) => Some(ServerName::from(std::net::IpAddr::V4(v4))),
            Host::Ipv6(v6) => Some(ServerName::from(std::net::IpAddr::V6(v6))),
        };
        let name = name.ok_or(FetchError::Address)?;
        let tls = timeout(CONNECT, self.tls.connect(name, stream)).await;
        let stream = tls
            .map_err(|_| FetchError::Down)?
            .map_err(|_| FetchError::Certificate)?;
        talk(stream, request).await
    }

    /// Connects to an address that was looked at, and to no other.
    async fn connect(&self, url: &Url) -> Result<TcpStream, FetchError> {
        let port = url.port_or_known_default().ok_or(FetchError::Address)?;
        let found: Vec<SocketAddr> = match url.host().ok_or(FetchError::Address)? {
            Host::Ipv4(v4) => vec![SocketAddr::from((v4, port))],
            Host::Ipv6(v6) => vec![SocketAddr::from((v6, port))],
            Host::Domain(name) => tokio::net::lookup_host((name, port))
                .await
                .map_err(|_| FetchError::NoSuchHost)?
                .collect(),
        };
        if found.is_empty() {
            return Err(FetchError::NoSuchHost);
        }
        let allowed = |found: &&SocketAddr| self.private || address::is_public(found.ip());
        let allowed: Vec<SocketAddr> = found.iter().filter(allowed).copied().collect();
        if allowed.is_empty() {
            return Err(FetchError::Private);
        }
        let connecting = timeout(CONNECT, TcpStream::connect(&allowed[..])).await;
        connecting
            .map_err(|_| FetchError::Down)?
            .map_err(|_| FetchError::Down)
    }
}

/// Whether that is an address that can be fetched: for whoever names a source.
#[must_use]
pub fn is_readable(address: &str) -> bool {
    readable(address).is_some()
}

fn readable(address: &str) -> Option<Url> {
    let url = Url::parse(address).ok()?;
    let fits = matches!(url.scheme(), "http" | "https") && url.has_host();
    // `https://user:password@host` is not sent on, so it would not do what it says.
    (fits && url.username().is_empty() && url.password().is_none()).then_some(url)
}

fn request(url: &Url, known: Known<'_>) -> Option<Request<Full<Bytes>>> {
    let path = &url[url::Position::BeforePath..url::Position::AfterQuery];
    let host = &url[url::Position::BeforeHost..url::Position::AfterPort];
    let mut request = Request::get(path)
        .header(header::HOST, host)
        .header(header::USER_AGENT, AGENT)
        .header(header::ACCEPT, ACCEPT)
        .header(header::ACCEPT_ENCODING, "br, gzip")
        .header(header::CONNECTION, "close");
    for (name, value) in [
        (header::IF_NONE_MATCH, known.etag),
        (header::IF_MODIFIED_SINCE, known.modified),
    ] {
        if let Some(value) = value.and_then(|value| HeaderValue::from_str(value).ok()) {
            request = request.header(name, value);
        }
    }
    request.body(Full::default()).ok()
}

async fn talk<S>(stream: S, request: Request<Full<Bytes>>) -> Result<Answer, FetchError>
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let shaken = hyper::client::conn::http1::handshake(TokioIo::new(stream)).await;
    let (mut sender, connection) = shaken.map_err(|_| FetchError::Down)?;
    let mut line = JoinSet::new();
    line.spawn(async move {
        let _ = connection.await;
    });
    let answered = sender.send_request(request).await;
    let response = answered.map_err(|_| FetchError::CutOff)?;
    Ok(Answer {
        response,
        _line: line,
    })
}

async fn whole(answer: Answer) -> Result<Sent, FetchError> {
    let (head, mut body) = answer.response.into_parts();
    let headers = &head.headers;
    let told = text(headers, &header::CONTENT_LENGTH).and_then(|length| length.parse().ok());
    if told.is_some_and(|told: usize| told > LARGEST) {
        return Err(unpack::too_large(LARGEST));
    }
    let mut packed = Vec::new();
    while let Some(frame) = body.frame().await {
        let frame = frame.map_err(|_| FetchError::CutOff)?;
        if let Ok(data) = frame.into_data() {
            if packed.len() + data.len() > LARGEST {
                return Err(unpack::too_large(LARGEST));
            }
            packed.extend_from_slice(&data);
        }
    }
    let encoding = text(headers, &header::CONTENT_ENCODING).unwrap_or_default();
    let kind = text(headers, &header::CONTENT_TYPE).unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim();
    let kind: String = kind.chars().take(LONGEST_TAG).collect();
    let whole = Whole {
        body: packed,
        kind: kind.to_ascii_lowercase(),
        etag: text(headers, &header::ETAG).filter(|tag| tag.len() <= LONGEST_TAG),
        modified: text(headers, &header::LAST_MODIFIED).filter(|date| date.len() <= LONGEST_TAG),
    };
    Ok(Sent::Whole(whole, encoding))
}

fn text(headers: &HeaderMap, name: &HeaderName) -> Option<String> {
    Some(headers.get(name)?.to_str().ok()?.trim().to_owned())
}
