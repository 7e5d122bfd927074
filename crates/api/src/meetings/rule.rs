//! Recurrence rules to be expanded, in JSON: the fixed form of `swansfeet meetings rule`.
//!
//! In: `{"id", "rule", "start", "zone", "exdates", "rdates", "limit", "until"}`. Out: `{"id",
//! "occurrences", "utc", "bounded"}`. Knows no rule of its own and no language: dates are
//! `swansfeet_meetings`', the very ones that the widget and the hub show.

mod moment;
mod zones;

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::value::RawValue;
use swansfeet_meetings::recur::{Budget, Rule, RuleError};
use swansfeet_meetings::zone::{Iana, Steady, to_utc, to_wall};
use swansfeet_meetings::{Occurrence, Schedule};

pub use self::moment::Moment;
use self::zones::known_zone;

use crate::read::{At, Node, Read, ReadError, ReadFault, Whole, wire};

/// The most dates that one line may ask for.
pub const MOST: u16 = 10_000;
/// How many are given where a line does not say.
pub const USUAL: u16 = 20;
/// How many more than [`USUAL`] all lines of a run may take together. One more for each byte of a line
/// comes to that, also from lines that do not need it.
const SHARED: u64 = 700_000;
/// Steps of looking for dates that each line brings, and that all share.
const STEPS: u32 = 4_000;
const SHARED_STEPS: u64 = 12_000_000;

wire! {
    /// A rule, and what is asked of it. Times are as `2026-03-03T19:30:00`, on the zone's clock, or
    /// with `Z` or an offset, which make them instants.
    pub struct Asked {
        /// Given back with the answer.
        pub id: Option<Scalar>,
        /// The RRULE, with or without its name.
        pub rule: Given,
        /// The first start. A day alone begins at midnight.
        pub start: Given,
        /// An IANA name, or Outlook's; absent or null: floating time.
        pub zone: Option<Given>,
        /// Starts that are left out. A day alone leaves out the start on that day.
        pub exdates: Vec<Given>,
        /// Further starts. A day alone is that day at the time of `start`.
        pub rdates: Vec<Given>,
        /// How many dates at most, up to 10,000; absent or null: 20.
        pub limit: Option<Whole>,
        /// No date after this one. A day alone counts to its end.
        pub until: Option<Given>,
    }
}

/// Text in quotation marks.
#[derive(Clone, Debug, JsonSchema)]
#[schemars(transparent)]
pub struct Given(pub String);

impl Read for Given {
    fn read(node: Node<'_>, at: &At<'_>) -> Result<Self, ReadError> {
        node.string()
            .map(Given)
            .ok_or_else(|| at.fault(ReadFault::NotText))
    }
}

/// Text, a number, true or false; given back as it came.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[serde(transparent)]
pub struct Scalar(#[schemars(with = "serde_json::Value")] Box<RawValue>);

impl Read for Scalar {
    fn read(node: Node<'_>, at: &At<'_>) -> Result<Self, ReadError> {
        let text = node.text();
        if text.starts_with(['[', '{']) {
            return Err(at.fault(ReadFault::NotId));
        }
        let raw = RawValue::from_string(text.to_owned());
        raw.map(Scalar).map_err(|_| at.fault(ReadFault::NotId))
    }
}

/// Finds the id in a line, however wrong the rest of it is. In a line that is no JSON, it can be told
/// where it comes first.
#[must_use]
pub fn id_in(line: &str) -> Option<Scalar> {
    if let Ok(node) = Node::parse(line) {
        return Scalar::read(node.get("id")?, &At::Top).ok();
    }
    let rest = line.trim_start().strip_prefix('{')?;
    let rest = rest.trim_start().strip_prefix("\"id\"")?;
    let rest = rest.trim_start().strip_prefix(':')?.trim_start();
    let text = rest.starts_with('"');
    let end = match text {
        true => 1 + closing_quote(&rest[1..])? + 1,
        false => rest.find(',')?,
    };
    let node = Node::parse(rest.get(..end)?.trim_end()).ok()?;
    Scalar::read(node, &At::Top).ok()
}

/// Where a string ends that has begun.
fn closing_quote(text: &str) -> Option<usize> {
    let mut escaped = false;
    text.bytes().position(|byte| {
        let ends = byte == b'"' && !escaped;
        escaped = byte == b'\\' && !escaped;
        ends
    })
}

/// The dates of a rule.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Answer {
    /// As it came.
    pub id: Option<Scalar>,
    /// What the clocks of the zone show, in the order of the instants. A start in an hour that the
    /// clocks skip has moved on.
    pub occurrences: Vec<Moment>,
    /// The same instants in UTC; empty for floating time, which has none.
    pub utc: Vec<Moment>,
    /// Whether it ended because a bound was reached, so that more dates may follow.
    pub bounded: bool,
}

