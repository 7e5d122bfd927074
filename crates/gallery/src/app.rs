//! The page of examples, grouped by component, or one of them alone.

use std::collections::BTreeMap;

use swansfeet_embed::WidgetProps;
use swansfeet_ui::{
    Notice, Tone,
    examples::{self, Example},
    kit::focus_by_id,
};
use yew::prelude::*;

use crate::look::{Look, Setting};

/// The gallery.
pub struct Gallery {
    examples: Result<Vec<Example>, String>,
    look: Look,
    /// The open tab of each example that has tabs and was touched.
    open: BTreeMap<String, usize>,
}

/// What a person can do here.
pub enum Act {
    /// A control was set.
    Set(Setting, String),
    /// A tab was opened, of the example with that name.
    Open(String, usize),
}

impl Component for Gallery {
    type Message = Act;
    type Properties = WidgetProps;

    fn create(ctx: &Context<Self>) -> Self {
        let cx = &ctx.props().cx;
        let (only, state) = (cx.option("only"), cx.option("state"));
        let is_asked = |example: &Example| {
            only.as_ref().is_none_or(|only| *only == example.component)
                && state.as_ref().is_none_or(|state| *state == example.name)
        };
        let examples = examples::all().map(|all| all.into_iter().filter(is_asked).collect());
        Self {
            examples,
            look: Look::of(cx),
            open: BTreeMap::new(),
        }
    }

    fn update(&mut self, _: &Context<Self>, act: Act) -> bool {
        match act {
            Act::Set(setting, value) => self.look.set(setting, value),
            Act::Open(name, at) => drop(self.open.insert(name, at)),
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        match &self.examples {
            Ok(all) if all.is_empty() => trouble("There is no such component or state"),
            Ok(all) if ctx.props().cx.option("only").is_some() => {
                let each = all
                    .iter()
                    .map(|example| self.look.frame(self.draw(ctx, example)));
                html! { <div class="swan-gallery">{ for each }</div> }
            }
            Ok(all) => self.everything(ctx, all),
            Err(error) => trouble(error),
        }
    }
}

impl Gallery {
    fn everything(&self, ctx: &Context<Self>, all: &[Example]) -> Html {
        let onset = ctx
            .link()
            .callback(|(setting, value)| Act::Set(setting, value));
        let groups = all.chunk_by(|one, next| one.component == next.component);
        let links = groups.clone().map(|group| link(group[0].component));
        html! {
            <div class="swan-gallery">
                <div class="swan-gallery__controls">{ self.look.controls(&onset) }</div>
                <nav aria-label="Components"><ul class="swan-gallery__links">{ for links }</ul></nav>
                { for groups.map(|group| self.group(ctx, group)) }
            </div>
        }
    }

    fn group(&self, ctx: &Context<Self>, group: &[Example]) -> Html {
        let component = group[0].component;
        let states = group.iter().map(|example| {
            html! {<>
                <p class="swan-gallery__name">{ &example.title }{ format!(" ({})", example.name) }</p>
                { self.look.frame(self.draw(ctx, example)) }
            </>}
        });
        html! {
            <div class="swan-gallery__group">
                <h3 id={anchor(component)} tabindex="-1">{ component }</h3>
                { for states }
            </div>
        }
    }

    /// As the example says; tabs can be moved, because they are nothing without it.
    fn draw(&self, ctx: &Context<Self>, example: &Example) -> Html {
        let Some(mut tabs) = example.tabs() else {
            return example.html.clone();
        };
        let name = example.name.clone();
        tabs.open = self.open.get(&name).copied().unwrap_or(tabs.open);
        tabs.onopen = ctx.link().callback(move |at| Act::Open(name.clone(), at));
        tabs.into()
    }
}

fn anchor(component: &str) -> String {
    format!("gallery-{component}")
}

fn link(component: &'static str) -> Html {
    let onclick = move |event: MouseEvent| {
        event.prevent_default();
        focus_by_id(&event.target_unchecked_into(), &anchor(component));
    };
    html! { <li><a href={format!("#{}", anchor(component))} {onclick}>{ component }</a></li> }
}

fn trouble(what: &str) -> Html {
    Notice {
        tone: Tone::Danger,
        heading: "The gallery cannot show this".into(),
        body: html! { <p>{ what }</p> },
        role: Some("alert".into()),
    }
    .into()
}
