//! Files that nobody meant well, or that a disk has spoilt: whatever the bytes, there is an answer,
//! soon, and it can be written.

use std::time::{Duration, Instant};

use proptest::prelude::*;
use swansfeet_api::meetings::{read, rule::Run, to_json};
use swansfeet_meetings::read::Feed;
use swansfeet_meetings::zone::Iana;

/// What any file under 1 MB may take here, unoptimised, beside other tests. Optimised it is under a
/// second (`cargo bench -p swansfeet-api --features meetings --bench feeds`).
const SOON: Duration = Duration::from_secs(20);

/// Reads, and holds what is true of every feed.
fn answered(bytes: &[u8]) -> Feed {
    let start = Instant::now();
    let feed = read(bytes, &Iana);
    assert!(start.elapsed() < SOON, "{:?}", start.elapsed());
    assert!(feed.meetings.len() <= 20_000);
    assert!(feed.problems.len() <= 2_002, "{}", feed.problems.len());
    let mut ids: Vec<&str> = feed
        .meetings
        .iter()
        .map(|meeting| meeting.id.as_str())
        .collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), feed.meetings.len(), "ids are unique");
    for meeting in &feed.meetings {
        assert!(!meeting.id.is_empty() && !meeting.title.is_empty());
        let links = [
            &meeting.joining.link,
            &meeting.page,
            &meeting.organiser.link,
        ];
        for link in links.into_iter().flatten() {
            let known = ["https://", "mailto:", "tel:"];
            assert!(
                known.iter().any(|scheme| link.starts_with(scheme)),
                "{link}"
            );
        }
        let texts = [
            &meeting.title,
            &meeting.about,
            &meeting.joining.note,
            &meeting.organiser.name,
        ];
        for c in texts.into_iter().flat_map(|text| text.chars()) {
            assert!(c == '\n' || !c.is_control() && !('\u{202a}'..='\u{202e}').contains(&c));
        }
    }
    feed
}

/// The feeds of the tables, as files.
fn feeds() -> Vec<Vec<u8>> {
    const TABLES: [&str; 10] = [
        include_str!("cases/swansfeet.toml"),
        include_str!("cases/guide.toml"),
        include_str!("cases/bmlt.toml"),
        include_str!("cases/events.toml"),
        include_str!("cases/calendar.toml"),
        include_str!("cases/changes.toml"),
        include_str!("cases/table.toml"),
        include_str!("cases/dates.toml"),
        include_str!("cases/times.toml"),
        include_str!("cases/zones.toml"),
    ];
    let tables = TABLES
        .iter()
        .map(|table| toml::from_str::<super::Table>(table).expect("a table"));
    tables
        .flat_map(|table| table.case)
        .map(|case| case.bytes())
        .collect()
}

proptest! {
    #[test]
    fn any_bytes_get_an_answer(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        answered(&bytes);
    }

    #[test]
    fn any_text_behind_a_known_beginning_gets_an_answer(
        start in proptest::sample::select(vec![
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260303T193000\n", "Title,Day,Time\n", "{\"swansfeet\":", "[{\"day\":",
            "name = ", "[[meetings]]\ntitle = ",
        ]),
        text in "(?s).{0,200}",
    ) {
        answered(format!("{start}{text}").as_bytes());
    }

    #[test]
    fn a_spoilt_feed_gets_an_answer(
        which in any::<prop::sample::Index>(),
        spoilt in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0..3_u8), 1..12),
    ) {
        let feeds = feeds();
        let mut bytes = which.get(&feeds).clone();
        for (place, byte, how) in spoilt {
            let at = place.index(bytes.len());
            match how {
                0 => bytes[at] = byte,
                1 => bytes.insert(at, byte),
                _ => {
                    bytes.remove(at);
                }
            }
            if bytes.is_empty() {
                break;
            }
        }
        answered(&bytes);
    }

    #[test]
    fn what_was_read_of_a_spoilt_feed_reads_back_from_json(
        which in any::<prop::sample::Index>(),
        cut in any::<prop::sample::Index>(),
    ) {
        let feeds = feeds();
        let bytes = which.get(&feeds);
        let feed = answered(&bytes[..cut.index(bytes.len())]);
        let mut again = read(to_json(&feed).as_bytes(), &Iana);
        // Of a calendar's exceptions less is said than of our own.
        again.problems.retain(|problem| !super::round::is_of_no_meeting(problem));
        prop_assert_eq!(again.problems, vec![]);
        prop_assert_eq!(again.meetings, feed.meetings);
    }
}

#[test]
fn a_megabyte_of_anything_gets_an_answer() {
    for (what, text) in super::floods::floods() {
        println!("{what}");
        let feed = answered(text.as_bytes());
        let start = Instant::now();
        super::floods::expand(&feed);
        assert!(start.elapsed() < SOON, "{:?}", start.elapsed());
    }
}

#[test]
fn any_lines_of_rules_get_answers_and_no_more_than_they_may_ask_for() {
    for (what, lines) in super::floods::lines() {
        println!("{what}");
        let start = Instant::now();
        let lines = &lines[..lines.len().min(100_000)];
        // A date and its instant are 46 bytes.
        let bytes = super::floods::answer(lines, Run::sharing(10_000));
        assert!(start.elapsed() < SOON, "{:?}", start.elapsed());
        assert!(bytes < 46 * 200_000, "{bytes}");
    }
}
