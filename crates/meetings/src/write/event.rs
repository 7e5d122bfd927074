//! One meeting as VEVENTs.

use chrono::{NaiveDateTime, NaiveTime, TimeDelta};

use super::Sheet;
use super::fold::{Sheaf, bare, degrees};
use crate::recur::{End, Rule, day, moment, utc};
use crate::zone::{Zones, to_utc};
use crate::{Change, Meeting, Occurrence, Override, Schedule, Status};

const DAY: u32 = 24 * 60;

/// The rule of one date; read as none.
pub(crate) const ONCE: &str = "FREQ=DAILY;COUNT=1";

/// How the times of a meeting are written.
enum Clock<'a> {
    Utc,
    Floating,
    /// Whole days.
    Days,
    Zone(&'a str),
}

impl<'a> Clock<'a> {
    fn of(schedule: &'a Schedule) -> Clock<'a> {
        match schedule.zone.as_deref() {
            Some("UTC") => Clock::Utc,
            Some(zone) => Clock::Zone(zone),
            None if is_whole_days(schedule) => Clock::Days,
            None => Clock::Floating,
        }
    }

    fn line(&self, out: &mut Sheaf, name: &str, times: &[NaiveDateTime]) {
        let mut values = times.iter().map(|time| match self {
            Clock::Utc => utc(*time),
            Clock::Days => day(time.date()),
            Clock::Floating | Clock::Zone(_) => moment(*time),
        });
        let values = strung(&mut values, ",");
        match self {
            Clock::Utc | Clock::Floating => out.line(name, &values),
            Clock::Days => out.line(&[name, ";VALUE=DATE"].concat(), &values),
            Clock::Zone(zone) => out.line(&[name, ";TZID=", zone].concat(), &values),
        }
    }
}

/// A day as such was a date in the file that it came from.
fn is_whole_days(schedule: &Schedule) -> bool {
    let midnight = |time: &NaiveDateTime| time.time() == NaiveTime::MIN;
    let moved = |over: &Override| match &over.change {
        Change::Cancelled => true,
        Change::Moved { start, minutes } => {
            midnight(start) && minutes.is_none_or(|minutes| minutes % DAY == 0)
        }
    };
    schedule.minutes > 0
        && schedule.minutes.is_multiple_of(DAY)
        && midnight(&schedule.start)
        && schedule.rdates.iter().all(midnight)
        && schedule.overrides.iter().all(moved)
}

/// The zone whose rules must stand in the file.
pub(super) fn named_zone(schedule: &Schedule) -> Option<&str> {
    schedule.zone.as_deref().filter(|zone| *zone != "UTC")
}

/// A meeting with all its dates.
pub(super) fn series(out: &mut Sheaf, meeting: &Meeting, sheet: &Sheet<'_>, zones: &dyn Zones) {
    let schedule = &meeting.schedule;
    let clock = Clock::of(schedule);
    let uid = uid(&meeting.id, sheet);
    begin(out, &uid, sheet);
    let (start, exdates) = first(schedule, zones);
    times(out, &clock, start, schedule.minutes);
    for rule in &schedule.rules {
        out.line("RRULE", &rule_text(rule, &clock, zones));
    }
    if !schedule.rdates.is_empty() {
        if schedule.rules.is_empty() {
            // Without a rule, some programs show the dates of RDATE and forget DTSTART's own (ical.js
            // 2.2, and Thunderbird with it). A date that is there twice, others show twice.
            out.line("RRULE", ONCE);
        }
        clock.line(out, "RDATE", &schedule.rdates);
    }
    if !exdates.is_empty() {
        clock.line(out, "EXDATE", &exdates);
    }
    about(out, meeting, "");
    status(out, meeting.status);
    out.line("END", "VEVENT");
    for over in &schedule.overrides {
        changed(out, meeting, over, &clock, &uid, sheet);
    }
}

/// The first start as calendars understand it, and the dates to leave out. For them DTSTART is a date
/// of the series, and COUNT's first, whether or not the rule gives it; here it is not. So a single
/// rule's first date is written; where several rules do not give the start, it is left out by name.
fn first(schedule: &Schedule, zones: &dyn Zones) -> (NaiveDateTime, Vec<NaiveDateTime>) {
    let mut exdates = schedule.exdates.clone();
    let given = |rules: &[Rule]| {
        let plain = Schedule {
            rules: rules.to_vec(),
            zone: schedule.zone.clone(),
            ..Schedule::once(schedule.start, 0)
        };
        plain.occurrences(zones).next().map(|date| date.id)
    };
    match schedule.rules.as_slice() {
        [] => (schedule.start, exdates),
        [rule] => (
            given(std::slice::from_ref(rule)).unwrap_or(schedule.start),
            exdates,
        ),
        rules => {
            if given(rules) != Some(schedule.start) && !schedule.rdates.contains(&schedule.start) {
                exdates.push(schedule.start);
            }
            (schedule.start, exdates)
        }
    }
}

/// A rule whose UNTIL is written as RFC 5545 asks: in UTC where the start has a zone, without one
/// where it has none, a date for whole days.
fn rule_text(rule: &Rule, clock: &Clock<'_>, zones: &dyn Zones) -> String {
    let until = match rule.end() {
        End::Never | End::Count(_) => return rule.front(),
        End::Day(day) => day.and_hms_opt(23, 59, 59).unwrap_or_default(),
        End::Wall(time) => time,
        End::Utc(time) => {
            if matches!(clock, Clock::Zone(_) | Clock::Utc) {
                return rule.until(&utc(time));
            }
            time
        }
    };
    let until = match clock {
        Clock::Days => day(until.date()),
        Clock::Floating => moment(until),
        Clock::Utc => utc(until),
        Clock::Zone(zone) => utc(to_utc(zones, zone, until).map_or(until, |instant| instant.utc)),
    };
    rule.until(&until)
}

fn changed(
    out: &mut Sheaf,
    meeting: &Meeting,
    over: &Override,
    clock: &Clock<'_>,
    uid: &str,
    sheet: &Sheet<'_>,
) {
    let schedule = &meeting.schedule;
    let (start, minutes, its) = match &over.change {
        Change::Cancelled => (over.at, schedule.minutes, Status::Cancelled),
        Change::Moved { start, minutes } => {
            (*start, minutes.unwrap_or(schedule.minutes), meeting.status)
        }
    };
    begin(out, uid, sheet);
    clock.line(out, "RECURRENCE-ID", &[over.at]);
    times(out, clock, start, minutes);
    about(out, meeting, &over.note);
    status(out, its);
    out.line("END", "VEVENT");
}

/// One date alone, as an instant: it is the same in every calendar, whatever its zones.
pub(super) fn date(out: &mut Sheaf, meeting: &Meeting, occurrence: &Occurrence, sheet: &Sheet<'_>) {
    let id = [&meeting.id, "/", &moment(occurrence.id)].concat();
    begin(out, &uid(&id, sheet), sheet);
    let clock = match Clock::of(&meeting.schedule) {
        Clock::Utc | Clock::Zone(_) => Clock::Utc,
        floating => floating,
    };
    times(out, &clock, occurrence.utc, occurrence.minutes);
    let over = occurrence
        .over
        .and_then(|at| meeting.schedule.overrides.get(at));
    about(out, meeting, over.map_or("", |over| over.note.as_str()));
    let cancelled = occurrence.cancelled || meeting.status == Status::Cancelled;
    status(
        out,
        if cancelled {
            Status::Cancelled
        } else {
            meeting.status
        },
    );
    out.line("END", "VEVENT");
}

fn begin(out: &mut Sheaf, uid: &str, sheet: &Sheet<'_>) {
    out.line("BEGIN", "VEVENT");
    out.text("UID", uid);
    out.line("DTSTAMP", &utc(sheet.stamp));
    out.line("SEQUENCE", &sheet.sequence.to_string());
}

fn uid(id: &str, sheet: &Sheet<'_>) -> String {
    if sheet.host.is_empty() || id.contains('@') {
        return id.to_owned();
    }
    [id, "@", sheet.host].concat()
}

fn times(out: &mut Sheaf, clock: &Clock<'_>, start: NaiveDateTime, minutes: u32) {
    clock.line(out, "DTSTART", &[start]);
    if minutes == 0 {
        return;
    }
    if matches!(clock, Clock::Days) {
        let end = start.checked_add_signed(TimeDelta::minutes(i64::from(minutes)));
        clock.line(out, "DTEND", &[end.unwrap_or(start)]);
    } else {
        // A length, not an end: it is right also on the night when the clocks change.
        out.line("DURATION", &["PT", &minutes.to_string(), "M"].concat());
    }
}

fn status(out: &mut Sheaf, status: Status) {
    out.line(
        "STATUS",
        match status {
            Status::Confirmed => "CONFIRMED",
            Status::Tentative => "TENTATIVE",
            Status::Cancelled => "CANCELLED",
        },
    );
}

/// What it is, where, and how to join: only what the meeting holds.
fn about(out: &mut Sheaf, meeting: &Meeting, note: &str) {
    out.text("SUMMARY", &meeting.title);
    let details = details(meeting, note);
    if !details.is_empty() {
        out.text("DESCRIPTION", &details);
    }
    let place = place(meeting);
    if !place.is_empty() {
        out.text("LOCATION", &place);
    }
    let venue = meeting.venue.as_ref().filter(|venue| !venue.withheld);
    let point = venue.and_then(|venue| venue.place);
    if let Some(place) = point.filter(|place| place.within_miles == 0) {
        let (north, east) = (
            degrees(place.point.latitude),
            degrees(place.point.longitude),
        );
        out.line("GEO", &[north.as_str(), ";", &east].concat());
    }
    if let Some(page) = &meeting.page {
        out.line("URL", &bare(page));
    }
    if let Some(link) = link(meeting) {
        out.line("CONFERENCE;VALUE=URI;FEATURE=AUDIO,VIDEO", &bare(link));
    }
}

/// The link, unless it is withheld from whoever has not asked.
fn link(meeting: &Meeting) -> Option<&str> {
    let joining = &meeting.joining;
    joining.link.as_deref().filter(|_| !joining.withheld)
}

/// The description with what else one must know, a paragraph each.
pub(super) fn details(meeting: &Meeting, note: &str) -> String {
    let joining = &meeting.joining;
    let mut parts: Vec<&str> = vec![note, &meeting.about];
    if !joining.withheld {
        parts.extend(joining.link.as_deref());
        parts.extend(joining.phone.as_deref());
        parts.push(&joining.note);
    }
    parts.push(&meeting.organiser.name);
    parts.extend(meeting.page.as_deref());
    parts.retain(|part| !part.is_empty());
    strung(&mut parts.into_iter().map(str::to_owned), "\n\n")
}

/// One behind the other, with that between them. The library's way is written out for each kind of list.
fn strung(parts: &mut dyn Iterator<Item = String>, between: &str) -> String {
    let mut all = parts.next().unwrap_or_default();
    for part in parts {
        all.push_str(between);
        all.push_str(&part);
    }
    all
}

/// The room on one line; for a meeting without one, the link, which calendars let one press.
pub(super) fn place(meeting: &Meeting) -> String {
    let Some(venue) = &meeting.venue else {
        return link(meeting).unwrap_or_default().to_owned();
    };
    venue.line()
}
