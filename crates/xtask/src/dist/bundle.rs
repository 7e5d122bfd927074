//! Each bundle as classic scripts: one with the wasm inside, plain JavaScript that follows it where
//! wasm may not run, one for pages that are known to forbid it, and one with the words of each
//! further locale.

use super::compile::Compiled;
use super::compress::Part;
use super::plan::Kind;
use super::script::{
    Literal, PLACE, SYNTAX, literal, minified, payload, text, unpacker, with_wasm,
};
use super::{
    Bundle, Shop, compress, css, loader, names, no_wasm, part, plain, streams, wasm, words,
};
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The files of parts, by the widget that asks for them: of each with wasm, and, behind its name
/// `.plain`, as plain JavaScript.
type Parts = BTreeMap<String, BTreeMap<String, Value>>;

/// What makes a small module and its plain JavaScript.
pub(super) const SMALL: [&str; 8] = [
    "wasm.rs",
    "names.rs",
    "lean.rs",
    "glue.rs",
    "plain.rs",
    "late.rs",
    "order.rs",
    "module.rs",
];
/// And what makes scripts of them.
pub(super) const WHOLE: [&str; 6] = [
    "bundle.rs",
    "part.rs",
    "no_wasm.rs",
    "script.rs",
    "streams.rs",
    "css.rs",
];
/// Where the script's nature changes, from one run to the next.
pub(super) const PARTS: &str = "script.parts.json";
/// What a file is to its bundle.
#[derive(Clone, PartialEq, Eq)]
pub(crate) enum Role {
    /// The one script with everything inside.
    Script,
    /// The one that partners' pages get instead, of a widget that is always in a frame.
    Tag,
    /// What follows the one script where wasm may not run.
    Plain,
    /// What comes late of it.
    Late,
    /// The one script for pages that are known to forbid wasm.
    NoWasm,
    /// The words of a locale.
    Words(String),
    /// The English words that come after the first screen.
    Later,
}

/// One file under its hashed name.
pub(crate) struct Output {
    pub(crate) role: Role,
    pub(crate) file: String,
    pub(crate) bytes: Vec<u8>,
    /// Where its nature changes, if it does.
    pub(crate) parts: Vec<Part>,
}

/// All files of one bundle.
pub(crate) struct Made {
    pub(crate) outputs: Vec<Output>,
    /// What the loader for several must know of it.
    pub(crate) card: Value,
}

impl Made {
    pub(crate) fn script(&self) -> Result<&Output> {
        self.of(&Role::Script).context("a bundle has no script")
    }

    /// What the short name in partners' pages leads to.
    pub(crate) fn named_by_pages(&self) -> Result<&Output> {
        self.of(&Role::Tag).map_or_else(|| self.script(), Ok)
    }

    /// The script for pages that are known to forbid wasm.
    pub(crate) fn no_wasm(&self) -> Option<&Output> {
        self.of(&Role::NoWasm)
    }

    pub(super) fn of(&self, role: &Role) -> Option<&Output> {
        self.outputs.iter().find(|output| output.role == *role)
    }
}

/// One entry for each bundle, in order; two at a time, since most of it is other programs.
pub(crate) fn all(shop: &Shop<'_>, bundles: &[Bundle], compiled: &[Compiled]) -> Result<Vec<Made>> {
    let (name, modes) = loader::modes(shop, bundles)?;
    let core = loader::core(shop)?;
    let mut shared = Shared {
        parts: Parts::new(),
        modes: file_card(&name, &modes),
        framing: core.clone() + &String::from_utf8(modes)?,
        core: core + &loader::shell(shop)?,
    };
    let pairs: Vec<_> = bundles.iter().zip(compiled).collect();
    // They come first.
    let (parts, pairs) = pairs.split_at(pairs.partition_point(|(one, _)| one.kind == Kind::Part));
    let mut made = Vec::new();
    for (bundle, compiled) in parts {
        let part = part::one(shop, bundle, compiled)?;
        if let Some((widget, what)) = bundle.part_of() {
            let files = shared.parts.entry(widget.to_owned()).or_default();
            for output in &part.outputs {
                let plain = if output.role == Role::Plain {
                    ".plain"
                } else {
                    ""
                };
                let card = file_card(&output.file, &output.bytes);
                files.insert(format!("{what}{plain}"), card);
            }
        }
        made.push(part);
    }
    for two in pairs.chunks(2) {
        let results: Vec<Result<Made>> = std::thread::scope(|scope| {
            let running: Vec<_> = two
                .iter()
                .map(|(bundle, compiled)| scope.spawn(|| one(shop, bundle, compiled, &shared)))
                .collect();
            running
                .into_iter()
                .map(|thread| {
                    thread
                        .join()
                        .unwrap_or_else(|_| Err(anyhow::anyhow!("a bundle stopped in a panic")))
                })
                .collect()
        });
        for result in results {
            made.push(result?);
        }
    }
    Ok(made)
}

