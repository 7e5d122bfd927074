//! The root component: turns presses, keys and answers of the hub into steps of the flow, and the
//! flow into a screen.

use swansfeet_demands::seal::Pins;
use swansfeet_demands::text::Slug;
use swansfeet_embed::net::{Ask, Reply};
use swansfeet_embed::{Context as Edge, Trail, WidgetProps};
use yew::prelude::*;

use crate::after::{self, After};
use crate::draw::View;
use crate::flow::answers::Next;
use crate::flow::{Failure, Field, Flow, Load, Move, Sending, Terms};
use crate::proof::{Hunt, Slice};
use crate::{msg, screens, sealing};

/// What a person, their device or the hub did.
#[derive(Clone)]
pub enum Act {
    /// The campaign has come, or has not.
    Loaded(Reply),
    /// Wants it asked for again.
    Load,
    /// It is time to look at the count.
    Beat,
    /// The count has come, or has not.
    Counted(Reply),
    /// Typed or chose something.
    Type(Field, String),
    /// Ticked something in a list, or took the tick off.
    Tick(Field, String),
    /// Wants to sign by code and not by email, or the other way round.
    SwapCode,
    /// Pressed the button that leads on.
    Next,
    /// Pressed the way back on the screen.
    Back,
    /// The device has gone to that many steps in.
    Arrived(u32),
    /// The hub has answered to the signature.
    Answered(Reply),
    /// There is time for another slice of the puzzle.
    Slice,
    /// Wants the message once more.
    SendAgain,
    /// Does something after signing.
    After(after::Do),
}

/// How often the count is looked at, in milliseconds.
const BEAT: i32 = 10_000;
/// How long the page may be kept busy with the puzzle at a time: less than a frame of 16 ms.
const SLICE: f64 = 8.0;
/// The campaign where neither the tag nor its script names one.
const CAMPAIGN: &str = "fifteen";

/// One signer.
pub struct App {
    flow: Flow,
    after: After,
    trail: Trail,
    /// How often another screen was shown: moves focus to its heading.
    arrivals: u32,
    /// What was sent last, sealed: for the message once more, and with a puzzle's answer.
    request: String,
    hunt: Option<Hunt>,
}

impl Component for App {
    type Message = Act;
    type Properties = WidgetProps;

    fn create(ctx: &Context<Self>) -> Self {
        let edge = &ctx.props().cx;
        let mut app = Self {
            flow: started(edge),
            after: After::default(),
            trail: Trail::new(edge, ctx.link().callback(Act::Arrived)),
            arrivals: 0,
            request: String::new(),
            hunt: None,
        };
        let answer = ctx.link().callback(Act::Loaded);
        if let Some(reply) = edge.page().at_hand() {
            app.loaded(ctx, &reply);
        } else if !edge.page().given(answer.clone()) {
            edge.page().ask(campaign_at(edge, false), answer);
        }
        app
    }

    fn update(&mut self, ctx: &Context<Self>, act: Act) -> bool {
        let edge = &ctx.props().cx;
        match act {
            Act::Loaded(reply) => self.loaded(ctx, &reply),
            Act::Load => {
                self.flow.load = Load::Waiting;
                self.load_again(ctx);
            }
            Act::Beat => {
                look_at_count(ctx, &self.flow);
                return false;
            }
            Act::Counted(reply) => return self.flow.counted(&reply),
            Act::Type(field, text) => {
                self.request.clear();
                self.flow.type_in(field, text);
            }
            Act::Tick(field, id) => {
                self.request.clear();
                self.flow.tick(field, &id);
            }
            Act::SwapCode => {
                self.request.clear();
                self.flow.swap_code();
            }
            Act::Next => {
                self.flow.shown(edge.page().now());
                match self.flow.go_on() {
                    Move::Stay => {}
                    Move::Forward => self.forward(),
                    Move::Send => self.seal(ctx),
                }
            }
            Act::Back => self.trail.back(),
            Act::Arrived(depth) => {
                self.flow.arrive(depth as usize);
                self.arrivals += 1;
            }
            Act::Answered(reply) => self.answered(ctx, &reply),
            Act::Slice => return self.slice(ctx),
            Act::SendAgain => self.post(ctx),
            Act::After(what) => self.after.does(&what, ctx, &self.flow),
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        screens::screen(&View {
            flow: &self.flow,
            after: &self.after,
            words: ctx.props().cx.words(),
            send: ctx.link().callback(|act| act),
            arrivals: self.arrivals,
        })
    }
}

impl App {
    fn forward(&mut self) {
        self.trail.forward();
        // What is to be mended takes the focus itself.
        if self.flow.shown_problems().is_empty() {
            self.arrivals += 1;
        }
    }

    #[inline(never)]
    fn loaded(&mut self, ctx: &Context<Self>, reply: &Reply) {
        let edge = &ctx.props().cx;
        let is_first = self.flow.campaign().is_none();
        // Keys and demands may be others now.
        self.request.clear();
        let depth = self.flow.depth();
        self.flow.loaded(reply, edge.page().is_offline());
        if self.flow.depth() > depth {
            self.forward();
        }
        if let (true, Some(loaded)) = (is_first, self.flow.campaign()) {
            self.after.address(edge, loaded.campaign.slug.as_str());
            edge.page().later(BEAT, ctx.link().callback(|()| Act::Beat));
            if edge.option("src").is_some()
                && let Some(start) = edge.option("start")
            {
                self.flow.prefill(&start);
            }
        }
        if let Some(bar) = self.flow.bar() {
            screens::tell_owner(bar);
        }
    }

    fn load_again(&self, ctx: &Context<Self>) {
        let edge = &ctx.props().cx;
        edge.page()
            .ask(campaign_at(edge, true), ctx.link().callback(Act::Loaded));
    }

