//! From answers to bands, and to a score where the makers of a pack say how to add up.
//!
//! A band is a place on somebody's scale, never a verdict on a person. Knows nobody and keeps nothing.

use crate::pack::{Band, Pack, Question, band_of};

/// What answers come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Score {
    /// The band of each question that was answered, with the question's id.
    Bands(Vec<(&'static str, &'static str)>),
    /// One figure for all answers, and its band.
    Total {
        /// The sum of the answers, times what the pack says.
        score: u8,
        /// The id of its band.
        band: &'static str,
    },
}

/// Why there is no score.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScoreError {
    /// The answer to this question is out of its range.
    OutOfRange(&'static Question),
    /// A sum needs an answer to this question too.
    Needed(&'static Question),
}

impl ScoreError {
    /// The key of the sentence that says how to mend it.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            ScoreError::OutOfRange(_) => "error-score-range",
            ScoreError::Needed(_) => "error-score-needed",
        }
    }

    /// The question that it is about.
    #[must_use]
    pub const fn question(self) -> &'static Question {
        match self {
            ScoreError::OutOfRange(question) | ScoreError::Needed(question) => question,
        }
    }
}

/// Scores answers, given in the order of the pack's questions; `None` is "prefer not to say", and so
/// is an answer too few. Answers beyond the last question are left out.
///
/// # Errors
///
/// The first answer that is out of range, or that a sum lacks.
pub fn score(pack: &Pack, answers: &[Option<u8>]) -> Result<Score, ScoreError> {
    let given = |at: usize| answers.get(at).copied().flatten();
    let mut bands = Vec::with_capacity(pack.questions.len());
    let mut sum = 0_u16;
    for (at, question) in pack.questions.iter().enumerate() {
        match given(at) {
            Some(answer) => {
                let cell = question.cell_of(Some(answer));
                let cell = cell.ok_or(ScoreError::OutOfRange(question))?;
                bands.push((question.id, question.cell_id(cell)));
                sum += u16::from(answer);
            }
            None if pack.total.is_some() => return Err(ScoreError::Needed(question)),
            None => {}
        }
    }
    let Some(total) = pack.total else {
        return Ok(Score::Bands(bands));
    };
    // The build refuses a pack whose total could be more than 255, or outside its bands.
    let score = u8::try_from(sum * u16::from(total.times)).unwrap_or(u8::MAX);
    let band = band_of(total.bands, score).and_then(|at| total.bands.get(at));
    Ok(Score::Total {
        score,
        band: band.map_or("", |Band { id, .. }| id),
    })
}
