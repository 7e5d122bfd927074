//! Names and addresses as people type them, row by row, and what holds for anything at all.

use proptest::prelude::*;
use serde::Deserialize;
use swansfeet_demands::UNICODE;
use swansfeet_demands::email::{Email, EmailError};
use swansfeet_demands::name::{Name, NameError};

#[derive(Deserialize)]
struct Table<T> {
    case: Vec<T>,
}

fn rows<T: for<'de> Deserialize<'de>>(table: &str) -> Vec<T> {
    toml::from_str::<Table<T>>(table).expect("the table").case
}

fn report(failures: Vec<String>) {
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NameCase {
    typed: String,
    name: Option<String>,
    why: Option<String>,
}

#[test]
fn names_are_taken_as_people_have_them() {
    let rows: Vec<NameCase> = rows(include_str!("names.toml"));
    report(
        rows.iter()
            .filter_map(|case| name_differs(case).err())
            .collect(),
    );
}

fn name_differs(case: &NameCase) -> Result<(), String> {
    let got = Name::read(&case.typed, UNICODE);
    let fits = match (&got, &case.why) {
        (Ok(name), None) => name.as_str() == case.name.as_ref().unwrap_or(&case.typed),
        (Err(error), Some(why)) => error.key() == why,
        _ => false,
    };
    if fits {
        Ok(())
    } else {
        Err(format!("{:?}: {got:?}", case.typed))
    }
}

#[test]
fn names_may_have_two_hundred_characters_of_any_size() {
    for letter in ["a", "é", "李", "क", "𐌰"] {
        assert!(Name::read(&letter.repeat(200), UNICODE).is_ok(), "{letter}");
        assert_eq!(
            Name::read(&letter.repeat(201), UNICODE),
            Err(NameError::TooLong),
            "{letter}"
        );
    }
    // 200 as they are counted once composed.
    assert!(Name::read(&"e\u{301}".repeat(200), UNICODE).is_ok());
    assert_eq!(
        Name::read(&"a".repeat(1_000_000), UNICODE),
        Err(NameError::TooLong)
    );
}

#[test]
fn names_compare_without_signs_and_capitals() {
    let comparable = |name: &str| Name::read(name, UNICODE).unwrap().comparable().to_owned();
    for (a, b) in [
        ("Siobhán O'Neill", "SIOBHÁN  O’NEILL"),
        ("Nguye\u{302}\u{303}n", "Nguyễn"),
        ("Mary-Jane", "Mary Jane"),
    ] {
        assert_eq!(comparable(a), comparable(b), "{a} {b}");
    }
    for (a, b) in [("Ana", "Ann"), ("José", "Jose"), ("李", "王")] {
        assert_ne!(comparable(a), comparable(b), "{a} {b}");
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct EmailCase {
    typed: String,
    sent: Option<String>,
    same: Option<String>,
    meant: Option<String>,
    employer: Option<String>,
    caution: Option<String>,
    why: Option<String>,
}

#[test]
fn addresses_are_taken_as_mail_servers_take_them() {
    let rows: Vec<EmailCase> = rows(include_str!("emails.toml"));
    report(
        rows.iter()
            .filter_map(|case| email_differs(case).err())
            .collect(),
    );
}

fn email_differs(case: &EmailCase) -> Result<(), String> {
    let typed = &case.typed;
    let differ = |what: &str, got: &str| Err(format!("{typed:?}: {what} {got}"));
    match (Email::read(typed, UNICODE), &case.why) {
        (Ok(email), None) => {
            let meant = email.perhaps_meant().map(|meant| meant.to_string());
            let caution = email
                .caution(case.employer.as_deref())
                .map(|caution| caution.key());
            if &email.to_string() != case.sent.as_ref().unwrap_or(typed) {
                return differ("sent", &email.to_string());
            }
            if case
                .same
                .as_ref()
                .is_some_and(|same| *same != email.canonical())
            {
                return differ("same", &email.canonical());
            }
            if meant != case.meant {
                return differ("meant", &format!("{meant:?}"));
            }
            if caution != case.caution.as_deref() {
                return differ("caution", &format!("{caution:?}"));
            }
            Ok(())
        }
        (Err(error), Some(why)) if error.key() == why => Ok(()),
        (got, _) => differ(
            "read as",
            &format!("{:?}", got.map(|email| email.to_string())),
        ),
    }
}

#[test]
fn addresses_have_the_lengths_that_servers_allow() {
    let long = |mailbox: usize, part: usize, parts: usize| {
        format!(
            "{}@{}org",
            "a".repeat(mailbox),
            format!("{}.", "b".repeat(part)).repeat(parts)
        )
    };
    let read = |address: &str| Email::read(address, UNICODE).map(|email| email.to_string().len());
    assert_eq!(read(&long(64, 63, 1)), Ok(64 + 1 + 64 + 3));
    assert_eq!(read(&long(65, 63, 1)), Err(EmailError::MailboxTooLong));
    assert_eq!(read(&long(64, 64, 1)), Err(EmailError::PartTooLong));
    // 58 + 1 + 3 × 64 + 3 = 254.
    assert_eq!(read(&long(58, 63, 3)), Ok(254));
    assert_eq!(read(&long(59, 63, 3)), Err(EmailError::TooLong));
    // Counted in bytes, and in the form that is sent.
    assert_eq!(
        read(&format!("{}@example.org", "é".repeat(32))),
        Ok(64 + 12)
    );
    assert_eq!(
        read(&format!("{}@example.org", "é".repeat(33))),
        Err(EmailError::MailboxTooLong)
    );
    assert_eq!(
        read(&format!("ana@{}.example", "é".repeat(60))),
        Err(EmailError::PartTooLong)
    );
    assert_eq!(read(&"a".repeat(1_000_000)), Err(EmailError::TooLong));
}

#[test]
fn an_address_is_not_printed_by_accident() {
    let email = Email::read("ana@example.org", UNICODE).unwrap();
    assert_eq!(format!("{email:?}"), "Email(…)");
}

/// The `idna` crate knows the whole standard (UTS 46); this project's short reading must agree on
/// what people have.
#[test]
fn domains_become_ascii_as_the_standard_says() {
    let domains = [
        "example.org",
        "EXAMPLE.ORG",
        "bücher.example",
        "BÜCHER.example",
        "faß.example",
        "例子.测试",
        "παράδειγμα.δοκιμή",
        "пример.испытание",
        "مثال.إختبار",
        "உதாரணம்.பரிட்சை",
        "উদাহরণ.বাংলা",
        "ตัวอย่าง.ไทย",
        "예시.테스트",
        "例え.テスト",
        "ශ්‍රී.ලංකා",
        "xn--bcher-kva.example",
    ];
    for domain in domains {
        let ours =
            Email::read(&format!("ana@{domain}"), UNICODE).map(|email| email.domain().to_owned());
        assert_eq!(ours.ok(), idna::domain_to_ascii(domain).ok(), "{domain}");
    }
}

proptest! {
    #[test]
    fn anything_may_be_typed_as_a_name(typed in "\\PC*|.{0,300}") {
        if let Ok(name) = Name::read(&typed, UNICODE) {
            prop_assert!((1..=200).contains(&name.as_str().chars().count()));
            prop_assert_eq!(Name::read(name.as_str(), UNICODE), Ok(name));
        }
    }

    #[test]
    fn anything_may_be_typed_as_an_address(
        typed in "\\PC*|[\\PC.]{0,20}@[\\PC.]{0,20}|[a-z.+'\"]{0,12}@[a-zé0-9.\\-]{0,20}"
    ) {
        if let Ok(email) = Email::read(&typed, UNICODE) {
            let sent = email.to_string();
            prop_assert!(sent.len() <= 254);
            prop_assert!(email.domain().is_ascii());
            let _ = (email.perhaps_meant(), email.caution(Some(&typed)));
            prop_assert_eq!(Email::read(&sent, UNICODE), Ok(email.clone()));
            // The canonical form is an address again, and its own canonical form.
            let canonical = Email::read(&email.canonical(), UNICODE);
            prop_assert_eq!(canonical.map(|email| email.canonical()), Ok(email.canonical()));
        }
    }
}
