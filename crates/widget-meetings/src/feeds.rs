//! Where meetings come from: one feed or several, each with its answer, and a copy on the device
//! where somebody asked for one.
//!
//! Knows no filter and draws nothing.

use std::cell::Cell;
use std::ops::Range;

use chrono::{DateTime, NaiveDate};
use swansfeet_embed::net::Reply;
use swansfeet_embed::{Context, device};
use swansfeet_meetings::Meeting;
use swansfeet_meetings::figures::figures;
use swansfeet_meetings::read::{self, Kind, Source};
use swansfeet_meetings::seek::around;
use wasm_bindgen::JsValue;

use crate::clock::now;
use crate::tree::{feed, tree, tree_at};

/// The feed where neither the tag nor its script names one.
const CAMPAIGN: &str = "fifteen";
/// What copies on the device are named after; the feed's address follows.
const KEPT: &str = "swansfeet-meetings ";

/// All feeds of one finder.
pub(crate) struct Feeds {
    pub(crate) all: Vec<Feed>,
    /// A copy is kept on this device.
    pub(crate) kept: bool,
}

/// One feed.
pub(crate) struct Feed {
    pub(crate) url: String,
    pub(crate) state: State,
    /// How many of the catalogue's meetings are from here; those of the first feed come first.
    many: usize,
    pub(crate) sources: Vec<Source>,
    /// As our own JSON, for a copy and for what is read late.
    text: String,
    /// Where in it each meeting stands of which the rest is not read yet; 0: all of it is.
    late: Vec<Cell<usize>>,
    /// When it came, in seconds since 1970: a copy is as old as that, whenever it is made.
    from: i64,
    /// It came from this device, in place of an answer.
    pub(crate) is_copy: bool,
    /// It is named as hubs name theirs, which come as calendars too.
    is_hubs: bool,
}

/// How far the asking has come.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum State {
    Waiting,
    Here,
    Failed,
}

impl Feeds {
    /// The feeds that the tag names, or the hub's, with the meetings that are kept of them on this
    /// device.
    pub(crate) fn new(cx: &Context) -> (Self, Vec<Meeting>) {
        let named = cx.option("src").unwrap_or_default();
        let mut urls: Vec<String> = named.split_whitespace().map(str::to_owned).collect();
        if urls.is_empty() {
            let campaign = cx.option("campaign");
            let campaign = campaign.as_deref().unwrap_or(CAMPAIGN);
            urls.push([cx.page().hub(), "/feeds/", campaign, ".json"].concat());
        }
        let mut meetings = Vec::new();
        let mut kept = |url: &String| {
            // In full: another folder of the page's server may have a file of the same name.
            let (mut feed, kept) = Feed::new(device::absolute(url));
            // As it was named: the page itself may be in a folder of that name.
            feed.is_hubs = around(url, "/feeds/").is_some();
            meetings.extend(kept);
            feed
        };
        let all: Vec<Feed> = urls.iter().map(&mut kept).collect();
        let kept = all.iter().any(|feed| feed.is_copy);
        (Self { all, kept }, meetings)
    }

    /// What has come, where it may be a feed. Nothing is none, nor is a web page: that of a network which wants
    /// somebody to sign in, say.
    pub(crate) fn answered(&mut self, at: usize, reply: &Reply) -> Option<String> {
        let is_good = (200..300).contains(&reply.status);
        let text = reply.body.answer_text().filter(|_| is_good);
        let text = text.filter(|text| {
            let text = text.trim_start();
            !text.is_empty() && !text.starts_with('<')
        });
        if text.is_none() {
            self.fail(at);
        }
        text
    }

    /// There is nothing to be had of it: what was there stays, and so does a later answer.
    pub(crate) fn fail(&mut self, at: usize) {
        let feed = self.all.get_mut(at);
        if let Some(feed) = feed.filter(|feed| feed.state != State::Here) {
            feed.state = State::Failed;
        }
    }

    /// Takes our own JSON in: which of all meetings are replaced, and by what. Nothing where it is
    /// something else.
    pub(crate) fn take(
        &mut self,
        cx: &Context,
        at: usize,
        text: String,
    ) -> Option<(Range<usize>, Vec<Meeting>)> {
        let kept = self.kept;
        let before = self.all.iter().take(at).map(|feed| feed.many).sum();
        let feed = self.all.get_mut(at)?;
        let old = before..before + feed.many;
        let meetings = feed.read(text)?;
        feed.is_copy = false;
        feed.from = now(cx).and_utc().timestamp();
        if kept {
            feed.keep();
        }
        self.tell(cx);
        Some((old, meetings))
    }

    /// Keeps a copy of all, or forgets it. False where the browser refuses.
    pub(crate) fn keep(&mut self, cx: &Context, on: bool) -> bool {
        self.kept = on && self.all.iter().all(Feed::keep);
        let mut done = self.kept == on;
        if !self.kept {
            // Half of a list is none: it would be taken for kept at the next visit.
            for feed in &self.all {
                done &= device::keep(&feed.key(), None);
            }
        }
        self.tell(cx);
        done
    }

    /// Tells the page whether the list is kept, so that it may keep itself too, or no longer.
    fn tell(&self, cx: &Context) {
        cx.emit("kept", "kept", &JsValue::from_bool(self.kept));
    }

    /// Of a feed that takes so long, the copy that is shown says how old it is. An answer that comes
    /// after all takes its place.
    pub(crate) fn give_up_waiting(&mut self) {
        let is_late = |feed: &&mut Feed| feed.state == State::Waiting && feed.is_copy;
        for feed in self.all.iter_mut().filter(is_late) {
            feed.state = State::Failed;
        }
    }

