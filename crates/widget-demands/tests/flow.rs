//! The way through the signer: what stands against signing, what the hub answers, what is kept.

mod common;

use common::{answer, campaign, document, organisers};
use swansfeet_api::demands::Signable;
use swansfeet_demands::seal::{Pins, SecretKey};
use swansfeet_demands::text::{Language, Text};
use swansfeet_widget_demands::flow::answers::Next;
use swansfeet_widget_demands::flow::{
    Bar, Failure, Field, Flow, Load, Move, Problem, Screen, Sending, Terms,
};
use swansfeet_widget_demands::msg;

fn flow() -> Flow {
    pinned(None)
}

fn pinned(key: Option<&str>) -> Flow {
    let mut flow = Flow::new(Terms {
        partner: None,
        pins: key.map(Pins::read),
        goal: None,
    });
    flow.loaded(&answer(200, &document(&campaign(), Signable::Open)), false);
    flow
}

fn ready() -> Flow {
    let mut flow = flow();
    for (field, text) in [
        (Field::Category, "ally"),
        (Field::Name, "Ana"),
        (Field::Email, "ana@example.org"),
        (Field::Postcode, "LS1 4DY"),
        (Field::Agree, "yes"),
    ] {
        flow.type_in(field, text.to_owned());
    }
    for _ in 0..3 {
        assert_eq!(flow.go_on(), Move::Forward);
    }
    assert_eq!(flow.screen(), Screen::Agree);
    flow
}

