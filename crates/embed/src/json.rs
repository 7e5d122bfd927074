//! JSON with little code: what came is the browser's own value, read by name; what goes is written
//! piece by piece. serde_json would be 15 kB of a widget.
//!
//! Knows no wire type. With the feature `double` the value is serde_json's, for tests that have no
//! browser; never in a widget.

#[cfg(not(feature = "double"))]
use js_sys::{Array, Object, Reflect, Uint8Array};
#[cfg(not(feature = "double"))]
use wasm_bindgen::{JsCast, JsValue};

#[cfg(feature = "double")]
type Raw = serde_json::Value;
#[cfg(not(feature = "double"))]
type Raw = JsValue;

/// A value that came as JSON, or nothing. Asking for what is not there gives nothing, never an
/// error: whoever reads says what must be there.
#[derive(Clone, Debug, PartialEq)]
pub struct Json(Raw);

#[cfg(not(feature = "double"))]
impl Json {
    /// Nothing.
    #[must_use]
    pub fn nothing() -> Self {
        Self(JsValue::UNDEFINED)
    }

    pub(crate) fn from_browser(value: JsValue) -> Self {
        Self(value)
    }

    pub(crate) fn raw(&self) -> JsValue {
        self.0.clone()
    }

    /// The part with that name.
    #[must_use]
    #[inline(never)]
    pub fn at(&self, name: &str) -> Self {
        // Refused where there is no object, and then there is no such part either.
        Self(Reflect::get(&self.0, &name.into()).unwrap_or_default())
    }

    /// A text.
    #[must_use]
    #[inline(never)]
    pub fn text(&self) -> Option<String> {
        self.0.as_string()
    }

    /// The text of a whole answer, made of its bytes: of a large one, a browser's own text would be put
    /// together only to be taken apart. What is no clean UTF-8 is left to the browser, which replaces
    /// what cannot be read and leaves a mark of order out.
    #[must_use]
    pub fn answer_text(&self) -> Option<String> {
        // A script of some weeks ago, which may have come first, hands on the text alone.
        let bytes = Some(self.at("bytes").0).filter(|bytes| !bytes.is_undefined());
        let text = bytes.and_then(|bytes| String::from_utf8(Uint8Array::new(&bytes).to_vec()).ok());
        text.filter(|text| !text.starts_with('\u{feff}'))
            .or_else(|| self.at("text").text())
    }

    /// A whole number that JavaScript holds exactly.
    #[must_use]
    #[inline(never)]
    pub fn number(&self) -> Option<i64> {
        whole(self.0.as_f64()?)
    }

    /// Whether it is `true`.
    #[must_use]
    pub fn is_true(&self) -> bool {
        self.0.is_truthy()
    }

    /// The members of a list; none where it is no list.
    #[must_use]
    #[inline(never)]
    pub fn list(&self) -> Option<Vec<Json>> {
        let list: &Array = self.0.dyn_ref()?;
        Some(list.iter().map(Self).collect())
    }

    /// The texts in an object, with their names.
    #[must_use]
    #[inline(never)]
    pub fn texts(&self) -> Vec<(String, String)> {
        let Some(object) = self.0.dyn_ref::<Object>() else {
            return Vec::new();
        };
        let names = Object::keys(object);
        let pair = |name: JsValue| {
            let text = Reflect::get(&self.0, &name).ok()?.as_string()?;
            Some((name.as_string()?, text))
        };
        names.iter().filter_map(pair).collect()
    }
}

#[cfg(feature = "double")]
impl Json {
    /// Nothing.
    #[must_use]
    pub fn nothing() -> Self {
        Self(Raw::Null)
    }

    /// The value that is written there; nothing where it cannot be read.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        Self(serde_json::from_str(text).unwrap_or_default())
    }

    pub(crate) fn from_browser(_: wasm_bindgen::JsValue) -> Self {
        Self::nothing()
    }

    pub(crate) fn raw(&self) -> wasm_bindgen::JsValue {
        wasm_bindgen::JsValue::UNDEFINED
    }

    /// The part with that name.
    #[must_use]
    pub fn at(&self, name: &str) -> Self {
        Self(self.0.get(name).cloned().unwrap_or_default())
    }

    /// The text of an answer.
    #[must_use]
    pub fn answer_text(&self) -> Option<String> {
        self.text()
    }

    /// A text.
    #[must_use]
    pub fn text(&self) -> Option<String> {
        self.0.as_str().map(str::to_owned)
    }

    /// A whole number that JavaScript holds exactly.
    #[must_use]
    pub fn number(&self) -> Option<i64> {
        whole(self.0.as_f64()?)
    }

    /// Whether it is `true`.
    #[must_use]
    pub fn is_true(&self) -> bool {
        self.0 == Raw::Bool(true)
    }

    /// The members of a list; none where it is no list.
    #[must_use]
    pub fn list(&self) -> Option<Vec<Json>> {
        Some(self.0.as_array()?.iter().cloned().map(Self).collect())
    }

    /// The texts in an object, with their names.
    #[must_use]
    pub fn texts(&self) -> Vec<(String, String)> {
        let object = self.0.as_object();
        let text =
            |(name, value): (&String, &Raw)| Some((name.clone(), value.as_str()?.to_owned()));
        object.into_iter().flatten().filter_map(text).collect()
    }
}

