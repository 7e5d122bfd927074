//! The page's way to files. Where the browser lets a page write to a file that its person picked
//! (File System Access), the key file is opened once and written in place; elsewhere it is read from a
//! file field and handed over as a download, and only its person knows whether it was saved.

use std::rc::Rc;

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use yew::Callback;
use yew::platform::spawn_local;

/// No key file is near it.
const LARGEST: f64 = 4_000_000.0;

/// A file that was picked, and whether the page may write to it.
#[derive(Clone, Debug)]
pub(crate) struct Picked {
    pub(crate) text: String,
    pub(crate) place: Option<Place>,
}

/// A file that the page may write to.
#[derive(Clone, Debug)]
pub(crate) struct Place(JsValue);

/// Lets the person pick a file that the page may write to. Nothing where they did not, or it is too
/// large to be one. Call it while a press is handled.
pub(crate) async fn pick() -> Option<Picked> {
    let handles = call(&js_sys::global(), "showOpenFilePicker", &[])?;
    let handles: Array = settled(handles).await?.dyn_into().ok()?;
    let place = Place(handles.get(0));
    let is_ours = place.may_write().await;
    let file = settled(call(&place.0, "getFile", &[])?).await?;
    Some(Picked {
        text: text_of(&file).await?,
        place: is_ours.then_some(place),
    })
}

/// Hands on what is put into a file field.
pub(crate) fn given(to: Callback<Picked>) -> Rc<dyn Fn(web_sys::Event)> {
    Rc::new(move |event| {
        let field = part(&event, "target");
        let file = part(&part(&field, "files"), "0");
        // The same file once more, after something was wrong with it, is a change again.
        let _ = Reflect::set(&field, &"value".into(), &"".into());
        let to = to.clone();
        spawn_local(async move {
            if let Some(text) = text_of(&file).await {
                to.emit(Picked { text, place: None });
            }
        });
    })
}

/// Whether the browser lets a page write to files.
pub(crate) fn has_places() -> bool {
    let has = |name| part(&js_sys::global(), name).is_function();
    cfg!(target_arch = "wasm32") && has("showOpenFilePicker") && has("showSaveFilePicker")
}

/// Lets the person say where a new file goes. Nothing where they do not.
pub(crate) async fn place_for(name: &str) -> Option<Place> {
    let options = Object::new();
    let _ = Reflect::set(&options, &"suggestedName".into(), &name.into());
    let place = call(&js_sys::global(), "showSaveFilePicker", &[options.into()])?;
    settled(place).await.map(Place)
}

impl Place {
    async fn may_write(&self) -> bool {
        let how = Object::new();
        let _ = Reflect::set(&how, &"mode".into(), &"readwrite".into());
        let asked = call(&self.0, "requestPermission", &[how.into()]);
        let Some(asked) = asked else {
            return false;
        };
        let said = settled(asked).await.and_then(|said| said.as_string());
        said.as_deref() == Some("granted")
    }

    /// Writes a text in place of what is there: all of it, or nothing. Whether it was done.
    pub(crate) async fn write(&self, text: &str) -> bool {
        let written = async {
            let out = settled(call(&self.0, "createWritable", &[])?).await?;
            settled(call(&out, "write", &[text.into()])?).await?;
            // Only now does the new content take the place of the old.
            settled(call(&out, "close", &[])?).await
        };
        written.await.is_some()
    }
}

/// Hands a text over as a download. Whether the browser has begun.
pub(crate) fn download(name: &str, text: &str) -> bool {
    if !cfg!(target_arch = "wasm32") {
        return false;
    }
    let begun = || {
        let parts = Array::of1(&text.into());
        let blob: Function = part(&js_sys::global(), "Blob").dyn_into().ok()?;
        let how = Object::new();
        Reflect::set(&how, &"type".into(), &"text/plain".into()).ok()?;
        let blob = Reflect::construct(&blob, &Array::of2(&parts, &how)).ok()?;
        let urls = part(&js_sys::global(), "URL");
        let url = call(&urls, "createObjectURL", &[blob])?;
        let link = element("a")?;
        Reflect::set(&link, &"href".into(), &url).ok()?;
        Reflect::set(&link, &"download".into(), &name.into()).ok()?;
        call(&link, "click", &[])?;
        // The browser needs it until it has begun; a minute is enough for any.
        let forget = call_later(&urls, &url);
        forget.map(|()| true)
    };
    begun().unwrap_or(false)
}

fn call_later(urls: &JsValue, url: &JsValue) -> Option<()> {
    let revoke: Function = part(urls, "revokeObjectURL").dyn_into().ok()?;
    let bound = revoke.bind1(urls, url);
    call(
        &js_sys::global(),
        "setTimeout",
        &[bound.into(), 60_000.into()],
    )
    .map(drop)
}

async fn text_of(file: &JsValue) -> Option<String> {
    let size = part(file, "size").as_f64()?;
    if size > LARGEST {
        return Some(String::new());
    }
    settled(call(file, "text", &[])?).await?.as_string()
}

fn element(tag: &str) -> Option<JsValue> {
    let document = part(&js_sys::global(), "document");
    call(&document, "createElement", &[tag.into()])
}

fn part(of: &JsValue, name: &str) -> JsValue {
    Reflect::get(of, &name.into()).unwrap_or_default()
}

/// What a method gives; nothing where there is none, or it throws.
fn call(of: &JsValue, name: &str, arguments: &[JsValue]) -> Option<JsValue> {
    let method: Function = part(of, name).dyn_into().ok()?;
    method.apply(of, &arguments.iter().collect()).ok()
}

/// What a promise comes to; nothing where it is refused.
async fn settled(promise: JsValue) -> Option<JsValue> {
    let promise: Promise = promise.dyn_into().ok()?;
    JsFuture::from(promise).await.ok()
}

/// Whether this page is of the hub that it speaks to.
pub(crate) fn is_at(hub: &str) -> bool {
    if !cfg!(target_arch = "wasm32") {
        return true;
    }
    let origin = part(&part(&js_sys::global(), "location"), "origin").as_string();
    origin.is_some_and(|origin| {
        let rest = hub.strip_prefix(&origin);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    })
}
