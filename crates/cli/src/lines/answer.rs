//! One answer for each line, in order. Knows neither what is asked nor what is answered.

use std::fs::File;
use std::io::{self, BufReader, BufWriter, IsTerminal, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use swansfeet_words::{Value, Words};

use super::{LONGEST, Line, Lines};
use crate::words::{keyed, msg};

/// Why a command could not go on at all. What is wrong with one line is an answer, not an error.
#[derive(Debug)]
pub(crate) enum Error {
    /// The input had no line with anything in it.
    Empty(Source),
    /// The input could not be read.
    Read(Source, io::Error),
    /// The output could not be written.
    Write(io::Error),
}

/// Where the lines come from.
#[derive(Clone, Debug)]
pub(crate) struct Source(PathBuf);

impl Source {
    /// A file; `-` is standard input.
    pub(crate) fn of(file: &Path) -> Source {
        Source(file.to_owned())
    }
}

impl std::fmt::Display for Source {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.0.as_os_str() == "-" {
            f.write_str("standard input")
        } else {
            self.0.display().fmt(f)
        }
    }
}

/// Hands every line that is not empty to `answer`, with its number from 1 and a place for the
/// answer. `answer` says whether the line was refused: then the command ends with 1.
pub(crate) fn answer_all(
    file: &Path,
    mut answer: impl FnMut(&mut dyn Write, u64, Line<'_>) -> io::Result<bool>,
) -> Result<ExitCode, Error> {
    let source = Source::of(file);
    let unreadable = |error| Error::Read(source.clone(), error);
    let input: Box<dyn Read> = if file.as_os_str() == "-" {
        Box::new(io::stdin())
    } else {
        Box::new(File::open(file).map_err(unreadable)?)
    };
    let mut lines = Lines::new(BufReader::with_capacity(1 << 16, input));
    let stdout = io::stdout().lock();
    // Answers to a person at a terminal come as they are asked for, a file's in large pieces.
    let live = stdout.is_terminal();
    let mut out = BufWriter::with_capacity(1 << 16, stdout);
    let (mut answers, mut refused) = (0_u64, false);
    while let Some(line) = lines.next().map_err(unreadable)? {
        if line == Line::Text("") {
            continue;
        }
        answers += 1;
        refused |= answer(&mut out, answers, line).map_err(Error::Write)?;
        // Nothing at hand: whoever is at the other end of the pipe may be waiting for us.
        if live || lines.would_wait() {
            out.flush().map_err(Error::Write)?;
        }
    }
    out.flush().map_err(Error::Write)?;
    if answers == 0 {
        return Err(Error::Empty(source));
    }
    Ok(if refused {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    })
}

/// The text of a line, or the sentence for one that is no text.
pub(crate) fn unread<'a>(line: Line<'a>, words: &Words) -> Result<&'a str, String> {
    let refuse = |key, name, value: usize| {
        let value = Value::Number(value.into());
        Err(keyed(words, key, &[(name, value)]))
    };
    match line {
        Line::TooLong => refuse("error-line-too-long", "most", LONGEST),
        Line::NotUtf8(byte) => refuse("error-not-utf8", "byte", byte),
        Line::Text(text) => Ok(text),
    }
}

/// The exit code of a command over lines; what kept it from going on goes to standard error.
/// `empty` is the key of the sentence for an input with nothing in it.
pub(crate) fn end(done: Result<ExitCode, Error>, words: &Words, empty: &str) -> ExitCode {
    let error = match done {
        Ok(code) => return code,
        // Whoever reads along has seen enough, as in `swansfeet pay check big.jsonl | head`.
        Err(Error::Write(error)) if error.kind() == io::ErrorKind::BrokenPipe => {
            return ExitCode::SUCCESS;
        }
        Err(error) => error,
    };
    let message = match error {
        Error::Empty(source) => keyed(words, empty, &[("source", source.to_string().into())]),
        Error::Read(source, why) => msg::ErrorCannotRead {
            source: source.to_string().into(),
            why: why.to_string().into(),
        }
        .say(words),
        Error::Write(why) => msg::ErrorCannotWrite {
            why: why.to_string().into(),
        }
        .say(words),
    };
    eprintln!("swansfeet: {message}");
    ExitCode::FAILURE
}
