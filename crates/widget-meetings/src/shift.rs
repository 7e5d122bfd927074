//! From what was typed to what the law gives, or why there is no answer. Draws nothing and holds
//! no sentence.

use swansfeet_words::input::{self, InputError};

use swansfeet_meetings::{Minutes, ShiftError, rest_break};

/// Why there is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Trouble {
    /// It cannot be read.
    Typed(InputError),
    /// It can be read and cannot be right.
    Shift(ShiftError),
}

impl Trouble {
    /// The key of the sentence that tells how to mend it.
    pub(crate) fn key(self) -> &'static str {
        match self {
            // The shared sentence offers to skip; here is nothing to skip to.
            Self::Typed(InputError::Empty) => ShiftError::Empty.key(),
            Self::Typed(error) => error.key(),
            Self::Shift(error) => error.key(),
        }
    }
}

/// The break in the shift that was typed.
pub(crate) fn answer(typed: &str) -> Result<Option<Minutes>, Trouble> {
    // "7.30" has two readings, less than an hour apart and never on two sides of a whole hour: the
    // answer is the same for both, so nobody is asked which.
    let reading = input::hours(typed).map_err(Trouble::Typed)?;
    // Up, so that a second more than six hours is still more than six hours.
    let minutes = reading.minutes().ceil();
    let minutes = u32::try_from(minutes).map_err(|_| Trouble::Typed(InputError::TooLarge))?;
    rest_break(Minutes(minutes)).map_err(Trouble::Shift)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typed_shifts_are_answered() {
        let long = Ok(Some(Minutes(20)));
        let rows = [
            ("6", Ok(None)),
            ("6:01", long),
            ("6.001", long),
            ("7h30", long),
            ("7.30", long),
            ("45 min", Ok(None)),
            ("", Err("error-shift-empty")),
            ("0", Err("error-shift-empty")),
            ("25", Err("error-shift-too-long")),
            ("-8", Err("input-negative")),
            ("long", Err("input-not-a-number")),
        ];
        for (typed, wanted) in rows {
            assert_eq!(answer(typed).map_err(Trouble::key), wanted, "{typed}");
        }
    }
}
