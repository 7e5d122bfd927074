//! How long `swansfeet places import` takes for a directory of the real one's size, how much memory,
//! and how large what it writes is. `cargo bench -p swansfeet-cli --bench places_import`. Positions
//! are invented; with them the compressed sizes are too, so they only tell the order of size.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use tempfile::TempDir;

#[path = "../tests/support/directory.rs"]
#[allow(dead_code, reason = "the tests use more of it")]
mod directory;

fn main() -> io::Result<()> {
    // `cargo test --all-targets` runs it too, to see that it works; `cargo bench` measures.
    let measuring = std::env::args().any(|argument| argument == "--bench");
    let rows = if measuring { 2_700_000 } else { 3_000 };
    let folder = TempDir::new()?;
    let file = folder.path().join("ONSPD_AUG_2026_UK.csv");
    let mut out = BufWriter::with_capacity(1 << 20, File::create(&file)?);
    directory::write(&mut out, rows)?;
    out.flush()?;
    drop(out);
    let bytes = fs::metadata(&file)?.len();

    let start = Instant::now();
    let mut child = Command::new(env!("CARGO_BIN_EXE_swansfeet"))
        .current_dir(folder.path())
        .args(["places", "import", "ONSPD_AUG_2026_UK.csv"])
        .stdout(if measuring {
            Stdio::inherit()
        } else {
            Stdio::null()
        })
        .spawn()?;
    let mut memory = 0;
    let status = loop {
        memory = peak(child.id()).unwrap_or(memory);
        match child.try_wait()? {
            Some(status) => break status,
            None => thread::sleep(Duration::from_millis(2)),
        }
    };
    let seconds = start.elapsed().as_secs_f64();
    assert!(status.success(), "an invented directory is a good one");
    let (mut plain, mut packed, mut largest) = (0, 0, 0);
    for entry in fs::read_dir(folder.path().join("data/places"))? {
        let entry = entry?;
        let size = entry.metadata()?.len();
        if entry
            .path()
            .extension()
            .is_some_and(|ending| ending == "gz")
        {
            packed += size;
        } else {
            plain += size;
            if entry.file_name() != "index.txt" {
                largest = largest.max(size);
            }
        }
    }
    println!(
        "places_import: {rows} rows, {} MB in {seconds:.2} s, {memory} kB of memory; \
         {plain} bytes of files, {packed} packed, the largest {largest}",
        bytes / 1_000_000
    );
    Ok(())
}

fn peak(pid: u32) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{pid}/status")).ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}
