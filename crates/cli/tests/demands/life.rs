//! The whole life of a campaign, by the real program.

use swansfeet_demands::campaign::FIFTEEN;

use crate::hub::{Hub, mode};
use crate::signers::Signer;
use crate::support::text;

fn people(count: usize) -> Vec<Signer> {
    (0..count)
        .map(|i| Signer::new(&format!("Person {i}"), &format!("person{i}@example.org")))
        .collect()
}

#[test]
fn a_campaign_is_made_with_files_that_only_its_owner_can_read() {
    let hub = Hub::new();
    let keys = hub.path("keys");
    let said = hub.works(&format!(
        "campaign new --example fifteen --organiser ana --organiser bo --keys {keys} --public-url https://hub.test/"
    ));
    assert!(
        said.contains("data-campaign=\"fifteen\" data-key=\"sw1-"),
        "{said}"
    );
    assert!(said.contains("https://hub.test/v1/demands.js"), "{said}");
    for file in [
        "keys/fifteen-recovery-1.txt",
        "keys/ana.key",
        "keys/bo.key",
        "data/secrets/fifteen.secret",
    ] {
        assert_eq!(mode(&hub.path(file)), 0o600, "{file}");
    }
    assert!(hub.works("campaign list").starts_with("fifteen  draft"));
    assert!(hub.works("campaign keys fifteen").contains("ana, bo"));
    // Nothing is made twice, and nothing is overwritten.
    let before = hub.read("keys/ana.key");
    let again = hub.refused(&format!(
        "campaign new --example fifteen --organiser ana --keys {keys}"
    ));
    assert!(again.contains("already"), "{again}");
    let other = hub.refused(&format!(
        "campaign new --example other --organiser ana --keys {keys}"
    ));
    assert!(other.contains("ana.key is there already"), "{other}");
    assert_eq!(hub.read("keys/ana.key"), before);
    // What was half made is gone again.
    assert!(!hub.data().join("secrets/other.secret").exists());
    assert!(!std::path::Path::new(&hub.path("keys/other-recovery-1.txt")).exists());
}

#[test]
fn mistakes_in_a_campaign_file_are_listed_line_by_line() {
    let hub = Hub::new();
    let file = FIFTEEN.replace("goal = 15_000", "goal = \"many\"\ngaol = 3");
    std::fs::write(hub.path("campaign.toml"), file).expect("a file");
    let keys = hub.path("keys");
    let said = hub.refused(&format!(
        "campaign new {} --organiser ana --keys {keys}",
        hub.path("campaign.toml")
    ));
    assert!(said.contains("line 9: `goal` must be"), "{said}");
    assert!(
        said.contains("line 10: `gaol` is not known here: do you mean `goal`?"),
        "{said}"
    );
    assert!(!hub.data().exists(), "a hub begins with its first campaign");
}

#[test]
fn a_campaign_opens_only_after_its_own_recovery_file_has_worked() {
    let hub = Hub::new();
    let keys = hub.path("keys");
    for slug in ["fifteen", "other"] {
        hub.works(&format!(
            "campaign new --example {slug} --organiser {slug}-org --keys {keys}"
        ));
    }
    let without = hub.refused("campaign open fifteen");
    assert!(without.contains("--recovery"), "{without}");
    let others = hub.refused(&format!(
        "campaign open fifteen --recovery {keys}/other-recovery-1.txt"
    ));
    assert!(others.contains("belongs to another campaign"), "{others}");
    let own_key = hub.refused(&format!(
        "campaign open fifteen --recovery {keys}/fifteen-org.key"
    ));
    assert!(own_key.contains("recovery file"), "{own_key}");
    // Another's key under our name: only the test decryption can tell.
    let forged = hub
        .read("keys/other-recovery-1.txt")
        .replace("campaign: other", "campaign: fifteen");
    std::fs::write(hub.path("forged.txt"), forged).expect("a file");
    hub.refused(&format!(
        "campaign open fifteen --recovery {}",
        hub.path("forged.txt")
    ));
    assert!(hub.works("campaign list").contains("fifteen  draft"));
    hub.works(&format!(
        "campaign open fifteen --recovery {keys}/fifteen-recovery-1.txt"
    ));
    assert!(hub.works("campaign show fifteen").contains("sw1-"));
    hub.works("campaign close fifteen");
    // Proved once is enough.
    hub.works("campaign open fifteen");
    assert!(hub.works("campaign list").contains("fifteen  open"));
}

