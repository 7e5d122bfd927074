//! `cargo xtask new-widget NAME`: the start of a widget that builds, is shown in the gallery and
//! passes every check before anybody has edited it.
//!
//! Writes two crates and one line of the workspace's manifest, or nothing at all. What the crates
//! contain stands in `templates/`; this code knows names and places, not widgets.

mod manifest;
mod name;
mod prove;
mod template;

use crate::run;
use anyhow::{Context, Result, bail, ensure};
use name::{Name, Taken};
use std::path::{Path, PathBuf};

pub(crate) use prove::{prove, prove_as_script};

/// Makes the widget that `args` names, and says what comes next.
pub(crate) fn run(root: &Path, args: &[String]) -> Result<()> {
    let [wanted] = args else {
        bail!("new-widget wants one name, such as `cargo xtask new-widget rota`");
    };
    // For whoever changes a template.
    if wanted == "--prove" {
        prove(root)?;
        let findings = prove_as_script(root)?;
        ensure!(findings.is_empty(), "{}", findings.join("\n"));
        return Ok(());
    }
    let name = Name::new(wanted, &Taken::read(root)?)?;
    for file in scaffold(root, &name)? {
        println!(
            "  wrote {}",
            file.strip_prefix(root).unwrap_or(&file).display()
        );
    }
    lock(root)?;
    print!("{}", next_steps(&name));
    Ok(())
}

/// Writes the crates and the manifest's line, and gives the files. An error leaves nothing behind.
fn scaffold(root: &Path, name: &Name) -> Result<Vec<PathBuf>> {
    let manifest = root.join("Cargo.toml");
    let before = std::fs::read_to_string(&manifest)
        .with_context(|| format!("{} cannot be read", manifest.display()))?;
    let after = manifest::with_domain(&before, name)?;
    let written = write(root, name).and_then(|files| {
        std::fs::write(&manifest, after)?;
        Ok(files)
    });
    if written.is_err() {
        // Neither folder was there before: `Taken` saw to it.
        for folder in [name.domain(), name.widget()] {
            let _ = std::fs::remove_dir_all(root.join("crates").join(folder));
        }
        let _ = std::fs::write(&manifest, before);
    }
    written
}

fn write(root: &Path, name: &Name) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for (file, text) in template::files(name) {
        let file = root.join("crates").join(file);
        let here = || format!("{} cannot be written", file.display());
        if let Some(folder) = file.parent() {
            std::fs::create_dir_all(folder).with_context(here)?;
        }
        std::fs::write(&file, text).with_context(here)?;
        files.push(file);
    }
    Ok(files)
}

/// Lets cargo enter the new crates in its lock file, and change no version in it. They bring
/// nothing that is not there already, so it asks the network only where the index is not at hand.
fn lock(root: &Path) -> Result<()> {
    let update = |more: &[&str]| {
        let mut cargo = run::cargo();
        cargo.current_dir(root).args(["update", "--workspace"]);
        run::captured(cargo.args(more))
    };
    update(&["--offline"])
        .or_else(|_| update(&[]))
        .context("the new crates are written, but cargo cannot read them")?;
    Ok(())
}

