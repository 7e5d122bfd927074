//! An amount in pounds. Knows no rate and no payslip.

use rust_decimal::Decimal;

use super::{InputError, chars, number};

/// A million pounds is a slip of the finger in every field that we have.
const MOST: i64 = 1_000_000;

/// Pounds, from "12.50", "£12.50", "12,50", "1,234.50", "1.234,50", "£12 50p", "1271p".
///
/// # Errors
///
/// Every [`InputError`] about numbers; [`InputError::Ambiguous`] for "1.234" (a thousand pounds
/// in half of Europe) and for "12.71p" (twelve pounds or twelve pence).
pub fn money(typed: &str) -> Result<Decimal, InputError> {
    let text = chars::plain(typed)?;
    let (text, minus) = sign(&text);
    let (text, has_pounds) = without_pound_sign(text);
    let (text, minus_inside) = sign(text);
    let amount = amount(text, has_pounds)?;
    if (minus || minus_inside) && !amount.is_zero() {
        return Err(InputError::Negative);
    }
    if amount > Decimal::from(MOST) {
        Err(InputError::TooLarge)
    } else {
        Ok(amount)
    }
}

/// Takes a minus off the front; bookkeepers write it as brackets.
pub(super) fn sign(text: &str) -> (&str, bool) {
    if let Some(rest) = text.strip_prefix('-') {
        return (rest.trim_start_matches(' '), true);
    }
    match text
        .strip_prefix('(')
        .and_then(|rest| rest.strip_suffix(')'))
    {
        Some(inner) => (inner, true),
        None => (text, false),
    }
}

fn without_pound_sign(text: &str) -> (&str, bool) {
    for front in ["£", "gbp"] {
        if let Some(rest) = text.strip_prefix(front) {
            return (rest.trim_start_matches(' '), true);
        }
    }
    (text, false)
}

/// "12.50", or pounds with a word or sign between them and the pence.
fn amount(text: &str, has_pounds: bool) -> Result<Decimal, InputError> {
    if let Some((pounds, pence)) = at_pound_word(text) {
        let pounds = whole(pounds)?;
        let pence = without_pence_word(pence).unwrap_or(pence);
        return match pence {
            "" => Ok(pounds),
            _ if !pounds.fract().is_zero() => Err(InputError::NotANumber),
            _ => Ok(pounds + below_a_pound(pence)?),
        };
    }
    let Some(number) = without_pence_word(text) else {
        return whole(text);
    };
    if has_pounds {
        // "£12.50p", and "£12 50p" as it is said.
        if let Some((pounds, pence)) = number.split_once(' ')
            && pence.len() == 2
        {
            return Ok(whole(pounds)? + below_a_pound(pence)?);
        }
        return whole(number);
    }
    let pence = number::read(number)?;
    let as_pounds = pence.value / Decimal::ONE_HUNDRED;
    if pence.decimals == 2 {
        return Err(InputError::Ambiguous {
            small: as_pounds,
            large: pence.value,
        });
    }
    Ok(as_pounds)
}

fn whole(text: &str) -> Result<Decimal, InputError> {
    let read = number::read(text)?;
    match read.as_thousands {
        Some(large) => Err(InputError::Ambiguous {
            small: read.value,
            large,
        }),
        None => Ok(read.value),
    }
}

/// One or two digits of pence after pounds.
fn below_a_pound(pence: &str) -> Result<Decimal, InputError> {
    let read = number::read(pence)?;
    if read.decimals > 0 || read.value >= Decimal::ONE_HUNDRED {
        return Err(InputError::NotANumber);
    }
    Ok(read.value / Decimal::ONE_HUNDRED)
}

fn at_pound_word(text: &str) -> Option<(&str, &str)> {
    let letters = text.find(|c: char| c == '£' || c.is_ascii_alphabetic())?;
    let (pounds, tail) = text.split_at(letters);
    [
        "pounds", "pound", "punnoedd", "bunt", "punt", "quid", "gbp", "£",
    ]
    .iter()
    .find_map(|word| {
        let pence = tail.strip_prefix(word)?;
        Some((pounds.trim_end_matches(' '), pence.trim_start_matches(' ')))
    })
}

fn without_pence_word(text: &str) -> Option<&str> {
    ["pence", "ceiniog", "geiniog", "penny", "p", "c"]
        .iter()
        .find_map(|word| text.strip_suffix(word))
        .map(|number| number.trim_end_matches(' '))
}
