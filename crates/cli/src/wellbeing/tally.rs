//! `swansfeet wellbeing tally`: the second holder as a process beside the hub. Runs at once and then
//! every ten minutes; says each step in one line, and nothing of anybody.

use std::process::ExitCode;
use std::time::Duration;

use clap::Args;
use swansfeet_wellbeing::card::LEAST;
use swansfeet_wellbeing::second::Step;
use swansfeet_words::Words;

use super::say::step;
use super::work::{Holder, Holding};
use crate::office::{self, Done, Trouble, say};
use crate::serve::told_to_stop;
use crate::words::msg;

/// Options of `swansfeet wellbeing tally`.
#[derive(Args, Debug)]
pub(super) struct Tally {
    #[command(flatten)]
    holding: Holding,

    /// Run once, and end
    #[arg(long)]
    once: bool,

    /// How many seconds lie between two runs
    #[arg(long, default_value_t = 600, value_parser = clap::value_parser!(u64).range(1..), value_name = "SECONDS")]
    every: u64,

    /// Refuse to publish anything of fewer people than this, whatever the hub says
    #[arg(long, default_value_t = LEAST, value_name = "NUMBER")]
    least: u32,

    /// How many weeks ahead cards are signed
    #[arg(long, default_value_t = 2, value_parser = clap::value_parser!(u32).range(..=26), value_name = "WEEKS")]
    ahead: u32,
}

pub(super) fn run(options: &Tally, words: &Words) -> ExitCode {
    office::run(words, async {
        let mut holder = options.holding.open(options.least, options.ahead, words)?;
        if options.once {
            holder.run(&mut |done| log(done, words)).await?;
            return Ok(ExitCode::SUCCESS);
        }
        // Wherever this is dropped, the next start goes on: a crash at any step loses nothing.
        tokio::select! {
            done = for_ever(&mut holder, Duration::from_secs(options.every), words) => done,
            () = told_to_stop() => {
                say(&words.get(msg::TALLY_ENDED));
                Ok(ExitCode::SUCCESS)
            }
        }
    })
}

async fn for_ever(holder: &mut Holder, every: Duration, words: &Words) -> Done {
    let mut trouble: Option<String> = None;
    let mut said = Vec::new();
    loop {
        let mut steps = Vec::new();
        let watch = &mut |done| {
            // What is as it was ten minutes ago, a place that waits, is not said again.
            if !said.contains(&done) {
                log(done, words);
            }
            steps.push(done);
        };
        let now = holder.run(watch).await;
        let now = now.err().map(|trouble: Trouble| trouble.sentence(words));
        // Said when it begins and when it is over, not each time.
        if now != trouble {
            match &now {
                Some(sentence) => eprintln!("swansfeet: {sentence}"),
                None => say(&words.get(msg::TALLY_GOES_ON)),
            }
            trouble = now;
        }
        if trouble.is_none() {
            said = steps;
        }
        tokio::time::sleep(every).await;
    }
}

fn log(done: Step, words: &Words) {
    // A line for each page would be one for each 128 people.
    if !matches!(done, Step::Counting(..)) {
        say(&step(done, words));
    }
}
