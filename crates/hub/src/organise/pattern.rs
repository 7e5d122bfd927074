//! What signatures are set aside by: whether anything is asked for, how the log describes it, and what
//! in it no signature of the campaign can have. Refuses to know any signature.

use swansfeet_demands::Campaign;
use swansfeet_places::Area;

use super::Unknown;
use crate::store::model::{Dimension, Pattern};
use crate::store::{Store, StoreError};

/// Whether a pattern looks for anything at all.
#[must_use]
pub fn is_given(pattern: &Pattern) -> bool {
    *pattern != Pattern::default()
}

/// A pattern as the log has it.
pub(super) fn described(pattern: &Pattern) -> String {
    let day = pattern.day.map(|day| day.to_string());
    let parts = [
        ("partner", pattern.partner.as_deref()),
        ("day", day.as_deref()),
        ("area", pattern.area.as_deref()),
        ("category", pattern.category.as_deref()),
        ("language", pattern.language.as_deref()),
        ("held", pattern.held.then_some("yes")),
    ];
    let given = parts.iter().filter_map(|(name, value)| {
        let value = (*value)?;
        Some(format!(
            "{name} {}",
            if value.is_empty() { "none" } else { value }
        ))
    });
    given.collect::<Vec<_>>().join(", ")
}

/// The first thing asked for that no signature of the campaign can have.
pub(super) async fn stranger(
    store: &dyn Store,
    campaign: &Campaign,
    pattern: &Pattern,
) -> Result<Option<Unknown>, StoreError> {
    let asked = [
        ("role", &pattern.category, Dimension::Category),
        ("area", &pattern.area, Dimension::Area),
        ("language", &pattern.language, Dimension::Language),
        ("partner", &pattern.partner, Dimension::Partner),
    ];
    for (what, given, by) in asked {
        let Some(given) = given.as_deref() else {
            continue;
        };
        let mut known = of_the_campaign(what, campaign);
        // And what signatures have: of an earlier file, or credited to whoever had the tag.
        let table = store.table(campaign.slug.as_str(), by).await?;
        let more = table.into_iter().map(|(key, _)| key);
        known.extend(more.filter(|key| !key.is_empty()));
        known.sort();
        known.dedup();
        // "None at all" is asked for by the empty text.
        let is_known = given.is_empty() || known.iter().any(|known| known == given);
        if !is_known && !known.is_empty() {
            return Ok(Some(unknown(what, given, known)));
        }
    }
    Ok(None)
}

fn of_the_campaign(what: &str, campaign: &Campaign) -> Vec<String> {
    match what {
        "role" => campaign
            .categories
            .iter()
            .map(|it| it.id.to_string())
            .collect(),
        "area" => Area::all()
            .iter()
            .map(|area| area.code().to_owned())
            .collect(),
        "language" => campaign.languages.iter().map(ToString::to_string).collect(),
        _ => {
            let partners = campaign.consent.partners.iter();
            partners.map(|partner| partner.id.to_string()).collect()
        }
    }
}

fn unknown(what: &'static str, given: &str, known: Vec<String>) -> Unknown {
    let typed = given.to_lowercase();
    let slips = |known: &String| strsim::osa_distance(&typed, &known.to_lowercase());
    let nearest = known.iter().map(|known| (slips(known), known));
    // At most a third of it mistyped; of the two letters of an area, that is none.
    let nearest = nearest.filter(|(slips, known)| *slips <= known.chars().count() / 3);
    let nearest = nearest.min_by_key(|(slips, _)| *slips);
    Unknown {
        what,
        given: given.to_owned(),
        nearest: nearest.map(|(_, known)| known.clone()),
        // There are more than a hundred areas.
        known: if what == "area" { Vec::new() } else { known },
    }
}
