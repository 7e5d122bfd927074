//! JSON in, JSON out: every digit kept, every fault with its field.
#![cfg(feature = "pay")]

use rust_decimal::Decimal;
use swansfeet_api::pay::{Answer, Case, case_schema, decimals, id_in};
use swansfeet_pay::{Hours, Money, Rates, Time, TimeKind, check};

/// A case with every field that there is.
const FULL: &str = include_str!("full.json");

fn read(fields: &str) -> Result<swansfeet_pay::Case, (String, &'static str)> {
    let line = format!(r#"{{"period": {{"from": "2026-10-01", "to": "2026-10-31"}}, {fields}}}"#);
    Case::from_json(&line)
        .and_then(|case| case.to_domain())
        .map_err(|error| (error.field.clone(), error.key()))
}

fn hours(fields: &str, kind: TimeKind) -> Decimal {
    let case = read(fields).unwrap_or_else(|error| panic!("{fields}: {error:?}"));
    let found: Vec<Hours> = case
        .time
        .iter()
        .filter(|t| t.kind == kind)
        .map(|t| t.hours)
        .collect();
    assert_eq!(found.len(), 1, "{fields}");
    found[0].0
}

#[test]
fn numbers_keep_the_digits_that_were_written() {
    for (written, read) in [
        ("150", "150"),
        ("\"150\"", "150"),
        ("12.10", "12.10"),
        ("\" 12.10 \"", "12.10"),
        ("0.1", "0.1"),
        // As a float this would be 8.2200000000000006394…
        ("8.22", "8.22"),
        ("1.5e2", "150"),
        ("15E-1", "1.5"),
        ("7.333333333333333333", "7.333333333333333333"),
    ] {
        let got = hours(&format!(r#""hours": {written}"#), TimeKind::Work);
        assert_eq!(got, read.parse().expect("a decimal"), "{written}");
    }
}

/// Clocks went back on Sunday 25 October 2026 at two in the morning, and go forward on 28 March 2027
/// at one (Summer Time Act 1972, section 1).
#[test]
fn a_night_in_which_clocks_change_is_as_long_as_it_was() {
    for (date, start, end, worked) in [
        ("2026-10-24", "23:00", "07:00", 9),
        ("2026-10-25", "00:30", "07:30", 8),
        ("2026-10-25", "01:00", "02:00", 2),
        ("2026-10-25", "02:00", "07:00", 5),
        ("2026-10-25", "22:00", "06:00", 8),
        ("2026-10-23", "23:00", "07:00", 8),
        // An end at the start is the next day's.
        ("2026-10-22", "09:00", "09:00", 24),
        ("2026-10-25", "00:00", "00:00", 25),
        ("2026-10-24", "09:00", "09:00", 25),
        ("2027-03-28", "00:00", "24:00", 23),
        ("2026-10-18", "00:00", "08:00", 8),
        ("2027-03-27", "23:00", "07:00", 7),
        ("2027-03-28", "01:00", "02:00", 0),
        ("2027-03-21", "00:00", "08:00", 8),
        // Which of the two half past ones it was, nobody can tell.
        ("2026-10-24", "23:30", "01:30", 2),
    ] {
        let line = format!(
            r#"{{"period": {{"from": "{from}-01", "to": "{from}-31"}},
            "visits": [{{"date": "{date}", "start": "{start}", "end": "{end}"}}]}}"#,
            from = &date[..7]
        );
        let case = Case::from_json(&line)
            .and_then(|case| case.to_domain())
            .unwrap_or_else(|error| panic!("{line}: {error:?}"));
        let found: Vec<_> = case.time.iter().map(|time| time.hours.0).collect();
        assert_eq!(found, [Decimal::from(worked)], "{date} {start} {end}");
    }
}

#[test]
fn visits_and_journeys_add_up() {
    let visits = r#""visits": [{"date": "2026-10-01", "start": "07:30", "end": "08:15"},
        {"start": "22:00", "end": "06:00"}, {"start": "23:30", "end": "24:00"}, {"hours": 1}]"#;
    assert_eq!(hours(visits, TimeKind::Visits), Decimal::new(1025, 2));
    let journeys = r#""journeys": [{"start": "08:15", "end": "08:35"}, {"hours": "0.5"},
        {"hours": 1, "kind": "home"}]"#;
    let between = hours(journeys, TimeKind::Travel);
    assert_eq!(Hours(between).seconds(), Decimal::from(50 * 60));
    assert_eq!(hours(journeys, TimeKind::HomeTravel), Decimal::ONE);
}

#[test]
fn what_is_absent_is_not_known() {
    let line = r#"{"period": {"from": "2026-10-01", "to": "2026-10-31"}, "sleep_ins": [{"may_sleep": false}],
        "costs": [{"kind": "uniform", "amount": 20}, {"kind": "phone", "amount": 5, "repaid": 0}],
        "mileage": {"miles": 100}}"#;
    let case = Case::from_json(line).and_then(|case| case.to_domain());
    let case = case.unwrap_or_else(|error| panic!("{error:?}"));
    assert_eq!(case.sleep_ins[0].hours, None);
    let repaid: Vec<_> = case.costs.iter().map(|cost| cost.repaid).collect();
    assert_eq!(repaid, [None, Some(Money::ZERO)]);
    assert_eq!(case.mileage.and_then(|mileage| mileage.repaid), None);
}

