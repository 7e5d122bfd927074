//! `swansfeet demands check`: JSON Lines in, JSON Lines out, one person at a time. Keeps nobody.

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use serde::Serialize;
use swansfeet_api::people::{Answer, Person};
use swansfeet_api::read::{Fault, Id, ReadError, ReadFault, Refusal, id_in};
use swansfeet_demands::form::{Argument, FieldError};
use swansfeet_demands::{Email, UNICODE};
use swansfeet_words::{Value, Words};

use crate::lines::{Error, Line, answer_all, unread};
use crate::pay::wrapped;
use crate::words::{keyed, msg};

/// Options of `swansfeet demands check`.
#[derive(Args, Debug)]
pub(crate) struct Check {
    /// A file with one person in JSON on each line: id, name, email, postcode; `-` is standard input.
    /// Without an email it is somebody who signs by code
    #[arg(default_value = "-", value_name = "FILE")]
    file: PathBuf,

    /// Write the answers for people, not as JSON
    #[arg(long)]
    text: bool,
}

/// Answers every line in order. Ends with 1 if a line could not be read or there was none.
pub(super) fn run(options: &Check, words: &Words) -> Result<ExitCode, Error> {
    answer_all(&options.file, |out, number, line| {
        let answered = read(line, words).map(|person| {
            let hints = options.text.then(|| hints(&person, words));
            (person.check(|error| sentence(error, words)), hints)
        });
        let is_refused = answered.is_err();
        match (options.text, answered) {
            (false, Ok((answer, _))) => json(out, &answer)?,
            (false, Err(refusal)) => json(out, &Answer::refused(refusal))?,
            (true, Ok((answer, hints))) => {
                text(out, number, &answer, &hints.unwrap_or_default(), words)?;
            }
            (true, Err(Refusal { id, error })) => {
                title(out, number, id.as_ref(), words)?;
                fault(out, &error, words)?;
            }
        }
        Ok(is_refused)
    })
}

fn read(line: Line<'_>, words: &Words) -> Result<Person, Refusal> {
    let refused = |id, error| Refusal { id, error };
    let text = unread(line, words).map_err(|why| refused(None, Fault::of_line(why)))?;
    Person::from_json(text).map_err(|error| {
        let fault = Fault::of_json(&error, |_, arg| {
            let args = arg.map(|(name, text)| (name, Value::Text(text)));
            keyed(words, key(&error), args.as_slice())
        });
        refused(id_in(text), fault)
    })
}

/// Where the sentence for any JSON speaks of cases, people have one of their own.
fn key(error: &ReadError) -> &'static str {
    match error.fault {
        ReadFault::NotJson { .. } => "error-people-not-json",
        ReadFault::NotObject => "error-people-not-object",
        ReadFault::UnknownField { nearest: None } => "error-people-unknown-field",
        _ => error.key(),
    }
}

fn sentence(error: &FieldError, words: &Words) -> String {
    let argument = error.argument().map(|(name, argument)| match argument {
        Argument::Text(text) => (name, text.into()),
        Argument::Number(number) => (name, number.into()),
    });
    keyed(words, error.key(), argument.as_slice())
}

/// One answer on one line.
pub(crate) fn json(out: &mut dyn Write, line: &impl Serialize) -> io::Result<()> {
    serde_json::to_writer(&mut *out, line)?;
    out.write_all(b"\n")
}

/// What is right and yet worth a look: a likely slip, an address at work.
fn hints(person: &Person, words: &Words) -> Vec<String> {
    let typed = person.email.as_ref();
    let Some(email) = typed.and_then(|typed| Email::read(&typed.0, UNICODE).ok()) else {
        return Vec::new();
    };
    let meant = email.perhaps_meant().map(|meant| {
        let email = meant.to_string().into();
        msg::HintEmailPerhapsMeant { email }.say(words)
    });
    let caution = email.caution(None);
    let caution = caution.map(|caution| keyed(words, caution.key(), &[]));
    meant.into_iter().chain(caution).collect()
}

fn text(
    out: &mut dyn Write,
    number: u64,
    answer: &Answer,
    hints: &[String],
    words: &Words,
) -> io::Result<()> {
    title(out, number, answer.id.as_ref(), words)?;
    for error in &answer.errors {
        fault(out, error, words)?;
    }
    if answer.ok {
        wrapped(out, "  ", &words.get(msg::PEOPLE_RIGHT))?;
    }
    hints.iter().try_for_each(|hint| wrapped(out, "  ", hint))
}

fn title(out: &mut dyn Write, number: u64, id: Option<&Id>, words: &Words) -> io::Result<()> {
    let id = id.map_or_else(|| number.to_string(), ToString::to_string);
    writeln!(out, "{}", msg::PeoplePerson { id: id.into() }.say(words))
}

fn fault(out: &mut dyn Write, fault: &Fault, words: &Words) -> io::Result<()> {
    let sentence = msg::TextError {
        field: fault.field.as_str().into(),
        message: fault.message.as_str().into(),
    };
    wrapped(out, "  ", &sentence.say(words))
}
