//! `swansfeet export`, by the real program: every form, every key, and what does not open.

use serde_json::Value;
use swansfeet_demands::campaign::FIFTEEN;
use swansfeet_demands::signature::PublicName;

use crate::hub::{Hub, mode};
use crate::signers::Signer;
use crate::support::text;

/// Records of a CSV file, by a reader of its own.
fn cells(csv: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut letters = csv.chars().peekable();
    while let Some(letter) = letters.next() {
        match (letter, quoted) {
            ('"', true) if letters.peek() == Some(&'"') => {
                letters.next();
                cell.push('"');
            }
            ('"', _) => quoted = !quoted,
            (',', false) => row.push(std::mem::take(&mut cell)),
            ('\r', false) => {}
            ('\n', false) => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            (letter, _) => cell.push(letter),
        }
    }
    rows
}

fn three() -> Vec<Signer> {
    let mut people = vec![
        Signer::new("Siobhán O'Neill", "siobhan@example.org"),
        Signer::new("=cmd|' /C calc'!A0", "ana@example.org"),
        Signer::new("李", "li@example.org"),
    ];
    people[0].public = PublicName::Full;
    people[1].comment = Some("@SUM(1,1)\nand \"more\"".to_owned());
    people[2].public = PublicName::FirstAndRole;
    people[2].credit = Some("north-branch");
    people
}

#[test]
fn a_table_holds_everybody_and_no_formula() {
    let mut hub = Hub::open();
    hub.sign(&three());
    for key in ["keys/ana.key", "keys/fifteen-recovery-1.txt"] {
        let name = format!("{}.csv", key.len());
        let (key, out) = (hub.path(key), hub.path(&name));
        hub.works(&format!("export fifteen --key {key} --as csv --out {out}"));
        assert_eq!(mode(&out), 0o600);
        let rows = cells(&hub.read(&name));
        assert_eq!(rows.len(), 4);
        assert_eq!(rows[0][..3], ["id", "name", "email"]);
        assert!(rows.iter().all(|row| row.len() == rows[0].len()));
        let of = |name: &str| rows.iter().find(|row| row[1] == name).expect(name);
        assert_eq!(of("Siobhán O'Neill")[2], "siobhan@example.org");
        assert_eq!(of("'=cmd|' /C calc'!A0")[11], "'@SUM(1,1)\nand \"more\"");
        assert_eq!(of("李")[14], "north-branch");
        // Never overwritten, and no half of a file is left.
        let again = hub.refused(&format!("export fifteen --key {key} --as csv --out {out}"));
        assert!(again.contains("already"), "{again}");
    }
    let log = hub.works("campaign log fifteen");
    assert!(
        log.contains("ana  ") && log.contains("csv: 3 opened, 0 did not open"),
        "{log}"
    );
    let (key, out) = (hub.path("keys/ana.key"), hub.path("bom.csv"));
    hub.works(&format!(
        "export fifteen --key {key} --as csv --bom --out {out}"
    ));
    assert!(hub.read("bom.csv").starts_with("\u{feff}id,"));
    let parts = std::fs::read_dir(hub.path("")).expect("a folder").flatten();
    assert!(
        parts
            .into_iter()
            .all(|file| !file.file_name().to_string_lossy().ends_with(".part"))
    );
}

#[test]
fn other_tools_get_osdi() {
    let mut hub = Hub::open();
    hub.sign(&three());
    let (key, out) = (hub.path("keys/ana.key"), hub.path("out.json"));
    hub.works(&format!("export fifteen --key {key} --as osdi --out {out}"));
    let all: Vec<Value> = serde_json::from_str(&hub.read("out.json")).expect("an array");
    assert_eq!(all.len(), 3);
    let by_mail = |address: &str| {
        let is = |one: &&Value| one["person"]["email_addresses"][0]["address"] == address;
        all.iter().find(is).expect(address)
    };
    let one = by_mail("siobhan@example.org");
    assert_eq!(one["person"]["given_name"], "Siobhán");
    assert_eq!(one["person"]["family_name"], "O'Neill");
    assert_eq!(one["person"]["postal_addresses"][0]["region"], "ENG");
    // Nobody agreed to be written to.
    assert_eq!(
        one["person"]["email_addresses"][0]["status"],
        "unsubscribed"
    );
    assert_eq!(one["action_date"], "2026-03-02T09:00:00Z");
    assert_eq!(
        by_mail("li@example.org")["referrer_data"]["source"],
        "north-branch"
    );
    assert_eq!(
        by_mail("li@example.org")["person"]["family_name"],
        Value::Null
    );
}

