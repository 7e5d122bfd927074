//! The components that every widget is made of.
//!
//! A component is a folder: a struct of properties that turns into [`yew::Html`], a stylesheet,
//! and `examples.toml` with every state that it can be in. Text comes in by properties, what the
//! person types goes out by callbacks as raw strings; a component knows no locale, no rule of any
//! domain, no storage and no clock, and holds no state that its properties do not give it.
//!
//! ```
//! use swansfeet_ui::{Button, Money};
//! use yew::prelude::*;
//!
//! fn pay(value: AttrValue, typed: Callback<String>, next: Callback<MouseEvent>) -> Html {
//!     html! {<>
//!         { Money { id: "pay".into(), label: "Pay before tax".into(), value, oninput: typed, ..Money::default() } }
//!         { Button { label: "Continue".into(), onclick: next, ..Button::default() } }
//!     </>}
//! }
//! ```
//!
//! Why structs and not Yew components: each Yew component carries its own copy of the scheduler's
//! glue into the wasm. None needs a lifecycle: even focus moves without one. Why [`tag`] and not
//! `html!` inside: the same elements in less than half of the bytes.
#![forbid(unsafe_code)]

pub mod answer;
pub mod button;
pub mod chart_bars;
pub mod chart_stack;
pub mod checks;
pub mod choice;
pub mod date;
pub mod disclosure;
pub mod error_summary;
#[cfg(feature = "examples")]
pub mod examples;
pub mod field;
pub mod hours;
pub mod kit;
pub mod money;
pub mod notice;
pub mod number;
pub mod screen;
pub mod select;
pub mod skeleton;
pub mod stepper;
pub mod summary_list;
pub mod tabs;
pub mod tag;
pub mod tally;
pub mod text_area;
pub mod way_on;
pub mod workings;

pub use answer::Answer;
pub use button::{Button, Kind};
pub use chart_bars::{Bar, BarKind, ChartBars};
pub use chart_stack::{ChartStack, Part};
pub use checks::{Check, Checks};
pub use choice::{Choice, Pick};
pub use date::DateField;
pub use disclosure::Disclosure;
pub use error_summary::{ErrorSummary, Problem};
pub use field::{Field, Keyboard, Width};
pub use hours::Hours;
pub use kit::Tone;
pub use money::Money;
pub use notice::Notice;
pub use number::Number;
pub use screen::Screen;
pub use select::{Select, SelectItem};
pub use skeleton::Skeleton;
pub use stepper::Stepper;
pub use summary_list::{Row, SummaryList};
pub use tabs::{Tab, Tabs};
pub use tally::Tally;
pub use text_area::TextArea;
pub use way_on::{Way, WayOn};
pub use workings::{WorkingStep, Workings};
