//! Gathers meetings and what is wrong with them, within bounds, and sees to it that ids are unique.

use super::fields::{said, told};
use super::given::Steps;
use super::{Feed, Problem};
use crate::Meeting;
use crate::find::hash;

/// More meetings than this are left out.
pub(crate) const MOST_MEETINGS: usize = 20_000;
/// More problems than this are counted and no longer listed.
const MOST_PROBLEMS: usize = 2_000;
/// Dates of one meeting (RDATE, EXDATE, changes) beyond this are left out.
pub(crate) const MOST_DATES: usize = 2_000;

/// Where in a feed something stands.
#[derive(Copy, Clone, Debug, Default)]
pub(crate) struct At {
    /// Counted from 1; 0: not known.
    pub(crate) line: u32,
    /// Counted from 1; 0: the feed as a whole.
    pub(crate) entry: u32,
}

/// A feed that is being read.
#[derive(Default)]
pub(crate) struct Gather {
    pub(crate) feed: Feed,
    /// For looking whether meetings have the dates that are left out or changed.
    pub(crate) steps: Steps,
    places: Vec<At>,
    unlisted: u32,
    unlisted_left_out: bool,
    too_many: u32,
}

impl Gather {
    /// Something is wrong, and the entry is kept.
    pub(crate) fn note(&mut self, at: At, field: &str, what: impl Into<String>) {
        self.problem(at, field, what, false);
    }

    /// Something is wrong, and the entry is not kept.
    pub(crate) fn leave_out(&mut self, at: At, field: &str, what: impl Into<String>) {
        self.problem(at, field, what, true);
    }

    fn problem(&mut self, at: At, field: &str, what: impl Into<String>, left_out: bool) {
        // Where nobody reads them, all that is told is that there are some.
        if !cfg!(feature = "reports") {
            if self.feed.problems.is_empty() {
                self.feed.problems.push(Problem::default());
            }
            return;
        }
        if self.feed.problems.len() >= MOST_PROBLEMS {
            self.unlisted += 1;
            self.unlisted_left_out |= left_out;
            return;
        }
        self.feed.problems.push(Problem {
            line: at.line,
            entry: at.entry,
            field: super::clean::line(field, 60),
            what: what.into(),
            left_out,
        });
    }

    /// So many meetings may come, if no more than are kept.
    pub(crate) fn make_room(&mut self, many: usize) {
        let many = many.min(MOST_MEETINGS);
        self.feed.meetings.reserve(many);
        self.places.reserve(many);
    }

    /// Keeps a meeting; false: there are too many.
    pub(crate) fn keep(&mut self, at: At, meeting: Meeting) -> bool {
        if self.feed.meetings.len() >= MOST_MEETINGS {
            self.too_many += 1;
            return false;
        }
        self.feed.meetings.push(meeting);
        self.places.push(at);
        true
    }

    /// Reads rows one by one into the meetings that they are; none: the row is passed over.
    #[cfg(any(feature = "bmlt", feature = "events", feature = "guide"))]
    pub(crate) fn rows(
        &mut self,
        rows: &[super::Value],
        one: fn(&super::Value, At, &mut Gather) -> Option<Meeting>,
    ) {
        for (entry, row) in (1..).zip(rows) {
            let at = At {
                line: row.line,
                entry,
            };
            if self.is_full() {
                self.leave_out(
                    at,
                    "",
                    "the feed has too many entries; the rest was left out",
                );
                return;
            }
            if let Some(meeting) = one(row, at, self) {
                self.keep(at, meeting);
            }
        }
    }

    /// Whether no more meetings are kept.
    #[cfg(any(
        feature = "bmlt",
        feature = "csv",
        feature = "events",
        feature = "guide"
    ))]
    pub(crate) fn is_full(&self) -> bool {
        self.feed.meetings.len() >= MOST_MEETINGS
    }

    /// The feed.
    pub(crate) fn done(mut self) -> Feed {
        self.tell_ids_apart();
        if self.too_many > 0 {
            let what = told(&[
                "a feed can have ",
                &said(&MOST_MEETINGS),
                " meetings; ",
                &said(&self.too_many),
                " more were left out",
            ]);
            self.leave_out(At::default(), "", what);
        }
        if cfg!(feature = "reports") {
            self.order();
        }
        self.feed
    }

    /// Puts what was wrong in order, with a word about what is not there.
    fn order(&mut self) {
        // In the order of the file; what has no place comes last.
        let last = |number: u32| number.wrapping_sub(1);
        self.feed
            .problems
            .sort_by_key(|problem| (last(problem.line), last(problem.entry)));
        if self.unlisted > 0 {
            self.feed.problems.push(Problem {
                line: 0,
                entry: 0,
                field: String::new(),
                what: [&self.unlisted.to_string(), " more problems are not listed"].concat(),
                left_out: self.unlisted_left_out || self.too_many > 0,
            });
        }
    }

    /// A second meeting with the same id gets a number behind it.
    fn tell_ids_apart(&mut self) {
        // Numbers are sorted faster than ids, and where no two are equal, no two ids are.
        let ids = self.feed.meetings.iter().map(|meeting| &meeting.id);
        // As pairs, for which a widget has a sort.
        let pair = |id: &String| (u64::from(hash(id.as_bytes())), 0_u64);
        let mut hashes: Vec<_> = ids.map(pair).collect();
        hashes.sort_unstable();
        if hashes.windows(2).all(|two| two[0] != two[1]) {
            return;
        }
        let all = self.feed.meetings.iter().map(|meeting| meeting.id.clone());
        // The first of the feed comes first, and keeps its id.
        let mut all: Vec<(String, usize)> = all.zip(0..).collect();
        all.sort_unstable();
        let (ids, order): (Vec<String>, Vec<usize>) = all.into_iter().unzip();
        let mut number = 1_u32;
        for i in 1..order.len() {
            if ids[i] != ids[i - 1] {
                number = 1;
                continue;
            }
            let fresh = loop {
                number += 1;
                let fresh = [&ids[i], "-", &number.to_string()].concat();
                if ids.binary_search(&fresh).is_err() {
                    break fresh;
                }
            };
            let what = told(&[
                "the id “",
                &ids[i],
                "” was used before; here it is “",
                &fresh,
                "”. Give every meeting an id of its own",
            ]);
            self.note(self.places[order[i]], "id", what);
            self.feed.meetings[order[i]].id = fresh;
        }
    }
}
