//! What a widget would carry to a phone: its dependencies for wasm, against `arrows.toml`.

use std::{collections::BTreeSet, path::Path};

use anyhow::Result;
use cargo_metadata::DependencyKind;

use super::{
    Outcome,
    arrows::{Arrows, fits, metadata},
};
use crate::run;

/// Packages that are programs on a phone: widgets, and what they ask for when they need it.
const CARRIED: [&str; 2] = ["swansfeet-widget-", "swansfeet-part-"];

/// No widget's wasm contains what the table forbids. `cargo tree` and not the metadata, because
/// only it tells a build script's features from those of the program.
pub(super) fn check(root: &Path) -> Result<Outcome> {
    let wasm = Arrows::read()?.wasm;
    let metadata = metadata(root)?;
    let widgets = metadata
        .packages
        .iter()
        .filter(|p| CARRIED.iter().any(|kind| p.name.starts_with(kind)));
    let mut findings = Vec::new();
    let mut ours = BTreeSet::new();
    for widget in widgets {
        let carried = names(&tree(root, &widget.name, "normal")?);
        let building = names(&tree(root, &widget.name, "normal,build")?);
        findings.extend(forbidden(&wasm.never, &widget.name, &carried));
        findings.extend(forbidden(&wasm.never_building, &widget.name, &building));
        ours.extend(
            carried
                .into_iter()
                .filter(|name| name.starts_with("swansfeet-")),
        );
    }
    if ours.is_empty() {
        findings.push("found no widget to look into".to_owned());
    }
    for package in metadata
        .packages
        .iter()
        .filter(|package| ours.contains(package.name.as_str()))
    {
        let normal = package
            .dependencies
            .iter()
            .filter(|d| d.kind == DependencyKind::Normal);
        let named = normal
            .filter(|d| !d.optional)
            .map(|d| d.name.clone())
            .collect();
        findings.extend(forbidden(&wasm.never_named, &package.name, &named));
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

fn names(tree: &str) -> BTreeSet<String> {
    tree.lines()
        .filter_map(|line| line.split(' ').next())
        .map(str::to_owned)
        .collect()
}

fn forbidden(never: &[String], package: &str, names: &BTreeSet<String>) -> Vec<String> {
    names
        .iter()
        .filter(|name| never.iter().any(|pattern| fits(pattern, name)))
        .map(|name| format!("{package} would carry {name}; see arrows.toml, [wasm]"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_forbidden_is_found_once_by_its_name() {
        let wasm = Arrows::read().unwrap().wasm;
        let tree = "swansfeet-widget-pay v0.1.0 (/house)\nregex-automata v0.4.1\nyew v0.23.0\n\
                    regex-automata v0.4.1 (*)\nserde v1.0.0\n";
        let found = forbidden(&wasm.never, "pay", &names(tree));
        assert_eq!(
            found,
            ["pay would carry regex-automata; see arrows.toml, [wasm]"]
        );
        let building = names("cc v1.0.0\nccsds v1.0.0\n");
        assert_eq!(forbidden(&wasm.never_building, "pay", &building).len(), 1);
        assert_eq!(
            forbidden(&wasm.never_named, "pay", &names("serde_json v1.0.0")).len(),
            1
        );
    }
}
