//! The way through the signer: what was loaded, what was typed, which screen is shown, what is
//! wrong with it, and how the hub has answered.
//!
//! Pure and natively tested. Knows no browser and no words; what is right on a form says
//! `swansfeet_demands::Form`.

pub mod answers;
mod bar;
mod changes;
mod check;
mod fields;
mod start;

use swansfeet_demands::seal::{Pins, TextError};
use swansfeet_demands::{Email, Unicode};
use swansfeet_embed::{net::Reply, unicode};
use swansfeet_words::Msg;

use crate::wire::{self, Loaded};

pub use bar::Bar;
pub use changes::Changes;
pub use check::Problem;
pub use fields::{FORM, Field, Screen};

/// Unicode as the browser knows it.
pub(crate) const UNICODE: Unicode = Unicode {
    composed: unicode::composed,
    small: unicode::small,
};

/// What the partner's tag says about sealing and credit.
#[derive(Clone, Debug, Default)]
pub struct Terms {
    /// The partner on whose page this is.
    pub partner: Option<String>,
    /// The keys that may seal, where the tag names any; `Err` where it cannot be read.
    pub pins: Option<Result<Pins, TextError>>,
    /// The goal to show in place of the campaign's own.
    pub goal: Option<u32>,
}

/// Everything that one person has loaded and typed, and where they are.
pub struct Flow {
    pub(crate) terms: Terms,
    /// What came of asking for the campaign.
    pub load: Load,
    /// In the order of [`Field`]; lists have their ids with spaces between them.
    answers: Vec<String>,
    pub(crate) by_code: bool,
    trail: Vec<Screen>,
    at: usize,
    tries: u32,
    /// How many puzzles were set since it last failed.
    puzzles: u8,
    shows_problems: bool,
    /// What the hub said of a field, until it is typed in again.
    refused: Option<(Field, Msg)>,
    /// What came of sending the signature.
    pub sending: Sending,
    /// How it was taken, once it was.
    pub thanks: Option<Thanks>,
    /// What changed in the campaign while somebody was here.
    pub changes: Option<Changes>,
    /// When the form was first shown, in milliseconds.
    shown_at: Option<f64>,
}

/// What came of asking for the campaign.
#[derive(Debug, PartialEq)]
pub enum Load {
    /// Nothing yet.
    Waiting,
    /// It is there.
    Ready(Box<Loaded>),
    /// It is not.
    Failed(Failure),
}

/// What came of sending the signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sending {
    /// Nothing was sent.
    Idle,
    /// It is on its way.
    Going,
    /// The hub has set a puzzle, which is being solved.
    Solving,
    /// It did not arrive.
    Failed(Failure),
}

/// Why something did not come or go. Nothing that was typed is lost by any of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The device has no network.
    Offline,
    /// The hub does not answer.
    Unreachable,
    /// The hub answers that it cannot now, or something that nobody understands.
    Broken,
    /// The hub knows no such campaign.
    NoCampaign,
    /// Too many signatures just now.
    TooMany,
    /// The form is too long.
    TooLarge,
    /// The hub takes something in it for wrong, and the form has no place to mend it.
    NotTaken,
    /// The browser has no random bytes to seal with.
    NoRandom,
}

/// How the signature was taken.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Thanks {
    /// Where the message went; none for those who signed with a code.
    pub email: Option<String>,
    /// Where to take the name back.
    pub withdraw: Option<String>,
    /// Whether the message was asked for again.
    pub is_again: bool,
}

/// Where a press of a button has led.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// Nowhere: something is to be mended here.
    Stay,
    /// One screen on.
    Forward,
    /// The form is whole: seal and send it.
    Send,
}

impl Flow {
    /// Nothing loaded or typed yet.
    #[must_use]
    pub fn new(terms: Terms) -> Self {
        Self {
            terms,
            load: Load::Waiting,
            answers: vec![String::new(); fields::FIELDS],
            by_code: false,
            trail: vec![Screen::Demands],
            at: 0,
            tries: 0,
            puzzles: 0,
            shows_problems: false,
            refused: None,
            sending: Sending::Idle,
            thanks: None,
            changes: None,
            shown_at: None,
        }
    }

    /// The campaign, or why there is none, has come.
    #[inline(never)]
    pub fn loaded(&mut self, reply: &Reply, is_offline: bool) {
        let read = match reply.status {
            200 => wire::campaign(&reply.body),
            _ => None,
        };
        let Some(new) = read else {
            let failure = failed(reply, is_offline);
            // What is there already stays: a form must not vanish because of a second look.
            if let Load::Ready(_) = self.load {
                self.sending = Sending::Failed(failure);
            } else {
                self.load = Load::Failed(failure);
            }
            return;
        };
        self.by_code |= !new.mail;
        let old = std::mem::replace(&mut self.load, Load::Ready(Box::new(new)));
        if let (Load::Ready(old), Load::Ready(new)) = (&old, &self.load) {
            let changes = Changes::between(&old.campaign, &new.campaign);
            self.reread(changes);
        }
    }

