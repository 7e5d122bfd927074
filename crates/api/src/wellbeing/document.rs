//! What a hub says of a campaign's check-in: the card, who holds the keys, the pictures so far.

use schemars::JsonSchema;
use serde::Serialize;
use swansfeet_wellbeing::ledger::destroyed_after;
use swansfeet_wellbeing::picture::Picture;
use swansfeet_wellbeing::{Card, Week};

/// Everything that a check-in needs to know before its first question.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Document {
    /// The campaign's id.
    pub campaign: String,
    /// Who holds the second key: `one-hub`, `steward` or `two-hubs`.
    pub setting: &'static str,
    /// The two holders of keys; the first is this hub.
    pub holders: Vec<Holder>,
    /// The fewest people that a picture may be of.
    pub minimum: u32,
    /// The pack that is asked.
    pub pack: &'static str,
    /// Who may have answered: `anyone`.
    pub open_to: &'static str,
    /// Where people may be from.
    pub places: Vec<&'static str>,
    /// This week's card, in base 64; missing while none is signed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub card: Option<String>,
    /// When check-ins of that card are taken.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub week: Option<WeekSpan>,
    /// The last day on which an unread answer of that week can still be there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub destroyed: Option<String>,
    /// Published pictures, newest first.
    pub pictures: Vec<PictureShown>,
}

/// A holder of a key.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Holder {
    /// What they are called.
    pub name: String,
    /// Their signing key, `swh1-…`.
    pub key: String,
}

/// A week.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct WeekSpan {
    /// As `2026-W48`.
    pub id: String,
    /// Its Monday.
    pub from: String,
    /// Its Sunday.
    pub to: String,
}

/// A group picture.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct PictureShown {
    /// Of where.
    pub place: &'static str,
    /// The last week in it.
    pub week: String,
    /// The Monday of the first.
    pub from: String,
    /// The Sunday of the last.
    pub to: String,
    /// How many weeks are in it.
    pub weeks: u32,
    /// About how many people: in steps of 5.
    pub people: u32,
    /// The step of its per cent.
    pub rounding: u8,
    /// Question by question.
    pub questions: Vec<QuestionShown>,
    /// The first holder's signature of it, in base 64.
    pub signature: String,
}

/// One question of a picture.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct QuestionShown {
    /// The question's id.
    pub id: &'static str,
    /// What was answered.
    pub cells: Vec<CellShown>,
}

/// How many answered so.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct CellShown {
    /// The band's id, or `not-said`.
    pub id: &'static str,
    /// Per cent of all who took part: 5 means 5 or less, 95 means 95 or more.
    pub percent: u8,
}

impl Document {
    /// Adds this week's card.
    pub fn show(&mut self, card: &Card, encoded: String) {
        self.card = Some(encoded);
        self.week = Some(WeekSpan::of(card.week()));
        self.destroyed = Some(destroyed_after(card.week()).to_string());
    }
}

impl WeekSpan {
    fn of(week: Week) -> Self {
        Self {
            id: week.id(),
            from: week.from().to_string(),
            to: week.to().to_string(),
        }
    }
}

impl PictureShown {
    /// A picture as it is shown.
    #[must_use]
    pub fn of(picture: &Picture, signature: String) -> Self {
        let questions = picture.pack.questions.iter().zip(&picture.percent);
        Self {
            place: picture.place.id(),
            week: picture.week.id(),
            from: picture.from().to_string(),
            to: picture.week.to().to_string(),
            weeks: picture.weeks,
            people: picture.people,
            rounding: picture.rounding(),
            questions: questions
                .map(|(question, percent)| QuestionShown {
                    id: question.id,
                    cells: (0..)
                        .zip(percent)
                        .map(|(cell, percent)| CellShown {
                            id: question.cell_id(cell),
                            percent: *percent,
                        })
                        .collect(),
                })
                .collect(),
            signature,
        }
    }
}
