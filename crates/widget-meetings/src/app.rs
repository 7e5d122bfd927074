//! The root component: turns presses, keys and answers into changes of the state, and the state
//! into a picture.

mod asking;

use swansfeet_embed::net::Reply;
use swansfeet_embed::{Context as Edge, Trail, WidgetProps, device, wish};
use yew::prelude::*;

use crate::clock::PAGE_ZONES;
use crate::draw::{Still, View, finder};
use crate::state::{FIRST, Field, Group, State};
use crate::{goods, msg};

/// What a person, their device or a feed did.
#[derive(Clone)]
pub enum Act {
    /// The feed at that place has come, or has not.
    Loaded(usize, Reply),
    /// A feed of another kind, as our own JSON.
    Read(usize, Option<String>),
    /// Wants all feeds asked for again.
    Load,
    /// Some minutes have passed.
    Beat,
    /// The feeds have had some seconds.
    Slow,
    /// The list stands, and there is time for the filters.
    Settle,
    /// And for some more of what is not seen.
    Learn,
    /// What the filter, changed so often, shows first stands, and there is time for the rest of it.
    Rest(u32),
    /// The filter had changed so many times a moment ago.
    Address(u32),
    /// Something else stands behind the # of the page's address.
    Follow,
    /// Typed or chose something.
    Type(Field, String),
    /// Ticked something in a group, or took the tick off.
    Tick(Group, String),
    /// Wants no filter.
    Clear,
    /// Wants the list (0) or the week (1).
    View(usize),
    /// Wants another week, so many days on.
    Week(i64),
    /// Wants more of the list.
    More,
    /// Wants all about a meeting, or no more.
    Open(usize),
    /// The same, by its place in the list.
    OpenNth(usize),
    /// Wants a meeting of the week shown in the list.
    GoTo(usize),
    /// Asks how to join.
    Ask(usize),
    /// The answer to the question of that number.
    Answered(u32, Reply),
    /// Wants to say when they work.
    Shifts,
    /// A calendar file was read, or could not be.
    File(Option<String>),
    /// The shifts, as lines, of the file that was opened so many files ago.
    Rota(u32, Option<String>),
    /// Wants the list held against the shifts.
    UseShifts,
    /// Wants the shifts forgotten.
    ForgetShifts,
    /// Pressed the way back on the screen.
    Back,
    /// The device has gone to that many steps in.
    Arrived(u32),
    /// Wants a calendar file of a meeting: its next date, or all.
    Calendar(usize, bool),
    /// Wants an address to share.
    Share,
    /// It is on the clipboard, or could not be put there.
    Shared(bool),
    /// Wants the list on paper.
    Print,
    /// Wants a copy kept on the device, or no more.
    Keep,
}

/// How often "it is on now" and "the next date" are looked at anew, in milliseconds.
const BEAT: i32 = 60_000;

/// After so many milliseconds a list is asked for anew where it is still looked at: a date may have been
/// called off meanwhile.
const OLD: f64 = 6.0 * 3_600_000.0;
/// And after so many where one could not be had.
const AGAIN: f64 = 15.0 * 60_000.0;

/// For how long a copy that is kept passes for today's list, in milliseconds.
const PATIENCE: i32 = 5_000;

/// When the filters are drawn, in milliseconds after the list.
const SETTLE: i32 = 30;

/// When the next piece of the work on a list is done, in milliseconds after the one before: keys and
/// scrolling come between.
const LEARN: i32 = 20;

/// When the cards below the first ones follow, in milliseconds after these: they are on the screen then.
const REST: i32 = 20;

/// When the filter goes into the address, in milliseconds after it was last changed. A browser takes
/// as long for that as for a list, and refuses it after a hundred times in half a minute.
const ADDRESS: i32 = 250;

/// One finder.
pub struct App {
    state: State,
    trail: Trail,
    /// When the feeds were last asked, in milliseconds since 1970.
    asked: f64,
    /// Listens for as long as the finder is there.
    _fragments: device::Fragments,
    at_shifts: bool,
    arrivals: u32,
    gone: NodeRef,
    still: Still,
    /// Work on what is not seen is under way.
    learns: bool,
}

impl Component for App {
    type Message = Act;
    type Properties = WidgetProps;

