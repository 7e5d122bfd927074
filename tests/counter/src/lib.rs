//! A button that counts: the smallest useful Yew widget, the yardstick for the others.

use wasm_bindgen::prelude::*;
use yew::prelude::*;

/// One button and a number.
#[component]
pub fn Counter() -> Html {
    let count = use_state(|| 0_u32);
    let add = {
        let count = count.clone();
        Callback::from(move |_| count.set(*count + 1))
    };
    html! { <button onclick={add}>{ *count }</button> }
}

/// Renders the counter into `host`.
#[wasm_bindgen]
pub fn mount(host: web_sys::Element) {
    yew::Renderer::<Counter>::with_root(host).render();
}
