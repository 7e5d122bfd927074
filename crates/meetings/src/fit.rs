//! Whether somebody can be at a meeting, and what is missed otherwise.
//!
//! Instants are compared, never figures on clocks: in the nights when clocks change, and where a
//! meeting is on another clock, the answer is still right. Knows no roads: a journey is as long as
//! the person says, the same from work and from home.

use chrono::{Duration, NaiveDateTime};

use crate::shifts::{Shifts, Span};
use crate::zone::{Zones, to_utc};
use crate::{Attend, Meeting, Occurrence};

/// Where rotas are written.
pub(crate) const LONDON: &str = "Europe/London";

/// What a person says about getting there.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// One way, to a meeting in a room; 30 unless said.
    pub journey_minutes: u16,
    /// After a night shift, before which nobody is asked to go anywhere: 480 unless said, about an
    /// hour to get home and seven to sleep.
    pub rest_minutes_after_night: u16,
    /// How long a meeting is taken to be where nobody says: 60.
    pub assumed_minutes: u16,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings {
            journey_minutes: 30,
            rest_minutes_after_night: 480,
            assumed_minutes: 60,
        }
    }
}

/// Whether somebody can be there.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Fit {
    /// No shifts were given, or none that reach as far as this date.
    Unknown,
    /// All of it, in the room if there is one.
    Fits,
    /// All of it, but only online: the way to the room takes too long.
    FitsOnline,
    /// Some of it.
    Part(Part),
    /// None of it, or less than is worth it ([`fit`] says how much that is).
    Missed(Because),
}

/// What is missed of a meeting of which some can be made; one of the two at least is there.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Minutes missed at the start.
    pub late: Option<(u16, Because)>,
    /// Minutes before the end at which one has to leave.
    pub early: Option<(u16, Because)>,
    /// Only online: in the room more would be missed.
    pub online: bool,
}

/// What stands in the way.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Because {
    /// Work, the way, or sleep.
    pub cause: Cause,
    /// The shift that it is about, on the clock in London.
    pub shift: Span,
}

/// What kind of thing stands in the way.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Cause {
    /// At work.
    Shift,
    /// On the way from work or to work.
    Journey,
    /// Asleep after a night shift.
    Sleep,
}

impl Cause {
    /// The name in keys of sentences.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Cause::Shift => "shift",
            Cause::Journey => "journey",
            Cause::Sleep => "sleep",
        }
    }
}

impl Fit {
    /// All of it, in a room or online.
    #[must_use]
    pub const fn fits(self) -> bool {
        matches!(self, Fit::Fits | Fit::FitsOnline)
    }
}

/// The least of a meeting that is worth going for, in minutes, where it is longer than that.
const WORTH_IT: i64 = 15;

/// Whether somebody who works these shifts can be at a meeting on this date.
///
/// To a meeting in a room the journey is added on both sides. What is left between two shifts is
/// what can be made; of several such pieces the longest counts, and one of less than 15 minutes
/// counts as nothing.
#[must_use]
pub fn fit(
    meeting: &Meeting,
    occurrence: &Occurrence,
    shifts: &Shifts,
    settings: &Settings,
    zones: &dyn Zones,
) -> Fit {
    let stay = Stay::new(meeting, occurrence, settings, zones);
    stay.fit(shifts, settings, zones)
}

/// What is to be made: instants in UTC.
pub(crate) struct Stay {
    start: NaiveDateTime,
    end: NaiveDateTime,
    attend: Attend,
}

impl Stay {
    pub(crate) fn new(
        meeting: &Meeting,
        occurrence: &Occurrence,
        settings: &Settings,
        zones: &dyn Zones,
    ) -> Stay {
        // Floating time is meant on the clock of whoever goes there.
        let start = match meeting.schedule.zone {
            Some(_) => occurrence.utc,
            None => in_london(zones, occurrence.start),
        };
        let minutes = match occurrence.minutes {
            0 => u32::from(settings.assumed_minutes.max(1)),
            minutes => minutes.min(MONTH),
        };
        Stay {
            start,
            end: later(start, i64::from(minutes)),
            attend: meeting.attend,
        }
    }

