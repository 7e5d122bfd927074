//! What a finder knows and shows. Changes come from `app`; pictures are made of it in `draw`.
//!
//! Shifts and place are in memory alone.

mod address;
mod asked;
mod joins;

use chrono::{Datelike, Days, Duration, NaiveDate, NaiveDateTime};
use swansfeet_embed::{Context, device};
use swansfeet_meetings::find::{
    Asker, Catalogue, Date, Day, Filter, Found, Hits, Lesson, Open, Prepared, Women, week,
};
use swansfeet_meetings::zone::LondonAnd;
use swansfeet_meetings::{Access, Meeting};

use crate::clock::{PAGE_ZONES, now};
use crate::feeds::Feeds;
use crate::near::Near;
use crate::offers::Offers;
use crate::rota::Rota;
use crate::{msg, say};

pub(crate) use joins::Join;

/// How many meetings are drawn before somebody asks for more: three screens of a phone. A cheap one
/// draws these in a frame.
const PAGE: usize = 10;
/// Of these, so many are drawn at first: as many as are seen.
pub(crate) const FIRST: usize = 4;
/// The words of so many meetings are learnt at once: half a frame of a cheap phone.
const SOME: usize = 200;
/// All dates of so many: half a frame too.
const FEW: usize = 50;
/// How many more are drawn then.
const MORE: usize = 20;

/// Something typed or chosen from a list.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Field {
    Search,
    Near,
    Shifts,
    Journey,
    Rest,
    Miles,
    Open,
    Women,
    Often,
}

/// A group of ticks.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Group {
    How,
    Day,
    Part,
    Role,
    Language,
    Access,
    Fits,
}

/// Where somebody is led.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Goal {
    /// To a meeting in the list.
    Meeting(usize),
    /// To the way to join one.
    Join(usize),
    /// To how many there are.
    Count,
}

pub(crate) struct State {
    pub(crate) feeds: Feeds,
    pub(crate) catalogue: Catalogue,
    prepared: Prepared,
    /// The same with the dates that the first list did not need, or as they are by now, as far as they
    /// are worked out.
    draft: Prepared,
    /// What is prepared is of an earlier minute.
    is_stale: bool,
    pub(crate) offers: Offers,
    /// What may be asked for is known: it is behind a line to be opened, so it waits until the first
    /// list stands.
    pub(crate) settled: bool,
    /// No more than the first screen is drawn: nothing was there before, and what is further down
    /// follows with the filters.
    pub(crate) is_first: bool,
    lesson: Lesson,
    /// All before this one are read to their ends; of the others, those that were needed.
    completed: usize,
    /// How many lists of meetings there have been.
    pub(crate) lists: u32,
    /// As many of what was found as are shown.
    pub(crate) hits: Hits,
    /// Seven days of what was found, while they are looked at.
    pub(crate) week: Option<[Day; 7]>,
    pub(crate) monday: NaiveDate,
    pub(crate) filter: Filter,
    /// The tag has a filter of its own.
    has_own: bool,
    /// How often it has changed.
    pub(crate) changes: u32,
    /// How often the list was drawn to its end.
    pub(crate) drawings: u32,
    pub(crate) limit: usize,
    pub(crate) near_typed: String,
    pub(crate) near: Near,
    pub(crate) shifts: Rota,
    /// Meetings whose details are open.
    pub(crate) open: Vec<usize>,
    pub(crate) joins: Vec<(usize, Join)>,
    /// How often somebody has asked how to join.
    questions: u32,
    /// In UTC; set for pictures and tests, else the device's.
    pub(crate) set_now: Option<NaiveDateTime>,
    pub(crate) zone: String,
    /// Said once about what was last wished for.
    pub(crate) said: Option<swansfeet_words::Msg>,
    /// What takes the focus: somebody was led there, or what they pressed is there no longer.
    pub(crate) gone_to: Option<Goal>,
    /// How often what is typed as shifts was wrong: moves focus.
    pub(crate) tries: u32,
}

