//! The one place that knows how a row of a case table becomes a case and how an answer is compared.

use std::str::FromStr;

use chrono::NaiveDate;
use rust_decimal::Decimal;
use swansfeet_pay::{
    Accommodation, Age, Apprentice, Arg, Case, Charge, Cost, CostKind, Deduction, DeductionKind,
    Gap, HourlyRate, Hours, Mileage, Money, Nation, NotWages, NotWagesKind, PayCheck, Period,
    Premium, SleepIn, Time, TimeKind,
};
use toml::{Table, Value};

/// The rows of a table, each with its name for messages.
pub(crate) fn rows(text: &str, list: &str) -> Vec<Table> {
    let table: Table = text.parse().expect("a case table is TOML");
    let rows = table[list].as_array().expect("a list of rows").clone();
    rows.into_iter()
        .map(|row| row.as_table().expect("a row").clone())
        .collect()
}

pub(crate) fn date(value: &Value) -> NaiveDate {
    value
        .to_string()
        .parse()
        .unwrap_or_else(|_| panic!("{value} is no date"))
}

pub(crate) fn decimal(value: &Value) -> Decimal {
    let text = value
        .as_str()
        .unwrap_or_else(|| panic!("{value}: decimals are strings"));
    Decimal::from_str(text).unwrap_or_else(|_| panic!("{text} is no decimal"))
}

fn count(value: &Value) -> u16 {
    value
        .as_integer()
        .and_then(|n| n.try_into().ok())
        .unwrap_or_else(|| panic!("{value}"))
}

fn money(table: &Table, key: &str) -> Option<Money> {
    table.get(key).map(|value| Money(decimal(value)))
}

fn hours(table: &Table, key: &str) -> Option<Hours> {
    table.get(key).map(|value| Hours(decimal(value)))
}

fn rate(table: &Table, key: &str) -> Option<HourlyRate> {
    table.get(key).map(|value| HourlyRate(decimal(value)))
}

fn named<T: Copy>(all: &[T], name: fn(T) -> &'static str, table: &Table, key: &str) -> T {
    let given = table[key].as_str().expect("a name");
    let found = all.iter().find(|kind| name(**kind) == given);
    *found.unwrap_or_else(|| panic!("no kind is called {given}"))
}

fn list<T>(case: &Table, key: &str, read: impl Fn(&Table) -> T) -> Vec<T> {
    let rows = case
        .get(key)
        .and_then(Value::as_array)
        .cloned()
        .unwrap_or_default();
    rows.iter()
        .map(|row| read(row.as_table().expect("a row")))
        .collect()
}

/// The case of a row. Unknown keys fail: a misspelt fact must not be a missing one.
pub(crate) fn case(row: &Table) -> Case {
    for key in row.keys() {
        assert!(KEYS.contains(&key.as_str()), "no fact is called {key}");
    }
    let mut case = Case::new(Period {
        from: date(&row["from"]),
        to: date(&row["to"]),
    });
    case.age = age(row);
    case.apprentice = match row.get("apprentice") {
        None => Apprentice::No,
        Some(Value::String(text)) if text == "unknown" => Apprentice::Unknown,
        Some(Value::Boolean(false)) => Apprentice::No,
        Some(Value::Boolean(true)) => Apprentice::Yes { started: None },
        Some(started) => Apprentice::Yes {
            started: Some(date(started)),
        },
    };
    if let Some(time) = row.get("time") {
        for kind in TimeKind::ALL {
            let hours = hours(time.as_table().expect("hours by kind"), kind.name());
            case.time
                .extend(hours.map(|hours| Time { kind: *kind, hours }));
        }
    }
    case.sleep_ins = list(row, "sleep_ins", |sleep| SleepIn {
        hours: hours(sleep, "hours"),
        awake: hours(sleep, "awake"),
        may_sleep: sleep
            .get("may_sleep")
            .map(|may| may.as_bool().expect("yes or no")),
        allowance: money(sleep, "allowance"),
    });
    case.pay = money(row, "pay");
    case.paid_next_period = money(row, "paid_next_period");
    case.premiums = list(row, "premiums", |premium| match money(premium, "extra") {
        Some(extra) => Premium::Extra(extra),
        None => Premium::Hours {
            hours: hours(premium, "hours").expect("hours"),
            paid: rate(premium, "paid").expect("rate"),
            basic: rate(premium, "basic").expect("rate"),
        },
    });
    reductions(row, &mut case);
    case.live_in = row.contains_key("live_in");
    case.paid_since = money(row, "paid_since");
    case.today = row.get("today").map(date);
    case.nation = row
        .get("nation")
        .map(|_| named(Nation::ALL, Nation::name, row, "nation"));
    case.demand = rate(row, "demand");
    case
}

const KEYS: &[&str] = &[
    "name",
    "source",
    "from",
    "to",
    "age",
    "born",
    "at_least",
    "below",
    "apprentice",
    "time",
    "sleep_ins",
    "pay",
    "paid_next_period",
    "premiums",
    "not_wages",
    "deductions",
    "costs",
    "mileage",
    "accommodation",
    "live_in",
    "paid_since",
    "today",
    "nation",
    "demand",
    "expect",
    "error",
];

