//! The second command of the README: everything that must hold, counted.

use crate::say::{Steps, words};
use crate::{check, dist, run, setup};
use anyhow::{Context, Result, bail};
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, ExitCode, Stdio};
use std::time::Instant;

/// How many checks of each kind ended how.
#[derive(Default, Clone, Copy)]
pub(crate) struct Counts {
    pub(crate) passed: usize,
    pub(crate) failed: usize,
    pub(crate) skipped: usize,
}

impl Counts {
    fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }

    fn line(&self) -> String {
        format!(
            "{} passed, {} failed, {} skipped",
            self.passed, self.failed, self.skipped
        )
    }
}

struct Options {
    quick: bool,
    only: Option<String>,
}

/// Runs all; the last line tells how many tests ran.
pub(crate) fn run(root: &Path, args: &[String]) -> Result<ExitCode> {
    let options = options(args)?;
    let start = Instant::now();
    let mut total = Counts::default();
    let mut steps = Steps::new(
        root,
        &[
            (
                "checking format, lints, documentation, arrows and licences",
                300,
            ),
            ("testing every crate without a browser", 300),
            ("testing the hub under load, faults and thieves", 240),
            ("finding the browsers", 150),
            ("building what the browsers load", 300),
            ("testing in Chromium, Firefox and WebKit", 600),
        ],
    );
    if options.only.is_none() {
        total.add(steps.step(|| check::run(root))?);
        total.add(steps.step(|| native(root))?);
        total.add(steps.step(|| hub(root))?);
        if options.quick {
            return finish(&total, start);
        }
    }
    setup::browsers::find_or_install(root)?;
    dist::run(root)?;
    total.add(budgets(root)?);
    total.add(in_browsers(root, options.only.as_deref())?);
    finish(&total, start)
}

/// The checks alone.
pub(crate) fn check_only(root: &Path) -> Result<ExitCode> {
    let start = Instant::now();
    let counts = check::run(root)?;
    finish(&counts, start)
}

/// How fast a widget starts, beside a bare Yew counter; and what the hub bears, beside bare rows.
pub(crate) fn bench(root: &Path, args: &[String]) -> Result<()> {
    let (only, args) = only_of(args)?;
    if only != Some("load") {
        start_up(root, args)?;
    }
    if only != Some("start") {
        load(root, args)?;
    }
    Ok(())
}

/// `--only load` or `--only start`, and the other options.
fn only_of(args: &[String]) -> Result<(Option<&str>, &[String])> {
    match args {
        [flag, which, rest @ ..] if flag == "--only" => match which.as_str() {
            "load" | "start" => Ok((Some(which), rest)),
            other => bail!("bench --only knows `load` and `start`, not `{other}`"),
        },
        [flag] if flag == "--only" => bail!("--only wants `load` or `start`"),
        _ => Ok((None, args)),
    }
}

/// The hub under load. Its program has a route more, so it is kept under a name of its own.
fn load(root: &Path, args: &[String]) -> Result<()> {
    println!("compiling the hub with its yardstick, and what loads it (release)");
    for package in [
        &["-p", "swansfeet-cli", "--features", "yardstick"][..],
        &["-p", "swansfeet-tests", "--bin", "load"],
    ] {
        let mut build = run::cargo();
        build
            .current_dir(root)
            .args(["build", "--quiet", "--locked", "--release"]);
        run::shown(build.args(package))?;
    }
    let release = root.join("target/release");
    let name = |name: &str| release.join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
    let measured = name("swansfeet-yardstick");
    std::fs::rename(name("swansfeet"), &measured)?;
    let mut load = Command::new(name("load"));
    run::shown(
        load.current_dir(root)
            .args(args)
            .env("SWANSFEET_PROGRAM", measured),
    )
}

fn start_up(root: &Path, args: &[String]) -> Result<()> {
    setup::browsers::find_or_install(root)?;
    dist::run(root)?;
    println!("compiling the command line and the bench (release)");
    run::shown(run::cargo().current_dir(root).args([
        "build",
        "--quiet",
        "--locked",
        "--release",
        "-p",
        "swansfeet-cli",
    ]))?;
    let mut bench = run::cargo();
    bench.current_dir(root).args([
        "run",
        "--quiet",
        "--locked",
        "--release",
        "-p",
        "swansfeet-tests",
        "--bin",
        "bench",
        "--",
    ]);
    run::shown(bench.args(args))
}

fn options(args: &[String]) -> Result<Options> {
    let mut options = Options {
        quick: false,
        only: None,
    };
    let mut args = args.iter();
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--quick" => options.quick = true,
            "--only" => options.only = Some(args.next().context("--only wants a word")?.clone()),
            other => {
                bail!("test has no option `{other}`; it has --quick (no browsers) and --only WORD")
            }
        }
    }
    Ok(options)
}

fn native(root: &Path) -> Result<Counts> {
    setup::postgres::find_or_install()?;
    let mut command = run::cargo();
    command.current_dir(root).args([
        "test",
        "--workspace",
        "--exclude",
        "swansfeet-tests",
        "--locked",
        "--quiet",
        "--no-fail-fast",
    ]);
    let mut counts = counted(&mut command)?;
    counts.add(scripts(root)?);
    Ok(counts)
}

