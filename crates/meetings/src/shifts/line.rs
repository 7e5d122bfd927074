//! One line of shifts: which days, which times, what cannot be read. Knows nothing of the lines
//! around it.

mod days;
mod half;

use chrono::{Datelike, Days, NaiveDate};

use super::What;
use super::clock::{self, Half, Times};
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

impl Which {
    fn weekday(self) -> Option<u16> {
        match self {
            Which::Weekday(day) => Some(day),
            Which::Date(date) => Some(date.weekday() as u16),
            Which::Round(_) => None,
        }
    }
}

impl Entry {
    /// Whether it says what happens.
    pub(super) fn says(&self) -> bool {
        self.off || !self.times.is_empty()
    }

    /// Whether some times begin before those in front of them are over. `Mon 10pm-7am, 7am-3pm`: nobody can
    /// tell whether that is Monday or Tuesday.
    pub(super) fn overlaps(&self) -> bool {
        let after = |pair: &[Times]| pair[0].from + pair[0].minutes <= pair[1].from;
        !self.times.windows(2).all(after)
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
    /// What a word at its head says about all of its bare times, or one above it.
    pub(super) half: Option<Half>,
    pub(super) notes: Vec<What>,
    /// It is of a week that is not understood, and so is what stands below it.
    pub(super) lost: bool,
    /// Why nothing of the line counts.
    pub(super) failed: Option<What>,
}

impl Line {
    /// Whether it holds nothing but a word about the times below: `Nights:`.
    pub(super) fn is_heading(&self) -> bool {
        let empty = self.entries.is_empty() && self.open.is_empty() && self.failed.is_none();
        empty && self.words > 0 && self.half.is_some()
    }

