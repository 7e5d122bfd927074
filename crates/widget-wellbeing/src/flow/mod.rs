//! The way through the check-in: what was loaded, what was answered, which screen is shown.
//!
//! Pure and natively tested. Knows no browser and no words; what answers are possible and which band
//! they lie in says `swansfeet_wellbeing`. Nothing here is kept or put into the browser's history.

mod bar;

use swansfeet_embed::net::Reply;
use swansfeet_wellbeing::{Nation, Pack, Place, Question};

use crate::wire::{self, Document};

pub use bar::Bar;

/// What is asked where the hub names nothing else.
const USUAL: &str = "ons4";

/// What can be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Screen {
    /// What this page cannot hide.
    Start,
    /// The question of that number, from 0.
    Question(usize),
    /// What the answers suggest, and support.
    Result,
    /// Support, for those who need it before any question.
    Support,
    /// Add mine to the group picture.
    Share,
    /// The group picture.
    Picture,
    /// The diary.
    Diary,
}

/// What was answered to one question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// A number of its scale.
    Given(u8),
    /// Prefers not to say.
    NotSaid,
}

/// What came of asking for the document.
#[derive(Debug)]
pub enum Load {
    /// Nothing yet.
    Waiting,
    /// It is there.
    Ready(Box<Document>),
    /// It is not.
    Failed(Failure),
}

/// What came of adding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sending {
    /// Nothing was sent.
    Idle,
    /// It is on its way.
    Going,
    /// It arrived.
    Done,
    /// It did not.
    Failed(Failure),
}

/// Why something did not come or go. Nothing is lost by any of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The device has no network.
    Offline,
    /// The server does not answer, or with something that nobody understands.
    Unreachable,
    /// There is no such campaign.
    NoCampaign,
    /// Too many just now.
    Busy,
    /// The card is of a week that is over.
    WeekOver,
    /// The server takes it for wrong.
    Refused,
    /// The browser has no random bytes to seal with.
    NoRandom,
}

/// Everything that one person has loaded and answered, and where they are.
pub struct Flow {
    /// What came of asking for the document.
    pub load: Load,
    pack: &'static Pack,
    answers: Vec<Option<Answer>>,
    trail: Vec<Screen>,
    /// Somebody tried to go on without an answer, or to add without a place.
    pub is_lacking: bool,
    /// Whose support is shown; apart from all answers.
    pub nation: Nation,
    /// Where to be counted.
    pub place: Option<Place>,
    /// What came of adding.
    pub sending: Sending,
    /// Which place and which of its weeks the picture is of, by their number.
    pub shown: (usize, usize),
}

impl Default for Flow {
    fn default() -> Self {
        let pack = usual();
        Self {
            load: Load::Waiting,
            pack,
            answers: vec![None; pack.questions.len()],
            trail: vec![Screen::Start],
            is_lacking: false,
            nation: Nation::default(),
            place: None,
            sending: Sending::Idle,
            shown: (0, 0),
        }
    }
}

fn usual() -> &'static Pack {
    Pack::named(USUAL).unwrap_or(&Pack::ALL[0])
}

impl Flow {
    /// The document, or why there is none, has come.
    #[inline(never)]
    pub fn loaded(&mut self, reply: &Reply, is_offline: bool) {
        let read = match reply.status {
            200 => wire::document(&reply.body),
            _ => None,
        };
        match read {
            Some(document) => self.load = Load::Ready(Box::new(document)),
            // What is there already stays.
            None if self.document().is_some() => {}
            None => self.load = Load::Failed(failed(reply, is_offline)),
        }
    }

    /// The document, once it is there.
    #[must_use]
    pub fn document(&self) -> Option<&Document> {
        match &self.load {
            Load::Ready(document) => Some(document),
            _ => None,
        }
    }

    /// The screen to show.
    #[must_use]
    pub fn screen(&self) -> Screen {
        self.trail.last().copied().unwrap_or(Screen::Start)
    }

    /// Whether there is a way back.
    #[must_use]
    pub fn has_way_back(&self) -> bool {
        self.trail.len() > 1
    }

