//! Slips of organisers, by the real program: what is mistyped is said, and changes nothing.

use swansfeet_demands::code::Code;

use crate::hub::Hub;
use crate::signers::{Page, Signer, take};
use crate::support::{self, text};

/// Two people: one by mail, one by code. The id of the second, from an export.
fn signed_by_code(hub: &mut Hub) -> String {
    hub.sign(&[Signer::new("Ana", "ana@example.org")]);
    let mark = hub.secret().code_mark(&Code::from_bytes([7; 7]));
    let secret = hub.secret();
    hub.with_store(async |store| {
        store
            .add_codes("fifteen", &[mark])
            .await
            .expect("the store");
        let page = Page::of(store, "fifteen").await;
        let signer = Signer::new("Cai", "cai@example.org");
        take(store, &[page.sign(&signer, &secret, 900, Some(mark))]).await;
    });
    let (key, out) = (hub.path("keys/ana.key"), hub.path("out.csv"));
    hub.works(&format!("export fifteen --key {key} --as csv --out {out}"));
    let csv = hub.read("out.csv");
    let line = csv.lines().find(|line| line.contains("Cai")).expect("Cai");
    let is_id = |cell: &&str| cell.len() == 32;
    line.split(',').find(is_id).expect("an id").to_owned()
}

#[test]
fn whoever_signed_by_code_is_withdrawn_by_the_id_in_an_export() {
    let mut hub = Hub::open();
    let id = signed_by_code(&mut hub);
    let command = format!("campaign withdraw fifteen --id {id}");
    let asked = hub.run(&command);
    assert_eq!(asked.status.code(), Some(1), "nobody is there to say yes");
    assert!(text(&asked.stdout).contains("one signature by the person with this id"));
    // As OSDI has it, too.
    hub.works(&format!(
        "campaign withdraw fifteen --id swansfeet:{id} --as ana --yes"
    ));
    assert!(
        hub.works("campaign counts fifteen")
            .starts_with("1 counted")
    );
    let none = hub.run(&format!("{command} --yes"));
    assert_eq!(none.status.code(), Some(1));
    assert!(text(&none.stdout).contains("no signature with this id"));
    let log = hub.works("campaign log fifteen");
    assert_eq!(log.matches("withdraw  1 on request").count(), 1, "{log}");
    assert!(!log.contains(&id), "{log}");
    let mistyped = hub.run("campaign withdraw fifteen --id 12 --yes");
    assert!(text(&mistyped.stderr).contains("32 digits"));
    let neither = hub.run("campaign withdraw fifteen --yes");
    assert!(text(&neither.stderr).contains("--id <ID>"));
}

#[test]
fn a_pattern_that_fits_nothing_is_no_batch() {
    let mut hub = Hub::open();
    let mut signer = Signer::new("Ana", "ana@example.org");
    signer.credit = Some("flood-page");
    hub.sign(&[signer]);
    for (pattern, wanted) in [
        ("--role nope", "The roles are: ally, "),
        ("--role aly", "Did you mean \"ally\"?"),
        ("--area XX", "no postcode area \"XX\""),
        ("--area LS --language cz", "Its languages are: cy, en."),
        ("--partner floodpage", "Did you mean \"flood-page\"?"),
        ("--area ls --day 2020-01-01", "nothing to undo"),
        ("--area ZE", "No signature fits"),
        ("--language cy", "No signature fits"),
    ] {
        let said = hub.refused(&format!("campaign quarantine fifteen {pattern}"));
        assert!(said.contains(wanted), "{pattern}: {said}");
        let log = hub.works("campaign log fifteen");
        assert!(!log.contains("batch"), "{pattern}: {log}");
    }
    // Numbers are for batches that there are.
    let said = hub.works("campaign quarantine fifteen --area ls");
    assert!(said.contains("batch 1: 1."), "{said}");
    let undo = said.split("To undo it: swansfeet ").nth(1).expect("how");
    let undo = undo
        .trim()
        .replace(&format!(" --data {}", hub.data().display()), "");
    assert!(hub.works(&undo).contains("1 count again"));
}

