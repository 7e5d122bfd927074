//! The questions: every field with its kind and words, every screen with its fields.
//! Knows nothing of answers, rules or pictures. A new question is a new row here.

use crate::msg;
use swansfeet_words::Msg;

/// One thing that a person can answer.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[expect(missing_docs, reason = "FIELDS gives each one its name and words")]
pub enum Field {
    Age,
    Paid,
    From,
    Hours,
    Travel,
    Waiting,
    Training,
    Handover,
    Pay,
    To,
    Born,
    Years,
    Apprentice,
    ApprenticeSince,
    Nights,
    NightHours,
    NightPlace,
    NightAwake,
    NightPay,
    Premium,
    Deducted,
    Uniform,
    Phone,
    Parking,
    DbsCharge,
    Miles,
    MileCost,
    MilesRepaid,
    HomeDays,
    HomeCharge,
    LiveIn,
    PaidNext,
    PaidSince,
    Nation,
}

/// How a field is answered.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// Pounds and pence.
    Money,
    /// Hours and minutes.
    Hours,
    /// A whole number.
    Count,
    /// A day.
    Date,
    /// One of a few, by code.
    Choice(&'static [(&'static str, Msg)]),
    /// The age bands of the day, worked out from the rates.
    AgeBand,
}

/// A field's name (in `start` text and in ids), kind and words.
pub struct FieldSpec {
    /// Which field.
    pub field: Field,
    /// Its name in pre-filled answers.
    pub name: &'static str,
    /// How it is answered.
    pub kind: Kind,
    /// The question, or the label of a box.
    pub label: Msg,
    /// One line of help; some fields put dates into theirs instead.
    pub hint: Option<Msg>,
}

/// One screen: a question or a small group.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[expect(missing_docs, reason = "SCREENS gives each one its name and words")]
pub enum Screen {
    Age,
    Paid,
    Hours,
    Other,
    Pay,
    Result,
    Dates,
    ExactAge,
    Apprentice,
    SleepIns,
    Premiums,
    Deductions,
    Costs,
    Home,
    Later,
}

/// A screen's name, title and fields.
pub struct ScreenSpec {
    /// Which screen.
    pub screen: Screen,
    /// Its name in pre-filled answers.
    pub name: &'static str,
    /// The heading.
    pub title: Msg,
    /// One line under the heading.
    pub intro: Option<Msg>,
    /// What is asked, in order.
    pub fields: &'static [Field],
}

/// The answer "I don't know".
pub const UNKNOWN: &str = "?";

const fn field(
    field: Field,
    name: &'static str,
    kind: Kind,
    label: Msg,
    hint: Option<Msg>,
) -> FieldSpec {
    FieldSpec {
        field,
        name,
        kind,
        label,
        hint,
    }
}

const YES_NO: Kind = Kind::Choice(&[
    ("yes", msg::ANSWER_YES),
    ("no", msg::ANSWER_NO),
    (UNKNOWN, msg::ANSWER_NOT_SURE),
]);

const PAID: Kind = Kind::Choice(&[
    ("weekly", msg::PAID_WEEKLY),
    ("fortnightly", msg::PAID_FORTNIGHTLY),
    ("four-weekly", msg::PAID_FOUR_WEEKLY),
    ("monthly", msg::PAID_MONTHLY),
    (UNKNOWN, msg::DONT_KNOW),
]);

/// Where a person works, as codes that the data files use too.
pub const NATIONS: &[(&str, Msg)] = &[
    ("england", msg::NATION_ENGLAND),
    ("scotland", msg::NATION_SCOTLAND),
    ("wales", msg::NATION_WALES),
    ("northern-ireland", msg::NATION_NORTHERN_IRELAND),
];

