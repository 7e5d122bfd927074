//! Settings as rows: file, environment, flags, and what is said of those that are wrong.
#![allow(clippy::too_many_lines, clippy::unwrap_used, reason = "tests; tables")]

use expect_test::expect_file;
use swansfeet_hub::{
    Config,
    config::{self, Given, SETTINGS},
};
use tempfile::TempDir;

/// The settings that hold, or what is said of them.
fn read(
    file: &str,
    environment: &[(&str, &str)],
    flags: &[(&'static str, &str)],
) -> Result<Config, String> {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("hub.toml");
    std::fs::write(&path, file).unwrap();
    let owned = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
    let given = Given {
        file: Some(path.clone()),
        environment: environment.iter().map(owned).collect(),
        flags: flags
            .iter()
            .map(|(key, value)| (*key, (*value).to_owned()))
            .collect(),
    };
    let name = path.display().to_string();
    config::read(&given).map_err(|error| error.to_string().replace(&name, "FILE"))
}

#[test]
fn without_any_setting_a_hub_works() {
    let config = read("", &[("PATH", "/bin")], &[]).unwrap();
    assert_eq!(config.listen.to_string(), "127.0.0.1:8080");
    assert_eq!(
        config.secrets_folder().display().to_string(),
        "data/secrets"
    );
    assert!(config.mail.smtp.is_none() && config.database.is_none());
}

#[test]
fn flags_are_stronger_than_the_environment_and_that_than_the_file() {
    let file = "listen = \"127.0.0.1:1\"\n";
    let listening = |environment: &[_], flags: &[_]| {
        let config = read(file, environment, flags).unwrap();
        config.listen.port()
    };
    let variable = ("SWANSFEET_LISTEN", "127.0.0.1:2");
    assert_eq!(listening(&[], &[]), 1);
    assert_eq!(listening(&[variable], &[]), 2);
    assert_eq!(listening(&[variable], &[("listen", "127.0.0.1:3")]), 3);
}

#[test]
fn everything_that_the_schema_shows_is_read() {
    let schema = config::schema();
    let mut lines = Vec::new();
    for line in schema.lines() {
        let setting = line.strip_prefix("# ").filter(|line| {
            let (name, _) = line.split_once(" = ").unwrap_or_default();
            SETTINGS
                .iter()
                .any(|setting| setting.key.rsplit('.').next() == Some(name))
        });
        lines.push(setting.unwrap_or(line));
    }
    let config = read(&lines.join("\n"), &[], &[]).unwrap();
    assert_eq!(config.listen.to_string(), "0.0.0.0:8080");
    assert_eq!(config.public_url.as_deref(), Some("https://hub.example"));
    assert_eq!(config.trusted_proxies.len(), 2);
    let senders = [("fifteen".to_owned(), "hello@fifteen.example".to_owned())];
    assert_eq!(config.mail.senders, senders);
    assert_eq!(config.limits, swansfeet_hub::Limits::default());
    expect_file!["settings.toml"].assert_eq(&schema);
}

#[test]
fn what_is_wrong_is_said_with_what_would_be_right() {
    let rows = [
        (
            "lisen = \"x\"",
            "FILE: there is no setting `lisen`: do you mean `listen`?",
        ),
        ("[mial]\nsmtp = \"x\"", "FILE: there is no setting `mial`"),
        (
            "[mail]\nsmpt = \"x\"",
            "FILE: there is no setting `mail.smpt`: do you mean `mail.smtp`?",
        ),
        ("smtp = \"x\"", "FILE: there is no setting `smtp`"),
        ("limits = 3", "FILE: there is no setting `limits`"),
        (
            "listen = \"here\"",
            "FILE: `listen` must be an address and a port: 127.0.0.1:8080",
        ),
        (
            "listen = true",
            "FILE: `listen` must be text, a number or a list",
        ),
        ("log = \"loud\"", "FILE: `log` must be text, json or none"),
        (
            "public_url = \"hub.example\"",
            "FILE: `public_url` must be scheme and host: https://hub.example",
        ),
        (
            "public_url = \"https://hub.example/path\"",
            "FILE: `public_url` must be scheme and host",
        ),
        (
            "time_limit_seconds = 0",
            "FILE: `time_limit_seconds` must be a whole number of seconds",
        ),
        (
            "trusted_proxies = [\"all\"]",
            "FILE: `trusted_proxies` must be networks",
        ),
        (
            "database = \"mysql://x\"",
            "FILE: `database` must be sqlite or postgres://",
        ),
        (
            "[mail]\nsmtp = \"secret@host\"",
            "FILE: `mail.smtp` must be smtp://host:25",
        ),
        (
            "[limits]\nper_network_per_minute = \"many\"",
            "FILE: `limits.per_network_per_minute` must be a whole number",
        ),
        ("a = 1\nb", "`FILE` is not TOML: line 2"),
    ];
    for (file, wanted) in rows {
        let said = read(file, &[], &[]).unwrap_err();
        assert!(said.starts_with(wanted), "{file}: {said}");
        assert!(!said.contains("secret"), "{said}");
    }
    let said = read("", &[("SWANSFEET_MAIL_STMP", "x")], &[]).unwrap_err();
    let wanted = "environment: there is no setting `SWANSFEET_MAIL_STMP`: do you mean `SWANSFEET_MAIL_SMTP`?";
    assert!(said.starts_with(wanted), "{said}");
    let said = read("", &[], &[("log", "x")]).unwrap_err();
    assert_eq!(said, "flags: `--log` must be text, json or none");
}

#[test]
fn a_file_that_is_named_must_be_there() {
    let given = Given {
        file: Some("/nowhere/hub.toml".into()),
        ..Given::default()
    };
    let said = config::read(&given).unwrap_err().to_string();
    assert!(said.contains("/nowhere/hub.toml"), "{said}");
}
