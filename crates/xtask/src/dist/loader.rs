//! The loader for several widgets, and the parts of it that each widget's own script brings too.

use super::bundle::{Made, file_card, named};
use super::script::{CORE_SYNTAX, js, minified};
use super::{Bundle, Shop, plan::Kind, words};
use anyhow::Result;
use serde_json::{Map, Value, json};

/// Right-to-left, made of the English words.
const PSEUDO: &str = "en-XB";

/// Files `(name, bytes, whether the name holds the hash)`: the partners' loader, which knows the
/// widgets; one that knows the gallery and the counter too, for ourselves; the part for frames
/// and dialogues, which a script asks for when a page wants one.
pub(crate) fn files(
    shop: &Shop<'_>,
    bundles: &[Bundle],
    made: &[Made],
) -> Result<Vec<(String, Vec<u8>, bool)>> {
    let core = core(shop)?;
    let (modes_name, modes) = modes(shop, bundles)?;
    let loader = |wanted: &dyn Fn(&Bundle) -> bool, tested: bool| -> Result<Vec<u8>> {
        let cards: Map<String, Value> = bundles
            .iter()
            .zip(made)
            .filter(|(bundle, _)| wanted(bundle))
            .map(|(bundle, made)| (bundle.name.clone(), card(&made.card, tested)))
            .collect();
        let manifest = json!({
            "texts": words::calm(shop)?,
            "modes": file_card(&modes_name, &modes),
            "widgets": cards,
        });
        Ok(format!("{core}Swansfeet._loader({manifest});\n").into_bytes())
    };
    Ok(vec![
        (
            "swansfeet.js".to_owned(),
            loader(
                &|bundle| bundle.kind == Kind::Widget && !bundle.settings.hub_only,
                false,
            )?,
            false,
        ),
        (
            "swansfeet.all.js".to_owned(),
            loader(&|bundle| bundle.kind != Kind::Part, true)?,
            false,
        ),
        (modes_name, modes, true),
    ])
}

/// The pseudo-locale is for tests: partners' pages do not carry its name. Nor do they load anything
/// for a widget that is always in a frame; all that the frame wants to know is the language.
fn card(card: &Value, tested: bool) -> Value {
    let mut card = card.clone();
    let Some(facts) = card.as_object_mut().filter(|_| !tested) else {
        return card;
    };
    let is_framed = facts.contains_key("frame");
    if is_framed {
        facts.retain(|key, _| !["url", "integrity"].contains(&key.as_str()));
    }
    if let Some(words) = facts.get_mut("words").and_then(Value::as_object_mut) {
        words.remove(PSEUDO);
        for file in words.values_mut().filter(|_| is_framed) {
            *file = json!(1);
        }
    }
    card
}

/// What every script brings: it defines the elements, once for each page.
pub(crate) fn core(shop: &Shop<'_>) -> Result<String> {
    let folder = shop.root.join("target/dist");
    std::fs::create_dir_all(&folder)?;
    let part = |name: &str| std::fs::read_to_string(js(shop).join(name));
    let source = part("load.js")? + &part("core.js")?;
    minified(
        shop,
        &folder,
        "core.all.js",
        &format!("(function(window,document){{{source}}})(window,document);"),
        CORE_SYNTAX,
    )
}

/// What a widget's script brings beside the core; the first on a page serves all.
pub(crate) fn shell(shop: &Shop<'_>) -> Result<String> {
    let part = |name: &str| std::fs::read_to_string(js(shop).join(name));
    let shell = part("options.js")? + &part("shell.js")?;
    let folder = shop.root.join("target/dist");
    minified(
        shop,
        &folder,
        "shell.all.js",
        &format!("(function(){{{shell}}})();"),
        CORE_SYNTAX,
    )
}

/// Frames and dialogues, by name and content: every script asks for them when a page wants one. With
/// each widget's own options and title: nothing else needs those before a widget's script is there,
/// so neither loader nor script carries them.
pub(crate) fn modes(shop: &Shop<'_>, bundles: &[Bundle]) -> Result<(String, Vec<u8>)> {
    let mut own = Map::new();
    for bundle in bundles.iter().filter(|bundle| bundle.kind != Kind::Part) {
        let title = words::titles(shop, bundle)?;
        let options = &bundle.settings.options;
        own.insert(
            bundle.name.clone(),
            json!({ "title": title, "options": options }),
        );
    }
    let (own, said) = (Value::from(own), words::modes(shop)?);
    let part = |name: &str| std::fs::read_to_string(js(shop).join(name));
    let modes = part("options.js")? + &part("thrice.js")? + &part("modes.js")?;
    let folder = shop.root.join("target/dist");
    let modes = minified(
        shop,
        &folder,
        "modes.all.js",
        &format!("(function(){{var OWN={own},WORDS={said};{modes}}})();"),
        CORE_SYNTAX,
    )?;
    let modes = modes.into_bytes();
    Ok((named("modes", "", &modes), modes))
}