/// The real hub as a process, under load, faults and thieves.
fn hub(root: &Path) -> Result<Counts> {
    setup::hub::find_or_install();
    run::shown(run::cargo().current_dir(root).args([
        "build",
        "--quiet",
        "--locked",
        "-p",
        "swansfeet-cli",
    ]))?;
    let mut command = run::cargo();
    command.current_dir(root).args([
        "test",
        "--quiet",
        "--locked",
        "-p",
        "swansfeet-tests",
        "--lib",
    ]);
    let mut counts = counted(&mut command)?;
    let mut command = run::cargo();
    command.current_dir(root).args([
        "run",
        "--quiet",
        "--locked",
        "-p",
        "swansfeet-tests",
        "--bin",
        "hub",
    ]);
    counts.add(counted(&mut command)?);
    Ok(counts)
}

/// The hand-written JavaScript, by Node's own test runner.
fn scripts(root: &Path) -> Result<Counts> {
    setup::npm::find_or_install(root)?;
    let tests = "crates/embed/js/tests/scripts.test.js";
    let mut node = Command::new("node");
    node.current_dir(root)
        .args(["--test", "--test-reporter=tap", tests]);
    counted(&mut node)
}

fn budgets(root: &Path) -> Result<Counts> {
    let (passed, broken) = dist::budgets_hold(root)?;
    for line in &broken {
        println!("over budget: {line}");
    }
    Ok(Counts {
        passed,
        failed: broken.len(),
        skipped: 0,
    })
}

fn in_browsers(root: &Path, only: Option<&str>) -> Result<Counts> {
    run::shown(run::cargo().current_dir(root).args([
        "build",
        "--quiet",
        "--locked",
        "-p",
        "swansfeet-cli",
    ]))?;
    let mut command = run::cargo();
    command.current_dir(root).args([
        "run",
        "--quiet",
        "--locked",
        "-p",
        "swansfeet-tests",
        "--bin",
        "browsers",
        "--",
    ]);
    if let Some(word) = only {
        command.args(["--only", word]);
    }
    counted(&mut command)
}

/// Shows the output as it comes and adds up the runners' closing lines.
fn counted(command: &mut Command) -> Result<Counts> {
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .context("cargo could not be started")?;
    let out = child.stdout.take().context("cargo has no output")?;
    let mut counts = Counts::default();
    for line in BufReader::new(out).lines() {
        let line = line?;
        if let Some(more) = closing_line(&line) {
            counts.add(more);
        }
        println!("{line}");
    }
    if !child.wait()?.success() && counts.failed == 0 {
        // It did not get as far as a closing line: that is a failure of its own.
        counts.failed += 1;
    }
    Ok(counts)
}

/// `test result: ok. 3 passed; 0 failed; 1 ignored; …`, `3 passed, 0 failed, 1 skipped`, or one
/// of the lines `# pass 3`, `# fail 0`, `# skipped 0` that Node's runner ends with.
fn closing_line(line: &str) -> Option<Counts> {
    let of = |what: &str| {
        line.strip_prefix(what)
            .and_then(|number| number.parse().ok())
    };
    if let Some(passed) = of("# pass ") {
        return Some(Counts {
            passed,
            ..Counts::default()
        });
    }
    if let Some(failed) = of("# fail ") {
        return Some(Counts {
            failed,
            ..Counts::default()
        });
    }
    if let Some(skipped) = of("# skipped ") {
        return Some(Counts {
            skipped,
            ..Counts::default()
        });
    }
    let known =
        line.starts_with("test result: ") || line.starts_with(|first: char| first.is_ascii_digit());
    if !known || !line.contains(" passed") || !line.contains(" failed") {
        return None;
    }
    let words: Vec<&str> = line
        .split([' ', ',', ';'])
        .filter(|word| !word.is_empty())
        .collect();
    let before = |names: &[&str]| {
        words
            .windows(2)
            .find(|pair| pair.get(1).is_some_and(|word| names.contains(word)))
            .and_then(|pair| pair.first()?.parse().ok())
            .unwrap_or(0)
    };
    Some(Counts {
        passed: before(&["passed"]),
        failed: before(&["failed"]),
        skipped: before(&["ignored", "skipped"]),
    })
}

fn finish(counts: &Counts, start: Instant) -> Result<ExitCode> {
    println!("\nall of it took {}", words(start.elapsed().as_secs_f64()));
    println!("{}", counts.line());
    if counts.passed == 0 {
        bail!("no test ran");
    }
    Ok(if counts.failed == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

#[cfg(test)]
mod tests {
    use super::closing_line;

    #[test]
    fn closing_lines_of_both_runners_are_read() {
        let rows = [
            (
                "test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured",
                Some((3, 0, 1)),
            ),
            ("12 passed, 2 failed, 5 skipped", Some((12, 2, 5))),
            ("a case says: 1 passed and none failed", None),
            ("# pass 6", Some((6, 0, 0))),
            ("# fail 2", Some((0, 2, 0))),
            ("running 4 tests", None),
        ];
        for (line, wanted) in rows {
            let read = closing_line(line).map(|c| (c.passed, c.failed, c.skipped));
            assert_eq!(read, wanted, "{line}");
        }
    }
}
