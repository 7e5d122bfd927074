//! The queue of mails in memory: a few at a time, again after a while where a server is busy or
//! gone, given up after an hour.

use std::{
    collections::{BTreeMap, VecDeque},
    sync::{Arc, OnceLock},
    time::Duration,
};

use tokio::{
    sync::{Semaphore, mpsc},
    task::{JoinHandle, JoinSet},
    time::Instant,
};

use super::{
    Letter, MOST_WAITING, Outbox, Sender,
    transport::{AT_ONCE, Failure},
};
use crate::{
    metrics::Metrics,
    store::{Store, model::Id},
};

/// How long an address is kept at most.
const LONGEST: Duration = Duration::from_secs(3_600);
/// How long after which failure it is tried again; the last holds for all that follow.
const AGAIN: [Duration; 5] = [
    // A connection that was kept open too long: the next will do.
    Duration::from_millis(250),
    Duration::from_secs(5),
    Duration::from_secs(60),
    Duration::from_secs(300),
    Duration::from_secs(900),
];
/// How often the store is told what is no longer owed.
const TELL: Duration = Duration::from_millis(500);
/// How many it is told of at once.
const TOLD_AT_ONCE: usize = 500;

struct Waiting {
    letter: Letter,
    since: Instant,
    tries: usize,
}

enum Outcome {
    Sent(Id),
    Muted(Id),
    GivenUp(Id),
    Again(Waiting),
}

struct Queue {
    sender: Option<Arc<Sender>>,
    base: Arc<OnceLock<String>>,
    store: Arc<dyn Store>,
    metrics: Arc<Metrics>,
    ready: VecDeque<Waiting>,
    /// By when they are due; the number tells apart what is due at once.
    later: BTreeMap<(Instant, u64), Waiting>,
    number: u64,
    done: Vec<Id>,
}

/// Starts the queue. `base` is where links lead, known once the hub listens.
pub(crate) fn start(
    sender: Option<Sender>,
    base: Arc<OnceLock<String>>,
    store: Arc<dyn Store>,
    metrics: Arc<Metrics>,
) -> (Outbox, JoinHandle<()>) {
    let (letters, received) = mpsc::unbounded_channel();
    let outbox = Outbox {
        letters,
        places: Arc::new(Semaphore::new(MOST_WAITING)),
        sends: sender.is_some(),
    };
    let queue = Queue {
        sender: sender.map(Arc::new),
        base,
        store,
        metrics,
        ready: VecDeque::new(),
        later: BTreeMap::new(),
        number: 0,
        done: Vec::new(),
    };
    (outbox, tokio::spawn(queue.run(received)))
}

impl Queue {
    async fn run(mut self, mut received: mpsc::UnboundedReceiver<Letter>) {
        let mut sending = JoinSet::new();
        let mut tell = tokio::time::interval(TELL);
        tell.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
        let mut open = true;
        loop {
            let due = self.later.keys().next().map(|(due, _)| *due);
            tokio::select! {
                Some(outcome) = sending.join_next(), if !sending.is_empty() => {
                    // A task that panicked has dropped its letter; the store calls it lost later.
                    if let Ok(outcome) = outcome { self.note(outcome); }
                }
                letter = received.recv(), if open => match letter {
                    Some(letter) => self.ready.push_back(Waiting {
                        letter, since: Instant::now(), tries: 0,
                    }),
                    None => open = false,
                },
                () = at(due) => self.wake(),
                _ = tell.tick() => self.tell().await,
            }
            self.begin(&mut sending);
            if self.done.len() >= TOLD_AT_ONCE {
                self.tell().await;
            }
            // Told to stop: one try for what is ready, none for what has failed.
            if !open && sending.is_empty() && self.ready.is_empty() {
                break;
            }
        }
        let later = std::mem::take(&mut self.later);
        self.metrics.mails_lost(later.len() as u64);
        self.done
            .extend(later.values().map(|waiting| waiting.letter.signature));
        self.tell().await;
    }

    fn begin(&mut self, sending: &mut JoinSet<Outcome>) {
        while sending.len() < AT_ONCE
            && let Some(waiting) = self.ready.pop_front()
        {
            let sender = self.sender.clone();
            let base = Arc::clone(&self.base);
            sending.spawn(async move { send(sender.as_deref(), &base, waiting).await });
        }
    }

    fn wake(&mut self) {
        let now = Instant::now();
        while let Some(entry) = self.later.first_entry()
            && entry.key().0 <= now
        {
            self.ready.push_back(entry.remove());
        }
    }

    fn note(&mut self, outcome: Outcome) {
        match outcome {
            Outcome::Sent(id) => {
                self.metrics.mail_sent();
                self.done.push(id);
            }
            Outcome::Muted(id) => {
                self.metrics.mail_muted();
                self.done.push(id);
            }
            Outcome::GivenUp(id) => {
                self.metrics.mails_lost(1);
                self.done.push(id);
            }
            Outcome::Again(waiting) => self.put_off(waiting),
        }
    }

    fn put_off(&mut self, mut waiting: Waiting) {
        let after = AGAIN[waiting.tries.min(AGAIN.len() - 1)];
        waiting.tries += 1;
        // Not later than its hour: then it is woken and given up.
        let due = (Instant::now() + after).min(waiting.since + LONGEST);
        self.metrics.mail_retried();
        self.number += 1;
        self.later.insert((due, self.number), waiting);
    }

    async fn tell(&mut self) {
        if self.done.is_empty() {
            return;
        }
        // What the store did not hear, it is told again.
        match self.store.mail_done(&self.done).await {
            Ok(()) => self.done.clear(),
            Err(error) => tracing::warn!(%error, "mails that are done could not be noted"),
        }
    }
}

async fn send(sender: Option<&Sender>, base: &OnceLock<String>, waiting: Waiting) -> Outcome {
    let id = waiting.letter.signature;
    if waiting.letter.muted {
        return Outcome::Muted(id);
    }
    if waiting.since.elapsed() >= LONGEST {
        return Outcome::GivenUp(id);
    }
    let (Some(sender), Some(base)) = (sender, base.get()) else {
        return Outcome::GivenUp(id);
    };
    match sender.send(&waiting.letter, base).await {
        Ok(()) => Outcome::Sent(id),
        Err(Failure::ForGood) => Outcome::GivenUp(id),
        Err(Failure::ForNow) => Outcome::Again(waiting),
    }
}

async fn at(due: Option<Instant>) {
    match due {
        Some(due) => tokio::time::sleep_until(due).await,
        None => std::future::pending().await,
    }
}
