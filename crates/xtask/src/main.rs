//! `cargo xtask`: sets up, builds, serves, tests and measures Swansfeet on a fresh machine.
//!
//! Knows the tools and the tree. Depends on none of the project's crates, so that it still
//! builds when they do not.

mod bench;
mod check;
mod dist;
mod new_widget;
mod run;
mod say;
mod serve;
mod setup;
mod test;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

const HELP: &str = "\
cargo xtask COMMAND

  serve [--port N] [--no-open]  build all, start the hub and a partner's page beside it
  test [--quick] [--only WORD]  everything that must hold, in real browsers too
  dist                          the script files that partners embed, in dist/
  check                         format, lints, documentation, arrows, licences
  bench [--quick] [--only PART] what must be fast, beside its goals; fails if one is missed
  setup                         find or install what the above need
  new-widget NAME               the start of a new widget
";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match command(&args) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("\nxtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn command(args: &[String]) -> anyhow::Result<ExitCode> {
    let root = root();
    let rest = args.get(1..).unwrap_or_default();
    match args.first().map(String::as_str) {
        Some("serve") => serve::run(&root, rest)?,
        Some("test") => return test::run(&root, rest),
        Some("check") => return test::check_only(&root),
        Some("bench") => bench::all(&root, rest)?,
        Some("dist") => {
            dist::run(&root)?;
        }
        Some("setup") => setup::all(&root)?,
        Some("new-widget") => new_widget::run(&root, rest)?,
        Some("help" | "--help" | "-h") => print!("{HELP}"),
        Some(other) => anyhow::bail!("there is no command `{other}`\n\n{HELP}"),
        None => anyhow::bail!("which command?\n\n{HELP}"),
    }
    Ok(ExitCode::SUCCESS)
}

/// The folder of the workspace: two above this crate.
fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).unwrap_or(here).to_path_buf()
}
