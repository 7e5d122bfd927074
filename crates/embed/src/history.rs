//! The device's back button goes one question back, not off the page.
//!
//! Each step forward is one entry in the page's history with the same address. Its state keeps
//! whatever the host and other instances put there and adds, under one key, how far this instance
//! has come. Where history is closed to us (a sandboxed frame), steps work without it. Browsers
//! pass over entries that no press led to, so a step is one only if a person took it.

use std::{cell::Cell, rc::Rc};

use js_sys::{Date, Object, Reflect};
use wasm_bindgen::{JsCast, prelude::*};
use yew::Callback;

use crate::Context;
use crate::window::{Heard, window};

/// Our one key in `history.state`: an object with a depth for each instance.
const KEY: &str = "swansfeet";

/// How far one instance has come, kept in step with the page's history.
///
/// The widget keeps the screens that were seen; the trail keeps only how many steps in it is. Call
/// [`Trail::forward`] after each step on, and [`Trail::back`] instead of going back; `arrived` is
/// called with the depth to show whenever the device or [`Trail::back`] has moved. A depth that
/// the widget has not seen (an entry of an earlier visit) is to be ignored.
pub struct Trail {
    shared: Rc<Shared>,
    listener: Option<Heard>,
}

struct Shared {
    instance: String,
    depth: Cell<u32>,
    under_way: UnderWay,
    arrived: Callback<u32>,
}

/// A step back that the browser was asked for and has not taken yet: it takes it when the current
/// work is done. A second press before that would be a second step, and could lead off the page.
#[derive(Default)]
struct UnderWay {
    since: Cell<Option<f64>>,
}

impl UnderWay {
    /// How long one press waits for its step. A browser that has something else to do (another
    /// page was asked for meanwhile) never takes it; the next press after that tries anew.
    const PATIENCE: f64 = 1000.0;

    /// Whether a press at that time, in milliseconds, is to be passed over.
    fn is_on(&self, now: f64) -> bool {
        // A device's clock may be put back meanwhile.
        let waits = |since| (since..since + Self::PATIENCE).contains(&now);
        self.since.get().is_some_and(waits)
    }
}

impl Trail {
    /// A trail at depth 0 that listens to the device's back and forward buttons until dropped.
    #[must_use]
    pub fn new(cx: &Context, arrived: Callback<u32>) -> Self {
        let shared = Rc::new(Shared {
            instance: cx.instance().to_owned(),
            depth: Cell::new(0),
            under_way: UnderWay::default(),
            arrived,
        });
        Self {
            listener: listen(&shared),
            shared,
        }
    }

    /// How many steps in.
    #[must_use]
    pub fn depth(&self) -> u32 {
        self.shared.depth.get()
    }

    /// One step on.
    pub fn forward(&self) {
        let depth = self.shared.depth.get() + 1;
        self.shared.depth.set(depth);
        if self.listener.is_some() {
            // Refused in some frames, and by Safari after a hundred in half a minute: the step is
            // taken all the same, and `back` sees that there is no entry for it.
            let _ = record(&self.shared.instance, depth);
        }
    }

    /// One step back, as the device's button does it. At depth 0, and while a step back is under
    /// way, nothing happens.
    pub fn back(&self) {
        let Shared {
            instance,
            depth,
            under_way,
            arrived,
        } = &*self.shared;
        let Some(before) = depth.get().checked_sub(1) else {
            return;
        };
        if current(instance) == Some(before + 1) {
            let now = Date::now();
            if under_way.is_on(now) {
                return;
            }
            if go_back().is_ok() {
                under_way.since.set(Some(now));
                return;
            }
        }
        depth.set(before);
        arrived.emit(before);
    }
}

fn listen(shared: &Rc<Shared>) -> Option<Heard> {
    let shared = Rc::clone(shared);
    let moved = move || {
        shared.under_way.since.set(None);
        // An entry that this instance never saw, as after a link within the page: not a step.
        let Some(depth) = current(&shared.instance) else {
            return;
        };
        // Otherwise another instance's step, which carries our depth along unchanged.
        if shared.depth.replace(depth) != depth {
            shared.arrived.emit(depth);
        }
    };
    Heard::new("popstate", Box::new(moved))
}

/// Adds the entry for a step on, having marked the one it leaves, so that coming back to it is
/// told from coming to an entry of somebody else's.
fn record(instance: &str, depth: u32) -> Result<(), JsValue> {
    let history = window().ok_or(JsValue::NULL)?.history()?;
    if depth == 1 {
        history.replace_state(&marked(&history.state()?, instance, 0)?, "")?;
    }
    history.push_state(&marked(&history.state()?, instance, depth)?, "")
}

/// The state `before` with this instance's depth beside all that was in it.
fn marked(before: &JsValue, instance: &str, depth: u32) -> Result<JsValue, JsValue> {
    let state = copy_of(before);
    let ours = copy_of(&Reflect::get(&state, &KEY.into())?);
    Reflect::set(&ours, &instance.into(), &depth.into())?;
    Reflect::set(&state, &KEY.into(), &ours)?;
    Ok(state.into())
}

fn go_back() -> Result<(), JsValue> {
    window().ok_or(JsValue::NULL)?.history()?.back()
}

/// The depth that the current entry holds for this instance. A state that is no object is refused
/// by `Reflect` itself.
fn current(instance: &str) -> Option<u32> {
    let state = window()?.history().ok()?.state().ok()?;
    let ours = Reflect::get(&state, &KEY.into()).ok()?;
    let depth = Reflect::get(&ours, &instance.into()).ok()?.as_f64()?;
    Some(depth as u32)
}

/// A new object with what is in `value`; nothing and numbers have nothing in them.
fn copy_of(value: &JsValue) -> Object {
    Object::assign(&Object::new(), value.unchecked_ref())
}

#[cfg(test)]
mod tests {
    use std::{cell::RefCell, rc::Rc};

    use chrono::NaiveDate;
    use swansfeet_words::{Words, native::Native};
    use yew::Callback;

    use super::{Trail, UnderWay};
    use crate::{Context, Options, QuietPage};

    #[test]
    fn a_press_waits_for_the_step_before_it_but_not_for_ever() {
        let rows = [
            ("nothing is under way", None, 5000.0, false),
            ("in the same moment", Some(5000.0), 5000.0, true),
            ("a double tap", Some(5000.0), 5300.0, true),
            ("the browser never took it", Some(5000.0), 6000.0, false),
            ("the clock was put back", Some(5000.0), 4000.0, false),
        ];
        for (what, since, now, is_on) in rows {
            let under_way = UnderWay::default();
            under_way.since.set(since);
            assert_eq!(under_way.is_on(now), is_on, "{what}");
        }
    }

    #[test]
    fn steps_work_where_there_is_no_history() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 22).expect("a date");
        let words = Words::new("", Box::new(Native::new("en")));
        let cx = Context::new(
            Rc::new(words),
            Options::default(),
            Box::new(QuietPage { today }),
        );
        let seen = Rc::new(RefCell::new(Vec::new()));
        let log = Rc::clone(&seen);
        let trail = Trail::new(
            &cx,
            Callback::from(move |depth| log.borrow_mut().push(depth)),
        );

        trail.back();
        trail.forward();
        trail.forward();
        trail.back();
        assert_eq!(trail.depth(), 1);
        trail.back();
        trail.back();
        assert_eq!(
            *seen.borrow(),
            [1, 0],
            "each step back is told once, and none before the first"
        );
    }
}
