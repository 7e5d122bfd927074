//! What is found, in what order, and why, row by row: `find/*.toml`.

use std::sync::LazyLock;

use chrono::{NaiveDate, NaiveDateTime};
use proptest::prelude::*;
use serde::Deserialize;
use swansfeet_meetings::find::{Asker, Catalogue, Filter, Found, Prepared, Reason, week};
use swansfeet_meetings::fit::Settings;
use swansfeet_meetings::recur::Rule;
use swansfeet_meetings::shifts::Shifts;
use swansfeet_meetings::zone::London;
use swansfeet_meetings::{
    AccessNeed, Attend, Change, Meeting, OpenTo, Override, Place, Schedule, Status, Venue,
};
use swansfeet_places::{Point, Postcode};

mod common;
#[path = "find/readers.rs"]
mod readers;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    /// Now, in UTC.
    now: String,
    #[serde(default)]
    shifts: String,
    /// Latitude and longitude.
    near: Option<(f64, f64)>,
    meeting: Vec<Told>,
    row: Vec<Row>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct Told {
    id: String,
    title: String,
    about: String,
    organiser: String,
    also: String,
    start: String,
    rule: String,
    minutes: Option<u32>,
    zone: Option<String>,
    how: String,
    room: String,
    address: String,
    postcode: String,
    point: Option<(f64, f64)>,
    within_miles: u8,
    link: String,
    languages: Vec<String>,
    roles: Vec<String>,
    union: String,
    access: Vec<String>,
    women: bool,
    called_off: bool,
    /// Single dates.
    off: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    /// As in an address.
    filter: String,
    /// Ids, and where there is a colon the keys of reasons behind it.
    found: Vec<String>,
}

#[test]
fn words_are_found_and_slips_forgiven() {
    run(include_str!("find/words.toml"));
}

#[test]
fn filters_keep_what_answers() {
    run(include_str!("find/filters.toml"));
}

#[test]
fn the_order_is_the_one_that_is_promised_and_says_why() {
    run(include_str!("find/order.toml"));
}

