//! How long `swansfeet export` takes for 100,000 sealed signatures in a SQLite store, and how much
//! memory; and for a tenth of them, to see that memory does not grow with their number. The goals are
//! 40 s on two cores, and no more than 1.15 times the memory. `cargo bench -p swansfeet-cli --bench export`; prints one line for each.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use std::{fs, io, thread};

use swansfeet_demands::code::Code;
use swansfeet_demands::duplicate::CampaignSecret;
use swansfeet_hub::store::Store;
use swansfeet_hub::store::sqlite::SqliteStore;
use tempfile::TempDir;

#[path = "../tests/support/signers.rs"]
mod signers;

use signers::{Page, Signer, take};

/// What issue and documents ask for.
const GOAL: Duration = Duration::from_secs(40);
/// How much more memory ten times as many may take: what differs from run to run, and no more.
const FLAT: f64 = 1.15;

fn main() -> io::Result<()> {
    // `cargo test --all-targets` runs it too, to see that it works; `cargo bench` measures.
    let measuring = std::env::args().any(|argument| argument == "--bench");
    let sizes: &[u32] = if measuring {
        &[10_000, 100_000]
    } else {
        &[100]
    };
    let mut peaks = Vec::new();
    for &count in sizes {
        let folder = TempDir::new()?;
        campaign(folder.path())?;
        fill(folder.path(), count);
        let (time, memory) = export(folder.path(), count)?;
        println!(
            "export: {count} signatures to csv in {:.2} s, {memory} kB of memory",
            time.as_secs_f64(),
        );
        if measuring {
            assert!(time < GOAL, "slower than the goal of {} s", GOAL.as_secs());
            peaks.push(memory as f64);
        }
    }
    if let [few, many] = peaks[..]
        && few > 0.0
    {
        let ratio = many / few;
        println!("export: {ratio:.2} times the memory for ten times as many");
        assert!(ratio <= FLAT, "more than the goal of {FLAT}");
    }
    Ok(())
}

fn swansfeet(folder: &Path, command: &str) -> Command {
    let mut program = Command::new(env!("CARGO_BIN_EXE_swansfeet"));
    program
        .current_dir(folder)
        .args(command.split(' '))
        .stdout(Stdio::null());
    program
}

fn campaign(folder: &Path) -> io::Result<()> {
    for command in [
        "campaign new --example fifteen --organiser ana --keys keys",
        "campaign open fifteen --recovery keys/fifteen-recovery-1.txt",
    ] {
        assert!(swansfeet(folder, command).status()?.success(), "{command}");
    }
    Ok(())
}

/// Signatures by code, which count at once. Two threads seal, as the export has two to open.
fn fill(folder: &Path, count: u32) {
    const BATCH: u32 = 2_000;
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime");
    let secret = CampaignSecret::from_bytes([7; 32]);
    let mark = |number: u32| {
        let [a, b, c, d] = number.to_be_bytes();
        secret.code_mark(&Code::from_bytes([0, 0, 0, a, b, c, d]))
    };
    runtime.block_on(async {
        let store = SqliteStore::open(&folder.join("data"))
            .await
            .expect("the store");
        let page = Page::of(&store, "fifteen").await;
        for first in (0..count).step_by(BATCH as usize) {
            let numbers: Vec<u32> = (first..count.min(first + BATCH)).collect();
            let marks: Vec<_> = numbers.iter().map(|number| mark(*number)).collect();
            store.add_codes("fifteen", &marks).await.expect("codes");
            let sign = |number: &u32| {
                let mut signer = Signer::new(
                    &format!("Person {number} O'Neill"),
                    &format!("person.{number}@example.org"),
                );
                signer.comment =
                    (number.is_multiple_of(3)).then(|| "=1+1, we said \"enough\"".to_owned());
                page.sign(&signer, &secret, *number, Some(mark(*number)))
            };
            let (one, two) = numbers.split_at(numbers.len() / 2);
            let signatures: Vec<_> = thread::scope(|scope| {
                let one = scope.spawn(|| one.iter().map(sign).collect::<Vec<_>>());
                let two: Vec<_> = two.iter().map(sign).collect();
                one.join()
                    .expect("no panic")
                    .into_iter()
                    .chain(two)
                    .collect()
            });
            take(&store, &signatures).await;
        }
        store.close().await;
    });
}

/// Time and peak memory (kB, 0 where it cannot be known) of one export.
fn export(folder: &Path, count: u32) -> io::Result<(Duration, u64)> {
    let start = Instant::now();
    let command = "export fifteen --key keys/ana.key --as csv --out out.csv";
    let mut child = swansfeet(folder, command).spawn()?;
    let mut memory = 0;
    let status = loop {
        memory = peak(child.id()).unwrap_or(memory);
        match child.try_wait()? {
            Some(status) => break status,
            None => thread::sleep(Duration::from_millis(1)),
        }
    };
    let time = start.elapsed();
    assert!(status.success(), "every record of the benchmark opens");
    let lines = fs::read_to_string(folder.join("out.csv"))?.lines().count();
    assert_eq!(lines, count as usize + 1, "one line each, and the head");
    Ok((time, memory))
}

fn peak(pid: u32) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{pid}/status")).ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}
