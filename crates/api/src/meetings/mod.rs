//! Feeds of meetings: any file that holds one into meetings, and meetings into our own JSON. What
//! the fields mean is decided in `swansfeet-meetings`; here bytes become text, and JSON and TOML
//! become values that know their line.

mod from_json;
mod from_toml;
mod text;
mod write;

use swansfeet_meetings::read::{self, Feed, Problem};
use swansfeet_meetings::zone::Zones;

pub use from_json::value;
pub use from_toml::value as toml_value;
pub use write::to_json;

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
        text::Kind::Json => value(&text).map_or_else(failed, |value| read::json(&value)),
        text::Kind::Toml => toml_value(&text).map_or_else(failed, |value| read::json(&value)),
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
