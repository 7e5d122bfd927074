//! The quick exit: wherever it is pressed, the page is gone, and no way back shows an answer.

use anyhow::{Context, Result, ensure};
use serde_json::json;

use super::{ONE, answer, enter};
use crate::{
    browser::Browser,
    cases::cases,
    hands::SHIFT,
    runner::{Case, Outcome, Verdict, World},
    server::pages::Partner,
    site::Site,
};

pub(super) fn cases() -> Vec<Case> {
    cases!("framed":
        the_button_leaves,
        shift_three_times_in_the_page_leaves,
        shift_three_times_in_the_frame_leaves,
        capitals_do_not_leave,
        a_message_from_anybody_else_is_ignored,
        a_page_that_comes_back_has_no_answers,
        in_its_own_tab_the_bar_is_the_hub_s,
    )
}

/// The page with its exit leading to the hub's front page: a real address leads out of the test.
const TAG: &str = r#"<script async src="https://hub.example/v1/wellbeing.js" data-loading="eager" data-exit="https://hub.example/?lang=en"></script>"#;

/// A visitor who came from somewhere, with an answer given.
async fn answered(world: &World) -> Result<Site> {
    let site = world.site(Partner::with_body(TAG)).await?;
    let browser = &world.browser;
    browser.open(&before(&site)).await?;
    browser.open(&site.address()).await?;
    enter(browser).await?;
    answer(browser, ONE).await?;
    Ok(site)
}

/// Out of whatever frame there was: it may be gone, and with it the way to its parent.
async fn to_the_page(browser: &Browser) -> Result<()> {
    browser.raw("frame", json!({ "id": null })).await.map(drop)
}

/// The page that the visitor saw before.
fn before(site: &Site) -> String {
    format!("{}/w/pay?lang=en", site.hub.origin())
}

async fn is_gone(world: &World, site: &Site) -> Result<()> {
    let browser = &world.browser;
    let exit = format!("{}/?lang=en", site.hub.origin());
    browser
        .until("the neutral page", || async {
            Ok((browser.address().await? == exit).then_some(()))
        })
        .await?;
    let referrer = browser.run("return document.referrer;", Vec::new()).await?;
    ensure!(referrer == "", "it is not told where from: {referrer}");
    browser.back().await?;
    browser
        .until("the page before", || async {
            Ok((browser.address().await? == before(site)).then_some(()))
        })
        .await?;
    browser.forward().await?;
    browser
        .until("the neutral page again", || async {
            Ok((browser.address().await? == exit).then_some(()))
        })
        .await?;
    let left = browser
        .run(
            "return document.querySelectorAll('swan-wellbeing, iframe').length;",
            Vec::new(),
        )
        .await?;
    ensure!(left == 0, "nothing of it is left");
    Ok(())
}

async fn the_button_leaves(world: &World) -> Outcome {
    let site = answered(world).await?;
    world.browser.leave_frame().await?;
    let button = world.browser.find("button", "Leave this page").await?;
    // The page may be gone before a driver has its answer.
    let _ = button.click().await;
    is_gone(world, &site).await?;
    Ok(Verdict::Passed)
}

async fn shift_three_times_in_the_page_leaves(world: &World) -> Outcome {
    let site = answered(world).await?;
    let browser = &world.browser;
    browser.leave_frame().await?;
    browser
        .run(
            "document.querySelector('swan-wellbeing').shadowRoot.querySelector('.swan-bar a').focus();",
            Vec::new(),
        )
        .await?;
    let _ = browser.press(&[SHIFT, SHIFT, SHIFT]).await;
    is_gone(world, &site).await?;
    Ok(Verdict::Passed)
}

async fn shift_three_times_in_the_frame_leaves(world: &World) -> Outcome {
    let site = answered(world).await?;
    let browser = &world.browser;
    let _ = browser.press(&[SHIFT, SHIFT, SHIFT]).await;
    // The frame that the driver looks at is no longer there.
    to_the_page(browser).await?;
    is_gone(world, &site).await?;
    Ok(Verdict::Passed)
}

