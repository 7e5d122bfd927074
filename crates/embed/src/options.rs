//! What the partner wrote on the tag, by name. Knows no option's meaning and keeps unknown ones:
//! the loader has already told the site's owner about those.

use std::sync::Arc;

/// Attribute values by name without `data-`: `demand-rate`, `nation`. Asked for one at a time, so
/// that a browser's object need not be copied.
#[derive(Clone)]
pub struct Options(Arc<Keeper>);

// Pages rendered on a server are put together on one thread and drawn on another.
type Keeper = dyn Fn(&str) -> Option<String> + Send + Sync;

impl Options {
    /// Options that something else keeps.
    pub fn kept_by(keeper: impl Fn(&str) -> Option<String> + Send + Sync + 'static) -> Self {
        Self(Arc::new(keeper))
    }

    /// The value of an option, if the tag has it and it is not empty.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<String> {
        let written = (self.0)(name)?;
        // HTML's own idea of space; `trim` knows all of Unicode's, and is half a kilobyte.
        let value = written.trim_ascii();
        (!value.is_empty()).then(|| value.to_owned())
    }
}

impl Default for Options {
    fn default() -> Self {
        Self::kept_by(|_| None)
    }
}

impl<K: Into<String>, V: Into<String>> FromIterator<(K, V)> for Options {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(pairs: I) -> Self {
        let pairs: Vec<(String, String)> = pairs
            .into_iter()
            .map(|(name, value)| (name.into(), value.into()))
            .collect();
        Self::kept_by(move |name| {
            let found = pairs.iter().find(|(known, _)| known == name);
            found.map(|(_, value)| value.clone())
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Options;

    #[test]
    fn an_option_counts_only_if_something_was_written() {
        let options: Options = [
            ("demand-rate", "15"),
            ("nation", " wales "),
            ("partner", " "),
        ]
        .into_iter()
        .collect();
        for (name, expected) in [
            ("demand-rate", Some("15")),
            ("nation", Some("wales")),
            ("partner", None),
            ("colour", None),
        ] {
            assert_eq!(options.get(name).as_deref(), expected, "{name}");
        }
    }
}
