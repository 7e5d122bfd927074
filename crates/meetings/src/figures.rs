//! Numbers of figures. The standard library has a reader of each width and sign, 0.3 kB of a widget each.

/// A number of figures alone, that is no larger than a `u32`.
#[must_use]
#[inline(never)]
pub fn figures(text: &str) -> Option<u32> {
    let mut number = 0_u32;
    for byte in text.bytes() {
        let figure = u32::from(byte.wrapping_sub(b'0'));
        if figure > 9 {
            return None;
        }
        number = number.checked_mul(10)?.checked_add(figure)?;
    }
    (!text.is_empty()).then_some(number)
}

/// The same with a sign, or without one.
#[must_use]
#[inline(never)]
pub fn signed(text: &str) -> Option<i64> {
    let size = text.strip_prefix(['-', '+']).unwrap_or(text);
    let size = i64::from(figures(size)?);
    Some(if text.starts_with('-') { -size } else { size })
}

#[cfg(test)]
mod tests {
    use super::{figures, signed};

    #[test]
    fn figures_are_read_as_the_library_reads_them() {
        for text in [
            "0",
            "7",
            "007",
            "4294967295",
            "4294967296",
            "99999999999",
            "",
            "-1",
            "1 ",
            "a",
            "٣",
        ] {
            assert_eq!(figures(text), text.parse::<u32>().ok(), "{text}");
        }
        for text in [
            "0",
            "-0",
            "+7",
            "-7",
            "-4294967295",
            "--1",
            "-+1",
            "+",
            "-",
            "",
            "1.0",
        ] {
            assert_eq!(signed(text), text.parse::<i64>().ok(), "{text}");
        }
        assert_eq!(figures("+7"), None);
    }
}
