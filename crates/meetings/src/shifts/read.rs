//! Shifts as people type them or paste them, line after line.

use chrono::{Days, Duration, NaiveDate, NaiveTime};

use super::clock::{Half, Times};
use super::line::{self, Entry, Line, Which, plus};
use super::{Note, Reading, Shifts, Slot, Span, What, day};

/// What a rota holds at most: lines of text, and shifts.
const LINES: usize = 5_000;
const SHIFTS: usize = 5_000;

impl Shifts {
    /// Reads shifts as people type or paste them, a line at a time:
    ///
    /// - `Mon 7-3`, `Mon-Fri 9-5`, `Weds 10pm to 8am`, `Thu off`, `Sat 7.30am-2pm, 4-8pm`,
    ///   `Mon 22:00 - Tue 07:00`, `Fri 10pm-8am Sat`: every week; `Mon night 9-7` begins in the evening, and so do all
    ///   bare times behind `Nights:` in its line, or in the lines below where it stands alone;
    /// - `week 1: Mon 7-3`, `week 2`, `week B`: a rota of weeks; `day 1-4: 7am-7pm`, `4 on 4 off
    ///   7-7`: a rota of days; `starting 2 March 2026` says when it begins;
    /// - `Tue 3 March 14:00-22:00`, `03/03/2026 0700-1500` (the day first, as in the UK), and days
    ///   below `week commencing 2 March`: on those dates.
    ///
    /// A day that stands alone in its line is that of the line below; below a table's row of days,
    /// each has its own times. A day that is off does not follow what stands above it. What `7-3`
    /// means is told by a table in this module's tests: 07:00 to 15:00, with a note. `E`, `L` and
    /// `N` are not guessed, nor is `this week`. A line that is not understood is noted and the rest
    /// is kept: a shift that is missing is seen, one that is wrong is not.
    ///
    /// `today` settles years that are not written, and when a rota begins where nothing says so:
    /// with this week, or with this day ([`Shifts::starting`] sets it right).
    #[must_use]
    pub fn read(text: &str, today: NaiveDate) -> Reading {
        let mut reader = Reader {
            today,
            week: None,
            commencing: None,
            first: None,
            begun: Vec::new(),
            half: None,
            lost: false,
            kind: Kind::None,
            weeks: 1,
            round: 0,
            named: 0,
            rota: None,
            slots: Vec::new(),
            every: 0,
            spans: Vec::new(),
            off: Vec::new(),
            waiting: None,
            reading: Reading::default(),
        };
        let mut number = 0;
        for text in text.lines() {
            number += 1;
            // A line of strokes is drawn, not said.
            let said = |byte: u8| byte.is_ascii_alphanumeric() || byte >= 0x80;
            if text.bytes().any(said) {
                reader.line(number, text);
            } else {
                reader.half = None;
            }
            if number as usize > LINES || reader.is_full() {
                reader.note(number, What::TooMuch, text);
                break;
            }
        }
        reader.done()
    }
}

/// Reads the times of one day, `7-3, 4-8pm`, as minutes after midnight and lengths. For a form with
/// a field for each day. Empty, or `off`: none.
///
/// # Errors
/// What is wrong with it.
pub fn times(text: &str) -> Result<Vec<(u16, u16)>, Note> {
    let line = line::read(text, NaiveDate::default(), None);
    let error = |what| Err(note(1, what, text));
    match (line.failed, line.entries.as_slice()) {
        (Some(what), _) => error(what),
        _ if !line.open.is_empty() || line.week.is_some() => error(What::NotUnderstood),
        (_, []) if line.words > 0 && line.codes => error(What::Code),
        (_, []) if line.words > 0 => error(What::NotUnderstood),
        (_, []) => Ok(Vec::new()),
        (_, [entry]) if entry.days.is_empty() && !entry.overlaps() => {
            let times = entry.times.iter();
            Ok(times.map(|times| (times.from, times.minutes)).collect())
        }
        _ => error(What::NotUnderstood),
    }
}

/// What a pattern counts.
#[derive(Copy, Clone, PartialEq)]
enum Kind {
    None,
    Weeks,
    Days,
}

struct Reader {
    today: NaiveDate,
    /// The week of a rota that lines are about, from 0.
    week: Option<u16>,
    /// The Monday of the week that lines are about.
    commencing: Option<NaiveDate>,
    first: Option<NaiveDate>,
    /// What to say about lines with a first day, if there is no rota that begins on it.
    begun: Vec<Note>,
    /// What a line above said about bare times: until the next that does, a week, or an empty line.
    half: Option<Half>,
    /// What stands here is of a week that was not understood.
    lost: bool,
    kind: Kind,
    /// How many weeks a rota has.
    weeks: u16,
    /// How many days a rota of days has.
    round: u16,
    /// Which of them are named, a bit for each.
    named: u64,
    /// Where the rota was first spoken of.
    rota: Option<(u32, String)>,
    /// In which week (nothing: in each), on which day, at what times.
    slots: Vec<(Option<u16>, u16, Times)>,
    /// How many of these are in each week.
    every: usize,
    spans: Vec<Span>,
    off: Vec<NaiveDate>,
    /// A line with days at its end that have no times yet; without any it says a thing about the next.
    waiting: Option<(u32, Line, String)>,
    reading: Reading,
}