impl State {
    pub(crate) fn new(cx: &Context) -> Self {
        let today = cx.today();
        let (feeds, kept) = Feeds::new(cx);
        let mut state = Self {
            feeds,
            prepared: Prepared::default(),
            draft: Prepared::default(),
            is_stale: false,
            catalogue: Catalogue::default(),
            offers: Offers::default(),
            settled: true,
            is_first: false,
            lesson: Lesson::default(),
            completed: 0,
            lists: 0,
            hits: Hits::default(),
            week: None,
            monday: monday(today),
            filter: address::wanted(cx),
            has_own: cx.option("filter").is_some(),
            changes: 0,
            drawings: 0,
            limit: PAGE,
            near_typed: String::new(),
            near: Near::Nothing,
            shifts: Rota::default(),
            open: Vec::new(),
            joins: Vec::new(),
            questions: 0,
            set_now: None,
            zone: device::zone(),
            said: None,
            gone_to: None,
            tries: 0,
        };
        state.take_in(cx, kept);
        state
    }

    /// A feed has answered, or its reader has made our own JSON of it. False where it is no such JSON.
    pub(crate) fn loaded(&mut self, cx: &Context, at: usize, text: String) -> bool {
        let Some((old, mut new)) = self.feeds.take(cx, at, text) else {
            return false;
        };
        let mut all = std::mem::take(&mut self.catalogue).into_meetings();
        // What somebody reads stays open, wherever it stands now.
        let moves = |index: &mut usize| {
            let to = if old.contains(index) {
                let is_same = |meeting: &Meeting| meeting.id == all[*index].id;
                new.iter().position(is_same).map(|nth| old.start + nth)
            } else if *index < old.start {
                Some(*index)
            } else {
                Some(*index - old.len() + new.len())
            };
            *index = to.unwrap_or_default();
            to.is_some()
        };
        self.open.retain_mut(|index| moves(index));
        // What was handed out may be another way by now.
        self.joins
            .retain_mut(|(index, join)| matches!(join, Join::Asking(_)) && moves(index));
        if old.len() == all.len() {
            all = new;
        } else {
            let mut behind = all.split_off(old.end);
            all.truncate(old.start);
            all.append(&mut new);
            all.append(&mut behind);
        }
        self.take_in(cx, all);
        true
    }

    fn take_in(&mut self, cx: &Context, meetings: Vec<Meeting>) {
        self.catalogue = Catalogue::unread(meetings);
        self.settled = false;
        self.is_first = self.lists == 0;
        self.lesson = Lesson::default();
        self.completed = 0;
        // Details have all dates.
        self.work_out(cx, self.open.is_empty());
        self.find(cx);
    }

    /// Looks up what may be asked for, and the rest of what is shown, once the first list stands. True
    /// where that is new.
    pub(crate) fn settle(&mut self) -> bool {
        if self.settled {
            return false;
        }
        self.settled = true;
        self.lists += 1;
        self.offers = Offers::of(self.catalogue.meetings());
        self.is_first = false;
        true
    }

    /// Works out the dates that the first list did not need.
    fn know_all_dates(&mut self, cx: &Context) {
        if !self.prepared.is_whole() {
            self.date_some(cx, usize::MAX);
            self.find(cx);
        }
    }

    /// Time has passed: all dates are to be worked out anew, by [`State::go_on`].
    pub(crate) fn grow_stale(&mut self) {
        self.is_stale = true;
        self.draft = Prepared::default();
    }

    /// Some of the work that is left on the list, as much as nobody notices. Nothing where none was;
    /// true where what is seen may be another.
    pub(crate) fn go_on(&mut self, cx: &Context) -> Option<bool> {
        let read = &mut |index, meeting: &mut Meeting| self.feeds.complete(index, meeting);
        if self.catalogue.know_twins(&mut self.prepared, read) {
            return Some(false);
        }
        if self.is_stale || !self.prepared.is_whole() {
            let is_done = self.date_some(cx, FEW);
            if is_done {
                self.find(cx);
            }
            return Some(is_done && std::mem::take(&mut self.is_stale));
        }
        (!self.learn(cx, SOME)).then_some(false)
    }

