//! Meetings: when they are, who can make them, how they are found, and calendar files.
//!
//! A [`Meeting`] has a [`Schedule`]; [`Schedule::occurrences`] expands it lazily and in bounds. Feeds
//! of five kinds are read by [`read`]; what is wrong in them is reported line by line and the rest
//! is read. [`mod@write`] makes calendar files. [`shifts`] and [`fit`] say whether somebody can be there,
//! [`find`] which meetings answer what a person asks for, and why in that order.
//!
//! What this crate refuses to know: the clock, the network, files, JSON, the screen, and the words
//! of messages. Today, zones' offsets and parsed JSON come in as arguments; errors are keys with
//! arguments, or worded for whoever writes a feed.
#![forbid(unsafe_code)]

pub mod figures;
pub mod find;
pub mod fit;
mod meeting;
mod names;
pub mod percent;
pub mod phrase;
pub mod read;
pub mod recur;
mod schedule;
pub mod seek;
pub mod shifts;
pub mod write;
pub mod zone;

/// Where somebody is, for distances, from what they typed.
pub use swansfeet_places::{LocateError, Located, locate};

pub use meeting::{
    Access, AccessNeed, Attend, Joining, Meeting, OpenTo, Organiser, Place, Status, Venue,
};
pub use schedule::{Change, Occurrence, Override, Schedule};
