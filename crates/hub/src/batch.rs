//! Group commit: what comes within a few milliseconds is written together. Whoever waits is answered
//! only when their batch is on disk. Knows nothing of what is written.

use std::time::Duration;

use tokio::{sync::mpsc, time::Instant};

/// The most that is written together.
pub(crate) const LARGEST: usize = 256;
/// How many may wait: more than a second's worth at the rates that the hub is made for.
pub(crate) const WAITING: usize = 4_096;
/// How long the first of a batch waits for others.
const PATIENCE: Duration = Duration::from_millis(4);

/// Waits for somebody, then a moment for others. False when nobody will come any more.
pub(crate) async fn gather<T>(queue: &mut mpsc::Receiver<T>, batch: &mut Vec<T>) -> bool {
    if queue.recv_many(batch, LARGEST).await == 0 {
        return false;
    }
    let until = Instant::now() + PATIENCE;
    while batch.len() < LARGEST {
        let room = LARGEST - batch.len();
        match tokio::time::timeout_at(until, queue.recv_many(batch, room)).await {
            Ok(1..) => {}
            // Nobody else came, or nobody will.
            Ok(0) | Err(_) => break,
        }
    }
    true
}
