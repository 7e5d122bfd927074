//! A poster of one page, A4, as a document of its own: the campaign's name, a QR code, the address.
//!
//! HTML as old as can be: no policy of the page around it takes its attributes away, the browser
//! breaks its lines, and any browser prints it.

use qrcodegen::{Mask, QrCode, QrCodeEcc, QrSegment, Version};
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

/// The address as a QR code; nothing where it is longer than any code can hold: it stands below in
/// letters.
#[inline(never)]
fn code(address: &str) -> String {
    let bytes = [QrSegment::make_bytes(address.as_bytes())];
    let (least, most) = (Version::MIN, Version::new(20));
    // One mask for all: choosing the best of eight is three kilobytes of wasm, and every reader
    // reads all of them.
    let mask = Some(Mask::new(2));
    let code =
        QrCode::encode_segments_advanced(&bytes, QrCodeEcc::Medium, least, most, mask, false);
    let Ok(code) = code else {
        return String::new();
    };
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
}
