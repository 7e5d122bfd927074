//! Hostile feeds of a megabyte, each read and its next dates found, and hostile lines of rules, each
//! in a process of its own: seconds, and peak memory beyond that of a process that reads nothing. Ends
//! with 1 where a figure is over the goal.

#[path = "../tests/meetings/floods.rs"]
mod floods;

use std::process::{Command, ExitCode};
use std::time::Instant;

use swansfeet_api::meetings::{read, rule::Run, to_json};
use swansfeet_meetings::read::Feed;
use swansfeet_meetings::zone::Iana;

/// Goals: a second, and 100 MB.
const SECONDS: f64 = 1.0;
const KILOBYTES: u64 = 100_000;

fn main() -> ExitCode {
    let mut floods = floods::floods();
    let feeds = floods.len();
    floods.extend(floods::lines());
    if let Some(which) = std::env::var_os("FLOOD") {
        let which: Option<usize> = which.to_str().and_then(|which| which.parse().ok());
        one(which.map(|which| (floods[which].1.as_str(), which < feeds)));
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

/// A file and whether it is a feed, or lines.
fn one(which: Option<(&str, bool)>) {
    let start = Instant::now();
    let mut feed = Feed::default();
    let (mut dates, mut answered) = (0, 0);
    match which {
        None => {}
        Some((lines, false)) => answered = floods::answer(lines, Run::default()),
        Some((text, true)) => {
            feed = read(text.as_bytes(), &Iana);
            dates = floods::expand(&feed);
        }
    }
    let seconds = start.elapsed().as_secs_f64();
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let peak = peak
        .and_then(|line| line.split_whitespace().next())
        .unwrap_or("0");
    let written = to_json(&feed).len();
    println!(
        "{seconds} {peak} {} meetings, {dates} dates, {} problems, {} bytes of JSON",
        feed.meetings.len(),
        feed.problems.len(),
        written.max(answered)
    );
}
