//! One line of shifts: which days, which times, what cannot be read. Knows nothing of the lines
//! around it.

use chrono::{Days, NaiveDate};

use super::What;
use super::clock::{self, Times};
use super::day;
use super::lex::{self, Number, Token, among};
use super::pieces::{Dated, JOINTS, Pieces, plain};

/// A day that a line is about.
#[derive(Copy, Clone, Debug, PartialEq)]
pub(super) enum Which {
    /// From 0 for Monday.
    Weekday(u16),
    /// A day of a rota of days, from 0.
    Round(u16),
    Date(NaiveDate),
}

/// Days and what happens on them; no times: off.
#[derive(Clone, Debug, Default)]
pub(super) struct Entry {
    pub(super) days: Vec<Which>,
    pub(super) times: Vec<Times>,
    pub(super) off: bool,
    /// The week of a rota that was named before it in the line, from 0.
    pub(super) week: Option<u16>,
}

impl Entry {
    /// Whether it says what happens.
    pub(super) fn says(&self) -> bool {
        self.off || !self.times.is_empty()
    }
}

/// What a line says.
#[derive(Clone, Debug, Default)]
pub(super) struct Line {
    /// Complete entries; the days of the first may be those of the line before.
    pub(super) entries: Vec<Entry>,
    /// Days at the end of the line without times.
    pub(super) open: Vec<Which>,
    /// `week 2`, from 0; the last one that is named.
    pub(super) week: Option<u16>,
    /// `week commencing 2 March`: what follows is of that week alone.
    pub(super) commencing: Option<NaiveDate>,
    /// `starting 2 March`: the first day of a rota.
    pub(super) first: Option<NaiveDate>,
    /// `4 on 4 off`: after how many days it comes round.
    pub(super) round: u16,
    /// Words that say nothing here.
    pub(super) words: u32,
    /// All of those words look like codes for shifts.
    pub(super) codes: bool,
    pub(super) notes: Vec<What>,
    /// Why nothing of the line counts.
    pub(super) failed: Option<What>,
}

/// More days in one line than these are a mistake.
const MOST_DAYS: usize = 62;

/// They turn a sentence round: the times in it may not be worked.
const TURNING: &str = "not except unless alternate alternating other fortnightly fortnight if or \
                       cancelled swapped maybe sometimes";
/// They say nothing.
const SILENT: &str = "and the on at of shift shifts working work every then annual";
/// Longer words for kinds of shifts; so many of them are for late ones.
const CODES: &str =
    "night nights late lates evening evenings twilight early earlies long sleep waking";
const LATE: usize = 7;

pub(super) fn read(text: &str, today: NaiveDate) -> Line {
    let tokens = lex::tokens(text);
    let mut parser = Parser {
        pieces: Pieces {
            tokens: &tokens,
            today,
        },
        at: 0,
        entry: Entry::default(),
        joined: false,
        late: NOT_LATE,
        fresh: None,
        line: Line {
            codes: true,
            ..Line::default()
        },
    };
    while parser.at < tokens.len() && parser.line.failed.is_none() {
        parser.step();
    }
    parser.close();
    parser.line
}

/// No bare hour is later.
const NOT_LATE: u16 = u16::MAX;

struct Parser<'a> {
    pieces: Pieces<'a>,
    at: usize,
    entry: Entry,
    /// The last thing was a dash, or `to`.
    joined: bool,
    /// A word has said that the next times are late: from which minute of a half of the day that is told.
    late: u16,
    /// The last thing was this weekday.
    fresh: Option<u16>,
    line: Line,
}

