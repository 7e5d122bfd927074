//! How far an export has come: a bar in a terminal, a line now and then anywhere else.

use std::io::{self, IsTerminal, Write};
use std::time::{Duration, Instant};

use swansfeet_words::Words;

use crate::office::number;
use crate::words::msg;

const WIDTH: u64 = 30;
/// A bar is drawn at most ten times a second, a line written every ten seconds.
const BAR: Duration = Duration::from_millis(100);
const LINE: Duration = Duration::from_secs(10);

pub(super) struct Progress<'a> {
    words: &'a Words,
    total: Option<u64>,
    terminal: bool,
    last: Instant,
    drawn: bool,
}

impl<'a> Progress<'a> {
    pub(super) fn start(total: Option<u64>, words: &'a Words) -> Progress<'a> {
        Progress {
            words,
            total: total.filter(|total| *total > 0),
            terminal: io::stderr().is_terminal(),
            last: Instant::now(),
            drawn: false,
        }
    }

    pub(super) fn at(&mut self, done: u64) {
        let pause = if self.terminal { BAR } else { LINE };
        if self.last.elapsed() < pause {
            return;
        }
        self.last = Instant::now();
        let so_far = match self.total {
            Some(total) => msg::ExportProgress {
                done: number(done),
                total: number(total),
            }
            .say(self.words),
            None => msg::ExportProgressOpen { done: number(done) }.say(self.words),
        };
        // Progress that cannot be shown is no reason to stop.
        let mut err = io::stderr().lock();
        let _ = if self.terminal {
            self.drawn = true;
            write!(err, "\r\x1b[K{}{so_far}", self.bar(done)).and_then(|()| err.flush())
        } else {
            writeln!(err, "{so_far}")
        };
    }

    fn bar(&self, done: u64) -> String {
        let Some(total) = self.total else {
            return String::new();
        };
        let full = (done.min(total) * WIDTH / total) as usize;
        let empty = WIDTH as usize - full;
        format!("[{}{}] ", "#".repeat(full), "-".repeat(empty))
    }

    /// Makes room for a line of another kind.
    pub(super) fn clear(&mut self) {
        if std::mem::take(&mut self.drawn) {
            eprint!("\r\x1b[K");
        }
    }

    pub(super) fn end(&mut self) {
        self.clear();
    }
}
