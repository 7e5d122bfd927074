//! The way through the pay check: what was typed, which screen is shown, what is wrong with it.
//!
//! Pure and natively tested. Knows no browser, no language and no rule of the law: what was typed
//! becomes a [`swansfeet_pay::Case`], and that crate says what cannot be right in it.

mod case;
mod fields;
mod period;
mod read;
mod start;

use chrono::NaiveDate;
use swansfeet_pay::{Band, CaseError, HourlyRate, MinimumWage, PayCheck, Rates};
use swansfeet_words::input::InputError;

pub use fields::{
    DETAILS, FIELDS, Field, FieldSpec, Kind, NATIONS, QUESTIONS, SCREENS, Screen, ScreenSpec,
    UNKNOWN,
};
pub use period::Rhythm;
pub use read::Meaning;
pub use start::Ignored;

/// The campaign's demand where the partner sets none: £15.
const DEMAND: HourlyRate = HourlyRate::hundredths(1500);

/// Everything that one person has typed, and where they are.
pub struct Flow {
    rates: Rates,
    today: NaiveDate,
    demand: HourlyRate,
    /// In the order of [`FIELDS`].
    answers: Vec<Answer>,
    /// Where the partner's readers work, by code; empty where the partner did not say.
    nation: String,
    trail: Vec<Screen>,
    at: usize,
    tries: u32,
    shows_problems: bool,
    /// Whether the rules are there.
    is_whole: bool,
}

/// What stands in a box.
#[derive(Default)]
struct Answer {
    typed: String,
    /// "I don't know" was pressed; the text stays for when they find out.
    is_skipped: bool,
}

/// What is wrong with an answer.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Problem {
    /// Nothing was typed or chosen where an answer or "I don't know" is needed.
    Missing,
    /// It cannot be read.
    Unreadable(InputError),
    /// The age groups of the first day are others than those chosen from.
    OtherBands,
    /// It cannot be right.
    Wrong(CaseError),
}

/// Where a press of a button has led.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Move {
    /// Nowhere: something is to be mended here.
    Stay,
    /// One screen on.
    Forward,
    /// Back to where this screen was opened from; the caller takes the step.
    Back,
}

impl Flow {
    /// Nothing answered yet. `today` is the day on which the person asks.
    #[must_use]
    pub fn new(today: NaiveDate) -> Self {
        Self {
            rates: Rates::built_in(),
            today,
            demand: DEMAND,
            answers: nothing_typed(),
            nation: String::new(),
            trail: vec![Screen::Age],
            at: 0,
            tries: 0,
            shows_problems: false,
            is_whole: true,
        }
    }

