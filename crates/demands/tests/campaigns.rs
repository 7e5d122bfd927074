//! Campaign files: the one that comes along, and what is said of files that are wrong.

use proptest::prelude::*;
use serde::Deserialize;
use swansfeet_demands::DemandsHash;
use swansfeet_demands::campaign::{Campaign, FIFTEEN, Signing};
use swansfeet_demands::text::Moment;

fn fifteen() -> Campaign {
    Campaign::from_toml(FIFTEEN).unwrap_or_else(|errors| panic!("{}", errors[0]))
}

/// What is said of the file that comes along with `old` replaced by `new`: one error a line.
fn said(old: &str, new: &str) -> String {
    assert!(FIFTEEN.contains(old), "the file has no `{old}`");
    let errors = Campaign::from_toml(&FIFTEEN.replacen(old, new, 1))
        .err()
        .unwrap_or_default();
    errors
        .iter()
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join("\n")
}

fn line_of(text: &str) -> usize {
    FIFTEEN[..FIFTEEN.find(text).expect("the file has it")]
        .matches('\n')
        .count()
        + 1
}

#[test]
fn the_campaign_that_comes_along_is_whole() {
    let campaign = fifteen();
    assert_eq!(campaign.slug.as_str(), "fifteen");
    assert_eq!(campaign.demands.len(), 8);
    assert_eq!(campaign.categories.len(), 6);
    assert_eq!(campaign.goal, Some(15_000));
    assert_eq!(campaign.letters.len(), 2);
    let languages: Vec<&str> = campaign.languages.iter().map(|tag| tag.as_str()).collect();
    assert_eq!(languages, ["en", "cy"]);
    for demand in &campaign.demands {
        for text in [&demand.title, &demand.text, &demand.why] {
            assert_ne!(
                text.in_language("en"),
                text.in_language("cy"),
                "{}",
                demand.id
            );
            for (_, words) in text.iter() {
                assert!(!words.contains("  ") && !words.contains('\n'), "{words}");
            }
        }
    }
}

/// UK GDPR, Article 9: the statement names the kind of data, in every language.
#[test]
fn the_consent_names_the_kind_of_data() {
    let statement = fifteen().consent.statement;
    for (language, named) in [
        (
            "en",
            ["trade unions", "politics", "special category", "Article 9"],
        ),
        (
            "cy",
            [
                "undebau llafur",
                "wleidyddiaeth",
                "categori arbennig",
                "Erthygl 9",
            ],
        ),
    ] {
        for name in named {
            assert!(
                statement.in_language(language).contains(name),
                "{language}: {name}"
            );
        }
    }
}

/// Words that this project does not use of people.
#[test]
fn the_campaign_speaks_as_people_do() {
    let lower = FIFTEEN.to_lowercase();
    for avoided in [
        "service user",
        "vulnerable",
        "domiciliary",
        "client",
        "staff",
    ] {
        assert!(!lower.contains(avoided), "{avoided}");
    }
}

#[derive(Deserialize)]
struct Mistakes {
    mistake: Vec<Mistake>,
}

#[derive(Deserialize)]
struct Mistake {
    old: String,
    new: String,
    at: String,
    says: String,
}

#[test]
fn every_mistake_names_its_line_and_key() {
    let table: Mistakes = toml::from_str(include_str!("mistakes.toml")).unwrap();
    for Mistake { old, new, at, says } in &table.mistake {
        let said = said(old, new);
        assert!(
            said.lines().any(|line| line.contains(says)),
            "{new}:\n{said}"
        );
        // What a slip leaves out is missed too, on a line of its own.
        let missed = |line: &str| line.ends_with("is missing") || line.contains("has no words in");
        let slip = said.lines().find(|line| !missed(line)).unwrap_or_default();
        let line = line_of(at) + new.matches('\n').count();
        assert!(
            slip.starts_with(&format!("line {line}: ")),
            "{new}:\n{said}"
        );
    }
}

