//! The anonymous wellbeing check-in: packs of questions, scoring, and the group picture.
//!
//! ```
//! use swansfeet_wellbeing::Pack;
//!
//! let ons4 = Pack::named("ons4").expect("the default pack");
//! let satisfied = &ons4.questions[0];
//! let cell = satisfied.cell_of(Some(7)).expect("0 to 10 are answers");
//! assert_eq!(satisfied.cell_id(cell), "high");
//! ```
//!
//! What this crate refuses to know: the clock, randomness, any language (errors are keys; sentences
//! live with the widget), the screen, storage, the network, and anybody's name, employer or address.
#![forbid(unsafe_code)]

pub mod card;
pub mod check_in;
#[cfg(feature = "holder")]
pub mod desk;
pub mod identity;
#[cfg(feature = "holder")]
pub mod key_file;
#[cfg(feature = "holder")]
pub mod ledger;
pub mod pack;
pub mod picture;
pub mod place;
#[cfg(feature = "holder")]
pub mod second;
#[cfg(feature = "holder")]
pub mod sum;
#[cfg(feature = "holder")]
pub mod talk;
pub mod week;
#[cfg(feature = "holder")]
pub mod week_keys;

mod histogram;
pub mod score;
pub mod support;

pub use card::Card;
pub use pack::{Band, Pack, Question};
pub use place::Place;
pub use support::{Nation, Support};
pub use swansfeet_seal::{PublicKey, SecretKey, rand_core};
pub use week::Week;
