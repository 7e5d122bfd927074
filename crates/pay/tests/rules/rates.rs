//! Every rate on its first and its last day, for every age at which a band ever began.

use crate::row::{date, decimal, rows};
use chrono::NaiveDate;
use swansfeet_pay::{
    Age, Apprentice, Case, HourlyRate, Hours, Money, Period, Rates, Time, TimeKind, check,
};

#[test]
fn every_band_has_its_rate_from_the_first_day_to_the_last() {
    let rates = Rates::built_in();
    let table = rows(include_str!("cases/rates.toml"), "rate");
    assert_eq!(table.len(), rates.minimum_changes().count());
    for row in table {
        for day in [date(&row["first"]), date(&row["last"])] {
            let wage = rates.minimum_on(day).expect("a day with a rate");
            assert_eq!(wage.offset(), Money(decimal(&row["offset"])), "{day}");
            assert_eq!(
                wage.apprentice(),
                row.get("apprentice").map(|r| HourlyRate(decimal(r)))
            );
            for (age, rate) in row["by_age"].as_table().expect("rates by age") {
                let age: u16 = age.parse().expect("an age");
                let rate = HourlyRate(decimal(rate));
                assert_eq!(wage.band(age).rate, rate, "{day}, age {age}");
                assert_eq!(checked(day, Age::Years(age)).0, rate, "{day}, age {age}");
            }
        }
    }
}

/// The rate and the shortfall of ten unpaid hours.
fn checked(from: NaiveDate, age: Age) -> (HourlyRate, Option<Money>) {
    let mut case = Case::new(Period { from, to: from });
    case.age = age;
    case.apprentice = Apprentice::No;
    case.time = vec![Time {
        kind: TimeKind::Work,
        hours: Hours(10.into()),
    }];
    case.pay = Some(Money::ZERO);
    let check = check(&case, &Rates::built_in()).expect("a case that can be right");
    (check.rate, check.shortfall)
}

#[test]
fn a_birthday_counts_from_the_day_itself() {
    let rates = Rates::built_in();
    for change in rates.minimum_changes() {
        let wage = rates.minimum_on(change).expect("a day with a rate");
        for band in wage.bands().filter(|band| band.at_least > 0) {
            let years = chrono::Months::new(u32::from(band.at_least) * 12);
            let born = change.checked_sub_months(years).expect("a day");
            let tomorrow = born.succ_opt().expect("a day");
            assert_eq!(
                checked(change, Age::Born(born)).0,
                band.rate,
                "{change}: {born}"
            );
            let younger = wage.band(band.at_least - 1).rate;
            assert_eq!(
                checked(change, Age::Born(tomorrow)).0,
                younger,
                "{change}: {tomorrow}"
            );
        }
    }
}

#[test]
fn a_person_born_on_29_february_is_a_year_older_on_1_march() {
    let born = NaiveDate::from_ymd_opt(2004, 2, 29).expect("a leap day");
    let day = |m, d| NaiveDate::from_ymd_opt(2025, m, d).expect("a day");
    assert_eq!(
        checked(day(2, 28), Age::Born(born)).0,
        HourlyRate::hundredths(860)
    );
    assert_eq!(
        checked(day(3, 1), Age::Born(born)).0,
        HourlyRate::hundredths(1144)
    );
}

#[test]
fn there_is_no_rate_outside_the_data() {
    let rates = Rates::built_in();
    let before = rates.minimum_begins().pred_opt().expect("a day");
    assert!(rates.minimum_on(before).is_none());
    let end = rates.minimum_ends();
    assert!(rates.minimum_on(end).is_none());
    assert!(rates.minimum_on(end.pred_opt().expect("a day")).is_some());
    // The rate changes every April; the newest is never used beyond its year.
    assert_eq!(end, NaiveDate::from_ymd_opt(2027, 4, 1).expect("a day"));
}

#[test]
fn other_rates_are_known_where_their_sources_are() {
    let rates = Rates::built_in();
    let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).expect("a day");
    let (uk, london) = rates.living_wage_on(day(2026, 10, 30)).expect("a rate");
    assert_eq!((uk.rate, london.rate), (some(1345), some(1480)));
    assert!(!uk.newer_due);
    // A newer one was due in October 2026: the old one is shown, and that is said.
    let (uk, _) = rates.living_wage_on(day(2026, 11, 1)).expect("a rate");
    assert_eq!((uk.rate, uk.newer_due), (some(1345), true));
    assert!(rates.living_wage_on(day(2015, 1, 1)).is_none());

    let scotland = |y, m, d| rates.care_scotland_on(day(y, m, d)).expect("a row").rate;
    assert_eq!(scotland(2024, 4, 1), some(1200));
    assert_eq!(scotland(2026, 10, 1), None);
    assert!(rates.care_scotland_on(day(2016, 9, 30)).is_none());
    let wales = |y, m, d| rates.care_wales_on(day(y, m, d)).expect("a row").rate;
    assert_eq!(wales(2022, 4, 1), some(990));
    assert_eq!(wales(2026, 10, 1), None);

    let mileage = |y, m, d| rates.mileage_on(day(y, m, d)).map(|rate| rate.first);
    assert_eq!(mileage(2026, 4, 5), some(45));
    assert_eq!(mileage(2026, 4, 6), some(55));
    assert_eq!(mileage(2011, 4, 5), None);
}

fn some(pence: i32) -> Option<HourlyRate> {
    Some(HourlyRate::hundredths(pence))
}
