//! After signing: a letter that is the signer's own, a poster, and ways to hand the campaign on. Each
//! stays on the device until it is sent, and nobody is asked for anything before.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use super::{a_code, page, visit};
use crate::{
    browser::Browser,
    cases::cases,
    demands::{Demands, SIGNED},
    runner::{Case, Outcome, Verdict, World},
    site::Site,
};

pub(super) fn cases() -> Vec<Case> {
    cases!("demands":
        a_letter_has_the_signer_s_name_and_is_theirs_to_change,
        a_poster_can_be_printed_and_leads_back_here,
        the_campaign_is_handed_on_only_when_pressed,
    )
}

/// Notes what the page hands to the browser, in place of doing it.
const NOTES: &str = "
    window.__given = {};
    const noted = (name, answer) => (what) => { __given[name] = what; return answer; };
    window.open = noted('opened', window);
    for (const [name, value] of [
      ['share', noted('shared', Promise.resolve())],
      ['clipboard', { writeText: noted('copied', Promise.resolve()) }],
    ]) Object.defineProperty(navigator, name, { value, configurable: true });";

/// Somebody who has signed by code.
async fn signed(world: &World) -> Result<(Site, Demands<'_>)> {
    let (site, _api) = visit(world, page("").ahead(NOTES)).await?;
    let demands = Demands::on(&world.browser);
    demands.starts().await?;
    demands.says_who_by_code(&a_code()).await?;
    demands.leaves_the_rest_out().await?;
    demands.agrees().await?;
    demands.presses("Sign").await?;
    demands.sees(SIGNED).await?;
    Ok((site, demands))
}

async fn given(browser: &Browser, what: &str) -> Result<Value> {
    let ask = "return __given[args[0]] || null;";
    browser
        .wait(&format!("{what} by the page"), ask, vec![json!(what)])
        .await
}

/// The text of what was opened in a tab of its own.
async fn opened(browser: &Browser) -> Result<String> {
    given(browser, "opened").await?;
    let text = browser
        .run_async(
            "fetch(__given.opened).then((got) => got.text()).then(done, (error) => done(String(error)));",
            Vec::new(),
        )
        .await?;
    Ok(text.as_str().context("a text")?.to_owned())
}

async fn link(browser: &Browser, words: &str) -> Result<String> {
    let found = browser.find("link", words).await?;
    found.attr("href").await?.context("an address")
}

async fn a_letter_has_the_signer_s_name_and_is_theirs_to_change(world: &World) -> Outcome {
    let (site, demands) = signed(world).await?;
    let browser = &world.browser;
    browser
        .run(
            "[...kit.elements()].find((one) => one.localName === 'details'
               && one.textContent.includes('Write to your MP')).open = true;",
            Vec::new(),
        )
        .await?;
    let letter = demands.field("Your letter").await?;
    ensure!(
        letter.contains("Ana") && letter.contains("near CF10"),
        "{letter}"
    );
    ensure!(!letter.contains('{'), "a blank is left: {letter}");
    let before = site.hub.seen().len();
    browser
        .fill("textbox", "Your letter", "Dear MP, 50% & more")
        .await?;
    let mail = link(browser, "Open it in your email").await?;
    ensure!(mail.starts_with("mailto:?subject="), "{mail}");
    ensure!(
        mail.ends_with("&body=Dear%20MP%2C%2050%25%20%26%20more"),
        "{mail}"
    );
    demands.presses("Copy the letter").await?;
    ensure!(given(browser, "copied").await? == "Dear MP, 50% & more");
    demands.presses("Print the letter").await?;
    ensure!(opened(browser).await? == "Dear MP, 50% & more");
    ensure!(
        site.hub.seen().len() == before,
        "the letter was sent to the hub"
    );
    Ok(Verdict::Passed)
}

async fn a_poster_can_be_printed_and_leads_back_here(world: &World) -> Outcome {
    let (site, demands) = signed(world).await?;
    demands.presses("Poster to print").await?;
    let poster = opened(&world.browser).await?;
    // As wide as A4 is between a printer's margins, in pixels of CSS: 190 mm, and 277 mm high.
    let looked = world
        .browser
        .run_async(
            "const page = document.createElement('iframe');
             page.width = 718;
             page.srcdoc = args[0];
             page.onload = () => {
               const shown = page.contentDocument;
               done([shown.querySelectorAll('svg path').length, shown.body.textContent,
                 shown.documentElement.scrollHeight,
                 shown.querySelector('svg').getBoundingClientRect().width]);
             };
             document.body.append(page);",
            vec![json!(poster)],
        )
        .await?;
    ensure!(looked[0] == 1, "no code to scan: {poster}");
    let height = looked[2].as_u64().context("a height")?;
    ensure!(height < 1047, "more than a page: {height} pixels");
    ensure!(looked[3].as_f64() == Some(400.0), "squeezed: {looked}");
    let text = looked[1].as_str().context("words")?;
    ensure!(text.contains("Scan this to sign"), "{text}");
    let address = site.address();
    let place = address.trim_start_matches("http://").trim_end_matches('/');
    ensure!(text.contains(place), "{text} does not name {address}");
    Ok(Verdict::Passed)
}

async fn the_campaign_is_handed_on_only_when_pressed(world: &World) -> Outcome {
    let (site, _) = signed(world).await?;
    let browser = &world.browser;
    let address = site.address();
    let written = address.replace(':', "%3A").replace('/', "%2F");
    for (words, start) in [
        ("Share on WhatsApp", "https://wa.me/?text="),
        ("Share by email", "mailto:?subject="),
    ] {
        let href = link(browser, words).await?;
        ensure!(href.starts_with(start) && href.contains(&written), "{href}");
    }
    // No finder is on the page: the hub has one.
    let href = link(browser, "Find a meeting").await?;
    let finder = format!("{}/w/meetings?campaign=fifteen", site.hub.origin());
    ensure!(href == finder, "{href}, not {finder}");
    let asked = browser
        .run(
            "return [__given, performance.getEntriesByType('resource')
               .filter((one) => one.name.includes('wa.me')).length];",
            Vec::new(),
        )
        .await?;
    ensure!(
        asked == json!([{}, 0]),
        "before anything was pressed: {asked}"
    );
    browser.click("button", "Share").await?;
    let shared = given(browser, "shared").await?;
    ensure!(shared["url"] == address, "{shared}");
    Ok(Verdict::Passed)
}