#[test]
fn nobody_at_all_is_an_export_too() {
    let hub = Hub::open();
    let key = hub.path("keys/ana.key");
    for (form, wanted) in [("osdi", "["), ("csv", "id,"), ("html", "<!doctype html>")] {
        let out = hub.path(form);
        hub.works(&format!(
            "export fifteen --key {key} --as {form} --out {out}"
        ));
        assert!(hub.read(form).starts_with(wanted), "{form}");
    }
    assert_eq!(
        serde_json::from_str::<Value>(&hub.read("osdi")).expect("JSON"),
        Value::Array(vec![])
    );
}

#[test]
fn the_page_to_hand_over_names_only_those_who_chose_it() {
    let mut hub = Hub::open();
    let mut people = three();
    people[2].name = "李 <b>小龙</b>".replace(['<', '>'], "");
    hub.sign(&people);
    let (key, out) = (hub.path("keys/ana.key"), hub.path("out.pdf"));
    let said = hub.works(&format!("export fifteen --key {key} --as pdf --out {out}"));
    assert!(said.contains("print"), "{said}");
    let page = hub.read("out.html");
    assert!(page.contains("3 people stand behind these demands"));
    assert!(page.contains("<li>Siobhán O&#39;Neill</li>"));
    assert!(
        page.contains("<li>李, Care or support worker</li>"),
        "first name and role"
    );
    assert!(!page.contains("calc") && !page.contains("example.org") && !page.contains("小龙"));
    assert!(page.contains("1 of them did not want their name to be shown"));
    // Three in Yorkshire are too few to be told.
    assert!(
        page.contains("<tr><th scope=\"row\">Yorkshire and the Humber</th><td>–</td>"),
        "{page}"
    );
    assert!(!std::path::Path::new(&hub.path("out.html.names.part")).exists());
    let out = hub.path("cy.html");
    hub.works(&format!(
        "export fifteen --key {key} --as html --out {out} --lang cy"
    ));
    assert!(hub.read("cy.html").contains("Wyth gofyniad"));
}

#[test]
fn what_was_tampered_with_is_named_and_the_rest_goes_on() {
    let mut hub = Hub::open();
    hub.sign(&three());
    let (key, out) = (hub.path("keys/ana.key"), hub.path("records"));
    hub.works(&format!("campaign records fifteen --out {out}"));
    assert_eq!(mode(&out), 0o600);
    let records = hub.read("records");
    assert!(!records.contains("example.org") && !records.contains("O'Neill"));
    let mut lines: Vec<String> = records.lines().map(str::to_owned).collect();
    assert_eq!(lines.len(), 4);
    // One flipped byte, one moved to another page, one line that is nothing.
    let mut flipped: Value = serde_json::from_str(&lines[1]).expect("a record");
    let sealed = flipped["record"].as_str().expect("text").to_owned();
    let last = if sealed.ends_with('A') { "E" } else { "A" };
    flipped["record"] = format!("{}{last}{}", &sealed[..200], &sealed[201..]).into();
    let mut moved: Value = serde_json::from_str(&lines[2]).expect("a record");
    moved["partner"] = "somebody-else".into();
    let ids = [flipped["id"].clone(), moved["id"].clone()];
    lines[1] = flipped.to_string();
    lines[2] = moved.to_string();
    lines.push("nonsense".to_owned());
    std::fs::write(hub.path("tampered"), lines.join("\n")).expect("a file");
    let (records, out) = (hub.path("tampered"), hub.path("rest.csv"));
    let command = format!("export fifteen --records {records} --key {key} --as csv --out {out}");
    let output = hub.run(&command);
    assert_eq!(output.status.code(), Some(1));
    let complaint = text(&output.stderr);
    for id in ids {
        assert!(
            complaint.contains(id.as_str().expect("text")),
            "{complaint}"
        );
    }
    assert!(complaint.contains("3 records did not open"), "{complaint}");
    assert_eq!(cells(&hub.read("rest.csv")).len(), 2);
}

