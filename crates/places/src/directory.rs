//! Rows of the ONS Postcode Directory, whatever its columns are called in an edition.
//!
//! Knows no file and no CSV: it is given cells. Only postcodes in use with a position come out of
//! it; each other row says why it does not.
//!
//! Names of columns are those seen in editions from 2011 to 2026: `oslaua`, `laua`, `lad25cd`;
//! `pcon`, `pcon24cd`; `gor`, `rgn`, `rgn25cd`. Codes of regions and nations are those of the
//! Government Statistical Service.

use core::fmt;

use crate::{Area, Distance, Place, Point, Postcode, Region};

/// No postcode lies so far from the middle of its area. The longest way is about 100 miles: the
/// Small Isles are in Perth's.
const FARTHEST_MILES: f64 = 150.0;

/// Where in a row each thing is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Columns {
    postcode: usize,
    ended: usize,
    latitude: usize,
    longitude: usize,
    nation: Option<usize>,
    region: Option<usize>,
    council: Option<usize>,
    constituency: Option<usize>,
}

/// A column that the directory must have and this file has not.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct MissingColumn {
    /// What it holds.
    pub what: &'static str,
    /// How it is called in a recent edition.
    pub name: &'static str,
}

/// A postcode in use.
#[derive(Copy, Clone, Debug, PartialEq)]
pub struct Live<'a> {
    /// The postcode.
    pub postcode: Postcode,
    /// Hundred-thousandths of a degree.
    pub latitude: i32,
    /// Hundred-thousandths of a degree.
    pub longitude: i32,
    /// The region.
    pub region: Region,
    /// The council's code; empty if there is none.
    pub council: &'a str,
    /// The constituency's code; empty if there is none.
    pub constituency: &'a str,
}

/// What a row is.
#[derive(Copy, Clone, Debug, PartialEq)]
pub enum Row<'a> {
    /// A postcode in use.
    Live(Live<'a>),
    /// A postcode that is not used any more.
    Ended,
    /// In use, in Northern Ireland, and not asked for: see [`Wanted`].
    NorthernIreland,
    /// In use, but the directory has no position for it.
    Unplaced,
}

/// What is taken from the directory.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Postcodes that begin with BT. The Open Government Licence does not cover them: they are
    /// under a licence of Land & Property Services of their own.
    pub northern_ireland: bool,
}

/// Why a row cannot be used.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum RowProblem {
    /// It has fewer cells than the first line.
    Short,
    /// Its postcode is none.
    Postcode,
    /// Its position is no number.
    Position,
    /// Its position is far from its postcode area.
    FarAway,
    /// Neither nation nor region is known.
    Region,
}

impl fmt::Display for RowProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            RowProblem::Short => "the line is cut off",
            RowProblem::Postcode => "the postcode is not one",
            RowProblem::Position => "latitude or longitude is not a number",
            RowProblem::FarAway => "the position is far from the postcode area",
            RowProblem::Region => "nation and region are not known",
        })
    }
}

impl fmt::Display for MissingColumn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "there is no column with {}, which is called {} in the directory",
            self.what, self.name
        )
    }
}

/// What a column holds.
#[derive(Copy, Clone, PartialEq, Eq)]
enum Field {
    Postcode,
    Ended,
    Latitude,
    Longitude,
    Nation,
    Region,
    Council,
    Constituency,
}

