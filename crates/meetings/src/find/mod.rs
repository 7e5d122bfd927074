//! Which meetings answer what a person asks for, in what order, and why in that order.
//!
//! A [`Catalogue`] holds the meetings and the words in them; [`Catalogue::prepare`] works out, for
//! one person and one moment, dates, fits and distances; [`Catalogue::find`] answers a [`Filter`]
//! from both, fast enough for every key pressed. Knows no words of messages: reasons are keys.

mod answer;
mod catalogue;
mod clock;
mod filter;
mod fold;
mod found;
mod fragment;
mod index;
mod intern;
mod prepare;
mod twins;
mod typo;
mod week;

pub use catalogue::{Asker, Catalogue, Lesson};
pub use filter::{Days, Filter, Often, Open, PartOfDay, Parts, Ways, Women};
pub use found::{Date, Found, Hits, Reason};
pub(crate) use intern::hash;
pub use prepare::Prepared;
pub use twins::twins;
pub use week::{Day, Entry, week};
