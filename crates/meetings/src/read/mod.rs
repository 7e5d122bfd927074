//! Feeds of five kinds into meetings. Real feeds are dirty: what is wrong is reported with its
//! place, and the rest is read.
//!
//! JSON comes in as a [`Value`], made by `api` natively and by the browser in a page; CSV and
//! calendar files as text. Knows no address and no network.

#[cfg(feature = "bmlt")]
mod bmlt;
mod calendar;
mod clean;
#[cfg(feature = "csv")]
mod csv;
#[cfg(any(feature = "bmlt", feature = "csv", feature = "guide"))]
mod days;
mod draft;
#[cfg(feature = "events")]
mod events;
mod fields;
mod gather;
mod given;
#[cfg(feature = "guide")]
mod guide;
mod html;
pub(crate) mod ics;
mod swansfeet;
mod tags;
mod times;
mod value;

use chrono::NaiveDateTime;

pub use tags::role_ids;
pub use times::YEARS;
pub use value::{Kind, Value};

use crate::Meeting;
use crate::zone::Zones;
use gather::{At, Gather};

/// A feed, read.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Feed {
    /// What it calls itself; may be empty.
    pub name: String,
    /// When it was last changed, in UTC, where it says so.
    pub updated: Option<NaiveDateTime>,
    /// What could be read, in the feed's order. Ids are unique.
    pub meetings: Vec<Meeting>,
    /// Where a merged feed has its meetings from.
    pub sources: Vec<Source>,
    /// What was wrong.
    pub problems: Vec<Problem>,
}

/// One feed that a merged one was made from.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Source {
    /// What it calls itself.
    pub name: String,
    /// When it was last asked for, in UTC.
    pub checked: Option<NaiveDateTime>,
    /// When it last answered with something good, in UTC.
    pub good: Option<NaiveDateTime>,
    /// What went wrong when it was last asked for; empty: nothing.
    pub problem: String,
}

/// Something wrong in a feed.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Problem {
    /// The line, counted from 1; 0 where lines are not known.
    pub line: u32,
    /// Which entry, counted from 1; 0: the feed as a whole.
    pub entry: u32,
    /// The field, as the feed names it; may be empty.
    pub field: String,
    /// What is wrong and what was made of it, worded for whoever keeps the feed.
    pub what: String,
    /// Whether the entry had to be left out.
    pub left_out: bool,
}

/// Reads JSON: a Swansfeet feed, Meeting Guide, BMLT, or events of Action Network, OSDI or Mobilize.
/// Which of them it is shows in its fields.
#[must_use]
pub fn json(value: &Value) -> Feed {
    let mut gather = Gather::default();
    match shape(value) {
        Some(Shape::Swansfeet) => swansfeet::read(value, &mut gather),
        #[cfg(feature = "guide")]
        Some(Shape::Guide(rows)) => guide::read(rows, &mut gather),
        #[cfg(feature = "bmlt")]
        Some(Shape::Bmlt(rows)) => bmlt::read(rows, &mut gather),
        #[cfg(feature = "events")]
        Some(Shape::Events(rows)) => events::read(rows, &mut gather),
        Some(Shape::Empty) => {}
        #[cfg(not(all(feature = "guide", feature = "bmlt", feature = "events")))]
        Some(_) => gather.leave_out(At::default(), "", OTHER),
        None => gather.leave_out(
            At {
                line: value.line,
                entry: 0,
            },
            "",
            UNKNOWN,
        ),
    }
    gather.done()
}

const OTHER: &str = "feeds of this kind are not read here";
const UNKNOWN: &str = "this is no feed of meetings that is known: there is no “meetings” list in it, and no list of meetings in another known form";

/// A Swansfeet feed, one meeting after the other: whoever takes its JSON apart need not hold all of
/// it at once, and may leave for later what a first list does not show.
#[derive(Default)]
pub struct Pieces {
    gather: Gather,
    entries: u32,
}

impl Pieces {
    /// Reads the next meeting, as far as a list needs it and all that decides whether it is shown.
    /// Nothing: it cannot be. True: [`rest`] is still to be read of it.
    pub fn meeting(&mut self, value: &Value) -> Option<bool> {
        self.entries += 1;
        let at = At {
            line: value.line,
            entry: self.entries,
        };
        // Of so many that cannot be read, enough has been said.
        if self.entries as usize > gather::MOST_MEETINGS * 2 {
            return None;
        }
        swansfeet::first(value, at, &mut self.gather)
    }

