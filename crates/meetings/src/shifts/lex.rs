//! A line of shifts in pieces: words, numbers, dates in figures, signs. Knows how they are written
//! and not what they mean together.

use chrono::NaiveDate;

/// A piece of a line.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Token {
    /// Letters, in lower case, without accents' help.
    Word(String),
    /// A number that may be a time or a day of the month.
    Number(Number),
    /// A date in figures; nothing where it does not exist.
    Date(Option<NaiveDate>),
    /// A day and a month in figures.
    DayMonth(u32, u32),
    /// `7.5`, `8hrs`, `30min`: how long something takes; no time.
    Amount,
    /// Figures that are none of these.
    Bad,
    /// `-` in all its kinds.
    Dash,
    /// What stands between entries of a list.
    Comma,
    /// A mark without a meaning.
    Mark,
}

/// A number, with what was written with it.
#[derive(Copy, Clone, Debug, PartialEq)]
pub(super) struct Number {
    /// The hour or the day.
    pub(super) value: u32,
    /// Minutes after a colon or a point, or in the figures (`0730`).
    pub(super) minute: Option<u32>,
    /// `am`: no, `pm`: yes.
    pub(super) afternoon: Option<bool>,
    /// Can only be an hour of 24: from 13 on, 0, with a leading 0, or in four figures.
    pub(super) of_24: bool,
    /// `3rd`.
    pub(super) ordinal: bool,
    /// As it is written, where it is figures only: `2026`.
    pub(super) figures: Option<u32>,
}

impl Number {
    /// Whether a word for hours makes it a time, as in `0700hrs`, and no length, as in `8hrs`.
    fn counted(&mut self, unit: &str) -> bool {
        let time = self.minute.is_some() && (self.of_24 || self.figures.is_some());
        let time = time && self.afternoon.is_none() && unit.starts_with('h') && is_unit(unit);
        self.of_24 |= time;
        time
    }
}

/// The pieces of a line.
pub(super) fn tokens(line: &str) -> Vec<Token> {
    let letters: Vec<char> = line
        .chars()
        .take(1_000)
        .map(|letter| match letter {
            '\u{2010}'..='\u{2015}' | '\u{2212}' | '→' => '-',
            _ => letter.to_ascii_lowercase(),
        })
        .collect();
    let mut tokens = Vec::new();
    let mut rest = &letters[..];
    while let [letter, behind @ ..] = rest {
        if letter.is_ascii_digit() {
            let (token, length) = number(rest);
            tokens.push(token);
            rest = &rest[length..];
            continue;
        }
        if let Some((word, length)) = dotted(rest) {
            tokens.push(Token::Word(word.to_owned()));
            rest = &rest[length..];
            continue;
        }
        let length = rest.iter().take_while(|letter| is_letter(**letter)).count();
        if length > 0 {
            let word: String = rest[..length].iter().collect();
            if let Some(Token::Number(number)) = tokens.last_mut()
                && number.counted(&word)
            {
                // `0700 hrs`
            } else {
                tokens.push(Token::Word(word));
            }
            rest = &rest[length..];
            continue;
        }
        match letter {
            '-' => tokens.push(Token::Dash),
            ',' | ';' | '&' | '+' | '/' | '|' => tokens.push(Token::Comma),
            _ if *letter <= ' ' || *letter == '\u{a0}' => {}
            '\u{2000}'..='\u{200f}' | '\u{202f}' | '\u{feff}' => {}
            '!'..='~' | '\u{a0}'..='\u{2027}' => tokens.push(Token::Mark),
            // A sign that stands for something.
            _ => tokens.push(Token::Amount),
        }
        rest = behind;
    }
    tokens
}

fn is_letter(letter: char) -> bool {
    letter.is_ascii_alphabetic() || ('\u{c0}'..'\u{2000}').contains(&letter)
}

/// Words that are written with points or strokes.
fn dotted(rest: &[char]) -> Option<(&'static str, usize)> {
    let known = [
        ("a.m.", "am"),
        ("a.m", "am"),
        ("p.m.", "pm"),
        ("p.m", "pm"),
        ("w/c", "wc"),
        ("w/b", "wc"),
        ("a/l", "off"),
        ("e/o", "other"),
    ];
    let starts = |written: &str| {
        let length = written.len();
        rest.len() >= length
            && written.chars().zip(rest).all(|(one, other)| one == *other)
            && rest.get(length).is_none_or(|next| !is_letter(*next))
    };
    let (written, word) = known.into_iter().find(|(written, _)| starts(written))?;
    Some((word, written.len()))
}

