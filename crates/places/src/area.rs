//! The 124 postcode areas: name, regions, nations, rough centre.
//!
//! The figures are in `data/areas.csv`. Knows no district: where an area lies in two nations, both
//! are named and nobody guesses between them.

use crate::Point;
use crate::outcode::ascii;

/// A nation of the United Kingdom, or a Crown dependency, which is not part of it.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Nation {
    England,
    Scotland,
    Wales,
    NorthernIreland,
    IsleOfMan,
    Guernsey,
    Jersey,
}

impl Nation {
    /// False for the Crown dependencies: their own laws on wages, work and unions apply.
    #[must_use]
    pub const fn in_the_uk(self) -> bool {
        !matches!(self, Nation::IsleOfMan | Nation::Guernsey | Nation::Jersey)
    }

    /// A short name for files and addresses: `northern-ireland`.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Nation::England => "england",
            Nation::Scotland => "scotland",
            Nation::Wales => "wales",
            Nation::NorthernIreland => "northern-ireland",
            Nation::IsleOfMan => "isle-of-man",
            Nation::Guernsey => "guernsey",
            Nation::Jersey => "jersey",
        }
    }

    /// The name in English.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Nation::England => "England",
            Nation::Scotland => "Scotland",
            Nation::Wales => "Wales",
            Nation::NorthernIreland => "Northern Ireland",
            Nation::IsleOfMan => "Isle of Man",
            Nation::Guernsey => "Guernsey",
            Nation::Jersey => "Jersey",
        }
    }
}

/// The twelve regions that UK statistics use (nine in England; the three other nations are one
/// each), and the Crown dependencies.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Region {
    NorthEast,
    NorthWest,
    YorkshireAndTheHumber,
    EastMidlands,
    WestMidlands,
    EastOfEngland,
    London,
    SouthEast,
    SouthWest,
    Scotland,
    Wales,
    NorthernIreland,
    IsleOfMan,
    Guernsey,
    Jersey,
}

impl Region {
    /// Every region, in the order that statistics list them.
    pub const ALL: [Region; 15] = [
        Region::NorthEast,
        Region::NorthWest,
        Region::YorkshireAndTheHumber,
        Region::EastMidlands,
        Region::WestMidlands,
        Region::EastOfEngland,
        Region::London,
        Region::SouthEast,
        Region::SouthWest,
        Region::Scotland,
        Region::Wales,
        Region::NorthernIreland,
        Region::IsleOfMan,
        Region::Guernsey,
        Region::Jersey,
    ];

    /// The nation that the region is in or is.
    #[must_use]
    pub const fn nation(self) -> Nation {
        match self {
            Region::Scotland => Nation::Scotland,
            Region::Wales => Nation::Wales,
            Region::NorthernIreland => Nation::NorthernIreland,
            Region::IsleOfMan => Nation::IsleOfMan,
            Region::Guernsey => Nation::Guernsey,
            Region::Jersey => Nation::Jersey,
            _ => Nation::England,
        }
    }

    /// A short name for files and addresses: `north-east`.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Region::NorthEast => "north-east",
            Region::NorthWest => "north-west",
            Region::YorkshireAndTheHumber => "yorkshire-and-the-humber",
            Region::EastMidlands => "east-midlands",
            Region::WestMidlands => "west-midlands",
            Region::EastOfEngland => "east-of-england",
            Region::London => "london",
            Region::SouthEast => "south-east",
            Region::SouthWest => "south-west",
            _ => self.nation().id(),
        }
    }

    /// The region with this [`Region::id`].
    #[must_use]
    pub fn by_id(id: &str) -> Option<Region> {
        Region::ALL.into_iter().find(|region| region.id() == id)
    }

    /// The name in English.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Region::NorthEast => "North East",
            Region::NorthWest => "North West",
            Region::YorkshireAndTheHumber => "Yorkshire and the Humber",
            Region::EastMidlands => "East Midlands",
            Region::WestMidlands => "West Midlands",
            Region::EastOfEngland => "East of England",
            Region::London => "London",
            Region::SouthEast => "South East",
            Region::SouthWest => "South West",
            _ => self.nation().name(),
        }
    }
}

