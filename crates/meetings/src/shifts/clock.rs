//! From and until, as people write them.

use super::lex::Number;

/// A shift's times as minutes after midnight and a length.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(super) struct Times {
    pub(super) from: u16,
    pub(super) minutes: u16,
    /// It could as well be twelve hours later.
    pub(super) either: bool,
    /// One of its two says am or pm, and the other was taken for twelve hours away.
    pub(super) guessed: bool,
}

/// What a word says about bare times.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(super) enum Half {
    Night,
    Late,
    Day,
}

impl Times {
    /// Settles which half of the day is meant, where that kind of shift can begin then: a night from
    /// five on (one of `12-8` may begin at midnight); a late one is over by midnight, for `7-3` and
    /// `10-6` are called late too; one by day begins before noon.
    pub(super) fn settle(&mut self, half: Half) {
        let later = self.from % 720 + 720;
        let (from, sure) = match half {
            Half::Night => (later, later >= 1_020),
            Half::Late => (later, later + self.minutes <= 1_440),
            Half::Day => (self.from, self.from < 720),
        };
        if sure && (self.either || from == self.from) {
            self.from = from;
            (self.either, self.guessed) = (false, false);
        }
    }

    /// Whether it is over on the next day, or just when that begins.
    pub(super) fn is_overnight(&self) -> bool {
        !self.either && self.from + self.minutes >= 1_440
    }

    /// Whether it can end on the next day, or on the same; that settles which half of the day is meant.
    pub(super) fn ends(&mut self, on_next: bool) -> bool {
        let fits = |from| (from + self.minutes >= 1_440) == on_next;
        if self.either && !fits(self.from) {
            self.from = (self.from + 720) % 1_440;
        }
        (self.either, self.guessed) = (false, false);
        fits(self.from)
    }
}

const DAY: u32 = 1_440;
const HALF: u32 = 720;

/// `7-3`, `10pm to 8`, `0700-1500`: reads two times together, because one settles the other.
///
/// - Where one is of 24 hours (`15:00`, `0700`, `07:00`), so is the other.
/// - Where one has `am` or `pm`, the other makes the shift as short as it can be: `7-3pm` is eight
///   hours, `10pm-8` is ten.
/// - Where neither says, the shift begins between 5 in the morning and 5 in the afternoon: `7-3` is
///   07:00 to 15:00, `2-10` is 14:00 to 22:00; and that is noted, because `10-6` may be a night.
///   After another shift of the same day it begins after that: `7-11, 5-9`.
///
/// Nobody works for less than an hour: `7-7.30pm` is twelve hours and a half, and that is noted.
/// The same time twice is 24 hours.
pub(super) fn read(from: Number, until: Number, after: Option<Times>) -> Option<Times> {
    let sure = |number: &Number| number.of_24 && number.afternoon.is_none();
    let both_of_24 = sure(&from) || sure(&until);
    let (start, end) = (minute(from, both_of_24)?, minute(until, both_of_24)?);
    let marked = |number: &Number| both_of_24 || number.afternoon.is_some();
    let (mut start, mut length, either) = match (marked(&from), marked(&until)) {
        (true, true) => (start, ahead(start, end, DAY), false),
        (true, false) => (start, ahead(start, end, HALF), false),
        (false, true) => {
            let length = ahead(start, end, HALF);
            ((end + DAY - length) % DAY, length, false)
        }
        (false, false) => {
            let length = ahead(start, end, HALF);
            let mut start = start % HALF;
            if start < 300 {
                start += HALF;
            }
            let end_before = after.map_or(0, |after| u32::from(after.from + after.minutes));
            if start < end_before && start < HALF && start + HALF >= end_before {
                start += HALF;
            }
            (start, length, true)
        }
    };
    let says = |number: &Number| number.of_24 || number.afternoon.is_some();
    let guessed = length < 60 && !(says(&from) && says(&until));
    if guessed {
        length += HALF;
        start += if says(&until) { HALF } else { 0 };
    }
    Some(Times {
        from: u16::try_from(start % DAY).ok()?,
        minutes: u16::try_from(length).ok()?,
        either,
        guessed,
    })
}

/// From one time on to the next other, on a clock that comes round.
fn ahead(from: u32, until: u32, round: u32) -> u32 {
    match (until + 2 * round - from % round) % round {
        0 => round,
        length => length,
    }
}

/// Minutes after midnight; of a bare hour, those of the morning (12 is noon on a clock of 24 hours).
fn minute(number: Number, of_24: bool) -> Option<u32> {
    let minute = number.minute.unwrap_or(0);
    let value = number.value;
    if minute > 59 || number.ordinal {
        return None;
    }
    let hour = match number.afternoon {
        // Some write 15:00pm.
        Some(_) if (13..24).contains(&value) => value,
        Some(afternoon) if (1..=12).contains(&value) => value % 12 + if afternoon { 12 } else { 0 },
        Some(_) => return None,
        None if of_24 && value < 24 => value,
        None if value == 24 && minute == 0 => 0,
        None if value <= 12 => value % 12,
        None => return None,
    };
    Some(hour * 60 + minute)
}
