//! What load, faults, secrecy and timing stand on: a real hub process in a place of its own, an
//! organiser who uses the command line, signers who seal as a browser does, a mail server, a
//! PostgreSQL of our own, and a look at the rows that are really there.
//!
//! Knows the hub only from outside: its command line, its addresses, its files.

pub mod authority;
pub mod place;
pub mod postgres;
pub mod process;
pub mod rows;
pub mod signer;
pub mod sink;
pub mod trial;
pub mod wire;

use std::{future::Future, time::Duration};

use anyhow::{Result, bail};
use tokio::time::Instant;

/// So often is looked whether something has come true.
const LOOK: Duration = Duration::from_millis(50);

/// Waits until `look` gives something; after `limit` the error says what was waited for.
///
/// # Errors
/// It does not come in time, or looking fails.
pub async fn until<T, F>(what: &str, limit: Duration, mut look: impl FnMut() -> F) -> Result<T>
where
    F: Future<Output = Result<Option<T>>>,
{
    let end = Instant::now() + limit;
    loop {
        if let Some(seen) = look().await? {
            return Ok(seen);
        }
        if Instant::now() > end {
            bail!("{what}: not within {} s", limit.as_secs());
        }
        tokio::time::sleep(LOOK).await;
    }
}