    fn seal(&mut self, ctx: &Context<Self>) {
        // The very same again, where nothing has changed since: its answer may have been lost on the
        // way, and the hub knows it again, even by a code that it has used.
        if !self.request.is_empty() {
            return self.post(ctx);
        }
        let edge = &ctx.props().cx;
        let Ok(checked) = self.flow.check() else {
            return;
        };
        match sealing::request(&self.flow, checked, edge.page(), edge.words().lang()) {
            Ok(request) => {
                self.request = request;
                self.post(ctx);
            }
            Err(failure) => {
                self.flow.fail(failure);
            }
        }
    }

    /// Sends what was sealed, once at a time.
    fn post(&mut self, ctx: &Context<Self>) {
        if self.flow.sending != Sending::Going {
            self.send(ctx, self.request.clone());
        }
    }

    fn send(&mut self, ctx: &Context<Self>, body: String) {
        let edge = &ctx.props().cx;
        let Some(loaded) = self.flow.campaign() else {
            return;
        };
        let slug = loaded.campaign.slug.as_str();
        let url = [edge.page().hub(), "/api/demands/", slug, "/signatures"].concat();
        self.flow.sending = Sending::Going;
        edge.announce(&edge.words().get(msg::SENDING));
        let ask = Ask {
            url,
            body: Some(body),
            fresh: false,
        };
        edge.page().ask(ask, ctx.link().callback(Act::Answered));
    }

    #[inline(never)]
    fn answered(&mut self, ctx: &Context<Self>, reply: &Reply) {
        let edge = &ctx.props().cx;
        let is_first = self.flow.thanks.is_none();
        match self.flow.answered(reply, edge.page().is_offline()) {
            Next::Show => edge.announce(""),
            Next::Forward => {
                edge.announce("");
                self.forward();
                if is_first && self.flow.thanks.is_some() {
                    self.signed(edge);
                }
            }
            Next::Reload => self.load_again(ctx),
            Next::Solve => match Hunt::read(&reply.body.at("puzzle")) {
                Some(hunt) => {
                    self.hunt = Some(hunt);
                    edge.announce(&edge.words().get(msg::SOLVING));
                    ctx.link().send_message(Act::Slice);
                }
                None => {
                    self.flow.fail(Failure::Broken);
                }
            },
        }
    }

    /// Tells the page, and nothing about whom.
    fn signed(&self, edge: &Edge) {
        // Outside a browser there is nobody to tell, and no text can be handed over.
        if cfg!(target_arch = "wasm32")
            && let Some(loaded) = self.flow.campaign()
        {
            let slug = loaded.campaign.slug.as_str();
            edge.emit("signed", "campaign", &slug.into());
        }
    }

    /// A little of the puzzle, and then the page may do what it has to do.
    #[inline(never)]
    fn slice(&mut self, ctx: &Context<Self>) -> bool {
        let page = ctx.props().cx.page();
        let Some(hunt) = &mut self.hunt else {
            return false;
        };
        let begun = page.now();
        let found = loop {
            match hunt.search(256) {
                Slice::Going if page.now() - begun < SLICE => {}
                end => break end,
            }
        };
        match found {
            Slice::Going => {
                page.later(0, ctx.link().callback(|()| Act::Slice));
                return false;
            }
            Slice::Found(number) => {
                let body = sealing::with_proof(&self.request, &hunt.proof(number));
                self.hunt = None;
                self.send(ctx, body);
            }
            Slice::Over => {
                self.hunt = None;
                self.flow.fail(Failure::Broken);
            }
        }
        true
    }
}

/// Where the campaign is.
fn campaign_at(edge: &Edge, fresh: bool) -> Ask {
    let url = edge.option("src").unwrap_or_else(|| {
        let slug = edge
            .option("campaign")
            .filter(|slug| Slug::new(slug).is_some());
        let slug = slug.unwrap_or_else(|| CAMPAIGN.to_owned());
        [edge.page().hub(), "/api/demands/", &slug].concat()
    });
    Ask {
        url,
        body: None,
        fresh,
    }
}

/// Asks for the count while somebody can see it. A campaign from a file of the partner's own has
/// none that would change.
fn look_at_count(ctx: &Context<App>, flow: &Flow) {
    let edge = &ctx.props().cx;
    let page = edge.page();
    if edge.option("src").is_none()
        && page.is_seen()
        && let Some(loaded) = flow.campaign()
    {
        let slug = loaded.campaign.slug.as_str();
        let ask = Ask {
            url: [page.hub(), "/api/demands/", slug, "/count"].concat(),
            body: None,
            // What the browser has kept may be half a minute old.
            fresh: true,
        };
        page.ask(ask, ctx.link().callback(Act::Counted));
    }
    page.later(BEAT, ctx.link().callback(|()| Act::Beat));
}

/// A flow with what the partner set, and the code behind a QR code.
fn started(edge: &Edge) -> Flow {
    let partner = edge.option("partner");
    let is_slug = partner.as_deref().is_none_or(|id| Slug::new(id).is_some());
    if !is_slug {
        screens::warn("data-partner is left out: an id has small letters, digits and hyphens.");
    }
    let mut flow = Flow::new(Terms {
        partner: partner.filter(|_| is_slug),
        pins: edge.option("key").map(|key| Pins::read(&key)),
        goal: edge.option("goal").and_then(|goal| goal.parse().ok()),
    });
    let fragment = edge.page().fragment();
    let code = fragment.strip_prefix("#code=").map(str::to_owned);
    if let Some(code) = code.or_else(|| edge.option("code")) {
        flow.type_in(Field::Code, code);
        flow.by_code = true;
    }
    flow
}
