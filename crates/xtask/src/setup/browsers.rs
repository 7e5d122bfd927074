//! The three browsers of the tests and the programs that drive them.

use crate::run;
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};

const GECKODRIVER: &str = "0.37.1";

/// Where a Mac keeps what its people put into "Applications".
const CHROMES: [&str; 6] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];
const FOXES: [&str; 3] = [
    "firefox-esr",
    "firefox",
    "/Applications/Firefox.app/Contents/MacOS/firefox",
];

struct Engine {
    name: &'static str,
    /// Of each list, one is needed.
    programs: &'static [&'static [&'static str]],
    packages: &'static [&'static str],
    /// What to type on a Mac, where there is a way.
    homebrew: Option<&'static str>,
}

const ENGINES: [Engine; 3] = [
    Engine {
        name: "Chromium",
        programs: &[&CHROMES, &["chromedriver"]],
        packages: &["chromium", "chromium-driver", "fonts-dejavu-core"],
        homebrew: Some("brew install --cask google-chrome chromedriver"),
    },
    Engine {
        name: "Firefox",
        programs: &[&FOXES],
        packages: &["firefox-esr"],
        homebrew: Some("brew install --cask firefox"),
    },
    Engine {
        name: "WebKit",
        programs: &[&["WebKitWebDriver"], &["Xvfb"]],
        packages: &["webkit2gtk-driver", "xvfb", "xauth"],
        homebrew: None,
    },
];

impl Engine {
    fn is_here(&self) -> bool {
        self.programs
            .iter()
            .all(|one| one.iter().any(|program| run::find(program).is_some()))
    }

    /// How a person gets it.
    fn by_hand(&self, is_mac: bool) -> String {
        match self.homebrew {
            Some(line) if is_mac => line.to_owned(),
            None if is_mac => "there is none for macOS; Linux has it".to_owned(),
            _ => format!(
                "Debian and Ubuntu: sudo apt-get install {}; elsewhere the packages with {}",
                self.packages.join(" "),
                self.programs
                    .iter()
                    .filter_map(|one| one.first().copied())
                    .collect::<Vec<_>>()
                    .join(" and "),
            ),
        }
    }
}

/// Installs what is missing and names what is there; one that can't be had is named as missing,
/// and the tests then count its cases as skipped (in CI they fail).
pub(crate) fn find_or_install(root: &Path) -> Result<Vec<String>> {
    let mut found = Vec::new();
    for engine in &ENGINES {
        if !engine.is_here()
            && run::find("apt-get").is_some()
            && let Err(error) = super::apt(engine.packages, "testing in a real browser")
        {
            println!("      {error:#}");
        }
        let driven = if engine.name == "Firefox" && engine.is_here() {
            geckodriver(root).map(drop)
        } else {
            Ok(())
        };
        match driven {
            Err(error) => println!("      Firefox will be skipped: {error:#}"),
            Ok(()) if engine.is_here() => found.push(engine.name.to_owned()),
            Ok(()) => println!(
                "      {} will be skipped; to have it: {}",
                engine.name,
                engine.by_hand(cfg!(target_os = "macos")),
            ),
        }
    }
    Ok(found)
}

/// Firefox's driver is not in Debian; its makers publish it as a crate.
fn geckodriver(root: &Path) -> Result<PathBuf> {
    let tools = root.join("target/tools");
    let program = tools.join("bin/geckodriver");
    if let Some(found) = run::find("geckodriver") {
        return Ok(found);
    }
    if !program.exists() {
        println!(
            "      building geckodriver {GECKODRIVER}: Firefox is driven through it (about 2 min)"
        );
        run::captured(run::tool("geckodriver", GECKODRIVER, &tools).current_dir(root))
        .context("geckodriver could not be built; `brew install geckodriver` or its makers have it ready made (github.com/mozilla/geckodriver)")?;
    }
    Ok(program)
}

#[cfg(test)]
mod tests {
    use super::ENGINES;

    #[test]
    fn every_system_is_told_how_to_get_what_is_missing() {
        for engine in ENGINES {
            let mac = engine.by_hand(true);
            assert!(!mac.contains("apt"), "{mac}");
            assert!(mac.contains("brew") || engine.name == "WebKit", "{mac}");
            let linux = engine.by_hand(false);
            assert!(!linux.contains("brew"), "{linux}");
            for package in engine.packages {
                assert!(linux.contains(package), "{linux}");
            }
        }
    }
}
