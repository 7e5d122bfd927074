//! One line of shifts: which days, which times, what cannot be read. Knows nothing of the lines
//! around it.

use chrono::{Days, NaiveDate};

use super::What;
use super::clock::{self, Times};
use super::day;
use super::lex::{self, Number, Token};

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
    /// `week 2`, from 0.
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

pub(super) fn read(text: &str, today: NaiveDate) -> Line {
    let tokens = lex::tokens(text);
    let mut parser = Parser {
        tokens: &tokens,
        at: 0,
        today,
        entry: Entry::default(),
        joined: false,
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

struct Parser<'a> {
    tokens: &'a [Token],
    at: usize,
    today: NaiveDate,
    entry: Entry,
    /// The last thing was a dash, or `to`.
    joined: bool,
    /// The last thing was this weekday.
    fresh: Option<u16>,
    line: Line,
}

impl Parser<'_> {
    fn step(&mut self) {
        let joined = std::mem::take(&mut self.joined);
        let fresh = self.fresh.take();
        let Some(token) = self.tokens.get(self.at) else {
            return;
        };
        if let Some((date, after)) = self.date_at(self.at, fresh) {
            self.at = after;
            match date {
                Some(date) => self.on_date(date, joined, fresh),
                None => self.line.failed = Some(What::NoSuchDate),
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
            Token::Mark => {
                self.fresh = fresh;
                self.at += 1;
            }
            _ => self.at += 1,
        }
    }

    /// A date that begins there, and where it ends; without a date, one that does not exist.
    fn date_at(&mut self, at: usize, weekday: Option<u16>) -> Option<(Option<NaiveDate>, usize)> {
        let get = |at: usize| self.tokens.get(at);
        let month = |at: usize| match get(at) {
            Some(Token::Word(word)) => day::month(word),
            _ => None,
        };
        let (number, month, mut after) = match get(at)? {
            Token::Date(date) => return Some((*date, at + 1)),
            Token::DayMonth(day, month) => {
                self.line.notes.push(What::Year);
                return Some((day::nearest(*day, *month, weekday, self.today), at + 1));
            }
            Token::Number(number) if number.minute.is_none() && number.afternoon.is_none() => {
                let of = usize::from(get(at + 1) == Some(&Token::Word("of".to_owned())));
                (number.value, month(at + 1 + of)?, at + 2 + of)
            }
            Token::Word(word) => match (day::month(word)?, get(at + 1)?) {
                (month, Token::Number(number))
                    if number.minute.is_none() && number.afternoon.is_none() =>
                {
                    (number.value, month, at + 2)
                }
                _ => return None,
            },
            _ => return None,
        };
        let comma = usize::from(get(after) == Some(&Token::Comma));
        if let Some(Token::Number(year)) = get(after + comma)
            && let Some(year) = year.figures.filter(|year| (2_000..2_100).contains(year))
            && !self.is_time(after + comma)
        {
            return Some((lex::date(year, month, number), after + comma + 1));
        }
        if get(after) == Some(&Token::Mark) {
            after += 1;
        }
        self.line.notes.push(What::Year);
        Some((day::nearest(number, month, weekday, self.today), after))
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
        if let Some(days) = day::weekdays(word) {
            self.begin();
            return days.for_each(|day| self.push(Which::Weekday(day)));
        }
        match word {
            "to" | "til" | "till" | "until" => self.joined = true,
            "and" | "from" | "the" | "on" | "at" | "of" | "shift" | "shifts" | "working"
            | "work" | "day" | "days" | "every" | "then" | "week" | "wk" | "weeks" | "starting"
            | "starts" | "start" | "commencing" | "beginning" | "wc" => self.keyword(word),
            "off" | "rest" | "free" | "leave" | "holiday" | "none" | "al" => {
                self.entry.off = true;
            }
            "annual" => {}
            "not" if self.is_word(self.at, "working") => {
                self.entry.off = true;
                self.at += 1;
            }
            // These turn a sentence round; the times in it may not be worked.
            "not" | "except" | "unless" | "alternate" | "alternating" | "other" | "fortnightly"
            | "fortnight" | "if" | "or" | "cancelled" | "swapped" | "maybe" | "sometimes" => {
                self.line.failed = Some(What::NotUnderstood);
            }
            "noon" | "midday" | "midnight" => {
                self.at -= 1;
                self.times();
            }
            _ if day::month(word).is_some() => self.line.failed = Some(What::NotUnderstood),
            _ => {
                self.line.words += 1;
                self.line.codes &= word.len() <= 3
                    || matches!(
                        word,
                        "early"
                            | "late"
                            | "night"
                            | "nights"
                            | "long"
                            | "twilight"
                            | "earlies"
                            | "lates"
                            | "sleep"
                            | "waking"
                    );
            }
        }
    }

    fn keyword(&mut self, word: &str) {
        match word {
            "week" | "wk" | "weeks" => {
                if let Some(week) = self.which_week() {
                    self.at += 1;
                    self.begin();
                    self.line.week = Some(week);
                }
            }
            "day" | "days" => self.round_days(),
            "every" if self.is_word(self.at, "day") => {
                self.at += 1;
                self.begin();
                (0..7).for_each(|day| self.push(Which::Weekday(day)));
            }
            "commencing" | "beginning" | "wc" => {
                if let Some(date) = self.date_after() {
                    self.line.commencing = Some(date);
                }
            }
            "starting" | "starts" | "start" | "from" => {
                if let Some(date) = self.date_after() {
                    self.line.first = Some(date);
                }
            }
            _ => {}
        }
    }

    /// `2` or `b`.
    fn which_week(&self) -> Option<u16> {
        match self.tokens.get(self.at)? {
            Token::Number(number) => plain(number).filter(|week| (1..=52).contains(week)),
            Token::Word(word) => match word.as_bytes() {
                [letter @ b'a'..=b'h'] => Some(u16::from(letter - b'a' + 1)),
                _ => None,
            },
            _ => None,
        }
        .map(|week| week - 1)
    }

    /// `day 3`, `days 1-4`, `days 1 to 4`.
    fn round_days(&mut self) {
        let plain_at = |at: usize| match self.tokens.get(at) {
            Some(Token::Number(number)) => plain(number).filter(|day| (1..=366).contains(day)),
            _ => None,
        };
        let Some(first) = plain_at(self.at) else {
            return;
        };
        let mut after = self.at + 1;
        let mut last = first;
        // `day 1 7-3`: a colon or a comma would be clearer, and is not always there.
        if self.is_joint(after)
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
        while let Some(Token::Mark) = self.tokens.get(at) {
            at += 1;
        }
        let weekday = match self.tokens.get(at) {
            Some(Token::Word(word)) => day::weekday(word),
            _ => None,
        };
        let (date, after) = self.date_at(at + usize::from(weekday.is_some()), weekday)?;
        self.at = after;
        if date.is_none() {
            self.line.failed = Some(What::NoSuchDate);
        }
        date
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
        let unit = match self.tokens.get(self.at + 1) {
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
            self.tokens.get(at),
            Some(Token::Comma | Token::Mark | Token::Dash)
        ) || self.is_word(at, "and")
        {
            at += 1;
        }
        let off = match self.tokens.get(at) {
            Some(Token::Number(number)) if self.is_word(at + 1, "off") => plain(number),
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
        let Some((from, mut at)) = self.time_at(self.at) else {
            self.line.failed = Some(What::NotUnderstood);
            return;
        };
        let joint = self.is_joint(at);
        at += usize::from(joint);
        let clear = |number: &Number| number.minute.is_some() || number.afternoon.is_some();
        let until = self
            .time_at(at)
            .filter(|(until, _)| joint || clear(&from) && clear(until));
        let before = self.entry.times.last().copied();
        let Some((until, at)) = until else {
            self.line.failed = Some(What::NotUnderstood);
            return;
        };
        let Some(times) = clock::read(from, until, before) else {
            self.line.failed = Some(What::NotUnderstood);
            return;
        };
        self.at = at;
        if times.either {
            self.line.notes.push(What::EitherHalf);
        }
        if times.minutes > 960 {
            self.line.notes.push(What::Long);
        }
        self.entry.times.push(times);
    }

    /// A time that begins there, and where it ends.
    fn time_at(&self, at: usize) -> Option<(Number, usize)> {
        let twelve = |noon| Number {
            value: 12,
            minute: None,
            afternoon: Some(noon),
            of_24: false,
            ordinal: false,
            figures: None,
        };
        match self.tokens.get(at)? {
            Token::Word(word) => match word.as_str() {
                "noon" | "midday" => Some((twelve(true), at + 1)),
                "midnight" => Some((twelve(false), at + 1)),
                _ => None,
            },
            Token::Number(number) if number.afternoon.is_none() => {
                let mut number = *number;
                let marked = self.is_word(at + 1, "am") || self.is_word(at + 1, "pm");
                if marked {
                    number.afternoon = Some(self.is_word(at + 1, "pm"));
                }
                let noon = number.value == 12
                    && (self.is_word(at + 1, "noon") || self.is_word(at + 1, "midday"));
                let midnight = number.value == 12 && self.is_word(at + 1, "midnight");
                if noon || midnight {
                    number.afternoon = Some(noon);
                }
                Some((number, at + 1 + usize::from(marked || noon || midnight)))
            }
            Token::Number(number) => Some((*number, at + 1)),
            _ => None,
        }
    }

    /// `2000-0600`, which is no year.
    fn is_time(&self, at: usize) -> bool {
        self.is_joint(at + 1)
            && matches!(self.tokens.get(at + 2), Some(Token::Number(until))
                if until.minute.is_some() || until.afternoon.is_some())
    }

    fn is_word(&self, at: usize, word: &str) -> bool {
        matches!(self.tokens.get(at), Some(Token::Word(here)) if here == word)
    }

    fn is_joint(&self, at: usize) -> bool {
        match self.tokens.get(at) {
            Some(Token::Dash) => true,
            Some(Token::Word(word)) => matches!(word.as_str(), "to" | "til" | "till" | "until"),
            _ => false,
        }
    }

    /// A day is named: what was said before is about other days.
    fn begin(&mut self) {
        if self.entry.says() {
            self.line.entries.push(std::mem::take(&mut self.entry));
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

/// A number that is only that.
fn plain(number: &Number) -> Option<u16> {
    let figures = number.figures.filter(|_| number.minute.is_none())?;
    u16::try_from(figures).ok()
}

/// The days from one on.
pub(super) fn plus(date: NaiveDate, days: u16) -> Option<NaiveDate> {
    date.checked_add_days(Days::new(u64::from(days)))
}
