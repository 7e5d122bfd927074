//! Texts and links from a feed, made fit to be shown: no control characters, no marks that turn
//! the reading direction round, no markup, no endless text, no link that runs something.

use std::borrow::Cow;

use super::fields::why;
use crate::seek::around;

/// The longest title, name or address, in characters.
pub(crate) const NAME: usize = 200;
/// The longest description.
pub(crate) const ABOUT: usize = 8_000;
/// The longest link, in bytes: what browsers and calendars take.
const LINK: usize = 2_000;

/// One line: every run of white space is one space.
pub(crate) fn line(text: &str, most: usize) -> String {
    on_line(text, most).into_owned()
}

/// The same, borrowed where nothing is to be done.
pub(crate) fn on_line(text: &str, most: usize) -> Cow<'_, str> {
    if is_clean(text, most) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(cleaned(text, most))
    }
}

fn cleaned(text: &str, most: usize) -> String {
    let mut out = String::new();
    let mut count = 0;
    let mut gap = false;
    for c in text.chars() {
        if c.is_whitespace() {
            gap = !out.is_empty();
        } else if shows(c) {
            let wanted = 1 + usize::from(gap);
            if count + wanted > most {
                return cut(out);
            }
            if gap {
                out.push(' ');
            }
            out.push(c);
            count += wanted;
            gap = false;
        }
    }
    out
}

/// A text with its lines, at most one of them empty at a time.
pub(crate) fn block(text: &str, most: usize) -> String {
    if is_clean(text, most) {
        return text.to_owned();
    }
    let mut out = String::new();
    let mut count = 0;
    let (mut breaks, mut gap) = (0_u32, false);
    let mut before = ' ';
    for c in text.chars() {
        let two = (std::mem::replace(&mut before, c), c);
        if matches!(c, '\n' | '\r' | '\u{2028}' | '\u{2029}') {
            // Windows ends a line with both.
            breaks += u32::from(!out.is_empty() && two != ('\r', '\n'));
            gap = false;
        } else if c.is_whitespace() {
            gap = true;
        } else if shows(c) {
            if count >= most {
                return cut(out);
            }
            if breaks > 0 {
                out.push_str(if breaks > 1 { "\n\n" } else { "\n" });
            } else if gap && !out.is_empty() {
                out.push(' ');
                count += 1;
            }
            (breaks, gap) = (0, false);
            out.push(c);
            count += 1;
        }
    }
    out
}

const SPACES: u32 = 0x2020_2020;
const HIGH: u32 = 0x8080_8080;

/// Whether nothing is to be done: one line of words with a space between two, in letters before
/// U+0600, of which all after U+00BF are seen. So is nearly every text, and bytes are told faster than
/// letters.
fn is_clean(text: &str, most: usize) -> bool {
    let bytes = text.as_bytes();
    if bytes.len() > most {
        return false;
    }
    // Four bytes at a time, as long as they are plain. What is no plain letter shows in a high bit: of
    // itself, of itself less a space, or of itself and one.
    let (mut at, mut after_space) = (0, true);
    for four in bytes.chunks_exact(4) {
        let four = four
            .iter()
            .rev()
            .fold(0_u32, |four, byte| four << 8 | u32::from(*byte));
        let odd = four | four.wrapping_sub(SPACES) | four.wrapping_add(0x0101_0101);
        if odd & HIGH != 0 {
            break;
        }
        let spaces = !(four ^ SPACES).wrapping_add(!HIGH) & HIGH;
        if spaces & (spaces << 8 | u32::from(after_space) << 7) != 0 {
            return false;
        }
        after_space = spaces >> 31 == 1;
        at += 4;
    }
    let mut before = if after_space { b' ' } else { b'-' };
    for byte in &bytes[at..] {
        let good = match byte {
            b' ' => before != b' ',
            b'!'..=b'~' | 0x80..=0xBF | 0xC3..=0xD7 => true,
            _ => false,
        };
        if !good {
            return false;
        }
        before = *byte;
    }
    before != b' ' || bytes.is_empty()
}

/// A description, which may be HTML, as plain text.
pub(crate) fn about(text: &str) -> String {
    // Four bytes a character, and markup around them; the rest is not looked at.
    let most = text.floor_char_boundary(ABOUT * 16);
    let text = &text[..most];
    if super::html::looks_like(text) {
        block(&super::html::text(text), ABOUT)
    } else {
        block(text, ABOUT)
    }
}

