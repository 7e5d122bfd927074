//! Pictures of every state in every engine, for people to look at: `target/screenshots`.
//! They claim that the state was reached, and that each shows something that no other does.

use std::{path::PathBuf, sync::LazyLock, time::SystemTime};

use anyhow::{Context, Result};

use super::{access, cases, faults::fails_calmly, one_tag, right_to_left};
use crate::{
    pay::{CHECK, Pay, Step},
    pictures::is_the_only_one,
    runner::{Case, Outcome, Verdict, World},
    server::pages::Partner,
};

pub(crate) fn cases() -> Vec<Case> {
    cases!("look": light, dark, turned, welsh, phone, failure, components)
}

/// When this run began. Pictures before that are of another.
static BEGUN: LazyLock<SystemTime> = LazyLock::new(SystemTime::now);

fn place(world: &World, name: &str) -> PathBuf {
    LazyLock::force(&BEGUN);
    world.pictures().join(name).with_extension("png")
}

/// The whole page, from top to bottom.
async fn keep(world: &World, name: &str) -> Result<()> {
    let files = world.browser.whole_picture(&place(world, name)).await?;
    files
        .iter()
        .try_for_each(|file| is_the_only_one(file, *BEGUN))
}

/// One chart alone.
async fn keep_chart(world: &World, at: usize, name: &str) -> Result<()> {
    let file = place(world, name);
    world.browser.picture_of("swan-bars", at, &file).await?;
    is_the_only_one(&file, *BEGUN)
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
    keep_chart(world, 0, &format!("{prefix}-chart-rates")).await?;
    keep_chart(world, 1, &format!("{prefix}-chart-hour")).await?;
    // With its workings, its details, and the help in one nation.
    pay.take(Step::Pick("Scotland")).await?;
    access::open_all(world).await?;
    keep(world, &format!("{prefix}-result-open")).await
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

async fn turned(world: &World) -> Outcome {
    let _site = world.visit(right_to_left()).await?;
    whole_check(world, "right-to-left").await?;
    Ok(Verdict::Passed)
}

async fn welsh(world: &World) -> Outcome {
    let _site = world.visit(tag_with("data-lang=cy")).await?;
    world
        .browser
        .wait("answers", "return kit.all('radio').length;", Vec::new())
        .await?;
    keep(world, "welsh").await?;
    Ok(Verdict::Passed)
}

async fn phone(world: &World) -> Outcome {
    let _site = world.visit_narrow(one_tag()).await?;
    whole_check(world, "phone").await?;
    Ok(Verdict::Passed)
}

/// What a visitor sees where the hub has gone away, by day and by night.
async fn failure(world: &World) -> Outcome {
    for theme in ["light", "dark"] {
        let page = Partner::with_body(&format!(
            r#"<swan-pay data-theme="{theme}" data-loading="lazy" style="margin-top:3000px"><a href="https://hub.example/w/pay">Check your pay</a></swan-pay>
               <script async src="https://hub.example/v1/swansfeet.js"></script>"#
        ));
        let page = match theme {
            "dark" => page.with_head("<style>body{background:#111;color:#eee}</style>"),
            _ => page,
        };
        let site = world.visit(page).await?;
        let nearer = "document.querySelector('swan-pay').style.marginTop = 0;";
        fails_calmly(world, &site, nearer).await?;
        keep(world, &format!("failure-{theme}")).await?;
    }
    Ok(Verdict::Passed)
}

/// Every component in every state.
async fn components(world: &World) -> Outcome {
    for theme in ["light", "dark"] {
        access::gallery(world, "theme", theme).await?;
        keep(world, &format!("components-{theme}")).await?;
    }
    Ok(Verdict::Passed)
}
