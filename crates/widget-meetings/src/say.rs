//! Dates, times, reasons and rhythms in words.
//!
//! Knows no markup. Names of days and months are sentences of this widget, because Chromium has no
//! Welsh dates (seen in version 156).

use chrono::{Datelike, Duration, NaiveDate, NaiveDateTime, NaiveTime, Timelike, Weekday};
use swansfeet_meetings::find::{Date, Found, Reason};
use swansfeet_meetings::phrase::{Day, Shape, shape};
use swansfeet_meetings::zone::{London, to_wall};
use swansfeet_meetings::{AccessNeed, Attend, Meeting, OpenTo, Schedule};
use swansfeet_words::{Msg, Value, Words};

use crate::msg;

/// A number as it is, without an `Intl` of its own.
pub(crate) fn plain(number: impl Into<u64>) -> Value {
    Value::Text(number.into().to_string())
}

#[inline(never)]
fn keyed(words: &Words, start: &str, end: &str) -> Option<String> {
    msg::keyed(&[start, end].concat()).map(|message| words.get(message))
}

pub(crate) fn weekday(words: &Words, day: Weekday) -> String {
    let number = day.number_from_monday().to_string();
    keyed(words, "day-", &number).unwrap_or_default()
}

/// From here on a day is named with its year.
const FAR: i64 = 300;

/// `Tuesday 3 March`; with the year where that is not near `today`.
#[inline(never)]
pub(crate) fn day(words: &Words, date: NaiveDate, today: NaiveDate) -> String {
    let month = keyed(words, "month-", &date.month().to_string());
    let day = msg::DayOfMonth {
        weekday: Value::Text(weekday(words, date.weekday())),
        day: plain(date.day()),
        month: Value::Text(month.unwrap_or_default()),
    }
    .say(words);
    if (date - today).num_days().abs() < FAR {
        return day;
    }
    [day.as_str(), " ", &date.year().to_string()].concat()
}

/// `7.30pm`.
#[inline(never)]
pub(crate) fn time(words: &Words, time: NaiveTime) -> String {
    let (hours, minutes) = (time.hour(), time.minute());
    let hour = plain(match hours % 12 {
        0 => 12,
        hour => hour,
    });
    let mut two = minutes.to_string();
    if minutes < 10 {
        two.insert(0, '0');
    }
    let minute = Value::Text(two);
    match (hours, minutes) {
        (0, 0) => words.get(msg::TIME_MIDNIGHT),
        (12, 0) => words.get(msg::TIME_NOON),
        (..=11, 0) => msg::TimeAmSharp { hour }.say(words),
        (_, 0) => msg::TimePmSharp { hour }.say(words),
        (..=11, _) => msg::TimeAm { hour, minute }.say(words),
        _ => msg::TimePm { hour, minute }.say(words),
    }
}

/// `7.30pm to 9pm`; with the day of the end where that is a day later or more. Where both are the same,
/// no end is known.
#[inline(never)]
pub(crate) fn hours(words: &Words, start: NaiveDateTime, end: NaiveDateTime) -> String {
    let from = time(words, start.time());
    if start == end {
        return from;
    }
    let to = if end - start < Duration::days(1) {
        time(words, end.time())
    } else {
        at(words, end, end.date())
    };
    let (from, to) = (Value::Text(from), Value::Text(to));
    msg::TimeTo { from, to }.say(words)
}

/// `Tuesday 3 March, 7.30pm`.
#[inline(never)]
fn at(words: &Words, start: NaiveDateTime, today: NaiveDate) -> String {
    msg::When {
        day: Value::Text(day(words, start.date(), today)),
        time: Value::Text(time(words, start.time())),
    }
    .say(words)
}

/// `Tuesday 3 March, 7.30pm to 9pm`, on the reader's clock.
#[inline(never)]
pub(crate) fn when(words: &Words, date: &Date, today: NaiveDate) -> String {
    msg::When {
        day: Value::Text(day(words, date.local.date(), today)),
        time: Value::Text(hours(words, date.local, date.ends)),
    }
    .say(words)
}

