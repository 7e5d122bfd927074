//! What is done to everything that people type before it is looked at.

/// Unicode's composed form (NFC) of a text: `swansfeet_demands::nfc` where there is no browser,
/// `String.prototype.normalize` where there is one, whose tables a widget need not carry.
///
/// The same name typed on two keyboards may arrive in two forms; hashes would differ.
pub type Nfc = fn(&str) -> String;

/// Takes off the spaces around a text and marks that nobody sees: zero-width spaces, soft hyphens
/// and the direction marks that come along when Arabic or Hebrew is pasted.
///
/// Joiners (U+200C, U+200D) stay: names in Persian, Hindi and Sinhala need them.
pub(crate) fn tidy(typed: &str, nfc: Nfc) -> String {
    let seen = |c: &char| {
        !matches!(
            c,
            '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2060}' | '\u{feff}'
        )
    };
    let kept: String = typed.chars().filter(seen).collect();
    nfc(kept.trim())
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
/// made of outside ASCII. Not a full table: refuses what is plainly a sign, a space or a picture.
pub(crate) fn is_letter_like(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric();
    }
    if c.is_alphanumeric() || matches!(c, '\u{200c}' | '\u{200d}') {
        return true;
    }
    // Marks that are not alphabetic by themselves lie in the blocks of their scripts; these are
    // the blocks and places without any.
    !is_hidden(c)
        && !c.is_whitespace()
        && !matches!(c, '\u{80}'..='\u{bf}' | '\u{d7}' | '\u{f7}' | '\u{2000}'..='\u{20cf}'
            | '\u{2100}'..='\u{2bff}' | '\u{2e00}'..='\u{2fff}' | '\u{3000}'..='\u{3029}'
            | '\u{3030}'..='\u{303f}' | '\u{fd3e}'..='\u{fd4f}' | '\u{fe10}'..='\u{fe1f}'
            | '\u{fe30}'..='\u{fe6f}' | '\u{ff00}'..='\u{ff0f}' | '\u{ff1a}'..='\u{ff20}'
            | '\u{ffe0}'..='\u{fff8}' | '\u{1f000}'..='\u{1faff}')
}

/// [`Nfc`] where there is no browser to ask.
#[cfg(feature = "nfc")]
#[must_use]
pub fn nfc(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    text.nfc().collect()
}
