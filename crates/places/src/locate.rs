//! What somebody typed to say where they are, as a point and how far off it may be: a postcode, its
//! first half, or a town.
//!
//! Knows the 124 areas and nothing finer: what is rough is given with its radius. Asks nobody.

use crate::{Area, Outcode, Place, Point, Postcode, PostcodeError};

/// A town is about so wide.
const TOWN_MILES: u8 = 5;

/// The middle of London, and about how far from there it reaches.
const LONDON: &str = "WC";
const LONDON_MILES: u8 = 15;

/// Where somebody is, roughly.
#[derive(Copy, Clone, Debug, PartialEq)]
pub struct Located {
    /// A point.
    pub point: Point,
    /// They are at most about so many miles from it: "within about 15 miles".
    pub within_miles: u8,
    /// The postcode area that it is in.
    pub area: &'static Area,
    /// The first half of a postcode, if one was typed: a shard can be asked for by it.
    pub outcode: Option<Outcode>,
    /// The whole postcode, if one was typed.
    pub postcode: Option<Postcode>,
}

/// Why it is not known where somebody is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LocateError {
    /// It looks like a postcode, and this is wrong with it.
    Postcode(PostcodeError),
    /// A postcode that is at no place in these islands: a territory, the forces, an office.
    Nowhere(Postcode),
    /// More than one town could be meant.
    Several(Vec<&'static Area>),
    /// No town of ours is called so: people can type a postcode.
    NoSuchTown,
}

impl LocateError {
    /// The key of the message in the widgets' languages.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        match self {
            LocateError::Postcode(error) => error.key(),
            LocateError::Nowhere(_) => "error-place-nowhere",
            LocateError::Several(_) => "error-place-several",
            LocateError::NoSuchTown => "error-place-unknown",
        }
    }
}

/// Places what was typed: `ls1 4dy`, `LS1`, `leeds`, `St. Albans`.
///
/// # Errors
/// What has to be typed instead.
pub fn locate(typed: &str) -> Result<Located, LocateError> {
    if !typed.bytes().any(|b| b.is_ascii_digit()) {
        return town(typed);
    }
    match Postcode::read(typed) {
        Ok(reading) => {
            let postcode = reading.postcode;
            let Place::Area(area) = postcode.place() else {
                return Err(LocateError::Nowhere(postcode));
            };
            Ok(Located {
                postcode: Some(postcode),
                ..within(area, Some(postcode.outcode()))
            })
        }
        Err(PostcodeError::FirstHalfOnly(outcode)) => match outcode.area() {
            Some(area) => Ok(within(area, Some(outcode))),
            None => Err(LocateError::Postcode(PostcodeError::FirstHalfOnly(outcode))),
        },
        Err(error) => Err(LocateError::Postcode(error)),
    }
}

fn within(area: &'static Area, outcode: Option<Outcode>) -> Located {
    Located {
        point: area.rough_centre(),
        within_miles: area.reach_miles(),
        area,
        outcode,
        postcode: None,
    }
}

fn town(typed: &str) -> Result<Located, LocateError> {
    let found = towns(typed);
    // All of London's areas begin with its name, and its middle is one of them.
    if let Some(area) = Area::by_code(LONDON).filter(|area| found.len() > 1 && found.contains(area))
    {
        return Ok(Located {
            within_miles: LONDON_MILES,
            ..within(area, None)
        });
    }
    match found[..] {
        [area] if area.town_centre() != area.rough_centre() => Ok(Located {
            point: area.town_centre(),
            within_miles: TOWN_MILES,
            ..within(area, None)
        }),
        // Parts of London, islands, Northern Ireland: the name is the whole area's.
        [area] => Ok(within(area, None)),
        [] if typed.trim().is_empty() => Err(LocateError::Postcode(PostcodeError::Empty)),
        [] => Err(LocateError::NoSuchTown),
        _ => Err(LocateError::Several(found)),
    }
}

/// Names that a second town has too, which is in another area: nobody guesses between them.
const TWINS: [(&str, &[&str]); 4] = [
    ("newcastle", &["NE", "ST"]),
    ("newcastle under lyme", &["ST"]),
    ("newport", &["NP", "PO", "TF"]),
    ("sutton", &["SM", "B", "NG"]),
];

/// The areas whose town is called so, in any case, with or without accents, hyphens and stops; if
/// there is none, those whose name begins with these words (`london`, `stoke`). Whole words only.
#[must_use]
pub fn towns(typed: &str) -> Vec<&'static Area> {
    let wanted = plain(typed);
    if let Some((_, codes)) = TWINS.iter().find(|(name, _)| *name == wanted) {
        return codes
            .iter()
            .filter_map(|code| Area::by_code(code))
            .collect();
    }
    let mut begun = Vec::new();
    for area in Area::all() {
        let name = plain(area.name());
        if name == wanted {
            return vec![area];
        }
        if !wanted.is_empty()
            && let Some(rest) = name.strip_prefix(&wanted)
            && rest.starts_with(' ')
        {
            begun.push(area);
        }
    }
    begun
}

/// Small letters and single spaces, and names as the table has them.
fn plain(typed: &str) -> String {
    let mut out = String::with_capacity(typed.len());
    for character in typed.chars() {
        match character {
            '\'' | '’' | '.' => {}
            c if is_letter(c) => out.push(without_accent(c).to_ascii_lowercase()),
            _ if out.is_empty() || out.ends_with(' ') => {}
            _ => out.push(' '),
        }
    }
    out.truncate(out.trim_end().len());
    match out.as_str() {
        "kingston upon hull" => "hull".to_owned(),
        "middlesbrough" => "teesside".to_owned(),
        // Its one area is all that we know.
        "belfast" | "derry" | "londonderry" => "northern ireland".to_owned(),
        name => match name.strip_prefix("saint ") {
            Some(rest) => ["st ", rest].concat(),
            None => out,
        },
    }
}

/// A letter or a figure. Unicode's own tables, of every letter and its small form, would be 6 kB of a
/// widget; no town here has one that this does not tell.
fn is_letter(c: char) -> bool {
    let is_sign = matches!(c, '×' | '÷' | '\u{2000}'..='\u{2bff}' | '\u{3000}'..='\u{303f}');
    c.is_ascii_alphanumeric() || c >= 'À' && !is_sign
}

/// Vowels of Welsh, Gaelic and of keyboards that set accents by themselves.
fn without_accent(letter: char) -> char {
    match letter {
        'à' | 'á' | 'â' | 'ä' | 'À' | 'Á' | 'Â' | 'Ä' => 'a',
        'è' | 'é' | 'ê' | 'ë' | 'È' | 'É' | 'Ê' | 'Ë' => 'e',
        'ì' | 'í' | 'î' | 'ï' | 'Ì' | 'Í' | 'Î' | 'Ï' => 'i',
        'ò' | 'ó' | 'ô' | 'ö' | 'Ò' | 'Ó' | 'Ô' | 'Ö' => 'o',
        'ù' | 'ú' | 'û' | 'ü' | 'Ù' | 'Ú' | 'Û' | 'Ü' => 'u',
        'ŵ' | 'Ŵ' => 'w',
        'ŷ' | 'Ŷ' | 'ý' | 'Ý' | 'ÿ' => 'y',
        _ => letter,
    }
}
