//! What the partner wrote on the tag, by name. Knows no option's meaning and keeps unknown ones:
//! the loader has already told the site's owner about those.

/// Attribute values by name without `data-`: `demand-rate`, `nation`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options(Vec<(String, String)>);

impl Options {
    /// The value of an option, if the tag has it and it is not empty.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, value)| value.trim())
            .filter(|value| !value.is_empty())
    }
}

impl<K: Into<String>, V: Into<String>> FromIterator<(K, V)> for Options {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(pairs: I) -> Self {
        Self(
            pairs
                .into_iter()
                .map(|(name, value)| (name.into(), value.into()))
                .collect(),
        )
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
            assert_eq!(options.get(name), expected, "{name}");
        }
    }
}