/// What is the same for all bundles.
struct Shared {
    parts: Parts,
    /// The beginning of each script.
    core: String,
    /// The beginning of one that only makes frames.
    framing: String,
    /// The file for frames and dialogues.
    modes: Value,
}

fn one(shop: &Shop<'_>, bundle: &Bundle, compiled: &Compiled, shared: &Shared) -> Result<Made> {
    let folder = shop.root.join("target/dist").join(&bundle.name);
    let module = std::fs::read(&compiled.wasm)?;
    let stamp = stamp(shop, bundle, compiled, &module, shared)?;
    let stamp_file = folder.join("stamp");
    if std::fs::read_to_string(&stamp_file).is_ok_and(|old| old == stamp) {
        return gather(bundle, compiled, &folder);
    }
    println!("      {}", bundle.name);
    let (wasm, glue) = small(shop, bundle, compiled, &module, &folder)?;
    let css = css::sheet(shop, bundle, &folder)?;
    let name = text(&bundle.name);
    no_wasm::behind(shop, &bundle.name, &folder)?;
    for (part, table) in tables(compiled) {
        let table = std::fs::read_to_string(table)?;
        let call = format!(
            "Swansfeet._words({},{},{});\n",
            text(&bundle.name),
            text(part),
            text(&table)
        );
        std::fs::write(folder.join(format!("words.{part}.js")), call)?;
    }
    let mut card = card(shop, bundle, compiled, &folder, &css)?;
    if let Some(card) = card.as_object_mut() {
        card.insert("modes".to_owned(), shared.modes.clone());
        if let Some(parts) = shared.parts.get(&bundle.name) {
            card.insert("parts".to_owned(), json!(parts));
        }
    }
    std::fs::write(folder.join("card.json"), card.to_string())?;
    let asking = part::asking(shop, &card, &name)?;
    let entry = format!(
        "(function(){{{}\n{glue}\nvar facts={card};{asking}facts.made=function(program){{return payload(glueOf,program,{from})}};\
         facts.start=facts.made(\"{PLACE}\");Swansfeet._add({name},facts)}})();",
        payload(shop)? + &unpacker(shop)?,
        from = text(names::GLUE),
    );
    let min = minified(shop, &folder, "wasm.all.js", &entry, SYNTAX)?;
    let whole = with_wasm(&shared.core, &min, &wasm_text(shop, &wasm, &folder)?)?;
    std::fs::write(folder.join("script.js"), whole.text)?;
    std::fs::write(folder.join(PARTS), serde_json::to_vec(&whole.parts)?)?;
    if no_wasm::is_for(bundle) {
        no_wasm::whole(shop, &bundle.name, &shared.core, &glue, &card, &folder)?;
    }
    if bundle.is_always_framed() {
        std::fs::write(folder.join("tag.js"), tag(shop, bundle, compiled, shared)?)?;
    }
    std::fs::write(stamp_file, stamp)?;
    gather(bundle, compiled, &folder)
}

/// What a partner's page gets of a widget that is always in a frame: what makes the frame, and of
/// the widget nothing but how much room it wants and its languages.
fn tag(shop: &Shop<'_>, bundle: &Bundle, compiled: &Compiled, shared: &Shared) -> Result<String> {
    let words: BTreeMap<&str, u8> = tables(compiled)
        .filter(|(part, _)| *part != LATER)
        .map(|(locale, _)| (locale, 1))
        .collect();
    let facts = json!({
        "frame": 1,
        "height": bundle.room(),
        "modes": shared.modes,
        "texts": words::calm(shop)?,
        "words": words,
    });
    let name = text(&bundle.name);
    Ok(format!(
        "{}Swansfeet._add({name},{facts});\n",
        shared.framing
    ))
}