/// What the lines of one run share, so that a megabyte of lines that each ask for the most is soon
/// answered. Whoever asks for hundreds of dates a line does not notice.
#[derive(Debug)]
pub struct Run {
    steps: Budget,
    dates: u64,
}

impl Default for Run {
    fn default() -> Self {
        Run::sharing(SHARED)
    }
}

impl Run {
    /// With so many dates for all.
    #[must_use]
    pub const fn sharing(dates: u64) -> Run {
        Run {
            steps: Budget::new(SHARED_STEPS),
            dates,
        }
    }
}

/// What cannot be right about a rule, with its field.
#[derive(Debug, PartialEq, Eq)]
pub struct Wrong {
    /// `rule`, `exdates[2]`.
    pub field: String,
    /// What is wrong.
    pub what: What,
}

/// What cannot be right about a field.
#[derive(Debug, PartialEq, Eq)]
pub enum What {
    /// The rule.
    Rule(RuleError),
    /// No time and no day.
    NotATime,
    /// No zone of this name.
    Zone {
        /// As it was given, at most 60 characters.
        given: String,
        /// The one that was likely meant.
        nearest: Option<&'static str>,
    },
    /// More dates than [`MOST`].
    TooMany,
}

impl What {
    /// The key of the sentence, and its arguments.
    #[must_use]
    pub fn key(&self) -> (&'static str, Vec<(&'static str, String)>) {
        match self {
            What::Rule(error) => {
                let argument = error.argument().to_owned();
                let arguments = vec![("part", error.part.clone()), ("value", argument)];
                (error.fault.key(), arguments)
            }
            What::NotATime => ("error-rule-not-a-time", Vec::new()),
            What::Zone { given, nearest } => match nearest {
                Some(nearest) => (
                    "error-zone-nearest",
                    vec![("zone", given.clone()), ("nearest", (*nearest).to_owned())],
                ),
                None => ("error-zone", vec![("zone", given.clone())]),
            },
            What::TooMany => ("error-rule-too-many", vec![("most", MOST.to_string())]),
        }
    }
}

impl Asked {
    /// Reads a line of JSON.
    ///
    /// # Errors
    /// The first fault, with its field.
    pub fn from_json(line: &str) -> Result<Asked, ReadError> {
        Asked::read(Node::parse(line)?, &At::Top)
    }

    /// Expands the rule. `length` is the line's, in bytes: who writes more may ask for more.
    ///
    /// # Errors
    /// The first thing that cannot be right, with its field.
    pub fn answer(self, run: &mut Run, length: usize) -> Result<Answer, Wrong> {
        let wrong = |field: &str, what| Wrong {
            field: field.to_owned(),
            what,
        };
        let limit = self.limit.map_or(USUAL, |limit| limit.0);
        if limit > MOST {
            return Err(wrong("limit", What::TooMany));
        }
        let until = match &self.until {
            Some(Given(text)) => {
                Some(When::read(text).ok_or_else(|| wrong("until", What::NotATime))?)
            }
            None => None,
        };
        let schedule = self.schedule()?;
        let zone = schedule.zone.as_deref();
        let until = until.and_then(|until| until.last_instant(zone));
        let zones = Steady::new(&Iana, zone.unwrap_or_default());
        run.steps.add(STEPS);
        run.dates += u64::from(USUAL) + length as u64;
        let most = run.dates.min(limit.into());
        let mut dates = schedule.occurrences_within(&zones, None, &run.steps);
        let (mut occurrences, mut utc) = (Vec::new(), Vec::new());
        let mut bounded = most < u64::from(limit);
        while (occurrences.len() as u64) < most {
            let date = dates.next();
            let date = date.filter(|date| until.is_none_or(|until| date.utc <= until));
            let Some(Occurrence { start, utc: at, .. }) = date else {
                bounded = dates.bounded();
                break;
            };
            // Years are written with four figures.
            match start.year().max(at.year()) {
                ..0 => continue,
                0..10_000 => {}
                _ => {
                    bounded = true;
                    break;
                }
            }
            occurrences.push(Moment::on_the_wall(start));
            if zone.is_some() {
                utc.push(Moment::in_utc(at));
            }
        }
        run.dates -= occurrences.len() as u64;
        Ok(Answer {
            id: self.id,
            occurrences,
            utc,
            bounded,
        })
    }

