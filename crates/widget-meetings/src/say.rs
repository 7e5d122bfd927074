//! Dates, times, reasons and rhythms in words.
//!
//! Knows no markup. Names of days and months are sentences of this widget, because Chromium has no
//! Welsh dates (seen in version 156).

use chrono::{Datelike, Duration, NaiveDate, NaiveDateTime, NaiveTime, Timelike, Weekday};
use swansfeet_meetings::find::{Date, Reason};
use swansfeet_meetings::phrase::{Day, Shape, shape};
use swansfeet_meetings::{AccessNeed, Attend, Meeting, Schedule};
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

/// `Tuesday 3 March`.
#[inline(never)]
pub(crate) fn day(words: &Words, date: NaiveDate) -> String {
    let month = keyed(words, "month-", &date.month().to_string());
    msg::DayOfMonth {
        weekday: Value::Text(weekday(words, date.weekday())),
        day: plain(date.day()),
        month: Value::Text(month.unwrap_or_default()),
    }
    .say(words)
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

/// `7.30pm to 9pm`.
#[inline(never)]
pub(crate) fn hours(words: &Words, start: NaiveDateTime, minutes: u32) -> String {
    let from = time(words, start.time());
    if minutes == 0 {
        return from;
    }
    let to = start + Duration::minutes(i64::from(minutes));
    let (from, to) = (Value::Text(from), Value::Text(time(words, to.time())));
    msg::TimeTo { from, to }.say(words)
}

/// `Tuesday 3 March, 7.30pm to 9pm`, on the clock of its place.
#[inline(never)]
pub(crate) fn when(words: &Words, date: &Date) -> String {
    let start = date.occurrence.start;
    msg::When {
        day: Value::Text(day(words, start.date())),
        time: Value::Text(hours(words, start, date.occurrence.minutes)),
    }
    .say(words)
}

/// What the reader's own clock shows then, if that differs from the clock of the place: `8.30pm
/// where you are`.
#[inline(never)]
pub(crate) fn elsewhere(words: &Words, date: &Date) -> Option<String> {
    let (there, here) = (date.occurrence.start, date.local);
    if there == here {
        return None;
    }
    let mut text = time(words, here.time());
    if there.date() != here.date() {
        let (day, time) = (Value::Text(day(words, here.date())), Value::Text(text));
        text = msg::When { day, time }.say(words);
    }
    let time = Value::Text(text);
    Some(msg::WhenAlso { time }.say(words))
}

/// `Every week on Tuesday and Thursday`; nothing for a single date.
#[inline(never)]
pub(crate) fn rhythm(words: &Words, schedule: &Schedule) -> Option<String> {
    Some(match shape(schedule) {
        Shape::Once => return None,
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

/// Why a meeting stands where it stands: `Fits your shifts`.
#[inline(never)]
pub(crate) fn reason(words: &Words, reason: &Reason) -> Option<String> {
    let minutes = |minutes: u16| Value::from(u32::from(minutes));
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
            day: Value::Text(day(words, start.date())),
        }
        .say(words),
        Reason::Miles(miles, false) => msg::ReasonMiles {
            miles: plain(*miles),
        }
        .say(words),
        Reason::Miles(miles, true) => msg::ReasonMilesRough {
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
        Reason::Alike | Reason::Fits | Reason::FitsOnline | Reason::Now => {
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
    for name in languages.chain(roles).chain(needs) {
        all.push(' ');
        all.push_str(&name);
    }
    all
}

/// A sentence without blanks.
pub(crate) fn text(words: &Words, message: Msg) -> yew::AttrValue {
    words.get(message).into()
}