/// The small module and its glue; its plain JavaScript is beside it. They take by far the longest, and
/// only another module or other tools make others of them: a changed script or style does not.
pub(super) fn small(
    shop: &Shop<'_>,
    bundle: &Bundle,
    compiled: &Compiled,
    module: &[u8],
    folder: &Path,
) -> Result<(PathBuf, String)> {
    let late = bundle.settings.late.concat();
    let all = [module, &tools(shop, &SMALL)?, late.as_bytes()].concat();
    let stamp = compress::short_hash(&all);
    let (stamp_file, glue) = (folder.join("small.stamp"), folder.join("glue.js"));
    if std::fs::read_to_string(&stamp_file).is_ok_and(|old| old == stamp) {
        return Ok((folder.join("small.wasm"), std::fs::read_to_string(glue)?));
    }
    let small = wasm::shrink(shop, bundle, &compiled.wasm, folder)?;
    plain::javascript(shop, &bundle.name, &small, folder)?;
    std::fs::write(glue, &small.glue)?;
    std::fs::write(stamp_file, stamp)?;
    Ok((small.wasm, small.glue))
}

/// The tools of npm, and the parts of this program that make what they are given.
pub(super) fn tools(shop: &Shop<'_>, parts: &[&str]) -> Result<Vec<u8>> {
    let xtask = shop.root.join("crates/xtask");
    let mut all = std::fs::read(shop.root.join("package-lock.json"))?;
    // For the version of wasm-bindgen.
    all.extend(std::fs::read(xtask.join("Cargo.toml"))?);
    for part in parts {
        all.extend(std::fs::read(xtask.join("src/dist").join(part))?);
    }
    Ok(all)
}

/// The module as the text that stands in the script. What a page will make of it is made here
/// once too, by the same JavaScript, and must be the same module.
pub(super) fn wasm_text(shop: &Shop<'_>, module: &Path, folder: &Path) -> Result<Literal> {
    let literal = literal(&streams::split(&std::fs::read(module)?)?);
    let (check, back) = (folder.join("check.cjs"), folder.join("joined.wasm"));
    let call = format!(
        "{};require('fs').writeFileSync({},decode({}))",
        unpacker(shop)?,
        text(wasm::path(&back)?),
        literal.text,
    );
    std::fs::write(&check, call)?;
    crate::run::captured(std::process::Command::new("node").arg(&check))?;
    // As text, which has neither sizes nor long forms of numbers, and without hints of alignment.
    let normal = |file: &Path| -> Result<String> {
        let args = ["--mvp-features", "-S", wasm::path(file)?, "-o", "-"];
        let text = shop.npm("wasm-opt", &args)?;
        Ok([" align=1", " align=2", " align=4"]
            .iter()
            .fold(text, |text, hint| text.replace(hint, "")))
    };
    ensure!(
        normal(&back)? == normal(module)?,
        "the module that pages put together is not the one that was built"
    );
    Ok(literal)
}

/// Reads what was made, now or in an earlier run, under its hashed names.
fn gather(bundle: &Bundle, compiled: &Compiled, folder: &Path) -> Result<Made> {
    let read = |role, file: &str, part: &str| output(bundle, folder, role, file, part);
    let is_framed = bundle.is_always_framed();
    let part = if is_framed { "inside." } else { "" };
    let mut outputs = vec![
        read(Role::Script, "script.js", part)?,
        read(Role::Plain, "plain.min.js", "plain.")?,
    ];
    if is_framed {
        outputs.push(read(Role::Tag, "tag.js", "")?);
    }
    if !bundle.settings.late.is_empty() {
        outputs.push(read(Role::Late, no_wasm::LATE, "late.")?);
    }
    if no_wasm::is_for(bundle) {
        outputs.push(read(Role::NoWasm, "nowasm.js", "nowasm.")?);
    }
    for (part, _) in tables(compiled) {
        let role = match part {
            LATER => Role::Later,
            locale => Role::Words(locale.to_owned()),
        };
        outputs.push(read(
            role,
            &format!("words.{part}.js"),
            &format!("{part}."),
        )?);
    }
    let mut card: Value = serde_json::from_slice(&std::fs::read(folder.join("card.json"))?)?;
    if let (Some(card), Some(script)) = (card.as_object_mut(), outputs.first()) {
        // The loader needs only what it can act on before the script is there.
        card.retain(|key, _| ["height", "words", "frame"].contains(&key.as_str()));
        card.insert("height".to_owned(), json!(bundle.room()));
        card.insert("url".to_owned(), json!(script.file));
        card.insert(
            "integrity".to_owned(),
            json!(compress::integrity(&script.bytes)),
        );
    }
    Ok(Made { outputs, card })
}

