//! What the flow means, in words: problems, failures, what stands against signing.

use chrono::NaiveDate;
use swansfeet_demands::form::Argument;
use swansfeet_demands::seal::TextError;
use swansfeet_demands::text::Moment;
use swansfeet_words::{Msg, Value, Words};
use yew::AttrValue;

use crate::draw::View;
use crate::errors;
use crate::flow::{Bar, Failure, Problem};
use crate::msg;

/// What is wrong with an answer and how to mend it.
pub(crate) fn problem(view: &View, problem: Problem) -> AttrValue {
    match problem {
        Problem::Refused(message) => view.text(message),
        Problem::Form(error) => {
            let argument = error.argument().map(|(name, argument)| match argument {
                Argument::Text(text) => (name, Value::Text(text)),
                Argument::Number(number) => (name, Value::from(number)),
            });
            with(view, errors::of_form(error.kind), argument.as_slice())
        }
        Problem::Code(error) => {
            let arguments = match error {
                TextError::Character(found) => {
                    vec![("character", Value::Text(found.to_string()))]
                }
                TextError::Length(got, wanted) => {
                    vec![("got", Value::from(got)), ("wanted", Value::from(wanted))]
                }
                _ => Vec::new(),
            };
            with(view, errors::of_code(&error), &arguments)
        }
    }
}

/// A sentence with its blanks filled.
#[inline(never)]
fn with(view: &View, message: Msg, args: &[(&'static str, Value)]) -> AttrValue {
    view.words.say(message, args).into()
}

/// Why something did not come or go.
pub(crate) fn failure(failure: Failure) -> Msg {
    match failure {
        Failure::Offline => msg::FAIL_NO_NETWORK,
        Failure::Unreachable => msg::FAIL_HUB,
        Failure::Broken => msg::FAIL_BROKEN,
        Failure::NoCampaign => msg::FAIL_NO_CAMPAIGN,
        Failure::TooMany => msg::FAIL_TOO_MANY,
        Failure::TooLarge => msg::FAIL_TOO_LARGE,
        Failure::NotTaken => msg::FAIL_NOT_TAKEN,
        Failure::NoRandom => msg::FAIL_NO_RANDOM,
    }
}

/// What stands against signing: in a line, and more of it.
pub(crate) fn bar(view: &View, bar: Bar) -> (AttrValue, Option<Msg>) {
    let words = view.words;
    match bar {
        Bar::NotYet(Some(moment)) => (
            msg::BarOpensOn { date: day(moment) }.say(words).into(),
            None,
        ),
        Bar::NotYet(None) => (view.text(msg::BAR_NOT_YET), None),
        Bar::Closed(Some(moment)) => (
            msg::BarClosedOn { date: day(moment) }.say(words).into(),
            None,
        ),
        Bar::Closed(None) => (view.text(msg::BAR_CLOSED), None),
        Bar::BadPins => (view.text(msg::BAR_KEY), Some(msg::BAR_BAD_PINS)),
        Bar::OtherKey => (view.text(msg::BAR_KEY), Some(msg::BAR_OTHER_KEY)),
        Bar::NoKey => (view.text(msg::BAR_KEY), Some(msg::BAR_NO_KEY)),
    }
}

/// Year by year from 1970: what leads to any day of any century is half a kilobyte of tables.
fn day(moment: Moment) -> Value {
    let mut left = u32::try_from(moment.0 / 86_400).unwrap_or_default();
    let mut year = 1970;
    // No campaign is later; a hub that says so must not keep the page counting.
    while year < 3000 {
        let days = if NaiveDate::from_yo_opt(year, 366).is_some() {
            366
        } else {
            365
        };
        if left < days {
            break;
        }
        left -= days;
        year += 1;
    }
    let date = NaiveDate::from_yo_opt(year, left + 1);
    date.map_or(Value::Text(String::new()), Value::Date)
}

/// "1,234 people have signed."
pub(crate) fn count(words: &Words, count: u32) -> String {
    if count == 0 {
        words.get(msg::COUNT_NONE)
    } else {
        msg::CountSigned {
            count: count.into(),
        }
        .say(words)
    }
}
