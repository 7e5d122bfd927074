//! What an organiser's slips do: nothing that was typed is lost without a word, and no key pressed
//! by mistake cancels anything.
#![allow(clippy::unwrap_used, reason = "tests; what is not there fails them")]

#[path = "slips/dates.rs"]
mod dates;
mod support;

use serde_json::{Value, json};
use support::{
    Reply,
    gathering::{Gathering, form, value},
};

const TITLE: &str = "Branch meeting";
const TUESDAYS: &str = "every Tuesday at 7.30pm";

/// An organiser with a link.
struct Way {
    gathering: Gathering,
    home: String,
}

/// A form with other things typed in some fields.
fn with<'a>(
    mut form: Vec<(&'a str, &'a str)>,
    typed: &[(&'a str, &'a str)],
) -> Vec<(&'a str, &'a str)> {
    for (field, text) in typed {
        form.retain(|(known, _)| known != field);
        form.push((field, text));
    }
    form
}

impl Way {
    async fn new() -> Self {
        let gathering = Gathering::new().await;
        let home = gathering.organiser().await;
        Self { gathering, home }
    }

    async fn send(&self, path: &str, fields: &[(&str, &str)]) -> Reply {
        let path = format!("{}/{path}", self.home);
        self.gathering.send(&path, fields).await
    }

    /// A new meeting, kept; its id.
    async fn kept(&self, when: &str) -> String {
        let kept = self.send_seen("new", &form(TITLE, when, "save")).await;
        assert_eq!(kept.status, 303, "{}", kept.text());
        self.meeting().await["id"].as_str().unwrap().to_owned()
    }

    /// The same where its dates were looked at, if it asks for that.
    async fn send_seen(&self, path: &str, fields: &[(&str, &str)]) -> Reply {
        let path = format!("{}/{path}", self.home);
        self.gathering.send_seen(&path, fields).await
    }

    /// The only meeting of the feed.
    async fn meeting(&self) -> Value {
        self.gathering.feed().await["meetings"][0].clone()
    }

    async fn edit_page(&self, id: &str) -> String {
        let path = format!("{}/edit/{id}", self.home);
        self.gathering.hub.get(&path, &[]).await.text()
    }

    /// Something that is done to one date of it.
    async fn to_date(&self, id: &str, on: &str, what: &[(&str, &str)]) -> Reply {
        let page = self.edit_page(id).await;
        let mut fields = vec![("on", on), ("version", value(&page, "version"))];
        fields.extend(what);
        self.send(&format!("date/{id}"), &fields).await
    }
}

const FAR: &str = "1 December 3026 at 7pm";

#[tokio::test]
async fn a_rule_without_a_time_is_asked_for_one() {
    let way = Way::new().await;
    let fields = form(TITLE, "FREQ=WEEKLY;BYDAY=TU", "save");
    let refused = way.send("new", &fields).await;
    assert_eq!(refused.status, 422);
    let text = refused.text();
    assert!(text.contains("Say at what time, too."), "{text}");
}

#[tokio::test]
async fn what_would_not_come_back_is_refused_beside_its_field() {
    const YEAR: &str = "Write the year with all four figures";
    let way = Way::new().await;
    let long = "x".repeat(201);
    let longer = "y".repeat(1_001);
    let rows: [(&str, &str, &str, &str); 13] = [
        ("first", "0026-12-01", "first", YEAR),
        ("first", "3026-12-01", "first", YEAR),
        ("when", FAR, "when", "We did not understand “3026”."),
        ("link", "ana@marsh.example", "link", "This is no link."),
        (
            "link",
            "mailto:ana@marsh.example",
            "link",
            "This is no link.",
        ),
        (
            "link",
            "https://user:pw@meet.example/",
            "link",
            "This is no link.",
        ),
        (
            "link",
            "https://ana@meet.example/",
            "link",
            "This is no link.",
        ),
        (
            "page",
            "https://u:p@marsh.example/",
            "page",
            "This is no link.",
        ),
        ("phone", "12", "phone", "This is no telephone number."),
        ("title", &long, "title", "This is too long."),
        ("venue", &long, "venue", "This is too long."),
        ("note", &longer, "note", "This is too long."),
        (
            "title",
            "\u{200b}\u{200b}",
            "title",
            "Give the meeting a name.",
        ),
    ];
    for (field, typed, beside, problem) in rows {
        let fields = with(form(TITLE, TUESDAYS, "save"), &[(field, typed)]);
        let refused = way.send("new", &fields).await;
        let text = refused.text();
        assert_eq!(refused.status, 422, "{field} {typed}: {text}");
        let said = format!("id=\"{beside}-error\">{problem}");
        assert!(
            text.contains(&said),
            "{field} {typed}: no {problem} in {text}"
        );
        assert_eq!(way.meeting().await, json!(null), "{field} {typed}");
    }
}

