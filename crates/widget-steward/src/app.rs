//! The root component: turns presses, files and the engine's steps into a state, and the state into a
//! screen.

use std::rc::Rc;

use swansfeet_embed::{Random, WidgetProps, wish};
use swansfeet_wellbeing::identity::Identity;
use swansfeet_wellbeing::key_file::{KeyFile, KeyFileError};
use swansfeet_wellbeing::second::Step;
use yew::platform::spawn_local;
use yew::prelude::*;

use crate::files::{self, Picked, Place};
use crate::msg;
use crate::ring::Ring;
use crate::screens::{self, View};
use crate::start;
use crate::work::{Stop, work};

/// Where the work is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) enum Phase {
    /// No key file is open.
    #[default]
    Start,
    /// One is open.
    Open,
    /// The engine is at work.
    Working,
    /// It has done all that there was.
    Done,
    /// It stopped.
    Stopped(Stop),
}

/// What did not go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Trouble {
    /// What was picked is no key file.
    File(KeyFileError),
    /// The browser has no random bytes.
    NoRandom,
    /// The file could not be written in place.
    NotWritten,
    /// No campaign was named.
    NoCampaign,
}

/// What a person, the browser or the engine did.
pub enum Act {
    /// Wants to pick a key file.
    Pick,
    /// Has picked one.
    Picked(Given),
    /// Wants a new identity.
    New,
    /// Wants the public key on the clipboard.
    Copy,
    /// It is there, or is not.
    Copied(bool),
    /// Typed the campaign.
    Campaign(String),
    /// Wants this week's work done.
    Work,
    /// The engine has done something.
    Step(Step),
    /// The engine waits for the new file to be saved.
    Wanted,
    /// Wants it saved.
    Save,
    /// The place for it was said, or was not.
    Placed(Option<Opened>),
    /// It was written in place, or could not be.
    Wrote(bool),
    /// Says that the download is saved.
    Saved,
    /// Does not want to go on.
    Stop,
    /// The engine has ended.
    Ended(Ended),
    /// Wants the keys out of this page.
    Close,
}

/// A file, as it was picked.
pub struct Given(pub(crate) Picked);

/// A place that the page may write to.
pub struct Opened(pub(crate) Place);

/// How the engine ended.
pub struct Ended(pub(crate) Result<(), Stop>);

/// The steward's page.
#[derive(Default)]
pub struct App {
    pub(crate) phase: Phase,
    pub(crate) ring: Option<Rc<Ring>>,
    pub(crate) place: Option<Place>,
    pub(crate) campaign: String,
    pub(crate) steps: Vec<Step>,
    /// The new file has been handed over as a download.
    pub(crate) is_handed: bool,
    pub(crate) is_copied: Option<bool>,
    pub(crate) trouble: Option<Trouble>,
    /// How often another screen was shown: moves focus to its heading.
    pub(crate) arrivals: u32,
}

impl Component for App {
    type Message = Act;
    type Properties = WidgetProps;

    fn create(ctx: &Context<Self>) -> Self {
        let edge = &ctx.props().cx;
        let mut app = Self {
            campaign: edge.option("campaign").unwrap_or_default(),
            ..Self::default()
        };
        if let Some(given) = edge.option("start") {
            start::pretend(&mut app, &given, ctx.link().callback(|()| Act::Wanted));
        }
        app
    }

    fn update(&mut self, ctx: &Context<Self>, act: Act) -> bool {
        match act {
            Act::Pick => pick(ctx.link().callback(Act::Picked)),
            Act::Picked(Given(picked)) => self.open(ctx, picked),
            Act::New => self.make(ctx),
            Act::Copy => {
                if let Some(ring) = &self.ring {
                    let copied = ctx.link().callback(Act::Copied);
                    wish::copy(&ring.key().to_string(), copied);
                }
            }
            Act::Copied(is_copied) => self.is_copied = Some(is_copied),
            Act::Campaign(typed) => {
                self.campaign = typed;
                self.trouble = None;
            }
            Act::Work => self.work(ctx),
            Act::Step(step) => self.step(step),
            Act::Ended(Ended(ended)) => self.ended(ctx, ended),
            Act::Close => {
                // With the last who holds it, the ring and its keys are gone from memory.
                let campaign = core::mem::take(&mut self.campaign);
                *self = Self {
                    campaign,
                    arrivals: self.arrivals + 1,
                    ..Self::default()
                };
            }
            of_saving => self.save(ctx, of_saving),
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let edge = &ctx.props().cx;
        screens::screen(&View {
            app: self,
            words: edge.words(),
            today: crate::work::today(edge),
            is_at_hub: files::is_at(edge.page().hub()),
            has_places: files::has_places(),
            send: ctx.link().callback(|act| act),
        })
    }
}

fn pick(picked: Callback<Given>) {
    spawn_local(async move {
        if let Some(file) = files::pick().await {
            picked.emit(Given(file));
        }
    });
}

/// The new file's name: the highest number is the one to keep.
fn name(ring: &Ring) -> String {
    let number = ring.times_saved().to_string();
    ["swansfeet-keys-", &number, ".txt"].concat()
}

impl App {
    fn show(&mut self, phase: Phase) {
        self.phase = phase;
        self.arrivals += 1;
    }

