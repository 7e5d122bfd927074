//! What an operator may set: one table says what there is, and file, environment and flags are all
//! read by it, each stronger than the one before.

mod read;
mod table;
mod value;

use std::{net::SocketAddr, path::PathBuf, time::Duration};

use ipnet::IpNet;

pub use read::{ConfigError, Given, read};
pub use table::{SETTINGS, Setting, schema};

use crate::{demands::Limits, mail::MailConfig};

/// How a hub runs. [`Config::default`] is a hub that works: SQLite in `./data`, on this machine.
#[derive(Clone, Debug)]
pub struct Config {
    /// Where it listens.
    pub listen: SocketAddr,
    /// The folder that `cargo xtask dist` filled: `manifest.json` and what it names. Where it is
    /// none, the widgets are those inside the program (feature `widgets`), or else in `dist`.
    pub assets: Option<PathBuf>,
    /// The folder for the database; made if missing, readable by its owner alone.
    pub data: PathBuf,
    /// The database; SQLite in the data folder where it is none.
    pub database: Option<String>,
    /// The folder for the campaigns' secrets; `secrets` in the data folder where it is none.
    pub secrets: Option<PathBuf>,
    /// Where partners reach this hub, such as `https://hub.example`; without it, pages name the
    /// address that they were asked for by, and mails the one that the hub listens on.
    pub public_url: Option<String>,
    /// How the log is written.
    pub log: Log,
    /// How long one request may take before it is given up.
    pub time_limit: Duration,
    /// How long requests in hand, and mails, may still take once the hub has been told to stop.
    pub farewell: Duration,
    /// Networks of proxies that are believed when they say for whom they ask.
    pub trusted_proxies: Vec<IpNet>,
    /// How mail is sent.
    pub mail: MailConfig,
    /// How much is too much.
    pub limits: Limits,
    /// How feeds of meetings are fetched.
    pub meetings: MeetingsConfig,
}

/// How feeds of meetings are fetched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MeetingsConfig {
    /// Whether sources in private networks and on this machine may be fetched too.
    pub private_addresses: bool,
    /// How long one source may take in all.
    pub fetch_limit: Duration,
}

impl Default for MeetingsConfig {
    fn default() -> Self {
        Self {
            private_addresses: false,
            fetch_limit: Duration::from_secs(30),
        }
    }
}

/// How the log is written, on standard error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Log {
    /// For people.
    Text,
    /// One JSON object a line.
    Json,
    /// Not at all.
    None,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            listen: SocketAddr::from(([127, 0, 0, 1], 8080)),
            assets: None,
            data: PathBuf::from("data"),
            database: None,
            secrets: None,
            public_url: None,
            log: Log::Text,
            time_limit: Duration::from_secs(10),
            farewell: Duration::from_secs(5),
            trusted_proxies: Vec::new(),
            mail: MailConfig::default(),
            limits: Limits::default(),
            meetings: MeetingsConfig::default(),
        }
    }
}

impl Config {
    /// The folder for the campaigns' secrets.
    #[must_use]
    pub fn secrets_folder(&self) -> PathBuf {
        let beside = || self.data.join("secrets");
        self.secrets.clone().unwrap_or_else(beside)
    }
}