#[tokio::test]
async fn a_year_of_two_figures_destroys_no_meeting() {
    let way = Way::new().await;
    let id = way.kept(TUESDAYS).await;
    let before = way.meeting().await;
    let slip = [("first", "0026-12-01"), ("version", "1")];
    for what in ["dates", "save"] {
        let fields = with(form(TITLE, TUESDAYS, what), &slip);
        let refused = way.send(&format!("edit/{id}"), &fields).await;
        assert!(refused.text().contains("all four figures"), "{what}");
    }
    let moved = [("do", "move"), ("day", "0026-03-11"), ("time", "19:00")];
    let refused = way.to_date(&id, "2026-03-10T19:30:00", &moved).await;
    assert_eq!(refused.status, 422, "{}", refused.text());
    assert_eq!(way.meeting().await, before);
}

#[tokio::test]
async fn enter_in_the_fields_of_a_move_moves() {
    let way = Way::new().await;
    let id = way.kept(TUESDAYS).await;
    let page = way.edit_page(&id).await;
    let mut forms: Vec<&str> = page.split("<form").collect();
    forms.retain(|form| form.contains("name=\"day\""));
    assert!(!forms.is_empty(), "{page}");
    for form in forms {
        let (form, _) = form.split_once("</form>").unwrap();
        // A browser presses the first button of the form when Enter is pressed in one of its fields.
        let (_, first) = form
            .split_once("type=\"submit\" name=\"do\" value=\"")
            .unwrap();
        assert!(first.starts_with("move\""), "{form}");
    }
}

#[tokio::test]
async fn what_nobody_knows_how_to_do_is_not_done() {
    let way = Way::new().await;
    let id = way.kept(TUESDAYS).await;
    let before = way.meeting().await;
    for what in ["bogus", ""] {
        let done = [("do", what)];
        let refused = way.to_date(&id, "2026-03-10T19:30:00", &done).await;
        assert_eq!(refused.status, 404, "{what}: {}", refused.text());
        let all = [("do", what), ("version", "1")];
        let refused = way.send(&format!("all/{id}"), &all).await;
        assert_eq!(refused.status, 404, "{what}: {}", refused.text());
    }
    // A date at the beginning of time is none of the meeting's.
    let cancel = [("do", "cancel")];
    for when in ["-262143-01-01T00:00:00", "+262142-12-31T23:59:59"] {
        let refused = way.to_date(&id, when, &cancel).await;
        assert_ne!(refused.status, 500, "{when}: {}", refused.text());
    }
    assert_eq!(way.meeting().await, before);
}

/// One date called off, one left out, two moved.
async fn with_changes(way: &Way, when: &str) -> String {
    let id = way.kept(when).await;
    let acts: [(&str, &[(&str, &str)]); 4] = [
        (
            "2026-03-10T19:30:00",
            &[("do", "cancel"), ("note", "Room is gone")],
        ),
        ("2026-03-17T19:30:00", &[("do", "skip")]),
        (
            "2026-04-07T19:30:00",
            &[("do", "move"), ("day", "2026-04-08"), ("time", "18:00")],
        ),
        (
            "2026-04-14T19:30:00",
            &[("do", "move"), ("day", "2026-04-16"), ("time", "19:30")],
        ),
    ];
    for (on, what) in acts {
        let done = way.to_date(&id, on, what).await;
        assert_eq!(done.status, 303, "{}", done.text());
    }
    id
}

