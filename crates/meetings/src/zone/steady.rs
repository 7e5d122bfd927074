//! One zone's offset, looked up seldom: dates of a rule follow each other, and clocks change twice a
//! year.

use std::cell::Cell;

use chrono::{NaiveDateTime, TimeDelta};

use super::Zones;

/// Remembers between which instants a zone's offset is known to stay the same. Asked for another
/// zone, it passes the question on.
pub struct Steady<'a> {
    zones: &'a dyn Zones,
    zone: &'a str,
    span: Cell<Option<Span>>,
}

#[derive(Copy, Clone)]
struct Span {
    from: NaiveDateTime,
    to: NaiveDateTime,
    offset: i32,
}

impl<'a> Steady<'a> {
    /// For this zone.
    #[must_use]
    pub fn new(zones: &'a dyn Zones, zone: &'a str) -> Steady<'a> {
        Steady {
            zones,
            zone,
            span: Cell::new(None),
        }
    }
}

impl Zones for Steady<'_> {
    fn offset(&self, zone: &str, utc: NaiveDateTime) -> Option<i32> {
        if zone != self.zone {
            return self.zones.offset(zone, utc);
        }
        let known = self.span.get();
        if let Some(span) = known
            && (span.from..=span.to).contains(&utc)
        {
            return Some(span.offset);
        }
        let offset = self.zones.offset(zone, utc)?;
        // No zone has ever changed its clocks twice within two days, as `to_utc` says too.
        let follows = |span: &Span| {
            let after = utc.signed_duration_since(span.to);
            span.offset == offset && after > TimeDelta::zero() && after <= TimeDelta::days(2)
        };
        let from = known.filter(follows).map_or(utc, |span| span.from);
        self.span.set(Some(Span {
            from,
            to: utc,
            offset,
        }));
        Some(offset)
    }
}

#[cfg(test)]
mod tests {
    use super::Steady;
    use crate::zone::{Iana, Zones, to_utc};
    use chrono::{Duration, NaiveDate};

    #[test]
    fn what_is_remembered_is_what_would_be_told() {
        let start = NaiveDate::from_ymd_opt(2009, 12, 20).and_then(|day| day.and_hms_opt(1, 30, 0));
        let start = start.expect("a time");
        for zone in [
            "Africa/Casablanca",
            "America/New_York",
            "Asia/Gaza",
            "Australia/Lord_Howe",
            "Europe/London",
            "Pacific/Apia",
            "UTC",
        ] {
            for hours in [5, 24, 37, 168] {
                let steady = Steady::new(&Iana, zone);
                for at in (0..9_000).map(|n| start + Duration::hours(n * hours)) {
                    assert_eq!(
                        to_utc(&steady, zone, at),
                        to_utc(&Iana, zone, at),
                        "{zone} {at}"
                    );
                }
            }
            let steady = Steady::new(&Iana, zone);
            assert_eq!(steady.offset("No/Where", start), None);
        }
    }
}
