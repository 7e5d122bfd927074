//! The root component: turns presses, choices and answers of the hub into steps of the flow, and the
//! flow into a screen.

use swansfeet_embed::net::{Ask, Reply};
use swansfeet_embed::vault::{self, Vault};
use swansfeet_embed::{Context as Edge, WidgetProps, device};
use swansfeet_wellbeing::{Nation, Place};
use yew::prelude::*;

use crate::diary::{self, Book, Diary, Entry, State, Trouble};
use crate::draw::View;
use crate::flow::{Answer, Failure, Flow, Load, Screen, Sending};
use crate::screens;
use crate::{msg, sharing, start};

/// What a person or the hub did.
pub enum Act {
    /// The document has come, or has not.
    Loaded(Reply),
    /// Wants it asked for again.
    Load,
    /// Pressed the way on.
    Next,
    /// Pressed the way back.
    Back,
    /// Wants another screen.
    Open(Screen),
    /// Chose an answer.
    Choose(String),
    /// Wants the support of that nation.
    Nation(String),
    /// Chose where to be counted.
    Place(String),
    /// Pressed "Add mine".
    Send,
    /// The screen shows that: there is time to seal.
    Seal,
    /// The hub has answered to it.
    Answered(Reply),
    /// Wants the picture of another place.
    ShowPlace(String),
    /// Wants other weeks of it.
    ShowWeeks(String),
    /// Typed a passphrase.
    Passphrase(String),
    /// Wants a diary begun or opened.
    Unlock,
    /// It is open, or is not.
    Opened(Option<(Vault, String)>),
    /// Wants today's answers kept in it.
    KeepEntry,
    /// It is locked with them, or is not.
    Kept(Option<String>),
    /// Wants it locked.
    CloseDiary,
    /// Wants all forgotten.
    Forget,
}

/// The campaign where neither the tag nor its script names one.
const CAMPAIGN: &str = "fifteen";

/// One check-in.
pub struct App {
    flow: Flow,
    diary: Diary,
    /// How often another screen was shown: moves focus to its heading.
    arrivals: u32,
    /// What was sent last, sealed: the very same goes again, so that nobody is counted twice.
    request: String,
}

impl Component for App {
    type Message = Act;
    type Properties = WidgetProps;

    fn create(ctx: &Context<Self>) -> Self {
        let edge = &ctx.props().cx;
        let mut app = Self {
            flow: Flow::default(),
            diary: Diary::default(),
            arrivals: 0,
            request: String::new(),
        };
        let answer = ctx.link().callback(Act::Loaded);
        if let Some(reply) = edge.page().at_hand() {
            app.loaded(ctx, &reply);
        } else if !edge.page().given(answer.clone()) {
            edge.page().ask(document_at(edge, false), answer);
        }
        app
    }

    fn update(&mut self, ctx: &Context<Self>, act: Act) -> bool {
        let edge = &ctx.props().cx;
        let flow = &mut self.flow;
        match act {
            Act::Loaded(reply) => self.loaded(ctx, &reply),
            Act::Load => {
                flow.load = Load::Waiting;
                self.load_again(ctx);
            }
            Act::Next if flow.go_on() => self.arrivals += 1,
            Act::Next => edge.announce(&edge.words().get(msg::ASK_NEEDED)),
            Act::Back => {
                flow.back();
                self.arrivals += 1;
            }
            Act::Open(screen) => self.open(screen),
            Act::Choose(value) => {
                self.take_back();
                self.flow.choose(Answer::read(&value));
            }
            Act::Nation(id) => flow.nation = Nation::named(&id).unwrap_or_default(),
            Act::Place(id) => {
                self.take_back();
                self.flow.place = Place::named(&id);
                self.flow.is_lacking = false;
            }
            Act::Send => self.share(ctx),
            Act::Seal => self.seal(ctx),
            Act::Answered(reply) => {
                edge.announce("");
                if flow.answered(&reply, edge.page().is_offline()) {
                    self.load_again(ctx);
                } else if self.flow.sending == Sending::Done {
                    // The button is gone, and the focus must not be lost with it.
                    self.arrivals += 1;
                }
            }
            Act::ShowPlace(at) => flow.shown = (at.parse().unwrap_or_default(), 0),
            Act::ShowWeeks(at) => flow.shown.1 = at.parse().unwrap_or_default(),
            Act::Passphrase(typed) => self.diary.typed = typed,
            Act::Forget => self.forget(edge),
            of_diary => self.keep_diary(ctx, of_diary),
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let edge = &ctx.props().cx;
        screens::screen(&View {
            flow: &self.flow,
            diary: &self.diary,
            words: edge.words(),
            hub: edge.page().hub(),
            send: ctx.link().callback(|act| act),
            arrivals: self.arrivals,
        })
    }
}

impl App {
    pub(crate) fn flow(&mut self) -> &mut Flow {
        &mut self.flow
    }

    pub(crate) fn diary(&mut self) -> &mut Diary {
        &mut self.diary
    }

    #[inline(never)]
    fn loaded(&mut self, ctx: &Context<Self>, reply: &Reply) {
        let edge = &ctx.props().cx;
        let is_first = self.flow.document().is_none();
        // Keys are others now.
        self.request.clear();
        self.flow.loaded(reply, edge.page().is_offline());
        if is_first
            && edge.option("src").is_some()
            && let Some(given) = edge.option("start")
        {
            start::prefill(self, &given);
        }
    }

    fn load_again(&self, ctx: &Context<Self>) {
        let edge = &ctx.props().cx;
        edge.page()
            .ask(document_at(edge, true), ctx.link().callback(Act::Loaded));
    }

