//! What is read in pieces is what is read as a whole.

use super::Feed;
use crate::tree::tree;
use swansfeet_meetings::read;

const GALLERY: &str = include_str!("../../gallery/meetings.json");

/// Slips of all kinds: meetings that are kept, that are left out, that say twice or not at all how one
/// is there; and rooms, ways to join and pages that are no such thing.
const SLIPS: &str = r#" {"swansfeet": "meetings/1", "meetings": [
  {"title": "A", "start": "2026-03-03T19:30", "how": "online", "venue": "Unity Hall, LS1 4DY", "page": "http://a.example"},
  {"title": "A", "start": "2026-03-03T19:30", "venue": {"name": "B", "latitude": "north", "postcode": "?"}},
  {"title": "A", "id": "same", "start": "2026-03-03T19:30", "how": "by boat", "join": {"withheld": "perhaps"}},
  {"title": "A", "id": "same", "start": "2026-03-03T19:30", "how": "hybrid", "organiser": "C", "about": "D\n\nE"},
  {"title": "", "start": "2026-03-03T19:30"}, {"title": "No start"}, {"title": "B", "start": "soon"}, {}, 7, null,
  {"title": "B", "start": "2026-03-03T19:30", "rule": "FREQ=HOURLY", "how": "phone", "join": {"phone": "none", "link": "javascript:1"}},
  {"title": "\u00e9 \" B", "start": "2026-03-03T19:30", "roles": ["family", 1], "how": "in person", "surplus": {"a": [1, {}]}}
 ], "sources": [{"name": "S", "problem": "gone"}], "meetings": [{"title": "Z", "start": "2026-03-03T19:30"}]} "#;

fn read_late(text: &str) -> Option<()> {
    let mut feed = Feed::unasked(String::new());
    let mut meetings = feed.read(text.to_owned())?;
    let whole = read::json(&tree(text)?);
    assert_eq!(meetings.len(), whole.meetings.len(), "{text}");
    let some_late = feed.late.iter().filter(|at| at.get() > 0).count();
    assert!(some_late > 0, "{text}");
    // What a list is made of is there already.
    for (one, other) in meetings.iter().zip(&whole.meetings) {
        assert_eq!(
            (&one.id, &one.title, &one.schedule),
            (&other.id, &other.title, &other.schedule)
        );
        assert_eq!(
            (one.attend, one.status, one.access),
            (other.attend, other.status, other.access)
        );
        assert_eq!(
            (&one.roles, &one.languages, &one.open_to),
            (&other.roles, &other.languages, &other.open_to)
        );
        assert_eq!(one.women_only, other.women_only);
    }
    // Twice: the second time there is nothing to do.
    for _ in 0..2 {
        for (nth, meeting) in meetings.iter_mut().enumerate() {
            feed.complete(nth, meeting);
        }
        assert_eq!(meetings, whole.meetings, "{text}");
    }
    assert_eq!(feed.sources, whole.sources, "{text}");
    Some(())
}

#[test]
fn a_feed_in_pieces_is_the_whole_feed() {
    for text in [GALLERY, SLIPS] {
        assert!(read_late(text).is_some());
    }
}

#[test]
fn what_is_no_feed_as_a_whole_is_none_in_pieces() {
    let one = r#"{"title": "A", "start": "2026-03-03T19:30", "how": "online"}"#;
    for (text, many) in [
        (r#"{"swansfeet": "meetings/1", "meetings": ONE}"#, Some(1)),
        (r#"{"swansfeet": "meetings/1", "meetings": []}"#, Some(0)),
        (r#"{"swansfeet": "meetings/1", "meetings": null}"#, None),
        (r#"{"swansfeet": "meetings/1", "meetings": 7}"#, None),
        (r#"{"swansfeet": "meetings/1"}"#, None),
        (r#"{"meetings": [ONE]}"#, Some(1)),
        (
            r#"{"meetings": [ONE, ONE], "swansfeet": "meetings/1"}"#,
            Some(2),
        ),
        (r#"{"meetings": [ONE"#, None),
        (r#"{"meetings": [ONE] x"#, None),
        (r#"{"meetings": [ONE]} x"#, None),
        (r#"{"meetings": [ONE,]}"#, None),
        (r#"{"meetings": ONE}"#, None),
        (r#"{"meetings": [{"title": "A"}]}"#, None),
        (r#"{"error": "none"}"#, None),
        ("[]", Some(0)),
        ("{}", None),
        ("\"text\"", None),
        ("<p>", None),
    ] {
        let text = text.replace("ONE", one);
        let mut feed = Feed::unasked(String::new());
        let read = feed.read(text.clone()).map(|meetings| meetings.len());
        assert_eq!(read, many, "{text}");
    }
}
