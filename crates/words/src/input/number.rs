//! One number with its marks: which dot or comma parts thousands, which parts the whole from the
//! rest. Knows no unit.

use super::Refused;

/// A number read, and how it was written: 12.50 is 1250 with two decimals. A `Decimal` is made
/// of it only at the end, because its arithmetic is many times larger than that of integers.
#[derive(Clone, Copy)]
pub(super) struct Number {
    /// Its digits, at most fifteen.
    pub(super) digits: i64,
    /// How many of them stood after the decimal mark.
    pub(super) decimals: u32,
    /// Whether the dot may part thousands instead: "1.234" as 1234.
    pub(super) or_thousands: bool,
}

impl Number {
    /// The value, if nothing but zeros stands after the mark.
    pub(super) fn whole(self) -> Option<i64> {
        let mut digits = self.digits;
        for _ in 0..self.decimals {
            if digits % 10 != 0 {
                return None;
            }
            digits /= 10;
        }
        Some(digits)
    }
}

/// Digits that fit an `i64` with room to spare; nobody is paid a quadrillion pounds.
const MOST_DIGITS: u32 = 15;

/// Reads digits with marks among them, as [`super::chars::plain`] gives them.
///
/// The last dot or comma decides, because every country writes the decimal mark last:
/// - both kinds there: the last kind is the decimal mark ("1,234.50", "1.234,50");
/// - one kind, several times: thousands ("1,234,567");
/// - one comma before exactly three digits: thousands, since pence and decimal hours have two
///   digits or fewer and British and Welsh thousands have a comma ("1,234");
/// - one dot before exactly three digits: decimal, but thousands in half of Europe, so that
///   reading is possible as well ("1.234"); after a leading zero it can only be decimal;
/// - anything else: decimal ("12,5", "12.50").
///
/// Spaces and apostrophes part thousands only, and only by threes: a first group of one to three
/// digits, then groups of three, or of two before the last three as in India ("1,00,000").
pub(super) fn read(text: &[u8]) -> Result<Number, Refused> {
    let mark = decimal_mark(text)?;
    let mut digits = 0_i64;
    // Digits that count, digits since the last mark, and marks of thousands.
    let (mut length, mut group, mut groups) = (0, 0, 0);
    for (at, byte) in text.iter().enumerate() {
        match byte {
            b'0'..=b'9' => {
                // Wraps only far beyond what is taken.
                digits = digits.wrapping_mul(10).wrapping_add(i64::from(byte - b'0'));
                length += u32::from(digits != 0 || at > mark);
                group += 1;
            }
            _ if at == mark => {
                last_group(groups, group)?;
                group = 0;
            }
            b',' | b'.' | b' ' | b'\'' if at < mark => {
                if !matches!((groups, group), (0, 1..=3) | (1.., 2 | 3)) {
                    return Err(Refused::NotANumber);
                }
                groups += 1;
                group = 0;
            }
            _ => return Err(Refused::NotANumber),
        }
    }
    let decimals = text.len().saturating_sub(mark + 1) as u32;
    if mark >= text.len() {
        last_group(groups, group)?;
    }
    // Nothing at all, or a mark alone.
    if text.len() <= usize::from(mark < text.len()) {
        return Err(Refused::NotANumber);
    }
    if length > MOST_DIGITS {
        return Err(Refused::TooLarge);
    }
    Ok(Number {
        digits,
        decimals,
        or_thousands: decimals == 3
            && groups == 0
            && matches!(mark, 1..=3)
            && text.first() != Some(&b'0'),
    })
}

fn last_group(groups: u32, group: u32) -> Result<(), Refused> {
    if groups > 0 && group != 3 {
        return Err(Refused::NotANumber);
    }
    Ok(())
}

/// Where the decimal mark stands; the end of the text if there is none.
fn decimal_mark(text: &[u8]) -> Result<usize, Refused> {
    let (mut last, mut dots, mut commas) = (text.len(), 0, 0);
    for (at, byte) in text.iter().enumerate() {
        match byte {
            b'.' => dots += 1,
            b',' => commas += 1,
            _ => continue,
        }
        last = at;
    }
    let is_comma = text.get(last) == Some(&b',');
    let (same, other) = if is_comma {
        (commas, dots)
    } else {
        (dots, commas)
    };
    if same > 1 {
        // "1.234.567" or, mixed without sense, "1,2.3,4".
        return if other > 0 {
            Err(Refused::NotANumber)
        } else {
            Ok(text.len())
        };
    }
    let before_three = is_comma && other == 0 && text.len() == last + 4;
    let leading_zero = matches!(text, [b'0' | b',', ..]);
    Ok(if before_three && !leading_zero {
        text.len()
    } else {
        last
    })
}
