//! The same widget as plain JavaScript, for pages and browsers that refuse wasm.

use super::{Shop, wasm};
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};

/// Writes a script whose `asmFunc(imports)` makes one fresh instance.
pub(crate) fn javascript(shop: &Shop<'_>, module: &wasm::Module, folder: &Path) -> Result<PathBuf> {
    let raw = folder.join("plain.raw.js");
    shop.npm(
        "wasm2js",
        &[
            "-Oz",
            "--mvp-features",
            wasm::path(&module.wasm)?,
            "-o",
            wasm::path(&raw)?,
        ],
    )?;
    let text = std::fs::read_to_string(&raw)?;
    let out = folder.join("plain.js");
    std::fs::write(&out, as_factory(&text)?)?;
    Ok(out)
}

/// wasm2js makes one instance while the file loads; a widget that failed wants to start afresh.
fn as_factory(text: &str) -> Result<String> {
    let (body, _) = text
        .split_once("var retasmFunc = ")
        .context("wasm2js has changed: the end of its module was not found")?;
    let (imports, code): (Vec<&str>, Vec<&str>) =
        body.lines().partition(|line| line.starts_with("import "));
    anyhow::ensure!(imports.len() == 1, "one import was expected of wasm2js");
    Ok(format!("{}\n", code.join("\n")))
}

#[cfg(test)]
mod tests {
    use super::as_factory;

    #[test]
    fn the_instance_becomes_a_function() {
        let text = "import * as $_a from './a_bg.js';\nfunction asmFunc(i) {}\nvar retasmFunc = asmFunc({});\nexport var memory = retasmFunc.memory;\n";
        let made = as_factory(text).expect("the shape is known");
        assert_eq!(made, "function asmFunc(i) {}\n");
    }
}
