//! Fluent files in, tables and Rust out; and every mistake named.

use serde::Deserialize;
use swansfeet_words::compile::{Catalog, Compiled, Problem};

const EN: &str = include_str!("../locales/en/common.ftl");
const CY: &str = include_str!("../locales/cy/common.ftl");

#[derive(Deserialize)]
struct Cases {
    case: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    name: String,
    en: String,
    cy: String,
    #[serde(default)]
    keyed: Vec<String>,
    says: Vec<String>,
}

/// The shared words and a little more, in both languages.
fn catalog(en: &str, cy: &str) -> Catalog {
    Catalog::new()
        .source("en", "common.ftl", EN)
        .source("cy", "common.ftl", CY)
        .source("en", "en.ftl", en)
        .source("cy", "cy.ftl", cy)
}

fn compiled(en: &str, cy: &str) -> Compiled {
    catalog(en, cy).compile().expect("nothing is wrong with it")
}

/// The line of a table that is neither header nor shared.
fn line<'a>(compiled: &'a Compiled, locale: &str, name: &str) -> &'a str {
    let declared = compiled
        .rust
        .split("pub const ")
        .find_map(|item| item.strip_prefix(&format!("{name}: ")))
        .expect("a constant of that name");
    let at: usize = declared
        .split(['(', ')'])
        .nth(1)
        .and_then(|number| number.parse().ok())
        .expect("the constant's line");
    compiled
        .table(locale)
        .and_then(|table| table.lines().nth(at + 1))
        .expect("that line")
}

#[test]
fn every_mistake_is_named() {
    let cases: Cases = toml::from_str(include_str!("problems.toml")).expect("a table of cases");
    for case in cases.case {
        let prefixes: Vec<_> = case.keyed.iter().map(String::as_str).collect();
        let problems = catalog(&case.en, &case.cy)
            .keyed(&prefixes)
            .compile()
            .expect_err(&case.name);
        let said: Vec<_> = problems.iter().map(Problem::to_string).collect();
        assert_eq!(said, case.says, "{}", case.name);
    }
}

#[test]
fn the_shared_words_are_whole_in_every_language() {
    let names = |locale: &str| {
        let folder = format!("{}/locales/{locale}", env!("CARGO_MANIFEST_DIR"));
        let mut names: Vec<_> = std::fs::read_dir(folder)
            .expect("every locale has its folder")
            .map(|entry| {
                entry
                    .expect("a file")
                    .path()
                    .file_stem()
                    .unwrap()
                    .to_owned()
            })
            .map(|name| name.into_string().expect("plain letters"))
            .collect();
        names.sort();
        names
    };
    assert_eq!(names("en"), names("cy"));
    let all = names("en")
        .iter()
        .fold(Catalog::new(), |catalog, name| catalog.shared(name));
    if let Err(problems) = all.compile() {
        panic!(
            "{}",
            problems
                .iter()
                .map(|p| format!("{p}\n"))
                .collect::<String>()
        );
    }
}

#[test]
fn every_reason_to_refuse_an_input_has_its_sentence() {
    use swansfeet_words::input::InputError as E;
    let nothing = rust_decimal::Decimal::ZERO;
    for error in [
        E::Empty,
        E::TooLong,
        E::NotANumber,
        E::Negative,
        E::TooLarge,
        E::NotWhole,
        E::MinutesOverAnHour,
        E::Ambiguous {
            small: nothing,
            large: nothing,
        },
        E::NotADate,
        E::NoSuchDay,
    ] {
        for (locale, text) in [("en", EN), ("cy", CY)] {
            let start = format!("{} =", error.key());
            assert!(
                text.lines().any(|line| line.starts_with(&start)),
                "{start} in {locale}"
            );
        }
    }
}

#[test]
fn a_catalog_without_the_shared_words_is_refused() {
    let problems = Catalog::new()
        .source("en", "en.ftl", "hello = Hello")
        .compile()
        .unwrap_err();
    assert!(
        problems[0]
            .to_string()
            .starts_with("`unit-hours` is missing in locale `en`")
    );
    assert_eq!(Catalog::new().compile().unwrap_err(), [Problem::NoEnglish]);
}

#[test]
fn a_folder_that_is_not_there_is_named() {
    let problems = catalog("", "")
        .folder("no/such/folder".as_ref())
        .compile()
        .unwrap_err();
    assert!(
        problems[0]
            .to_string()
            .starts_with("cannot read no/such/folder: ")
    );
    let problems = Catalog::new().shared("no-such-file").compile().unwrap_err();
    assert!(
        problems
            .iter()
            .any(|p| p.to_string().contains("cy/no-such-file.ftl")),
        "{problems:?}"
    );
}