async fn capitals_do_not_leave(world: &World) -> Outcome {
    let site = answered(world).await?;
    let browser = &world.browser;
    for _ in 0..2 {
        for letter in ['N', 'H', 'S'] {
            browser.press_with(SHIFT, letter).await?;
        }
        browser.press(&[SHIFT, SHIFT]).await?;
        // In the frame first, then in the page.
        to_the_page(browser).await?;
        browser
            .run(
                "document.querySelector('h1').tabIndex = -1; document.querySelector('h1').focus();",
                Vec::new(),
            )
            .await?;
    }
    // One that left would be gone by the time this is asked twice.
    for _ in 0..2 {
        enter(browser).await?;
        to_the_page(browser).await?;
        ensure!(browser.address().await? == site.address(), "still here");
    }
    Ok(Verdict::Passed)
}

async fn a_message_from_anybody_else_is_ignored(world: &World) -> Outcome {
    let page = format!(
        r#"{TAG}<iframe id="other" srcdoc="<script>parent.postMessage({{swansfeet:'leave'}}, '*')</script>"></iframe>"#
    );
    let site = world.visit(Partner::with_body(&page)).await?;
    let browser = &world.browser;
    enter(browser).await?;
    browser.leave_frame().await?;
    let height = browser
        .run_async(
            "const frame = document.querySelector('swan-wellbeing').shadowRoot.querySelector('iframe');
             for (const news of ['leave', 'resize', 'top']) window.postMessage({ swansfeet: news, height: 7777 }, '*');
             document.getElementById('other').srcdoc += ' ';
             setTimeout(() => done(frame.height), 500);",
            Vec::new(),
        )
        .await?;
    let height = height.as_str().context("a height")?;
    ensure!(height != "7777", "only its own frame sets its height");
    ensure!(browser.address().await? == site.address(), "still here");
    Ok(Verdict::Passed)
}

async fn a_page_that_comes_back_has_no_answers(world: &World) -> Outcome {
    let site = answered(world).await?;
    let browser = &world.browser;
    let answered = browser.run("return kit.text();", Vec::new()).await?;
    to_the_page(browser).await?;
    browser.open(&before(&site)).await?;
    browser.back().await?;
    browser
        .until("the page again", || async {
            Ok((browser.address().await? == site.address()).then_some(()))
        })
        .await?;
    enter(browser).await?;
    let now = browser
        .run(
            "return [kit.text(), kit.all('textbox').map((one) => one.value).join('')
               + kit.all('radio').filter((one) => one.checked).length];",
            Vec::new(),
        )
        .await?;
    ensure!(now[0] != answered, "it begins anew");
    ensure!(
        now[1] == "0" || now[1] == "",
        "no answer stands there: {now}"
    );
    Ok(Verdict::Passed)
}

async fn in_its_own_tab_the_bar_is_the_hub_s(world: &World) -> Outcome {
    let site = world.site(Partner::with_body(TAG)).await?;
    let browser = &world.browser;
    for by_key in [false, true] {
        browser.open(&before(&site)).await?;
        let own = format!(
            "{}/w/wellbeing?lang=en&exit=https://evil.example",
            site.hub.origin()
        );
        browser.open(&own).await?;
        browser
            .wait("the check-in to be up", "return kit.text();", Vec::new())
            .await?;
        let link = browser.find("link", "Leave this page").await?;
        let leads = browser
            .run(
                "const link = document.getElementById('leave'), leads = link.href;
                 link.href = args[0];
                 return leads;",
                vec![json!(format!("{}/?lang=en", site.hub.origin()))],
            )
            .await?;
        ensure!(
            leads == "https://www.bbc.co.uk/weather",
            "no link chooses where it leads: {leads}"
        );
        answer(browser, ONE).await?;
        if by_key {
            let _ = browser.press(&[SHIFT, SHIFT, SHIFT]).await;
        } else {
            let _ = link.click().await;
        }
        is_gone(world, &site).await?;
    }
    Ok(Verdict::Passed)
}
