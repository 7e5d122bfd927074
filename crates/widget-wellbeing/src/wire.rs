//! The document that a hub hands out before the first question: this week's card, and the pictures
//! so far. Read by name; what cannot be read is left out, and half a picture is none.

use chrono::NaiveDate;
use swansfeet_embed::Json;
use swansfeet_embed::base64;
use swansfeet_wellbeing::card::{CardError, Setting};
use swansfeet_wellbeing::{Card, Pack, Place};

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
    pub pictures: Vec<Picture>,
}

/// How people in one place were, in one stretch of weeks.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// Where.
    pub place: Place,
    /// The first day.
    pub from: NaiveDate,
    /// The last.
    pub to: NaiveDate,
    /// About how many.
    pub people: u32,
    /// The step of every per cent.
    pub rounding: u32,
    /// What was answered, in the order in which it was asked.
    pub questions: Vec<Shares>,
}

/// How the answers to one question are shared out.
#[derive(Clone, Debug, PartialEq)]
pub struct Shares {
    /// The question's id.
    pub question: String,
    /// Each cell's id and per cent.
    pub cells: Vec<(String, u32)>,
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
    let card = json.at("card").text();
    let card = card.map(|text| base64::read(base64::STANDARD, &text).ok_or(CardError::Layout));
    Some(Document {
        campaign: json.at("campaign").text()?,
        pack: Pack::named(&line(json, "pack")),
        setting: Setting::named(&line(json, "setting")),
        holders: [name(0), name(1)],
        minimum: number(json, "minimum")?,
        card: card.map(|signed| Card::read(&signed?)),
        destroyed: day(json, "destroyed"),
        pictures: pictures.iter().filter_map(picture).collect(),
    })
}

fn picture(json: &Json) -> Option<Picture> {
    let mut questions = Vec::new();
    for question in json.at("questions").list()? {
        let mut cells = Vec::new();
        for cell in question.at("cells").list()? {
            cells.push((cell.at("id").text()?, number(&cell, "percent")?));
        }
        questions.push(Shares {
            question: question.at("id").text()?,
            cells,
        });
    }
    Some(Picture {
        place: Place::named(&line(json, "place"))?,
        from: day(json, "from")?,
        to: day(json, "to")?,
        people: number(json, "people")?,
        rounding: number(json, "rounding")?,
        questions,
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
