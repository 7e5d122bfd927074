//! The test: the pay that counts against rate × hours, exact, by multiplication. A rounded average
//! decides nothing.

use rust_decimal::{Decimal, RoundingStrategy};

use super::arrears::Owed;
use super::{Notes, hours, pay};
use crate::answer::{Arg, GapKind, Reading, ReadingKind, Rule};
use crate::case::Case;
use crate::error::Field;
use crate::source::Source;
use crate::units::{HourlyRate, Hours, Money};

/// What the test gives.
#[derive(Copy, Clone)]
pub(crate) struct Outcome {
    pub(crate) hours: Hours,
    pub(crate) counting: Money,
    pub(crate) rate: HourlyRate,
    pub(crate) entitlement: Money,
    pub(crate) shortfall: Money,
    pub(crate) meets: bool,
}

/// `None` when hours or pay are not known.
pub(crate) fn outcome(
    hours: Option<Hours>,
    counting: Option<Money>,
    rate: HourlyRate,
) -> Option<Outcome> {
    let (hours, counting) = hours.zip(counting)?;
    let entitlement = rate * hours;
    let shortfall = (entitlement - counting).max(Money::ZERO);
    let meets = counting >= entitlement;
    Some(Outcome {
        hours,
        counting,
        rate,
        entitlement,
        shortfall,
        meets,
    })
}

/// Counting pay for each hour, to ten places, half up. For the eye only.
pub(crate) fn average(hours: Option<Hours>, counting: Option<Money>) -> Option<HourlyRate> {
    let (hours, counting) = hours.zip(counting)?;
    counting
        .per(hours)
        .map(|average| HourlyRate(ten_places(average.0)))
}

/// Ten decimal places, half away from nought.
pub(crate) fn ten_places(n: Decimal) -> Decimal {
    n.round_dp_with_strategy(10, RoundingStrategy::MidpointAwayFromZero)
}

/// The steps of the test, and the gaps with the point at which they would tip it.
pub(crate) fn explain(
    case: &Case,
    time: &hours::Counted,
    money: &pay::Counted,
    outcome: &Option<Outcome>,
    notes: &mut Notes,
) {
    if let Some(outcome) = outcome {
        let args = [
            ("hours", Arg::Hours(outcome.hours)),
            ("rate", Arg::Rate(outcome.rate)),
        ];
        let entitlement = Some(outcome.entitlement);
        notes.step(Rule::Entitlement, Source::Nmwr("7"), entitlement, &args);
        let (rule, amount) = match outcome.meets {
            true => (Rule::Meets, None),
            false => (Rule::Short, Some(outcome.shortfall)),
        };
        notes.step(rule, Source::Nmwr("7"), amount, &[]);
        tipping_hours(time, outcome, notes);
        tipping_mileage(money, outcome, notes);
    }
    tipping_nights(time, outcome.as_ref(), notes);
    if case.live_in {
        notes.gap(
            GapKind::LiveIn,
            Field::of("live_in"),
            Source::Nmwr("44"),
            &[],
        );
    }
}

/// Hours or pay not known: what the other must be for the minimum to be reached.
pub(crate) fn tipping_unknown(
    time: &hours::Counted,
    money: &pay::Counted,
    rate: HourlyRate,
    notes: &mut Notes,
) {
    match (time.hours, money.counting) {
        (None, Some(counting)) => {
            if let Some(hours) = hours_bought(counting, rate) {
                let args = [("hours", Arg::Hours(hours))];
                notes.gap(GapKind::Hours, Field::of("hours"), Source::Nmwr("7"), &args);
            }
        }
        (Some(hours), None) => {
            let amount = (rate * hours - money.adjustments).max(Money::ZERO);
            let args = [("amount", Arg::Money(up_to_the_penny(amount)))];
            notes.gap(GapKind::Pay, Field::of("pay"), Source::Nmwr("7"), &args);
        }
        (None, None) => {
            notes.gap(
                GapKind::HoursAndPay,
                Field::of("hours"),
                Source::Nmwr("7"),
                &[],
            );
        }
        (Some(_), Some(_)) => {}
    }
}