#[test]
fn all_mistakes_are_named_at_once() {
    let spoilt = FIFTEEN
        .replacen("goal = 15_000", "goal = 0", 1)
        .replacen("id = \"pay\"", "id = \"Pay\"", 1)
        .replacen("to = \"mp\"", "to = \"MP\"", 1)
        .replacen("\n{name}", "\n{nmae}", 1);
    let errors = Campaign::from_toml(&spoilt).unwrap_err();
    let keys: Vec<&str> = errors.iter().map(|error| error.key.as_str()).collect();
    assert_eq!(
        keys,
        ["goal", "demands[1].id", "letters[1].to", "letters[1].body"]
    );
    assert!(errors.is_sorted_by_key(|error| error.line));
}

#[test]
fn a_campaign_needs_words_in_all_its_languages() {
    let said = said(
        "languages = [\"en\", \"cy\"]",
        "languages = [\"en\", \"cy\", \"pl\"]",
    );
    assert!(
        said.lines()
            .all(|line| line.ends_with("has no words in `pl`")),
        "{said}"
    );
    assert!(said.contains("`demands[8].why` has no words"), "{said}");
    assert!(said.contains("`letters[2].body` has no words"), "{said}");
}

const SMALL: &str = r#"
slug = "small"
languages = ["en"]
name.en = "Small"
introduction.en = "One demand."
opens = 2026-03-29T09:00:00+01:00
closes = 2026-09-04T19:30:00Z
[[demands]]
id = "one"
title.en = "One"
text.en = "One."
why.en = "Because."
[[categories]]
id = "ally"
name.en = "Ally"
[consent]
version = 1
statement.en = "I agree."
withdrawal.en = "I can take it back."
"#;

#[test]
fn a_small_campaign_opens_and_closes_on_the_second() {
    let campaign = Campaign::from_toml(SMALL).unwrap();
    // 29 March 2026, 08:00 UTC; 4 September 2026, 19:30 UTC.
    let (opens, closes) = (Moment(1_774_771_200), Moment(1_788_550_200));
    assert_eq!(
        (campaign.opens, campaign.closes),
        (Some(opens), Some(closes))
    );
    for (now, wanted) in [
        (opens.0 - 1, Signing::NotYet(opens)),
        (opens.0, Signing::Open),
        (closes.0 - 1, Signing::Open),
        (closes.0, Signing::Closed(closes)),
    ] {
        assert_eq!(campaign.signing(Moment(now)), wanted);
    }
    assert_eq!(fifteen().signing(Moment(0)), Signing::Open);
}

#[test]
fn what_must_be_there_is_missed() {
    let errors = Campaign::from_toml("").unwrap_err();
    let keys: Vec<&str> = errors.iter().map(|error| error.key.as_str()).collect();
    let wanted = [
        "languages",
        "slug",
        "name",
        "introduction",
        "demands",
        "categories",
        "consent",
    ];
    assert_eq!(keys, wanted);
    let emptied = SMALL.split("[[demands]]").next().unwrap().to_owned() + "demands = []\n";
    let errors = Campaign::from_toml(&emptied).unwrap_err();
    assert!(
        errors
            .iter()
            .any(|error| error.to_string() == "line 8: `demands` is empty"),
        "{errors:?}"
    );
    let backwards = SMALL.replace("closes = 2026-09-04", "closes = 2025-09-04");
    let errors = Campaign::from_toml(&backwards).unwrap_err();
    assert_eq!(
        errors[0].to_string(),
        "line 7: `closes` must be later than `opens`"
    );
}

#[test]
fn partners_need_a_key_and_say_what_they_get() {
    let partner = r#"
[[consent.partners]]
id = "north-branch"
name = "North Branch"
website = "https://north-branch.example/privacy"
fields = ["name", "emial", "name"]
key = "swk1-0000"
text.en = "North Branch may have my name."
"#;
    let errors = Campaign::from_toml(&format!("{SMALL}{partner}")).unwrap_err();
    let said: Vec<String> = errors.iter().map(ToString::to_string).collect();
    assert_eq!(
        said,
        [
            "line 25: `consent.partners[1].fields` is not known: do you mean `email`?",
            "line 25: `consent.partners[1].fields` is the same as one above",
            "line 26: `consent.partners[1].key` is not a public key: 4 letters and numbers after the \
         first hyphen, 56 are needed",
        ]
    );
}

