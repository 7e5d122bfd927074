//! From answers to the facts of a case, and from what is wrong with a fact back to its field.

use rust_decimal::Decimal;
use swansfeet_pay::exact::product;
use swansfeet_pay::{
    Accommodation, Age, Apprentice, Case, CaseError, Charge, Cost, CostKind, Deduction,
    DeductionKind, HourlyRate, Hours, Mileage, Money, Nation, Period, Premium, SleepIn, Time,
    TimeKind,
};

use super::{Field, Flow, Meaning, Screen};

/// Which time goes into which box.
const TIME: [(Field, TimeKind); 5] = [
    (Field::Hours, TimeKind::Visits),
    (Field::Travel, TimeKind::Travel),
    (Field::Waiting, TimeKind::Waiting),
    (Field::Training, TimeKind::Training),
    (Field::Handover, TimeKind::Handover),
];

/// Which cost goes into which box.
const COSTS: [(Field, CostKind); 4] = [
    (Field::Uniform, CostKind::Uniform),
    (Field::Phone, CostKind::Phone),
    (Field::Parking, CostKind::Parking),
    (Field::DbsCharge, CostKind::DbsAdministration),
];

/// What the rules refuse, each at the field where it can be mended. With all of the rules behind it,
/// this comes late in the plain JavaScript build (`late` in Cargo.toml): ask [`Flow::wrong`].
#[inline(never)]
pub(super) fn wrong(flow: &Flow) -> Vec<(Field, CaseError)> {
    let case = flow.case();
    let Err(errors) = swansfeet_pay::check(&case, &flow.rates) else {
        return Vec::new();
    };
    errors
        .into_iter()
        .map(|error| (flow.mended_at(&error, &case), error))
        .collect()
}

impl Flow {
    /// The facts as far as they can be read.
    #[must_use]
    pub fn case(&self) -> Case {
        Case {
            age: self.age(),
            apprentice: self.apprentice(),
            time: self.rows(&TIME, |kind, amount| Time {
                kind,
                hours: Hours(amount),
            }),
            sleep_ins: self.sleep_ins().into_iter().collect(),
            pay: self.money(Field::Pay),
            paid_next_period: self.money(Field::PaidNext),
            premiums: self
                .money(Field::Premium)
                .map(Premium::Extra)
                .into_iter()
                .collect(),
            deductions: self.deduction().into_iter().collect(),
            costs: self.rows(&COSTS, |kind, amount| Cost {
                kind,
                amount: Money(amount),
                // The screen asks for what was not given back.
                repaid: Some(Money::ZERO),
            }),
            mileage: self.mileage(),
            accommodation: self.accommodation(),
            live_in: self.choice(Field::LiveIn) == Some("yes"),
            paid_since: self.money(Field::PaidSince),
            today: Some(self.today()),
            nation: self.nation(),
            demand: Some(self.demand),
            ..Case::new(Period {
                from: self.from(),
                to: self.to(),
            })
        }
    }

    /// Whether this is the number without which other answers would go unheard, and they are there.
    pub(super) fn lacks_count(&self, field: Field) -> bool {
        let others: &[Field] = match field {
            Field::Nights => &[Field::NightHours, Field::NightAwake, Field::NightPay],
            Field::Miles => &[Field::MileCost, Field::MilesRepaid],
            Field::HomeDays => &[Field::HomeCharge],
            _ => return false,
        };
        let is_given = |field: &Field| self.meaning(*field) != Meaning::Nothing;
        others.iter().any(is_given)
    }

    /// Too many hours in all are told where hours were added last, not a few screens before.
    fn mended_at(&self, error: &CaseError, case: &Case) -> Field {
        match (error.field.name, self.screen()) {
            ("hours", Screen::Other) => Field::Travel,
            ("hours", Screen::SleepIns) => Field::NightHours,
            _ => field_of(error.field, case),
        }
    }

    /// The field that a fact of the case was asked by.
    #[must_use]
    pub fn field_of(&self, fact: swansfeet_pay::Field) -> Field {
        field_of(fact, &self.case())
    }

    fn rows<K: Copy, T>(&self, fields: &[(Field, K)], row: fn(K, Decimal) -> T) -> Vec<T> {
        let known = |(field, kind): &(Field, K)| Some(row(*kind, self.amount(*field)?));
        fields.iter().filter_map(known).collect()
    }

    /// Pounds or hours.
    fn amount(&self, field: Field) -> Option<Decimal> {
        match self.meaning(field) {
            Meaning::Money(amount) | Meaning::Hours(amount, _) => Some(amount),
            _ => None,
        }
    }

    fn money(&self, field: Field) -> Option<Money> {
        self.amount(field).map(Money)
    }

    fn hours(&self, field: Field) -> Option<Hours> {
        self.amount(field).map(Hours)
    }

    fn count(&self, field: Field) -> Option<u32> {
        match self.meaning(field) {
            Meaning::Count(count) => Some(count),
            _ => None,
        }
    }