    /// Reads what stands around the meetings; their list may be empty now, and is not read again.
    #[must_use]
    pub fn done(mut self, value: &Value) -> Feed {
        match shape(value) {
            Some(Shape::Swansfeet) => swansfeet::around(value, &mut self.gather),
            Some(Shape::Empty) => {}
            // Then what was handed on are no meetings either.
            _ => {
                self.gather.feed.meetings.clear();
                self.gather.leave_out(At::default(), "", OTHER);
            }
        }
        self.gather.done()
    }
}

/// Reads what [`Pieces::meeting`] left: description, room, ways to join, who runs it, and its page.
pub fn rest(value: &Value, meeting: &mut Meeting) {
    swansfeet::rest(value, meeting, At::default(), &mut Gather::default());
}

/// Reads an iCalendar file. `zones` turns the times of single dates onto the clock of their meeting.
#[must_use]
pub fn calendar(text: &str, zones: &dyn Zones) -> Feed {
    let mut gather = Gather::default();
    calendar::read(text, zones, &mut gather);
    gather.done()
}

/// Reads a table: a published spreadsheet as CSV, with commas, semicolons or tabs.
#[cfg(feature = "csv")]
#[must_use]
pub fn csv(text: &str) -> Feed {
    let mut gather = Gather::default();
    csv::read(text, &mut gather);
    gather.done()
}

/// Reads a text that is a calendar file or else a table.
#[cfg(feature = "csv")]
#[must_use]
pub fn text(text: &str, zones: &dyn Zones) -> Feed {
    if ics::is_calendar(text) {
        calendar(text, zones)
    } else {
        csv(text)
    }
}

/// What kind of JSON it is, with the rows of those that have no head.
#[cfg_attr(
    not(all(feature = "guide", feature = "bmlt", feature = "events")),
    expect(
        dead_code,
        reason = "rows of kinds that are left out are not looked at"
    )
)]
enum Shape<'a> {
    Swansfeet,
    Guide(&'a [Value<'a>]),
    Bmlt(&'a [Value<'a>]),
    Events(&'a [Value<'a>]),
    /// A list with nothing in it.
    Empty,
}

/// Where no other kind is read, none is told from those that are not known.
#[cfg(not(any(feature = "guide", feature = "bmlt", feature = "events")))]
fn shape<'a>(value: &'a Value<'a>) -> Option<Shape<'a>> {
    let rows = |name| value.get(name).and_then(Value::rows);
    if value.get("swansfeet").is_some() || rows("meetings").is_some() {
        return Some(Shape::Swansfeet);
    }
    let rows = rows("data").or_else(|| value.rows())?;
    rows.is_empty().then_some(Shape::Empty)
}

#[cfg(any(feature = "guide", feature = "bmlt", feature = "events"))]
fn shape<'a>(value: &'a Value<'a>) -> Option<Shape<'a>> {
    if value.get("swansfeet").is_some() {
        return Some(Shape::Swansfeet);
    }
    if let Some(embedded) = value.get("_embedded") {
        let lists = ["osdi:events", "action_network:events"];
        let rows = lists.iter().find_map(|name| embedded.get(name)?.rows());
        return rows.map(Shape::Events);
    }
    if let Some(rows) = value.get("data").and_then(Value::rows) {
        return shape_of_rows(rows);
    }
    if let Some(rows) = value.get("meetings").and_then(Value::rows) {
        return match shape_of_rows(rows) {
            Some(foreign @ (Shape::Guide(_) | Shape::Bmlt(_))) => Some(foreign),
            _ => Some(Shape::Swansfeet),
        };
    }
    if let Some(rows) = value.rows() {
        return shape_of_rows(rows);
    }
    let alone = std::slice::from_ref(value);
    match shape_of_rows(alone) {
        Some(Shape::Empty) => None,
        shape => shape,
    }
}

#[cfg(any(feature = "guide", feature = "bmlt", feature = "events"))]
fn shape_of_rows<'a>(rows: &'a [Value<'a>]) -> Option<Shape<'a>> {
    let Some(row) = rows.iter().find(|row| !row.fields().is_empty()) else {
        return rows.is_empty().then_some(Shape::Empty);
    };
    let has = |name: &str| row.fields().iter().any(|(known, _)| known == name);
    if has("weekday_tinyint") || has("id_bigint") || has("meeting_name") {
        Some(Shape::Bmlt(rows))
    } else if has("timeslots") || has("start_date") {
        Some(Shape::Events(rows))
    } else if has("slug") || has("day") || has("time") || has("conference_url") {
        Some(Shape::Guide(rows))
    } else {
        None
    }
}
