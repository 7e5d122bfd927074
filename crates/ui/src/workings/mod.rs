//! How an answer was worked out, step by step, each with its rule and source.
//! Does not work anything out, and has no sentence of its own.

use yew::prelude::*;

use crate::kit::{block, words};

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
        let steps = p.steps.into_iter().map(|step| {
            let inside = html! {<>
                { words("span", "swan-workings__text", step.text) }
                if let Some(amount) = step.amount {
                    { words("strong", "swan-workings__amount", amount) }
                }
                if let Some(source) = step.source {
                    <cite class="swan-workings__source">
                        if let Some(href) = step.href {
                            <a {href} target="_blank" rel="noopener noreferrer">{ source }</a>
                        } else {
                            { source }
                        }
                    </cite>
                }
            </>};
            block("li", "swan-workings__step", inside)
        });
        block("ol", "swan-workings", steps.collect())
    }
}
