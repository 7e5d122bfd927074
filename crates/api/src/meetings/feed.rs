//! Any file that holds a feed into meetings. What its fields mean is decided in
//! `swansfeet-meetings`; here bytes become text, and JSON and TOML become values that know their
//! line.

use swansfeet_meetings::read::{self, Feed, Problem};
use swansfeet_meetings::zone::Zones;

#[cfg(feature = "meetings")]
use super::toml_value;
use super::{text, value};

/// Reads a feed of any kind: JSON, TOML, a calendar file, or a table. Which it is shows in its first
/// characters. Bytes that are no text are reported and read as well as can be.
#[must_use]
pub fn read(bytes: &[u8], zones: &dyn Zones) -> Feed {
    let (text, problem) = text::decode(bytes);
    let mut feed = match text::kind(&text) {
        text::Kind::Empty => failed(Problem {
            line: 0,
            entry: 0,
            field: String::new(),
            what: "the feed is empty".to_owned(),
            left_out: true,
        }),
        text::Kind::Page => failed(Problem {
            line: 1,
            entry: 0,
            field: String::new(),
            what: "this is a web page or XML, not a feed; look for a link that ends with .ics, .json or .csv"
                .to_owned(),
            left_out: true,
        }),
        text::Kind::Json => value(&text).map_or_else(failed, |(value, too_deep)| {
            let mut feed = read::json(&value);
            feed.problems.splice(..0, too_deep);
            feed
        }),
        #[cfg(feature = "meetings")]
        text::Kind::Toml => toml_value(&text).map_or_else(failed, |value| read::json(&value)),
        #[cfg(not(feature = "meetings"))]
        text::Kind::Toml => failed(Problem::default()),
        text::Kind::Calendar => read::calendar(&text, zones),
        text::Kind::Table => read::csv(&text),
    };
    if let Some(problem) = problem {
        feed.problems.insert(0, problem);
    }
    feed
}

fn failed(problem: Problem) -> Feed {
    Feed {
        problems: vec![problem],
        ..Feed::default()
    }
}
