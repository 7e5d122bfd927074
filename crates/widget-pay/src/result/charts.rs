//! The two pictures: the real hourly rate beside others, and where the hour went.

use rust_decimal::Decimal;
use swansfeet_pay::exact::{product, quotient, sum, whole};
use swansfeet_pay::{PayCheck, Reference, ReferenceKind, Share, Status, TimeKind};
use swansfeet_ui::{Bar, BarKind, ChartBars, ChartStack, Part};
use swansfeet_words::{Msg, Value};
use yew::prelude::*;

use crate::draw::{View, all};
use crate::{msg, say};

/// The person's rate, and whatever it can be held against.
pub(super) fn rates(view: &View, check: &PayCheck) -> Html {
    let words = view.words;
    let Some(own) = check.average else {
        return Html::default();
    };
    let own = say::down_to_the_penny(own);
    let mut bars = vec![Bar {
        label: view.text(msg::CHART_YOU),
        amount: words.money(&own).into(),
        length: whole(&product(&own, &Decimal::ONE_HUNDRED)),
        kind: BarKind::Own,
        note: None,
    }];
    bars.extend(
        check
            .references
            .iter()
            .filter_map(|reference| bar(view, reference)),
    );
    let chart = ChartBars {
        id: AttrValue::Static("rates"),
        title: view.text(msg::CHART_RATES),
        bars,
        show_table: view.text(msg::CHART_TABLE),
        label_heading: view.text(msg::CHART_WHAT),
        amount_heading: view.text(msg::CHART_AMOUNT),
    };
    let mut pieces = vec![chart.into()];
    if check
        .references
        .iter()
        .any(|reference| reference.rate.is_none())
    {
        pieces.push(view.line("swan-pay__quiet", msg::CHART_UNKNOWN));
    }
    all(pieces)
}

fn bar(view: &View, reference: &Reference) -> Option<Bar> {
    let rate = reference.rate?.0;
    let (label, kind) = match reference.kind {
        ReferenceKind::Minimum => (msg::REFERENCE_MINIMUM, BarKind::Floor),
        ReferenceKind::LivingWageUk => (msg::REFERENCE_LIVING_WAGE_UK, BarKind::Floor),
        ReferenceKind::LivingWageLondon => (msg::REFERENCE_LIVING_WAGE_LONDON, BarKind::Floor),
        ReferenceKind::CareScotland => (msg::REFERENCE_CARE_SCOTLAND, BarKind::Floor),
        ReferenceKind::CareWales => (msg::REFERENCE_CARE_WALES, BarKind::Floor),
        ReferenceKind::Demand => (msg::REFERENCE_DEMAND, BarKind::Goal),
    };
    Some(Bar {
        label: view.text(label),
        amount: view.words.money(&rate).into(),
        length: whole(&product(&rate, &Decimal::ONE_HUNDRED)),
        kind,
        note: doubt(reference).map(|doubt| view.text(doubt)),
    })
}

/// What makes a rate less than certain, the stronger reason first.
fn doubt(reference: &Reference) -> Option<Msg> {
    if reference.newer_due {
        Some(msg::RATE_CHANGED)
    } else if reference.status == Status::Verified || reference.kind == ReferenceKind::Demand {
        None
    } else {
        Some(msg::RATE_NOT_CHECKED)
    }
}

/// Kinds of time as the picture shows them, each with what it takes together.
const PARTS: [(Msg, &[Option<TimeKind>]); 5] = [
    (
        msg::CHART_VISITS,
        &[Some(TimeKind::Visits), Some(TimeKind::Work)],
    ),
    (msg::TIME_TRAVEL, &[Some(TimeKind::Travel)]),
    (msg::TIME_WAITING, &[Some(TimeKind::Waiting)]),
    (
        msg::CHART_TRAINING,
        &[Some(TimeKind::Training), Some(TimeKind::Handover)],
    ),
    (msg::TIME_SLEEP_IN, &[None]),
];

const SIXTY: Decimal = Decimal::from_parts(60, 0, 0, false, 0);

/// Where each hour that counts went; nothing where all of it was of one kind.
pub(super) fn hour(view: &View, check: &PayCheck) -> Html {
    let words = view.words;
    let counted = || check.hour_split.iter().filter(|share| share.counts);
    let with = |so_far: Decimal, share: &Share| sum(&so_far, &share.hours.0);
    let all = counted().fold(Decimal::ZERO, with);
    // Rounded from the start on, so that the minutes of an hour are 60 and not 61.
    let (mut so_far, mut said) = (Decimal::ZERO, 0);
    let part = |(label, kinds): &(Msg, &[Option<TimeKind>])| {
        let of_kind = |share: &&Share| kinds.contains(&share.kind);
        let hours = counted().filter(of_kind).fold(Decimal::ZERO, with);
        let share = quotient(&hours, &all)?;
        so_far = sum(&so_far, &hours);
        let minutes = whole(&product(&quotient(&so_far, &all)?, &SIXTY)) - said;
        said += minutes;
        let minutes = quotient(&minutes.into(), &SIXTY)?;
        (!share.is_zero()).then(|| Part {
            label: view.text(*label),
            amount: words.show(&Value::Hours(minutes)).into(),
            length: whole(&product(&share, &Decimal::from(1000))),
        })
    };
    let parts: Vec<_> = PARTS.iter().filter_map(part).collect();
    if parts.len() < 2 {
        return Html::default();
    }
    ChartStack {
        id: AttrValue::Static("hour"),
        title: view.text(msg::CHART_HOUR),
        parts,
        show_table: view.text(msg::CHART_TABLE),
        label_heading: view.text(msg::CHART_WHAT),
        amount_heading: view.text(msg::CHART_AMOUNT),
    }
    .into()
}
