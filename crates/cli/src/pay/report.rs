//! An answer for people to read: the sentence, the steps, the gaps.

use std::io::{self, Write};

use swansfeet_api::read::Id;
use swansfeet_pay::{Arg, PayCheck, Source, Status};
use swansfeet_words::{Msg, Value, Words};

use super::check::Outcome;
use crate::words::{msg, say};

/// Sentences break before this column.
const WIDTH: usize = 76;

/// What comes from somebody else's file must not colour or forge lines on this terminal.
fn plain(text: &str) -> String {
    text.replace(char::is_control, "\u{fffd}")
}

pub(super) fn write(
    out: &mut dyn Write,
    number: u64,
    outcome: &Outcome,
    words: &Words,
) -> io::Result<()> {
    let title = |id: &Option<Id>| {
        let id = id
            .as_ref()
            .map_or_else(|| number.to_string(), ToString::to_string);
        let id = plain(&id).into();
        msg::TextCase { id }.say(words)
    };
    if number > 1 {
        writeln!(out)?;
    }
    match outcome {
        Outcome::Refused(refusal) => {
            let message = msg::TextError {
                field: plain(&refusal.error.field).into(),
                message: plain(&refusal.error.message).into(),
            };
            writeln!(out, "{}", title(&refusal.id))?;
            wrapped(out, "  ", &message.say(words))
        }
        Outcome::Checked(id, check) => {
            writeln!(out, "{}", title(id))?;
            answer(out, check, words)?;
            steps(out, check, words)?;
            doubts(out, check, words)?;
            references(out, check, words)
        }
    }
}

fn answer(out: &mut dyn Write, check: &PayCheck, words: &Words) -> io::Result<()> {
    let sentence = match (check.meets_minimum, check.shortfall, check.arrears) {
        (Some(true), ..) => words.get(msg::TEXT_MEETS),
        (Some(false), Some(shortfall), Some(arrears)) if arrears.is_zero() => {
            msg::TextShortSettled {
                shortfall: Value::Money(shortfall.0),
            }
            .say(words)
        }
        (Some(false), Some(shortfall), Some(arrears)) => msg::TextShort {
            shortfall: Value::Money(shortfall.0),
            arrears: Value::Money(arrears.0),
        }
        .say(words),
        _ => words.get(msg::TEXT_UNKNOWN),
    };
    wrapped(out, "  ", &sentence)?;
    if let Some(average) = check.average {
        let sentence = msg::TextAverage {
            average: Value::Money(average.0),
            rate: Value::Money(check.rate.0),
        };
        wrapped(out, "  ", &sentence.say(words))?;
    }
    Ok(())
}

fn steps(out: &mut dyn Write, check: &PayCheck, words: &Words) -> io::Result<()> {
    heading(out, msg::TEXT_STEPS, words)?;
    for step in &check.steps {
        let mut text = say(words, step.rule.key(), &step.args);
        if let Some(amount) = step.amount {
            text.push(' ');
            text.push_str(&words.money(&amount.0));
        }
        cited(out, text, step.source, words)?;
    }
    Ok(())
}

/// Gaps, readings, and what is apart from wages.
fn doubts(out: &mut dyn Write, check: &PayCheck, words: &Words) -> io::Result<()> {
    if !check.gaps.is_empty() {
        heading(out, msg::TEXT_GAPS, words)?;
    }
    for gap in &check.gaps {
        cited(
            out,
            say(words, gap.kind.key(), &gap.args),
            gap.source,
            words,
        )?;
    }
    if !check.readings.is_empty() {
        heading(out, msg::TEXT_READINGS, words)?;
    }
    for reading in &check.readings {
        let args = [
            ("hours", Arg::Hours(reading.hours)),
            ("shortfall", Arg::Money(reading.shortfall)),
            ("arrears", Arg::Money(reading.arrears)),
        ];
        wrapped(out, "  - ", &say(words, reading.kind.key(), &args))?;
    }
    match check
        .tax_relief
        .filter(|relief| !relief.difference.is_zero())
    {
        Some(relief) => {
            let difference = Value::Money(relief.difference.0);
            let text = msg::TextTaxRelief { difference }.say(words);
            wrapped(out, "  ", &with_status(text, relief.status, words))
        }
        None => Ok(()),
    }
}

fn references(out: &mut dyn Write, check: &PayCheck, words: &Words) -> io::Result<()> {
    heading(out, msg::TEXT_REFERENCES, words)?;
    for reference in &check.references {
        let mut text = say(words, reference.kind.key(), &[]);
        text.push_str(": ");
        match reference.rate {
            Some(rate) => text.push_str(&words.money(&rate.0)),
            None => text.push_str(&words.get(msg::TEXT_NOT_KNOWN)),
        }
        if reference.newer_due && reference.rate.is_some() {
            text.push_str(", ");
            text.push_str(&words.get(msg::TEXT_NEWER_DUE));
        }
        wrapped(out, "  - ", &with_status(text, reference.status, words))?;
    }
    Ok(())
}

fn heading(out: &mut dyn Write, heading: Msg, words: &Words) -> io::Result<()> {
    writeln!(out, "  {}:", words.get(heading))
}

fn cited(out: &mut dyn Write, text: String, source: Source, words: &Words) -> io::Result<()> {
    let mut text = with_status(text, source.status(), words);
    if !source.part().is_empty() {
        text.push_str(" [");
        text.push_str(source.name());
        if !source.name().is_empty() {
            text.push(' ');
        }
        text.push_str(source.part());
        text.push(']');
    }
    wrapped(out, "  - ", &text)
}

/// What is not verified says so.
pub(super) fn with_status(mut text: String, status: Status, words: &Words) -> String {
    if status != Status::Verified {
        text.push_str(" (");
        text.push_str(
            &msg::TextStatus {
                status: status.name().into(),
            }
            .say(words),
        );
        text.push(')');
    }
    text
}

/// A sentence in lines that fit a terminal, the second and later ones indented like the first.
pub(crate) fn wrapped(out: &mut dyn Write, indent: &str, text: &str) -> io::Result<()> {
    let mut column = 0;
    for word in text.split_whitespace() {
        let length = word.chars().count();
        if column == 0 {
            write!(out, "{indent}{word}")?;
            column = indent.len() + length;
        } else if column + 1 + length > WIDTH {
            write!(out, "\n{:1$}{word}", "", indent.len())?;
            column = indent.len() + length;
        } else {
            write!(out, " {word}")?;
            column += 1 + length;
        }
    }
    writeln!(out)
}
