//! Sentences of one language, with their blanks filled.

use std::cell::OnceCell;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::{
    Locale, Msg, Value,
    decimal::{self, plain},
    pattern::{self, Blanks},
    table::Table,
};

/// The lines that every table begins with, so that hours can be said in words anywhere: their keys
/// and blanks. They stand in `common.ftl`.
#[cfg(feature = "compile")]
pub(crate) const BUILT_IN: [(&str, &[&str]); 3] = [
    ("unit-hours", &["hours"]),
    ("unit-minutes", &["minutes"]),
    ("unit-hours-minutes", &["hours", "minutes"]),
];

/// The same as lines.
const HOURS: Msg = Msg(0);
const MINUTES: Msg = Msg(1);
const HOURS_MINUTES: Msg = Msg(2);

/// A language ready to be spoken: its table and its locale. Made once and shared behind an `Rc`.
pub struct Words {
    table: Table,
    /// The lines behind those of `table`, where they come later.
    later: OnceCell<Table>,
    locale: Box<dyn Locale>,
}

impl Words {
    /// Words from one table. A table that cannot be read gives empty sentences, never a panic;
    /// where another language is handed over, use [`Words::open`].
    #[must_use]
    pub fn new(table: &str, locale: Box<dyn Locale>) -> Self {
        let table = Table::read(table).unwrap_or_else(Table::empty);
        Self::of(table, locale)
    }

    fn of(table: Table, locale: Box<dyn Locale>) -> Self {
        Self {
            table,
            later: OnceCell::new(),
            locale,
        }
    }

    /// Words from a table handed over at run time, or English if there is none, if it is damaged,
    /// or if it belongs to another build. `locale` is given the language that was taken, so that
    /// numbers never speak another language than the sentences.
    #[must_use]
    pub fn open(
        english: &str,
        other: Option<&str>,
        locale: &dyn Fn(&str) -> Box<dyn Locale>,
    ) -> Self {
        let english = Table::read(english).unwrap_or_else(Table::empty);
        let table = match other.and_then(Table::read) {
            Some(other) if other.fits(&english) => other,
            _ => english,
        };
        let locale = locale(table.lang());
        Self::of(table, locale)
    }

    /// Adds the lines that come later; false if they are damaged or of another build. Where all
    /// lines are there already, nothing changes.
    pub fn add(&self, later: &str) -> bool {
        match Table::read(later) {
            Some(later) if later.fits(&self.table) => {
                // A second time is the same lines again.
                let _ = self.later.set(later);
                true
            }
            _ => false,
        }
    }

    /// Whether a sentence is there by now. One that is not is empty.
    #[must_use]
    pub fn has(&self, message: Msg) -> bool {
        let later = self.later.get().map_or(0, Table::lines);
        usize::from(message.0) < self.table.lines() + later
    }

    fn pattern(&self, message: Msg) -> &str {
        let line = usize::from(message.0);
        match (line.checked_sub(self.table.lines()), self.later.get()) {
            (Some(line), Some(later)) => later.pattern(line),
            _ => self.table.pattern(line),
        }
    }

    /// The language of the sentences, for `lang` attributes: `en`, `cy`, `en-XB`.
    #[must_use]
    pub fn lang(&self) -> &str {
        self.table.lang()
    }

    /// The direction of the sentences, for `dir` attributes.
    #[must_use]
    pub fn dir(&self) -> &'static str {
        if self.table.is_rtl() { "rtl" } else { "ltr" }
    }

    /// A sentence without blanks.
    #[must_use]
    pub fn get(&self, message: Msg) -> String {
        self.say(message, &[])
    }

    /// A sentence with its blanks filled. A blank that is not given stays visible as `{name}`.
    #[must_use]
    pub fn say(&self, message: Msg, args: &[(&'static str, Value)]) -> String {
        let mut out = String::new();
        pattern::fill(
            self.pattern(message),
            &Filling { words: self, args },
            &mut out,
        );
        out
    }

    /// A value as this language shows it.
    #[must_use]
    pub fn show(&self, value: &Value) -> String {
        match value {
            Value::Text(text) => text.clone(),
            Value::Number(n) => self.number(n),
            Value::Money(pounds) => self.money(pounds),
            Value::Hours(hours) => self.hours(hours),
            Value::Date(date) => self.date(*date),
            Value::Percent(n) => self.locale.percent(n),
        }
    }

    /// A number with at most three decimals.
    #[must_use]
    pub fn number(&self, n: &Decimal) -> String {
        self.locale.number(n, 0, 3)
    }

    /// Pounds and pence: "£12.71".
    #[must_use]
    pub fn money(&self, pounds: &Decimal) -> String {
        self.locale.money(pounds)
    }

    /// A date: "6 April 2026".
    #[must_use]
    pub fn date(&self, date: NaiveDate) -> String {
        self.locale.date(date)
    }

    /// Hours to the nearest minute, in words: 7.5 is "7 hours 30 minutes", 0.75 "45 minutes".
    #[must_use]
    pub fn hours(&self, hours: &Decimal) -> String {
        let Some(all) = decimal::minutes(hours) else {
            return self.number(hours);
        };
        let (whole, minutes) = (all / 60, all % 60);
        let message = match (whole, minutes) {
            (_, 0) => HOURS,
            (0, _) => MINUTES,
            _ => HOURS_MINUTES,
        };
        let said = self.say(
            message,
            &[
                ("hours", Value::Number(whole.into())),
                ("minutes", Value::Number(minutes.into())),
            ],
        );
        if hours.is_sign_negative() && all > 0 {
            let mut negative = String::from("−");
            negative.push_str(&said);
            return negative;
        }
        said
    }
}

/// The blanks of one sentence, as `pattern` asks for them.
struct Filling<'a> {
    words: &'a Words,
    args: &'a [(&'static str, Value)],
}

impl Filling<'_> {
    fn value(&self, name: &str) -> Option<&Value> {
        self.args
            .iter()
            .find(|(known, _)| *known == name)
            .map(|(_, value)| value)
    }
}

/// First strong isolate and its end: what is inside keeps its own direction, and the sentence
/// around it keeps its order (Unicode Standard Annex 9).
const ISOLATE: char = '\u{2068}';
const END_OF_ISOLATE: char = '\u{2069}';

impl Blanks for Filling<'_> {
    fn write(&self, name: &str, out: &mut String) {
        let Some(value) = self.value(name) else {
            // Left visible: a test or a reader sees which fact is missing.
            out.push('{');
            out.push_str(name);
            out.push('}');
            return;
        };
        // Marks are not free: they are copied along with an amount. In a left-to-right sentence
        // our values need none, so only right-to-left sentences carry them.
        let isolate = self.words.table.is_rtl();
        if isolate {
            out.push(ISOLATE);
        }
        out.push_str(&self.words.show(value));
        if isolate {
            out.push(END_OF_ISOLATE);
        }
    }

    fn matches(&self, name: &str, key: &str) -> bool {
        match self.value(name) {
            Some(Value::Text(text)) => text == key,
            Some(Value::Number(n) | Value::Money(n) | Value::Hours(n) | Value::Percent(n)) => {
                // An exact number is written as programs write it, so as text it is the same.
                plain(n) == key || self.words.locale.plural(n).name() == key
            }
            Some(Value::Date(_)) | None => false,
        }
    }
}
