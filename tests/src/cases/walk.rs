//! From the first question to the result, as people do it: by mouse, by keyboard alone, back and
//! forth, with slips.

use anyhow::{Context, ensure};
use serde_json::json;

use super::{cases, one_tag, one_tag_without_wasm};
use crate::{
    hands::{ENTER, SPACE, TAB},
    pay::{self, CHECK, Pay, Step},
    runner::{Case, Outcome, Verdict, World},
    server::pages::{Build, Partner},
};

pub(crate) fn cases() -> Vec<Case> {
    cases!("walk":
        a_whole_check_in_wasm,
        a_whole_check_in_plain_javascript,
        a_whole_check_by_keyboard_alone,
        the_device_s_back_button_goes_one_question_back,
        back_on_the_screen_keeps_what_was_typed,
        two_presses_of_back_are_one_step,
        starting_again_leads_to_a_result,
        a_mistake_is_told_beside_the_field_and_in_a_summary,
        an_answer_is_changed_from_the_summary,
        enter_goes_on,
        numbers_as_people_type_them,
    )
}

async fn a_whole_check_in_wasm(world: &World) -> Outcome {
    let _site = world.visit(one_tag()).await?;
    let pay = Pay::on(&world.browser);
    pay.is_up().await?;
    ensure!(pay.build().await? == Build::Wasm);
    pay.check().await?;
    Ok(Verdict::Passed)
}

async fn a_whole_check_in_plain_javascript(world: &World) -> Outcome {
    let _site = world.visit(one_tag_without_wasm()).await?;
    let pay = Pay::on(&world.browser);
    pay.is_up().await?;
    ensure!(pay.build().await? == Build::Plain);
    pay.check().await?;
    Ok(Verdict::Passed)
}

/// Tab until there, at most this often. Needs every control in the tab order to be one that a
/// person would expect.
const TABS: usize = 30;

async fn a_whole_check_by_keyboard_alone(world: &World) -> Outcome {
    let _site = world.visit(one_tag()).await?;
    let browser = &world.browser;
    let pay = Pay::on(browser);
    pay.is_up().await?;
    for question in CHECK {
        for step in question {
            match *step {
                Step::See(_) => pay.take(*step).await?,
                Step::Pick(answer) => {
                    tab_to(world, "radio", "").await?;
                    browser.press(&[SPACE]).await?;
                    walk_to(world, answer).await?;
                }
                Step::Type(label, text) => {
                    tab_to(world, "textbox", label).await?;
                    browser.press(&text.chars().collect::<Vec<_>>()).await?;
                }
                Step::Press(words) => {
                    tab_to(world, "button", words).await?;
                    browser.press(&[ENTER]).await?;
                }
            }
        }
    }
    pay.sees_result().await?;
    Ok(Verdict::Passed)
}

async fn tab_to(world: &World, role: &str, name: &str) -> anyhow::Result<()> {
    for _ in 0..TABS {
        let is_there = world
            .browser
            .run(
                "const at = kit.active();
                 return !!at && kit.role(at) === args[0] && kit.name(at).includes(args[1]);",
                vec![json!(role), json!(name)],
            )
            .await?;
        if is_there == json!(true) {
            return Ok(());
        }
        world.browser.press(&[TAB]).await?;
    }
    anyhow::bail!("Tab does not reach the {role} “{name}”")
}

/// Arrow keys move between the answers of a question.
async fn walk_to(world: &World, answer: &str) -> anyhow::Result<()> {
    const DOWN: char = '\u{E015}';
    for _ in 0..TABS {
        let is_there = world
            .browser
            .run(
                "const at = kit.active();
                 return !!at && at.checked === true && kit.name(at).includes(args[0]);",
                vec![json!(answer)],
            )
            .await?;
        if is_there == json!(true) {
            return Ok(());
        }
        world.browser.press(&[DOWN]).await?;
    }
    anyhow::bail!("the arrow keys do not reach “{answer}”")
}

