//! One widget of another workspace as scripts, beside those of `dist/` and without touching them:
//! what `new-widget` makes must come out of here as every other widget does.
//!
//! Knows the build, not what the widget is.

use super::manifest::{Manifest, Writer, most_of_loader};
use super::{Bundle, Shop, alone, bundle, compile, compress, gallery, plan, plan::Kind};
use crate::setup;
use anyhow::{Context, Result, ensure};
use serde_json::Value;
use std::path::Path;

/// Builds the widget of this name in the workspace `house` into its `dist/`, and gives what is not
/// as it must be: a budget that it breaks, or the loader with it, and a state that the gallery does
/// not show.
pub(crate) fn of_another_workspace(root: &Path, house: &Path, name: &str) -> Result<Vec<String>> {
    setup::npm::find_or_install(root)?;
    let _alone = alone(root)?;
    let tools = setup::wasm::find_or_install(root)?;
    let shop = Shop { root, tools };
    let folder = house.join("crates").join(format!("widget-{name}"));
    let bundles = [plan::read(name, &folder, Kind::Widget)?];
    let [widget] = &bundles;
    let compiled = [compile::one(&shop, house, widget)?];
    let made = bundle::all(&shop, &bundles, &compiled)?;
    let dist = house.join("dist");
    let mut out = Writer::into(&shop, dist.clone(), house.join("new"))?;
    out.bundles(&shop, &bundles, &made)?;
    gallery::write(&shop, &bundles, &mut out)?;
    out.finish()?;
    let manifest = Manifest::read(&dist)?;
    let (held, mut findings) = manifest.budgets_hold();
    // The loader, the script, each language, the plain build and the script without wasm.
    ensure!(held + findings.len() >= 5, "{name} has no budgets");
    findings.extend(loader_is_too_long(&shop, &dist, name)?);
    findings.extend(not_listed(&manifest, widget));
    findings.extend(not_shown(&dist, widget)?);
    Ok(findings)
}

/// Where each loader's list of widgets begins, and its end.
const LIST: (&str, &str) = ("Swansfeet._loader(", ");\n");

/// The loader of a `dist/`: the program, and its list.
fn loader(dist: &Path) -> Result<(String, Value)> {
    let file = dist.join("v1/swansfeet.js");
    let text = std::fs::read_to_string(&file)
        .with_context(|| format!("{}: `cargo xtask dist` makes it", file.display()))?;
    let (program, list) = text.split_once(LIST.0).context("a loader without a list")?;
    let list = list.strip_suffix(LIST.1).context("a list without an end")?;
    Ok((program.to_owned(), serde_json::from_str(list)?))
}

/// The loader that knows this widget beside those of `dist/`, where that breaks its budget.
fn loader_is_too_long(shop: &Shop<'_>, dist: &Path, name: &str) -> Result<Option<String>> {
    let (program, mut list) = loader(&shop.root.join("dist"))?;
    let (_, own) = loader(dist)?;
    let card = &own["widgets"][name];
    ensure!(card["url"].is_string(), "the loader does not know {name}");
    let widgets = list["widgets"].as_object_mut().context("no widgets")?;
    widgets.insert(name.to_owned(), card.clone());
    let most = most_of_loader(widgets.len());
    let text = format!("{program}{}{list}{}", LIST.0, LIST.1);
    let cache = shop.root.join("target/dist/cache");
    let file = dist.join("loader-for-all.js");
    let br = compress::write(&file, text.as_bytes(), &[], &cache)?.br;
    println!("      the loader with it: {br} bytes of {most}");
    Ok((br > most).then(|| format!("the loader with {name}: {br} bytes of {most}")))
}

/// What a page or the hub could not find.
fn not_listed(manifest: &Manifest, bundle: &Bundle) -> Vec<String> {
    let Some(widget) = manifest.widgets.get(&bundle.name) else {
        return vec![format!("the manifest does not know {}", bundle.name)];
    };
    let mut findings = Vec::new();
    if widget.element != bundle.settings.element || widget.height == 0 {
        findings.push(format!("{} has no element or no height", bundle.name));
    }
    let words = ["cy", "en-XB"].map(|locale| widget.words.get(locale));
    let scripts = [
        Some(&widget.script),
        Some(&widget.plain),
        widget.no_wasm.as_ref(),
    ];
    for file in scripts.into_iter().chain(words) {
        if !file.is_some_and(|name| manifest.files.iter().any(|file| file.name == *name)) {
            findings.push(format!("{}: {file:?} is not in the manifest", bundle.name));
        }
    }
    findings
}

/// States that the gallery's list does not lead to, or whose page lacks the element.
fn not_shown(dist: &Path, bundle: &Bundle) -> Result<Vec<String>> {
    let folder = dist.join("gallery");
    let list = std::fs::read_to_string(folder.join("index.html"))?;
    let states = gallery::examples(bundle)?;
    ensure!(!states.is_empty(), "{} shows no state", bundle.name);
    let pages = states
        .iter()
        .map(|state| format!("{}.{}.html", bundle.name, state.name))
        .chain([format!("{}.html", bundle.name)]);
    let mut findings = Vec::new();
    for page in pages {
        let text = std::fs::read_to_string(folder.join(&page)).unwrap_or_default();
        let is_shown = list.contains(&format!("href=\"{page}\""))
            && text.contains(&format!("<{}", bundle.settings.element));
        if !is_shown {
            findings.push(format!("the gallery does not show {page}"));
        }
    }
    Ok(findings)
}