impl Reader {
    fn line(&mut self, number: u32, text: &str) {
        let mut line = line::read(text, self.today, self.half);
        let first = line.entries.first();
        let alone = first.is_some_and(|entry| entry.days.is_empty()) && line.failed.is_none();
        match self.waiting.take() {
            Some((_, before, _)) if before.open.is_empty() => {}
            Some((at, before, text)) if alone && line.below(&before.open, &text) => {
                self.entries(at, before, &text);
            }
            Some((at, _, text)) => self.note(at, What::NoTimes, &text),
            // `7-3 Mon`
            None if alone && line.entries.len() == 1 => {
                std::mem::swap(&mut line.entries[0].days, &mut line.open);
            }
            None => {}
        }
        let week = self.week;
        line.entries
            .iter_mut()
            .for_each(|entry| entry.week = entry.week.or(week));
        // Of a line that is left out, too, or the lines below were of another week.
        self.header(number, &line, text);
        let heading = line.is_heading();
        let headed = line.week.is_some() || line.commencing.is_some();
        if heading || headed {
            self.half = line.half.filter(|_| heading);
        }
        self.lost = line.lost || self.lost && !headed;
        let lost = (self.lost && !line.entries.is_empty()).then_some(What::NotUnderstood);
        if let Some(what) = line.failed.or_else(|| wrong(&line)).or(lost) {
            self.note(number, what, text);
        } else if heading || !line.open.is_empty() {
            self.waiting = Some((number, line, text.to_owned()));
        } else {
            self.entries(number, line, text);
        }
    }

    fn entries(&mut self, number: u32, line: Line, text: &str) {
        if self.round > 0 && line.round > 0 {
            return self.note(number, What::SecondRota, text);
        }
        let mut kind = self.kind;
        for which in line.entries.iter().flat_map(|entry| &entry.days) {
            let own = match which {
                Which::Weekday(_) if self.commencing.is_none() => Kind::Weeks,
                Which::Round(_) => Kind::Days,
                _ => continue,
            };
            if kind != Kind::None && kind != own {
                return self.note(number, What::SecondRota, text);
            }
            kind = own;
        }
        self.kind = kind;
        self.round = self.round.max(line.round);
        for what in line.notes {
            self.note(number, what, text);
        }
        for entry in &line.entries {
            self.entry(number, entry, text);
        }
    }

    fn header(&mut self, number: u32, line: &Line, text: &str) {
        if let Some(week) = line.week {
            self.week = Some(week);
            self.commencing = None;
            self.name(week);
            self.rota(number, text);
        }
        // `Week 2, commencing 9 March` says when the rota begins; alone it names a week.
        match (line.commencing, line.week) {
            (Some(date), Some(week)) => self.begins(date, week),
            (Some(date), None) => self.commencing = Some(day::monday(date)),
            (None, _) => {}
        }
        if let Some(date) = line.first {
            self.begins(date, line.week.unwrap_or(0));
            self.begun.push(note(number, What::Limits, text));
        }
    }

    fn begins(&mut self, date: NaiveDate, week: u16) {
        self.first = date.checked_sub_days(Days::new(u64::from(week) * 7));
    }

    fn rota(&mut self, number: u32, text: &str) {
        self.rota.get_or_insert_with(|| (number, text.to_owned()));
    }

    fn name(&mut self, week: u16) {
        self.weeks = self.weeks.max(week + 1);
        self.named |= 1 << week;
    }

    fn entry(&mut self, number: u32, entry: &Entry, text: &str) {
        if let Some(week) = entry.week {
            self.name(week);
        }
        for which in &entry.days {
            let day = match (*which, self.commencing) {
                (Which::Date(date), _) => {
                    self.on(date, &entry.times);
                    continue;
                }
                (Which::Weekday(day), Some(monday)) => {
                    if let Some(date) = plus(monday, day) {
                        self.on(date, &entry.times);
                    }
                    continue;
                }
                (Which::Weekday(day), None) => day,
                (Which::Round(day), _) => {
                    self.round = self.round.max(day + 1);
                    self.rota(number, text);
                    day
                }
            };
            if entry.off {
                // Off in one week and worked in each cannot be kept.
                let each = |slot: &(Option<u16>, u16, Times)| {
                    slot.0.is_none() && entry.week.is_some() && slot.1 == day
                };
                if self.slots.iter().any(each) {
                    self.note(number, What::SecondRota, text);
                }
                (self.slots).retain(|(week, own, _)| (*week, *own) != (entry.week, day));
            }
            if entry.week.is_none() {
                self.every += entry.times.len();
            }
            let slots = entry.times.iter().map(|times| (entry.week, day, *times));
            self.slots.extend(slots);
            self.understood(entry.times.len());
        }
    }

