//! Words for kinds of shifts, and what they say about bare times. Guesses nothing: where it is not
//! plain which times a word is about, they stay as they were read.

use super::{Half, Parser, SILENT, Token, among};

/// Words for kinds of shifts. Those before `late` are for nights and evenings, then come those for
/// the afternoon, those for the day, and some that do not say which half of it is meant.
const CODES: &str = "night nights evening evenings twilight late lates afternoon afternoons pm \
                     early earlies morning mornings am day days long sleep sleeping waking";
/// Of these only what is called a night is believed behind bare times: `9-5 evening` may be a day.
const NIGHT: usize = 2;

impl Parser<'_> {
    /// A word that is none of those that a line is made of.
    pub(super) fn kind(&mut self, word: &str) {
        self.line.words += 1;
        self.worded = true;
        let code = among(word, CODES);
        self.line.codes &= word.len() <= 3 || code.is_some();
        match code {
            Some(code @ 0..5) => self.half(Half::Night, code < NIGHT),
            Some(5..10) => self.half(Half::Late, false),
            Some(10..17) => self.half(Half::Day, true),
            Some(_) => {}
            None => self.doubt(),
        }
    }

    fn doubt(&mut self) {
        self.said = true;
        self.next = None;
        self.line.half = None;
    }

    /// `night`, `late`: which half of the day is meant by bare hours. It speaks of those behind it: `Mon 7-2,
    /// late 2-9`, `nights Tue 9-7`, and at the head of a line of all in it. Of those before it, `Mon 10-8
    /// night`, only where nothing of that day follows. What it may change there is told by `sure`.
    fn half(&mut self, half: Half, sure: bool) {
        if self.next.is_some_and(|next| next != half) {
            // `days and nights 7-7`
            self.doubt();
        }
        if self.said {
            return;
        }
        let says = self.entry.says();
        let (times, end) = self.follows();
        if !says && self.entry.days.is_empty() && self.line.entries.is_empty() {
            self.next = Some(half);
            self.line.half = self.next;
        } else if !says || times || self.parted && !end {
            self.next = Some(half);
            self.line.half = None;
        } else if let Some(times) = self.entry.times.last_mut()
            && end
            && !self.parted
            && (sure || times.from >= 720)
        {
            times.settle(half);
        }
    }

    /// Whether times follow directly, and whether an end does: of the line, or of what is listed.
    fn follows(&self) -> (bool, bool) {
        let mut at = self.at;
        let mut end = false;
        while let Some(token) = self.pieces.get(at) {
            let word = match token {
                Token::Word(word) => word.as_str(),
                Token::Comma => "and",
                Token::Mark | Token::Dash | Token::Amount => "the",
                _ => "",
            };
            if among(word, SILENT).or_else(|| among(word, CODES)).is_none() {
                let times =
                    self.pieces.date_at(at, None).is_none() && self.pieces.time_at(at).is_some();
                return (times && !end, end && !times);
            }
            end |= among(word, "and then").is_some();
            at += 1;
        }
        (false, true)
    }
}
