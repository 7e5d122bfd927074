//! The scripts of plain JavaScript: one that follows the script with wasm where that may not run, and
//! one that stands alone, for pages that are known to forbid it. `plain.rs` makes the program.

use super::plan::Kind;
use super::script::{SYNTAX, minified, payload, text};
use super::{Bundle, Shop, bundle, names, part, plain};
use anyhow::Result;
use serde_json::{Value, json};
use std::path::Path;

/// Asks V8 to compile every function as the script comes in, beside the page's thread: else each
/// is compiled there when it is first called, which keeps the page from answering.
pub(super) const EAGER: &str = "//# allFunctionsCalledOnLoad\n";

/// The program as plain JavaScript; what starts it, and the glue, are in the script that asks for it.
pub(crate) fn behind(shop: &Shop<'_>, bundle: &str, folder: &Path) -> Result<()> {
    let name = text(bundle);
    let mut facts = format!("{{start:Swansfeet._core.widgets[{name}].made(asmFunc)");
    if let Some(late) = late(shop, bundle, folder)? {
        facts.push_str(&format!(",late:{late}"));
    }
    let plain = format!(
        "(function(){{{}\nSwansfeet._add({name},{facts}}},1)}})();",
        std::fs::read_to_string(folder.join(plain::PLAIN))?
    );
    let plain = minified(shop, folder, "plain.all.js", &plain, SYNTAX)?;
    let script = format!("{EAGER}{plain}");
    Ok(std::fs::write(folder.join("plain.min.js"), script)?)
}

/// What comes late of the program, if anything does.
pub(crate) const LATE: &str = "late.js";

/// Writes that script and gives the file as the page must know it.
fn late(shop: &Shop<'_>, bundle: &str, folder: &Path) -> Result<Option<Value>> {
    let Ok(more) = std::fs::read_to_string(folder.join(plain::MORE)) else {
        return Ok(None);
    };
    let script = format!(
        "(function(){{{more}Swansfeet._add({},{{more:more}},1)}})();",
        text(bundle)
    );
    let min = minified(shop, folder, "late.all.js", &script, SYNTAX)?;
    std::fs::write(folder.join(LATE), &min)?;
    let file = bundle::named(bundle, "late.", min.as_bytes());
    Ok(Some(bundle::file_card(&file, min.as_bytes())))
}

/// Whether there is a script for pages that are known to forbid wasm: of what stands in a partner's
/// page itself.
pub(crate) fn is_for(bundle: &Bundle) -> bool {
    let is_for_partners = bundle.kind == Kind::Widget && !bundle.settings.hub_only;
    !bundle.is_always_framed() && (is_for_partners || bundle.kind == Kind::Counter)
}

/// Writes it. Such a page would else ask for the one script, find that it is of no use,
/// and only then ask for plain JavaScript: a round trip more, and twice the bytes.
pub(crate) fn whole(
    shop: &Shop<'_>,
    bundle: &str,
    core: &str,
    glue: &str,
    card: &Value,
    folder: &Path,
) -> Result<()> {
    let mut facts = card.clone();
    if let Some(facts) = facts.as_object_mut() {
        facts.remove("plain");
        facts.insert("isPlain".to_owned(), json!(1));
        if let Some(late) = late(shop, bundle, folder)? {
            facts.insert("late".to_owned(), late);
        }
    }
    let name = text(bundle);
    let asking = part::asking(shop, &facts, &name)?;
    let entry = format!(
        "(function(){{{}\n{glue}\n{}\nvar facts={facts};{asking}facts.start=payload(glueOf,asmFunc,{});\
         Swansfeet._add({name},facts)}})();",
        payload(shop)?,
        std::fs::read_to_string(folder.join(plain::PLAIN))?,
        text(names::GLUE),
    );
    let min = minified(shop, folder, "nowasm.all.js", &entry, SYNTAX)?;
    let script = format!("{EAGER}{core}{min}");
    Ok(std::fs::write(folder.join("nowasm.js"), script)?)
}
