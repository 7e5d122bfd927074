//! What a tired person meets on an ordinary day: the focus, paper, other people's links, filters that
//! have nothing to work on, meetings of odd lengths and from far away.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use super::{FINDER, SHIFTS, lists, page, visit, visit_at};
use crate::{
    cases::cases,
    demands::Demands as Words,
    hands::ENTER,
    runner::{Case, Outcome, Verdict, World},
    server::{
        feed::{Feed, Mood},
        pages::Partner,
    },
    site::Site,
};

pub(super) fn cases() -> Vec<Case> {
    cases!("meetings":
        the_focus_stays_where_somebody_is,
        paper_says_what_is_called_off,
        what_is_withheld_is_in_no_link_before_somebody_asks,
        another_link_on_the_page_is_followed,
        a_filter_with_nothing_to_work_on_is_none,
        who_clears_the_tag_s_filter_shares_that,
        shifts_that_were_left_out_are_spoken_of,
        long_and_far_meetings_say_when_they_are,
        cards_and_paper_say_what_is_so,
        distances_to_choose_from_are_those_of_the_place,
        a_page_in_a_folder_of_feeds_offers_no_calendar,
    )
}

/// A page with these meetings.
async fn with(world: &World, meetings: &[Value]) -> Result<(Site, Feed)> {
    with_ahead(world, meetings, "").await
}

/// The same; `ahead` runs before the widget's script.
async fn with_ahead(world: &World, meetings: &[Value], ahead: &str) -> Result<(Site, Feed)> {
    let feed = json!({ "swansfeet": "meetings/1", "name": "Test", "meetings": meetings });
    let feed = Feed::start(feed.to_string()).await?;
    let site = world.site(page(&feed, "").ahead(ahead)).await?;
    world.browser.open(&site.address()).await?;
    Ok((site, feed))
}

fn weekly(id: &str, title: &str, day: &str) -> Value {
    json!({
        "id": id, "title": title, "start": "2026-01-05T19:30", "minutes": 60,
        "rule": format!("FREQ=WEEKLY;BYDAY={day}"), "how": "online",
    })
}

/// Puts the focus on something that is pressed with Enter then.
async fn enters(world: &World, role: &str, name: &str) -> Result<()> {
    world.browser.find(role, name).await?;
    let focus = "kit.find(args[0], args[1]).focus();";
    let target = vec![json!(role), json!(name)];
    world.browser.run(focus, target).await?;
    world.browser.press(&[ENTER]).await
}

