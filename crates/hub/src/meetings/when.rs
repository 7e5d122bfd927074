//! Dates and times as the hub's pages say them.

use chrono::{Datelike, NaiveDate, NaiveDateTime, Timelike};
use swansfeet_meetings::{Change, Occurrence, Schedule, zone};
use swansfeet_words::Words;

use super::{ZONES, board::HERE};
use crate::words::msg;

/// `Tuesday 3 March 2026, 7.30pm to 8.30pm`, with the place of the clock where it is another.
pub(super) fn date(words: &Words, schedule: &Schedule, date: &Occurrence) -> String {
    let when = span(words, date.start, date.minutes);
    let zone = schedule.zone.as_deref();
    let same =
        |zone: &str| zone::to_wall(&ZONES, HERE, date.utc) == Some(date.start) || zone == HERE;
    match zone.filter(|zone| !same(zone)) {
        None => when,
        Some(zone) => msg::MeetingDateIn {
            date: when.into(),
            // America/New_York: the place is what comes last.
            place: zone
                .rsplit('/')
                .next()
                .unwrap_or(zone)
                .replace('_', " ")
                .into(),
        }
        .say(words),
    }
}

/// The same with what is special about it.
pub(super) fn with_changes(words: &Words, schedule: &Schedule, occurrence: &Occurrence) -> String {
    let when = date(words, schedule, occurrence);
    let over = occurrence.over.and_then(|at| schedule.overrides.get(at));
    let note = over.map_or("", |over| over.note.as_str());
    let is_move = over.is_some_and(|over| matches!(over.change, Change::Moved { .. }));
    let said = match (occurrence.cancelled, is_move) {
        (true, _) => msg::MeetingDateCancelled { date: when.into() }.say(words),
        (false, true) => {
            let before = span(words, occurrence.id, 0);
            msg::MeetingDateMoved {
                date: when.into(),
                before: before.into(),
            }
            .say(words)
        }
        (false, false) => when,
    };
    match note {
        "" => said,
        note => msg::MeetingDateNote {
            date: said.into(),
            note: note.into(),
        }
        .say(words),
    }
}

fn span(words: &Words, start: NaiveDateTime, minutes: u32) -> String {
    let (day, from) = (day(words, start.date()), time(words, start));
    if minutes == 0 {
        return msg::MeetingDate {
            day: day.into(),
            from: from.into(),
        }
        .say(words);
    }
    let end = start + chrono::TimeDelta::minutes(i64::from(minutes));
    msg::MeetingDateTo {
        day: day.into(),
        from: from.into(),
        to: time(words, end).into(),
    }
    .say(words)
}

/// `Tuesday 3 March 2026`.
pub(super) fn day(words: &Words, day: NaiveDate) -> String {
    const KEYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    let key = KEYS[day.weekday().num_days_from_monday() as usize];
    let weekday = msg::keyed(&format!("weekday-{key}")).map(|key| words.get(key));
    msg::MeetingDay {
        weekday: weekday.unwrap_or_default().into(),
        date: words.date(day).into(),
    }
    .say(words)
}

/// `7.30pm`, as people in Britain write it; `19:30` in Welsh, as CLDR has it.
fn time(words: &Words, at: NaiveDateTime) -> String {
    if words.lang() == "cy" {
        return at.format("%H:%M").to_string();
    }
    let (is_evening, hour) = at.hour12();
    let half = if is_evening { "pm" } else { "am" };
    match at.minute() {
        0 => format!("{hour}{half}"),
        minute => format!("{hour}.{minute:02}{half}"),
    }
}
