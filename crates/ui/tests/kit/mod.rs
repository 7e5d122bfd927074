//! Draws the examples without a browser and takes their markup apart.
#![allow(
    dead_code,
    unreachable_pub,
    reason = "each test file uses its own part of this"
)]

use quick_xml::{Reader, events::Event};
use swansfeet_ui::examples::{self, Example};
use yew::{LocalServerRenderer, prelude::*};

/// One element as it was written.
#[derive(Debug, Default)]
pub struct Element {
    pub tag: String,
    pub attributes: Vec<(String, String)>,
    /// All text inside, that of children too.
    pub text: String,
    /// Tags around it, outermost first.
    pub within: Vec<String>,
}

impl Element {
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.as_str())
    }

    pub fn words(&self, name: &str) -> impl Iterator<Item = &str> {
        self.get(name).unwrap_or_default().split_whitespace()
    }
}

#[derive(Properties, PartialEq)]
struct Shown {
    html: Html,
}

#[component]
fn Show(props: &Shown) -> Html {
    props.html.clone()
}

/// The markup of an example.
pub fn markup(html: Html) -> String {
    let drawn = LocalServerRenderer::<Show>::with_props(Shown { html })
        .hydratable(false)
        .render();
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .expect("a runtime");
    tokio::task::LocalSet::new().block_on(&runtime, drawn)
}

pub fn all() -> Vec<Example> {
    examples::all().expect("examples that fit their components")
}

/// All elements, in the order of their opening tags.
pub fn elements(markup: &str) -> Vec<Element> {
    const VOID: [&str; 3] = ["input", "br", "hr"];
    let mut reader = Reader::from_str(markup);
    reader.config_mut().check_end_names = false;
    let (mut found, mut open) = (Vec::<Element>::new(), Vec::<usize>::new());
    loop {
        match reader.read_event().expect("markup that can be read") {
            Event::Start(start) => {
                let tag = String::from_utf8_lossy(start.name().as_ref()).into_owned();
                let attributes = start.html_attributes().map(|attribute| {
                    let attribute = attribute.expect("a readable attribute");
                    (
                        String::from_utf8_lossy(attribute.key.as_ref()).into_owned(),
                        String::from_utf8_lossy(&attribute.value).into_owned(),
                    )
                });
                let within = open.iter().map(|&at| found[at].tag.clone()).collect();
                let element = Element {
                    attributes: attributes.collect(),
                    within,
                    text: String::new(),
                    tag,
                };
                if !VOID.contains(&element.tag.as_str()) {
                    open.push(found.len());
                }
                found.push(element);
            }
            Event::End(_) => drop(open.pop()),
            Event::Text(text) => {
                let text = String::from_utf8_lossy(&text).into_owned();
                open.iter().for_each(|&at| found[at].text.push_str(&text));
            }
            Event::Eof => return found,
            _ => {}
        }
    }
}
