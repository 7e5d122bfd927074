//! A program beside the meeting finder, which asks for it when something is to be read that is not its
//! own JSON: a feed of another kind (Meeting Guide, BMLT, events, calendars, tables), or a calendar with
//! shifts. Most visitors never need it, so the finder does not carry it.
//!
//! Bytes in, text out. Knows no address, keeps nothing, and every question is answered by a program of
//! its own, which is gone with the answer.
#![forbid(unsafe_code)]

mod shifts;

use swansfeet_api::meetings::{read, to_json};
use swansfeet_embed::device;
use swansfeet_meetings::zone::{LondonAnd, Zones};
use wasm_bindgen::prelude::*;

/// Reads what came. Without `from`, a feed of any kind, given back as our own JSON; with a day
/// (`2026-03-03`), a calendar, given back as the shifts of the weeks from that day on
/// (`shifts.rs` has the lines). Nothing where there is nothing to be read in it.
#[wasm_bindgen]
#[must_use]
pub fn mount(bytes: &[u8], from: Option<String>) -> Option<String> {
    match from {
        Some(from) => shifts::read(bytes, &from, &PAGE_ZONES),
        None => feed(bytes, &PAGE_ZONES),
    }
}

/// A feed as our own JSON; nothing where it has no meetings and something is wrong with it.
fn feed(bytes: &[u8], zones: &dyn Zones) -> Option<String> {
    let feed = read(bytes, zones);
    let is_none = feed.meetings.is_empty() && !feed.problems.is_empty();
    (!is_none).then(|| to_json(&feed))
}

/// As the finder has them.
const PAGE_ZONES: LondonAnd = LondonAnd(device::offset);

#[cfg(test)]
mod tests {
    use super::{PAGE_ZONES, feed};

    const TABLE: &[u8] = b"name,day,time,location,postal_code\nTea,Tuesday,19:30,Hall,LS1 4DY\n";
    const GUIDE: &[u8] = br#"[{"slug": "tea", "name": "Tea", "day": 2, "time": "19:30"}]"#;
    const CALENDAR: &[u8] = b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Tea\r\n\
        DTSTART;TZID=Europe/London:20260303T193000\r\nRRULE:FREQ=WEEKLY\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

    #[test]
    fn feeds_of_other_kinds_become_our_own() {
        for (bytes, rule) in [
            (TABLE, "FREQ=WEEKLY;BYDAY=TU"),
            (GUIDE, "FREQ=WEEKLY;BYDAY=TU"),
            (CALENDAR, "FREQ=WEEKLY"),
        ] {
            let ours = feed(bytes, &PAGE_ZONES).expect("a feed");
            assert!(ours.starts_with(r#"{"swansfeet":"meetings/1""#), "{ours}");
            assert!(ours.contains(r#""title":"Tea""#), "{ours}");
            assert!(ours.contains(rule), "{ours}");
        }
    }

    #[test]
    fn what_is_no_feed_is_none() {
        for bytes in [
            &b""[..],
            b"<!doctype html><p>Sign in",
            br#"{"meetings": [{"title": "Half"#,
            b"\xff\xfe\x00",
            b"two words",
        ] {
            assert_eq!(feed(bytes, &PAGE_ZONES), None, "{bytes:?}");
        }
    }

    #[test]
    fn an_empty_feed_is_a_feed() {
        assert!(feed(br#"{"meetings": []}"#, &PAGE_ZONES).is_some());
        assert!(feed(b"[]", &PAGE_ZONES).is_some());
    }
}
