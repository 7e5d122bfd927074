//! What the hub writes is what the widget reads, and what the widget sends is what the hub reads.

mod common;

use std::path::Path;

use common::{Desk, answer, campaign, document, north_branch, organisers};
use swansfeet_api::demands::{Signable, Signing};
use swansfeet_demands::seal::{Binding, Reader, open};
use swansfeet_demands::signature::{PartnerCopy, PublicName, Signature};
use swansfeet_demands::{Campaign, DemandsHash};
use swansfeet_embed::Json;
use swansfeet_widget_demands::flow::{Field, Flow, Move, Terms};
use swansfeet_widget_demands::{sealing, wire};

#[test]
fn a_campaign_comes_back_word_for_word() {
    let sent = campaign();
    let read = wire::campaign(&Json::parse(&document(&sent, Signable::Open))).expect("it is read");
    assert_eq!(read.campaign, sent);
    assert_eq!(DemandsHash::of(&read.campaign), DemandsHash::of(&sent));
    assert_eq!(read.count, 1234);
    assert!(read.mail);
}

#[test]
fn the_gallery_shows_the_built_in_campaign() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("gallery/demands.json");
    let wanted = document(&campaign(), Signable::Open) + "\n";
    if std::env::var_os("UPDATE_GALLERY").is_some() {
        std::fs::write(&file, &wanted).expect("the file can be written");
    }
    let found = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(found == wanted, "run this test with UPDATE_GALLERY=1");
}

#[test]
fn half_a_campaign_is_none() {
    let whole = document(&campaign(), Signable::Open);
    let json: serde_json::Value = serde_json::from_str(&whole).expect("it is JSON");
    let pieces = [
        "/slug",
        "/languages",
        "/name",
        "/introduction",
        "/demands",
        "/demands/0/why",
        "/categories",
        "/consent",
        "/consent/statement",
        "/consent/withdrawal",
        "/consent/version",
        "/consent/partners/0/key",
        "/consent/partners/0/fields/0",
        "/steps",
        "/letters",
        "/keys",
        "/signing",
    ];
    for place in pieces {
        let mut broken = json.clone();
        *broken.pointer_mut(place).expect(place) = serde_json::json!(true);
        let read = wire::campaign(&Json::parse(&broken.to_string()));
        assert!(read.is_none(), "{place}");
    }
    let mut run = json.clone();
    run["consent"]["partners"][0]["website"] = "javascript:alert(1)".into();
    assert!(wire::campaign(&Json::parse(&run.to_string())).is_none());
    let mut no_key = json;
    no_key["keys"][0]["key"] = "swk1-tampered".into();
    let read = wire::campaign(&Json::parse(&no_key.to_string())).expect("it can be shown");
    assert_eq!(read.campaign.keys, [], "but not signed");
}

fn filled(by_code: bool) -> Flow {
    let mut flow = Flow::new(Terms {
        partner: Some("south-branch".to_owned()),
        pins: None,
        goal: None,
    });
    flow.loaded(&answer(200, &document(&campaign(), Signable::Open)), false);
    for (field, text) in [
        (Field::Category, "home-care-worker"),
        (Field::Name, "  Zoë  O’Neill "),
        (Field::Email, "Zoe.ONeill@example.org"),
        (Field::Code, "0410-6hb7-hy5b-wn31"),
        (Field::Postcode, "ls6 2ab"),
        (Field::Public, "first"),
        (Field::Union, "A union"),
        (Field::Workplace, "care home"),
        (Field::Comment, "Enough.\r\nReally."),
    ] {
        flow.type_in(field, text.to_owned());
    }
    flow.tick(Field::Priorities, "safety");
    flow.tick(Field::Priorities, "pay");
    flow.tick(Field::Agree, "yes");
    flow.tick(Field::Purposes, "nearby");
    flow.tick(Field::Partners, "north-branch");
    if by_code {
        flow.type_in(Field::Code, code());
        flow.swap_code();
    }
    flow.shown(1_780_000_000_000.0);
    flow
}

fn code() -> String {
    swansfeet_demands::code::Code::from_bytes([1, 2, 3, 4, 5, 6, 7]).to_string()
}

