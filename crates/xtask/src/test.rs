//! The second command of the README: everything that must hold, counted.

mod native;

use crate::say::{Steps, words};
use crate::{check, dist, new_widget, run, setup};
use anyhow::{Context, Result, bail};
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, ExitCode, Stdio};
use std::time::{Duration, Instant};

/// How long a build may take that has nothing to do.
const SOON: Duration = Duration::from_secs(3);

/// How many checks of each kind ended how.
#[derive(Default, Clone, Copy)]
pub(crate) struct Counts {
    pub(crate) passed: usize,
    pub(crate) failed: usize,
    pub(crate) skipped: usize,
}

impl Counts {
    /// One check.
    fn of(is_good: bool) -> Self {
        Self {
            passed: is_good.into(),
            failed: (!is_good).into(),
            skipped: 0,
        }
    }

    /// What a run's closing lines say, and how it ended: one that did not get as far as a line that
    /// tells of a failure has one of its own.
    fn of_run(mut self, is_good: bool) -> Self {
        if !is_good && self.failed == 0 {
            self.failed = 1;
        }
        self
    }

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
                420,
            ),
            ("testing every crate without a browser", 420),
            ("testing the hub under load, faults and thieves", 240),
            ("finding the browsers", 150),
            ("building what the browsers load", 420),
            ("testing in Chromium, Firefox and WebKit", 800),
        ],
    );
    if options.only.is_none() {
        total.add(steps.step(|| check::run(root))?);
        total.add(steps.step(|| without_a_browser(root))?);
        total.add(steps.step(|| hub(root))?);
        if options.quick {
            return finish(&total, start);
        }
    }
    setup::browsers::find_or_install(root)?;
    dist::run(root)?;
    total.add(budgets(root)?);
    total.add(second_run(root)?);
    total.add(new_widget(root));
    total.add(in_browsers(root, options.only.as_deref())?);
    finish(&total, start)
}

/// The checks alone.
pub(crate) fn check_only(root: &Path) -> Result<ExitCode> {
    let start = Instant::now();
    let counts = check::run(root)?;
    finish(&counts, start)
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

/// Rust, and the scripts: they can be tried whatever became of the rest.
fn without_a_browser(root: &Path) -> Result<Counts> {
    let mut counts = native::run(root)?;
    counts.add(scripts(root)?);
    Ok(counts)
}

/// The real hub as a process, under load, faults and thieves.
fn hub(root: &Path) -> Result<Counts> {
    setup::clock::find_or_install();
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

/// The hand-written JavaScript, by Node's own test runner, and what a JavaScript library makes of our
/// calendar files.
fn scripts(root: &Path) -> Result<Counts> {
    setup::npm::find_or_install(root)?;
    let mut tests = vec![root.join("crates/meetings/tests/written/calendar.test.js")];
    for file in std::fs::read_dir(root.join("crates/embed/js/tests"))? {
        let file = file?.path();
        if file.to_string_lossy().ends_with(".test.js") {
            tests.push(file);
        }
    }
    tests.sort();
    let mut node = Command::new("node");
    node.current_dir(root)
        .args(["--test", "--test-reporter=tap"])
        .args(tests);
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

/// A second run with nothing changed makes nothing, and is quick enough to be no bother.
fn second_run(root: &Path) -> Result<Counts> {
    let start = Instant::now();
    let built = dist::run(root)?;
    let took = start.elapsed();
    let is_good = built == dist::Built::Before && took < SOON;
    println!(
        "{} a second run of dist: {built:?}, {:.1} s (goal: built before, under {} s)",
        if is_good { "ok     " } else { "FAILED " },
        took.as_secs_f64(),
        SOON.as_secs(),
    );
    Ok(Counts::of(is_good))
}

/// What `new-widget` makes comes out of `dist` as every other widget does.
fn new_widget(root: &Path) -> Counts {
    let start = Instant::now();
    let findings =
        new_widget::prove_as_script(root).unwrap_or_else(|error| vec![format!("{error:#}")]);
    let took = start.elapsed();
    let is_good = findings.is_empty();
    println!(
        "{} a new widget as scripts, unedited, {:.0} s",
        if is_good { "ok     " } else { "FAILED " },
        took.as_secs_f64(),
    );
    for line in &findings {
        println!("        {line}");
    }
    Counts::of(is_good)
}

fn in_browsers(root: &Path, only: Option<&str>) -> Result<Counts> {
    run::shown(run::cargo().current_dir(root).args([
        "build",
        "--quiet",
        "--locked",
        "-p",
        "swansfeet-cli",
        // As it is handed out: one program with its widgets inside.
        "--features",
        "widgets",
    ]))?;
    let of_tests = |what: &str, more: &[&str]| {
        let mut command = run::cargo();
        command
            .current_dir(root)
            .args([what, "--quiet", "--locked", "-p", "swansfeet-tests"])
            .args(more);
        command
    };
    let mut counts = Counts::default();
    if only.is_none() {
        // The tools of the browser tests have tests of their own.
        counts.add(counted(&mut of_tests("test", &["--lib"]))?);
    }
    let mut browsers = of_tests("run", &["--bin", "browsers", "--"]);
    if let Some(word) = only {
        browsers.args(["--only", word]);
    }
    counts.add(counted(&mut browsers)?);
    Ok(counts)
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
    Ok(counts.of_run(child.wait()?.success()))
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
