//! How an answer was worked out, step by step, each with its rule and source.
//! Does not work anything out, and has no sentence of its own.

use yew::prelude::*;

use crate::tag::{Tag, out};

/// One step.
#[derive(Clone, Default, PartialEq)]
#[cfg_attr(
    feature = "examples",
    derive(serde::Deserialize),
    serde(default, deny_unknown_fields)
)]
pub struct WorkingStep {
    /// What was done, in a sentence.
    pub text: AttrValue,
    /// What came out: "£1,906.50".
    pub amount: Option<AttrValue>,
    /// Where the rule stands: "National Minimum Wage Regulations 2015, regulation 6".
    pub source: Option<AttrValue>,
    /// The source on the web.
    pub href: Option<AttrValue>,
}

/// The steps, numbered.
#[derive(Clone, Default, PartialEq)]
#[cfg_attr(
    feature = "examples",
    derive(serde::Deserialize),
    serde(default, deny_unknown_fields)
)]
pub struct Workings {
    /// In the order in which they were taken.
    pub steps: Vec<WorkingStep>,
}

crate::kit::in_html!(Workings);

impl From<Workings> for Html {
    fn from(p: Workings) -> Html {
        let mut list = Tag::new("ol", "swan-workings");
        for step in p.steps {
            let mut line = Tag::new("li", "swan-workings__step")
                .words("span", "swan-workings__text", Some(step.text))
                .words("strong", "swan-workings__amount", step.amount);
            if let Some(source) = step.source {
                let cite = Tag::new("cite", "swan-workings__source");
                let cite = match step.href {
                    Some(_) => cite.with(out("", step.href).text(source).html()),
                    None => cite.text(source),
                };
                line = line.with(cite.html());
            }
            list = list.with(line.html());
        }
        list.html()
    }
}
