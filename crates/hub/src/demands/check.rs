//! What the hub can tell of a signature without a key: whether it belongs to the campaign as it is
//! now, and whether what is in clear could be.

use swansfeet_api::demands::{Signing, Text};
use swansfeet_demands::{
    form::MOST_PRIORITIES,
    seal::{Header, LONGEST},
    text::Slug,
};
use swansfeet_places::{Area, Region};

use super::{
    refusal::{Refusal, field},
    registry::Entry,
};
use crate::{
    problem::Problem,
    secrets::unhex,
    store::model::{Bound, Facets},
};

/// Of a record beside its padded plaintext: header, encapsulated key, tag.
const OVERHEAD: usize = 6 + 32 + 16;
const STEP: usize = 256;

pub(super) fn bound(entry: &Entry, signing: &Signing) -> Result<Bound, Refusal> {
    let key = entry.campaign.current_key().ok_or(Problem::NotYet)?;
    let shown = unhex(&signing.demands.0)
        .ok_or_else(|| field("demands", "must be 64 hexadecimal digits"))?;
    let current = shown == entry.demands.to_bytes()
        && signing.consent.0 == u64::from(entry.campaign.consent.version)
        && signing.epoch.0 == u64::from(key.epoch);
    if !current {
        return Err(Problem::Changed.into());
    }
    let partner = signing.partner.as_ref().map(|partner| &partner.0);
    let partner = partner.filter(|partner| !partner.is_empty());
    if partner.is_some_and(|partner| Slug::new(partner).is_none()) {
        return Err(field(
            "partner",
            "must be an id: small letters, numbers, hyphens",
        ));
    }
    Ok(Bound {
        epoch: key.epoch,
        demands: shown,
        consent: entry.campaign.consent.version,
        partner: partner.cloned(),
    })
}

pub(super) fn facets(entry: &Entry, signing: &Signing) -> Result<Facets, Refusal> {
    let campaign = &entry.campaign;
    if campaign.category(&signing.category.0).is_none() {
        return Err(field("category", "is none of the campaign's categories"));
    }
    let priorities: Vec<&str> = signing.priorities.iter().map(|id| id.0.as_str()).collect();
    if priorities.len() > MOST_PRIORITIES {
        return Err(field("priorities", "are more than three"));
    }
    let demands = campaign.demands.iter().map(|demand| demand.id.as_str());
    let marked: Vec<String> = demands
        .filter(|id| priorities.contains(id))
        .map(str::to_owned)
        .collect();
    if marked.len() != priorities.len() {
        return Err(field(
            "priorities",
            "are not different demands of the campaign",
        ));
    }
    let language = &signing.language.0;
    if !campaign
        .languages
        .iter()
        .any(|tag| tag.as_str() == language)
    {
        return Err(field("language", "is none of the campaign's languages"));
    }
    let areas = &signing.areas;
    let text = |value: &Option<Text>| value.as_ref().map(|text| text.0.clone());
    let facets = Facets {
        category: signing.category.0.clone(),
        area: areas.area.0.clone(),
        nation: text(&areas.nation),
        region: text(&areas.region),
        council: text(&areas.council),
        constituency: text(&areas.constituency),
        priorities: marked,
        language: language.clone(),
    };
    check_areas(&facets).map(|()| facets)
}

/// Areas that could be: an area that there is, a region and a nation that it lies in, codes in the
/// form of the Office for National Statistics.
fn check_areas(facets: &Facets) -> Result<(), Refusal> {
    let area = Area::by_code(&facets.area);
    if area.is_none() && !is_elsewhere(&facets.area) {
        return Err(field(
            "areas.area",
            "are not the first letters of a UK postcode",
        ));
    }
    let nation = |id: &String| match area {
        Some(area) => area.nations().any(|nation| nation.id() == id),
        None => false,
    };
    if facets.nation.as_ref().is_some_and(|id| !nation(id)) {
        return Err(field("areas.nation", "does not have this postcode area"));
    }
    let region = |id: &String| {
        let region = Region::by_id(id);
        area.is_some_and(|area| area.regions().any(|lies_in| Some(lies_in) == region))
    };
    if facets.region.as_ref().is_some_and(|id| !region(id)) {
        return Err(field("areas.region", "does not have this postcode area"));
    }
    let is_code = |code: &String| {
        code.len() == 9
            && code.starts_with(['E', 'W', 'S', 'N'])
            && code[1..].bytes().all(|byte| byte.is_ascii_digit())
    };
    for (name, code) in [
        ("areas.council", &facets.council),
        ("areas.constituency", &facets.constituency),
    ] {
        if code.as_ref().is_some_and(|code| !is_code(code)) {
            return Err(field(name, "must be a code such as E08000035"));
        }
    }
    Ok(())
}

/// Where postcodes are that lie in none of the areas: the forces, and the overseas territories.
fn is_elsewhere(letters: &str) -> bool {
    matches!(
        letters,
        "BF" | "BFPO"
            | "BX"
            | "GIR"
            | "ASCN"
            | "BBND"
            | "BIQQ"
            | "FIQQ"
            | "GX"
            | "PCRN"
            | "SIQQ"
            | "STHL"
            | "TDCU"
            | "TKCA"
    )
}

/// Whether it has the form of a sealed record of this epoch.
pub(super) fn check_record(record: &[u8], epoch: u32) -> Result<(), ()> {
    let header = Header::read(record).map_err(|_| ())?;
    let padded = record.len().checked_sub(OVERHEAD).ok_or(())?;
    let fits = padded > 0 && padded.is_multiple_of(STEP) && padded <= LONGEST + STEP;
    (fits && header.epoch == epoch).then_some(()).ok_or(())
}

pub(super) fn copies(entry: &Entry, signing: &Signing) -> Result<Vec<(String, Vec<u8>)>, Refusal> {
    let mut copies: Vec<(String, Vec<u8>)> = Vec::new();
    for (at, copy) in signing.copies.iter().enumerate() {
        let id = &copy.partner.0;
        let partners = &entry.campaign.consent.partners;
        let known = partners.iter().any(|partner| partner.id.as_str() == id);
        if !known || copies.iter().any(|(before, _)| before == id) {
            let name = format!("copies[{at}].partner");
            return Err(field(
                &name,
                "is no partner of the campaign, or there twice",
            ));
        }
        let epoch = u32::try_from(signing.epoch.0).unwrap_or(0);
        check_record(&copy.record.0, epoch)
            .map_err(|()| field(&format!("copies[{at}].record"), "is no sealed record"))?;
        copies.push((id.clone(), copy.record.0.clone()));
    }
    Ok(copies)
}