#[test]
fn the_demands_hash_knows_every_word_and_no_order_of_languages() {
    let hash = |source: &str| DemandsHash::of(&Campaign::from_toml(source).unwrap());
    let plain = hash(FIFTEEN);
    assert_eq!(plain.to_string().len(), 64);
    for (old, new) in [
        ("Full sick pay\"", "Full sick pay.\""),
        ("O leiaf", "o leiaf"),
        ("slug = \"fifteen\"", "slug = \"sixteen\""),
        ("id = \"pay\"", "id = \"wages\""),
    ] {
        assert_ne!(hash(&FIFTEEN.replacen(old, new, 1)), plain, "{old}");
    }
    for (old, new) in [
        ("goal = 15_000", "goal = 16_000"),
        (
            "languages = [\"en\", \"cy\"]",
            "languages = [\"cy\", \"en\"]",
        ),
        ("Tell others", "Tell everybody"),
        ("version = 1", "version = 2"),
    ] {
        assert_eq!(hash(&FIFTEEN.replacen(old, new, 1)), plain, "{old}");
    }
    // Worked out apart from this code, byte by byte as the documentation of the hash says.
    assert_eq!(hash(SMALL).to_string(), small_hash());
}

/// SHA-256 of SMALL's demands, written out by hand.
fn small_hash() -> String {
    use sha2::{Digest, Sha256};
    let mut facts: Vec<u8> = Vec::new();
    let mut add = |part: &[u8]| {
        facts.extend([0, 0, 0, u8::try_from(part.len()).expect("short")]);
        facts.extend(part);
    };
    let one = [0, 0, 0, 1];
    for part in [&b"swansfeet demands hash 1"[..], b"small", &one, b"one"] {
        add(part);
    }
    for words in [&b"One"[..], b"One.", b"Because."] {
        for part in [&one[..], b"en", words] {
            add(part);
        }
    }
    Sha256::digest(&facts)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

proptest! {
    #[test]
    fn anything_may_stand_in_a_file(source in "\\PC*|([a-z]{1,8} = (\"[a-z]*\"|[0-9]{1,4}|\\[\\]|\\{\\})\n){0,6}") {
        let _ = Campaign::from_toml(&source);
    }

    /// The file that comes along, cut anywhere or with a line missing.
    #[test]
    fn a_spoilt_file_is_refused_or_read(cut in 0..FIFTEEN.len(), line in 0usize..290) {
        let mut end = cut;
        while !FIFTEEN.is_char_boundary(end) {
            end -= 1;
        }
        let _ = Campaign::from_toml(&FIFTEEN[..end]);
        let without: Vec<&str> =
            FIFTEEN.lines().enumerate().filter(|(at, _)| *at != line).map(|(_, text)| text).collect();
        if let Err(errors) = Campaign::from_toml(&without.join("\n")) {
            prop_assert!(!errors.is_empty());
        }
    }
}

#[test]
fn origins_are_websites_and_nothing_more() {
    let origins = |list: &str| {
        Campaign::from_toml(&FIFTEEN.replacen("goal = 15_000", &format!("origins = {list}"), 1))
            .map(|campaign| campaign.origins)
    };
    assert_eq!(fifteen().origins, [""; 0]);
    let two = origins(r#"["https://north.example", "https://a-b.example:8443"]"#);
    assert_eq!(
        two.unwrap(),
        ["https://north.example", "https://a-b.example:8443"]
    );
    for wrong in [
        "http://north.example",
        "https://north.example/",
        "https://North.example",
        "https://*",
        "https://north.example:443",
        "https://north.example:0",
        "https://",
        "https://a..b",
        "*",
        "null",
        "https://user@north.example",
        "https://north.example:",
    ] {
        let errors = origins(&format!("[\"{wrong}\"]")).unwrap_err();
        assert!(
            errors[0].to_string().contains("https://north.example"),
            "{wrong}: {}",
            errors[0]
        );
    }
    let twice = origins(r#"["https://north.example", "https://north.example"]"#).unwrap_err();
    assert!(
        twice[0].to_string().contains("same as one above"),
        "{}",
        twice[0]
    );
}
