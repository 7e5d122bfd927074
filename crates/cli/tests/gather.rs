//! `swansfeet meetings feed` as a program: what it makes, what it refuses, and what it tells.
#![allow(clippy::too_many_lines, clippy::unwrap_used, reason = "tests; a table")]

use std::process::Command;

use tempfile::TempDir;

struct Hub(TempDir);

impl Hub {
    /// What `swansfeet meetings feed` says, and whether it was done.
    fn run(&self, arguments: &[&str]) -> (String, bool) {
        self.meetings(&[&["feed"], arguments].concat())
    }

    /// The same of `swansfeet meetings`.
    fn meetings(&self, arguments: &[&str]) -> (String, bool) {
        let output = Command::new(env!("CARGO_BIN_EXE_swansfeet"))
            .arg("meetings")
            .args(arguments)
            .arg("--data")
            .arg(self.0.path().join("data"))
            .current_dir(self.0.path())
            .output()
            .unwrap();
        let said = [output.stdout, output.stderr].concat();
        (String::from_utf8(said).unwrap(), output.status.success())
    }
}

#[test]
fn a_feed_is_made_filled_and_handed_to_an_organiser() {
    let hub = Hub(TempDir::new().unwrap());
    let file = "[[meetings]]\nid = \"own\"\ntitle = \"Own meeting\"\nstart = \"2026-12-07T10:00\"\n\
                how = \"in-person\"\ncolour = \"red\"\n[meetings.venue]\nname = \"Room 2\"\n";
    std::fs::write(hub.0.path().join("own.toml"), file).unwrap();
    let source = "http://127.0.0.1:1/feed.json?key=1";
    let rows: [(&[&str], bool, &str); 21] = [
        (&["list"], false, "There is no hub's data in the folder"),
        (&["import", "fifteen"], false, "--data"),
        (
            &["new", "fifteen", "--name", "Fifteen"],
            true,
            "https://hub.example/feeds/fifteen.json",
        ),
        (
            &["new", "fifteen", "--name", "Again"],
            false,
            "there is a feed `fifteen` already",
        ),
        (
            &["new", "Not a slug", "--name", "X"],
            false,
            "small letters",
        ),
        (&["list"], true, "fifteen\tFifteen"),
        (&["import", "fifteen"], true, "This feed has no sources."),
        (
            &["source", "add", "fifteen", "own.toml"],
            false,
            "cannot be fetched",
        ),
        (
            &["source", "add", "fifteen", source, "--every", "1"],
            false,
            "every 5 minutes at most",
        ),
        (
            &["source", "add", "fifteen", source],
            true,
            "every 30 minutes",
        ),
        (
            &["source", "add", "fifteen", source],
            false,
            "has that source already",
        ),
        (
            &["import", "fifteen"],
            false,
            "leads into a private network",
        ),
        (
            &["source", "list", "fifteen"],
            true,
            "Nothing good has come from here yet.",
        ),
        (&["add", "fifteen", "own.toml"], true, "line 6 colour: "),
        (&["add", "fifteen", "own.toml"], true, "0 new, 1 replaced."),
        (
            &["organiser", "new", "fifteen", "--label", "ana"],
            true,
            "https://hub.example/organise/fifteen/",
        ),
        (
            &["organiser", "new", "fifteen", "--label", "ana"],
            false,
            "there is an organiser `ana` already",
        ),
        (&["organiser", "list", "fifteen"], true, "ana\t"),
        (
            &["organiser", "remove", "fifteen", "--label", "ana"],
            true,
            "leads nowhere now",
        ),
        (
            &["source", "remove", "fifteen", source],
            true,
            "no longer fetched",
        ),
        (&["remove", "fifteen", "--lang", "cy"], true, "wedi'i dileu"),
    ];
    for (arguments, done, wanted) in rows {
        let (said, ended_well) = hub.run(arguments);
        assert_eq!(ended_well, done, "{arguments:?}: {said}");
        assert!(
            said.contains(wanted),
            "{arguments:?}: no {wanted} in {said}"
        );
    }
}

#[test]
fn the_short_import_is_the_long_one_and_help_says_what_there_is() {
    let hub = Hub(TempDir::new().unwrap());
    hub.run(&["new", "fifteen", "--name", "Fifteen"]);
    for feed in ["fifteen", "sixteen"] {
        let short = hub.meetings(&["import", feed]);
        assert_eq!(short, hub.run(&["import", feed]), "{feed}");
    }
    let help = Command::new(env!("CARGO_BIN_EXE_swansfeet"))
        .args(["meetings", "--help"])
        .output()
        .unwrap();
    let help = String::from_utf8(help.stdout).unwrap();
    assert!(
        help.starts_with("Meetings: what is wrong in a feed"),
        "{help}"
    );
    for command in ["check", "expand", "feed", "import", "rule"] {
        assert!(
            help.contains(&format!("\n  {command} ")),
            "{command}: {help}"
        );
    }
}