    pub(crate) fn is_waiting(&self) -> bool {
        self.any(State::Waiting)
    }

    pub(crate) fn has_failed(&self) -> bool {
        self.any(State::Failed)
    }

    fn any(&self, state: State) -> bool {
        self.all.iter().any(|feed| feed.state == state)
    }

    /// The feed that one of all meetings is from.
    pub(crate) fn of(&self, meeting: usize) -> Option<&Feed> {
        let mut before = 0;
        self.all.iter().find(|feed| {
            before += feed.many;
            meeting < before
        })
    }

    /// Reads the rest of one of all meetings, if it is not read yet.
    pub(crate) fn complete(&self, mut index: usize, meeting: &mut Meeting) {
        for feed in &self.all {
            if index < feed.many {
                return feed.complete(index, meeting);
            }
            index -= feed.many;
        }
    }
}

impl Feed {
    fn unasked(url: String) -> Self {
        Self {
            url,
            state: State::Waiting,
            many: 0,
            sources: Vec::new(),
            text: String::new(),
            late: Vec::new(),
            from: 0,
            is_copy: false,
            is_hubs: false,
        }
    }

    fn new(url: String) -> (Self, Vec<Meeting>) {
        let mut feed = Self::unasked(url);
        let Some(kept) = device::kept(&feed.key()) else {
            return (feed, Vec::new());
        };
        if let Some((seconds, text)) = kept.split_once('\n')
            && let Some(meetings) = feed.read(text.to_owned())
        {
            // Shown at once; the answer, when it comes, takes its place.
            feed.state = State::Waiting;
            feed.from = figures(seconds).map_or(0, i64::from);
            feed.is_copy = true;
            return (feed, meetings);
        }
        // What cannot be read any more must not stay where nobody sees it.
        let _ = device::keep(&feed.key(), None);
        (feed, Vec::new())
    }

    /// Whether it is shown, though a newer one could not be had.
    pub(crate) fn is_old(&self) -> bool {
        self.is_copy || self.state == State::Failed && self.from > 0
    }

    /// The day on which it came.
    pub(crate) fn day(&self) -> NaiveDate {
        DateTime::from_timestamp(self.from, 0)
            .unwrap_or_default()
            .date_naive()
    }

    fn key(&self) -> String {
        [KEPT, &self.url].concat()
    }

    fn keep(&self) -> bool {
        let text = [&self.from.to_string(), "\n", &self.text].concat();
        device::keep(&self.key(), Some(&text))
    }

    /// The meetings in a text, if it is a feed of our own.
    fn read(&mut self, text: String) -> Option<Vec<Meeting>> {
        let mut late = Vec::new();
        let mut pieces = read::Pieces::default();
        let whole = feed(&text, &mut |at, value| {
            let is_late = pieces.meeting(value);
            late.extend(is_late.map(|is_late| Cell::new(if is_late { at } else { 0 })));
        })?;
        let feed = pieces.done(&whole);
        // What is no feed at all has no meetings and says so; an empty feed says nothing.
        if feed.meetings.is_empty() && !feed.problems.is_empty() {
            return None;
        }
        self.many = feed.meetings.len();
        self.sources = feed.sources;
        self.text = text;
        self.late = late;
        self.state = State::Here;
        Some(feed.meetings)
    }

    fn complete(&self, nth: usize, meeting: &mut Meeting) {
        let at = self.late.get(nth).map_or(0, Cell::take);
        if at > 0
            && let Some(value) = tree_at(&self.text, at)
        {
            read::rest(&value, meeting);
        }
    }

    /// The address of something that the feed names beside its own.
    pub(crate) fn beside(&self, path: &str) -> String {
        if around(path, "://").is_some() {
            return path.to_owned();
        }
        let end = if path.starts_with('/') {
            around(&self.url, "://").map_or(0, |(_, rest)| {
                let behind = self.url.len() - rest.len();
                behind + rest.find('/').unwrap_or(rest.len())
            })
        } else {
            self.url.rfind('/').map_or(0, |at| at + 1)
        };
        [self.url.get(..end).unwrap_or_default(), path].concat()
    }

    /// The name of the server that it is from; empty where it is the page's own.
    pub(crate) fn host(&self) -> &str {
        let rest = around(&self.url, "://").map_or("", |(_, rest)| rest);
        // Without a port, as the hub's own calendar has it.
        rest.split(['/', ':']).next().unwrap_or_default()
    }

    /// The calendar that the hub makes of this feed, if it is a hub's.
    pub(crate) fn calendar(&self) -> Option<String> {
        let stem = self.url.strip_suffix(".json")?;
        self.is_hubs.then(|| [stem, ".ics"].concat())
    }
}

/// How to join, as the hub hands it out.
pub(crate) struct Way {
    pub(crate) link: Option<String>,
    pub(crate) phone: Option<String>,
    pub(crate) note: String,
    pub(crate) address: String,
}

impl Way {
    /// Nothing where the answer is no JSON.
    pub(crate) fn read(answer: &str) -> Option<Self> {
        let json = tree(answer)?;
        let text = |name| match &json.get(name)?.kind {
            Kind::Text(text) if !text.is_empty() => Some(text.clone().into_owned()),
            _ => None,
        };
        Some(Self {
            // Nothing but https is handed to a link, whoever wrote it.
            link: text("link").filter(|link| link.starts_with("https://")),
            phone: text("phone"),
            note: text("note").unwrap_or_default(),
            address: text("address").unwrap_or_default(),
        })
    }
}

#[cfg(test)]
mod tests;
