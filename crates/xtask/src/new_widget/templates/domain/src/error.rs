//! What cannot be right about a shift. Holds no sentences: [`ShiftError::key`] names the message
//! in the widget's `locales/`.

/// A shift that cannot be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShiftError {
    /// No time at all.
    Empty,
    /// More than a day and a night.
    TooLong,
}

impl ShiftError {
    /// Every error, for whoever words them.
    pub const ALL: [Self; 2] = [Self::Empty, Self::TooLong];

    /// The key of the sentence that tells how to mend it.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Empty => "error-shift-empty",
            Self::TooLong => "error-shift-too-long",
        }
    }
}
