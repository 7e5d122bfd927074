//! Fetches a source, judges what came, and keeps it if it is good. Whatever goes wrong, the last
//! good copy stays, with a note of what went wrong and when.

use std::{
    collections::HashSet,
    io::{Read, Write},
};

use flate2::{Compression, read::GzDecoder, write::GzEncoder};
use swansfeet_meetings::{
    Meeting, Status,
    read::{Feed, Problem},
};

use super::{
    fetch::{FetchError, Fetched, Fetcher, Known, Whole},
    wire,
};
use crate::store::{
    StoreError,
    meetings::{Copy, MeetingRow, MeetingStore, Outcome, SourceRow},
};

/// No copy that was kept is larger once unpacked: what is fetched is not.
const LARGEST: u64 = 8 * 1024 * 1024;
const MINUTE: i64 = 60;
/// A source that fails is asked again at least this often.
const RAREST: i64 = 6 * 3_600;
/// No server can ask to be left alone for longer.
const LONGEST_WAIT: i64 = 24 * 3_600;
/// So long an empty list is a slip, where there were meetings to come, and one that stops in a line.
const SLIP_FOR: i64 = 24 * 3_600;
const CUT: &str = "The list stops in the middle of a line, and its lines were whole before. If it stays so for a day, it will be believed.";
const EMPTY: &str = "The list is empty, and it had meetings that are still to come. If it stays so for a day, it will be believed.";

/// What came of fetching one source.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// The source.
    pub url: String,
    /// What came of it.
    pub said: Said,
}

/// What came of fetching.
#[derive(Clone, Debug, PartialEq)]
pub enum Said {
    /// Nothing is new.
    Same,
    /// A new copy is kept.
    Fresh {
        /// How many meetings are in it.
        meetings: usize,
        /// How many that are still to come were in the copy before and are not in this one.
        gone: usize,
        /// What was wrong in it.
        problems: Vec<Problem>,
    },
    /// The last good copy stays.
    Failed {
        /// Why, in plain words.
        why: String,
        /// What was wrong in what came.
        problems: Vec<Problem>,
    },
}

/// Fetches all sources of a feed now, whether or not they are due. `jitter` is a random number. What
/// these settings forbid is reported and not noted: the hub's own may allow it.
///
/// # Errors
/// The store's.
pub async fn import(
    store: &dyn MeetingStore,
    fetcher: &Fetcher,
    feed: &str,
    now: i64,
    jitter: u16,
) -> Result<Vec<Report>, StoreError> {
    let mut reports = Vec::new();
    for source in store.sources(feed).await? {
        let asked = ask(store, fetcher, &source, now).await?;
        let said = match asked.is_forbidden {
            true => asked.said,
            false => note(store, &source, asked, now, jitter).await?,
        };
        let url = source.url;
        reports.push(Report { url, said });
    }
    Ok(reports)
}

/// What is wrong in the last good copy of a source.
#[must_use]
pub fn wrong_in(source: &SourceRow) -> Vec<Problem> {
    let copy = source.body.as_deref().and_then(unpack);
    copy.map(|copy| wire::read(&copy).problems)
        .unwrap_or_default()
}

/// Fetches one source and notes what came of it.
pub(super) async fn one(
    store: &dyn MeetingStore,
    fetcher: &Fetcher,
    source: &SourceRow,
    now: i64,
    jitter: u16,
) -> Result<Said, StoreError> {
    let asked = ask(store, fetcher, source, now).await?;
    note(store, source, asked, now, jitter).await
}

/// What came of asking.
struct Asking {
    outcome: Outcome,
    said: Said,
    /// How many seconds its server asks to be left alone for.
    wait: Option<u32>,
    /// Nobody was asked: the settings forbid it.
    is_forbidden: bool,
}

async fn ask(
    store: &dyn MeetingStore,
    fetcher: &Fetcher,
    source: &SourceRow,
    now: i64,
) -> Result<Asking, StoreError> {
    // Without a copy there is nothing that could be the same.
    let has_copy = source.body.is_some();
    let known = Known {
        etag: source.etag.as_deref().filter(|_| has_copy),
        modified: source.modified.as_deref().filter(|_| has_copy),
    };
    let fetched = fetcher.fetch(&source.url, known).await;
    let (wait, is_forbidden) = match &fetched {
        Ok(_) => (None, false),
        Err(error) => (error.wait(), *error == FetchError::Private),
    };
    let (outcome, said) = match fetched {
        Ok(Fetched::Same) if has_copy => (Outcome::Same, Said::Same),
        Ok(Fetched::Same) => {
            failed("The server says that nothing has changed, before it has sent anything.")
        }
        Ok(Fetched::Whole(whole)) => {
            let held = held(store, source).await?;
            judged(source, held, whole, now).await
        }
        Err(error) => failed(&error.to_string()),
    };
    Ok(Asking {
        outcome,
        said,
        wait,
        is_forbidden,
    })
}

