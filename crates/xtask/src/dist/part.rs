//! A part of a widget: a program of its own, without a picture, that the widget asks for when it needs
//! it. `crates/embed/js/part.js` brings it and hands on what it gives. Knows no widget.

use super::bundle::{Made, PARTS, Role, SMALL, WHOLE, output, small, tools, wasm_text};
use super::compile::Compiled;
use super::script::{PLACE, SYNTAX, js, minified, payload, text, unpacker, with_wasm};
use super::{Bundle, Shop, compress, names, no_wasm::EAGER, plain};
use anyhow::{Context, Result};
use serde_json::Value;
use std::path::Path;

/// Makes both, unless they are there and nothing has changed.
pub(super) fn one(shop: &Shop<'_>, bundle: &Bundle, compiled: &Compiled) -> Result<Made> {
    let folder = shop.root.join("target/dist").join(&bundle.name);
    let module = std::fs::read(&compiled.wasm)?;
    let mut all = module.clone();
    all.extend(tools(shop, &SMALL)?);
    all.extend(tools(shop, &WHOLE)?);
    all.extend(payload(shop)?.as_bytes());
    all.extend(unpacker(shop)?.as_bytes());
    let (stamp, stamp_file) = (compress::short_hash(&all), folder.join("stamp"));
    if std::fs::read_to_string(&stamp_file).is_ok_and(|old| old == stamp) {
        return gather(bundle, &folder);
    }
    println!("      {}", bundle.name);
    let (wasm, glue) = small(shop, bundle, compiled, &module, &folder)?;
    let (widget, what) = bundle.part_of().context("no widget has this part")?;
    let home = format!("Swansfeet._core.widgets[{}][{}]", text(widget), text(what));
    let script = |before: &str, program: &str| {
        let from = text(names::GLUE);
        format!("(function(){{{before}\n{glue}\n{home}=payload(glueOf,{program},{from})}})();")
    };
    let before = payload(shop)? + &unpacker(shop)?;
    let entry = script(&before, &format!("\"{PLACE}\""));
    let min = minified(shop, &folder, "wasm.all.js", &entry, SYNTAX)?;
    let whole = with_wasm("", &min, &wasm_text(shop, &wasm, &folder)?)?;
    std::fs::write(folder.join("script.js"), whole.text)?;
    std::fs::write(folder.join(PARTS), serde_json::to_vec(&whole.parts)?)?;
    let program = std::fs::read_to_string(folder.join(plain::PLAIN))?;
    let entry = script(&(payload(shop)? + &program), "asmFunc");
    let min = minified(shop, &folder, "plain.all.js", &entry, SYNTAX)?;
    std::fs::write(folder.join("plain.min.js"), format!("{EAGER}{min}"))?;
    std::fs::write(stamp_file, stamp)?;
    gather(bundle, &folder)
}

/// Its script with wasm, and its script of plain JavaScript.
fn gather(bundle: &Bundle, folder: &Path) -> Result<Made> {
    let outputs = [
        output(bundle, folder, Role::Script, "script.js", "")?,
        output(bundle, folder, Role::Plain, "plain.min.js", "plain.")?,
    ];
    Ok(Made {
        outputs: outputs.into(),
        card: Value::Null,
    })
}

/// What a widget with parts has among its facts: how one is asked.
pub(super) fn asking(shop: &Shop<'_>, card: &Value, widget: &str) -> Result<String> {
    if card.get("parts").is_none() {
        return Ok(String::new());
    }
    Ok(format!("{}\nfacts.part=partOf({widget});", source(shop)?))
}

/// The hand-written JavaScript of that.
pub(super) fn source(shop: &Shop<'_>) -> Result<String> {
    Ok(std::fs::read_to_string(js(shop).join("part.js"))?)
}