#[tokio::test]
async fn another_time_of_day_keeps_what_was_done_to_single_dates() {
    let way = Way::new().await;
    let id = with_changes(&way, TUESDAYS).await;
    let path = format!("edit/{id}");
    let fields = with(
        form(TITLE, "every Tuesday at 8pm", "save"),
        &[("version", "5")],
    );
    let shown = way.send(&path, &fields).await;
    assert!(
        !shown.text().contains("17 March 2026, 8pm"),
        "{}",
        shown.text()
    );
    let kept = way.send_seen(&path, &fields).await;
    assert_eq!(kept.status, 303, "{}", kept.text());
    let meeting = way.meeting().await;
    assert_eq!(meeting["start"], "2026-03-03T20:00");
    assert_eq!(meeting["except"], json!(["2026-03-17T20:00"]));
    assert_eq!(
        meeting["changed"],
        json!([
            { "on": "2026-03-10T20:00", "cancelled": true, "note": "Room is gone" },
            // To a time of its own, which stays.
            { "on": "2026-04-07T20:00", "start": "2026-04-08T18:00" },
            // To another day at the time of all.
            { "on": "2026-04-14T20:00", "start": "2026-04-16T20:00" },
        ])
    );
}

#[tokio::test]
async fn what_other_words_undo_is_said_before_it_is() {
    let way = Way::new().await;
    let id = with_changes(&way, TUESDAYS).await;
    let before = way.meeting().await;
    let path = format!("edit/{id}");
    let fields = with(
        form(TITLE, "every Wednesday at 7.30pm", "save"),
        &[("version", "5")],
    );
    let shown = way.send(&path, &fields).await;
    assert_eq!(shown.status, 200);
    let text = shown.text();
    for date in [
        "<li>Tuesday 10 March 2026, 7.30pm to 8.30pm: cancelled. Room is gone</li>",
        "<li>Tuesday 17 March 2026, 7.30pm to 8.30pm: left out</li>",
        "(instead of Tuesday 7 April 2026, 7.30pm)</li>",
        "(instead of Tuesday 14 April 2026, 7.30pm)</li>",
    ] {
        assert!(text.contains(date), "no {date} in {text}");
    }
    assert_eq!(way.meeting().await, before, "nothing is kept yet");
    let kept = way.send_seen(&path, &fields).await;
    assert_eq!(kept.status, 303, "{}", kept.text());
    let after = way.meeting().await;
    assert_eq!(
        (&after["except"], &after["changed"]),
        (&json!(null), &json!(null))
    );
}

#[tokio::test]
async fn a_day_that_is_taken_out_of_the_words_comes_back() {
    let way = Way::new().await;
    let id = way.kept("every Tuesday at 7.30pm except 17 March").await;
    let skipped = way
        .to_date(&id, "2026-03-24T19:30:00", &[("do", "skip")])
        .await;
    assert_eq!(skipped.status, 303);
    let except = json!(["2026-03-17T19:30", "2026-03-24T19:30"]);
    assert_eq!(way.meeting().await["except"], except);
    let path = format!("edit/{id}");
    let fields = with(form(TITLE, TUESDAYS, "save"), &[("version", "2")]);
    let shown = way.send(&path, &fields).await;
    assert!(
        shown.text().contains("<li>Tuesday 17 March 2026"),
        "{}",
        shown.text()
    );
    let kept = way.send_seen(&path, &fields).await;
    assert_eq!(kept.status, 303, "{}", kept.text());
    // What was left out by hand stays so.
    assert_eq!(way.meeting().await["except"], json!(["2026-03-24T19:30"]));
}

