//! A whole week: people check in, one of them in a browser; the week ends; a tally counts; the picture
//! is there. The hub and the tally are real, and so is the clock that they share, but for its week.

use anyhow::ensure;

use crate::{
    cases::cases,
    checking::{
        Ground,
        crowd::Crowd,
        document,
        holders::{By, Holder},
        no_clock,
    },
    engine::root,
    load::volley::Volley,
    runner::{Case, Outcome, Verdict, World},
    server::pages::Partner,
    wellbeing::{PICTURE, Wellbeing},
};

pub(crate) fn cases() -> Vec<Case> {
    cases!("wellbeing-whole":
        from_a_partner_s_page_to_the_group_picture_by_a_tally,
        from_a_partner_s_page_to_the_group_picture_by_a_steward,
    )
}

async fn from_a_partner_s_page_to_the_group_picture_by_a_tally(world: &World) -> Outcome {
    a_week(world, By::Tally).await
}

async fn from_a_partner_s_page_to_the_group_picture_by_a_steward(world: &World) -> Outcome {
    a_week(world, By::Steward).await
}

async fn a_week(world: &World, by: By) -> Outcome {
    let Some(mut ground) = Ground::new()? else {
        return no_clock();
    };
    ground.place.assets = Some(root().join("dist"));
    let holder = Holder::open(&ground.place, by).await?;
    let hub = ground.serve().await?;
    holder.works(&hub, &ground.words).await?;
    // Nineteen of twenty: without the one in the browser there would be no picture.
    let crowd = Crowd::of(&document(&hub).await?, 19)?;
    let volley = Volley::fire(hub.address, &crowd.forms, 4).await?;
    volley.all_taken(&crowd.forms)?;

    let page = || {
        Partner::with_body(
            r#"<script async src="https://hub.example/v1/wellbeing.js" data-loading="eager"></script>"#,
        )
    };
    let origin = format!("http://{}", hub.address);
    let site = world.site_of(&origin, page()).await?;
    world.browser.open(&site.address()).await?;
    let check_in = Wellbeing::on(&world.browser);
    check_in.enters_frame().await?;
    check_in.answers(&["0", "0", "0", "0"]).await?;
    check_in.chooses_place("Wales").await?;
    let promise = match by {
        By::Tally => "We keep nothing that could be traced to you.",
        By::Steward => "Nobody alone can read an answer.",
    };
    let text = check_in.text().await?;
    ensure!(text.contains(promise), "{text}");
    ensure!(
        by == By::Steward || !text.contains("Nobody alone"),
        "more is promised than one hub can hold"
    );
    check_in.presses("Add mine").await?;
    check_in.says("Added. Thank you.").await?;
    world.browser.leave_frame().await?;

    ground.days_on(7)?;
    for _ in 0..2 {
        holder.works(&hub, &ground.words).await?;
    }
    let site = world.site_of(&origin, page()).await?;
    world.browser.open(&site.address()).await?;
    check_in.enters_frame().await?;
    check_in.presses("See the group picture").await?;
    check_in.sees(PICTURE).await?;
    check_in.says("About 20 people").await?;
    check_in.says("rounded to 5%").await?;
    // Eleven of twenty answered the lowest, nine the highest.
    check_in.says("55%").await?;
    check_in.says("45%").await?;
    world.browser.leave_frame().await?;
    ensure!(hub.stop().await?.success(), "the hub did not end well");
    Ok(Verdict::Passed)
}
