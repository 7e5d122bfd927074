//! A filter survives being an address, and no address makes it stop.

use chrono::Weekday;
use proptest::prelude::*;
use swansfeet_meetings::find::{Days, Filter, Often, Open, PartOfDay, Parts, Ways, Women};
use swansfeet_meetings::{Access, AccessNeed};

#[test]
fn keys_are_those_that_people_have_shared() {
    for text in [
        "",
        "q=pay%20%26%20travel",
        "how=online,in-person,hybrid",
        "day=mon,sun",
        "part=morning,night",
        "role=home-care,family",
        "open=all",
        "open=union,Care%20Union",
        "lang=pl,cy",
        "access=step-free,bsl,captions,childcare,quiet",
        "women=hidden",
        "women=only",
        "often=weekly",
        "often=once",
        "miles=15",
        "fits=yes",
        "q=a&how=online&day=tue&part=evening&role=family&open=all&lang=en&access=bsl&women=only&often=once&miles=5&fits=yes",
    ] {
        assert_eq!(Filter::from_fragment(text).to_fragment(), text);
    }
}

#[test]
fn what_is_not_known_is_passed_over() {
    for text in [
        "#",
        "?",
        "near=LS1%201AA",
        "postcode=LS1&point=53.8,-1.5",
        "how=&day=&role=&lang=&access=",
        "how=telepathy&day=someday&part=dawn",
        "miles=0",
        "miles=-5",
        "miles=70000",
        "miles=near",
        "open=union",
        "open=union,%20",
        "fits=no",
        "&&==&%",
    ] {
        assert_eq!(Filter::from_fragment(text), Filter::default(), "{text}");
    }
    let long = "role=".to_owned() + &"a,".repeat(10_000) + &"b".repeat(10_000);
    assert_eq!(Filter::from_fragment(&long).roles, ["a"]);
    let text = format!("q={}", "ł".repeat(5_000));
    assert_eq!(Filter::from_fragment(&text).text.len(), 200);
}

fn name() -> impl Strategy<Value = String> {
    "[a-z][a-z0-9-]{0,11}"
}

/// Words without spaces at their ends, which are not kept.
fn words() -> impl Strategy<Value = String> {
    "\\PC{0,40}".prop_map(|text| text.trim().to_owned())
}

fn sets() -> impl Strategy<Value = (Ways, Days, Parts, Access)> {
    any::<(u8, u8, u8, u8)>().prop_map(|(ways, days, parts, access)| {
        let has = |bits: u8, bit: usize| bits >> bit & 1 == 1;
        let all = [
            Weekday::Mon,
            Weekday::Tue,
            Weekday::Wed,
            Weekday::Thu,
            Weekday::Fri,
            Weekday::Sat,
            Weekday::Sun,
        ];
        let mut out = (
            Ways::default(),
            Days::default(),
            Parts::default(),
            Access::default(),
        );
        for (bit, how) in Ways::ALL.into_iter().enumerate() {
            out.0 = out.0.set(how, has(ways, bit));
        }
        for (bit, day) in all.into_iter().enumerate() {
            out.1 = out.1.set(day, has(days, bit));
        }
        for (bit, part) in PartOfDay::ALL.into_iter().enumerate() {
            out.2 = out.2.set(part, has(parts, bit));
        }
        for (bit, need) in AccessNeed::ALL.into_iter().enumerate() {
            if has(access, bit) {
                out.3 = out.3.with(need);
            }
        }
        out
    })
}

fn filters() -> impl Strategy<Value = Filter> {
    let distinct = |names: Vec<String>| {
        let mut out: Vec<String> = Vec::new();
        for name in names {
            if !out.contains(&name) {
                out.push(name);
            }
        }
        out
    };
    let open = prop_oneof![
        Just(Open::Any),
        Just(Open::All),
        words().prop_map(|union| match union.as_str() {
            "" => Open::Any,
            _ => Open::Union(union),
        }),
    ];
    let women = prop::sample::select(vec![Women::Shown, Women::Hidden, Women::Only]);
    let often = prop::sample::select(vec![Often::Any, Often::Weekly, Often::Once]);
    let names = || prop::collection::vec(name(), 0..6).prop_map(distinct);
    let rest = (
        open,
        women,
        often,
        prop::option::of(1..=u16::MAX),
        any::<bool>(),
    );
    (words(), sets(), names(), names(), rest).prop_map(
        |(text, (ways, days, parts, access), roles, languages, rest)| {
            let (open, women, often, miles, fits) = rest;
            Filter {
                text,
                ways,
                days,
                parts,
                roles,
                open,
                languages,
                access,
                women,
                often,
                miles,
                fits,
            }
        },
    )
}

proptest! {
    #[test]
    fn there_and_back(filter in filters()) {
        let text = filter.to_fragment();
        prop_assert!(text.bytes().all(|byte| byte.is_ascii_graphic()));
        prop_assert_eq!(Filter::from_fragment(&text), filter);
    }

    #[test]
    fn any_text_is_some_filter(text in "\\PC{0,80}") {
        let once = Filter::from_fragment(&text);
        let _ = once.to_fragment();
    }

    #[test]
    fn any_query_is_some_filter(parts in prop::collection::vec(
        prop::sample::select(vec!["q", "how", "day", "open", "miles", "=", "&", ",", "%", "%F", "%FF", "+", "union", "é"]),
        0..30,
    )) {
        let filter = Filter::from_fragment(&parts.concat());
        // What was once read stays the same from then on.
        prop_assert_eq!(Filter::from_fragment(&filter.to_fragment()), filter);
    }
}
