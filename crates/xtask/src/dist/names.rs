//! Short names between wasm and glue.
//!
//! wasm-bindgen's names carry a hash each, which no compression can shorten, and stand both in
//! the module and in the glue: 2 kB of a widget. Only `mount` and what the loader calls by name
//! stay as they are. On the way, what nothing can call any more is left out of both.

use super::glue;
use anyhow::{Context, Result, ensure};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use walrus::{ElementItems, ExportItem, FunctionId, Module};

/// The module name by which the wasm asks for the glue.
pub(crate) const GLUE: &str = "g";
/// Names that hand-written JavaScript uses.
const KEPT: [&str; 4] = ["memory", "mount", "__wbg_set_wasm", "__wbindgen_start"];

/// Renames in both; gives the glue as `glueOf()`, which makes a fresh copy of itself each time.
pub(crate) fn shorten(wasm: &Path, glue: &str) -> Result<String> {
    let mut module = Module::from_file(wasm).context("the module could not be read")?;
    without_exports_to_nobody(&mut module, glue);
    without_closures_of_nobody(&mut module);
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
    let text = without_unused(text, &|name| {
        KEPT.contains(&name) || imported.iter().any(|one| one == name)
    });
    Ok(factory(&text, &imported))
}

/// What the glue does not call, nothing does.
fn without_exports_to_nobody(module: &mut Module, glue: &str) {
    let called: BTreeSet<&str> = words(glue).collect();
    let idle: Vec<_> = module
        .exports
        .iter()
        .filter(|one| !KEPT.contains(&one.name.as_str()) && !called.contains(one.name.as_str()))
        .map(walrus::Export::id)
        .collect();
    for export in idle {
        module.exports.delete(export);
    }
}

/// Closures reach JavaScript by what wasm-bindgen exports for each kind of them. js-sys has forty
/// kinds more, for arrays and promises; they stand in the table for the sake of descriptions that
/// are gone by now, nothing calls them, and what is in a table is never taken for unused.
fn without_closures_of_nobody(module: &mut Module) {
    let exported: BTreeSet<FunctionId> = module
        .exports
        .iter()
        .filter_map(|export| match export.item {
            ExportItem::Function(function) => Some(function),
            _ => None,
        })
        .collect();
    let idle: BTreeSet<FunctionId> = module
        .funcs
        .iter()
        .filter(|function| !exported.contains(&function.id()))
        .filter(|function| function.name.as_deref().is_some_and(is_closure_for_glue))
        .map(walrus::Function::id)
        .collect();
    for element in module.elements.iter_mut() {
        let ElementItems::Functions(functions) = &mut element.items else {
            continue;
        };
        // Something must stand in each place, so that the others keep theirs.
        let Some(other) = functions.iter().copied().find(|one| !idle.contains(one)) else {
            continue;
        };
        for function in functions.iter_mut().filter(|one| idle.contains(one)) {
            *function = other;
        }
    }
    walrus::passes::gc::run(module);
}

/// As rustc names what wasm-bindgen calls a closure by, `wasm_bindgen[…]::convert::closures::…`.
fn is_closure_for_glue(name: &str) -> bool {
    name.starts_with("wasm_bindgen[") && name.contains("]::convert::closures::_::")
}

/// The glue without functions that neither `is_asked_for` nor any other line names.
fn without_unused(glue: String, is_asked_for: &dyn Fn(&str) -> bool) -> String {
    let mut glue = glue;
    loop {
        let mut kept = String::with_capacity(glue.len());
        let mut skips = false;
        for line in glue.split_inclusive('\n') {
            if let Some(name) = declared(line) {
                skips =
                    !is_asked_for(name) && words(&glue).filter(|word| *word == name).count() == 1;
            }
            if !skips {
                kept.push_str(line);
            }
            if line == "}\n" {
                skips = false;
            }
        }
        if kept.len() == glue.len() {
            return kept;
        }
        glue = kept;
    }
}

/// The name of the function that begins on that line.
fn declared(line: &str) -> Option<&str> {
    let line = line.strip_prefix("export ").unwrap_or(line);
    words(line.strip_prefix("function ")?).next()
}

pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c| !is_word(c)).filter(|word| !word.is_empty())
}

fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_' || c == '$'
}

/// Whole words only: one name may begin like another.
pub(super) fn replaced(glue: &str, short: &BTreeMap<String, String>) -> String {
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
    let (body, list) = glue::with_list(body, imported);
    // Their names are counted out and not written.
    format!(
        "function glueOf(){{\n{body}\nconst all={{mount,__wbg_set_wasm}};\
         [{list}].forEach((one,n)=>{{all['i'+n]=one}});return all}}"
    )
}

#[cfg(test)]
mod tests {
    use super::{replaced, without_unused};
    use std::collections::BTreeMap;

    #[test]
    fn functions_that_nothing_names_are_left_out() {
        let glue = "export function mount(a) {\n  if (a) {\n    used();\n  }\n}\nfunction used() {\n}\n\
                    export function __wbg_x() {\n  deeper();\n}\nfunction deeper() {\n}\nlet wasm;\n";
        assert_eq!(
            without_unused(glue.to_owned(), &|name| name == "mount"),
            "export function mount(a) {\n  if (a) {\n    used();\n  }\n}\nfunction used() {\n}\nlet wasm;\n"
        );
    }

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