    /// Gives the days of the line above to the first times, and says whether they fit. In a table, each
    /// has its own: `Mon Tue` above `7am-3pm 2pm-10pm`.
    pub(super) fn below(&mut self, days: &[Which], text: &str) -> bool {
        let first = &mut self.entries[0];
        if days.len() < 2 || first.times.len() < 2 && !text.contains('\t') {
            first.days = days.to_vec();
            return true;
        }
        let times = first.times.clone();
        // Without columns, two in a row may be of one day; and bare times were read as if each were after
        // the one before it, so they tell nothing.
        let apart = text.contains('\t') || self.entries[0].overlaps();
        let fits = apart && times.len() == days.len() && !times.iter().any(|times| times.either);
        if fits {
            let own = days.iter().zip(times).map(|(day, times)| Entry {
                days: vec![*day],
                times: vec![times],
                ..Entry::default()
            });
            self.entries.splice(..1, own);
        }
        fits
    }
}

/// More days in one line than these are a mistake.
const MOST_DAYS: usize = 62;

/// They turn a sentence round: the times in it may not be worked.
const TURNING: &str = "not except unless alternate alternating other fortnightly fortnight if or \
                       cancelled swapped maybe sometimes some first second third last month \
                       monthly biweekly t cannot cant dont never unavailable alternative alternately alt \
                       eow bi one two three four fourth fifth now changed moved canceled given longer \
                       instead";
const WEEK: &str = "week wk weeks";
/// Which week: there is no telling what these are of.
const WHICH: &str = "this next last odd even long short only i ii iii iv";
/// They say nothing.
const SILENT: &str = "and then the on at of shift shifts duty duties working work every annual";
/// They say that nothing is worked.
const OFF: &str = "off rest free leave holiday none al";

/// Reads a line; `half` is what a line above it says about bare times.
pub(super) fn read(text: &str, today: NaiveDate, half: Option<Half>) -> Line {
    let tokens = lex::tokens(text);
    let mut parser = Parser {
        pieces: Pieces {
            tokens: &tokens,
            today,
        },
        at: 0,
        entry: Entry::default(),
        joined: false,
        next: None,
        parted: false,
        said: false,
        worded: false,
        fresh: None,
        line: Line {
            codes: true,
            half,
            ..Line::default()
        },
    };
    while parser.at < tokens.len() && parser.line.failed.is_none() {
        parser.step();
    }
    parser.begin();
    let mut line = parser.line;
    line.open = parser.entry.days;
    if line.open.is_empty()
        && line
            .entries
            .last()
            .is_some_and(|last| last.week != line.week)
    {
        // `week 1: Mon 7am-3pm, Tue 7am-3pm (week 2)`
        line.failed.get_or_insert(What::NotUnderstood);
    }
    let of_week = |token: &Token| matches!(token, Token::Word(word) if among(word, WEEK).is_some());
    let headed = line.week.is_some() || line.commencing.is_some();
    let says = headed || !line.open.is_empty() || !line.entries.is_empty();
    line.lost = line.failed.is_some() && !says && tokens.iter().any(of_week);
    line
}

struct Parser<'a> {
    pieces: Pieces<'a>,
    at: usize,
    entry: Entry,
    /// The last thing was a dash, or `to`.
    joined: bool,
    /// What a word has said about the next times.
    next: Option<Half>,
    /// A comma, or `and`, stands behind what happens on the days.
    parted: bool,
    /// A word that is not known stands here: `no nights`, `evening class`. Nobody can tell what it makes of
    /// the words around it.
    said: bool,
    /// Words stand behind the last day.
    worded: bool,
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
        let blank = self.pieces.get(self.at + 1) == Some(&Token::Comma);
        match token {
            Token::Word(word) => self.word(word, joined),
            Token::Number(number) => self.number(*number),
            Token::Bad => self.line.failed = Some(What::NotUnderstood),
            Token::Dash => {
                self.joined = true;
                // `Mon -, Tue 7-3`: a stroke in place of times.
                self.worded |= blank;
                self.at += 1;
            }
            // `Monday, 2 March`
            Token::Mark | Token::Comma if self.pieces.date_at(self.at + 1, fresh).is_some() => {
                (self.fresh, self.joined) = (fresh, joined);
                self.at += 1;
            }
            _ => {
                // `Mon 8hrs, Tue 7am-3pm`, `Mon: , Tue 7am-3pm`
                self.worded |= *token == Token::Amount || *token != Token::Comma && blank;
                self.parted |= *token == Token::Comma;
                self.at += 1;
            }
        }
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
            self.joint();
        } else if is(WEEK) {
            self.week();
        } else if self.at == 1
            && self.pieces.is_word(1, "week")
            && self.pieces.which_week(0).is_some()
        {
            // `A week: ..`
            self.named_week(0);
        } else if is("day days") && self.round_days() {
        } else if is("commencing beginning wc") {
            if let Some(date) = self.date_after() {
                self.line.commencing = Some(date);
                self.other_days();
            }
        } else if is("starting starts start from") {
            self.starting();
        } else if is(OFF) {
            self.entry.off = true;
            self.next = None;
        } else if word == "not" && self.pieces.is_word(self.at, "working") {
            self.entry.off = true;
            self.at += 1;
        } else if is(TURNING) || day::month(word).is_some() {
            self.line.failed = Some(What::NotUnderstood);
        } else if is("noon midday midnight") {
            self.at -= 1;
            self.times();
        } else if is("and then") {
            self.parted = true;
        } else if !is(SILENT) {
            self.kind(word);
        }
    }

    fn week(&mut self) {
        let is_which = |at| match self.pieces.get(at) {
            Some(Token::Word(word)) => among(word, WHICH).is_some(),
            _ => false,
        };
        if self.pieces.which_week(self.at).is_some() {
            self.named_week(self.at);
        } else if is_which(self.at) || self.at > 1 && is_which(self.at - 2) {
            self.line.failed = Some(What::NotUnderstood);
        }
    }

    fn named_week(&mut self, at: usize) {
        self.at += 1;
        self.begin();
        if !self.entry.days.is_empty() {
            self.line.failed = Some(What::NoTimes);
        } else if self.line.week.is_none() && !self.line.entries.is_empty() {
            // `Mon 7am-3pm (week 1)`
            self.line.failed = Some(What::NotUnderstood);
            return;
        }
        self.line.week = self.pieces.which_week(at);
        self.other_days();
        self.first_day();
    }

    /// What was said above, or of other weeks, is not said of the days that follow.
    fn other_days(&mut self) {
        if self.line.words == 0 || !self.line.entries.is_empty() {
            self.line.half = None;
        }
    }

    fn number(&mut self, number: Number) {
        let unit = match self.pieces.get(self.at + 1) {
            Some(Token::Word(word)) => word.as_str(),
            _ => "",
        };
        if number.afternoon.is_none() && lex::is_unit(unit) {
            self.at += 2;
            self.worded = true;
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
            Some(off)
                if (1..=60).contains(&on) && (1..=60).contains(&off) && self.line.round == 0 =>
            {
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
        // `Tue 01.12 07:00` may be a date.
        let dated = from.minute.is_some_and(|minute| (1..=12).contains(&minute));
        let until = self
            .pieces
            .time_at(at)
            .filter(|(until, _)| joint || clear(&from) && clear(until) && !dated);
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
        if let Some(half) = self.next.take().or(self.line.half) {
            times.settle(half);
        }
        let ended = times.is_overnight().then(|| self.ended(at)).flatten();
        self.at = ended.unwrap_or(at);
        self.parted = false;
        self.said = false;
        self.entry.times.push(times);
    }

    /// A day is named: what was said before is about other days.
    fn begin(&mut self) {
        let entry = &self.entry;
        let times = &entry.times;
        if self.worded && !entry.says() && !entry.days.is_empty() {
            // `Mon E, Tue 7-3`: Monday has no times.
            self.line.failed.get_or_insert(match self.line.codes {
                true => What::Code,
                false => What::NotUnderstood,
            });
        }
        if entry.off && !times.is_empty() {
            // Both off and times: nobody can tell which.
            self.line.failed.get_or_insert(What::NotUnderstood);
        }
        if times.iter().any(|times| times.either || times.guessed) {
            self.line.notes.push(What::EitherHalf);
        }
        if times.iter().any(|times| times.minutes > 960) {
            self.line.notes.push(What::Long);
        }
        if entry.says() {
            let mut entry = std::mem::take(&mut self.entry);
            entry.week = self.line.week;
            self.line.entries.push(entry);
        }
        self.parted = false;
        self.said = false;
        self.worded = false;
    }

    fn push(&mut self, day: Which) {
        if self.entry.days.len() >= MOST_DAYS.max(usize::from(self.line.round)) {
            self.line.failed = Some(What::TooMuch);
        } else if !self.entry.days.contains(&day) {
            self.entry.days.push(day);
        }
    }
}

/// The days from one on.
pub(super) fn plus(date: NaiveDate, days: u16) -> Option<NaiveDate> {
    date.checked_add_days(Days::new(u64::from(days)))
}
