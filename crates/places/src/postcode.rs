//! A whole postcode: how it is kept, written and placed.

use core::{fmt, str::FromStr};

use crate::outcode::ascii;
use crate::{Area, Outcode, PostcodeError, Reading, Territory, read};

/// A postcode of a shape and an area that Royal Mail uses.
///
/// Whether it is in use only the postcode directory can tell.
#[derive(Copy, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Postcode {
    outward: Outcode,
    inward: [u8; 3],
}

/// Where a postcode is.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// In one of the 124 areas.
    Area(&'static Area),
    /// In a British overseas territory.
    Territory(Territory),
    /// With the forces, anywhere in the world (BF1, which stands for BFPO addresses).
    Forces,
    /// No place: a bank or a tax office (BX), or the old Girobank (GIR).
    Nowhere,
}

impl Postcode {
    /// Reads what somebody typed: any case, spacing and punctuation, other keyboards' digits, an O
    /// for a 0 and an I or L for a 1 (and the other way round) where one reading is a postcode.
    ///
    /// # Errors
    /// What is wrong, worded for the person who typed it.
    pub fn read(typed: &str) -> Result<Reading, PostcodeError> {
        read::postcode(typed)
    }

    /// The first half: `LS1`.
    #[must_use]
    pub const fn outcode(&self) -> Outcode {
        self.outward
    }

    /// The second half: `4DY`.
    #[must_use]
    pub fn incode(&self) -> &str {
        ascii(&self.inward)
    }

    /// Where it is.
    #[must_use]
    pub fn place(&self) -> Place {
        if let Some(area) = self.outward.area() {
            return Place::Area(area);
        }
        match Territory::by_outward(self.outward.as_str()) {
            Some((territory, _)) => Place::Territory(territory),
            None if self.outward.letters() == "BF" => Place::Forces,
            None => Place::Nowhere,
        }
    }

    /// `inward` must be a digit and two letters in ASCII capitals.
    pub(crate) const fn from_parts(outward: Outcode, inward: [u8; 3]) -> Postcode {
        Postcode { outward, inward }
    }
}

impl FromStr for Postcode {
    type Err = PostcodeError;

    fn from_str(typed: &str) -> Result<Postcode, PostcodeError> {
        Postcode::read(typed).map(|reading| reading.postcode)
    }
}

/// In capitals with one space: `LS1 4DY`.
impl fmt::Display for Postcode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.outward.as_str())?;
        f.write_str(" ")?;
        f.write_str(self.incode())
    }
}

impl fmt::Debug for Postcode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Postcode({self})")
    }
}
