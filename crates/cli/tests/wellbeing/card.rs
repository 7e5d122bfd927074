//! `swansfeet wellbeing card`: a card of a hub or a file, and both signatures.

use std::fs;

use swansfeet_wellbeing::Week;
use swansfeet_wellbeing::identity::Identity;

use crate::first::CAMPAIGN;
use crate::hub::{Hub, as_folder, random, today};
use crate::support::{self, json, text};

fn card(arguments: &[&str]) -> std::process::Output {
    let mut command = support::swansfeet();
    command.args(["wellbeing", "card"]).args(arguments);
    support::run(command, b"")
}

fn refused(arguments: &[&str], wanted: &str) {
    let output = card(arguments);
    assert_eq!(output.status.code(), Some(1));
    let said = text(&output.stderr);
    assert!(said.contains(wanted), "{wanted}: {said}");
}

#[test]
fn a_card_is_shown_only_if_both_have_signed_it() {
    let identity = Identity::generate(&mut random());
    let hub = Hub::of(&identity);
    let at = hub.url.as_str();
    refused(&[CAMPAIGN, "--hub", at], "has not signed one");
    let keys = hub.path("keys");
    as_folder(&hub.week_before(&identity), &keys);
    let mut tally = support::swansfeet();
    tally.args([
        "wellbeing",
        "tally",
        CAMPAIGN,
        "--once",
        "--hub",
        at,
        "--keys",
    ]);
    tally.arg(&keys);
    assert!(support::run(tally, b"").status.success());

    let week = Week::of(today());
    let shown = &json(&card(&[CAMPAIGN, "--hub", at]))[0];
    assert_eq!(shown["campaign"], CAMPAIGN);
    assert_eq!(shown["week"]["id"], week.id());
    assert_eq!(shown["holders"][1]["key"], identity.key().to_string());
    assert_eq!(
        shown["holders"][0]["sealing"].as_array().map(Vec::len),
        Some(2)
    );
    assert_eq!(shown["signed"], true);
    let people = text(&card(&[CAMPAIGN, "--hub", at, "--text"]).stdout);
    assert!(people.contains("Signed by Sam Steward: swh1-"), "{people}");
    assert!(people.contains("North West, Wales"), "{people}");

    let bytes = hub
        .shared()
        .first
        .card(week)
        .expect("a card")
        .as_bytes()
        .to_vec();
    let file = hub.path("card");
    let path = file.to_str().expect("letters");
    fs::write(&file, &bytes).expect("written");
    assert_eq!(json(&card(&["--file", path]))[0], *shown);
    refused(
        &["sixteen", "--file", path],
        "a card of the campaign “fifteen”",
    );
    let end = bytes.len() - 1;
    let mut changed = bytes.clone();
    changed[end] ^= 1;
    fs::write(&file, &changed).expect("written");
    refused(&["--file", path], "not signed by both");
    fs::write(&file, "no card").expect("written");
    refused(&["--file", path], "This is no card");
}