/// One file of a bundle's folder under its hashed name.
pub(super) fn output(
    bundle: &Bundle,
    folder: &Path,
    role: Role,
    file: &str,
    part: &str,
) -> Result<Output> {
    let bytes =
        std::fs::read(folder.join(file)).with_context(|| format!("{}: {file}", bundle.name))?;
    let file = named(&bundle.name, part, &bytes);
    let parts = match role {
        Role::Script => serde_json::from_slice(&std::fs::read(folder.join(PARTS))?)?,
        _ => Vec::new(),
    };
    Ok(Output {
        role,
        file,
        bytes,
        parts,
    })
}

pub(crate) fn named(bundle: &str, part: &str, bytes: &[u8]) -> String {
    format!("{bundle}.{part}{}.js", compress::short_hash(bytes))
}

/// What the second part of the English words is called where a locale's name would stand.
const LATER: &str = "later";

/// Tables that are files: locales beside English, which is inside the wasm, and the part of
/// English that is not.
fn tables(compiled: &Compiled) -> impl Iterator<Item = (&str, &PathBuf)> {
    let others = compiled.words.iter().filter(|(locale, _)| *locale != "en");
    let others = others.map(|(locale, table)| (locale.as_str(), table));
    others.chain(compiled.later.iter().map(|table| (LATER, table)))
}

/// What the page must know of a widget before its wasm runs.
fn card(
    shop: &Shop<'_>,
    bundle: &Bundle,
    compiled: &Compiled,
    folder: &Path,
    css: &str,
) -> Result<Value> {
    let mut words = BTreeMap::new();
    for (part, _) in tables(compiled) {
        let bytes = std::fs::read(folder.join(format!("words.{part}.js")))?;
        words.insert(
            part,
            file_card(&named(&bundle.name, &format!("{part}."), &bytes), &bytes),
        );
    }
    let later = words.remove(LATER);
    let plain = std::fs::read(folder.join("plain.min.js"))?;
    let mut card = json!({
        "css": css,
        "height": bundle.settings.height,
        "options": bundle.settings.options,
        "plain": file_card(&named(&bundle.name, "plain.", &plain), &plain),
        "words": words,
        "texts": words::calm(shop)?,
    });
    if let (true, Some(card)) = (bundle.is_always_framed(), card.as_object_mut()) {
        card.insert("frame".to_owned(), json!(1));
    }
    if let (Some(later), Some(card)) = (later, card.as_object_mut()) {
        card.insert(LATER.to_owned(), later);
    }
    if let (Some(data), Some(card)) = (&bundle.settings.data, card.as_object_mut()) {
        card.insert("data".to_owned(), json!(data));
        card.insert("campaign".to_owned(), json!(bundle.settings.campaign));
    }
    Ok(card)
}

pub(crate) fn file_card(file: &str, bytes: &[u8]) -> Value {
    json!({ "url": file, "integrity": compress::integrity(bytes) })
}

fn stamp(
    shop: &Shop<'_>,
    bundle: &Bundle,
    compiled: &Compiled,
    module: &[u8],
    shared: &Shared,
) -> Result<String> {
    let mut all = module.to_vec();
    all.extend(shared.core.as_bytes());
    all.extend(shared.modes.to_string().as_bytes());
    if let Some(parts) = shared.parts.get(&bundle.name) {
        all.extend(json!(parts).to_string().as_bytes());
        all.extend(part::source(shop)?.as_bytes());
    }
    // For the least room of a frame.
    all.extend(bundle.room().to_le_bytes());
    all.extend(payload(shop)?.as_bytes());
    all.extend(unpacker(shop)?.as_bytes());
    all.extend(tools(shop, &SMALL)?);
    all.extend(tools(shop, &WHOLE)?);
    all.extend(words::calm(shop)?.to_string().as_bytes());
    all.extend(css::source(shop, bundle)?.as_bytes());
    all.extend(std::fs::read(bundle.folder.join("Cargo.toml"))?);
    for (_, table) in tables(compiled) {
        all.extend(std::fs::read(table)?);
    }
    Ok(compress::short_hash(&all))
}

#[cfg(test)]
mod tests;
