//! `swansfeet wellbeing holder`, `steward` and `tally`: weeks of a second holder, and what can be in
//! its way.

use std::fs;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

use swansfeet_wellbeing::identity::{HolderKey, Identity};
use swansfeet_wellbeing::key_file::KeyFile;
use swansfeet_wellbeing::talk::Reply;
use swansfeet_wellbeing::week_keys::WeekKeys;
use swansfeet_wellbeing::{Place, Week};

use crate::first::CAMPAIGN;
use crate::hub::{Hub, as_folder, last_week, random, today};
use crate::support::{self, text};

fn wellbeing(arguments: &[&str]) -> Output {
    let mut command = support::swansfeet();
    command.arg("wellbeing").args(arguments);
    let output = support::run(command, b"");
    for said in [&output.stdout, &output.stderr] {
        assert!(!text(said).contains("swi1-"), "a secret was printed");
        assert!(!text(said).contains("{ $"), "{}", text(said));
    }
    output
}

/// A command that works. What it said on standard output.
fn works(arguments: &[&str]) -> String {
    let output = wellbeing(arguments);
    let said = text(&output.stdout);
    assert!(output.status.success(), "{said}{}", text(&output.stderr));
    said
}

/// A command that is refused. The sentence.
fn refused(arguments: &[&str]) -> String {
    let output = wellbeing(arguments);
    assert_eq!(output.status.code(), Some(1), "{}", text(&output.stdout));
    text(&output.stderr)
}

fn as_text(path: &Path) -> &str {
    path.to_str().expect("a path of letters")
}

/// A second holder whose keys lie in a folder, and a hub that knows it.
struct Held {
    hub: Hub,
    identity: Identity,
}

impl Held {
    fn new() -> Held {
        let identity = Identity::generate(&mut random());
        let hub = Hub::of(&identity);
        Held { hub, identity }
    }

    /// The keys of last week's card as a folder.
    fn folder(&self) -> String {
        let folder = self.hub.path("keys");
        as_folder(&self.hub.week_before(&self.identity), &folder);
        private(&folder);
        as_text(&folder).to_owned()
    }

    fn run(&self, command: &str, keys: &str, more: &[&str]) -> Vec<String> {
        let all = [command, CAMPAIGN, "--hub", &self.hub.url, "--keys", keys];
        all.iter()
            .chain(more)
            .map(|word| (*word).to_owned())
            .collect()
    }

    fn works(&self, command: &str, keys: &str, more: &[&str]) -> String {
        let all = self.run(command, keys, more);
        works(&all.iter().map(String::as_str).collect::<Vec<_>>())
    }

    fn refused(&self, command: &str, keys: &str, more: &[&str]) -> String {
        let all = self.run(command, keys, more);
        refused(&all.iter().map(String::as_str).collect::<Vec<_>>())
    }

    fn published(&self) -> Vec<(Place, Week, u32)> {
        let published = &self.hub.shared().first.published;
        published
            .iter()
            .map(|out| (out.place, out.week, out.weeks))
            .collect()
    }
}

#[cfg(unix)]
fn private(folder: &Path) {
    use std::os::unix::fs::PermissionsExt;
    let set = |path: &Path, mode| {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("its mode");
    };
    set(folder, 0o700);
    set(&folder.join("weeks"), 0o700);
    set(&folder.join("identity.key"), 0o600);
}

#[cfg(unix)]
fn mode(path: &Path) -> u32 {
    use std::os::unix::fs::PermissionsExt;
    fs::metadata(path)
        .expect("it is there")
        .permissions()
        .mode()
        & 0o777
}

#[test]
fn an_identity_is_made_once_and_its_public_key_stands_alone() {
    let folder = tempfile::TempDir::new().expect("a folder");
    let keys = folder.path().join("a/keys");
    let made = wellbeing(&["holder", "--keys", as_text(&keys)]);
    let key = text(&made.stdout);
    assert!(HolderKey::read(key.trim()).is_ok(), "{key}");
    assert!(text(&made.stderr).contains("keep it safe"));
    assert_eq!(mode(&keys), 0o700);
    assert_eq!(mode(&keys.join("identity.key")), 0o600);
    let again = wellbeing(&["holder", "--keys", as_text(&keys), "--lang", "cy"]);
    assert_eq!(text(&again.stdout), key);
    assert!(
        text(&again.stderr).contains("Mae gan"),
        "{}",
        text(&again.stderr)
    );
}

