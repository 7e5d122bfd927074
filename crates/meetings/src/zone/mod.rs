//! What a clock on the wall shows, and what instant that is.
//!
//! Where zones' offsets come from is the caller's: [`London`] is built in by its law, the hub and the
//! command line have chrono-tz (`Iana`), a page asks its browser. Knows nothing of recurrence.

#[cfg(feature = "zones")]
mod iana;
mod london;
mod names;
#[cfg(feature = "zones")]
mod steady;
#[cfg(feature = "zones")]
mod windows;

use chrono::{NaiveDateTime, TimeDelta};

#[cfg(feature = "zones")]
pub use iana::Iana;
pub use london::{London, LondonAnd};
pub use names::canonical;
#[cfg(feature = "zones")]
pub use steady::Steady;

/// Offsets of zones.
pub trait Zones {
    /// Seconds east of UTC in that zone at that instant (UTC); nothing where the zone is not known.
    fn offset(&self, zone: &str, utc: NaiveDateTime) -> Option<i32>;
}

/// A wall clock's time as an instant.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Instant {
    /// The instant, in UTC.
    pub utc: NaiveDateTime,
    /// What the wall clock shows then: the time asked for, moved on where that does not exist.
    pub wall: NaiveDateTime,
}

/// The instant at which the clocks of a zone show a time. A time that clocks skip moves on by as
/// much as they skip; of one that comes twice, the first counts. Nothing where the zone is not
/// known.
///
/// No zone has ever changed its clocks twice within two days, and this relies on it.
#[must_use]
pub fn to_utc(zones: &dyn Zones, zone: &str, wall: NaiveDateTime) -> Option<Instant> {
    let offset = |days| zones.offset(zone, wall.checked_add_signed(TimeDelta::days(days))?);
    let at = |wall: NaiveDateTime, offset: i32| {
        wall.checked_sub_signed(TimeDelta::seconds(i64::from(offset)))
    };
    let (before, after) = (offset(-1)?, offset(1)?);
    let early = at(wall, before)?;
    if before == after || zones.offset(zone, early)? == before {
        return Some(Instant { utc: early, wall });
    }
    let late = at(wall, after)?;
    if zones.offset(zone, late)? == after {
        return Some(Instant { utc: late, wall });
    }
    // The clock as it was would show the time asked for; the clock as it is shows a later one.
    Some(Instant {
        utc: early,
        wall: at(early, -after)?,
    })
}

/// What the clocks of a zone show at an instant; nothing where the zone is not known.
#[must_use]
pub fn to_wall(zones: &dyn Zones, zone: &str, utc: NaiveDateTime) -> Option<NaiveDateTime> {
    let offset = zones.offset(zone, utc)?;
    utc.checked_add_signed(TimeDelta::seconds(i64::from(offset)))
}
