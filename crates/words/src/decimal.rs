//! A decimal's digits by plain integers. What `rust_decimal` offers for this, `Display` and its
//! arithmetic, brings kilobytes into a widget that need not be there.

use rust_decimal::Decimal;

/// A number as programs write it, `Intl` among them: "-1234.5", without zeros at the end.
#[must_use]
pub fn plain(n: &Decimal) -> String {
    let parts = n.normalize().unpack();
    let scale = parts.scale as usize;
    let mut limbs = [0, parts.hi, parts.mid, parts.lo];
    // From the last digit to the first: 29 digits, a mark, a sign and a zero before the mark.
    let mut text = Vec::with_capacity(32);
    loop {
        text.push(b'0' + take_digit(&mut limbs));
        if text.len() == scale {
            text.push(b'.');
        } else if text.len() > scale && limbs == [0; 4] {
            break;
        }
    }
    if parts.negative {
        text.push(b'-');
    }
    text.into_iter().rev().map(char::from).collect()
}

/// Hours in minutes, to the nearest, half a minute up, whatever the sign; none if there are more
/// than an integer holds.
pub(crate) fn minutes(hours: &Decimal) -> Option<u64> {
    let parts = hours.unpack();
    let mut limbs = [0, parts.hi, parts.mid, parts.lo];
    let mut carry = 0;
    for limb in limbs.iter_mut().rev() {
        let part = u64::from(*limb) * 60 + carry;
        *limb = part as u32;
        carry = part >> 32;
    }
    let mut cut_off = 0;
    for _ in 0..parts.scale {
        cut_off = take_digit(&mut limbs);
    }
    match limbs {
        [0, 0, high, low] => {
            Some((u64::from(high) << 32 | u64::from(low)) + u64::from(cut_off >= 5))
        }
        _ => None,
    }
}

/// Divides by ten, a limb at a time from the highest, and gives the digit that is left over.
fn take_digit(limbs: &mut [u32; 4]) -> u8 {
    let mut rest = 0;
    for limb in limbs {
        let part = rest << 32 | u64::from(*limb);
        *limb = (part / 10) as u32;
        rest = part % 10;
    }
    rest as u8
}

#[cfg(test)]
mod tests {
    use super::{minutes, plain};

    #[test]
    fn decimals_are_written_as_programs_write_them() {
        for (typed, written) in [
            ("0", "0"),
            ("-0.00", "0"),
            ("12.50", "12.5"),
            ("1200", "1200"),
            ("0.05", "0.05"),
            ("-1234.567", "-1234.567"),
            (
                "79228162514264337593543950335",
                "79228162514264337593543950335",
            ),
            (
                "-0.0000000000000000000000000001",
                "-0.0000000000000000000000000001",
            ),
        ] {
            assert_eq!(plain(&typed.parse().unwrap()), written, "{typed}");
        }
    }

    #[test]
    fn minutes_are_to_the_nearest() {
        for (hours, expected) in [
            ("0", Some(0)),
            ("7.5", Some(450)),
            ("-7.5", Some(450)),
            ("0.0083333333333333333333333333", Some(0)),
            ("0.0083333333333333333333333334", Some(1)),
            ("0.00833", Some(0)),
            ("0.975", Some(59)),
            ("0.991666666666666666666666667", Some(60)),
            ("4294967296.25", Some(257_698_037_775)),
            ("79228162514264337593543950335", None),
        ] {
            assert_eq!(minutes(&hours.parse().unwrap()), expected, "{hours}");
        }
    }
}
