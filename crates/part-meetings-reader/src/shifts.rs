//! Shifts out of a calendar, as lines that the finder reads:
//!
//! ```text
//! 2026-03-03T07:00:00 2026-03-03T15:00:00   a shift, on the clock in London
//! ? 4 shifts-whole-day Annual leave         what there is to say: line, key of the sentence, words
//! ```
//!
//! Knows no pattern and no rota that is typed: the finder reads those.

use chrono::{Duration, NaiveDate, NaiveTime};
use swansfeet_meetings::shifts::{Shifts, What};
use swansfeet_meetings::zone::Zones;

/// A rota is rarely known for longer, in days.
const AHEAD: i64 = 120;
/// Of so much that cannot be read, enough has been said.
const NOTES: usize = 200;

/// `2026-03-03`. chrono's own reader knows every form there is, and is 2 kB of a program.
fn day(text: &str) -> Option<NaiveDate> {
    let mut parts = text.split('-').map(|part| part.parse().ok());
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
}

/// Nothing where not one shift is in it.
pub(crate) fn read(bytes: &[u8], from: &str, zones: &dyn Zones) -> Option<String> {
    let from = day(from)?.and_time(NaiveTime::MIN);
    let to = from.checked_add_signed(Duration::days(AHEAD))?;
    let text = String::from_utf8_lossy(bytes);
    let text = text.trim_start_matches('\u{feff}');
    let reading = Shifts::from_calendar(text, zones, from, to);
    let mut out = String::new();
    for span in reading.shifts.dates() {
        let [start, end] = [span.start, span.end].map(|at| at.to_string().replacen(' ', "T", 1));
        out.push_str(&[&start, " ", &end, "\n"].concat());
    }
    if out.is_empty() {
        return None;
    }
    // What of a file cannot be read at all is told to whoever keeps a feed, not to whoever works.
    let notes = reading.notes.iter();
    let notes = notes.filter(|note| note.what != What::NotUnderstood);
    for note in notes.take(NOTES) {
        let line = note.line.to_string();
        let words = [&line, note.what.key(), &note.text].join(" ");
        out.push_str(&["? ", &words, "\n"].concat());
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::read;
    use swansfeet_meetings::zone::London;

    fn calendar(events: &[&str]) -> String {
        let events = events.join("\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\n");
        format!("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n{events}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n")
    }

    #[test]
    fn shifts_and_notes_are_lines() {
        let text = calendar(&[
            "UID:1\r\nSUMMARY:Early\r\nDTSTART:20260302T070000\r\nDTEND:20260302T150000\r\nRRULE:FREQ=DAILY;COUNT=2",
            "UID:2\r\nSUMMARY:Leave\r\nDTSTART;VALUE=DATE:20260305\r\nDTEND;VALUE=DATE:20260306",
            "UID:3\r\nSUMMARY:Night\r\nDTSTART:20260306T210000Z\r\nDTEND:20260307T070000Z",
        ]);
        let lines = read(text.as_bytes(), "2026-03-01", &London);
        assert_eq!(
            lines.as_deref(),
            Some(
                "2026-03-02T07:00:00 2026-03-02T15:00:00\n2026-03-03T07:00:00 2026-03-03T15:00:00\n\
                 2026-03-06T21:00:00 2026-03-07T07:00:00\n? 2 shifts-whole-day Leave\n"
            )
        );
        // All of it is over.
        assert_eq!(read(text.as_bytes(), "2026-04-01", &London), None);
    }

    #[test]
    fn what_is_no_calendar_has_no_shifts() {
        for bytes in [&b""[..], b"Mon 7-3", b"\xff\xfe", b"BEGIN:VCALENDAR"] {
            assert_eq!(read(bytes, "2026-03-01", &London), None);
        }
        assert_eq!(read(b"", "soon", &London), None);
    }
}