    fn schedule(&self) -> Result<Schedule, Wrong> {
        let wrong = |field: String, what| Wrong { field, what };
        let rule = Rule::parse(&self.rule.0);
        let rule = rule.map_err(|error| wrong("rule".to_owned(), What::Rule(error)))?;
        let zone = self.zone.as_ref().map(|zone| known_zone(&zone.0));
        let mut zone = zone
            .transpose()
            .map_err(|what| wrong("zone".to_owned(), what))?;
        let not_a_time = |field| wrong(field, What::NotATime);
        let start = When::read(&self.start.0).ok_or_else(|| not_a_time("start".to_owned()))?;
        // An instant without a zone is on no clock but UTC's.
        if matches!(start, When::Utc(_)) {
            zone = zone.or(Some("UTC"));
        }
        let start = start.on_the_wall(zone, NaiveTime::MIN);
        rule.check(start)
            .map_err(|error| wrong("rule".to_owned(), What::Rule(error)))?;
        let all = |name: &str, list: &[Given]| {
            let times = list.iter().enumerate().map(|(i, Given(text))| {
                let when = When::read(text).ok_or_else(|| not_a_time(format!("{name}[{i}]")))?;
                Ok(when.on_the_wall(zone, start.time()))
            });
            times.collect::<Result<Vec<_>, Wrong>>()
        };
        Ok(Schedule {
            start,
            minutes: 0,
            zone: zone.map(str::to_owned),
            rules: vec![rule],
            rdates: all("rdates", &self.rdates)?,
            exdates: all("exdates", &self.exdates)?,
            overrides: Vec::new(),
        })
    }
}

/// A day, a time on a clock, an instant.
#[derive(Copy, Clone, Debug)]
enum When {
    Day(NaiveDate),
    Wall(NaiveDateTime),
    Utc(NaiveDateTime),
}

impl When {
    /// `2026-03-03`, `2026-03-03T19:30`, `2026-03-03T19:30:00`, each of those with `Z` or `+01:00`,
    /// and the same without dashes and colons, as calendars write them.
    fn read(text: &str) -> Option<When> {
        let text = text.trim();
        let (date, time) = match text.find(['T', 't', ' ']) {
            Some(at) => (&text[..at], &text[at + 1..]),
            None => return day(text).map(When::Day),
        };
        let date = day(date)?;
        let end = time.find(['Z', 'z', '+', '-']).unwrap_or(time.len());
        let (time, offset) = time.split_at(end);
        let at = date.and_time(clock(time)?);
        match offset.as_bytes() {
            [] => Some(When::Wall(at)),
            [b'Z' | b'z'] => Some(When::Utc(at)),
            [sign, ..] => {
                let east = clock(&offset[1..])?.signed_duration_since(NaiveTime::MIN);
                let east = if *sign == b'-' { -east } else { east };
                at.checked_sub_signed(east).map(When::Utc)
            }
        }
    }

    fn on_the_wall(self, zone: Option<&str>, time: NaiveTime) -> NaiveDateTime {
        match self {
            When::Day(day) => day.and_time(time),
            When::Wall(at) => at,
            When::Utc(at) => zone.and_then(|zone| to_wall(&Iana, zone, at)).unwrap_or(at),
        }
    }

    /// The last instant that is not after it; for floating time the last figures.
    fn last_instant(self, zone: Option<&str>) -> Option<NaiveDateTime> {
        let wall = match self {
            When::Utc(at) => return Some(at),
            When::Wall(at) => at,
            When::Day(day) => day.and_time(NaiveTime::MIN) + TimeDelta::seconds(86_399),
        };
        match zone {
            Some(zone) => to_utc(&Iana, zone, wall).map(|at| at.utc),
            None => Some(wall),
        }
    }
}

/// Figures at the places of a pattern, where `0` is one: nothing else fits.
fn figures<const N: usize>(text: &str, pattern: &str, at: [usize; N]) -> Option<[u32; N]> {
    let fits = text.len() == pattern.len()
        && text
            .bytes()
            .zip(pattern.bytes())
            .all(|(byte, wanted)| match wanted {
                b'0' => byte.is_ascii_digit(),
                _ => byte == wanted,
            });
    if !fits {
        return None;
    }
    let two = |at: usize| text.get(at..at + 2)?.parse().ok();
    let mut numbers = [0; N];
    for (number, at) in numbers.iter_mut().zip(at) {
        *number = two(at)?;
    }
    Some(numbers)
}

fn day(text: &str) -> Option<NaiveDate> {
    let [century, year, month, day] = figures(text, "0000-00-00", [0, 2, 5, 8])
        .or_else(|| figures(text, "00000000", [0, 2, 4, 6]))?;
    let year = i32::try_from(century * 100 + year).ok()?;
    NaiveDate::from_ymd_opt(year, month, day)
}

fn clock(text: &str) -> Option<NaiveTime> {
    // Some programs write fractions of a second.
    let text = text.split_once('.').map_or(text, |(whole, _)| whole);
    let [hour, minute, second] = figures(text, "00:00:00", [0, 3, 6])
        .or_else(|| figures(text, "000000", [0, 2, 4]))
        .or_else(|| figures(text, "00:00", [0, 3]).map(|[hour, minute]| [hour, minute, 0]))
        .or_else(|| figures(text, "0000", [0, 2]).map(|[hour, minute]| [hour, minute, 0]))?;
    NaiveTime::from_hms_opt(hour, minute, second)
}
