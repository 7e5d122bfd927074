//! `cargo xtask check`: everything that holds without running the product.
//!
//! Each check has a name and one outcome. Nothing here mends anything, and a check that cannot be
//! made says so and counts as skipped, never as passed. Whether every locale is complete is
//! decided by the build scripts, which the lints run.

mod arrows;
mod compiler;
mod deny;
mod scaffold;
mod text;
mod wasm;

use std::path::Path;

use crate::test::Counts;

/// How one check ended.
pub(crate) enum Outcome {
    /// It holds; the lines are worth knowing all the same.
    Passed(Vec<String>),
    /// It does not, and where.
    Failed(Vec<String>),
    /// It could not be made, and why.
    Skipped(String),
}

impl Outcome {
    /// Passed if nothing was found.
    fn from_findings(findings: Vec<String>) -> Self {
        if findings.is_empty() {
            Self::Passed(Vec::new())
        } else {
            Self::Failed(findings)
        }
    }
}

type Check = fn(&Path) -> anyhow::Result<Outcome>;

/// The cheap ones first: a misplaced arrow should not wait for a compiler.
const CHECKS: [(&str, Check); 11] = [
    ("format", compiler::format),
    ("arrows between crates", arrows::check),
    ("nothing forbidden in a widget", wasm::check),
    ("nothing left to do", text::nothing_left_to_do),
    ("no machine and no mirror named", text::no_machine_named),
    ("length of files", text::length_of_files),
    ("lints and locales", compiler::lints),
    ("documentation", compiler::documentation),
    ("a new widget, unedited", scaffold::check),
    ("licences, bans and sources", deny::licences_bans_sources),
    ("advisories", deny::advisories),
];

/// Runs all checks and prints one line for each, more where something is to be said.
pub(crate) fn run(root: &Path) -> anyhow::Result<Counts> {
    let mut counts = Counts::default();
    for (name, check) in CHECKS {
        match check(root)? {
            Outcome::Passed(notes) => {
                counts.passed += 1;
                println!("  ok       {name}");
                tell(&notes);
            }
            Outcome::Failed(findings) => {
                counts.failed += 1;
                println!("  FAILED   {name}");
                tell(&findings);
            }
            Outcome::Skipped(why) => {
                counts.skipped += 1;
                println!("  skipped  {name}: {why}");
            }
        }
    }
    Ok(counts)
}

fn tell(lines: &[String]) {
    for line in lines.iter().flat_map(|text| text.lines()) {
        println!("           {line}");
    }
}
