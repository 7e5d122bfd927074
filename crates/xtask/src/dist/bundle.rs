//! Each bundle as classic scripts: one with the wasm inside, one of plain JavaScript, and one
//! with the words of each further locale.

use super::compile::Compiled;
use super::{Bundle, Shop, compress, css, plain, plan::Kind, wasm, words};
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// What stands in the minified script until the wasm is put there.
const PLACE: &str = "@@wasm@@";
/// Old enough for every browser that ever had wasm and shadow roots.
const SYNTAX: &str = "--target=es2017";
/// A browser that can't run the widgets must still be able to read the part that says so.
const CORE_SYNTAX: &str = "--target=es5";
const PLAIN_SYNTAX: &str = SYNTAX;

/// Bytes that can't stand in a double-quoted string as they are.
const AWKWARD: [u8; 5] = [0, b'\n', b'\r', b'"', b'\\'];

/// What a file is to its bundle.
#[derive(Clone, PartialEq, Eq)]
pub(crate) enum Role {
    /// The one script with everything inside.
    Script,
    /// The same widget without wasm.
    Plain,
    /// The words of a locale.
    Words(String),
}

/// One file under its hashed name.
pub(crate) struct Output {
    pub(crate) role: Role,
    pub(crate) file: String,
    pub(crate) bytes: Vec<u8>,
}

/// All files of one bundle.
pub(crate) struct Made {
    pub(crate) outputs: Vec<Output>,
    /// What the loader for several must know of it.
    pub(crate) card: Value,
}

impl Made {
    pub(crate) fn script(&self) -> Result<&Output> {
        self.outputs.iter().find(|output| output.role == Role::Script).context("a bundle has no script")
    }
}

/// One entry for each bundle, in order; two at a time, since most of it is other programs.
pub(crate) fn all(shop: &Shop<'_>, bundles: &[Bundle], compiled: &[Compiled]) -> Result<Vec<Made>> {
    let core = core(shop)?;
    let pairs: Vec<_> = bundles.iter().zip(compiled).collect();
    let mut made = Vec::new();
    for two in pairs.chunks(2) {
        let results: Vec<Result<Made>> = std::thread::scope(|scope| {
            let running: Vec<_> = two
                .iter()
                .map(|(bundle, compiled)| scope.spawn(|| one(shop, bundle, compiled, &core)))
                .collect();
            running
                .into_iter()
                .map(|thread| thread.join().unwrap_or_else(|_| Err(anyhow::anyhow!("a bundle stopped in a panic"))))
                .collect()
        });
        for result in results {
            made.push(result?);
        }
    }
    Ok(made)
}

/// The files `(path, bytes)` of the loaders: partners' (widgets only), the gallery's and the
/// bench's (all bundles).
pub(crate) fn loaders(shop: &Shop<'_>, bundles: &[Bundle], made: &[Made]) -> Result<Vec<(String, Vec<u8>)>> {
    let core = core(shop)?;
    let texts = words::calm(shop)?;
    let list = |folder: &str, wanted: &dyn Fn(Kind) -> bool| -> Value {
        let cards = bundles.iter().zip(made).filter(|(bundle, _)| wanted(bundle.kind));
        cards
            .map(|(bundle, made)| {
                let mut card = made.card.clone();
                let from = super::manifest::folder(bundle.kind);
                if from != folder
                    && let Some(url) = card.get_mut("url")
                {
                    *url = json!(format!("../{from}/{}", url.as_str().unwrap_or_default()));
                }
                (bundle.name.clone(), card)
            })
            .collect::<serde_json::Map<_, _>>()
            .into()
    };
    let partners = list("v1", &|kind| kind == Kind::Widget);
    let gallery = list("gallery", &|_| true);
    let bench = list("bench", &|_| true);
    Ok(vec![
        ("v1/swansfeet.js".to_owned(), loader(&core, &partners, &texts)),
        ("gallery/swansfeet.js".to_owned(), loader(&core, &gallery, &texts)),
        ("bench/swansfeet.js".to_owned(), loader(&core, &bench, &texts)),
    ])
}

