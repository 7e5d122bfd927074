//! Signatures in JSON: read whole, faults named with their field, nothing private printed.
#![cfg(feature = "demands")]

use proptest::prelude::*;
use serde_json::{Value, json};
use swansfeet_api::demands::Signing;

fn whole() -> Value {
    json!({
        "record": "AQID", "copies": [{ "partner": "north-branch", "record": "BAUG" }],
        "email": "ana@example.org", "name_tag": 12,
        "areas": { "area": "LS", "nation": "england", "region": null },
        "category": "care-worker", "priorities": ["pay"], "demands": "00ff", "consent": 1,
        "epoch": 1, "partner": null, "language": "en", "seconds": 41,
        "proof": { "challenge": "aa", "salt": "bb", "number": 812_345, "signature": "cc" },
    })
}

#[test]
fn a_signature_is_read_whole() {
    let read = Signing::from_json(&whole().to_string()).unwrap();
    assert_eq!(read.record.0, [1, 2, 3]);
    assert_eq!(read.copies[0].partner.0, "north-branch");
    assert_eq!(read.email.as_ref().unwrap().0.as_str(), "ana@example.org");
    assert_eq!(read.areas.nation.as_ref().unwrap().0, "england");
    assert_eq!(read.proof.as_ref().unwrap().number.0, 812_345);
    assert!(read.code.is_none() && read.partner.is_none());
    let printed = format!("{read:?}");
    assert!(!printed.contains("example.org"), "{printed}");
}

#[test]
fn each_fault_names_its_field() {
    let rows = [
        // (where, what stands there instead, field, key)
        ("/record", json!("a b"), "record", "error-not-bytes"),
        ("/record", json!(7), "record", "error-not-bytes"),
        ("/record", json!("AQID="), "record", "error-not-bytes"),
        ("/copies", json!({}), "copies", "error-not-list"),
        ("/copies/0/record", json!("!"), "copies[0].record", "error-not-bytes"),
        ("/email", json!(["a"]), "email", "error-not-text"),
        ("/areas", json!("LS"), "areas", "error-not-object"),
        ("/areas/area", json!(null), "areas.area", "error-missing"),
        ("/consent", json!("1"), "consent", "error-not-whole"),
        ("/epoch", json!(-1), "epoch", "error-not-whole"),
        ("/seconds", json!(1.5), "seconds", "error-not-whole"),
        ("/language", json!(null), "language", "error-missing"),
        ("/proof/number", json!(null), "proof.number", "error-missing"),
    ];
    for (place, value, field, key) in rows {
        let mut json = whole();
        *json.pointer_mut(place).unwrap() = value;
        let error = Signing::from_json(&json.to_string()).unwrap_err();
        assert_eq!((error.field.as_str(), error.key()), (field, key), "{place}");
    }
    let mut json = whole();
    json["emial"] = json!("a");
    let error = Signing::from_json(&json.to_string()).unwrap_err();
    assert_eq!(error.arg(), Some(("nearest", "email".to_owned())));
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes: Vec<u8>) {
        let _ = Signing::from_json(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn any_json_of_the_right_names_is_read_or_refused(
        at in 0..12_usize, text in "\\PC{0,20}|-?[0-9]{0,30}|[\\[{\"]{0,6}",
    ) {
        let names = ["record", "copies", "email", "code", "name_tag", "areas", "category",
            "priorities", "demands", "consent", "partner", "proof"];
        let _ = Signing::from_json(&format!("{{\"{}\":{text}}}", names[at]));
        let mut json = whole();
        json[names[at]] = json!(text);
        let _ = Signing::from_json(&json.to_string());
    }
}
