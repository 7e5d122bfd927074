//! The way through: nobody goes on without an answer, nothing is lost by going back, all is gone when
//! it is to be forgotten.

mod common;

use common::{document, draft, reply};
use serde_json::json;
use swansfeet_embed::net::Reply;
use swansfeet_wellbeing::card::Setting;
use swansfeet_wellbeing::{Nation, Place};
use swansfeet_widget_wellbeing::flow::{Answer, Failure, Flow, Screen, Sending};

fn answered(answers: &[Answer]) -> Flow {
    let mut flow = Flow::default();
    flow.go_on();
    for answer in answers {
        flow.choose(*answer);
        flow.go_on();
    }
    flow
}

const FOUR: [Answer; 4] = [
    Answer::Given(7),
    Answer::Given(10),
    Answer::NotSaid,
    Answer::Given(6),
];

#[test]
fn four_questions_lead_to_what_they_suggest() {
    let flow = answered(&FOUR);
    assert_eq!(flow.screen(), Screen::Result);
    assert_eq!(flow.cells(), [2, 3, 4, 3]);
    assert!(flow.is_answered());
}

#[test]
fn nobody_goes_on_without_an_answer() {
    let mut flow = answered(&FOUR[..1]);
    assert!(!flow.go_on());
    assert!(flow.is_lacking);
    assert_eq!(flow.screen(), Screen::Question(1));
    flow.choose(Answer::NotSaid);
    assert!(!flow.is_lacking);
    assert!(flow.go_on());
}

#[test]
fn what_is_no_answer_to_the_question_changes_nothing() {
    let mut flow = answered(&FOUR[..1]);
    flow.choose(Answer::Given(11));
    assert_eq!(flow.answer(1), None);
    let mut flow = Flow::default();
    flow.choose(Answer::Given(3));
    assert!(flow.answer(0).is_none());
}

#[test]
fn going_back_loses_nothing() {
    let mut flow = answered(&FOUR);
    for screen in [
        Screen::Question(3),
        Screen::Question(2),
        Screen::Question(1),
    ] {
        flow.back();
        assert_eq!(flow.screen(), screen);
    }
    assert_eq!(flow.answer(1), Some(Answer::Given(10)));
    flow.choose(Answer::Given(0));
    while flow.screen() != Screen::Result {
        assert!(flow.go_on());
    }
    assert_eq!(flow.cells(), [2, 0, 4, 3]);
    for _ in 0..9 {
        flow.back();
    }
    assert_eq!(flow.screen(), Screen::Start);
    assert!(!flow.has_way_back());
}

#[test]
fn what_was_not_answered_counts_as_not_said() {
    assert_eq!(answered(&FOUR[..2]).cells(), [2, 3, 4, 4]);
}

#[test]
fn the_questions_are_the_document_s_and_stay_once_begun() {
    let work = reply(200, &document(&draft(Setting::OneHub, "work")));
    let mut flow = Flow::default();
    flow.loaded(&work, false);
    flow.go_on();
    assert_eq!(flow.pack().id, "work");
    let mut flow = answered(&FOUR[..1]);
    flow.loaded(&work, false);
    assert_eq!(flow.pack().id, "ons4");
    assert_eq!(flow.answer(0), Some(Answer::Given(7)));
    flow.back();
    flow.back();
    flow.go_on();
    assert_eq!(flow.pack().id, "ons4");
}

#[test]
fn support_stands_apart_from_answers() {
    let mut flow = answered(&FOUR);
    flow.nation = Nation::Wales;
    flow.back();
    flow.choose(Answer::Given(0));
    flow.go_on();
    assert_eq!(flow.nation, Nation::Wales);
}

#[test]
fn to_forget_is_to_forget_everything_but_what_the_hub_said() {
    let mut flow = answered(&FOUR);
    flow.loaded(
        &reply(200, &document(&draft(Setting::OneHub, "ons4"))),
        false,
    );
    (flow.nation, flow.place) = (Nation::Scotland, Some(Place::Scotland));
    flow.sending = Sending::Done;
    flow.shown = (1, 1);
    flow.forget();
    assert_eq!(flow.screen(), Screen::Start);
    assert_eq!(flow.cells(), [4; 4]);
    assert!((0..4).all(|at| flow.answer(at).is_none()));
    assert_eq!(
        (flow.nation, flow.place, flow.shown),
        (Nation::England, None, (0, 0))
    );
    assert_eq!(flow.sending, Sending::Idle);
    assert!(flow.document().is_some());
}

#[test]
fn every_answer_of_the_hub_has_its_meaning() {
    let rows = [
        (204, false, Sending::Done),
        (409, false, Sending::Failed(Failure::WeekOver)),
        (429, false, Sending::Failed(Failure::Busy)),
        (503, false, Sending::Failed(Failure::Busy)),
        (400, false, Sending::Failed(Failure::Refused)),
        (413, false, Sending::Failed(Failure::Refused)),
        (500, false, Sending::Failed(Failure::Unreachable)),
        (0, false, Sending::Failed(Failure::Unreachable)),
        (0, true, Sending::Failed(Failure::Offline)),
        (200, false, Sending::Failed(Failure::Unreachable)),
    ];
    for (status, is_offline, sending) in rows {
        let mut flow = answered(&FOUR);
        flow.sending = Sending::Going;
        let takes_anew = flow.answered(&reply(status, &json!({})), is_offline);
        assert_eq!(flow.sending, sending, "{status}");
        assert_eq!(takes_anew, status == 409, "{status}");
    }
}

#[test]
fn an_answer_that_comes_after_all_was_forgotten_says_nothing() {
    let mut flow = answered(&FOUR);
    flow.sending = Sending::Going;
    flow.forget();
    assert!(!flow.answered(&Reply::none(), false));
    assert_eq!(flow.sending, Sending::Idle);
}

#[test]
fn a_document_that_is_there_stays_when_a_second_does_not_come() {
    let mut flow = Flow::default();
    flow.loaded(
        &reply(200, &document(&draft(Setting::OneHub, "ons4"))),
        false,
    );
    flow.loaded(&Reply::none(), false);
    assert!(flow.document().is_some());
}