async fn the_focus_stays_where_somebody_is(world: &World) -> Outcome {
    let days = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
    let title = |nth: usize| format!("Call {nth}");
    let meeting = |nth: usize| weekly(&nth.to_string(), &title(nth), days[nth % 7]);
    let mut meetings: Vec<_> = (0..14).map(meeting).collect();
    for meeting in &mut meetings {
        meeting["join"] = json!({ "withheld": true, "ask": "/join/call" });
    }
    let (_site, feed) = with(world, &meetings).await?;
    let words = Words::on(&world.browser);
    words.says("14 meetings found.").await?;
    feed.tells_how_to_join(r#"{"note":"Say: heron."}"#);

    // Opened and closed: the same button, whichever meeting is next.
    let third = "return kit.all('button').map(kit.name).filter((one) => one.includes('Call'))[2];";
    let third = world.browser.run(third, Vec::new()).await?;
    let third = third.as_str().unwrap_or_default();
    for _ in 0..3 {
        enters(world, "button", third).await?;
        words.has_focus_on(third).await?;
    }
    // Of a button that is gone: what has taken its place.
    enters(world, "button", "Show how to join").await?;
    words.says("Say: heron.").await?;
    words.has_focus_on("How to join").await?;
    enters(world, "button", "Show more meetings").await?;
    let first = "
        const at = kit.active();
        return at && at.localName === 'h3' && kit.name(at).startsWith('Call ');";
    let browser = &world.browser;
    browser.wait("the first of more", first, Vec::new()).await?;
    world.browser.click("summary", "Filters").await?;
    world.browser.click("checkbox", "Saturday").await?;
    words.says("2 meetings found.").await?;
    enters(world, "button", "Clear all filters").await?;
    let count = "const at = kit.active(); return at && at.textContent === '14 meetings found.';";
    browser.wait("how many", count, Vec::new()).await?;

    // And of a list that does not come.
    feed.is(Mood::Down);
    world.browser.open("about:blank").await?;
    world.browser.open(&_site.address()).await?;
    words.says("We cannot get the meetings just now.").await?;
    enters(world, "button", "Try again").await?;
    words.has_focus_on(FINDER).await?;
    Ok(Verdict::Passed)
}

/// Keeps the last document that was made, and opens none.
const MADE: &str = "
    const make = URL.createObjectURL;
    URL.createObjectURL = (blob) => {
      new Response(blob).text().then((text) => { self.made = text; });
      return make.call(URL, blob);
    };
    window.open = () => ({});";

/// Whether the printed list has all of that.
async fn paper_says(world: &World, all: &[&str]) -> Outcome {
    Words::on(&world.browser).presses("Print this list").await?;
    let paper = world
        .browser
        .wait("a page", "return self.made;", Vec::new());
    let paper = paper.await?;
    let paper = paper.as_str().unwrap_or_default();
    for said in all {
        ensure!(paper.contains(said), "no “{said}” in {paper}");
    }
    Ok(Verdict::Passed)
}

async fn paper_says_what_is_called_off(world: &World) -> Outcome {
    let mut gone = weekly("gone", "Tea for ever", "TU");
    gone["status"] = json!("cancelled");
    let mut unsure = weekly("unsure", "Perhaps", "WE");
    unsure["status"] = json!("tentative");
    unsure["women_only"] = json!(true);
    let mut union = weekly("union", "Members", "TH");
    union["open_to"] = json!({ "union": "The Union" });
    let mut date = weekly("date", "Once off", "FR");
    date["start"] = json!("2099-01-02T19:30");
    date["changed"] = json!([
        { "on": "2099-01-02T19:30", "cancelled": true, "note": "The hall is shut" },
        { "on": "2099-01-09T19:30", "start": "2099-01-10T20:00", "note": "A day later" },
    ]);
    let (_site, _feed) = with_ahead(world, &[gone, unsure, union, date], MADE).await?;
    let words = Words::on(&world.browser);
    words.says("4 meetings found.").await?;
    words.says("A day later").await?;
    let said = [
        "Called off for good",
        "Not sure yet",
        "For women only",
        "Members of The Union",
        "Called off: Friday 2 January 2099",
        "Moved: Saturday 10 January 2099, 8pm to 9pm",
        "A day later",
    ];
    paper_says(world, &said).await
}

async fn what_is_withheld_is_in_no_link_before_somebody_asks(world: &World) -> Outcome {
    let mut secret = weekly("secret", "A quiet call", "MO");
    secret["join"] = json!({ "link": "https://meet.example/secret", "withheld": true });
    let (_site, _feed) = with_ahead(world, &[secret], MADE).await?;
    let words = Words::on(&world.browser);
    words.says("One meeting found.").await?;
    words.presses("More about it").await?;
    let holds = |what: &'static str| async move {
        let link = world.browser.find("link", what).await?;
        let href = link.attr("href").await?.unwrap_or_default();
        anyhow::Ok(href.contains("secret"))
    };
    for link in ["Google", "Outlook"] {
        ensure!(!holds(link).await?, "{link}");
    }
    words.presses("This date").await?;
    let file = world
        .browser
        .wait("a file", "return self.made;", Vec::new());
    let file = file.await?.to_string();
    ensure!(
        file.contains("VEVENT") && !file.contains("meet.example"),
        "{file}"
    );
    words.presses("Show how to join").await?;
    world.browser.find("link", "Join online").await?;
    for link in ["Google", "Outlook"] {
        ensure!(holds(link).await?, "{link}");
    }
    Ok(Verdict::Passed)
}

