//! What must hold for every case, however strange.

use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use rust_decimal::Decimal;
use swansfeet_pay::{
    Accommodation, Age, Apprentice, Case, Charge, Cost, CostKind, Deduction, DeductionKind,
    HourlyRate, Hours, Mileage, Money, Nation, NotWages, NotWagesKind, PayCheck, Period, Premium,
    Rates, SleepIn, Time, TimeKind, check,
};

/// Any decimal that there is: every size, every scale, both signs.
fn any_decimal() -> impl Strategy<Value = Decimal> {
    let any = (
        any::<u32>(),
        any::<u32>(),
        any::<u32>(),
        any::<bool>(),
        0..=28_u32,
    )
        .prop_map(|(lo, mid, hi, negative, scale)| {
            Decimal::from_parts(lo, mid, hi, negative, scale)
        });
    prop_oneof![
        any,
        (0..100_000_i64).prop_map(|n| Decimal::new(n, 2)),
        Just(Decimal::MAX)
    ]
}

fn any_day() -> impl Strategy<Value = NaiveDate> {
    let near = (0..9_000_u64)
        .prop_map(|days| NaiveDate::from_ymd_opt(2005, 1, 1).expect("a day") + Days::new(days));
    prop_oneof![9 => near, 1 => Just(NaiveDate::MIN), 1 => Just(NaiveDate::MAX)]
}

fn any_of<T: Copy + std::fmt::Debug + 'static>(all: &'static [T]) -> impl Strategy<Value = T> {
    prop::sample::select(all)
}

fn any_age() -> impl Strategy<Value = Age> {
    prop_oneof![
        Just(Age::Unknown),
        any::<u16>().prop_map(Age::Years),
        (any::<u16>(), any::<Option<u16>>())
            .prop_map(|(at_least, below)| Age::Band { at_least, below }),
        any_day().prop_map(Age::Born),
    ]
}

fn any_apprentice() -> impl Strategy<Value = Apprentice> {
    prop_oneof![
        Just(Apprentice::Unknown),
        Just(Apprentice::No),
        prop::option::of(any_day()).prop_map(|started| Apprentice::Yes { started }),
    ]
}

prop_compose! {
    fn any_sleep_in()(
        hours in prop::option::of(any_decimal()), awake in prop::option::of(any_decimal()),
        may_sleep in any::<Option<bool>>(), allowance in prop::option::of(any_decimal()),
    ) -> SleepIn {
        SleepIn { hours: hours.map(Hours), awake: awake.map(Hours), may_sleep, allowance: allowance.map(Money) }
    }
}

fn any_premium() -> impl Strategy<Value = Premium> {
    prop_oneof![
        any_decimal().prop_map(|extra| Premium::Extra(Money(extra))),
        (any_decimal(), any_decimal(), any_decimal()).prop_map(|(hours, paid, basic)| {
            Premium::Hours {
                hours: Hours(hours),
                paid: HourlyRate(paid),
                basic: HourlyRate(basic),
            }
        }),
    ]
}

fn any_home() -> impl Strategy<Value = Accommodation> {
    let charge = prop_oneof![
        Just(Charge::Unknown),
        any_decimal().prop_map(|n| Charge::PerDay(Money(n))),
        any_decimal().prop_map(|n| Charge::InAll(Money(n))),
    ];
    (any::<u32>(), charge).prop_map(|(days, charge)| Accommodation { days, charge })
}

fn list<T: std::fmt::Debug>(row: impl Strategy<Value = T>) -> impl Strategy<Value = Vec<T>> {
    prop::collection::vec(row, 0..4)
}

