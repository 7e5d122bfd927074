//! What moves on a connection: two counters and a flag that cost a request next to nothing. What it
//! means that nothing moves is not its affair.

use std::{
    io::{self, IoSlice},
    pin::Pin,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicU32, AtomicU64, Ordering::Relaxed},
    },
    task::{Context, Poll},
};

use hyper::rt::{Read, ReadBufCursor, Write};
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;

/// What moves on a connection.
#[derive(Debug)]
pub(super) struct Pulse {
    /// Whole requests that came, and writes that went out. Bytes that come are none: a request may
    /// be sent drop by drop for ever.
    pub(super) moves: AtomicU64,
    /// Requests that are being answered.
    pub(super) in_hand: AtomicU32,
    /// Whether bytes came that are no whole request yet.
    pub(super) is_asking: AtomicBool,
}

impl Default for Pulse {
    fn default() -> Self {
        Self {
            moves: AtomicU64::new(0),
            in_hand: AtomicU32::new(0),
            // Whoever connects is about to ask.
            is_asking: AtomicBool::new(true),
        }
    }
}

/// A request in hand, as long as it lasts.
pub(super) struct InHand(Arc<Pulse>);

impl InHand {
    pub(super) fn new(pulse: &Arc<Pulse>) -> Self {
        pulse.moves.fetch_add(1, Relaxed);
        pulse.in_hand.fetch_add(1, Relaxed);
        pulse.is_asking.store(false, Relaxed);
        Self(Arc::clone(pulse))
    }
}

impl Drop for InHand {
    fn drop(&mut self) {
        self.0.in_hand.fetch_sub(1, Relaxed);
    }
}

/// A connection's bytes, with a note of what moves.
pub(super) struct Watched {
    io: TokioIo<TcpStream>,
    pulse: Arc<Pulse>,
}

impl Watched {
    pub(super) fn new(stream: TcpStream, pulse: &Arc<Pulse>) -> Self {
        Self {
            io: TokioIo::new(stream),
            pulse: Arc::clone(pulse),
        }
    }

    fn written(&self, written: Poll<io::Result<usize>>) -> Poll<io::Result<usize>> {
        if matches!(written, Poll::Ready(Ok(1..))) {
            self.pulse.moves.fetch_add(1, Relaxed);
        }
        written
    }
}

impl Read for Watched {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: ReadBufCursor<'_>,
    ) -> Poll<io::Result<()>> {
        let read = Pin::new(&mut self.io).poll_read(context, buffer);
        if read.is_ready() && self.pulse.in_hand.load(Relaxed) == 0 {
            self.pulse.is_asking.store(true, Relaxed);
        }
        read
    }
}

impl Write for Watched {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.io).poll_write(context, bytes);
        self.written(written)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        parts: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.io).poll_write_vectored(context, parts);
        self.written(written)
    }

    fn is_write_vectored(&self) -> bool {
        self.io.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.io).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.io).poll_shutdown(context)
    }
}