fn run(table: &str) {
    let table: Table = toml::from_str(table).expect("a table");
    let mut wrong = Vec::new();
    for row in &table.row {
        with(&table, |catalogue, asker| {
            let filter = Filter::from_fragment(&row.filter);
            let hits = catalogue.find(&catalogue.prepare(asker), &filter, 100);
            assert_eq!(hits.total, hits.found.len());
            shorter_ways_find_the_same(catalogue, asker, &filter);
            let reasons = row.found.iter().any(|found| found.contains(':'));
            let found: Vec<_> = (hits.found.iter())
                .map(|found| told(catalogue, found, reasons))
                .collect();
            if found != row.found {
                wrong.push(format!("{:?}: {found:#?}", row.filter));
            }
        });
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A list that is cut short is the beginning of the whole, the first dates are enough where it is said
/// that they are, and what is worked out a few meetings at a time is the same.
fn shorter_ways_find_the_same(catalogue: &mut Catalogue, asker: &Asker, filter: &Filter) {
    let whole = catalogue.prepare(asker);
    let first = catalogue.prepare_reading(asker, true, &mut |_, _| {});
    let mut second = catalogue.prepare_reading(asker, true, &mut |_, _| {});
    catalogue.know_twins(&mut second, &mut |_, _| {});
    assert!(!catalogue.know_twins(&mut second, &mut |_, _| {}));
    let mut pieces = Prepared::default();
    let (mut now, mut steps) = (asker.now, 1);
    while !catalogue.prepare_some(&Asker { now, ..*asker }, &mut pieces, 3, &mut |_, _| {}) {
        // What takes some minutes is good for the moment at which it began.
        now += chrono::Duration::minutes(1);
        steps += 1;
    }
    assert_eq!(steps, catalogue.meetings().len().div_ceil(3));
    for index in 0..catalogue.meetings().len() {
        assert_eq!(pieces.dates(index), whole.dates(index));
    }
    let all = catalogue.find(&whole, filter, usize::MAX);
    let as_text = |found: &[Found]| format!("{found:?}");
    for limit in [0, 1, 2, 5, 100] {
        let cut = &all.found[..limit.min(all.total)];
        let ways = [
            Some(&whole),
            Some(&pieces),
            Some(&first).filter(|first| first.is_enough_for(filter)),
            Some(&second).filter(|second| second.is_enough_for(filter)),
        ];
        for prepared in ways.into_iter().flatten() {
            let mut hits = catalogue.find(prepared, filter, limit);
            catalogue.mark_twins(prepared, &mut hits.found, &mut |_, _| {});
            assert_eq!(as_text(&hits.found), as_text(cut), "{filter:?}");
            assert_eq!((hits.total, hits.fit), (all.total, all.fit), "{filter:?}");
        }
    }
    let fit = all.found.iter().filter(|found| found.fit.fits());
    assert_eq!(all.fit, fit.count());
}

fn with(table: &Table, then: impl FnOnce(&mut Catalogue, &Asker)) {
    let now: NaiveDateTime = table.now.parse().expect("now");
    let shifts = Shifts::read(&table.shifts, now.date()).shifts;
    let also = |meeting: &Meeting| {
        let told = table.meeting.iter().find(|told| told.id == meeting.id);
        told.map(|told| told.also.clone()).unwrap_or_default()
    };
    let mut catalogue = Catalogue::new(table.meeting.iter().map(meeting).collect(), &also);
    let asker = Asker {
        now,
        zone: "Europe/London",
        near: table.near.map(|near| place(near, 0)),
        shifts: &shifts,
        settings: Settings::default(),
        zones: &London,
    };
    then(&mut catalogue, &asker);
}

fn told(catalogue: &Catalogue, found: &Found, reasons: bool) -> String {
    let id = &catalogue.meetings()[found.index].id;
    if !reasons {
        return id.clone();
    }
    let worded = |reason: &Reason| {
        let key = reason.key().trim_start_matches("reason-");
        match reason {
            Reason::Late(minutes, by) | Reason::Early(minutes, by) => {
                format!("{key} {minutes} {}", by.id())
            }
            Reason::Missed(by) => format!("{key} {}", by.id()),
            Reason::FitsLater(date) => format!("{key} {}", date.format("%-d %b")),
            Reason::Miles(miles) | Reason::MilesRough(miles) | Reason::MilesWithin(miles) => {
                format!("{key} {miles}")
            }
            Reason::Language(id) | Reason::Role(id) => format!("{key} {id}"),
            Reason::Access(need) => format!("{key} {}", need.id()),
            _ => key.to_owned(),
        }
    };
    let reasons: Vec<_> = found.reasons.iter().map(worded).collect();
    format!("{id}: {}", reasons.join(", "))
}

fn meeting(told: &Told) -> Meeting {
    let room = Venue {
        name: told.room.clone(),
        address: told.address.clone(),
        postcode: Postcode::read(&told.postcode)
            .ok()
            .map(|reading| reading.postcode),
        place: told.point.map(|point| place(point, told.within_miles)),
        withheld: false,
    };
    let mut meeting = Meeting {
        title: told.title.clone(),
        about: told.about.clone(),
        schedule: schedule(told),
        attend: match told.how.as_str() {
            "in-person" => Attend::InPerson,
            "hybrid" => Attend::Hybrid,
            _ => Attend::Online,
        },
        venue: Some(room).filter(|room| *room != Venue::default()),
        roles: told.roles.clone(),
        languages: told.languages.clone(),
        access: (told.access.iter())
            .map(|id| AccessNeed::by_id(id).expect("a need"))
            .collect(),
        women_only: told.women,
        ..common::meeting(&told.id)
    };
    meeting.organiser.name.clone_from(&told.organiser);
    if !told.link.is_empty() {
        meeting.joining.link = Some(told.link.clone());
    }
    if !told.union.is_empty() {
        meeting.open_to = OpenTo::Union(told.union.clone());
    }
    if told.called_off {
        meeting.status = Status::Cancelled;
    }
    meeting
}

fn schedule(told: &Told) -> Schedule {
    let start = match told.start.as_str() {
        "" => "2026-03-10T19:00:00",
        start => start,
    };
    let rule = (!told.rule.is_empty()).then(|| Rule::parse(&told.rule).expect("a rule"));
    let off = told.off.iter().map(|at| Override {
        at: at.parse().expect("a time"),
        change: Change::Cancelled,
        note: String::new(),
    });
    Schedule {
        rules: rule.into_iter().collect(),
        overrides: off.collect(),
        zone: told.zone.clone().or(Some("Europe/London".to_owned())),
        ..Schedule::once(start.parse().expect("a time"), told.minutes.unwrap_or(60))
    }
}

fn place((latitude, longitude): (f64, f64), within_miles: u8) -> Place {
    Place {
        point: Point {
            latitude,
            longitude,
        },
        within_miles,
    }
}

#[test]
fn a_week_has_every_date_on_its_day() {
    let table: Table = toml::from_str(include_str!("find/order.toml")).expect("a table");
    with(&table, |catalogue, asker| {
        let filter = Filter::default();
        let found = catalogue
            .find(&catalogue.prepare(asker), &filter, 100)
            .found;
        let monday = NaiveDate::from_ymd_opt(2026, 3, 9).expect("a day");
        let days = week(catalogue, &found, &filter, asker, monday);
        let told: Vec<_> = (days.iter())
            .map(|day| {
                let entries = day.entries.iter().map(|entry| {
                    let date = &entry.date;
                    let off = if date.occurrence.cancelled {
                        " off"
                    } else {
                        ""
                    };
                    let id = &catalogue.meetings()[entry.index].id;
                    format!("{} {id}{off}", date.local.format("%H:%M"))
                });
                format!(
                    "{}: {}",
                    day.date.format("%a"),
                    entries.collect::<Vec<_>>().join(", ")
                )
            })
            .collect();
        assert_eq!(
            told,
            [
                "Mon: 11:30 now-on, 15:30 afternoon, 19:00 leeds-monday",
                "Tue: 18:00 call-tuesday off, 19:00 off-for-good off",
                "Wed: 19:00 hybrid-wednesday, 19:00 glasgow-wednesday",
                "Thu: 10:00 morning, 19:00 hull-thursday, 23:30 night-call",
                "Fri: 17:00 friday",
                "Sat: 11:00 somewhere",
                "Sun: ",
            ]
        );
    });
}

#[test]
fn the_same_meeting_in_two_feeds_is_marked() {
    let table: Table = toml::from_str(include_str!("find/twins.toml")).expect("a table");
    with(&table, |catalogue, asker| {
        shorter_ways_find_the_same(catalogue, asker, &Filter::default());
        let hits = catalogue.find(&catalogue.prepare(asker), &Filter::default(), 100);
        let id = |index: usize| catalogue.meetings()[index].id.as_str();
        let mut pairs: Vec<_> = (hits.found.iter())
            .filter_map(|found| Some((id(found.index), id(found.twin_of?))))
            .collect();
        pairs.sort_unstable();
        assert_eq!(
            pairs,
            [
                ("link-again", "link"),
                ("link-third", "link"),
                ("room-again", "room"),
                ("zone-again", "link")
            ]
        );
    });
    assert_eq!(table.row.len(), 0);
}

/// Nobody's shifts.
static NONE: LazyLock<Shifts> = LazyLock::new(Shifts::default);

/// Somebody in London at that time, of whom no more is known.
fn in_london(now: &str) -> Asker<'static> {
    Asker {
        now: now.parse().expect("now"),
        zone: "Europe/London",
        near: None,
        shifts: &NONE,
        settings: Settings::default(),
        zones: &London,
    }
}

/// How many of the meetings with these titles are found by that text, and how many there are.
fn searched(titles: &[String], text: &str) -> (usize, usize) {
    let named = titles.iter().map(|title| common::meeting(title));
    let catalogue = Catalogue::new(named.collect(), &|_| String::new());
    let asker = in_london("2026-03-04T09:00:00");
    let filter = Filter {
        text: text.to_owned(),
        ..Filter::default()
    };
    let hits = catalogue.find(&catalogue.prepare(&asker), &filter, usize::MAX);
    (hits.found.len(), hits.total)
}

proptest! {
    #[test]
    fn a_title_is_found_by_itself_and_nothing_stops(title in any::<String>(), text in "\\PC{0,60}") {
        prop_assert_eq!(searched(std::slice::from_ref(&title), &title), (1, 1));
        searched(&[title, text.clone()], &text);
    }

    #[test]
    fn a_slip_in_a_long_word_is_forgiven(word in "[a-z]{5,20}", at in 0_usize..20, letter in "[a-z]") {
        let at = at % word.len();
        let mut slipped = word.clone();
        slipped.replace_range(at..=at, &letter);
        prop_assert_eq!(searched(std::slice::from_ref(&word), &slipped), (1, 1));
        let left_out = word[..at].to_owned() + &word[at + 1..];
        prop_assert_eq!(searched(&[word], &left_out), (1, 1));
    }
}

#[test]
fn ten_thousand_of_the_same_name_take_no_day() {
    let titles = vec!["Meeting".to_owned(); 10_000];
    let start = std::time::Instant::now();
    assert_eq!(searched(&titles, "meeting"), (10_000, 10_000));
    assert!(start.elapsed().as_secs() < 20);
}

#[test]
fn words_may_be_learnt_later() {
    let named = || vec![common::meeting("Wellbeing call")];
    let also = |_: &Meeting| "Polish".to_owned();
    let asker = in_london("2026-03-04T09:00:00");
    let count = |catalogue: &Catalogue, text: &str| {
        let filter = Filter::from_fragment(text);
        catalogue.find(&catalogue.prepare(&asker), &filter, 9).total
    };
    let later = Catalogue::unread(named());
    assert_eq!(count(&later, ""), 1);
    later.learn(&also);
    assert_eq!((count(&later, "q=polish"), count(&later, "q=call")), (1, 1));
    let asked_before = Catalogue::unread(named());
    assert_eq!(
        (
            count(&asked_before, "q=polish"),
            count(&asked_before, "q=call")
        ),
        (0, 1)
    );
}
