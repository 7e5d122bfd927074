//! The tests of every crate, without a browser.
//!
//! Cargo compiles them and says which executables came of it; it would run one after the other.
//! Many wait most of the time, for a disk, a database or a clock. So they are run here, several at
//! a time. They share nothing: each test has folders, ports and databases of its own.

use super::{Counts, closing_line, counted};
use crate::{run, setup};
use anyhow::{Context, Result};
use cargo_metadata::{Artifact, Message, TargetKind};
use std::io::{BufReader, PipeReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// How long all of them may take to run.
const GOAL: Duration = Duration::from_secs(60);

/// How many run at a time. Each has threads of its own, as many as there are cores.
const AT_ONCE: usize = 3;

/// Folder and name of those that take longest, longest first: one that began last would run alone
/// at the end.
const LONG: [(&str, &str); 8] = [
    ("hub", "store"),
    ("hub", "wellbeing"),
    ("wellbeing", "second"),
    ("cli", "demands"),
    ("cli", "wellbeing"),
    ("hub", "meetings"),
    ("api", "meetings"),
    ("hub", "serving"),
];

/// One program with tests in it.
struct Executable {
    file: PathBuf,
    /// Of its package. Cargo runs tests there.
    folder: PathBuf,
    /// What tells cargo which one it is.
    which: String,
}

/// How one ended.
struct Ended {
    output: String,
    counts: Counts,
    took: Duration,
}

/// Compiled first, so that the time is that of the tests themselves. Examples in the documentation
/// are compiled as they run, so they come last and are not in it.
pub(super) fn run(root: &Path) -> Result<Counts> {
    setup::postgres::find_or_install()?;
    let Some(executables) = compiled(root)? else {
        // What does not compile is a failure.
        return Ok(Counts::of(false));
    };
    let start = Instant::now();
    let mut counts = side_by_side(root, executables);
    tell(start.elapsed());
    let mut examples = cargo(root);
    examples.args(["--quiet", "--no-fail-fast", "--doc"]);
    counts.add(counted(&mut examples)?);
    Ok(counts)
}

/// No failure: how long tests take says as much of the machine as of them.
fn tell(took: Duration) {
    println!(
        "the tests of every crate ran in {:.0} s (goal: under {})",
        took.as_secs_f64(),
        GOAL.as_secs(),
    );
}

fn cargo(root: &Path) -> Command {
    let mut command = run::cargo();
    command
        .current_dir(root)
        .args(["test", "--workspace", "--locked"])
        .args(["--exclude", "swansfeet-tests"]);
    command
}

/// The longest first. `None` if they do not compile; cargo has said why.
fn compiled(root: &Path) -> Result<Option<Vec<Executable>>> {
    let mut command = cargo(root);
    let mut child = command
        .args(["--quiet", "--lib", "--bins", "--tests", "--no-run"])
        .arg("--message-format=json-render-diagnostics")
        .stdout(Stdio::piped())
        .spawn()
        .context("cargo could not be started")?;
    let out = child.stdout.take().context("cargo has no output")?;
    let mut found = Vec::new();
    for message in Message::parse_stream(BufReader::new(out)) {
        if let Message::CompilerArtifact(made) = message?
            && made.profile.test
        {
            found.extend(Executable::of(made));
        }
    }
    found.sort_by_key(Executable::rank);
    Ok(child.wait()?.success().then_some(found))
}

impl Executable {
    fn of(made: Artifact) -> Option<Self> {
        let name = made.target.name;
        let which = match made.target.kind.first()? {
            TargetKind::Test => format!("--test {name}"),
            TargetKind::Bin => format!("--bin {name}"),
            _ => "--lib".to_owned(),
        };
        Some(Self {
            file: made.executable?.into_std_path_buf(),
            folder: made.manifest_path.parent()?.as_std_path().to_owned(),
            which,
        })
    }

    /// Its place in the order of running.
    fn rank(&self) -> usize {
        let is_this = |(folder, name): &(&str, &str)| {
            self.folder.ends_with(folder) && self.which == format!("--test {name}")
        };
        LONG.iter().position(is_this).unwrap_or(LONG.len())
    }

    /// How to run it alone.
    fn command(&self, root: &Path) -> String {
        let folder = self.folder.strip_prefix(root).unwrap_or(&self.folder);
        let manifest = folder.join("Cargo.toml");
        format!(
            "cargo test --manifest-path {} {}",
            manifest.display(),
            self.which
        )
    }

    fn run(&self) -> Ended {
        let start = Instant::now();
        let (output, is_good) = match self.start() {
            Ok((child, out)) => all_of(child, out),
            Err(error) => (
                format!("{} could not be started: {error}\n", self.file.display()),
                false,
            ),
        };
        Ended {
            counts: counts(&output, is_good),
            output,
            took: start.elapsed(),
        }
    }

    /// As cargo starts it. Both outputs are one, so that a failure's words stand together.
    fn start(&self) -> std::io::Result<(Child, PipeReader)> {
        let (out, both) = std::io::pipe()?;
        let child = Command::new(&self.file)
            .arg("--quiet")
            .current_dir(&self.folder)
            .env("CARGO_MANIFEST_DIR", &self.folder)
            .env("CARGO_MANIFEST_PATH", self.folder.join("Cargo.toml"))
            .stdin(Stdio::null())
            .stdout(both.try_clone()?)
            .stderr(both)
            .spawn()?;
        Ok((child, out))
    }
}

/// All that it said, and whether it ended well.
fn all_of(mut child: Child, mut out: PipeReader) -> (String, bool) {
    let mut said = Vec::new();
    let read = out.read_to_end(&mut said);
    let mut said = String::from_utf8_lossy(&said).into_owned();
    match read.and_then(|_| child.wait()) {
        Ok(status) if status.success() => (said, true),
        // A signal is said nowhere else.
        Ok(status) => {
            said.push_str(&format!("{status}\n"));
            (said, false)
        }
        Err(error) => {
            said.push_str(&format!("{error}\n"));
            (said, false)
        }
    }
}

fn counts(output: &str, is_good: bool) -> Counts {
    let mut counts = Counts::default();
    for more in output.lines().filter_map(closing_line) {
        counts.add(more);
    }
    counts.of_run(is_good)
}

/// Runs them all, whatever fails. What each says is shown when it has ended, whole.
fn side_by_side(root: &Path, executables: Vec<Executable>) -> Counts {
    let waiting = Mutex::new(executables.into_iter());
    let total = Mutex::new((Counts::default(), Vec::new()));
    let next = || {
        waiting
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .next()
    };
    std::thread::scope(|scope| {
        for _ in 0..AT_ONCE {
            scope.spawn(|| {
                while let Some(one) = next() {
                    let ended = one.run();
                    let mut total = total.lock().unwrap_or_else(PoisonError::into_inner);
                    let command = one.command(root);
                    println!("\n{command} ({:.1} s)", ended.took.as_secs_f64());
                    println!("{}", ended.output.trim());
                    total.0.add(ended.counts);
                    if ended.counts.failed > 0 {
                        total.1.push(command);
                    }
                }
            });
        }
    });
    let (counts, failed) = total.into_inner().unwrap_or_else(PoisonError::into_inner);
    println!();
    for command in failed {
        println!("FAILED: {command}");
    }
    counts
}
