//! Classic scripts: minified, with the wasm inside as text.

use super::{Shop, wasm};
use anyhow::{Result, ensure};
use serde_json::Value;
use std::path::{Path, PathBuf};

/// What stands in the minified script until the wasm is put there.
pub(crate) const PLACE: &str = "@@wasm@@";
/// Old enough for every browser that ever had wasm and shadow roots.
pub(crate) const SYNTAX: &str = "--target=es2017";
/// A browser that can't run the widgets must still be able to read the part that says so.
pub(crate) const CORE_SYNTAX: &str = "--target=es5";
/// Bytes that can't stand in a double-quoted string as they are.
const AWKWARD: [u8; 5] = [0, b'\n', b'\r', b'"', b'\\'];

/// One classic script, minified.
pub(crate) fn minified(
    shop: &Shop<'_>,
    folder: &Path,
    name: &str,
    source: &str,
    syntax: &str,
) -> Result<String> {
    let file = folder.join(name);
    std::fs::write(&file, source)?;
    shop.npm(
        "esbuild",
        &[
            wasm::path(&file)?,
            "--minify",
            "--charset=ascii",
            syntax,
            "--log-level=error",
        ],
    )
}

/// The part that starts a program, before it is minified with it.
pub(crate) fn payload(shop: &Shop<'_>) -> Result<String> {
    Ok(std::fs::read_to_string(js(shop).join("payload.js"))?)
}

/// The part that makes a module of the text in the script; the plain build has no need of it.
pub(crate) fn unpacker(shop: &Shop<'_>) -> Result<String> {
    Ok(std::fs::read_to_string(js(shop).join("module.js"))?)
}

/// The folder of the hand-written JavaScript.
pub(crate) fn js(shop: &Shop<'_>) -> PathBuf {
    shop.root.join("crates/embed/js")
}

/// A JavaScript string literal.
pub(crate) fn text(text: &str) -> String {
    Value::from(text).to_string()
}

/// Puts the wasm into the script as a string with one character for each byte.
///
/// Brotli sees the bytes themselves this way; base64 of a gzipped module, which hides them,
/// is 5 kB larger on the wire for a bare counter and needs `DecompressionStream`.
pub(crate) fn with_wasm(core: &str, min: &str, module: &[u8]) -> Result<String> {
    ensure!(
        min.matches(PLACE).count() == 1,
        "the place of the wasm was not found once"
    );
    let literal = literal(module);
    let place = format!("\"{PLACE}\"");
    ensure!(
        min.contains(&place),
        "the place of the wasm is not in double quotes"
    );
    let call = min.replace(&place, &literal);
    Ok(format!("{core}{call}"))
}

/// The module as a double-quoted string: its second character says which shift undoes it.
///
/// Bytes are moved round by the shift that needs the fewest escapes; no NUL stands in a script.
fn literal(module: &[u8]) -> String {
    let mut counts = [0_usize; 256];
    for byte in module {
        if let Some(count) = counts.get_mut(usize::from(*byte)) {
            *count += 1;
        }
    }
    let cost = |shift: &u8| -> usize {
        AWKWARD
            .iter()
            .filter_map(|byte| counts.get(usize::from(byte.wrapping_sub(*shift))))
            .sum()
    };
    let shift = (0..32_u8).min_by_key(cost).unwrap_or(0);
    let mut out = String::with_capacity(module.len() * 3 / 2);
    out.push('"');
    for byte in module {
        match byte.wrapping_add(shift) {
            0 => out.push_str("\\x00"),
            b'\n' => out.push_str("\\n"),
            b'\r' => out.push_str("\\r"),
            b'"' => out.push_str("\\\""),
            b'\\' => out.push_str("\\\\"),
            byte => out.push(char::from(byte)),
        }
    }
    out.push('"');
    out
}
