//! One number with its marks: which dot or comma parts thousands, which parts the whole from the
//! rest. Knows no unit.

use rust_decimal::Decimal;

use super::InputError;

/// A number read, and how it was written.
pub(super) struct Number {
    /// What it means.
    pub(super) value: Decimal,
    /// How many digits stood after the decimal mark.
    pub(super) decimals: u32,
    /// The other reading of a single dot before three digits: "1.234" as 1234.
    pub(super) as_thousands: Option<Decimal>,
}

/// Digits that fit an `i64` with room to spare; nobody is paid a quadrillion pounds.
const MOST_DIGITS: usize = 15;

/// Reads digits with marks among them, as [`super::chars::plain`] gives them.
///
/// The last dot or comma decides, because every country writes the decimal mark last:
/// - both kinds there: the last kind is the decimal mark ("1,234.50", "1.234,50");
/// - one kind, several times: thousands ("1,234,567");
/// - one comma before exactly three digits: thousands, since pence and decimal hours have two
///   digits or fewer and British and Welsh thousands have a comma ("1,234");
/// - one dot before exactly three digits: decimal, but thousands in half of Europe, so that
///   reading is given as well ("1.234"); after a leading zero it can only be decimal;
/// - anything else: decimal ("12,5", "12.50").
///
/// Spaces and apostrophes part thousands only, and only by threes.
pub(super) fn read(text: &str) -> Result<Number, InputError> {
    let (whole, frac) = split(text)?;
    let digits = ungrouped(whole)?;
    if !frac.bytes().all(|b| b.is_ascii_digit()) || digits.is_empty() && frac.is_empty() {
        return Err(InputError::NotANumber);
    }
    let decimals = u32::try_from(frac.len()).map_err(|_| InputError::TooLarge)?;
    let value = decimal(&digits, frac)?;
    let dot_before_three = frac.len() == 3
        && (1..=3).contains(&digits.len())
        && digits == whole
        && !digits.starts_with('0');
    let as_thousands = dot_before_three
        .then(|| value.checked_mul(Decimal::from(1000)))
        .flatten();
    Ok(Number {
        value,
        decimals,
        as_thousands: as_thousands.map(|n| n.trunc()),
    })
}

/// The part before the decimal mark, with its marks, and the digits after it.
fn split(text: &str) -> Result<(&str, &str), InputError> {
    let Some(last) = text.rfind(['.', ',']) else {
        return Ok((text, ""));
    };
    let (whole, tail) = text.split_at(last);
    let (frac, mark, other) = match tail.strip_prefix('.') {
        Some(frac) => (frac, '.', ','),
        None => (&tail[1..], ',', '.'),
    };
    if whole.contains(mark) {
        // "1.234.567" or, mixed without sense, "1,2.3,4".
        return if whole.contains(other) {
            Err(InputError::NotANumber)
        } else {
            Ok((text, ""))
        };
    }
    let leading_zero = whole.starts_with('0') || whole.is_empty();
    if mark == ',' && !whole.contains(other) && frac.len() == 3 && !leading_zero {
        return Ok((text, ""));
    }
    Ok((whole, frac))
}

/// The digits without marks of thousands, if those stand where they may: a first group of one to
/// three, then groups of three, or of two before the last three as in India ("1,00,000").
fn ungrouped(whole: &str) -> Result<String, InputError> {
    let mut digits = String::new();
    let mut groups = whole.split([',', '.', ' ', '\'']).peekable();
    let mut first = true;
    while let Some(group) = groups.next() {
        let is_last = groups.peek().is_none();
        let fits = match (first, is_last) {
            (true, true) => true,
            (true, false) => (1..=3).contains(&group.len()),
            (false, true) => group.len() == 3,
            (false, false) => group.len() == 3 || group.len() == 2,
        };
        if !fits || !group.bytes().all(|b| b.is_ascii_digit()) {
            return Err(InputError::NotANumber);
        }
        digits.push_str(group);
        first = false;
    }
    Ok(digits)
}

fn decimal(whole: &str, frac: &str) -> Result<Decimal, InputError> {
    let whole = whole.trim_start_matches('0');
    if whole.len() + frac.len() > MOST_DIGITS {
        return Err(InputError::TooLarge);
    }
    let mut value = 0_i64;
    for byte in whole.bytes().chain(frac.bytes()) {
        value = value * 10 + i64::from(byte - b'0');
    }
    Ok(Decimal::new(
        value,
        u32::try_from(frac.len()).map_err(|_| InputError::TooLarge)?,
    ))
}