    /// The code of the chosen answer.
    #[must_use]
    pub fn choice(&self, field: Field) -> Option<&'static str> {
        match (self.meaning(field), field.spec().kind) {
            (Meaning::Choice(at), super::Kind::Choice(options)) => Some(options[at].0),
            _ => None,
        }
    }

    /// The most exact of what was said.
    fn age(&self) -> Age {
        if let Meaning::Date(day) = self.meaning(Field::Born) {
            return Age::Born(day);
        }
        if let Some(years) = self.count(Field::Years) {
            return Age::Years(u16::try_from(years).unwrap_or(u16::MAX));
        }
        match self.meaning(Field::Age) {
            Meaning::Ages(years, Some(below)) if below == years + 1 => Age::Years(years),
            // A group of other years than the period's says nothing; its question says so.
            Meaning::Ages(at_least, below) if self.band().is_some() => {
                Age::Band { at_least, below }
            }
            _ => Age::Unknown,
        }
    }

    fn apprentice(&self) -> Apprentice {
        match self.choice(Field::Apprentice) {
            Some("no") => Apprentice::No,
            Some("yes") => {
                let started = match self.meaning(Field::ApprenticeSince) {
                    Meaning::Date(day) => Some(day),
                    _ => None,
                };
                Apprentice::Yes { started }
            }
            _ => Apprentice::Unknown,
        }
    }

    fn sleep_ins(&self) -> Option<SleepIn> {
        let nights = self.count(Field::Nights).filter(|nights| *nights > 0)?;
        let in_all = |each: Decimal| Hours(product(&each, &Decimal::from(nights)));
        Some(SleepIn {
            hours: self.amount(Field::NightHours).map(in_all),
            awake: self.hours(Field::NightAwake),
            may_sleep: self.choice(Field::NightPlace).map(|answer| answer == "yes"),
            allowance: self.money(Field::NightPay),
        })
    }

    fn deduction(&self) -> Option<Deduction> {
        let amount = self.money(Field::Deducted)?;
        Some(Deduction {
            kind: DeductionKind::EmployerOwnUse,
            amount,
        })
    }

    fn mileage(&self) -> Option<Mileage> {
        let miles = Decimal::from(self.count(Field::Miles)?);
        Some(Mileage {
            miles,
            cost_per_mile: self.amount(Field::MileCost).map(HourlyRate),
            repaid: self.money(Field::MilesRepaid),
        })
    }

    fn accommodation(&self) -> Option<Accommodation> {
        let days = self.count(Field::HomeDays).filter(|days| *days > 0)?;
        let charge = self
            .money(Field::HomeCharge)
            .map_or(Charge::Unknown, Charge::PerDay);
        Some(Accommodation { days, charge })
    }

    fn nation(&self) -> Option<Nation> {
        Some(match self.choice(Field::Nation)? {
            "england" => Nation::England,
            "scotland" => Nation::Scotland,
            "wales" => Nation::Wales,
            _ => Nation::NorthernIreland,
        })
    }
}

fn field_of(at: swansfeet_pay::Field, case: &Case) -> Field {
    let row = at.row.unwrap_or_default();
    match (at.name, at.part) {
        ("age", _) => Field::Years,
        ("born", _) => Field::Born,
        ("apprentice", _) => Field::Apprentice,
        ("apprentice.started", _) => Field::ApprenticeSince,
        ("hours" | "time.visits", _) => Field::Hours,
        ("time.travel", _) => Field::Travel,
        ("time.waiting", _) => Field::Waiting,
        ("time.training", _) => Field::Training,
        ("time.handover", _) => Field::Handover,
        ("sleep_ins", "awake") => Field::NightAwake,
        ("sleep_ins", "may_sleep") => Field::NightPlace,
        ("sleep_ins", "allowance") => Field::NightPay,
        ("sleep_ins", _) => Field::NightHours,
        ("pay", _) => Field::Pay,
        ("paid_next_period", _) => Field::PaidNext,
        ("premiums", _) => Field::Premium,
        ("deductions", _) => Field::Deducted,
        ("costs", _) => cost_field(case.costs.get(row)),
        ("mileage.miles", _) => Field::Miles,
        ("mileage.cost_per_mile", _) => Field::MileCost,
        ("mileage.repaid", _) => Field::MilesRepaid,
        ("accommodation.days", _) => Field::HomeDays,
        ("accommodation.charge_per_day", _) => Field::HomeCharge,
        ("live_in", _) => Field::LiveIn,
        ("paid_since", _) => Field::PaidSince,
        ("period.to", _) => Field::To,
        _ => Field::From,
    }
}

fn cost_field(cost: Option<&Cost>) -> Field {
    let same = |(_, kind): &&(Field, CostKind)| cost.is_some_and(|cost| cost.kind == *kind);
    COSTS
        .iter()
        .find(same)
        .map_or(Field::Uniform, |(field, _)| *field)
}