#[test]
fn a_campaign_without_its_secret_does_not_open() {
    let hub = Hub::new();
    let keys = hub.path("keys");
    hub.works(&format!(
        "campaign new --example fifteen --organiser ana --keys {keys}"
    ));
    std::fs::remove_file(hub.data().join("secrets/fifteen.secret")).expect("it was there");
    let said = hub.refused(&format!(
        "campaign open fifteen --recovery {keys}/fifteen-recovery-1.txt"
    ));
    assert!(said.contains("fifteen.secret"), "{said}");
}

#[test]
fn words_of_consent_change_only_with_their_version() {
    let hub = Hub::open();
    let update = |name: &str, file: String| {
        std::fs::write(hub.path(name), file).expect("a file");
        format!("campaign update fifteen {}", hub.path(name))
    };
    let changed = FIFTEEN.replace(
        "I can take my name back at any time",
        "I can leave at any time",
    );
    let refused = hub.refused(&update("changed.toml", changed.clone()));
    assert!(refused.contains("consent.version more than 1"), "{refused}");
    hub.works(&update(
        "counted.toml",
        changed.replace("version = 1", "version = 2"),
    ));
    let back = hub.refused(&update("back.toml", FIFTEEN.to_owned()));
    assert!(back.contains("more than 2"), "{back}");
    let slug = FIFTEEN.replace("slug = \"fifteen\"", "slug = \"sixteen\"");
    assert!(
        hub.refused(&update("slug.toml", slug))
            .contains("never changes")
    );
    // Anything else may change at any time.
    let goal = changed
        .replace("version = 1", "version = 2")
        .replace("15_000", "20_000");
    hub.works(&update("goal.toml", goal));
    assert!(hub.works("campaign show fifteen").contains("20,000"));
}

#[test]
fn counts_hide_what_is_small() {
    let mut hub = Hub::open();
    let mut people = people(20);
    for person in &mut people[..3] {
        person.area = "ZE";
        person.credit = Some("north-branch");
    }
    for person in &mut people[3..9] {
        person.area = "M";
    }
    hub.sign(&people);
    let said = hub.works("campaign counts fifteen --by area");
    assert!(said.starts_with("20 counted"), "{said}");
    assert!(said.contains("Lerwick (ZE)"), "{said}");
    let shetland = said.lines().find(|line| line.contains("(ZE)"));
    assert!(shetland.is_some_and(|line| line.ends_with('–')), "{said}");
    assert!(said.contains("A dash hides"), "{said}");
    let json = hub.works("campaign counts fifteen --by area --json");
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(
        (&json["counted"], &json["by"]),
        (&20.into(), &"area".into())
    );
    let cells = json["cells"].as_array().expect("cells");
    let shetland = cells
        .iter()
        .find(|cell| cell["id"] == "ZE")
        .expect("a cell");
    assert_eq!(shetland["count"], serde_json::Value::Null);
    for by in [
        "day", "partner", "region", "nation", "role", "demand", "language",
    ] {
        hub.works(&format!("campaign counts fifteen --by {by}"));
    }
    assert!(
        hub.works("campaign counts fifteen --by day --lang cy")
            .contains("wedi'u cyfrif")
    );
}

#[test]
fn a_person_is_withdrawn_on_request() {
    let mut hub = Hub::open();
    hub.sign(&people(3));
    let command = "campaign withdraw fifteen --email Person1@example.org";
    let asked = hub.run(command);
    assert_eq!(asked.status.code(), Some(1));
    assert!(text(&asked.stdout).contains("one signature from this address"));
    assert!(text(&asked.stderr).contains("--yes"));
    hub.works(&format!("{command} --yes"));
    assert!(
        hub.works("campaign counts fifteen")
            .starts_with("2 counted")
    );
    let none = hub.run(&format!("{command} --yes"));
    assert_eq!(none.status.code(), Some(1));
    assert!(text(&none.stdout).contains("no signature from this address"));
    // From standard input it stays out of the shell's history.
    let output = hub.run_with(
        "campaign withdraw fifteen --email - --yes",
        b"person2@example.org\n",
    );
    assert!(output.status.success());
    assert!(
        hub.refused("campaign withdraw fifteen --email nobody --yes")
            .contains("no @")
    );
    let log = hub.works("campaign log fifteen");
    assert!(
        log.contains("withdraw  1 on request") && !log.contains('@'),
        "{log}"
    );
}

