//! What an organiser's slips do: nothing that was typed is lost without a word, and no key pressed
//! by mistake cancels anything.
#![allow(clippy::unwrap_used, reason = "tests; what is not there fails them")]

mod support;

use serde_json::{Value, json};
use support::{
    Reply,
    gathering::{Gathering, form},
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

/// What stands in a field of a form.
fn value<'a>(page: &'a str, field: &str) -> &'a str {
    let (_, rest) = page.split_once(&format!("name=\"{field}\"")).unwrap();
    let (_, rest) = rest.split_once("value=\"").unwrap();
    rest.split('"').next().unwrap()
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
        let kept = self.send("new", &form(TITLE, when, "save")).await;
        let kept = self
            .confirmed("new", &form(TITLE, when, "save"), kept)
            .await;
        assert_eq!(kept.status, 303, "{}", kept.text());
        self.meeting().await["id"].as_str().unwrap().to_owned()
    }

    /// Dates that were shown are saved.
    async fn confirmed(&self, path: &str, fields: &[(&str, &str)], reply: Reply) -> Reply {
        if reply.status != 200 {
            return reply;
        }
        let text = reply.text();
        let mut fields = fields.to_vec();
        fields.push(("seen", value(&text, "seen")));
        self.send(path, &fields).await
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

#[tokio::test]
async fn what_would_not_come_back_is_refused_beside_its_field() {
    const YEAR: &str = "Write the year with all four figures";
    let way = Way::new().await;
    let long = "x".repeat(201);
    let longer = "y".repeat(1_001);
    let rows: [(&str, &str, &str, &str); 13] = [
        ("first", "0026-12-01", "first", YEAR),
        ("first", "3026-12-01", "first", YEAR),
        ("when", "1 December 3026 at 7pm", "when", YEAR),
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
    assert_eq!(way.meeting().await, before);
}
