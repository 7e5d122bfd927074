//! Finding a meeting, in every engine: from a postcode and a week of shifts to the right one and into
//! a calendar; by keyboard; by a shared address; and what it leaves behind.

mod calendar;
mod clock;
mod engines;
mod everyday;
mod kinds;
mod shifts;
mod signal;
mod trouble;

use std::time::Duration;

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use super::{access::axe, cases};
use crate::{
    demands::Demands as Words,
    hands::{ENTER, SPACE},
    runner::{Case, Outcome, Verdict, World},
    server::{feed::Feed, pages::Partner},
    site::Site,
};

pub(crate) fn cases() -> Vec<Case> {
    let mut cases = cases!("meetings":
        a_postcode_and_shifts_lead_to_the_right_meeting,
        nothing_about_the_reader_goes_anywhere,
        filters_stand_in_the_address_and_come_back,
        an_address_of_the_page_s_own_is_left_alone,
        the_way_to_join_is_told_to_whoever_asks,
        the_keyboard_alone_is_enough,
        what_is_typed_at_once_stays,
        the_device_s_back_button_keeps_what_was_typed,
        the_week_shows_each_day,
        the_hub_s_feed_is_shown_and_tells_who_asks_how_to_join,
        the_plain_build_finds_too,
        axe_from_right_to_left_and_on_a_phone,
    );
    cases.extend(calendar::cases());
    cases.extend(clock::cases());
    cases.extend(engines::cases());
    cases.extend(everyday::cases());
    cases.extend(kinds::cases());
    cases.extend(shifts::cases());
    cases.extend(signal::cases());
    cases.extend(trouble::cases());
    cases
}

/// The heading of the finder.
pub(super) const FINDER: &str = "Find a meeting that you can make";
/// The tick of who wants the list kept.
pub(super) const KEEP: &str = "Keep this list on this device";
/// The heading of the screen for shifts.
const SHIFTS: &str = "When do you work?";

/// Meetings whatever the day is on which this runs: each comes every week.
pub(super) fn feed() -> Value {
    let meeting = |id: &str, title: &str, start: &str, day: &str| {
        json!({
            "id": id, "title": title, "start": start, "minutes": 60, "zone": "Europe/London",
            "rule": format!("FREQ=WEEKLY;BYDAY={day}"), "organiser": { "name": "The circle" },
            "languages": ["en"],
        })
    };
    let mut evening = meeting("evening", "Evening call", "2026-01-06T19:30", "TU");
    evening["join"] = json!({ "link": "https://meet.example/evening" });
    let mut noon = meeting("noon", "Noon call", "2026-01-05T12:00", "MO,TU,WE,TH,FR");
    noon["join"] = json!({ "link": "https://meet.example/noon" });
    let mut leeds = meeting("leeds", "Leeds circle", "2026-01-03T11:00", "SA");
    leeds["venue"] = json!({
        "name": "Swan Street Hall", "address": "12 Swan Street, Leeds", "postcode": "LS2 7DR",
        "latitude": 53.7989, "longitude": -1.5337,
    });
    leeds["languages"] = json!(["en", "pl"]);
    let mut cardiff = meeting("cardiff", "Cardiff circle", "2026-01-03T11:00", "SA");
    cardiff["venue"] = json!({
        "name": "Taff Rooms", "address": "8 Weir Lane, Cardiff", "postcode": "CF10 1EP",
        "latitude": 51.4776, "longitude": -3.1772,
    });
    let mut quiet = meeting("quiet", "Quiet hour", "2026-01-04T20:00", "SU");
    quiet["how"] = json!("online");
    quiet["join"] = json!({ "withheld": true, "ask": "/join/quiet" });
    json!({
        "swansfeet": "meetings/1", "name": "Test",
        "meetings": [evening, noon, leeds, cardiff, quiet],
    })
}

pub(super) async fn visit(world: &World, attributes: &str) -> Result<(Site, Feed)> {
    visit_at(world, attributes, "", "").await
}

