//! Words are met a hundred thousand times and kept once.
//!
//! A table of our own instead of a map: a third of the bytes, and no chance in its hash. Sorting all
//! that is met took eight times as long.

use super::index::{Index, Word};
use super::typo::mask;

/// Longer words are cut, in bytes.
const LONGEST: usize = 60;
/// So many letters are sorted at once.
const PART: u32 = 12;
/// No word here.
const FREE: u32 = u32::MAX;

pub(super) struct Interned {
    letters: String,
    words: Vec<Word>,
    hashes: Vec<u32>,
    /// Numbers of words, at places that their hashes tell; the length is a power of two.
    table: Vec<u32>,
    /// Which word, and where it stands.
    met: Vec<(u32, u32)>,
}

impl Default for Interned {
    fn default() -> Interned {
        Interned {
            letters: String::new(),
            words: Vec::new(),
            hashes: Vec::new(),
            table: vec![FREE; 1_024],
            met: Vec::new(),
        }
    }
}

impl Interned {
    pub(super) fn take(&mut self, word: &str, post: u32) {
        let which = self.number(cut(word));
        self.met.push((which, post));
        // Counted first; where they end is told by the sum.
        self.words[which as usize].end += 1;
    }

    fn number(&mut self, word: &str) -> u32 {
        let hash = hash(word.as_bytes());
        let mut at = hash as usize & (self.table.len() - 1);
        loop {
            let which = self.table[at];
            if which == FREE {
                break;
            }
            if self.hashes[which as usize] == hash && self.letters_of(which) == word {
                return which;
            }
            at = (at + 1) & (self.table.len() - 1);
        }
        let which = self.words.len() as u32;
        self.words.push(Word {
            at: self.letters.len() as u32,
            length: word.len() as u32,
            mask: mask(word),
            end: 0,
        });
        self.letters.push_str(word);
        self.hashes.push(hash);
        self.table[at] = which;
        if self.words.len() * 2 > self.table.len() {
            self.grow();
        }
        which
    }

    fn grow(&mut self) {
        let mut table = vec![FREE; self.table.len() * 2];
        for (which, hash) in self.hashes.iter().enumerate() {
            let mut at = *hash as usize & (table.len() - 1);
            while table[at] != FREE {
                at = (at + 1) & (table.len() - 1);
            }
            table[at] = which as u32;
        }
        self.table = table;
    }

    fn letters_of(&self, which: u32) -> &str {
        let word = &self.words[which as usize];
        &self.letters[word.at as usize..(word.at + word.length) as usize]
    }

    /// Numbers of words, in the order of their letters. Twelve letters at a time, the last ones
    /// first, with the order so far behind them: numbers are sorted, as everywhere in this crate, and
    /// no second sort has to be carried to a phone.
    fn in_order(&self) -> Vec<u32> {
        let longest = self.words.iter().map(|word| word.length).max().unwrap_or(0);
        let mut order: Vec<u32> = (0..self.words.len() as u32).collect();
        for part in (0..longest.div_ceil(PART)).rev() {
            let mut keys = Vec::with_capacity(order.len());
            for (place, which) in order.iter().enumerate() {
                let letters = self.letters_of(*which).bytes().skip((part * PART) as usize);
                let mut key = [0_u64; 2];
                for (at, letter) in letters.take(PART as usize).enumerate() {
                    key[at / 8] |= u64::from(letter) << (56 - at % 8 * 8);
                }
                keys.push((key[0], key[1] | place as u64));
            }
            keys.sort_unstable();
            let before = order.clone();
            for (which, key) in order.iter_mut().zip(&keys) {
                *which = before[(key.1 & 0xFFFF_FFFF) as usize];
            }
        }
        order
    }

    /// Words in order, and behind each other where each stands.
    pub(super) fn into_index(self, meetings: usize) -> Index {
        let order = self.in_order();
        let mut words = Vec::with_capacity(order.len());
        // Where the next post of a word goes, by its old number.
        let mut next = vec![0; order.len()];
        let mut end = 0;
        for which in &order {
            let word = &self.words[*which as usize];
            next[*which as usize] = end;
            end += word.end;
            words.push(Word { end, ..*word });
        }
        let mut posts = vec![0; end as usize];
        for (which, post) in &self.met {
            let place = &mut next[*which as usize];
            posts[*place as usize] = *post;
            *place += 1;
        }
        Index {
            letters: self.letters,
            words,
            posts,
            meetings,
        }
    }
}

/// A word as long as it is kept.
pub(super) fn cut(word: &str) -> &str {
    let mut length = word.len().min(LONGEST);
    while !word.is_char_boundary(length) {
        length -= 1;
    }
    &word[..length]
}

/// FNV-1a.
pub(crate) fn hash(bytes: &[u8]) -> u32 {
    hash_of(bytes.iter().copied())
}

/// The same of bytes as they come.
pub(crate) fn hash_of(bytes: impl Iterator<Item = u8>) -> u32 {
    bytes.fold(0x811C_9DC5, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}

#[cfg(test)]
mod tests {
    use super::Interned;

    #[test]
    fn words_are_in_order_and_know_where_they_stand() {
        let mut words = Interned::default();
        let said = "b a abcdefghijklmnopqrstuvwxyz abcdefghijkl abcdefghijklm b ł abcdefghijklmnopqrst a é z";
        for (post, word) in (0_u32..).zip(said.split(' ')) {
            words.take(word, post);
        }
        let index = words.into_index(1);
        let mut start = 0;
        let mut told = Vec::new();
        for word in &index.words {
            let letters = &index.letters[word.at as usize..(word.at + word.length) as usize];
            told.push((letters, &index.posts[start..word.end as usize]));
            start = word.end as usize;
        }
        let mut sorted: Vec<_> = said.split(' ').collect();
        sorted.sort_unstable();
        sorted.dedup();
        assert_eq!(
            told.iter().map(|(letters, _)| *letters).collect::<Vec<_>>(),
            sorted
        );
        assert_eq!(told[0], ("a", &[1, 8][..]));
        assert_eq!(told[5], ("b", &[0, 5][..]));
    }
}