    fn create(ctx: &Context<Self>) -> Self {
        let edge = &ctx.props().cx;
        let mut app = Self {
            state: State::new(edge),
            trail: Trail::new(edge, ctx.link().callback(Act::Arrived)),
            asked: edge.page().now(),
            _fragments: device::Fragments::new(ctx.link().callback(|()| Act::Follow)),
            at_shifts: false,
            arrivals: 0,
            gone: NodeRef::default(),
            still: Still::default(),
            learns: false,
        };
        if let Some(reply) = edge.page().at_hand() {
            app.loaded(ctx, 0, &reply);
            app.state.settle();
        } else {
            app.ask_all(ctx, false);
            // A copy that is kept is shown while an answer is waited for.
            if !app.state.catalogue.meetings().is_empty() {
                app.settle_later(ctx);
            }
            let slow = ctx.link().callback(|()| Act::Slow);
            edge.page().later(PATIENCE, slow);
        }
        edge.page().later(BEAT, ctx.link().callback(|()| Act::Beat));
        app
    }

    fn update(&mut self, ctx: &Context<Self>, act: Act) -> bool {
        let (before, shown) = (self.state.changes, self.state.hits.found.len());
        let draws = self.act(ctx, act);
        let changes = self.state.changes;
        if changes != before {
            let page = ctx.props().cx.page();
            let then = ctx.link().callback(move |()| Act::Address(changes));
            page.later(ADDRESS, then);
            // Where there are as many cards as before, those further down wait for the first ones:
            // a cheap phone has no time for all of them in a frame.
            let as_many = shown == self.state.hits.found.len();
            if shown > FIRST && as_many && self.state.week.is_none() {
                page.later(REST, ctx.link().callback(move |()| Act::Rest(changes)));
                return draws;
            }
        }
        // What draws nothing leaves the cards further down as they are: the next filter must not wait for them.
        self.state.drawings += u32::from(draws);
        draws
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let cx = &ctx.props().cx;
        finder(&View {
            state: &self.state,
            cx,
            words: cx.words(),
            send: ctx.link().callback(|act| act),
            at_shifts: self.at_shifts,
            arrivals: self.arrivals,
            gone: &self.gone,
            still: &self.still,
        })
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        if self.state.gone_to.take().is_some() {
            wish::focus(&self.gone);
        }
    }
}

impl App {
    /// Does what was asked; true where the picture is another one.
    fn act(&mut self, ctx: &Context<Self>, act: Act) -> bool {
        let edge = &ctx.props().cx;
        let state = &mut self.state;
        match act {
            Act::Loaded(at, reply) => self.loaded(ctx, at, &reply),
            Act::Read(at, text) => self.read(ctx, at, text),
            Act::Load => {
                // The button is gone meanwhile.
                self.arrivals += 1;
                self.ask_all(ctx, true);
            }
            Act::Beat => return self.beat(ctx),
            Act::Slow => state.feeds.give_up_waiting(),
            Act::Settle => return self.settle(ctx),
            Act::Learn => return self.learn(ctx),
            // A newer list brings its own.
            Act::Rest(changes) => return changes == state.changes,
            Act::Address(changes) => return state.address(edge, changes),
            Act::Follow => state.follow(edge),
            Act::Type(field, text) => state.type_in(edge, field, text),
            Act::Tick(group, id) => state.tick(edge, group, &id),
            Act::Clear => state.clear(edge),
            Act::View(0) => state.week = None,
            Act::View(_) => state.open_week(edge),
            Act::Week(days) => state.move_week(edge, days),
            Act::More => state.more(edge),
            Act::Open(index) => state.flip_open(edge, index),
            Act::OpenNth(nth) => state.open_nth(edge, nth),
            Act::GoTo(index) => state.go_to(edge, index),
            Act::Ask(index) => self.ask_how(ctx, index),
            Act::Answered(question, reply) => state.answered(question, &reply),
            Act::Shifts => self.forward(true),
            Act::File(text) => self.open_file(ctx, text),
            Act::Rota(file, lines) => {
                if state.read_file(file, lines.as_deref()) {
                    self.use_shifts(edge);
                }
            }
            Act::UseShifts => self.use_shifts(edge),
            Act::Back => self.leave_shifts(),
            Act::ForgetShifts => {
                state.forget_shifts(edge);
                self.leave_shifts();
            }
            Act::Arrived(depth) => {
                self.at_shifts = depth > 0;
                state.shifts.file.is_let_be();
                self.arrivals += 1;
            }
            Act::Calendar(index, whole) => self.hand_over(edge, index, whole),
            Act::Share => {
                let address = [edge.page().address(), state.fragment()].concat();
                wish::copy(&address, ctx.link().callback(Act::Shared));
                return false;
            }
            Act::Shared(true) => state.said = Some(msg::SHARE_DONE),
            Act::Shared(false) => state.said = Some(msg::SHARE_FAILED),
            Act::Print => self.print(edge),
            Act::Keep => state.flip_kept(edge),
        }
        true
    }