    /// What was sealed before is another answer now.
    fn take_back(&mut self) {
        self.request.clear();
        if let Sending::Failed(_) = self.flow.sending {
            self.flow.sending = Sending::Idle;
        }
    }

    pub(crate) fn open(&mut self, screen: Screen) {
        if screen == Screen::Diary {
            self.diary = Diary {
                state: match (vault::is_there(), device::kept(diary::NAME)) {
                    (false, _) => State::Nowhere,
                    (true, None) => State::Off,
                    (true, Some(_)) => State::Locked,
                },
                ..Diary::default()
            };
        }
        self.flow.open(screen);
        self.arrivals += 1;
    }

    /// Shows that it is under way, once at a time. Sealing is a task of its own, so that neither it nor
    /// the drawing keeps the page still for long.
    #[inline(never)]
    fn share(&mut self, ctx: &Context<Self>) {
        let edge = &ctx.props().cx;
        if matches!(self.flow.sending, Sending::Going | Sending::Done) {
            return;
        }
        let Ok(card) = self.flow.card() else {
            return;
        };
        let is_known = |place: &Place| card.places().contains(place);
        if !self.flow.place.as_ref().is_some_and(is_known) {
            self.flow.is_lacking = true;
            edge.announce(&edge.words().get(msg::SHARE_PLACE_NEEDED));
            return;
        }
        self.flow.sending = Sending::Going;
        edge.announce(&edge.words().get(msg::SHARE_GOING));
        edge.page().later(0, ctx.link().callback(|()| Act::Seal));
    }

    /// Seals and sends.
    #[inline(never)]
    fn seal(&mut self, ctx: &Context<Self>) {
        let edge = &ctx.props().cx;
        // All may have been forgotten meanwhile.
        let (Sending::Going, Some(place), Ok(card)) =
            (self.flow.sending, self.flow.place, self.flow.card())
        else {
            return;
        };
        let campaign = card.campaign().to_owned();
        if self.request.is_empty() {
            match sharing::request(card, place, &self.flow.cells(), edge.page()) {
                Ok(request) => self.request = request,
                Err(why) => {
                    self.flow.sending = Sending::Failed(why);
                    return;
                }
            }
        }
        let hub = edge.page().hub();
        let ask = Ask {
            url: [hub, "/api/wellbeing/", &campaign, "/check-ins"].concat(),
            body: Some(self.request.clone()),
            fresh: false,
        };
        edge.page().ask(ask, ctx.link().callback(Act::Answered));
    }

    fn forget(&mut self, edge: &Edge) {
        // Where nothing can be kept, nothing is to be forgotten.
        let _ = device::keep(diary::NAME, None);
        self.request.clear();
        self.diary = Diary::default();
        self.flow.forget();
        self.arrivals += 1;
        edge.announce(&edge.words().get(msg::FORGOTTEN));
    }

    #[inline(never)]
    fn keep_diary(&mut self, ctx: &Context<Self>, act: Act) {
        let edge = &ctx.props().cx;
        let diary = &mut self.diary;
        match act {
            Act::Unlock if diary.is_busy => {}
            Act::Unlock if diary.typed.len() < diary::SHORTEST => {
                diary.trouble = Some(Trouble::TooShort);
                edge.announce(&edge.words().get(msg::DIARY_TOO_SHORT));
            }
            Act::Unlock => {
                diary.is_busy = true;
                diary.trouble = None;
                let typed = core::mem::take(&mut diary.typed);
                let locked = device::kept(diary::NAME);
                vault::open(&typed, locked.as_deref(), ctx.link().callback(Act::Opened));
            }
            Act::Opened(opened) => {
                diary.is_busy = false;
                match opened {
                    Some((vault, text)) => {
                        diary.state = State::Open(Book {
                            vault: Some(vault),
                            entries: diary::read(&text),
                        });
                        self.arrivals += 1;
                    }
                    None => diary.trouble = Some(Trouble::Wrong),
                }
            }
            Act::KeepEntry => self.keep_entry(ctx),
            Act::Kept(locked) => {
                diary.is_busy = false;
                let locked = locked.filter(|locked| device::keep(diary::NAME, Some(locked)));
                match locked {
                    Some(_) => {
                        diary.is_kept = true;
                        self.arrivals += 1;
                    }
                    None => diary.trouble = Some(Trouble::Failed),
                }
            }
            Act::CloseDiary => {
                self.flow.back();
                self.diary = Diary::default();
                self.arrivals += 1;
            }
            _ => {}
        }
    }

    fn keep_entry(&mut self, ctx: &Context<Self>) {
        let State::Open(book) = &mut self.diary.state else {
            return;
        };
        book.put(Entry {
            day: ctx.props().cx.today(),
            pack: self.flow.pack(),
            cells: self.flow.cells(),
        });
        if let Some(vault) = &book.vault {
            self.diary.is_busy = true;
            vault.lock(&diary::write(&book.entries), ctx.link().callback(Act::Kept));
        }
    }
}

/// Where the document is.
fn document_at(edge: &Edge, fresh: bool) -> Ask {
    let url = edge.option("src").unwrap_or_else(|| {
        let campaign = edge
            .option("campaign")
            .unwrap_or_else(|| CAMPAIGN.to_owned());
        [edge.page().hub(), "/api/wellbeing/", &campaign].concat()
    });
    Ask {
        url,
        body: None,
        fresh,
    }
}

/// What the gallery pretends of sending.
pub(crate) fn pretended(name: &str) -> Sending {
    Sending::Failed(match name {
        "done" => return Sending::Done,
        "going" => return Sending::Going,
        "offline" => Failure::Offline,
        "busy" => Failure::Busy,
        "week" => Failure::WeekOver,
        "refused" => Failure::Refused,
        "random" => Failure::NoRandom,
        _ => Failure::Unreachable,
    })
}
