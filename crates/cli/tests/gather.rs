//! `swansfeet meetings feed` as a program: what it makes, what it refuses, and what it tells.
#![allow(clippy::too_many_lines, clippy::unwrap_used, reason = "tests; a table")]

use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
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
    let rows: [(&[&str], bool, &str); 30] = [
        (&["list"], false, "There is no hub's data in the folder"),
        (&["import", "fifteen"], false, "--data"),
        (
            &["new", "fifteen", "--name", "Fifteen"],
            true,
            "  /feeds/fifteen.json at your hub",
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
        (&["new", "sixteen", "--name", " "], false, "a name is"),
        (
            &["new", "sixteen", "--name", "Six\nteen"],
            false,
            "a name is",
        ),
        (
            &["new", "sixteen", "--name", "Six\u{1b}[31m"],
            false,
            "a name is",
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
            &["source", "add", "fifteen", source, "--every", "4294967295"],
            false,
            "once in 31 days at least",
        ),
        (
            &["source", "add", "fifteen", source, "--name", "a\tb"],
            false,
            "a name is",
        ),
        (
            &[
                "source",
                "add",
                "fifteen",
                "webcal://circle.example/all.ics",
            ],
            false,
            "write https:// for webcal://",
        ),
        (
            &["source", "remove", "fifteen", "https://circle.example/"],
            false,
            "`swansfeet meetings feed source list` names them",
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
            &["add", "fifteen", "own.toml", "--replace"],
            true,
            "0 new, 1 replaced.",
        ),
        (
            &["organiser", "new", "fifteen", "--label", "ana"],
            true,
            " at your hub",
        ),
        (
            &["organiser", "new", "fifteen", "--label", "ana"],
            false,
            "there is an organiser `ana` already",
        ),
        (
            &["organiser", "new", "fifteen", "--label", ""],
            false,
            "a name is",
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

/// A server with a list in which one field is wrong; its address. It says so where nothing is new.
fn server() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let lines = BufReader::new(stream.try_clone().unwrap()).lines();
            let mut head = lines
                .map_while(Result::ok)
                .take_while(|line| !line.is_empty());
            let is_known = head.any(|line| line.to_ascii_lowercase().starts_with("if-none-match"));
            let body = "{\"swansfeet\":\"meetings/1\",\"meetings\":[{\"id\":\"1\",\n\"title\":\"One\",\
                        \"start\":\"2036-03-03T19:30\",\n\"colour\":\"red\"}]}";
            let answer = match is_known {
                true => "HTTP/1.1 304 Not Modified\r\netag: \"1\"\r\nconnection: close\r\n\r\n"
                    .to_owned(),
                false => format!(
                    "HTTP/1.1 200 OK\r\netag: \"1\"\r\nconnection: close\r\n\
                     content-type: application/json\r\ncontent-length: {}\r\n\r\n{body}",
                    body.len()
                ),
            };
            stream.write_all(answer.as_bytes()).unwrap();
        }
    });
    format!("http://{address}/")
}

#[test]
fn what_is_wrong_is_said_also_where_nothing_is_new() {
    let hub = Hub(TempDir::new().unwrap());
    let settings =
        "public_url = \"https://hub.example/\"\n[meetings]\nprivate_addresses = \"yes\"\n";
    std::fs::write(hub.0.path().join("swansfeet.toml"), settings).unwrap();
    let (said, _) = hub.run(&["new", "fifteen", "--name", "Fifteen"]);
    assert!(
        said.contains("  https://hub.example/feeds/fifteen.json\n"),
        "{said}"
    );
    hub.run(&["source", "add", "fifteen", &server()]);
    for first_line in ["1 meeting", "Nothing is new."] {
        let (said, is_well) = hub.run(&["import", "fifteen"]);
        assert!(
            is_well && said.contains(first_line) && said.contains("line 3 colour: "),
            "{said}"
        );
        let (said, _) = hub.run(&["source", "list", "fifteen"]);
        assert!(said.contains("1 thing is wrong in it"), "{said}");
    }
}

#[test]
fn what_ones_own_settings_refuse_is_not_said_of_the_source() {
    let hub = Hub(TempDir::new().unwrap());
    hub.run(&["new", "fifteen", "--name", "Fifteen"]);
    hub.run(&["source", "add", "fifteen", &server()]);
    let (said, is_well) = hub.run(&["import", "fifteen"]);
    assert!(
        !is_well && said.contains("leads into a private network"),
        "{said}"
    );
    let (said, _) = hub.run(&["source", "list", "fifteen"]);
    assert!(
        said.contains("Nothing good has come") && !said.contains("private network"),
        "{said}"
    );
    // The hub that may go there does, as soon as it would have.
    std::fs::write(
        hub.0.path().join("swansfeet.toml"),
        "[meetings]\nprivate_addresses = \"yes\"\n",
    )
    .unwrap();
    assert!(hub.run(&["import", "fifteen"]).1);
}

#[test]
fn the_file_in_the_documentation_is_taken_in() {
    let hub = Hub(TempDir::new().unwrap());
    let guide = concat!(env!("CARGO_MANIFEST_DIR"), "/../../www/docs/meetings.md");
    let guide = std::fs::read_to_string(guide).unwrap();
    let (_, file) = guide.split_once("```toml\n").unwrap();
    let (file, _) = file.split_once("```").unwrap();
    std::fs::write(hub.0.path().join("own.toml"), file).unwrap();
    hub.run(&["new", "fifteen", "--name", "Fifteen"]);
    let said = hub.run(&["add", "fifteen", "own.toml"]);
    assert_eq!(said, ("2 new, 0 replaced.\n".to_owned(), true));
}
