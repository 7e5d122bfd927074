//! An organiser's link by URL: forms, dates in words, single dates, and what nobody else may see.
#![allow(clippy::unwrap_used, reason = "tests; what is not there fails them")]

mod support;

use std::sync::Arc;

use serde_json::{Value, json};
use support::{
    Reply,
    gathering::{Gathering, form, ids, slug, value},
    postgres::Cluster,
};
use swansfeet_hub::{
    meetings::desk,
    store::{Database, open},
};

fn location(reply: &Reply) -> &str {
    assert_eq!(reply.status, 303, "{}", reply.text());
    reply.header("location").unwrap()
}

/// The meeting of that title in the public feed.
async fn in_feed(gathering: &Gathering, title: &str) -> Value {
    let feed = gathering.feed().await;
    let mut meetings = feed["meetings"].as_array().unwrap().iter();
    meetings
        .find(|meeting| meeting["title"] == title)
        .cloned()
        .unwrap_or_default()
}

/// An organiser with a link.
struct Way {
    gathering: Gathering,
    home: String,
}

const TITLE: &str = "Branch meeting";
const RULE: &str = "first Tuesday of the month at 7.30pm";
const APRIL: &str = "2026-04-07T19:30:00";

impl Way {
    async fn page(&self, path: &str) -> Reply {
        self.gathering.hub.get(path, &[]).await
    }

    /// A new meeting's form, filled in.
    async fn add(&self, fields: &[(&str, &str)]) -> Reply {
        let path = format!("{}/new", self.home);
        self.gathering.send(&path, fields).await
    }

    /// What is done to a meeting: `edit`, `date` or `all`.
    async fn to(&self, what: &str, id: &str, fields: &[(&str, &str)]) -> Reply {
        let path = format!("{}/{what}/{id}", self.home);
        self.gathering.send(&path, fields).await
    }

    async fn edit_page(&self, id: &str) -> String {
        self.page(&format!("{}/edit/{id}", self.home)).await.text()
    }

    async fn in_feed(&self) -> Value {
        in_feed(&self.gathering, TITLE).await
    }
}

async fn whole_way(gathering: Gathering) {
    let home = gathering.organiser().await;
    let way = &Way { gathering, home };
    the_first_page_is_empty_and_private(way).await;
    dates_are_shown_before_anything_is_kept(way).await;
    what_is_wrong_stands_beside_its_field(way).await;
    dates_that_cannot_be_read_say_why(way).await;
    let id = &what_is_kept_is_in_the_feed(way).await;
    the_form_has_all_that_was_typed(way, id).await;
    single_dates_are_left_out_moved_and_cancelled(way, id).await;
    other_words_at_the_same_times_keep_them(way, id).await;
    what_cannot_be_done_to_a_date_is_said(way, id).await;
    whoever_was_later_overwrites_nothing(way, id).await;
    all_of_it_is_cancelled_comes_back_and_goes(way, id).await;
    a_link_that_is_not_ours_leads_nowhere(way).await;
}

async fn the_first_page_is_empty_and_private(way: &Way) {
    let page = way.page(&way.home).await;
    assert_eq!(page.status, 200);
    assert!(
        page.text().contains("There are none yet."),
        "{}",
        page.text()
    );
    assert_eq!(page.header("cache-control"), Some("no-store"));
    assert_eq!(page.header("referrer-policy"), Some("no-referrer"));
    assert_eq!(page.header("x-robots-tag"), Some("noindex"));
    assert!(!page.text().contains("<script"), "works without script");
    assert_eq!(way.page(&format!("{}/new", way.home)).await.status, 200);
}

async fn dates_are_shown_before_anything_is_kept(way: &Way) {
    let shown = way.add(&form(TITLE, RULE, "dates")).await;
    assert_eq!(shown.status, 200);
    let text = shown.text();
    for date in [
        "<li>Tuesday 3 March 2026, 7.30pm to 8.30pm</li>",
        "<li>Tuesday 7 April 2026, 7.30pm to 8.30pm</li>",
        "<li>Tuesday 4 August 2026, 7.30pm to 8.30pm</li>",
    ] {
        assert!(text.contains(date), "no {date} in {text}");
    }
    assert!(!text.contains("September"), "six, and no more: {text}");
    assert_eq!(value(&text, "title"), TITLE);
    assert!(
        text.contains("value=\"family\" checked") && text.contains("value=\"joining\" checked"),
        "{text}"
    );
    assert!(
        text.contains("\nFirst line\nSecond &#60;b&#62;line&#60;/b&#62;</textarea>"),
        "{text}"
    );
    assert_eq!(ids(&way.gathering.feed().await), [""; 0]);
}