    /// Works out all dates of so many more meetings; true where that was the last of it.
    fn date_some(&mut self, cx: &Context, many: usize) -> bool {
        let mut catalogue = std::mem::take(&mut self.catalogue);
        let mut draft = std::mem::take(&mut self.draft);
        let read = &mut |index, meeting: &mut Meeting| self.feeds.complete(index, meeting);
        let asker = self.asker(cx, &PAGE_ZONES);
        let is_whole = catalogue.prepare_some(&asker, &mut draft, many, read);
        self.catalogue = catalogue;
        if is_whole {
            self.prepared = draft;
        } else {
            self.draft = draft;
        }
        is_whole
    }

    /// Learns the words of so many more meetings: while nobody waits, or all when somebody types. True
    /// where all are learnt.
    fn learn(&mut self, cx: &Context, many: usize) -> bool {
        let words = cx.words();
        let also = |meeting: &Meeting| say::found_by(words, meeting);
        self.complete_to(self.completed.saturating_add(many));
        self.catalogue.learn_some(&mut self.lesson, many, &also)
    }

    fn complete(&mut self, index: usize) {
        if let Some(meeting) = self.catalogue.meeting_mut(index) {
            self.feeds.complete(index, meeting);
        }
    }

    /// Reads all meetings before that one to their ends.
    pub(crate) fn complete_to(&mut self, end: usize) {
        let end = end.min(self.catalogue.meetings().len());
        for index in self.completed..end {
            self.complete(index);
        }
        self.completed = self.completed.max(end);
    }

    /// Place, shifts or time have changed.
    pub(crate) fn prepare(&mut self, cx: &Context) {
        self.work_out(cx, false);
        self.find(cx);
    }

    fn work_out(&mut self, cx: &Context, is_first: bool) {
        if self.near.place().is_some() {
            self.complete_to(usize::MAX);
        }
        let mut catalogue = std::mem::take(&mut self.catalogue);
        let read = &mut |index, meeting: &mut Meeting| self.feeds.complete(index, meeting);
        self.prepared = catalogue.prepare_reading(&self.asker(cx, &PAGE_ZONES), is_first, read);
        self.draft = Prepared::default();
        self.is_stale = false;
        self.catalogue = catalogue;
    }

    /// The filter has changed, or how much is shown.
    pub(crate) fn find(&mut self, cx: &Context) {
        if !self.filter.text.is_empty() {
            self.learn(cx, usize::MAX);
        }
        if !self.prepared.is_enough_for(&self.filter) {
            self.date_some(cx, usize::MAX);
        }
        self.hits = (self.catalogue).find(&self.prepared, &self.filter, self.limit);
        for nth in 0..self.hits.found.len() {
            self.complete(self.hits.found[nth].index);
        }
        let read = &mut |index, meeting: &mut Meeting| self.feeds.complete(index, meeting);
        (self.catalogue).mark_twins(&self.prepared, &mut self.hits.found, read);
        if self.week.is_some() {
            self.show_week(cx);
        }
    }

    /// Everything that was found, shown or not.
    pub(crate) fn all_found(&self) -> Vec<Found> {
        let all = self
            .catalogue
            .find(&self.prepared, &self.filter, usize::MAX);
        all.found
    }

    /// Shows the week, from today's on.
    pub(crate) fn open_week(&mut self, cx: &Context) {
        self.monday = self.monday.max(monday(cx.today()));
        self.show_week(cx);
    }

    pub(crate) fn show_week(&mut self, cx: &Context) {
        let zones = PAGE_ZONES;
        let asker = self.asker(cx, &zones);
        let days = week(
            &self.catalogue,
            &self.all_found(),
            &self.filter,
            &asker,
            self.monday,
        );
        self.week = Some(days);
    }