#[test]
fn floods_are_set_aside_and_come_back() {
    let mut hub = Hub::open();
    let mut people = people(12);
    for person in &mut people[..4] {
        person.credit = Some("flood");
    }
    for person in &mut people[10..] {
        person.held = true;
    }
    hub.sign(&people);
    assert!(
        hub.works("campaign counts fifteen")
            .starts_with("10 counted")
    );
    let said = hub.works("campaign quarantine fifteen --partner flood --as ana");
    assert!(said.contains("batch 1: 4"), "{said}");
    assert!(
        hub.works("campaign counts fifteen")
            .starts_with("6 counted")
    );
    hub.works("campaign quarantine fifteen --undo 1");
    assert!(
        hub.works("campaign counts fifteen")
            .starts_with("10 counted")
    );
    assert!(
        hub.refused("campaign quarantine fifteen --undo 7")
            .contains("batch 7")
    );
    assert!(
        hub.refused("campaign quarantine fifteen")
            .contains("--partner")
    );
    assert!(hub.works("campaign release fifteen --held").contains('2'));
    assert!(
        hub.works("campaign counts fifteen")
            .starts_with("12 counted")
    );
    let log = hub.works("campaign log fifteen");
    assert!(log.contains("ana"), "{log}");
    for action in [
        "new",
        "prove",
        "open",
        "quarantine",
        "undo quarantine",
        "release",
    ] {
        assert!(log.contains(&format!("  {action}")), "{action} in {log}");
    }
}

#[test]
fn codes_are_printed_once_and_kept_as_marks() {
    let hub = Hub::open();
    let out = hub.path("sheet.html");
    let command = format!("campaign codes fifteen --count 5 --out {out}");
    assert!(hub.refused(&command).contains("--public-url"));
    hub.works(&format!("{command} --public-url https://hub.test"));
    assert_eq!(mode(&out), 0o600);
    let sheet = hub.read("sheet.html");
    let codes: Vec<&str> = sheet
        .match_indices("<p class=\"code\">")
        .map(|(at, tag)| &sheet[at + tag.len()..][.."swc1-xxxx-xxxx-xxxx-xxxx".len()])
        .collect();
    assert_eq!(codes.len(), 5);
    assert_eq!(sheet.matches("<svg").count(), 5);
    assert!(!sheet.contains("<script") && !sheet.contains("src="));
    let secret = hub.secret();
    for code in codes {
        let code = swansfeet_demands::code::Code::read(code).expect("a code");
        let mark = secret.code_mark(&code);
        let again = hub.with_store(async |store| store.add_codes("fifteen", &[mark]).await);
        assert_eq!(again.expect("the store"), 0, "it was there already");
    }
    // Never overwritten, and then no codes are made.
    hub.refused(&format!("{command} --public-url https://hub.test"));
    assert!(
        hub.works("campaign show fifteen")
            .contains("5, 0 of them used")
    );
    for count in [0, 2_001] {
        let out = hub.path("other.html");
        hub.refused(&format!(
            "campaign codes fifteen --count {count} --out {out} --public-url https://hub.test"
        ));
    }
}

#[test]
fn every_command_says_when_there_is_no_such_campaign() {
    let hub = Hub::open();
    let out = hub.path("out");
    for command in [
        "open nobody",
        "close nobody",
        "show nobody",
        "keys nobody",
        "counts nobody",
        "quarantine nobody --held",
        "withdraw nobody --id 00000000000000000000000000000000",
        "release nobody --held",
        &format!("records nobody --out {out}"),
    ] {
        let said = hub.refused(&format!("campaign {command}"));
        assert!(said.contains("no campaign \"nobody\""), "{command}: {said}");
    }
}
