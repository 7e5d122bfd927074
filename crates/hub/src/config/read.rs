//! Reads the settings: file, then environment, then flags. A key that does not exist is refused,
//! with the one that was probably meant; a value that cannot be read says what was expected.

use std::path::PathBuf;

use toml::{Table, Value};

use super::{Config, SETTINGS, Setting};

/// The file that is read where none is named.
const FILE: &str = "swansfeet.toml";

/// Where settings come from.
#[derive(Clone, Debug, Default)]
pub struct Given {
    /// The file that was named; without it `swansfeet.toml` is read if it is there.
    pub file: Option<PathBuf>,
    /// The environment: names and values, whichever program they are for.
    pub environment: Vec<(String, String)>,
    /// Settings by key that were given as flags.
    pub flags: Vec<(&'static str, String)>,
}

/// What is wrong with a setting, worded for whoever wrote it. Values are not repeated: they may be
/// passwords.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// The file cannot be read.
    #[error("the settings in `{0}` cannot be read: {1}")]
    File(PathBuf, std::io::Error),
    /// The file is not TOML.
    #[error("`{0}` is not TOML: {1}")]
    NotToml(PathBuf, String),
    /// There is no such setting.
    #[error("{0}: there is no setting `{1}`{hint}; `swansfeet serve --schema` lists them", hint = meant(.2.as_deref()))]
    Unknown(String, String, Option<String>),
    /// The value cannot be read.
    #[error("{0}: `{1}` must be {2}")]
    Value(String, String, &'static str),
}

fn meant(nearest: Option<&str>) -> String {
    nearest.map_or_else(String::new, |name| format!(": do you mean `{name}`?"))
}

/// The settings that hold.
///
/// # Errors
/// The first thing that is wrong, and where.
pub fn read(given: &Given) -> Result<Config, ConfigError> {
    let mut config = Config::default();
    from_file(&mut config, given)?;
    for (name, value) in &given.environment {
        if !name.starts_with("SWANSFEET_") {
            continue;
        }
        let place = "environment";
        let setting = SETTINGS.iter().find(|setting| setting.variable() == *name);
        let Some(setting) = setting else {
            let known = SETTINGS.iter().map(Setting::variable);
            return Err(unknown(place, name, known));
        };
        set(&mut config, place, name, setting, value)?;
    }
    for (key, value) in &given.flags {
        let Some(setting) = find(key) else {
            let known = SETTINGS.iter().map(|setting| setting.key.to_owned());
            return Err(unknown("flags", key, known));
        };
        set(&mut config, "flags", &setting.flag(), setting, value)?;
    }
    Ok(config)
}

fn from_file(config: &mut Config, given: &Given) -> Result<(), ConfigError> {
    let path = given.file.clone().unwrap_or_else(|| PathBuf::from(FILE));
    let source = match std::fs::read_to_string(&path) {
        Ok(source) => source,
        Err(error) if given.file.is_none() && error.kind() == std::io::ErrorKind::NotFound => {
            return Ok(());
        }
        Err(error) => return Err(ConfigError::File(path, error)),
    };
    let table: Table = source.parse().map_err(|error: toml::de::Error| {
        let line = error.span().map_or(1, |span| {
            source
                .get(..span.start)
                .unwrap_or_default()
                .matches('\n')
                .count()
                + 1
        });
        // The message alone: the whole would show the line, which may hold a password.
        ConfigError::NotToml(path.clone(), format!("line {line}: {}", error.message()))
    })?;
    from_table(config, &path.display().to_string(), "", &table)
}

fn from_table(
    config: &mut Config,
    place: &str,
    prefix: &str,
    table: &Table,
) -> Result<(), ConfigError> {
    for (name, value) in table {
        let key = format!("{prefix}{name}");
        if let Some(setting) = find(&key) {
            let text = plain(value).ok_or_else(|| {
                ConfigError::Value(place.to_owned(), key.clone(), "text, a number or a list")
            })?;
            set(config, place, &key, setting, &text)?;
            continue;
        }
        let inner = format!("{key}.");
        let is_table = SETTINGS
            .iter()
            .any(|setting| setting.key.starts_with(&inner));
        match value {
            Value::Table(table) if is_table => from_table(config, place, &inner, table)?,
            _ => {
                let known = SETTINGS.iter().map(|setting| setting.key.to_owned());
                return Err(unknown(place, &key, known));
            }
        }
    }
    Ok(())
}

fn find(key: &str) -> Option<&'static Setting> {
    SETTINGS.iter().find(|setting| setting.key == key)
}

fn set(
    config: &mut Config,
    place: &str,
    name: &str,
    setting: &Setting,
    value: &str,
) -> Result<(), ConfigError> {
    (setting.set)(config, value)
        .map_err(|expected| ConfigError::Value(place.to_owned(), name.to_owned(), expected))
}

/// A value of the file as the environment would write it.
fn plain(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Integer(number) => Some(number.to_string()),
        Value::Array(items) => {
            let items: Option<Vec<String>> = items.iter().map(plain).collect();
            Some(items?.join(","))
        }
        Value::Table(table) => {
            let items = table.iter();
            let items = items.map(|(name, value)| Some(format!("{name}={}", plain(value)?)));
            Some(items.collect::<Option<Vec<String>>>()?.join(","))
        }
        _ => None,
    }
}

fn unknown(place: &str, name: &str, known: impl Iterator<Item = String>) -> ConfigError {
    let with_slips = known.map(|key| (strsim::osa_distance(name, &key), key));
    let nearest = with_slips.min_by_key(|(slips, _)| *slips);
    // At most a third of it mistyped.
    let nearest = nearest.filter(|(slips, key)| *slips <= key.chars().count().div_ceil(3));
    ConfigError::Unknown(
        place.to_owned(),
        name.to_owned(),
        nearest.map(|(_, key)| key),
    )
}