fn age(row: &Table) -> Age {
    match (row.get("age"), row.get("born"), row.get("at_least")) {
        (Some(age), ..) => Age::Years(count(age)),
        (_, Some(born), _) => Age::Born(date(born)),
        (.., Some(at_least)) => Age::Band {
            at_least: count(at_least),
            below: row.get("below").map(count),
        },
        _ => Age::Unknown,
    }
}

fn reductions(row: &Table, case: &mut Case) {
    case.not_wages = list(row, "not_wages", |part| NotWages {
        kind: named(NotWagesKind::ALL, NotWagesKind::name, part, "kind"),
        amount: money(part, "amount").expect("amount"),
    });
    case.deductions = list(row, "deductions", |deduction| Deduction {
        kind: named(DeductionKind::ALL, DeductionKind::name, deduction, "kind"),
        amount: money(deduction, "amount").expect("amount"),
    });
    case.costs = list(row, "costs", |cost| Cost {
        kind: named(CostKind::ALL, CostKind::name, cost, "kind"),
        amount: money(cost, "amount").expect("amount"),
        repaid: money(cost, "repaid"),
    });
    case.mileage = row
        .get("mileage")
        .and_then(Value::as_table)
        .map(|mileage| Mileage {
            miles: decimal(&mileage["miles"]),
            cost_per_mile: rate(mileage, "cost_per_mile"),
            repaid: money(mileage, "repaid"),
        });
    case.accommodation = row
        .get("accommodation")
        .and_then(Value::as_table)
        .map(|home| Accommodation {
            days: count(&home["days"]).into(),
            charge: match (money(home, "charge_per_day"), money(home, "charge")) {
                (Some(charge), _) => Charge::PerDay(charge),
                (_, Some(charge)) => Charge::InAll(charge),
                _ => Charge::Unknown,
            },
        });
}

/// Holds the answer against what the row expects; every key of it must be known here.
pub(crate) fn compare(name: &str, expect: &Table, check: &PayCheck) {
    let shown = |value: Option<Decimal>| {
        value.map_or_else(
            || "unknown".to_owned(),
            |value| value.normalize().to_string(),
        )
    };
    for (key, wanted) in expect {
        let got = match key.as_str() {
            "rate" => shown(Some(check.rate.0)),
            "offset" => shown(Some(check.offset_per_day.0)),
            "hours" => shown(check.hours.map(|hours| hours.0)),
            "accommodation" => shown(check.accommodation_adjustment.map(|money| money.0)),
            "counting_pay" => shown(check.counting_pay.map(|money| money.0)),
            "average" => shown(check.average.map(|rate| rate.0)),
            "entitlement" => shown(check.entitlement.map(|money| money.0)),
            "shortfall" => shown(check.shortfall.map(|money| money.0)),
            "arrears" => shown(check.arrears.map(|money| money.0)),
            "tax_relief" => shown(check.tax_relief.map(|relief| relief.difference.0)),
            "meets" => check
                .meets_minimum
                .map_or("unknown".into(), |meets| meets.to_string()),
            "gaps" => {
                let got: Vec<String> = check.gaps.iter().map(gap).collect();
                assert_eq!(names(wanted), got, "{name}: gaps");
                continue;
            }
            "steps" => {
                let got: Vec<&str> = check.steps.iter().map(|s| &s.rule.key()[5..]).collect();
                for rule in names(wanted) {
                    assert!(got.contains(&rule), "{name}: no step {rule} in {got:?}");
                }
                continue;
            }
            "readings" => {
                let got: Vec<String> = check
                    .readings
                    .iter()
                    .map(|r| format!("{} {}", &r.kind.key()[8..], r.shortfall.0.normalize()))
                    .collect();
                assert_eq!(names(wanted), got, "{name}: readings");
                continue;
            }
            "tips_at" => tips_at(check),
            other => panic!("{name}: nothing is called {other}"),
        };
        let wanted = match wanted {
            Value::Boolean(wanted) => wanted.to_string(),
            Value::String(text) => match Decimal::from_str(text) {
                Ok(wanted) => wanted.normalize().to_string(),
                Err(_) => text.clone(),
            },
            other => panic!("{name}: {other}"),
        };
        assert_eq!(wanted, got, "{name}: {key}");
    }
}

/// `age`, and for one that names a kind, `time travel`.
fn gap(gap: &Gap) -> String {
    let mut name = gap.kind.key().trim_start_matches("gap-").to_owned();
    for (_, arg) in &gap.args {
        if let Arg::Name(kind) = arg {
            name.push(' ');
            name.push_str(kind);
        }
    }
    name
}

/// The hours or pounds at which the first gap that has a tipping point would tip the answer.
fn tips_at(check: &PayCheck) -> String {
    let args = check.gaps.iter().flat_map(|gap| &gap.args);
    for (name, arg) in args {
        match (*name, arg) {
            ("hours", Arg::Hours(hours)) => return hours.0.normalize().to_string(),
            ("amount", Arg::Money(money)) => return money.0.normalize().to_string(),
            ("cost", Arg::Rate(rate)) => return rate.0.normalize().to_string(),
            _ => {}
        }
    }
    "nothing".to_owned()
}

fn names(value: &Value) -> Vec<&str> {
    value
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(Value::as_str)
        .collect()
}
