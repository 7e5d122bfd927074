//! What a clock on the wall shows, and what instant that is.
//!
//! Where zones' offsets come from is the caller's: London is built in by its law, the hub and the
//! command line have chrono-tz, a page asks its browser.

use chrono::NaiveDateTime;

/// Offsets of zones.
pub trait Zones {
    /// Seconds east of UTC in that zone at that instant (UTC); nothing where the zone is not known.
    fn offset(&self, zone: &str, utc: NaiveDateTime) -> Option<i32>;
}
