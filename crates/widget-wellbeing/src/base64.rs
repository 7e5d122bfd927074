//! Base 64 (RFC 4648, section 4): a card comes in it, a check-in goes in it.

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Written out. A check-in is a multiple of three bytes, so nothing here needs to be filled up.
pub(crate) fn write(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len() / 3 * 4);
    for three in bytes.chunks_exact(3) {
        let bits = three
            .iter()
            .fold(0, |bits, byte| bits << 8 | u32::from(*byte));
        for shift in [18, 12, 6, 0] {
            out.push(char::from(ALPHABET[(bits >> shift & 63) as usize]));
        }
    }
    out
}

/// Read; nothing where there is any other character than those and `=` at the end.
pub(crate) fn read(text: &str) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(text.len() / 4 * 3);
    let (mut bits, mut many) = (0_u32, 0);
    for letter in text.bytes().filter(|letter| *letter != b'=') {
        let six = ALPHABET.iter().position(|known| *known == letter)?;
        bits = bits << 6 | six as u32;
        many += 6;
        if many >= 8 {
            many -= 8;
            out.push((bits >> many) as u8);
        }
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_rfc_s_own_examples() {
        for (bytes, text) in [
            (&b""[..], ""),
            (b"f", "Zg=="),
            (b"fo", "Zm8="),
            (b"foo", "Zm9v"),
            (b"foob", "Zm9vYg=="),
            (b"foobar", "Zm9vYmFy"),
            (&[0xfb, 0xff, 0xfe], "+//+"),
        ] {
            assert_eq!(super::read(text).as_deref(), Some(bytes), "{text}");
            if bytes.len() % 3 == 0 {
                assert_eq!(super::write(bytes), text);
            }
        }
        assert_eq!(super::read("Zm9v\n"), None);
    }
}
