//! Sentences at run time: choosing, falling back, directions, and damaged tables.

use proptest::prelude::*;
use rust_decimal::Decimal;
use swansfeet_words::{
    Locale, Msg, Value, Words,
    compile::{Catalog, Compiled},
    find,
    native::Native,
};

const EN: &str = "
paid = You were paid { $amount }.
visits = { $count ->
    [0] No visits
    [one] One visit
   *[other] { $count } visits
}
where = { $nation ->
    [wales] In Wales
   *[other] Elsewhere
}
nested = { $nation ->
    [wales] { $count ->
        [one] a
       *[other] b{ $count }
    }
   *[other] c
}!
";

const CY: &str = "
paid = Talwyd { $amount } i chi.
visits = { $count ->
    [zero] Dim ymweliadau
    [two] Dau ymweliad
    [many] Chwe ymweliad
   *[other] { $count } ymweliad
}
where = { $nation ->
    [wales] Yng Nghymru
   *[other] Rhywle arall
}
nested = { $nation } { $count }
";

fn compiled() -> Compiled {
    Catalog::new()
        .shared("common")
        .source("en", "en.ftl", EN)
        .source("cy", "cy.ftl", CY)
        .keyed(&["paid", "visits", "where", "nested", "button-back"])
        .compile()
        .expect("nothing is wrong with it")
}

/// A message by key, as a generated `keyed` would find it.
fn message(compiled: &Compiled, key: &str) -> Msg {
    let runs = compiled
        .rust
        .split("const RUNS")
        .nth(1)
        .expect("the list of keys");
    let runs: Vec<(u16, &str)> = runs
        .lines()
        .filter_map(|line| {
            line.trim()
                .strip_prefix('(')?
                .strip_suffix("\"),")?
                .split_once(", \"")
        })
        .filter_map(|(line, keys)| Some((line.parse().ok()?, keys)))
        .collect();
    find(&runs, key).expect("a key of the list")
}

fn words(compiled: &Compiled, lang: &str) -> Words {
    Words::new(
        compiled.table(lang).expect("a known locale"),
        Native::boxed(lang),
    )
}

