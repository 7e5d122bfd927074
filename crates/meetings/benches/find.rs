//! How long finding takes: medians in milliseconds, for 2,000 and 10,000 meetings.
//!
//! `cargo bench -p swansfeet-meetings --bench find`. The figures to hold are in the design: with
//! 2,000 meetings a first list well under 20 ms, each key under 2 ms.
#![expect(clippy::unwrap_used, reason = "a bench may stop at the first surprise")]

use std::hint::black_box;
use std::time::Instant;

use chrono::{Days, NaiveDate, NaiveDateTime};
use swansfeet_meetings::find::{Asker, Catalogue, Filter, Prepared, Ways, week};
use swansfeet_meetings::fit::Settings;
use swansfeet_meetings::recur::Rule;
use swansfeet_meetings::shifts::Shifts;
use swansfeet_meetings::zone::London;
use swansfeet_meetings::{
    Access, AccessNeed, Attend, Joining, Meeting, OpenTo, Organiser, Place, Schedule, Status, Venue,
};
use swansfeet_places::Point;

fn main() {
    for count in [2_000, 10_000] {
        run(count);
    }
}

fn run(count: usize) {
    let now = day(4).and_hms_opt(9, 0, 0).unwrap();
    let rota = "week 1: Mon-Thu 7am-3pm, Fri 2pm-10pm\nweek 2: Mon, Tue, Sat 10pm-8am\nstarting 2 March 2026";
    let shifts = Shifts::read(rota, now.date()).shifts;
    let asker = Asker {
        now,
        zone: "Europe/London",
        near: Some(place(53.8, -1.55, 3)),
        shifts: &shifts,
        settings: Settings::default(),
        zones: &London,
    };
    let meetings: Vec<_> = (0..count).map(meeting).collect();
    println!("{count} meetings");
    measure("catalogue", 15, || Catalogue::new(meetings.clone(), &also));
    measure("  of which copying them", 15, || meetings.clone());
    let catalogue = Catalogue::new(meetings.clone(), &also);
    measure("prepare", 15, || catalogue.prepare(&asker));
    let nothing = Shifts::default();
    let without = Asker {
        shifts: &nothing,
        ..asker
    };
    measure("  without shifts", 15, || catalogue.prepare(&without));
    measure("  of which their dates", 15, || {
        let dates = meetings.iter().map(|meeting| {
            let dates = meeting.schedule.occurrences_from(&London, now);
            dates.take(6).count()
        });
        dates.sum::<usize>()
    });
    let prepared = catalogue.prepare(&asker);
    measure("first list (prepare, find 50)", 15, || {
        catalogue.find(&catalogue.prepare(&asker), &Filter::default(), 50)
    });
    keys(&catalogue, &prepared);
    let everything = catalogue
        .find(&prepared, &Filter::default(), usize::MAX)
        .found;
    measure("week", 15, || {
        week(&catalogue, &everything, &Filter::default(), &asker, day(9))
    });
}

fn keys(catalogue: &Catalogue, prepared: &Prepared) {
    let online = Filter {
        ways: Ways::default().set(Attend::Online, true),
        fits: true,
        miles: Some(10),
        languages: vec!["pl".to_owned()],
        ..Filter::default()
    };
    let filters = [
        ("key: no words", Filter::default()),
        ("key: online, Polish, fits, 10 miles", online),
        ("key: `w`", words("w")),
        ("key: `wellbeing lee`", words("wellbeing lee")),
        ("key: `welbieng brihgton`", words("welbieng brihgton")),
        ("key: `qwertzuiop asdfghjkl`", words("qwertzuiop asdfghjkl")),
    ];
    for (name, filter) in filters {
        measure(name, 101, || catalogue.find(prepared, &filter, 50));
    }
    measure("key: no words, all of them", 101, || {
        catalogue.find(prepared, &Filter::default(), usize::MAX)
    });
}

