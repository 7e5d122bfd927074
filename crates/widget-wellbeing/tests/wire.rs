//! What a hub hands out is what is read, and what is sent is what a hub takes.

mod common;

use std::path::Path;

use common::{Desk, base64, between, card, document, draft, empty, forged, reply, signed};
use serde_json::{Value, json};
use swansfeet_embed::Json;
use swansfeet_wellbeing::card::{CardError, Setting};
use swansfeet_wellbeing::check_in::{BYTES, CheckIn};
use swansfeet_wellbeing::{Card, Place};
use swansfeet_widget_wellbeing::flow::{Bar, Failure, Flow};
use swansfeet_widget_wellbeing::{sharing, wire};

fn read(document: &Value) -> Option<wire::Document> {
    wire::document(&Json::parse(&document.to_string()))
}

fn refused() -> Value {
    let mut draft = draft(Setting::OneHub, "ons4");
    draft.minimum = 8;
    document(&draft)
}

#[test]
fn the_gallery_shows_what_a_hub_hands_out() {
    let mut work = document(&draft(Setting::OneHub, "work"));
    work["pictures"] = json!([]);
    let files = [
        ("wellbeing", document(&draft(Setting::OneHub, "ons4"))),
        (
            "wellbeing-steward",
            document(&draft(Setting::Steward, "ons4")),
        ),
        (
            "wellbeing-two-hubs",
            document(&draft(Setting::TwoHubs, "ons4")),
        ),
        ("wellbeing-work", work),
        ("wellbeing-empty", empty()),
        ("wellbeing-between", between()),
        ("wellbeing-forged", forged()),
        ("wellbeing-refused", refused()),
    ];
    for (name, document) in files {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("gallery");
        let file = folder.join(name).with_extension("json");
        let wanted = serde_json::to_string_pretty(&document).expect("it is JSON") + "\n";
        if std::env::var_os("UPDATE_GALLERY").is_some() {
            std::fs::write(&file, &wanted).expect("the file can be written");
        }
        let found = std::fs::read_to_string(&file).unwrap_or_default();
        assert!(
            found == wanted,
            "{name}: run this test with UPDATE_GALLERY=1"
        );
    }
}

#[test]
fn a_document_comes_back() {
    let found = read(&document(&draft(Setting::TwoHubs, "ons4"))).expect("it is read");
    assert_eq!(found.card, Some(Ok(card(Setting::TwoHubs))));
    assert_eq!(found.setting, Some(Setting::TwoHubs));
    assert_eq!(found.holders, ["Fifteen", "North Branch"]);
    assert_eq!(found.minimum, 20);
    assert_eq!(found.pictures.len(), 3);
    let picture = &found.pictures[1].picture;
    assert_eq!(picture.place, Place::Scotland);
    assert_eq!(picture.percent[0][2], 37);
}

#[test]
fn half_a_document_is_none_and_half_a_picture_is_none() {
    let whole = document(&draft(Setting::OneHub, "ons4"));
    for field in ["/campaign", "/minimum", "/pictures"] {
        let mut broken = whole.clone();
        *broken.pointer_mut(field).expect(field) = json!(true);
        assert_eq!(read(&broken), None, "{field}");
    }
    let pieces = [
        "/pictures/0/place",
        "/pictures/0/week",
        "/pictures/0/weeks",
        "/pictures/0/people",
        "/pictures/0/questions",
        "/pictures/0/questions/0/id",
        "/pictures/0/questions/0/cells",
        "/pictures/0/questions/0/cells/0/percent",
    ];
    for piece in pieces {
        let mut broken = whole.clone();
        *broken.pointer_mut(piece).expect(piece) = json!(true);
        assert_eq!(
            read(&broken).expect("the rest").pictures.len(),
            2,
            "{piece}"
        );
    }
}

/// Whether each picture is its hub's own.
fn are_signed(document: &Value) -> Vec<Option<bool>> {
    let found = read(document).expect("it is read");
    let all = found.pictures.iter().map(|one| found.is_signed(one));
    all.collect()
}

#[test]
fn a_picture_is_its_hub_s_own_only_as_it_was_signed() {
    let whole = document(&draft(Setting::Steward, "ons4"));
    assert_eq!(are_signed(&whole), [Some(true); 3]);
    let other = whole["pictures"][1]["signature"].clone();
    let changes = [
        ("signature", json!(null)),
        ("signature", json!("")),
        ("signature", json!("not base 64!")),
        ("signature", other),
        ("place", json!("wales")),
        ("week", json!("2026-W46")),
        ("weeks", json!(2)),
        ("people", json!(50)),
        ("questions/0/cells/0/percent", json!(20)),
        ("questions/3/cells/4/percent", json!(95)),
    ];
    for (field, value) in changes {
        let mut changed = whole.clone();
        let place = format!("/pictures/0/{field}");
        *changed.pointer_mut(&place).expect(field) = value;
        let found = are_signed(&changed);
        assert_eq!(found, [Some(false), Some(true), Some(true)], "{field}");
    }
    let mut elsewhere = whole.clone();
    elsewhere["campaign"] = json!("others");
    assert_eq!(are_signed(&elsewhere), [Some(false); 3]);
    // The second holder's word is not the hub's.
    let mut swapped = draft(Setting::Steward, "ons4");
    swapped.holders.swap(0, 1);
    let mut by_another = whole.clone();
    by_another["card"] = json!(base64(&common::signed_by(&swapped, [1, 0])));
    assert_eq!(are_signed(&by_another), [Some(false); 3]);
}

