//! One spelling for each character that people's keyboards spell in many ways.

use super::InputError;

/// The longest text that could still be a number or a date. "7 hours and 30 minutes" has 22.
const LONGEST: usize = 48;

/// Digits, marks and letters in one spelling: ASCII digits, `.`, `,`, `:`, `-`, `'`, small ASCII
/// letters, single spaces. Direction marks, which Arabic and Hebrew keyboards add unseen, are
/// left out.
pub(super) fn plain(typed: &str) -> Result<String, InputError> {
    let mut out = String::new();
    for (count, char) in typed.chars().enumerate() {
        if count >= LONGEST {
            return Err(InputError::TooLong);
        }
        push(char, &mut out);
    }
    while out.ends_with(' ') {
        out.pop();
    }
    if out.is_empty() {
        Err(InputError::Empty)
    } else {
        Ok(out)
    }
}

fn push(char: char, out: &mut String) {
    let plain = match char {
        // Arabic-Indic, Persian and Urdu, Devanagari, Bengali, Gurmukhi, full-width.
        '\u{660}'..='\u{669}' => digit(char, 0x660),
        '\u{6F0}'..='\u{6F9}' => digit(char, 0x6F0),
        '\u{966}'..='\u{96F}' => digit(char, 0x966),
        '\u{9E6}'..='\u{9EF}' => digit(char, 0x9E6),
        '\u{A66}'..='\u{A6F}' => digit(char, 0xA66),
        '\u{FF10}'..='\u{FF19}' => digit(char, 0xFF10),
        '\u{66B}' | '\u{FF0E}' | '\u{B7}' => '.',
        '\u{66C}' | '’' | '‘' | '′' => '\'',
        '\u{60C}' | '\u{FF0C}' => ',',
        '\u{FF1A}' => ':',
        '\u{2212}' | '\u{2010}'..='\u{2014}' | '\u{FF0D}' => '-',
        '\u{FFE1}' => '£',
        '\u{200E}'
        | '\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2066}'..='\u{2069}'
        | '\u{61C}'
        | '\u{FEFF}'
        | '\u{200B}' => return,
        ' '
        | '\t'
        | '\n'
        | '\r'
        | '\u{A0}'
        | '\u{2000}'..='\u{200A}'
        | '\u{202F}'
        | '\u{205F}'
        | '\u{3000}' => {
            if !out.is_empty() && !out.ends_with(' ') {
                out.push(' ');
            }
            return;
        }
        other => other.to_ascii_lowercase(),
    };
    out.push(plain);
}

fn digit(char: char, zero: u32) -> char {
    char::from_digit(char as u32 - zero, 10).unwrap_or('0')
}
