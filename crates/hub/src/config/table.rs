//! The one table of settings.

use std::fmt::Write as _;

use crate::store::Database;

use super::{
    Config, Log,
    value::{address, networks, number, seconds, senders, text, url, yes},
};

/// One setting.
pub struct Setting {
    /// As in the file, with its table in front: `mail.smtp`.
    pub key: &'static str,
    /// What it is for.
    pub help: &'static str,
    /// What to write, as an example in TOML.
    pub example: &'static str,
    /// What holds where nothing is set.
    pub default: &'static str,
    /// Reads it; what was expected if it cannot be read.
    pub(super) set: fn(&mut Config, &str) -> Result<(), &'static str>,
}

impl Setting {
    /// Its name in the environment: `SWANSFEET_MAIL_SMTP`.
    #[must_use]
    pub fn variable(&self) -> String {
        format!("SWANSFEET_{}", self.key.replace('.', "_").to_uppercase())
    }

    /// Its name as a flag: `--mail-smtp`.
    #[must_use]
    pub fn flag(&self) -> String {
        format!("--{}", self.key.replace(['.', '_'], "-"))
    }
}

/// Every setting, in the order of the schema: those of the whole file, then table by table.
pub const SETTINGS: [Setting; 21] = [
    Setting {
        key: "listen",
        help: "Address and port to listen on; port 0 takes any free one",
        example: "\"0.0.0.0:8080\"",
        default: "127.0.0.1:8080",
        set: |config, given| address(given).map(|listen| config.listen = listen),
    },
    Setting {
        key: "data",
        help: "Folder for the database; made if it is missing",
        example: "\"/var/lib/swansfeet\"",
        default: "data",
        set: |config, given| text(given).map(|data| config.data = data.into()),
    },
    Setting {
        key: "assets",
        help: "Folder with the built widgets, as made by `cargo xtask dist`",
        example: "\"/usr/share/swansfeet\"",
        default: "what is inside the program, or else `dist`",
        set: |config, given| text(given).map(|assets| config.assets = Some(assets.into())),
    },
    Setting {
        key: "public_url",
        help: "Where partners and signers reach this hub: scheme and host. Links in mails lead there",
        example: "\"https://hub.example\"",
        default: "as the request came; in mails, where the hub listens",
        set: |config, given| url(given).map(|url| config.public_url = Some(url)),
    },
    Setting {
        key: "log",
        help: "How to write the log, which goes to standard error: text, json or none",
        example: "\"json\"",
        default: "text",
        set: |config, given| {
            config.log = match given {
                "text" => Log::Text,
                "json" => Log::Json,
                "none" => Log::None,
                _ => return Err("text, json or none"),
            };
            Ok(())
        },
    },
    Setting {
        key: "database",
        help: "The database; several hubs may share one PostgreSQL",
        example: "\"postgres://swansfeet:password@localhost/swansfeet\"",
        default: "SQLite in the data folder",
        set: |config, given| {
            Database::named(given)
                .map_err(|_| "sqlite or postgres://user:password@host/database")?;
            config.database = Some(given.to_owned());
            Ok(())
        },
    },
    Setting {
        key: "secrets",
        help: "Folder for the campaigns' secrets. Keep it out of the database's backup",
        example: "\"/etc/swansfeet/secrets\"",
        default: "`secrets` in the data folder",
        set: |config, given| text(given).map(|folder| config.secrets = Some(folder.into())),
    },
    Setting {
        key: "time_limit_seconds",
        help: "How long one request may take to be sent, and to be answered",
        example: "10",
        default: "10",
        set: |config, given| seconds(given).map(|limit| config.time_limit = limit),
    },
    Setting {
        key: "farewell_seconds",
        help: "How long requests in hand, and mails, may still take once the hub is told to stop",
        example: "5",
        default: "5",
        set: |config, given| seconds(given).map(|farewell| config.farewell = farewell),
    },
    Setting {
        key: "trusted_proxies",
        help: "Networks of proxies that are believed when they say for whom they ask (X-Forwarded-For)",
        example: "[\"127.0.0.1/32\", \"10.0.0.0/8\"]",
        default: "none",
        set: |config, given| networks(given).map(|networks| config.trusted_proxies = networks),
    },
    Setting {
        key: "mail.smtp",
        help: "The mail server: smtp://, smtps:// or smtp+starttls://. Without it people sign with one-time codes only",
        example: "\"smtps://user:password@mail.example\"",
        default: "none",
        set: |config, given| {
            let known = ["smtp://", "smtps://", "smtp+starttls://"];
            if !known.iter().any(|scheme| given.starts_with(scheme)) {
                return Err(
                    "smtp://host:25, smtps://user:password@host or smtp+starttls://user:password@host:587",
                );
            }
            config.mail.smtp = Some(given.to_owned().into());
            Ok(())
        },
    },
    Setting {
        key: "mail.from",
        help: "Whom mails come from. It is seen in the inbox: let it say nothing",
        example: "\"hello@hub.example\"",
        default: "needed beside mail.smtp",
        set: |config, given| text(given).map(|from| config.mail.from = Some(from)),
    },
    Setting {
        key: "mail.reply_to",
        help: "Where answers go",
        example: "\"team@hub.example\"",
        default: "to the sender",
        set: |config, given| text(given).map(|to| config.mail.reply_to = Some(to)),
    },
    Setting {
        key: "mail.bounces",
        help: "Where mails that cannot be delivered come back to. What comes back holds the signer's address. Set it only if your mail server takes none without",
        example: "\"bounces@hub.example\"",
        default: "nowhere (an empty sender)",
        set: |config, given| text(given).map(|to| config.mail.bounces = Some(to)),
    },
    Setting {
        key: "mail.senders",
        help: "Senders of single campaigns, by slug",
        example: "{ fifteen = \"hello@fifteen.example\" }",
        default: "none",
        set: |config, given| senders(given).map(|senders| config.mail.senders = senders),
    },
    Setting {
        key: "limits.per_network_per_minute",
        help: "Signatures that one network (IPv4 /24, IPv6 /56) may send in a minute",
        example: "60",
        default: "60",
        set: |config, given| number(given).map(|number| config.limits.per_network = number),
    },
    Setting {
        key: "limits.per_address_per_hour",
        help: "Mails to one address in an hour; what is above is not sent, and nobody is told",
        example: "3",
        default: "3",
        set: |config, given| number(given).map(|number| config.limits.per_address = number),
    },
    Setting {
        key: "limits.per_campaign_per_minute",
        help: "Signatures that one campaign takes in a minute",
        example: "100000",
        default: "100000",
        set: |config, given| number(given).map(|number| config.limits.per_campaign = number),
    },
    Setting {
        key: "limits.puzzle_above_per_minute",
        help: "Signatures of one campaign in a minute above which browsers must solve a puzzle",
        example: "600",
        default: "600",
        set: |config, given| number(given).map(|number| config.limits.puzzle_above = number),
    },
    Setting {
        key: "meetings.private_addresses",
        help: "Whether meetings may be fetched from private networks and this machine: yes or no",
        example: "\"no\"",
        default: "no",
        set: |config, given| yes(given).map(|yes| config.meetings.private_addresses = yes),
    },
    Setting {
        key: "meetings.fetch_seconds",
        help: "How long one source of meetings may take to answer in full",
        example: "30",
        default: "30",
        set: |config, given| seconds(given).map(|limit| config.meetings.fetch_limit = limit),
    },
];

/// The settings with what each is for, as a file that may be filled in.
#[must_use]
pub fn schema() -> String {
    let mut out = String::from(
        "# Settings of the hub. Give this file with --config, or call it swansfeet.toml.\n\
         # The environment is stronger than the file, and flags are stronger than both.\n",
    );
    let mut table = "";
    for setting in &SETTINGS {
        let (own, name) = setting.key.rsplit_once('.').unwrap_or(("", setting.key));
        // Writing to a string does not fail.
        if own != table {
            table = own;
            let _ = write!(out, "\n[{table}]\n");
        }
        let _ = write!(
            out,
            "\n# {}.\n# Left out: {}. Environment: {}. Flag: {}\n# {name} = {}\n",
            setting.help,
            setting.default,
            setting.variable(),
            setting.flag(),
            setting.example,
        );
    }
    out
}
