//! Commands to be pasted into a shell: with the flags that led to this hub, and quoted where a shell
//! would take a word for something else.

use super::Hub;

impl Hub {
    /// The flags that were given, each with a space before it.
    pub(super) fn flags(&self) -> String {
        let config = self.config.as_ref();
        let config = config.map(|path| path.display().to_string());
        let flags = [
            ("--config", config.as_deref()),
            ("--data", self.data.as_deref()),
            ("--database", self.database.as_deref().map(without_password)),
            ("--secrets", self.secrets.as_deref()),
        ];
        let given = flags.into_iter().filter_map(|(flag, value)| {
            let value = quoted(value?);
            Some(format!(" {flag} {value}"))
        });
        given.collect()
    }
}

/// A password is not shown a second time: what is pasted then asks to be filled in.
fn without_password(url: &str) -> &str {
    let user = url
        .split_once("://")
        .and_then(|(_, rest)| rest.split_once('@'));
    match user {
        Some((user, _)) if user.contains(':') => "postgres://…",
        _ => url,
    }
}

pub(super) fn command(words: &[&str], flags: &str) -> String {
    let words: String = words
        .iter()
        .map(|word| format!(" {}", quoted(word)))
        .collect();
    format!("swansfeet{words}{flags}")
}

/// A word as a shell takes it for one word.
fn quoted(word: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "-_./:=@%+,".contains(c);
    if !word.is_empty() && word.chars().all(is_plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', r"'\''"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_leads_back_to_the_same_hub() {
        let hub = Hub {
            config: Some("hub.toml".into()),
            data: Some("Ana's data".to_owned()),
            database: Some("postgres://hub@db.example/hub".to_owned()),
            secrets: Some("/srv/secrets".to_owned()),
        };
        let shown = command(&["campaign", "show", "fifteen"], &hub.flags());
        let wanted = [
            "swansfeet campaign show fifteen --config hub.toml",
            r"--data 'Ana'\''s data'",
            "--database postgres://hub@db.example/hub --secrets /srv/secrets",
        ];
        assert_eq!(shown, wanted.join(" "));
    }

    #[test]
    fn no_password_is_shown_again() {
        for url in [
            "postgres://hub:word@db.example/hub",
            "postgresql://hub:w%40rd@db.example:5432/hub?sslmode=require",
        ] {
            assert_eq!(quoted(without_password(url)), "'postgres://…'");
        }
        assert_eq!(
            without_password("postgres://db.example:5432/hub"),
            "postgres://db.example:5432/hub"
        );
    }
}
