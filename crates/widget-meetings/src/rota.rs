//! Shifts out of a calendar file, as the program that reads it hands them over: a line for each shift,
//! and one for each thing that there is to say (`crates/part-meetings-reader/src/shifts.rs`).
//!
//! Knows no calendar.

use swansfeet_meetings::shifts::{Note, Reading, Shifts, Span, What};

use crate::clock::wall;

pub(crate) fn read(lines: &str) -> Reading {
    let mut reading = Reading::default();
    let mut spans = Vec::new();
    for line in lines.lines() {
        let mut words = line.splitn(4, ' ');
        let mut next = || words.next().unwrap_or_default();
        let (first, second) = (next(), next());
        if first == "?" {
            let key = next();
            let all = [What::WholeDay, What::TooMuch];
            let what = all.into_iter().find(|what| what.key() == key);
            let what = what.unwrap_or(What::NotUnderstood);
            reading.notes.push(Note {
                line: second.parse().unwrap_or_default(),
                what,
                text: next().to_owned(),
            });
        } else if let (Some(start), Some(end)) = (wall(first), wall(second)) {
            spans.push(Span { start, end });
        }
    }
    reading.understood = u32::try_from(spans.len()).unwrap_or(u32::MAX);
    reading.shifts = Shifts::dated(spans);
    reading
}

#[cfg(test)]
mod tests {
    use super::read;
    use swansfeet_meetings::shifts::What;

    #[test]
    fn shifts_and_notes_are_told_apart() {
        let reading = read(
            "2026-03-02T07:00:00 2026-03-02T15:00:00\n2026-03-06T21:00:00 2026-03-07T07:00:00\n\
             ? 2 shifts-whole-day Annual leave, two days\n? 9 shifts-not-understood \nnonsense\n",
        );
        assert_eq!(reading.understood, 2);
        assert_eq!(reading.shifts.dates().len(), 2);
        let [leave, other] = &reading.notes[..] else {
            panic!("two notes: {:?}", reading.notes)
        };
        assert_eq!((leave.line, leave.what), (2, What::WholeDay));
        assert_eq!(leave.text, "Annual leave, two days");
        assert_eq!((other.line, other.what), (9, What::NotUnderstood));
        assert_eq!(other.text, "");
    }
}