/// Names without year, and which of two columns for one thing is better: the higher. The long
/// names are those of tables that the portal exports.
const NAMES: [(&str, Field, u8); 30] = [
    ("pcds", Field::Postcode, 3),
    ("pcd8", Field::Postcode, 2),
    ("pcd2", Field::Postcode, 2),
    ("pcd7", Field::Postcode, 1),
    ("pcd", Field::Postcode, 1),
    ("postcode", Field::Postcode, 1),
    ("postcode7char", Field::Postcode, 1),
    ("postcode8char", Field::Postcode, 2),
    ("postcodeegif", Field::Postcode, 3),
    ("doterm", Field::Ended, 1),
    ("dateoftermination", Field::Ended, 1),
    ("lat", Field::Latitude, 1),
    ("latitude", Field::Latitude, 1),
    ("long", Field::Longitude, 1),
    ("lng", Field::Longitude, 1),
    ("longitude", Field::Longitude, 1),
    ("ctry", Field::Nation, 1),
    ("country", Field::Nation, 1),
    ("countrycode", Field::Nation, 1),
    ("rgn", Field::Region, 1),
    ("gor", Field::Region, 1),
    ("region", Field::Region, 1),
    ("regioncode", Field::Region, 1),
    ("oslaua", Field::Council, 1),
    ("laua", Field::Council, 1),
    ("lad", Field::Council, 1),
    ("localauthoritydistrictcode", Field::Council, 1),
    ("pcon", Field::Constituency, 1),
    ("parliamentaryconstituencycode", Field::Constituency, 1),
    (
        "westminsterparliamentaryconstituencycode",
        Field::Constituency,
        1,
    ),
];

impl Columns {
    /// Reads the first line.
    ///
    /// # Errors
    /// The first column that is missing.
    pub fn read<'a>(cells: impl Iterator<Item = &'a str>) -> Result<Columns, MissingColumn> {
        // Of two columns for one thing, the better name or the later year wins.
        let mut found: [Option<(u8, u16, usize)>; 8] = [None; 8];
        for (at, cell) in cells.enumerate() {
            let (stem, year) = stem(cell);
            if let Some((_, field, rank)) = NAMES.iter().find(|(name, _, _)| *name == stem) {
                let place = &mut found[*field as usize];
                if place.is_none_or(|(r, y, _)| (*rank, year) > (r, y)) {
                    *place = Some((*rank, year, at));
                }
            }
        }
        let at = |field: Field| found[field as usize].map(|(_, _, at)| at);
        let must = |field, what, name| at(field).ok_or(MissingColumn { what, name });
        let columns = Columns {
            postcode: must(Field::Postcode, "the postcode", "pcds")?,
            ended: must(
                Field::Ended,
                "the month in which a postcode ended",
                "doterm",
            )?,
            latitude: must(Field::Latitude, "the latitude", "lat")?,
            longitude: must(Field::Longitude, "the longitude", "long")?,
            nation: at(Field::Nation),
            region: at(Field::Region),
            council: at(Field::Council),
            constituency: at(Field::Constituency),
        };
        if columns.region.is_none() {
            must(Field::Nation, "the nation", "ctry25cd")?;
        }
        Ok(columns)
    }

    /// Whether there are codes of councils.
    #[must_use]
    pub fn has_councils(&self) -> bool {
        self.council.is_some()
    }

    /// Whether there are codes of constituencies.
    #[must_use]
    pub fn has_constituencies(&self) -> bool {
        self.constituency.is_some()
    }

    /// Reads one row, given its cells by place.
    ///
    /// # Errors
    /// Why the row cannot be used.
    pub fn row<'a>(
        &self,
        cell: impl Fn(usize) -> Option<&'a str>,
        wanted: Wanted,
    ) -> Result<Row<'a>, RowProblem> {
        let must = |at| cell(at).map(str::trim).ok_or(RowProblem::Short);
        let may = |at: Option<usize>| at.and_then(&cell).map_or("", str::trim);
        let typed = must(self.postcode)?;
        let ended = must(self.ended)?;
        if !ended.is_empty() {
            return Ok(Row::Ended);
        }
        let reading = Postcode::read(typed).map_err(|_| RowProblem::Postcode)?;
        // What has to be mended is a slip of the file: it could be another's postcode.
        if reading.mended {
            return Err(RowProblem::Postcode);
        }
        let postcode = reading.postcode;
        let Place::Area(area) = postcode.place() else {
            return Ok(Row::Unplaced);
        };
        if area.code() == "BT" && !wanted.northern_ireland {
            return Ok(Row::NorthernIreland);
        }
        let (latitude, longitude) = (must(self.latitude)?, must(self.longitude)?);
        if latitude.is_empty() || longitude.is_empty() {
            return Ok(Row::Unplaced);
        }
        let point = point(latitude, longitude)?;
        // The directory's sign for "no position" is 99.999999 north.
        if point.latitude > 90.0 {
            return Ok(Row::Unplaced);
        }
        if point.distance(area.rough_centre()) > Distance::from_miles(FARTHEST_MILES) {
            return Err(RowProblem::FarAway);
        }
        let region = region(may(self.nation), may(self.region), area)?;
        Ok(Row::Live(Live {
            postcode,
            latitude: parts(point.latitude),
            longitude: parts(point.longitude),
            region,
            council: real(may(self.council)),
            constituency: real(may(self.constituency)),
        }))
    }
}

