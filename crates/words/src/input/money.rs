//! An amount in pounds. Knows no rate and no payslip.

use rust_decimal::Decimal;

use super::{
    InputError, Refused,
    chars::{POUND, Plain, sign, trim},
    number::{self, Number},
    unit::{Cut, Unit, cut},
};

/// A million pounds is a slip of the finger in every field that we have.
const MOST: Decimal = Decimal::from_parts(1_000_000, 0, 0, false, 0);

/// Pounds, from "12.50", "£12.50", "12,50", "1,234.50", "1.234,50", "£12 50p", "1271p".
///
/// # Errors
///
/// Every [`InputError`] about numbers; [`InputError::Ambiguous`] for "1.234" (a thousand pounds
/// in half of Europe) and for "12.71p" (twelve pounds or twelve pence).
pub fn money(typed: &str) -> Result<Decimal, InputError> {
    let amount = typed_amount(typed)?;
    let small = Decimal::new(amount.digits, amount.decimals);
    if let Some(decimals) = amount.or_decimals {
        let large = Decimal::new(amount.digits, decimals);
        return Err(InputError::Ambiguous { small, large });
    }
    if small > MOST {
        Err(InputError::TooLarge)
    } else {
        Ok(small)
    }
}

/// Pounds, and where the decimal mark may stand instead.
struct Amount {
    digits: i64,
    decimals: u32,
    or_decimals: Option<u32>,
}

fn typed_amount(typed: &str) -> Result<Amount, Refused> {
    let mut text = Plain::EMPTY;
    text.read(typed)?;
    let (text, minus) = sign(text.some_text()?);
    let (text, has_pounds) = match text {
        [POUND, rest @ ..] | [b'g', b'b', b'p', rest @ ..] => (trim(rest), true),
        _ => (text, false),
    };
    let (text, minus_inside) = sign(text);
    let amount = amount(text, has_pounds)?;
    let is_negative = (minus || minus_inside) && amount.digits != 0;
    // Which of two readings is asked first.
    if is_negative && amount.or_decimals.is_none() {
        return Err(Refused::Negative);
    }
    Ok(amount)
}

/// "12.50", or pounds with a word or sign between them and the pence.
fn amount(text: &[u8], has_pounds: bool) -> Result<Amount, Refused> {
    let Cut { number, unit, rest } = cut(text);
    let (pounds, pence) = match (unit, rest) {
        (Unit::None, _) => (number, rest),
        (Unit::Pounds, _) => (number, without_word(rest)?),
        (Unit::Pence, []) if has_pounds => with_sign(number),
        (Unit::Pence, []) => return only_pence(number::read(number)?),
        _ => return Err(Refused::NotANumber),
    };
    let read = number::read(pounds)?;
    let (mut digits, mut decimals) = (read.digits, read.decimals);
    if !pence.is_empty() && !read.or_thousands {
        let pence = number::read(pence)?;
        let (Some(pounds), 0, 0..100) = (read.whole(), pence.decimals, pence.digits) else {
            return Err(Refused::NotANumber);
        };
        (digits, decimals) = (pounds * 100 + pence.digits, 2);
    }
    Ok(Amount {
        digits,
        decimals,
        or_decimals: read.or_thousands.then_some(0),
    })
}

/// "50", "50p", or nothing, after pounds.
fn without_word(text: &[u8]) -> Result<&[u8], Refused> {
    match cut(text) {
        Cut {
            number,
            unit: Unit::None | Unit::Pence,
            rest: [],
        } => Ok(number),
        _ => Err(Refused::NotANumber),
    }
}

/// "£12.50p", and "£12 50p" as it is said.
fn with_sign(number: &[u8]) -> (&[u8], &[u8]) {
    match number {
        [pounds @ .., b' ', _, _] => (pounds, trim(&number[pounds.len()..])),
        _ => (number, &[]),
    }
}

fn only_pence(read: Number) -> Result<Amount, Refused> {
    Ok(Amount {
        digits: read.digits,
        decimals: read.decimals + 2,
        or_decimals: (read.decimals == 2).then_some(2),
    })
}
