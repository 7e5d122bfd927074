//! The hub goes away, a widget falls over, memory grows: what a visitor sees then.

use anyhow::{Context, Result, ensure};
use serde_json::json;

use super::{cases, one_tag, one_tag_without_wasm};
use crate::{
    pay::{self, CHECK, FAILED, Pay, Step},
    runner::{Case, Outcome, Verdict, World},
    server::pages::{Build, Partner},
    site::Site,
};

pub(crate) fn cases() -> Vec<Case> {
    cases!("faults":
        the_hub_goes_away_in_the_middle_of_a_check,
        the_hub_is_down_and_the_link_stays,
        the_hub_comes_back_and_trying_again_works,
        a_widget_that_falls_over_says_so_calmly,
        memory_grows_in_the_plain_build,
        memory_grows_in_wasm,
    )
}

async fn the_hub_goes_away_in_the_middle_of_a_check(world: &World) -> Outcome {
    for page in [one_tag(), one_tag_without_wasm()] {
        let site = world.visit(page).await?;
        let pay = Pay::on(&world.browser);
        pay.is_up().await?;
        if pay.build().await? == Build::Plain {
            // Its rules are a second file, which is on its way while the first question is read.
            let there = "return !!Swansfeet._core.widgets.pay.more;";
            world.browser.wait("the rules", there, Vec::new()).await?;
        }
        pay.follow(CHECK[0]).await?;
        site.hub.switch_off();
        for question in &CHECK[1..] {
            pay.follow(question).await?;
        }
        pay.sees_result().await?;
    }
    Ok(Verdict::Passed)
}

const LINK: &str = r#"<swan-pay><a id=link href="https://hub.example/w/pay">Check your pay</a></swan-pay>
    <script async src="https://hub.example/v1/swansfeet.js"></script>"#;

async fn the_hub_is_down_and_the_link_stays(world: &World) -> Outcome {
    let site = world.site(Partner::with_body(LINK)).await?;
    site.hub.switch_off();
    world.browser.open(&site.address()).await?;
    world.browser.find("link", "Check your pay").await?;
    let globals = world
        .browser
        .run("return typeof window.Swansfeet;", Vec::new())
        .await?;
    ensure!(globals == "undefined", "nothing of ours ran");
    Ok(Verdict::Passed)
}

/// The hub goes away between the loader and the widget, which then comes near the view by that
/// script and says calmly that it is not there.
pub(super) async fn fails_calmly(world: &World, site: &Site, nearer: &str) -> Result<()> {
    let browser = &world.browser;
    let loader = "return !!customElements.get('swan-pay');";
    browser.wait("the loader", loader, Vec::new()).await?;
    site.hub.switch_off();
    browser.run(nearer, Vec::new()).await?;
    let says =
        "return document.querySelector('swan-pay').shadowRoot.textContent.includes(args[0]);";
    browser
        .wait("a calm sentence", says, vec![json!(FAILED)])
        .await
        .map(drop)
}

async fn the_hub_comes_back_and_trying_again_works(world: &World) -> Outcome {
    // Far down, so that the hub can go away between the loader and the widget.
    let body = LINK.replace(
        "<swan-pay>",
        "<div style=\"height:6000px\"></div><swan-pay>",
    );
    let site = world.visit(Partner::with_body(&body)).await?;
    let browser = &world.browser;
    let nearer = "document.querySelector('swan-pay').scrollIntoView();";
    fails_calmly(world, &site, nearer).await?;
    browser.find("link", "Check your pay").await?;
    let height = browser
        .run(
            "return kit.find('button', 'Try again').getBoundingClientRect().height;",
            Vec::new(),
        )
        .await?;
    ensure!(
        height.as_f64().is_some_and(|height| height >= 44.0),
        "too small for a thumb: {height}"
    );
    site.hub.switch_on();
    browser.click("button", "Try again").await?;
    Pay::on(browser).is_up().await?;
    Ok(Verdict::Passed)
}

