//! The document that a hub hands out before the first question: this week's card, and the pictures
//! so far. Read by name; what cannot be read is left out, and half a picture is none. What is shown of
//! a picture is what its hub has signed, and nothing beside it.

use chrono::NaiveDate;
use swansfeet_embed::Json;
use swansfeet_embed::base64;
use swansfeet_wellbeing::card::{CardError, Setting};
use swansfeet_wellbeing::identity::SIGNATURE;
use swansfeet_wellbeing::picture::Picture;
use swansfeet_wellbeing::{Card, Pack, Place, Week};

/// What a hub says of a campaign's check-in.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// The campaign's slug.
    pub campaign: String,
    /// What is asked; none where this program does not know it.
    pub pack: Option<&'static Pack>,
    /// Who holds the second key of the pictures that are there.
    pub setting: Option<Setting>,
    /// The two who hold the keys.
    pub holders: [String; 2],
    /// The fewest people that a picture is of.
    pub minimum: u32,
    /// This week's card, or why it is refused; none where no week is open.
    pub card: Option<Result<Card, CardError>>,
    /// The last day on which an answer of this week that was never read can still be there.
    pub destroyed: Option<NaiveDate>,
    /// The newest first.
    pub pictures: Vec<Published>,
}

/// How people in one place were, in one stretch of weeks.
#[derive(Clone, Debug, PartialEq)]
pub struct Published {
    /// What is signed.
    pub picture: Picture,
    /// By the hub; none where there is nothing that could be a signature.
    pub signature: Option<[u8; SIGNATURE]>,
}

impl Document {
    /// Whether the hub of this week's card has signed a picture; none without a card, which alone
    /// says whose signature it should be.
    #[must_use]
    pub fn is_signed(&self, published: &Published) -> Option<bool> {
        let card = self.card.as_ref()?.as_ref().ok()?;
        let [hub, _] = card.holders();
        let signature = published.signature.as_ref();
        Some(signature.is_some_and(|signature| published.picture.is_signed(&hub.key, signature)))
    }
}

/// The document in an answer of the hub; none where it is none.
#[must_use]
#[inline(never)]
pub fn document(json: &Json) -> Option<Document> {
    let holders = json.at("holders").list().unwrap_or_default();
    let name = |at: usize| {
        holders
            .get(at)
            .map_or_else(String::new, |holder| line(holder, "name"))
    };
    let pictures = json.at("pictures").list()?;
    let campaign = json.at("campaign").text()?;
    let pack = Pack::named(&line(json, "pack"));
    let published = |json: &Json| picture(json, &campaign, pack?);
    let published = pictures.iter().filter_map(published).collect();
    let card = json.at("card").text();
    let card = card.map(|text| base64::read(base64::STANDARD, &text).ok_or(CardError::Layout));
    Some(Document {
        pictures: published,
        campaign,
        pack,
        setting: Setting::named(&line(json, "setting")),
        holders: [name(0), name(1)],
        minimum: number(json, "minimum")?,
        card: card.map(|signed| Card::read(&signed?)),
        destroyed: day(json, "destroyed"),
    })
}

fn picture(json: &Json, campaign: &str, pack: &'static Pack) -> Option<Published> {
    let questions = json.at("questions").list()?;
    let mut percent = Vec::new();
    for (question, json) in pack.questions.iter().zip(&questions) {
        let cells = json.at("cells").list()?;
        let shares = cells.iter().map(|cell| {
            let share = number(cell, "percent")?;
            u8::try_from(share).ok()
        });
        if line(json, "id") != question.id || cells.len() != question.cells() {
            return None;
        }
        percent.push(shares.collect::<Option<_>>()?);
    }
    let signature = json.at("signature").text();
    let signature = signature.and_then(|text| base64::read(base64::STANDARD, &text));
    let picture = Picture {
        campaign: campaign.to_owned(),
        pack,
        place: Place::named(&line(json, "place"))?,
        week: Week::read(&line(json, "week"))?,
        weeks: number(json, "weeks")?,
        people: number(json, "people")?,
        percent,
    };
    (questions.len() == pack.questions.len()).then(|| Published {
        picture,
        signature: signature.and_then(|bytes| bytes.try_into().ok()),
    })
}

#[inline(never)]
fn line(json: &Json, name: &str) -> String {
    json.at(name).text().unwrap_or_default()
}

#[inline(never)]
fn number(json: &Json, name: &str) -> Option<u32> {
    u32::try_from(json.at(name).number()?).ok()
}

fn day(json: &Json, name: &str) -> Option<NaiveDate> {
    date(&json.at(name).text()?)
}

/// A day as `2026-11-26`.
#[must_use]
pub fn date(text: &str) -> Option<NaiveDate> {
    let parts = parts(text, '-');
    // One size of number is read everywhere, so one reader is downloaded.
    let part = |at: usize| parts.get(at)?.parse::<usize>().ok();
    let (year, month, day) = (part(0)?, part(1)?, part(2)?);
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month as u32, day as u32)
}

/// The parts of a text between signs. One function for all, and without the standard library's search
/// for a character: a kilobyte of wasm.
#[inline(never)]
#[expect(
    clippy::manual_pattern_char_comparison,
    reason = "the shorter way is the longer program"
)]
pub(crate) fn parts(text: &str, sign: char) -> Vec<&str> {
    text.split(|c| c == sign).collect()
}