    /// Another week, so many days on.
    pub(crate) fn move_week(&mut self, cx: &Context, days: i64) {
        let moved = self.monday.checked_add_signed(Duration::days(days));
        self.monday = moved.unwrap_or(self.monday);
        self.show_week(cx);
    }

    /// Keeps a copy of the list on the device, or forgets it.
    pub(crate) fn flip_kept(&mut self, cx: &Context) {
        let done = self.feeds.keep(cx, !self.feeds.kept);
        self.said = (!done).then_some(msg::KEEP_FAILED);
    }

    fn asker<'a>(&'a self, cx: &Context, zones: &'a LondonAnd) -> Asker<'a> {
        Asker {
            now: self.now(cx),
            zone: &self.zone,
            near: self.near.place(),
            shifts: &self.shifts.used,
            settings: self.shifts.used_settings,
            zones,
        }
    }

    pub(crate) fn now(&self, cx: &Context) -> NaiveDateTime {
        self.set_now.unwrap_or_else(|| now(cx))
    }

    pub(crate) fn more(&mut self, cx: &Context) {
        let seen = self.hits.found.len();
        self.limit += MORE;
        self.find(cx);
        let first = self.hits.found.get(seen);
        self.gone_to = first.map(|found| Goal::Meeting(found.index));
    }

    /// How many filters are on, beside the words.
    pub(crate) fn filters_on(&self) -> usize {
        let filter = &self.filter;
        let yes = [
            !filter.ways.is_empty(),
            !filter.days.is_empty(),
            !filter.parts.is_empty(),
            !filter.roles.is_empty(),
            filter.open != Open::Any,
            !filter.languages.is_empty(),
            filter.access != Access::default(),
            filter.women != Women::Shown,
            filter.often != swansfeet_meetings::find::Often::Any,
            // Without a place or shifts these ask for nothing.
            filter.miles.is_some() && self.near.place().is_some(),
            filter.fits && self.has_shifts(),
        ];
        yes.into_iter().filter(|yes| *yes).count()
    }

    /// Whether a date of a meeting is over.
    pub(crate) fn is_over(&self, meeting: &Meeting, date: &Date) -> bool {
        date.occurrence.has_ended(self.prepared.now_of(meeting))
    }

    /// The next dates of a meeting, those that are called off too.
    pub(crate) fn dates(&self, meeting: usize) -> &[Date] {
        self.prepared.dates(meeting)
    }

    /// Shows a meeting in the list, open, whatever came before it.
    pub(crate) fn go_to(&mut self, cx: &Context, meeting: usize) {
        self.week = None;
        if !self.open.contains(&meeting) {
            self.open.push(meeting);
        }
        let found = self.all_found();
        let at = found.iter().position(|found| found.index == meeting);
        if let Some(at) = at {
            self.limit = self.limit.max(at + 1);
        }
        if !self.prepared.is_whole() {
            self.date_some(cx, usize::MAX);
        }
        self.find(cx);
        self.gone_to = Some(Goal::Meeting(meeting));
    }

    /// Opens the details of a meeting by its place in the list.
    pub(crate) fn open_nth(&mut self, cx: &Context, nth: usize) {
        self.know_all_dates(cx);
        let index = self.hits.found.get(nth).map(|found| found.index);
        self.open.extend(index);
    }

    pub(crate) fn flip_open(&mut self, cx: &Context, meeting: usize) {
        // Details have all dates.
        self.know_all_dates(cx);
        if let Some(at) = self.open.iter().position(|open| *open == meeting) {
            self.open.remove(at);
        } else {
            self.open.push(meeting);
        }
    }
}

pub(crate) fn monday(day: NaiveDate) -> NaiveDate {
    day - Days::new(u64::from(day.weekday().num_days_from_monday()))
}
