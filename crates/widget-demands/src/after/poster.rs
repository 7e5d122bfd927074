//! A poster of one page, A4, as a picture of its own: the campaign's name, a QR code, the address.
//!
//! SVG with presentation attributes alone: no policy of the page around it takes those away, and
//! any browser prints it.

use qrcodegen::{Mask, QrCode, QrCodeEcc, QrSegment, Version};
use swansfeet_demands::Campaign;
use swansfeet_words::Words;

use crate::msg;

/// Letters on a line of the title, which is 11 mm high on a page of 210 mm.
const TITLE_LINE: usize = 26;
/// Letters on a line of the introduction.
const TEXT_LINE: usize = 52;

/// The poster.
#[inline(never)]
pub(super) fn svg(words: &Words, campaign: &Campaign, address: &str) -> String {
    let lang = words.lang();
    let mut out = String::from(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"210mm\" height=\"297mm\" viewBox=\"0 0 210 297\" \
         font-family=\"system-ui,sans-serif\" text-anchor=\"middle\" fill=\"#15303a\">\
         <rect width=\"210\" height=\"297\" fill=\"#fff\"/>",
    );
    let title = campaign.name.in_language(lang);
    let mut y = lines(
        &mut out,
        title,
        TITLE_LINE,
        36,
        13,
        "11\" font-weight=\"700",
    );
    let introduction = campaign.introduction.in_language(lang);
    y = lines(&mut out, introduction, TEXT_LINE, y + 4, 8, "6");
    y = lines(
        &mut out,
        &words.get(msg::POSTER_SCAN),
        TITLE_LINE,
        y + 8,
        10,
        "9\" font-weight=\"700",
    );
    code(&mut out, address, y);
    lines(&mut out, address, TEXT_LINE, 284, 7, "5.5");
    out.push_str("</svg>");
    out
}

/// Words in lines one below the other; where the next would stand.
fn lines(
    out: &mut String,
    text: &str,
    longest: usize,
    mut y: usize,
    step: usize,
    size: &str,
) -> usize {
    for line in broken(text, longest) {
        let y_text = y.to_string();
        for part in [
            "<text x=\"105\" y=\"",
            &y_text,
            "\" font-size=\"",
            size,
            "\">",
        ] {
            out.push_str(part);
        }
        for c in line.chars() {
            match c {
                '<' => out.push_str("&lt;"),
                '&' => out.push_str("&amp;"),
                _ => out.push(c),
            }
        }
        out.push_str("</text>");
        y += step;
    }
    y
}

fn broken(text: &str, longest: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let fits = |line: &String| line.chars().count() + word.chars().count() < longest;
        match lines.last_mut() {
            Some(line) if line.is_empty() => line.push_str(word),
            Some(line) if fits(line) => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// The address as a QR code between `top` and the address in letters.
#[inline(never)]
fn code(out: &mut String, address: &str, top: usize) {
    // Longer than any code can hold: the address in letters is there all the same.
    let bytes = [QrSegment::make_bytes(address.as_bytes())];
    let (least, most) = (Version::MIN, Version::new(20));
    // One mask for all: choosing the best of eight is three kilobytes of wasm, and every reader
    // reads all of them.
    let mask = Some(Mask::new(2));
    let code =
        QrCode::encode_segments_advanced(&bytes, QrCodeEcc::Medium, least, most, mask, false);
    let Ok(code) = code else {
        return;
    };
    let room = 272_usize.saturating_sub(top).clamp(60, 130);
    let size = code.size();
    let number = |n: usize| n.to_string();
    let (left, side) = (number(105 - room / 2), number(room));
    let cells = number(size as usize);
    for part in [
        "<svg x=\"",
        &left,
        "\" y=\"",
        &number(top),
        "\" width=\"",
        &side,
        "\" height=\"",
        &side,
        "\" viewBox=\"0 0 ",
        &cells,
        " ",
        &cells,
        "\" shape-rendering=\"crispEdges\"><path d=\"",
    ] {
        out.push_str(part);
    }
    for y in 0..size {
        for x in 0..size {
            if code.get_module(x, y) {
                for part in [
                    "M",
                    &number(x as usize),
                    " ",
                    &number(y as usize),
                    "h1v1h-1z",
                ] {
                    out.push_str(part);
                }
            }
        }
    }
    out.push_str("\"/></svg>");
}

#[cfg(test)]
mod tests {
    use swansfeet_demands::{Campaign, campaign::FIFTEEN};
    use swansfeet_words::{Words, native::Native};

    #[test]
    fn a_poster_has_its_words_and_a_code_on_one_page() {
        let words = Words::new(crate::msg::EN, Box::new(Native::new("en")));
        let campaign = Campaign::from_toml(FIFTEEN).expect("the built-in campaign");
        let svg = super::svg(&words, &campaign, "https://north.example/sign?a=1&b=<2>");
        for wanted in [
            "Eight demands of care and",
            "sign?a=1&amp;b=&lt;2>",
            "<path d=\"M0 0h1",
        ] {
            assert!(svg.contains(wanted), "{wanted} in {svg}");
        }
        let below = svg
            .split(" y=\"")
            .skip(1)
            .filter_map(|rest| rest.split('"').next()?.parse::<usize>().ok());
        assert!(
            below.max().expect("lines") < 297,
            "all of it is on the page"
        );
        assert!(super::svg(&words, &campaign, &"x".repeat(9000)).ends_with("</svg>"));
    }
}
