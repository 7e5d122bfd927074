//! The way through the pay check: a table of typed answers, and the moves between screens.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Deserialize;
use swansfeet_widget_pay::flow::{
    DETAILS, FIELDS, Field, Flow, Move, Problem, QUESTIONS, SCREENS, Screen,
};

#[derive(Deserialize)]
struct Table {
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    start: String,
    #[serde(default)]
    typed: BTreeMap<String, String>,
    period: Option<String>,
    hours: Option<String>,
    counting: Option<String>,
    average: Option<String>,
    arrears: Option<String>,
    #[serde(default)]
    gaps: Vec<String>,
    problem: Option<String>,
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day")
}

fn flow(start: &str) -> Flow {
    let mut flow = Flow::new(today());
    let ignored = flow.prefill(start);
    assert!(ignored.is_empty(), "{ignored:?}");
    flow
}

/// `hours error-too-many-hours`: the first problem on any screen.
fn problem(flow: &Flow) -> Option<String> {
    let (field, problem) = SCREENS
        .iter()
        .flat_map(|s| flow.problems(s.screen))
        .next()?;
    let what = match problem {
        Problem::Missing => "missing",
        Problem::Unreadable(_) => "unreadable",
        Problem::OtherBands => "other-groups",
        Problem::Wrong(error) => error.key(),
    };
    Some(format!("{} {what}", field.spec().name))
}

fn money(shown: Option<swansfeet_pay::Money>) -> Option<String> {
    shown.map(|money| money.0.normalize().to_string())
}

#[test]
fn typed_answers_become_the_right_facts() {
    let table: Table = toml::from_str(include_str!("flow.toml")).expect("flow.toml is valid");
    for case in table.case {
        let Case { name, start, .. } = &case;
        let mut flow = Flow::new(today());
        let ignored = flow.prefill(start);
        for part in &ignored {
            // What cannot be read is not taken over from a link; a person may still type it.
            let (key, value) = part.part.split_once('=').expect("a name and a value");
            flow.type_in(Field::named(key).expect("a field"), value.to_owned());
        }
        for (field, text) in &case.typed {
            flow.type_in(Field::named(field).expect("a field"), text.clone());
        }
        assert_eq!(problem(&flow), case.problem, "{name}");
        if let Some(period) = &case.period {
            assert_eq!(&format!("{}..{}", flow.from(), flow.to()), period, "{name}");
        }
        let Some(check) = flow.outcome() else {
            assert!(case.problem.is_some(), "{name}: no answer");
            continue;
        };
        let keys: Vec<_> = check.gaps.iter().map(|gap| gap.kind.key()).collect();
        for gap in &case.gaps {
            assert!(keys.contains(&gap.as_str()), "{name}: no {gap} in {keys:?}");
        }
        let figures = [
            (
                "hours",
                check.hours.map(|hours| hours.0.normalize().to_string()),
                &case.hours,
            ),
            ("counting", money(check.counting_pay), &case.counting),
            (
                "average",
                check.average.map(|rate| rate.0.normalize().to_string()),
                &case.average,
            ),
            ("arrears", money(check.arrears), &case.arrears),
        ];
        for (what, found, expected) in figures {
            assert!(
                expected.is_none() || found == *expected,
                "{name}: {what} {found:?}"
            );
        }
    }
}

#[test]
fn tables_stand_in_the_order_of_their_enums() {
    for (at, spec) in FIELDS.iter().enumerate() {
        assert_eq!(spec.field as usize, at, "{}", spec.name);
        assert_eq!(Field::named(spec.name), Some(spec.field), "{}", spec.name);
    }
    for (at, spec) in SCREENS.iter().enumerate() {
        assert_eq!(spec.screen as usize, at, "{}", spec.name);
        assert_eq!(Screen::named(spec.name), Some(spec.screen), "{}", spec.name);
    }
    let placed = |field| SCREENS.iter().any(|s| s.fields.contains(&field));
    let unplaced: Vec<_> = FIELDS
        .iter()
        .filter(|f| !placed(f.field))
        .map(|f| f.name)
        .collect();
    assert_eq!(unplaced, ["nation"], "asked beside the result");
}

#[test]
fn five_questions_lead_to_a_result() {
    let mut flow = Flow::new(today());
    let answers = ["21-", "monthly", "150", "", "1800"];
    for (screen, answer) in QUESTIONS.into_iter().zip(answers) {
        assert_eq!(flow.screen(), screen);
        flow.type_in(screen.spec().fields[0], answer.to_owned());
        assert_eq!(flow.go_on(), Move::Forward, "{screen:?}");
    }
    assert_eq!(flow.screen(), Screen::Result);
    assert_eq!(flow.depth(), 5);
}

