//! What the loader for several asks the hub for, when, and what it tells: seen on the wire.

use anyhow::{Context, Result, ensure};
use serde_json::json;

use super::{
    cases,
    embed::{count, elements, pay_scripts},
    examples::{folders, keeps_room},
};
use crate::{
    engine::root,
    manifest::Manifest,
    pay::Pay,
    runner::{Case, Outcome, Verdict, World},
    server::{
        pages::Partner,
        proxy::{Seen, Spoilt},
    },
    site::Site,
};

pub(crate) fn cases() -> Vec<Case> {
    cases!("loader":
        a_widget_and_its_words_are_asked_for_at_once,
        the_room_that_a_page_keeps_is_the_room_of_the_widget,
        an_eager_one_starts_far_below_the_view,
        a_language_that_there_is_not_is_told_and_english,
        what_scripts_ask_for_tells_no_more_than_the_origin,
        a_failure_is_asked_after_without_the_page_s_address,
    )
}

/// No answer to either ever comes: what waited for one would never be asked for.
async fn a_widget_and_its_words_are_asked_for_at_once(world: &World) -> Outcome {
    let page = elements("<div id=place></div>").with_spoilt("/v1/pay.", Spoilt::Held);
    let site = world.visit(page).await?;
    // Once the page is there: a driver waits for all that a page asks for while it loads.
    world
        .browser
        .run(
            "const element = document.createElement('swan-pay');
             element.dataset.lang = 'cy';
             document.getElementById('place').appendChild(element);",
            Vec::new(),
        )
        .await?;
    let asked = world
        .browser
        .until("two scripts to be asked for", || async {
            let mut asked = pay_scripts(&site);
            asked.sort();
            if asked.len() >= 2 {
                Ok(Some(asked))
            } else {
                anyhow::bail!("asked for: {asked:?}")
            }
        })
        .await?;
    let words = asked.iter().filter(|path| path.contains("/pay.cy."));
    ensure!(
        asked.len() == 2 && words.count() == 1,
        "the program and the words: {asked:?}"
    );
    Ok(Verdict::Passed)
}

/// The room that each element has by the page's own style, and by the loader's.
const BY_THE_PAGE: &str = "return [...document.querySelectorAll('*')].filter((one) =>
      /^swan-/.test(one.localName)).map((one) =>
      [one.localName, one.dataset.mode || '', parseFloat(getComputedStyle(one).minHeight) || 0]);";
const BY_THE_LOADER: &str = "const all = [...document.querySelectorAll('*')].filter((one) =>
      /^swan-/.test(one.localName));
    return all.every((one) => one.shadowRoot) && all.map((one) => {
      const opens = /dialog|button/.test(one.dataset.mode);
      const door = one.shadowRoot.querySelector('.swan-door');
      return [one.localName, one.dataset.mode || '', opens ? 0 : parseFloat(door.style.minHeight) || 0];
    });";

/// Pages that keep room from the start: the examples that can, and one with what the guide says.
fn pages_with_room() -> Result<Vec<(String, Partner)>> {
    let guide = std::fs::read_to_string(root().join("www/docs/embedding.md"))?;
    let css = guide
        .split("```css\n")
        .filter_map(|part| part.split("```").next())
        .find(|block| block.contains(":not(:defined)"))
        .context("the guide says how to keep room")?;
    let all: String = Manifest::read()?
        .widgets
        .values()
        .filter(|widget| !widget.hub_only)
        .map(|widget| format!("<{0}></{0}>", widget.element))
        .collect();
    let of_guide = elements(&all).with_head(&format!("<style>{css}</style>"));
    let mut pages = vec![("the guide".to_owned(), of_guide)];
    for (name, folder) in folders("examples")? {
        if keeps_room(&folder)? {
            pages.push((name, Partner::folder(&folder)?));
        }
    }
    ensure!(pages.len() > 2, "which examples use elements?");
    Ok(pages)
}

async fn the_room_that_a_page_keeps_is_the_room_of_the_widget(world: &World) -> Outcome {
    for (name, page) in pages_with_room()? {
        let site = world.site(page.clone()).await?;
        site.hub.switch_off();
        world.browser.open(&site.address()).await?;
        let own = world.browser.run(BY_THE_PAGE, Vec::new()).await?;
        let _site = world.visit(page).await?;
        let loader = world
            .browser
            .wait("the loader to keep room", BY_THE_LOADER, Vec::new())
            .await?;
        ensure!(own == loader, "{name} keeps {own}, the loader {loader}");
    }
    Ok(Verdict::Passed)
}

