//! What leaves the device: requests for our own files, and nothing else whatever is typed.

use anyhow::{Context, ensure};

use super::{cases, one_tag};
use crate::{
    browser::FRAME,
    manifest::Manifest,
    pay::Pay,
    runner::{Case, Outcome, Verdict, World},
};

pub(crate) fn cases() -> Vec<Case> {
    cases!("privacy": a_whole_check_tells_nobody_anything, a_framed_check_tells_nobody_anything)
}

async fn a_whole_check_tells_nobody_anything(world: &World) -> Outcome {
    let site = world.visit(one_tag()).await?;
    let browser = &world.browser;
    let pay = Pay::on(browser);
    pay.check().await?;
    only_known_files(&site, &[])?;
    let left = browser
        .run(
            "return {
               cookie: document.cookie,
               local: localStorage.length,
               session: sessionStorage.length,
               from: performance.getEntriesByType('resource').map((entry) => new URL(entry.name).origin),
             };",
            Vec::new(),
        )
        .await?;
    ensure!(
        left["cookie"] == "" && left["local"] == 0 && left["session"] == 0,
        "{left}"
    );
    for origin in left["from"].as_array().context("a list")? {
        let known = origin == site.origin() || origin == site.hub.origin();
        ensure!(known, "a request to {origin}");
    }
    let databases = browser
        .run_async(
            "if (!indexedDB.databases) done(0);
             else indexedDB.databases().then((all) => done(all.length), () => done(0));",
            Vec::new(),
        )
        .await?;
    ensure!(databases == 0, "nothing is stored");
    Ok(Verdict::Passed)
}

async fn a_framed_check_tells_nobody_anything(world: &World) -> Outcome {
    let page = crate::server::pages::Partner::with_body(
        r#"<script async src="https://hub.example/v1/pay.js" data-mode="frame"></script>"#,
    );
    let site = world.visit(page).await?;
    let browser = &world.browser;
    browser.enter_frame(FRAME).await?;
    Pay::on(browser).check().await?;
    browser.leave_frame().await?;
    only_known_files(
        &site,
        &[
            "/w/pay",
            "/static/frame.css",
            "/static/frame.js",
            "/favicon.ico",
        ],
    )
}

/// Everything that the hub was asked: files that it has, and no word more than that.
pub(crate) fn only_known_files(site: &crate::site::Site, more: &[&str]) -> Outcome {
    let manifest = Manifest::read()?;
    let seen = site.hub.seen();
    ensure!(!seen.is_empty(), "the widget came from the hub");
    for one in &seen {
        let (path, query) = one.path.split_once('?').unwrap_or((&one.path, ""));
        ensure!(one.method == "GET" && one.body == 0, "{one:?}");
        ensure!(
            manifest.has(path) || more.contains(&path),
            "what is {path}?"
        );
        ensure!(query.is_empty() || path.starts_with("/w/"), "{one:?}");
        ensure!(!one.headers.contains_key("cookie"), "{one:?}");
        let referrer = one
            .headers
            .get("referer")
            .and_then(|value| value.to_str().ok());
        let is_origin = referrer.is_none_or(|from| {
            from == format!("{}/", site.origin()) || from.starts_with(site.hub.origin())
        });
        ensure!(is_origin, "a referrer beyond the origin: {one:?}");
    }
    Ok(Verdict::Passed)
}
