//! Plurals, numbers, money and dates by the browser's own `Intl`, so that no language's rules are
//! downloaded. Numbers go in as decimal strings: nothing passes through a float.

use std::cell::RefCell;

use chrono::{Datelike, NaiveDate};
use js_sys::{Array, Date, JSON};
use rust_decimal::Decimal;
use swansfeet_words::{Locale, Plural, formatting_tag, plain};
use wasm_bindgen::prelude::*;

// Bound by hand because js-sys takes an f64 where `Intl` also takes a decimal string, exactly.
#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Intl)]
    type NumberFormat;
    #[wasm_bindgen(constructor, js_namespace = Intl)]
    fn new(locales: &Array, options: &JsValue) -> NumberFormat;
    #[wasm_bindgen(method)]
    fn format(this: &NumberFormat, decimal: &str) -> String;

    #[wasm_bindgen(js_namespace = Intl)]
    type PluralRules;
    #[wasm_bindgen(constructor, js_namespace = Intl)]
    fn new(locales: &Array) -> PluralRules;
    #[wasm_bindgen(method)]
    fn select(this: &PluralRules, decimal: &str) -> String;

    #[wasm_bindgen(js_namespace = Intl)]
    type DateTimeFormat;
    #[wasm_bindgen(constructor, js_namespace = Intl)]
    fn new(locales: &Array, options: &JsValue) -> DateTimeFormat;
    #[wasm_bindgen(method)]
    fn format(this: &DateTimeFormat, date: &Date) -> String;
    #[wasm_bindgen(static_method_of = DateTimeFormat, js_namespace = Intl, js_name = supportedLocalesOf)]
    fn supported(locales: &str) -> Array;
}

/// One language as the browser speaks it.
pub struct BrowserLocale {
    tag: String,
    /// What was asked for, then British English: never the language that the browser happens to
    /// be set to.
    wanted: Array,
    formats: RefCell<Vec<(Shape, NumberFormat)>>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    Pounds,
    Decimals(u8, u8),
}

impl BrowserLocale {
    /// The locale of a table: `en`, `cy`.
    #[must_use]
    pub fn new(lang: &str) -> Self {
        let tag = formatting_tag(lang);
        let wanted = Array::of2(&tag.into(), &"en-GB".into());
        Self {
            tag: tag.to_owned(),
            wanted,
            formats: RefCell::default(),
        }
    }

    // A format takes the browser far longer to make than to use.
    fn formatted(&self, n: &Decimal, shape: Shape) -> String {
        let mut formats = self.formats.borrow_mut();
        let at = formats
            .iter()
            .position(|(known, _)| *known == shape)
            .unwrap_or_else(|| {
                let format = NumberFormat::new(&self.wanted, &object(&options(shape)));
                formats.push((shape, format));
                formats.len() - 1
            });
        formats[at].1.format(&plain(n))
    }
}

impl Locale for BrowserLocale {
    fn tag(&self) -> &str {
        &self.tag
    }

    fn plural(&self, n: &Decimal) -> Plural {
        Plural::from_name(&PluralRules::new(&self.wanted).select(&plain(n)))
    }

    fn number(&self, n: &Decimal, min_frac: u8, max_frac: u8) -> String {
        self.formatted(n, Shape::Decimals(min_frac, max_frac))
    }

    fn money(&self, pounds: &Decimal) -> String {
        self.formatted(pounds, Shape::Pounds)
    }

    fn date(&self, d: NaiveDate) -> String {
        // Chromium ships Welsh plurals but no Welsh dates (seen in 156): it would answer in English.
        if self.tag == "cy" && DateTimeFormat::supported("cy").length() == 0 {
            return welsh_date(d);
        }
        // A date without a time is read as UTC, so it is shown as UTC: no time zone moves it.
        DateTimeFormat::new(&self.wanted, &object(DATE)).format(&Date::new(&iso(d).into()))
    }
}

const POUNDS: &str = r#"{"style":"currency","currency":"GBP"}"#;
const DATE: &str = r#"{"day":"numeric","month":"long","year":"numeric","timeZone":"UTC"}"#;

fn options(shape: Shape) -> String {
    match shape {
        Shape::Pounds => POUNDS.to_owned(),
        Shape::Decimals(min, max) => {
            let mut options = String::from("{\"minimumFractionDigits\":");
            two_digits(min.into(), &mut options);
            options.push_str(",\"maximumFractionDigits\":");
            two_digits(max.into(), &mut options);
            options.push('}');
            options
        }
    }
}

/// An object from its JSON: one call, where setting each property takes three and more code.
fn object(json: &str) -> JsValue {
    JSON::parse(json).unwrap_or_default()
}

fn iso(d: NaiveDate) -> String {
    let mut text = String::new();
    let year = d.year().unsigned_abs();
    two_digits(year / 100, &mut text);
    two_digits(year % 100, &mut text);
    for part in [d.month(), d.day()] {
        text.push('-');
        two_digits(part, &mut text);
    }
    text
}

/// In place of `format!`, which brings the standard library's whole formatting into a widget.
fn two_digits(n: u32, out: &mut String) {
    for digit in [n / 10, n % 10] {
        out.push(char::from(b'0' + (digit % 10) as u8));
    }
}

/// CLDR 44, cy, "d MMMM y".
fn welsh_date(d: NaiveDate) -> String {
    const MONTHS: [&str; 12] = [
        "Ionawr",
        "Chwefror",
        "Mawrth",
        "Ebrill",
        "Mai",
        "Mehefin",
        "Gorffennaf",
        "Awst",
        "Medi",
        "Hydref",
        "Tachwedd",
        "Rhagfyr",
    ];
    let month = MONTHS.get(d.month0() as usize).unwrap_or(&"");
    [
        &plain(&d.day().into()),
        " ",
        month,
        " ",
        &plain(&d.year().into()),
    ]
    .concat()
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::{iso, welsh_date};

    #[test]
    fn dates_without_the_browser() {
        for (year, month, day, plain, welsh) in [
            (2026, 4, 6, "2026-04-06", "6 Ebrill 2026"),
            (2026, 12, 31, "2026-12-31", "31 Rhagfyr 2026"),
            (2006, 10, 1, "2006-10-01", "1 Hydref 2006"),
        ] {
            let date = NaiveDate::from_ymd_opt(year, month, day).expect("a date of the table");
            assert_eq!(iso(date), plain);
            assert_eq!(welsh_date(date), welsh);
        }
    }
}