#[test]
fn every_question_can_be_passed_without_knowing() {
    let mut flow = Flow::new(today());
    for screen in QUESTIONS {
        assert_eq!(flow.screen(), screen);
        assert_eq!(flow.skip(), Move::Forward, "{screen:?}");
    }
    assert_eq!(flow.screen(), Screen::Result);
    assert!(flow.outcome().is_some(), "not knowing is no mistake");
}

#[test]
fn an_empty_question_asks_for_an_answer_and_stays() {
    for screen in [Screen::Age, Screen::Paid, Screen::Hours, Screen::Pay] {
        let mut flow = flow(&format!("screen={}", screen.spec().name));
        assert_eq!(
            flow.shown_problems(),
            [],
            "nothing is wrong before somebody goes on"
        );
        assert_eq!(flow.go_on(), Move::Stay, "{screen:?}");
        assert_eq!(
            flow.shown_problems(),
            [(screen.spec().fields[0], Problem::Missing)]
        );
        assert_eq!(flow.tries(), 1);
        assert_eq!(flow.go_on(), Move::Stay);
        assert_eq!(flow.tries(), 2, "focus goes to the summary again");
    }
}

#[test]
fn what_was_typed_stays_through_an_error_and_an_i_dont_know() {
    let mut flow = flow("screen=hours");
    flow.type_in(Field::Hours, "lots".to_owned());
    assert_eq!(flow.go_on(), Move::Stay);
    assert_eq!(flow.typed(Field::Hours), "lots");
    assert_eq!(flow.skip(), Move::Forward);
    assert_eq!(flow.typed(Field::Hours), "lots");
    assert!(flow.is_unknown(Field::Hours));
    flow.arrive(0);
    assert_eq!(
        flow.go_on(),
        Move::Stay,
        "going on with it is no longer not knowing"
    );
}

#[test]
fn the_devices_back_and_forward_lose_nothing() {
    let mut flow = flow("age=21-&paid=monthly&hours=150&pay=1800");
    for _ in 0..3 {
        assert_eq!(flow.go_on(), Move::Forward);
    }
    assert_eq!(flow.screen(), Screen::Other);
    flow.arrive(1);
    assert_eq!(flow.screen(), Screen::Paid);
    flow.arrive(3);
    assert_eq!(flow.screen(), Screen::Other, "forward again");
    flow.arrive(7);
    assert_eq!(
        flow.screen(),
        Screen::Other,
        "an entry of an earlier visit shows what is here"
    );
    assert_eq!(flow.typed(Field::Hours), "150");
}

#[test]
fn a_changed_line_and_a_detail_lead_back_to_the_result() {
    for screen in QUESTIONS.into_iter().chain(DETAILS) {
        let mut flow = flow("age=21-&paid=monthly&hours=150&pay=1800&screen=result");
        flow.open(screen);
        assert_eq!(flow.go_on(), Move::Back, "{screen:?}");
        flow.arrive(0);
        assert_eq!(flow.screen(), Screen::Result);
    }
}

#[test]
fn a_change_that_spoils_another_answer_leads_there() {
    let mut flow = flow("age=21-&paid=monthly&hours=200&pay=2800&screen=result");
    flow.open(Screen::Paid);
    flow.type_in(Field::Paid, "weekly".to_owned());
    assert_eq!(flow.go_on(), Move::Forward);
    assert_eq!(
        flow.screen(),
        Screen::Hours,
        "200 hours are more than a week has"
    );
    assert_eq!(flow.shown_problems().len(), 1);
    flow.type_in(Field::Hours, "40".to_owned());
    assert_eq!(flow.go_on(), Move::Forward);
    assert_eq!(flow.screen(), Screen::Result);
}

#[test]
fn hours_too_many_together_are_told_where_they_were_added() {
    let mut flow = flow("paid=weekly&hours=100&travel=80&screen=other");
    assert_eq!(flow.go_on(), Move::Stay);
    assert_eq!(flow.shown_problems()[0].0, Field::Travel);
}

#[test]
fn starting_again_forgets_every_answer() {
    let mut flow = flow("age=21-&paid=weekly&hours=40&pay=100&nation=wales&screen=result");
    flow.restart();
    assert_eq!(flow.screen(), Screen::Age);
    for spec in FIELDS.iter().filter(|spec| spec.field != Field::From) {
        assert_eq!(flow.typed(spec.field), "", "{}", spec.name);
    }
}

#[test]
fn starting_again_leads_through_all_questions_to_a_result() {
    for start in ["", "age=21-&paid=weekly&hours=40&pay=100&screen=result"] {
        let mut flow = flow(start);
        if start.is_empty() {
            pass_every_question(&mut flow);
        }
        flow.restart();
        assert!(
            !flow.leads_back(),
            "{start}: there is nothing to go back to"
        );
        pass_every_question(&mut flow);
    }
}