fn say(compiled: &Compiled, lang: &str, key: &str, args: &[(&'static str, Value)]) -> String {
    words(compiled, lang).say(message(compiled, key), args)
}

#[test]
fn choices_follow_number_category_and_text() {
    let all = compiled();
    let visits = |lang, n: u32| say(&all, lang, "visits", &[("count", n.into())]);
    let rows = [
        ("en", 0, "No visits"),
        ("en", 1, "One visit"),
        ("en", 2, "2 visits"),
        ("en", 1000, "1,000 visits"),
        ("cy", 0, "Dim ymweliadau"),
        ("cy", 1, "1 ymweliad"),
        ("cy", 2, "Dau ymweliad"),
        ("cy", 3, "3 ymweliad"),
        ("cy", 6, "Chwe ymweliad"),
    ];
    for (lang, n, expected) in rows {
        assert_eq!(visits(lang, n), expected, "{lang} {n}");
    }
    assert_eq!(
        say(&all, "en", "where", &[("nation", "wales".into())]),
        "In Wales"
    );
    assert_eq!(
        say(&all, "en", "where", &[("nation", "france".into())]),
        "Elsewhere"
    );
    let nested = [("nation", "wales".into()), ("count", 4_u32.into())];
    assert_eq!(say(&all, "en", "nested", &nested), "b4!");
}

#[test]
fn a_blank_that_is_not_given_stays_visible() {
    let all = compiled();
    assert_eq!(say(&all, "en", "paid", &[]), "You were paid {amount}.");
    assert_eq!(say(&all, "en", "visits", &[]), "{count} visits");
}

#[test]
fn marks_of_direction_are_only_where_they_are_needed() {
    let all = compiled();
    let paid = [("amount", Value::Money(Decimal::new(1271, 2)))];
    assert_eq!(say(&all, "en", "paid", &paid), "You were paid £12.71.");
    assert_eq!(say(&all, "cy", "paid", &paid), "Talwyd £12.71 i chi.");
    assert!(say(&all, "en-XB", "paid", &paid).contains("\u{2068}£12.71\u{2069}"));
    assert_eq!(words(&all, "en").dir(), "ltr");
    assert_eq!(words(&all, "en-XB").dir(), "rtl");
}

#[test]
fn another_language_is_taken_only_if_it_is_whole_and_of_this_build() {
    let all = compiled();
    let english = all.table("en").expect("English");
    let welsh = all.table("cy").expect("Welsh");
    let lang = |other: Option<&str>| {
        let words = Words::open(english, other, &Native::boxed);
        let back = words.get(message(&all, "button-back"));
        // Numbers never speak another language than the sentences.
        let april = words.date("2026-04-06".parse().unwrap());
        assert_eq!(words.lang() == "cy", back == "Yn ôl");
        assert_eq!(words.lang() == "cy", april == "6 Ebrill 2026");
        words.lang().to_owned()
    };
    assert_eq!(lang(Some(welsh)), "cy");
    assert_eq!(lang(None), "en");
    let other_build = Catalog::new().shared("common").compile().unwrap();
    let wrong: Vec<String> = vec![
        String::new(),
        "\n".to_owned(),
        "<!doctype html>".to_owned(),
        welsh.replacen("swan-words 1", "swan-words 2", 1),
        welsh.replacen(" ltr ", " up ", 1),
        welsh.trim_end().to_owned(),
        welsh.split_at(welsh.len() / 2).0.to_owned(),
        welsh
            .lines()
            .take(20)
            .map(|line| format!("{line}\n"))
            .collect(),
        other_build.table("cy").unwrap().to_owned(),
    ];
    for table in wrong {
        assert_eq!(
            lang(Some(&table)),
            "en",
            "{}",
            table.chars().take(40).collect::<String>()
        );
    }
}

#[test]
fn words_that_come_later_are_silent_until_then() {
    let all = Catalog::new()
        .shared("common")
        .source("en", "en.ftl", EN)
        .source("cy", "cy.ftl", CY)
        .keyed(&["paid", "visits", "where", "button-back"])
        .later(&["visits", "where"])
        .compile()
        .expect("nothing is wrong with it");
    let [first, later] = all.halves.as_ref().expect("two halves");
    let [paid, place, back] = ["paid", "where", "button-back"].map(|key| message(&all, key));
    let words = Words::open(first, None, &Native::boxed);
    assert!(words.has(paid) && words.has(back) && !words.has(place));
    assert_eq!(
        (words.get(back), words.get(place)),
        ("Back".to_owned(), String::new())
    );

    let other_build = Catalog::new()
        .shared("common")
        .source("en", "en.ftl", "paid = Paid")
        .source("cy", "cy.ftl", "paid = Talwyd")
        .later(&["paid"])
        .compile()
        .expect("nothing is wrong with it");
    let [_, of_other_build] = other_build.halves.expect("two halves");
    for wrong in ["", "nonsense", later.trim_end(), of_other_build.as_str()] {
        assert!(!words.add(wrong) && !words.has(place), "{wrong}");
    }
    for _ in 0..2 {
        assert!(words.add(later));
        assert_eq!(words.get(place), "Elsewhere");
    }
    assert!(words.has(place) && !words.has(Msg(u16::MAX)));
    // Another language is whole, and its lines are in the same order.
    let welsh = Words::open(first, all.table("cy"), &Native::boxed);
    assert!(welsh.has(place));
    assert_eq!(welsh.get(place), "Rhywle arall");
}

#[test]
fn without_any_table_there_is_silence_and_no_fall() {
    let words = Words::new("nonsense", Native::boxed("en"));
    assert_eq!(words.get(Msg(7)), "");
    assert_eq!((words.lang(), words.dir()), ("en", "ltr"));
}

#[test]
fn tags_for_formatting_are_british() {
    for (lang, tag) in [("en", "en-GB"), ("en-XB", "en-GB"), ("cy", "cy")] {
        assert_eq!(Native::new(lang).tag(), tag);
    }
}

proptest! {
    #[test]
    fn a_damaged_line_never_makes_it_fall_over(line in "[a-z{}|=*\\\\ 0-9]{0,40}|\\PC{0,40}|(\\{n\\|\\*o=){0,30}") {
        let table = format!("swan-words 1 en ltr 0 1\n{}\n", line.replace('\n', ""));
        let words = Words::new(&table, Native::boxed("en"));
        let _ = words.say(Msg(0), &[("n", 1_u32.into())]);
    }

    #[test]
    fn text_comes_back_as_it_went_in(text in "[ -~äŵ£]{1,40}") {
        // As a Fluent string literal, in which every mark is allowed.
        let literal = text.replace('\\', "\\\\").replace('"', "\\\"");
        let source = format!("only = {{ \"{literal}\" }}");
        let compiled = Catalog::new()
            .source("en", "common.ftl", include_str!("../locales/en/common.ftl"))
            .source("en", "en.ftl", &source)
            .keyed(&["only"])
            .compile()
            .expect("nothing is wrong with it");
        let words = Words::new(compiled.table("en").expect("English"), Native::boxed("en"));
        prop_assert_eq!(words.get(message(&compiled, "only")), text);
    }
}
