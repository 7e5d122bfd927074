//! A poster of one page, A4, as a document of its own: the campaign's name, a QR code, the address.
//!
//! HTML as old as can be: no policy of the page around it takes its attributes away, the browser
//! breaks its lines, and any browser prints it.

use qrcodegen::{Mask, QrCode, QrCodeEcc, Version};
use swansfeet_demands::Campaign;
use swansfeet_words::Words;

use crate::msg;

/// What kind of document it is.
pub(super) const KIND: &str = "text/html;charset=utf-8";

/// The poster.
#[inline(never)]
pub(super) fn page(words: &Words, campaign: &Campaign, address: &str) -> String {
    let lang = words.lang();
    let name = escaped(campaign.name.in_language(lang));
    [
        "<!doctype html><html lang=\"",
        lang,
        "\"><title>",
        &name,
        // A heading is twice as large as that, 48 pixels.
        "</title><body dir=\"auto\"><center><font face=\"system-ui,sans-serif\" size=\"5\"><h1>",
        &name,
        "</h1><p>",
        &escaped(campaign.introduction.in_language(lang)),
        "<h2>",
        &escaped(&words.get(msg::POSTER_SCAN)),
        "</h2>",
        &code(address),
        "<p>",
        &escaped(address),
    ]
    .concat()
}

#[inline(never)]
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '&' => out.push_str("&amp;"),
            _ => out.push(c),
        }
    }
    out
}

/// Versions of QR codes, and how many bytes of data and correction of grade M leave in each (ISO/IEC
/// 18004, table 7): coarse for nearly every address, finer for a long one.
const VERSIONS: [(u8, usize); 2] = [(6, 108), (9, 182)];

/// What the code says: bytes (mode 4), how many, the address, and padding. Both versions have one
/// byte for the number, so that the address stands half a byte aside. By hand, because the library's
/// own way, which knows every kind of data, is a kilobyte more.
#[inline(never)]
fn codewords(address: &[u8]) -> Option<(u8, Vec<u8>)> {
    let mut halves = vec![4, (address.len() >> 4) as u8, address.len() as u8 & 15];
    for byte in address {
        halves.extend([byte >> 4, byte & 15]);
    }
    // The end.
    halves.push(0);
    let (version, room) = VERSIONS
        .into_iter()
        .find(|(_, room)| halves.len() <= room * 2)?;
    let mut words: Vec<u8> = halves
        .chunks(2)
        .map(|half| half[0] << 4 | half[1])
        .collect();
    let mut padding = 0xec;
    while words.len() < room {
        words.push(padding);
        padding ^= 0xec ^ 0x11;
    }
    Some((version, words))
}

/// The address as a QR code; nothing where it is longer than the code can hold: it stands below in
/// letters.
#[inline(never)]
fn code(address: &str) -> String {
    let Some((version, words)) = codewords(address.as_bytes()) else {
        return String::new();
    };
    // One mask for all: choosing the best of eight is three kilobytes of wasm, and every reader
    // reads all of them.
    let mask = Some(Mask::new(2));
    let code = QrCode::encode_codewords(Version::new(version), QrCodeEcc::Medium, &words, mask);
    let size = code.size();
    let number = |n: i32| (n as u32).to_string();
    let cells = number(size);
    let mut out = [
        "<svg width=\"400\" height=\"400\" viewBox=\"0 0 ",
        &cells,
        " ",
        &cells,
        "\" shape-rendering=\"crispEdges\"><path d=\"",
    ]
    .concat();
    for y in 0..size {
        for x in 0..size {
            if code.get_module(x, y) {
                for part in ["M", &number(x), " ", &number(y), "h1v1h-1z"] {
                    out.push_str(part);
                }
            }
        }
    }
    out.push_str("\"/></svg>");
    out
}

#[cfg(test)]
mod tests {
    use qrcodegen::{Mask, QrCode, QrCodeEcc, QrSegment, Version};
    use swansfeet_demands::{Campaign, campaign::FIFTEEN};
    use swansfeet_words::{Words, native::Native};

    #[test]
    fn a_poster_has_its_words_and_a_code() {
        let words = Words::new(crate::msg::EN, Box::new(Native::new("en")));
        let campaign = Campaign::from_toml(FIFTEEN).expect("the built-in campaign");
        let poster = super::page(&words, &campaign, "https://north.example/sign?a=1&b=<2>");
        for wanted in [
            "<h1>Eight demands of care and",
            "sign?a=1&amp;b=&lt;2>",
            "<path d=\"M0 0h1",
        ] {
            assert!(poster.contains(wanted), "{wanted} in {poster}");
        }
        let long = super::page(&words, &campaign, &"x".repeat(9000));
        assert!(!long.contains("<svg") && long.ends_with("xxx"));
    }

    #[test]
    fn the_code_is_the_one_that_the_library_makes_of_the_address() {
        for length in [1, 2, 60, 105, 106, 107, 179, 180] {
            let address: Vec<u8> = (0..length).map(|at| b'a' + at % 26).collect();
            let (version, words) = super::codewords(&address).expect("it fits");
            assert_eq!(version, if length <= 106 { 6 } else { 9 });
            let version = Version::new(version);
            let (level, mask) = (QrCodeEcc::Medium, Some(Mask::new(2)));
            let ours = QrCode::encode_codewords(version, level, &words, mask);
            let bytes = [QrSegment::make_bytes(&address)];
            let theirs =
                QrCode::encode_segments_advanced(&bytes, level, version, version, mask, false);
            assert!(Ok(ours) == theirs.map_err(|_| ()), "{length} letters");
        }
        assert_eq!(super::codewords(&[b'a'; 181]), None);
    }
}
