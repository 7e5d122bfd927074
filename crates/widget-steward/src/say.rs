//! Steps, and why the work stopped, in words. Decides nothing.

use swansfeet_wellbeing::second::Step;
use swansfeet_wellbeing::{Place, Week};
use swansfeet_words::{Msg, Value, Words};
use yew::AttrValue;

use crate::app::Trouble;
use crate::msg;
use crate::way::Failure;
use crate::work::Stop;

/// The sentence of this key; empty where there is none, which a test rules out.
fn keyed(words: &Words, key: &str) -> String {
    let message = msg::keyed(key);
    message.map_or_else(String::new, |message| words.get(message))
}

/// A place's name.
pub(crate) fn place(words: &Words, place: Place) -> String {
    keyed(words, &["place-", place.id()].concat())
}

/// One step in one line.
pub(crate) fn step(words: &Words, step: Step) -> AttrValue {
    let name = |of: Place| Value::from(place(words, of));
    let monday = |week: Week| Value::Date(week.from());
    let sentence = match step {
        Step::Signed(week) => msg::StepSigned { week: monday(week) }.say(words),
        Step::Counting(place, done, all) => msg::StepCounting {
            place: name(place),
            done: done.into(),
            all: all.into(),
        }
        .say(words),
        Step::Published(place, week, _) => msg::StepPublished {
            place: name(place),
            week: monday(week),
        }
        .say(words),
        Step::Carried(place, _) => msg::StepCarried { place: name(place) }.say(words),
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
        Step::Again(place, _) => msg::StepAgain { place: name(place) }.say(words),
    };
    sentence.into()
}

/// Why the work stopped.
pub(crate) fn stop(words: &Words, stop: &Stop) -> AttrValue {
    let of = |message: Msg| words.get(message);
    let sentence = match stop {
        Stop::Hub(Failure::Silent) => of(msg::FAIL_SILENT),
        Stop::Hub(Failure::NoCampaign) => of(msg::FAIL_NO_CAMPAIGN),
        Stop::Hub(Failure::OtherKey) => of(msg::FAIL_OTHER_KEY),
        Stop::Hub(Failure::Clock) => of(msg::FAIL_CLOCK),
        Stop::Hub(Failure::Refused(why)) => msg::FailRefused {
            why: why.as_str().into(),
        }
        .say(words),
        Stop::Hub(Failure::Other) | Stop::Nonsense(_) => of(msg::FAIL_OTHER),
        Stop::NotSaved => of(msg::FAIL_NOT_SAVED),
        Stop::NoRandom => of(msg::FAIL_RANDOM),
        Stop::Refused(why) => keyed(words, why.key()),
    };
    sentence.into()
}

/// What did not go.
pub(crate) fn trouble(words: &Words, trouble: Trouble) -> AttrValue {
    let sentence = match trouble {
        Trouble::File(error) => keyed(words, error.key()),
        Trouble::NoRandom => words.get(msg::FAIL_RANDOM),
        Trouble::NotWritten => words.get(msg::SAVE_NOT_WRITTEN),
        Trouble::NoCampaign => words.get(msg::CAMPAIGN_NEEDED),
    };
    sentence.into()
}
