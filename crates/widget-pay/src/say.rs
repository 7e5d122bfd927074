//! What the flow means, in words: answers, problems, and the figures of the rules.

use rust_decimal::Decimal;
use swansfeet_pay::exact::{Round, rounded};
use swansfeet_pay::{Arg, ErrorKind, Gap, GapKind, HourlyRate, Reading, ReadingKind, Rule, Step};
use swansfeet_words::{Msg, Value, Words, input::InputError};

use yew::AttrValue;

use crate::draw::View;
use crate::flow::{Field, Flow, Kind, Meaning, Problem};
use crate::msg;

/// What is wrong with an answer and how to mend it.
pub(crate) fn problem(view: &View, field: Field, problem: Problem) -> AttrValue {
    match problem {
        Problem::Missing => view.text(match field.spec().kind {
            Kind::Choice(_) | Kind::AgeBand => msg::MISSING_CHOICE,
            _ => msg::MISSING_NUMBER,
        }),
        Problem::OtherBands => msg::OtherAgeGroups {
            date: view.flow.from().into(),
        }
        .say(view.words)
        .into(),
        Problem::Unreadable(error) => with(view, INPUTS[error.place()], &[]),
        Problem::Wrong(error) => with(view, ERRORS[error.kind.place()], error.arg().as_slice()),
    }
}

/// The sentence of a key. All are found while this is compiled, which fails where one is missing;
/// so the widget carries no keys.
pub(crate) const fn sentence(key: &str) -> Msg {
    match msg::keyed(key) {
        Some(message) => message,
        None => panic!("a key has no sentence in this crate's words"),
    }
}

const fn sentences<const MANY: usize>(keys: [&str; MANY]) -> [Msg; MANY] {
    let mut all = [Msg(0); MANY];
    let mut at = 0;
    while at < MANY {
        all[at] = sentence(keys[at]);
        at += 1;
    }
    all
}

static INPUTS: [Msg; InputError::KEYS.len()] = sentences(InputError::KEYS);
static ERRORS: [Msg; ErrorKind::KEYS.len()] = sentences(ErrorKind::KEYS);
static RULES: [Msg; Rule::KEYS.len()] = sentences(Rule::KEYS);
static GAPS: [Msg; GapKind::KEYS.len()] = sentences(GapKind::KEYS);
static READINGS: [Msg; ReadingKind::KEYS.len()] = sentences(ReadingKind::KEYS);

/// What a step did.
pub(crate) fn step(view: &View, step: &Step) -> AttrValue {
    with(view, RULES[step.rule as usize], &step.args)
}

/// What is not known.
pub(crate) fn gap(view: &View, gap: &Gap) -> AttrValue {
    with(view, GAPS[gap.kind as usize], &gap.args)
}

/// What else the law or the facts may mean.
pub(crate) fn reading(view: &View, reading: &Reading) -> AttrValue {
    let args = [
        ("hours", Arg::Hours(reading.hours)),
        ("shortfall", Arg::Money(reading.shortfall)),
        ("arrears", Arg::Money(reading.arrears)),
    ];
    with(view, READINGS[reading.kind as usize], &args)
}

/// A sentence with the figures of the rules.
#[inline(never)]
fn with(view: &View, message: Msg, args: &[(&'static str, Arg)]) -> AttrValue {
    let args: Vec<_> = args
        .iter()
        .map(|(name, arg)| (*name, value(*arg)))
        .collect();
    view.words.say(message, &args).into()
}

fn value(arg: Arg) -> Value {
    match arg {
        Arg::Money(money) => Value::Money(money.0),
        Arg::Rate(rate) => Value::Money(rate.0),
        Arg::Hours(hours) => Value::Hours(hours.0),
        Arg::Date(day) => Value::Date(day),
        Arg::Count(count) => Value::from(count),
        Arg::Number(number) => Value::Number(number),
        Arg::Name(name) => Value::from(name),
    }
}

/// "£11.81 an hour", never rounded up: a rate just under the minimum must not look like it.
pub(crate) fn an_hour(words: &Words, rate: HourlyRate) -> String {
    msg::UnitAnHour {
        amount: Value::Money(down_to_the_penny(rate)),
    }
    .say(words)
}

pub(crate) fn down_to_the_penny(rate: HourlyRate) -> Decimal {
    rounded(&rate.0, 2, Round::Cut)
}

/// An answer as the summary shows it; none where nothing was answered.
pub(crate) fn answer(words: &Words, flow: &Flow, field: Field) -> Option<String> {
    if flow.is_unknown(field) {
        return Some(words.get(msg::DONT_KNOW));
    }
    Some(match flow.meaning(field) {
        Meaning::Nothing => return None,
        Meaning::Money(pounds) => words.money(&pounds),
        Meaning::Hours(hours, _) => words.hours(&hours),
        Meaning::Count(count) => words.number(&count.into()),
        Meaning::Date(day) => words.date(day),
        Meaning::Choice(at) => words.get(chosen(field, at)),
        Meaning::Ages(..) => age_group(words, flow.band()?),
    })
}

fn chosen(field: Field, at: usize) -> Msg {
    match field.spec().kind {
        Kind::Choice(options) => options[at].1,
        _ => msg::ANSWER_NOT_GIVEN,
    }
}

/// "21 or over", "18 to 20", "Under 18".
pub(crate) fn age_group(words: &Words, (from, below): (u16, Option<u16>)) -> String {
    let number = |age: u16| Value::from(u32::from(age));
    match below {
        None => msg::AgeFrom { age: number(from) }.say(words),
        Some(below) if from == 0 => msg::AgeUnder { age: number(below) }.say(words),
        Some(below) => msg::AgeBetween {
            from: number(from),
            to: number(below - 1),
        }
        .say(words),
    }
}
