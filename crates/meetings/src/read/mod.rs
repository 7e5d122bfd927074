//! Feeds of five kinds into meetings. Real feeds are dirty: what is wrong is reported with its
//! place, and the rest is read.
//!
//! JSON comes in as a [`Value`], made by `api` natively and by the browser in a page; CSV and
//! calendar files as text. Knows no address and no network.

mod value;

pub use value::{Kind, Value};

use crate::Meeting;

/// A feed, read.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Feed {
    /// What it calls itself; may be empty.
    pub name: String,
    /// What could be read, in the feed's order. Ids are unique.
    pub meetings: Vec<Meeting>,
    /// What was wrong.
    pub problems: Vec<Problem>,
}

/// Something wrong in a feed.
#[derive(Clone, Debug, PartialEq, Eq)]
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
