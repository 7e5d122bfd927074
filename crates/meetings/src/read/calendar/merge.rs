//! Events with one UID are one meeting: the newest of each, and the dates that differ.

use chrono::NaiveDateTime;

use super::event::Event;
use super::zones::on_clock;
use crate::read::clean;
use crate::read::fields::why;
use crate::read::gather::{At, Gather, MOST_DATES};
use crate::read::given::{self, Asked, Names, Say};
use crate::zone::Zones;
use crate::{Change, Meeting, Override, Status};

/// Puts events together, in the order in which their meetings come first in the file.
pub(super) fn merge(events: Vec<Event>, zones: &dyn Zones, gather: &mut Gather) {
    let mut order: Vec<usize> = (0..events.len()).collect();
    order.sort_by(|a, b| {
        let key = |at: usize| (&events[at].meeting.id, at);
        key(*a).cmp(&key(*b))
    });
    // Groups of one UID, each by the place of its first event.
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for at in order {
        match groups.last_mut() {
            Some(group) if events[group[0]].meeting.id == events[at].meeting.id => group.push(at),
            _ => groups.push(vec![at]),
        }
    }
    groups.sort_unstable_by_key(|group| group[0]);
    let mut events: Vec<Option<Event>> = events.into_iter().map(Some).collect();
    for group in groups {
        let of_one: Vec<Event> = group.iter().filter_map(|at| events[*at].take()).collect();
        one(of_one, zones, gather);
    }
}

fn one(events: Vec<Event>, zones: &dyn Zones, gather: &mut Gather) {
    let (mut changes, mut wholes): (Vec<Event>, Vec<Event>) =
        events.into_iter().partition(|event| event.on.is_some());
    let Some(newest) = newest(&wholes) else {
        without_a_whole(changes, zones, gather);
        return;
    };
    let mut whole = wholes.swap_remove(newest);
    for other in wholes {
        // As new, and at another time: two meetings to which a program gave one UID.
        if other.version == whole.version && other.start != whole.start {
            keep(other.at, other.meeting, gather);
        }
    }
    newest_of_each_date(&mut changes);
    if changes.len() > MOST_DATES {
        gather.note(
            whole.at,
            "RECURRENCE-ID",
            "only the first 2,000 changed dates were read",
        );
        changes.truncate(MOST_DATES);
    }
    let mut asked = Vec::new();
    for event in &changes {
        let change = changed(&whole.meeting, event, zones);
        asked.push(Asked {
            start: change.at,
            at: event.at,
            field: "RECURRENCE-ID",
        });
        // What a change says of a date is said before a PERIOD's length.
        whole
            .meeting
            .schedule
            .overrides
            .retain(|over| over.at != change.at);
        whole.meeting.schedule.overrides.push(change);
    }
    given::check(&whole.meeting.schedule, &asked, Say::OtherTime, gather);
    keep(whole.at, whole.meeting, gather);
}

fn keep(at: At, meeting: Meeting, gather: &mut Gather) {
    let names = Names {
        start: Some(("DTSTART", at)),
        rule: ("RRULE", at),
        but: why(", though many calendars show one; add an RDATE if there is"),
    };
    given::begins(&meeting.schedule, &names, gather);
    gather.keep(at, meeting);
}

fn newest(events: &[Event]) -> Option<usize> {
    let places = 0..events.len();
    places.max_by_key(|at| (events[*at].version, *at))
}

/// Keeps the newest change of each date, in the order of the dates.
fn newest_of_each_date(changes: &mut Vec<Event>) {
    let key = |event: &Event| event.on.as_ref().map(|on| on.wall);
    changes.sort_by(|a, b| key(a).cmp(&key(b)).then(b.version.cmp(&a.version)));
    changes.dedup_by(|later, earlier| key(later) == key(earlier));
}

fn changed(whole: &Meeting, change: &Event, zones: &dyn Zones) -> Override {
    let schedule = &whole.schedule;
    let zone = schedule.zone.as_deref();
    let time = schedule.start.time();
    let on = change.on.as_ref().unwrap_or(&change.start);
    let on = on_clock(on, zone, time, zones);
    let its = &change.meeting;
    let note = if its.title != whole.title && !its.title.is_empty() {
        its.title.clone()
    } else if its.about != whole.about {
        clean::line(&its.about, 200)
    } else {
        String::new()
    };
    let change = if its.status == Status::Cancelled {
        Change::Cancelled
    } else {
        let minutes = its.schedule.minutes;
        Change::Moved {
            start: on_clock(&change.start, zone, time, zones),
            minutes: (minutes != schedule.minutes && minutes > 0).then_some(minutes),
        }
    };
    Override {
        at: on,
        change,
        note,
    }
}

/// Dates of a series that is not in the file: a meeting at those dates.
fn without_a_whole(mut changes: Vec<Event>, zones: &dyn Zones, gather: &mut Gather) {
    newest_of_each_date(&mut changes);
    changes.sort_by_key(|event| event.start.wall);
    changes.truncate(MOST_DATES);
    let mut rest = changes.into_iter();
    let Some(mut first) = rest.next() else {
        return;
    };
    gather.note(
        first.at,
        "RECURRENCE-ID",
        "the series that this date belongs to is not in the file; the date was read alone",
    );
    if first.meeting.title.is_empty() {
        "Meeting".clone_into(&mut first.meeting.title);
    }
    let mut others = Vec::new();
    for event in rest {
        let change = changed(&first.meeting, &event, zones);
        let zone = first.meeting.schedule.zone.as_deref();
        let start = on_clock(&event.start, zone, event.start.wall.time(), zones);
        others.push((start, change));
    }
    join(&mut first.meeting, others);
    gather.keep(first.at, first.meeting);
}

/// Makes one meeting of single dates; it is off as a whole only where every date is.
fn join(meeting: &mut Meeting, others: Vec<(NaiveDateTime, Override)>) {
    let first_is_off = meeting.status == Status::Cancelled;
    let is_off = |over: &Override| over.change == Change::Cancelled;
    let all_off = first_is_off && others.iter().all(|(_, over)| is_off(over));
    let schedule = &mut meeting.schedule;
    if first_is_off && !all_off {
        meeting.status = Status::Confirmed;
        schedule.overrides.push(Override {
            at: schedule.start,
            change: Change::Cancelled,
            note: String::new(),
        });
    }
    for (start, over) in others {
        schedule.rdates.push(start);
        let change = match over.change {
            Change::Cancelled if all_off => continue,
            Change::Cancelled => Change::Cancelled,
            Change::Moved { minutes: None, .. } if over.note.is_empty() => continue,
            Change::Moved { minutes, .. } => Change::Moved { start, minutes },
        };
        schedule.overrides.push(Override {
            at: start,
            change,
            note: over.note,
        });
    }
}
