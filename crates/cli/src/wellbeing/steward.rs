//! `swansfeet wellbeing steward`: this week's work of a person who holds the second key. Says what is
//! being done, then what came of it and when to come back.

use std::process::ExitCode;

use clap::Args;
use swansfeet_wellbeing::Week;
use swansfeet_wellbeing::card::USUAL;
use swansfeet_wellbeing::ledger::destroyed_after;
use swansfeet_wellbeing::second::Step;
use swansfeet_words::{Value, Words};

use super::say::{place_name, step};
use super::work::{Holder, Holding, today};
use crate::office::{self, Done, say};
use crate::words::msg;

/// A place whose sum the hub lost on the way is begun anew, and so is one that has a second cut.
const MOST_RUNS: u32 = 5;

/// Options of `swansfeet wellbeing steward`.
#[derive(Args, Debug)]
pub(super) struct Steward {
    #[command(flatten)]
    holding: Holding,

    /// Refuse to publish anything of fewer people than this, whatever the hub says
    #[arg(long, default_value_t = USUAL, value_name = "NUMBER")]
    least: u32,

    /// How many weeks ahead cards are signed, so that check-ins are taken while you are away
    #[arg(long, default_value_t = 8, value_parser = clap::value_parser!(u32).range(..=26), value_name = "WEEKS")]
    ahead: u32,
}

pub(super) fn run(options: &Steward, words: &Words) -> ExitCode {
    office::run(words, async {
        let mut holder = options.holding.open(options.least, options.ahead, words)?;
        let mut steps = Vec::new();
        let done = work(&mut holder, &mut steps, words).await;
        // What was done is said, though something else was not.
        sum_up(&steps, words);
        done?;
        end(&mut holder, words)
    })
}

async fn work(
    holder: &mut Holder,
    steps: &mut Vec<Step>,
    words: &Words,
) -> Result<(), office::Trouble> {
    for _ in 0..MOST_RUNS {
        let before = steps.len();
        let mut watch = |done| {
            eprintln!("{}", step(done, words));
            steps.push(done);
        };
        holder.run(&mut watch).await?;
        let is_more = |step: &Step| matches!(step, Step::Published(..) | Step::Again(..));
        if !steps[before..].iter().any(is_more) {
            break;
        }
    }
    Ok(())
}

fn sum_up(steps: &[Step], words: &Words) {
    let signed = steps.iter().filter_map(|step| match step {
        Step::Signed(week) => Some(*week),
        _ => None,
    });
    if let Some(last) = signed.clone().max() {
        let sentence = msg::StewardSigned {
            count: u32::try_from(signed.count()).unwrap_or(u32::MAX).into(),
            last: Value::Date(last.to()),
        };
        say(&sentence.say(words));
    }
    let list = |of: &dyn Fn(&Step) -> Option<String>| {
        let list: Vec<String> = steps.iter().filter_map(of).collect();
        (!list.is_empty()).then(|| Value::from(list.join(", ")))
    };
    let published = list(&|step| match step {
        Step::Published(place, ..) => Some(place_name(*place, words)),
        _ => None,
    });
    match published {
        Some(places) => say(&msg::StewardPublished { places }.say(words)),
        None => say(&words.get(msg::STEWARD_NOTHING_PUBLISHED)),
    }
    let carried = list(&|step| match step {
        Step::Carried(place, _) => Some(place_name(*place, words)),
        _ => None,
    });
    if let Some(places) = carried {
        say(&msg::StewardCarried { places }.say(words));
    }
    let destroyed = steps
        .iter()
        .filter(|step| matches!(step, Step::Destroyed(..)))
        .count();
    if destroyed > 0 {
        let count = u32::try_from(destroyed).unwrap_or(u32::MAX).into();
        say(&msg::StewardDestroyed { count }.say(words));
    }
}

fn end(holder: &mut Holder, words: &Words) -> Done {
    if let Some(oldest) = holder.waiting()?.into_iter().min() {
        let sentence = msg::StewardWaiting {
            week: Value::Date(oldest.from()),
            last: Value::Date(destroyed_after(oldest)),
        };
        say(&sentence.say(words));
    }
    let next = Value::Date(Week::of(today()).plus(1).from());
    say(&msg::StewardComeBack { next }.say(words));
    Ok(ExitCode::SUCCESS)
}