fn next_steps(name: &Name) -> String {
    let (domain, widget) = (name.domain(), name.widget());
    format!(
        "
<swan-{name}> stands. It builds and passes every check as it is; what it asks is an example.

  1. rules     crates/{domain}/src, with their cases in crates/{domain}/tests
               cargo test -p swansfeet-{domain}
  2. screen    crates/{widget}/src, its states in examples.toml
               cargo test -p swansfeet-{widget}
  3. words     crates/{widget}/locales, and its name on the hub's pages: crates/hub/locales
  4. storage   only if it keeps something: crates/api, a route of the hub, a migration
  5. all of it cargo xtask check, cargo xtask serve and its gallery, a line in CHANGELOG.md

CONTRIBUTING.md tells more.
"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;
    use std::process::Command;

    /// An empty workspace below the system's folder for such things, gone when dropped.
    struct Workspace(PathBuf);

    const MANIFEST: &str = "[workspace]\nmembers = [\"crates/*\"]\n\n\
        [workspace.dependencies]\nswansfeet-words = { path = \"crates/words\" }\n\nchrono = \"0.4\"\n";

    impl Workspace {
        fn new(test: &str) -> Self {
            let root = std::env::temp_dir().join(format!(
                "swansfeet-new-widget-{}-{test}",
                std::process::id()
            ));
            std::fs::create_dir_all(root.join("crates/words")).unwrap();
            std::fs::write(root.join("Cargo.toml"), MANIFEST).unwrap();
            Self(root)
        }

        fn files(&self) -> BTreeSet<String> {
            let mut found = BTreeSet::new();
            let mut folders = vec![self.0.clone()];
            while let Some(folder) = folders.pop() {
                for entry in std::fs::read_dir(folder).unwrap() {
                    let path = entry.unwrap().path();
                    if path.is_dir() {
                        folders.push(path);
                    } else {
                        let file = path.strip_prefix(&self.0).unwrap();
                        found.insert(file.to_str().unwrap().replace('\\', "/"));
                    }
                }
            }
            found
        }

        fn read(&self, file: &str) -> String {
            std::fs::read_to_string(self.0.join(file)).unwrap()
        }
    }

    impl Drop for Workspace {
        fn drop(&mut self) {
            std::fs::remove_dir_all(&self.0).unwrap();
        }
    }

    fn name(text: &str) -> Name {
        Name::new(text, &Taken::default()).unwrap()
    }

    /// As short, as long and with as many parts as a name can be; before and after all others in
    /// the alphabet, because rustfmt sorts.
    const NAMES: [&str; 4] = ["ab", "rota", "zz-zz", "night-and-day-off-rotas"];

    #[test]
    fn both_crates_are_whole_and_nothing_else_is_written() {
        let workspace = Workspace::new("files");
        scaffold(&workspace.0, &name("night-rota")).unwrap();
        let wanted = [
            "Cargo.toml",
            "crates/night-rota/Cargo.toml",
            "crates/night-rota/src/error.rs",
            "crates/night-rota/src/law.rs",
            "crates/night-rota/src/lib.rs",
            "crates/night-rota/src/rest.rs",
            "crates/night-rota/tests/rest.rs",
            "crates/night-rota/tests/rest.toml",
            "crates/widget-night-rota/Cargo.toml",
            "crates/widget-night-rota/build.rs",
            "crates/widget-night-rota/examples.toml",
            "crates/widget-night-rota/locales/cy.ftl",
            "crates/widget-night-rota/locales/en.ftl",
            "crates/widget-night-rota/src/app.rs",
            "crates/widget-night-rota/src/lib.rs",
            "crates/widget-night-rota/src/shift.rs",
            "crates/widget-night-rota/style.css",
            "crates/widget-night-rota/tests/render.rs",
        ];
        assert_eq!(workspace.files(), wanted.map(str::to_owned).into());
    }

    #[test]
    fn every_gap_is_filled_and_every_manifest_is_read() {
        let workspace = Workspace::new("gaps");
        for text in NAMES {
            scaffold(&workspace.0, &name(text)).unwrap();
        }
        for file in workspace.files() {
            let text = workspace.read(&file);
            assert_eq!(template::gap(&text), None, "{file}");
            assert!(text.ends_with('\n') && !text.contains("\r"), "{file}");
            if file.ends_with(".toml") {
                let table: toml::Table = toml::from_str(&text).unwrap();
                assert!(!table.is_empty(), "{file}");
            }
        }
        let widget = workspace.read("crates/widget-zz-zz/Cargo.toml");
        let widget: toml::Table = toml::from_str(&widget).unwrap();
        let settings = &widget["package"]["metadata"]["swansfeet"];
        assert_eq!(settings["element"].as_str(), Some("swan-zz-zz"));
        assert!(settings["budget"].is_integer() && settings["height"].is_integer());
        assert!(widget["dependencies"].get("swansfeet-zz-zz").is_some());
        let title = workspace.read("crates/widget-zz-zz/locales/cy.ftl");
        assert!(title.contains("\nwidget-title = Zz zz\n"), "{title}");
    }

    #[test]
    fn rustfmt_has_nothing_to_change_whatever_the_name() {
        let workspace = Workspace::new("format");
        for text in NAMES {
            scaffold(&workspace.0, &name(text)).unwrap();
        }
        let sources = workspace.files().into_iter();
        let sources = sources.filter(|file| file.ends_with(".rs"));
        let settings = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../rustfmt.toml");
        let mut rustfmt = Command::new("rustfmt");
        rustfmt.args(["--check", "--edition", "2024", "--config-path"]);
        rustfmt.arg(settings);
        rustfmt.args(sources.map(|file| workspace.0.join(file)));
        let out = rustfmt.output().unwrap();
        // Where it would change something it says so on standard output.
        assert_eq!(String::from_utf8_lossy(&out.stdout), "");
        assert!(
            out.status.success(),
            "{}",
            String::from_utf8_lossy(&out.stderr)
        );
    }

    #[test]
    fn what_cannot_be_finished_is_taken_back() {
        let workspace = Workspace::new("back");
        let before = workspace.files();
        // Where the widget's folder should go stands a file: the domain crate is written by then.
        std::fs::write(workspace.0.join("crates/widget-rota"), "").unwrap();
        let said = scaffold(&workspace.0, &name("rota"))
            .unwrap_err()
            .to_string();
        assert!(said.contains("widget-rota"), "{said}");
        std::fs::remove_file(workspace.0.join("crates/widget-rota")).unwrap();
        assert_eq!(workspace.files(), before);
        assert_eq!(workspace.read("Cargo.toml"), MANIFEST);
    }
}