/// Every field, in the order of [`Field`].
#[rustfmt::skip] // A table is read by rows.
pub static FIELDS: [FieldSpec; 34] = [
    field(Field::Age, "age", Kind::AgeBand, msg::ASK_AGE, None),
    field(Field::Paid, "paid", PAID, msg::ASK_PAID, None),
    field(Field::From, "from", Kind::Date, msg::ASK_FROM, None),
    field(Field::Hours, "hours", Kind::Hours, msg::ASK_HOURS, None),
    field(Field::Travel, "travel", Kind::Hours, msg::ASK_TRAVEL, Some(msg::ASK_TRAVEL_HINT)),
    field(Field::Waiting, "waiting", Kind::Hours, msg::ASK_WAITING, Some(msg::ASK_WAITING_HINT)),
    field(Field::Training, "training", Kind::Hours, msg::ASK_TRAINING, Some(msg::ASK_TRAINING_HINT)),
    field(Field::Handover, "handover", Kind::Hours, msg::ASK_HANDOVER, Some(msg::ASK_HANDOVER_HINT)),
    field(Field::Pay, "pay", Kind::Money, msg::ASK_PAY, Some(msg::ASK_PAY_HINT)),
    field(Field::To, "to", Kind::Date, msg::ASK_TO, Some(msg::ASK_TO_HINT)),
    field(Field::Born, "born", Kind::Date, msg::ASK_BORN, None),
    field(Field::Years, "years", Kind::Count, msg::ASK_YEARS, None),
    field(Field::Apprentice, "apprentice", YES_NO, msg::ASK_APPRENTICE, Some(msg::ASK_APPRENTICE_HINT)),
    field(Field::ApprenticeSince, "apprentice-since", Kind::Date, msg::ASK_APPRENTICE_SINCE, None),
    field(Field::Nights, "nights", Kind::Count, msg::ASK_NIGHTS, None),
    field(Field::NightHours, "night-hours", Kind::Hours, msg::ASK_NIGHT_HOURS, Some(msg::ASK_NIGHT_HOURS_HINT)),
    field(Field::NightPlace, "night-place", YES_NO, msg::ASK_NIGHT_PLACE, None),
    field(Field::NightAwake, "night-awake", Kind::Hours, msg::ASK_NIGHT_AWAKE, Some(msg::ASK_NIGHT_AWAKE_HINT)),
    field(Field::NightPay, "night-pay", Kind::Money, msg::ASK_NIGHT_PAY, Some(msg::ASK_NIGHT_PAY_HINT)),
    field(Field::Premium, "premium", Kind::Money, msg::ASK_PREMIUM, Some(msg::ASK_PREMIUM_HINT)),
    field(Field::Deducted, "deducted", Kind::Money, msg::ASK_DEDUCTED, Some(msg::ASK_DEDUCTED_HINT)),
    field(Field::Uniform, "uniform", Kind::Money, msg::ASK_UNIFORM, None),
    field(Field::Phone, "phone", Kind::Money, msg::ASK_PHONE, None),
    field(Field::Parking, "parking", Kind::Money, msg::ASK_PARKING, None),
    field(Field::DbsCharge, "dbs-charge", Kind::Money, msg::ASK_DBS, Some(msg::ASK_DBS_HINT)),
    field(Field::Miles, "miles", Kind::Count, msg::ASK_MILES, Some(msg::ASK_MILES_HINT)),
    field(Field::MileCost, "mile-cost", Kind::Money, msg::ASK_MILE_COST, Some(msg::ASK_MILE_COST_HINT)),
    field(Field::MilesRepaid, "miles-repaid", Kind::Money, msg::ASK_MILES_REPAID, None),
    field(Field::HomeDays, "home-days", Kind::Count, msg::ASK_HOME_DAYS, None),
    field(Field::HomeCharge, "home-charge", Kind::Money, msg::ASK_HOME_CHARGE, Some(msg::ASK_HOME_CHARGE_HINT)),
    field(Field::LiveIn, "live-in", YES_NO, msg::ASK_LIVE_IN, None),
    field(Field::PaidNext, "paid-next", Kind::Money, msg::ASK_PAID_NEXT, None),
    field(Field::PaidSince, "paid-since", Kind::Money, msg::ASK_PAID_SINCE, Some(msg::ASK_PAID_SINCE_HINT)),
    field(Field::Nation, "nation", Kind::Choice(NATIONS), msg::ASK_NATION, None),
];

const fn screen(
    screen: Screen,
    name: &'static str,
    title: Msg,
    intro: Option<Msg>,
    fields: &'static [Field],
) -> ScreenSpec {
    ScreenSpec {
        screen,
        name,
        title,
        intro,
        fields,
    }
}

