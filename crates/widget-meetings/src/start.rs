//! States for the gallery, tests and pictures: `now=2026-11-26T09:00&near=Leeds&open=0`. Read only
//! beside `data-src`, which no address can pass on.
//!
//! Beside the names of fields: `now`, `view=week`, `open` (a meeting's place in the list), `shifts`
//! (lines parted by `;`), `use` (take the shifts into use), `filters`, `press=shifts`.

use swansfeet_embed::Context;
use swansfeet_meetings::figures::figures;

use crate::app::Act;
use crate::clock::wall;
use crate::state::{Field, State};

/// Takes over every part that is known; gives what is to be done besides.
pub(crate) fn prefill(state: &mut State, cx: &Context, text: &str) -> Vec<Act> {
    let mut acts = Vec::new();
    for part in text.split('&') {
        let (name, value) = part.split_once('=').unwrap_or((part, ""));
        let value = value.replace('+', " ");
        match name {
            "now" => state.set_now = wall(&value),
            "zone" => state.zone = value,
            "near" => state.type_in(cx, Field::Near, value),
            "search" => state.type_in(cx, Field::Search, value),
            "shifts" => state.type_in(cx, Field::Shifts, value.replace(';', "\n")),
            "use" => acts.push(Act::UseShifts),
            "screen" => acts.push(Act::Shifts),
            "view" => acts.push(Act::View(1)),
            "open" => acts.push(Act::OpenNth(figures(&value).unwrap_or_default() as usize)),
            _ => {}
        }
    }
    state.prepare(cx);
    acts
}