/// The page, its feed on another origin; `ahead` runs before the widget's script.
pub(super) async fn visit_at(
    world: &World,
    attributes: &str,
    ahead: &str,
    more: &str,
) -> Result<(Site, Feed)> {
    let feed = Feed::start(feed().to_string()).await?;
    let site = world.site(page(&feed, attributes).ahead(ahead)).await?;
    let address = format!("{}{more}", site.address());
    world.browser.open(&address).await?;
    Ok((site, feed))
}

pub(super) fn page(feed: &Feed, attributes: &str) -> Partner {
    Partner::with_body(&format!(
        r#"<script async src="https://hub.example/v1/meetings.js" data-src="{}" {attributes}></script>"#,
        feed.address()
    ))
}

/// Types into the search as soon as a first card stands, before filters and further cards follow.
const AT_ONCE: &str = "
    (async () => {
      const host = document.querySelector('swan-meetings');
      const rest = () => new Promise((go) => setTimeout(go));
      const many = (what) => host.shadowRoot.querySelectorAll(what).length;
      host.dataset.src += '?again';
      while (many('.swan-meetings__card')) await rest();
      while (!many('.swan-meetings__card')) await rest();
      const before = many('.swan-meetings__filters input');
      const field = kit.find('textbox', 'Search');
      field.focus();
      field.value = 'e';
      field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
      while (!many('.swan-meetings__filters input')) await rest();
      done({ before, stays: kit.active() === field, value: kit.active().value });
    })().catch((error) => done(String(error)));";

async fn what_is_typed_at_once_stays(world: &World) -> Outcome {
    let (_site, _feed) = visit(world, "").await?;
    Words::on(&world.browser).says("5 meetings found.").await?;
    let typed = world.browser.run_async(AT_ONCE, Vec::new()).await?;
    ensure!(
        typed == json!({ "before": 0, "stays": true, "value": "e" }),
        "{typed}"
    );
    Ok(Verdict::Passed)
}

/// The titles of the list, in its order.
async fn titles(world: &World) -> Result<Vec<String>> {
    let script = "return kit.all('heading').filter((one) => one.localName === 'h3').map(kit.name);";
    Ok(serde_json::from_value(
        world.browser.run(script, Vec::new()).await?,
    )?)
}

async fn lists(world: &World, wanted: &[&str]) -> Result<()> {
    let what = format!("the list to be {wanted:?}");
    let look = || async {
        let titles = titles(world).await?;
        if titles == wanted {
            Ok(Some(()))
        } else {
            anyhow::bail!("it is {titles:?}")
        }
    };
    world.browser.until(&what, look).await
}

pub(super) async fn says_when(world: &World, shifts: &str) -> Result<()> {
    let words = Words::on(&world.browser);
    words.presses("Add my shifts").await?;
    words.sees(SHIFTS).await?;
    world.browser.fill("textbox", "Your shifts", shifts).await?;
    words.presses("Show meetings that fit").await?;
    words.sees(FINDER).await
}

async fn a_postcode_and_shifts_lead_to_the_right_meeting(world: &World) -> Outcome {
    let (_site, _feed) = visit(world, "").await?;
    let words = Words::on(&world.browser);
    words.sees(FINDER).await?;
    words.says("5 meetings found.").await?;
    world
        .browser
        .fill("textbox", "Your postcode or town", "ls6 2ab")
        .await?;
    words.says("Miles are from").await?;
    says_when(world, "Mon-Fri 9-5").await?;
    words.says("You are at work then").await?;
    world.browser.click("summary", "Filters").await?;
    world
        .browser
        .click("checkbox", "Only meetings that fit my shifts")
        .await?;
    world
        .browser
        .run(PICK, vec![json!("How far"), json!("20")])
        .await?;
    words.says("3 meetings found.").await?;
    let titles = titles(world).await?;
    for wanted in ["Evening call", "Leeds circle", "Quiet hour"] {
        ensure!(titles.iter().any(|title| title == wanted), "{titles:?}");
    }
    world.browser.fill("textbox", "Search", "leads").await?;
    lists(world, &["Leeds circle"]).await?;
    words.says("Fits your shifts").await?;
    Ok(Verdict::Passed)
}

