//! Plurals, numbers, money, dates and hours of English and Welsh against `native.toml`.

use rust_decimal::Decimal;
use serde::Deserialize;
use swansfeet_words::{Locale, Plural, Value, Words, compile::Catalog, native::Native};

#[derive(Deserialize)]
struct Table {
    plural: Vec<Samples>,
    show: Vec<Shown>,
}

#[derive(Deserialize)]
struct Samples {
    lang: String,
    category: String,
    numbers: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Shown {
    lang: String,
    number: Option<String>,
    money: Option<String>,
    hours: Option<String>,
    percent: Option<String>,
    date: Option<String>,
    is: String,
}

impl Shown {
    fn value(&self) -> Value {
        let date = self
            .date
            .as_ref()
            .map(|d| Value::Date(d.parse().expect("an ISO date")));
        let number = |text: &Option<String>, kind: fn(Decimal) -> Value| {
            text.as_ref().map(|text| kind(decimal(text)))
        };
        number(&self.number, Value::Number)
            .or(number(&self.money, Value::Money))
            .or(number(&self.hours, Value::Hours))
            .or(number(&self.percent, Value::Percent))
            .or(date)
            .expect("each row shows something")
    }
}

fn decimal(text: &str) -> Decimal {
    text.parse().expect("a number")
}

fn table() -> Table {
    toml::from_str(include_str!("native.toml")).expect("native.toml is a table of rows")
}

#[test]
fn plurals_are_those_of_cldr() {
    for row in table().plural {
        for n in &row.numbers {
            let category = Native::new(&row.lang).plural(&decimal(n));
            assert_eq!(category.name(), row.category, "{} {n}", row.lang);
            assert_eq!(Plural::from_name(&row.category), category);
        }
    }
}

#[test]
fn values_are_shown_as_people_write_them() {
    let compiled = Catalog::new()
        .shared("common")
        .compile()
        .expect("the shared words are whole");
    for row in table().show {
        // Hours in the pseudo-locale carry its marks; that is tested with the others.
        let words = Words::new(
            compiled.table(&row.lang).expect("a known locale"),
            Native::boxed(&row.lang),
        );
        assert_eq!(words.show(&row.value()), row.is, "{}", row.lang);
    }
}

#[test]
fn the_largest_of_everything_is_still_shown() {
    let compiled = Catalog::new()
        .shared("common")
        .compile()
        .expect("the shared words are whole");
    let words = Words::new(compiled.table("en").expect("English"), Native::boxed("en"));
    for n in [Decimal::MAX, Decimal::MIN, Decimal::new(1, 28)] {
        for value in [
            Value::Number(n),
            Value::Money(n),
            Value::Hours(n),
            Value::Percent(n),
        ] {
            assert!(!words.show(&value).is_empty());
        }
    }
}
