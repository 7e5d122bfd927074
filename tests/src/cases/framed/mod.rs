//! The wellbeing check-in on a partner's page: always in a frame, which tells that page nothing, and
//! always with a way out. What it asks is found by role, since its words are its own affair.

mod exit;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use super::{access::axe, cases, privacy::only_known_files};
use crate::{
    browser::{Browser, FRAME},
    hands::SPACE,
    runner::{Case, Outcome, Verdict, World},
    server::pages::Partner,
    site::Site,
};

pub(crate) fn cases() -> Vec<Case> {
    let mut cases = cases!("framed":
        it_is_in_a_frame_whatever_the_page_asks_for,
        a_page_that_tries_everything_learns_only_that_it_is_there,
        two_sets_of_answers_look_the_same_from_outside,
        a_new_screen_is_in_view_from_its_top,
        a_button_opens_the_frame_with_its_way_out,
        nothing_is_stored_or_asked_of_anybody_else,
        axe_on_the_bar,
    );
    cases.extend(exit::cases());
    cases
}

const HOST: &str = include_str!("host.js");
const REACH: &str = include_str!("reach.js");

pub(crate) const TAG: &str =
    r#"<script async src="https://hub.example/v1/wellbeing.js" data-loading="eager"></script>"#;

/// Two people.
#[derive(Clone, Copy)]
struct Answers {
    /// Which of several they choose: the first or the last.
    is_last: bool,
    /// What they type, where something is typed.
    typed: &'static str,
}

const ONE: Answers = Answers {
    is_last: false,
    typed: "6",
};
const OTHER: Answers = Answers {
    is_last: true,
    typed: "7h30",
};

/// Goes into the frame and waits until it can be answered.
pub(crate) async fn enter(browser: &Browser) -> Result<()> {
    browser.enter_frame(FRAME).await?;
    browser
        .wait("the check-in to be up", "return kit.text();", Vec::new())
        .await
        .map(drop)
}

const FIELDS: &str = "
    const groups = {};
    for (const radio of kit.all('radio')) (groups[radio.name] = groups[radio.name] || []).push(radio);
    const chosen = Object.values(groups).map((group) => args[0] ? group[group.length - 1] : group[0]);
    return chosen.concat(kit.all('textbox'));";

const WAY_ON: &str = "
    const place = [...kit.elements()].find((one) => one.classList.contains('swan-screen__next'));
    return place && place.querySelector('button') || null;";

/// Answers one screen with real keys and presses, and goes on; `false` where there is no way on.
async fn answer(browser: &Browser, answers: Answers) -> Result<bool> {
    let fields = browser.run(FIELDS, vec![json!(answers.is_last)]).await?;
    for field in fields.as_array().cloned().unwrap_or_default() {
        let is_text = browser
            .run(
                "args[0].focus();
                 const is_text = kit.role(args[0]) === 'textbox';
                 if (is_text) args[0].select();
                 return is_text;",
                vec![field],
            )
            .await?;
        let keys = if is_text == json!(true) {
            answers.typed.chars().collect()
        } else {
            vec![SPACE]
        };
        browser.press(&keys).await?;
    }
    let before = browser.run("return kit.text();", Vec::new()).await?;
    let on = browser.run(WAY_ON, Vec::new()).await?;
    if on.is_null() {
        return Ok(false);
    }
    // A frame that has not been pressed yet gets no keys in WebKit.
    let name = browser.run("return kit.name(args[0]);", vec![on]).await?;
    browser
        .click("button", name.as_str().context("a name")?)
        .await?;
    browser
        .wait(
            "the answer to be taken",
            "return kit.text() !== args[0];",
            vec![before],
        )
        .await?;
    Ok(true)
}

/// No check-in has more screens.
const SCREENS: usize = 12;

