//! Makes `dist/`: the script files that partners embed, and all that belongs to them.
//!
//! Every bundle is a crate with a `mount`: the widgets (`crates/widget-*`), what they ask for when
//! they need it (`crates/part-*`), the gallery, and the bare counter that the others are measured
//! against. A bundle whose inputs have not changed is not made again.

mod bundle;
mod compile;
mod compress;
mod css;
mod earlier;
mod gallery;
mod glue;
mod late;
mod lean;
mod loader;
mod manifest;
mod module;
mod names;
mod no_wasm;
mod one;
mod order;
mod part;
mod plain;
mod plan;
mod script;
mod stamp;
mod streams;
mod wasm;
mod words;

use crate::say::Steps;
use crate::setup;
use anyhow::{Result, bail};
use plan::Bundle;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

pub(crate) use manifest::budgets_hold;
pub(crate) use one::of_another_workspace;

/// What every part of the build needs to know.
pub(crate) struct Shop<'a> {
    pub(crate) root: &'a Path,
    pub(crate) tools: setup::wasm::Toolchain,
}

/// What a run came to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Built {
    /// Something had changed.
    Anew,
    /// Nothing had, so nothing was made.
    Before,
}

/// Builds what has changed, prints the table of sizes and how long it took.
pub(crate) fn run(root: &Path) -> Result<Built> {
    let start = Instant::now();
    setup::wasm::ensure_rust(root)?;
    setup::npm::find_or_install(root)?;
    let _alone = alone(root)?;
    // Of the beginning: what changes while we build is built the next time.
    let state = stamp::of(root)?;
    let built = if stamp::holds(root, &state) {
        println!("dist/ holds all that is there to build");
        Built::Before
    } else {
        build(root)?;
        stamp::keep(root, &state)?;
        Built::Anew
    };
    manifest::Manifest::read(&root.join("dist"))?.print_sizes();
    println!("dist took {:.1} s\n", start.elapsed().as_secs_f64());
    Ok(built)
}

fn build(root: &Path) -> Result<()> {
    let mut steps = Steps::new(
        root,
        &[
            ("finding the tools", 60),
            ("compiling the widgets to wasm", 200),
            ("making one script of each widget", 60),
            ("writing dist/", 20),
        ],
    );
    let shop = steps.step(|| {
        let tools = setup::wasm::find_or_install(root)?;
        println!("      {}", tools.name);
        Ok(Shop { root, tools })
    })?;
    let bundles = plan::bundles(root)?;
    let compiled = steps.step(|| compile::all(&shop, &bundles))?;
    let made = steps.step(|| bundle::all(&shop, &bundles, &compiled))?;
    steps.step(|| {
        let mut out = manifest::Writer::new(&shop)?;
        out.bundles(&shop, &bundles, &made)?;
        gallery::write(&shop, &bundles, &mut out)?;
        out.put(
            "v1/swansfeet.d.ts",
            &std::fs::read(root.join("www/types/swansfeet.d.ts"))?,
            false,
        )?;
        out.finish()
    })
}

/// Two builds at once would write the same files: the second waits for the first.
fn alone(root: &Path) -> Result<std::fs::File> {
    let folder = root.join("target/dist");
    std::fs::create_dir_all(&folder)?;
    let file = std::fs::File::create(folder.join("lock"))?;
    if file.try_lock().is_err() {
        println!("      another build is running: waiting for it to end");
        file.lock()?;
    }
    Ok(file)
}

impl Shop<'_> {
    /// Runs a program that npm installed, from the workspace's folder.
    fn npm(&self, name: &str, args: &[&str]) -> Result<String> {
        let program = setup::npm::program(self.root, name);
        if !program.exists() {
            bail!("{name} is missing from node_modules; `npm ci` brings it");
        }
        crate::run::captured(Command::new(program).args(args).current_dir(self.root))
    }
}
