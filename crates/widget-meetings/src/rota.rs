//! When somebody works: typed, or out of a calendar file, and what of it is used.
//!
//! Knows no calendar. A file goes to the program that reads it, which hands over a line for each shift,
//! and one for each thing that there is to say (`crates/part-meetings-reader/src/shifts.rs`).

use chrono::Duration;
use swansfeet_embed::Context;
use swansfeet_meetings::figures::figures;
use swansfeet_meetings::fit::Settings;
use swansfeet_meetings::shifts::{Note, Reading, Shifts, Span, What};

use crate::clock::wall;
use crate::state::State;

/// Shifts as they are typed and as they are used.
#[derive(Default)]
pub(crate) struct Rota {
    pub(crate) typed: String,
    pub(crate) reading: Reading,
    pub(crate) file: File,
    /// How many files have been opened; stays when all else is forgotten.
    files: u32,
    pub(crate) settings: Settings,
    /// What the list is held against; nothing until somebody says so.
    pub(crate) used: Shifts,
    pub(crate) used_settings: Settings,
}

/// A calendar file with shifts.
#[derive(Default)]
pub(crate) enum File {
    #[default]
    None,
    /// It is being read, for which a program has to come.
    Opened,
    /// The same, and its shifts are to be used as soon as they are there.
    Awaited,
    Bad,
    Read(Reading),
}

impl File {
    /// What was read in it; nothing is not much.
    pub(crate) fn reading(&self) -> Option<&Reading> {
        match self {
            Self::Read(reading) => Some(reading),
            _ => None,
        }
    }

    /// Who has left the screen does not wait for it any more.
    pub(crate) fn is_let_be(&mut self) {
        if matches!(self, Self::Awaited) {
            *self = Self::Opened;
        }
    }
}

impl State {
    pub(crate) fn has_shifts(&self) -> bool {
        !self.shifts.used.is_empty()
    }

    pub(crate) fn read_shifts(&mut self, cx: &Context) {
        self.shifts.reading = Shifts::read(&self.shifts.typed, cx.today());
    }

    /// A file is opened: its number.
    pub(crate) fn open_file(&mut self) -> u32 {
        self.shifts.file = File::Opened;
        self.shifts.files += 1;
        self.shifts.files
    }

    /// What the reader has made of a calendar file, nothing where there is no shift in it; unless another
    /// was opened since, or all was forgotten. True where it is to be used at once.
    pub(crate) fn read_file(&mut self, file: u32, lines: Option<&str>) -> bool {
        let rota = &mut self.shifts;
        let is_awaited = matches!(rota.file, File::Awaited);
        if file != rota.files || !is_awaited && !matches!(rota.file, File::Opened) {
            return false;
        }
        rota.file = lines.map_or(File::Bad, |lines| File::Read(read(lines)));
        is_awaited && lines.is_some()
    }

    /// Takes what is read into use. False where something typed is not understood at all, or where a
    /// file is still being read: that is waited for.
    pub(crate) fn use_shifts(&mut self, cx: &Context) -> bool {
        if matches!(self.shifts.file, File::Opened | File::Awaited) {
            self.shifts.file = File::Awaited;
            return false;
        }
        let used = self.all_shifts();
        let typed = !self.shifts.typed.trim().is_empty();
        if used.is_empty() && typed {
            self.tries += 1;
            return false;
        }
        self.shifts.used = used;
        self.shifts.used_settings = self.shifts.settings;
        self.leave_out_fits();
        self.prepare(cx);
        true
    }

    /// What is typed, with what was read in a file.
    fn all_shifts(&self) -> Shifts {
        let typed = self.shifts.reading.shifts.clone();
        match self.shifts.file.reading() {
            Some(file) => typed.with_dates(file.shifts.dates().to_vec(), Vec::new()),
            None => typed,
        }
    }

    pub(crate) fn forget_shifts(&mut self, cx: &Context) {
        self.shifts = Rota {
            files: self.shifts.files,
            ..Rota::default()
        };
        self.leave_out_fits();
        self.prepare(cx);
    }

    /// Without shifts nobody can ask for what fits.
    fn leave_out_fits(&mut self) {
        if !self.has_shifts() && std::mem::take(&mut self.filter.fits) {
            self.changes += 1;
        }
    }

    /// How much of the shifts that are used could not be read.
    pub(crate) fn shifts_left_out(&self) -> usize {
        let rota = &self.shifts;
        let from_file = rota.file.reading().map(|reading| &reading.notes);
        let notes = from_file.into_iter().flatten().chain(&rota.reading.notes);
        notes.filter(|note| note.what.left_out()).count()
    }

    /// The next shifts, as they were understood, from today on.
    pub(crate) fn next_shifts(&self, cx: &Context, many: usize) -> Vec<Span> {
        let from = cx.today().and_time(chrono::NaiveTime::MIN);
        let to = from + Duration::days(28);
        self.all_shifts().busy(from, to).take(many).collect()
    }
}

/// The lines that the reader hands over.
fn read(lines: &str) -> Reading {
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
                line: figures(second).unwrap_or_default(),
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
