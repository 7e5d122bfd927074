//! Lists that change in ways that nobody meant: ids that two of them have, lists that come empty,
//! entries that break, a file that is taken in again. No calendar is told what is not so.
#![allow(clippy::unwrap_used, reason = "tests; what is not there fails them")]

mod support;

use std::collections::BTreeMap;

use serde_json::{Value, json};
use support::{
    feed::{FeedServer, Manner},
    gathering::{Gathering, PATIENCE, form, good, has, slug},
};
use swansfeet_hub::{
    meetings::{Fetcher, Said, desk, import},
    store::meetings::MeetingRow,
};

const HOURS: i64 = 3_600;
const DAY: i64 = 24 * HOURS;

/// A list of weekly meetings by their ids; the title says whose it is.
fn list(whose: &str, ids: &[&str]) -> Value {
    let meetings = ids.iter().map(|id| {
        json!({ "id": id, "title": format!("{whose} {id}"), "start": "2026-03-03T19:30",
                "rule": "FREQ=WEEKLY", "how": "online" })
    });
    json!({ "swansfeet": "meetings/1", "meetings": meetings.collect::<Vec<_>>() })
}

/// Title and whether it takes place, by the id that is handed out.
async fn handed_out(gathering: &Gathering) -> BTreeMap<String, (String, bool)> {
    let feed = gathering.feed().await;
    let meetings = feed["meetings"].as_array().unwrap();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    meetings
        .iter()
        .map(|meeting| {
            let on = meeting["status"] != "cancelled";
            (text(&meeting["id"]), (text(&meeting["title"]), on))
        })
        .collect()
}

/// By title, which id is handed out.
async fn ids_by_title(gathering: &Gathering) -> BTreeMap<String, String> {
    let all = handed_out(gathering).await.into_iter();
    all.map(|(id, (title, _))| (title, id)).collect()
}

async fn add_source(gathering: &Gathering, url: &str) {
    let slug = slug();
    let added = desk::add_source(&*gathering.store, &slug, url, "", 30);
    added.await.unwrap();
}

/// All sources, asked now.
async fn fetched(gathering: &Gathering) {
    let fetcher = Fetcher::new(true, PATIENCE);
    let (store, now) = (&*gathering.store, gathering.now());
    let reports = import(store, &fetcher, "fifteen", now, 0).await.unwrap();
    for report in &reports {
        assert!(!matches!(report.said, Said::Failed { .. }), "{report:?}");
    }
    gathering.hub.hub.as_ref().unwrap().refresh().await.unwrap();
}

/// Two sources, in the order of their addresses.
async fn two_servers(gathering: &Gathering) -> (String, FeedServer, String) {
    let other = FeedServer::start(Manner::Silent).await;
    let mut urls = [gathering.server.url(), other.url()];
    urls.sort();
    let [first, last] = urls;
    (first, other, last)
}

#[tokio::test]
async fn an_id_stays_with_the_meeting_that_had_it_first() {
    let gathering = Gathering::new().await;
    let (first, other, last) = two_servers(&gathering).await;
    let of = |url: &str| match url == other.url() {
        true => &other,
        false => &gathering.server,
    };
    of(&last).now(has(&list("York", &["1", "2"])));
    of(&first).now(has(&list("Leeds", &["1"])));
    add_source(&gathering, &last).await;
    fetched(&gathering).await;
    let alone = ids_by_title(&gathering).await;
    assert_eq!(alone["York 1"], "1");
    // Another one comes, whose address comes before it.
    add_source(&gathering, &first).await;
    fetched(&gathering).await;
    let both = ids_by_title(&gathering).await;
    assert_eq!(
        (&both["York 1"], &both["York 2"]),
        (&"1".to_owned(), &"2".to_owned())
    );
    let leeds = both["Leeds 1"].clone();
    assert!(leeds.starts_with("1~"), "{leeds}");
    // An own meeting, too, leaves others what is theirs.
    let file = "[[meetings]]\nid = \"2\"\ntitle = \"Own 2\"\nstart = \"2026-03-03T19:30\"\n";
    gathering.take_in(file).await;
    fetched(&gathering).await;
    let all = ids_by_title(&gathering).await;
    assert_eq!(all["York 2"], "2");
    assert!(all["Own 2"].starts_with("2~"), "{all:?}");
    // What goes is told by the id that it was known by, and nobody takes that over.
    of(&last).now(has(&list("York", &["2"])));
    fetched(&gathering).await;
    let told = handed_out(&gathering).await;
    assert_eq!(told["1"], ("York 1".to_owned(), false));
    assert_eq!(told[&leeds], ("Leeds 1".to_owned(), true));
    desk::remove_source(&*gathering.store, &slug(), &last)
        .await
        .unwrap();
    fetched(&gathering).await;
    let after = ids_by_title(&gathering).await;
    assert_eq!(after["Leeds 1"], leeds);
    // Held for a while after it was last there.
    let kept = gathering.store.public_ids("fifteen").await.unwrap();
    let york = kept.iter().find(|row| row.public == "1").unwrap();
    assert_eq!(york.gone, Some(gathering.now()));
    gathering
        .store
        .forget_gone(gathering.now() + 1)
        .await
        .unwrap();
    let kept = gathering.store.public_ids("fifteen").await.unwrap();
    assert!(kept.iter().all(|row| row.public != "1"), "{kept:?}");
}

