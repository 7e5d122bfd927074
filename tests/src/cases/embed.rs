//! What a partner can do with the tags: several, later, elsewhere, by script.

use anyhow::{Context, Result, ensure};
use serde_json::json;

use super::cases;
use crate::{
    ground::place::Place,
    pay::{self, CHECK, Pay, Step},
    runner::{Case, Outcome, Verdict, World},
    server::pages::{Build, Partner},
    site::Site,
};

pub(crate) fn cases() -> Vec<Case> {
    cases!("embed":
        the_loader_starts_elements,
        the_loader_takes_a_widget_by_name,
        two_instances_share_one_download_and_no_answers,
        two_scripts_on_one_page_agree,
        one_that_is_far_down_waits_until_it_is_near,
        elements_added_later_start_and_removed_ones_clean_up,
        moving_an_element_keeps_its_answers,
        a_page_that_forbids_wasm_can_ask_for_the_script_without_it,
        one_program_in_an_empty_folder_is_a_hub_with_its_widgets,
    )
}

/// A page with this and the loader for several.
pub(crate) fn elements(body: &str) -> Partner {
    Partner::with_body(&format!(
        r#"{body}<script async src="https://hub.example/v1/swansfeet.js"></script>"#
    ))
}

async fn the_loader_starts_elements(world: &World) -> Outcome {
    let _site = world
        .visit(elements(
            r#"<swan-pay><a href="https://hub.example/w/pay">Check your pay</a></swan-pay>"#,
        ))
        .await?;
    let pay = Pay::on(&world.browser);
    pay.is_up().await?;
    pay.check().await?;
    Ok(Verdict::Passed)
}

async fn the_loader_takes_a_widget_by_name(world: &World) -> Outcome {
    let page =
        r#"<script async src="https://hub.example/v1/swansfeet.js" data-widget="pay"></script>"#;
    let _site = world.visit(Partner::with_body(page)).await?;
    Pay::on(&world.browser).is_up().await?;
    Ok(Verdict::Passed)
}

/// How often the hub was asked for each script of the pay check.
pub(crate) fn pay_scripts(site: &Site) -> Vec<String> {
    site.hub
        .seen()
        .into_iter()
        .map(|seen| seen.path)
        .filter(|path| path.starts_with("/v1/pay"))
        .collect()
}

/// Waits until so many widgets run.
pub(crate) async fn count(world: &World, wanted: usize) -> Result<()> {
    world
        .browser
        .wait(
            &format!("{wanted} widgets"),
            "return kit.widgets().length === args[0];",
            vec![json!(wanted)],
        )
        .await
        .map(drop)
}

async fn two_instances_share_one_download_and_no_answers(world: &World) -> Outcome {
    let site = world
        .visit(elements(
            "<swan-pay id=one></swan-pay><swan-pay id=two data-loading=eager></swan-pay>",
        ))
        .await?;
    count(world, 2).await?;
    let mut scripts = pay_scripts(&site);
    // The words below the answer may have come already.
    scripts.retain(|path| !path.contains(".later."));
    ensure!(scripts.len() == 1, "one script serves both: {scripts:?}");
    // The first on the page is the one that gets these answers.
    Pay::on(&world.browser).follow(CHECK[0]).await?;
    let headings = headings(world).await?;
    ensure!(
        headings == [pay::PAID, pay::AGE],
        "each has its own answers: {headings:?}"
    );
    Ok(Verdict::Passed)
}

async fn headings(world: &World) -> Result<Vec<String>> {
    let found = world
        .browser
        .run(
            "return kit.widgets().map((app) => kit.squeeze(app.querySelector('h2').textContent));",
            Vec::new(),
        )
        .await?;
    Ok(serde_json::from_value(found)?)
}

async fn two_scripts_on_one_page_agree(world: &World) -> Outcome {
    let page = r#"<swan-pay></swan-pay>
        <script async src="https://hub.example/v1/swansfeet.js"></script>
        <script async src="https://hub.example/v1/pay.js"></script>
        <script async src="https://hub.example/v1/pay.js"></script>"#;
    let _site = world.visit(Partner::with_body(page)).await?;
    // The element, and one for each of the last two tags where the element is not theirs.
    Pay::on(&world.browser).is_up().await?;
    let console = world.browser.console().await?;
    let errors = console.iter().filter(|line| line.contains("Error")).count();
    ensure!(errors == 0, "{console:?}");
    Ok(Verdict::Passed)
}

