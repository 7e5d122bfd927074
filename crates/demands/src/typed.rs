//! What is done to everything that people type before it is looked at.

/// What a browser knows of Unicode, so that a widget need not carry the tables: 4 kB.
///
/// `typed::UNICODE` where there is no browser to ask.
#[derive(Copy, Clone, Debug)]
pub struct Unicode {
    /// The composed form of a text (NFC; `String.prototype.normalize`). The same name typed on two
    /// keyboards may arrive in two forms; hashes would differ.
    pub composed: fn(&str) -> String,
    /// A text in small letters (`String.prototype.toLowerCase`).
    pub small: fn(&str) -> String,
}

/// [`Unicode`] by its tables.
#[cfg(feature = "unicode")]
pub const UNICODE: Unicode = Unicode {
    composed: |text| unicode_normalization::UnicodeNormalization::nfc(text).collect(),
    small: str::to_lowercase,
};

/// Takes off the spaces around a text and marks that nobody sees: zero-width spaces, soft hyphens
/// and the direction marks that come along when Arabic or Hebrew is pasted.
///
/// Joiners (U+200C, U+200D) stay: names in Persian, Hindi and Sinhala need them.
pub(crate) fn tidy(typed: &str, unicode: Unicode) -> String {
    let seen = |c: &char| {
        !matches!(
            c,
            '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2060}' | '\u{feff}'
        )
    };
    let kept: String = typed.chars().filter(seen).collect();
    (unicode.composed)(kept.trim())
}

/// Characters that may hide or turn round what stands beside them, or are no characters at all.
pub(crate) fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c,
            // Lines that are not lines, and direction overrides: `moc.elpmaxe` reads as its reverse.
            '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{206f}' |
            // Private use, annotations, the replacement for what could not be read, tags.
            '\u{e000}'..='\u{f8ff}' | '\u{fdd0}'..='\u{fdef}' | '\u{fff9}'..='\u{ffff}' |
            '\u{e0000}'..='\u{10ffff}')
}

/// Letters, digits and the marks on them, in any script: what names of mailboxes and domains are
/// made of outside ASCII.
///
/// Not a table of letters, which is long, but of the places without any: refuses what is plainly a
/// sign, a space or a picture.
pub(crate) fn is_letter_like(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric();
    }
    match c {
        // Letters among signs: ª µ º, joiners, and 々 〆 〇.
        '\u{aa}' | '\u{b5}' | '\u{ba}' | '\u{200c}' | '\u{200d}' | '\u{3005}'..='\u{3007}' => true,
        '\u{80}'..='\u{bf}' | '\u{d7}' | '\u{f7}' => false,
        // Punctuation, currency, symbols, arrows, mathematics, boxes, Braille.
        '\u{2000}'..='\u{20cf}' | '\u{2100}'..='\u{2bff}' => false,
        '\u{2e00}'..='\u{2fff}' | '\u{3000}'..='\u{3020}' | '\u{3030}' => false,
        '\u{3036}'..='\u{303f}' | '\u{fd3e}'..='\u{fd4f}' | '\u{fe10}'..='\u{fe1f}' => false,
        '\u{fe30}'..='\u{fe6f}' | '\u{ff00}'..='\u{ff0f}' | '\u{ff1a}'..='\u{ff20}' => false,
        '\u{ffe0}'..='\u{fff8}' | '\u{1d000}'..='\u{1d24f}' | '\u{1f000}'..='\u{1fbff}' => false,
        _ => !is_hidden(c) && !c.is_whitespace(),
    }
}