#[test]
fn terms_and_messages_are_put_in_their_places() {
    let en = "
-union = { $case ->
   *[plain] union
    [capital] Union
}
    .gender = feminine
hello = { -union(case: \"capital\") } and { -union }: { greeting.long }
greeting = { $amount }
    .long = Good day
chosen = { -union.gender ->
    [feminine] she
   *[other] it
}
";
    let cy = "hello = a\ngreeting = { $amount }\n    .long = b\nchosen = c";
    let compiled = compiled(en, cy);
    assert_eq!(line(&compiled, "en", "HELLO"), "Union and union: Good day");
    assert_eq!(line(&compiled, "en", "CHOSEN"), "she");
    assert_eq!(line(&compiled, "en", "GREETING_LONG"), "Good day");
    assert!(
        compiled
            .rust
            .contains("pub struct Greeting {\n    /// Fills `amount`.\n    pub amount: ")
    );
}

#[test]
fn marks_of_the_notation_are_escaped_and_lines_stay_lines() {
    let compiled = compiled(
        "odd = a { \"{\" }b{ \"}\" } | \\ c\n    second line",
        "odd = a",
    );
    assert_eq!(
        line(&compiled, "en", "ODD"),
        r"a \{b\} \| \\ c\nsecond line"
    );
}

#[test]
fn windows_line_ends_change_nothing() {
    let unix = compiled("two = a\n    b", "two = a");
    let windows = compiled("two = a\r\n    b", "two = a");
    assert_eq!(unix.tables, windows.tables);
}

#[test]
fn the_pseudo_locale_turns_words_and_leaves_blanks() {
    let compiled = compiled(
        "paid = Paid { $amount } too\nplain = Go on\nmany = { $n ->\n [one] one day\n *[other] { $n } days\n }",
        "paid = a { $amount }\nplain = b\nmany = { $n }",
    );
    let table = compiled.table("en-XB").expect("it is always made");
    assert!(table.starts_with("swan-words 1 en-XB rtl "));
    let turned = |word: &str| format!("\u{200F}\u{202E}{word}\u{202C}\u{200F}");
    assert_eq!(
        line(&compiled, "en-XB", "PLAIN"),
        format!("{} {}", turned("Go"), turned("on"))
    );
    assert!(table.contains(&format!(
        "{} {{amount}} {}\n",
        turned("Paid"),
        turned("too")
    )));
    let many = format!(
        "{{n|one={} {}|*other={{n}} {}}}\n",
        turned("one"),
        turned("day"),
        turned("days")
    );
    assert!(table.contains(&many), "{table}");
}

#[test]
fn only_keys_of_the_prefixes_can_be_asked_for_by_name() {
    let compiled = catalog("step-a = A\nother-a = B", "step-a = A\nother-a = B")
        .keyed(&["step-"])
        .compile()
        .expect("nothing is wrong with it");
    assert!(compiled.rust.contains(", \"step-a\"),"));
    assert!(!compiled.rust.contains("\"other-a"));
}

#[test]
fn english_comes_first_and_the_pseudo_locale_last() {
    let tags: Vec<_> = compiled("", "")
        .tables
        .into_iter()
        .map(|(tag, _)| tag)
        .collect();
    assert_eq!(tags, ["en", "cy", "en-XB"]);
}

#[test]
fn what_comes_later_must_be_there() {
    let text = "now = A\nzone = B";
    let compiled = catalog(text, text).later(&["zone"]).compile();
    let [first, later] = compiled.expect("fine").halves.expect("two halves");
    assert!(
        first.contains("\nA\n") && later.ends_with(" 1\nB\n"),
        "{first}{later}"
    );
    assert!(self::compiled(text, text).halves.is_none());
    let problems = catalog(text, text)
        .later(&["zones"])
        .compile()
        .expect_err("no such key");
    assert!(
        problems[0].to_string().contains("`zones`"),
        "{}",
        problems[0]
    );
}

#[test]
fn only_what_the_source_names_is_in_the_tables() {
    let source = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("named/deeper");
    std::fs::create_dir_all(&source).expect("the test's own folder");
    let code = "fn f() { g(msg::PLAIN_ONE, msg::OneBlank { n }.say(words)) }";
    std::fs::write(source.join("a.rs"), code).expect("the test's own file");

    let text = "plain-one = A\none-blank = B{ $n }\nstep-c = C\nnobody-says = D";
    let compiled = catalog(text, text)
        .keyed(&["step-"])
        .only_named_in(source.parent().expect("the folder above"))
        .compile()
        .expect("nothing is wrong with it");
    let english = compiled.table("en").expect("English");
    let rest: Vec<_> = english.lines().skip(4).collect();
    assert_eq!(
        rest,
        ["B{n}", "A", "C"],
        "behind the header and the built-in lines"
    );
    for (tag, table) in &compiled.tables {
        assert_eq!(table.lines().count(), 7, "{tag}");
    }
}