    /// The campaign is another: nobody has agreed to that yet, and they are shown what changed.
    fn reread(&mut self, changes: Changes) {
        for field in [Field::Agree, Field::Purposes, Field::Partners] {
            self.answers[field as usize].clear();
        }
        self.sending = Sending::Idle;
        self.changes = Some(changes);
        self.open(Screen::Demands);
    }

    /// A number of signatures has come.
    pub fn counted(&mut self, reply: &Reply) -> bool {
        let Load::Ready(loaded) = &mut self.load else {
            return false;
        };
        match wire::count(&reply.body).filter(|_| reply.status == 200) {
            Some(count) if count != loaded.count => {
                loaded.count = count;
                true
            }
            _ => false,
        }
    }

    /// The campaign, once it is there.
    #[must_use]
    pub fn campaign(&self) -> Option<&Loaded> {
        match &self.load {
            Load::Ready(loaded) => Some(loaded),
            _ => None,
        }
    }

    /// The screen to show.
    #[must_use]
    pub fn screen(&self) -> Screen {
        self.trail[self.at]
    }

    /// How many steps in.
    #[must_use]
    pub fn depth(&self) -> usize {
        self.at
    }

    /// How often somebody tried to go on and could not.
    #[must_use]
    pub fn tries(&self) -> u32 {
        self.tries
    }

    /// The form is before somebody's eyes at this time, in milliseconds.
    pub fn shown(&mut self, now: f64) {
        self.shown_at.get_or_insert(now);
    }

    /// Seconds from then.
    pub(crate) fn seconds(&self, now: f64) -> usize {
        // A clock that was set back counts from nought; as a number it only saturates.
        self.shown_at
            .map_or(0, |then| ((now - then) / 1000.0) as u32 as usize)
    }

    /// The address, if it can be read: for a hint or a warning beside it.
    #[must_use]
    pub fn email(&self) -> Option<Email> {
        (!self.by_code)
            .then(|| Email::read(self.typed(Field::Email), UNICODE).ok())
            .flatten()
    }

    /// The problems to show now: none before somebody tried to go on.
    #[must_use]
    pub fn shown_problems(&self) -> Vec<(Field, Problem)> {
        if self.shows_problems {
            self.problems(self.screen())
        } else {
            Vec::new()
        }
    }

    fn problems(&self, screen: Screen) -> Vec<(Field, Problem)> {
        let mut problems = self.check().err().unwrap_or_default();
        problems.retain(|(field, _)| field.screen() == screen);
        problems
    }

    /// The way on was pressed.
    pub fn go_on(&mut self) -> Move {
        if self.campaign().is_none() || self.sending == Sending::Going {
            return Move::Stay;
        }
        let screen = self.screen();
        if screen == Screen::Demands {
            if self.thanks.is_some() {
                self.open(Screen::Thanks);
            } else if self.bar().is_none() {
                self.changes = None;
                self.open(Screen::About);
            } else {
                return Move::Stay;
            }
            return Move::Forward;
        }
        if !self.problems(screen).is_empty() {
            return self.mend();
        }
        match screen {
            Screen::About => self.open(Screen::More),
            Screen::More => self.open(Screen::Agree),
            Screen::Agree => return self.finish(),
            _ => return Move::Stay,
        }
        Move::Forward
    }

    /// Shows what is wrong here.
    fn mend(&mut self) -> Move {
        self.shows_problems = true;
        self.tries += 1;
        Move::Stay
    }

    fn finish(&mut self) -> Move {
        if self.bar().is_some() {
            // The key, or the time, is no longer right: the first screen says so.
            self.open(Screen::Demands);
            return Move::Forward;
        }
        let wrong = FORM.into_iter().find(|s| !self.problems(*s).is_empty());
        let Some(screen) = wrong else {
            return Move::Send;
        };
        self.open(screen);
        self.mend();
        Move::Forward
    }

    /// Goes on to a screen, one step deeper.
    pub fn open(&mut self, screen: Screen) {
        self.trail.truncate(self.at + 1);
        self.trail.push(screen);
        self.at += 1;
        self.shows_problems = false;
    }

    /// The device went back or forward to that many steps in. What was not seen yet shows the
    /// screen that is there now.
    pub fn arrive(&mut self, depth: usize) {
        let here = self.screen();
        while self.trail.len() <= depth {
            self.trail.push(here);
        }
        self.at = depth;
        self.shows_problems = false;
    }

    /// Whoever has signed cannot come back to the form.
    fn signed(&mut self, thanks: Thanks) {
        for screen in &mut self.trail {
            *screen = Screen::Demands;
        }
        self.thanks = Some(thanks);
        self.sending = Sending::Idle;
        self.open(Screen::Thanks);
    }
}

fn failed(reply: &Reply, is_offline: bool) -> Failure {
    match reply.status {
        0 if is_offline => Failure::Offline,
        0 => Failure::Unreachable,
        404 => Failure::NoCampaign,
        429 => Failure::TooMany,
        413 => Failure::TooLarge,
        // 200 here is a campaign that cannot be read.
        200 | 500.. => Failure::Broken,
        _ => Failure::NotTaken,
    }
}
