//! Sealed records in a file, for opening them on another machine than the hub: JSON Lines.
//!
//! The first line has the campaign and its wrapped keys, each further line one record. Nothing in
//! it can be read without a key that the hub does not have. Knows neither store nor key.

use serde::{Deserialize, Serialize};

/// The layout that this code writes.
pub const VERSION: u32 = 1;

/// The first line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Head {
    /// [`VERSION`]; tells such a file from any other.
    pub swansfeet_records: u32,
    /// The campaign's slug.
    pub campaign: String,
    /// The campaign file (TOML).
    pub file: String,
    /// The partner whose copies these are; null where they are the organisers' records.
    pub partner: Option<String>,
    /// How many records there were when the file was begun.
    pub count: Option<u64>,
    /// The keys that records are sealed to.
    pub epochs: Vec<Epoch>,
    /// The organisers.
    pub organisers: Vec<Organiser>,
    /// The campaign's keys, wrapped for each organiser.
    pub wrapped: Vec<Wrapped>,
}

/// A key epoch.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Epoch {
    /// 1 for the first.
    pub epoch: u32,
    /// `swk1-…`.
    pub public: String,
}

/// An organiser.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Organiser {
    /// The id within the campaign.
    pub id: String,
    /// `swk1-…`.
    pub public: String,
}

/// A campaign's key, wrapped for an organiser.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wrapped {
    /// The key epoch.
    pub epoch: u32,
    /// The organiser.
    pub organiser: String,
    /// Base64url without padding.
    pub sealed: String,
}

/// One record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Record {
    /// Of the signature, in hexadecimal.
    pub id: String,
    /// The key epoch.
    pub epoch: u32,
    /// What was demanded, as a hash in hexadecimal.
    pub demands: String,
    /// The version of the consent wording.
    pub consent: u32,
    /// The partner on whose page it was signed.
    pub partner: Option<String>,
    /// The day: 2026-03-02.
    pub day: String,
    /// Base64url without padding.
    pub record: String,
}

/// Reads a line.
///
/// # Errors
/// What `serde_json` says of it.
pub fn read<'a, T: Deserialize<'a>>(line: &'a str) -> Result<T, String> {
    serde_json::from_str(line).map_err(|error| error.to_string())
}

/// Writes a line, with its end.
///
/// # Errors
/// The writer's.
pub fn write(out: &mut impl std::io::Write, line: &impl Serialize) -> std::io::Result<()> {
    serde_json::to_writer(&mut *out, line)?;
    out.write_all(b"\n")
}
