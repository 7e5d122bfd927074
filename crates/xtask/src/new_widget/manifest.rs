//! The one line of the workspace's manifest. Edited as text, so that its comments stay.

use super::name::Name;
use anyhow::{Context, Result, ensure};

const SECTION: &str = "[workspace.dependencies]";

/// The manifest with the new domain crate after the last of ours. The widget needs no line: no
/// crate depends on it, and the workspace finds both by their folder.
pub(super) fn with_domain(manifest: &str, name: &Name) -> Result<String> {
    let ours = format!(
        "swansfeet-{name} = {{ path = \"crates/{}\" }}",
        name.domain()
    );
    let mut lines: Vec<&str> = manifest.lines().collect();
    let section = lines
        .iter()
        .position(|line| line.trim() == SECTION)
        .with_context(|| format!("Cargo.toml has no {SECTION}"))?;
    let last = lines
        .iter()
        .enumerate()
        .skip(section + 1)
        .take_while(|(_, line)| !line.starts_with('['))
        .filter(|(_, line)| line.starts_with("swansfeet-"))
        .last();
    lines.insert(last.map_or(section, |(at, _)| at) + 1, &ours);
    let mut after = lines.join("\n");
    after.push('\n');
    check(manifest, &after, name)?;
    Ok(after)
}

/// That one dependency more is all the difference.
fn check(before: &str, after: &str, name: &Name) -> Result<()> {
    let read = |text: &str| toml::from_str::<toml::Table>(text).context("Cargo.toml");
    let (before, mut after) = (read(before)?, read(after)?);
    let added = after
        .get_mut("workspace")
        .and_then(|workspace| workspace.get_mut("dependencies"))
        .and_then(|dependencies| dependencies.as_table_mut())
        .and_then(|dependencies| dependencies.remove(&format!("swansfeet-{name}")));
    ensure!(
        added.is_some() && before == after,
        "Cargo.toml is not as expected: {SECTION} cannot be added to"
    );
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::name::Taken;
    use super::*;

    #[test]
    fn the_line_comes_after_the_last_of_ours() {
        let name = Name::new("rota", &Taken::default()).unwrap();
        let line = "swansfeet-rota = { path = \"crates/rota\" }\n";
        let rows = [
            ("[workspace.dependencies]\n", "serde = \"1\"\n"),
            (
                "[workspace.dependencies]\nswansfeet-pay = { path = \"p\" }\n",
                "# seeds\nserde = \"1\"\n",
            ),
            (
                "[workspace.dependencies]\nserde = \"1\"\nswansfeet-ui = { path = \"u\" }\n",
                "\n[profile.dev]\ndebug = 0\n",
            ),
        ];
        for (before, after) in rows {
            let manifest = format!("{before}{after}");
            let found = with_domain(&manifest, &name).unwrap();
            assert_eq!(found, format!("{before}{line}{after}"));
        }
    }

    #[test]
    fn another_manifest_is_left_alone() {
        let name = Name::new("rota", &Taken::default()).unwrap();
        for manifest in [
            "[workspace]\n",
            "[workspace.dependencies]\nswansfeet-rota = { path = \"there\" }\n",
            "text = '''\n[workspace.dependencies]\n'''\n",
        ] {
            assert!(with_domain(manifest, &name).is_err(), "{manifest}");
        }
    }
}