fn cut(mut text: String) -> String {
    text.push('…');
    text
}

/// Not a control character, nor one that is not seen and changes what is: bidirectional overrides
/// and isolates, a zero width space, a tag.
fn shows(c: char) -> bool {
    !c.is_control()
        && !matches!(
            c,
            '\u{ad}'
                | '\u{61c}'
                | '\u{180e}'
                | '\u{200b}'
                | '\u{200e}'
                | '\u{200f}'
                | '\u{202a}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{feff}'
                | '\u{fff9}'..='\u{fffc}'
                | '\u{e0000}'..='\u{e007f}'
        )
}

/// A letter or a figure, also of alphabets that we have no table of.
pub(crate) fn is_letter(c: char) -> bool {
    let is_sign = matches!(c, '×' | '÷' | '\u{2000}'..='\u{2bff}' | '\u{3000}'..='\u{303f}');
    c.is_ascii_alphanumeric() || c >= 'À' && !is_sign
}

/// A letter's small form in the alphabets in which words are known here: Latin, Greek and Cyrillic.
/// Unicode's own table of them all would be 5 kB of a widget.
pub(crate) fn small(c: char) -> char {
    let code = c as u32;
    let by = match code {
        0xC0..=0xD6 | 0xD8..=0xDE | 0x391..=0x3A1 | 0x3A3..=0x3A9 | 0x410..=0x42F => 32,
        0x400..=0x40F => 80,
        // Pairs, the capital first; in some rows with an even number, in some with an odd one.
        // The dotted capital I becomes two letters, and is left to itself.
        0x130 => return c,
        0x100..=0x137 | 0x14A..=0x177 | 0x218..=0x21B | 0x48A..=0x4BF | 0x1E00..=0x1EFF => {
            1 - code % 2
        }
        0x139..=0x148 | 0x179..=0x17E => code % 2,
        _ => return c.to_ascii_lowercase(),
    };
    char::from_u32(code + by).unwrap_or(c)
}

/// An `https` address, a telephone number (`tel:`) or an email address (`mailto:`).
///
/// # Errors
/// Why it is none, worded for whoever keeps the feed.
pub(crate) fn link(text: &str) -> Result<String, &'static str> {
    let text = text.trim();
    if text.len() > LINK {
        return Err(why(
            "the link is longer than 2,000 characters and was left out",
        ));
    }
    let odd = |c: char| c.is_whitespace() || !shows(c) || matches!(c, '\\' | '"' | '<' | '>' | '`');
    if !text.bytes().all(is_of_links) && text.contains(odd) {
        return Err(why(
            "the link has a space or a character that no link has and was left out",
        ));
    }
    let (scheme, rest) = text.split_once(':').unwrap_or(("", text));
    if scheme.eq_ignore_ascii_case("https") {
        let host = rest.strip_prefix("//").unwrap_or_default();
        let host = host.split(['/', '?', '#']).next().unwrap_or_default();
        // A name before an @ dresses one host up as another.
        return if host.contains('@') || !host.contains('.') {
            Err(why(
                "the link has no host name that can be trusted and was left out",
            ))
        } else {
            Ok(["https:", rest].concat())
        };
    }
    if (scheme.eq_ignore_ascii_case("tel") || scheme.eq_ignore_ascii_case("mailto"))
        && !rest.is_empty()
        && !rest.starts_with('/')
    {
        return Ok([&scheme.to_ascii_lowercase(), ":", rest].concat());
    }
    if scheme.eq_ignore_ascii_case("http") {
        return Err(why(
            "the link begins with http: and was left out; use the https: address",
        ));
    }
    Err(why("this is no https: link and was left out"))
}

/// A byte that nearly all links are made of, and that is not odd in any.
fn is_of_links(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-._~:/?#@!$&'()*+,;=%".contains(&byte)
}

/// An address of the web alone.
///
/// # Errors
/// As [`link`].
pub(crate) fn https(text: &str) -> Result<String, &'static str> {
    let link = link(text)?;
    if link.starts_with("https:") {
        Ok(link)
    } else {
        Err(why("this is no https: link and was left out"))
    }
}

