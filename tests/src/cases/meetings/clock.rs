//! A page that stays open while time passes.

use anyhow::ensure;
use serde_json::json;

use super::visit_at;
use crate::{
    cases::cases,
    demands::Demands as Words,
    runner::{Case, Outcome, Verdict, World},
};

pub(super) fn cases() -> Vec<Case> {
    cases!("meetings":
        a_list_that_stays_open_follows_the_clock,
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
    // A week and a day later, it is on another day.
    browser.run("window.ahead = 8 * 864e5;", vec![]).await?;
    let others = format!(
        "{TIMES} return times.length === 1 && times.every((one) => !args[0].includes(one));"
    );
    browser.wait("a later date", &others, vec![before]).await?;
    // It was worked out from what is there, and nothing that was typed is lost.
    ensure!(feed.seen().len() == 1, "{:?}", feed.seen());
    let typed = browser
        .run("return kit.find('textbox', 'Search').value;", vec![])
        .await?;
    ensure!(typed == json!("Leeds"), "{typed}");
    Ok(Verdict::Passed)
}
