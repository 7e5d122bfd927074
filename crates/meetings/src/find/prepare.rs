//! What meetings mean for one person at one moment: their next dates, fits and distances.

use std::ops::Range;

use chrono::{Duration, NaiveDateTime, TimeDelta};
use swansfeet_places::Distance;

use super::clock::Remembered;
use super::{Asker, Catalogue, Date, Filter, Found, twins};
use crate::fit::{Blocks, Fit, Stay};
use crate::zone::to_wall;
use crate::{Meeting, Occurrence, Place, Status, Venue};

/// How many days of a meeting are looked at: all of the week for a daily one.
const DAYS: u32 = 8;
/// How many dates on these days: enough for one that is five times a day.
const DATES: usize = 40;
/// Later dates than these many days from now are looked at only for the first two that take place: half a
/// year.
const HORIZON: i64 = 190;
/// Later ones than these only for the first six, as many as are shown of one: five weeks, so that a rota
/// that comes round in four is seen whole.
const NEAR: i64 = 35;
const SIX: u8 = 6;
/// In a room only, and farther than these many miles: for almost everybody, no meeting to go to.
const FAR_MILES: f64 = 40.0;

/// What a catalogue's meetings mean for one person at one moment. Good until they say something
/// new about themselves or some minutes have passed; a new filter needs no new one.
#[derive(Default)]
pub struct Prepared {
    pub(super) rows: Vec<Row>,
    dates: Vec<Date>,
    /// Of each date, in how many minutes it starts; 0 where it has started.
    waits: Vec<u32>,
    now: NaiveDateTime,
    /// The same on the reader's clock: floating time is meant on that.
    here: NaiveDateTime,
    /// Whether the person said when they work.
    pub(super) has_shifts: bool,
    /// Whether the person said where they are.
    pub(super) has_place: bool,
    /// Whether more is known than the first date of each that takes place.
    is_whole: bool,
    /// Whether it is known of all who is whose twin.
    has_twins: bool,
}

pub(super) struct Row {
    /// Where its dates end; they begin where those of the row before end.
    end: usize,
    pub(super) distance: Option<Distance>,
    pub(super) within_miles: u16,
    pub(super) twin_of: Option<usize>,
    pub(super) nearness: Nearness,
}

/// What order is made of where a meeting is; worked out once, not for each key.
pub(super) struct Nearness {
    /// In a room only, and too far for almost everybody.
    pub(super) far: bool,
    /// 0 online or near, or nobody said from where; 1 farther; 2 far or not known.
    pub(super) band: u8,
    /// In tenths of a mile; the most that there is where it is not known.
    pub(super) tenths: u32,
}

impl Nearness {
    /// In miles, and in miles at least where that is rough.
    fn new(online: bool, miles: Option<f64>, least: Option<f64>, has_place: bool) -> Nearness {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "never negative, and at most half the Earth in tenths of miles"
        )]
        let tenths = miles.map_or(u32::MAX, |miles| (miles * 10.0) as u32);
        Nearness {
            far: !online && least.is_some_and(|miles| miles > FAR_MILES),
            band: match miles {
                _ if online || !has_place => 0,
                Some(..=5.0) => 0,
                Some(..=15.0) => 1,
                _ => 2,
            },
            tenths,
        }
    }
}

impl Catalogue {
    /// Works out what the meetings mean for one person. This is the part that takes time: do it
    /// when the person, or the time of day, has changed, not for each key.
    #[must_use]
    pub fn prepare(&self, asker: &Asker) -> Prepared {
        let mut prepared = self.dated(asker, true);
        let order = prepared.order(self.meetings());
        prepared.take_twins(self.meetings(), &order);
        prepared
    }

    /// The same of meetings of which [`crate::read::rest`] may not be read yet: those that may be
    /// another one's twin are handed to `complete`. Who says where they are must have had all read, for
    /// distances are from the rooms.
    ///
    /// For a first list, no more dates are worked out than it shows, in a third of the time: of each
    /// meeting those up to the first that takes place; and whose twin a meeting is is left to
    /// [`Catalogue::mark_twins`]. Where the person said when they work, that is not enough for any list,
    /// and all is worked out.
    pub fn prepare_reading(
        &mut self,
        asker: &Asker,
        is_first: bool,
        complete: &mut dyn FnMut(usize, &mut Meeting),
    ) -> Prepared {
        let mut prepared = self.dated(asker, !is_first || !asker.shifts.is_empty());
        if prepared.is_whole {
            self.find_twins(&mut prepared, complete);
        }
        prepared
    }

