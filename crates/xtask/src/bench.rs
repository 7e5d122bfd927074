//! `cargo xtask bench`: what must be fast, in named parts, each beside its goal.
//!
//! A part is a program that prints what it measured with the goals beside it, and ends badly where
//! one is missed. Knows how to start each, not what it measures.

use crate::{dist, run, setup};
use anyhow::{Context, Result, bail};
use std::path::Path;
use std::process::Command;

struct Part {
    name: &'static str,
    what: &'static str,
    run: fn(&Path, &Options) -> Result<()>,
}

const PARTS: [Part; 8] = [
    Part {
        name: "widgets",
        what: "how fast a widget starts, beside a bare Yew counter",
        run: widgets,
    },
    Part {
        name: "meetings",
        what: "how fast the meeting finder answers, beside a page written by hand",
        run: meetings,
    },
    Part {
        name: "recurrence",
        what: "100,000 random rules against the crate rrule, and how soon dates are found",
        run: recurrence,
    },
    Part {
        name: "feeds",
        what: "what a hostile megabyte costs to read and to expand",
        run: feeds,
    },
    Part {
        name: "wellbeing",
        what: "what a check-in costs on the device, at the hub, and when it is counted",
        run: wellbeing,
    },
    Part {
        name: "checks",
        what: "how fast the command line checks pay",
        run: checks,
    },
    Part {
        name: "export",
        what: "how fast signatures are opened and written",
        run: export,
    },
    Part {
        name: "load",
        what: "what the hub bears, beside bare rows",
        run: load,
    },
];

#[derive(Default, Debug, PartialEq, Eq)]
struct Options {
    quick: bool,
    only: Option<String>,
}

/// Runs all parts, or one; an error names each that missed a goal.
pub(crate) fn all(root: &Path, args: &[String]) -> Result<()> {
    let options = options(args)?;
    let mut missed = Vec::new();
    for part in PARTS {
        if options
            .only
            .as_deref()
            .is_some_and(|only| only != part.name)
        {
            continue;
        }
        println!("\n{}: {}", part.name, part.what);
        if let Err(error) = (part.run)(root, &options) {
            println!("{}: {error:#}", part.name);
            missed.push(part.name);
        }
    }
    if !missed.is_empty() {
        bail!("goals were missed in: {}", missed.join(", "));
    }
    println!("\nall goals met");
    Ok(())
}

fn options(args: &[String]) -> Result<Options> {
    let names = PARTS.map(|part| part.name).join(", ");
    let mut options = Options::default();
    let mut args = args.iter();
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--quick" => options.quick = true,
            "--only" => {
                let name = args.next().context("--only wants a part")?;
                if !PARTS.iter().any(|part| part.name == name) {
                    bail!("bench has no part `{name}` for --only; it has {names}");
                }
                options.only = Some(name.clone());
            }
            other => bail!(
                "bench has no option `{other}`; it has --quick (fewer runs) and --only PART ({names})"
            ),
        }
    }
    Ok(options)
}

fn widgets(root: &Path, options: &Options) -> Result<()> {
    in_a_browser(root, options, "bench")
}

fn meetings(root: &Path, options: &Options) -> Result<()> {
    in_a_browser(root, options, "finder")
}

/// With `--quick`, a tenth of the rules.
fn recurrence(root: &Path, options: &Options) -> Result<()> {
    println!("compiling recurrence and its oracle (release)");
    let bench = |name| {
        let args = ["bench", "--quiet", "--locked", "-p", "swansfeet-meetings"];
        let mut bench = run::cargo();
        bench.current_dir(root).args(args).args(["--bench", name]);
        bench
    };
    let mut oracle = bench("oracle");
    if options.quick {
        oracle.env("RULES", "10000");
    }
    run::shown(&mut oracle)?;
    run::shown(&mut bench("expand"))
}

fn feeds(root: &Path, _: &Options) -> Result<()> {
    println!("compiling the readers of feeds (release)");
    let args = ["bench", "--quiet", "--locked", "-p", "swansfeet-api"];
    let features = ["--features", "meetings", "--bench", "feeds"];
    run::shown(run::cargo().current_dir(root).args(args).args(features))
}

fn wellbeing(root: &Path, options: &Options) -> Result<()> {
    println!("compiling what the holders of keys do (release)");
    let args = ["bench", "--quiet", "--locked", "-p", "swansfeet-wellbeing"];
    let features = ["--features", "holder", "--bench", "tally"];
    run::shown(run::cargo().current_dir(root).args(args).args(features))?;
    in_a_browser(root, options, "checkin")
}

fn in_a_browser(root: &Path, options: &Options, program: &str) -> Result<()> {
    setup::browsers::find_or_install(root)?;
    dist::run(root)?;
    println!("compiling the hub and the bench (release)");
    let release = ["--quiet", "--locked", "--release", "-p"];
    run::shown(
        run::cargo()
            .current_dir(root)
            .arg("build")
            .args(release)
            .arg("swansfeet-cli"),
    )?;
    let mut bench = run::cargo();
    bench.current_dir(root).arg("run").args(release).args([
        "swansfeet-tests",
        "--bin",
        program,
        "--",
    ]);
    if options.quick {
        bench.arg("--quick");
    }
    run::shown(&mut bench)
}

fn checks(root: &Path, _: &Options) -> Result<()> {
    command_line(root, "pay_check")
}

fn export(root: &Path, _: &Options) -> Result<()> {
    command_line(root, "export")
}

fn command_line(root: &Path, bench: &str) -> Result<()> {
    println!("compiling the command line (release)");
    let args = ["bench", "--quiet", "--locked", "-p", "swansfeet-cli"];
    run::shown(
        run::cargo()
            .current_dir(root)
            .args(args)
            .args(["--bench", bench]),
    )
}

/// The hub's program has a route more for this, so it is kept under a name of its own.
fn load(root: &Path, options: &Options) -> Result<()> {
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
    load.current_dir(root).env("SWAN_TRIAL_PROGRAM", measured);
    if options.quick {
        load.arg("--quick");
    }
    run::shown(&mut load)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may stop where it stands")]

    use super::{Options, options};

    #[test]
    fn a_part_can_be_had_alone_and_a_wrong_name_is_told_the_right_ones() {
        let args =
            |line: &str| -> Vec<String> { line.split_whitespace().map(str::to_owned).collect() };
        let only = |name: &str| Some(name.to_owned());
        let rows = [
            ("", false, None),
            ("--quick", true, None),
            ("--only checks", false, only("checks")),
            ("--only widgets --quick", true, only("widgets")),
            ("--only recurrence", false, only("recurrence")),
        ];
        for (line, quick, only) in rows {
            let read = options(&args(line)).unwrap();
            assert_eq!(read, Options { quick, only }, "{line}");
        }
        for line in ["--only", "--only check", "--fast"] {
            let error = options(&args(line)).unwrap_err().to_string();
            assert!(error.contains("--only"), "{line}: {error}");
            assert!(line == "--only" || error.contains("checks"), "{error}");
        }
    }
}
