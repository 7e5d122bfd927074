//! A table for spreadsheets: RFC 4180, and no cell that a spreadsheet takes for a formula.
//!
//! A signer may write `=HYPERLINK(…)` as a comment. Opened by an organiser, it would run. So a cell
//! that begins like a formula gets an apostrophe in front, as OWASP advises.

use std::borrow::Cow;
use std::io;
use std::path::Path;

use super::person::Person;
use super::{Sheet, listed, put, start};
use crate::office::{Output, Trouble};

/// The columns. Programs read them: they are the same in every language.
const COLUMNS: [&str; 20] = [
    "id",
    "name",
    "email",
    "area",
    "nation",
    "region",
    "council",
    "constituency",
    "category",
    "union",
    "workplace",
    "comment",
    "priorities",
    "public_name",
    "partner",
    "signed_at",
    "language",
    "consent_version",
    "purposes",
    "partners",
];

pub(super) struct Csv(Output);

impl Csv {
    pub(super) fn start(path: &Path, bom: bool) -> Result<Csv, Trouble> {
        let mut out = start(path)?;
        let mut head = String::from(if bom { "\u{feff}" } else { "" });
        head.push_str(&COLUMNS.join(","));
        head.push_str("\r\n");
        put(&mut out, &head).map_err(|why| out.trouble(why))?;
        Ok(Csv(out))
    }
}

impl Sheet for Csv {
    fn person(&mut self, person: &Person) -> io::Result<()> {
        let (signed_at, priorities) = (person.signed_at(), listed(&person.priorities));
        let version = person.consent.version.to_string();
        let (purposes, partners) = (
            listed(&person.consent.purposes),
            listed(&person.consent.partners),
        );
        let optional = |text: &'_ Option<String>| text.clone().unwrap_or_default();
        let cells: [&str; COLUMNS.len()] = [
            &person.id,
            &optional(&person.name),
            &optional(&person.email),
            &person.areas.area,
            &optional(&person.areas.nation),
            &optional(&person.areas.region),
            &optional(&person.areas.council),
            &optional(&person.areas.constituency),
            person.category.as_ref().map_or("", |id| id.as_str()),
            &optional(&person.union),
            &optional(&person.workplace),
            &optional(&person.comment),
            &priorities,
            person.public_name().unwrap_or_default(),
            &optional(&person.credit),
            &signed_at,
            person.consent.language.as_str(),
            &version,
            &purposes,
            &partners,
        ];
        let line = cells.map(cell).join(",");
        put(&mut self.0, &line)?;
        put(&mut self.0, "\r\n")
    }

    fn finish(self: Box<Self>) -> Result<(), Trouble> {
        self.0.finish()
    }
}

/// A cell, safe and quoted where it must be.
fn cell(text: &str) -> Cow<'_, str> {
    let is_formula = text.starts_with(|first| {
        // The last four are what keyboards for Chinese and Japanese give; Excel takes them alike.
        matches!(
            first,
            '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠'
        )
    });
    let is_plain = !text.contains([',', '"', '\r', '\n', ';', '\t'])
        && !text.starts_with(' ')
        && !text.ends_with(' ');
    match (is_formula, is_plain) {
        (false, true) => Cow::Borrowed(text),
        (true, true) => Cow::Owned(format!("'{text}")),
        (formula, false) => {
            let mark = if formula { "'" } else { "" };
            Cow::Owned(format!("\"{mark}{}\"", text.replace('"', "\"\"")))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::cell;

    #[test]
    fn no_cell_is_taken_for_a_formula() {
        for (text, wanted) in [
            ("Ana", "Ana"),
            ("", ""),
            ("O'Neill", "O'Neill"),
            ("Mary-Jane", "Mary-Jane"),
            ("a@b.example", "a@b.example"),
            ("=1+1", "'=1+1"),
            ("+44 20", "'+44 20"),
            ("-2+3+cmd|' /C calc'!A0", "'-2+3+cmd|' /C calc'!A0"),
            ("@SUM(1)", "'@SUM(1)"),
            ("＝1+1", "'＝1+1"),
            ("\t=1", "\"'\t=1\""),
            ("\r=1", "\"'\r=1\""),
            (
                "=HYPERLINK(\"https://evil.example\",\"x\")",
                "\"'=HYPERLINK(\"\"https://evil.example\"\",\"\"x\"\")\"",
            ),
            ("a,b", "\"a,b\""),
            ("a;=1", "\"a;=1\""),
            ("say \"no\"", "\"say \"\"no\"\"\""),
            ("two\nlines", "\"two\nlines\""),
            (" =1", "\" =1\""),
        ] {
            assert_eq!(cell(text), wanted, "{text:?}");
        }
    }
}