/// Makes the browser refuse what a widget cannot do without, as a page with a broken script of its
/// own might. What the calm sentence is made of goes on working.
const BREAK: &str = "
    const make = Document.prototype.createElement, copy = Node.prototype.cloneNode;
    const refuse = (name) => {
      if (/^(fieldset|label|input|h2)$/i.test(name)) throw new TypeError('broken by the page');
    };
    Document.prototype.createElement = function (name) {
      refuse(name);
      return make.apply(this, arguments);
    };
    Node.prototype.cloneNode = function () {
      refuse(this.localName);
      return copy.apply(this, arguments);
    };
    window.mend = () => {
      Document.prototype.createElement = make;
      Node.prototype.cloneNode = copy;
    };";

async fn a_widget_that_falls_over_says_so_calmly(world: &World) -> Outcome {
    // With crossorigin, so that the page would hear what was thrown and not only that it was.
    let tag = r#"<script async crossorigin src="https://hub.example/v1/pay.js"></script>"#;
    let page = || Partner::with_body(tag);
    for partner in [page(), page().ahead("delete globalThis.WebAssembly;")] {
        let page = partner.with_head(
            "<script>
               window.heard = [];
               document.addEventListener('swan:error', (event) => heard.push(event.detail.reason));
               window.onerror = (what) => { heard.push('thrown into the page: ' + what); };
               window.onunhandledrejection = (event) => { heard.push('thrown into the page: ' + event.reason); };
             </script>",
        );
        let _site = world.visit(page).await?;
        let browser = &world.browser;
        let pay = Pay::on(browser);
        pay.is_up().await?;
        browser.run(BREAK, Vec::new()).await?;
        pay.follow(CHECK[0]).await?;
        browser
            .wait(
                "a calm sentence",
                "return kit.hosts().some((host) => host.shadowRoot.textContent.includes(args[0]));",
                vec![json!(FAILED)],
            )
            .await?;
        let heard = browser.run("return heard;", Vec::new()).await?;
        ensure!(
            heard == json!(["crash"]),
            "one event, nothing thrown: {heard}"
        );
        browser.run("mend();", Vec::new()).await?;
        browser.click("button", "Try again").await?;
        pay.is_up().await.context("it starts anew")?;
        pay.check().await?;
    }
    Ok(Verdict::Passed)
}

async fn memory_grows_in_the_plain_build(world: &World) -> Outcome {
    grows(world, one_tag_without_wasm(), Build::Plain).await
}

async fn memory_grows_in_wasm(world: &World) -> Outcome {
    grows(world, one_tag(), Build::Wasm).await
}

/// Many times what a widget starts with, so memory must grow while this is handed over. In the
/// JavaScript build a view of the old memory would go on giving old bytes from then on.
const LOTS: &str = "
    const field = kit.find('textbox', args[0]);
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set;
    set.call(field, '7'.repeat(args[1]));
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    set.call(field, '');
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));";

async fn grows(world: &World, partner: Partner, build: Build) -> Outcome {
    let _site = world.visit(partner).await?;
    let browser = &world.browser;
    let pay = Pay::on(browser);
    pay.is_up().await?;
    ensure!(pay.build().await? == build);
    // The second time all of the program is there, and must see the new memory too.
    for letters in [6_000_000, 16_000_000] {
        pay.follow(CHECK[0]).await?;
        pay.follow(CHECK[1]).await?;
        pay.take(Step::See(pay::HOURS)).await?;
        let lots = vec![json!(pay::HOURS), json!(letters)];
        browser.run(LOTS, lots).await?;
        for question in &CHECK[2..] {
            pay.follow(question).await?;
        }
        pay.sees_result().await?;
        // And what was drawn after it is what was meant, word for word.
        let text = pay.text().await?;
        for words in [
            "What you can do next",
            "Your answers",
            "21 or over",
            "Every week",
        ] {
            ensure!(text.contains(words), "“{words}” in: {text}");
        }
        pay.take(Step::Press("Start again")).await?;
    }
    Ok(Verdict::Passed)
}
