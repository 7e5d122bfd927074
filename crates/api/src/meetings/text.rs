//! Bytes as text, and which kind of feed a text is.

use std::borrow::Cow;

use swansfeet_meetings::read::Problem;

/// What a text is.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Empty,
    Page,
    Json,
    Toml,
    Calendar,
    Table,
}

/// Looks at the first characters.
pub(super) fn kind(text: &str) -> Kind {
    let text = text.trim_start();
    let head = text.get(..15).unwrap_or(text);
    let mut chars = text.chars();
    match chars.next() {
        None => Kind::Empty,
        Some('<') => Kind::Page,
        Some('{') => Kind::Json,
        Some('[') => match chars.as_str().trim_start().chars().next() {
            // `[[meetings]]` and `[meetings]`.
            Some('[') => Kind::Toml,
            Some(c) if c.is_ascii_alphabetic() => Kind::Toml,
            _ => Kind::Json,
        },
        _ if head.eq_ignore_ascii_case("BEGIN:VCALENDAR") => Kind::Calendar,
        _ if is_toml(text) => Kind::Toml,
        _ => Kind::Table,
    }
}

/// Whether the first line that is no comment is `name = …` or `[…]`.
fn is_toml(text: &str) -> bool {
    let mut lines = text.lines().map(str::trim);
    let first = lines.find(|line| !line.is_empty() && !line.starts_with('#'));
    let Some(first) = first else {
        return false;
    };
    let key = first.split('=').next().unwrap_or_default().trim();
    let is_key = !key.is_empty()
        && key
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-'));
    first.starts_with('[') || is_key && first.contains('=') && !key.eq_ignore_ascii_case("sep")
}

/// The text of a file, and what was wrong with its bytes.
pub(super) fn decode(bytes: &[u8]) -> (Cow<'_, str>, Option<Problem>) {
    match bytes {
        [0xff, 0xfe, rest @ ..] => return (wide(rest, u16::from_le_bytes), None),
        [0xfe, 0xff, rest @ ..] => return (wide(rest, u16::from_be_bytes), None),
        _ => {}
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let error = match std::str::from_utf8(bytes) {
        Ok(text) => return (Cow::Borrowed(text), None),
        Err(error) => error,
    };
    let is_calendar = bytes
        .trim_ascii_start()
        .get(..15)
        .is_some_and(|head| head.eq_ignore_ascii_case(b"BEGIN:VCALENDAR"));
    if is_calendar {
        // Lines folded by bytes, in the middle of a character, as old programs do.
        let mended = mend_folds(bytes);
        return match String::from_utf8(mended) {
            Ok(text) => (Cow::Owned(text), None),
            Err(error) => {
                let problem = not_text(
                    error.as_bytes(),
                    error.utf8_error().valid_up_to(),
                    "what is not was replaced",
                );
                (
                    Cow::Owned(String::from_utf8_lossy(error.as_bytes()).into_owned()),
                    Some(problem),
                )
            }
        };
    }
    let structured = matches!(bytes.trim_ascii_start().first(), Some(b'{' | b'['));
    if structured {
        let problem = not_text(bytes, error.valid_up_to(), "what is not was replaced");
        (String::from_utf8_lossy(bytes), Some(problem))
    } else {
        // Tables come from Excel, which writes Windows' own characters in Western Europe.
        let problem = not_text(
            bytes,
            error.valid_up_to(),
            "it was read as Windows-1252. Save it as “CSV UTF-8”",
        );
        (
            Cow::Owned(bytes.iter().map(|byte| western(*byte)).collect()),
            Some(problem),
        )
    }
}

fn not_text(bytes: &[u8], at: usize, made: &str) -> Problem {
    let lines = bytes[..at].iter().filter(|byte| **byte == b'\n').count();
    Problem {
        line: u32::try_from(lines).unwrap_or(u32::MAX - 1) + 1,
        entry: 0,
        field: String::new(),
        what: ["from this line on the file is not UTF-8; ", made].concat(),
        left_out: false,
    }
}

fn wide(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Cow<'static, str> {
    let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    let chars = char::decode_utf16(units).map(|c| c.unwrap_or('\u{fffd}'));
    Cow::Owned(chars.collect())
}

/// Puts a fold that stands within a character behind it; every other byte stays where it is.
fn mend_folds(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        out.push(bytes[at]);
        at += 1;
        let fold = match bytes[at..] {
            [b'\r', b'\n', b' ' | b'\t', ..] => 3,
            [b'\n', b' ' | b'\t', ..] => 2,
            _ => continue,
        };
        let after = &bytes[at + fold..];
        let tail = after
            .iter()
            .take(3)
            .take_while(|byte| **byte & 0xc0 == 0x80)
            .count();
        out.extend_from_slice(&after[..tail]);
        out.extend_from_slice(&bytes[at..at + fold]);
        at += fold + tail;
    }
    out
}

/// A byte of Windows-1252 (WHATWG Encoding, index windows-1252).
fn western(byte: u8) -> char {
    const HIGH: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž',
        '\u{8f}', '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}',
        'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9f => HIGH[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}
