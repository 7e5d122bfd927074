//! Which break a shift has by law. Knows the length of the shift alone: not when it is, not who
//! works it, not what the contract adds.

use crate::ShiftError;
use crate::law::ADULT;

/// A length of time, in whole minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Minutes(pub u32);

const A_DAY: Minutes = Minutes(24 * 60);

/// The least break in a shift of this length, for people of 18 or over; none if the law gives none.
///
/// Source: [`ADULT`].
///
/// # Errors
///
/// [`ShiftError::Empty`] for no time at all, [`ShiftError::TooLong`] for more than 24 hours.
pub fn rest_break(shift: Minutes) -> Result<Option<Minutes>, ShiftError> {
    if shift == Minutes(0) {
        return Err(ShiftError::Empty);
    }
    if shift > A_DAY {
        return Err(ShiftError::TooLong);
    }
    Ok((shift > ADULT.over).then_some(ADULT.rest))
}
