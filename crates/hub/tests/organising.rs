//! An organiser's link by URL: forms, dates in words, single dates, and what nobody else may see.
#![allow(
    clippy::too_many_lines,
    clippy::unwrap_used,
    reason = "tests; tables, and whole ways"
)]

mod support;

use std::sync::Arc;

use serde_json::{Value, json};
use support::{
    Reply,
    gathering::{Gathering, form, ids, slug},
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

/// What stands in a field of a form.
fn value<'a>(page: &'a str, field: &str) -> &'a str {
    let (_, rest) = page.split_once(&format!("name=\"{field}\"")).unwrap();
    let (_, rest) = rest.split_once("value=\"").unwrap();
    rest.split('"').next().unwrap()
}

async fn whole_way(gathering: Gathering) {
    let home = gathering.organiser().await;
    let new = format!("{home}/new");
    let page = gathering.hub.get(&home, &[]).await;
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
    assert_eq!(gathering.hub.get(&new, &[]).await.status, 200);

    // The dates, before anything is kept.
    let rule = "first Tuesday of the month at 7.30pm";
    let shown = gathering
        .send(&new, &form("Branch meeting", rule, "dates"))
        .await;
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
    assert_eq!(value(&text, "title"), "Branch meeting");
    assert!(
        text.contains("value=\"family\" checked") && text.contains("value=\"joining\" checked"),
        "{text}"
    );
    assert!(
        text.contains("\nFirst line\nSecond &#60;b&#62;line&#60;/b&#62;</textarea>"),
        "{text}"
    );
    assert_eq!(ids(&gathering.feed().await), [""; 0]);

    // What is wrong stands beside its field and in a list; nothing typed is lost.
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
    let refused = gathering.send(&new, &wrong).await;
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
    assert_eq!(ids(&gathering.feed().await), [""; 0]);
    let rows = [
        ("", "Say when the meeting is."),
        ("every Tuesday", "Say at what time, too."),
        ("FREQ=SOMETIMES", "This rule could not be read at"),
    ];
    for (when, problem) in rows {
        let shown = gathering.send(&new, &form("X", when, "dates")).await;
        assert!(shown.text().contains(problem), "{when}: {}", shown.text());
    }

    // Kept: answered by another page, so that reloading keeps nothing twice.
    let kept = gathering
        .send(&new, &form("Branch meeting", rule, "save"))
        .await;
    assert_eq!(location(&kept), format!("{home}?lang=en&done=saved"));
    let after = gathering.hub.get(location(&kept), &[]).await.text();
    assert!(
        after.contains("Saved.") && after.contains(rule) && after.contains("Branch meeting"),
        "{after}"
    );
    let meeting = in_feed(&gathering, "Branch meeting").await;
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
    let told = gathering.hub.get(ask, &[]).await.json();
    assert_eq!(told["link"], "https://meet.example/new-secret-room");

    // Changed: the form has all that was typed.
    let edit = format!("{home}/edit/{id}");
    let text = gathering.hub.get(&edit, &[]).await.text();
    for (field, typed) in [
        ("title", "Branch meeting"),
        ("when", rule),
        ("first", "2026-03-03"),
        ("minutes", "60"),
        ("link", "https://meet.example/new-secret-room"),
        ("languages", "en, pl"),
        ("version", "1"),
    ] {
        assert_eq!(value(&text, field), typed, "{field}");
    }

    // Single dates: skipped, moved, cancelled, and back.
    let on = |date: &str, what: &str, more: &[(&str, &str)]| {
        let act = [("on", date), ("do", what)];
        let fields = act.iter().chain(more).copied();
        fields
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect::<Vec<_>>()
    };
    let (april, may, june) = (
        "2026-04-07T19:30:00",
        "2026-05-05T19:30:00",
        "2026-06-02T19:30:00",
    );
    let acts = [
        on(april, "skip", &[("version", "1")]),
        on(
            may,
            "move",
            &[
                ("version", "2"),
                ("day", "2026-05-06"),
                ("time", "20:00"),
                ("note", "Bank holiday"),
            ],
        ),
        on(
            june,
            "cancel",
            &[("version", "3"), ("note", "Room is gone")],
        ),
    ];
    for act in &acts {
        let act: Vec<(&str, &str)> = act
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        let done = gathering.send(&format!("{home}/date/{id}"), &act).await;
        assert_eq!(
            location(&done),
            format!("{home}/edit/{id}?lang=en&done=date#single")
        );
    }
    let meeting = in_feed(&gathering, "Branch meeting").await;
    assert_eq!(meeting["except"], json!(["2026-04-07T19:30"]));
    assert_eq!(
        meeting["changed"],
        json!([
            { "on": "2026-05-05T19:30", "start": "2026-05-06T20:00", "note": "Bank holiday" },
            { "on": "2026-06-02T19:30", "cancelled": true, "note": "Room is gone" },
        ])
    );
    let text = gathering.hub.get(&edit, &[]).await.text();
    for said in [
        "Tuesday 7 April 2026, 7.30pm to 8.30pm: left out",
        "Wednesday 6 May 2026, 8pm to 9pm (instead of Tuesday 5 May 2026, 7.30pm). Bank holiday",
        "Tuesday 2 June 2026, 7.30pm to 8.30pm: cancelled. Room is gone",
    ] {
        assert!(text.contains(said), "no {said} in {text}");
    }
    let public = gathering
        .hub
        .get(&format!("/m/fifteen/{id}"), &[])
        .await
        .text();
    assert!(
        !public.contains("7 April 2026") && public.contains("(instead of Tuesday 5 May 2026"),
        "{public}"
    );
    // Other words at the same times keep them.
    let mut again = form(
        "Branch meeting",
        "the 1st Tuesday of every month, 7:30 pm",
        "save",
    );
    again[0] = ("version", "4");
    location(&gathering.send(&edit, &again).await);
    assert_eq!(
        in_feed(&gathering, "Branch meeting").await["except"],
        json!(["2026-04-07T19:30"])
    );
    let undone = gathering
        .send(
            &format!("{home}/date/{id}"),
            &[("on", april), ("do", "undo"), ("version", "5")],
        )
        .await;
    location(&undone);
    assert_eq!(
        in_feed(&gathering, "Branch meeting").await["except"],
        json!(null)
    );
    // A move without a day is asked again.
    let refused = gathering
        .send(
            &format!("{home}/date/{id}"),
            &[
                ("on", april),
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
    let none = gathering
        .send(
            &format!("{home}/date/{id}"),
            &[
                ("on", "2026-04-08T19:30:00"),
                ("do", "skip"),
                ("version", "6"),
            ],
        )
        .await;
    assert_eq!(none.status, 404);

    // Somebody else was quicker: nothing typed is lost, and the other's is not overwritten unseen.
    let mut late = form("Branch meeting", rule, "save");
    late[1] = ("title", "Late title");
    late[0] = ("version", "2");
    let conflict = gathering.send(&edit, &late).await;
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

    // All of it: cancelled, back, cancelled, removed.
    let all = format!("{home}/all/{id}");
    location(
        &gathering
            .send(&all, &[("do", "cancel"), ("version", "6")])
            .await,
    );
    assert_eq!(
        in_feed(&gathering, "Branch meeting").await["status"],
        "cancelled"
    );
    location(
        &gathering
            .send(&all, &[("do", "revive"), ("version", "7")])
            .await,
    );
    assert_eq!(
        in_feed(&gathering, "Branch meeting").await["status"],
        json!(null)
    );
    let removed = gathering
        .send(&all, &[("do", "remove"), ("version", "8")])
        .await;
    assert!(location(&removed).ends_with("done=removed"));
    assert!(
        gathering
            .hub
            .get(&home, &[])
            .await
            .text()
            .contains("There are none yet.")
    );
    assert_eq!(
        in_feed(&gathering, "Branch meeting").await["status"],
        "cancelled"
    );
    let calendar = gathering.hub.get("/feeds/fifteen.ics", &[]).await.text();
    assert!(calendar.contains("STATUS:CANCELLED"), "{calendar}");
    assert_eq!(
        gathering
            .store
            .forget_gone(gathering.now() + 1)
            .await
            .unwrap(),
        1
    );

    // A link that is ended, one that is wrong, and one of another feed lead nowhere.
    desk::new_feed(
        &*gathering.store,
        &swansfeet_demands::text::Slug::new("other").unwrap(),
        "Other",
    )
    .await
    .unwrap();
    let elsewhere = home.replace("/fifteen/", "/other/");
    let wrong = format!("/organise/fifteen/{}", "a".repeat(22));
    desk::remove_organiser(&*gathering.store, &slug(), "ana")
        .await
        .unwrap();
    for path in [
        &home,
        &elsewhere,
        &wrong,
        &format!("{wrong}/new"),
        &"/organise/fifteen/x".to_owned(),
    ] {
        let page = gathering.hub.get(path, &[]).await;
        assert_eq!(page.status, 404, "{path}");
        assert!(
            page.text().contains("There is nothing here"),
            "{}",
            page.text()
        );
    }
    assert_eq!(
        gathering.send(&new, &form("X", rule, "save")).await.status,
        404
    );
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
    desk::take_in(&*gathering.store, &slug(), file.as_bytes(), gathering.now())
        .await
        .unwrap();
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