async fn note(
    store: &dyn MeetingStore,
    source: &SourceRow,
    asked: Asking,
    now: i64,
    jitter: u16,
) -> Result<Said, StoreError> {
    let failures = match asked.outcome {
        Outcome::Failed(_) => source.failures.saturating_add(1),
        _ => 0,
    };
    let due = now + pause(source.minutes, failures, asked.wait, jitter);
    store
        .asked(&source.feed, &source.url, now, due, &asked.outcome)
        .await?;
    Ok(asked.said)
}

fn failed(why: &str) -> (Outcome, Said) {
    let said = Said::Failed {
        why: why.to_owned(),
        problems: Vec::new(),
    };
    (Outcome::Failed(why.to_owned()), said)
}

/// Meetings that are kept as an earlier copy had them, since they could not be read in a later one.
async fn held(store: &dyn MeetingStore, source: &SourceRow) -> Result<Vec<MeetingRow>, StoreError> {
    let mut rows = store.meetings(&source.feed).await?;
    rows.retain(|row| row.source == source.url && row.gone.is_none());
    Ok(rows)
}

/// Reading and packing take a while, off the threads that serve.
async fn judged(
    source: &SourceRow,
    held: Vec<MeetingRow>,
    whole: Whole,
    now: i64,
) -> (Outcome, Said) {
    let source = source.clone();
    let judging = tokio::task::spawn_blocking(move || judge(&source, &held, whole, now));
    // A reader that panics must not bring down more than this one source.
    judging
        .await
        .unwrap_or_else(|_| failed("What the server sent could not be read."))
}

fn judge(source: &SourceRow, held: &[MeetingRow], whole: Whole, now: i64) -> (Outcome, Said) {
    let feed = wire::read(&whole.body);
    let unusable = |why: String, problems| {
        let outcome = Outcome::Failed(why.clone());
        (outcome, Said::Failed { why, problems })
    };
    if let Some(why) = unfit(&whole, &feed) {
        return unusable(why, feed.problems);
    }
    let copy = source.body.as_deref().and_then(unpack).unwrap_or_default();
    let is_cut = (is_ended(&copy), is_ended(&whole.body)) == (Some(true), Some(false));
    if is_cut && !is_believed(source, CUT, now) {
        return unusable(CUT.to_owned(), feed.problems);
    }
    let ids: Vec<String> = feed.meetings.iter().map(|m| m.id.clone()).collect();
    let missing = Before::of(&copy, held).missing(&ids, left_out(&feed.problems), now);
    if ids.is_empty() && !missing.is_empty() && !is_believed(source, EMPTY, now) {
        return unusable(EMPTY.to_owned(), feed.problems);
    }
    let gone = missing.iter().filter(|(_, is_gone)| *is_gone).count();
    let missing = missing.into_iter();
    let missing = missing.map(|(meeting, is_gone)| row(source, meeting, is_gone.then_some(now)));
    let said = Said::Fresh {
        meetings: ids.len(),
        gone,
        problems: feed.problems,
    };
    let copy = Copy {
        etag: whole.etag,
        modified: whole.modified,
        kind: whole.kind,
        body: pack(&whole.body),
        missing: missing.collect(),
        ids,
    };
    (Outcome::Fresh(copy), said)
}

/// Whether it is no slip: nothing good has come for a day, and the same was wrong before.
fn is_believed(source: &SourceRow, wrong: &str, now: i64) -> bool {
    let is_long = source.good.is_none_or(|good| now - good >= SLIP_FOR);
    is_long && source.problem == wrong
}

/// Whether the last line of a table has an end: one that was cut reads as a shorter one, and its last
/// link as another. Nothing where it is JSON or a calendar, which show by themselves where they are cut.
fn is_ended(body: &[u8]) -> Option<bool> {
    let text = body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body);
    let text = text.trim_ascii_start();
    let others: [&[u8]; 4] = [b"{", b"[", b"BEGIN:VCALENDAR", b"begin:vcalendar"];
    if text.is_empty() || others.iter().any(|begin| text.starts_with(begin)) {
        return None;
    }
    // A table in UTF-16 has a nought behind its last line's end.
    let end = text.iter().rev().find(|byte| **byte != 0);
    Some(matches!(end, Some(b'\n' | b'\r')))
}

/// What was known of a source's meetings.
struct Before {
    /// Those of the last good copy.
    copy: Vec<Meeting>,
    /// Those of copies before it, whose entries could not be read in it.
    held: Vec<Meeting>,
    /// How many entries of the last good copy could not be read, those of `held` among them.
    left_out: usize,
}

impl Before {
    fn of(copy: &[u8], held: &[MeetingRow]) -> Self {
        let copy = match copy {
            [] => Feed::default(),
            copy => wire::read(copy),
        };
        let held = held.iter().filter_map(|row| wire::of_one(&row.meeting));
        Self {
            left_out: left_out(&copy.problems),
            copy: copy.meetings,
            held: held.collect(),
        }
    }