/// Chooses from a list, as its keyboard would.
const PICK: &str = "
    const list = kit.find('combobox', args[0]);
    list.value = args[1];
    list.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
    return list.value;";

async fn nothing_about_the_reader_goes_anywhere(world: &World) -> Outcome {
    let (site, feed) = visit(world, "").await?;
    let words = Words::on(&world.browser);
    words.sees(FINDER).await?;
    world
        .browser
        .fill("textbox", "Your postcode or town", "LS6 2AB")
        .await?;
    words.says("Miles are from").await?;
    says_when(world, "Mon-Fri 9-5").await?;
    world.browser.fill("textbox", "Search", "cardiff").await?;
    words.says("One meeting found.").await?;
    ensure!(feed.seen() == ["/meetings.json"], "{:?}", feed.seen());
    for one in site.hub.seen() {
        let told = [one.path.as_str(), &one.text].concat().to_lowercase();
        for secret in ["ls6", "cardiff", "9-5", "leeds"] {
            ensure!(!told.contains(secret), "{secret} in {told}");
        }
        ensure!(one.method == "GET" && one.body == 0, "{one:?}");
    }
    let address = address_that(world, |address| address.contains("cardiff"));
    let address = address.await?.to_lowercase();
    ensure!(
        !address.contains("ls6") && !address.contains("9-5"),
        "{address}"
    );
    let left = "return [document.cookie, localStorage.length, sessionStorage.length].join();";
    let left = world.browser.run(left, Vec::new()).await?;
    ensure!(left == ",0,0", "{left}");
    Ok(Verdict::Passed)
}

/// A filter goes into the address a quarter of a second after it was last changed.
const UNTIL_WRITTEN: Duration = Duration::from_millis(600);

/// The page's address, once it is as wanted.
async fn address_that(world: &World, wanted: fn(&str) -> bool) -> Result<String> {
    let look = || async {
        let address = world.browser.address().await?;
        ensure!(wanted(&address), "it is {address}");
        Ok(Some(address))
    };
    world.browser.until("the address to be written", look).await
}

async fn filters_stand_in_the_address_and_come_back(world: &World) -> Outcome {
    let (_site, _feed) = visit(world, "").await?;
    let words = Words::on(&world.browser);
    words.says("5 meetings found.").await?;
    world.browser.click("summary", "Filters").await?;
    world.browser.click("checkbox", "Saturday").await?;
    world.browser.click("checkbox", "Polish").await?;
    lists(world, &["Leeds circle"]).await?;
    let address = address_that(world, |address| {
        address.contains("sat") && address.contains("pl")
    });
    let address = address.await?;
    ensure!(address.contains("#meetings?"), "{address}");
    // Somebody else opens it.
    world.browser.open("about:blank").await?;
    world.browser.open(&address).await?;
    lists(world, &["Leeds circle"]).await?;
    words.says("Filters (2 on)").await?;
    world.browser.click("summary", "Filters").await?;
    words.presses("Clear all filters").await?;
    words.says("5 meetings found.").await?;
    address_that(world, |address| !address.contains("meetings?")).await?;
    Ok(Verdict::Passed)
}

async fn an_address_of_the_page_s_own_is_left_alone(world: &World) -> Outcome {
    let (_site, _feed) = visit_at(world, "", "", "#/about/us").await?;
    let words = Words::on(&world.browser);
    words.says("5 meetings found.").await?;
    world.browser.fill("textbox", "Search", "noon").await?;
    lists(world, &["Noon call"]).await?;
    tokio::time::sleep(UNTIL_WRITTEN).await;
    let address = world.browser.address().await?;
    ensure!(address.ends_with("#/about/us"), "{address}");
    Ok(Verdict::Passed)
}