    /// Whether the rules, and all that makes a result, are there. They may come a moment after the
    /// first question; until then nothing is refused that can be read.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.is_whole
    }

    /// They are not there yet.
    pub fn wait_for_rules(&mut self) {
        self.is_whole = false;
    }

    /// They have come. Where they refuse an answer, its question takes the place of what was to be the
    /// result: there was none to go back to.
    pub fn take_rules(&mut self) {
        self.is_whole = true;
        let mend = match self.screen() {
            Screen::Result => self.first_with_problems(),
            _ => None,
        };
        if let Some(mend) = mend {
            self.trail[self.at] = mend;
            self.shows_problems = true;
            // Somebody who has come here by themselves is led to what is wrong; a page that starts
            // with a result pulls nobody to it.
            self.tries += u32::from(self.at > 0);
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

    /// The day on which the person asks.
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        self.today
    }

    fn set_today(&mut self, today: NaiveDate) {
        self.today = today;
    }

    /// What the campaign demands, in pounds an hour.
    pub fn set_demand(&mut self, demand: HourlyRate) {
        self.demand = demand;
    }

    /// What was typed, or what stands in the box until then.
    #[must_use]
    pub fn typed(&self, field: Field) -> String {
        let typed = &self.answer(field).typed;
        if field == Field::From && typed.is_empty() {
            return period::as_typed(self.from());
        }
        typed.clone()
    }

    /// Takes over what was typed.
    pub fn type_in(&mut self, field: Field, text: String) {
        self.answers[field as usize] = Answer {
            typed: text,
            is_skipped: false,
        };
    }

    /// What the answer means; nothing if it cannot be read or is not known.
    #[must_use]
    pub fn meaning(&self, field: Field) -> Meaning {
        if self.answer(field).is_skipped {
            return Meaning::Nothing;
        }
        self.read(field).unwrap_or(Meaning::Nothing)
    }

    fn answer(&self, field: Field) -> &Answer {
        &self.answers[field as usize]
    }

    fn read(&self, field: Field) -> Result<Meaning, InputError> {
        read::read(field, &self.answer(field).typed, self.today)
    }

    /// Whether "I don't know" was said.
    #[must_use]
    pub fn is_unknown(&self, field: Field) -> bool {
        let Answer { typed, is_skipped } = self.answer(field);
        *is_skipped || typed == UNKNOWN
    }

    /// The first day of the period: as typed, or of the latest whole period.
    #[must_use]
    pub fn from(&self) -> NaiveDate {
        match self.meaning(Field::From) {
            Meaning::Date(day) => day,
            _ => self
                .rhythm()
                .latest_before(self.today)
                .unwrap_or(self.today),
        }
    }

    /// The last day of the period: as typed, or as often as the person is paid.
    #[must_use]
    pub fn to(&self) -> NaiveDate {
        match self.meaning(Field::To) {
            Meaning::Date(day) => day,
            _ => self.rhythm().last_day(self.from()).unwrap_or(self.from()),
        }
    }

    fn rhythm(&self) -> Rhythm {
        Rhythm::of(&self.answer(Field::Paid).typed)
    }

    /// The age groups of the first day, oldest first, as from and under.
    #[must_use]
    pub fn bands(&self) -> Vec<(u16, Option<u16>)> {
        self.minimum_wage().map(age_groups).unwrap_or_default()
    }

    fn minimum_wage(&self) -> Option<MinimumWage> {
        self.rates.minimum_on(self.from())
    }

    /// The group that the answer about age lies in; none where it lies in two of them.
    #[must_use]
    pub fn band(&self) -> Option<(u16, Option<u16>)> {
        let Meaning::Ages(from, below) = self.meaning(Field::Age) else {
            return None;
        };
        let holds = |band: &(u16, Option<u16>)| {
            band.0 <= from
                && band
                    .1
                    .is_none_or(|end| below.is_some_and(|below| below <= end))
        };
        self.bands().into_iter().find(holds)
    }

    /// What is wrong on a screen, in the order of its fields; at most one problem a field.
    #[must_use]
    pub fn problems(&self, screen: Screen) -> Vec<(Field, Problem)> {
        let fields = screen.spec().fields;
        let wrong = self.wrong();
        let problem = |&field: &Field| Some((field, self.problem(field, &wrong)?));
        fields.iter().filter_map(problem).collect()
    }

    /// The problems to show now: none before somebody tried to go on.
    #[must_use]
    pub fn shown_problems(&self) -> Vec<(Field, Problem)> {
        if !self.shows_problems {
            return Vec::new();
        }
        let screen = self.screen();
        let mut problems = self.problems(screen);
        problems.extend(self.missing(screen));
        problems
    }

    fn problem(&self, field: Field, wrong: &[(Field, CaseError)]) -> Option<Problem> {
        if self.answer(field).is_skipped {
            return None;
        }
        match self.read(field) {
            Err(error) => return Some(Problem::Unreadable(error)),
            Ok(Meaning::Ages(..)) if !self.bands().is_empty() && self.band().is_none() => {
                return Some(Problem::OtherBands);
            }
            Ok(Meaning::Nothing) if self.lacks_count(field) => {
                return Some(Problem::Unreadable(InputError::NotWhole));
            }
            Ok(_) => {}
        }
        wrong
            .iter()
            .find(|(at, _)| *at == field)
            .map(|(_, error)| Problem::Wrong(*error))
    }

    /// The question of this screen, if it stands there without any answer.
    fn missing(&self, screen: Screen) -> Option<(Field, Problem)> {
        let field = match screen {
            Screen::Age | Screen::Paid | Screen::Hours | Screen::Pay => screen.spec().fields[0],
            _ => return None,
        };
        let answer = self.answer(field);
        let is_missing = answer.typed.trim_ascii().is_empty() && !answer.is_skipped;
        is_missing.then_some((field, Problem::Missing))
    }

    /// The answer to everything that was typed, or nothing while something is wrong.
    #[must_use]
    pub fn outcome(&self) -> Option<PayCheck> {
        swansfeet_pay::check(&self.case(), &self.rates).ok()
    }

    /// "Next" was pressed.
    pub fn go_on(&mut self) -> Move {
        let screen = self.screen();
        for field in screen.spec().fields {
            let answer = &mut self.answers[*field as usize];
            answer.is_skipped &= answer.typed.trim_ascii().is_empty();
        }
        self.shows_problems = true;
        if !self.shown_problems().is_empty() {
            self.tries += 1;
            return Move::Stay;
        }
        self.shows_problems = false;
        self.on_from(screen)
    }

    /// "I don't know" was pressed: counts as an answer, and what was typed stays in its box.
    pub fn skip(&mut self) -> Move {
        let screen = self.screen();
        for field in screen.spec().fields {
            self.answers[*field as usize].is_skipped = true;
        }
        self.shows_problems = false;
        self.on_from(screen)
    }

    fn on_from(&mut self, screen: Screen) -> Move {
        if self.was_opened_from_result() && self.first_with_problems().is_none() {
            return Move::Back;
        }
        let after = QUESTIONS.iter().skip_while(|q| **q != screen).nth(1);
        match after {
            Some(next) if !self.has_seen_result() => self.open(*next),
            _ => match self.first_with_problems() {
                Some(mend) => {
                    self.open(mend);
                    self.shows_problems = true;
                    self.tries += 1;
                }
                None => self.open(Screen::Result),
            },
        }
        Move::Forward
    }

    /// What the rules refuse; nothing while they are not there.
    fn wrong(&self) -> Vec<(Field, CaseError)> {
        if self.is_whole {
            case::wrong(self)
        } else {
            Vec::new()
        }
    }

    /// Whether this screen leads back to a result: its button says so.
    #[must_use]
    pub fn has_seen_result(&self) -> bool {
        self.trail[..self.at].contains(&Screen::Result)
    }

    fn was_opened_from_result(&self) -> bool {
        self.at > 0 && self.trail[self.at - 1] == Screen::Result
    }

    fn first_with_problems(&self) -> Option<Screen> {
        SCREENS
            .iter()
            .map(|s| s.screen)
            .find(|s| !self.problems(*s).is_empty())
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

    /// The question before this one, for a person whose check was started in the middle.
    #[must_use]
    pub fn question_before(&self) -> Option<Screen> {
        let step = self.screen().step()?;
        QUESTIONS.get(step.checked_sub(2)?).copied()
    }

    /// Whether a press of Back would show another screen.
    #[must_use]
    pub fn leads_back(&self) -> bool {
        let before = self.at.checked_sub(1).map(|at| self.trail[at]);
        before.is_some_and(|screen| screen != self.screen()) || self.question_before().is_some()
    }

    /// Starts at a screen; where an answer given for it is wrong, at that one.
    fn start_at(&mut self, screen: Screen) {
        let mend = (screen == Screen::Result)
            .then(|| self.first_with_problems())
            .flatten();
        self.trail = vec![mend.unwrap_or(screen)];
        self.at = 0;
        self.shows_problems = mend.is_some();
    }
}

fn nothing_typed() -> Vec<Answer> {
    FIELDS.iter().map(|_| Answer::default()).collect()
}

/// Neighbouring bands with the same rate are one group: nobody is asked what changes nothing.
fn age_groups(wage: MinimumWage) -> Vec<(u16, Option<u16>)> {
    let mut groups: Vec<Band> = Vec::new();
    for band in wage.bands() {
        match groups.last_mut() {
            Some(last) if last.rate == band.rate => last.below = band.below,
            _ => groups.push(band),
        }
    }
    groups
        .iter()
        .rev()
        .map(|group| (group.at_least, group.below))
        .collect()
}
