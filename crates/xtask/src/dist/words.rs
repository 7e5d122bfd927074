//! The few sentences that a page needs before a widget's own words are there: its title, and
//! what to say if it does not start. Read from the same Fluent files as all other words.

use super::{Bundle, Shop};
use anyhow::{Context, Result, ensure};
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::path::Path;

/// What only frames and dialogues say.
const MODES: [&str; 4] = ["close", "leave", "tab", "shift"];

/// `{"en": {"failed": …, "again": …}, "cy": …}` of `crates/embed/js/locales`: what every script
/// must be able to say.
pub(crate) fn calm(shop: &Shop<'_>) -> Result<Value> {
    let mut all = of_scripts(shop)?;
    for messages in all.values_mut() {
        messages.retain(|key, _| !MODES.contains(&key.as_str()));
    }
    Ok(serde_json::to_value(all)?)
}

/// `{"en": {"close": …}, "cy": …}`: what only frames and dialogues say.
pub(crate) fn modes(shop: &Shop<'_>) -> Result<Value> {
    let mut all = of_scripts(shop)?;
    for messages in all.values_mut() {
        messages.retain(|key, _| MODES.contains(&key.as_str()));
    }
    Ok(serde_json::to_value(all)?)
}

fn of_scripts(shop: &Shop<'_>) -> Result<BTreeMap<String, BTreeMap<String, String>>> {
    let all = locales(&shop.root.join("crates/embed/js/locales"))?;
    let english = all
        .get("en")
        .context("crates/embed/js/locales/en.ftl is missing")?;
    for (locale, messages) in &all {
        ensure!(
            messages.keys().eq(english.keys()),
            "crates/embed/js/locales/{locale}.ftl has other keys than en.ftl"
        );
    }
    Ok(all)
}

/// `{"en": "Check your pay", "cy": …}`: the message `widget-title` of each of the widget's locales.
pub(crate) fn titles(_: &Shop<'_>, bundle: &Bundle) -> Result<Value> {
    let folder = bundle.folder.join("locales");
    let mut titles = Map::new();
    if folder.exists() {
        for (locale, messages) in locales(&folder)? {
            let title = messages.get("widget-title").with_context(|| {
                format!("{}/{locale}.ftl needs `widget-title`", folder.display())
            })?;
            titles.insert(locale, title.as_str().into());
        }
    }
    Ok(titles.into())
}

/// Messages of one line, by locale and key. Longer ones are the widgets' own affair.
fn locales(folder: &Path) -> Result<BTreeMap<String, BTreeMap<String, String>>> {
    let mut all = BTreeMap::new();
    for entry in std::fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let path = entry?.path();
        let locale = path
            .file_stem()
            .and_then(|stem| stem.to_str())
            .map(str::to_owned);
        if let (Some(locale), Some("ftl")) =
            (locale, path.extension().and_then(|ending| ending.to_str()))
        {
            all.insert(locale, messages(&std::fs::read_to_string(&path)?));
        }
    }
    Ok(all)
}

fn messages(text: &str) -> BTreeMap<String, String> {
    text.lines()
        .filter(|line| line.starts_with(|first: char| first.is_ascii_lowercase()))
        .filter_map(|line| line.split_once(" = "))
        .filter(|(_, words)| !words.contains('{'))
        .map(|(key, words)| (key.trim().to_owned(), words.trim().to_owned()))
        .collect()
}
