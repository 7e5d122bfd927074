//! Who can help, by nation. The same for everybody in a nation, in the same order, whatever was
//! answered.
//!
//! The rows are in `data/support.toml`, each with the day on which it was verified and by what. Holds
//! no sentence: who they are and what they can do is worded by the widget, by [`Support::id`].

mod data {
    #![expect(
        unreachable_pub,
        reason = "what the build script writes is used by the module above"
    )]
    use super::{Hours, Support, Way};

    include!(concat!(env!("OUT_DIR"), "/support.rs"));
}

/// A nation of the United Kingdom: help differs by it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Nation {
    #[default]
    England,
    Scotland,
    Wales,
    NorthernIreland,
}

impl Nation {
    /// Every nation.
    pub const ALL: [Nation; 4] = [
        Nation::England,
        Nation::Scotland,
        Nation::Wales,
        Nation::NorthernIreland,
    ];

    /// A short name: `northern-ireland`.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Nation::England => "england",
            Nation::Scotland => "scotland",
            Nation::Wales => "wales",
            Nation::NorthernIreland => "northern-ireland",
        }
    }

    /// The nation with this [`Nation::id`].
    #[must_use]
    pub fn named(id: &str) -> Option<Nation> {
        Nation::ALL.into_iter().find(|nation| nation.id() == id)
    }
}

/// Somebody who can help.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Support {
    /// A short name, by which it is worded: `samaritans`.
    pub id: &'static str,
    /// How to reach them, the most direct way first; none where nothing is verified.
    pub ways: &'static [Way],
    /// When they answer.
    pub hours: Hours,
    /// The day on which the ways were verified, `2026-11-26`.
    pub verified: Option<&'static str>,
    /// One bit for each nation, in the order of [`Nation::ALL`].
    nations: u8,
}

/// A way to reach somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Ring this number, written as people read it.
    Tel(&'static str),
    /// Text this word to this number.
    Text(&'static str, &'static str),
    /// Open this page.
    Web(&'static str),
    /// Look for a call among the hub's meetings.
    Meetings,
}

/// When somebody answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hours {
    /// Day and night, every day.
    Always,
    /// Every day; the times are on their page.
    Daily,
    /// Monday to Thursday 6pm to 2am, Friday 6pm to Monday 6am.
    Evenings,
    /// There is no line to ring: one writes or joins.
    Form,
}

impl Support {
    /// All there is, in the order in which it is shown.
    pub const ALL: &'static [Support] = data::SUPPORT;

    /// Whether it is there for people in that nation.
    #[must_use]
    pub const fn is_in(&self, nation: Nation) -> bool {
        self.nations & (1 << nation as u8) != 0
    }
}

/// What each row was verified by, with its [`Support::id`]: for those who check the data. A table
/// apart, so that no widget carries it.
pub const SOURCES: &[(&str, &str)] = data::SOURCES;
