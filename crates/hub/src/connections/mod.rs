//! The connections that a hub holds: so many and no more, and none for long that asks for nothing.
//! What is asked and answered on them it refuses to know.
//!
//! It does what `axum::serve` does, which has no bounds. Hyper has a clock of its own for headers,
//! but that one also runs while a kept connection is idle, where a proxy in front counts on it, and
//! while a slow phone still reads the end of a large file; and it is set anew for each request. So
//! there is one clock for each connection, which looks from time to time whether anything has moved.

mod pulse;

use std::{
    fs,
    future::Future,
    io,
    net::SocketAddr,
    pin::pin,
    sync::{Arc, atomic::Ordering::Relaxed},
    time::Duration,
};

use axum::{Router, body::Body, extract::ConnectInfo};
use hyper::{body::Incoming, service::service_fn};
use hyper_util::{rt::TokioExecutor, server::conn::auto};
use tokio::{
    net::{TcpListener, TcpStream},
    sync::{OwnedSemaphorePermit, Semaphore, watch},
    time::Instant,
};
use tower::Service;

use self::pulse::{InHand, Pulse, Watched};

/// How long a connection may be kept without a question: longer than the minute for which most
/// proxies keep theirs, so that it is they who hang up and no question meets a closed door.
const IDLE: Duration = Duration::from_secs(75);
/// Files that stay free for the database, mails and feeds.
const KEPT_FREE: usize = 256;
/// Where the system does not say how many files may be open: what most allow.
const USUAL_FILES: usize = 1_024;
/// More than two cores can serve; each takes some kilobytes.
const MOST: usize = 16_384;

/// How many connections, and how long they may ask for nothing.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Bounds {
    most: usize,
    /// How long a request may take to be sent, before it is known what is asked.
    patience: Duration,
}

impl Bounds {
    /// As many as the system has files for.
    pub(crate) fn new(patience: Duration) -> Self {
        let limits = fs::read_to_string("/proc/self/limits").unwrap_or_default();
        let files = open_files(&limits).unwrap_or(USUAL_FILES);
        Self {
            most: files.saturating_sub(KEPT_FREE).clamp(64, MOST),
            patience,
        }
    }
}

/// How many files this process may have open, in the words of Linux.
fn open_files(limits: &str) -> Option<usize> {
    let line = limits
        .lines()
        .find_map(|line| line.strip_prefix("Max open files"));
    line?.split_whitespace().next()?.parse().ok()
}

/// Answers until `stop` ends, then hangs up on who is idle and waits for the rest.
pub(crate) async fn serve(
    listener: TcpListener,
    router: Router,
    bounds: Bounds,
    stop: impl Future<Output = ()>,
) {
    let mut stop = pin!(stop);
    let places = Arc::new(Semaphore::new(bounds.most));
    // Its end, however it comes, tells every connection to end.
    let (telling, told) = watch::channel(());
    loop {
        let next = async {
            // Whoever comes when all places are taken waits at the system's door.
            let place = Arc::clone(&places).acquire_owned().await.ok()?;
            let (stream, peer) = accepted(&listener).await;
            Some((place, stream, peer))
        };
        let (place, stream, peer) = tokio::select! {
            Some(next) = next => next,
            () = &mut stop => break,
        };
        let connection = Connection {
            pulse: Arc::default(),
            places: Arc::clone(&places),
            bounds,
            told: told.clone(),
        };
        tokio::spawn(connection.hold(stream, peer, router.clone(), place));
    }
    drop((listener, telling, told));
    let all = u32::try_from(bounds.most).unwrap_or(u32::MAX);
    // An error would be that nobody holds the places any more.
    let _ = places.acquire_many(all).await;
}

/// The next connection. As axum does: what one connection does wrong is its own affair, and where
/// the system has no more files, some may be free in a second.
async fn accepted(listener: &TcpListener) -> (TcpStream, SocketAddr) {
    loop {
        let error = match listener.accept().await {
            Ok(accepted) => return accepted,
            Err(error) => error,
        };
        if !matches!(
            error.kind(),
            io::ErrorKind::ConnectionRefused
                | io::ErrorKind::ConnectionAborted
                | io::ErrorKind::ConnectionReset
        ) {
            tracing::error!(%error, "no connection can be accepted");
            tokio::time::sleep(Duration::from_secs(1)).await;
        }
    }
}

/// One connection, apart from its bytes.
struct Connection {
    pulse: Arc<Pulse>,
    places: Arc<Semaphore>,
    bounds: Bounds,
    told: watch::Receiver<()>,
}

