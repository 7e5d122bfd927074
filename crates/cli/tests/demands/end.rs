//! A campaign's end, and the words that it had, by the real program.

use std::fs;
use std::path::Path;

use swansfeet_demands::campaign::FIFTEEN;

use crate::hub::Hub;
use crate::signers::Signer;
use crate::support::text;

/// Whether any file below a folder holds these bytes.
fn found(folder: &Path, bytes: &[u8]) -> bool {
    fs::read_dir(folder).expect("a folder").any(|entry| {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            return found(&path, bytes);
        }
        let content = fs::read(&path).expect("a file");
        content.windows(bytes.len()).any(|window| window == bytes)
    })
}

fn signed() -> Hub {
    let mut hub = Hub::open();
    hub.sign(&[Signer::new("Ana Mensah", "ana@example.org")]);
    hub
}

#[test]
fn a_campaign_ends_only_when_it_is_closed_and_its_id_was_typed_again() {
    let hub = signed();
    let open = hub.refused("campaign end fifteen --yes fifteen");
    assert!(open.contains("swansfeet campaign close fifteen"), "{open}");
    hub.works("campaign close fifteen");
    let nobody = hub.refused("campaign end fifteen");
    assert!(nobody.contains("--yes fifteen"), "{nobody}");
    let other = hub.run("campaign end fifteen --yes fourteen");
    assert_eq!(other.status.code(), Some(1));
    let said = text(&other.stdout);
    assert!(
        said.contains("1 counted") && said.contains("never exported"),
        "{said}"
    );
    assert!(said.contains("Nothing was deleted"), "{said}");
    assert!(
        hub.works("campaign counts fifteen")
            .starts_with("1 counted")
    );
    assert!(hub.data().join("secrets/fifteen.secret").exists());
    let unknown = hub.refused("campaign end nobody --yes nobody");
    assert!(unknown.contains("no campaign \"nobody\""), "{unknown}");
}

#[test]
fn what_ended_leaves_no_byte_but_a_line_in_the_log() {
    let hub = signed();
    let (key, out) = (hub.path("keys/ana.key"), hub.path("out.csv"));
    hub.works(&format!("export fifteen --key {key} --as csv --out {out}"));
    hub.works("campaign close fifteen");
    let data = hub.data();
    let secret = fs::read(data.join("secrets/fifteen.secret")).expect("a secret");
    let records = hub.with_store(async |store| {
        let all = swansfeet_hub::store::model::Whose::Organisers;
        store
            .records("fifteen", all, None, 9)
            .await
            .expect("records")
    });
    let words = b"I can take my name back at any time";
    let old: [&[u8]; 3] = [&records[0].record, &secret, words];
    for bytes in old {
        assert!(found(&data, bytes), "this test looks where they lie");
    }
    let said = hub.works("campaign end fifteen --yes fifteen");
    assert!(
        said.contains("handed out on") && said.contains("export: csv: 1 opened"),
        "{said}"
    );
    assert!(
        said.contains("has ended") && !said.contains("log of writes"),
        "{said}"
    );
    for bytes in old {
        assert!(!found(&data, bytes), "ended means gone");
    }
    assert!(hub.works("campaign list").contains("no campaign yet"));
    let log = hub.works("campaign log fifteen");
    assert!(
        log.contains("end     1 signatures deleted, and the secret"),
        "{log}"
    );
    // The copy of another hub, or one that was put back by mistake.
    hub.refused("campaign end fifteen --yes fifteen");
    fs::write(data.join("secrets/fifteen.secret"), &secret).expect("a file");
    let again = hub.works("campaign end fifteen");
    assert!(again.contains("had ended already"), "{again}");
    assert!(!found(&data, &secret));
}

#[test]
fn the_words_that_were_signed_can_be_shown_after_they_changed() {
    let hub = signed();
    let changed = FIFTEEN
        .replace(
            "I can take my name back at any time",
            "I can leave at any time",
        )
        .replace("version = 1", "version = 2");
    fs::write(hub.path("changed.toml"), changed).expect("a file");
    hub.works(&format!(
        "campaign update fifteen {}",
        hub.path("changed.toml")
    ));
    // What was sealed with the signature, as an export has it.
    let (key, out) = (hub.path("keys/ana.key"), hub.path("out.json"));
    hub.works(&format!("export fifteen --key {key} --as osdi --out {out}"));
    let sealed: serde_json::Value = serde_json::from_str(&hub.read("out.json")).expect("JSON");
    let fields = &sealed[0]["person"]["custom_fields"];
    assert_eq!(fields["consent_version"], 1);
    let hash = fields["consent_wording"].as_str().expect("a hash");

    let newest = hub.works("campaign wording fifteen");
    assert!(newest.contains("I can leave at any time"), "{newest}");
    assert!(!newest.contains("I can take my name back"), "{newest}");
    let old = hub.works("campaign wording fifteen --version 1");
    assert!(old.contains("I can take my name back at any time"), "{old}");
    assert!(old.contains("[en]") && old.contains("[cy]"), "{old}");
    let line = old
        .lines()
        .find(|line| line.starts_with("1 "))
        .expect("a line");
    assert!(line.contains(hash), "{hash} in {line}");
    let file = hub.works("campaign wording fifteen --version 1 --toml");
    assert!(file.contains(FIFTEEN.trim_end()), "{file}");
    let none = hub.refused("campaign wording fifteen --version 3");
    assert!(none.contains("version 3"), "{none}");
    let welsh = hub.works("campaign wording fifteen --lang cy");
    assert!(welsh.contains("Hash y geiriad"), "{welsh}");
    assert!(
        hub.refused("campaign wording nobody")
            .contains("no campaign")
    );
}
