//! Which crate builds on which: every manifest of the workspace against `arrows.toml`.
//!
//! Knows names and arrows, not what is inside a crate. Tests may depend on anything, so
//! dev-dependencies are not looked at.

use std::{collections::BTreeMap, path::Path};

use anyhow::{Context, Result};
use cargo_metadata::{Dependency, DependencyKind, Metadata, MetadataCommand, Package};
use serde::Deserialize;

use super::Outcome;

/// The table of arrows.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Arrows {
    edges: BTreeMap<String, Vec<String>>,
    domain: BTreeMap<String, Vec<String>>,
    pure: Pure,
    pub(super) wasm: Wasm,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Pure {
    also: Vec<String>,
    never: Vec<String>,
    never_features: Vec<String>,
}

/// What must not be in a widget.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Wasm {
    pub(super) never: Vec<String>,
    pub(super) never_named: Vec<String>,
    pub(super) never_building: Vec<String>,
}

const PREFIX: &str = "swansfeet-";
const WIDGET: &str = "widget-";
/// A program that a widget asks for when it needs it.
const PART: &str = "part-";

pub(super) fn check(root: &Path) -> Result<Outcome> {
    let findings = Arrows::read()?.findings(&metadata(root)?);
    Ok(Outcome::from_findings(findings))
}

/// The workspace's own packages, as their manifests declare them.
pub(super) fn metadata(root: &Path) -> Result<Metadata> {
    let mut command = MetadataCommand::new();
    command.current_dir(root).no_deps();
    command.exec().context("cargo could not read the workspace")
}

/// Whether a name fits a pattern with `*` for any end.
pub(super) fn fits(pattern: &str, name: &str) -> bool {
    match pattern.strip_suffix('*') {
        Some(start) => name.starts_with(start),
        None => name == pattern,
    }
}

impl Arrows {
    pub(super) fn read() -> Result<Self> {
        toml::from_str(include_str!("arrows.toml")).context("arrows.toml")
    }

    /// Every arrow that the table does not have, and every crate that lets the world in.
    fn findings(&self, metadata: &Metadata) -> Vec<String> {
        metadata
            .packages
            .iter()
            .flat_map(|package| self.of_package(package))
            .collect()
    }

    fn of_package(&self, package: &Package) -> Vec<String> {
        let from = short(&package.name);
        let mut findings = Vec::new();
        for dependency in &package.dependencies {
            if dependency.kind == DependencyKind::Development {
                continue;
            }
            // Only a crate of the workspace has a path.
            if dependency.path.is_some() {
                let to = short(&dependency.name);
                if !self.allows(from, to) {
                    findings.push(format!(
                        "{from} → {to} is no arrow of this house; {from} may depend on: {}",
                        self.allowed(from).join(", ")
                    ));
                }
            } else if self.is_pure(from) && dependency.kind == DependencyKind::Normal {
                findings.extend(self.impure(from, dependency));
            }
        }
        findings
    }

    fn allows(&self, from: &str, to: &str) -> bool {
        self.allowed(from)
            .iter()
            .any(|target| match target.as_str() {
                "<any>" => true,
                "<domain>" => self.is_domain(to),
                "<own>" => from.strip_prefix(WIDGET) == Some(to),
                name => fits(name, to),
            })
    }

    fn allowed(&self, from: &str) -> &[String] {
        // A widget with a line of its own is held to that.
        let kind = match from {
            from if self.edges.contains_key(from) => from,
            from if from.starts_with(WIDGET) => "widget-*",
            from if from.starts_with(PART) => "part-*",
            from => from,
        };
        self.edges
            .get(kind)
            .or_else(|| self.domain.get(from))
            .map_or(&[], Vec::as_slice)
    }

    fn is_domain(&self, name: &str) -> bool {
        ![WIDGET, PART].iter().any(|kind| name.starts_with(kind)) && !self.edges.contains_key(name)
    }

    fn is_pure(&self, name: &str) -> bool {
        self.is_domain(name) || self.pure.also.iter().any(|also| also == name)
    }

    fn impure(&self, from: &str, dependency: &Dependency) -> Vec<String> {
        let name = &dependency.name;
        let mut findings = Vec::new();
        if self.pure.never.iter().any(|never| fits(never, name)) {
            findings.push(format!("{from} is pure and must not depend on {name}"));
        }
        let default = dependency.uses_default_features.then_some("default");
        for feature in dependency
            .features
            .iter()
            .map(String::as_str)
            .chain(default)
        {
            if self
                .pure
                .never_features
                .iter()
                .any(|never| *never == format!("{name}/{feature}"))
            {
                findings.push(format!(
                    "{from} is pure and must not turn on {name}/{feature}"
                ));
            }
        }
        findings
    }
}

