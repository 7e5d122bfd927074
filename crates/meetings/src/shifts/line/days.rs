//! Days in a line: of the week, of a rota, dates; those on which times end, and those between which
//! something holds.

use chrono::NaiveDate;

use super::{Dated, Parser, SILENT, Token, What, Which, among, day, plain};

impl Parser<'_> {
    pub(super) fn on_date(&mut self, date: NaiveDate, joined: bool, fresh: Option<u16>) {
        self.begin();
        if let Some(weekday) = fresh {
            self.entry.days.pop();
            if !day::is_on(date, weekday) {
                self.line.notes.push(What::Weekday);
            }
        }
        if joined && let Some(Which::Date(first)) = self.entry.days.last().copied() {
            let mut next = first.succ_opt();
            while let Some(day) = next.filter(|day| *day < date) {
                self.push(Which::Date(day));
                next = day.succ_opt().filter(|_| self.line.failed.is_none());
            }
            if date < first {
                self.line.failed = Some(What::NotUnderstood);
            }
        }
        self.push(Which::Date(date));
    }

    pub(super) fn on_weekday(&mut self, weekday: u16, joined: bool) {
        self.begin();
        let first = self.line.entries.is_empty();
        match self.entry.days.last().copied() {
            // `Mon 2 March - Wed 4 March 7am-3pm`
            Some(Which::Date(_)) if self.date_behind(weekday) => {
                (self.joined, self.fresh) = (joined, Some(weekday));
            }
            // `30/11/2026 Monday 7am-3pm` is that date; `Updated 28/11/2026 Mon 7am-3pm` is not.
            Some(Which::Date(date)) => {
                if !day::is_on(date, weekday)
                    || self.entry.days.len() > 1
                    || first && !self.line.codes
                {
                    self.line.failed = Some(What::NotUnderstood);
                }
                return;
            }
            // `Mon-Wed-Fri`: three days, or five?
            Some(Which::Weekday(_))
                if joined
                    && self.entry.days.len() > 1
                    && self.at > 3
                    && self.pieces.is_joint(self.at - 4) =>
            {
                self.line.failed = Some(What::NotUnderstood);
            }
            Some(Which::Weekday(first)) if joined => {
                let mut day = (first + 1) % 7;
                while day != weekday && first != weekday {
                    self.push(Which::Weekday(day));
                    day = (day + 1) % 7;
                }
            }
            _ => self.fresh = Some(weekday),
        }
        self.push(Which::Weekday(weekday));
    }

    /// Whether a date follows the weekday that has just been read.
    fn date_behind(&self, weekday: u16) -> bool {
        let comma = matches!(self.pieces.get(self.at), Some(Token::Mark | Token::Comma));
        let date = self
            .pieces
            .date_at(self.at + usize::from(comma), Some(weekday));
        date.is_some()
    }

    /// `2 March to 4 March`, `until 14 March`.
    pub(super) fn joint(&mut self) {
        let dates = matches!(self.entry.days.last(), Some(Which::Date(_)));
        if dates && !self.entry.says() || self.date_after().is_none() {
            self.joined = true;
        } else if self.line.commencing.is_none() {
            self.line.notes.push(What::Limits);
        }
    }

    /// `starting 2 March`, `from 2 March - 14 March`, `from next week`.
    pub(super) fn starting(&mut self) {
        if let Some(date) = self.date_after() {
            self.line.first = Some(date);
            if self.pieces.get(self.at) == Some(&Token::Dash) {
                self.at += 1;
                self.joint();
            }
        } else if self.pieces.is_word(self.at, "next") {
            self.at += 2;
            self.line.notes.push(What::Limits);
        }
    }

    /// `Week 1 (30/11/2026)`: when that week begins; not where something happens on that day.
    pub(super) fn first_day(&mut self) {
        let (at, notes) = (self.at, self.line.notes.len());
        let date = self.date_after();
        while self.pieces.get(self.at) == Some(&Token::Mark) {
            self.at += 1;
        }
        let head = match self.pieces.get(self.at) {
            None => true,
            Some(Token::Word(word)) => day::weekday(word).is_some(),
            _ => false,
        };
        if head && date.is_some() {
            self.line.commencing = date;
        } else {
            self.at = at;
            self.line.notes.truncate(notes);
        }
    }

    pub(super) fn date_after(&mut self) -> Option<NaiveDate> {
        let mut at = self.at;
        while let Some(Token::Mark | Token::Dash) = self.pieces.get(at) {
            at += 1;
        }
        let weekday = match self.pieces.get(at) {
            Some(Token::Word(word)) => day::weekday(word),
            _ => None,
        };
        let dated = (self.pieces).date_at(at + usize::from(weekday.is_some()), weekday)?;
        self.take_date(dated)
    }

    pub(super) fn take_date(&mut self, dated: Dated) -> Option<NaiveDate> {
        self.at = dated.after;
        if dated.guessed {
            self.line.notes.push(What::Year);
        }
        if dated.date.is_none() {
            self.line.failed = Some(What::NoSuchDate);
        }
        dated.date
    }

    /// The day on which times end, where that is written: whether it is the next one, and where the time is.
    pub(super) fn end_day(&self, at: usize) -> Option<(bool, usize)> {
        let first = *self.entry.days.last()?;
        let weekday = match self.pieces.get(at) {
            Some(Token::Word(word)) => day::weekday(word),
            _ => None,
        };
        let after = at + usize::from(weekday.is_some());
        let (days, after) = match (first, self.pieces.date_at(after, weekday)) {
            (Which::Date(first), Some(dated)) => ((dated.date? - first).num_days(), dated.after),
            (Which::Weekday(_) | Which::Date(_), None) => {
                (i64::from((weekday? + 7 - first.weekday()?) % 7), after)
            }
            _ => return None,
        };
        matches!(days, 0 | 1).then_some((days == 1, after))
    }

    /// `Mon 10pm-8am Tue, Wed 7am-3pm`: where the day behind times ends that is only the one on which they
    /// end. With anything of its own, be it times or a word, it is the next.
    pub(super) fn ended(&mut self, mut at: usize) -> Option<usize> {
        while self.pieces.get(at) == Some(&Token::Mark) || self.pieces.is_word(at, "on") {
            at += 1;
        }
        let (_, after) = self.end_day(at).filter(|(is_next, _)| *is_next)?;
        let is_day =
            |token: &Token| matches!(token, Token::Word(word) if day::weekday(word).is_some());
        let is_more = |word| {
            among(word, SILENT)
                .or_else(|| among(word, "morning am"))
                .is_none()
        };
        let mut rest = (self.pieces.tokens[after..].iter())
            .filter(|token| **token != Token::Mark)
            .take_while(|token| **token != Token::Comma)
            .peekable();
        if self.entry.days.len() == 1 && rest.peek().is_some_and(|token| is_day(token)) {
            // `Mon 10pm-8am Tue Wed 3pm-11pm`: nobody can tell of which Tuesday is.
            self.line.failed = Some(What::NotUnderstood);
        }
        let own = rest.any(|token| match token {
            Token::Word(word) => is_more(word),
            token => *token != Token::Amount,
        });
        (!own).then_some(after)
    }

    /// `day 3`, `days 1-4`, `days 1 to 4`, and whether it is that: `Mon day 8-8`, `days 7-7` are shifts by day.
    pub(super) fn round_days(&mut self) -> bool {
        let plain_at = |at: usize| match self.pieces.get(at) {
            Some(Token::Number(number)) => plain(number).filter(|day| (1..=366).contains(day)),
            _ => None,
        };
        let after = self.at + 1;
        let more = plain_at(after + 1).filter(|_| self.pieces.is_joint(after));
        let counted = matches!(self.entry.days.last(), None | Some(Which::Round(_)));
        let is_long = self.at > 1 && self.pieces.is_word(self.at - 2, "long");
        // `day 1 7-3`: a colon or a comma would be clearer, and is not always there.
        let (first, last) = match (plain_at(self.at), more) {
            _ if self.line.round > 0 || !counted || is_long => return false,
            (Some(first), None) => (first, first),
            (Some(first), Some(last)) if first < last => (first, last),
            _ => return false,
        };
        self.at = after + 2 * usize::from(first < last);
        self.begin();
        (first..=last).for_each(|day| self.push(Which::Round(day - 1)));
        true
    }
}
