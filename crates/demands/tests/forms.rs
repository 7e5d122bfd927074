//! A filled-in form, checked.

use swansfeet_demands::UNICODE;
use swansfeet_demands::campaign::{Campaign, FIFTEEN};
use swansfeet_demands::form::{Argument, Checked, Form, check_person};

const GOOD: Form<'_> = Form {
    name: "Ana Mensah",
    email: Some("ana@example.org"),
    postcode: "ls1 4dy",
    category: "home-care-worker",
    union: "",
    workplace: "",
    comment: "",
    priorities: &["unions", "pay"],
    agreed: true,
};

/// The checked form, or `field key argument` for each error.
fn check(form: &Form<'_>) -> Result<Checked, Vec<String>> {
    let campaign = Campaign::from_toml(FIFTEEN).expect("the file that comes along");
    form.check(&campaign, UNICODE).map_err(|errors| {
        let line = |error: &swansfeet_demands::form::FieldError| {
            let argument = match error.argument() {
                None => String::new(),
                Some((name, Argument::Text(text))) => format!(" {name}={text}"),
                Some((name, Argument::Number(number))) => format!(" {name}={number}"),
            };
            format!("{} {}{argument}", error.field.id(), error.key())
        };
        errors.iter().map(line).collect()
    })
}

#[test]
fn a_good_form_is_kept_tidily() {
    let form = Form {
        name: "  Ana   Mensah ",
        union: " North Branch ",
        comment: "We travel\r\nunpaid.\t\u{200b}",
        ..GOOD
    };
    let checked = check(&form).expect("a good form");
    assert_eq!(checked.person.name.as_str(), "Ana Mensah");
    assert_eq!(
        checked
            .person
            .email
            .as_ref()
            .map(ToString::to_string)
            .as_deref(),
        form.email
    );
    assert_eq!(checked.person.postcode.postcode.to_string(), "LS1 4DY");
    assert_eq!(checked.category.as_str(), "home-care-worker");
    assert_eq!(checked.union.as_deref(), Some("North Branch"));
    assert_eq!(checked.workplace, None);
    assert_eq!(checked.comment.as_deref(), Some("We travel\nunpaid."));
    // In the campaign's order.
    let priorities: Vec<&str> = checked.priorities.iter().map(|id| id.as_str()).collect();
    assert_eq!(priorities, ["pay", "unions"]);
}

#[test]
fn somebody_with_a_code_needs_no_address() {
    let checked = check(&Form {
        email: None,
        ..GOOD
    })
    .expect("a good form");
    assert_eq!(checked.person.email, None);
}

/// The one error of a form in which one field was typed so.
fn says(field: &str, typed: &str) -> String {
    let form = match field {
        "name" => Form {
            name: typed,
            ..GOOD
        },
        "email" => Form {
            email: Some(typed),
            ..GOOD
        },
        "postcode" => Form {
            postcode: typed,
            ..GOOD
        },
        "category" => Form {
            category: typed,
            ..GOOD
        },
        "union" => Form {
            union: typed,
            ..GOOD
        },
        "workplace" => Form {
            workplace: typed,
            ..GOOD
        },
        _ => Form {
            comment: typed,
            ..GOOD
        },
    };
    let errors = check(&form).expect_err(typed);
    assert_eq!(errors.len(), 1, "{errors:?}");
    errors.concat()
}

#[test]
fn every_field_says_what_is_wrong_with_it() {
    for (typed, wanted) in [
        (" ", "name error-name-empty"),
        (&*"x".repeat(201), "name error-name-too-long most=200"),
        ("<Ana>", "name error-name-sign character=<"),
        ("", "email error-email-empty"),
        (
            "a@b_c.org",
            "email error-email-domain-character character=_",
        ),
        ("ZZ1 1AA", "postcode error-postcode-unknown-area half=ZZ"),
        (
            "LS1 4DO",
            "postcode error-postcode-never-at-the-end character=O",
        ),
        ("", "category error-not-chosen"),
        ("employer", "category error-no-such-choice"),
        (&*"x".repeat(101), "union error-too-long most=100"),
        ("North\nBranch", "union error-hidden-character"),
        ("\u{202e}x", "workplace error-hidden-character"),
        (&*"é".repeat(1_001), "comment error-too-long most=1000"),
        ("x\u{7}", "comment error-hidden-character"),
    ] {
        let field = wanted.split(' ').next().expect("a field");
        assert_eq!(says(field, typed), wanted);
    }
}

#[test]
fn choices_say_what_is_wrong_with_them() {
    let refused = |form: &Form<'_>| check(form).unwrap_err().join(", ");
    let unknown = Form {
        priorities: &["pay", "cake"],
        ..GOOD
    };
    assert_eq!(refused(&unknown), "priorities error-no-such-choice");
    let four = Form {
        priorities: &["pay", "contracts", "sick-pay", "safety"],
        ..GOOD
    };
    assert_eq!(
        refused(&four),
        "priorities error-too-many-priorities most=3"
    );
    let disagreed = Form {
        agreed: false,
        ..GOOD
    };
    assert_eq!(refused(&disagreed), "consent error-not-agreed");
    let one_over_again = Form {
        priorities: &["pay", "pay", "pay", "pay"],
        ..GOOD
    };
    assert_eq!(
        check(&one_over_again).map(|checked| checked.priorities.len()),
        Ok(1)
    );
}

#[test]
fn an_empty_form_names_every_field_that_is_needed() {
    let errors = check(&Form {
        email: Some(""),
        ..Form::default()
    })
    .unwrap_err();
    assert_eq!(
        errors,
        [
            "name error-name-empty",
            "email error-email-empty",
            "postcode error-postcode-empty",
            "category error-not-chosen",
            "consent error-not-agreed",
        ]
    );
}

#[test]
fn a_person_is_checked_without_a_campaign() {
    let person = check_person("Ana", Some("A.na+x@gmail.com"), "sw1a0aa", UNICODE).expect("right");
    assert_eq!(
        person.email.map(|email| email.canonical()).as_deref(),
        Some("ana@gmail.com")
    );
    assert_eq!(person.postcode.postcode.outcode().as_str(), "SW1A");
    let errors = check_person("", Some("x"), "x", UNICODE).unwrap_err();
    let fields: Vec<&str> = errors.iter().map(|error| error.field.id()).collect();
    assert_eq!(fields, ["name", "email", "postcode"]);
}
