//! A button, in the few looks that a screen needs.
//! Does not submit anything by itself: `Screen` says what Enter does.

use yew::prelude::*;

use crate::kit::press;
use crate::tag::{At, Hears, Tag};

/// How much a button asks for attention.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
#[cfg_attr(
    feature = "examples",
    derive(serde::Deserialize),
    serde(rename_all = "lowercase")
)]
pub enum Kind {
    /// The one way on; one on a screen.
    #[default]
    Primary,
    /// Another way.
    Quiet,
    /// Looks like a link: a way back.
    Link,
    /// Loses something: forget, delete.
    Danger,
}

impl Kind {
    fn name(self) -> &'static str {
        match self {
            Kind::Primary => "primary",
            Kind::Quiet => "quiet",
            Kind::Link => "link",
            Kind::Danger => "danger",
        }
    }
}

/// A button. While busy it keeps its place and its focus, and ignores presses.
#[derive(Clone, Default, PartialEq)]
#[cfg_attr(
    feature = "examples",
    derive(serde::Deserialize),
    serde(default, deny_unknown_fields)
)]
pub struct Button {
    /// What it does: a verb. While busy: what it is doing.
    pub label: AttrValue,
    /// The whole sentence for screen readers, starting with the label, where the label alone could mean several.
    pub full: Option<AttrValue>,
    /// Its look.
    pub kind: Kind,
    /// Whether what it started is still going on.
    pub busy: bool,
    /// Only where an error or another widget has to find it.
    pub id: Option<AttrValue>,
    /// Pressed.
    #[cfg_attr(feature = "examples", serde(skip))]
    pub onclick: Callback<MouseEvent>,
}

crate::kit::in_html!(Button);

impl From<Button> for Html {
    fn from(p: Button) -> Html {
        let mut button = Tag::new("button", "swan-button")
            .is(At::Type, "button")
            .is(At::Part, "button")
            .is(At::Kind, p.kind.name())
            .put(At::Id, p.id)
            .put(At::Label, p.full)
            .text(p.label)
            // aria-disabled and not disabled: a disabled button drops focus and falls silent.
            .sign(At::Disabled, p.busy)
            .sign(At::Busy, p.busy);
        if !p.busy {
            button = button.on(Hears::Click, press(p.onclick));
        }
        button.html()
    }
}
