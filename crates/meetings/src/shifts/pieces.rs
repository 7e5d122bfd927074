//! Pieces of a line that belong together: dates, times, and the words between them. Looks, and
//! moves nothing.

use chrono::NaiveDate;

use super::day;
use super::lex::{self, Number, Token, among};

/// What stands between from and until.
pub(super) const JOINTS: &str = "to til till until through ending ends";

/// The pieces of a line, to look at.
#[derive(Copy, Clone)]
pub(super) struct Pieces<'a> {
    pub(super) tokens: &'a [Token],
    pub(super) today: NaiveDate,
}

/// A date in a line.
#[derive(Copy, Clone)]
pub(super) struct Dated {
    /// Nothing: it does not exist.
    pub(super) date: Option<NaiveDate>,
    /// Where it ends.
    pub(super) after: usize,
    /// No year was written.
    pub(super) guessed: bool,
}

impl<'a> Pieces<'a> {
    pub(super) fn get(self, at: usize) -> Option<&'a Token> {
        self.tokens.get(at)
    }

    /// A date that begins there. `weekday` is the one that stands before it, and settles the year.
    pub(super) fn date_at(self, at: usize, weekday: Option<u16>) -> Option<Dated> {
        let guessed = |day, month, after| Dated {
            date: day::nearest(day, month, weekday, self.today),
            after,
            guessed: true,
        };
        let (day, month, after) = match self.get(at)? {
            Token::Date(date) => {
                return Some(Dated {
                    date: *date,
                    after: at + 1,
                    guessed: false,
                });
            }
            Token::DayMonth(day, month) => return Some(guessed(*day, *month, at + 1)),
            _ => self.day_and_month_at(at)?,
        };
        let comma = usize::from(self.get(after) == Some(&Token::Comma));
        if let Some(Token::Number(year)) = self.get(after + comma)
            && let Some(year) = year.figures.filter(|year| (2_000..2_100).contains(year))
            && !self.is_time(after + comma)
        {
            return Some(Dated {
                date: lex::date(year, month, day),
                after: after + comma + 1,
                guessed: false,
            });
        }
        Some(guessed(day, month, after))
    }

    /// `3 March`, `3rd of March`, `March 3`, and where it ends.
    fn day_and_month_at(self, at: usize) -> Option<(u32, u32, usize)> {
        let day = |at| match self.get(at)? {
            Token::Number(number) if number.minute.is_none() && number.afternoon.is_none() => {
                Some(number.value)
            }
            _ => None,
        };
        let month = |at| match self.get(at)? {
            Token::Word(word) => day::month(word),
            _ => None,
        };
        match day(at) {
            Some(day) => {
                let at = at + 1 + usize::from(self.is_word(at + 1, "of"));
                Some((day, month(at)?, at + 1))
            }
            None => Some((day(at + 1)?, month(at)?, at + 2)),
        }
    }

    /// A time that begins there, and where it ends.
    pub(super) fn time_at(self, at: usize) -> Option<(Number, usize)> {
        let twelve = |noon| Number {
            value: 12,
            minute: None,
            afternoon: Some(noon),
            of_24: false,
            ordinal: false,
            figures: None,
        };
        match self.tokens.get(at)? {
            Token::Word(word) => match word.as_str() {
                "noon" | "midday" => Some((twelve(true), at + 1)),
                "midnight" => Some((twelve(false), at + 1)),
                _ => None,
            },
            Token::Number(number) if number.afternoon.is_none() => {
                let mut number = *number;
                let marked = self.is_word(at + 1, "am") || self.is_word(at + 1, "pm");
                if marked {
                    number.afternoon = Some(self.is_word(at + 1, "pm"));
                }
                let noon = number.value == 12
                    && (self.is_word(at + 1, "noon") || self.is_word(at + 1, "midday"));
                let midnight = number.value == 12 && self.is_word(at + 1, "midnight");
                if noon || midnight {
                    number.afternoon = Some(noon);
                }
                Some((number, at + 1 + usize::from(marked || noon || midnight)))
            }
            Token::Number(number) => Some((*number, at + 1)),
            _ => None,
        }
    }

    /// `2000-0600`, which is no year.
    fn is_time(self, at: usize) -> bool {
        self.is_joint(at + 1)
            && matches!(self.tokens.get(at + 2), Some(Token::Number(until))
                if until.minute.is_some() || until.afternoon.is_some())
    }

    /// `2` or `b`.
    pub(super) fn which_week(self, at: usize) -> Option<u16> {
        match self.get(at)? {
            Token::Number(number) => plain(number).filter(|week| (1..=52).contains(week)),
            Token::Word(word) => match word.as_bytes() {
                [letter @ b'a'..=b'h'] => Some(u16::from(letter - b'a' + 1)),
                _ => among(word, " one two three four five six").and_then(|at| at.try_into().ok()),
            },
            _ => None,
        }
        .map(|week| week - 1)
    }

    pub(super) fn is_word(self, at: usize, word: &str) -> bool {
        matches!(self.tokens.get(at), Some(Token::Word(here)) if here == word)
    }

    /// What stands between from and until.
    pub(super) fn is_joint(self, at: usize) -> bool {
        match self.tokens.get(at) {
            Some(Token::Dash) => true,
            Some(Token::Word(word)) => among(word, JOINTS).is_some(),
            _ => false,
        }
    }
}

/// A number that is only that.
pub(super) fn plain(number: &Number) -> Option<u16> {
    let figures = number.figures.filter(|_| number.minute.is_none())?;
    u16::try_from(figures).ok()
}