async fn another_link_on_the_page_is_followed(world: &World) -> Outcome {
    let (_site, _feed) = visit(world, "").await?;
    let words = Words::on(&world.browser);
    words.says("5 meetings found.").await?;
    // Pressed: what a script does is no step back for Safari.
    let link = "document.body.insertAdjacentHTML('beforeend',
        '<a href=\"#meetings?day=sat&amp;lang=pl\">Polish, at the weekend</a>');";
    world.browser.run(link, Vec::new()).await?;
    world
        .browser
        .click("link", "Polish, at the weekend")
        .await?;
    lists(world, &["Leeds circle"]).await?;
    words.says("Filters (2 on)").await?;
    world.browser.back().await?;
    words.says("5 meetings found.").await?;
    // A place of the page's own is none of ours.
    world
        .browser
        .run("location.hash = 'about';", Vec::new())
        .await?;
    words.says("5 meetings found.").await?;
    Ok(Verdict::Passed)
}

async fn a_filter_with_nothing_to_work_on_is_none(world: &World) -> Outcome {
    let (_site, _feed) = visit_at(world, "", "", "#meetings?fits=yes&miles=15").await?;
    let words = Words::on(&world.browser);
    words.says("5 meetings found.").await?;
    let says = |what: &'static str| async move {
        let text = world.browser.run("return kit.text();", Vec::new()).await?;
        anyhow::Ok(text.as_str().unwrap_or_default().contains(what))
    };
    ensure!(!says("Filters (").await?, "filters without a control");
    // With a place it works, and its control says so.
    world
        .browser
        .fill("textbox", "Your postcode or town", "Leeds")
        .await?;
    words.says("Filters (1 on)").await?;
    let chosen = "return kit.find('combobox', 'How far').selectedOptions[0].textContent;";
    world.browser.click("summary", "Filters").await?;
    let chosen = world.browser.run(chosen, Vec::new()).await?;
    ensure!(chosen == "Up to 15 miles", "{chosen}");
    Ok(Verdict::Passed)
}

async fn who_clears_the_tag_s_filter_shares_that(world: &World) -> Outcome {
    let (site, _feed) = visit(world, r#"data-filter="lang=pl""#).await?;
    let words = Words::on(&world.browser);
    lists(world, &["Leeds circle"]).await?;
    world.browser.click("summary", "Filters").await?;
    words.presses("Clear all filters").await?;
    words.says("5 meetings found.").await?;
    let address = super::address_that(world, |address| address.ends_with("#meetings?"));
    let address = address.await?;
    ensure!(address.starts_with(&site.address()), "{address}");
    world.browser.open("about:blank").await?;
    world.browser.open(&address).await?;
    words.says("5 meetings found.").await?;
    Ok(Verdict::Passed)
}

async fn shifts_that_were_left_out_are_spoken_of(world: &World) -> Outcome {
    let (_site, _feed) = visit(world, "").await?;
    let words = Words::on(&world.browser);
    words.says("5 meetings found.").await?;
    words.presses("Add my shifts").await?;
    words.sees(SHIFTS).await?;
    // Pasted, as a rota of two lines is.
    let paste = "
        const field = kit.find('textbox', 'Your shifts');
        field.value = 'Mon-Fri 9am-5pm\\nTue LD';
        field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));";
    world.browser.run(paste, Vec::new()).await?;
    words.presses("Show meetings that fit").await?;
    words
        .says("We could not read one line of your shifts, so it is left out.")
        .await?;
    Ok(Verdict::Passed)
}

/// A page on the Monday of that week.
const THAT_WEEK: &str = "
    const Real = Date, ahead = Real.UTC(2098, 11, 15, 12) - Real.now();
    window.Date = class extends Real {
      constructor(...at) { at.length ? super(...at) : super(Real.now() + ahead); }
      static now() { return Real.now() + ahead; }
    };";

