//! What ids and figures mean, in words. Decides nothing.

use chrono::NaiveDate;
use swansfeet_wellbeing::{Place, Question};
use swansfeet_words::{Msg, Value, Words};
use yew::AttrValue;

use crate::flow::{Bar, Failure};
use crate::msg;

/// The sentence whose key is made of these parts; empty where there is none, which a test rules out.
#[inline(never)]
pub(crate) fn keyed(words: &Words, parts: &[&str]) -> AttrValue {
    let message = msg::keyed(&parts.concat());
    message.map_or_else(AttrValue::default, |message| words.get(message).into())
}

/// The name of a place.
pub(crate) fn place(words: &Words, place: Place) -> AttrValue {
    keyed(words, &["place-", place.id()])
}

/// The name of a cell: that of its band, with its figures where the question has a scale of figures.
#[inline(never)]
pub(crate) fn cell(words: &Words, question: &Question, at: usize) -> AttrValue {
    let name = keyed(words, &["cell-", question.cell_id(at)]);
    let band = question.bands.get(at).filter(|_| has_figures(question));
    let Some(band) = band else {
        return name;
    };
    let name = Value::Text(name.as_str().to_owned());
    msg::PictureRange {
        name,
        from: u32::from(band.from).into(),
        to: u32::from(band.to).into(),
    }
    .say(words)
    .into()
}

/// Whether the answers to a question are figures, and not words.
pub(crate) fn has_figures(question: &Question) -> bool {
    question.highest == 10
}

/// A per cent of a picture. The ends are clamped: nobody learns that all, or nobody, said something.
#[inline(never)]
pub(crate) fn percent(words: &Words, percent: u32) -> AttrValue {
    let value = percent.into();
    let text = match percent {
        0..=5 => msg::PictureLeast { percent: value }.say(words),
        95.. => msg::PictureMost { percent: value }.say(words),
        _ => msg::PicturePercent { percent: value }.say(words),
    };
    text.into()
}

/// A day; nothing where it is not known.
pub(crate) fn day(day: Option<NaiveDate>) -> Value {
    day.map_or_else(|| Value::Text(String::new()), Value::Date)
}

/// Why something did not go.
pub(crate) fn failure(failure: Failure) -> Msg {
    match failure {
        Failure::Offline => msg::FAIL_NETWORK,
        Failure::Unreachable => msg::FAIL_SERVER,
        Failure::NoCampaign => msg::BAR_NO_CAMPAIGN,
        Failure::Busy => msg::FAIL_BUSY,
        Failure::WeekOver => msg::FAIL_WEEK,
        Failure::Refused => msg::FAIL_REFUSED,
        Failure::NoRandom => msg::FAIL_RANDOM,
    }
}

/// What stands against adding.
pub(crate) fn bar(words: &Words, bar: Bar) -> AttrValue {
    let message = match bar {
        Bar::Waiting => msg::BAR_WAITING,
        Bar::NoDocument(why) => failure(why),
        Bar::NoWeek => msg::BAR_NO_WEEK,
        Bar::Card(error) => return keyed(words, &[error.key()]),
        Bar::OtherCampaign => msg::BAR_OTHER_CAMPAIGN,
        Bar::OtherQuestions => msg::BAR_OTHER_QUESTIONS,
    };
    words.get(message).into()
}
