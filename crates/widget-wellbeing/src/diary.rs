//! A diary on the device: one line a day, with the cell of each answer. Locked by
//! `swansfeet_embed::vault`; here is what stands in it and what somebody is doing with it.

use chrono::{Datelike, NaiveDate};
use swansfeet_embed::vault::Vault;
use swansfeet_wellbeing::Pack;

use crate::wire;

/// Under which name the locked text is kept on the device.
pub(crate) const NAME: &str = "swansfeet-diary";

/// The shortest passphrase.
pub(crate) const SHORTEST: usize = 8;

/// What somebody is doing with the diary.
#[derive(Default)]
pub(crate) struct Diary {
    /// Whether this page can keep anything, and whether there is a diary.
    pub(crate) state: State,
    /// What was typed; gone as soon as it has been used.
    pub(crate) typed: String,
    /// What went wrong last.
    pub(crate) trouble: Option<Trouble>,
    /// Whether the browser is at work.
    pub(crate) is_busy: bool,
    /// Today's answers have just been kept.
    pub(crate) is_kept: bool,
}

#[derive(Default)]
pub(crate) enum State {
    /// Nothing can be kept here.
    #[default]
    Nowhere,
    /// There is none.
    Off,
    /// There is one.
    Locked,
    /// It is open.
    Open(Book),
}

/// What went wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Trouble {
    TooShort,
    Wrong,
    Failed,
}

/// An open diary.
pub(crate) struct Book {
    /// What locks it again; none where a test pretends.
    pub(crate) vault: Option<Vault>,
    /// The newest first.
    pub(crate) entries: Vec<Entry>,
}

/// One day.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Entry {
    pub(crate) day: NaiveDate,
    pub(crate) pack: &'static Pack,
    pub(crate) cells: Vec<usize>,
}

/// The entries in an opened text: `2026-11-26 ons4 2310`, a line for each day. A line that cannot be
/// read is left out.
pub(crate) fn read(text: &str) -> Vec<Entry> {
    wire::parts(text, '\n')
        .into_iter()
        .filter_map(entry)
        .collect()
}

fn entry(line: &str) -> Option<Entry> {
    let parts = wire::parts(line, ' ');
    let [day, pack, cells] = parts[..] else {
        return None;
    };
    let day = wire::date(day)?;
    let pack = Pack::named(pack)?;
    let cells = cells.bytes().map(|b| usize::from(b.wrapping_sub(b'0')));
    let cells: Vec<usize> = cells.collect();
    let fits = cells.len() == pack.questions.len();
    fits.then_some(Entry { day, pack, cells })
}

/// The text of these entries.
pub(crate) fn write(entries: &[Entry]) -> String {
    let mut text = String::new();
    for entry in entries {
        let Entry { day, pack, cells } = entry;
        for (number, end) in [
            (day.year() as usize, "-"),
            (day.month() as usize, "-"),
            (day.day() as usize, " "),
        ] {
            text.push_str(&number.to_string());
            text.push_str(end);
        }
        text.push_str(pack.id);
        text.push(' ');
        // No question has ten cells.
        text.extend(cells.iter().map(|cell| char::from(b'0' + *cell as u8)));
        text.push('\n');
    }
    text
}

impl Book {
    /// Puts an entry on top, in place of one of the same day.
    pub(crate) fn put(&mut self, entry: Entry) {
        self.entries.retain(|old| old.day != entry.day);
        self.entries.insert(0, entry);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry_of(day: u32, cells: &[usize]) -> Entry {
        Entry {
            day: NaiveDate::from_ymd_opt(2026, 11, day).expect("a day"),
            pack: Pack::named("ons4").expect("a pack"),
            cells: cells.to_vec(),
        }
    }

    #[test]
    fn what_is_written_is_read() {
        let entries = [entry_of(26, &[2, 3, 4, 0]), entry_of(3, &[0, 0, 0, 0])];
        let text = write(&entries);
        assert_eq!(text, "2026-11-26 ons4 2340\n2026-11-3 ons4 0000\n");
        assert_eq!(read(&text), entries);
        assert_eq!(
            read("nonsense\n2026-11-3 ons4 0000\n2026-13-1 ons4 0000\n").len(),
            1
        );
    }

    #[test]
    fn a_day_has_one_entry() {
        let mut book = Book {
            vault: None,
            entries: vec![entry_of(25, &[1, 1, 1, 1])],
        };
        book.put(entry_of(26, &[0, 0, 0, 0]));
        book.put(entry_of(26, &[2, 2, 2, 2]));
        assert_eq!(
            book.entries,
            [entry_of(26, &[2, 2, 2, 2]), entry_of(25, &[1, 1, 1, 1])]
        );
    }
}
