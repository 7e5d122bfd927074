//! When a meeting is, in words: read from what an organiser types (`read`, feature `phrase`), and
//! told apart for whoever words it ([`shape`]). Holds no sentences.

#[cfg(feature = "phrase")]
mod build;
#[cfg(feature = "phrase")]
mod clock;
#[cfg(feature = "phrase")]
mod dates;
#[cfg(feature = "phrase")]
mod days;
#[cfg(feature = "phrase")]
mod error;
#[cfg(feature = "phrase")]
mod hours;
#[cfg(feature = "phrase")]
mod read;
mod shape;
#[cfg(feature = "phrase")]
mod words;

#[cfg(feature = "phrase")]
pub use error::PhraseError;
#[cfg(feature = "phrase")]
pub use read::{Spoken, read, read_on};
pub use shape::{Day, Shape, shape};
