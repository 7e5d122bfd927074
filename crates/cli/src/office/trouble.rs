//! What keeps an organiser's command from being done, as a sentence that says how to mend it.

use std::io;
use std::path::PathBuf;

use swansfeet_demands::email::EmailError;
use swansfeet_hub::config::ConfigError;
use swansfeet_hub::meetings::desk::DeskError;
use swansfeet_hub::organise;
use swansfeet_hub::secrets::SecretError;
use swansfeet_hub::store::StoreError;
use swansfeet_hub::store::backup::BackupError;
use swansfeet_words::{Value, Words};

use crate::words::{keyed, msg};

/// What keeps a command from being done.
#[derive(Debug)]
pub(crate) enum Trouble {
    /// The action itself was refused.
    Organise(organise::Error),
    /// A back-up.
    Backup(BackupError),
    /// A feed of meetings.
    Meetings(DeskError),
    /// The hub's settings.
    Config(ConfigError),
    /// A check-in cannot be opened.
    Wellbeing(swansfeet_hub::wellbeing::OpenError),
    /// A campaign's secret.
    Secret(SecretError),
    /// A file cannot be read or written.
    File(PathBuf, io::Error),
    /// A file is there already, and is never overwritten.
    There(PathBuf),
    /// An address that is none.
    Email(EmailError),
    /// Any other: the key of a sentence, and what it speaks of.
    Other(&'static str, Vec<(&'static str, String)>),
}

impl Trouble {
    pub(crate) fn sentence(&self, words: &Words) -> String {
        let path = |path: &PathBuf| Value::from(path.display().to_string());
        match self {
            Trouble::Organise(error) => {
                let arguments = error.arguments().into_iter();
                let arguments: Vec<_> = arguments
                    .map(|(name, value)| (name, Value::from(value)))
                    .collect();
                keyed(words, error.key(), &arguments)
            }
            Trouble::Secret(error) => {
                let why = error.to_string().into();
                msg::ErrorSecret { why }.say(words)
            }
            Trouble::Wellbeing(error) => {
                let why = error.to_string().into();
                msg::ErrorSettings { why }.say(words)
            }
            Trouble::Backup(error) => {
                let why = error.to_string().into();
                msg::ErrorSettings { why }.say(words)
            }
            Trouble::Meetings(error) => {
                let why = error.to_string().into();
                msg::ErrorSettings { why }.say(words)
            }
            Trouble::Config(error) => {
                let why = error.to_string().into();
                msg::ErrorSettings { why }.say(words)
            }
            Trouble::File(file, why) => msg::ErrorFile {
                file: path(file),
                why: why.to_string().into(),
            }
            .say(words),
            Trouble::There(file) => msg::ErrorThere { file: path(file) }.say(words),
            Trouble::Email(error) => keyed(words, error.key(), &[]),
            Trouble::Other(key, arguments) => {
                let arguments = arguments.iter();
                let arguments: Vec<_> = arguments
                    .map(|(name, value)| (*name, Value::from(value.as_str())))
                    .collect();
                keyed(words, key, &arguments)
            }
        }
    }
}

impl From<organise::Error> for Trouble {
    fn from(error: organise::Error) -> Self {
        Trouble::Organise(error)
    }
}

impl From<BackupError> for Trouble {
    fn from(error: BackupError) -> Self {
        Trouble::Backup(error)
    }
}

impl From<ConfigError> for Trouble {
    fn from(error: ConfigError) -> Self {
        Trouble::Config(error)
    }
}

impl From<SecretError> for Trouble {
    fn from(error: SecretError) -> Self {
        Trouble::Secret(error)
    }
}

impl From<StoreError> for Trouble {
    fn from(error: StoreError) -> Self {
        Trouble::Organise(error.into())
    }
}
