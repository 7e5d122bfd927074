//! What a widget would carry to a phone: its dependencies for wasm, against `arrows.toml`.

use std::{collections::BTreeSet, path::Path};

use anyhow::Result;

use super::{
    Outcome,
    arrows::{Arrows, Wasm, fits, metadata},
};
use crate::run;

/// No widget's wasm contains what the table forbids. `cargo tree` and not the metadata, because
/// only it tells a build script's features from those of the program.
pub(super) fn check(root: &Path) -> Result<Outcome> {
    let wasm = Arrows::read()?.wasm;
    let mut findings = Vec::new();
    let mut widgets = 0;
    for package in metadata(root)?.packages {
        if !package.name.starts_with("swansfeet-widget-") {
            continue;
        }
        widgets += 1;
        findings.extend(forbidden(
            &wasm.never,
            &package.name,
            &tree(root, &package.name, "normal")?,
        ));
        let building = tree(root, &package.name, "normal,build")?;
        findings.extend(forbidden(&wasm.never_building, &package.name, &building));
    }
    if widgets == 0 {
        findings.push("found no widget to look into".to_owned());
    }
    Ok(Outcome::from_findings(findings))
}

/// The output of `cargo tree` that lists each dependency once by name.
fn tree(root: &Path, package: &str, edges: &str) -> Result<String> {
    let mut tree = run::cargo();
    tree.current_dir(root)
        .args(["tree", "--locked", "--target", "wasm32-unknown-unknown"]);
    tree.args([
        "--package",
        package,
        "--edges",
        edges,
        "--prefix",
        "none",
        "--format",
        "{p}",
    ]);
    run::captured(&mut tree)
}

fn forbidden(never: &[String], package: &str, tree: &str) -> Vec<String> {
    let names: BTreeSet<_> = tree
        .lines()
        .filter_map(|line| line.split(' ').next())
        .collect();
    names
        .into_iter()
        .filter(|name| never.iter().any(|pattern| fits(pattern, name)))
        .map(|name| format!("{package} would carry {name}; see arrows.toml, [wasm]"))
        .collect()
}

/// The table's own words, for the test below.
#[cfg(test)]
fn table() -> Wasm {
    Arrows::read().expect("arrows.toml").wasm
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_forbidden_is_found_once_by_its_name() {
        let tree = "swansfeet-widget-pay v0.1.0 (/house)\nregex-automata v0.4.1\nyew v0.23.0\n\
                    regex-automata v0.4.1 (*)\nserde v1.0.0\n";
        let found = forbidden(&table().never, "pay", tree);
        assert_eq!(
            found,
            ["pay would carry regex-automata; see arrows.toml, [wasm]"]
        );
        assert_eq!(
            forbidden(&table().never_building, "pay", "cc v1.0.0\nccsds v1.0.0\n").len(),
            1
        );
    }
}