#[tokio::test]
async fn ids_that_an_earlier_version_handed_out_stay() {
    let gathering = Gathering::new().await;
    let (first, other, last) = two_servers(&gathering).await;
    gathering.server.now(has(&list("York", &["1"])));
    other.now(has(&list("Leeds", &["1"])));
    // Nothing was noted then, and the one whose address comes first had the id.
    for url in [&last, &first] {
        add_source(&gathering, url).await;
    }
    fetched(&gathering).await;
    let ids = ids_by_title(&gathering).await;
    let name = |url: &str| match url == other.url() {
        true => "Leeds 1",
        false => "York 1",
    };
    assert_eq!(ids[name(&first)], "1");
    assert!(ids[name(&last)].starts_with("1~"), "{ids:?}");
}

#[tokio::test]
async fn an_empty_list_is_believed_after_a_day() {
    let empty = [
        (
            "{\"swansfeet\":\"meetings/1\",\"meetings\":[]}",
            "application/json",
        ),
        ("[]", "application/json"),
        ("Name,Day,Time\r\n", "text/csv"),
        (
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n",
            "text/calendar",
        ),
    ];
    for (body, kind) in empty {
        let gathering = Gathering::filled().await;
        gathering
            .server
            .now(Manner::Has(body.as_bytes().to_vec(), kind));
        for later in [600, 600, DAY - 1_300] {
            let said = gathering.later(later).await;
            assert!(
                matches!(&said, Said::Failed { why, .. } if why.starts_with("The list is empty")),
                "{body}: {said:?}"
            );
            let all = handed_out(&gathering).await;
            assert!(
                all["weekly-call"].1 && all["quiet room"].1,
                "{body}: {all:?}"
            );
        }
        let said = gathering.later(200).await;
        assert!(
            matches!(said, Said::Fresh { gone: 2, .. }),
            "{body}: {said:?}"
        );
        assert!(!handed_out(&gathering).await["weekly-call"].1, "{body}");
    }
}

#[tokio::test]
async fn a_table_that_is_cut_is_believed_after_a_day() {
    let whole = "Name,Day,Time,Link\r\nA,Tue,7pm,https://meet.example/room-1\r\nB,Wed,7pm,\r\n";
    let cut = &whole[..whole.find("om-1").unwrap()];
    let gathering = Gathering::new().await;
    let send = |text: &str| {
        let text = text.as_bytes().to_vec();
        gathering.server.now(Manner::Has(text, "text/csv"));
    };
    send(whole);
    gathering.hold_the_hub();
    gathering.add_source().await;
    gathering.import().await;
    let before = gathering.feed().await["meetings"].clone();
    send(cut);
    for later in [600, DAY - 700] {
        let said = gathering.later(later).await;
        assert!(
            matches!(&said, Said::Failed { why, .. } if why.starts_with("The list stops")),
            "{said:?}"
        );
        assert_eq!(gathering.feed().await["meetings"], before);
    }
    let said = gathering.later(200).await;
    assert!(matches!(said, Said::Fresh { gone: 1, .. }), "{said:?}");
    // A table that never had an end of its last line need not get one.
    send(whole.trim_end());
    let said = gathering.later(600).await;
    assert!(matches!(said, Said::Fresh { meetings: 2, .. }), "{said:?}");
    // Nor is another kind of list a table that was cut.
    let calendar = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:One\r\n\
        DTSTART:20260401T180000Z\r\nEND:VEVENT\r\nEND:VCALENDAR";
    for other in [calendar, &list("York", &["1"]).to_string()] {
        send(whole);
        gathering.later(600).await;
        send(other);
        let said = gathering.later(600).await;
        assert!(matches!(said, Said::Fresh { meetings: 1, .. }), "{said:?}");
    }
}