/// Answers all; gives the words of each screen.
async fn check_in(browser: &Browser, answers: Answers) -> Result<Vec<String>> {
    let mut words = Vec::new();
    let mut heading = Value::Null;
    for _ in 0..SCREENS {
        let now = browser
            .run(
                "return [kit.text(), kit.all('heading').map(kit.name).join()];",
                Vec::new(),
            )
            .await?;
        words.push(now[0].as_str().unwrap_or_default().to_owned());
        // One question with its answer below has no further screen.
        if heading == now[1] || !answer(browser, answers).await? {
            break;
        }
        heading = now[1].clone();
    }
    Ok(words)
}

fn host(tag: &str) -> Partner {
    Partner::with_body(tag).ahead(HOST)
}

async fn it_is_in_a_frame_whatever_the_page_asks_for(world: &World) -> Outcome {
    let site = world.site(Partner::with_body(TAG)).await?;
    let inside = inside(&site).await?;
    let pages = [
        TAG.replace("data-loading", "data-mode=\"inline\" data-loading"),
        r#"<swan-wellbeing data-mode="inline" data-loading="eager"></swan-wellbeing>
           <script async src="https://hub.example/v1/swansfeet.js"></script>"#
            .to_owned(),
        r#"<swan-wellbeing data-loading="eager"></swan-wellbeing>
           <script async src="https://hub.example/v1/swansfeet.all.js"></script>"#
            .to_owned(),
        // What runs inside the frame, pasted where it does not belong.
        format!(r#"<script async src="https://hub.example{inside}"></script>"#),
    ];
    for page in pages {
        let site = world.visit(Partner::with_body(&page)).await?;
        let browser = &world.browser;
        enter(browser).await?;
        browser.leave_frame().await?;
        let seen = browser
            .run(
                "const frame = [...kit.elements()].find((one) => one.localName === 'iframe');
                 return { inline: kit.widgets().length, sandbox: frame.getAttribute('sandbox'),
                   title: frame.title, referrer: frame.referrerPolicy, from: frame.src,
                   big: performance.getEntriesByType('resource').filter((one) => one.name.includes('.inside.')).length };",
                Vec::new(),
            )
            .await?;
        ensure!(seen["inline"] == 0, "nothing runs in the page: {page}");
        let sandbox = seen["sandbox"].as_str().context("a sandbox")?;
        ensure!(!sandbox.contains("same-origin"), "{sandbox}");
        ensure!(seen["referrer"] == "no-referrer", "{seen}");
        let title = seen["title"].as_str().unwrap_or_default();
        ensure!(!title.is_empty(), "a screen reader is told what it is");
        let from = seen["from"].as_str().unwrap_or_default();
        let hub = format!("{}/w/wellbeing?frame=1", site.hub.origin());
        ensure!(from.starts_with(&hub), "{from}");
        if !page.contains(".inside.") {
            ensure!(seen["big"] == 0, "downloaded for nothing: {page}");
        }
        if page.contains("inline") {
            let told = browser.console().await?.join("\n");
            ensure!(told.contains("data-mode"), "the owner is told: {told}");
            browser.forget().await?;
        }
    }
    Ok(Verdict::Passed)
}

/// The script that the hub's own page loads.
async fn inside(site: &Site) -> Result<String> {
    let manifest = crate::manifest::Manifest::read()?;
    let mut names = manifest.files.into_iter().map(|file| file.path);
    let name = names.find(|path| path.starts_with("v1/wellbeing.inside."));
    ensure!(!site.hub.origin().is_empty(), "there is a hub");
    Ok(format!("/{}", name.context("a script for the inside")?))
}

async fn a_page_that_tries_everything_learns_only_that_it_is_there(world: &World) -> Outcome {
    let _site = world.visit(host(TAG)).await?;
    let browser = &world.browser;
    enter(browser).await?;
    let words = check_in(browser, OTHER).await?;
    browser.leave_frame().await?;
    let reached = browser.run_async(REACH, Vec::new()).await?;
    ensure!(reached["got"] == json!({}), "it reads: {}", reached["got"]);
    ensure!(reached["news"] == json!([]), "events: {}", reached["news"]);
    ensure!(reached["inputs"] == json!([]), "{}", reached["inputs"]);
    // Messages and sizes: no word in them but these.
    for one in reached["series"].as_array().context("a series")? {
        let one = one.as_str().unwrap_or_default();
        let known = one == r#"{"swansfeet":"top"}"#
            || is_number_after(one, "{\"height\":", ",\"swansfeet\":\"resize\"}")
            || is_number_after(one, "iframe height ", "")
            || is_number_after(one, "iframe is ", "")
            || is_number_after(one, "swan-wellbeing is ", "")
            || is_number_after(one, "div style min-height: ", "px;")
            || one.starts_with("iframe src ");
        ensure!(known, "the page hears: {one}");
    }
    let asked = reached["asked"].as_array().context("a list")?;
    ensure!(asked.is_empty(), "a request in the page's hands: {asked:?}");
    let all = reached.to_string();
    let bar = reached["bar"].as_str().unwrap_or_default();
    ensure!(!bar.is_empty(), "the bar is the page's to see");
    let said = words.iter().flat_map(|words| words.split(". "));
    for said in said.filter(|said| said.chars().count() > 12) {
        let said = json!(said).to_string();
        let said = said.trim_matches('"');
        ensure!(!all.contains(said), "the page reads “{said}”");
    }
    Ok(Verdict::Passed)
}

fn is_number_after(text: &str, before: &str, after: &str) -> bool {
    text.strip_prefix(before)
        .and_then(|rest| rest.strip_suffix(after))
        .is_some_and(|number| number.parse::<f64>().is_ok())
}

/// Waits until the page has heard nothing for a while; gives how much it has heard.
const SETTLED: &str = "
    let last = -1;
    const look = () => {
      if (loot.series.length === last) return done(last);
      last = loot.series.length;
      setTimeout(look, 400);
    };
    look();";

async fn two_sets_of_answers_look_the_same_from_outside(world: &World) -> Outcome {
    let mut seen = Vec::new();
    // How much longer what one of them reads at the end is made: the widget's own screens are as
    // high for everybody, and the frame must not count on it.
    for (answers, longer) in [(ONE, 1000), (OTHER, 3000)] {
        let _site = world.visit(host(TAG)).await?;
        let browser = &world.browser;
        enter(browser).await?;
        browser.leave_frame().await?;
        let before = browser.run_async(SETTLED, Vec::new()).await?;
        browser.enter_frame(FRAME).await?;
        let words = check_in(browser, answers).await?;
        let height = browser
            .run(
                "document.body.appendChild(document.createElement('p')).style.height = args[0] + 'px';
                 return document.documentElement.getBoundingClientRect().height;",
                vec![json!(longer)],
            )
            .await?;
        browser.leave_frame().await?;
        let reached = browser.run_async(REACH, Vec::new()).await?;
        let before = before
            .as_u64()
            .and_then(|before| usize::try_from(before).ok());
        let mut series = reached["series"].as_array().cloned().context("a series")?;
        drop(series.drain(..before.context("how much there was before")?));
        seen.push((words, height, series));
    }
    let (one, other) = (&seen[0], &seen[1]);
    ensure!(one.0 != other.0, "these two did not answer the same");
    ensure!(one.1 != other.1, "inside, one is higher: {:?}", one.1);
    ensure!(one.2 == other.2, "{:?}\nbeside\n{:?}", one.2, other.2);
    ensure!(!one.2.is_empty(), "the page does hear of new screens");
    Ok(Verdict::Passed)
}

async fn a_new_screen_is_in_view_from_its_top(world: &World) -> Outcome {
    // So narrow that the top is out of view when the button is in the middle of it.
    let page = format!(r#"<div style="width:600px">{TAG}</div><div style="height:2000px"></div>"#);
    let _site = world.visit(Partner::with_body(&page)).await?;
    let browser = &world.browser;
    enter(browser).await?;
    let on = browser.run(WAY_ON, Vec::new()).await?;
    let name = browser.run("return kit.name(args[0]);", vec![on]).await?;
    // Going on without an answer: what is wrong stands at the top, and has the focus.
    browser
        .click("button", name.as_str().context("a name")?)
        .await?;
    browser
        .wait(
            "the focus to be on what is new",
            "const at = kit.active();
             return at !== document.body && at.tabIndex < 0;",
            Vec::new(),
        )
        .await?;
    browser.leave_frame().await?;
    browser
        .wait(
            "the top of the frame to be in view",
            "const top = document.querySelector('swan-wellbeing').getBoundingClientRect().top;
             return top > -2 && top < window.innerHeight / 2;",
            Vec::new(),
        )
        .await?;
    // The bar stays in reach while the frame is scrolled past.
    let bar = browser
        .run(
            "window.scrollBy(0, 300);
             return document.querySelector('swan-wellbeing').shadowRoot.querySelector('.swan-bar').getBoundingClientRect().top;",
            Vec::new(),
        )
        .await?;
    ensure!(bar.as_f64().is_some_and(|top| top.abs() < 2.0), "{bar}");
    Ok(Verdict::Passed)
}

async fn a_button_opens_the_frame_with_its_way_out(world: &World) -> Outcome {
    let page = TAG.replace("data-loading", "data-mode=\"button\" data-loading");
    let _site = world.visit(Partner::with_body(&page)).await?;
    let browser = &world.browser;
    let knob = browser
        .wait("a button", "return kit.all('button')[0];", Vec::new())
        .await?;
    browser.element(&knob)?.click().await?;
    enter(browser).await?;
    browser.leave_frame().await?;
    browser.find("button", "Leave this page").await?;
    browser.find("button", "Close").await?;
    Ok(Verdict::Passed)
}

async fn nothing_is_stored_or_asked_of_anybody_else(world: &World) -> Outcome {
    let site = world.visit(Partner::with_body(TAG)).await?;
    let browser = &world.browser;
    enter(browser).await?;
    check_in(browser, ONE).await?;
    let inside = browser
        .run(
            "const closed = (read) => { try { return read(); } catch (_) { return 'closed'; } };
             return [closed(() => localStorage.length), closed(() => sessionStorage.length),
               closed(() => document.cookie) || 'closed', self.origin];",
            Vec::new(),
        )
        .await?;
    ensure!(
        inside == json!(["closed", "closed", "closed", "null"]),
        "the frame has a place of its own: {inside}"
    );
    browser.leave_frame().await?;
    let outside = browser
        .run(
            "return [document.cookie, localStorage.length, sessionStorage.length];",
            Vec::new(),
        )
        .await?;
    ensure!(outside == json!(["", 0, 0]), "{outside}");
    only_known_files(
        &site,
        &[
            "/w/wellbeing",
            "/api/wellbeing/fifteen",
            "/static/frame.css",
            "/static/frame.js",
            "/static/leave.js",
            "/favicon.ico",
        ],
    )
}

async fn axe_on_the_bar(world: &World) -> Outcome {
    for theme in ["light", "dark"] {
        let page = TAG.replace("data-loading", &format!("data-theme={theme} data-loading"));
        let _site = world.visit(Partner::with_body(&page)).await?;
        let browser = &world.browser;
        enter(browser).await?;
        browser.leave_frame().await?;
        axe(world, &format!("the bar, {theme}"), Some("swan-wellbeing")).await?;
        let picture = world.pictures().join(format!("framed-{theme}.png"));
        browser.picture(&picture).await?;
        let small = browser
            .run(
                "return ['Leave this page', 'Open in its own tab'].filter((words) => {
                   const one = kit.find('button', words) || kit.find('link', words);
                   return !one || one.getBoundingClientRect().height < 44;
                 });",
                Vec::new(),
            )
            .await?;
        ensure!(small == json!([]), "too small for a thumb: {small}");
    }
    Ok(Verdict::Passed)
}
