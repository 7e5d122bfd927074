//! One task gathers signatures and writes each batch in one transaction. A request is answered only
//! when its batch is on disk.

use std::sync::Arc;

use tokio::{
    sync::{mpsc, oneshot},
    task::JoinHandle,
};

use crate::{
    batch,
    mail::{Letter, Outbox},
    metrics::Metrics,
    store::{
        Store,
        model::{NewSignature, Taken},
    },
};

/// A signature to be written, the mail that follows if it is, and who wants to know.
pub(crate) struct Job {
    pub(crate) signature: NewSignature,
    pub(crate) letter: Option<Letter>,
    reply: oneshot::Sender<Option<Taken>>,
}

/// The way to the writer. When the last of its copies is gone, it writes what it has and ends.
#[derive(Clone)]
pub(crate) struct Writer(mpsc::Sender<Job>);

/// Why nothing was written, as far as anybody outside needs to know: try again later.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Unwritten;

impl Writer {
    pub(crate) fn start(
        store: Arc<dyn Store>,
        outbox: Outbox,
        metrics: Arc<Metrics>,
    ) -> (Self, JoinHandle<()>) {
        let (sender, jobs) = mpsc::channel(batch::WAITING);
        let task = tokio::spawn(write_all(store, outbox, metrics, jobs));
        (Self(sender), task)
    }

    /// Answers when it is on disk, or will not be.
    pub(crate) async fn write(
        &self,
        signature: NewSignature,
        letter: Option<Letter>,
    ) -> Result<Taken, Unwritten> {
        let (reply, outcome) = oneshot::channel();
        let job = Job {
            signature,
            letter,
            reply,
        };
        self.0.try_send(job).map_err(|_| Unwritten)?;
        outcome.await.ok().flatten().ok_or(Unwritten)
    }

    /// How many wait to be written.
    pub(crate) fn waiting(&self) -> usize {
        self.0.max_capacity() - self.0.capacity()
    }
}

async fn write_all(
    store: Arc<dyn Store>,
    outbox: Outbox,
    metrics: Arc<Metrics>,
    mut jobs: mpsc::Receiver<Job>,
) {
    let mut batch = Vec::with_capacity(batch::LARGEST);
    while batch::gather(&mut jobs, &mut batch).await {
        write(&*store, &outbox, &metrics, &mut batch).await;
    }
}

async fn write(store: &dyn Store, outbox: &Outbox, metrics: &Metrics, batch: &mut Vec<Job>) {
    let mut signatures = Vec::with_capacity(batch.len());
    let mut waiting = Vec::with_capacity(batch.len());
    for job in batch.drain(..) {
        signatures.push(job.signature);
        waiting.push((job.letter, job.reply));
    }
    let outcomes = match store.take(&signatures).await {
        Ok(outcomes) => outcomes,
        Err(error) => {
            tracing::error!(%error, signatures = signatures.len(), "not written");
            Vec::new()
        }
    };
    let mut outcomes = outcomes.into_iter();
    for (letter, reply) in waiting {
        let outcome = outcomes.next();
        if outcome == Some(Taken::Kept) {
            metrics.signed();
            // Here and not where the request is answered: whoever hangs up still gets the mail.
            if let Some(letter) = letter {
                outbox.post(letter);
            }
        }
        // Whoever hung up does not want to know.
        let _ = reply.send(outcome);
    }
}
