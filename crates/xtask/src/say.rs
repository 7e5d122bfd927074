//! Says what is being done and about how long is left.
//!
//! The guesses come from the last run on this machine, kept under `target/`; the first run
//! uses what two slow cores needed.

use anyhow::Result;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// A list of steps with guesses of their length in seconds.
pub(crate) struct Steps {
    file: PathBuf,
    known: BTreeMap<String, f64>,
    plan: Vec<(&'static str, f64)>,
    next: usize,
}

impl Steps {
    /// Plans `(what, seconds on a slow machine the first time)` in order.
    pub(crate) fn new(root: &Path, plan: &[(&'static str, u32)]) -> Self {
        let file = root.join("target/xtask-times.toml");
        let known: BTreeMap<String, f64> = std::fs::read_to_string(&file)
            .ok()
            .and_then(|text| toml::from_str(&text).ok())
            .unwrap_or_default();
        let plan = plan
            .iter()
            .map(|(what, first)| {
                (
                    *what,
                    known.get(*what).copied().unwrap_or(f64::from(*first)),
                )
            })
            .collect();
        Self {
            file,
            known,
            plan,
            next: 0,
        }
    }

    /// Does the next step of the plan, with a line before it and its time after.
    pub(crate) fn step<T>(&mut self, work: impl FnOnce() -> Result<T>) -> Result<T> {
        let (what, guess) = self
            .plan
            .get(self.next)
            .copied()
            .unwrap_or(("one more step", 1.0));
        let left: f64 = self
            .plan
            .iter()
            .skip(self.next)
            .map(|(_, guess)| guess)
            .sum();
        self.next += 1;
        println!(
            "[{}/{}] {what} (about {}; {} left)",
            self.next,
            self.plan.len(),
            words(guess),
            words(left)
        );
        let start = Instant::now();
        let done = work()?;
        self.remember(what, start.elapsed());
        Ok(done)
    }

    fn remember(&mut self, what: &str, took: Duration) {
        println!("      done in {}", words(took.as_secs_f64()));
        self.known.insert(what.to_owned(), took.as_secs_f64());
        // A guess that could not be kept costs nothing but a worse guess.
        if let Ok(text) = toml::to_string(&self.known) {
            let _ = std::fs::create_dir_all(self.file.parent().unwrap_or(Path::new(".")));
            let _ = std::fs::write(&self.file, text);
        }
    }
}

/// A length of time as people say it.
pub(crate) fn words(seconds: f64) -> String {
    match seconds {
        s if s < 1.0 => "a second".to_owned(),
        s if s < 90.0 => format!("{s:.0} s"),
        s => format!("{:.0} min", (s / 60.0).ceil()),
    }
}