/// What begins with a figure, and how long it is.
fn number(rest: &[char]) -> (Token, usize) {
    // Figures and the signs between them, three groups at most.
    let mut groups = [(0_usize, 0_u32); 3];
    let mut signs = [' '; 3];
    let mut count = 0;
    let mut at = 0;
    while count < 3 {
        let length = figures(&rest[at..]);
        if length == 0 || length > 6 {
            break;
        }
        groups[count] = (length, value(&rest[at..at + length]));
        count += 1;
        at += length;
        let joined = rest.get(at + 1).is_some_and(char::is_ascii_digit);
        let sign = rest
            .get(at)
            .copied()
            .filter(|sign| joined && "/.:-".contains(*sign));
        let Some(sign) = sign.filter(|_| count < 3) else {
            break;
        };
        signs[count - 1] = sign;
        at += 1;
    }
    let length = |count: usize| {
        groups[..count]
            .iter()
            .map(|group| group.0 + 1)
            .sum::<usize>()
            - 1
    };
    let [one, two, three] = groups;
    match (count, signs[0], signs[1]) {
        (0, ..) => (Token::Bad, figures(rest)),
        (3, '-', '-') if one.0 == 4 && two.0 == 2 && three.0 == 2 => {
            (Token::Date(date(one.1, two.1, three.1)), length(3))
        }
        (3, '/' | '.' | '-', sign)
            if sign == signs[0] && one.0 <= 2 && two.0 <= 2 && matches!(three.0, 2 | 4) =>
        {
            let year = three.1 + if three.0 == 2 { 2_000 } else { 0 };
            (Token::Date(date(year, two.1, one.1)), length(3))
        }
        (2.., '/', sign) if one.0 <= 2 && two.0 <= 2 && (count == 2 || sign != '/') => {
            (Token::DayMonth(one.1, two.1), length(2))
        }
        (2.., ':' | '.', sign) if one.0 <= 2 && two.0 == 2 => {
            let seconds = count == 3 && sign == ':' && signs[0] == ':' && three.0 == 2;
            let end = length(if seconds { 3 } else { 2 });
            with_suffix(clock(one, Some(two.1)), &rest[end..], end)
        }
        (2.., '.', _) => {
            let end = length(2);
            let letters = rest[end..].iter().take_while(|letter| is_letter(**letter));
            (Token::Amount, end + letters.count())
        }
        (2.., '/' | ':', _) => (Token::Bad, length(2)),
        _ => with_suffix(clock(one, None), &rest[one.0..], one.0),
    }
}

/// An hour, a day, or figures that hold minutes too.
fn clock(figures: (usize, u32), minute: Option<u32>) -> Option<Number> {
    let (length, value) = figures;
    let whole = minute.is_none().then_some(value);
    let (value, minute) = match (length, minute) {
        (1 | 2, minute) => (value, minute),
        (3 | 4, None) => (value / 100, Some(value % 100)),
        _ => return None,
    };
    Some(Number {
        value,
        minute,
        afternoon: None,
        of_24: value > 12 || value == 0 || length == 4 || length == 2 && value < 10,
        ordinal: false,
        figures: whole,
    })
}

/// What is written right behind figures: `am`, `rd`, `hrs`.
fn with_suffix(number: Option<Number>, rest: &[char], length: usize) -> (Token, usize) {
    let letters = rest.iter().take_while(|letter| is_letter(**letter)).count();
    let Some(mut number) = number else {
        return (Token::Bad, length + letters);
    };
    let mut suffix: String = rest[..letters].iter().collect();
    let mut end = length + letters;
    if let Some((word, dotted)) = dotted(rest) {
        word.clone_into(&mut suffix);
        end = length + dotted;
    }
    match suffix.as_str() {
        "" => {}
        "am" | "a" => number.afternoon = Some(false),
        "pm" | "p" => number.afternoon = Some(true),
        "st" | "nd" | "rd" | "th" => number.ordinal = true,
        _ if number.counted(&suffix) => {}
        _ if is_unit(&suffix) => return (Token::Amount, end),
        _ => return (Token::Bad, end),
    }
    if number.afternoon.is_some() || number.ordinal {
        number.figures = None;
    }
    (Token::Number(number), end)
}

/// A word for how long something takes.
pub(super) fn is_unit(word: &str) -> bool {
    among(word, "h hr hrs hour hours m min mins minute minutes").is_some()
}

/// Where a word stands in a list with spaces between. A `match` on texts is code, and this is data:
/// a third of the bytes.
pub(super) fn among(word: &str, list: &str) -> Option<usize> {
    list.split(' ').position(|listed| listed == word)
}

fn figures(rest: &[char]) -> usize {
    rest.iter()
        .take_while(|letter| letter.is_ascii_digit())
        .count()
}

fn value(figures: &[char]) -> u32 {
    let digits = figures.iter().filter_map(|figure| figure.to_digit(10));
    digits.fold(0, |value: u32, digit| {
        value.saturating_mul(10).saturating_add(digit)
    })
}

/// A date of the years in which anybody has shifts.
pub(super) fn date(year: u32, month: u32, day: u32) -> Option<NaiveDate> {
    let year = i32::try_from(year)
        .ok()
        .filter(|year| (1990..2100).contains(year))?;
    NaiveDate::from_ymd_opt(year, month, day)
}
