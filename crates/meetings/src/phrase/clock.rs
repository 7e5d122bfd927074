//! A time of day, as somebody says it, and the half of the day that it is in. Knows no other words.

use chrono::{NaiveTime, TimeDelta};

use super::words::number;

/// A time of day, as somebody says it.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(super) struct Said {
    hour: u32,
    minute: u32,
    /// `am` (false) or `pm`; nothing where it is not said.
    pm: Option<bool>,
    /// Written as clocks of 24 hours have it.
    whole_day: bool,
}

/// `mornings`, `in the evening`.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Morning,
    Afternoon,
    Evening,
    Night,
}

pub(super) fn part(word: &str) -> Option<Part> {
    match word {
        "morning" | "mornings" => Some(Part::Morning),
        "afternoon" | "afternoons" => Some(Part::Afternoon),
        "evening" | "evenings" => Some(Part::Evening),
        "night" | "nights" => Some(Part::Night),
        _ => None,
    }
}

impl Said {
    /// `7`, where only the words around it say that it is a time.
    pub(super) fn hour(hour: u32) -> Option<Said> {
        (1..=12).contains(&hour).then_some(Said {
            hour,
            minute: 0,
            pm: None,
            whole_day: false,
        })
    }

    /// With the half that a part of the day says; nothing where the two do not go together, or
    /// where the part can be either: "12 in the evening", and the small hours of "Saturday night",
    /// which are a Sunday's.
    pub(super) fn in_part(self, part: Part) -> Option<Said> {
        let noon = self.hour == 12;
        if let Some(pm) = self.pm {
            let fits = match part {
                // The morning ends at noon.
                Part::Morning => !pm || noon,
                Part::Afternoon => pm,
                Part::Evening | Part::Night => pm && !noon,
            };
            return fits.then_some(self);
        }
        if self.hour == 0 || self.hour > 12 {
            return ((part == Part::Morning) == (self.hour == 0)).then_some(self);
        }
        let pm = match part {
            Part::Afternoon => true,
            _ if noon => return None,
            Part::Night if self.hour < 6 => return None,
            Part::Morning => false,
            Part::Evening | Part::Night => true,
        };
        Some(Said {
            pm: Some(pm),
            ..self
        })
    }

    /// The start, with its half taken over from the end where it does not say ("7 to 9pm", "10 to
    /// 2am"): whichever is less than twelve hours before.
    pub(super) fn start(self, end: Option<Said>) -> Option<NaiveTime> {
        self.alone(end).or_else(|| {
            let end = end.filter(|end| end.pm.is_some())?.alone(None)?;
            self.either().find(|start| is_soon(*start, end))
        })
    }

    /// The end, with its half taken over from the start ("7pm until 9").
    pub(super) fn end(self, start: NaiveTime, said: Said) -> Option<NaiveTime> {
        self.alone(Some(said))
            .or_else(|| self.either().find(|end| is_soon(start, *end)))
    }

    /// What it says without the other one. "10.30" is the morning's, unless the other one says that
    /// halves are counted ("10.30 to 11.30pm").
    fn alone(self, other: Option<Said>) -> Option<NaiveTime> {
        let halves = || other.is_some_and(|other| other.pm.is_some());
        match self.pm {
            Some(pm) => self.half(pm),
            None if self.hour == 0 || self.hour > 12 => self.whole(),
            None if self.whole_day && !(self.hour >= 10 && halves()) => self.whole(),
            None => None,
        }
    }

    fn either(self) -> impl Iterator<Item = NaiveTime> {
        [false, true]
            .into_iter()
            .filter_map(move |pm| self.half(pm))
    }

    fn half(self, pm: bool) -> Option<NaiveTime> {
        NaiveTime::from_hms_opt(self.hour % 12 + if pm { 12 } else { 0 }, self.minute, 0)
    }

    fn whole(self) -> Option<NaiveTime> {
        NaiveTime::from_hms_opt(self.hour, self.minute, 0)
    }

    pub(super) const fn is_twelve(self) -> bool {
        self.hour == 12
    }

    /// `7`, `7.30`, `10am`.
    pub(super) fn shown(self) -> String {
        let mut text = self.hour.to_string();
        if self.minute > 0 {
            text += if self.minute < 10 { ".0" } else { "." };
            text += &self.minute.to_string();
        }
        text += match self.pm {
            Some(false) => "am",
            Some(true) => "pm",
            None => "",
        };
        text
    }
}

/// Whether the end comes within twelve hours, past midnight where need be.
fn is_soon(start: NaiveTime, end: NaiveTime) -> bool {
    let length = until(start, end);
    TimeDelta::zero() < length && length < TimeDelta::hours(12)
}

/// How long it is from one time of day to another; to the same one, no time.
pub(super) fn until(start: NaiveTime, end: NaiveTime) -> TimeDelta {
    let length = end.signed_duration_since(start);
    if length < TimeDelta::zero() {
        length + TimeDelta::days(1)
    } else {
        length
    }
}

/// `7.30pm`, `7pm`, `730pm`, `19:30`, `noon`. Nothing for a bare number.
pub(super) fn time(word: &str) -> Option<Said> {
    let said = match word {
        "noon" | "midday" => Said {
            pm: Some(true),
            ..Said::hour(12)?
        },
        "midnight" => Said {
            pm: Some(false),
            ..Said::hour(12)?
        },
        _ => written(word)?,
    };
    let hours = if said.pm.is_some() { 1..=12 } else { 0..=23 };
    (hours.contains(&said.hour) && said.minute < 60).then_some(said)
}

/// Whether it is written like a time, and there is none such: `13pm`, `25:00`.
pub(super) fn is_no_time(word: &str) -> bool {
    written(word).is_some() && time(word).is_none()
}

/// `1930`, and nothing that looks more like a year or a number.
pub(super) fn four_figures(word: &str) -> Option<Said> {
    let figures = (word.len() == 4).then(|| number(word)).flatten()?;
    let (hour, minute) = (figures / 100, figures % 100);
    (hour < 24 && minute < 60 && minute % 5 == 0).then_some(Said {
        hour,
        minute,
        pm: None,
        whole_day: true,
    })
}

/// A time as it is written, whether there is one such or not.
fn written(word: &str) -> Option<Said> {
    let plain: String = word.chars().filter(|c| *c != '\'').collect();
    let plain = plain.replace("a.m", "am").replace("p.m", "pm");
    let (figures, pm) = match (plain.strip_suffix("pm"), plain.strip_suffix("am")) {
        (Some(figures), _) => (figures, Some(true)),
        (_, Some(figures)) => (figures, Some(false)),
        _ => (plain.as_str(), None),
    };
    let figures = figures.trim_end_matches('.');
    let (hour, minute) = match figures.split_once(['.', ':']) {
        Some((hour, minute)) if minute.len() == 2 => (hour, number(minute)?),
        Some(_) => return None,
        None if pm.is_some() => match number(figures)? {
            // "730pm"; "seven" is no more figures than "7".
            long if figures.len() > 2 && figures.starts_with(|c: char| c.is_ascii_digit()) => {
                return Some(Said {
                    hour: long / 100,
                    minute: long % 100,
                    pm,
                    whole_day: false,
                });
            }
            _ => (figures, 0),
        },
        None => return None,
    };
    Some(Said {
        hour: number(hour)?,
        minute,
        pm,
        whole_day: pm.is_none() && hour.len() == 2,
    })
}
