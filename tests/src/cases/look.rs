//! Pictures of every state in every engine, for people to look at: `target/screenshots`.
//! They claim nothing but that the state was reached.

use anyhow::{Context, Result};

use super::{access, cases, one_tag, right_to_left};
use crate::{
    pay::{CHECK, Pay},
    runner::{Case, Outcome, Verdict, World},
    server::pages::Partner,
};

pub(crate) fn cases() -> Vec<Case> {
    cases!("look": light, dark, turned, welsh, phone, gallery)
}

async fn keep(world: &World, name: &str) -> Result<()> {
    let file = world.pictures().join(name).with_extension("png");
    world.browser.picture(&file).await
}

async fn whole_check(world: &World, prefix: &str) -> Result<()> {
    let pay = Pay::on(&world.browser);
    pay.is_up().await?;
    for (number, question) in CHECK.iter().enumerate() {
        let (way_on, answers) = question.split_last().context("a question has steps")?;
        if number == 0 {
            keep(world, &format!("{prefix}-question-1")).await?;
            pay.take(*way_on).await?;
            pay.has_focus_on("There is a problem").await?;
            keep(world, &format!("{prefix}-error")).await?;
        }
        pay.follow(answers).await?;
        keep(world, &format!("{prefix}-answered-{}", number + 1)).await?;
        pay.take(*way_on).await?;
    }
    pay.sees_result().await?;
    keep(world, &format!("{prefix}-result")).await?;
    world
        .browser
        .run(
            "const charts = [...kit.elements()].find((one) => /chart/.test(one.className));
             if (charts) charts.scrollIntoView();",
            Vec::new(),
        )
        .await?;
    keep(world, &format!("{prefix}-charts")).await
}

fn tag_with(attributes: &str) -> Partner {
    Partner::with_body(&format!(
        r#"<script async src="https://hub.example/v1/pay.js" {attributes}></script>"#
    ))
}

async fn light(world: &World) -> Outcome {
    let _site = world.visit(one_tag()).await?;
    whole_check(world, "light").await?;
    Ok(Verdict::Passed)
}

async fn dark(world: &World) -> Outcome {
    let page =
        tag_with("data-theme=dark").with_head("<style>body{background:#111;color:#eee}</style>");
    let _site = world.visit(page).await?;
    whole_check(world, "dark").await?;
    Ok(Verdict::Passed)
}

async fn first_question(world: &World, page: Partner, name: &str) -> Outcome {
    let _site = world.visit(page).await?;
    world
        .browser
        .wait("answers", "return kit.all('radio').length;", Vec::new())
        .await?;
    keep(world, name).await?;
    Ok(Verdict::Passed)
}

async fn turned(world: &World) -> Outcome {
    first_question(world, right_to_left(), "right-to-left").await
}

async fn welsh(world: &World) -> Outcome {
    first_question(world, tag_with("data-lang=cy"), "welsh").await
}

async fn phone(world: &World) -> Outcome {
    let _site = world.visit_narrow(one_tag()).await?;
    whole_check(world, "phone").await?;
    Ok(Verdict::Passed)
}

async fn gallery(world: &World) -> Outcome {
    for theme in ["light", "dark"] {
        access::gallery(world, theme).await?;
        keep(world, &format!("gallery-{theme}")).await?;
    }
    Ok(Verdict::Passed)
}