#[test]
fn four_presses_lead_to_a_signature() {
    let mut flow = ready();
    assert_eq!(flow.go_on(), Move::Send);
    flow.sending = Sending::Going;
    assert_eq!(flow.go_on(), Move::Stay, "once is enough");
    let next = flow.answered(&answer(202, r#"{"accepted":true,"mail":true}"#), false);
    assert_eq!(next, Next::Forward);
    assert_eq!(flow.screen(), Screen::Thanks);
    let thanks = flow.thanks.clone().expect("thanks");
    assert_eq!(thanks.email.as_deref(), Some("ana@example.org"));
    flow.arrive(2);
    assert_eq!(
        flow.screen(),
        Screen::Demands,
        "nobody signs twice by going back"
    );
    assert_eq!(flow.go_on(), Move::Forward);
    assert_eq!(flow.screen(), Screen::Thanks);
}

#[test]
fn only_the_pinned_key_may_seal() {
    let right = organisers().public().fingerprint().to_string();
    let other = SecretKey::from_bytes(&[8; 32])
        .public()
        .fingerprint()
        .to_string();
    let rows = [
        (None, None),
        (Some(right.clone()), None),
        (Some(format!("{other}, {right}")), None),
        (Some(other), Some(Bar::OtherKey)),
        (Some("sw1-nonsense".to_owned()), Some(Bar::BadPins)),
        (Some(format!("{right},")), Some(Bar::BadPins)),
        (Some(String::new()), Some(Bar::BadPins)),
    ];
    for (key, bar) in rows {
        let mut flow = pinned(key.as_deref());
        assert_eq!(flow.bar(), bar, "{key:?}");
        let wanted = if bar.is_none() {
            Move::Forward
        } else {
            Move::Stay
        };
        assert_eq!(flow.go_on(), wanted, "{key:?}");
    }
}

#[test]
fn a_key_that_changes_under_a_pin_stops_the_signature() {
    let right = organisers().public().fingerprint().to_string();
    let mut flow = pinned(Some(&right));
    for (field, text) in [
        (Field::Category, "ally"),
        (Field::Name, "Ana"),
        (Field::Email, "ana@example.org"),
        (Field::Postcode, "LS1 4DY"),
    ] {
        flow.type_in(field, text.to_owned());
    }
    for _ in 0..3 {
        flow.go_on();
    }
    let mut other = campaign();
    other.keys[0].key = SecretKey::from_bytes(&[8; 32]).public();
    flow.sending = Sending::Going;
    let next = flow.answered(&answer(409, r#"{"error":{"code":"changed"}}"#), false);
    assert_eq!(next, Next::Reload);
    flow.loaded(&answer(200, &document(&other, Signable::Open)), false);
    assert_eq!(flow.screen(), Screen::Demands);
    assert_eq!(flow.bar(), Some(Bar::OtherKey));
    assert_eq!(flow.go_on(), Move::Stay);
    assert_eq!(flow.typed(Field::Name), "Ana", "nothing is lost");
}

#[test]
fn a_campaign_that_changed_is_shown_and_agreed_to_anew() {
    let mut flow = ready();
    flow.tick(Field::Purposes, "news");
    let mut other = campaign();
    let english = Language::new("en").expect("a tag");
    other.demands[1].text = Text::new([(english, "Something else.".to_owned())]);
    other.demands.pop();
    other.consent.version = 2;
    flow.loaded(&answer(200, &document(&other, Signable::Open)), false);
    let changes = flow.changes.clone().expect("changes");
    assert_eq!(changes.demands, [1]);
    assert!(changes.is_shorter && changes.consent);
    assert_eq!(flow.screen(), Screen::Demands);
    assert_eq!(flow.typed(Field::Agree), "");
    assert_eq!(flow.typed(Field::Purposes), "");
    assert_eq!(flow.typed(Field::Email), "ana@example.org");
}

#[test]
fn every_answer_is_understood_and_nothing_is_lost() {
    let error = |code: &str| format!(r#"{{"error":{{"code":"{code}","message":"x"}}}}"#);
    let failed = |failure| (Next::Show, Sending::Failed(failure));
    let rows = [
        (0, String::new(), failed(Failure::Unreachable)),
        (429, error("too-many"), failed(Failure::TooMany)),
        (413, error("too-large"), failed(Failure::TooLarge)),
        (500, error("internal"), failed(Failure::Broken)),
        (503, error("not-ready"), failed(Failure::Broken)),
        (502, "<html>".to_owned(), failed(Failure::Broken)),
        (202, "{}".to_owned(), failed(Failure::Broken)),
        (200, "7".to_owned(), failed(Failure::Broken)),
        (422, error("bad-record"), failed(Failure::NotTaken)),
        (422, error("bad-field"), failed(Failure::NotTaken)),
        (404, error("no-such-campaign"), failed(Failure::NoCampaign)),
        (428, error("puzzle"), (Next::Solve, Sending::Solving)),
        (409, error("changed"), (Next::Reload, Sending::Going)),
        (403, error("closed"), (Next::Reload, Sending::Going)),
        (403, error("not-yet"), (Next::Reload, Sending::Going)),
    ];
    for (status, body, (next, sending)) in rows {
        let mut flow = ready();
        flow.sending = Sending::Going;
        assert_eq!(
            flow.answered(&answer(status, &body), false),
            next,
            "{status} {body}"
        );
        assert_eq!(flow.sending, sending, "{status} {body}");
        assert_eq!(flow.typed(Field::Email), "ana@example.org");
        assert_eq!(flow.screen(), Screen::Agree);
    }
    let mut flow = ready();
    let puzzle = answer(428, &error("puzzle"));
    for _ in 0..3 {
        assert_eq!(flow.answered(&puzzle, false), Next::Solve);
    }
    flow.answered(&puzzle, false);
    assert_eq!(
        flow.sending,
        Sending::Failed(Failure::TooMany),
        "not for ever"
    );
    assert_eq!(
        flow.answered(&puzzle, false),
        Next::Solve,
        "and tried again"
    );
    let mut flow = ready();
    flow.answered(&answer(0, ""), true);
    assert_eq!(flow.sending, Sending::Failed(Failure::Offline));
    assert_eq!(flow.go_on(), Move::Send, "and can be tried again");
}

#[test]
fn what_the_hub_says_of_a_field_stands_at_the_field_until_it_is_mended() {
    let rows = [
        (422, "bad-email", false, Field::Email, "error-email-refused"),
        (422, "bad-code", true, Field::Code, "error-code-unknown"),
        (409, "used-code", true, Field::Code, "error-code-used"),
    ];
    for (status, code, by_code, field, key) in rows {
        let mut flow = ready();
        if by_code {
            let code = swansfeet_demands::code::Code::from_bytes([3; 7]);
            flow.type_in(Field::Code, code.to_string());
            flow.swap_code();
        }
        let body = format!(r#"{{"error":{{"code":"{code}","field":"x"}}}}"#);
        assert_eq!(flow.answered(&answer(status, &body), false), Next::Forward);
        assert_eq!(flow.screen(), Screen::About);
        let message = msg::keyed(key).expect("a sentence");
        assert_eq!(flow.shown_problems(), [(field, Problem::Refused(message))]);
        assert_eq!(flow.go_on(), Move::Stay);
        flow.type_in(field, flow.typed(field).to_owned());
        assert_eq!(flow.go_on(), Move::Forward);
    }
}

#[test]
fn an_empty_form_asks_for_each_answer_and_stays() {
    let mut flow = flow();
    flow.go_on();
    assert_eq!(flow.shown_problems(), []);
    assert_eq!(flow.go_on(), Move::Stay);
    let fields = |flow: &Flow| -> Vec<Field> {
        flow.shown_problems()
            .into_iter()
            .map(|(field, _)| field)
            .collect()
    };
    assert_eq!(
        fields(&flow),
        [Field::Category, Field::Name, Field::Email, Field::Postcode]
    );
    flow.swap_code();
    assert_eq!(flow.go_on(), Move::Stay);
    assert_eq!(
        fields(&flow),
        [Field::Category, Field::Name, Field::Code, Field::Postcode]
    );
    assert_eq!(flow.tries(), 2);
}

#[test]
fn more_than_three_demands_cannot_matter_most() {
    let mut flow = ready();
    flow.arrive(2);
    for id in ["pay", "safety", "unions", "sick-pay"] {
        flow.tick(Field::Priorities, id);
    }
    assert_eq!(flow.go_on(), Move::Stay);
    flow.tick(Field::Priorities, "pay");
    assert_eq!(
        flow.ticked(Field::Priorities).collect::<Vec<_>>(),
        ["safety", "unions", "sick-pay"]
    );
    assert_eq!(flow.go_on(), Move::Forward);
}

#[test]
fn what_does_not_come_is_said() {
    let rows = [
        (answer(0, ""), false, Failure::Unreachable),
        (answer(0, ""), true, Failure::Offline),
        (
            answer(404, r#"{"error":{"code":"no-such-campaign"}}"#),
            false,
            Failure::NoCampaign,
        ),
        (answer(200, r#"{"slug":"fifteen"}"#), false, Failure::Broken),
        (answer(503, ""), false, Failure::Broken),
    ];
    for (reply, is_offline, failure) in rows {
        let mut flow = Flow::new(Terms::default());
        flow.loaded(&reply, is_offline);
        assert_eq!(flow.load, Load::Failed(failure));
    }
}

#[test]
fn a_count_that_does_not_come_changes_nothing() {
    let mut flow = flow();
    assert!(flow.counted(&answer(200, r#"{"count":1300,"goal":15000}"#)));
    assert!(!flow.counted(&answer(200, r#"{"count":1300}"#)));
    assert!(!flow.counted(&answer(0, "")));
    assert!(!flow.counted(&answer(500, r#"{"count":1}"#)));
    assert_eq!(flow.campaign().expect("it is there").count, 1300);
}