    fn on(&mut self, date: NaiveDate, times: &[Times]) {
        self.off.push(date);
        if times.is_empty() {
            self.spans.retain(|span| span.start.date() != date);
        }
        for times in times {
            let midnight = date.and_time(NaiveTime::MIN);
            let start = midnight + Duration::minutes(i64::from(times.from));
            let end = start + Duration::minutes(i64::from(times.minutes));
            self.spans.push(Span { start, end });
        }
        self.understood(times.len());
    }

    /// So many shifts, or a day off.
    fn understood(&mut self, times: usize) {
        self.reading.understood += u32::try_from(times.max(1)).unwrap_or(0);
    }

    fn is_full(&self) -> bool {
        // Once for each week, as the rota has them.
        let again = self.every * usize::from(self.weeks - 1);
        self.slots.len() + again + self.spans.len() > SHIFTS
    }

    fn note(&mut self, line: u32, what: What, text: &str) {
        let notes = &mut self.reading.notes;
        let known = |note: &Note| note.what == what && (note.line == line || what == What::Year);
        if !notes.iter().any(known) {
            let at = notes.partition_point(|note| note.line <= line);
            notes.insert(at, note(line, what, text));
        }
    }

    fn done(mut self) -> Reading {
        if let Some((at, _, text)) = self.waiting.take() {
            self.note(at, What::NoTimes, &text);
        }
        let (line, text) = self.rota.take().unwrap_or_default();
        // `Week 49`, or weeks 1 and 3: nobody has told what is in the others.
        let told = self.weeks == 1 || self.named.count_ones() == u32::from(self.weeks);
        if self.kind == Kind::Weeks && !told {
            self.note(line, What::NotUnderstood, &text);
            self.kind = Kind::None;
            self.reading.understood = u32::try_from(self.off.len()).unwrap_or(0);
        }
        let round = match self.kind {
            Kind::None => 0,
            Kind::Weeks => self.weeks * 7,
            Kind::Days => self.round,
        };
        if self.first.is_none() && (self.kind == Kind::Days || round > 7) {
            self.note(line, What::FirstDay, &text);
        }
        if round == 7 && self.kind == Kind::Weeks {
            let begun = std::mem::take(&mut self.begun);
            begun
                .iter()
                .for_each(|begun| self.note(begun.line, begun.what, &begun.text));
        }
        let weeks = match self.kind {
            Kind::Weeks => self.weeks,
            _ => 1,
        };
        let mut slots = Vec::new();
        for week in 0..weeks {
            let its = |(own, ..): &&(Option<u16>, u16, Times)| {
                weeks == 1 || own.is_none_or(|own| own == week)
            };
            slots.extend(self.slots.iter().filter(its).map(|(_, day, times)| Slot {
                day: week * 7 + day,
                from: times.from,
                minutes: times.minutes,
            }));
        }
        slots.truncate(SHIFTS);
        let shifts = match round {
            0 => Shifts::default(),
            _ => Shifts::rota(round, self.first.unwrap_or(self.today), slots),
        };
        let shifts = match self.kind {
            Kind::Weeks => shifts.of_weeks(),
            _ => shifts,
        };
        self.reading.shifts = shifts.with_dates(self.spans, self.off);
        self.reading
    }
}

/// Why nothing of a line counts that could be read word by word.
fn wrong(line: &Line) -> Option<What> {
    let empty = line.entries.is_empty() && line.open.is_empty();
    let header = line.week.is_some() || line.commencing.is_some() || line.first.is_some();
    match line.entries.first() {
        Some(entry) if entry.days.is_empty() => Some(What::NoDay),
        _ if line.entries.iter().any(Entry::overlaps) => Some(What::NotUnderstood),
        _ if line.is_heading() => None,
        _ if line.entries.is_empty() && line.words > 0 && line.codes => Some(What::Code),
        _ if !line.open.is_empty() && line.words > 0 => Some(What::NotUnderstood),
        _ if empty && !header => Some(What::NotUnderstood),
        _ => None,
    }
}

fn note(line: u32, what: What, text: &str) -> Note {
    Note {
        line,
        what,
        text: text.trim().chars().take(40).collect(),
    }
}
