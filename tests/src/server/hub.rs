//! The real hub as its own process, over the built files and a database of its own.

use std::{
    path::{Path, PathBuf},
    process::Stdio,
    time::Duration,
};

use anyhow::{Context, Result, bail};
use tempfile::TempDir;
use tokio::{
    io::{AsyncBufReadExt, BufReader},
    process::{Child, Command},
};

use crate::engine::root;

/// A running hub; ends when dropped.
pub struct Hub {
    /// Its address without a path.
    pub origin: String,
    _child: Child,
    _data: TempDir,
}

impl Hub {
    /// Starts the hub on a free port.
    pub async fn start() -> Result<Self> {
        let data = TempDir::new()?;
        open_campaign(data.path()).await?;
        let mut child = Command::new(program()?)
            .args([
                "serve",
                "--listen",
                "127.0.0.1:0",
                "--log",
                "none",
                "--assets",
            ])
            .arg(root().join("dist"))
            .arg("--data")
            .arg(data.path())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .context("the hub could not be started")?;
        let out = child.stdout.take().context("the hub has no output")?;
        let mut line = String::new();
        tokio::time::timeout(
            Duration::from_secs(20),
            BufReader::new(out).read_line(&mut line),
        )
        .await
        .context("the hub does not start")??;
        if !line.starts_with("http://") {
            bail!("the hub did not say where it listens");
        }
        Ok(Self {
            origin: line.trim().to_owned(),
            _child: child,
            _data: data,
        })
    }
}

/// The campaign that partners' pages name, made and opened by an organiser's commands.
async fn open_campaign(data: &Path) -> Result<()> {
    let keys = data.join("keys");
    let recovery = keys.join("fifteen-recovery-1.txt");
    let words = |more: &[&str]| {
        let mut command = Command::new(program()?);
        command.arg("campaign").args(more).arg("--data").arg(data);
        anyhow::Ok(command)
    };
    let mut new = words(&["new", "--example", "fifteen", "--organiser", "ana"])?;
    new.arg("--keys").arg(keys);
    let mut open = words(&["open", "fifteen"])?;
    open.arg("--recovery").arg(recovery);
    for command in [&mut new, &mut open] {
        let done = command.stdin(Stdio::null()).output().await?;
        if !done.status.success() {
            bail!("no campaign: {}", String::from_utf8_lossy(&done.stderr));
        }
    }
    Ok(())
}

/// The command line that `SWAN_TRIAL_PROGRAM` names, else the one that was built last, in whichever
/// of the two ways.
///
/// # Errors
/// It was not built.
pub fn program() -> Result<PathBuf> {
    if let Some(named) = std::env::var_os("SWAN_TRIAL_PROGRAM") {
        return Ok(named.into());
    }
    let name = format!("swansfeet{}", std::env::consts::EXE_SUFFIX);
    ["debug", "release"]
        .into_iter()
        .map(|profile| root().join("target").join(profile).join(&name))
        .filter_map(|path| Some((path.metadata().ok()?.modified().ok()?, path)))
        .max()
        .map(|(_, path)| path)
        .context("the hub is not built: run `cargo build -p swansfeet-cli`")
}