fn measure<T>(name: &str, runs: usize, mut work: impl FnMut() -> T) {
    let mut times: Vec<_> = (0..runs)
        .map(|_| {
            let start = Instant::now();
            black_box(work());
            start.elapsed()
        })
        .collect();
    times.sort_unstable();
    println!(
        "  {name}: {:.3} ms",
        times[runs / 2].as_secs_f64() * 1_000.0
    );
}

fn words(text: &str) -> Filter {
    Filter {
        text: text.to_owned(),
        ..Filter::default()
    }
}

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, day).unwrap()
}

fn place(latitude: f64, longitude: f64, within_miles: u8) -> Place {
    Place {
        point: Point {
            latitude,
            longitude,
        },
        within_miles,
    }
}

fn also(meeting: &Meeting) -> String {
    match meeting.languages.first().map(String::as_str) {
        Some("pl") => "Polish Polski".to_owned(),
        _ => "English".to_owned(),
    }
}

const TOWNS: [(&str, f64, f64); 6] = [
    ("Leeds", 53.8, -1.55),
    ("Brighton", 50.82, -0.14),
    ("Cardiff", 51.48, -3.18),
    ("Glasgow", 55.86, -4.25),
    ("Norwich", 52.63, 1.3),
    ("Belfast", 54.6, -5.93),
];
const THEMES: [&str; 8] = [
    "Wellbeing call",
    "Pay and travel time",
    "Members' meeting",
    "Know your rights",
    "Welcome evening",
    "Coffee and talk",
    "Campaign planning",
    "Peer support circle",
];

/// Each with forty words of its own beside those that all have, as real descriptions do.
fn meeting(index: usize) -> Meeting {
    let (town, latitude, longitude) = TOWNS[index % TOWNS.len()];
    let attend = [Attend::Online, Attend::InPerson, Attend::Hybrid][index % 3];
    let about: Vec<_> = (0..40)
        .map(|word| made_word(index * 7 + word * word))
        .collect();
    Meeting {
        id: format!("meeting-{index}"),
        title: format!(
            "{} {town} {}",
            THEMES[index % THEMES.len()],
            made_word(index)
        ),
        about: format!(
            "For everybody who works in care and support. {}",
            about.join(" ")
        ),
        schedule: schedule(index),
        attend,
        venue: attend.in_a_room().then(|| Venue {
            name: format!("{} Hall", made_word(index * 3)),
            address: format!("{} Road, {town}", made_word(index * 5)),
            place: Some(place(latitude, longitude, 0)),
            ..Venue::default()
        }),
        joining: Joining::default(),
        organiser: Organiser {
            name: format!("Care Workers' Circle, {town}"),
            link: None,
        },
        roles: vec!["home-care".to_owned()],
        open_to: OpenTo::All,
        languages: vec![if index.is_multiple_of(9) { "pl" } else { "en" }.to_owned()],
        access: Access::default().with(AccessNeed::StepFree),
        women_only: false,
        status: Status::Confirmed,
        page: None,
    }
}

fn schedule(index: usize) -> Schedule {
    let past = Days::new(index as u64 % 700);
    let hour = 9 + u32::try_from(index % 12).unwrap();
    let start: NaiveDateTime = (day(20) - past).and_hms_opt(hour, 30, 0).unwrap();
    let rules = [
        "FREQ=WEEKLY",
        "FREQ=WEEKLY;BYDAY=TU,TH",
        "FREQ=MONTHLY;BYDAY=1TU",
        "FREQ=WEEKLY;INTERVAL=2",
        "FREQ=MONTHLY;BYDAY=-1FR",
    ];
    Schedule {
        rules: vec![Rule::parse(rules[index % rules.len()]).unwrap()],
        ..Schedule::once(start, 60 + 30 * (index as u32 % 3))
    }
}

/// One of about four thousand words.
fn made_word(seed: usize) -> String {
    let mut seed = seed.wrapping_mul(2_654_435_761) % 4_096;
    let mut word = String::new();
    for _ in 0..3 {
        word.push_str(
            [
                "ba", "ke", "li", "mo", "nu", "ra", "se", "ti", "vo", "wy", "da", "fo", "gi", "ha",
                "pe", "su",
            ][seed % 16],
        );
        seed /= 16;
    }
    word
}
