//! A widget elsewhere than in the page itself: in a frame, in a dialogue, on the hub.

use anyhow::{Context, ensure};
use serde_json::json;

use super::{
    access::axe,
    cases,
    embed::elements,
    one_tag,
    options::{BACKGROUND, brightness},
};
use crate::{
    pay::{self, CHECK, Pay, Step},
    runner::{Case, Outcome, Verdict, World},
};

pub(crate) fn cases() -> Vec<Case> {
    cases!("modes":
        a_frame_grows_and_speaks,
        a_frame_takes_the_theme_and_keeps_its_answers,
        a_button_opens_a_dialogue,
        a_link_of_the_partner_s_opens_a_dialogue,
        axe_on_the_button_and_its_dialogue,
        the_hub_s_own_page,
    )
}

const FRAME: &str = "
    const frame = [...kit.elements()].find((element) => element.localName === 'iframe');
    return frame || null;";

async fn a_frame_grows_and_speaks(world: &World) -> Outcome {
    let _site = world
        .visit(elements(
            "<script>
               window.heard = [];
               document.addEventListener('swan:ready', () => heard.push('ready'));
             </script><swan-pay data-mode=frame data-theme=dark></swan-pay>",
        ))
        .await?;
    let browser = &world.browser;
    browser
        .wait(
            "the framed widget to say that it is ready",
            "return heard.length === 1;",
            Vec::new(),
        )
        .await?;
    browser.enter_frame(FRAME).await?;
    Pay::on(browser).check().await?;
    let inside = browser
        .run(
            "return document.documentElement.getBoundingClientRect().height;",
            Vec::new(),
        )
        .await?;
    browser.leave_frame().await?;
    let sandbox = browser
        .wait(
            "the frame to be as tall as its content",
            "const frame = [...kit.elements()].find((element) => element.localName === 'iframe');
             const fits = Math.abs(frame.getBoundingClientRect().height - args[0]) < 40;
             return fits && frame.getAttribute('sandbox');",
            vec![inside],
        )
        .await?;
    let sandbox = sandbox.as_str().context("the frame is sandboxed")?;
    ensure!(
        !sandbox.contains("same-origin"),
        "neither page can touch the other: {sandbox}"
    );
    Ok(Verdict::Passed)
}

async fn a_frame_takes_the_theme_and_keeps_its_answers(world: &World) -> Outcome {
    let _site = world
        .visit(elements(
            "<swan-pay data-mode=frame data-theme=dark></swan-pay>",
        ))
        .await?;
    let browser = &world.browser;
    let pay = Pay::on(browser);
    browser.enter_frame(FRAME).await?;
    pay.is_up().await?;
    pay.follow(CHECK[0]).await?;
    let dark = brightness(&browser.run(BACKGROUND, Vec::new()).await?)?;
    ensure!(dark < 80.0, "the frame takes the theme: {dark}");
    browser.leave_frame().await?;
    browser
        .run(
            "document.querySelector('swan-pay').dataset.theme = 'light';",
            Vec::new(),
        )
        .await?;
    browser.enter_frame(FRAME).await?;
    browser
        .until("the frame to take the new theme", || async {
            let light = brightness(&browser.run(BACKGROUND, Vec::new()).await?)?;
            Ok((light > 200.0).then_some(()))
        })
        .await?;
    pay.take(Step::See(pay::PAID)).await?;
    browser.leave_frame().await?;
    Ok(Verdict::Passed)
}

async fn a_button_opens_a_dialogue(world: &World) -> Outcome {
    let _site = world
        .visit(elements("<swan-pay data-mode=button></swan-pay>"))
        .await?;
    let browser = &world.browser;
    let knob = browser
        .wait("a button", "return kit.all('button')[0];", Vec::new())
        .await?;
    let name = browser.run("return kit.name(args[0]);", vec![knob]).await?;
    let name = name.as_str().context("a name")?;
    browser.click("button", name).await?;
    let pay = Pay::on(browser);
    pay.is_up().await?;
    pay.follow(CHECK[0]).await?;
    browser.press(&['\u{E00C}']).await?;
    browser
        .wait(
            "the dialogue to close",
            "return [...kit.elements()].filter((one) => one.localName === 'dialog').every((one) => !one.open);",
            Vec::new(),
        )
        .await?;
    pay.has_focus_on(name).await?;
    browser.click("button", name).await?;
    pay.take(Step::See(pay::PAID))
        .await
        .context("what was answered is still there")?;
    Ok(Verdict::Passed)
}

const LINKED: &str = r#"<swan-pay data-mode=dialog>
    <a href="https://hub.example/w/pay">Check your pay</a></swan-pay>"#;

async fn a_link_of_the_partner_s_opens_a_dialogue(world: &World) -> Outcome {
    let site = world.visit(elements(LINKED)).await?;
    let browser = &world.browser;
    browser
        .wait(
            "the link to be ours",
            "const host = document.querySelector('swan-pay');
             const slot = host.shadowRoot && host.shadowRoot.querySelector('.swan-open slot');
             return slot && slot.onclick;",
            Vec::new(),
        )
        .await?;
    browser.click("link", "Check your pay").await?;
    let pay = Pay::on(browser);
    pay.check().await?;
    let address = browser.address().await?;
    ensure!(address == site.address(), "still here: {address}");
    browser.click("button", "Close").await?;
    browser.find("link", "Check your pay").await?;
    pay.has_focus_on("Check your pay").await?;
    Ok(Verdict::Passed)
}

async fn axe_on_the_button_and_its_dialogue(world: &World) -> Outcome {
    for theme in ["light", "dark"] {
        let page = format!("<swan-pay data-mode=button data-theme={theme}></swan-pay>");
        let _site = world.visit(elements(&page)).await?;
        let browser = &world.browser;
        let opener = "Check your pay";
        browser.find("button", opener).await?;
        axe(world, &format!("the button, {theme}"), Some("swan-pay")).await?;
        let picture = |what| world.pictures().join(format!("{what}-{theme}.png"));
        browser.picture(&picture("button")).await?;
        browser.click("button", opener).await?;
        Pay::on(browser).is_up().await?;
        axe(world, &format!("the dialogue, {theme}"), Some("swan-pay")).await?;
        browser.picture(&picture("dialogue")).await?;
        let small = browser
            .run(
                "return ['Close', args[0]].filter((words) =>
                   kit.find('button', words).getBoundingClientRect().height < 44);",
                vec![json!(opener)],
            )
            .await?;
        ensure!(small == json!([]), "too small for a thumb: {small}");
    }
    Ok(Verdict::Passed)
}

async fn the_hub_s_own_page(world: &World) -> Outcome {
    let site = world.site(one_tag()).await?;
    let browser = &world.browser;
    browser.open(&format!("{}/", site.hub.origin())).await?;
    browser.click("link", "Am I being paid right?").await?;
    let pay = Pay::on(browser);
    pay.check().await?;
    browser
        .open(&format!("{}/w/pay?lang=cy", site.hub.origin()))
        .await?;
    browser.find("heading", "Faint yw eich oed?").await?;
    Ok(Verdict::Passed)
}
