//! Feeds of others beside a static page: each is read by a program that comes for it alone, on the
//! device, without a hub. And where that does not come.

use anyhow::ensure;

use super::{KEEP, SHIFTS, page, shifts::choose_rota, visit, visit_at};
use crate::{
    cases::cases,
    demands::Demands as Words,
    runner::{Case, Outcome, Verdict, World},
    server::{
        feed::{Feed, Mood},
        pages::Partner,
        proxy::Spoilt,
    },
    site::Site,
};

pub(super) fn cases() -> Vec<Case> {
    cases!("meetings":
        feeds_of_other_kinds_are_read_without_a_hub,
        the_plain_build_reads_other_kinds_too,
        our_own_feed_brings_no_reader,
        two_feeds_of_others_bring_one_reader,
        a_reader_that_does_not_come_is_told_calmly,
        a_file_that_is_still_being_read_is_waited_for,
        who_goes_back_waits_for_no_file,
        a_table_that_was_kept_is_shown_without_its_reader,
    )
}

/// One weekly meeting, in the ways in which others write it, and a word that only its reader knows.
const KINDS: [(&str, &str, &str); 5] = [
    (
        "Meeting Guide",
        r#"[{"slug": "tea", "name": "Tea at the Swan", "day": "2", "time": "19:30", "end_time": "20:30",
            "conference_url": "https://meet.example/tea"}]"#,
        "Tea at the Swan",
    ),
    (
        "BMLT",
        r#"[{"id_bigint": "7", "meeting_name": "Tea by the weir", "weekday_tinyint": "3",
            "start_time": "19:30:00", "duration_time": "01:00:00", "venue_type": "2",
            "virtual_meeting_link": "https://meet.example/tea"}]"#,
        "Tea by the weir",
    ),
    (
        "Mobilize",
        r#"{"data": [{"id": 7, "title": "Tea for ever", "timezone": "Europe/London", "is_virtual": true,
            "timeslots": [{"start_date": 4102516800, "end_date": 4102520400}]}]}"#,
        "Tea for ever",
    ),
    (
        "a table",
        "Name;Day;Time;Location;Postcode\nTea in the hall;Tuesday;19:30;Unity Hall;LS2 7DR\n",
        "Tea in the hall",
    ),
    ("a calendar", super::trouble::TEA, "Night tea"),
];

/// How often a script of the reader was asked for.
fn readers(site: &Site) -> usize {
    let seen = site.hub.seen();
    let asked = seen.iter().filter(|one| one.path.contains(".reader."));
    asked.count()
}

async fn feeds_of_other_kinds_are_read_without_a_hub(world: &World) -> Outcome {
    let words = Words::on(&world.browser);
    for (kind, text, title) in KINDS {
        let source = Feed::start(text.to_owned()).await?;
        let site = world.visit(page(&source, "")).await?;
        let found = async {
            words.says("One meeting found.").await?;
            words.says(title).await
        };
        found.await.map_err(|error| error.context(kind))?;
        ensure!(readers(&site) == 1, "{kind}: {} readers", readers(&site));
        // What was read is asked of nobody else.
        let asked = site.hub.seen();
        let told = asked
            .iter()
            .any(|one| one.body > 0 || one.path.contains('?'));
        ensure!(!told, "{kind}: {asked:?}");
    }
    Ok(Verdict::Passed)
}

async fn the_plain_build_reads_other_kinds_too(world: &World) -> Outcome {
    let (_, table, title) = KINDS[3];
    let source = Feed::start(table.to_owned()).await?;
    let page = page(&source, "").ahead("delete globalThis.WebAssembly;");
    let site = world.visit(page).await?;
    let words = Words::on(&world.browser);
    words.says(title).await?;
    let asked = site.hub.seen();
    let is_plain = |path: &str| path.contains(".reader.plain.");
    ensure!(asked.iter().any(|one| is_plain(&one.path)), "{asked:?}");
    Ok(Verdict::Passed)
}

async fn our_own_feed_brings_no_reader(world: &World) -> Outcome {
    let (site, source) = visit(world, "").await?;
    let words = Words::on(&world.browser);
    words.says("5 meetings found.").await?;
    // A page for people is no feed of any kind, and nor is nothing.
    for mood in [Mood::Page, Mood::Well("  \n".to_owned())] {
        source.is(mood);
        world.browser.open("about:blank").await?;
        world.browser.open(&site.address()).await?;
        words.says("We cannot get the meetings just now.").await?;
    }
    ensure!(readers(&site) == 0);
    Ok(Verdict::Passed)
}

