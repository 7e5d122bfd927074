//! Pages that a widget must survive: each in `tests/pages`, with the build that must run there.

use std::path::PathBuf;

use anyhow::{Context, Result, ensure};

use super::examples::folders;
use crate::{
    pay::Pay,
    runner::{Case, Outcome, Verdict, World},
    server::pages::Partner,
};

pub(crate) fn cases() -> Result<Vec<Case>> {
    Ok(folders("tests/pages")?
        .into_iter()
        .map(|(name, folder)| {
            Case::new(format!("hostile/{name}"), move |world| {
                Box::pin(survives(world, folder.clone()))
            })
        })
        .collect())
}

/// The widget may be in the page or in a frame of it.
const FRAME_OR_WIDGET: &str = "
    if (kit.widgets().length) return { widget: true };
    const frame = document.querySelector('iframe');
    return frame ? { frame: true } : null;";

async fn survives(world: &World, folder: PathBuf) -> Outcome {
    let site = world.visit(Partner::folder(&folder)?).await?;
    let browser = &world.browser;
    let found = browser
        .wait("a widget or a frame", FRAME_OR_WIDGET, Vec::new())
        .await?;
    let is_framed = found.get("frame").is_some();
    if is_framed {
        browser
            .enter_frame("return document.querySelector('iframe');")
            .await?;
    }
    let pay = Pay::on(browser);
    pay.is_up().await?;
    let build = pay.build().await?;
    if let Some(expected) = site.settings.build {
        ensure!(
            build == expected,
            "{} runs, not {}",
            build.name(),
            expected.name()
        );
    }
    pay.check().await.context("a whole check")?;
    if is_framed {
        browser.leave_frame().await?;
    }
    Ok(Verdict::Passed)
}
