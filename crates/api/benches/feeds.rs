//! Hostile feeds of a megabyte, each read in a process of its own: seconds, and peak memory beyond
//! that of a process that reads nothing. Ends with 1 where a figure is over the goal.

#[path = "../tests/meetings/floods.rs"]
mod floods;

use std::process::{Command, ExitCode};
use std::time::Instant;

use swansfeet_api::meetings::{read, to_json};
use swansfeet_meetings::zone::Iana;

/// Goals: a second, and 100 MB.
const SECONDS: f64 = 1.0;
const KILOBYTES: u64 = 100_000;

fn main() -> ExitCode {
    let floods = floods::floods();
    if let Some(which) = std::env::var_os("FLOOD") {
        one(which.to_str().and_then(|which| which.parse().ok()), &floods);
        return ExitCode::SUCCESS;
    }
    let program = std::env::current_exe().expect("a running program has a file");
    let run = |which: String| {
        let out = Command::new(&program)
            .env("FLOOD", which)
            .output()
            .expect("it can run itself");
        assert!(
            out.status.success(),
            "{}",
            String::from_utf8_lossy(&out.stderr)
        );
        String::from_utf8(out.stdout).expect("figures")
    };
    let figures = |text: &str| -> (f64, u64, String) {
        let mut parts = text.trim().splitn(3, ' ');
        let mut part = || parts.next().expect("three figures").to_owned();
        (
            part().parse().expect("seconds"),
            part().parse().expect("kB"),
            part(),
        )
    };
    let (_, idle, _) = figures(&run("none".to_owned()));
    let mut good = true;
    for (at, (what, text)) in floods.iter().enumerate() {
        let (seconds, peak, found) = figures(&run(at.to_string()));
        let peak = peak.saturating_sub(idle);
        let holds = seconds < SECONDS && peak < KILOBYTES;
        good &= holds;
        let mark = if holds { "" } else { "  OVER" };
        println!(
            "{seconds:.3} s {:>7.1} MB  {what} ({} bytes): {found}{mark}",
            peak as f64 / 1e3,
            text.len()
        );
    }
    if good {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

fn one(which: Option<usize>, floods: &[(&str, String)]) {
    let start = Instant::now();
    let feed = which
        .map(|which| read(floods[which].1.as_bytes(), &Iana))
        .unwrap_or_default();
    let seconds = start.elapsed().as_secs_f64();
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let peak = peak
        .and_then(|line| line.split_whitespace().next())
        .unwrap_or("0");
    let written = to_json(&feed).len();
    println!(
        "{seconds} {peak} {} meetings, {} problems, {written} bytes of JSON",
        feed.meetings.len(),
        feed.problems.len()
    );
}