async fn one_that_is_far_down_waits_until_it_is_near(world: &World) -> Outcome {
    let site = world
        .visit(elements(
            r#"<div style="height:6000px"></div><swan-pay></swan-pay>"#,
        ))
        .await?;
    world
        .browser
        .wait(
            "the element to be known",
            "return !!customElements.get('swan-pay');",
            Vec::new(),
        )
        .await?;
    // Two frames: an observer that wanted to start it would have done so.
    world
        .browser
        .run_async(
            "requestAnimationFrame(() => requestAnimationFrame(() => done(1)));",
            Vec::new(),
        )
        .await?;
    ensure!(
        pay_scripts(&site).is_empty(),
        "nothing is downloaded for what nobody sees"
    );
    world
        .browser
        .run(
            "document.querySelector('swan-pay').scrollIntoView();",
            Vec::new(),
        )
        .await?;
    Pay::on(&world.browser).is_up().await?;
    Ok(Verdict::Passed)
}

async fn elements_added_later_start_and_removed_ones_clean_up(world: &World) -> Outcome {
    let _site = world.visit(elements("<div id=place></div>")).await?;
    let browser = &world.browser;
    browser
        .run(
            "document.getElementById('place').appendChild(document.createElement('swan-pay'));",
            Vec::new(),
        )
        .await?;
    let pay = Pay::on(browser);
    pay.is_up().await?;
    pay.follow(CHECK[0]).await?;
    browser
        .run(
            "window.gone = document.querySelector('swan-pay'); gone.remove();",
            Vec::new(),
        )
        .await?;
    browser
        .wait(
            "the widget to leave nothing behind",
            "const root = window.gone.shadowRoot.querySelector('.swan-app'); return !root || !root.children.length;",
            Vec::new(),
        )
        .await?;
    browser
        .run(
            "document.getElementById('place').appendChild(window.gone);",
            Vec::new(),
        )
        .await?;
    pay.is_up().await?;
    Ok(Verdict::Passed)
}

async fn moving_an_element_keeps_its_answers(world: &World) -> Outcome {
    let _site = world
        .visit(elements(
            "<div><swan-pay></swan-pay></div><div id=elsewhere></div>",
        ))
        .await?;
    let pay = Pay::on(&world.browser);
    pay.is_up().await?;
    pay.follow(CHECK[0]).await?;
    pay.take(Step::See(pay::PAID)).await?;
    world
        .browser
        .run(
            "document.getElementById('elsewhere').appendChild(document.querySelector('swan-pay'));",
            Vec::new(),
        )
        .await?;
    pay.follow(CHECK[1]).await?;
    pay.take(Step::See(pay::HOURS)).await?;
    Ok(Verdict::Passed)
}

/// Its words and options are those of the other script.
async fn a_page_that_forbids_wasm_can_ask_for_the_script_without_it(world: &World) -> Outcome {
    let page = r#"<script async src="https://hub.example/v1/pay.nowasm.js"></script>"#;
    let policy = "default-src 'none'; script-src https://hub.example; style-src 'none'";
    let partner = Partner::with_body(page).with_header("content-security-policy", policy);
    let site = world.visit(partner).await?;
    let pay = Pay::on(&world.browser);
    pay.is_up().await?;
    ensure!(pay.build().await? == Build::Plain, "wasm runs");
    pay.check().await.context("a whole check")?;
    let mut scripts = pay_scripts(&site);
    // What comes once the first question stands: words, and the rules.
    scripts.retain(|path| !path.contains(".later.") && !path.contains(".late."));
    ensure!(scripts == ["/v1/pay.nowasm.js"], "asked for: {scripts:?}");
    Ok(Verdict::Passed)
}

async fn one_program_in_an_empty_folder_is_a_hub_with_its_widgets(world: &World) -> Outcome {
    let mut place = Place::new(None, None)?;
    place.assets = None;
    let hub = place.serve().await?;
    world
        .browser
        .open(&format!("http://{}/w/pay", hub.address))
        .await?;
    let pay = Pay::on(&world.browser);
    pay.is_up().await?;
    pay.check().await?;
    Ok(Verdict::Passed)
}