impl Parser<'_> {
    fn step(&mut self) {
        let joined = std::mem::take(&mut self.joined);
        let fresh = self.fresh.take();
        let Some(token) = self.pieces.get(self.at) else {
            return;
        };
        if let Some(dated) = self.pieces.date_at(self.at, fresh) {
            if let Some(date) = self.take_date(dated) {
                self.on_date(date, joined, fresh);
            }
            return;
        }
        match token {
            Token::Word(word) => self.word(word, joined),
            Token::Number(number) => self.number(*number),
            Token::Bad => self.line.failed = Some(What::NotUnderstood),
            Token::Dash => {
                self.joined = true;
                self.at += 1;
            }
            // `Monday, 2 March`
            Token::Mark | Token::Comma if self.pieces.date_at(self.at + 1, fresh).is_some() => {
                self.fresh = fresh;
                self.at += 1;
            }
            _ => self.at += 1,
        }
    }

    fn on_date(&mut self, date: NaiveDate, joined: bool, fresh: Option<u16>) {
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

    fn word(&mut self, word: &str, joined: bool) {
        self.at += 1;
        if let Some(weekday) = day::weekday(word) {
            return self.on_weekday(weekday, joined);
        }
        let (more, days) = if word == "every" && self.pieces.is_word(self.at, "day") {
            (1, Some(0..7))
        } else if word == "m"
            && self.pieces.is_joint(self.at)
            && self.pieces.is_word(self.at + 1, "f")
        {
            (2, Some(0..5))
        } else {
            (0, day::weekdays(word))
        };
        if let Some(days) = days {
            self.at += more;
            self.begin();
            return days.for_each(|day| self.push(Which::Weekday(day)));
        }
        let is = |list: &str| among(word, list).is_some();
        if is(JOINTS) {
            self.joined = true;
        } else if is("week wk weeks") {
            self.week();
        } else if is("day days") {
            self.round_days();
        } else if is("commencing beginning wc") {
            if let Some(date) = self.date_after() {
                self.line.commencing = Some(date);
            }
        } else if is("starting starts start from") {
            if let Some(date) = self.date_after() {
                self.line.first = Some(date);
            }
        } else if is("off rest free leave holiday none al") {
            self.entry.off = true;
            self.late = NOT_LATE;
        } else if word == "not" && self.pieces.is_word(self.at, "working") {
            self.entry.off = true;
            self.at += 1;
        } else if is(TURNING) || day::month(word).is_some() {
            self.line.failed = Some(What::NotUnderstood);
        } else if is("noon midday midnight") {
            self.at -= 1;
            self.times();
        } else if !is(SILENT) {
            self.line.words += 1;
            let code = among(word, CODES);
            self.line.codes &= word.len() <= 3 || code.is_some();
            match code {
                // A night may begin after midnight: an early hour, as 12, is left open.
                Some(0 | 1) => self.late(300),
                Some(2..LATE) => self.late(60),
                _ => {}
            }
        }
    }

    /// `night`, `late`: of bare hours, the later. `Mon 10-8 night` speaks of times before it, `Mon 7-3, night
    /// Tue 9-7` of those behind it.
    fn late(&mut self, from: u16) {
        let is_listed = |at| matches!(self.pieces.get(at), Some(Token::Comma) | None);
        let is_behind = is_listed(self.at) || !is_listed(self.at.wrapping_sub(2));
        match self.entry.times.last_mut() {
            Some(times) if is_behind => {
                if times.make_later(from) {
                    self.line.notes.pop();
                }
            }
            _ => self.late = from,
        }
    }

    fn week(&mut self) {
        if let Some(week) = self.pieces.which_week(self.at) {
            self.at += 1;
            self.begin();
            if !self.entry.days.is_empty() {
                self.line.failed = Some(What::NoTimes);
            }
            self.line.week = Some(week);
        }
    }

    /// `day 3`, `days 1-4`, `days 1 to 4`.
    fn round_days(&mut self) {
        let plain_at = |at: usize| match self.pieces.get(at) {
            Some(Token::Number(number)) => plain(number).filter(|day| (1..=366).contains(day)),
            _ => None,
        };
        let Some(first) = plain_at(self.at) else {
            return;
        };
        let mut after = self.at + 1;
        let mut last = first;
        // `day 1 7-3`: a colon or a comma would be clearer, and is not always there.
        if self.pieces.is_joint(after)
            && let Some(day) = plain_at(after + 1)
            && first <= day
        {
            last = day;
            after += 2;
        }
        self.at = after;
        self.begin();
        (first..=last).for_each(|day| self.push(Which::Round(day - 1)));
    }

    fn date_after(&mut self) -> Option<NaiveDate> {
        let mut at = self.at;
        while let Some(Token::Mark) = self.pieces.get(at) {
            at += 1;
        }
        let weekday = match self.pieces.get(at) {
            Some(Token::Word(word)) => day::weekday(word),
            _ => None,
        };
        let dated = (self.pieces).date_at(at + usize::from(weekday.is_some()), weekday)?;
        self.take_date(dated)
    }

    fn take_date(&mut self, dated: Dated) -> Option<NaiveDate> {
        self.at = dated.after;
        if dated.guessed {
            self.line.notes.push(What::Year);
        }
        if dated.date.is_none() {
            self.line.failed = Some(What::NoSuchDate);
        }
        dated.date
    }

    fn on_weekday(&mut self, weekday: u16, joined: bool) {
        self.begin();
        match self.entry.days.last().copied() {
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

    fn number(&mut self, number: Number) {
        let unit = match self.pieces.get(self.at + 1) {
            Some(Token::Word(word)) => word.as_str(),
            _ => "",
        };
        if number.afternoon.is_none() && lex::is_unit(unit) {
            self.at += 2;
        } else if let ("on", Some(on)) = (unit, plain(&number)) {
            self.on_and_off(on);
        } else {
            self.times();
        }
    }

    /// `4 on 4 off`.
    fn on_and_off(&mut self, on: u16) {
        let mut at = self.at + 2;
        while matches!(
            self.pieces.get(at),
            Some(Token::Comma | Token::Mark | Token::Dash)
        ) || self.pieces.is_word(at, "and")
        {
            at += 1;
        }
        let off = match self.pieces.get(at) {
            Some(Token::Number(number)) if self.pieces.is_word(at + 1, "off") => plain(number),
            _ => None,
        };
        match off {
            Some(off) if (1..=60).contains(&on) && (1..=60).contains(&off) => {
                self.at = at + 2;
                self.begin();
                self.line.round = on + off;
                (0..on).for_each(|day| self.push(Which::Round(day)));
            }
            _ => self.line.failed = Some(What::NotUnderstood),
        }
    }

    fn times(&mut self) {
        let Some((from, mut at)) = self.pieces.time_at(self.at) else {
            self.line.failed = Some(What::NotUnderstood);
            return;
        };
        let joint = self.pieces.is_joint(at);
        at += usize::from(joint);
        let end = self.end_day(at).filter(|_| joint);
        at = end.map_or(at, |(_, time)| time);
        let clear = |number: &Number| number.minute.is_some() || number.afternoon.is_some();
        let until = self
            .pieces
            .time_at(at)
            .filter(|(until, _)| joint || clear(&from) && clear(until));
        let before = self.entry.times.last().copied();
        let Some((until, at)) = until else {
            self.line.failed = Some(What::NotUnderstood);
            return;
        };
        let times = clock::read(from, until, before);
        let fits = |times: &mut Times| end.is_none_or(|(is_next, _)| times.ends(is_next));
        let Some(mut times) = times.and_then(|mut times| fits(&mut times).then_some(times)) else {
            self.line.failed = Some(What::NotUnderstood);
            return;
        };
        times.make_later(std::mem::replace(&mut self.late, NOT_LATE));
        self.at = at;
        if times.either {
            self.line.notes.push(What::EitherHalf);
        }
        if times.minutes > 960 {
            self.line.notes.push(What::Long);
        }
        self.entry.times.push(times);
    }

    /// The day on which times end, where that is written: whether it is the next one, and where the time is.
    fn end_day(&self, at: usize) -> Option<(bool, usize)> {
        let [first] = self.entry.days[..] else {
            return None;
        };
        let weekday = match self.pieces.get(at) {
            Some(Token::Word(word)) => day::weekday(word),
            _ => None,
        };
        let after = at + usize::from(weekday.is_some());
        let (days, after) = match (first, self.pieces.date_at(after, weekday)) {
            (Which::Date(first), Some(dated)) => ((dated.date? - first).num_days(), dated.after),
            (Which::Weekday(first), None) => (i64::from((weekday? + 7 - first) % 7), after),
            _ => return None,
        };
        matches!(days, 0 | 1).then_some((days == 1, after))
    }

    /// A day is named: what was said before is about other days.
    fn begin(&mut self) {
        if self.entry.says() {
            let mut entry = std::mem::take(&mut self.entry);
            entry.week = self.line.week;
            self.line.entries.push(entry);
        }
    }

    fn push(&mut self, day: Which) {
        if self.entry.days.len() >= MOST_DAYS.max(usize::from(self.line.round)) {
            self.line.failed = Some(What::TooMuch);
        } else if !self.entry.days.contains(&day) {
            self.entry.days.push(day);
        }
    }

    fn close(&mut self) {
        if self.entry.off && !self.entry.times.is_empty() {
            // Both off and times: nobody can tell which.
            self.line.failed.get_or_insert(What::NotUnderstood);
        }
        self.begin();
        self.line.open = std::mem::take(&mut self.entry.days);
    }
}

/// The days from one on.
pub(super) fn plus(date: NaiveDate, days: u16) -> Option<NaiveDate> {
    date.checked_add_days(Days::new(u64::from(days)))
}