    /// Those that are still to come and not among these, and whether they are gone: an entry that is
    /// broken is not one that was taken out. Which is which shows only in how many entries of the new
    /// copy could not be read.
    fn missing(self, ids: &[String], left_out: usize, now: i64) -> Vec<(Meeting, bool)> {
        let ids: HashSet<&str> = ids.iter().map(String::as_str).collect();
        let is_missing = |meeting: &Meeting| !ids.contains(meeting.id.as_str());
        let back = self.held.iter().filter(|meeting| !is_missing(meeting));
        // What was in the last copy may be broken where more entries are than were in that one, less
        // those that are whole again.
        let is_gone = left_out <= self.left_out.saturating_sub(back.count());
        // What was held before still is as long as more are broken than always were.
        let held_is_gone = left_out <= self.left_out.saturating_sub(self.held.len());
        let copy = self.copy.into_iter().map(|meeting| (meeting, is_gone));
        let held = self.held.into_iter();
        let all = copy.chain(held.map(|meeting| (meeting, held_is_gone)));
        all.filter(|(meeting, _)| is_missing(meeting) && super::is_coming(meeting, now))
            .collect()
    }
}

fn left_out(problems: &[Problem]) -> usize {
    problems.iter().filter(|problem| problem.left_out).count()
}

/// Why what came is no list of meetings, if it is none.
fn unfit(whole: &Whole, feed: &Feed) -> Option<String> {
    let text = String::from_utf8_lossy(&whole.body);
    let text = text.trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n']);
    if text.is_empty() {
        return Some("The server sent nothing.".to_owned());
    }
    if text.starts_with('<') {
        return Some("The server sent a web page, not a list of meetings.".to_owned());
    }
    // A calendar that was cut between two lines would read as a shorter one.
    if text.starts_with("BEGIN:VCALENDAR") && !text.contains("END:VCALENDAR") {
        return Some("The calendar stops in the middle.".to_owned());
    }
    // What exactly is wrong is for whoever keeps it: it may repeat what was sent.
    let is_other = feed.meetings.is_empty() && !feed.problems.is_empty();
    is_other.then(|| "No meeting could be read in what the server sent.".to_owned())
}

/// A meeting that the last good copy had and the new one has not: cancelled if it is gone, or else as
/// it was.
fn row(source: &SourceRow, mut meeting: Meeting, gone: Option<i64>) -> MeetingRow {
    if gone.is_some() {
        meeting.status = Status::Cancelled;
    }
    MeetingRow {
        feed: source.feed.clone(),
        source: source.url.clone(),
        id: meeting.id.clone(),
        meeting: wire::one(&meeting),
        words: String::new(),
        version: 1,
        gone,
        filed: None,
    }
}

/// How many seconds until the next try: the source's own time, twice that with each failure, as
/// long as its server asks for, and up to a tenth more, so that not all hubs come at once.
fn pause(minutes: u32, failures: u32, wait: Option<u32>, jitter: u16) -> i64 {
    let own = i64::from(minutes) * MINUTE;
    let doubled = own << failures.saturating_sub(1).min(10);
    let pause = doubled.min(RAREST.max(own));
    let wait = wait.map_or(0, |wait| i64::from(wait).min(LONGEST_WAIT));
    pause.max(wait) + own * i64::from(jitter) / (10 * i64::from(u16::MAX))
}

fn pack(body: &[u8]) -> Vec<u8> {
    let mut packer = GzEncoder::new(Vec::new(), Compression::default());
    // Writing to a vector does not fail.
    let _ = packer.write_all(body);
    packer.finish().unwrap_or_default()
}

/// A copy that was kept.
pub(super) fn unpack(packed: &[u8]) -> Option<Vec<u8>> {
    let mut body = Vec::new();
    let mut unpacked = GzDecoder::new(packed).take(LARGEST);
    unpacked.read_to_end(&mut body).ok()?;
    Some(body)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_that_fails_is_asked_less_and_less() {
        let rows = [
            // (minutes, failures, wait, jitter, seconds)
            (30, 0, None, 0, 1_800),
            (30, 1, None, 0, 1_800),
            (30, 2, None, 0, 3_600),
            (30, 4, None, 0, 14_400),
            (30, 9, None, 0, 21_600),
            (30, u32::MAX, None, 0, 21_600),
            (1_440, 9, None, 0, 86_400),
            (30, 0, None, u16::MAX, 1_980),
            (30, 1, Some(7_200), 0, 7_200),
            (30, 1, Some(u32::MAX), 0, 86_400),
            (30, 1, Some(1), 0, 1_800),
        ];
        for (minutes, failures, wait, jitter, seconds) in rows {
            assert_eq!(
                pause(minutes, failures, wait, jitter),
                seconds,
                "{minutes} {failures} {wait:?} {jitter}"
            );
        }
    }

    #[test]
    fn a_copy_comes_back_as_it_was() {
        let body = b"a copy, a copy, a copy".repeat(9);
        assert_eq!(unpack(&pack(&body)), Some(body));
        assert_eq!(unpack(b"no copy"), None);
    }
}
