//! What people type and paste as shifts, row by row: `shifts.toml`.

use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use serde::Deserialize;
use swansfeet_meetings::shifts::{Shifts, What, times};
use swansfeet_meetings::zone::London;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Rows {
    row: Vec<Row>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    text: String,
    /// The first day that is looked at, and of how many.
    from: Option<String>,
    days: Option<u64>,
    /// `Mon 2 07:00-15:00`: the day on which a shift starts, its start and its end.
    shifts: Vec<String>,
    /// `1 either-half`.
    #[serde(default)]
    notes: Vec<String>,
}

/// A Wednesday; its Monday is 2 March.
fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, 4).expect("a day")
}

#[test]
fn shifts_are_read_as_people_write_them() {
    let rows: Rows = toml::from_str(include_str!("shifts.toml")).unwrap();
    let mut wrong = Vec::new();
    for row in &rows.row {
        let reading = Shifts::read(&row.text, today());
        let monday = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();
        let from = row
            .from
            .as_ref()
            .map_or(monday, |from| from.parse().unwrap());
        let to = from + Days::new(row.days.unwrap_or(7));
        let midnight = chrono::NaiveTime::MIN;
        let busy = reading
            .shifts
            .busy(from.and_time(midnight), to.and_time(midnight));
        let shifts: Vec<_> = busy
            .map(|span| {
                let start = span.start.format("%a %-d %H:%M");
                format!("{start}-{}", span.end.format("%H:%M"))
            })
            .collect();
        let notes: Vec<_> = (reading.notes.iter())
            .map(|note| {
                format!(
                    "{} {}",
                    note.line,
                    note.what.key().trim_start_matches("shifts-")
                )
            })
            .collect();
        if shifts != row.shifts || notes != row.notes {
            wrong.push(format!("{:?}\n  {shifts:?}\n  {notes:?}", row.text));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_field_for_one_day_is_read_as_a_line_is() {
    for (text, read) in [
        ("7-3", Ok(vec![(420, 480)])),
        ("7.30am-2pm, 4-8pm", Ok(vec![(450, 390), (960, 240)])),
        ("22:00–08:00", Ok(vec![(1_320, 600)])),
        ("night 9-7", Ok(vec![(1_260, 600)])),
        ("day 8-8", Ok(vec![(480, 720)])),
        ("off", Ok(vec![])),
        ("", Ok(vec![])),
        ("E", Err("shifts-code")),
        ("Mon 7-3", Err("shifts-not-understood")),
        ("week 1: 7-3", Err("shifts-not-understood")),
        ("7", Err("shifts-not-understood")),
        ("as agreed", Err("shifts-not-understood")),
    ] {
        let got = times(text).map_err(|note| note.what.key());
        assert_eq!(got, read, "{text}");
    }
}

#[test]
fn a_rota_can_be_told_when_it_begins() {
    let day = |day| NaiveDate::from_ymd_opt(2026, 3, day).unwrap();
    let midnight = chrono::NaiveTime::MIN;
    let text = "week 1: Mon 7-3\nweek 2: Tue 7-3";
    let first_shift = |shifts: &Shifts| {
        let mut busy = shifts.busy(day(2).and_time(midnight), day(16).and_time(midnight));
        busy.next().unwrap().start.date()
    };
    let shifts = Shifts::read(text, today()).shifts;
    assert_eq!(first_shift(&shifts), day(2));
    // Thursday of the other week.
    assert_eq!(first_shift(&shifts.starting(day(12))), day(3));
}

#[test]
fn a_rota_without_end_is_bounded() {
    let lines = (0..4_990).map(|n| {
        let (hour, minute) = (n / 60 % 24, n % 60);
        let day = ["Mon", "Tue", "Wed", "Thu"][n / 1_440];
        format!(
            "{day} {hour:02}:{minute:02}-{hour:02}:{:02}\n",
            (minute + 5) % 60
        )
    });
    // Every line is of each of 52 weeks.
    let text: String = lines.chain(["week 52".to_owned()]).collect();
    let start = std::time::Instant::now();
    let reading = Shifts::read(&text, today());
    let took = start.elapsed();
    assert!(took < std::time::Duration::from_millis(500), "{took:?}");
    assert!(reading.shifts.pattern().0.len() <= 5_000);
    let last = reading
        .notes
        .iter()
        .rfind(|note| note.what == What::TooMuch);
    assert_eq!(last.map(|note| note.line), Some(4_991));
}

#[test]
fn there_are_shifts_until_the_end_of_time() {
    let shifts = Shifts::read("every day 9pm-7am", today()).shifts;
    let (first, last) = (chrono::NaiveDateTime::MIN, chrono::NaiveDateTime::MAX);
    assert_eq!(shifts.busy(first, first + Days::new(2)).count(), 2);
    assert_eq!(shifts.busy(last - Days::new(2), last).count(), 2);
    assert_eq!(shifts.busy(last, first).count(), 0);
}

#[test]
fn shifts_are_taken_from_a_calendar_file() {
    let event = |lines: &str| format!("BEGIN:VEVENT\r\n{lines}\r\nEND:VEVENT\r\n");
    let london = "TZID=Europe/London";
    let file = [
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n".to_owned(),
        event(&format!(
            "UID:a\r\nSUMMARY:Night\r\nDTSTART;{london}:20260324T220000\r\n\
             DTEND;{london}:20260325T080000\r\nRRULE:FREQ=WEEKLY\r\nEXDATE;{london}:20260331T220000"
        )),
        event("UID:b\r\nSUMMARY:Late\r\nDTSTART:20260401T130000Z\r\nDTEND:20260401T210000Z"),
        event("UID:c\r\nSUMMARY:Leave\r\nDTSTART;VALUE=DATE:20260402\r\nDTEND;VALUE=DATE:20260403"),
        event("UID:d\r\nSUMMARY:Off\r\nSTATUS:CANCELLED\r\nDTSTART:20260402T130000Z\r\nDTEND:20260402T210000Z"),
        event("UID:e\r\nSUMMARY:Floating\r\nDTSTART:20260403T070000\r\nDURATION:PT8H"),
        event(&format!(
            "UID:f\r\nSUMMARY:Before\r\nDTSTART;{london}:20260301T070000\r\nDTEND;{london}:20260301T150000"
        )),
        "END:VCALENDAR\r\n".to_owned(),
    ]
    .concat();
    let at = |text: &str| text.parse().expect("a time");
    let (from, to) = (at("2026-03-24T00:00:00"), at("2026-04-14T00:00:00"));
    let reading = Shifts::from_calendar(&file, &London, from, to);
    let shifts: Vec<_> = (reading.shifts.dates().iter())
        .map(|span| {
            format!(
                "{} {}",
                span.start.format("%-d %b %H:%M"),
                span.end.format("%H:%M")
            )
        })
        .collect();
    // Thirteen in UTC is two in the afternoon in April.
    let want = [
        "24 Mar 22:00 08:00",
        "1 Apr 14:00 22:00",
        "3 Apr 07:00 15:00",
        "7 Apr 22:00 08:00",
    ];
    assert_eq!(shifts, want);
    let notes: Vec<_> = (reading.notes.iter())
        .map(|note| (note.what.key(), note.text.as_str()))
        .collect();
    assert_eq!(notes, [("shifts-whole-day", "Leave")]);
    let nothing = Shifts::from_calendar("Mon 7-3", &London, from, to);
    assert!(nothing.shifts.is_empty());
    assert!(!nothing.notes.is_empty());
}

proptest! {
    #[test]
    fn no_text_makes_it_stop(text in any::<String>()) {
        read_and_walk(&text);
    }

    #[test]
    fn no_text_made_of_its_own_words_makes_it_stop(words in prop::collection::vec(words(), 0..24)) {
        read_and_walk(&words.concat());
    }
}

fn words() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        "Mon",
        "Tues",
        "sunday",
        "weekdays",
        "every day",
        "week",
        "wk",
        "day",
        "days",
        "off",
        "on",
        "w/c",
        "starting",
        "from",
        "to",
        "-",
        "–",
        ",",
        ":",
        "\n",
        " ",
        "am",
        "pm",
        "a.m.",
        "noon",
        "midnight",
        "March",
        "30 February",
        "29/2",
        "99/99/2026",
        "2026-02-30",
        "03/03/2026",
        "7",
        "24:00",
        "0700",
        "12",
        "3rd",
        "A",
        "4 on 4 off",
        "365",
        "not",
        "hrs",
        "night",
        "lates",
        "long day",
        "until",
        "and",
        "M-F",
        "7.5",
        ".",
        "/",
    ]);
    prop_oneof![
        8 => known.prop_map(|word| format!("{word} ")),
        1 => "[0-9]{1,9}",
        1 => any::<char>().prop_map(String::from),
    ]
}

fn read_and_walk(text: &str) {
    let reading = Shifts::read(text, today());
    let from = today().and_time(chrono::NaiveTime::MIN);
    let mut before = None;
    for span in reading.shifts.busy(from, from + Days::new(60)).take(1_000) {
        assert!(span.start < span.end);
        assert!(before <= Some(span));
        before = Some(span);
    }
    let _ = times(text);
}
