//! Packs of questions: what may be answered, and in which cell an answer is counted.
//!
//! A pack is a data file (`data/packs`, `data/packs-apart`), made into constants by `build.rs`. Here
//! are no words: a widget has those in its locales. Knows no person, no place and no day.

mod data {
    #![expect(
        unreachable_pub,
        reason = "what the build script writes is used by the module above"
    )]
    use super::{Band, Pack, Question};

    include!(concat!(env!("OUT_DIR"), "/packs.rs"));
}

/// The [id](Question::cell_id) of the last cell of every question.
pub const NOT_SAID: &str = "not-said";

/// A set of questions that belong together.
#[derive(Clone, Copy, Debug)]
pub struct Pack {
    /// Its short name: `ons4`.
    pub id: &'static str,
    /// Rises with every change of questions or bands: two versions are never counted together.
    pub version: u8,
    /// In the order in which they are asked.
    pub questions: &'static [Question],
    /// How the answers are added up, where its makers say so.
    pub total: Option<&'static Total>,
}

/// One question of a pack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Question {
    /// Its short name: `satisfied`.
    pub id: &'static str,
    /// The lowest answer.
    pub lowest: u8,
    /// The highest answer.
    pub highest: u8,
    /// Answers that are counted as one, from the lowest to the highest, without a gap.
    pub bands: &'static [Band],
}

/// Answers that are counted as one, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Band {
    /// Its short name: `very_high`.
    pub id: &'static str,
    /// The lowest answer, or sum, in it.
    pub from: u8,
    /// The highest.
    pub to: u8,
}

/// How the answers of a pack are added up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Total {
    /// What the sum of all answers is multiplied by.
    pub times: u8,
    /// Bands of the product.
    pub bands: &'static [Band],
}

/// A pack of a version is asked and counted in one way, wherever it is.
impl PartialEq for Pack {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id && self.version == other.version
    }
}

impl Eq for Pack {}

impl Pack {
    /// Every pack: without the feature `apart`, those that a widget has the words for.
    pub const ALL: &'static [Pack] = data::PACKS;

    /// Those that the check-in asks. The others are scored where somebody has asked them already.
    pub const ASKED: &'static [Pack] = data::PACKS.split_at(data::ASKED).0;

    /// Under which licence its questions and bands may be used, and who made them. Apart from the
    /// pack, so that a widget does not carry what it does not show.
    #[must_use]
    pub fn origin(&self) -> (&'static str, &'static str) {
        let mut all = data::ORIGINS.iter();
        let row = all.find(|(id, ..)| *id == self.id);
        row.map_or(("", ""), |(_, licence, source)| (licence, source))
    }

    /// The pack with this id.
    #[must_use]
    pub fn named(id: &str) -> Option<&'static Pack> {
        Self::ALL.iter().find(|pack| pack.id == id)
    }
}

impl Question {
    /// Into how many cells its answers are counted: its bands, and "prefer not to say".
    #[must_use]
    pub const fn cells(&self) -> usize {
        self.bands.len() + 1
    }

    /// The cell of an answer; the last one for "prefer not to say" (`None`). None if the answer is
    /// out of range.
    #[must_use]
    pub fn cell_of(&self, answer: Option<u8>) -> Option<usize> {
        match answer {
            Some(answer) => band_of(self.bands, answer),
            None => Some(self.bands.len()),
        }
    }

    /// The id of a cell: that of its band, or [`NOT_SAID`] for the last one and all beyond.
    #[must_use]
    pub fn cell_id(&self, cell: usize) -> &'static str {
        self.bands.get(cell).map_or(NOT_SAID, |band| band.id)
    }
}

/// Which of these bands this figure lies in.
pub(crate) fn band_of(bands: &[Band], figure: u8) -> Option<usize> {
    bands
        .iter()
        .position(|band| (band.from..=band.to).contains(&figure))
}