    pub(crate) fn fit(&self, shifts: &Shifts, settings: &Settings, zones: &dyn Zones) -> Fit {
        Blocks::new(shifts, settings, zones, self.start, self.end).fit(self)
    }
}

/// The longest meeting that is looked at, in minutes.
const MONTH: u32 = 31 * 1_440;

/// A stretch of time that is taken, in UTC.
struct Block {
    from: NaiveDateTime,
    to: NaiveDateTime,
    cause: Cause,
    shift: Span,
}

/// All that is taken in a stretch of time: worked out once, asked for many dates.
pub(crate) struct Blocks {
    blocks: Vec<Block>,
    from: NaiveDateTime,
    to: NaiveDateTime,
    journey: i64,
    /// How long before a stay a block may begin that still matters, in minutes.
    reach: i64,
    /// What `Shifts::knows`: nothing is known before, or after; nothing at all.
    known: Option<(NaiveDateTime, NaiveDateTime)>,
}

impl Blocks {
    /// For stays between these two instants.
    pub(crate) fn new(
        shifts: &Shifts,
        settings: &Settings,
        zones: &dyn Zones,
        from: NaiveDateTime,
        to: NaiveDateTime,
    ) -> Blocks {
        let journey = i64::from(settings.journey_minutes.min(1_440));
        let rest = i64::from(settings.rest_minutes_after_night.min(1_440));
        // London is an hour from UTC at most.
        let first = later(from, -journey - rest - 60);
        let last = later(to, journey + 60);
        let mut blocks: Vec<Block> = Vec::new();
        let mut longest = 0;
        for shift in shifts.busy(first, last) {
            let (start, end) = (in_london(zones, shift.start), in_london(zones, shift.end));
            // All of it in the hour that clocks skip.
            if end <= start {
                continue;
            }
            let mut push = |from, to, cause| {
                // They come nearly in order.
                let at = blocks.partition_point(|block| block.from <= from);
                let block = Block {
                    from,
                    to,
                    cause,
                    shift,
                };
                blocks.insert(at, block);
            };
            push(start, end, Cause::Shift);
            if is_night(shift) && rest > 0 {
                push(end, later(end, rest), Cause::Sleep);
            }
            longest = longest.max(end.signed_duration_since(start).num_minutes());
        }
        Blocks {
            blocks,
            from,
            to,
            journey,
            reach: longest.max(rest) + journey,
            known: shifts.known().map(|(first, last)| {
                let midnight = chrono::NaiveTime::MIN;
                match first == chrono::NaiveDate::MIN {
                    true => (NaiveDateTime::MIN, NaiveDateTime::MAX),
                    false => (
                        in_london(zones, first.and_time(midnight)),
                        later(in_london(zones, last.and_time(midnight)), 1_440),
                    ),
                }
            }),
        }
    }

    /// Whether a stay lies in the time that these are about.
    pub(crate) fn cover(&self, stay: &Stay) -> bool {
        self.from <= stay.start && stay.end <= self.to
    }

    pub(crate) fn fit(&self, stay: &Stay) -> Fit {
        let Some((first, last)) = self.known else {
            return Fit::Unknown;
        };
        let room = self.piece(
            stay,
            if stay.attend.in_a_room() {
                self.journey
            } else {
                0
            },
        );
        let online = (stay.attend == Attend::Hybrid).then(|| self.piece(stay, 0));
        let fit = match (room, online) {
            (Piece::All, _) => Fit::Fits,
            (_, Some(Piece::All)) => Fit::FitsOnline,
            (Piece::None(_), Some(Piece::Some(part))) => Fit::Part(Part {
                online: true,
                ..part
            }),
            (Piece::Some(here), Some(Piece::Some(there))) if there.missed() < here.missed() => {
                Fit::Part(Part {
                    online: true,
                    ..there
                })
            }
            (Piece::Some(part), _) => Fit::Part(part),
            (Piece::None(because), _) => Fit::Missed(because),
        };
        // What is known to be in the way is, whatever else is not known.
        if fit.fits() && (stay.start < first || last < stay.end) {
            return Fit::Unknown;
        }
        fit
    }