#[test]
fn without_a_card_nobody_can_say_whose_a_picture_is() {
    assert_eq!(are_signed(&between()), [None; 3]);
    assert_eq!(are_signed(&refused()), [None; 3]);
}

#[test]
fn what_a_picture_says_beside_what_is_signed_is_not_read() {
    let mut document = document(&draft(Setting::OneHub, "ons4"));
    let whole = read(&document).expect("it is read");
    for (field, value) in [
        ("from", json!("2020-01-06")),
        ("to", json!("2020-01-12")),
        ("rounding", json!(1)),
    ] {
        document["pictures"][0][field] = value;
    }
    document["pictures"][0]["questions"][0]["cells"][0]["id"] = json!("very-high");
    assert_eq!(read(&document), Some(whole));
}

#[test]
fn a_card_that_is_not_right_is_refused_and_the_rest_is_read() {
    let good = signed(&draft(Setting::OneHub, "ons4"));
    let changed = |at: usize| {
        let mut bytes = good.clone();
        let at = if at == 0 { bytes.len() - 1 } else { at };
        bytes[at] ^= 1;
        base64(&bytes)
    };
    let rows = [
        (json!("not base 64!"), CardError::Layout),
        (json!(""), CardError::Layout),
        (json!(base64(&good[..200])), CardError::Layout),
        (json!(changed(0)), CardError::Unsigned(1)),
        (refused()["card"].clone(), CardError::TooFew(8)),
    ];
    for (card, error) in rows {
        let mut document = document(&draft(Setting::OneHub, "ons4"));
        document["card"] = card;
        let found = read(&document).expect("the rest is read");
        assert_eq!(found.card, Some(Err(error)));
        assert_eq!(found.pictures.len(), 3);
    }
    assert_eq!(read(&empty()).expect("it is read").card, None);
}

#[test]
fn a_card_of_another_campaign_or_of_other_questions_seals_nothing() {
    let mut flow = Flow::default();
    assert_eq!(flow.card(), Err(Bar::Waiting));
    flow.loaded(&reply(404, &json!({})), false);
    assert_eq!(flow.card(), Err(Bar::NoDocument(Failure::NoCampaign)));
    let mut other = document(&draft(Setting::OneHub, "ons4"));
    other["campaign"] = json!("others");
    flow.loaded(&reply(200, &other), false);
    assert_eq!(flow.card(), Err(Bar::OtherCampaign));
    flow.loaded(
        &reply(200, &document(&draft(Setting::OneHub, "work"))),
        false,
    );
    assert_eq!(flow.card(), Err(Bar::OtherQuestions));
    flow.loaded(&reply(200, &empty()), false);
    assert_eq!(flow.card(), Err(Bar::NoWeek));
    flow.loaded(
        &reply(200, &document(&draft(Setting::OneHub, "ons4"))),
        false,
    );
    assert_eq!(flow.card(), Ok(&card(Setting::OneHub)));
}

/// The bytes in a request, read by other means than they were written.
fn bytes(request: &str) -> Vec<u8> {
    let json: Value = serde_json::from_str(request).expect("it is JSON");
    let text = json["wellbeing"].as_str().expect("a text");
    assert_eq!(text.len(), 4_080);
    let letter = |letter: u8| match letter {
        b'A'..=b'Z' => letter - b'A',
        b'a'..=b'z' => letter - b'a' + 26,
        b'0'..=b'9' => letter - b'0' + 52,
        b'+' => 62,
        _ => 63,
    };
    let sixes: Vec<u32> = text.bytes().map(|b| u32::from(letter(b))).collect();
    let three = |four: &[u32]| {
        let bits = four.iter().fold(0, |bits, six| bits << 6 | six);
        bits.to_be_bytes()[1..].to_vec()
    };
    sixes.chunks(4).flat_map(three).collect()
}

#[test]
fn all_check_ins_are_as_long_whatever_was_answered_and_a_hub_can_read_them() {
    let desk = Desk::quiet(3);
    for setting in Setting::ALL {
        let card: Card = card(setting);
        for cells in [[0, 0, 0, 0], [4, 4, 4, 4], [1, 2, 3, 0]] {
            let request = sharing::request(&card, Place::Wales, &cells, &desk).expect("sealed");
            assert_eq!(request.len(), 4_096);
            let bytes = bytes(&request);
            assert_eq!(bytes.len(), BYTES);
            let read = CheckIn::read(&bytes, &card).expect("it looks right");
            assert_eq!(read.place, Place::Wales);
        }
    }
}

#[test]
fn without_random_bytes_nothing_is_sealed() {
    let mut desk = Desk::quiet(3);
    desk.has_random = false;
    let sealed = sharing::request(&card(Setting::OneHub), Place::Wales, &[0; 4], &desk);
    assert_eq!(sealed, Err(Failure::NoRandom));
    let wrong = sharing::request(
        &card(Setting::OneHub),
        Place::Wales,
        &[0; 3],
        &Desk::quiet(3),
    );
    assert_eq!(wrong, Err(Failure::Refused));
}
