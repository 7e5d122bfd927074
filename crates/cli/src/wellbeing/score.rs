//! `swansfeet wellbeing score`: JSON Lines in, JSON Lines out, one set of answers at a time. Keeps
//! nobody's.

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use swansfeet_api::read::{Fault, Id, ReadError, ReadFault, Refusal, id_in};
use swansfeet_api::wellbeing::score::{CheckIn, Scored, Trouble};
use swansfeet_wellbeing::score::Score as Came;
use swansfeet_words::{Value, Words};

use crate::lines::{Error, Line, answer_all, unread};
use crate::pay::wrapped;
use crate::words::{keyed, msg};

/// Options of `swansfeet wellbeing score`.
#[derive(Args, Debug)]
pub(crate) struct Score {
    /// A file with one check-in in JSON on each line: id, pack (ons4, work, who5), answers; `-` is standard input
    #[arg(default_value = "-", value_name = "FILE")]
    file: PathBuf,

    /// Write the scores for people, not as JSON
    #[arg(long)]
    text: bool,
}

/// Answers every line in order. Ends with 1 if a line could not be read or there was none.
pub(super) fn run(options: &Score, words: &Words) -> Result<ExitCode, Error> {
    answer_all(&options.file, |out, number, line| {
        let scored = read(line, words);
        let is_refused = scored.is_err();
        match scored {
            Ok(scored) if options.text => text(out, number, &scored, words)?,
            Err(Refusal { id, error }) if options.text => {
                title(out, number, id.as_ref(), words)?;
                line_of(out, &error.field, &error.message, words)?;
            }
            Ok(scored) => crate::demands::json(out, &scored)?,
            Err(refusal) => crate::demands::json(out, &refusal)?,
        }
        Ok(is_refused)
    })
}

fn read(line: Line<'_>, words: &Words) -> Result<Scored, Refusal> {
    let refused = |id, error| Refusal { id, error };
    let text = unread(line, words).map_err(|why| refused(None, Fault::of_line(why)))?;
    let scored = CheckIn::from_json(text).and_then(CheckIn::score);
    scored.map_err(|trouble| refused(id_in(text), fault(&trouble, words)))
}

fn fault(trouble: &Trouble, words: &Words) -> Fault {
    match trouble {
        Trouble::Read(error) => Fault::of_json(error, |_, arg| {
            let args = arg.map(|(name, text)| (name, Value::Text(text)));
            keyed(words, key(error), args.as_slice())
        }),
        Trouble::Count { wanted } => Fault {
            field: "answers".to_owned(),
            message: msg::ErrorScoreCount {
                wanted: (*wanted).into(),
            }
            .say(words),
        },
        Trouble::Score(field, error) => {
            let question = error.question();
            let range = [("lowest", question.lowest), ("highest", question.highest)];
            let range = range.map(|(name, limit)| (name, Value::from(u32::from(limit))));
            Fault {
                field: field.clone(),
                message: keyed(words, error.key(), &range),
            }
        }
    }
}

/// Where the sentence for any JSON speaks of cases, check-ins have one of their own.
fn key(error: &ReadError) -> &'static str {
    match (&error.fault, error.field.as_str()) {
        (ReadFault::NotJson { .. }, _) => "error-score-not-json",
        (ReadFault::NotObject, "") => "error-score-not-object",
        (ReadFault::NotObject, _) => "error-score-not-answers",
        (ReadFault::UnknownField { nearest: None }, field) if field.contains('.') => {
            "error-score-unknown-question"
        }
        (ReadFault::UnknownField { nearest: None }, _) => "error-score-unknown-field",
        _ => error.key(),
    }
}

fn text(out: &mut dyn Write, number: u64, scored: &Scored, words: &Words) -> io::Result<()> {
    let band = |id: &str| keyed(words, &["score-band-", id].concat(), &[]);
    title(out, number, scored.id.as_ref(), words)?;
    match &scored.score {
        Came::Bands(bands) if bands.is_empty() => {
            wrapped(out, "  ", &words.get(msg::SCORE_NOTHING_SAID))
        }
        Came::Bands(bands) => bands.iter().try_for_each(|(question, id)| {
            let question = keyed(words, &["score-", question].concat(), &[]);
            line_of(out, &question, &band(id), words)
        }),
        Came::Total { score, band: id } => {
            let score = u32::from(*score).into();
            let sentence = msg::ScoreTotal {
                score,
                band: band(id).into(),
            };
            wrapped(out, "  ", &sentence.say(words))
        }
    }
}

fn title(out: &mut dyn Write, number: u64, id: Option<&Id>, words: &Words) -> io::Result<()> {
    let id = id.map_or_else(|| number.to_string(), ToString::to_string);
    writeln!(out, "{}", msg::ScoreCheckIn { id: id.into() }.say(words))
}

fn line_of(out: &mut dyn Write, field: &str, message: &str, words: &Words) -> io::Result<()> {
    let sentence = msg::TextError {
        field: field.into(),
        message: message.into(),
    };
    wrapped(out, "  ", &sentence.say(words))
}