prop_compose! {
    /// Whatever can be typed, pasted or sent.
    fn any_case()(
        (from, to, today) in (any_day(), any_day(), prop::option::of(any_day())),
        (age, apprentice, live_in) in (any_age(), any_apprentice(), any::<bool>()),
        time in list((any_of(TimeKind::ALL), any_decimal())
            .prop_map(|(kind, hours)| Time { kind, hours: Hours(hours) })),
        sleep_ins in list(any_sleep_in()),
        (pay, next, since, demand) in (
            prop::option::of(any_decimal()), prop::option::of(any_decimal()),
            prop::option::of(any_decimal()), prop::option::of(any_decimal()),
        ),
        premiums in list(any_premium()),
        not_wages in list((any_of(NotWagesKind::ALL), any_decimal())
            .prop_map(|(kind, amount)| NotWages { kind, amount: Money(amount) })),
        deductions in list((any_of(DeductionKind::ALL), any_decimal())
            .prop_map(|(kind, amount)| Deduction { kind, amount: Money(amount) })),
        costs in list((any_of(CostKind::ALL), any_decimal(), prop::option::of(any_decimal()))
            .prop_map(|(kind, n, r)| Cost { kind, amount: Money(n), repaid: r.map(Money) })),
        mileage in prop::option::of((
            any_decimal(), prop::option::of(any_decimal()), prop::option::of(any_decimal()),
        )),
        accommodation in prop::option::of(any_home()),
        nation in prop::option::of(any_of(Nation::ALL)),
    ) -> Case {
        let mut case = Case::new(Period { from, to });
        (case.age, case.apprentice, case.live_in, case.today) = (age, apprentice, live_in, today);
        (case.time, case.sleep_ins, case.premiums) = (time, sleep_ins, premiums);
        (case.not_wages, case.deductions, case.costs) = (not_wages, deductions, costs);
        (case.pay, case.paid_next_period) = (pay.map(Money), next.map(Money));
        (case.paid_since, case.demand) = (since.map(Money), demand.map(HourlyRate));
        case.mileage = mileage.map(|(miles, cost, repaid)| Mileage {
            miles, cost_per_mile: cost.map(HourlyRate), repaid: repaid.map(Money),
        });
        (case.accommodation, case.nation) = (accommodation, nation);
        case
    }
}

fn pence(range: std::ops::Range<i64>) -> impl Strategy<Value = Money> {
    range.prop_map(|n| Money(Decimal::new(n, 2)))
}

prop_compose! {
    /// A case as people have them, which the rules take.
    fn sensible()(
        start in 0..7_450_u64, length in 1..29_u64, age in 16..70_u16,
        minutes in prop::collection::vec((any_of(TimeKind::ALL), 0..60 * 3_u32), 1..6),
        pay in pence(0..300_000),
        awake in 0..6_u32, allowance in pence(0..100), may_sleep in any::<Option<bool>>(),
        deductions in list((any_of(DeductionKind::ALL), pence(0..5_000))
            .prop_map(|(kind, amount)| Deduction { kind, amount })),
        costs in list((any_of(CostKind::ALL), pence(0..5_000), prop::option::of(pence(0..2_000)))
            .prop_map(|(kind, amount, repaid)| Cost { kind, amount, repaid })),
        charge in prop::option::of(pence(0..3_000)),
        paid_since in prop::option::of(pence(0..2_000)),
        later in prop::option::of(0..2_000_u64),
    ) -> Case {
        let from = NaiveDate::from_ymd_opt(2006, 10, 1).expect("a day") + Days::new(start);
        let mut case = Case::new(Period { from, to: from + Days::new(length - 1) });
        (case.age, case.apprentice) = (Age::Years(age), Apprentice::No);
        case.time = minutes.into_iter()
            .map(|(kind, minutes)| Time { kind, hours: Hours::from_minutes(minutes) }).collect();
        if length > 1 {
            case.sleep_ins = vec![SleepIn {
                hours: (awake > 0).then_some(Hours(8.into())), awake: Some(Hours(awake.into())), may_sleep,
                allowance: (pay > allowance).then_some(allowance),
            }];
        }
        (case.pay, case.deductions, case.costs) = (Some(pay), deductions, costs);
        case.accommodation = charge.map(|c| Accommodation { days: 1, charge: Charge::PerDay(c) });
        case.paid_since = paid_since;
        case.today = later.map(|days| case.period.to + Days::new(days));
        case
    }
}

fn checked(case: &Case) -> PayCheck {
    check(case, &Rates::built_in()).unwrap_or_else(|errors| panic!("{errors:?}"))
}