fn one(shop: &Shop<'_>, bundle: &Bundle, compiled: &Compiled, core: &str) -> Result<Made> {
    let folder = shop.root.join("target/dist").join(&bundle.name);
    let module = std::fs::read(&compiled.wasm)?;
    let stamp = stamp(shop, bundle, compiled, &module, core)?;
    let stamp_file = folder.join("stamp");
    if std::fs::read_to_string(&stamp_file).is_ok_and(|old| old == stamp) {
        return gather(bundle, compiled, &folder);
    }
    println!("      {}", bundle.name);
    let small = wasm::shrink(shop, &bundle.name, &compiled.wasm, &folder)?;
    let css = css::sheet(shop, bundle, &folder)?;
    let javascript = plain::javascript(shop, &small, &folder)?;
    let glue = factory_of_glue(shop, &folder, &small)?;
    let name = text(&bundle.name);
    let plain = std::fs::read_to_string(javascript)?;
    let plain = format!(
        "(function(){{{}\n{glue}\n{plain}\nSwansfeet._add({name},{{start:payload(glueOf,asmFunc,{from})}},1)}})();",
        payload(shop)?,
        from = text(&format!("./{}_bg.js", bundle.name)),
    );
    std::fs::write(folder.join("plain.min.js"), minified(shop, &folder, "plain.all.js", &plain, PLAIN_SYNTAX)?)?;
    for (locale, table) in others(compiled) {
        let table = std::fs::read_to_string(table)?;
        let call = format!("Swansfeet._words({},{},{});\n", text(&bundle.name), text(locale), text(&table));
        std::fs::write(folder.join(format!("words.{locale}.js")), call)?;
    }
    let card = card(shop, bundle, compiled, &folder, &css)?;
    std::fs::write(folder.join("card.json"), card.to_string())?;
    let entry = format!(
        "(function(){{{}\n{glue}\nvar facts={card};facts.start=payload(glueOf,\"{PLACE}\",{from});Swansfeet._add({name},facts)}})();",
        payload(shop)?,
        from = text(&format!("./{}_bg.js", bundle.name)),
    );
    let min = minified(shop, &folder, "wasm.all.js", &entry, SYNTAX)?;
    std::fs::write(folder.join("script.js"), with_wasm(core, &min, &std::fs::read(&small.wasm)?)?)?;
    std::fs::write(stamp_file, stamp)?;
    gather(bundle, compiled, &folder)
}

/// Reads what was made, now or in an earlier run, under its hashed names.
fn gather(bundle: &Bundle, compiled: &Compiled, folder: &Path) -> Result<Made> {
    let read = |role: Role, file: &str, part: &str| -> Result<Output> {
        let bytes = std::fs::read(folder.join(file)).with_context(|| format!("{}: {file}", bundle.name))?;
        let file = named(&bundle.name, part, &bytes);
        Ok(Output { role, file, bytes })
    };
    let mut outputs = vec![read(Role::Script, "script.js", "")?, read(Role::Plain, "plain.min.js", "plain.")?];
    for (locale, _) in others(compiled) {
        outputs.push(read(Role::Words(locale.clone()), &format!("words.{locale}.js"), &format!("{locale}."))?);
    }
    let mut card: Value = serde_json::from_slice(&std::fs::read(folder.join("card.json"))?)?;
    if let (Some(card), Some(script)) = (card.as_object_mut(), outputs.first()) {
        // The loader needs only what it can act on before the script is there.
        card.retain(|key, _| ["height", "options", "words", "title"].contains(&key.as_str()));
        card.insert("url".to_owned(), json!(script.file));
        card.insert("integrity".to_owned(), json!(compress::integrity(&script.bytes)));
    }
    Ok(Made { outputs, card })
}

fn named(bundle: &str, part: &str, bytes: &[u8]) -> String {
    format!("{bundle}.{part}{}.js", compress::short_hash(bytes))
}

/// Locales beside English, which is inside the wasm.
fn others(compiled: &Compiled) -> impl Iterator<Item = (&String, &PathBuf)> {
    compiled.words.iter().filter(|(locale, _)| *locale != "en")
}

