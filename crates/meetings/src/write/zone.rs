//! A zone's clocks as a VTIMEZONE: London's from its law, others' from their offsets, day by day.
//! Calendars that know the zone's name use their own rules; this is for those that do not.

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

use super::fold::Sheaf;
use crate::recur::{digits, moment};
use crate::zone::Zones;

/// How many years beyond the day on which a file is made its clocks are written out, where they
/// follow no rule.
const YEARS_AHEAD: i32 = 10;
/// The most years that are written out.
const MOST_YEARS: i32 = 40;

/// A change of the clocks.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
struct Turn {
    /// What the clocks show just before, when they are changed.
    wall: NaiveDateTime,
    from: i32,
    to: i32,
}

/// Writes the clocks of a zone from the year of `from` on.
pub(super) fn write(
    out: &mut Sheaf,
    zone: &str,
    from: NaiveDateTime,
    stamp: NaiveDateTime,
    zones: &dyn Zones,
) {
    let last = stamp.year().max(from.year()) + YEARS_AHEAD;
    let first = (from.year() - 1).clamp(last - MOST_YEARS, last);
    out.line("BEGIN", "VTIMEZONE");
    out.text("TZID", zone);
    if zone == "Europe/London" {
        london(out);
    } else {
        // Where nobody knows the zone, its clocks are taken for UTC, as its dates are.
        scanned(out, zone, first, last, zones);
    }
    out.line("END", "VTIMEZONE");
}

/// Summer Time Act 1972 as amended by SI 2002/262: the last Sundays in March and October at one in
/// the morning, Greenwich mean time. So it has been since 1996.
fn london(out: &mut Sheaf) {
    let march = NaiveDate::from_ymd_opt(1996, 3, 31).unwrap_or_default();
    let october = NaiveDate::from_ymd_opt(1996, 10, 27).unwrap_or_default();
    let at = |day: NaiveDate, hour| day.and_hms_opt(hour, 0, 0).unwrap_or_default();
    let summer = Turn {
        wall: at(march, 1),
        from: 0,
        to: 3600,
    };
    let winter = Turn {
        wall: at(october, 2),
        from: 3600,
        to: 0,
    };
    observance(out, summer, "BST", true, "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU");
    observance(
        out,
        winter,
        "GMT",
        false,
        "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    );
}

fn scanned(out: &mut Sheaf, zone: &str, first: i32, last: i32, zones: &dyn Zones) {
    let day = |year| {
        NaiveDate::from_ymd_opt(year, 1, 1)
            .unwrap_or_default()
            .and_time(NaiveTime::MIN)
    };
    let offset = |utc| zones.offset(zone, utc).unwrap_or(0);
    let (begin, end) = (day(first), day(last + 1));
    let turns = turns(begin, end, &offset);
    let base = offset(begin);
    let start = Turn {
        wall: begin,
        from: base,
        to: base,
    };
    observance(
        out,
        start,
        "",
        turns.first().is_some_and(|turn| turn.to < base),
        "",
    );
    // Kinds of change of which one with a rule has been written: it stands for all later ones.
    let mut ruled: Vec<(i32, i32)> = Vec::new();
    for (at, turn) in turns.iter().enumerate() {
        if ruled.contains(&(turn.from, turn.to)) {
            continue;
        }
        let rule = rule_of(&turns[at..], turn);
        if rule.is_some() {
            ruled.push((turn.from, turn.to));
        }
        observance(
            out,
            *turn,
            "",
            turn.to > turn.from,
            &rule.unwrap_or_default(),
        );
    }
}

/// Every change of the clocks between two instants, by looking at each week.
fn turns(
    begin: NaiveDateTime,
    end: NaiveDateTime,
    offset: &dyn Fn(NaiveDateTime) -> i32,
) -> Vec<Turn> {
    let week = TimeDelta::days(7);
    let mut found = Vec::new();
    let (mut at, mut before) = (begin, offset(begin));
    while at < end {
        let next = at + week;
        let after = offset(next);
        if after != before {
            let (mut low, mut high) = (at, next);
            while high - low > TimeDelta::minutes(1) {
                let middle = low + TimeDelta::minutes((high - low).num_minutes() / 2);
                if offset(middle) == before {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            found.push(Turn {
                wall: high + TimeDelta::seconds(i64::from(before)),
                from: before,
                to: offset(high),
            });
        }
        (at, before) = (next, after);
    }
    found
}

/// The yearly rule that all later changes of that kind follow: a weekday of a month, counted from
/// its beginning or its end. At least three are needed to tell.
fn rule_of(turns: &[Turn], turn: &Turn) -> Option<String> {
    let alike: Vec<&Turn> = turns
        .iter()
        .filter(|other| (other.to, other.from) == (turn.to, turn.from))
        .collect();
    let same = |other: &&&Turn| {
        (other.wall.month(), other.wall.weekday(), other.wall.time())
            == (turn.wall.month(), turn.wall.weekday(), turn.wall.time())
    };
    let yearly = alike
        .windows(2)
        .all(|pair| pair[1].wall.year() - pair[0].wall.year() == 1);
    if alike.len() < 3 || !yearly || !alike.iter().all(|other| same(&other)) {
        return None;
    }
    let nth = |turn: &Turn| (turn.wall.day() - 1) / 7 + 1;
    let is_last = |turn: &Turn| turn.wall.month() != (turn.wall + TimeDelta::days(7)).month();
    let place = if alike.iter().all(|other| is_last(other)) {
        "-1".to_owned()
    } else if alike.iter().all(|other| nth(other) == nth(turn)) {
        nth(turn).to_string()
    } else {
        return None;
    };
    const CODES: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
    let day = CODES[turn.wall.weekday().num_days_from_monday() as usize];
    Some(
        [
            "FREQ=YEARLY;BYMONTH=",
            &turn.wall.month().to_string(),
            ";BYDAY=",
            &place,
            day,
        ]
        .concat(),
    )
}

fn observance(out: &mut Sheaf, turn: Turn, name: &str, is_summer: bool, rule: &str) {
    let kind = if is_summer { "DAYLIGHT" } else { "STANDARD" };
    out.line("BEGIN", kind);
    out.line("DTSTART", &moment(turn.wall));
    out.line("TZOFFSETFROM", &offset(turn.from));
    out.line("TZOFFSETTO", &offset(turn.to));
    if !rule.is_empty() {
        out.line("RRULE", rule);
    }
    if !name.is_empty() {
        out.line("TZNAME", name);
    }
    out.line("END", kind);
}

/// `+0100`.
fn offset(seconds: i32) -> String {
    let mut out = String::from(if seconds < 0 { "-" } else { "+" });
    let size = seconds.unsigned_abs();
    digits(&mut out, size / 3600, 2);
    digits(&mut out, size / 60 % 60, 2);
    if !size.is_multiple_of(60) {
        digits(&mut out, size % 60, 2);
    }
    out
}