/// And in a list; nothing typed is lost.
async fn what_is_wrong_stands_beside_its_field(way: &Way) {
    let mut wrong = form("", "every blue moon", "save");
    for (name, typed) in [
        ("minutes", "an hour"),
        ("zone", "Europe/Atlantis"),
        ("link", "http://plain.example"),
        ("postcode", "nowhere"),
        ("languages", "english!"),
    ] {
        wrong.retain(|(known, _)| *known != name);
        wrong.push((name, typed));
    }
    let refused = way.add(&wrong).await;
    assert_eq!(refused.status, 422);
    let text = refused.text();
    assert!(
        text.contains("<title>Error:") && text.contains("role=\"alert\""),
        "{text}"
    );
    for (field, typed, problem) in [
        ("title", "", "Give the meeting a name."),
        (
            "when",
            "every blue moon",
            "We did not understand “blue”. Write it like this:",
        ),
        ("minutes", "an hour", "Write the length in minutes"),
        ("zone", "Europe/Atlantis", "There is no clock of that name."),
        ("link", "http://plain.example", "This is no link."),
        ("postcode", "nowhere", "This is no postcode."),
        (
            "languages",
            "english!",
            "Write languages with two letters each",
        ),
    ] {
        assert_eq!(value(&text, field), typed, "{field}");
        assert!(
            text.contains(&format!("<li><a href=\"#{field}\">{problem}")),
            "{field}: {text}"
        );
        assert!(
            text.contains(&format!("id=\"{field}-error\">{problem}")),
            "{field}: {text}"
        );
    }
    assert_eq!(ids(&way.gathering.feed().await), [""; 0]);
}

async fn dates_that_cannot_be_read_say_why(way: &Way) {
    let rows = [
        ("", "Say when the meeting is."),
        ("every Tuesday", "Say at what time, too."),
        ("FREQ=SOMETIMES", "This rule could not be read at"),
    ];
    for (when, problem) in rows {
        let shown = way.add(&form("X", when, "dates")).await;
        assert!(shown.text().contains(problem), "{when}: {}", shown.text());
    }
}

/// Answered by another page, so that reloading keeps nothing twice. The meeting's id.
async fn what_is_kept_is_in_the_feed(way: &Way) -> String {
    let path = format!("{}/new", way.home);
    let form = form(TITLE, RULE, "save");
    let kept = way.gathering.send_seen(&path, &form).await;
    assert_eq!(location(&kept), format!("{}?lang=en&done=saved", way.home));
    let after = way.page(location(&kept)).await.text();
    assert!(
        after.contains("Saved.") && after.contains(RULE) && after.contains(TITLE),
        "{after}"
    );
    let meeting = way.in_feed().await;
    let id = meeting["id"].as_str().unwrap().to_owned();
    assert!(id.starts_with("branch-meeting-"), "{id}");
    assert_eq!(meeting["rule"], "FREQ=MONTHLY;BYDAY=1TU");
    assert_eq!(
        (&meeting["start"], &meeting["minutes"]),
        (&json!("2026-03-03T19:30"), &json!(60))
    );
    assert_eq!(
        (&meeting["roles"], &meeting["languages"]),
        (&json!(["home-care", "family"]), &json!(["en", "pl"]))
    );
    assert!(!meeting.to_string().contains("secret"), "{meeting}");
    let ask = meeting["join"]["ask"].as_str().unwrap();
    let told = way.page(ask).await.json();
    assert_eq!(told["link"], "https://meet.example/new-secret-room");
    id
}

async fn the_form_has_all_that_was_typed(way: &Way, id: &str) {
    let text = way.edit_page(id).await;
    for (field, typed) in [
        ("title", TITLE),
        ("when", RULE),
        ("first", "2026-03-03"),
        ("minutes", "60"),
        ("link", "https://meet.example/new-secret-room"),
        ("languages", "en, pl"),
        ("version", "1"),
    ] {
        assert_eq!(value(&text, field), typed, "{field}");
    }
}

