//! `swansfeet pay check`: JSON Lines in, JSON Lines out, one case at a time.

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use serde::Serialize;
use swansfeet_api::pay::{Answer, Case, Fault, Refusal, id_in};
use swansfeet_api::read::Id;
use swansfeet_pay::{PayCheck, Rates, check};
use swansfeet_words::{Value, Words};

use super::report;
use crate::lines::{Error, Line, answer_all, unread};
use crate::words::{keyed, say};

/// Options of `swansfeet pay check`.
#[derive(Args, Debug)]
pub(crate) struct Check {
    /// A file with one case in JSON on each line; `-` is standard input
    #[arg(default_value = "-", value_name = "FILE")]
    file: PathBuf,

    /// Write the answers for people, not as JSON
    #[arg(long)]
    text: bool,
}

/// What one line came to.
pub(super) enum Outcome {
    /// An answer.
    Checked(Option<Id>, Box<PayCheck>),
    /// A line that cannot be right.
    Refused(Refusal),
}

/// Answers every line in order. Ends with 1 if a line was refused or there was none.
pub(crate) fn run(options: &Check, words: &Words) -> Result<ExitCode, Error> {
    let rates = Rates::built_in();
    answer_all(&options.file, |out, number, line| {
        let outcome = answer(line, &rates, words);
        let is_refused = matches!(outcome, Outcome::Refused(_));
        write(out, options.text, number, outcome, words)?;
        Ok(is_refused)
    })
}

fn answer(line: Line<'_>, rates: &Rates, words: &Words) -> Outcome {
    let text = match unread(line, words) {
        Ok(text) => text,
        Err(message) => return refused(None, Fault::of_line(message)),
    };
    let case = match Case::from_json(text).and_then(|case| Ok((case.to_domain()?, case))) {
        Ok(case) => case,
        Err(error) => {
            let fault = Fault::of_json(&error, |key, arg| {
                let args = arg.map(|(name, text)| (name, Value::Text(text)));
                keyed(words, key, args.as_slice())
            });
            return refused(id_in(text), fault);
        }
    };
    let (domain, case) = case;
    match check(&domain, rates) {
        Ok(answer) => Outcome::Checked(case.id, Box::new(answer)),
        Err(errors) => {
            // The first fault; mending it shows the next.
            let fault = errors
                .first()
                .map(|error| Fault::of_case(error, &case, &|key, args| say(words, key, args)));
            refused(
                case.id,
                fault.unwrap_or_else(|| Fault::of_line(String::new())),
            )
        }
    }
}

fn refused(id: Option<Id>, error: Fault) -> Outcome {
    Outcome::Refused(Refusal { id, error })
}

fn write(
    out: &mut dyn Write,
    text: bool,
    number: u64,
    outcome: Outcome,
    words: &Words,
) -> io::Result<()> {
    let say: &dyn Fn(&str, &[_]) -> String = &|key, args| say(words, key, args);
    match (text, outcome) {
        (true, outcome) => report::write(out, number, &outcome, words),
        (false, Outcome::Checked(id, check)) => json(out, &Answer::of(id, &check, say)),
        (false, Outcome::Refused(refusal)) => json(out, &refusal),
    }
}

fn json(out: &mut dyn Write, line: &impl Serialize) -> io::Result<()> {
    serde_json::to_writer(&mut *out, line)?;
    out.write_all(b"\n")
}
