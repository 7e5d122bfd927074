//! How many of something.

use super::{
    InputError, Refused,
    chars::{Plain, sign},
    number,
};

/// No field asks for more of anything.
const MOST: u32 = 99_999;

/// A whole number, from "5", " 12 ", "1,000", "٣".
///
/// # Errors
///
/// Every [`InputError`] about numbers; [`InputError::NotWhole`] for "2.5".
pub fn count(typed: &str) -> Result<u32, InputError> {
    Ok(whole(typed)?)
}

fn whole(typed: &str) -> Result<u32, Refused> {
    let mut text = Plain::EMPTY;
    text.read(typed)?;
    let (text, minus) = sign(text.some_text()?);
    let read = number::read(text)?;
    if minus && read.digits != 0 {
        return Err(Refused::Negative);
    }
    let value = if read.or_thousands {
        // Nobody types three decimals of a count: "1.000" is a thousand.
        read.digits
    } else {
        read.whole().ok_or(Refused::NotWhole)?
    };
    match u32::try_from(value) {
        Ok(count @ ..=MOST) => Ok(count),
        _ => Err(Refused::TooLarge),
    }
}
