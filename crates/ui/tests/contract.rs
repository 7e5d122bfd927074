//! What every component promises to people who listen, type, zoom or see in their own way,
//! held against every example, without a browser.

mod kit;

use kit::{Element, all, elements, markup};
use std::collections::HashSet;

type Promise = (&'static str, fn(&Element, &HashSet<String>) -> bool);

/// Each holds for every element of every example.
const PROMISES: &[Promise] = &[
    ("no inline style: a strict policy drops it", |e, _| {
        e.get("style").is_none() && e.tag != "style"
    }),
    ("no inline script", |e, _| {
        e.tag != "script" && !e.attributes.iter().any(|(name, _)| name.starts_with("on"))
    }),
    ("no image, no font, nothing to fetch", |e, _| {
        e.get("src").is_none() && !["img", "link", "iframe", "object"].contains(&e.tag.as_str())
    }),
    ("a label leads to a field", |e, ids| {
        e.get("for").is_none_or(|id| ids.contains(id))
    }),
    ("names and descriptions exist", |e, ids| {
        ["aria-labelledby", "aria-describedby", "aria-controls"]
            .iter()
            .all(|name| e.words(name).all(|id| ids.contains(id)))
    }),
    (
        "a group, a figure, a form and a panel have a name",
        |e, _| {
            let role = e.get("role").unwrap_or(&e.tag);
            !["group", "figure", "form", "tabpanel", "tablist"].contains(&role)
                || e.get("aria-labelledby").is_some()
                || e.get("aria-label").is_some()
        },
    ),
    (
        "a button is never a submit button, and says what it does",
        |e, _| e.tag != "button" || (e.get("type") == Some("button") && !e.text.trim().is_empty()),
    ),
    (
        "a name for screen readers begins with the words that are seen",
        |e, _| {
            e.tag != "button"
                || e.get("aria-label")
                    .is_none_or(|name| name.starts_with(e.text.trim()))
        },
    ),
    (
        "a field is text, hidden or not, with a keyboard, a radio button or a checkbox",
        |e, _| {
            e.tag != "input"
                || match e.get("type") {
                    Some("text" | "password") => {
                        e.get("inputmode").is_some() && e.get("autocomplete").is_some()
                    }
                    kind => matches!(kind, Some("radio" | "checkbox")),
                }
        },
    ),
    (
        "the order of the page is the order of the tab key",
        |e, _| matches!(e.get("tabindex"), None | Some("0" | "-1")),
    ),
    (
        "a drawing is hidden from screen readers and holds no words",
        |e, _| e.tag != "svg" || (e.get("aria-hidden") == Some("true") && e.text.is_empty()),
    ),
    ("a link leads somewhere", |e, _| {
        e.tag != "a" || e.get("href").is_some_and(|to| !to.is_empty())
    }),
    ("a link out tells nobody where from", |e, _| {
        e.get("href").is_none_or(|to| to.starts_with('#'))
            || e.words("rel").collect::<Vec<_>>() == ["noopener", "noreferrer"]
    }),
    ("a table has headings with a scope", |e, _| {
        e.tag != "th" || e.get("scope").is_some()
    }),
];

#[test]
fn every_example_keeps_every_promise() {
    let mut broken = Vec::new();
    for example in all() {
        let found = elements(&markup(example.html));
        let ids = found
            .iter()
            .filter_map(|e| e.get("id").map(str::to_owned))
            .collect();
        for (promise, holds) in PROMISES {
            for element in found.iter().filter(|element| !holds(element, &ids)) {
                broken.push(format!(
                    "{} {}: {promise}: {element:?}",
                    example.component, example.name
                ));
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn every_field_has_a_name() {
    for example in all() {
        let found = elements(&markup(example.html));
        let labelled = found
            .iter()
            .filter_map(|e| e.get("for"))
            .collect::<HashSet<_>>();
        for field in found
            .iter()
            .filter(|e| ["input", "select"].contains(&e.tag.as_str()))
        {
            let by_label = field.get("id").is_some_and(|id| labelled.contains(id));
            let within_label = field.within.iter().any(|tag| tag == "label");
            let named = by_label || within_label || field.get("aria-labelledby").is_some();
            assert!(named, "{} {}: {field:?}", example.component, example.name);
        }
    }
}

#[test]
fn an_error_is_said_at_its_field() {
    let mut seen = 0;
    for example in all() {
        let found = elements(&markup(example.html));
        let errors = found
            .iter()
            .filter(|e| e.get("class") == Some("swan-field__error"));
        for error in errors {
            let id = error.get("id").expect("an error with an id");
            // The sign before it is for the eye.
            assert!(
                error.text.trim_start_matches('!').len() > 5,
                "{id} has no words"
            );
            let described = found
                .iter()
                .any(|e| e.words("aria-describedby").any(|word| word == id));
            let marked = found.iter().any(|e| e.get("data-invalid") == Some("true"));
            assert!(
                described && marked,
                "{} {}: {id}",
                example.component,
                example.name
            );
            seen += 1;
        }
    }
    assert!(seen >= 10, "only {seen} examples show an error");
}

#[test]
fn ids_and_names_are_unique_on_a_page_with_everything() {
    let (mut ids, mut names) = (HashSet::new(), HashSet::new());
    for example in all() {
        let name = format!("{} {}", example.component, example.name);
        assert!(names.insert(name.clone()), "{name} twice");
        for element in elements(&markup(example.html)) {
            if let Some(id) = element.get("id") {
                assert!(ids.insert(id.to_owned()), "id {id} twice, again in {name}");
            }
        }
    }
}

#[test]
fn every_folder_has_its_three_files_and_is_in_the_table() {
    let source = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let folders = std::fs::read_dir(&source)
        .expect("the source")
        .filter_map(|entry| {
            let path = entry.expect("an entry").path();
            path.is_dir().then_some(path)
        });
    for folder in folders {
        let name = folder
            .file_name()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        for file in ["mod.rs", "style.css", "examples.toml"] {
            assert!(folder.join(file).exists(), "{name} has no {file}");
        }
        let known = swansfeet_ui::examples::SHEETS
            .iter()
            .any(|(component, _)| *component == name);
        assert!(known, "{name} is not in the table of examples.rs");
    }
}