#[tokio::test]
async fn an_empty_list_after_a_long_silence_is_not_believed_at_once() {
    let gathering = Gathering::filled().await;
    gathering.server.now(Manner::Says(500));
    gathering.later(3 * DAY).await;
    gathering.server.now(has(&list("", &[])));
    let said = gathering.later(600).await;
    assert!(matches!(said, Said::Failed { .. }), "{said:?}");
    // One that never had any may be empty.
    let other = Gathering::new().await;
    other.server.now(has(&list("", &[])));
    other.add_source().await;
    let said = other.import().await;
    assert!(matches!(said, Said::Fresh { meetings: 0, .. }), "{said:?}");
}

#[tokio::test]
async fn an_entry_that_breaks_stays_as_it_was_last_read() {
    let gathering = Gathering::filled().await;
    let mut broken = good();
    broken["meetings"][0]["start"] = json!("soon");
    // As long as it is broken, whatever else changes.
    for again in ["one", "again", "once more"] {
        broken["name"] = json!(again);
        gathering.server.now(has(&broken));
        let said = gathering.later(600).await;
        assert!(
            matches!(
                said,
                Said::Fresh {
                    gone: 0,
                    meetings: 1,
                    ..
                }
            ),
            "{said:?}"
        );
        let all = handed_out(&gathering).await;
        assert_eq!(
            all["weekly-call"],
            ("Weekly call".to_owned(), true),
            "{again}"
        );
    }
    // Whole again, and changed.
    let mut mended = good();
    mended["meetings"][0]["title"] = json!("Weekly talk");
    gathering.server.now(has(&mended));
    gathering.later(600).await;
    let all = handed_out(&gathering).await;
    assert_eq!(all["weekly-call"], ("Weekly talk".to_owned(), true));
    assert_eq!(all.len(), 2, "{all:?}");
    // Broken, then taken out: it is cancelled.
    gathering.server.now(has(&broken));
    gathering.later(600).await;
    broken["meetings"].as_array_mut().unwrap().remove(0);
    gathering.server.now(has(&broken));
    let said = gathering.later(600).await;
    assert!(matches!(said, Said::Fresh { gone: 1, .. }), "{said:?}");
    assert!(!handed_out(&gathering).await["weekly-call"].1);
}

#[tokio::test]
async fn an_entry_that_was_always_broken_keeps_nothing_that_is_taken_out() {
    let gathering = Gathering::new().await;
    let mut some = list("York", &["1", "2"]);
    let bad = json!({ "id": "3", "title": "York 3", "start": "never" });
    some["meetings"].as_array_mut().unwrap().push(bad);
    gathering.server.now(has(&some));
    gathering.hold_the_hub();
    gathering.add_source().await;
    gathering.import().await;
    some["meetings"].as_array_mut().unwrap().remove(0);
    gathering.server.now(has(&some));
    let said = gathering.later(600).await;
    assert!(matches!(said, Said::Fresh { gone: 1, .. }), "{said:?}");
    let all = handed_out(&gathering).await;
    assert_eq!((all["1"].1, all["2"].1), (false, true));
}

#[tokio::test]
async fn a_broken_entry_keeps_nothing_that_is_taken_out_later() {
    let gathering = Gathering::new().await;
    let mut some = list("York", &["a", "b", "c", "d", "e"]);
    gathering.server.now(has(&some));
    gathering.hold_the_hub();
    gathering.add_source().await;
    gathering.import().await;
    let start = some["meetings"][1]["start"].take();
    let later = async |some: &Value| {
        gathering.server.now(has(some));
        let Said::Fresh { gone, .. } = gathering.later(600).await else {
            return (usize::MAX, String::new());
        };
        let all = handed_out(&gathering).await.into_iter();
        let on = all.filter(|(_, (_, is_on))| *is_on).map(|(id, _)| id);
        (gone, on.collect::<String>())
    };
    let told = |gone: usize, on: &str| (gone, on.to_owned());
    some["meetings"][1]["start"] = json!("soon");
    assert_eq!(later(&some).await, told(0, "abcde"), "b breaks");
    some["meetings"].as_array_mut().unwrap().remove(0);
    assert_eq!(later(&some).await, told(1, "bcde"), "a is taken out");
    some["meetings"].as_array_mut().unwrap().remove(1);
    assert_eq!(later(&some).await, told(1, "bde"), "c is taken out");
    // One is whole again when another one breaks.
    some["meetings"][0]["start"] = start.clone();
    some["meetings"][1]["start"] = json!("later");
    assert_eq!(later(&some).await, told(0, "bde"), "d breaks");
    some["meetings"].as_array_mut().unwrap().remove(0);
    assert_eq!(later(&some).await, told(1, "de"), "b is taken out");
    some["meetings"][0]["start"] = start;
    assert_eq!(later(&some).await, told(0, "de"), "d is whole");
}

