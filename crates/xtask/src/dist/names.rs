//! Short names between wasm and glue.
//!
//! wasm-bindgen's names carry a hash each, which no compression can shorten, and stand both in
//! the module and in the glue: 2 kB of a widget. Only `mount` and what the loader calls by name
//! stay as they are.

use anyhow::{Context, Result, ensure};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use walrus::Module;

/// The module name by which the wasm asks for the glue.
pub(crate) const GLUE: &str = "g";
/// Names that hand-written JavaScript uses.
const KEPT: [&str; 4] = ["memory", "mount", "__wbg_set_wasm", "__wbindgen_start"];

/// Renames in both; gives the glue as `glueOf()`, which makes a fresh copy of itself each time.
pub(crate) fn shorten(wasm: &Path, glue: &str) -> Result<String> {
    let mut module = Module::from_file(wasm).context("the module could not be read")?;
    let mut short = BTreeMap::new();
    // In the order of their names, which is the glue's.
    let imports: BTreeSet<String> = module.imports.iter().map(|one| one.name.clone()).collect();
    for (number, name) in imports.into_iter().enumerate() {
        short.insert(name, format!("i{number}"));
    }
    for import in module.imports.iter_mut() {
        import.name = short.get(&import.name).cloned().unwrap_or_default();
        import.module = GLUE.to_owned();
    }
    let imported: Vec<String> = (0..short.len())
        .map(|number| format!("i{number}"))
        .collect();
    for (number, export) in module.exports.iter_mut().enumerate() {
        if !KEPT.contains(&export.name.as_str()) && !short.contains_key(&export.name) {
            let new = format!("e{number}");
            short.insert(export.name.clone(), new.clone());
            export.name = new;
        }
    }
    module
        .emit_wasm_file(wasm)
        .context("the module could not be written")?;
    let text = replaced(glue, &short);
    ensure!(
        !text.contains("import "),
        "the glue imports another file, which one script cannot"
    );
    for name in &imported {
        ensure!(
            text.contains(&format!("export function {name}(")),
            "the glue has no function for {name}"
        );
    }
    Ok(factory(&text, &imported))
}

/// Whole words only: one name may begin like another.
fn replaced(glue: &str, short: &BTreeMap<String, String>) -> String {
    let is_word = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '$';
    let mut out = String::with_capacity(glue.len());
    let mut rest = glue;
    while let Some(start) = rest.find(is_word) {
        let (before, from) = rest.split_at(start);
        let end = from.find(|c| !is_word(c)).unwrap_or(from.len());
        let (word, after) = from.split_at(end);
        out.push_str(before);
        out.push_str(short.get(word).map_or(word, String::as_str));
        rest = after;
    }
    out.push_str(rest);
    out
}

fn factory(glue: &str, imported: &[String]) -> String {
    let body = glue.replace("\nexport ", "\n");
    let body = body.strip_prefix("export ").unwrap_or(&body);
    let names = imported.join(",");
    // Their names are counted out and not written.
    format!(
        "function glueOf(){{\n{body}\nconst all={{mount,__wbg_set_wasm}};\
         [{names}].forEach((one,n)=>{{all['i'+n]=one}});return all}}"
    )
}

#[cfg(test)]
mod tests {
    use super::replaced;
    use std::collections::BTreeMap;

    #[test]
    fn only_whole_words_are_replaced() {
        let short = BTreeMap::from([("__wbg_a".to_owned(), "i0".to_owned())]);
        let text = "export function __wbg_a(x) { return __wbg_ab; } wasm.__wbg_a";
        assert_eq!(
            replaced(text, &short),
            "export function i0(x) { return __wbg_ab; } wasm.i0"
        );
    }
}