/// Every screen, in the order of [`Screen`].
#[rustfmt::skip] // A table is read by rows.
pub static SCREENS: [ScreenSpec; 15] = [
    screen(Screen::Age, "age", msg::ASK_AGE, None, &[Field::Age]),
    screen(Screen::Paid, "paid", msg::ASK_PAID, None, &[Field::Paid, Field::From]),
    screen(Screen::Hours, "hours", msg::ASK_HOURS, None, &[Field::Hours]),
    screen(Screen::Other, "other", msg::ASK_OTHER, Some(msg::ASK_OTHER_INTRO), &[Field::Travel, Field::Waiting, Field::Training, Field::Handover]),
    screen(Screen::Pay, "pay", msg::ASK_PAY, None, &[Field::Pay]),
    screen(Screen::Result, "result", msg::YOUR_RESULT, None, &[]),
    screen(Screen::Dates, "dates", msg::ASK_DATES, Some(msg::ASK_DATES_INTRO), &[Field::From, Field::To]),
    screen(Screen::ExactAge, "exact-age", msg::ASK_EXACT_AGE, Some(msg::ASK_EXACT_AGE_INTRO), &[Field::Born, Field::Years]),
    screen(Screen::Apprentice, "apprentice", msg::ASK_APPRENTICE, None, &[Field::Apprentice, Field::ApprenticeSince]),
    screen(Screen::SleepIns, "sleep-ins", msg::ASK_SLEEP_INS, Some(msg::ASK_SLEEP_INS_INTRO), &[Field::Nights, Field::NightHours, Field::NightPlace, Field::NightAwake, Field::NightPay]),
    screen(Screen::Premiums, "premiums", msg::ASK_PREMIUMS, Some(msg::ASK_PREMIUMS_INTRO), &[Field::Premium]),
    screen(Screen::Deductions, "deductions", msg::ASK_DEDUCTIONS, Some(msg::ASK_DEDUCTIONS_INTRO), &[Field::Deducted]),
    screen(Screen::Costs, "costs", msg::ASK_COSTS, Some(msg::ASK_COSTS_INTRO), &[Field::Uniform, Field::Phone, Field::Parking, Field::DbsCharge, Field::Miles, Field::MileCost, Field::MilesRepaid]),
    screen(Screen::Home, "home", msg::ASK_HOME, Some(msg::ASK_HOME_INTRO), &[Field::HomeDays, Field::HomeCharge, Field::LiveIn]),
    screen(Screen::Later, "later", msg::ASK_LATER, None, &[Field::PaidNext, Field::PaidSince]),
];

/// The five questions of the quick check, in order.
pub const QUESTIONS: [Screen; 5] = [
    Screen::Age,
    Screen::Paid,
    Screen::Hours,
    Screen::Other,
    Screen::Pay,
];

/// The screens behind "Make it more exact", in order.
pub const DETAILS: [Screen; 9] = [
    Screen::Dates,
    Screen::ExactAge,
    Screen::Apprentice,
    Screen::SleepIns,
    Screen::Premiums,
    Screen::Deductions,
    Screen::Costs,
    Screen::Home,
    Screen::Later,
];

impl Field {
    /// Its row.
    #[must_use]
    pub fn spec(self) -> &'static FieldSpec {
        &FIELDS[self as usize]
    }

    /// The field of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        FIELDS.iter().find(|f| f.name == name).map(|f| f.field)
    }

    /// The screen that asks it, or for what two screens ask, the first.
    #[must_use]
    pub fn screen(self) -> Screen {
        SCREENS
            .iter()
            .find(|s| s.fields.contains(&self))
            .map_or(Screen::Result, |s| s.screen)
    }
}

impl Screen {
    /// Its row.
    #[must_use]
    pub fn spec(self) -> &'static ScreenSpec {
        &SCREENS[self as usize]
    }

    /// The screen of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        SCREENS.iter().find(|s| s.name == name).map(|s| s.screen)
    }

    /// Its place among the five questions, from 1; none for the others.
    #[must_use]
    pub fn step(self) -> Option<usize> {
        QUESTIONS.iter().position(|q| *q == self).map(|at| at + 1)
    }
}
