//! Plurals, numbers, money and dates by the browser's own `Intl`, so that no language's rules are
//! downloaded. Numbers go in as decimal strings: nothing passes through a float.

use std::cell::{OnceCell, RefCell};

use chrono::{Datelike, NaiveDate};
use js_sys::{Array, Date, JSON};
use rust_decimal::Decimal;
use swansfeet_words::{Locale, MONTHS_CY, MONTHS_EN, Plural, formatting_tag, plain};
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
    #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
    fn try_new(locales: &Array, options: &JsValue) -> Result<DateTimeFormat, JsValue>;
    #[wasm_bindgen(method)]
    fn format(this: &DateTimeFormat, date: &Date) -> String;
    #[wasm_bindgen(method, js_name = resolvedOptions)]
    fn resolved_options(this: &DateTimeFormat) -> JsValue;
}

/// One language as the browser speaks it.
pub struct BrowserLocale {
    tag: String,
    /// What was asked for, then British English: never the language that the browser happens to
    /// be set to.
    wanted: Array,
    // A format takes the browser far longer to make than to use: milliseconds on a cheap phone.
    formats: RefCell<Vec<(Shape, NumberFormat)>>,
    plurals: OnceCell<PluralRules>,
    dates: OnceCell<DateTimeFormat>,
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
            plurals: OnceCell::new(),
            dates: OnceCell::new(),
        }
    }

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

impl BrowserLocale {
    /// The months of a language that this knows by itself.
    ///
    /// For the first screen not to wait for the browser's first format, which is 60 ms on a cheap
    /// phone; and Chromium ships Welsh plurals but no Welsh dates (seen in 156): it would answer in
    /// English.
    fn months(&self) -> Option<&'static [&'static str; 12]> {
        match self.tag.as_bytes() {
            b"en-GB" => Some(&MONTHS_EN),
            b"cy" => Some(&MONTHS_CY),
            _ => None,
        }
    }
}

impl Locale for BrowserLocale {
    fn tag(&self) -> &str {
        &self.tag
    }

    fn plural(&self, n: &Decimal) -> Plural {
        let plurals = self.plurals.get_or_init(|| PluralRules::new(&self.wanted));
        Plural::from_name(&plurals.select(&plain(n)))
    }

    fn number(&self, n: &Decimal, min_frac: u8, max_frac: u8) -> String {
        // Below a thousand, whole and not negative, both of these write the figures alone.
        if self.months().is_some() && min_frac == 0 && n.scale() == 0 && is_below_thousand(n) {
            return plain(n);
        }
        self.formatted(n, Shape::Decimals(min_frac, max_frac))
    }

    fn money(&self, pounds: &Decimal) -> String {
        self.formatted(pounds, Shape::Pounds)
    }

    fn date(&self, d: NaiveDate) -> String {
        if let Some(months) = self.months() {
            return date_in_words(d, months);
        }
        // A date without a time is read as UTC, so it is shown as UTC: no time zone moves it.
        let dates = self
            .dates
            .get_or_init(|| DateTimeFormat::new(&self.wanted, &object(DATE)));
        dates.format(&Date::new(&iso(d).into()))
    }
}

thread_local! {
    static CLOCKS: RefCell<Vec<(String, Option<DateTimeFormat>)>> = const { RefCell::new(Vec::new()) };
}

/// The zone that the device's clock is set to.
pub(crate) fn zone() -> String {
    let format = DateTimeFormat::new(&Array::new(), &JsValue::UNDEFINED);
    let options = format.resolved_options();
    let zone = js_sys::Reflect::get(&options, &"timeZone".into());
    zone.ok()
        .and_then(|zone| zone.as_string())
        .unwrap_or_default()
}

/// Seconds east of UTC in a zone at an instant: what its clock shows there, less the instant.
pub(crate) fn offset(zone: &str, at: i64) -> Option<i32> {
    let shown = CLOCKS.with_borrow_mut(|clocks| {
        let known = clocks.iter().position(|(name, _)| name == zone);
        let known = known.unwrap_or_else(|| {
            clocks.push((zone.to_owned(), clock(zone)));
            clocks.len() - 1
        });
        let clock = clocks[known].1.as_ref()?;
        Some(clock.format(&Date::new(&(at as f64 * 1000.0).into())))
    })?;
    // "03/31/2026, 19:30:00", in any browser's punctuation.
    let mut parts = shown
        .split(|c: char| !c.is_ascii_digit())
        .filter(|part| !part.is_empty())
        .map(|part| part.parse::<u32>().unwrap_or_default());
    let mut next = || parts.next();
    let (month, day, year) = (next()?, next()?, next()?);
    let (hour, minute, second) = (next()?, next()?, next()?);
    let day = NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)?;
    // Some browsers show midnight as 24.
    let wall = day.and_hms_opt(hour % 24, minute, second)?;
    i32::try_from(wall.and_utc().timestamp() - at).ok()
}

fn clock(zone: &str) -> Option<DateTimeFormat> {
    let mut options = String::from(CLOCK);
    options.push_str(zone);
    options.push_str("\"}");
    // A name with a quote makes no JSON, so no zone; a zone that the browser does not know throws.
    let options = JSON::parse(&options).ok()?;
    DateTimeFormat::try_new(&Array::of1(&"en-US".into()), &options).ok()
}

const CLOCK: &str = r#"{"year":"numeric","month":"2-digit","day":"2-digit","hour":"2-digit","minute":"2-digit","second":"2-digit","hourCycle":"h23","timeZone":""#;
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

/// CLDR 44, en-GB and cy alike: "d MMMM y".
fn date_in_words(d: NaiveDate, months: &[&str; 12]) -> String {
    let month = months.get(d.month0() as usize).unwrap_or(&"");
    [
        &plain(&d.day().into()),
        " ",
        month,
        " ",
        &plain(&d.year().into()),
    ]
    .concat()
}

fn is_below_thousand(n: &Decimal) -> bool {
    !n.is_sign_negative() && n.mantissa() < 1000
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;
    use rust_decimal::Decimal;

    use super::{MONTHS_CY, MONTHS_EN, date_in_words, is_below_thousand, iso};

    #[test]
    fn dates_without_the_browser() {
        for (year, month, day, plain, english, welsh) in [
            (2026, 4, 6, "2026-04-06", "6 April 2026", "6 Ebrill 2026"),
            (
                2026,
                12,
                31,
                "2026-12-31",
                "31 December 2026",
                "31 Rhagfyr 2026",
            ),
            (2006, 10, 1, "2006-10-01", "1 October 2006", "1 Hydref 2006"),
        ] {
            let date = NaiveDate::from_ymd_opt(year, month, day).expect("a date of the table");
            assert_eq!(iso(date), plain);
            assert_eq!(date_in_words(date, &MONTHS_EN), english);
            assert_eq!(date_in_words(date, &MONTHS_CY), welsh);
        }
    }

    #[test]
    fn small_numbers_need_no_grouping() {
        for (number, is_small) in [(0, true), (999, true), (1000, false), (-1, false)] {
            assert_eq!(
                is_below_thousand(&Decimal::from(number)),
                is_small,
                "{number}"
            );
        }
    }
}
