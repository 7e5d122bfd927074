//! Every state of every component, read from the `examples.toml` beside it.
//! For the gallery and the tests; no widget carries any of this.

use serde::{Deserialize, Deserializer, de::DeserializeOwned, de::Error as _};
use toml::Value;
use yew::prelude::*;

/// A component in one of its states.
pub struct Example {
    /// Its folder.
    pub component: &'static str,
    /// Unique within the component.
    pub name: String,
    /// What is worth seeing here.
    pub title: String,
    /// What it looks like.
    pub html: Html,
    with: Value,
}

impl Example {
    /// Its properties where it is an example of tabs, for a page that lets them move.
    pub fn tabs(&self) -> Option<crate::Tabs> {
        (self.component == "tabs")
            .then(|| self.with.clone().try_into().ok())
            .flatten()
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sheet {
    example: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    name: String,
    title: String,
    with: Value,
}

macro_rules! components {
    ($($folder:literal: $piece:ty,)*) => {
        /// The folders of all components, and their examples as they are written.
        pub const SHEETS: &[(&str, &str)] =
            &[$(($folder, include_str!(concat!($folder, "/examples.toml"))),)*];

        /// One piece of any component from its properties.
        fn draw(component: &str, with: Value) -> Result<Html, toml::de::Error> {
            match component {
                $($folder => piece::<$piece>(with),)*
                other => Err(toml::de::Error::custom(format!("there is no component `{other}`"))),
            }
        }
    };
}

components! {
    "answer": crate::Answer,
    "button": crate::Button,
    "chart_bars": crate::ChartBars,
    "chart_stack": crate::ChartStack,
    "checks": crate::Checks,
    "choice": crate::Choice,
    "date": crate::DateField,
    "disclosure": crate::Disclosure,
    "error_summary": crate::ErrorSummary,
    "field": crate::Field,
    "hours": crate::Hours,
    "money": crate::Money,
    "notice": crate::Notice,
    "number": crate::Number,
    "screen": crate::Screen,
    "select": crate::Select,
    "skeleton": crate::Skeleton,
    "stepper": crate::Stepper,
    "summary_list": crate::SummaryList,
    "tabs": crate::Tabs,
    "tally": crate::Tally,
    "text_area": crate::TextArea,
    "way_on": crate::WayOn,
    "workings": crate::Workings,
}

/// All examples, by component; or what is wrong with the first that cannot be read.
pub fn all() -> Result<Vec<Example>, String> {
    let mut all = Vec::new();
    for &(component, sheet) in SHEETS {
        let fault = |name: &str, error: toml::de::Error| format!("{component} {name}: {error}");
        let sheet =
            toml::from_str::<Sheet>(sheet).map_err(|error| fault("examples.toml", error))?;
        for Entry { name, title, with } in sheet.example {
            let html = draw(component, with.clone()).map_err(|error| fault(&name, error))?;
            all.push(Example {
                component,
                name,
                title,
                html,
                with,
            });
        }
    }
    Ok(all)
}

fn piece<P: DeserializeOwned + Into<Html>>(with: Value) -> Result<Html, toml::de::Error> {
    with.try_into::<P>().map(Into::into)
}

/// One sentence, or several, each a paragraph.
pub(crate) fn paragraphs<'de, D: Deserializer<'de>>(from: D) -> Result<Html, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Text {
        One(String),
        Many(Vec<String>),
    }
    let many = match Text::deserialize(from)? {
        Text::One(text) => vec![text],
        Text::Many(texts) => texts,
    };
    Ok(many
        .into_iter()
        .map(|text| html! { <p>{ text }</p> })
        .collect())
}

/// Other components: `[{ component = "money", id = "pay", … }]`.
pub(crate) fn pieces<'de, D: Deserializer<'de>>(from: D) -> Result<Html, D::Error> {
    let mut drawn = Vec::new();
    for mut with in Vec::<toml::Table>::deserialize(from)? {
        let component = with.remove("component");
        let name = component
            .as_ref()
            .and_then(Value::as_str)
            .unwrap_or("(none named)");
        drawn.push(draw(name, Value::Table(with)).map_err(D::Error::custom)?);
    }
    Ok(drawn.into_iter().collect())
}

pub(crate) fn stepper<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Html>, D::Error> {
    crate::Stepper::deserialize(from).map(|stepper| Some(stepper.into()))
}

pub(crate) fn errors<'de, D: Deserializer<'de>>(from: D) -> Result<Html, D::Error> {
    crate::ErrorSummary::deserialize(from).map(Into::into)
}