fn short(name: &str) -> &str {
    name.strip_prefix(PREFIX).unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A workspace with these arrows: `from kind to`, where `to` is a crate of the workspace, or
    /// `name+feature` from outside.
    fn workspace(arrows: &[&str]) -> Metadata {
        let mut packages = BTreeMap::<&str, Vec<serde_json::Value>>::new();
        for arrow in arrows {
            let [from, kind, to] = arrow.split(' ').collect::<Vec<_>>()[..] else {
                panic!("`{arrow}` is not `from kind to`");
            };
            let (name, feature) = to.split_once('+').map_or((to, None), |(n, f)| (n, Some(f)));
            let mut dependency: serde_json::Value =
                serde_json::from_str(include_str!("fixtures/dependency.json")).unwrap();
            dependency["kind"] = if kind == "normal" { None } else { Some(kind) }.into();
            match feature {
                None => {
                    dependency["name"] = format!("swansfeet-{name}").into();
                    dependency["path"] = format!("/house/crates/{name}").into();
                }
                Some(feature) => {
                    dependency["name"] = name.into();
                    let default = feature == "default";
                    dependency["uses_default_features"] = default.into();
                    if !default {
                        dependency["features"] = serde_json::json!([feature]);
                    }
                }
            }
            packages.entry(from).or_default().push(dependency);
        }
        let packages: Vec<_> = packages
            .into_iter()
            .map(|(name, dependencies)| {
                let mut package: serde_json::Value =
                    serde_json::from_str(include_str!("fixtures/package.json")).unwrap();
                package["name"] = format!("swansfeet-{name}").into();
                package["dependencies"] = dependencies.into();
                package
            })
            .collect();
        let mut metadata: serde_json::Value =
            serde_json::from_str(include_str!("fixtures/metadata.json")).unwrap();
        metadata["packages"] = packages.into();
        serde_json::from_value(metadata).unwrap()
    }

    fn findings(arrows: &[&str]) -> Vec<String> {
        Arrows::read().unwrap().findings(&workspace(arrows))
    }

    #[test]
    fn the_arrows_of_the_house_are_allowed() {
        for arrow in [
            "api normal pay",
            "api normal rota",
            "ui normal words",
            "embed normal words",
            "widget-pay normal pay",
            "widget-pay build words",
            "part-pay-more normal pay",
            "part-pay-more normal api",
            "widget-rota normal rota",
            "hub normal widget-pay",
            "cli normal hub",
            "cli normal words",
            "meetings normal places",
            "gallery normal widget-rota",
            "tests normal hub",
            "pay normal chrono+alloc",
            "pay dev rand+default",
            "pay dev words",
            "hub normal tokio+net",
            "pay build toml+default",
        ] {
            assert_eq!(findings(&[arrow]), Vec::<String>::new(), "{arrow}");
        }
    }

    #[test]
    fn every_other_arrow_is_found() {
        for arrow in [
            "pay normal words",
            "pay build words",
            "pay normal meetings",
            "meetings normal demands",
            "words normal pay",
            "ui normal pay",
            "ui normal embed",
            "embed normal ui",
            "embed normal pay",
            "widget-pay normal widget-rota",
            "widget-pay normal meetings",
            "widget-pay normal hub",
            "widget-pay normal part-pay-more",
            "part-pay-more normal ui",
            "hub normal cli",
            "hub normal embed",
            "xtask normal words",
            "xtask build words",
            "counter normal words",
            "rota normal pay",
            "pay normal serde+derive",
            "pay normal chrono+clock",
            "words normal chrono+default",
            "rota normal web-sys+Window",
            "meetings normal tokio+net",
        ] {
            assert_eq!(
                findings(&[arrow]).len(),
                1,
                "{arrow}: {:?}",
                findings(&[arrow])
            );
        }
    }

    #[test]
    fn one_arrow_too_many_is_found_among_good_ones() {
        let found = findings(&[
            "widget-pay normal ui",
            "widget-pay normal hub",
            "ui normal words",
        ]);
        let said = "widget-pay → hub is no arrow of this house; \
                    widget-pay may depend on: <own>, api, ui, embed, words";
        assert_eq!(found, [said]);
    }
}
