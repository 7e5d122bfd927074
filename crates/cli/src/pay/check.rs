//! `swansfeet pay check`: JSON Lines in, JSON Lines out, one case at a time.

use std::fs::File;
use std::io::{self, BufReader, BufWriter, IsTerminal, Read, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use serde::Serialize;
use swansfeet_api::pay::{Answer, Case, Fault, Refusal, id_in};
use swansfeet_api::read::Id;
use swansfeet_pay::{PayCheck, Rates, check};
use swansfeet_words::{Value, Words};

use super::lines::{LONGEST, Line, Lines};
use super::{Error, Source, report};
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
    let source = Source(options.file.clone());
    let unreadable = |error| Error::Read(source.clone(), error);
    let input: Box<dyn Read> = if options.file.as_os_str() == "-" {
        Box::new(io::stdin())
    } else {
        Box::new(File::open(&options.file).map_err(unreadable)?)
    };
    let mut lines = Lines::new(BufReader::with_capacity(1 << 16, input));
    let stdout = io::stdout().lock();
    // Answers to a person at a terminal come as they are asked for, a file's in large pieces.
    let live = stdout.is_terminal();
    let mut out = BufWriter::with_capacity(1 << 16, stdout);

    let rates = Rates::built_in();
    let (mut cases, mut refused) = (0_u64, false);
    while let Some(line) = lines.next().map_err(unreadable)? {
        let outcome = match line {
            Line::Text("") => continue,
            line => answer(line, &rates, words),
        };
        cases += 1;
        refused |= matches!(outcome, Outcome::Refused(_));
        write(&mut out, options.text, cases, outcome, words).map_err(Error::Write)?;
        // Nothing at hand: whoever is at the other end of the pipe may be waiting for us.
        if live || lines.would_wait() {
            out.flush().map_err(Error::Write)?;
        }
    }
    out.flush().map_err(Error::Write)?;
    if cases == 0 {
        return Err(Error::Empty(source));
    }
    Ok(if refused {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    })
}

fn answer(line: Line<'_>, rates: &Rates, words: &Words) -> Outcome {
    let refuse_line = |key, name, value: usize| {
        let value = Value::Number(value.into());
        refused(
            None,
            Fault {
                field: "line".to_owned(),
                message: keyed(words, key, &[(name, value)]),
            },
        )
    };
    let text = match line {
        Line::TooLong => return refuse_line("error-line-too-long", "most", LONGEST),
        Line::NotUtf8(byte) => return refuse_line("error-not-utf8", "byte", byte),
        Line::Text(text) => text,
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
            let nothing = || Fault {
                field: "line".to_owned(),
                message: String::new(),
            };
            refused(case.id, fault.unwrap_or_else(nothing))
        }
    }
}

fn refused(id: Option<Id>, error: Fault) -> Outcome {
    Outcome::Refused(Refusal { id, error })
}

fn write(
    out: &mut impl Write,
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

fn json(out: &mut impl Write, line: &impl Serialize) -> io::Result<()> {
    serde_json::to_writer(&mut *out, line)?;
    out.write_all(b"\n")
}
