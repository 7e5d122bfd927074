//! The check-in with a real hub behind it: what goes out and when, both builds, a whole week from a
//! partner's page to the group picture, and one with the steward's page at the other end.

mod steward;
mod whole;

use anyhow::{Context, Result, ensure};
use serde_json::json;

use super::cases;
use crate::{
    runner::{Case, Outcome, Verdict, World},
    server::{pages::Partner, proxy::Seen},
    site::Site,
    wellbeing::{RESULT, Wellbeing},
};

pub(crate) fn cases() -> Vec<Case> {
    let mut cases = cases!("wellbeing":
        nothing_goes_out_before_add_mine,
        nothing_goes_out_with_other_answers_either,
        it_is_added_by_the_plain_build_too,
        a_hub_that_is_gone_loses_nothing,
        nothing_is_kept_and_support_is_there_whatever_was_answered,
    );
    cases.extend(whole::cases());
    cases.extend(steward::cases());
    cases
}

const TAG: &str =
    r#"<script async src="https://hub.example/v1/wellbeing.js" data-loading="eager"></script>"#;

/// What the page may ask of the hub beside files of the build.
const KNOWN: [&str; 6] = [
    "/w/wellbeing",
    "/static/frame.css",
    "/static/frame.js",
    "/static/leave.js",
    "/favicon.ico",
    "/api/wellbeing/fifteen",
];

const CHECK_INS: &str = "/api/wellbeing/fifteen/check-ins";

const LOW: [&str; 4] = ["1", "2", "0", "9"];
const HIGH: [&str; 4] = ["9", "8", "10", "0"];

/// Requests since then, as method, path without query, and bytes.
fn asked(site: &Site, since: usize) -> Vec<(String, String, usize)> {
    let seen = site.hub.seen();
    let seen = seen.iter().skip(since);
    let path = |one: &Seen| one.path.split('?').next().unwrap_or_default().to_owned();
    seen.map(|one| (one.method.clone(), path(one), one.body))
        .collect()
}

/// Everything is there before the first question; then one request, when it is asked for.
async fn adds(world: &World, tag: &str, answers: &[&str]) -> Result<Vec<Seen>> {
    let site = world.site(Partner::with_body(tag)).await?;
    world.browser.open(&site.address()).await?;
    let check_in = Wellbeing::on(&world.browser);
    check_in.enters_frame().await?;
    // A document that is on its way was asked for before.
    check_in.presses("See the group picture").await?;
    check_in.says("There is no picture yet").await?;
    check_in.presses("Back").await?;
    let before = site.hub.seen().len();
    for one in asked(&site, 0) {
        let manifest = crate::manifest::Manifest::read()?;
        ensure!(one.0 == "GET" && one.2 == 0, "{one:?}");
        ensure!(
            manifest.has(&one.1) || KNOWN.contains(&one.1.as_str()),
            "{one:?}"
        );
    }
    check_in.answers(answers).await?;
    check_in.chooses_place("Wales").await?;
    ensure!(
        asked(&site, before).is_empty(),
        "{:?}",
        asked(&site, before)
    );
    check_in.presses("Add mine").await?;
    check_in.says("Added. Thank you.").await?;
    let sent: Vec<Seen> = site.hub.seen().split_off(before);
    let sent: Vec<Seen> = sent
        .into_iter()
        .filter(|one| one.method != "OPTIONS")
        .collect();
    ensure!(sent.len() == 1, "{} requests", sent.len());
    let one = &sent[0];
    let told = (one.method.as_str(), one.path.as_str(), one.body);
    ensure!(told == ("POST", CHECK_INS, 4_096), "{told:?}");
    ensure!(!one.headers.contains_key("cookie"), "a cookie");
    // Some browsers name the frame's own origin, which is the hub's.
    let own = format!("{}/", site.hub.origin());
    let referrer = one.headers.get("referer");
    ensure!(
        referrer.is_none_or(|from| *from == own),
        "a referrer: {referrer:?}"
    );
    let origin = one.headers.get("origin");
    ensure!(
        origin.is_none_or(|origin| origin == "null"),
        "an origin: {origin:?}"
    );
    world.browser.leave_frame().await?;
    Ok(sent)
}

