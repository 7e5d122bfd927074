//! Turns `data/packs/*.toml`, `data/packs-apart/*/*.toml` and `data/support.toml` into constant
//! tables, so that nothing is parsed at run time.
//!
//! Refuses data that nothing could stand on: bands with a gap or an overlap, an id twice, a pack
//! without a licence or a source, a number or an address that nobody has verified.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use toml::{Table, Value};

/// In this order they are listed.
const PACKS: [&str; 2] = ["data/packs/ons4.toml", "data/packs/work.toml"];
/// And those that are kept apart after them, where they are wanted.
const APART: [&str; 1] = ["data/packs-apart/who5/who5.toml"];

fn main() {
    println!("cargo::rerun-if-changed=data");
    println!("cargo::rerun-if-changed=build.rs");
    let (mut packs, mut origins) = (String::new(), String::new());
    let is_apart = env::var_os("CARGO_FEATURE_APART").is_some();
    let apart = APART.iter().filter(|_| is_apart);
    for path in PACKS.iter().chain(apart) {
        let table = read(path);
        packs.push_str(&pack(path, &table));
        let [id, licence, source] = ["id", "licence", "source"].map(|key| text(path, &table, key));
        writeln!(origins, "    ({id:?}, {licence:?}, {source:?}),").expect("a String takes all");
    }
    let tables = format!(
        "pub const PACKS: &[Pack] = &[\n{packs}];\npub const ORIGINS: &[(&str, &str, &str)] = &[\n{origins}];\npub const ASKED: usize = {};\n",
        PACKS.len(),
    );
    write("packs.rs", &tables);
    write("support.rs", &support("data/support.toml"));
}

fn write(name: &str, text: &str) {
    let dir = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    fs::write(dir.join(name), text).expect("OUT_DIR can be written");
}

fn read(path: &str) -> Table {
    let text = fs::read_to_string(Path::new(path)).unwrap_or_else(|e| panic!("{path}: {e}"));
    text.parse().unwrap_or_else(|e| panic!("{path}: {e}"))
}

/// The constant of one pack.
fn pack(path: &str, table: &Table) -> String {
    let questions = rows(path, table, "question");
    let mut ids = BTreeSet::new();
    let mut asked = String::new();
    for question in &questions {
        let id = text(path, question, "id");
        assert!(ids.insert(id.to_owned()), "{path}: `{id}` twice");
        let [lowest, highest] = numbers(path, question.get("answers"));
        let bands = bands(&format!("{path}, {id}"), question, lowest, highest);
        writeln!(
            asked,
            "        Question {{ id: {id:?}, lowest: {lowest}, highest: {highest}, bands: &[{bands}] }},"
        )
        .expect("a String takes all");
    }
    let total = table.get("total").and_then(Value::as_table);
    let total = total.map_or("None".to_owned(), |row| total_of(path, row, &questions));
    format!(
        "    Pack {{ id: {:?}, version: {}, total: {total}, questions: &[\n{asked}    ] }},\n",
        text(path, table, "id"),
        number(path, table.get("version")),
    )
}

/// How the answers of a pack are added up.
fn total_of(path: &str, row: &Table, questions: &[Table]) -> String {
    let times = number(path, row.get("times"));
    let highest: u32 = questions
        .iter()
        .map(|question| u32::from(numbers::<2>(path, question.get("answers"))[1]))
        .sum();
    let highest = u8::try_from(highest * u32::from(times));
    let highest = highest.unwrap_or_else(|_| panic!("{path}: the total is over 255"));
    let bands = bands(&format!("{path}, total"), row, 0, highest);
    format!("Some(&super::Total {{ times: {times}, bands: &[{bands}] }})")
}

/// Bands that take every answer from the lowest to the highest, each once.
fn bands(place: &str, row: &Table, lowest: u8, highest: u8) -> String {
    let mut next = u32::from(lowest);
    let mut out = String::new();
    for band in list(place, row, "bands") {
        let Some([id, from, to]) = band.as_array().map(Vec::as_slice) else {
            panic!("{place}: a band is [id, from, to]")
        };
        let id = id.as_str();
        let id = id.unwrap_or_else(|| panic!("{place}: a band's id is text"));
        let [from, to] = [from, to].map(|figure| number(place, Some(figure)));
        assert!(
            u32::from(from) == next && to >= from,
            "{place}: `{id}` leaves a gap"
        );
        next = u32::from(to) + 1;
        write!(out, "Band {{ id: {id:?}, from: {from}, to: {to} }}, ").expect("a String takes all");
    }
    assert!(
        next == u32::from(highest) + 1,
        "{place}: bands end early or late"
    );
    out
}

