//! The overseas territories that have one postcode each.
//!
//! Their people have family in care and support work here; the postcodes look odd but are real.

/// A British overseas territory with a postcode of its own.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Territory {
    AntarcticTerritory,
    AscensionIsland,
    FalklandIslands,
    Gibraltar,
    IndianOceanTerritory,
    PitcairnIslands,
    SouthGeorgia,
    StHelena,
    TristanDaCunha,
    TurksAndCaicosIslands,
}

/// First half, second half, place. Anguilla, Bermuda, the Cayman Islands, Montserrat and the
/// Virgin Islands have codes of another shape, which Royal Mail does not use.
const TERRITORIES: [(&str, &str, Territory); 10] = [
    ("ASCN", "1ZZ", Territory::AscensionIsland),
    ("BBND", "1ZZ", Territory::IndianOceanTerritory),
    ("BIQQ", "1ZZ", Territory::AntarcticTerritory),
    ("FIQQ", "1ZZ", Territory::FalklandIslands),
    ("GX11", "1AA", Territory::Gibraltar),
    ("PCRN", "1ZZ", Territory::PitcairnIslands),
    ("SIQQ", "1ZZ", Territory::SouthGeorgia),
    ("STHL", "1ZZ", Territory::StHelena),
    ("TDCU", "1ZZ", Territory::TristanDaCunha),
    ("TKCA", "1ZZ", Territory::TurksAndCaicosIslands),
];

impl Territory {
    /// The territory whose postcode begins with `outward`, and its only second half.
    pub(crate) fn by_outward(outward: &str) -> Option<(Territory, &'static str)> {
        let row = TERRITORIES.iter().find(|(code, _, _)| *code == outward)?;
        Some((row.2, row.1))
    }

    /// The name in English.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Territory::AntarcticTerritory => "British Antarctic Territory",
            Territory::AscensionIsland => "Ascension Island",
            Territory::FalklandIslands => "Falkland Islands",
            Territory::Gibraltar => "Gibraltar",
            Territory::IndianOceanTerritory => "British Indian Ocean Territory",
            Territory::PitcairnIslands => "Pitcairn Islands",
            Territory::SouthGeorgia => "South Georgia and the South Sandwich Islands",
            Territory::StHelena => "St Helena",
            Territory::TristanDaCunha => "Tristan da Cunha",
            Territory::TurksAndCaicosIslands => "Turks and Caicos Islands",
        }
    }
}