#[test]
fn records_are_opened_without_a_hub() {
    let mut hub = Hub::open();
    hub.sign(&three());
    let (key, records) = (hub.path("keys/ana.key"), hub.path("records"));
    hub.works(&format!(
        "campaign records fifteen --out {records} --as ana"
    ));
    let elsewhere = Hub::new();
    let out = elsewhere.path("out.csv");
    elsewhere.works(&format!(
        "export fifteen --records {records} --key {key} --as csv --out {out}"
    ));
    assert_eq!(cells(&elsewhere.read("out.csv")).len(), 4);
    assert!(!elsewhere.data().exists(), "no store was made");
    let wrong = elsewhere.refused(&format!(
        "export other --records {records} --key {key} --as csv --out {out}2"
    ));
    assert!(wrong.contains("fifteen"), "{wrong}");
    let nothing = elsewhere.refused(&format!(
        "export fifteen --records {key} --key {key} --as csv --out {out}2"
    ));
    assert!(nothing.contains("no file of records"), "{nothing}");
}

#[test]
fn a_key_of_somebody_else_opens_nothing() {
    let mut hub = Hub::open();
    hub.sign(&three());
    hub.works(&format!(
        "campaign organiser eve --keys {}",
        hub.path("keys")
    ));
    let out = hub.path("out.csv");
    let command = |key: &str| {
        let key = hub.path(key);
        format!("export fifteen --key {key} --as csv --out {out}")
    };
    assert!(
        hub.refused(&command("keys/eve.key"))
            .contains("no organiser's")
    );
    std::fs::write(hub.path("half.key"), "secret: sws1-0000").expect("a file");
    hub.refused(&command("half.key"));
    hub.refused(&command("no-such.key"));
    assert!(!std::path::Path::new(&out).exists());
}

/// The command that exports with a key file, and the file that it makes.
fn export_with(hub: &Hub, keys: &[&str], out: &str) -> String {
    let files = keys.iter().map(|key| format!("--key {} ", hub.path(key)));
    let files: String = files.collect();
    format!("export fifteen {files}--as csv --out {}", hub.path(out))
}

/// How many people are in a CSV file.
fn people_in(hub: &Hub, name: &str) -> usize {
    cells(&hub.read(name)).len() - 1
}

/// A hub with three signatures and two organisers, `ana` and `bo`.
fn with_two_organisers() -> Hub {
    let mut hub = Hub::open();
    hub.sign(&three());
    let keys = hub.path("keys");
    let line = hub.works(&format!("campaign organiser bo --keys {keys}"));
    let bo = line.lines().last().expect("a line").trim().to_owned();
    assert!(bo.starts_with("bo=swk1-"), "{line}");
    let add = format!("campaign rewrap fifteen --key {keys}/ana.key --add {bo}");
    hub.works(&add);
    assert!(hub.refused(&add).contains("already"));
    hub
}

#[test]
fn an_organiser_who_is_added_reads_what_was_signed_before() {
    let hub = with_two_organisers();
    hub.works(&export_with(&hub, &["keys/bo.key"], "bo.csv"));
    assert_eq!(people_in(&hub, "bo.csv"), 3);
    let log = hub.works("campaign log fifteen");
    assert!(log.contains("ana  add organiser"), "{log}");
}

#[test]
fn only_one_who_stays_removes_another() {
    let hub = with_two_organisers();
    let keys = hub.path("keys");
    let remove = |key: &str, who: &str| {
        hub.refused(&format!(
            "campaign rewrap fifteen --key {keys}/{key}.key --remove {who} --keys {keys}"
        ))
    };
    assert!(remove("ana", "eve").contains("no organiser \"eve\""));
    assert!(remove("bo", "bo").contains("who stays"));
    hub.works(&format!(
        "campaign rewrap fifteen --key {keys}/bo.key --remove ana --keys {keys}"
    ));
    assert!(remove("bo", "bo").contains("last"));
}

