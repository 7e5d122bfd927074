//! Many signers at once: each connection sends its next form when the last was answered.

use std::{
    net::SocketAddr,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering::Relaxed},
    },
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};
use tokio::task::JoinSet;

use crate::ground::{
    signer::{Form, Mark},
    wire::Wire,
};

/// One form that was sent.
#[derive(Clone, Copy, Debug)]
pub struct Shot {
    /// Which.
    pub form: usize,
    /// The answer's status; none where the hub hung up.
    pub status: Option<u16>,
    /// How long the answer took.
    pub took: Duration,
}

/// All that was sent, and how long it took from the first to the last answer.
#[derive(Clone, Debug, Default)]
pub struct Volley {
    /// Each form that was sent.
    pub shots: Vec<Shot>,
    /// From the first question to the last answer.
    pub took: Duration,
}

impl Volley {
    /// Sends each form once over so many connections.
    ///
    /// # Errors
    /// Nobody listens.
    pub async fn fire(address: SocketAddr, forms: &Arc<Vec<Form>>, lines: usize) -> Result<Self> {
        Self::watched(address, forms, lines, &Arc::default()).await
    }

    /// The same; `acknowledged` counts up as answers come.
    ///
    /// # Errors
    /// Nobody listens.
    pub async fn watched(
        address: SocketAddr,
        forms: &Arc<Vec<Form>>,
        lines: usize,
        acknowledged: &Arc<AtomicUsize>,
    ) -> Result<Self> {
        let next = Arc::new(AtomicUsize::new(0));
        let mut signers = JoinSet::new();
        let mut wires = Vec::new();
        for _ in 0..lines {
            wires.push(Wire::open(address).await?);
        }
        let begun = Instant::now();
        for wire in wires {
            let (forms, next) = (Arc::clone(forms), Arc::clone(&next));
            signers.spawn(sign(wire, forms, next, Arc::clone(acknowledged)));
        }
        let mut volley = Self::default();
        while let Some(shots) = signers.join_next().await {
            volley.shots.extend(shots?);
        }
        volley.took = begun.elapsed();
        Ok(volley)
    }

    /// The marks of those that the hub said are on disk.
    #[must_use]
    pub fn acknowledged(&self, forms: &[Form]) -> Vec<Mark> {
        let good = self.shots.iter().filter(|shot| shot.is_acknowledged());
        good.filter_map(|shot| Some(forms.get(shot.form)?.mark))
            .collect()
    }

    /// Sees that every form was taken.
    ///
    /// # Errors
    /// One was not.
    pub fn all_taken(&self, forms: &[Form]) -> Result<()> {
        let refused = self.shots.iter().find(|shot| !shot.is_acknowledged());
        if let Some(shot) = refused {
            bail!("a form was answered with {:?}", shot.status);
        }
        if self.shots.len() != forms.len() {
            bail!("{} of {} forms were sent", self.shots.len(), forms.len());
        }
        Ok(())
    }

    /// So much of the answers came at least as fast.
    ///
    /// # Errors
    /// Nothing was sent.
    pub fn percentile(&self, part: f64) -> Result<Duration> {
        let mut times: Vec<Duration> = self.shots.iter().map(|shot| shot.took).collect();
        times.sort_unstable();
        let last = times.len().checked_sub(1).context("nothing was sent")?;
        let place = (part * last as f64).ceil() as usize;
        times.get(place).copied().context("nothing was sent")
    }

    /// How many a second.
    #[must_use]
    pub fn rate(&self) -> f64 {
        self.shots.len() as f64 / self.took.as_secs_f64()
    }

    /// This one and another after it, as one.
    pub fn append(&mut self, other: Self) {
        self.shots.extend(other.shots);
        self.took += other.took;
    }
}

impl Shot {
    /// Whether the hub said that it is on disk.
    #[must_use]
    pub fn is_acknowledged(&self) -> bool {
        matches!(self.status, Some(201 | 202 | 204))
    }
}

async fn sign(
    mut wire: Wire,
    forms: Arc<Vec<Form>>,
    next: Arc<AtomicUsize>,
    acknowledged: Arc<AtomicUsize>,
) -> Vec<Shot> {
    let mut shots = Vec::new();
    loop {
        let number = next.fetch_add(1, Relaxed);
        let Some(form) = forms.get(number) else {
            return shots;
        };
        let begun = Instant::now();
        let status = wire.ask(&form.request).await.ok().map(|reply| reply.status);
        let shot = Shot {
            form: number,
            status,
            took: begun.elapsed(),
        };
        shots.push(shot);
        if status.is_none() {
            return shots;
        }
        if shot.is_acknowledged() {
            acknowledged.fetch_add(1, Relaxed);
        }
    }
}