async fn two_feeds_of_others_bring_one_reader(world: &World) -> Outcome {
    let (_, guide, one) = KINDS[0];
    let (_, table, other) = KINDS[3];
    let (first, second) = (
        Feed::start(guide.to_owned()).await?,
        Feed::start(table.to_owned()).await?,
    );
    let tag = format!(
        r#"<swan-meetings data-src="{} {}"></swan-meetings>
           <script async src="https://hub.example/v1/meetings.js"></script>"#,
        first.address(),
        second.address()
    );
    let site = world.visit(Partner::with_body(&tag)).await?;
    let words = Words::on(&world.browser);
    words.says("2 meetings found.").await?;
    words.says(one).await?;
    words.says(other).await?;
    ensure!(readers(&site) == 1, "{} readers", readers(&site));
    Ok(Verdict::Passed)
}

/// Lets no script of the reader through until `window.let_go()`.
const HELD: &str = "
    const append = Node.prototype.appendChild;
    const held = [];
    window.let_go = () => held.splice(0).forEach((go) => go());
    Node.prototype.appendChild = function (one) {
      if (!/[.]reader[.]/.test(one.src)) return append.call(this, one);
      held.push(() => append.call(this, one));
      return one;
    };";

async fn a_file_that_is_still_being_read_is_waited_for(world: &World) -> Outcome {
    let (_site, _feed) = visit_at(world, "", HELD, "").await?;
    let words = Words::on(&world.browser);
    choose_rota(world, &words).await?;
    words.says("We are reading the file.").await?;
    // Who is quicker than the reader loses no shift.
    words.presses("Show meetings that fit").await?;
    words.sees(SHIFTS).await?;
    words.says("We are reading the file.").await?;
    world.browser.run("let_go();", Vec::new()).await?;
    words.sees(super::FINDER).await?;
    words.says("You are at work then").await?;
    Ok(Verdict::Passed)
}

async fn who_goes_back_waits_for_no_file(world: &World) -> Outcome {
    let (_site, _feed) = visit_at(world, "", HELD, "").await?;
    let words = Words::on(&world.browser);
    choose_rota(world, &words).await?;
    words.presses("Show meetings that fit").await?;
    words.says("We are reading the file.").await?;
    words.presses("Back").await?;
    words.sees(super::FINDER).await?;
    world.browser.run("let_go();", Vec::new()).await?;
    // It is read, and used when somebody says so.
    words.presses("Add my shifts").await?;
    words.says("shifts were read from the file.").await?;
    words.presses("Back").await?;
    words.sees(super::FINDER).await?;
    ensure!(world.browser.has("button", "Add my shifts").await?);
    words.presses("Add my shifts").await?;
    words.presses("Show meetings that fit").await?;
    words.says("You are at work then").await?;
    Ok(Verdict::Passed)
}

async fn a_reader_that_does_not_come_is_told_calmly(world: &World) -> Outcome {
    let words = Words::on(&world.browser);
    let (_, table, _) = KINDS[3];
    for how in [Spoilt::Missing, Spoilt::Unreadable, Spoilt::Dropped] {
        let source = Feed::start(table.to_owned()).await?;
        let site = world
            .site(page(&source, "").with_spoilt(".reader.", how))
            .await?;
        world.browser.open(&site.address()).await?;
        words.says("We cannot get the meetings just now.").await?;
        // All the rest works: our own feed, and shifts that are typed.
        source.is(Mood::Well(super::feed().to_string()));
        words.presses("Try again").await?;
        words.says("5 meetings found.").await?;
        choose_rota(world, &words).await?;
        words.says("We could not read this file.").await?;
        world
            .browser
            .fill("textbox", "Your shifts", "Mon-Fri 9-5")
            .await?;
        words.presses("Show meetings that fit").await?;
        words.says("You are at work then").await?;
    }
    Ok(Verdict::Passed)
}

async fn a_table_that_was_kept_is_shown_without_its_reader(world: &World) -> Outcome {
    let (_, table, title) = KINDS[3];
    let source = Feed::start(table.to_owned()).await?;
    let site = world.visit(page(&source, "")).await?;
    let words = Words::on(&world.browser);
    words.says(title).await?;
    world.browser.click("checkbox", KEEP).await?;
    source.is(Mood::Down);
    world.browser.open("about:blank").await?;
    world.browser.open(&site.address()).await?;
    words.says("This is the list from").await?;
    words.says(title).await?;
    let kept = "return Object.values(localStorage).some((one) => one.includes('meetings/1'));";
    ensure!(world.browser.run(kept, Vec::new()).await? == true);
    Ok(Verdict::Passed)
}
