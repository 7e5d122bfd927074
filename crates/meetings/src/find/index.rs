//! The words of all meetings, each once, with where it stands.

use super::fold::{fold, fold_into};
use super::intern::{Interned, cut};
use super::typo::Typed;
use crate::Meeting;

/// Nothing was found.
pub(super) const NOT: u8 = u8::MAX;

/// Where a word stands, the best place first.
#[derive(Copy, Clone)]
enum Place {
    Title,
    Organiser,
    Venue,
    About,
    Also,
}

/// Places and slips count as one number: a slip is worse than any place.
pub(super) const PLACES: u8 = 5;

pub(super) struct Index {
    /// All words, one after the other.
    pub(super) letters: String,
    /// In order.
    pub(super) words: Vec<Word>,
    /// Which meeting, times eight, and which place.
    pub(super) posts: Vec<u32>,
    pub(super) meetings: usize,
}

pub(super) struct Word {
    pub(super) at: u32,
    pub(super) length: u32,
    /// Its letters ([`super::typo::mask`]).
    pub(super) mask: u32,
    /// Where its posts end; they begin where those of the word before end.
    pub(super) end: u32,
}

impl Index {
    /// Takes in the words of one meeting.
    pub(super) fn read(words: &mut Interned, index: usize, meeting: &Meeting, also: &str) {
        let mut text = String::new();
        let post = u32::try_from(index).unwrap_or(0) << 3;
        let mut add = |said: &str, place: Place| {
            text.clear();
            fold_into(said, &mut text);
            for word in text.split(' ').filter(|word| !word.is_empty()) {
                words.take(word, post | place as u32);
            }
        };
        add(&meeting.title, Place::Title);
        add(&meeting.organiser.name, Place::Organiser);
        if let Some(venue) = &meeting.venue {
            add(&venue.name, Place::Venue);
            add(&venue.address, Place::Venue);
            if let Some(postcode) = &venue.postcode {
                add(postcode.outcode().as_str(), Place::Venue);
                let area = postcode.outcode().area();
                add(area.map_or("", |area| area.name()), Place::Venue);
            }
        }
        add(&meeting.about, Place::About);
        add(also, Place::Also);
    }

    /// How well each meeting answers: 0 to 4 by the worst place in which one of the words stands,
    /// five more for each slip; [`NOT`] where a word is missing. Nothing where nothing is asked.
    ///
    /// A word that no meeting has is forgiven; where nothing has all of the words as they are
    /// typed, all are.
    pub(super) fn search(&self, text: &str) -> Option<Vec<u8>> {
        let folded = fold(text);
        if folded.is_empty() {
            return None;
        }
        let mut answer = self.all_of(&folded, false);
        if answer.iter().all(|place| *place == NOT) {
            answer = self.all_of(&folded, true);
        }
        Some(answer)
    }

    fn all_of(&self, folded: &str, forgive: bool) -> Vec<u8> {
        let mut answer = vec![0; self.meetings];
        let mut best = vec![NOT; self.meetings];
        // More words than these are a text, not a search.
        for word in folded.split(' ').take(12) {
            best.fill(NOT);
            let word = cut(word);
            let known = self.as_typed(word, &mut best);
            if forgive || !known {
                self.forgiving(word, &mut best);
            }
            for (place, best) in answer.iter_mut().zip(&best) {
                *place = (*place).max(*best);
            }
        }
        answer
    }

    /// Words that begin like this one.
    fn as_typed(&self, typed: &str, best: &mut [u8]) -> bool {
        let from = (self.words).partition_point(|word| self.letters_of(word) < typed);
        let mut known = false;
        for (which, word) in self.words.iter().enumerate().skip(from) {
            if !self.letters_of(word).starts_with(typed) {
                break;
            }
            known = true;
            self.mark(which, 0, best);
        }
        known
    }

    fn forgiving(&self, typed: &str, best: &mut [u8]) {
        let typed = Typed::new(typed);
        for (which, word) in self.words.iter().enumerate() {
            if let Some(slips) = typed.slips_to(self.letters_of(word), word.mask) {
                self.mark(which, slips, best);
            }
        }
    }

    fn mark(&self, which: usize, slips: usize, best: &mut [u8]) {
        let start = match which {
            0 => 0,
            _ => self.words[which - 1].end as usize,
        };
        let slips = u8::try_from(slips).unwrap_or(0) * PLACES;
        for post in &self.posts[start..self.words[which].end as usize] {
            let place = slips + (post & 7) as u8;
            if let Some(best) = best.get_mut((post >> 3) as usize) {
                *best = (*best).min(place);
            }
        }
    }

    fn letters_of(&self, word: &Word) -> &str {
        &self.letters[word.at as usize..(word.at + word.length) as usize]
    }
}