    fn open(&mut self, ctx: &Context<Self>, picked: Picked) {
        match KeyFile::read(&picked.text) {
            Ok(file) => {
                let wanted = ctx.link().callback(|()| Act::Wanted);
                let ring = Ring::new(file, wanted);
                if self.campaign.is_empty() {
                    self.campaign = ring.campaign().unwrap_or_default();
                }
                self.ring = Some(ring);
                self.place = picked.place;
                self.trouble = None;
                self.show(Phase::Open);
            }
            Err(error) => self.trouble = Some(Trouble::File(error)),
        }
    }

    fn make(&mut self, ctx: &Context<Self>) {
        let Some(mut random) = Random::of(ctx.props().cx.page()) else {
            self.trouble = Some(Trouble::NoRandom);
            return;
        };
        let file = KeyFile::new(Identity::generate(&mut random));
        let ring = Ring::new(file, ctx.link().callback(|()| Act::Wanted));
        ring.change();
        self.ring = Some(ring);
        self.show(Phase::Open);
    }

    fn work(&mut self, ctx: &Context<Self>) {
        let edge = &ctx.props().cx;
        let campaign = self.campaign.trim().to_owned();
        let is_slug = |sign: char| sign.is_ascii_alphanumeric() || sign == '-';
        if campaign.is_empty() || !campaign.chars().all(is_slug) {
            self.trouble = Some(Trouble::NoCampaign);
            edge.announce(&edge.words().get(msg::CAMPAIGN_NEEDED));
            return;
        }
        let Some(ring) = self.ring.clone().filter(|_| self.phase != Phase::Working) else {
            return;
        };
        self.steps.clear();
        self.trouble = None;
        self.show(Phase::Working);
        let watch = ctx.link().callback(Act::Step);
        let ended = ctx.link().callback(|ended| Act::Ended(Ended(ended)));
        let edge = edge.clone();
        spawn_local(async move {
            ended.emit(work(edge, ring, campaign, watch).await);
        });
    }

    /// Of a place that is counted, the last line alone.
    fn step(&mut self, step: Step) {
        if let (Step::Counting(place, ..), Some(Step::Counting(last, ..))) =
            (step, self.steps.last())
            && place == *last
        {
            self.steps.pop();
        }
        self.steps.push(step);
    }

    fn ended(&mut self, ctx: &Context<Self>, ended: Result<(), Stop>) {
        let edge = &ctx.props().cx;
        self.is_handed = false;
        if let Some(ring) = self.ring.clone().filter(|ring| ring.is_changed()) {
            // It stopped on the way: what was destroyed so far is to be destroyed in the file too.
            self.write(ctx, &ring);
        }
        match ended {
            Ok(()) => {
                edge.announce(&edge.words().get(msg::DONE_TITLE));
                self.show(Phase::Done);
            }
            Err(stop) => {
                edge.announce(&edge.words().get(msg::STOPPED_TITLE));
                self.show(Phase::Stopped(stop));
            }
        }
    }

    /// All about the new file.
    fn save(&mut self, ctx: &Context<Self>, act: Act) {
        let edge = &ctx.props().cx;
        let Some(ring) = self.ring.clone() else {
            return;
        };
        let text = || ring.text(&edge.words().get(msg::KEY_FILE_ABOUT));
        match act {
            Act::Wanted | Act::Save if self.place.is_some() => self.write(ctx, &ring),
            Act::Wanted => edge.announce(&edge.words().get(msg::SAVE_TITLE)),
            Act::Save => {
                // The number in the name is that of the file that is handed over.
                let _ = text();
                let name = name(&ring);
                let placed = ctx.link().callback(Act::Placed);
                if files::has_places() {
                    spawn_local(async move {
                        placed.emit(files::place_for(&name).await.map(Opened));
                    });
                } else {
                    self.is_handed = files::download(&name, &text());
                }
            }
            Act::Placed(Some(Opened(place))) => {
                self.place = Some(place);
                self.write(ctx, &ring);
            }
            Act::Wrote(true) => {
                self.trouble = None;
                ring.settled(true);
            }
            Act::Wrote(false) => {
                // Then by hand: whether it was saved, its person says.
                self.place = None;
                self.trouble = Some(Trouble::NotWritten);
                edge.announce(&edge.words().get(msg::SAVE_NOT_WRITTEN));
            }
            Act::Saved => {
                self.is_handed = false;
                self.trouble = None;
                ring.settled(true);
            }
            Act::Stop => ring.settled(false),
            _ => {}
        }
    }

    fn write(&self, ctx: &Context<Self>, ring: &Ring) {
        let Some(place) = self.place.clone() else {
            return;
        };
        let words = ctx.props().cx.words();
        let text = ring.text(&words.get(msg::KEY_FILE_ABOUT));
        let wrote = ctx.link().callback(Act::Wrote);
        spawn_local(async move {
            wrote.emit(place.write(&text).await);
        });
    }
}