#[test]
fn only_what_begins_a_hub_makes_its_data() {
    let hub = Hub::new();
    let out = hub.path("out");
    for command in [
        "campaign show fifteen",
        "campaign list",
        "campaign close fifteen",
        &format!("backup {out}"),
        "meetings feed list",
    ] {
        let said = hub.refused(command);
        let folder = hub.data().display().to_string();
        assert!(said.contains(&folder) && said.contains("--data"), "{said}");
        assert!(!hub.data().exists(), "{command} made a hub");
    }
    assert!(!std::path::Path::new(&out).exists());
    let keys = hub.path("keys");
    let unknown = hub.refused(&format!(
        "campaign new --example fifteen --organiser ana --as bo --keys {keys}"
    ));
    assert!(unknown.contains("ana"), "{unknown}");
    assert!(!hub.data().exists(), "a hub begins with its first campaign");
}

#[test]
fn the_next_step_leads_to_the_same_hub() {
    let hub = Hub::new();
    let (keys, secrets) = (hub.path("keys"), hub.path("secrets"));
    let said = hub.works(&format!(
        "campaign new --example fifteen --organiser ana --keys {keys} --secrets {secrets}"
    ));
    let next = said.lines().find(|line| line.contains("campaign open"));
    let mut words = next.expect("the next step").split_whitespace();
    assert_eq!(words.next(), Some("swansfeet"));
    let mut program = support::swansfeet();
    // As pasted: with nothing added, and where the first was run.
    program.args(words).current_dir(hub.path(""));
    let output = support::run(program, b"");
    assert!(output.status.success(), "{}", text(&output.stderr));
    assert!(hub.works("campaign list").contains("fifteen  open"));
}

#[test]
fn the_key_in_use_is_the_newest_that_was_proved() {
    let hub = Hub::open();
    let keys = hub.path("keys");
    let state = |epoch: &str| {
        let said = hub.works("campaign keys fifteen");
        let line = said.lines().find(|line| line.starts_with(epoch));
        line.expect("an epoch").to_owned()
    };
    let bo = hub.works(&format!("campaign organiser bo --keys {keys}"));
    let bo = bo
        .lines()
        .find(|line| line.contains("swk1-"))
        .expect("a key");
    hub.works(&format!(
        "campaign rewrap fifteen --key {keys}/ana.key --add {}",
        bo.trim()
    ));
    let removed = hub.works(&format!(
        "campaign rewrap fifteen --key {keys}/ana.key --remove bo --keys {keys}"
    ));
    assert!(removed.contains(" --data "), "{removed}");
    assert!(state("1").contains("  in use  "), "{}", state("1"));
    assert!(state("2").contains("not tried yet"), "{}", state("2"));
    hub.works(&format!(
        "campaign open fifteen --recovery {keys}/fifteen-recovery-2.txt"
    ));
    assert!(state("1").contains("opens earlier records only"));
    assert!(state("2").contains("  in use  "), "{}", state("2"));
    // Who has left acts no more.
    let left = hub.refused("campaign close fifteen --as bo");
    assert!(left.contains("Its organisers are: ana."), "{left}");
}

#[test]
fn nobody_acts_under_a_name_that_is_no_organisers() {
    let hub = Hub::open();
    let (out, key) = (hub.path("out"), hub.path("keys/ana.key"));
    let id = "0".repeat(32);
    let before = hub.works("campaign log fifteen");
    for command in [
        "open fifteen",
        "close fifteen",
        "quarantine fifteen --held",
        "release fifteen --held",
        &format!("withdraw fifteen --id {id}"),
        &format!("records fifteen --out {out}"),
        &format!("codes fifteen --count 1 --out {out} --public-url https://hub.test"),
        &format!("update fifteen {}", hub.path("none.toml")),
        &format!("rewrap fifteen --key {key} --remove ana --keys {out}"),
    ] {
        let said = hub.run(&format!("campaign {command} --as zoe"));
        assert_eq!(said.status.code(), Some(1), "{command}");
        let said = text(&said.stderr);
        let is_told = said.contains("\"zoe\" is no organiser") && said.contains("are: ana.");
        assert!(is_told, "{command}: {said}");
    }
    assert_eq!(hub.works("campaign log fifteen"), before);
    hub.works("campaign close fifteen --as ana");
    hub.works("campaign open fifteen --as hub");
}
