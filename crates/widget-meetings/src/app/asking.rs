//! What a finder asks of others, and what is done with the answers: feeds, ways to join, and the program
//! that reads what is not our own JSON. Draws nothing and knows no filter.

use chrono::{Datelike, NaiveDate};
use swansfeet_embed::net::{Ask, Reply};
use swansfeet_embed::parts;
use yew::prelude::*;

use super::{Act, App};
use crate::start;
use crate::state::Goal;

/// As the page knows this widget, and what it asks for when something else than our own JSON is to be
/// read.
const WIDGET: &str = "meetings";
const READER: &str = "reader";

impl App {
    /// Asks for every feed; the first may be on its way since before the program started.
    #[inline(never)]
    pub(super) fn ask_all(&mut self, ctx: &Context<Self>, again: bool) {
        let page = ctx.props().cx.page();
        self.asked = page.now();
        for (at, feed) in self.state.feeds.all.iter_mut().enumerate() {
            feed.state = crate::feeds::State::Waiting;
            let answer = ctx.link().callback(move |reply| Act::Loaded(at, reply));
            if at == 0 && !again && page.given(answer.clone()) {
                continue;
            }
            let ask = Ask {
                url: feed.url.clone(),
                body: None,
                fresh: again,
            };
            page.ask(ask, answer);
        }
    }

    #[inline(never)]
    pub(super) fn loaded(&mut self, ctx: &Context<Self>, at: usize, reply: &Reply) {
        let is_first = self.state.catalogue.meetings().is_empty();
        let edge = &ctx.props().cx;
        if let Some(text) = self.state.feeds.answered(at, reply)
            && !self.state.loaded(edge, at, text)
        {
            // Of another kind, if it is a feed.
            let read = ctx.link().callback(move |text| Act::Read(at, text));
            return parts::read_answer(WIDGET, READER, &reply.body, read);
        }
        self.came(ctx, is_first);
    }

    /// The reader has made our own JSON of a feed, or nothing.
    pub(super) fn read(&mut self, ctx: &Context<Self>, at: usize, text: Option<String>) {
        let is_first = self.state.catalogue.meetings().is_empty();
        let edge = &ctx.props().cx;
        if !text.is_some_and(|text| self.state.loaded(edge, at, text)) {
            self.state.feeds.fail(at);
        }
        self.came(ctx, is_first);
    }

    /// All is there that is to be had of an answer.
    #[inline(never)]
    fn came(&mut self, ctx: &Context<Self>, is_first: bool) {
        let edge = &ctx.props().cx;
        self.settle_later(ctx);
        if is_first
            && edge.option("src").is_some()
            && let Some(given) = edge.option("start")
        {
            for act in start::prefill(&mut self.state, edge, &given) {
                Component::update(self, ctx, act);
            }
        }
    }

    #[inline(never)]
    pub(super) fn ask_how(&mut self, ctx: &Context<Self>, index: usize) {
        let state = &mut self.state;
        let Some(meeting) = state.catalogue.meetings().get(index) else {
            return;
        };
        // The button that was pressed is there no longer. The answer moves nothing: by then somebody may
        // be typing.
        state.gone_to = Some(Goal::Join(index));
        match (&meeting.joining.ask, state.feeds.of(index)) {
            (Some(path), Some(feed)) => {
                let ask = Ask {
                    url: feed.beside(path),
                    body: None,
                    fresh: true,
                };
                let question = state.ask_how(index);
                let answer = ctx
                    .link()
                    .callback(move |reply| Act::Answered(question, reply));
                ctx.props().cx.page().ask(ask, answer);
            }
            _ => state.tell(index, None),
        }
    }

    pub(super) fn open_file(&mut self, ctx: &Context<Self>, text: Option<String>) {
        let file = self.state.open_file();
        let read = ctx.link().callback(move |lines| Act::Rota(file, lines));
        let Some(text) = text else {
            return read.emit(None);
        };
        let today = iso(ctx.props().cx.today());
        parts::read_text(WIDGET, READER, &text, &today, read);
    }
}

/// `2026-11-28`, as its reader takes it with or without zeros. chrono's own writer brings `fmt` with it.
fn iso(day: NaiveDate) -> String {
    let [year, month, day] = [day.year_ce().1, day.month(), day.day()].map(|part| part.to_string());
    [&*year, "-", &month, "-", &day].concat()
}