#[test]
fn a_removed_organiser_cannot_open_what_comes_after() {
    let mut hub = with_two_organisers();
    let keys = hub.path("keys");
    let said = hub.works(&format!(
        "campaign rewrap fifteen --key {keys}/ana.key --remove bo --keys {keys}"
    ));
    assert!(said.contains("data-key") && said.contains("sw1-"), "{said}");
    assert_eq!(mode(&hub.path("keys/fifteen-recovery-2.txt")), 0o600);
    // Until its recovery file is proved, nobody seals to the new key.
    let list = hub.works("campaign keys fifteen");
    let second = list.lines().nth(1).expect("a second epoch");
    assert!(second.contains("not tried yet"), "{list}");
    hub.sign(&[Signer::new("Between", "between@example.org")]);
    let open = format!("campaign open fifteen --recovery {keys}/fifteen-recovery");
    assert!(
        hub.refused(&format!("{open}-1.txt"))
            .contains("another key epoch")
    );
    hub.works(&format!("{open}-2.txt"));
    hub.sign(&[Signer::new("After", "after@example.org")]);

    let removed = hub.refused(&export_with(&hub, &["keys/bo.key"], "bo.csv"));
    assert!(removed.contains("no organiser's"), "{removed}");
    hub.works(&export_with(&hub, &["keys/ana.key"], "ana.csv"));
    assert_eq!(people_in(&hub, "ana.csv"), 5);
    // The old key, which bo may have kept, opens the old records and none of the new.
    let old = "keys/fifteen-recovery-1.txt";
    let output = hub.run(&export_with(&hub, &[old], "old.csv"));
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("key epoch 2"));
    assert_eq!(people_in(&hub, "old.csv"), 4);
    // Both recovery files together open all.
    let both = [old, "keys/fifteen-recovery-2.txt"];
    hub.works(&export_with(&hub, &both, "both.csv"));
    assert_eq!(people_in(&hub, "both.csv"), 5);
}

#[test]
fn a_partner_opens_its_own_copies_and_nothing_else() {
    let mut hub = Hub::new();
    let keys = hub.path("keys");
    let line = hub.works(&format!("campaign organiser north-branch --keys {keys}"));
    let key = line.rsplit('=').next().expect("a key").trim();
    let partner = format!(
        "[[consent.partners]]\nid = \"north-branch\"\nname = \"North Branch\"\n\
         website = \"https://north-branch.example/\"\nfields = [\"name\", \"email\"]\nkey = \"{key}\"\n\
         text.en = \"North Branch may have my name.\"\ntext.cy = \"Caiff North Branch fy enw.\"\n\n[[steps]]"
    );
    let file = FIFTEEN.replacen("[[steps]]", &partner, 1);
    std::fs::write(hub.path("campaign.toml"), file).expect("a file");
    let file = hub.path("campaign.toml");
    hub.works(&format!(
        "campaign new {file} --organiser ana --keys {keys}"
    ));
    hub.works(&format!(
        "campaign open fifteen --recovery {keys}/fifteen-recovery-1.txt"
    ));
    let mut people = three();
    people[0].partners = vec!["north-branch"];
    hub.sign(&people);
    let out = hub.path("north.csv");
    let partner_export = "--as csv --partner north-branch";
    let wrong = hub.refused(&format!(
        "export fifteen --key {keys}/ana.key {partner_export} --out {out}"
    ));
    assert!(wrong.contains("north-branch"), "{wrong}");
    hub.works(&format!(
        "export fifteen --key {keys}/north-branch.key {partner_export} --out {out}"
    ));
    let rows = cells(&hub.read("north.csv"));
    assert_eq!(rows.len(), 2);
    assert_eq!(rows[1][1], "Siobhán O'Neill");
    assert_eq!(rows[1][3], "", "the area was not shared");
    let out = hub.path("all.csv");
    hub.refused(&format!(
        "export fifteen --key {keys}/north-branch.key --as csv --out {out}"
    ));
}
