//! A second holder's steps as sentences.

use swansfeet_wellbeing::second::Step;
use swansfeet_wellbeing::{Place, Week};
use swansfeet_words::{Value, Words};

use crate::words::{keyed, msg};

/// One step in one line.
pub(super) fn step(step: Step, words: &Words) -> String {
    let name = |place: Place| Value::from(place_name(place, words));
    let monday = |week: Week| Value::Date(week.from());
    match step {
        Step::Signed(week) => msg::StepSigned { week: monday(week) }.say(words),
        Step::Counting(place, done, all) => msg::StepCounting {
            place: name(place),
            done: done.into(),
            all: all.into(),
        }
        .say(words),
        Step::Published(place, week, weeks) => msg::StepPublished {
            place: name(place),
            week: monday(week),
            weeks: weeks.into(),
        }
        .say(words),
        Step::Carried(place, week) => msg::StepCarried {
            place: name(place),
            week: monday(week),
        }
        .say(words),
        Step::Refused(place, people) => msg::StepRefused {
            place: name(place),
            people: people.into(),
        }
        .say(words),
        Step::Destroyed(place, week) => msg::StepDestroyed {
            place: name(place),
            week: monday(week),
        }
        .say(words),
        Step::Missing(place, week) => msg::StepMissing {
            place: name(place),
            week: monday(week),
        }
        .say(words),
        Step::Lost(week) => msg::StepLost { week: monday(week) }.say(words),
        Step::Again(place, week) => msg::StepAgain {
            place: name(place),
            week: monday(week),
        }
        .say(words),
    }
}

/// A place's name.
pub(super) fn place_name(place: Place, words: &Words) -> String {
    keyed(words, &["place-", place.id()].concat(), &[])
}