async fn the_device_s_back_button_goes_one_question_back(world: &World) -> Outcome {
    let site = world.visit(one_tag()).await?;
    let browser = &world.browser;
    let pay = Pay::on(browser);
    pay.is_up().await?;
    let page = browser.address().await?;
    pay.follow(CHECK[0]).await?;
    pay.follow(CHECK[1]).await?;
    pay.take(Step::See(pay::HOURS)).await?;
    browser.back().await?;
    pay.take(Step::See(pay::PAID)).await?;
    ensure!(
        is_chosen(world, "Every week").await?,
        "the answer is still there"
    );
    browser.back().await?;
    pay.take(Step::See(pay::AGE)).await?;
    ensure!(
        is_chosen(world, "21 or over").await?,
        "the answer is still there"
    );
    browser.forward().await?;
    pay.take(Step::See(pay::PAID)).await?;
    ensure!(
        browser.address().await? == page,
        "the page's address is the partner's own"
    );
    ensure!(page == site.address());
    Ok(Verdict::Passed)
}

async fn is_chosen(world: &World, answer: &str) -> anyhow::Result<bool> {
    let chosen = world
        .browser
        .wait(
            "the answers",
            "const at = kit.find('radio', args[0]); return at && { is: at.checked };",
            vec![json!(answer)],
        )
        .await?;
    Ok(chosen.get("is") == Some(&json!(true)))
}

async fn back_on_the_screen_keeps_what_was_typed(world: &World) -> Outcome {
    let _site = world.visit(one_tag()).await?;
    let pay = Pay::on(&world.browser);
    pay.is_up().await?;
    pay.follow(CHECK[0]).await?;
    pay.follow(CHECK[1]).await?;
    pay.take(Step::Type(pay::HOURS, "23,5")).await?;
    pay.take(Step::Press("Back")).await?;
    pay.take(Step::See(pay::PAID)).await?;
    pay.take(Step::Press("Continue")).await?;
    pay.take(Step::See(pay::HOURS)).await?;
    ensure!(typed(world, pay::HOURS).await? == "23,5", "as it was typed");
    Ok(Verdict::Passed)
}

/// Both presses of a double tap come before the browser has taken the first step.
async fn two_presses_of_back_are_one_step(world: &World) -> Outcome {
    let _site = world.visit(one_tag()).await?;
    let browser = &world.browser;
    let pay = Pay::on(browser);
    pay.is_up().await?;
    let page = browser.address().await?;
    pay.follow(CHECK[0]).await?;
    pay.take(Step::See(pay::PAID)).await?;
    press_twice(world, "Back").await?;
    pay.take(Step::See(pay::AGE)).await?;
    ensure!(is_chosen(world, "21 or over").await?, "nothing is lost");
    // One step on, so that whatever is still to come of the second press has come.
    pay.take(Step::Press("Continue")).await?;
    pay.follow(CHECK[1]).await?;
    pay.take(Step::See(pay::HOURS)).await?;
    ensure!(browser.address().await? == page, "still on the same page");
    // "Save" goes back by the same way.
    for question in &CHECK[2..] {
        pay.follow(question).await?;
    }
    pay.sees_result().await?;
    browser
        .click("button", &format!("Change: {}", pay::PAY))
        .await?;
    pay.take(Step::See(pay::PAY)).await?;
    press_twice(world, "Save and see my result").await?;
    pay.sees_result().await?;
    pay.take(Step::Press("Back")).await?;
    pay.take(Step::See(pay::PAY)).await?;
    Ok(Verdict::Passed)
}

async fn press_twice(world: &World, name: &str) -> anyhow::Result<()> {
    let pressed = world
        .browser
        .run(
            "const button = kit.find('button', args[0]);
             if (!button) return false;
             button.click();
             button.click();
             return true;",
            vec![json!(name)],
        )
        .await?;
    ensure!(
        pressed == json!(true),
        "“{name}” is not there, or took the page away"
    );
    Ok(())
}

async fn starting_again_leads_to_a_result(world: &World) -> Outcome {
    let page = r#"<script async src="https://hub.example/v1/pay.js" data-nation="wales"></script>"#;
    let _site = world.visit(Partner::with_body(page)).await?;
    let browser = &world.browser;
    let pay = Pay::on(browser);
    pay.is_up().await?;
    pay.check().await?;
    ensure!(is_chosen(world, "Wales").await?, "the partner said so");
    pay.take(Step::Press("Start again")).await?;
    pay.is_up().await?;
    ensure!(!is_chosen(world, "21 or over").await?, "nothing is left");
    ensure!(
        !browser.has("button", "Back").await?,
        "there is nothing to go back to"
    );
    // The same buttons as at the first time: “Continue” four times, then “Show my result”.
    pay.check().await?;
    ensure!(
        is_chosen(world, "Wales").await?,
        "the partner still says so"
    );
    Ok(Verdict::Passed)
}