async fn single_dates_are_left_out_moved_and_cancelled(way: &Way, id: &str) {
    let acts: [&[(&str, &str)]; 3] = [
        &[("on", APRIL), ("do", "skip"), ("version", "1")],
        &[
            ("on", "2026-05-05T19:30:00"),
            ("do", "move"),
            ("version", "2"),
            ("day", "2026-05-06"),
            ("time", "20:00"),
            ("note", "Bank holiday"),
        ],
        &[
            ("on", "2026-06-02T19:30:00"),
            ("do", "cancel"),
            ("version", "3"),
            ("note", "Room is gone"),
        ],
    ];
    for act in acts {
        let done = way.to("date", id, act).await;
        assert_eq!(
            location(&done),
            format!("{}/edit/{id}?lang=en&done=date#single", way.home)
        );
    }
    let meeting = way.in_feed().await;
    assert_eq!(meeting["except"], json!(["2026-04-07T19:30"]));
    assert_eq!(
        meeting["changed"],
        json!([
            { "on": "2026-05-05T19:30", "start": "2026-05-06T20:00", "note": "Bank holiday" },
            { "on": "2026-06-02T19:30", "cancelled": true, "note": "Room is gone" },
        ])
    );
    let text = way.edit_page(id).await;
    for said in [
        "Tuesday 7 April 2026, 7.30pm to 8.30pm: left out",
        "Wednesday 6 May 2026, 8pm to 9pm (instead of Tuesday 5 May 2026, 7.30pm). Bank holiday",
        "Tuesday 2 June 2026, 7.30pm to 8.30pm: cancelled. Room is gone",
    ] {
        assert!(text.contains(said), "no {said} in {text}");
    }
    let public = way.page(&format!("/m/fifteen/{id}")).await.text();
    assert!(
        !public.contains("7 April 2026") && public.contains("(instead of Tuesday 5 May 2026"),
        "{public}"
    );
}

async fn other_words_at_the_same_times_keep_them(way: &Way, id: &str) {
    let mut again = form(TITLE, "the 1st Tuesday of every month, 7:30 pm", "save");
    again[0] = ("version", "4");
    location(&way.to("edit", id, &again).await);
    assert_eq!(way.in_feed().await["except"], json!(["2026-04-07T19:30"]));
    let undone = way
        .to(
            "date",
            id,
            &[("on", APRIL), ("do", "undo"), ("version", "5")],
        )
        .await;
    location(&undone);
    assert_eq!(way.in_feed().await["except"], json!(null));
}

async fn what_cannot_be_done_to_a_date_is_said(way: &Way, id: &str) {
    // A move without a day is asked again.
    let refused = way
        .to(
            "date",
            id,
            &[
                ("on", APRIL),
                ("do", "move"),
                ("version", "6"),
                ("day", ""),
                ("time", "20:15"),
                ("note", "typed"),
            ],
        )
        .await;
    assert_eq!(refused.status, 422);
    let text = refused.text();
    assert!(
        text.contains("Give the new day and the new time.")
            && text.contains("value=\"20:15\"")
            && text.contains("value=\"typed\""),
        "{text}"
    );
    // No such date.
    let none = way
        .to(
            "date",
            id,
            &[
                ("on", "2026-04-08T19:30:00"),
                ("do", "skip"),
                ("version", "6"),
            ],
        )
        .await;
    assert_eq!(none.status, 404);
}

/// Nothing typed is lost either.
async fn whoever_was_later_overwrites_nothing(way: &Way, id: &str) {
    let mut late = form(TITLE, RULE, "save");
    late[1] = ("title", "Late title");
    late[0] = ("version", "2");
    let conflict = way.to("edit", id, &late).await;
    assert_eq!(conflict.status, 409);
    let text = conflict.text();
    assert_eq!(
        (value(&text, "title"), value(&text, "version")),
        ("Late title", "6")
    );
    assert!(
        text.contains("Somebody else has changed this meeting"),
        "{text}"
    );
}

