//! How far an import has come, and how long it will take: drawn over in a terminal, a line now and
//! then anywhere else.

use std::cell::Cell;
use std::io::{self, IsTerminal, Read, Write};
use std::time::{Duration, Instant};

const DRAWN: Duration = Duration::from_millis(100);
const WRITTEN: Duration = Duration::from_secs(10);

/// Bytes read so far, of so many.
pub(super) struct Progress {
    read: Cell<u64>,
    total: u64,
    begun: Instant,
    last: Cell<Instant>,
    terminal: bool,
}

/// A reader whose bytes are counted.
pub(super) struct Counted<'a, R> {
    inner: R,
    progress: &'a Progress,
}

impl Progress {
    pub(super) fn of(total: u64) -> Progress {
        let now = Instant::now();
        Progress {
            read: Cell::new(0),
            total,
            begun: now,
            last: Cell::new(now),
            terminal: io::stderr().is_terminal(),
        }
    }

    pub(super) fn count<R: Read>(&self, inner: R) -> Counted<'_, R> {
        Counted {
            inner,
            progress: self,
        }
    }

    pub(super) fn at(&self, lines: u64) {
        let pause = if self.terminal { DRAWN } else { WRITTEN };
        if self.last.get().elapsed() < pause {
            return;
        }
        self.last.set(Instant::now());
        let line = so_far(lines, self.read.get(), self.total, self.begun.elapsed());
        // Progress that cannot be shown is no reason to stop.
        let mut err = io::stderr().lock();
        let _ = if self.terminal {
            write!(err, "\r\x1b[K{line}").and_then(|()| err.flush())
        } else {
            writeln!(err, "{line}")
        };
    }

    /// How long it took; clears the line.
    pub(super) fn end(&self) -> Duration {
        if self.terminal {
            eprint!("\r\x1b[K");
        }
        self.begun.elapsed()
    }
}

impl<R: Read> Read for Counted<'_, R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(into)?;
        let so_far = self.progress.read.get();
        self.progress.read.set(so_far + read as u64);
        Ok(read)
    }
}

fn so_far(lines: u64, read: u64, total: u64, elapsed: Duration) -> String {
    if read == 0 || total == 0 {
        return format!("{lines} lines");
    }
    let read = read.min(total);
    let percent = u128::from(read) * 100 / u128::from(total);
    let left = elapsed.as_millis() * u128::from(total - read) / u128::from(read) / 1000;
    format!("{percent}%, {lines} lines, about {left} s left")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_time_left_follows_from_the_bytes_read() {
        let second = Duration::from_secs(1);
        let rows = [
            (0, 0, 100, "0 lines"),
            (7, 10, 0, "7 lines"),
            (50, 25, 100, "25%, 50 lines, about 3 s left"),
            (90, 100, 100, "100%, 90 lines, about 0 s left"),
            (90, 120, 100, "100%, 90 lines, about 0 s left"),
        ];
        for (lines, read, total, said) in rows {
            assert_eq!(so_far(lines, read, total, second), said);
        }
    }
}