async fn long_and_far_meetings_say_when_they_are(world: &World) -> Outcome {
    let long = json!({
        "id": "long", "title": "A whole weekend", "start": "2098-12-19T10:00",
        "end": "2098-12-21T16:00", "how": "online",
    });
    let far = json!({
        "id": "far", "title": "From New York", "start": "2098-12-15T20:00", "minutes": 60,
        "zone": "America/New_York", "how": "online",
    });
    let meetings = [long, far];
    let (site, _feed) = with(world, &meetings).await?;
    let words = Words::on(&world.browser);
    words
        .says("Friday 19 December 2098, 10am to Sunday 21 December, 4pm")
        .await?;
    // On the clock of whoever reads it; the drivers' is London's or UTC, which are the same then.
    words.says("Tuesday 16 December 2098, 1am to 2am").await?;
    drop(site);

    let (_site, _feed) = with_ahead(world, &meetings, THAT_WEEK).await?;
    words.says("2 meetings found.").await?;
    world.browser.click("tab", "Week").await?;
    words.says("Week from").await?;
    let entries = "return [...document.querySelector('swan-meetings').shadowRoot
        .querySelectorAll('.swan-meetings__entry')].map((one) => one.firstChild.textContent);";
    let entries = world.browser.run(entries, Vec::new()).await?;
    let throughout = "Friday 19 December, 10am to Sunday 21 December, 4pm";
    ensure!(
        entries
            == json!([
                "1am to 2am",
                "10am to Sunday 21 December, 4pm",
                throughout,
                throughout
            ]),
        "{entries}"
    );
    Ok(Verdict::Passed)
}

async fn cards_and_paper_say_what_is_so(world: &World) -> Outcome {
    // In New York a Tuesday, for whoever reads it a Wednesday.
    let mut far = weekly("far", "From New York", "TU");
    far["start"] = json!("2026-01-06T20:30");
    far["zone"] = json!("America/New_York");
    let mut hybrid = weekly("hybrid", "A course", "MO");
    hybrid["start"] = json!("2026-01-05T14:00");
    hybrid["minutes"] = json!(120);
    hybrid["how"] = json!("hybrid");
    hybrid["venue"] = json!({ "postcode": "LS1 4AP" });
    hybrid["access"] = json!(["step-free"]);
    let (_site, _feed) = with_ahead(world, &[far, hybrid], MADE).await?;
    let words = Words::on(&world.browser);
    words.says("2 meetings found.").await?;
    super::says_when(world, "Mon 7am-3pm").await?;
    words
        .says("If you join online · You miss the first 1 hour")
        .await?;
    words.says("Every week on Monday").await?;
    words.says("Online · On more dates").await?;
    let text = world.browser.run("return kit.text();", Vec::new()).await?;
    let text = text.as_str().unwrap_or_default();
    ensure!(!text.contains("Every week on Tuesday"), "{text}");
    words.presses("More about it: A course").await?;
    words.says("LS1 4AP").await?;
    let said = [
        "If you join online",
        "Fits your shifts",
        "LS1 4AP",
        "No steps",
    ];
    paper_says(world, &said).await
}

async fn distances_to_choose_from_are_those_of_the_place(world: &World) -> Outcome {
    let (_site, _feed) = visit(world, "").await?;
    let words = Words::on(&world.browser);
    words.says("5 meetings found.").await?;
    world.browser.click("summary", "Filters").await?;
    let browser = &world.browser;
    for (place, nearest) in [("YO11 2AA", "50"), ("York", "5"), ("YO11 2AA", "50")] {
        browser
            .fill("textbox", "Your postcode or town", place)
            .await?;
        let offers = "
            const list = kit.find('combobox', 'How far');
            return [...list.options].map((one) => one.value).filter(Boolean)[0] === args[0];";
        browser.wait(place, offers, vec![json!(nearest)]).await?;
    }
    Ok(Verdict::Passed)
}

async fn a_page_in_a_folder_of_feeds_offers_no_calendar(world: &World) -> Outcome {
    let feed = Feed::start(super::feed().to_string()).await?;
    let folder = feed.address().replace("/meetings.json", "/feeds/");
    let page = |src: &str| {
        let tag = format!(
            r#"<script async src="https://hub.example/v1/meetings.js" data-src="{src}"></script>"#
        );
        Partner::with_body(&tag).with_head(&format!("<base href=\"{folder}\">"))
    };
    let words = Words::on(&world.browser);
    for (src, is_offered) in [("meetings.json", false), ("/feeds/meetings.json", true)] {
        let site = world.site(page(src)).await?;
        world.browser.open(&site.address()).await?;
        words.says("5 meetings found.").await?;
        // What stands below the list comes after it.
        words.says("Print this list").await?;
        let is_there = world.browser.has("link", "Follow this list").await?;
        ensure!(is_there == is_offered, "{src}");
    }
    Ok(Verdict::Passed)
}
