//! What a check-in costs: on the device, from the press on "Add mine" to the request that goes out
//! (split, sealed and written, processor slowed four times), and how long the page stands still
//! meanwhile; and at the hub, how many it takes in a second, each on disk before it is answered.

use std::fmt::Write;

use anyhow::Result;
use serde::Deserialize;

use super::{measure, table::median};
use crate::{
    browser::Browser,
    checking::{
        crowd::Crowd,
        document,
        holders::{By, Holder},
    },
    engine::{Engine, root},
    ground::place::Place,
    load::volley::Volley,
    wellbeing::Wellbeing,
};

/// Milliseconds to split and seal six questions, at most.
const SEALED: f64 = 50.0;
/// Milliseconds for which one task may keep the page still.
const STILL: f64 = 50.0;
/// Check-ins a second, at least.
const RATE: f64 = 1_000.0;
/// Milliseconds within which 99 of a hundred are answered.
const P99: f64 = 100.0;
/// How many check in at once.
const AT_ONCE: usize = 32;

/// What one press gave, in milliseconds.
#[derive(Deserialize)]
struct Pressed {
    sealed: f64,
    still: f64,
}

/// From the press to the request, and the longest task.
const PRESS: &str = "
    const tasks = [];
    new PerformanceObserver((list) => {
      for (const task of list.getEntries()) tasks.push(task.duration);
    }).observe({ type: 'longtask' });
    const { fetch } = window;
    window.fetch = (...args) => {
      const sealed = performance.now() - begun;
      window.fetch = fetch;
      setTimeout(() => done({ sealed, still: Math.max(0, ...tasks) }), 300);
      return fetch(...args);
    };
    const button = kit.find('button', 'Add mine');
    const begun = performance.now();
    button.click();";

/// Measures everything; the table, and whether every goal is met.
///
/// # Errors
/// A hub or the browser does not start.
pub async fn run(runs: usize, people: usize) -> Result<(String, bool)> {
    let mut place = Place::new(None, None)?;
    place.assets = Some(root().join("dist"));
    let holder = Holder::asking(&place, By::Tally, "work").await?;
    let hub = place.serve().await?;
    holder.works(&hub, &[]).await?;
    let mut text = String::new();
    let mut is_met = device(&format!("http://{}", hub.address), runs, &mut text).await?;

    let crowd = Crowd::of(&document(&hub).await?, people)?;
    let volley = Volley::fire(hub.address, &crowd.forms, AT_ONCE).await?;
    volley.all_taken(&crowd.forms)?;
    let (rate, p99) = (
        volley.rate(),
        volley.percentile(0.99)?.as_secs_f64() * 1_000.0,
    );
    is_met &= rate >= RATE && p99 < P99;
    let memory = hub.memory()?.most / 1_000_000;
    let _ = writeln!(
        text,
        "hub: {people} check-ins by {AT_ONCE} at once, {rate:.0} a second (asked for: {RATE:.0}), \
         99 of a hundred in {p99:.1} ms (asked for: {P99:.0}), memory {memory} MB at most"
    );
    Ok((text, is_met))
}

async fn device(hub: &str, runs: usize, text: &mut String) -> Result<bool> {
    let browser = Browser::start(Engine::Chromium, &root().join("target/browser/bench")).await?;
    let mut pressed: Vec<Pressed> = Vec::new();
    for _ in 0..runs {
        browser.open(&format!("{hub}/w/wellbeing?lang=en")).await?;
        let check_in = Wellbeing::on(&browser);
        check_in
            .answers(&[
                "Never",
                "Seldom",
                "Sometimes",
                "Often",
                "Always",
                "Prefer not to say",
            ])
            .await?;
        check_in.chooses_place("Wales").await?;
        measure::slow_down(&browser).await?;
        pressed.push(serde_json::from_value(
            browser.run_async(PRESS, Vec::new()).await?,
        )?);
        check_in.says("Added. Thank you.").await?;
        measure::at_full_speed(&browser).await?;
    }
    browser.close().await?;
    let sealed = median(pressed.iter().map(|one| one.sealed));
    let worst = pressed.iter().map(|one| one.sealed).fold(0.0, f64::max);
    let still = median(pressed.iter().map(|one| one.still));
    let _ = writeln!(
        text,
        "device, 4 times slower, six questions: {sealed:.1} ms from the press to the request \
         (worst {worst:.1}; asked for: {SEALED:.0}), the longest task {still:.0} ms (asked for: {STILL:.0}; \
         0 is none above 50)"
    );
    Ok(sealed < SEALED && still <= STILL)
}