async fn all_of_it_is_cancelled_comes_back_and_goes(way: &Way, id: &str) {
    location(
        &way.to("all", id, &[("do", "cancel"), ("version", "6")])
            .await,
    );
    assert_eq!(way.in_feed().await["status"], "cancelled");
    location(
        &way.to("all", id, &[("do", "revive"), ("version", "7")])
            .await,
    );
    assert_eq!(way.in_feed().await["status"], json!(null));
    let removed = way
        .to("all", id, &[("do", "remove"), ("version", "8")])
        .await;
    assert!(location(&removed).ends_with("done=removed"));
    assert!(
        way.page(&way.home)
            .await
            .text()
            .contains("There are none yet.")
    );
    assert_eq!(way.in_feed().await["status"], "cancelled");
    let calendar = way.page("/feeds/fifteen.ics").await.text();
    assert!(calendar.contains("STATUS:CANCELLED"), "{calendar}");
    assert_eq!(
        way.gathering
            .store
            .forget_gone(way.gathering.now() + 1)
            .await
            .unwrap(),
        1
    );
}

/// One that is ended, one that is wrong, one of another feed.
async fn a_link_that_is_not_ours_leads_nowhere(way: &Way) {
    desk::new_feed(
        &*way.gathering.store,
        &swansfeet_demands::text::Slug::new("other").unwrap(),
        "Other",
    )
    .await
    .unwrap();
    let elsewhere = way.home.replace("/fifteen/", "/other/");
    let wrong = format!("/organise/fifteen/{}", "a".repeat(22));
    desk::remove_organiser(&*way.gathering.store, &slug(), "ana")
        .await
        .unwrap();
    for path in [
        &way.home,
        &elsewhere,
        &wrong,
        &format!("{wrong}/new"),
        &"/organise/fifteen/x".to_owned(),
    ] {
        let page = way.page(path).await;
        assert_eq!(page.status, 404, "{path}");
        assert!(
            page.text().contains("There is nothing here"),
            "{}",
            page.text()
        );
    }
    assert_eq!(way.add(&form("X", RULE, "save")).await.status, 404);
}

#[tokio::test]
async fn an_organiser_adds_changes_and_cancels_over_sqlite() {
    whole_way(Gathering::new().await).await;
}

#[tokio::test]
async fn an_organiser_adds_changes_and_cancels_over_postgresql() {
    let Some(cluster) = Cluster::start() else {
        println!("no PostgreSQL here (apt-get install postgresql): skipped");
        return;
    };
    let folder = support::built();
    let database = Database::Postgres(cluster.database().await);
    let store = open(&database, folder.path()).await.unwrap();
    let gathering = Gathering::over(folder, Arc::new(store)).await;
    whole_way(gathering).await;
}

#[tokio::test]
async fn a_meeting_from_a_file_is_edited_without_losing_its_rule() {
    let gathering = Gathering::new().await;
    let file = "[[meetings]]\nid = \"own\"\ntitle = \"Own\"\nstart = \"2026-03-03T19:30\"\nminutes = 45\n\
        rule = [\"FREQ=WEEKLY;BYDAY=TU\", \"FREQ=MONTHLY;BYMONTHDAY=1\"]\nhow = \"online\"\n";
    gathering.take_in(file).await;
    let home = gathering.organiser().await;
    let edit = format!("{home}/edit/own");
    let text = gathering.hub.get(&edit, &[]).await.text();
    assert_eq!(
        (value(&text, "when"), value(&text, "first")),
        ("", "2026-03-03")
    );
    let mut fields = form("New title", "", "save");
    fields[0] = ("version", "1");
    fields.retain(|(name, _)| *name != "first");
    fields.push(("first", "2026-03-03"));
    location(&gathering.send(&edit, &fields).await);
    let meeting = in_feed(&gathering, "New title").await;
    assert_eq!(
        meeting["rule"],
        json!(["FREQ=WEEKLY;BYDAY=TU", "FREQ=MONTHLY;BYMONTHDAY=1"])
    );
    // Welsh, and back to the list in Welsh.
    let page = gathering
        .hub
        .get(&format!("{edit}?lang=cy"), &[])
        .await
        .text();
    assert!(
        page.contains("Newid cyfarfod") && page.contains("Dydd Mawrth 3 Mawrth 2026, 19:30"),
        "{page}"
    );
}
