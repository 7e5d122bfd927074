//! `swansfeet meetings rule`: JSON Lines in, JSON Lines out, one recurrence rule at a time.

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use serde::Serialize;
use swansfeet_api::meetings::rule::{Answer, Asked, Run, Scalar, Wrong, id_in};
use swansfeet_api::read::{Fault, ReadError, ReadFault};
use swansfeet_words::{Value, Words};

use crate::lines::{Error, Line, answer_all, unread};
use crate::words::keyed;

/// Options of `swansfeet meetings rule`.
#[derive(Args, Debug)]
pub(crate) struct Rule {
    /// A file with one rule in JSON on each line: id, rule, start, zone (null: floating time),
    /// exdates, rdates, limit (20, at most 10000), until; `-` is standard input. A line has
    /// 20 dates and one more for each byte of it; beyond that, all lines share 700000, and what a
    /// line does not need is theirs too. A line for which they ran out is "bounded"
    #[arg(default_value = "-", value_name = "FILE")]
    file: PathBuf,
}

/// What stands in for an answer when a line cannot be right.
#[derive(Serialize)]
struct Refusal {
    id: Option<Scalar>,
    error: Fault,
}

/// Answers every line in order. Ends with 1 if a line was refused or there was none.
pub(super) fn run(options: &Rule, words: &Words) -> Result<ExitCode, Error> {
    let mut run = Run::default();
    answer_all(&options.file, |out, _, line| {
        match answer(&mut run, line, words) {
            Ok(answer) => json(out, &answer).map(|()| false),
            Err(refusal) => json(out, &refusal).map(|()| true),
        }
    })
}

fn answer(run: &mut Run, line: Line<'_>, words: &Words) -> Result<Answer, Refusal> {
    let refused = |id, error| Refusal { id, error };
    let text = unread(line, words).map_err(|why| refused(None, Fault::of_line(why)))?;
    let asked = Asked::from_json(text).map_err(|error| {
        let fault = Fault::of_json(&error, |_, arg| {
            let args = arg.map(|(name, text)| (name, Value::Text(text)));
            keyed(words, key(&error), args.as_slice())
        });
        refused(id_in(text), fault)
    })?;
    let id = asked.id.clone();
    asked
        .answer(run, text.len())
        .map_err(|Wrong { field, what }| {
            let (key, args) = what.key();
            let args: Vec<_> = args
                .into_iter()
                .map(|(name, text)| (name, Value::Text(text)))
                .collect();
            let message = keyed(words, key, &args);
            refused(id, Fault { field, message })
        })
}

/// Where the sentence for any JSON speaks of cases, rules have one of their own.
fn key(error: &ReadError) -> &'static str {
    match error.fault {
        ReadFault::NotJson { .. } => "error-rules-not-json",
        ReadFault::NotObject => "error-rules-not-object",
        ReadFault::NotId => "error-rules-not-id",
        ReadFault::NotWhole => "error-rules-not-whole",
        ReadFault::UnknownField { nearest: None } => "error-rules-unknown-field",
        _ => error.key(),
    }
}

fn json(out: &mut dyn Write, line: &impl Serialize) -> io::Result<()> {
    serde_json::to_writer(&mut *out, line)?;
    out.write_all(b"\n")
}