async fn typed(world: &World, label: &str) -> anyhow::Result<String> {
    let field = world.browser.find("textbox", label).await?;
    Ok(field.prop("value").await?.unwrap_or_default())
}

async fn a_mistake_is_told_beside_the_field_and_in_a_summary(world: &World) -> Outcome {
    let _site = world.visit(one_tag()).await?;
    let browser = &world.browser;
    let pay = Pay::on(browser);
    pay.is_up().await?;
    // Nothing chosen.
    pay.take(Step::Press("Continue")).await?;
    pay.has_focus_on("There is a problem").await?;
    pay.follow(CHECK[0]).await?;
    pay.follow(CHECK[1]).await?;
    // Letters for hours.
    pay.take(Step::Type(pay::HOURS, "lots")).await?;
    pay.take(Step::Press("Continue")).await?;
    pay.has_focus_on("There is a problem").await?;
    let seen = browser
        .run(
            "const field = kit.find('textbox', args[0]);
             const said = (field.getAttribute('aria-describedby') || '').split(' ')
               .map((id) => field.getRootNode().getElementById(id)).filter(Boolean)
               .map((one) => kit.squeeze(one.textContent)).join(' ');
             const link = kit.find('link', 'Type a number');
             return { invalid: field.getAttribute('aria-invalid'), said, link: !!link };",
            vec![json!(pay::HOURS)],
        )
        .await?;
    ensure!(
        seen["invalid"] == "true",
        "the field says that it is wrong: {seen}"
    );
    let said = seen["said"].as_str().context("text")?;
    ensure!(
        said.contains("Type a number"),
        "the reason belongs to the field: {seen}"
    );
    ensure!(
        seen["link"] == json!(true),
        "the summary leads to the field: {seen}"
    );
    browser.click("link", "Type a number").await?;
    pay.has_focus_on(pay::HOURS).await?;
    ensure!(
        typed(world, pay::HOURS).await? == "lots",
        "nothing typed is lost"
    );
    pay.take(Step::Type(pay::HOURS, "25")).await?;
    pay.take(Step::Press("Continue")).await?;
    pay.take(Step::See(pay::OTHER)).await?;
    pay.has_focus_on(pay::OTHER).await?;
    Ok(Verdict::Passed)
}

async fn an_answer_is_changed_from_the_summary(world: &World) -> Outcome {
    let _site = world.visit(one_tag()).await?;
    let browser = &world.browser;
    let pay = Pay::on(browser);
    pay.is_up().await?;
    pay.check().await?;
    let before = pay.text().await?;
    browser
        .click("button", &format!("Change: {}", pay::PAY))
        .await?;
    pay.take(Step::See(pay::PAY)).await?;
    pay.take(Step::Type(pay::PAY, "900")).await?;
    pay.take(Step::Press("Save and see my result")).await?;
    pay.take(Step::See(pay::RESULT)).await?;
    pay.says(pay::FINE).await?;
    ensure!(pay.text().await? != before);
    Ok(Verdict::Passed)
}

async fn enter_goes_on(world: &World) -> Outcome {
    let _site = world.visit(one_tag()).await?;
    let pay = Pay::on(&world.browser);
    pay.is_up().await?;
    pay.follow(CHECK[0]).await?;
    pay.follow(CHECK[1]).await?;
    pay.take(Step::Type(pay::HOURS, "25")).await?;
    world.browser.press(&[ENTER]).await?;
    pay.take(Step::See(pay::OTHER)).await?;
    Ok(Verdict::Passed)
}

async fn numbers_as_people_type_them(world: &World) -> Outcome {
    let _site = world.visit(one_tag()).await?;
    let pay = Pay::on(&world.browser);
    pay.is_up().await?;
    pay.follow(CHECK[0]).await?;
    pay.follow(CHECK[1]).await?;
    let rows = [
        ("7h30", "That is 7 hours 30 minutes."),
        ("7.5", "That is 7 hours 30 minutes."),
        ("7:30", "That is 7 hours 30 minutes."),
        ("45 min", "That is 45 minutes."),
        ("7,5", "That is 7 hours 30 minutes."),
    ];
    for (text, reading) in rows {
        pay.take(Step::Type(pay::HOURS, text)).await?;
        pay.says(reading).await.with_context(|| text.to_owned())?;
    }
    Ok(Verdict::Passed)
}
