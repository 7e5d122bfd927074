//! Words and dates that do not go together: exceptions on days without a meeting, years that are not
//! written, starts that are no dates of their rules.

use super::*;

#[tokio::test]
async fn an_exception_on_a_day_without_a_meeting_is_said_and_loses_nothing() {
    const CHRISTMAS: &str = "every Tuesday at 7.30pm except 17 March and 25 December";
    const SAID: &str = "There is no meeting on these days";
    let way = Way::new().await;
    let fields = form(TITLE, CHRISTMAS, "save");
    let text = way.send("new", &fields).await.text();
    let (_, idle) = text.split_once(SAID).unwrap();
    let (idle, _) = idle.split_once("</ul>").unwrap();
    assert!(idle.contains("<li>Friday 25 December 2026</li>"), "{idle}");
    assert!(!idle.contains("17 March"), "{idle}");
    let id = way.kept(CHRISTMAS).await;
    assert_eq!(way.meeting().await["except"], json!(["2026-03-17T19:30"]));
    // What is no matter of dates is saved at once, and nothing more is said.
    let path = format!("edit/{id}");
    let first = ("first", "2026-03-03");
    let fields = with(
        form("New name", CHRISTMAS, "save"),
        &[("version", "1"), first],
    );
    assert_eq!(way.send(&path, &fields).await.status, 303);
    // A slip that leaves the dates as they are is seen before it is saved.
    let slip = "every Tuesday at 7.30pm except 17 March and 23 December";
    let fields = with(form(TITLE, slip, "save"), &[("version", "2"), first]);
    let shown = way.send(&path, &fields).await;
    let text = shown.text();
    assert!(
        text.contains(SAID) && text.contains("<li>Wednesday 23 December 2026</li>"),
        "{text}"
    );
    assert_eq!(way.send_seen(&path, &fields).await.status, 303);
}

#[tokio::test]
async fn a_meeting_of_a_file_with_changes_of_no_date_can_be_saved() {
    let way = Way::new().await;
    let file = "[[meetings]]\nid = \"own\"\ntitle = \"Own\"\nstart = \"2026-03-03T19:30\"\n\
        rule = \"FREQ=WEEKLY\"\nhow = \"online\"\nexcept = [\"2026-12-25\"]\n\
        changed = [{ on = \"2026-03-10T18:00\", cancelled = true }]\n";
    way.gathering.take_in(file).await;
    let page = way.edit_page("own").await;
    let typed = [
        ("when", value(&page, "when")),
        ("first", value(&page, "first")),
        ("version", value(&page, "version")),
    ];
    let fields = with(form("New name", "", "save"), &typed);
    let kept = way.send("edit/own", &fields).await;
    assert_eq!(kept.status, 303, "{}", kept.text());
    let after = way.meeting().await;
    assert_eq!(after["title"], "New name");
    assert_eq!(after["start"], "2026-03-03T19:30");
    assert_eq!(after["except"], json!(["2026-12-25T19:30"]));
    let changed = json!([{ "on": "2026-03-10T18:00", "cancelled": true }]);
    assert_eq!(after["changed"], changed);
}

#[tokio::test]
async fn dates_without_a_year_are_still_to_come_however_long_ago_it_began() {
    let way = Way::new().await;
    let file = "[[meetings]]\nid = \"own\"\ntitle = \"Own\"\nstart = \"2025-01-07T19:00\"\n\
        rule = \"FREQ=WEEKLY\"\nhow = \"online\"\n";
    way.gathering.take_in(file).await;
    let typed = |when| {
        let typed = [("first", "2025-01-07"), ("version", "1")];
        with(form("Own", when, "save"), &typed)
    };
    for over in [
        "Tuesdays at 7pm until 31 March 2025",
        "14 March 2025 at 2pm",
    ] {
        let refused = way.send("edit/own", &typed(over)).await;
        let text = refused.text();
        assert_eq!(refused.status, 422, "{over}: {text}");
        assert!(
            text.contains("No date of this is still to come."),
            "{over}: {text}"
        );
    }
    let when = "Tuesdays at 7pm until 31 March except 17 March";
    let kept = way.send_seen("edit/own", &typed(when)).await;
    assert_eq!(kept.status, 303, "{}", kept.text());
    let meeting = way.meeting().await;
    assert_eq!(meeting["start"], "2025-01-07T19:00");
    assert_eq!(meeting["rule"], "FREQ=WEEKLY;BYDAY=TU;UNTIL=20260331");
    assert_eq!(meeting["except"], json!(["2026-03-17T19:00"]));
}

#[tokio::test]
async fn a_rule_begins_with_its_first_date_and_a_file_s_start_is_kept_as_it_is() {
    let way = Way::new().await;
    let file = "[[meetings]]\nid = \"own\"\ntitle = \"Own\"\nstart = \"2026-03-03T19:00\"\n\
        rule = \"FREQ=WEEKLY;BYDAY=WE\"\nhow = \"online\"\n";
    way.gathering.take_in(file).await;
    let typed = |when, version| {
        let typed = [("first", "2026-03-03"), ("version", version)];
        with(form("Ours", when, "save"), &typed)
    };
    let kept = way
        .send("edit/own", &typed("FREQ=WEEKLY;BYDAY=WE", "1"))
        .await;
    assert_eq!(kept.status, 303, "{}", kept.text());
    assert_eq!(way.meeting().await["start"], "2026-03-03T19:00");
    let version = way.edit_page("own").await;
    let version = value(&version, "version");
    let typed = typed("FREQ=WEEKLY;BYDAY=TH", version);
    let kept = way.send_seen("edit/own", &typed).await;
    assert_eq!(kept.status, 303, "{}", kept.text());
    assert_eq!(way.meeting().await["start"], "2026-03-05T19:00");
    let never = "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30";
    let never = [("when", never), ("first", "2026-03-05"), ("version", "3")];
    let refused = way
        .send("edit/own", &with(form("Ours", "", "save"), &never))
        .await;
    let text = refused.text();
    assert_eq!(refused.status, 422, "{text}");
    assert!(text.contains("No date of this is still to come."), "{text}");
}
