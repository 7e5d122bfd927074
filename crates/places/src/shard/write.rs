//! Writes a shard. For the importer; a widget only reads.

use super::{BASE, FORMAT, ZERO, number};
use crate::{Outcode, Postcode, Region};

/// The shortest steps, in hundred-thousandths of a degree: 10 metres north, and 10 metres east at
/// 51 degrees north, where most people live.
const NORTH_STEP: i32 = 9;
const EAST_STEP: i32 = 14;
/// Steps that two characters hold.
const STEPS: i32 = (BASE * BASE - 1) as i32;

/// What stands at the head.
#[derive(Copy, Clone, Debug)]
pub struct Heading<'a> {
    /// The first half that the shard is about.
    pub outcode: Outcode,
    /// The edition of the directory, without spaces: `2026-08`.
    pub edition: &'a str,
    /// What the licences ask to be shown, as one line.
    pub attribution: &'a str,
}

/// Areas that postcodes have in common. Codes and names may be empty.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Group<'a> {
    /// The region.
    pub region: Region,
    /// The council's code and name.
    pub council: (&'a str, &'a str),
    /// The constituency's code and name.
    pub constituency: (&'a str, &'a str),
}

/// One postcode of the shard.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Row {
    /// Which of the groups it belongs to.
    group: u16,
    /// The second half as a number.
    number: u16,
    /// Hundred-thousandths of a degree.
    latitude: i32,
    longitude: i32,
}

impl Row {
    /// A postcode of the group with this place in the list of groups; position in
    /// hundred-thousandths of a degree.
    #[must_use]
    pub fn new(postcode: &Postcode, group: u16, latitude: i32, longitude: i32) -> Row {
        let number = number(postcode.incode()).unwrap_or_default();
        Row {
            group,
            number: u16::try_from(number).unwrap_or_default(),
            latitude,
            longitude,
        }
    }

    /// Whether two rows are of one postcode, if they are of one shard.
    #[must_use]
    pub fn is_same_postcode(&self, other: &Row) -> bool {
        self.number == other.number
    }

    /// By postcode.
    #[must_use]
    pub fn key(&self) -> u16 {
        self.number
    }
}

/// Writes a shard; none where there are no rows. Rows of a group that is not in the list are left
/// out; each postcode must be there only once.
#[must_use]
pub fn write(heading: &Heading<'_>, groups: &[Group<'_>], rows: &mut [Row]) -> Option<String> {
    rows.sort_unstable();
    let south = rows.iter().map(|row| row.latitude).min()?;
    let north = rows.iter().map(|row| row.latitude).max()?;
    let west = rows.iter().map(|row| row.longitude).min()?;
    let east = rows.iter().map(|row| row.longitude).max()?;
    let north_step = step(north - south, NORTH_STEP);
    let east_step = step(east - west, EAST_STEP);
    let mut out = String::with_capacity(rows.len() * 5 + 600);
    for line in [
        &[FORMAT, heading.outcode.as_str(), heading.edition][..],
        &[heading.attribution],
        &[south, west, north_step, east_step]
            .map(|number| number.to_string())
            .each_ref()
            .map(String::as_str),
    ] {
        join(&mut out, line, " ");
    }
    for rows in rows.chunk_by(|a, b| a.group == b.group) {
        let Some(group) = groups.get(usize::from(rows[0].group)) else {
            continue;
        };
        out.push('+');
        let Group {
            region,
            council,
            constituency,
        } = group;
        let cells = [
            region.id(),
            council.0,
            council.1,
            constituency.0,
            constituency.1,
        ];
        join(&mut out, &cells, "\t");
        let mut at = 0;
        for row in rows {
            let number = u32::from(row.number);
            gap(&mut out, number.saturating_sub(at));
            steps(&mut out, row.latitude - south, north_step);
            steps(&mut out, row.longitude - west, east_step);
            at = number + 1;
        }
        out.push('\n');
    }
    Some(out)
}

/// A step that fits the whole width into two characters.
fn step(width: i32, least: i32) -> i32 {
    (width / STEPS + 1).max(least)
}

/// One line; what would break it apart becomes a space.
fn join(out: &mut String, cells: &[&str], between: &str) {
    for (at, cell) in cells.iter().enumerate() {
        if at > 0 {
            out.push_str(between);
        }
        out.extend(cell.chars().map(|c| if c.is_control() { ' ' } else { c }));
    }
    out.push('\n');
}

fn gap(out: &mut String, mut gap: u32) {
    while gap >= BASE - 1 {
        digit(out, BASE - 1);
        gap -= BASE - 1;
    }
    digit(out, gap);
}

/// The nearest step, in two characters.
fn steps(out: &mut String, distance: i32, step: i32) {
    let steps = ((distance + step / 2) / step)
        .clamp(0, STEPS)
        .unsigned_abs();
    digit(out, steps / BASE);
    digit(out, steps % BASE);
}

fn digit(out: &mut String, digit: u32) {
    let byte = u8::try_from(digit).unwrap_or_default() + ZERO;
    out.push(char::from(byte));
}