    /// Marks the twins of what was found for a first list, as it is marked where all is worked out.
    pub fn mark_twins(
        &mut self,
        prepared: &Prepared,
        found: &mut [Found],
        complete: &mut dyn FnMut(usize, &mut Meeting),
    ) {
        if prepared.has_twins {
            return;
        }
        let starts = found.iter().filter_map(|found| prepared.start(found.index));
        let starts: Vec<NaiveDateTime> = starts.collect();
        // Twins start at the same time.
        let start = |index| prepared.start(index).filter(|start| starts.contains(start));
        let order = twins::order(self.meetings(), (0..prepared.rows.len()).map(start));
        self.complete_twins(&order, complete);
        let twins = twins::of(self.meetings(), &order);
        for found in found {
            found.twin_of = twins.get(found.index).copied().flatten();
        }
    }

    /// The same as [`Catalogue::prepare_reading`] of all dates, for so many meetings at a time: while
    /// nobody waits. Begins with an empty `draft`; true once that is whole. It is good for the moment at
    /// which it began.
    pub fn prepare_some(
        &mut self,
        asker: &Asker,
        draft: &mut Prepared,
        many: usize,
        complete: &mut dyn FnMut(usize, &mut Meeting),
    ) -> bool {
        if draft.rows.is_empty() {
            *draft = Prepared::begun(asker, true, self.meetings().len());
        }
        let asker = Asker {
            now: draft.now,
            ..*asker
        };
        self.date_some(draft, &asker, many);
        let is_done = draft.rows.len() == self.meetings().len();
        if is_done {
            self.find_twins(draft, complete);
        }
        is_done
    }

    /// Finds everybody's twins, where a first list has left them: before somebody types, for whom
    /// [`Catalogue::mark_twins`] would do its part anew at each key. True where there was something to do.
    pub fn know_twins(
        &mut self,
        prepared: &mut Prepared,
        complete: &mut dyn FnMut(usize, &mut Meeting),
    ) -> bool {
        let is_left = !prepared.has_twins;
        if is_left {
            self.find_twins(prepared, complete);
        }
        is_left
    }

    fn find_twins(
        &mut self,
        prepared: &mut Prepared,
        complete: &mut dyn FnMut(usize, &mut Meeting),
    ) {
        let order = prepared.order(self.meetings());
        self.complete_twins(&order, complete);
        prepared.take_twins(self.meetings(), &order);
    }

    fn complete_twins(
        &mut self,
        order: &[twins::Key],
        complete: &mut dyn FnMut(usize, &mut Meeting),
    ) {
        twins::likely(order, &mut |index| {
            if let Some(meeting) = self.meeting_mut(index) {
                complete(index, meeting);
            }
        });
    }

    fn dated(&self, asker: &Asker, is_whole: bool) -> Prepared {
        let mut prepared = Prepared::begun(asker, is_whole, self.meetings().len());
        self.date_some(&mut prepared, asker, usize::MAX);
        prepared
    }

    /// Works out the dates of so many more meetings.
    fn date_some(&self, prepared: &mut Prepared, asker: &Asker, many: usize) {
        let zones = Remembered::new(asker.zones);
        let asker = Asker {
            zones: &zones,
            ..*asker
        };
        let horizon = days_from(asker.now, HORIZON);
        let blocks = Blocks::new(
            asker.shifts,
            &asker.settings,
            asker.zones,
            days_from(asker.now, -1),
            days_from(horizon, 1),
        );
        let left = (self.meetings().get(prepared.rows.len()..)).unwrap_or_default();
        for meeting in left.iter().take(many) {
            prepared.take(meeting, &asker, &zones, &blocks, horizon);
        }
    }
}

impl Prepared {
    fn begun(asker: &Asker, is_whole: bool, meetings: usize) -> Prepared {
        Prepared {
            rows: Vec::with_capacity(meetings),
            dates: Vec::with_capacity(meetings * 4),
            waits: Vec::with_capacity(meetings * 4),
            now: asker.now,
            here: to_wall(asker.zones, asker.zone, asker.now).unwrap_or(asker.now),
            has_shifts: !asker.shifts.is_empty(),
            has_place: asker.near.is_some(),
            is_whole,
            has_twins: false,
        }
    }

    fn order(&self, meetings: &[Meeting]) -> Vec<twins::Key> {
        let start = |index| self.start(index);
        twins::order(meetings, (0..self.rows.len()).map(start))
    }

    /// The next start of a meeting; nothing where it is over.
    fn start(&self, index: usize) -> Option<NaiveDateTime> {
        Some(self.dates(index).first()?.occurrence.utc)
    }

    fn take_twins(&mut self, meetings: &[Meeting], order: &[twins::Key]) {
        for (row, twin) in self.rows.iter_mut().zip(twins::of(meetings, order)) {
            row.twin_of = twin;
        }
        self.has_twins = true;
    }

    /// Whether [`Catalogue::find`] finds the same as from all dates. Who asks for days or times of
    /// day may be answered by a later date than the first.
    #[must_use]
    pub fn is_enough_for(&self, filter: &Filter) -> bool {
        self.is_whole || filter.days.is_empty() && filter.parts.is_empty()
    }