/// A postcode area: the letters that a postcode begins with.
#[derive(Debug, PartialEq, Eq)]
pub struct Area {
    /// Padded with a zero.
    code: [u8; 2],
    /// The first is always there.
    regions: [Option<Region>; 3],
}

impl Area {
    /// Every area, by code.
    #[must_use]
    pub fn all() -> &'static [Area] {
        &AREAS
    }

    /// The area with this code, in capitals: `"LS"`.
    #[must_use]
    pub fn by_code(code: &str) -> Option<&'static Area> {
        AREAS.get(place_of(code)?)
    }

    /// One or two capital letters: `LS`.
    #[must_use]
    pub fn code(&self) -> &str {
        let end = if self.code[1] == 0 { 1 } else { 2 };
        ascii(&self.code[..end])
    }

    /// The town that the area is named after, in English: `Leeds`.
    #[must_use]
    pub fn name(&self) -> &'static str {
        // A table of its own: a widget that shows no town carries none.
        place_of(self.code()).map_or("", |at| NAMES[at])
    }

    /// The regions that it lies in, the one with most of it first. Never empty.
    pub fn regions(&self) -> impl Iterator<Item = Region> + use<> {
        self.regions.into_iter().flatten()
    }

    /// The nations that it lies in, the one with most of it first. Never empty; more than one along
    /// the borders, where only the postcode directory can tell which.
    pub fn nations(&self) -> impl Iterator<Item = Nation> + use<> {
        let regions = self.regions;
        self.regions().enumerate().filter_map(move |(at, region)| {
            let nation = region.nation();
            let earlier = regions[..at].iter().flatten();
            let first = earlier
                .into_iter()
                .all(|earlier| earlier.nation() != nation);
            first.then_some(nation)
        })
    }

    /// The nation, if there is only one.
    #[must_use]
    pub fn nation(&self) -> Option<Nation> {
        only(self.nations())
    }

    /// The region, if there is only one.
    #[must_use]
    pub fn region(&self) -> Option<Region> {
        only(self.regions())
    }

    /// The middle of the area, by eye: right to about 5 miles in towns, 15 in the country, 40 in
    /// the Highlands and islands.
    #[must_use]
    pub fn rough_centre(&self) -> Point {
        point(place_of(self.code()).map_or((0, 0), |at| CENTRES[at]))
    }

    /// No address of the area is farther from [`Area::rough_centre`], in miles: 2 in the City of
    /// London, 108 in the Highlands. Rounded up, by eye.
    #[must_use]
    pub fn reach_miles(&self) -> u8 {
        place_of(self.code()).map_or(0, |at| REACHES[at])
    }

    /// Where the town is that the area is named after, right to about 2 miles; for parts of London
    /// and islands, the middle.
    #[must_use]
    pub fn town_centre(&self) -> Point {
        point(place_of(self.code()).map_or((0, 0), |at| TOWNS[at]))
    }
}

/// Hundredths of a degree: whole numbers keep the table small.
fn point((latitude, longitude): (i16, i16)) -> Point {
    let degrees = |hundredths: i16| f64::from(hundredths) / 100.0;
    Point {
        latitude: degrees(latitude),
        longitude: degrees(longitude),
    }
}

fn place_of(code: &str) -> Option<usize> {
    // Bytes are compared, which needs no text of each.
    let code = match *code.as_bytes() {
        [one] => [one, 0],
        [one, two] => [one, two],
        _ => return None,
    };
    AREAS.binary_search_by_key(&code, |area| area.code).ok()
}

fn only<T>(mut items: impl Iterator<Item = T>) -> Option<T> {
    let first = items.next();
    if items.next().is_none() { first } else { None }
}

include!(concat!(env!("OUT_DIR"), "/areas.rs"));