/// A telephone number as it is shown: digits, spaces and what dials an extension.
pub(crate) fn phone(text: &str) -> Option<String> {
    let text = text.trim();
    let text = text.strip_prefix("tel:").unwrap_or(text);
    let shown: String = line(text, 60);
    let digits = shown.bytes().filter(u8::is_ascii_digit).count();
    (digits >= 3).then_some(shown)
}

/// The first `https` address in a text.
pub(crate) fn first_https(text: &str) -> Option<&str> {
    let (before, _) = around(text, "https://")?;
    let link = &text[before.len()..];
    let end = link
        .find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | ')' | ']' | '\\'))
        .unwrap_or(link.len());
    Some(link[..end].trim_end_matches(['.', ',', ';', '!', '?']))
}

/// Whether a link leads into an online room of a service that many use.
pub(crate) fn is_room(link: &str) -> bool {
    const ROOMS: [&str; 12] = [
        "zoom.us",
        "zoom.com",
        "zoomgov.com",
        "teams.microsoft.com",
        "teams.live.com",
        "meet.google.com",
        "meet.jit.si",
        "whereby.com",
        "webex.com",
        "gotomeeting.com",
        "gotomeet.me",
        "skype.com",
    ];
    let Some(rest) = link.strip_prefix("https://") else {
        return false;
    };
    let host = rest.split(['/', '?', '#', ':']).next().unwrap_or_default();
    ROOMS.iter().any(|room| {
        host.len() >= room.len() && {
            let (front, end) = host
                .split_at_checked(host.len() - room.len())
                .unwrap_or(("-", ""));
            end.eq_ignore_ascii_case(room) && (front.is_empty() || front.ends_with('.'))
        }
    })
}

#[cfg(test)]
mod tests {
    use super::{block, is_clean, line, small};

    #[test]
    fn a_line_ends_once_however_it_is_ended() {
        for (text, lines) in [
            ("one\ntwo", "one\ntwo"),
            ("one\r\ntwo", "one\ntwo"),
            ("one\rtwo", "one\ntwo"),
            ("one \r\n  two", "one\ntwo"),
            ("one\r\n\r\n\r\ntwo", "one\n\ntwo"),
            ("\r\none\n\rtwo\n", "one\n\ntwo"),
        ] {
            assert_eq!(block(text, 20), lines, "{text:?}");
        }
    }

    #[test]
    fn small_letters_are_those_of_unicode() {
        // 1E96 to 1E9F are no pairs.
        let pairs = ('\0'..'\u{180}')
            .chain('Α'..'ϐ')
            .chain('Ѐ'..'Ҁ')
            .chain('Ȁ'..'\u{1e00}');
        for c in pairs.chain('Ḁ'..'ẖ').chain('Ạ'..'ἀ') {
            let known: Vec<char> = c.to_lowercase().collect();
            if small(c) != c {
                assert_eq!(known, [small(c)], "{c}");
            }
        }
        let words = "ENGLISH ŁÓDŹ ROMÂNĂ ȘI ȚARĂ ŴY ŶS ŽLUTÝ РУССКИЙ УКРАЇНСЬКА БЪЛГАРСКИ ΕΛΛΗΝΙΚΑ TIẾNG VIỆT";
        let lower: String = words.chars().map(small).collect();
        assert_eq!(lower, words.to_lowercase());
    }

    #[test]
    fn a_clean_text_is_one_that_cleaning_leaves_alone() {
        let parts = [
            "", " ", "a", "word", "é", "Ŵ", "ї", "\u{ad}", "\u{a0}", "\u{7f}", "\t", "\u{61c}",
            "’", "~", "!",
        ];
        let mut texts = vec![String::new()];
        for _ in 0..4 {
            let longer = |text: &String| parts.map(|part| [text.as_str(), part].concat());
            texts = texts.iter().flat_map(longer).collect();
        }
        for text in texts {
            if is_clean(&text, 30) {
                let mut slow = ["\u{ad}", &text].concat();
                slow = line(&slow, 30);
                assert_eq!(slow, text);
            } else {
                let hard = text.chars().any(|c| c > '\u{5ff}');
                let same = line(&text, 30) == text;
                assert!(hard || !same, "{text:?} is clean");
            }
        }
        assert!(!is_clean("four and more", 12) && is_clean("four and more", 13));
    }
}
