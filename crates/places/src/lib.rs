//! UK postcodes as people type them, the 124 postcode areas, and rough distances.
//!
//! [`Postcode::read`] takes what somebody typed, in any case and spacing, mends an O for a 0 where
//! only one reading is a postcode, and says in plain words what is wrong otherwise.
//! [`Postcode::place`] tells where it is: an [`Area`] with its regions and nations, an overseas
//! territory, the forces, or nowhere in particular.
//!
//! ```
//! use swansfeet_places::{Nation, Place, Postcode};
//!
//! let typed = Postcode::read(" ch5  3ql").expect("a postcode");
//! assert_eq!(typed.postcode.to_string(), "CH5 3QL");
//! let Place::Area(area) = typed.postcode.place() else { panic!("Chester is an area") };
//! assert_eq!(area.nations().collect::<Vec<_>>(), [Nation::England, Nation::Wales]);
//! ```
//!
//! [`locate`] takes a postcode, its first half or a town, and gives a point with an honest radius;
//! [`shard::find`] gives the exact point, council and constituency from a file that
//! `swansfeet places import` made of the postcode directory.
//!
//! What this crate refuses to know: who lives there, the network, files, and any map. Whether a
//! postcode is in use only a shard tells. Everything is rough until an operator imports the
//! postcode directory, and is called rough.
#![forbid(unsafe_code)]

mod area;
#[cfg(feature = "directory")]
pub mod directory;
mod distance;
mod error;
mod locate;
mod outcode;
mod postcode;
mod read;
pub mod shard;
mod territory;

pub use area::{Area, Nation, Region};
pub use distance::{Distance, Point};
pub use error::PostcodeError;
pub use locate::{LocateError, Located, locate, towns};
pub use outcode::Outcode;
pub use postcode::{Place, Postcode};
pub use read::Reading;
pub use territory::Territory;
