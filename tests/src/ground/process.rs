//! The hub as a process: started, looked at, killed.

use std::{
    fs::{self, File},
    net::SocketAddr,
    path::Path,
    process::{ExitStatus, Stdio},
    time::Duration,
};

use anyhow::{Context, Result, bail};
use rustix::process::{Pid, Signal, kill_process};
use tokio::{
    io::{AsyncBufReadExt, BufReader},
    process::{Child, Command},
};

use super::{until, wire};

/// Longer than a slow machine takes to start or stop a hub.
const PATIENCE: Duration = Duration::from_secs(60);

/// A running hub; ends when dropped.
#[derive(Debug)]
pub struct Served {
    /// Where it listens.
    pub address: SocketAddr,
    child: Child,
}

/// What a process takes, in bytes.
#[derive(Clone, Copy, Debug)]
pub struct Memory {
    /// Now.
    pub now: u64,
    /// The most that it ever was.
    pub most: u64,
}

impl Served {
    pub(super) async fn start(mut command: Command, log: &Path) -> Result<Self> {
        let log = File::options().create(true).append(true).open(log)?;
        let mut child = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(log)
            .env("RUST_LOG", "trace")
            .env("RUST_BACKTRACE", "1")
            .kill_on_drop(true)
            .spawn()
            .context("the hub could not be started")?;
        let out = child.stdout.take().context("the hub has no output")?;
        let mut line = String::new();
        tokio::time::timeout(PATIENCE, BufReader::new(out).read_line(&mut line))
            .await
            .context("the hub does not start")??;
        let address = line.trim().strip_prefix("http://");
        let Some(address) = address else {
            bail!("the hub did not start: see its log");
        };
        Ok(Self {
            address: address.parse()?,
            child,
        })
    }

    /// Its number.
    ///
    /// # Errors
    /// It has ended.
    pub fn id(&self) -> Result<u32> {
        self.child.id().context("the hub has ended")
    }

    /// `kill -9`.
    ///
    /// # Errors
    /// It has ended before.
    pub async fn kill(mut self) -> Result<()> {
        if let Some(ended) = self.child.try_wait()? {
            bail!("the hub had ended by itself: {ended}");
        }
        Ok(self.child.kill().await?)
    }

    /// Tells it to stop, as an init system does, and waits until it has.
    ///
    /// # Errors
    /// It does not.
    pub async fn stop(mut self) -> Result<ExitStatus> {
        let id = Pid::from_raw(i32::try_from(self.id()?)?).context("no process")?;
        kill_process(id, Signal::TERM)?;
        let ended = tokio::time::timeout(PATIENCE, self.child.wait()).await;
        Ok(ended.context("the hub does not stop")??)
    }

    /// What memory it has.
    ///
    /// # Errors
    /// It has ended, or this is not Linux.
    pub fn memory(&self) -> Result<Memory> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.id()?))?;
        let bytes = |name: &str| {
            let line = status.lines().find_map(|line| line.strip_prefix(name));
            let digits = line?.trim().trim_end_matches(" kB");
            Some(digits.parse::<u64>().ok()? * 1_024)
        };
        let (now, most) = (bytes("VmRSS:"), bytes("VmHWM:"));
        Ok(Memory {
            now: now.context("no VmRSS")?,
            most: most.context("no VmHWM")?,
        })
    }

    /// Waits until it calls itself ready.
    ///
    /// # Errors
    /// It does not.
    pub async fn ready(&self) -> Result<()> {
        until("ready", PATIENCE, async || {
            let answer = wire::once(self.address, &wire::get("/ready")).await?;
            Ok((answer.status == 200).then_some(()))
        })
        .await
    }
}
