//! The servers of a test: the real hub, a proxy in front of it that plays faults and keeps a list
//! of what was asked, and a partner's site on another origin.

pub mod api;
pub mod feed;
pub mod hub;
pub mod pages;
pub mod proxy;

use std::{convert::Infallible, future::Future};

use anyhow::Result;
use http_body_util::Full;
use hyper::{
    Request, Response,
    body::{Bytes, Incoming},
    server::conn::http1,
    service::service_fn,
};
use hyper_util::rt::TokioIo;
use tokio::{net::TcpListener, task::JoinSet};

use crate::ports;

/// A whole answer.
pub type Answer = Response<Full<Bytes>>;

/// Why a server hangs up without an answer, as a server does that is down.
#[derive(Debug)]
pub struct HangUp;

impl std::fmt::Display for HangUp {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("hung up")
    }
}

impl std::error::Error for HangUp {}

impl From<Infallible> for HangUp {
    fn from(never: Infallible) -> Self {
        match never {}
    }
}

/// A server on a port of loopback that no other had; stops when dropped, open connections too.
pub struct Server {
    /// Its address without a path, as an origin is written.
    pub origin: String,
    running: tokio::task::JoinHandle<()>,
}

impl Server {
    /// Answers every request by `answer`.
    pub async fn start<F, A>(answer: F) -> Result<Self>
    where
        F: Fn(Request<Incoming>) -> A + Clone + Send + 'static,
        A: Future<Output = Result<Answer, HangUp>> + Send + 'static,
    {
        let listener = ports::listener()?;
        listener.set_nonblocking(true)?;
        let listener = TcpListener::from_std(listener)?;
        let origin = format!("http://{}", listener.local_addr()?);
        let running = tokio::spawn(async move {
            // Dropped with this task, and every connection with it.
            let mut connections = JoinSet::new();
            while let Ok((stream, _)) = listener.accept().await {
                let service = service_fn(answer.clone());
                connections.spawn(async move {
                    // A browser that closes a connection early is no fault.
                    let _ = http1::Builder::new()
                        .serve_connection(TokioIo::new(stream), service)
                        .await;
                });
            }
        });
        Ok(Self { origin, running })
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.running.abort();
    }
}