    /// A minute has passed; true where what is seen may be another.
    fn beat(&mut self, ctx: &Context<Self>) -> bool {
        let page = ctx.props().cx.page();
        page.later(BEAT, ctx.link().callback(|()| Act::Beat));
        if !page.is_seen() {
            return false;
        }
        self.state.grow_stale();
        self.work(ctx);
        let has_failed = self.state.feeds.has_failed();
        let is_old = page.now() - self.asked >= if has_failed { AGAIN } else { OLD };
        if is_old {
            self.ask_all(ctx, true);
        }
        is_old
    }

    fn settle_later(&self, ctx: &Context<Self>) {
        let settle = ctx.link().callback(|()| Act::Settle);
        ctx.props().cx.page().later(SETTLE, settle);
    }

    fn settle(&mut self, ctx: &Context<Self>) -> bool {
        let is_new = self.state.settle();
        if is_new {
            self.work(ctx);
        }
        is_new
    }

    /// Works on what is left to do: one piece after the other, however many lists have come.
    fn work(&mut self, ctx: &Context<Self>) {
        if !std::mem::replace(&mut self.learns, true) {
            self.learn_later(ctx);
        }
    }

    /// True where what is seen may be another.
    fn learn(&mut self, ctx: &Context<Self>) -> bool {
        let done = self.state.go_on(&ctx.props().cx);
        self.learns = done.is_some();
        if self.learns {
            self.learn_later(ctx);
        }
        done == Some(true)
    }

    fn learn_later(&self, ctx: &Context<Self>) {
        let learn = ctx.link().callback(|()| Act::Learn);
        ctx.props().cx.page().later(LEARN, learn);
    }

    fn use_shifts(&mut self, edge: &Edge) {
        if self.state.use_shifts(edge) {
            self.leave_shifts();
        }
    }

    fn forward(&mut self, at_shifts: bool) {
        if self.at_shifts != at_shifts {
            self.at_shifts = at_shifts;
            self.trail.forward();
            self.arrivals += 1;
        }
    }

    fn leave_shifts(&mut self) {
        if self.trail.depth() > 0 {
            self.trail.back();
        } else {
            self.at_shifts = false;
            self.state.shifts.file.is_let_be();
        }
    }

    #[inline(never)]
    fn hand_over(&mut self, edge: &Edge, index: usize, whole: bool) {
        let state = &mut self.state;
        let found = state.hits.found.iter().find(|found| found.index == index);
        let date = found
            .and_then(|found| found.next.as_ref())
            .filter(|_| !whole);
        let stamp = state.now(edge);
        let meeting = state.catalogue.meetings().get(index);
        let done = meeting
            .zip(state.feeds.of(index))
            .is_some_and(|(meeting, feed)| {
                goods::calendar(meeting, date, feed, stamp, &PAGE_ZONES)
            });
        state.said = (!done).then_some(msg::CALENDAR_FAILED);
    }

    #[inline(never)]
    fn print(&mut self, edge: &Edge) {
        let state = &mut self.state;
        state.complete_to(usize::MAX);
        let found = state.all_found();
        let list = found.iter().filter_map(|found| {
            let meeting = state.catalogue.meetings().get(found.index)?;
            Some((meeting, found))
        });
        let page = goods::printed(edge.words(), list, state.now(edge).date());
        let done = wish::show(&page, "text/html;charset=utf-8");
        state.said = (!done).then_some(msg::PRINT_FAILED);
    }
}
