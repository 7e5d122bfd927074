//! Every zone there is, from chrono-tz.

use chrono::{NaiveDateTime, Offset, TimeZone};
use chrono_tz::{TZ_VARIANTS, Tz};

use super::{Zones, canonical};

/// The IANA time zone database, with Outlook's names and those in old files.
#[derive(Copy, Clone, Debug, Default)]
pub struct Iana;

impl Iana {
    /// Every IANA name.
    pub fn names() -> impl Iterator<Item = &'static str> {
        TZ_VARIANTS.iter().map(|zone| zone.name())
    }

    /// Every name of Windows' and every older one that is known besides.
    pub fn windows() -> impl Iterator<Item = &'static str> {
        super::names::all().map(|(name, _)| name)
    }

    /// The IANA name of a zone, whatever it is called here; nothing where it is not known.
    #[must_use]
    pub fn known(zone: &str) -> Option<&'static str> {
        find(zone).map(Tz::name)
    }
}

impl Zones for Iana {
    fn offset(&self, zone: &str, utc: NaiveDateTime) -> Option<i32> {
        let zone = find(zone)?;
        let offset = zone.offset_from_utc_datetime(&utc);
        Some(offset.fix().local_minus_utc())
    }
}

fn find(zone: &str) -> Option<Tz> {
    if let Ok(zone) = zone.parse::<Tz>() {
        return Some(zone);
    }
    let name = canonical(zone)?;
    let exact = name.parse::<Tz>().ok();
    exact.or_else(|| {
        let mut all = TZ_VARIANTS.iter();
        all.find(|zone| zone.name().eq_ignore_ascii_case(name))
            .copied()
    })
}
