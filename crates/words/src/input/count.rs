//! How many of something.

use super::{InputError, chars, money, number};

/// No field asks for more of anything.
const MOST: u32 = 99_999;

/// A whole number, from "5", " 12 ", "1,000", "٣".
///
/// # Errors
///
/// Every [`InputError`] about numbers; [`InputError::NotWhole`] for "2.5".
pub fn count(typed: &str) -> Result<u32, InputError> {
    let text = chars::plain(typed)?;
    let (text, minus) = money::sign(&text);
    let read = number::read(text)?;
    if minus && !read.value.is_zero() {
        return Err(InputError::Negative);
    }
    // Nobody types three decimals of a count: "1.000" is a thousand.
    let value = read.as_thousands.unwrap_or(read.value);
    if !value.fract().is_zero() {
        return Err(InputError::NotWhole);
    }
    u32::try_from(value)
        .ok()
        .filter(|n| *n <= MOST)
        .ok_or(InputError::TooLarge)
}
