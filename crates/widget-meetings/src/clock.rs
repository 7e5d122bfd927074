//! Clocks: London by its law, all else by the browser's own tables, so that no zone is downloaded.

use chrono::{DateTime, NaiveDateTime};
use swansfeet_embed::Context;
use swansfeet_meetings::zone::{London, Zones};

/// Zones as the page knows them.
pub(crate) struct PageZones<'a>(pub(crate) &'a Context);

impl Zones for PageZones<'_> {
    fn offset(&self, zone: &str, utc: NaiveDateTime) -> Option<i32> {
        London
            .offset(zone, utc)
            .or_else(|| self.0.page().offset(zone, utc.and_utc().timestamp()))
    }
}

/// Now, in UTC.
pub(crate) fn now(cx: &Context) -> NaiveDateTime {
    let seconds = (cx.page().now() / 1000.0) as i64;
    DateTime::from_timestamp(seconds, 0)
        .unwrap_or_default()
        .naive_utc()
}
