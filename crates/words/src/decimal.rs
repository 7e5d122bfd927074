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
        text.push(b'0' + divide(&mut limbs, 10));
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
    multiply(&mut limbs, 60);
    let mut cut_off = 0;
    for _ in 0..parts.scale {
        cut_off = divide(&mut limbs, 10);
    }
    match limbs {
        [0, 0, high, low] => {
            Some((u64::from(high) << 32 | u64::from(low)) + u64::from(cut_off >= 5))
        }
        _ => None,
    }
}

/// Minutes in hours: the sixtieth part of what is no more than a million, cut off after 20 places.
pub(crate) fn sixtieth(minutes: &Decimal) -> Decimal {
    let parts = minutes.unpack();
    let mut limbs = [0, parts.hi, parts.mid, parts.lo];
    for _ in parts.scale..PLACES {
        multiply(&mut limbs, 10);
    }
    for _ in PLACES..parts.scale {
        divide(&mut limbs, 10);
    }
    divide(&mut limbs, 60);
    let [_, high, middle, low] = limbs;
    Decimal::from_parts(low, middle, high, parts.negative, PLACES)
}

/// Of an hour.
const PLACES: u32 = 20;

fn multiply(limbs: &mut [u32; 4], by: u64) {
    let mut carry = 0;
    for limb in limbs.iter_mut().rev() {
        let part = u64::from(*limb) * by + carry;
        *limb = part as u32;
        carry = part >> 32;
    }
}

/// Divides a limb at a time from the highest, and gives what is left over.
fn divide(limbs: &mut [u32; 4], by: u64) -> u8 {
    let mut rest = 0;
    for limb in limbs {
        let part = rest << 32 | u64::from(*limb);
        *limb = (part / by) as u32;
        rest = part % by;
    }
    rest as u8
}

#[cfg(test)]
mod tests {
    use super::{minutes, plain, sixtieth};

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

    #[test]
    fn a_sixtieth_is_cut_and_never_rounded() {
        for (minutes, hours) in [
            ("0", "0"),
            ("-0", "0"),
            ("450", "7.5"),
            ("20", "0.33333333333333333333"),
            ("40", "0.66666666666666666666"),
            ("-40", "-0.66666666666666666666"),
            ("599940", "9999"),
            ("999999.99999999", "16666.66666666650000000000"),
            ("0.0000000000000000000000000060", "0"),
            ("0.0000000000000000006", "0.00000000000000000001"),
        ] {
            let made = sixtieth(&minutes.parse().unwrap());
            assert_eq!(made, hours.parse().unwrap(), "{minutes}");
        }
    }
}
