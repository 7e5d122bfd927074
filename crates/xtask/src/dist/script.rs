//! Classic scripts: minified, with the wasm inside as text.

use super::{Shop, compress, wasm};
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
/// How many bytes above 127 change places too; more of them cost more than they save.
const HIGH: usize = 5;

/// One classic script, minified; what was minified before is taken from a cache.
pub(crate) fn minified(
    shop: &Shop<'_>,
    folder: &Path,
    name: &str,
    source: &str,
    syntax: &str,
) -> Result<String> {
    let tools = std::fs::read_to_string(shop.root.join("package-lock.json"))?;
    let key = compress::short_hash(format!("{syntax}\n{tools}\n{source}").as_bytes());
    let cache = shop.root.join("target/dist/cache");
    let known = cache.join(format!("{key}.min.js"));
    if let Ok(min) = std::fs::read_to_string(&known) {
        return Ok(min);
    }
    let file = folder.join(name);
    std::fs::write(&file, source)?;
    let args = [
        wasm::path(&file)?,
        "--minify",
        "--charset=ascii",
        syntax,
        "--log-level=error",
    ];
    let min = shop.npm("esbuild", &args)?;
    std::fs::create_dir_all(&cache)?;
    std::fs::write(known, &min)?;
    Ok(min)
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
pub(crate) fn with_wasm(core: &str, min: &str, literal: &str) -> Result<String> {
    ensure!(
        min.matches(PLACE).count() == 1,
        "the place of the wasm was not found once"
    );
    let place = format!("\"{PLACE}\"");
    ensure!(
        min.contains(&place),
        "the place of the wasm is not in double quotes"
    );
    let call = min.replace(&place, literal);
    Ok(format!("{core}{call}"))
}

/// The bytes as a double-quoted string, one character for each, after the pairs of bytes that
/// have changed places.
///
/// What would need an escape, and what is above 127 often and would take two bytes of UTF-8,
/// stands where the rarest plain characters stood. No NUL is in a script, and a string costs
/// little more than the bytes themselves: a uniform shift costs 2 kB more.
pub(crate) fn literal(bytes: &[u8]) -> String {
    let pairs = pairs(bytes);
    let mut swapped: Vec<u8> = (0..=u8::MAX).collect();
    for (one, other) in &pairs {
        swapped.swap(usize::from(*one), usize::from(*other));
    }
    let mut out = String::with_capacity(bytes.len() * 5 / 4);
    out.push('"');
    for byte in pairs.iter().flat_map(|(one, other)| [*one, *other]) {
        push(&mut out, byte);
    }
    for byte in bytes {
        push(
            &mut out,
            swapped.get(usize::from(*byte)).copied().unwrap_or(*byte),
        );
    }
    out.push('"');
    out
}

/// The awkward bytes and the five most frequent above 127, each with a rare plain one.
fn pairs(bytes: &[u8]) -> Vec<(u8, u8)> {
    let mut counts = [0_usize; 256];
    for byte in bytes {
        if let Some(count) = counts.get_mut(usize::from(*byte)) {
            *count += 1;
        }
    }
    let count = |byte: &u8| counts.get(usize::from(*byte)).copied().unwrap_or(0);
    let mut high: Vec<u8> = (128..=u8::MAX).collect();
    high.sort_by_key(|byte| std::cmp::Reverse(count(byte)));
    let mut moved: Vec<u8> = AWKWARD
        .into_iter()
        .chain(high.into_iter().take(HIGH))
        .collect();
    moved.sort_by_key(|byte| std::cmp::Reverse(count(byte)));
    let mut rare: Vec<u8> = (1..128).filter(|byte| !AWKWARD.contains(byte)).collect();
    rare.sort_by_key(count);
    moved.into_iter().zip(rare).collect()
}

fn push(out: &mut String, byte: u8) {
    match byte {
        0 => out.push_str("\\x00"),
        b'\n' => out.push_str("\\n"),
        b'\r' => out.push_str("\\r"),
        b'"' => out.push_str("\\\""),
        b'\\' => out.push_str("\\\\"),
        byte => out.push(char::from(byte)),
    }
}

#[cfg(test)]
mod tests {
    use super::{literal, pairs};

    #[test]
    fn few_characters_are_escaped() {
        let bytes: Vec<u8> = (0..=u8::MAX).chain([0; 9]).chain([200; 7]).collect();
        let text: Vec<char> = literal(&bytes).chars().collect();
        // That every byte comes back is checked with the page's own code at each build.
        let pairs = pairs(&bytes);
        assert_eq!(pairs.len(), 10);
        assert_eq!(
            pairs.first().map(|pair| pair.0),
            Some(0),
            "the most frequent first"
        );
        assert!(
            text.len() < bytes.len() + 20 + 2 + 20,
            "few escapes: {}",
            text.len()
        );
    }
}
