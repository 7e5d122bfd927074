//! Turns `data/rates/*.toml` into constant tables, so that nothing is parsed at run time.
//!
//! Refuses data that the rules could not stand on: rates with half pence, rows out of order,
//! an unknown status, a row without a source.

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

use toml::{Table, Value};

fn main() {
    println!("cargo::rerun-if-changed=data/rates");
    println!("cargo::rerun-if-changed=build.rs");
    let mut out = String::new();
    table(&mut out, "MINIMUM", &rows("minimum_wage", "rate"), minimum);
    table(
        &mut out,
        "LIVING_WAGE",
        &rows("living_wage", "rate"),
        living_wage,
    );
    table(
        &mut out,
        "CARE_SCOTLAND",
        &rows("care_minimum", "scotland"),
        care,
    );
    table(&mut out, "CARE_WALES", &rows("care_minimum", "wales"), care);
    table(&mut out, "MILEAGE", &rows("mileage", "rate"), mileage);
    let dir = env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    fs::write(Path::new(&dir).join("rates.rs"), out).expect("OUT_DIR can be written");
}

/// One row of a data file, with its place for messages.
struct Row {
    place: String,
    table: Table,
}

fn rows(file: &str, list: &str) -> Vec<Row> {
    let path = format!("data/rates/{file}.toml");
    let text = fs::read_to_string(&path).unwrap_or_else(|e| panic!("{path}: {e}"));
    let table: Table = text.parse().unwrap_or_else(|e| panic!("{path}: {e}"));
    let list = table.get(list).and_then(Value::as_array).cloned();
    let rows: Vec<Row> = list
        .unwrap_or_else(|| panic!("{path}: no rows"))
        .into_iter()
        .map(|row| {
            let table = row
                .as_table()
                .cloned()
                .unwrap_or_else(|| panic!("{path}: not a row"));
            let place = format!("{path}, from {}", table["from"]);
            Row { place, table }
        })
        .collect();
    for pair in rows.windows(2) {
        assert!(
            pair[0].from() < pair[1].from(),
            "{}: out of order",
            pair[1].place
        );
    }
    rows
}

impl Row {
    fn from(&self) -> u32 {
        let text = self.table["from"].to_string();
        let day = text.parse::<chrono::NaiveDate>();
        assert!(day.is_ok(), "{}: `from` is not a date", self.place);
        text.replace('-', "")
            .parse()
            .expect("a date is digits and dashes")
    }

    fn text(&self, key: &str) -> &str {
        let text = self.table.get(key).and_then(Value::as_str);
        text.unwrap_or_else(|| panic!("{}: no `{key}`", self.place))
    }

    /// Where the rate was read: all of it for those who check it, else the first place by name.
    fn source(&self) -> &str {
        let whole = self.text("source");
        if env::var_os("CARGO_FEATURE_EVIDENCE").is_some() {
            return whole;
        }
        let end = ["; ", " (", " config/"]
            .iter()
            .filter_map(|mark| whole.find(mark))
            .min();
        &whole[..end.unwrap_or(whole.len())]
    }

    fn status(&self) -> &'static str {
        match self.text("status") {
            "verified" => "Status::Verified",
            "secondary" => "Status::Secondary",
            "single_secondary" => "Status::SingleSecondary",
            "not_found" => "Status::NotFound",
            other => panic!("{}: unknown status `{other}`", self.place),
        }
    }

    /// `"12.71"` as 1271; the decimal point is moved in text, never through a float.
    fn pence(&self, amount: &str) -> u16 {
        let (pounds, pence) = amount
            .split_once('.')
            .filter(|(pounds, pence)| !pounds.is_empty() && pence.len() == 2)
            .unwrap_or_else(|| panic!("{}: `{amount}` is not pounds and pence", self.place));
        let digits = format!("{pounds}{pence}");
        digits
            .parse()
            .unwrap_or_else(|_| panic!("{}: `{amount}` is not a rate", self.place))
    }

    fn maybe_pence(&self, key: &str) -> Option<u16> {
        self.table.get(key).map(|_| self.pence(self.text(key)))
    }
}

/// Every table has rows of one shape; `figures` gives what is peculiar to it.
fn table(out: &mut String, name: &str, rows: &[Row], figures: fn(&Row) -> Vec<u16>) {
    writeln!(out, "pub(super) const {name}: &[Row] = &[").expect("a String takes all");
    for row in rows {
        writeln!(
            out,
            "    Row {{ from: {}, figures: &{:?}, status: {}, source: {:?} }},",
            row.from(),
            figures(row),
            row.status(),
            row.source(),
        )
        .expect("a String takes all");
    }
    out.push_str("];\n");
}

fn minimum(row: &Row) -> Vec<u16> {
    let bands = row.table.get("bands").and_then(Value::as_array);
    let bands = bands.unwrap_or_else(|| panic!("{}: no `bands`", row.place));
    // No apprentice is owed nothing: nought stands for no rate.
    let apprentice = row.maybe_pence("apprentice").unwrap_or(0);
    let mut figures = vec![row.pence(row.text("offset")), apprentice];
    let mut last_age = None;
    for band in bands {
        let (Some(age), Some(rate)) = (band[0].as_integer(), band[1].as_str()) else {
            panic!("{}: a band is [age, \"rate\"]", row.place)
        };
        let age = u16::try_from(age).ok().filter(|age| *age < 100);
        assert!(age > last_age, "{}: bands out of order", row.place);
        last_age = age;
        figures.extend(age);
        figures.push(row.pence(rate));
    }
    assert_eq!(figures.get(2), Some(&0), "{}: bands begin at 0", row.place);
    figures
}

fn living_wage(row: &Row) -> Vec<u16> {
    let both = row.maybe_pence("uk").zip(row.maybe_pence("london"));
    both.map(|(uk, london)| vec![uk, london])
        .unwrap_or_default()
}

fn care(row: &Row) -> Vec<u16> {
    row.maybe_pence("rate").into_iter().collect()
}

fn mileage(row: &Row) -> Vec<u16> {
    ["first", "over"]
        .map(|miles| row.pence(row.text(miles)))
        .into()
}
