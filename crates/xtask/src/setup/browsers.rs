//! The three browsers of the tests and the programs that drive them.

use crate::run;
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};
use std::process::Command;

const GECKODRIVER: &str = "0.37.1";

struct Engine {
    name: &'static str,
    programs: &'static [&'static str],
    packages: &'static [&'static str],
}

const ENGINES: [Engine; 3] = [
    Engine {
        name: "Chromium",
        programs: &["chromium", "chromedriver"],
        packages: &["chromium", "chromium-driver", "fonts-dejavu-core"],
    },
    Engine {
        name: "Firefox",
        programs: &["firefox-esr"],
        packages: &["firefox-esr"],
    },
    Engine {
        name: "WebKit",
        programs: &["WebKitWebDriver", "Xvfb"],
        packages: &["webkit2gtk-driver", "xvfb", "xauth"],
    },
];

/// Installs what is missing and names what is there; one that can't be had is named as missing,
/// and the tests then count its cases as skipped.
pub(crate) fn find_or_install(root: &Path) -> Result<Vec<String>> {
    let mut found = Vec::new();
    for engine in &ENGINES {
        let here = || {
            engine
                .programs
                .iter()
                .all(|program| run::find(program).is_some())
        };
        if !here()
            && let Err(error) = super::apt(engine.packages, "testing in a real browser")
        {
            println!("      {} will be skipped: {error:#}", engine.name);
        }
        if here() {
            found.push(engine.name.to_owned());
        }
    }
    if run::find("firefox-esr").is_some() {
        geckodriver(root)?;
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
        run::captured(
            Command::new("cargo")
                .args([
                    "install",
                    "geckodriver",
                    "--locked",
                    "--version",
                    GECKODRIVER,
                    "--root",
                ])
                .arg(&tools)
                .current_dir(root),
        )
        .context("geckodriver could not be built")?;
    }
    Ok(program)
}