    /// What is asked.
    #[must_use]
    pub const fn pack(&self) -> &'static Pack {
        self.pack
    }

    /// The question of that number.
    #[must_use]
    pub fn question(&self, at: usize) -> Option<&'static Question> {
        self.pack.questions.get(at)
    }

    /// What was answered to the question of that number.
    #[must_use]
    pub fn answer(&self, at: usize) -> Option<Answer> {
        self.answers.get(at).copied().flatten()
    }

    /// Answers the question that is shown; what is no answer to it changes nothing.
    pub fn choose(&mut self, answer: Answer) {
        if let Screen::Question(at) = self.screen()
            && let Some(question) = self.question(at)
            && question.cell_of(answer.number()).is_some()
        {
            self.answers[at] = Some(answer);
            self.is_lacking = false;
        }
    }

    /// The cell of each answer, in the order of the questions; what was not answered counts as not
    /// said.
    #[must_use]
    pub fn cells(&self) -> Vec<usize> {
        let cell = |(question, answer): (&Question, &Option<Answer>)| {
            let number = answer.and_then(Answer::number);
            question.cell_of(number).unwrap_or(question.bands.len())
        };
        self.pack
            .questions
            .iter()
            .zip(&self.answers)
            .map(cell)
            .collect()
    }

    /// Whether every question has its answer.
    #[must_use]
    pub fn is_answered(&self) -> bool {
        self.answers.iter().all(Option::is_some)
    }

    /// Begins, or goes on from a question; false where an answer is lacking.
    pub fn go_on(&mut self) -> bool {
        match self.screen() {
            Screen::Start => {
                self.take_pack();
                self.open(Screen::Question(0));
            }
            Screen::Question(at) if self.answer(at).is_none() => {
                self.is_lacking = true;
                return false;
            }
            Screen::Question(at) if at + 1 < self.pack.questions.len() => {
                self.open(Screen::Question(at + 1));
            }
            Screen::Question(_) => self.open(Screen::Result),
            _ => {}
        }
        true
    }

    /// The questions are those of the document, if it came before the first of them. Once begun,
    /// nothing changes under anybody's fingers.
    fn take_pack(&mut self) {
        let named = self.document().and_then(|document| document.pack);
        if let Some(pack) = named.filter(|_| self.answers.iter().all(Option::is_none)) {
            self.pack = pack;
            self.answers = vec![None; pack.questions.len()];
        }
    }

    /// Shows another screen.
    pub fn open(&mut self, screen: Screen) {
        self.is_lacking = false;
        self.trail.push(screen);
    }

    /// One screen back. What was answered stays.
    pub fn back(&mut self) {
        self.is_lacking = false;
        if self.has_way_back() {
            self.trail.pop();
        }
    }

    /// All that anybody has entered is gone. What the hub has said is nobody's, and stays.
    pub fn forget(&mut self) {
        let load = core::mem::replace(&mut self.load, Load::Waiting);
        *self = Self {
            load,
            ..Self::default()
        };
    }

    /// The hub has answered to what was sent; true where the document is to be taken again.
    pub fn answered(&mut self, reply: &Reply, is_offline: bool) -> bool {
        // Forgotten meanwhile.
        if self.sending != Sending::Going {
            return false;
        }
        self.sending = match reply.status {
            204 => Sending::Done,
            409 => Sending::Failed(Failure::WeekOver),
            429 | 503 => Sending::Failed(Failure::Busy),
            400..500 => Sending::Failed(Failure::Refused),
            _ => Sending::Failed(failed(reply, is_offline)),
        };
        self.sending == Sending::Failed(Failure::WeekOver)
    }
}

impl Answer {
    /// A number as it is written; everything else is "prefer not to say".
    #[must_use]
    pub fn read(text: &str) -> Answer {
        let number = text.parse::<usize>().ok();
        let number = number.and_then(|number| u8::try_from(number).ok());
        number.map_or(Answer::NotSaid, Answer::Given)
    }

    /// The number, if one was given.
    #[must_use]
    pub const fn number(self) -> Option<u8> {
        match self {
            Answer::Given(number) => Some(number),
            Answer::NotSaid => None,
        }
    }
}

fn failed(reply: &Reply, is_offline: bool) -> Failure {
    match reply.status {
        0 if is_offline => Failure::Offline,
        404 => Failure::NoCampaign,
        _ => Failure::Unreachable,
    }
}
