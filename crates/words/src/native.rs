//! Numbers, money, dates and plurals of English and Welsh, where there is no browser to ask: on
//! the hub, in a terminal, in tests. Rules are those of CLDR 45; no other language is known here.

use chrono::{Datelike, NaiveDate};
use rust_decimal::{Decimal, RoundingStrategy};

use crate::{Locale, MONTHS_CY, MONTHS_EN, Plural, formatting_tag};

/// English or Welsh without a browser.
#[derive(Clone, Debug)]
pub struct Native {
    tag: String,
    welsh: bool,
}

impl Native {
    /// The locale for a table's language; anything but Welsh is formatted as British English,
    /// the pseudo-locale too.
    #[must_use]
    pub fn new(lang: &str) -> Self {
        Self {
            tag: formatting_tag(lang).to_owned(),
            welsh: lang == "cy",
        }
    }

    /// The same, as [`crate::Words::open`] asks for it.
    #[must_use]
    pub fn boxed(lang: &str) -> Box<dyn Locale> {
        Box::new(Self::new(lang))
    }
}

impl Locale for Native {
    fn tag(&self) -> &str {
        &self.tag
    }

    /// Cardinal rules, unicode.org/reports/tr35/tr35-numbers.html#Language_Plural_Rules and CLDR's
    /// plurals.xml: en `one: i = 1 and v = 0`; cy `zero: n = 0`, `one: n = 1`, `two: n = 2`,
    /// `few: n = 3`, `many: n = 6`. Trailing zeros are never shown, so v is that of the number
    /// without them.
    fn plural(&self, n: &Decimal) -> Plural {
        let n = n.abs();
        let is = |whole: u32| n == Decimal::from(whole);
        match self.welsh {
            false if is(1) => Plural::One,
            true if is(0) => Plural::Zero,
            true if is(1) => Plural::One,
            true if is(2) => Plural::Two,
            true if is(3) => Plural::Few,
            true if is(6) => Plural::Many,
            _ => Plural::Other,
        }
    }

    fn number(&self, n: &Decimal, min_frac: u8, max_frac: u8) -> String {
        grouped(n, min_frac, max_frac, "")
    }

    fn money(&self, pounds: &Decimal) -> String {
        grouped(pounds, 2, 2, "£")
    }

    fn date(&self, d: NaiveDate) -> String {
        let months = if self.welsh { &MONTHS_CY } else { &MONTHS_EN };
        let month = months.get(d.month0() as usize).copied().unwrap_or_default();
        format!("{} {month} {}", d.day(), d.year())
    }
}

/// Both languages group by threes with a comma and mark decimals with a dot. Half a penny goes
/// away from zero, as `Intl.NumberFormat` does, so that page and terminal agree.
fn grouped(n: &Decimal, min_frac: u8, max_frac: u8, sign: &str) -> String {
    let rounded = n.round_dp_with_strategy(max_frac.into(), RoundingStrategy::MidpointAwayFromZero);
    let plain = rounded.normalize().abs().to_string();
    let (whole, frac) = plain.split_once('.').unwrap_or((&plain, ""));
    let mut out = String::new();
    if rounded.is_sign_negative() && !rounded.is_zero() {
        out.push('-');
    }
    out.push_str(sign);
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    if !frac.is_empty() || min_frac > 0 {
        out.push('.');
        out.push_str(frac);
        for _ in frac.len()..usize::from(min_frac) {
            out.push('0');
        }
    }
    out
}