/// A column's name in small letters, without the year that editions put into it, and that year:
/// `LAD25CD` is `lad`, 25.
fn stem(cell: &str) -> (String, u16) {
    let plain: String = cell
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|c| c.to_ascii_lowercase())
        .collect();
    if NAMES.iter().any(|(name, _, _)| *name == plain) {
        return (plain, 0);
    }
    let name = plain.strip_suffix("cd").unwrap_or(&plain);
    let stem = name.trim_end_matches(|c: char| c.is_ascii_digit());
    let year = name[stem.len()..].parse().unwrap_or(0);
    (stem.to_owned(), year)
}

fn point(latitude: &str, longitude: &str) -> Result<Point, RowProblem> {
    let number = |text: &str| {
        let number: f64 = text.parse().map_err(|_| RowProblem::Position)?;
        if number.is_finite() {
            Ok(number)
        } else {
            Err(RowProblem::Position)
        }
    };
    Ok(Point {
        latitude: number(latitude)?,
        longitude: number(longitude)?,
    })
}

fn parts(degrees: f64) -> i32 {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "within 150 miles of these islands"
    )]
    let parts = (degrees * 100_000.0).round() as i32;
    parts
}

/// A code of nine characters, or nothing: codes that stand for "none" are made of nines.
fn real(code: &str) -> &str {
    match code.as_bytes() {
        [b'A'..=b'Z', digits @ ..]
            if digits.len() == 8
                && digits.iter().all(u8::is_ascii_digit)
                && !digits.ends_with(b"9999999") =>
        {
            code
        }
        _ => "",
    }
}

fn region(nation: &str, region: &str, area: &Area) -> Result<Region, RowProblem> {
    // Codes of the Government Statistical Service, "Region" (E12) and "Country" (92, 93, 83).
    let of_england = match region {
        "E12000001" => Some(Region::NorthEast),
        "E12000002" => Some(Region::NorthWest),
        "E12000003" => Some(Region::YorkshireAndTheHumber),
        "E12000004" => Some(Region::EastMidlands),
        "E12000005" => Some(Region::WestMidlands),
        "E12000006" => Some(Region::EastOfEngland),
        "E12000007" => Some(Region::London),
        "E12000008" => Some(Region::SouthEast),
        "E12000009" => Some(Region::SouthWest),
        _ => None,
    };
    if let Some(region) = of_england {
        return Ok(region);
    }
    // The first letter tells the nation, in codes for "no region" too: W99999999.
    let code = if nation.is_empty() { region } else { nation };
    match code.as_bytes().first() {
        Some(b'S') => Ok(Region::Scotland),
        Some(b'W') => Ok(Region::Wales),
        Some(b'N') => Ok(Region::NorthernIreland),
        Some(b'M') => Ok(Region::IsleOfMan),
        // Channel Islands, which of them the area tells.
        Some(b'L') => area.region().ok_or(RowProblem::Region),
        Some(b'E') => area
            .region()
            .filter(|region| region.nation() == crate::Nation::England)
            .ok_or(RowProblem::Region),
        _ => Err(RowProblem::Region),
    }
}
