//! How the examples are looked at: theme, direction and text size, with their controls.
//! Knows no component's states.

use swansfeet_embed::Context;
use swansfeet_ui::{Select, SelectItem};
use yew::prelude::*;

/// What can be set, with the values that it may have.
const CONTROLS: [(Setting, &str, &[&str]); 3] = [
    (Setting::Theme, "Theme", &["auto", "light", "dark"]),
    (Setting::Dir, "Direction", &["ltr", "rtl"]),
    (
        Setting::Size,
        "Text size in per cent",
        &["100", "200", "400"],
    ),
];

/// One of the controls.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Setting {
    /// Light, dark, or as the device says.
    Theme,
    /// Reading direction.
    Dir,
    /// Text size.
    Size,
}

/// The values of all of them.
pub(crate) struct Look {
    theme: AttrValue,
    dir: AttrValue,
    size: AttrValue,
}

impl Look {
    /// As the page asks for it.
    pub(crate) fn of(cx: &Context) -> Self {
        let asked = |name, usual| {
            cx.option(name)
                .map_or(AttrValue::Static(usual), AttrValue::from)
        };
        Self {
            theme: asked("theme", "auto"),
            dir: asked("dir", "ltr"),
            size: asked("size", "100"),
        }
    }

    pub(crate) fn set(&mut self, setting: Setting, value: String) {
        match setting {
            Setting::Theme => self.theme = value.into(),
            Setting::Dir => self.dir = value.into(),
            Setting::Size => self.size = value.into(),
        }
    }

    /// The example in a root of its own.
    pub(crate) fn frame(&self, example: Html) -> Html {
        html! {
            <div class="swan-root" data-theme={self.theme.clone()} dir={self.dir.clone()} data-size={self.size.clone()}>
                { example }
            </div>
        }
    }

    pub(crate) fn controls(&self, onset: &Callback<(Setting, String)>) -> Html {
        let one = |(setting, label, values): (Setting, &'static str, &[&'static str])| {
            let item = |value: &&'static str| SelectItem {
                value: AttrValue::Static(value),
                label: AttrValue::Static(value),
            };
            let chosen = match setting {
                Setting::Theme => &self.theme,
                Setting::Dir => &self.dir,
                Setting::Size => &self.size,
            };
            Html::from(Select {
                id: format!("gallery-{label}").replace(' ', "-").into(),
                label: AttrValue::Static(label),
                items: values.iter().map(item).collect(),
                chosen: chosen.clone(),
                onpick: onset.reform(move |value| (setting, value)),
                ..Select::default()
            })
        };
        CONTROLS.into_iter().map(one).collect()
    }
}
