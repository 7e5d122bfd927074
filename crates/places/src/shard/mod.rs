//! One file for all postcodes of one first half: where each is, and in which areas.
//!
//! A first half has at most 4,000 postcodes (a number and two of twenty letters), and each takes
//! five bytes, so a shard stays near 20 kB and is never split. A smaller piece would be a smaller
//! answer, but asking for it would tell more about who asks.
//!
//! Knows no network and no file. Whatever the text, nothing here panics: what cannot be read is
//! not there, and the table of areas answers instead.
//!
//! # The text
//!
//! ```text
//! swansfeet-places/1 LS1 2026-08                             format, first half, edition
//! Contains OS data © Crown copyright and …                   to be shown wherever it is used
//! 5379012 -155871 9 15                                       south, west, step north, step east
//! +yorkshire-and-the-humber⇥E08000035⇥Leeds⇥E14001311⇥…      region, council, constituency
//! $#8#P%…                                                    its postcodes
//! ```
//!
//! South and west are the corner that steps are counted from; they and the steps are in
//! hundred-thousandths of a degree. Steps are about 10 metres, longer only where a shard is wider
//! than 80 km. A code or a name that is not known is empty.
//!
//! A postcode's second half is a number from 0 to 3999: its digit times 400, and its two letters
//! in base 20 (`ABDEFGHJLNPQRSTUWXYZ`). Within a group they rise. One or more characters give the
//! distance to the one before, two the steps north, two the steps east, in base 91 from `#` to
//! `}`; `}` in the distance is 90 and "more follows".

#[cfg(feature = "directory")]
mod write;

#[cfg(feature = "directory")]
pub use write::{Group, Heading, Row, write};

use crate::{Nation, Outcode, Point, Postcode, Region};

const FORMAT: &str = "swansfeet-places/1";
/// Letters that may end a postcode, in order.
const LETTERS: &[u8; 20] = b"ABDEFGHJLNPQRSTUWXYZ";
/// The first of the characters that stand for numbers.
const ZERO: u8 = b'#';
/// How many there are: the last is `}`.
const BASE: u32 = 91;
/// Hundred-thousandths in a degree.
const PARTS: f64 = 100_000.0;

/// Where a postcode is, as the directory has it.
#[derive(Copy, Clone, Debug, PartialEq)]
pub struct Exact<'a> {
    /// Its middle, right to about 10 metres of what the directory says.
    pub point: Point,
    /// The region, which tells the nation.
    pub region: Region,
    /// The council, if the directory says; where there are two tiers, the district.
    pub council: Option<Named<'a>>,
    /// The Westminster constituency, if the directory says.
    pub constituency: Option<Named<'a>>,
}

impl Exact<'_> {
    /// The nation that the postcode is in.
    #[must_use]
    pub const fn nation(&self) -> Nation {
        self.region.nation()
    }
}

/// An area of government statistics.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Named<'a> {
    /// Nine characters: `E08000035`.
    pub code: &'a str,
    /// `Leeds`; empty where only the code is known.
    pub name: &'a str,
}

/// What stands at the head of a shard.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Head<'a> {
    /// The first half that the shard is about.
    pub outcode: &'a str,
    /// The edition of the directory: `2026-08`.
    pub edition: &'a str,
    /// To be shown wherever an answer from this shard is used: the licences ask for it.
    pub attribution: &'a str,
}

/// Reads the head alone; none where the text is no shard of this format.
#[must_use]
pub fn head(text: &str) -> Option<Head<'_>> {
    let (head, _) = parts(text)?;
    Some(head)
}

/// Finds a postcode in the shard of its first half; none where it is not in use, or the shard is of
/// another first half, cut off or no shard at all.
#[must_use]
pub fn find<'a>(text: &'a str, postcode: &Postcode) -> Option<Exact<'a>> {
    let (head, rest) = parts(text)?;
    let wanted = number(postcode.incode())?;
    if head.outcode != postcode.outcode().as_str() {
        return None;
    }
    let mut lines = rest.lines();
    let frame = Frame::read(lines.next()?)?;
    while let Some(group) = lines.next() {
        let group = group.strip_prefix('+')?;
        if let Some((north, east)) = seek(lines.next()?.as_bytes(), wanted) {
            return exact(group, frame.point(north, east));
        }
    }
    None
}

/// The name of the shard's file, which is all that is asked of a server: `LS1.txt`.
#[must_use]
pub fn file_name(outcode: Outcode) -> String {
    let mut name = outcode.as_str().to_owned();
    name.push_str(".txt");
    name
}

fn parts(text: &str) -> Option<(Head<'_>, &str)> {
    let (first, rest) = text.split_once('\n')?;
    let (attribution, rest) = rest.split_once('\n')?;
    let (outcode, edition) = first
        .strip_prefix(FORMAT)?
        .strip_prefix(' ')?
        .split_once(' ')?;
    let head = Head {
        outcode,
        edition,
        attribution,
    };
    Some((head, rest))
}

/// The corner and the steps.
struct Frame {
    south: i32,
    west: i32,
    north_step: i32,
    east_step: i32,
}

impl Frame {
    fn read(line: &str) -> Option<Frame> {
        let mut numbers = line.split(' ').map(|number| number.parse::<i32>().ok());
        let mut next = || numbers.next().flatten();
        Some(Frame {
            south: next()?,
            west: next()?,
            north_step: next()?,
            east_step: next()?,
        })
    }

    fn point(&self, north: u32, east: u32) -> Point {
        // Below 8281 steps: as wide numbers, so that no made-up head can overflow.
        let degrees = |from: i32, step: i32, steps: u32| {
            (f64::from(from) + f64::from(step) * f64::from(steps)) / PARTS
        };
        Point {
            latitude: degrees(self.south, self.north_step, north),
            longitude: degrees(self.west, self.east_step, east),
        }
    }
}

/// The steps north and east of the wanted postcode in one group's line.
fn seek(line: &[u8], wanted: u32) -> Option<(u32, u32)> {
    let mut digits = line.iter().map(|byte| {
        let digit = u32::from(*byte).wrapping_sub(u32::from(ZERO));
        (digit < BASE).then_some(digit)
    });
    let mut next = || digits.next().flatten();
    // One past the last postcode read.
    let mut at = 0_u32;
    loop {
        let mut gap = next()?;
        while gap == BASE - 1 {
            at = at.saturating_add(gap);
            gap = next()?;
        }
        at = at.saturating_add(gap);
        let north = next()? * BASE + next()?;
        let east = next()? * BASE + next()?;
        if at == wanted {
            return Some((north, east));
        }
        if at > wanted {
            return None;
        }
        at += 1;
    }
}

fn exact(group: &str, point: Point) -> Option<Exact<'_>> {
    let mut cells = group.split('\t');
    let mut next = || cells.next().unwrap_or_default();
    let region = Region::by_id(next())?;
    let mut named = || {
        let (code, name) = (next(), next());
        (!code.is_empty()).then_some(Named { code, name })
    };
    Some(Exact {
        point,
        region,
        council: named(),
        constituency: named(),
    })
}

/// The number of a second half: `4DY` is below 4000.
fn number(incode: &str) -> Option<u32> {
    let [digit, first, last] = incode.as_bytes() else {
        return None;
    };
    let letter = |wanted: &u8| {
        let place = LETTERS.iter().position(|letter| letter == wanted)?;
        u32::try_from(place).ok()
    };
    let digit = digit
        .checked_sub(b'0')
        .filter(|digit| *digit <= 9)
        .map(u32::from)?;
    Some(digit * 400 + letter(first)? * 20 + letter(last)?)
}