#[test]
fn a_steward_signs_cards_and_comes_back_for_what_has_ended() {
    let held = Held::new();
    let keys = held.folder();
    held.hub.shared().first.minimum = 20;
    let said = held.works("steward", &keys, &["--least", "10"]);
    assert!(said.contains("9 cards were signed"), "{said}");
    assert!(said.contains("Published: Wales."), "{said}");
    assert!(said.contains("One key was destroyed."), "{said}");
    assert!(said.contains("Keys of the week from"), "{said}");
    let monday = Week::of(today()).plus(1).from();
    let back = monday.format("Come back on %-d %B %Y").to_string();
    assert!(said.contains(&back), "{back}: {said}");
    assert_eq!(held.published(), [(Place::Wales, last_week(), 1)]);
    let kept = |week: Week| {
        let path = Path::new(&keys).join(format!("weeks/{CAMPAIGN}-{week}.key"));
        assert_eq!(mode(&path), 0o600);
        WeekKeys::read(&fs::read(path).expect("a file")).expect("keys")
    };
    assert_eq!(kept(last_week()).places(), [Place::NorthWest]);
    for ahead in 1..=9 {
        assert!(kept(last_week().plus(ahead)).card().is_some(), "{ahead}");
    }
    assert!(Path::new(&keys).join("ledger-fifteen").exists());
    let said = held.works("steward", &keys, &[]);
    assert!(said.contains("Nothing was published"), "{said}");
    assert!(!said.contains("signed"), "{said}");
    assert_eq!(held.published().len(), 1);
}

#[test]
fn a_key_file_of_the_page_does_as_well_as_a_folder() {
    let held = Held::new();
    let mut file = held.hub.week_before(&held.identity);
    let path = held.hub.path("keys.txt");
    fs::write(&path, &*file.save("About.")).expect("written");
    let output = {
        let all = held.run(
            "steward",
            as_text(&path),
            &["--least", "10", "--ahead", "1"],
        );
        wellbeing(&all.iter().map(String::as_str).collect::<Vec<_>>())
    };
    assert!(output.status.success(), "{}", text(&output.stderr));
    let warned = text(&output.stderr);
    assert!(
        warned.contains("Others on this machine can read"),
        "{warned}"
    );
    assert_eq!(held.published(), [(Place::Wales, last_week(), 1)]);
    let saved = fs::read_to_string(&path).expect("a file");
    assert!(saved.starts_with("Keys of the second holder"), "{saved}");
    assert_eq!(mode(&path), 0o600);
    let saved = KeyFile::read(&saved).expect("a key file");
    assert!(saved.saved() > file.saved());
    let keys = saved.week(CAMPAIGN, last_week()).expect("keys");
    assert_eq!(keys.places(), [Place::NorthWest]);
    assert_eq!(
        saved.ledger(CAMPAIGN).latest(),
        [(Place::Wales, last_week(), 1)]
    );
    assert_eq!(saved.weeks(CAMPAIGN).len(), 3);
    let shown = works(&["holder", "--keys", as_text(&path)]);
    assert_eq!(shown.trim(), held.identity.key().to_string());
}

#[test]
fn what_is_in_the_way_is_said_so_that_it_can_be_mended() {
    let held = Held::new();
    let keys = held.folder();
    let missing = held.hub.path("none");
    let damaged = held.hub.path("damaged.txt");
    fs::write(&damaged, "-----BEGIN SWANSFEET CHECK-IN KEYS-----\nAAAA").expect("written");
    let other = held.hub.path("other");
    works(&["holder", "--keys", as_text(&other)]);
    let hub = held.hub.url.as_str();
    let at = |hub, campaign, keys: &Path| {
        refused(&["steward", campaign, "--hub", hub, "--keys", as_text(keys)])
    };
    let keys = Path::new(&keys);
    let elsewhere = "http://hub.example";
    for (said, wanted) in [
        (
            at(hub, "sixteen", keys),
            "no check-in of the campaign “sixteen”",
        ),
        (at(elsewhere, CAMPAIGN, keys), "does not begin with https"),
        (
            at("hub.example", CAMPAIGN, keys),
            "is not the address of a hub",
        ),
        (
            at("https://127.0.0.1:9", CAMPAIGN, keys),
            "The hub does not answer",
        ),
        (at(hub, CAMPAIGN, &other), "another second holder"),
        (at(hub, CAMPAIGN, &missing), "There are no keys in"),
        (at(hub, CAMPAIGN, &damaged), "is damaged or cut off"),
        (
            held.refused("steward", as_text(keys), &["--least", "30"]),
            "smaller than you allow",
        ),
        (
            held.refused("steward", as_text(keys), &["--lang", "cy"]),
            "llai nag yr ydych",
        ),
    ] {
        assert!(said.contains(wanted), "{wanted}: {said}");
        assert!(
            !said.contains("error-") && !said.contains("refusal-"),
            "{said}"
        );
    }
    held.hub.shared().clock = 301;
    let said = held.refused("steward", as_text(keys), &[]);
    assert!(said.contains("more than five minutes"), "{said}");
    held.hub.shared().clock = 0;
    held.hub.shared().instead = Some(Reply::Released);
    let said = held.refused("steward", as_text(keys), &[]);
    assert!(said.contains("answers what was not asked"), "{said}");
    held.hub.shared().is_away = true;
    let said = held.refused("tally", as_text(keys), &["--once"]);
    assert!(said.contains("stopped in the middle"), "{said}");
    assert_eq!(held.published(), []);
}

