//! How long `swansfeet pay check` takes for 10,000 cases, and how much memory it needs for ten
//! times as many. `cargo xtask bench` or `cargo bench -p swansfeet-cli`; prints one line for each
//! with the goal beside it, and ends badly where one is missed.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::time::{Duration, Instant};
use std::{fs, io, thread};

/// How long 10,000 cases may take.
const AT_MOST: Duration = Duration::from_secs(1);
/// How much more memory ten times as many cases may need: what an allocator happens to keep, in kB.
/// The cases themselves are 40,000 kB.
const SLACK: u64 = 2_000;

fn main() -> io::Result<ExitCode> {
    // `cargo test --all-targets` runs it too, to see that it works; `cargo bench` measures.
    let measuring = std::env::args().any(|argument| argument == "--bench");
    let sizes: &[u32] = if measuring {
        &[10_000, 100_000]
    } else {
        &[100]
    };
    let mut peaks = Vec::new();
    let mut is_fast = true;
    for (number, &cases) in sizes.iter().enumerate() {
        let file = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{cases}.jsonl"));
        fs::write(&file, many(cases))?;
        // The best of three: what else the machine does is not the program's.
        let mut runs = (0..3).map(|_| run(&file)).collect::<io::Result<Vec<_>>>()?;
        runs.sort();
        let (time, memory) = runs[0];
        let goal = if measuring && number == 0 {
            is_fast = time <= AT_MOST;
            format!(" (goal: {} s)", AT_MOST.as_secs())
        } else {
            String::new()
        };
        println!(
            "pay check: {cases} cases in {:.3} s{goal}, {memory} kB of memory",
            time.as_secs_f64(),
        );
        peaks.push(memory);
    }
    let (few, many) = (peaks[0], peaks[peaks.len() - 1]);
    let is_flat = many <= few + SLACK;
    if measuring {
        println!("pay check: {few} and {many} kB (goal: at most {SLACK} kB more)");
    }
    Ok(if is_fast && is_flat {
        ExitCode::SUCCESS
    } else {
        println!("pay check: not all goals met");
        ExitCode::FAILURE
    })
}

/// Cases as a caseworker has them, no two alike: ages, months, kinds of time, costs, homes.
fn many(cases: u32) -> String {
    let mut out = String::new();
    for i in 0..cases {
        let (age, month) = (18 + i % 40, 1 + i % 9);
        let (visits, travel, pay) = (80 + i % 60, i % 25, 1_000 + i % 900);
        let _ = write!(
            out,
            r#"{{"id": "member {i}", "age": {age}, "apprentice": false, "period": {{"from": "202{}-{month:02}-01", "to": "202{0}-{month:02}-28"}}, "time": {{"visits": "{visits}.25", "travel": {travel}.5, "waiting": 3}}, "pay": "{pay}.{:02}", "today": "2026-11-22""#,
            2 + i % 5,
            i % 100,
        );
        match i % 4 {
            0 => out.push_str(r#", "accommodation": {"days": 28, "charge_per_day": "12.00"}"#),
            1 => out.push_str(r#", "sleep_ins": [{"hours": 9, "awake": 1, "may_sleep": true, "allowance": 40}]"#),
            2 => out.push_str(r#", "mileage": {"miles": 310, "cost_per_mile": "0.31", "repaid": 60}, "deductions": [{"kind": "uniform", "amount": "12.50"}]"#),
            _ => {}
        }
        out.push_str("}\n");
    }
    out
}

/// Time and peak memory (kB, 0 where it cannot be known) of one run.
fn run(file: &Path) -> io::Result<(Duration, u64)> {
    let start = Instant::now();
    let mut child = Command::new(env!("CARGO_BIN_EXE_swansfeet"))
        .args(["pay", "check"])
        .arg(file)
        .stdout(Stdio::null())
        .spawn()?;
    let mut memory = 0;
    let status = loop {
        memory = peak(child.id()).unwrap_or(memory);
        match child.try_wait()? {
            Some(status) => break status,
            None => thread::sleep(Duration::from_millis(1)),
        }
    };
    let time = start.elapsed();
    assert!(
        status.success(),
        "every case of the benchmark is one that can be right"
    );
    Ok((time, memory))
}

fn peak(pid: u32) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{pid}/status")).ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}