    /// Whether [`Prepared::dates`] has all that there are to show.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.is_whole
    }

    /// Now, as a meeting's instants count: for floating time, what the reader's clock shows.
    #[must_use]
    pub fn now_of(&self, meeting: &Meeting) -> NaiveDateTime {
        match meeting.schedule.zone {
            Some(_) => self.now,
            None => self.here,
        }
    }

    /// The next dates of a meeting, soonest first; none where it is over.
    #[must_use]
    pub fn dates(&self, index: usize) -> &[Date] {
        &self.dates[self.range(index)]
    }

    /// The same, each with its wait in minutes.
    pub(super) fn waits(&self, index: usize) -> impl Iterator<Item = (&Date, u32)> {
        let range = self.range(index);
        let waits = self.waits[range.clone()].iter().copied();
        self.dates[range].iter().zip(waits)
    }

    fn range(&self, index: usize) -> Range<usize> {
        let end = self.rows.get(index).map_or(0, |row| row.end);
        let start = match index {
            0 => 0,
            _ => self.rows.get(index - 1).map_or(end, |row| row.end),
        };
        start..end
    }

    fn take(
        &mut self,
        meeting: &Meeting,
        asker: &Asker,
        zones: &Remembered,
        blocks: &Blocks,
        horizon: NaiveDateTime,
    ) {
        let (mut take_place, mut days, mut day) = (0, 0, None);
        let now = self.now_of(meeting);
        let near = days_from(now, NEAR);
        let dates = meeting.schedule.occurrences_from(asker.zones, now);
        for mut occurrence in dates.take(DATES) {
            let its = Some(occurrence.start.date());
            days += u32::from(day != its);
            day = its;
            if days > DAYS {
                break;
            }
            if take_place >= 2 && occurrence.utc > horizon {
                break;
            }
            if take_place >= SIX && occurrence.utc > near {
                break;
            }
            occurrence.cancelled |= meeting.status == Status::Cancelled;
            take_place += u8::from(!occurrence.cancelled);
            let stay = Stay::new(meeting, &occurrence, &asker.settings, asker.zones);
            let fit = if blocks.cover(&stay) {
                blocks.fit(&stay)
            } else {
                stay.fit(asker.shifts, &asker.settings, asker.zones)
            };
            let wait = occurrence.utc.signed_duration_since(now);
            let wait = u32::try_from(wait.num_minutes().max(0));
            self.waits.push(wait.unwrap_or(u32::MAX));
            self.dates
                .push(Date::new(meeting, occurrence, fit, asker.zone, zones));
            // Before the next is worked out.
            if take_place >= 1 && !self.is_whole {
                break;
            }
        }
        let (distance, within_miles) = distance(meeting, asker.near);
        let miles = distance.map(|distance| distance.miles());
        let least = miles.map(|miles| miles - f64::from(within_miles));
        self.rows.push(Row {
            end: self.dates.len(),
            distance,
            within_miles,
            twin_of: None,
            nearness: Nearness::new(meeting.attend.is_online(), miles, least, self.has_place),
        });
    }
}

impl Date {
    /// A date as a reader's clock shows it; floating time is the same on every clock.
    pub(super) fn new(
        meeting: &Meeting,
        occurrence: Occurrence,
        fit: Fit,
        zone: &str,
        zones: &Remembered,
    ) -> Date {
        let shown = |at| match meeting.schedule.zone {
            Some(_) => zones.local(zone, at),
            None => at,
        };
        let end = TimeDelta::minutes(i64::from(occurrence.minutes));
        let end = occurrence.utc.checked_add_signed(end);
        Date {
            local: shown(occurrence.utc),
            ends: shown(end.unwrap_or(occurrence.utc)),
            fit,
            occurrence,
        }
    }
}

fn distance(meeting: &Meeting, near: Option<Place>) -> (Option<Distance>, u16) {
    let there = (meeting.venue.as_ref())
        .filter(|_| meeting.attend.in_a_room())
        .and_then(whereabouts);
    match (near, there) {
        (Some(near), Some(there)) => (
            Some(near.point.distance(there.point)),
            u16::from(near.within_miles) + u16::from(there.within_miles),
        ),
        _ => (None, 0),
    }
}

/// Where a room is: as the feed says, or else roughly, by its postcode.
fn whereabouts(venue: &Venue) -> Option<Place> {
    venue.place.or_else(|| {
        let area = venue.postcode.as_ref()?.outcode().area()?;
        Some(Place {
            point: area.rough_centre(),
            within_miles: area.reach_miles(),
        })
    })
}

pub(super) fn days_from(time: NaiveDateTime, days: i64) -> NaiveDateTime {
    time.checked_add_signed(Duration::days(days))
        .unwrap_or(time)
}