/// Who can help, and a table apart of what it was verified by.
fn support(path: &str) -> String {
    const NATIONS: [&str; 4] = ["england", "scotland", "wales", "northern-ireland"];
    let (mut rows_out, mut sources) = (String::new(), String::new());
    for row in rows(path, &read(path), "support") {
        let id = text(path, &row, "id");
        let place = format!("{path}, {id}");
        let nations = list(&place, &row, "nations").iter().map(|nation| {
            let at = NATIONS
                .iter()
                .position(|known| nation.as_str() == Some(known));
            1 << at.unwrap_or_else(|| panic!("{place}: no nation {nation}"))
        });
        let nations: u8 = nations.sum();
        let ways: String = list(&place, &row, "ways")
            .iter()
            .map(|row| way(&place, row))
            .collect();
        let verified = row.get("verified").and_then(Value::as_datetime);
        let verified = verified.map(ToString::to_string);
        assert!(
            verified.is_some() || ways.is_empty(),
            "{place}: give the day on which this was verified, or no way to reach it"
        );
        let hours = match text(&place, &row, "hours") {
            "always" => "Always",
            "daily" => "Daily",
            "evenings" => "Evenings",
            "form" => "Form",
            other => panic!("{place}: unknown hours `{other}`"),
        };
        writeln!(
            rows_out,
            "    Support {{ id: {id:?}, ways: &[{ways}], hours: Hours::{hours}, verified: {verified:?}, nations: {nations} }},"
        )
        .expect("a String takes all");
        writeln!(sources, "    ({id:?}, {:?}),", text(&place, &row, "source"))
            .expect("a String takes all");
    }
    format!(
        "pub const SUPPORT: &[Support] = &[\n{rows_out}];\npub const SOURCES: &[(&str, &str)] = &[\n{sources}];\n"
    )
}

/// One way to reach somebody.
fn way(place: &str, row: &Value) -> String {
    let get = |key: &str| row.get(key).and_then(Value::as_str);
    match (get("tel"), get("word"), get("text"), get("web")) {
        (Some(number), None, None, None) => format!("Way::Tel({number:?}), "),
        (None, Some(word), Some(number), None) => format!("Way::Text({word:?}, {number:?}), "),
        (None, None, None, Some(page)) => {
            assert!(
                page.starts_with("https://"),
                "{place}: `{page}` is not an https address"
            );
            format!("Way::Web({page:?}), ")
        }
        _ if row.get("meetings").is_some() => "Way::Meetings, ".to_owned(),
        _ => panic!("{place}: a way is tel, word and text, web, or meetings"),
    }
}

fn list<'a>(place: &str, table: &'a Table, key: &str) -> &'a [Value] {
    let list = table.get(key).and_then(Value::as_array);
    list.unwrap_or_else(|| panic!("{place}: no `{key}`"))
}

fn rows(path: &str, table: &Table, key: &str) -> Vec<Table> {
    let list = table.get(key).and_then(Value::as_array);
    let list = list.unwrap_or_else(|| panic!("{path}: no `{key}`"));
    list.iter()
        .map(|row| {
            row.as_table()
                .cloned()
                .unwrap_or_else(|| panic!("{path}: not a row"))
        })
        .collect()
}

fn text<'a>(place: &str, table: &'a Table, key: &str) -> &'a str {
    let text = table.get(key).and_then(Value::as_str);
    text.unwrap_or_else(|| panic!("{place}: no `{key}`"))
}

fn number(place: &str, value: Option<&Value>) -> u8 {
    let number = value.and_then(Value::as_integer);
    let number = number.and_then(|number| u8::try_from(number).ok());
    number.unwrap_or_else(|| panic!("{place}: a number from 0 to 255 is missing"))
}

fn numbers<const N: usize>(place: &str, value: Option<&Value>) -> [u8; N] {
    let list = value.and_then(Value::as_array);
    let list = list.unwrap_or_else(|| panic!("{place}: no list of numbers"));
    let numbers: Vec<u8> = list
        .iter()
        .map(|value| number(place, Some(value)))
        .collect();
    numbers
        .try_into()
        .unwrap_or_else(|_| panic!("{place}: not {N} numbers"))
}
