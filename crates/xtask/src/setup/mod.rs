//! Finds or installs what building and testing need, and says what it does and why.
//!
//! Nothing is installed that is already there. Where something can't be had, the error says
//! what a person has to do.

pub(crate) mod browsers;
pub(crate) mod clock;
pub(crate) mod npm;
pub(crate) mod postgres;
pub(crate) mod wasm;

use anyhow::{Context, Result, bail};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// Everything, for people who like to have it done at once.
pub(crate) fn all(root: &Path) -> Result<()> {
    let tools = wasm::find_or_install(root)?;
    println!("wasm: {}", tools.name);
    npm::find_or_install(root)?;
    println!("binaryen, esbuild and axe: node_modules/");
    if let Some(programs) = postgres::find_or_install()? {
        println!("PostgreSQL: {}", programs.display());
    }
    let browsers = browsers::find_or_install(root)?;
    for browser in browsers {
        println!("browser: {browser}");
    }
    if clock::find_or_install() {
        println!("a clock that can be moved: libfaketime");
    }
    Ok(())
}

/// Installs Debian packages where that is possible without asking a person.
pub(crate) fn apt(packages: &[&str], why: &str) -> Result<()> {
    let wanted = packages.join(" ");
    let by_hand = format!("to do it yourself: sudo apt-get install {wanted}");
    if crate::run::find("apt-get").is_none() {
        bail!("{why} needs the Debian packages {wanted}, and there is no apt-get here");
    }
    let as_root = crate::run::captured(Command::new("id").arg("-u"))?.trim() == "0";
    if !as_root && !crate::run::succeeds("sudo", &["-n", "true"]) {
        bail!("{why} needs Debian packages that only an administrator can install; {by_hand}");
    }
    println!("      installing {wanted}: {why}");
    let run = |args: &[&str]| -> Result<()> {
        let mut command = if as_root {
            Command::new("apt-get")
        } else {
            Command::new("sudo")
        };
        if !as_root {
            command.args(["-n", "apt-get"]);
        }
        command.env("DEBIAN_FRONTEND", "noninteractive").args(args);
        crate::run::captured(&mut command).map(drop)
    };
    run(&["-q", "update"]).with_context(|| by_hand.clone())?;
    let mut install = vec!["-q", "install", "-y", "--no-install-recommends"];
    install.extend(packages);
    run(&install).context(by_hand)
}

/// Runs a program that asks the network, and gives up after a while: some networks never answer.
pub(crate) fn within(limit: Duration, command: &mut Command) -> bool {
    let Ok(mut child) = command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
    else {
        return false;
    };
    let start = Instant::now();
    while start.elapsed() < limit {
        match child.try_wait() {
            Ok(Some(status)) => return status.success(),
            Ok(None) => std::thread::sleep(Duration::from_millis(100)),
            Err(_) => return false,
        }
    }
    // It has had its time; whether the kill is answered makes no difference to us.
    let _ = child.kill();
    let _ = child.wait();
    false
}
