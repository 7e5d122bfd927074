//! Clocks: London by its law, all else by the browser's own tables, so that no zone is downloaded.

use chrono::{DateTime, NaiveDate, NaiveDateTime};
use swansfeet_embed::{Context, device};
use swansfeet_meetings::figures::figures;
use swansfeet_meetings::zone::LondonAnd;

/// Zones as the page knows them.
pub(crate) const PAGE_ZONES: LondonAnd = LondonAnd(device::offset);

/// Now, in UTC.
pub(crate) fn now(cx: &Context) -> NaiveDateTime {
    let seconds = (cx.page().now() / 1000.0) as i64;
    DateTime::from_timestamp(seconds, 0)
        .unwrap_or_default()
        .naive_utc()
}

/// A day as feeds write it, with or without a time behind it: `2026-11-26T09:00`. chrono's own reader
/// knows every form there is, and is 2 kB of a widget.
pub(crate) fn wall(text: &str) -> Option<NaiveDateTime> {
    let mut parts = text
        .split(|c: char| !c.is_ascii_digit())
        .map(|part| figures(part).unwrap_or_default());
    let mut next = || parts.next().unwrap_or_default();
    let (year, month, day) = (next(), next(), next());
    let day = NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)?;
    day.and_hms_opt(next(), next(), 0)
}
