//! How many slips lie between two words.

/// Longer words are compared without slips.
pub(super) const LONGEST: usize = 24;

/// A word as it is typed, folded, and how many slips it may have.
pub(super) struct Typed {
    letters: [char; LONGEST],
    length: usize,
    /// Slips allowed: one from 4 letters on, two from 8; none where there are figures.
    slips: usize,
    mask: u32,
}

impl Typed {
    pub(super) fn new(word: &str) -> Typed {
        let mut letters = ['\0'; LONGEST];
        let length = word.chars().count();
        for (place, letter) in letters.iter_mut().zip(word.chars()) {
            *place = letter;
        }
        let slips = match length {
            _ if word.bytes().any(|byte| byte.is_ascii_digit()) => 0,
            4..8 => 1,
            8..=LONGEST => 2,
            _ => 0,
        };
        Typed {
            letters,
            length,
            slips,
            mask: mask(word),
        }
    }

    /// How many slips make of this word the other one, or the beginning of the other one: letters
    /// left out, put in or changed, or two neighbours changed round. Nothing: more than allowed.
    ///
    /// A beginning is only forgiven from 5 letters on and where the first letter is right;
    /// otherwise half the dictionary begins like anything.
    pub(super) fn slips_to(&self, word: &str, word_mask: u32) -> Option<usize> {
        // Each letter that the other word lacks takes a slip.
        let lacking = (self.mask & !word_mask).count_ones() as usize;
        if self.slips == 0 || lacking > self.slips {
            return None;
        }
        let mut other = ['\0'; LONGEST];
        let mut count = 0;
        for letter in word.chars() {
            // What stands behind can only belong to a longer word.
            if count == LONGEST.min(self.length + self.slips + 1) {
                break;
            }
            other[count] = letter;
            count += 1;
        }
        if count + self.slips < self.length {
            return None;
        }
        let as_beginning = self.length >= 5 && self.letters[0] == other[0];
        let least = self.distance(&other[..count], as_beginning);
        (least <= self.slips).then_some(least)
    }

    /// Optimal string alignment; with `beginning`, to the nearest beginning of the other word.
    fn distance(&self, other: &[char], beginning: bool) -> usize {
        let mut rows = [[0_usize; LONGEST + 1]; 3];
        for (place, cell) in rows[0].iter_mut().enumerate() {
            *cell = place;
        }
        for (i, letter) in self.letters[..self.length].iter().enumerate() {
            let [before, above, row] = match i % 3 {
                0 => [2, 0, 1],
                1 => [0, 1, 2],
                _ => [1, 2, 0],
            };
            rows[row][0] = i + 1;
            let mut least = i + 1;
            for (j, theirs) in other.iter().enumerate() {
                let changed = rows[above][j] + usize::from(letter != theirs);
                let mut best = changed.min(rows[above][j + 1] + 1).min(rows[row][j] + 1);
                if i > 0 && j > 0 && *letter == other[j - 1] && self.letters[i - 1] == *theirs {
                    best = best.min(rows[before][j - 1] + 1);
                }
                rows[row][j + 1] = best;
                least = least.min(best);
            }
            if least > self.slips {
                return least;
            }
        }
        let last = &rows[self.length % 3][..=other.len()];
        match beginning {
            true => last.iter().copied().min().unwrap_or(usize::MAX),
            false => last[other.len()],
        }
    }
}

/// Which letters a word has: a bit for each of a to z, the rest share five.
pub(super) fn mask(word: &str) -> u32 {
    word.chars().fold(0, |mask, letter| {
        let bit = match letter {
            'a'..='z' => letter as u32 - 'a' as u32,
            _ => 26 + letter as u32 % 6,
        };
        mask | 1 << bit
    })
}

#[cfg(test)]
mod tests {
    use super::{Typed, mask};

    #[test]
    fn slips_are_counted() {
        for (typed, word, slips) in [
            ("meeting", "meeting", Some(0)),
            ("meetnig", "meeting", Some(1)),
            ("meating", "meeting", Some(1)),
            ("meetng", "meetings", Some(1)),
            ("metting", "meeting", Some(1)),
            ("mteeing", "meeting", None),
            ("wellbieng", "wellbeing", Some(1)),
            ("welbieng", "wellbeing", Some(2)),
            ("wlbieng", "wellbeing", None),
            ("wellb", "wellbeing", Some(0)),
            ("wlelb", "wellbeing", Some(1)),
            ("brihgton", "brighton", Some(1)),
            ("leds", "leeds", Some(1)),
            ("eleds", "leeds", Some(1)),
            ("lees", "leeds", Some(1)),
            ("pay", "pat", None),
            ("care", "core", Some(1)),
            ("care", "cat", None),
            ("care", "carton", None),
            ("2026", "2025", None),
            ("zustrich", "zustreech", Some(2)),
            ("зустріч", "зустрич", Some(1)),
            ("abcdefgh", "stuvwxyz", None),
        ] {
            assert_eq!(
                Typed::new(typed).slips_to(word, mask(word)),
                slips,
                "{typed} {word}"
            );
        }
    }
}
