//! What the store keeps of check-ins: who holds the keys, signed cards, published pictures. Not the
//! check-ins: those are in [`crate::wellbeing`]'s own files, which this part refuses to know.

use super::{
    Asked, Backend,
    sql::{read, wellbeing as sql, write},
};

/// A campaign's check-in, as its operator opened it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WellbeingRow {
    /// The campaign's slug.
    pub slug: String,
    /// The pack's id.
    pub pack: String,
    /// k: the fewest people that a picture may be of.
    pub minimum: u32,
    /// The setting's id.
    pub setting: String,
    /// What the first holder, the hub, is called.
    pub first_name: String,
    /// Its signing key.
    pub first_key: [u8; 32],
    /// What the second holder is called.
    pub second_name: String,
    /// Their signing key.
    pub second_key: [u8; 32],
    /// Ids of places.
    pub places: Vec<String>,
}

/// A card that both holders have signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CardRow {
    /// The campaign's slug.
    pub slug: String,
    /// As `2026-W48`.
    pub week: String,
    /// The card's bytes.
    pub card: Vec<u8>,
}

/// A picture that was published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PictureRow {
    /// The campaign's slug.
    pub slug: String,
    /// The place's id.
    pub place: String,
    /// The last week in it.
    pub week: String,
    /// The picture's bytes.
    pub picture: Vec<u8>,
    /// The first holder's signature of it.
    pub signature: [u8; 64],
}

/// The part of a store that check-ins need.
pub trait WellbeingStore: Send + Sync + 'static {
    /// Every campaign's check-in, by slug.
    fn wellbeing(&self) -> Asked<'_, Vec<WellbeingRow>>;

    /// Opens a check-in. `false` if there is one of that name.
    fn add_wellbeing<'a>(&'a self, row: &'a WellbeingRow) -> Asked<'a, bool>;

    /// The cards of a campaign, oldest week first.
    fn cards<'a>(&'a self, slug: &'a str) -> Asked<'a, Vec<CardRow>>;

    /// Keeps a card. `false` if there is one of that week.
    fn add_card<'a>(&'a self, card: &'a CardRow) -> Asked<'a, bool>;

    /// The pictures of a campaign, oldest week first.
    fn pictures<'a>(&'a self, slug: &'a str) -> Asked<'a, Vec<PictureRow>>;

    /// Publishes a picture. `false` if there is one of that place and week.
    fn add_picture<'a>(&'a self, picture: &'a PictureRow) -> Asked<'a, bool>;
}

impl<T: Backend> WellbeingStore for T {
    fn wellbeing(&self) -> Asked<'_, Vec<WellbeingRow>> {
        read!(self, s => sql::all(s))
    }

    fn add_wellbeing<'a>(&'a self, row: &'a WellbeingRow) -> Asked<'a, bool> {
        write!(self, s => sql::add(s, row))
    }

    fn cards<'a>(&'a self, slug: &'a str) -> Asked<'a, Vec<CardRow>> {
        read!(self, s => sql::cards(s, slug))
    }

    fn add_card<'a>(&'a self, card: &'a CardRow) -> Asked<'a, bool> {
        write!(self, s => sql::add_card(s, card))
    }

    fn pictures<'a>(&'a self, slug: &'a str) -> Asked<'a, Vec<PictureRow>> {
        read!(self, s => sql::pictures(s, slug))
    }

    fn add_picture<'a>(&'a self, picture: &'a PictureRow) -> Asked<'a, bool> {
        write!(self, s => sql::add_picture(s, picture))
    }
}
