//! Who can help is told in every nation, and nobody is sent to what was not verified.

use std::rc::Rc;

use chrono::NaiveDate;
use serde::Deserialize;
use swansfeet_embed::{Context, Options, QuietPage, WidgetProps};
use swansfeet_widget_pay::{App, msg};
use swansfeet_words::{Words, native::Native};

#[derive(Deserialize)]
struct File {
    contact: Vec<Contact>,
}

#[derive(Deserialize)]
struct Contact {
    key: String,
    what: String,
    nations: Vec<String>,
    web: Option<String>,
    phone: Option<String>,
    verified: Option<toml::value::Datetime>,
}

fn contacts() -> Vec<Contact> {
    toml::from_str::<File>(include_str!("../data/contacts.toml"))
        .expect("contacts.toml is valid")
        .contact
}

/// The result of somebody who works in that nation.
async fn result(nation: &str) -> String {
    let options: Options = [
        ("nation", nation),
        (
            "start",
            "age=21-&paid=weekly&hours=40&pay=100&screen=result",
        ),
    ]
    .into_iter()
    .collect();
    let today = NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day");
    let props = move || WidgetProps {
        cx: Context::new(
            Rc::new(Words::new(msg::EN, Box::new(Native::new("en")))),
            options,
            Box::new(QuietPage { today }),
        ),
    };
    yew::ServerRenderer::<App>::with_props(props)
        .hydratable(false)
        .render()
        .await
}

/// Where its links out lead, in order.
fn links(html: &str) -> Vec<&str> {
    let links = html.split(" href=\"").skip(1);
    links
        .filter_map(|rest| rest.split('"').next())
        .filter(|link| !link.starts_with('#'))
        .collect()
}

#[tokio::test]
async fn every_nation_is_told_of_help_and_every_link_was_verified() {
    for nation in ["england", "scotland", "wales", "northern-ireland"] {
        let html = result(nation).await;
        let mut verified = Vec::new();
        for contact in contacts() {
            if !contact.nations.iter().any(|one| one == nation) {
                continue;
            }
            for key in [&contact.key, &contact.what] {
                let words = said(key);
                assert!(html.contains(&words), "{nation}: no “{words}”");
            }
            if contact.verified.is_some() {
                verified.extend(contact.web);
                let digits = |phone: String| phone.replace(' ', "");
                verified.extend(contact.phone.map(|phone| format!("tel:{}", digits(phone))));
            }
        }
        assert_eq!(links(&html), verified, "{nation}");
        assert!(verified.len() >= 3, "{nation}: {verified:?}");
        assert!(!html.contains("hecked yet"), "{nation}: half-baked");
    }
}

/// What the locale file says under that key.
fn said(key: &str) -> String {
    let file = include_str!("../locales/en.ftl");
    let start = format!("{key} = ");
    file.lines()
        .find_map(|line| line.strip_prefix(&start))
        .unwrap_or_else(|| panic!("{key} has words"))
        .to_owned()
}
