//! The same widget as plain JavaScript, for pages and browsers that refuse wasm.

use super::{Shop, late, wasm};
use anyhow::{Context, Result};
use base64::{Engine as _, engine::general_purpose::STANDARD as BASE64};
use std::path::Path;

/// Writes `plain.js`, whose `asmFunc(imports)` makes one fresh instance, and, of a widget of which part
/// comes late, `more.js` with that.
pub(crate) fn javascript(
    shop: &Shop<'_>,
    name: &str,
    module: &wasm::Module,
    folder: &Path,
) -> Result<()> {
    let again = folder.join("plain.wasm");
    // Optimised once more, apart from the wasm: loops found anew, and `-O3` of wasm2js in place of
    // `-Oz`, are longer as wasm and half a percent less as JavaScript over the wire.
    let args = ["--mvp-features", "-Oz", "--flatten", "--rereloop", "-Oz"];
    let files = ["-g", wasm::path(&module.named)?, "-o", wasm::path(&again)?];
    // A gate with one caller must not be put into it.
    let gates = module.cut.as_ref().map(late::Cut::not_inlined);
    let gates: Vec<&str> = gates.iter().flatten().map(String::as_str).collect();
    shop.npm("wasm-opt", &[&gates[..], &args, &files].concat())?;
    let raw = folder.join("plain.raw.js");
    let files = [
        "--mvp-features",
        wasm::path(&again)?,
        "-o",
        wasm::path(&raw)?,
    ];
    let args: &[&str] = match module.cut {
        Some(_) => &["-O3", wasm::ONE_CALLER],
        None => &["-O3"],
    };
    shop.npm("wasm2js", &[args, &files].concat())?;
    let text = std::fs::read_to_string(&raw)?;
    let text = with_bare_places(&as_factory(&text)?);
    let Some(cut) = &module.cut else {
        return Ok(std::fs::write(folder.join(PLAIN), text)?);
    };
    let home = format!(
        "Swansfeet._core.widgets[{}].more",
        super::script::text(name)
    );
    let late::Halves { first, more } = late::split(&text, cut, &home)?;
    std::fs::write(folder.join(PLAIN), first)?;
    Ok(std::fs::write(folder.join(MORE), more)?)
}

/// The program, or what of it must be there at once.
pub(crate) const PLAIN: &str = "plain.js";
/// What comes late of it.
pub(crate) const MORE: &str = "more.js";

/// Bytes of memory without the `| 0` that wasm2js writes after their place: a sum that is a place in
/// memory is the same number with it and without.
fn with_bare_places(text: &str) -> String {
    // Before it stands data, which may have brackets of its own.
    let Some((data, code)) = text.split_once(CODE) else {
        return text.to_owned();
    };
    let mut out = format!("{data}{CODE}");
    // Whether each bracket that is open has a place among bytes in it.
    let mut open = Vec::new();
    for character in code.chars() {
        match character {
            '[' => open.push(out.ends_with("HEAP8") || out.ends_with("HEAPU8")),
            ']' if open.pop() == Some(true) && out.ends_with(AS_INTEGER) => {
                out.truncate(out.len() - AS_INTEGER.len());
            }
            _ => {}
        }
        out.push(character);
    }
    out
}

/// wasm2js makes one instance while the file loads; a widget that failed wants to start afresh.
fn as_factory(text: &str) -> Result<String> {
    let (body, _) = text
        .split_once("var retasmFunc = ")
        .context("wasm2js has changed: the end of its module was not found")?;
    let (imports, code): (Vec<&str>, Vec<&str>) =
        body.lines().partition(|line| line.starts_with("import "));
    anyhow::ensure!(imports.len() == 1, "one import was expected of wasm2js");
    with_plain_data(&format!("{}\n", code.join("\n")))
}

/// The program's data as strings of one character for each byte, where wasm2js has base64: brotli
/// cannot see through that, and most of the data is words.
fn with_plain_data(text: &str) -> Result<String> {
    let Some((before, rest)) = text.split_once(TABLE) else {
        // A program without data.
        return Ok(text.to_owned());
    };
    let (_, after) = rest
        .split_once("\n  }\nfunction ")
        .context("wasm2js has changed: the end of its base64 reader was not found")?;
    let mut out = format!("{before}{READER}function ");
    let mut parts = after.split(CALL);
    out.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let (place, part) = part
            .split_once(", \"")
            .context("a piece of data has no place")?;
        let (data, part) = part.split_once('"').context("a piece of data has no end")?;
        let bytes = BASE64
            .decode(data)
            .context("a piece of data is no base64")?;
        // JSON escapes what a script must, and esbuild what is not ASCII.
        let text: String = bytes.into_iter().map(char::from).collect();
        out.push_str(&format!(
            "dataAt({place}, {}{part}",
            super::script::text(&text)
        ));
    }
    Ok(out)
}

const CODE: &str = "function asmFunc(";
const AS_INTEGER: &str = " | 0";
const TABLE: &str = "  var base64ReverseLookup";
const CALL: &str = "base64DecodeToExistingUint8Array(bufferView, ";
const READER: &str = "  function dataAt(place, text) {
    for (var i = text.length; i--; ) bufferView[place + i] = text.charCodeAt(i);
  }
";

#[cfg(test)]
mod tests {
    use super::{as_factory, with_bare_places};

    #[test]
    fn only_places_of_bytes_lose_what_makes_them_integers() {
        let text = "dataAt(1, \"HEAP8[a | 0]\")function asmFunc(i) {HEAPU8[HEAP32[a | 0] + 1 | 0] = HEAP8[b | 0] | 0; HEAP16[c | 0]}";
        let made = with_bare_places(text);
        let code = "{HEAPU8[HEAP32[a | 0] + 1] = HEAP8[b] | 0; HEAP16[c | 0]}";
        assert_eq!(
            made,
            format!("dataAt(1, \"HEAP8[a | 0]\")function asmFunc(i) {code}")
        );
    }

    #[test]
    fn the_instance_becomes_a_function() {
        let text = "import * as $_a from './a_bg.js';\nfunction asmFunc(i) {}\nvar retasmFunc = asmFunc({});\nexport var memory = retasmFunc.memory;\n";
        let made = as_factory(text).expect("the shape is known");
        assert_eq!(made, "function asmFunc(i) {}\n");
    }

    #[test]
    fn data_becomes_text() {
        let table = "  var base64ReverseLookup = new Uint8Array(123);\n  for (;;) {\n  }\n  function base64DecodeToExistingUint8Array(uint8Array, offset, b64) {\n    for (;;) {\n    }\n  }\nfunction initActiveSegments(imports) {\n  base64DecodeToExistingUint8Array(bufferView, 16, \"aGkiAP8=\");\n}\n";
        let made = super::with_plain_data(table).expect("the shape is known");
        assert!(!made.contains("base64"), "{made}");
        assert!(made.contains("dataAt(16, \"hi\\\"\\u0000ÿ\");"), "{made}");
    }
}
