//! What a locale can do that a table of sentences cannot. Holds no rules of any language itself.

use chrono::NaiveDate;
use rust_decimal::Decimal;

/// CLDR's plural categories.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Plural {
    /// None at all, where the language has a form for it (Welsh, Arabic).
    Zero,
    /// One, and what the language counts like it.
    One,
    /// Two.
    Two,
    /// A few: in Welsh 3, in Polish 2 to 4.
    Few,
    /// Many: in Welsh 6.
    Many,
    /// Everything else; every language has this one.
    Other,
}

impl Plural {
    const NAMES: [(&'static str, Self); 6] = [
        ("zero", Self::Zero),
        ("one", Self::One),
        ("two", Self::Two),
        ("few", Self::Few),
        ("many", Self::Many),
        ("other", Self::Other),
    ];

    /// The name that CLDR, Fluent and `Intl.PluralRules` use.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::NAMES[self as usize].0
    }

    /// The category of that name; any unknown name is [`Plural::Other`].
    #[must_use]
    pub fn from_name(name: &str) -> Self {
        let known = Self::NAMES.iter().find(|(known, _)| *known == name);
        known.map_or(Self::Other, |(_, plural)| *plural)
    }
}

/// Month names in English, of CLDR's "wide" width.
pub const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The same in Welsh.
pub const MONTHS_CY: [&str; 12] = [
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

/// Plurals, numbers, money and dates of one language. In a widget the browser's `Intl` is behind
/// it; elsewhere the `native` module.
pub trait Locale {
    /// The tag that numbers and dates are formatted for, such as `cy` or `en-GB`.
    fn tag(&self) -> &str;

    /// The plural category of a number as it would be shown: 1.0 is shown, and counted, as 1.
    fn plural(&self, n: &Decimal) -> Plural;

    /// A number with the locale's grouping and decimal mark, rounded half away from zero.
    fn number(&self, n: &Decimal, min_frac: u8, max_frac: u8) -> String;

    /// Pounds and pence, always with both digits of the pence: "£1,234.50".
    fn money(&self, pounds: &Decimal) -> String;

    /// A date with the month in letters: "6 April 2026".
    fn date(&self, d: NaiveDate) -> String;

    /// Parts of a hundred: 12.07 is "12.07%".
    fn percent(&self, n: &Decimal) -> String {
        let mut text = self.number(n, 0, 2);
        text.push('%');
        text
    }
}

/// The tag to hand to `Intl` for a table's locale. Plain `en` would give American dates, and the
/// pseudo-locale is no language that `Intl` knows, so it would fall back to the same.
#[must_use]
pub fn formatting_tag(lang: &str) -> &str {
    match lang {
        "en" | "en-XB" => "en-GB",
        other => other,
    }
}