/// What the page must know of a widget before its wasm runs.
fn card(shop: &Shop<'_>, bundle: &Bundle, compiled: &Compiled, folder: &Path, css: &str) -> Result<Value> {
    let mut words = BTreeMap::new();
    for (locale, _) in others(compiled) {
        let bytes = std::fs::read(folder.join(format!("words.{locale}.js")))?;
        words.insert(locale, file_card(&named(&bundle.name, &format!("{locale}."), &bytes), &bytes));
    }
    let plain = std::fs::read(folder.join("plain.min.js"))?;
    Ok(json!({
        "css": css,
        "height": bundle.settings.height,
        "options": bundle.settings.options,
        "plain": file_card(&named(&bundle.name, "plain.", &plain), &plain),
        "words": words,
        "title": words::titles(shop, bundle)?,
        "texts": words::calm(shop)?,
    }))
}

fn file_card(file: &str, bytes: &[u8]) -> Value {
    json!({ "url": file, "integrity": compress::integrity(bytes) })
}

fn stamp(shop: &Shop<'_>, bundle: &Bundle, compiled: &Compiled, module: &[u8], core: &str) -> Result<String> {
    let mut all = module.to_vec();
    all.extend(core.as_bytes());
    all.extend(std::fs::read(js(shop).join("payload.js"))?);
    all.extend(std::fs::read(shop.root.join("package-lock.json"))?);
    all.extend(words::calm(shop)?.to_string().as_bytes());
    all.extend(words::titles(shop, bundle)?.to_string().as_bytes());
    all.extend(css::source(shop, bundle)?.as_bytes());
    all.extend(std::fs::read(bundle.folder.join("Cargo.toml"))?);
    for (_, table) in others(compiled) {
        all.extend(std::fs::read(table)?);
    }
    // A change of this program may change what it makes.
    all.extend(std::fs::read(std::env::current_exe()?)?);
    Ok(compress::short_hash(&all))
}

/// The glue as `glueOf()`, which makes a fresh copy each time: a program that fell over can be
/// started again with nothing left of the first.
fn factory_of_glue(shop: &Shop<'_>, folder: &Path, small: &wasm::Module) -> Result<String> {
    let args = [wasm::path(&small.glue)?, "--bundle", "--format=iife", "--global-name=swanGlue", "--charset=ascii", SYNTAX, "--log-level=error"];
    let iife = shop.npm("esbuild", &args)?;
    std::fs::write(folder.join("glue.js"), &iife)?;
    Ok(format!("function glueOf(){{{iife}\nreturn swanGlue}}"))
}

/// One classic script, minified.
fn minified(shop: &Shop<'_>, folder: &Path, name: &str, source: &str, syntax: &str) -> Result<String> {
    let file = folder.join(name);
    std::fs::write(&file, source)?;
    shop.npm("esbuild", &[wasm::path(&file)?, "--minify", "--charset=ascii", syntax, "--log-level=error"])
}

/// What every script brings: it defines the elements, once for each page.
fn core(shop: &Shop<'_>) -> Result<String> {
    let folder = shop.root.join("target/dist");
    std::fs::create_dir_all(&folder)?;
    let source = std::fs::read_to_string(js(shop).join("core.js"))?;
    minified(shop, &folder, "core.all.js", &format!("(function(){{{source}}})();"), CORE_SYNTAX)
}

fn loader(core: &str, cards: &Value, texts: &Value) -> Vec<u8> {
    let manifest = json!({ "widgets": cards, "texts": texts });
    format!("{core}Swansfeet._loader({manifest});\n").into_bytes()
}

fn payload(shop: &Shop<'_>) -> Result<String> {
    Ok(std::fs::read_to_string(js(shop).join("payload.js"))?)
}

fn js(shop: &Shop<'_>) -> PathBuf {
    shop.root.join("crates/embed/js")
}

/// A JavaScript string literal.
fn text(text: &str) -> String {
    Value::from(text).to_string()
}

/// Puts the wasm into the script as a string with one character for each byte.
///
/// Brotli sees the bytes themselves this way; base64 of a gzipped module, which hides them,
/// is 5 kB larger on the wire for a bare counter and needs `DecompressionStream`.
fn with_wasm(core: &str, min: &str, module: &[u8]) -> Result<String> {
    ensure!(min.matches(PLACE).count() == 1, "the place of the wasm was not found once");
    let literal = literal(module);
    let place = format!("\"{PLACE}\"");
    ensure!(min.contains(&place), "the place of the wasm is not in double quotes");
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
        AWKWARD.iter().filter_map(|byte| counts.get(usize::from(byte.wrapping_sub(*shift)))).sum()
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
