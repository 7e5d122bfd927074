//! The files of a new widget, with `@name@`, `@ident@` and `@Title@` where its name goes.

use super::name::Name;

/// Each is `templates/<folder>/<path>`; the folder says which of the two crates it is for.
macro_rules! templates {
    ($folder:literal: $($path:literal),+ $(,)?) => {
        &[$(($path, include_str!(concat!("templates/", $folder, "/", $path)))),+]
    };
}

const DOMAIN: &[(&str, &str)] = templates![
    "domain": "Cargo.toml", "src/error.rs", "src/law.rs", "src/lib.rs", "src/rest.rs",
    "tests/rest.rs", "tests/rest.toml",
];

const WIDGET: &[(&str, &str)] = templates![
    "widget": "Cargo.toml", "build.rs", "examples.toml", "locales/cy.ftl", "locales/en.ftl",
    "src/app.rs", "src/lib.rs", "src/shift.rs", "style.css", "tests/render.rs",
];

/// Paths below `crates/` and what stands there.
pub(super) fn files(name: &Name) -> impl Iterator<Item = (String, String)> {
    let crates = [(name.domain(), DOMAIN), (name.widget(), WIDGET)];
    let gaps = [
        ("@name@", name.to_string()),
        ("@ident@", name.ident()),
        ("@Title@", name.title()),
    ];
    crates.into_iter().flat_map(move |(folder, files)| {
        let gaps = gaps.clone();
        files.iter().map(move |(path, text)| {
            let fill = |text: String, (gap, with): &(&str, String)| text.replace(gap, with);
            (
                format!("{folder}/{path}"),
                gaps.iter().fold((*text).to_owned(), fill),
            )
        })
    })
}

/// The first gap that was left open.
#[cfg(test)]
pub(super) fn gap(text: &str) -> Option<&str> {
    let between: Vec<_> = text.split('@').collect();
    let inner = between.get(1..between.len().saturating_sub(1))?;
    let is_word = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphabetic());
    inner.iter().copied().find(|part| is_word(part))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    #[test]
    fn no_template_is_left_out() {
        let templates = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/new_widget/templates");
        for (folder, known) in [("domain", DOMAIN), ("widget", WIDGET)] {
            let mut folders = vec![templates.join(folder)];
            while let Some(here) = folders.pop() {
                for entry in std::fs::read_dir(here).unwrap() {
                    let path = entry.unwrap().path();
                    if path.is_dir() {
                        folders.push(path);
                        continue;
                    }
                    let file = path.strip_prefix(templates.join(folder)).unwrap();
                    assert!(
                        known.iter().any(|(name, _)| Path::new(name) == file),
                        "{file:?}"
                    );
                }
            }
        }
    }

    #[test]
    fn an_open_gap_is_seen() {
        assert_eq!(gap("a @name@ b"), Some("name"));
        assert_eq!(gap("a rota b"), None);
    }
}