/// What clocks in the UK show then, if the reader's shows something else: `8.30pm in the UK`. Floating
/// time is the same on every clock.
#[inline(never)]
pub(crate) fn elsewhere(words: &Words, meeting: &Meeting, date: &Date) -> Option<String> {
    let zone = meeting.schedule.zone.as_ref().map(|_| "Europe/London")?;
    let there = to_wall(&London, zone, date.occurrence.utc)?;
    let here = date.local;
    if there == here {
        return None;
    }
    let time = Value::Text(if there.date() == here.date() {
        time(words, there.time())
    } else {
        at(words, there, here.date())
    });
    Some(msg::WhenAlso { time }.say(words))
}

/// What is said about that date alone: why it is moved or called off.
pub(crate) fn note<'a>(meeting: &'a Meeting, date: &Date) -> &'a str {
    let over = (date.occurrence.over).and_then(|at| meeting.schedule.overrides.get(at));
    over.map_or("", |over| &over.note)
}

/// `Every week on Tuesday and Thursday`; nothing for a single date. Where the reader's clock shows other
/// days than the rule has, as `next` tells, none is named.
#[inline(never)]
pub(crate) fn rhythm(words: &Words, schedule: &Schedule, next: Option<&Date>) -> Option<String> {
    let is_other = |date: &Date| date.local.date() != date.occurrence.start.date();
    Some(match shape(schedule) {
        Shape::Once => return None,
        _ if next.is_some_and(is_other) => words.get(msg::EVERY_OTHER),
        Shape::Days(1) => words.get(msg::EVERY_DAY),
        Shape::Weeks { every, weekdays } => {
            let days = (0..7_u8).filter(|day| weekdays & 1 << day != 0);
            let days = list(words, &mut days.map(|day| named(words, day)));
            let days = Value::Text(days);
            match every {
                1 => msg::EveryWeek { days }.say(words),
                2 => msg::EveryOtherWeek { days }.say(words),
                every => {
                    let n = plain(every);
                    msg::EveryNWeeks { n, days }.say(words)
                }
            }
        }
        Shape::Months { every: 1, days, .. } => {
            let mut days = days.into_iter().map(|day| of_month(words, day));
            let days = Value::Text(list(words, &mut days));
            msg::EveryMonth { days }.say(words)
        }
        Shape::Days(_) | Shape::Months { .. } | Shape::Other => words.get(msg::EVERY_OTHER),
    })
}

/// `the first Tuesday`, `day 15`, `the last day`.
#[inline(never)]
fn of_month(words: &Words, day: Day) -> String {
    match day {
        Day::Weekday(nth, day) => {
            let nth = keyed(words, "nth-", &nth.to_string()).unwrap_or_default();
            let (nth, day) = (Value::Text(nth), Value::Text(named(words, day)));
            msg::MonthNth { nth, day }.say(words)
        }
        Day::Date(-1) => words.get(msg::MONTH_LAST_DAY),
        Day::Date(day) => {
            let day = plain(day.unsigned_abs());
            msg::MonthDay { day }.say(words)
        }
    }
}

/// A day of the week by its number; 0 is Monday.
fn named(words: &Words, day: u8) -> String {
    Weekday::try_from(day).map_or_else(|_| String::new(), |day| weekday(words, day))
}

/// `Tuesday`, `Tuesday and Thursday`, `Monday, Tuesday and Thursday`.
#[inline(never)]
pub(crate) fn list(words: &Words, names: &mut dyn Iterator<Item = String>) -> String {
    let Some(mut all) = names.next() else {
        return String::new();
    };
    let Some(mut last) = names.next() else {
        return all;
    };
    for name in names {
        all.push_str(", ");
        all.push_str(&last);
        last = name;
    }
    let (first, last) = (Value::Text(all), Value::Text(last));
    msg::ListAnd { first, last }.say(words)
}

