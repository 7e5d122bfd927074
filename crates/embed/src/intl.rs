//! Plurals, numbers, money and dates by the browser's own `Intl`, so that no language's rules are
//! downloaded. Numbers go in as decimal strings: nothing passes through a float.

use std::cell::RefCell;

use chrono::{Datelike, NaiveDate};
use js_sys::{Array, Date, Object, Reflect};
use rust_decimal::Decimal;
use swansfeet_words::{Locale, Plural, formatting_tag};
use wasm_bindgen::prelude::*;

// Bound by hand because js-sys takes an f64 where `Intl` also takes a decimal string, exactly.
#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Intl)]
    type NumberFormat;
    #[wasm_bindgen(constructor, js_namespace = Intl)]
    fn new(locales: &Array, options: &Object) -> NumberFormat;
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
    fn new(locales: &Array, options: &Object) -> DateTimeFormat;
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
                formats.push((shape, NumberFormat::new(&self.wanted, &options_for(shape))));
                formats.len() - 1
            });
        formats[at].1.format(&n.to_string())
    }
}

impl Locale for BrowserLocale {
    fn tag(&self) -> &str {
        &self.tag
    }

    fn plural(&self, n: &Decimal) -> Plural {
        Plural::from_name(&PluralRules::new(&self.wanted).select(&n.to_string()))
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
        let options = object(&[
            ("day", "numeric".into()),
            ("month", "long".into()),
            ("year", "numeric".into()),
            ("timeZone", "UTC".into()),
        ]);
        DateTimeFormat::new(&self.wanted, &options).format(&Date::new(&iso(d).into()))
    }
}

fn options_for(shape: Shape) -> Object {
    match shape {
        Shape::Pounds => object(&[("style", "currency".into()), ("currency", "GBP".into())]),
        Shape::Decimals(min, max) => object(&[
            ("minimumFractionDigits", min.into()),
            ("maximumFractionDigits", max.into()),
        ]),
    }
}

fn object(entries: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (name, value) in entries {
        // A new plain object takes every property.
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object
}

fn iso(d: NaiveDate) -> String {
    format!("{:04}-{:02}-{:02}", d.year(), d.month(), d.day())
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
    format!("{} {} {}", d.day(), MONTHS[d.month0() as usize], d.year())
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