fn whole(number: f64) -> Option<i64> {
    const EXACT: f64 = 9_007_199_254_740_991.0;
    (number.abs() <= EXACT && number.trunc() == number).then_some(number as i64)
}

/// An object or a list in the writing.
pub struct Writer {
    out: String,
    end: char,
}

impl Writer {
    /// An object without parts yet.
    #[must_use]
    pub fn object() -> Self {
        Self::new('{', '}')
    }

    /// A list without members yet.
    #[must_use]
    pub fn list() -> Self {
        Self::new('[', ']')
    }

    fn new(start: char, end: char) -> Self {
        Self {
            out: String::from(start),
            end,
        }
    }

    /// A text under a name.
    #[must_use]
    pub fn text(mut self, name: &str, text: &str) -> Self {
        self.name(name);
        quote(text, &mut self.out);
        self
    }

    /// A text under a name, or `null`.
    #[must_use]
    pub fn maybe(self, name: &str, text: Option<&str>) -> Self {
        match text {
            Some(text) => self.text(name, text),
            None => self.raw(name, "null"),
        }
    }

    /// A number under a name.
    #[must_use]
    pub fn number(self, name: &str, number: usize) -> Self {
        self.raw(name, &number.to_string())
    }

    /// What is JSON already, under a name.
    #[must_use]
    #[inline(never)]
    pub fn raw(mut self, name: &str, json: &str) -> Self {
        self.name(name);
        self.out.push_str(json);
        self
    }

    /// What is JSON already, as a member of a list.
    #[must_use]
    pub fn member(mut self, json: &str) -> Self {
        self.part();
        self.out.push_str(json);
        self
    }

    /// A text as a member of a list.
    #[must_use]
    pub fn member_text(mut self, text: &str) -> Self {
        self.part();
        quote(text, &mut self.out);
        self
    }

    /// The JSON.
    #[must_use]
    pub fn finish(mut self) -> String {
        self.out.push(self.end);
        self.out
    }

    #[inline(never)]
    fn name(&mut self, name: &str) {
        self.part();
        quote(name, &mut self.out);
        self.out.push(':');
    }

    fn part(&mut self) {
        if self.out.len() > 1 {
            self.out.push(',');
        }
    }
}

#[inline(never)]
fn quote(text: &str, out: &mut String) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => {
                out.push('\\');
                out.push(c);
            }
            // RFC 8259, section 7: control characters must be escaped, all else may stand.
            '\0'..='\u{1f}' => {
                out.push_str("\\u00");
                for half in [c as u8 >> 4, c as u8 & 15] {
                    out.push(char::from(b"0123456789abcdef"[usize::from(half)]));
                }
            }
            _ => out.push(c),
        }
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::Writer;

    #[test]
    fn what_is_written_is_json() {
        let list = Writer::list().member_text("a").member("2").finish();
        let written = Writer::object()
            .text("na\"me", "Ana \\ \"O'Neill\"\n\u{1}\u{7f} Ŵyn 🦢")
            .number("n", 41)
            .maybe("none", None)
            .maybe("some", Some(""))
            .raw("list", &list)
            .raw("empty", &Writer::list().finish())
            .finish();
        let read: serde_json::Value = serde_json::from_str(&written).expect("it is JSON");
        assert_eq!(
            read,
            serde_json::json!({
                "na\"me": "Ana \\ \"O'Neill\"\n\u{1}\u{7f} Ŵyn 🦢",
                "n": 41, "none": null, "some": "", "list": ["a", 2], "empty": [],
            })
        );
    }

    #[cfg(feature = "double")]
    #[test]
    fn what_is_not_there_is_nothing() {
        let json = super::Json::parse(
            r#"{"a":{"b":["x",1.5,-3,true]},"t":{"en":"one","cy":"un","n":1},"big":1e300}"#,
        );
        let list = json.at("a").at("b").list().expect("a list");
        assert_eq!(list[0].text().as_deref(), Some("x"));
        assert_eq!(
            list.iter().map(super::Json::number).collect::<Vec<_>>(),
            [None, None, Some(-3), None]
        );
        assert!(list[3].is_true() && !list[2].is_true());
        assert_eq!(json.at("t").texts().len(), 2);
        assert_eq!(json.at("big").number(), None);
        assert_eq!(json.at("a").at("c").at("d").text(), None);
        assert_eq!(super::Json::parse("<html>").list(), None);
    }
}
