//! Counts as `swansfeet campaign counts --json` writes them. Small cells come hidden.

use serde::Serialize;

/// Totals of a campaign, and one table.
#[derive(Clone, Debug, Serialize)]
pub struct Report {
    /// The campaign.
    pub campaign: String,
    /// Confirmed, neither held nor set aside: what is shown.
    pub counted: u64,
    /// Waiting for their mail to be answered.
    pub pending: u64,
    /// Confirmed but held.
    pub held: u64,
    /// Set aside.
    pub quarantined: u64,
    /// What the table is by; null where none was asked for.
    pub by: Option<String>,
    /// The table.
    pub cells: Option<Vec<Cell>>,
}

/// A line of the table.
#[derive(Clone, Debug, Serialize)]
pub struct Cell {
    /// The day, area, category…; empty for none.
    pub id: String,
    /// How many; null where it is hidden.
    pub count: Option<u32>,
}

impl Report {
    /// One line of JSON.
    #[must_use]
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).expect("names and numbers are always JSON")
    }
}