/// What is given, the field that is named, and the key of the message.
const FAULTS: &[(&str, &str, &str)] = &[
    (r#""hours": "a lot""#, "hours", "error-not-number"),
    (r#""hours": "7h30""#, "hours", "error-not-number"),
    (r#""hours": "1,5""#, "hours", "error-not-number"),
    (r#""hours": "1_000""#, "hours", "error-not-number"),
    (r#""hours": """#, "hours", "error-not-number"),
    (r#""hours": true"#, "hours", "error-not-number"),
    (r#""hours": [1]"#, "hours", "error-not-number"),
    (r#""hours": 1, "hours": 2"#, "hours", "error-given-twice"),
    (r#""houres": 1"#, "houres", "error-unknown-field-nearest"),
    (r#""xylophone": 1"#, "xylophone", "error-unknown-field"),
    (r#""age": 35.5"#, "age", "error-not-whole"),
    (r#""age": -1"#, "age", "error-not-whole"),
    (r#""age": "old""#, "age", "error-not-whole"),
    (r#""age": {"below": 21}"#, "age.at_least", "error-missing"),
    (
        r#""age": 35, "born": "1990-01-01""#,
        "born",
        "error-given-both",
    ),
    (r#""born": "1/1/1990""#, "born", "error-not-date"),
    (r#""born": "1990-02-30""#, "born", "error-not-date"),
    (r#""born": 1990"#, "born", "error-not-date"),
    (r#""apprentice": "no""#, "apprentice", "error-not-yes-no"),
    (
        r#""apprentice": {"since": "2026-01-01"}"#,
        "apprentice.since",
        "error-unknown-field",
    ),
    (r#""visits": {}"#, "visits", "error-not-list"),
    (r#""visits": [1]"#, "visits[0]", "error-not-object"),
    (r#""visits": [{}]"#, "visits[0].hours", "error-missing"),
    (
        r#""visits": [{"start": "07:30"}]"#,
        "visits[0].end",
        "error-missing",
    ),
    (
        r#""visits": [{"end": "07:30"}]"#,
        "visits[0].start",
        "error-missing",
    ),
    (
        r#""visits": [{"start": "7.30pm", "end": "08:00"}]"#,
        "visits[0].start",
        "error-not-time",
    ),
    (
        r#""visits": [{"hours": 1}, {"start": "07:30", "end": "08:00", "hours": 1}]"#,
        "visits[1].hours",
        "error-given-both",
    ),
    (
        r#""visits": [{"date": "2026-11-01", "hours": 1}]"#,
        "visits[0].date",
        "error-outside-period",
    ),
    (
        r#""journeys": [{"hours": 1, "kind": "bus"}]"#,
        "journeys[0].kind",
        "error-not-a-choice",
    ),
    (
        r#""sleep_ins": [{"hours": 9, "may_sleep": 1}]"#,
        "sleep_ins[0].may_sleep",
        "error-not-yes-no",
    ),
    (r#""premiums": [{}]"#, "premiums[0].extra", "error-missing"),
    (
        r#""premiums": [{"paid": 12}]"#,
        "premiums[0].hours",
        "error-missing",
    ),
    (
        r#""premiums": [{"hours": 2, "paid": 12}]"#,
        "premiums[0].basic",
        "error-missing",
    ),
    (
        r#""premiums": [{"extra": 2, "paid": 12}]"#,
        "premiums[0].extra",
        "error-given-both",
    ),
    (
        r#""deductions": [{"kind": "uniform"}]"#,
        "deductions[0].amount",
        "error-missing",
    ),
    (
        r#""deductions": [{"kind": "Uniform", "amount": 1}]"#,
        "deductions[0].kind",
        "error-not-a-choice",
    ),
    (
        r#""accommodation": {"days": 1.5}"#,
        "accommodation.days",
        "error-not-whole",
    ),
    (
        r#""accommodation": {"days": 1, "charge": 1, "charge_per_day": 1}"#,
        "accommodation.charge",
        "error-given-both",
    ),
    (
        r#""accomodation": {"days": 1}"#,
        "accomodation",
        "error-unknown-field-nearest",
    ),
    (r#""id": true"#, "id", "error-not-id"),
    (r#""nation": "cymru""#, "nation", "error-not-a-choice"),
];

#[test]
fn every_fault_names_its_field() {
    for (fields, field, key) in FAULTS {
        let expected = ((*field).to_owned(), *key);
        assert_eq!(read(fields).expect_err(fields), expected, "{fields}");
    }
}

#[test]
fn what_is_no_case_at_all_is_told_apart() {
    for (line, field, key) in [
        ("", "", "error-not-json"),
        ("{", "", "error-not-json"),
        ("{} {}", "", "error-not-json"),
        ("[]", "", "error-not-object"),
        ("35", "", "error-not-object"),
        ("{}", "period", "error-missing"),
        (
            r#"{"period": {"from": "2026-10-01"}}"#,
            "period.to",
            "error-missing",
        ),
        (r#"{"period": null}"#, "period", "error-missing"),
    ] {
        let error = Case::from_json(line).expect_err(line);
        assert_eq!((error.field.as_str(), error.key()), (field, key), "{line}");
    }
}

#[test]
fn a_misspelt_field_gets_its_nearest_name() {
    for (given, meant) in [
        ("houres", "hours"),
        ("Hours", "hours"),
        ("sleepins", "sleep_ins"),
        ("sleep-ins", "sleep_ins"),
        ("accomodation", "accommodation"),
        ("deduction", "deductions"),
        ("perdiod", "period"),
    ] {
        let error = Case::from_json(&format!(r#"{{"{given}": 1}}"#)).expect_err(given);
        assert_eq!(error.arg(), Some(("nearest", meant.to_owned())), "{given}");
    }
}

#[test]
fn nothing_and_null_are_both_not_known() {
    let case = read(r#""age": null, "pay": null, "visits": null"#).expect("a case");
    assert_eq!(case, read(r#""id": 1"#).expect("a case"));
    assert!(case.time.is_empty());
    let none = read(r#""time": {"travel": 0}"#).expect("a case");
    assert_eq!(
        none.time,
        [Time {
            kind: TimeKind::Travel,
            hours: Hours::ZERO
        }]
    );
}

#[test]
fn an_id_is_found_and_given_back_as_it_came() {
    for (line, id) in [
        (r#"{"id": "a", "hours": "x"}"#, "\"a\""),
        (r#"{"hours": [1,2], "id": 12.10}"#, "12.10"),
        (r#"{"id": "caf\u00e9"}"#, "\"caf\\u00e9\""),
    ] {
        let found = id_in(line).expect(line);
        assert_eq!(serde_json::to_string(&found).expect("JSON"), id);
    }
    for line in ["", "{", "[]", r#"{"id": {}}"#, r#"{"id": null}"#] {
        assert!(id_in(line).is_none(), "{line}");
    }
}

#[test]
fn huge_numbers_are_refused_and_never_panic() {
    let most = Decimal::MAX;
    for fields in [
        format!(r#""visits": [{{"hours": {most}}}, {{"hours": {most}}}]"#),
        format!(r#""hours": {most}, "pay": {most}, "paid_since": {most}"#),
        format!(r#""premiums": [{{"hours": {most}, "paid": {most}, "basic": -{most}}}], "pay": 1"#),
        format!(r#""mileage": {{"miles": {most}, "cost_per_mile": {most}}}"#),
    ] {
        let case = read(&fields).unwrap_or_else(|error| panic!("{fields}: {error:?}"));
        assert!(check(&case, &Rates::built_in()).is_err(), "{fields}");
    }
    assert_eq!(
        read(r#""hours": 1e400"#),
        Err(("hours".to_owned(), "error-not-number"))
    );
    assert!(
        read(r#""age": 99999999999"#).is_ok_and(|case| check(&case, &Rates::built_in()).is_err())
    );
}

#[test]
fn decimals_are_written_by_one_rule() {
    let decimal = |text: &str| text.parse::<Decimal>().expect("a decimal");
    for (n, money, hours) in [
        ("150", "150.00", "150"),
        ("150.00", "150.00", "150"),
        ("37.50", "37.50", "37.5"),
        ("11.814", "11.814", "11.814"),
        ("0", "0.00", "0"),
        ("-0.00", "0.00", "0"),
        ("-27.9", "-27.90", "-27.9"),
        ("0.3333333333333333", "0.3333333333", "0.3333333333"),
        ("0.00000000005", "0.0000000001", "0.0000000001"),
        ("0.00000000004", "0.00", "0"),
    ] {
        assert_eq!(decimals::money(Money(decimal(n))), money, "{n}");
        assert_eq!(decimals::hours(Hours(decimal(n))), hours, "{n}");
    }
}

#[test]
fn the_full_case_reads_and_answers_and_the_schema_knows_its_every_field() {
    let case = Case::from_json(FULL).expect("the full case");
    let check = check(&case.to_domain().expect("a case"), &Rates::built_in()).expect("an answer");
    let answer = Answer::of(case.id, &check, &|key, _| key.to_owned());
    let json = serde_json::to_value(&answer).expect("JSON");
    assert_eq!(json["id"], "full");
    assert!(
        json["steps"]
            .as_array()
            .is_some_and(|steps| steps.len() > 20)
    );

    let schema = case_schema();
    let known = schema
        .get("properties")
        .and_then(|p| p.as_object())
        .expect("properties");
    let given: serde_json::Value = serde_json::from_str(FULL).expect("JSON");
    let mut given: Vec<&String> = given.as_object().expect("an object").keys().collect();
    // `born` stands for `age`.
    let born = "born".to_owned();
    given.push(&born);
    given.sort();
    let mut known: Vec<&String> = known.keys().collect();
    known.sort();
    assert_eq!(given, known);
}