/// Journeys or waiting not known: how long they may be before the pay is below the minimum.
fn tipping_hours(time: &hours::Counted, outcome: &Outcome, notes: &mut Notes) {
    let rate = ("rate", Arg::Rate(outcome.rate));
    let bought = hours_bought(outcome.counting, outcome.rate);
    let spare = bought.map(|bought| ("hours", Arg::Hours(bought - outcome.hours)));
    for (open, kind, adds, name, source) in [
        (
            time.unknown_travel,
            GapKind::Travel,
            GapKind::TravelAdds,
            "time.travel",
            Source::Nmwr("34(1)"),
        ),
        (
            time.unknown_waiting,
            GapKind::Waiting,
            GapKind::WaitingAdds,
            "time.waiting",
            Source::Nmwr("32(1)"),
        ),
    ] {
        if !open {
            continue;
        }
        match spare {
            Some(spare) if outcome.meets => notes.gap(kind, Field::of(name), source, &[spare]),
            _ => notes.gap(adds, Field::of(name), source, &[rate]),
        }
    }
}

/// Time awake not known: the sleep-ins that are long enough to tip the answer say when they do.
fn tipping_nights(time: &hours::Counted, outcome: Option<&Outcome>, notes: &mut Notes) {
    let source = Source::Judgment("[2021] UKSC 8");
    let spare = outcome.filter(|outcome| outcome.meets).and_then(|outcome| {
        hours_bought(outcome.counting, outcome.rate).map(|bought| bought - outcome.hours)
    });
    for &(row, hours) in &time.unknown_awake {
        let (kind, hours) = match spare.filter(|spare| *spare < hours) {
            Some(spare) => (GapKind::SleepInTips, spare),
            None => (GapKind::SleepInAwake, hours),
        };
        let field = Field::in_row("sleep_ins", row, "awake");
        notes.gap(kind, field, source, &[("hours", Arg::Hours(hours))]);
    }
}

/// The cost of a mile not known: how much it may be before the pay is below the minimum.
fn tipping_mileage(money: &pay::Counted, outcome: &Outcome, notes: &mut Notes) {
    let Some(mileage) = money.open_miles else {
        return;
    };
    let field = Field::of("mileage.cost_per_mile");
    let miles = ("miles", Arg::Number(mileage.miles));
    let spare = outcome.counting - outcome.entitlement + mileage.repaid;
    match spare.0.checked_div(mileage.miles) {
        Some(cost) if outcome.meets => {
            let cost = HourlyRate(up_to_the_penny(Money(cost)).0);
            let args = [miles, ("cost", Arg::Rate(cost))];
            notes.gap(GapKind::MileageCost, field, Source::Nmwr("13"), &args);
        }
        _ => notes.gap(
            GapKind::MileageCostAdds,
            field,
            Source::Nmwr("13"),
            &[miles],
        ),
    }
}

/// The hours that this pay buys at this rate, up to the whole minute: whoever worked longer than
/// that was below the minimum, beyond doubt. `None` where there is no minimum.
fn hours_bought(counting: Money, rate: HourlyRate) -> Option<Hours> {
    let sixty = Decimal::from(60u32);
    let minutes = (counting.max(Money::ZERO).0 * sixty).checked_div(rate.0)?;
    Some(Hours(ten_places(minutes.ceil() / sixty)))
}

fn up_to_the_penny(amount: Money) -> Money {
    Money(
        amount
            .0
            .round_dp_with_strategy(2, RoundingStrategy::ToPositiveInfinity),
    )
}

/// The other readings of sleep-ins, each with its figures.
pub(crate) fn readings(
    time: &hours::Counted,
    money: &pay::Counted,
    rate: HourlyRate,
    main: Option<&Outcome>,
    owed: &Owed,
) -> Vec<Reading> {
    let (Some(main), Some(counting)) = (main, money.counting) else {
        return Vec::new();
    };
    let mut readings = Vec::new();
    let mut read = |kind, hours, counting| {
        if let Some(other) = outcome(Some(hours), Some(counting), rate) {
            readings.push(Reading {
                kind,
                hours,
                counting_pay: counting,
                entitlement: other.entitlement,
                shortfall: other.shortfall,
                arrears: owed.today(other.shortfall),
            });
        }
    };
    if !time.if_sleep_counts.is_zero() {
        read(
            ReadingKind::SleepInAll,
            main.hours + time.if_sleep_counts,
            counting,
        );
    }
    if !time.allowances.is_zero() {
        read(
            ReadingKind::AllowanceNotPay,
            main.hours,
            counting - time.allowances,
        );
    }
    readings
}
