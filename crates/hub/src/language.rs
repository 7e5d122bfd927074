//! Which language a page speaks: what the address asks for, else what the browser prefers, else English.

use axum::http::{HeaderMap, header};

/// A language that the hub's pages are written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Language {
    pub(crate) tag: &'static str,
    /// Its own name for itself.
    pub(crate) name: &'static str,
}

/// All of them; the first is spoken where nothing else fits.
pub(crate) const LANGUAGES: [Language; 2] = [
    Language {
        tag: "en",
        name: "English",
    },
    Language {
        tag: "cy",
        name: "Cymraeg",
    },
];

/// The language for a page, given `?lang=` and the request's headers.
pub(crate) fn choose(asked: Option<&str>, headers: &HeaderMap) -> Language {
    asked
        .and_then(find)
        .or_else(|| preferred(headers))
        .unwrap_or(LANGUAGES[0])
}

/// By the main part of a tag: `cy-GB` is Welsh.
pub(crate) fn find(tag: &str) -> Option<Language> {
    let main = tag.split('-').next().unwrap_or_default();
    LANGUAGES
        .into_iter()
        .find(|language| language.tag.eq_ignore_ascii_case(main))
}

/// The first language of `Accept-Language` that we speak. Browsers list them best first, so the
/// weights that go with them are not needed.
fn preferred(headers: &HeaderMap) -> Option<Language> {
    let list = headers.get(header::ACCEPT_LANGUAGE)?.to_str().ok()?;
    list.split(',')
        .filter_map(|item| item.split(';').next())
        .find_map(|tag| find(tag.trim()))
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    #[test]
    fn a_page_speaks_the_reader_s_language_where_it_can() {
        let rows = [
            // (asked for, browser's list, spoken)
            (None, None, "en"),
            (Some("cy"), None, "cy"),
            (Some("CY-gb"), None, "cy"),
            (Some("cy"), Some("en"), "cy"),
            (Some("xx"), Some("cy"), "cy"),
            (None, Some("cy-GB,cy;q=0.9,en;q=0.8"), "cy"),
            (None, Some("pl, en;q=0.8, cy;q=0.5"), "en"),
            (None, Some("pl, ro"), "en"),
            (Some(""), Some(""), "en"),
        ];
        for (asked, list, spoken) in rows {
            let mut headers = HeaderMap::new();
            if let Some(list) = list {
                headers.insert(header::ACCEPT_LANGUAGE, HeaderValue::from_static(list));
            }
            let chosen = choose(asked, &headers);
            assert_eq!(chosen.tag, spoken, "{asked:?}, {list:?}");
        }
    }
}