fn sent(flow: &Flow) -> (String, Signing) {
    let desk = Desk::with(answer(0, ""));
    let checked = flow.check().expect("all of it is right");
    let request = sealing::request(flow, checked, &desk, "cy").expect("it is sealed");
    let signing = Signing::from_json(&request).expect("the hub reads it");
    (request, signing)
}

fn binding<'a>(campaign: &'a Campaign, reader: Reader<'a>) -> Binding<'a> {
    Binding {
        campaign: campaign.slug.as_str(),
        demands: DemandsHash::of(campaign),
        consent: 1,
        epoch: 1,
        partner: Some("south-branch"),
        reader,
    }
}

#[test]
fn what_is_sent_opens_to_what_was_typed() {
    let campaign = campaign();
    let (_, signing) = sent(&filled(false));
    let opened = open(
        &organisers(),
        &binding(&campaign, Reader::Organisers),
        &signing.record.0,
    );
    let signature = Signature::from_bytes(&opened.expect("it opens")).expect("a signature");
    assert_eq!(signature.name, "Zoë O’Neill");
    assert_eq!(signature.email.as_deref(), Some("Zoe.ONeill@example.org"));
    assert_eq!(signature.areas.area, "LS");
    assert_eq!(signature.union.as_deref(), Some("A union"));
    assert_eq!(signature.comment.as_deref(), Some("Enough.\nReally."));
    assert_eq!(signature.public, PublicName::FirstAndRole);
    let priorities: Vec<_> = signature.priorities.iter().map(|id| id.as_str()).collect();
    assert_eq!(priorities, ["pay", "safety"], "in the campaign's order");
    assert_eq!(signature.consent.language.as_str(), "cy");
    assert_eq!(signature.consent.at.0, 1_780_000_041);
    assert_eq!(signature.consent.wording, campaign.consent.wording_hash());
    assert_eq!(signature.consent.purposes.len(), 1);
    assert_eq!(signature.consent.partners.len(), 1);

    let copy = &signing.copies[0];
    let reader = Reader::Partner("north-branch");
    let opened = open(&north_branch(), &binding(&campaign, reader), &copy.record.0);
    let copy = PartnerCopy::from_bytes(&opened.expect("it opens")).expect("a copy");
    assert_eq!(copy.name.as_deref(), Some("Zoë O’Neill"));
    assert_eq!(copy.union, None, "only what the campaign says");
}

#[test]
fn beside_the_record_is_only_what_the_hub_must_know() {
    let (request, signing) = sent(&filled(false));
    for hidden in [
        "Zo",
        "Neill ",
        "ls6",
        "LS6",
        "2AB",
        "2ab",
        "union",
        "care home",
        "Enough",
        "first",
    ] {
        let outside = request.replace("Zoe.ONeill@example.org", "");
        assert!(!outside.contains(hidden), "“{hidden}” in {outside}");
    }
    assert_eq!(signing.areas.area.0, "LS");
    assert_eq!(signing.category.0, "home-care-worker");
    assert_eq!(signing.seconds.0, 41);
    assert_eq!(signing.language.0, "cy");
    assert_eq!(signing.partner.expect("credit").0, "south-branch");
    assert!(signing.email.is_some() && signing.name_tag.is_some() && signing.code.is_none());

    let (request, signing) = sent(&filled(true));
    assert!(!request.contains("example.org"), "{request}");
    assert_eq!(signing.code.expect("a code").0.as_str(), code());
    assert!(signing.email.is_none() && signing.name_tag.is_none());
}

#[test]
fn the_answer_to_a_puzzle_goes_along() {
    let (request, _) = sent(&filled(false));
    let proof = r#"{"challenge":"aa","salt":"bb","number":9,"signature":"cc"}"#;
    let signing = Signing::from_json(&sealing::with_proof(&request, proof)).expect("it is read");
    assert_eq!(signing.proof.expect("a proof").number.0, 9);
}

#[test]
fn without_random_bytes_nothing_is_sealed() {
    let flow = filled(false);
    let mut desk = Desk::with(answer(0, ""));
    desk.has_random = false;
    let checked = flow.check().expect("all of it is right");
    assert!(sealing::request(&flow, checked, &desk, "en").is_err());
    assert_eq!(
        filled(false).go_on(),
        Move::Forward,
        "the form itself is fine"
    );
}