    /// The longest piece of a stay that lies between what is taken.
    fn piece(&self, stay: &Stay, journey: i64) -> Piece {
        let earliest = later(stay.start, -self.reach);
        let latest = later(stay.end, journey);
        let from = self.blocks.partition_point(|block| block.from < earliest);
        let near = self.blocks[from..]
            .iter()
            .take_while(|block| block.from < latest)
            .filter(|block| stay.start < later(block.to, journey));
        let mut left: Option<&Block> = None;
        let mut best: Option<(i64, Part)> = None;
        let mut in_the_way: Option<(i64, &Block)> = None;
        for block in near.map(Some).chain([None]) {
            let start = left.map_or(stay.start, |left| stay.start.max(later(left.to, journey)));
            let end = block.map_or(stay.end, |block| stay.end.min(later(block.from, -journey)));
            let length = minutes(start, end);
            if length > 0 && best.as_ref().is_none_or(|(best, _)| *best < length) {
                let late = minutes(stay.start, start);
                let early = minutes(end, stay.end);
                let part = Part {
                    late: left.and_then(|by| missed(late, by, by.to > stay.start)),
                    early: block.and_then(|by| missed(early, by, by.from < stay.end)),
                    online: false,
                };
                best = Some((length, part));
            }
            let Some(block) = block else { break };
            let over = minutes(stay.start.max(block.from), stay.end.min(block.to));
            if in_the_way.is_none_or(|(most, _)| most < over) {
                in_the_way = Some((over, block));
            }
            if left.is_none_or(|left| left.to < block.to) {
                left = Some(block);
            }
        }
        let whole = minutes(stay.start, stay.end);
        match (best, in_the_way) {
            (Some((length, part)), _) if length >= WORTH_IT.min(whole) => {
                if part.late.is_none() && part.early.is_none() {
                    Piece::All
                } else {
                    Piece::Some(part)
                }
            }
            (_, Some((over, block))) => Piece::None(block.because(over > 0)),
            (_, None) => Piece::All,
        }
    }
}

enum Piece {
    All,
    Some(Part),
    None(Because),
}

impl Part {
    /// How many minutes are missed.
    #[must_use]
    pub fn missed(&self) -> u32 {
        let of = |side: &Option<(u16, Because)>| side.map_or(0, |(minutes, _)| u32::from(minutes));
        of(&self.late) + of(&self.early)
    }
}

impl Block {
    /// The way is what stands in the way where the block itself does not.
    const fn because(&self, itself: bool) -> Because {
        Because {
            cause: if itself { self.cause } else { Cause::Journey },
            shift: self.shift,
        }
    }
}

fn missed(minutes: i64, by: &Block, itself: bool) -> Option<(u16, Because)> {
    let minutes = u16::try_from(minutes).unwrap_or(u16::MAX);
    (minutes > 0).then(|| (minutes, by.because(itself)))
}

/// A night shift takes up more than half of the time from midnight to 5 o'clock, on the clock: from
/// 02:30 on, nobody has slept enough.
#[must_use]
pub fn is_night(shift: Span) -> bool {
    // A shift that fills the third night of its own fills the second one too.
    let mut day = Some(shift.start.date());
    for _ in 0..2 {
        let Some(midnight) = day.map(|day| day.and_time(chrono::NaiveTime::MIN)) else {
            return false;
        };
        let five = later(midnight, 300);
        if minutes(shift.start.max(midnight), shift.end.min(five)) > 150 {
            return true;
        }
        day = midnight.date().succ_opt();
    }
    false
}

fn minutes(from: NaiveDateTime, to: NaiveDateTime) -> i64 {
    to.signed_duration_since(from).num_minutes()
}

fn later(time: NaiveDateTime, minutes: i64) -> NaiveDateTime {
    time.checked_add_signed(Duration::minutes(minutes))
        .unwrap_or(time)
}

/// That time on the clock in London, in UTC.
fn in_london(zones: &dyn Zones, wall: NaiveDateTime) -> NaiveDateTime {
    to_utc(zones, LONDON, wall).map_or(wall, |instant| instant.utc)
}
