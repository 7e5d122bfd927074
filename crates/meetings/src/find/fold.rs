//! Words without case and accents, for comparing.
//!
//! Not Unicode's own folding: its tables would be a sixth of a widget. What the languages of these
//! islands and of those who come to them need is here; other letters stay as they are.

/// U+00C0 to U+017F. A capital stands for two letters, a space for none.
const LATIN: &[u8; 192] = b"aaaaaaAceeeeiiiidnooooo ouuuuyTS\
aaaaaaAceeeeiiiidnooooo ouuuuyTy\
aaaaaaccccccccddddeeeeeeeeeegggg\
gggghhhhiiiiiiiiiiIIjjkkklllllll\
lllnnnnnnnnnooooooOOrrrrrrssssss\
ssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

/// Adds the folded words of a text, with a space after each.
pub(super) fn fold_into(text: &str, out: &mut String) {
    for letter in text.chars() {
        match folded(letter) {
            Folded::One(letter) => out.push(letter),
            Folded::Two(letters) => out.push_str(letters),
            Folded::Nothing => {}
            Folded::Between if out.is_empty() || out.ends_with(' ') => {}
            Folded::Between => out.push(' '),
        }
    }
    if !out.is_empty() && !out.ends_with(' ') {
        out.push(' ');
    }
}

/// The folded words of a text, with a space between two.
pub(super) fn fold(text: &str) -> String {
    let mut out = String::new();
    fold_into(text, &mut out);
    out.pop();
    out
}

enum Folded {
    One(char),
    Two(&'static str),
    /// Part of the letter before, or silent.
    Nothing,
    /// Not a letter: words end here.
    Between,
}

fn folded(letter: char) -> Folded {
    let code = letter as u32;
    Folded::One(match code {
        0x30..=0x39 | 0x61..=0x7A => letter,
        0x41..=0x5A => letter.to_ascii_lowercase(),
        // Apostrophes, and what joins without being seen.
        0x27 | 0x60 | 0xAD | 0x2019 | 0x2018 | 0x200B..=0x200F | 0xFE00..=0xFE0F => {
            return Folded::Nothing;
        }
        0..0xC0 => return Folded::Between,
        0xC0..=0x17F => return latin(code),
        // Romanian, Vietnamese and Yoruba.
        0x1A0 | 0x1A1 | 0x1ECC..=0x1EE3 => 'o',
        0x1AF | 0x1B0 | 0x1EE4..=0x1EF1 => 'u',
        0x218 | 0x219 | 0x1E62 | 0x1E63 => 's',
        0x21A | 0x21B => 't',
        0x1E80..=0x1E89 => 'w',
        0x1EA0..=0x1EB7 => 'a',
        0x1EB8..=0x1EC7 => 'e',
        0x1EC8..=0x1ECB => 'i',
        0x1EF2..=0x1EF9 => 'y',
        // Marks of their own: accents, and Arabic vowels.
        0x300..=0x36F | 0x640 | 0x64B..=0x65F | 0x670 => return Folded::Nothing,
        0x386..=0x3CE => greek(letter),
        0x400..=0x40F | 0x450..=0x45F => cyrillic(code),
        0x410..=0x42F => moved(code, 32),
        0x622 | 0x623 | 0x625 | 0x671 => 'ا',
        0x629 => 'ه',
        0x649 => 'ي',
        0x60C | 0x61B | 0x61F | 0x6D4 | 0x964 | 0x965 => return Folded::Between,
        0x2000..=0x2BFF | 0x2E00..=0x2E7F | 0x3000..=0x303F => return Folded::Between,
        0xFF00..=0xFF0F | 0xFFFD | 0x1F000..=0x1FFFF => return Folded::Between,
        _ => letter,
    })
}

fn latin(code: u32) -> Folded {
    let base = usize::try_from(code - 0xC0).ok();
    match base.and_then(|at| LATIN.get(at)) {
        Some(b'A') => Folded::Two("ae"),
        Some(b'I') => Folded::Two("ij"),
        Some(b'O') => Folded::Two("oe"),
        Some(b'S') => Folded::Two("ss"),
        Some(b'T') => Folded::Two("th"),
        Some(b' ') | None => Folded::Between,
        Some(letter) => Folded::One(char::from(*letter)),
    }
}

fn greek(letter: char) -> char {
    match letter {
        'Ά' | 'ά' => 'α',
        'Έ' | 'έ' => 'ε',
        'Ή' | 'ή' => 'η',
        'Ί' | 'ί' | 'ΐ' | 'ϊ' | 'Ϊ' => 'ι',
        'Ό' | 'ό' => 'ο',
        'Ύ' | 'ύ' | 'ΰ' | 'ϋ' | 'Ϋ' => 'υ',
        'Ώ' | 'ώ' => 'ω',
        'ς' => 'σ',
        'Α'..='Ω' => moved(letter as u32, 32),
        _ => letter,
    }
}

/// The letters beside the Russian alphabet; `ё` is written `е` as often as not.
fn cyrillic(code: u32) -> char {
    match moved(code, if code < 0x410 { 80 } else { 0 }) {
        'ё' | 'ѐ' => 'е',
        letter => letter,
    }
}

fn moved(code: u32, by: u32) -> char {
    char::from_u32(code + by).unwrap_or(' ')
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn case_and_accents_go() {
        for (text, folded) in [
            ("Tŷ Gŵyl, Llŷn", "ty gwyl llyn"),
            ("Łódź ŻÓŁĆ ąęśź", "lodz zolc aesz"),
            ("Straße Æther Œuvre Þing", "strasse aether oeuvre thing"),
            ("Ștefan ȚARĂ Şcoală", "stefan tara scoala"),
            ("Nguyễn Ọdọ ṣọ", "nguyen odo so"),
            ("Care Workers’ Circle", "care workers circle"),
            ("O'Brien's—café/bar", "obriens cafe bar"),
            ("cafe\u{301}", "cafe"),
            ("ЗУСТРІЧ Ёлка", "зустріч елка"),
            ("Συνάντηση ΟΔΌΣ", "συναντηση οδοσ"),
            ("أُسْرة، مدى", "اسره مدي"),
            ("ÀÿĐŉſ", "aydns"),
            ("2pm; 15£", "2pm 15"),
            ("🦢 👣", ""),
            ("", ""),
            ("ਮੀਟਿੰਗ 会议", "ਮੀਟਿੰਗ 会议"),
        ] {
            assert_eq!(fold(text), folded, "{text}");
        }
    }

    #[test]
    fn every_letter_of_the_table_stands_at_its_place() {
        for (letter, base) in "ÀÇÐÑØÝĀĆĎĒĜĠĤĨĴĶŁŃŌŔŚŠŢŨŰŴŶŸŹŽ"
            .chars()
            .zip("acdnoyacdegghijklnorsstuuwyyzz".chars())
        {
            assert_eq!(fold(&letter.to_string()), base.to_string(), "{letter}");
        }
    }
}
