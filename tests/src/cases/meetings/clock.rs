//! A page that stays open while time passes.

use anyhow::ensure;
use serde_json::json;

use super::{KEEP, visit_at};
use crate::{
    cases::cases,
    demands::Demands as Words,
    runner::{Case, Outcome, Verdict, World},
    server::feed::Mood,
};

pub(super) fn cases() -> Vec<Case> {
    cases!("meetings":
        a_list_that_stays_open_follows_the_clock,
        a_copy_is_as_old_as_its_list,
    )
}

/// A clock that can be set on by hand, on which a minute is over in a moment.
const CLOCK: &str = "
    window.ahead = 0;
    const now = Date.now, wait = window.setTimeout;
    Date.now = () => now() + window.ahead;
    window.setTimeout = (then, delay, ...more) => wait(then, delay === 60000 ? 300 : delay, ...more);";

/// When each meeting of the list is next.
const TIMES: &str = "
    const root = document.querySelector('swan-meetings').shadowRoot;
    const times = [...root.querySelectorAll('.swan-meetings__when')].map((one) => one.textContent);";

async fn a_list_that_stays_open_follows_the_clock(world: &World) -> Outcome {
    let (_site, feed) = visit_at(world, "", CLOCK, "").await?;
    let words = Words::on(&world.browser);
    words.says("5 meetings found.").await?;
    let browser = &world.browser;
    browser.fill("textbox", "Search", "Leeds").await?;
    words.says("One meeting found.").await?;
    let before = browser
        .run(&format!("{TIMES} return times;"), vec![])
        .await?;
    ensure!(
        before.as_array().is_some_and(|times| times.len() == 1),
        "{before}"
    );
    // A week and a day later, it is on another day, whether or not there is a newer list.
    feed.is(Mood::Down);
    browser.run("window.ahead = 8 * 864e5;", vec![]).await?;
    let others = format!(
        "{TIMES} return times.length === 1 && times.every((one) => !args[0].includes(one));"
    );
    browser.wait("a later date", &others, vec![before]).await?;
    words.says("This is the list from").await?;
    // Nothing that was typed is lost.
    let typed = browser
        .run("return kit.find('textbox', 'Search').value;", vec![])
        .await?;
    ensure!(typed == json!("Leeds"), "{typed}");
    // A quarter of an hour on it is asked for again, and what has changed is seen.
    let mut newer = super::feed();
    newer["meetings"][2]["title"] = "Leeds circle, renamed".into();
    feed.is(Mood::Well(newer.to_string()));
    browser.run("window.ahead += 16 * 6e4;", vec![]).await?;
    words.says("Leeds circle, renamed").await?;
    Ok(Verdict::Passed)
}

/// Somebody ticks it three days after the list came.
async fn a_copy_is_as_old_as_its_list(world: &World) -> Outcome {
    let (site, feed) = visit_at(world, "", CLOCK, "").await?;
    let words = Words::on(&world.browser);
    words.says("5 meetings found.").await?;
    let browser = &world.browser;
    feed.is(Mood::Down);
    browser.run("window.ahead = 3 * 864e5;", vec![]).await?;
    browser.click("checkbox", KEEP).await?;
    browser.open("about:blank").await?;
    browser.open(&site.address()).await?;
    let today = "return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date());";
    let today = browser.run(today, vec![]).await?;
    let said = format!(
        "This is the list from {}.",
        today.as_str().unwrap_or_default()
    );
    words.says(&said).await?;
    Ok(Verdict::Passed)
}
