//! Classic scripts: minified, with the wasm inside as text.

use super::compress::{After, Part};
use super::streams::Split;
use super::{Shop, compress, wasm};
use anyhow::{Context, Result, ensure};
use serde_json::Value;
use std::path::{Path, PathBuf};

/// What stands in the minified script until the wasm is put there.
pub(crate) const PLACE: &str = "@@wasm@@";
/// Old enough for every browser that ever had wasm and shadow roots.
pub(crate) const SYNTAX: &str = "--target=es2017";
/// A browser that can't run the widgets must still be able to read the part that says so.
pub(crate) const CORE_SYNTAX: &str = "--target=es5";
/// Characters that can't stand in a double-quoted string as they are.
const AWKWARD: [u16; 5] = [0, 10, 13, 34, 92];
/// What the text begins with, to show whether it was read as UTF-8.
const SIGN: u16 = 0xd7ff;

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

/// Puts the wasm into the script as a string with one character for each number.
///
/// Brotli sees the numbers themselves this way; base64 of a gzipped module, which hides them,
/// is 5 kB larger on the wire for a bare counter and needs `DecompressionStream`.
pub(crate) fn with_wasm(core: &str, min: &str, literal: &Literal) -> Result<Whole> {
    ensure!(
        min.matches(PLACE).count() == 1,
        "the place of the wasm was not found once"
    );
    let place = format!("\"{PLACE}\"");
    ensure!(
        min.contains(&place),
        "the place of the wasm is not in double quotes"
    );
    let call = min.replace(&place, &literal.text);
    let text = format!("{core}{call}");
    let start = core.len() + min.find(&place).context("the place of the wasm")?;
    let parts = literal.parts(start, text.len());
    Ok(Whole { text, parts })
}

/// A script with its wasm inside, and where what it is made of changes.
pub(crate) struct Whole {
    pub(crate) text: String,
    pub(crate) parts: Vec<Part>,
}

/// The wasm as a string of JavaScript.
pub(crate) struct Literal {
    pub(crate) text: String,
    /// The borders of `streams::Split`, in bytes.
    borders: [usize; 3],
}

impl Literal {
    /// The parts of a file of `length` bytes in which it stands from `start` on. Measured: what
    /// tells most of a byte is another thing in script, in numbers, and in instructions; together
    /// that is one byte in sixty of a widget.
    fn parts(&self, start: usize, length: usize) -> Vec<Part> {
        let [locals, instructions, data] = self.borders.map(|border| start + border);
        [
            (start, After::Letters),
            (locals, After::Sizes),
            (instructions, After::High),
            (data, After::High),
            (length, After::High),
        ]
        .map(|(end, after)| Part { end, after })
        .into()
    }
}

/// The numbers as a double-quoted string, one character for each, after the sign of UTF-8 and the
/// pairs of characters that have changed places.
///
/// What would need an escape stands where the rarest plain characters stood.
pub(crate) fn literal(Split { numbers, borders }: &Split) -> Literal {
    let pairs = pairs(numbers);
    let swapped = |number: u16| {
        let other = pairs.iter().find_map(|(one, other)| match number {
            number if number == *one => Some(*other),
            number if number == *other => Some(*one),
            _ => None,
        });
        other.unwrap_or(number)
    };
    let head = pairs.iter().flat_map(|(one, other)| [*one, *other]);
    let mut text: String = [SIGN].into_iter().chain(head).map(written).collect();
    text.insert(0, '"');
    let mut ends = [0; 3];
    for (at, number) in numbers.iter().enumerate() {
        for (end, border) in ends.iter_mut().zip(borders) {
            if at == *border {
                *end = text.len();
            }
        }
        text.push_str(&written(swapped(*number)));
    }
    text.push('"');
    Literal {
        text,
        borders: ends,
    }
}

/// The awkward characters, each with a rare plain one.
fn pairs(numbers: &[u16]) -> Vec<(u16, u16)> {
    let mut counts = [0_usize; 128];
    for number in numbers {
        if let Some(count) = counts.get_mut(usize::from(*number)) {
            *count += 1;
        }
    }
    let count = |number: &u16| counts.get(usize::from(*number)).copied().unwrap_or(0);
    let mut awkward = AWKWARD;
    awkward.sort_by_key(|number| std::cmp::Reverse(count(number)));
    let mut rare: Vec<u16> = (1..128).filter(|one| !AWKWARD.contains(one)).collect();
    rare.sort_by_key(count);
    awkward.into_iter().zip(rare).collect()
}

/// One character of a string in a script.
fn written(number: u16) -> String {
    match number {
        0 => "\\x00".to_owned(),
        10 => "\\n".to_owned(),
        13 => "\\r".to_owned(),
        34 => "\\\"".to_owned(),
        92 => "\\\\".to_owned(),
        // Two that end a line, in scripts of before 2019 even inside a string.
        0x2028 | 0x2029 => format!("\\u{number:x}"),
        // `streams.rs` makes no half of a pair.
        number => char::from_u32(number.into())
            .map(String::from)
            .unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    use super::{AWKWARD, literal, pairs, with_wasm};
    use crate::dist::streams::Split;

    #[test]
    fn few_characters_are_escaped() {
        let numbers: Vec<u16> = (0..600).chain([0; 9]).chain([0x2028]).collect();
        // That every number comes back is checked with the page's own code at each build.
        let pairs = pairs(&numbers);
        assert_eq!(pairs.len(), AWKWARD.len());
        assert_eq!(
            pairs.first().map(|pair| pair.0),
            Some(0),
            "the most frequent first"
        );
        let borders = [0, 128, numbers.len() - 1];
        let literal = literal(&Split { numbers, borders });
        let text = &literal.text;
        // In the pairs and where the rare ones stood; a backslash is two; the end of a line.
        assert_eq!(text.matches('\\').count(), 2 * 6 + 1);
        assert!(!text.contains(['\0', '\n', '\r', '\u{2028}']));
        let whole = with_wasm("core;", "start(\"@@wasm@@\")", &literal).expect("one place");
        let ends: Vec<_> = whole.parts.iter().map(|part| part.end).collect();
        let [script, locals, instructions, data, end] = ends[..] else {
            panic!("five parts: {ends:?}")
        };
        assert_eq!(whole.text.get(..script), Some("core;start("));
        // The sign and the pairs stand before the first number.
        assert!(locals > script + 1 + 3 + 10);
        assert_eq!(
            whole.text.get(instructions..instructions + 2),
            Some("\u{80}")
        );
        assert_eq!(whole.text.get(data..), Some("\\u2028\")"));
        assert_eq!(end, whole.text.len());
    }
}
