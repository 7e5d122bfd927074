//! Base 64 (RFC 4648), in which records and cards travel. Reads and writes; knows nothing of either.

/// Of section 4.
pub const STANDARD: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
/// Of section 5, for addresses.
pub const URL: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Written out, without padding.
#[must_use]
pub fn write(alphabet: &[u8; 64], bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len() * 4 / 3 + 3);
    for three in bytes.chunks(3) {
        let byte = |at: usize| u32::from(three.get(at).copied().unwrap_or_default());
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for at in 0..=three.len() {
            let six = bits >> (18 - 6 * at) & 63;
            out.push(char::from(alphabet[six as usize]));
        }
    }
    out
}

/// Read; nothing where there is any other character than those of the alphabet and `=`.
#[must_use]
pub fn read(alphabet: &[u8; 64], text: &str) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(text.len() / 4 * 3);
    let (mut bits, mut many) = (0_u32, 0);
    for letter in text.bytes().filter(|letter| *letter != b'=') {
        let six = alphabet.iter().position(|known| *known == letter)?;
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
    use super::{STANDARD, URL, read, write};

    #[test]
    fn the_rfc_s_own_examples() {
        for (bytes, text) in [
            (&b""[..], ""),
            (b"f", "Zg=="),
            (b"fo", "Zm8="),
            (b"foo", "Zm9v"),
            (b"foob", "Zm9vYg=="),
            (b"foobar", "Zm9vYmFy"),
        ] {
            for alphabet in [STANDARD, URL] {
                assert_eq!(read(alphabet, text).as_deref(), Some(bytes), "{text}");
                assert_eq!(write(alphabet, bytes), text.trim_end_matches('='));
            }
        }
        assert_eq!(read(STANDARD, "Zm9v\n"), None);
    }

    #[test]
    fn the_two_alphabets_differ_in_two_letters() {
        for (alphabet, text) in [(STANDARD, "+//+"), (URL, "-__-")] {
            assert_eq!(write(alphabet, &[0xfb, 0xff, 0xfe]), text);
            assert_eq!(
                read(alphabet, text).as_deref(),
                Some(&[0xfb, 0xff, 0xfe][..])
            );
        }
        assert_eq!(read(STANDARD, "-__-"), None);
    }
}