impl Connection {
    async fn hold(
        mut self,
        stream: TcpStream,
        peer: SocketAddr,
        router: Router,
        // Given back when all else of the connection is gone.
        _place: OwnedSemaphorePermit,
    ) {
        let pulse = Arc::clone(&self.pulse);
        let service = service_fn(move |mut request: hyper::Request<Incoming>| {
            let held = InHand::new(&pulse);
            request.extensions_mut().insert(ConnectInfo(peer));
            let answer = router.clone().call(request.map(Body::new));
            async move {
                let _held = held;
                answer.await
            }
        });
        let io = Watched::new(stream, &self.pulse);
        let builder = auto::Builder::new(TokioExecutor::new());
        let mut serving = pin!(builder.serve_connection(io, service));
        let patience = self.bounds.patience;
        let mut clock = pin!(tokio::time::sleep(patience));
        let (mut look, mut is_told) = (Look::default(), false);
        loop {
            tokio::select! {
                biased;
                // How one of them fails is nobody's business but the caller's.
                _ = serving.as_mut() => break,
                () = &mut clock => match self.is_over(&mut look) {
                    true => break,
                    false => clock.as_mut().reset(Instant::now() + patience),
                },
                _ = self.told.changed(), if !is_told => {
                    is_told = true;
                    serving.as_mut().graceful_shutdown();
                }
            }
        }
    }

    /// Whether nothing has been asked and nothing answered for too long.
    fn is_over(&self, look: &mut Look) -> bool {
        let moves = self.pulse.moves.load(Relaxed);
        if self.pulse.in_hand.load(Relaxed) > 0 || moves != look.moves {
            *look = Look {
                moves,
                quiet: Duration::ZERO,
            };
            return false;
        }
        look.quiet += self.bounds.patience;
        // Where places are short, none is kept for who might ask again.
        let is_crowded = self.places.available_permits() < self.bounds.most / 2;
        is_crowded || look.quiet >= IDLE || self.pulse.is_asking.load(Relaxed)
    }
}

/// What was seen when a connection was last looked at.
#[derive(Default)]
struct Look {
    moves: u64,
    quiet: Duration,
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicBool, AtomicU64};

    use axum::routing::get;
    use tokio::{
        io::{AsyncReadExt, AsyncWriteExt},
        sync::oneshot,
        time::timeout,
    };

    use super::*;

    const QUESTION: &[u8] = b"GET / HTTP/1.1\r\nhost: hub\r\n\r\n";
    const SHORT: Duration = Duration::from_millis(200);
    const LONG: Duration = Duration::from_secs(20);

    /// Whether a question on it is answered soon.
    async fn is_answered(connection: &mut TcpStream) -> bool {
        connection.write_all(QUESTION).await.unwrap();
        let mut answer = [0; 256];
        let read = timeout(SHORT, connection.read(&mut answer)).await;
        read.is_ok_and(|read| answer[..read.unwrap()].starts_with(b"HTTP/1.1 200"))
    }

    #[tokio::test]
    async fn there_are_so_many_and_whoever_comes_later_is_served_when_one_has_gone() {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let bounds = Bounds {
            most: 2,
            patience: LONG,
        };
        let router = Router::new().route("/", get(|| async { "well" }));
        let (stop, stopped) = oneshot::channel::<()>();
        let serving = tokio::spawn(serve(listener, router, bounds, async {
            let _ = stopped.await;
        }));
        let mut held = Vec::new();
        for _place in 0..2 {
            let mut connection = TcpStream::connect(address).await.unwrap();
            assert!(is_answered(&mut connection).await);
            held.push(connection);
        }
        let mut third = TcpStream::connect(address).await.unwrap();
        assert!(!is_answered(&mut third).await, "there was a place for it");
        held.pop();
        let mut answer = [0; 256];
        let read = timeout(LONG, third.read(&mut answer))
            .await
            .unwrap()
            .unwrap();
        assert!(answer[..read].starts_with(b"HTTP/1.1 200"));
        // Both are idle, and told to go.
        stop.send(()).unwrap();
        timeout(LONG, serving).await.unwrap().unwrap();
    }

    #[test]
    fn where_places_are_short_none_is_kept_for_who_might_ask_again() {
        let connection = |free: usize| Connection {
            pulse: Arc::new(Pulse {
                moves: AtomicU64::new(1),
                is_asking: AtomicBool::new(false),
                ..Pulse::default()
            }),
            places: Arc::new(Semaphore::new(free)),
            bounds: Bounds {
                most: 10,
                patience: Duration::from_secs(10),
            },
            told: watch::channel(()).1,
        };
        let looks = |connection: &Connection| {
            let mut look = Look::default();
            (1..=20).find(|_| connection.is_over(&mut look))
        };
        assert_eq!(
            looks(&connection(9)),
            Some(9),
            "eighty seconds after the last move"
        );
        assert_eq!(looks(&connection(4)), Some(2));
        let asking = connection(9);
        asking.pulse.is_asking.store(true, Relaxed);
        assert_eq!(looks(&asking), Some(2), "half a question");
        let busy = connection(4);
        let _held = InHand::new(&busy.pulse);
        assert_eq!(looks(&busy), None);
    }

    #[test]
    fn the_system_says_how_many_files_there_may_be() {
        let said = "Limit                     Soft Limit           Hard Limit           Units     \n\
                    Max processes             unlimited            unlimited            processes \n\
                    Max open files            1024                 524288               files     \n";
        assert_eq!(open_files(said), Some(1_024));
        assert_eq!(open_files(""), None);
        let bounds = Bounds::new(LONG);
        assert!((64..=MOST).contains(&bounds.most), "{bounds:?}");
    }
}