/// `Fits your shifts · 2 miles away · In Polish`.
#[inline(never)]
pub(crate) fn reasons(words: &Words, found: &Found) -> String {
    let reasons = found.reasons.iter();
    dotted(&mut reasons.filter_map(|one| reason(words, one)))
}

#[inline(never)]
pub(crate) fn dotted(parts: &mut dyn Iterator<Item = String>) -> String {
    let mut line = String::new();
    for part in parts {
        if !line.is_empty() {
            line.push_str(" · ");
        }
        line.push_str(&part);
    }
    line
}

/// Why a meeting stands where it stands: `Fits your shifts`.
#[inline(never)]
fn reason(words: &Words, reason: &Reason) -> Option<String> {
    let minutes = |minutes: u16| Value::minutes(minutes.into());
    Some(match reason {
        Reason::Late(late, _) => msg::ReasonLate {
            minutes: minutes(*late),
        }
        .say(words),
        Reason::Early(early, _) => msg::ReasonEarly {
            minutes: minutes(*early),
        }
        .say(words),
        Reason::Missed(cause) => keyed(words, "reason-missed-", cause.id())?,
        Reason::FitsLater(start) => msg::ReasonFitsLater {
            day: Value::Text(day(words, start.date(), start.date())),
        }
        .say(words),
        Reason::Miles(miles) => msg::ReasonMiles {
            miles: plain(*miles),
        }
        .say(words),
        Reason::MilesRough(miles) => msg::ReasonMilesRough {
            miles: plain(*miles),
        }
        .say(words),
        Reason::MilesWithin(miles) => msg::ReasonMilesWithin {
            miles: plain(*miles),
        }
        .say(words),
        Reason::Language(tag) => msg::ReasonLanguage {
            language: Value::Text(language(words, tag)),
        }
        .say(words),
        Reason::Role(id) => keyed(words, "role-", id)?,
        Reason::Access(need) => access(words, *need),
        // The day and the mark beside the title say these already.
        Reason::CalledOff | Reason::Online => return None,
        Reason::Alike | Reason::Fits | Reason::FitsOnline | Reason::PartOnline | Reason::Now => {
            keyed(words, reason.key(), "")?
        }
    })
}

/// A language by its name, or by its tag where we have none.
pub(crate) fn language(words: &Words, tag: &str) -> String {
    let plain = tag.split('-').next().unwrap_or(tag);
    keyed(words, "language-", plain).unwrap_or_else(|| tag.to_owned())
}

pub(crate) fn access(words: &Words, need: AccessNeed) -> String {
    keyed(words, "access-", need.id()).unwrap_or_default()
}

pub(crate) fn role(words: &Words, id: &str) -> String {
    keyed(words, "role-", id).unwrap_or_else(|| id.to_owned())
}

pub(crate) fn how(words: &Words, attend: Attend) -> String {
    keyed(words, "how-", attend.id()).unwrap_or_default()
}

/// Further words by which a meeting is found: languages and roles, as they are worded.
pub(crate) fn found_by(words: &Words, meeting: &Meeting) -> String {
    let mut all = how(words, meeting.attend);
    let languages = meeting.languages.iter().map(|tag| language(words, tag));
    let roles = meeting.roles.iter().map(|id| role(words, id));
    let needs = meeting.access.needs().map(|need| access(words, need));
    // As many call it: BSL.
    let also = (meeting.access.needs()).map(|need| need.id().to_owned());
    let women = meeting.women_only.then(|| words.get(msg::WOMEN_ONLY));
    let union = match &meeting.open_to {
        OpenTo::Union(union) => Some(union.clone()),
        OpenTo::All => None,
    };
    let rest = needs.chain(also).chain(women).chain(union);
    for name in languages.chain(roles).chain(rest) {
        all.push(' ');
        all.push_str(&name);
    }
    all
}

/// A sentence without blanks.
pub(crate) fn text(words: &Words, message: Msg) -> yew::AttrValue {
    words.get(message).into()
}