#[tokio::test]
async fn a_date_goes_to_no_day_that_is_over_and_can_always_come_back() {
    let way = Way::new().await;
    let id = way.kept(TUESDAYS).await;
    for (day, time) in [("2025-03-11", "19:00"), ("2026-03-02", "11:59")] {
        let moved = [
            ("do", "move"),
            ("day", day),
            ("time", time),
            ("note", "kept"),
        ];
        let refused = way.to_date(&id, "2026-03-10T19:30:00", &moved).await;
        let text = refused.text();
        assert_eq!(refused.status, 422, "{day}: {text}");
        assert!(
            text.contains("This time is over.") && text.contains("value=\"kept\""),
            "{day}: {text}"
        );
    }
    // A file may have such a move all the same, and a change far off.
    let file = "[[meetings]]\nid = \"own\"\ntitle = \"Own\"\nstart = \"2026-03-03T19:30\"\n\
        rule = \"FREQ=WEEKLY\"\nhow = \"online\"\n\
        changed = [{ on = \"2026-03-10T19:30\", start = \"2025-03-11T19:30\" },\n\
        { on = \"2026-12-29T19:30\", cancelled = true, note = \"Far off\" }]\n";
    way.gathering.take_in(file).await;
    let page = way.edit_page("own").await;
    for said in [
        "Tuesday 11 March 2025, 7.30pm (instead of Tuesday 10 March 2026, 7.30pm)",
        "Tuesday 29 December 2026, 7.30pm: cancelled. Far off",
    ] {
        assert!(page.contains(said), "no {said} in {page}");
    }
    for on in ["2026-03-10T19:30:00", "2026-12-29T19:30:00"] {
        let undone = way.to_date("own", on, &[("do", "undo")]).await;
        assert_eq!(undone.status, 303, "{on}: {}", undone.text());
    }
    let page = way.edit_page("own").await;
    assert!(
        page.contains("<strong>Tuesday 10 March 2026, 7.30pm</strong>"),
        "{page}"
    );
}

#[tokio::test]
async fn what_was_typed_for_a_date_outlives_the_change_of_another() {
    let way = Way::new().await;
    let id = way.kept(TUESDAYS).await;
    let first = way
        .to_date(&id, "2026-03-17T19:30:00", &[("do", "skip")])
        .await;
    assert_eq!(first.status, 303);
    let late = [
        ("on", "2026-03-10T19:30:00"),
        ("version", "1"),
        ("do", "cancel"),
        ("note", "The boiler is broken"),
    ];
    let path = format!("date/{id}");
    let conflict = way.send(&path, &late).await;
    let text = conflict.text();
    assert_eq!(conflict.status, 409, "{text}");
    assert!(
        text.contains("Somebody else has changed this meeting")
            && text.contains("value=\"The boiler is broken\""),
        "{text}"
    );
    // The same again is about the newest version.
    let mut again = late.to_vec();
    again[1] = ("version", value(&text, "version"));
    assert_eq!(way.send(&path, &again).await.status, 303);
}

#[tokio::test]
async fn new_dates_are_looked_at_before_they_are_saved() {
    let way = Way::new().await;
    let fields = form(TITLE, TUESDAYS, "save");
    let shown = way.send("new", &fields).await;
    assert_eq!(shown.status, 200);
    let text = shown.text();
    for said in [
        "<li>Tuesday 3 March 2026, 7.30pm",
        "<li>Tuesday 7 April 2026",
        "Save these dates",
    ] {
        assert!(text.contains(said), "no {said} in {text}");
    }
    assert_eq!(way.meeting().await, json!(null), "nothing is kept yet");
    // Other words than those that were shown are shown first.
    let seen = value(&text, "seen").to_owned();
    let mut other = form(TITLE, "every Friday at 7pm", "save");
    other.push(("seen", &seen));
    let other = way.send("new", &other).await;
    assert!(
        other.text().contains("<li>Friday 6 March 2026, 7pm"),
        "{}",
        other.text()
    );
    let kept = way.send_seen("new", &fields).await;
    assert_eq!(kept.status, 303, "{}", kept.text());
    let id = way.meeting().await["id"].as_str().unwrap().to_owned();
    // "Show dates" shows them too.
    let first_of_month = "first Tuesday of the month at 7.30pm";
    let fields = with(form(TITLE, first_of_month, "dates"), &[("version", "1")]);
    let path = format!("edit/{id}");
    let shown = way.send(&path, &fields).await;
    let text = shown.text();
    let fields = with(fields, &[("do", "save"), ("seen", value(&text, "seen"))]);
    assert_eq!(way.send(&path, &fields).await.status, 303);
    // What is no matter of dates is saved at once.
    let fields = with(
        form("Another name", first_of_month, "save"),
        &[("version", "2"), ("first", "2026-03-03")],
    );
    assert_eq!(way.send(&path, &fields).await.status, 303);
    assert_eq!(way.meeting().await["title"], "Another name");
}
