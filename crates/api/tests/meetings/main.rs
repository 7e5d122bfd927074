//! Feeds as they really are: what is read of them, and what is said about them. The rows are in
//! `cases/`; people, employers and places in them are invented.
#![cfg(feature = "meetings")]

mod floods;
mod hostile;
mod round;

use serde::Deserialize;
use swansfeet_api::meetings::{read, to_json};
use swansfeet_meetings::read::{Feed, Problem};
use swansfeet_meetings::zone::Iana;

#[derive(Deserialize)]
struct Table {
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    /// The file.
    feed: String,
    /// `crlf`, `cr`, `latin1`, `utf16`, `bom`: how the file is written.
    #[serde(default)]
    bytes: String,
    /// Each meeting in our own JSON.
    #[serde(default)]
    meetings: Vec<String>,
    /// Line, entry, field, what; an exclamation mark where the entry was left out.
    #[serde(default)]
    problems: Vec<String>,
}

impl Case {
    fn bytes(&self) -> Vec<u8> {
        match self.bytes.as_str() {
            "" => self.feed.clone().into_bytes(),
            "crlf" => self.feed.replace('\n', "\r\n").into_bytes(),
            "cr" => self.feed.replace('\n', "\r").into_bytes(),
            "bom" => [b"\xef\xbb\xbf", self.feed.as_bytes()].concat(),
            "latin1" => self
                .feed
                .chars()
                .map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?'))
                .collect(),
            "utf16" => {
                let units = self.feed.encode_utf16().flat_map(u16::to_le_bytes);
                [0xff, 0xfe].into_iter().chain(units).collect()
            }
            other => panic!("{}: no bytes are called {other}", self.name),
        }
    }
}

fn shown(problem: &Problem) -> String {
    let mark = if problem.left_out { "!" } else { "" };
    format!(
        "{mark}{}/{} {}: {}",
        problem.line, problem.entry, problem.field, problem.what
    )
}

fn meetings(feed: &Feed) -> Vec<String> {
    let alone = |meeting: &swansfeet_meetings::Meeting| {
        let feed = Feed {
            meetings: vec![meeting.clone()],
            ..Feed::default()
        };
        let json = to_json(&feed);
        let inner = json.strip_prefix(r#"{"swansfeet":"meetings/1","meetings":["#);
        inner
            .and_then(|json| json.strip_suffix("]}"))
            .expect("a feed of one")
            .to_owned()
    };
    feed.meetings.iter().map(alone).collect()
}

/// Every case of a table; what differs is printed as rows, to be read and taken over.
fn hold(table: &str) {
    let table: Table = toml::from_str(table).expect("the table is TOML");
    let mut wrong = String::new();
    for case in &table.case {
        let feed = read(&case.bytes(), &Iana);
        let (meetings, problems): (_, Vec<String>) =
            (meetings(&feed), feed.problems.iter().map(shown).collect());
        if meetings != case.meetings || problems != case.problems {
            let rows = |rows: &[String]| {
                rows.iter()
                    .map(|row| format!("  '''{row}''',\n"))
                    .collect::<String>()
            };
            wrong += &format!(
                "## {}\nmeetings = [\n{}]\nproblems = [\n{}]\n\n",
                case.name,
                rows(&meetings),
                rows(&problems)
            );
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn our_own_feed_is_read() {
    hold(include_str!("cases/swansfeet.toml"));
}

#[test]
fn meeting_guide_is_read() {
    hold(include_str!("cases/guide.toml"));
}

#[test]
fn bmlt_is_read() {
    hold(include_str!("cases/bmlt.toml"));
}

#[test]
fn events_of_action_network_and_mobilize_are_read() {
    hold(include_str!("cases/events.toml"));
}

#[test]
fn calendar_files_are_read() {
    hold(include_str!("cases/calendar.toml"));
}

#[test]
fn calendar_files_with_changed_dates_are_read() {
    hold(include_str!("cases/changes.toml"));
}

#[test]
fn tables_are_read() {
    hold(include_str!("cases/table.toml"));
}

#[test]
fn files_that_are_no_feed_are_told_apart() {
    hold(include_str!("cases/files.toml"));
}

#[test]
fn zones_are_told_by_their_names_and_offsets() {
    hold(include_str!("cases/zones.toml"));
}

#[test]
fn times_of_day_are_read_as_they_are_meant() {
    hold(include_str!("cases/times.toml"));
}

#[test]
fn dates_that_are_left_out_or_changed_are_dates_that_there_are() {
    hold(include_str!("cases/dates.toml"));
}