/// A tally that runs, and what it has said so far.
struct Running {
    child: Child,
    out: std::path::PathBuf,
}

impl Running {
    fn start(held: &Held, keys: &str, more: &[&str]) -> Running {
        let out = held.hub.path("said.txt");
        let to = || {
            Stdio::from(
                fs::File::options()
                    .append(true)
                    .create(true)
                    .open(&out)
                    .expect("a file"),
            )
        };
        let mut command = Command::new(env!("CARGO_BIN_EXE_swansfeet"));
        command.arg("wellbeing").args(held.run("tally", keys, more));
        let child = command
            .stdout(to())
            .stderr(to())
            .spawn()
            .expect("it starts");
        Running { child, out }
    }

    fn said(&self) -> String {
        fs::read_to_string(&self.out).expect("its output")
    }

    fn waits_for(&self, wanted: &str) {
        let start = Instant::now();
        while !self.said().contains(wanted) {
            assert!(
                start.elapsed() < Duration::from_secs(60),
                "{wanted}: {}",
                self.said()
            );
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    fn ends(mut self) -> String {
        let pid = self.child.id().to_string();
        let told = Command::new("kill").args(["-TERM", &pid]).status();
        assert!(told.expect("kill").success());
        let status = self.child.wait().expect("it ends");
        assert!(status.success(), "{}", self.said());
        self.said()
    }
}

#[test]
fn a_tally_waits_for_its_hub_says_so_once_and_ends_when_it_is_told() {
    let held = Held::new();
    let keys = held.folder();
    held.hub.shared().is_away = true;
    let tally = Running::start(&held, &keys, &["--every", "1"]);
    tally.waits_for("stopped in the middle");
    std::thread::sleep(Duration::from_millis(2_500));
    held.hub.shared().is_away = false;
    tally.waits_for("The hub is there again.");
    tally.waits_for("Wales, week from");
    let in_use = held.refused("tally", &keys, &["--once"]);
    assert!(in_use.contains("in use by another process"), "{in_use}");
    let said = tally.ends();
    assert_eq!(said.matches("stopped in the middle").count(), 1, "{said}");
    assert_eq!(
        said.lines().last(),
        Some("Ended. The next start goes on from here.")
    );
    assert!(said.contains("published, one week."), "{said}");
    assert_eq!(held.published(), [(Place::Wales, last_week(), 1)]);
    held.works("tally", &keys, &["--once"]);
}

#[test]
fn what_stays_as_it_was_is_said_once() {
    let held = Held::new();
    let keys = held.folder();
    let gone = Path::new(&keys).join(format!("weeks/{CAMPAIGN}-{}.key", last_week()));
    fs::remove_file(gone).expect("a file");
    let tally = Running::start(&held, &keys, &["--every", "1"]);
    tally.waits_for("its key is not here");
    std::thread::sleep(Duration::from_millis(2_500));
    let said = tally.ends();
    // One line for each of the two places, not for each run.
    assert_eq!(said.matches("its key is not here").count(), 2, "{said}");
    assert_eq!(held.published(), []);
}

#[test]
fn a_tally_that_is_killed_while_it_counts_goes_on_and_publishes_once() {
    let held = Held::new();
    let keys = held.folder();
    for after in [0, 5, 20, 60, 150] {
        let mut tally = Running::start(&held, &keys, &["--every", "1"]);
        std::thread::sleep(Duration::from_millis(after));
        tally.child.kill().expect("killed");
        tally.child.wait().expect("gone");
    }
    held.works("tally", &keys, &["--once"]);
    held.works("tally", &keys, &["--once"]);
    assert_eq!(held.published(), [(Place::Wales, last_week(), 1)]);
}

#[test]
fn what_a_crash_left_half_written_is_destroyed_at_the_next_start() {
    let held = Held::new();
    let keys = held.folder();
    let left = Path::new(&keys).join("weeks/fifteen-2026-W01.new");
    fs::write(&left, "half a key").expect("written");
    held.works("tally", &keys, &["--once"]);
    assert!(!left.exists());
}