fn known(money: Option<Money>) -> Money {
    money.expect("hours and pay are known")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_case_panics(case in any_case()) {
        if let Err(errors) = check(&case, &Rates::built_in()) {
            prop_assert!(!errors.is_empty());
        }
    }

    #[test]
    fn a_shortfall_is_exactly_what_is_missing(case in sensible()) {
        let check = checked(&case);
        let (pay, minimum) = (known(check.counting_pay), known(check.entitlement));
        let shortfall = known(check.shortfall);
        if check.meets_minimum == Some(true) {
            prop_assert!(shortfall.is_zero() && pay >= minimum);
        } else {
            prop_assert!(pay < minimum);
            prop_assert_eq!(pay + shortfall, minimum);
        }
    }

    #[test]
    fn more_pay_never_raises_the_shortfall(case in sensible(), more in pence(0..100_000)) {
        let before = checked(&case);
        let mut richer = case;
        richer.pay = richer.pay.map(|pay| pay + more);
        let after = checked(&richer);
        prop_assert!(known(after.shortfall) <= known(before.shortfall));
        prop_assert!(known(after.arrears) <= known(before.arrears));
    }

    #[test]
    fn more_work_never_lowers_the_minimum(
        case in sensible(), kind in any_of(TimeKind::ALL), minutes in 0..180_u32,
    ) {
        let before = checked(&case);
        let mut longer = case;
        longer.time.push(Time { kind, hours: Hours::from_minutes(minutes) });
        // A day has 24 hours.
        prop_assume!(check(&longer, &Rates::built_in()).is_ok());
        let after = checked(&longer);
        prop_assert!(known(after.entitlement) >= known(before.entitlement));
        prop_assert!(known(after.shortfall) >= known(before.shortfall));
        if !kind.counts() {
            prop_assert_eq!(after.entitlement, before.entitlement);
        }
    }

    #[test]
    fn a_reduction_never_raises_counting_pay(
        case in sensible(), deduction in any_of(DeductionKind::ALL), cost in any_of(CostKind::ALL),
        amount in pence(0..10_000),
    ) {
        let before = known(checked(&case).counting_pay);
        let mut poorer = case.clone();
        poorer.deductions.push(Deduction { kind: deduction, amount });
        let after = known(checked(&poorer).counting_pay);
        prop_assert!(after <= before);
        prop_assert!(after == before || after == before - amount || deduction.reduces().0 == Some(true));
        let mut poorer = case;
        poorer.costs.push(Cost { kind: cost, amount, repaid: None });
        prop_assert!(known(checked(&poorer).counting_pay) <= before);
    }

    #[test]
    fn arrears_are_at_least_the_shortfall_unless_something_was_paid(case in sensible()) {
        let check = checked(&case);
        let paid = case.paid_since.unwrap_or_default();
        prop_assert!(known(check.arrears) + paid >= known(check.shortfall));
        prop_assert!(!known(check.arrears).is_negative());
    }

    #[test]
    fn other_readings_are_never_better_for_the_employer(case in sensible()) {
        let check = checked(&case);
        for reading in &check.readings {
            prop_assert!(reading.shortfall >= known(check.shortfall));
            prop_assert!(reading.arrears >= known(check.arrears));
        }
    }

    #[test]
    fn the_hour_split_adds_up(case in sensible()) {
        let check = checked(&case);
        let counting: Hours =
            check.hour_split.iter().filter(|s| s.counts).map(|s| s.hours).sum();
        let hours = check.hours.expect("hours are known");
        prop_assert_eq!(counting.0.round_dp(20), hours.0.round_dp(20));
    }

    #[test]
    fn the_steps_with_amounts_lead_from_pay_to_counting_pay(case in sensible()) {
        let check = checked(&case);
        let upto = check.steps.iter().take_while(|s| s.rule.key() != "step-counting-pay");
        let sum: Money = upto.filter_map(|step| step.amount).sum();
        prop_assert_eq!(sum, known(check.counting_pay));
    }
}
