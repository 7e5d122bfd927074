//! What a hub answers: accepted, counts, breakdowns.

use schemars::JsonSchema;
use serde::Serialize;

/// A signature is on disk.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Accepted {
    /// Always true.
    pub accepted: bool,
    /// Whether a mail with a link is on its way.
    pub mail: bool,
    /// Where to withdraw, for those who signed with a code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub withdraw: Option<String>,
}

/// How many have signed.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Count {
    /// Everybody whose signature counts.
    pub count: u64,
    /// How many the campaign hopes for.
    pub goal: Option<u32>,
    /// Of those, how many by way of the partner that was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub partner: Option<u64>,
}

/// Counts by region, category, day and demand, as they were at the last full hour.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Breakdown {
    /// Everybody whose signature counted then.
    pub count: u64,
    /// The tables.
    pub tables: Tables,
}

/// The public tables. Small cells, and those that would give them away, are hidden.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub struct Tables {
    /// By region; the empty id is for areas that lie in several.
    pub region: Vec<Cell>,
    /// By category.
    pub category: Vec<Cell>,
    /// By day.
    pub day: Vec<Cell>,
    /// By demand that matters most; a signature may be in several or none.
    pub demand: Vec<Cell>,
}

/// One row of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Cell {
    /// Of what.
    pub id: String,
    /// How many; null where it is hidden.
    pub count: Option<u32>,
}