async fn nothing_goes_out_before_add_mine(world: &World) -> Outcome {
    adds(world, TAG, &LOW).await.map(|_| Verdict::Passed)
}

/// What can be seen from outside of one request is the same as of another: all but its bytes.
async fn nothing_goes_out_with_other_answers_either(world: &World) -> Outcome {
    let silent = ["Prefer not to say"; 4];
    let one = adds(world, TAG, &HIGH).await?;
    let other = adds(world, TAG, &silent).await?;
    let names = |seen: &[Seen]| {
        let mut names: Vec<_> = seen[0]
            .headers
            .iter()
            .map(|(name, value)| {
                // What differs between two visits to two proxies.
                let is_own = name == "host" || name == "referer";
                (
                    name.to_string(),
                    if is_own {
                        String::new()
                    } else {
                        format!("{value:?}")
                    },
                )
            })
            .collect();
        names.sort();
        names
    };
    ensure!(
        names(&one) == names(&other),
        "{:?} and {:?}",
        names(&one),
        names(&other)
    );
    Ok(Verdict::Passed)
}

async fn it_is_added_by_the_plain_build_too(world: &World) -> Outcome {
    let mut page = Partner::with_body(TAG);
    page.settings.hub.wasm = Some(false);
    let site = world.site(page).await?;
    world.browser.open(&site.address()).await?;
    let check_in = Wellbeing::on(&world.browser);
    check_in.enters_frame().await?;
    let build = world
        .browser
        .run(
            "return [...kit.elements()].map((one) => one.dataset && one.dataset.build).find(Boolean);",
            Vec::new(),
        )
        .await?;
    ensure!(build == json!("plain"), "the build is {build}");
    check_in.answers(&HIGH).await?;
    check_in.chooses_place("London").await?;
    check_in.presses("Add mine").await?;
    check_in.says("Added. Thank you.").await?;
    world.browser.leave_frame().await?;
    Ok(Verdict::Passed)
}

/// The hub is gone when somebody adds theirs; it comes back, and the very same goes again.
async fn a_hub_that_is_gone_loses_nothing(world: &World) -> Outcome {
    let site = world.site(Partner::with_body(TAG)).await?;
    world.browser.open(&site.address()).await?;
    let check_in = Wellbeing::on(&world.browser);
    check_in.enters_frame().await?;
    check_in.answers(&HIGH).await?;
    check_in.chooses_place("Wales").await?;
    site.hub.switch_off();
    check_in.presses("Add mine").await?;
    check_in.says("It was not added. Nothing is lost.").await?;
    site.hub.switch_on();
    check_in.presses("Try again").await?;
    check_in.says("Added. Thank you.").await?;
    world.browser.leave_frame().await?;
    Ok(Verdict::Passed)
}

async fn nothing_is_kept_and_support_is_there_whatever_was_answered(world: &World) -> Outcome {
    let mut support = Vec::new();
    for answers in [&LOW, &HIGH] {
        let site = world.site(Partner::with_body(TAG)).await?;
        world.browser.open(&site.address()).await?;
        let check_in = Wellbeing::on(&world.browser);
        check_in.enters_frame().await?;
        check_in.answers(answers).await?;
        check_in.sees(RESULT).await?;
        let text = check_in.text().await?;
        let (_, below) = text
            .split_once("Support for everybody")
            .context("support")?;
        ensure!(
            below.contains("116 123") && below.contains("85258"),
            "{below}"
        );
        support.push(below.to_owned());
        world.browser.leave_frame().await?;
        let left = world
            .browser
            .run(
                "return [document.cookie, localStorage.length, sessionStorage.length, history.length];",
                Vec::new(),
            )
            .await?;
        ensure!(left[0] == "" && left[1] == 0 && left[2] == 0, "{left}");
    }
    ensure!(support[0] == support[1], "support differs with the answers");
    Ok(Verdict::Passed)
}
