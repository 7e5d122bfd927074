//! Small things that everything else is made of: ids, languages, words in several languages, times.

use core::fmt;

/// A short name in lower case that never changes: of a campaign, a demand, a category, a partner.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Slug(String);

impl Slug {
    /// The longest id, in letters.
    pub const LONGEST: usize = 40;

    /// An id of small letters a to z, digits and single hyphens, starting with a letter.
    #[must_use]
    pub fn new(text: &str) -> Option<Slug> {
        let fits = (1..=Slug::LONGEST).contains(&text.len())
            && text.starts_with(|first: char| first.is_ascii_lowercase())
            && !text.ends_with('-')
            && !text.as_bytes().windows(2).any(|pair| pair == b"--")
            && text
                .bytes()
                .all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-'));
        fits.then(|| Slug(text.to_owned()))
    }

    /// The id.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A language by its tag: `en`, `cy`, `pt-BR`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Language(String);

impl Language {
    /// A language tag: two or three small letters, then at most two parts of two to eight letters
    /// and digits (script, region), with hyphens between them.
    #[must_use]
    pub fn new(tag: &str) -> Option<Language> {
        let mut parts = tag.split('-');
        let language = parts.next()?;
        let language_fits = matches!(language.len(), 2 | 3)
            && language.bytes().all(|byte| byte.is_ascii_lowercase());
        let rest_fits = parts.clone().count() <= 2
            && parts.all(|part| {
                (2..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric())
            });
        (language_fits && rest_fits).then(|| Language(tag.to_owned()))
    }

    /// The tag.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The tag's first part: `pt` of `pt-BR`.
    #[must_use]
    pub fn base(&self) -> &str {
        base(&self.0)
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn base(tag: &str) -> &str {
    tag.split('-').next().unwrap_or(tag)
}

/// Words in one or more languages, kept by tag.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// Sorted by tag, each tag once: the demands hash depends on it.
    by_tag: Vec<(Language, String)>,
}

impl Text {
    /// Words by language. Where a language is given twice, the last wins.
    #[must_use]
    pub fn new(words: impl IntoIterator<Item = (Language, String)>) -> Text {
        let mut by_tag: Vec<(Language, String)> = Vec::new();
        for (language, words) in words {
            match by_tag.binary_search_by(|(known, _)| known.cmp(&language)) {
                Ok(at) => by_tag[at].1 = words,
                Err(at) => by_tag.insert(at, (language, words)),
            }
        }
        Text { by_tag }
    }

    /// The words in this language; failing that, in the same language of another region; failing
    /// that, in English; failing that, in any. Empty only where there are no words at all.
    #[must_use]
    pub fn in_language(&self, tag: &str) -> &str {
        let exact = |wanted: &str| {
            self.by_tag
                .iter()
                .find(|(known, _)| known.as_str() == wanted)
        };
        let near = |wanted: &str| {
            self.by_tag
                .iter()
                .find(|(known, _)| known.base() == base(wanted))
        };
        let found = exact(tag).or_else(|| near(tag)).or_else(|| near("en"));
        found.or(self.by_tag.first()).map_or("", |(_, words)| words)
    }

    /// Every language and its words, by tag.
    pub fn iter(&self) -> impl Iterator<Item = (&Language, &str)> {
        self.by_tag
            .iter()
            .map(|(language, words)| (language, words.as_str()))
    }
}

/// A moment: seconds since the start of 1970, UTC, leap seconds left out.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Moment(pub i64);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_short_and_plain() {
        for good in ["fifteen", "a", "pay-15", "x1"] {
            assert!(Slug::new(good).is_some(), "{good}");
        }
        let long = "a".repeat(41);
        for bad in [
            "", "15", "Pay", "pay_15", "-pay", "pay-", "pay--15", "tâl", "a b", &long,
        ] {
            assert!(Slug::new(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn languages_are_tags() {
        for good in [
            "en",
            "cy",
            "pt-BR",
            "zh-Hant",
            "zh-Hant-HK",
            "fil",
            "en-XB",
            "es-419",
        ] {
            assert!(Language::new(good).is_some(), "{good}");
        }
        for bad in [
            "",
            "e",
            "EN",
            "en_GB",
            "en-",
            "en--GB",
            "english",
            "en-a-b-c",
            "cy-GB-x-y",
        ] {
            assert!(Language::new(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn words_fall_back_to_a_language_that_is_there() {
        let text = |tags: &[&str]| {
            Text::new(
                tags.iter()
                    .map(|tag| (Language::new(tag).unwrap(), (*tag).to_owned())),
            )
        };
        let rows: [(&[&str], &str, &str); 7] = [
            (&["en", "cy"], "cy", "cy"),
            (&["en", "cy"], "cy-GB", "cy"),
            (&["en", "pt-BR"], "pt", "pt-BR"),
            (&["en", "pt-BR", "pt"], "pt", "pt"),
            (&["cy", "en"], "pl", "en"),
            (&["cy", "ro"], "pl", "cy"),
            (&[], "pl", ""),
        ];
        for (tags, wanted, got) in rows {
            assert_eq!(text(tags).in_language(wanted), got, "{tags:?} {wanted}");
        }
        assert_eq!(text(&["en", "cy"]), text(&["cy", "en"]));
    }
}