async fn an_eager_one_starts_far_below_the_view(world: &World) -> Outcome {
    let _site = world
        .visit(elements(
            r#"<div style="height:6000px"></div><swan-pay data-loading=eager></swan-pay>"#,
        ))
        .await?;
    count(world, 1).await?;
    let below = world
        .browser
        .run(
            "return document.querySelector('swan-pay').getBoundingClientRect().top - innerHeight;",
            Vec::new(),
        )
        .await?;
    ensure!(
        below.as_f64().is_some_and(|pixels| pixels > 600.0),
        "still out of view: {below}"
    );
    Ok(Verdict::Passed)
}

async fn a_language_that_there_is_not_is_told_and_english(world: &World) -> Outcome {
    let _site = world
        .visit(elements("<swan-pay data-lang=gd></swan-pay>"))
        .await?;
    let browser = &world.browser;
    browser
        .until("one line in the console", || async {
            let console = browser.console().await?;
            let told = |line: &&String| {
                line.contains("Swansfeet, pay: there is no gd yet, so it is in English.")
            };
            if console.iter().any(|line| told(&line)) {
                Ok(Some(()))
            } else {
                anyhow::bail!("the console says: {}", console.join("\n"))
            }
        })
        .await?;
    // Its headings are the English ones.
    Pay::on(browser).is_up().await?;
    Ok(Verdict::Passed)
}

/// What a page's address may hold that no hub must learn.
const SECRET: &str = "?member=4711";

/// A page that asks its browser to tell everybody its whole address.
fn talkative(body: &str) -> Partner {
    elements(body).with_head("<meta name=referrer content=unsafe-url>")
}

async fn opened(world: &World, page: Partner) -> Result<Site> {
    let site = world.site(page).await?;
    world
        .browser
        .open(&format!("{}{SECRET}", site.address()))
        .await?;
    Ok(site)
}

fn referrer(one: &Seen) -> Option<&str> {
    one.headers.get("referer")?.to_str().ok()
}

/// The loader itself is the page's own request, by the page's own rule, and shows that the rule was
/// understood. Of all that follows none tells more than the page's origin.
fn tells_no_more_than_the_origin(site: &Site) -> Result<()> {
    let (own, ours): (Vec<_>, Vec<_>) = site
        .hub
        .seen()
        .into_iter()
        .partition(|one| one.path == "/v1/swansfeet.js");
    ensure!(
        own.iter()
            .any(|one| referrer(one).is_some_and(|from| from.ends_with(SECRET))),
        "the page tells its address: {own:?}"
    );
    let of_page = format!("{}/", site.origin());
    for one in &ours {
        // In a frame, the hub's page is the one that asks.
        let is_quiet =
            referrer(one).is_none_or(|from| from == of_page || from.starts_with(site.hub.origin()));
        ensure!(is_quiet, "told beyond the origin: {one:?}");
    }
    Ok(())
}

async fn what_scripts_ask_for_tells_no_more_than_the_origin(world: &World) -> Outcome {
    // What there is to ask for, and a word of the path by which it is known.
    let rows = [
        ("<swan-pay data-lang=cy></swan-pay>", "", "/v1/pay.cy."),
        (
            "<swan-pay></swan-pay>",
            "delete globalThis.WebAssembly;",
            "/v1/pay.plain.",
        ),
        (
            "<swan-demands data-campaign=fifteen></swan-demands>",
            "",
            "/api/demands/fifteen",
        ),
        ("<swan-pay data-mode=button></swan-pay>", "", "/v1/modes."),
        ("<swan-pay data-mode=frame></swan-pay>", "", "/w/pay"),
        ("<swan-wellbeing></swan-wellbeing>", "", "/w/wellbeing"),
    ];
    for (element, ahead, wanted) in rows {
        let site = opened(world, talkative(element).ahead(ahead)).await?;
        asked(world, &site, wanted).await?;
        tells_no_more_than_the_origin(&site)?;
    }
    Ok(Verdict::Passed)
}

async fn asked(world: &World, site: &Site, wanted: &str) -> Result<()> {
    world
        .browser
        .until(&format!("{wanted} to be asked for"), || async {
            let paths: Vec<_> = site.hub.seen().into_iter().map(|one| one.path).collect();
            if paths.iter().any(|path| path.contains(wanted)) {
                Ok(Some(()))
            } else {
                anyhow::bail!("asked for: {}", json!(paths))
            }
        })
        .await
}

/// Why a script did not come is asked once more, by what alone is told: across origins that names
/// the page's origin, as no script's request does.
async fn a_failure_is_asked_after_without_the_page_s_address(world: &World) -> Outcome {
    let page = talkative("<swan-pay></swan-pay>").with_spoilt("/v1/pay.", Spoilt::Dropped);
    let site = opened(world, page).await?;
    world
        .browser
        .until("the question why", || async {
            let seen = site.hub.seen();
            let is_asked = seen
                .iter()
                .any(|one| one.path.contains("/v1/pay.") && one.headers.contains_key("origin"));
            Ok(is_asked.then_some(()))
        })
        .await?;
    tells_no_more_than_the_origin(&site)?;
    Ok(Verdict::Passed)
}
