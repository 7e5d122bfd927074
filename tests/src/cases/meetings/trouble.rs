//! Feeds that fail: a calm sentence and another try, or the last copy with its age.

use anyhow::{Result, ensure};
use serde_json::json;

use super::{FINDER, KEEP, feed, page, visit};
use crate::{
    cases::cases,
    demands::Demands as Words,
    runner::{Case, Outcome, Verdict, World},
    server::feed::{Feed, Mood},
};

pub(super) fn cases() -> Vec<Case> {
    cases!("meetings":
        a_feed_that_fails_is_told_calmly_and_asked_again,
        a_list_that_was_kept_is_shown_with_its_age,
        what_is_read_stays_open_when_a_newer_list_comes,
        nothing_is_kept_unless_somebody_asks,
        a_feed_that_has_moved_is_followed,
        a_feed_that_begins_with_a_mark_is_read,
        one_of_two_feeds_may_fail,
    )
}

async fn a_feed_that_fails_is_told_calmly_and_asked_again(world: &World) -> Outcome {
    let whole = feed().to_string();
    let half = whole[..whole.len() / 2].to_owned();
    let source = Feed::start(whole.clone()).await?;
    let site = world.site(page(&source, "")).await?;
    let words = Words::on(&world.browser);
    for mood in [
        Mood::Down,
        Mood::Page,
        Mood::Status(404),
        Mood::Status(503),
        Mood::Half(half),
        Mood::Huge,
        Mood::Well("{}".to_owned()),
        Mood::Well("[[[[[[".to_owned()),
        Mood::Well(r#"{"swansfeet":"meetings/1","meetings":"none"}"#.to_owned()),
    ] {
        source.is(mood.clone());
        world.browser.open("about:blank").await?;
        world.browser.open(&site.address()).await?;
        words.sees(FINDER).await?;
        words.says("We cannot get the meetings just now.").await?;
        source.is(Mood::Well(whole.clone()));
        words.presses("Try again").await?;
        words.says("5 meetings found.").await?;
    }
    Ok(Verdict::Passed)
}

async fn a_list_that_was_kept_is_shown_with_its_age(world: &World) -> Outcome {
    let (site, source) = visit(world, "").await?;
    let words = Words::on(&world.browser);
    words.says("5 meetings found.").await?;
    world.browser.click("checkbox", KEEP).await?;
    for mood in [Mood::Down, Mood::Page, Mood::Status(500)] {
        source.is(mood);
        world.browser.open("about:blank").await?;
        world.browser.open(&site.address()).await?;
        words.says("This is the list from").await?;
        words.says("5 meetings found.").await?;
    }
    // A newer one takes its place.
    let mut newer = feed();
    newer["meetings"][0]["title"] = "Evening call, renamed".into();
    source.is(Mood::Well(newer.to_string()));
    world.browser.open("about:blank").await?;
    world.browser.open(&site.address()).await?;
    words.says("Evening call, renamed").await?;
    // The last as well where the feed is down, and where it never answers: that is not waited for.
    for mood in [Mood::Down, Mood::Slow] {
        source.is(mood);
        world.browser.open("about:blank").await?;
        world.browser.open(&site.address()).await?;
        words.says("Evening call, renamed").await?;
        words.says("This is the list from").await?;
    }
    // Forgotten when the tick is taken off.
    world.browser.click("checkbox", KEEP).await?;
    let left = world
        .browser
        .run("return localStorage.length;", Vec::new())
        .await?;
    ensure!(left == 0, "{left} things are kept");
    Ok(Verdict::Passed)
}

/// Somebody reads the copy that is kept, and has asked how to join, when the answer comes: with one
/// meeting more, ahead of the others.
async fn what_is_read_stays_open_when_a_newer_list_comes(world: &World) -> Outcome {
    let (site, source) = visit(world, "").await?;
    let words = Words::on(&world.browser);
    words.says("5 meetings found.").await?;
    world.browser.click("checkbox", KEEP).await?;
    source.is(Mood::Slow);
    source.thinks_how_to_join();
    world.browser.open("about:blank").await?;
    world.browser.open(&site.address()).await?;
    words.presses("More about it: Quiet hour").await?;
    words.presses("Show how to join").await?;
    words.says("One moment").await?;
    let mut newer = feed();
    let mut first = newer["meetings"][0].clone();
    first["id"] = "first".into();
    first["title"] = "Breakfast call".into();
    if let Some(meetings) = newer["meetings"].as_array_mut() {
        meetings.insert(0, first);
    }
    source.is(Mood::Well(newer.to_string()));
    words.says("6 meetings found.").await?;
    ensure!(is_open(world, "Quiet hour").await?, "it was closed");
    // Who goes on meanwhile is not called back.
    let search = "const field = kit.find('textbox', 'Search'); field.focus(); return kit.active() === field;";
    world.browser.run(search, Vec::new()).await?;
    source.tells_how_to_join(r#"{"note":"Say: heron."}"#);
    words.says("Say: heron.").await?;
    ensure!(is_open(world, "Quiet hour").await?, "another is open");
    let stays = "return kit.active() === kit.find('textbox', 'Search');";
    let stays = world.browser.run(stays, Vec::new()).await?;
    ensure!(stays == true, "the answer took the focus");
    Ok(Verdict::Passed)
}

/// Whether that meeting is the one of which all is told.
async fn is_open(world: &World, title: &str) -> Result<bool> {
    let script = "
        const open = (one) => one.getAttribute('aria-expanded') === 'true';
        return kit.all('button').filter(open).map(kit.name);";
    let open = world.browser.run(script, Vec::new()).await?;
    Ok(open == json!([format!("More about it: {title}")]))
}

async fn nothing_is_kept_unless_somebody_asks(world: &World) -> Outcome {
    let (site, source) = visit(world, "").await?;
    let words = Words::on(&world.browser);
    words.says("5 meetings found.").await?;
    source.is(Mood::Down);
    world.browser.open("about:blank").await?;
    world.browser.open(&site.address()).await?;
    words.says("We cannot get the meetings just now.").await?;
    let left = world
        .browser
        .run("return localStorage.length;", Vec::new())
        .await?;
    ensure!(left == 0, "{left} things are kept");
    Ok(Verdict::Passed)
}

async fn a_feed_that_has_moved_is_followed(world: &World) -> Outcome {
    let (site, source) = visit(world, "").await?;
    source.is(Mood::Moved(feed().to_string()));
    world.browser.open("about:blank").await?;
    world.browser.open(&site.address()).await?;
    Words::on(&world.browser).says("5 meetings found.").await?;
    Ok(Verdict::Passed)
}

/// Some editors put a mark of byte order ahead of a file.
async fn a_feed_that_begins_with_a_mark_is_read(world: &World) -> Outcome {
    let (site, source) = visit(world, "").await?;
    let mut marked = feed();
    marked["meetings"][0]["title"] = "Grŵp y nos".into();
    source.is(Mood::Well(format!("\u{feff}{marked}")));
    world.browser.open("about:blank").await?;
    world.browser.open(&site.address()).await?;
    let words = Words::on(&world.browser);
    words.says("5 meetings found.").await?;
    words.says("Grŵp y nos").await?;
    Ok(Verdict::Passed)
}

async fn one_of_two_feeds_may_fail(world: &World) -> Outcome {
    let (one, other) = (
        Feed::start(feed().to_string()).await?,
        Feed::start(TEA.to_owned()).await?,
    );
    let both = |good: &Feed, bad: &Feed| {
        crate::server::pages::Partner::with_body(&format!(
            r#"<swan-meetings data-src="{} {}"></swan-meetings>
               <script async src="https://hub.example/v1/meetings.js"></script>"#,
            good.address(),
            bad.address()
        ))
    };
    let site = world.site(both(&one, &other)).await?;
    world.browser.open(&site.address()).await?;
    let words = Words::on(&world.browser);
    // A calendar stands beside a feed of ours.
    words.says("6 meetings found.").await?;
    words.says("Night tea").await?;
    one.is(Mood::Down);
    world.browser.open("about:blank").await?;
    world.browser.open(&site.address()).await?;
    words.says("One meeting found.").await?;
    words
        .says("We cannot get all the meetings just now.")
        .await?;
    Ok(Verdict::Passed)
}

/// A calendar with one weekly meeting.
pub(super) const TEA: &str = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//tea//EN\r\nBEGIN:VEVENT\r\n\
    UID:tea@night.example\r\nDTSTAMP:20260101T000000Z\r\nSUMMARY:Night tea\r\n\
    DTSTART;TZID=Europe/London:20260102T230000\r\nDURATION:PT30M\r\n\
    RRULE:FREQ=WEEKLY;BYDAY=FR\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
