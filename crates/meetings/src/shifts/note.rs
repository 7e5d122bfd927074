//! What a reader of shifts has to say about single lines.

use super::Shifts;

/// What was read.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Reading {
    /// All that was understood.
    pub shifts: Shifts,
    /// How many shifts and days off that is.
    pub understood: u32,
    /// What to say about single lines, in their order.
    pub notes: Vec<Note>,
}

/// Something to say about a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Counted from 1.
    pub line: u32,
    /// What it is about.
    pub what: What,
    /// The piece of the line, as it is written, cut to 40 letters.
    pub text: String,
}

/// What a note is about.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// Not understood; the line is left out.
    NotUnderstood,
    /// A letter or word that stands for a shift (`E`, `LD`); the line is left out.
    Code,
    /// A day without times; left out.
    NoTimes,
    /// Times without a day; left out.
    NoDay,
    /// A date that does not exist (`31 June`); left out.
    NoSuchDate,
    /// A second rota, where days are counted twice, or weeks too; or a day that is off in one week and
    /// worked in each. Left out.
    SecondRota,
    /// `7-3` was read as 07:00 to 15:00 and could be 19:00 to 03:00; `7-7.30pm` as 07:00 to 19:30.
    EitherHalf,
    /// The shift is longer than 16 hours: perhaps the times are meant otherwise.
    Long,
    /// A date without a year; the nearest one was taken.
    Year,
    /// The weekday is not that of the date; the date was taken.
    Weekday,
    /// It is not said when the rota starts; the week, or the day, that the caller gave was taken.
    FirstDay,
    /// From, or until, a date is not read: it was taken for every week.
    Limits,
    /// An entry of a calendar that lasts whole days; left out.
    WholeDay,
    /// There is more than a rota can hold; the rest is left out.
    TooMuch,
}

impl What {
    /// The key of the sentence about it.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            What::NotUnderstood => "shifts-not-understood",
            What::Code => "shifts-code",
            What::NoTimes => "shifts-no-times",
            What::NoDay => "shifts-no-day",
            What::NoSuchDate => "shifts-no-such-date",
            What::SecondRota => "shifts-second-rota",
            What::EitherHalf => "shifts-either-half",
            What::Long => "shifts-long",
            What::Year => "shifts-year",
            What::Weekday => "shifts-weekday",
            What::FirstDay => "shifts-first-day",
            What::Limits => "shifts-limits",
            What::WholeDay => "shifts-whole-day",
            What::TooMuch => "shifts-too-much",
        }
    }

    /// Whether the line, or a part of it, was left out.
    #[must_use]
    pub const fn left_out(self) -> bool {
        !matches!(
            self,
            What::EitherHalf
                | What::Long
                | What::Year
                | What::Weekday
                | What::FirstDay
                | What::Limits
        )
    }
}