fn pass_every_question(flow: &mut Flow) {
    for screen in QUESTIONS {
        assert_eq!(flow.screen(), screen);
        assert!(
            !flow.has_seen_result(),
            "{screen:?}: the button says “Continue”"
        );
        assert_eq!(flow.skip(), Move::Forward, "{screen:?}");
    }
    assert_eq!(flow.screen(), Screen::Result);
}

#[test]
fn starting_again_keeps_what_the_partner_set() {
    for (partner_s, chosen, after) in [
        ("wales", None, "wales"),
        ("wales", Some("scotland"), "wales"),
        ("moon", Some("scotland"), ""),
    ] {
        let mut flow = Flow::new(today());
        flow.choose_nation(partner_s);
        if let Some(nation) = chosen {
            flow.type_in(Field::Nation, nation.to_owned());
        }
        flow.restart();
        assert_eq!(flow.typed(Field::Nation), after, "{partner_s}, {chosen:?}");
    }
}

#[test]
fn prefilled_answers_that_cannot_be_read_are_named_and_left_out() {
    let rows = [
        ("hours=abc", Some("hours=abc"), true),
        ("colour=red", Some("colour=red"), false),
        ("screen=moon", Some("screen=moon"), true),
        ("today=yesterday", Some("today=yesterday"), true),
        ("age=old", Some("age=old"), true),
        ("hours", Some("hours"), true),
        ("hours=7%3A30", None, true),
        ("hours=45+min", None, true),
        ("hours=%zz", Some("hours=%zz"), true),
        ("?hours=5&", None, true),
        ("", None, true),
    ];
    for (start, part, known_name) in rows {
        let ignored = Flow::new(today()).prefill(start);
        let found = ignored
            .first()
            .map(|ignored| (ignored.part.as_str(), ignored.known_name));
        assert_eq!(found, part.map(|part| (part, known_name)), "{start}");
    }
}

#[test]
fn a_result_that_cannot_be_shown_starts_at_what_is_wrong() {
    let flow = flow("age=21-&paid=weekly&hours=400&pay=200&screen=result");
    assert_eq!(flow.screen(), Screen::Hours);
    assert_eq!(flow.shown_problems().len(), 1);
}

#[test]
fn until_the_rules_are_there_only_what_cannot_be_read_is_refused() {
    let mut flow = flow("age=21-&paid=weekly&hours=400&pay=200");
    flow.wait_for_rules();
    flow.type_in(Field::Hours, "many".to_owned());
    flow.open(Screen::Hours);
    assert_eq!(flow.go_on(), Move::Stay, "not a number");
    flow.type_in(Field::Hours, "400".to_owned());
    assert_eq!(flow.go_on(), Move::Forward, "more than a week has");
    flow.open(Screen::Pay);
    assert_eq!(flow.go_on(), Move::Forward);
    assert_eq!(flow.screen(), Screen::Result);
    assert!(!flow.is_whole());
    // The question takes the place of the result, and the answer stands in its box.
    let (depth, tries) = (flow.depth(), flow.tries());
    flow.take_rules();
    assert_eq!(flow.screen(), Screen::Hours);
    assert_eq!((flow.depth(), flow.tries()), (depth, tries + 1));
    assert!(!flow.has_seen_result());
    assert_eq!(flow.shown_problems().len(), 1);
    assert_eq!(flow.typed(Field::Hours), "400");
}

#[test]
fn a_link_that_starts_at_a_result_pulls_nobody_to_what_is_wrong() {
    let start = "age=21-&paid=weekly&hours=400&pay=200&screen=result";
    let mut late = Flow::new(today());
    late.wait_for_rules();
    late.prefill(start);
    assert_eq!(late.screen(), Screen::Result);
    late.take_rules();
    let whole = flow(start);
    for flow in [late, whole] {
        assert_eq!(flow.screen(), Screen::Hours);
        assert_eq!((flow.depth(), flow.tries()), (0, 0));
        assert_eq!(flow.shown_problems().len(), 1);
    }
}

#[test]
fn rules_that_come_in_the_middle_move_nobody() {
    for screen in [Screen::Age, Screen::Hours, Screen::Pay] {
        let mut flow = flow("age=21-&paid=weekly&hours=400&pay=200");
        flow.wait_for_rules();
        flow.open(screen);
        flow.take_rules();
        assert_eq!((flow.screen(), flow.tries()), (screen, 0));
        assert!(flow.shown_problems().is_empty(), "nobody has pressed");
    }
}

#[test]
fn a_result_that_the_rules_allow_stays() {
    let mut flow = flow("age=21-&paid=weekly&hours=40&pay=200");
    flow.wait_for_rules();
    flow.open(Screen::Result);
    flow.take_rules();
    assert_eq!(flow.screen(), Screen::Result);
    assert!(flow.outcome().is_some());
}