async fn the_way_to_join_is_told_to_whoever_asks(world: &World) -> Outcome {
    let (site, feed) = visit(world, "").await?;
    let words = Words::on(&world.browser);
    words.says("5 meetings found.").await?;
    words.presses("More about it: Quiet hour").await?;
    words.says("You do not have to say who you are.").await?;
    words.presses("Show how to join").await?;
    words.says("We cannot get this just now.").await?;
    feed.tells_how_to_join(
        r#"{"link":"https://meet.example/quiet","phone":"020 7946 0000","note":"Say: heron."}"#,
    );
    words.presses("Try again").await?;
    words.says("Say: heron.").await?;
    let link = world.browser.find("link", "Join online").await?;
    let href = link.attr("href").await?.unwrap_or_default();
    ensure!(href == "https://meet.example/quiet", "{href}");
    // A link of another kind is nothing that anybody should press.
    feed.tells_how_to_join(r#"{"link":"javascript:alert(1)"}"#);
    world.browser.open("about:blank").await?;
    world.browser.open(&site.address()).await?;
    words.presses("More about it: Quiet hour").await?;
    words.presses("Show how to join").await?;
    words.says("The organiser has not said how.").await?;
    ensure!(!world.browser.has("link", "Join online").await?);
    Ok(Verdict::Passed)
}

async fn the_keyboard_alone_is_enough(world: &World) -> Outcome {
    if world.browser.engine == crate::engine::Engine::WebKit {
        // Safari's Tab passes buttons and links by unless its owner has asked for them.
        return Ok(Verdict::Skipped(
            "Tab does not reach buttons here".to_owned(),
        ));
    }
    let (_site, _feed) = visit(world, "").await?;
    let words = Words::on(&world.browser);
    words.says("5 meetings found.").await?;
    // What follows the first picture: a moment later than any hand.
    words.says("Without a signal").await?;
    world.browser.tab_to("Add my shifts").await?;
    world.browser.press(&[ENTER]).await?;
    words.has_focus_on(SHIFTS).await?;
    world
        .browser
        .tab_and_type("Your shifts", "Mon-Fri 9-5")
        .await?;
    world.browser.tab_to("Show meetings that fit").await?;
    world.browser.press(&[ENTER]).await?;
    words.has_focus_on(FINDER).await?;
    world
        .browser
        .tab_and_type("Your postcode or town", "Leeds")
        .await?;
    world.browser.tab_and_type("Search", "leeds").await?;
    world.browser.tab_to("More about it: Leeds circle").await?;
    world.browser.press(&[ENTER]).await?;
    words.says("Put it in my calendar").await?;
    world.browser.tab_back_to("List").await?;
    world.browser.press(&['\u{E014}']).await?;
    words.says("Week from").await?;
    world.browser.tab_to("Week after").await?;
    world.browser.press(&[SPACE]).await?;
    world.browser.tab_to("Leeds circle").await?;
    world.browser.press(&[ENTER]).await?;
    words.has_focus_on("Leeds circle").await?;
    Ok(Verdict::Passed)
}

async fn the_device_s_back_button_keeps_what_was_typed(world: &World) -> Outcome {
    let (_site, _feed) = visit(world, "").await?;
    let words = Words::on(&world.browser);
    words.presses("Add my shifts").await?;
    words.sees(SHIFTS).await?;
    world
        .browser
        .fill("textbox", "Your shifts", "Mon 7-3")
        .await?;
    world.browser.back().await?;
    words.sees(FINDER).await?;
    words.presses("Add my shifts").await?;
    words.sees(SHIFTS).await?;
    ensure!(words.field("Your shifts").await? == "Mon 7-3");
    world
        .browser
        .fill("textbox", "Your shifts", "whenever")
        .await?;
    words.presses("Show meetings that fit").await?;
    words.has_focus_on("There is a problem").await?;
    ensure!(words.field("Your shifts").await? == "whenever");
    Ok(Verdict::Passed)
}

async fn the_week_shows_each_day(world: &World) -> Outcome {
    let (_site, _feed) = visit(world, "").await?;
    let words = Words::on(&world.browser);
    words.says("5 meetings found.").await?;
    world.browser.click("tab", "Week").await?;
    words.says("Week from").await?;
    words.presses("Week after").await?;
    for day in ["Monday", "Tuesday", "Saturday", "Sunday"] {
        words.says(day).await?;
    }
    words.says("12 noon to 1pm").await?;
    words.presses("Evening call").await?;
    words.has_focus_on("Evening call").await?;
    words.says("Put it in my calendar").await?;
    Ok(Verdict::Passed)
}

async fn the_plain_build_finds_too(world: &World) -> Outcome {
    let (_site, _feed) = visit_at(world, "", "delete globalThis.WebAssembly;", "").await?;
    let words = Words::on(&world.browser);
    words.says("5 meetings found.").await?;
    let build = world.browser.run("return kit.build();", Vec::new()).await?;
    ensure!(build == "plain", "{build}");
    says_when(world, "Mon-Fri 9-5").await?;
    world.browser.fill("textbox", "Search", "noon").await?;
    lists(world, &["Noon call"]).await?;
    words.says("You are at work then").await?;
    Ok(Verdict::Passed)
}

async fn axe_from_right_to_left_and_on_a_phone(world: &World) -> Outcome {
    let feed = Feed::start(feed().to_string()).await?;
    let body = format!(
        r#"<swan-meetings data-lang="en-XB" data-src="{}"></swan-meetings>
           <script async src="https://hub.example/v1/swansfeet.all.js"></script>"#,
        feed.address()
    );
    let _site = world.visit(Partner::with_body(&body)).await?;
    world.browser.resize(320, 800).await?;
    world
        .browser
        .wait("the widget", "return kit.widgets().length;", Vec::new())
        .await?;
    axe(world, "right to left", Some("swan-meetings")).await?;
    let wide = "return document.documentElement.scrollWidth <= window.innerWidth;";
    ensure!(
        world.browser.run(wide, Vec::new()).await? == true,
        "it scrolls sideways"
    );
    Ok(Verdict::Passed)
}

async fn the_hub_s_feed_is_shown_and_tells_who_asks_how_to_join(world: &World) -> Outcome {
    let body = r#"<script async src="https://hub.example/v1/meetings.js"></script>"#;
    let site = world.visit(Partner::with_body(body)).await?;
    let words = Words::on(&world.browser);
    words
        .says("Weekly call for care and support workers")
        .await?;
    let source = world
        .browser
        .run("return kit.source();", Vec::new())
        .await?;
    let source = source.as_str().unwrap_or_default();
    ensure!(
        !source.contains("meet.example/nights"),
        "what is withheld is not in the page"
    );
    let link = world
        .browser
        .find("link", "Follow this list in my calendar")
        .await?;
    let href = link.attr("href").await?.unwrap_or_default();
    ensure!(
        href.starts_with("webcal://") && href.ends_with("/feeds/fifteen.ics"),
        "{href}"
    );
    words
        .presses("More about it: After the night shift")
        .await?;
    words.presses("Show how to join").await?;
    words.says("Say the name of a bird").await?;
    let link = world.browser.find("link", "Join online").await?;
    let href = link.attr("href").await?.unwrap_or_default();
    ensure!(href == "https://meet.example/nights", "{href}");
    let asked: Vec<_> = site.hub.seen().into_iter().map(|one| one.path).collect();
    ensure!(
        asked.iter().any(|path| path == "/feeds/fifteen.json"),
        "{asked:?}"
    );
    Ok(Verdict::Passed)
}