/// A file of two meetings.
async fn take_two(gathering: &Gathering, room: &str, replace: bool) -> desk::TakenIn {
    let file = format!(
        "[[meetings]]\nid = \"own\"\ntitle = \"Own {room}\"\nstart = \"2026-03-03T19:30\"\n\
         rule = \"FREQ=WEEKLY\"\nhow = \"online\"\n[[meetings]]\nid = \"two\"\n\
         title = \"Two {room}\"\nstart = \"2026-03-04T19:30\"\nhow = \"online\"\n"
    );
    let (store, now) = (&*gathering.store, gathering.now());
    let slug = slug();
    let taken = desk::take_in(store, &slug, file.as_bytes(), now, replace);
    taken.await.unwrap()
}

#[tokio::test]
async fn what_a_hub_of_before_took_in_twice_is_taken_in_once_more_as_it_was() {
    for replace in [false, true] {
        let gathering = Gathering::new().await;
        take_two(&gathering, "A", false).await;
        // It noted nothing of having done so.
        for row in gathering.store.meetings("fifteen").await.unwrap() {
            let unnoted = MeetingRow { filed: None, ..row };
            let kept = gathering.store.keep_meeting(&unnoted, gathering.now());
            assert!(kept.await.unwrap());
        }
        let taken = take_two(&gathering, "B", false).await;
        assert_eq!(taken.changed, ["own", "two"]);
        let room = if replace { "B" } else { "A" };
        assert_eq!(take_two(&gathering, room, replace).await.replaced, 2);
        let taken = take_two(&gathering, "C", false).await;
        assert_eq!((taken.replaced, taken.changed.len()), (2, 0), "{replace}");
    }
}

#[tokio::test]
async fn a_file_taken_in_again_leaves_what_an_organiser_changed() {
    let gathering = Gathering::new().await;
    let take_in = async |room: &str, replace: bool| take_two(&gathering, room, replace).await;
    assert_eq!(take_in("A", false).await.new, 2);
    assert_eq!(
        take_in("B", false).await.replaced,
        2,
        "nobody has changed them"
    );
    let home = gathering.organiser().await;
    let cancel = [
        ("on", "2026-03-10T19:30:00"),
        ("version", "2"),
        ("do", "cancel"),
        ("note", "Room is gone"),
    ];
    let done = gathering.send(&format!("{home}/date/own"), &cancel).await;
    assert_eq!(done.status, 303, "{}", done.text());
    let taken = take_in("C", false).await;
    assert_eq!((taken.new, taken.replaced), (0, 1));
    assert_eq!(taken.changed, ["own"]);
    let feed = gathering.feed().await;
    let own = &feed["meetings"][0];
    assert_eq!(own["title"], "Own B");
    assert_eq!(own["changed"][0]["cancelled"], true);
    // Unless that is what is wanted.
    let taken = take_in("C", true).await;
    assert_eq!((taken.replaced, taken.changed.len()), (2, 0));
    assert_eq!(take_in("D", false).await.replaced, 2);
    // One that an organiser made is nobody else's.
    let path = format!("{home}/new");
    let fields = form("Made here", "every Tuesday at 7.30pm", "save");
    assert_eq!(gathering.send_seen(&path, &fields).await.status, 303);
    let removed = [("version", "5"), ("do", "remove")];
    let done = gathering.send(&format!("{home}/all/two"), &removed).await;
    assert_eq!(done.status, 303, "{}", done.text());
    assert_eq!(
        take_in("E", false).await.changed,
        ["two"],
        "it does not come back"
    );
}
