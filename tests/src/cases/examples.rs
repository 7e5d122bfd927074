//! Partners' pages as people have them: the widgets come up, and the page is as it was.

use std::{fs, path::PathBuf};

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use crate::{
    engine::{Engine, root},
    pay::Pay,
    runner::{Case, Outcome, Verdict, World},
    server::pages::Partner,
};

pub(crate) fn cases() -> Result<Vec<Case>> {
    let mut cases = Vec::new();
    for (name, folder) in folders("examples")? {
        let claims: [(&str, Claim); 3] = [
            ("comes-up", |world, folder| {
                Box::pin(comes_up(world, folder))
            }),
            ("leaves-the-page-as-it-was", |world, folder| {
                Box::pin(leaves_the_page_as_it_was(world, folder))
            }),
            ("nothing-jumps", |world, folder| {
                Box::pin(nothing_jumps(world, folder))
            }),
        ];
        for (claim, run) in claims {
            let folder = folder.clone();
            cases.push(Case::new(
                format!("examples/{name}/{claim}"),
                move |world| run(world, folder.clone()),
            ));
        }
    }
    Ok(cases)
}

type Claim = for<'a> fn(&'a World, PathBuf) -> crate::runner::Running<'a>;

/// Each folder with a page in it below this one, by name.
pub(crate) fn folders(below: &str) -> Result<Vec<(String, PathBuf)>> {
    let place = root().join(below);
    let mut found = Vec::new();
    for entry in fs::read_dir(&place).with_context(|| format!("{below} is missing"))? {
        let folder = entry?.path();
        if folder.join("index.html").exists() {
            let name = folder
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            found.push((name, folder));
        }
    }
    ensure!(!found.is_empty(), "there are no pages in {below}");
    found.sort();
    Ok(found)
}

/// How many widgets a page has room for, and how many run.
const COUNTS: &str = "
    const wanted = [...kit.elements()].filter((one) => /^swan-/.test(one.localName));
    wanted.forEach((one) => one.scrollIntoView());
    return { wanted: wanted.length, running: kit.widgets().length };";

async fn all_run(world: &World) -> Result<u64> {
    world
        .browser
        .until("every widget to run", || async {
            let counts = world.browser.run(COUNTS, Vec::new()).await?;
            let number = |name: &str| counts[name].as_u64().unwrap_or(0);
            let done = number("wanted") > 0 && number("wanted") == number("running");
            if done {
                Ok(Some(number("wanted")))
            } else {
                anyhow::bail!("{counts}")
            }
        })
        .await
}

async fn comes_up(world: &World, folder: PathBuf) -> Outcome {
    let site = world.visit(Partner::folder(&folder)?).await?;
    all_run(world).await?;
    let pay = Pay::on(&world.browser);
    if let Some(build) = site.settings.build {
        ensure!(
            pay.build().await? == build,
            "the {} build runs",
            build.name()
        );
    }
    pay.check().await?;
    ours_is_quiet(world, site.hub.origin()).await?;
    Ok(Verdict::Passed)
}

/// No error in the console that our scripts made.
pub(crate) async fn ours_is_quiet(world: &World, hub: &str) -> Result<()> {
    let console = world.browser.console().await?;
    let bad: Vec<_> = console
        .iter()
        .filter(|line| line.contains(hub) || line.contains("Swansfeet"))
        .filter(|line| {
            let line = line.to_lowercase();
            line.starts_with("severe") || line.contains("error") || line.contains("uncaught")
        })
        .collect();
    ensure!(bad.is_empty(), "the console says {bad:?}");
    Ok(())
}

/// All of the host's page that we could have changed: its globals, sheets and stored things, and
/// how each of its own elements looks. Sizes are left out: a widget takes room, that is its use.
const HOST: &str = "
    const LOOKS = ['color', 'background-color', 'background-image', 'font-family', 'font-size',
      'font-weight', 'line-height', 'letter-spacing', 'text-transform', 'text-align', 'direction',
      'display', 'position', 'float', 'visibility', 'opacity', 'cursor', 'box-sizing', 'z-index',
      'margin-top', 'margin-left', 'padding-top', 'padding-left', 'border-top-width',
      'border-top-style', 'border-top-color', 'overflow-x', 'transform', 'filter', 'outline-style'];
    const elements = [...document.querySelectorAll('*')]
      .filter((one) => !one.closest('swan-pay') && !/v1\\/[a-z.0-9-]+\\.js/.test(one.src || ''))
      .map((one) => {
        const style = getComputedStyle(one);
        const attributes = [...one.attributes].map((each) => each.name + '=' + each.value);
        return [one.localName, attributes.join(' '), LOOKS.map((name) => style.getPropertyValue(name)).join('|')].join(' # ');
      });
    return {
      elements,
      globals: Object.getOwnPropertyNames(window).sort(),
      sheets: document.styleSheets.length + (document.adoptedStyleSheets || []).length,
      title: document.title,
      cookie: document.cookie,
      prototypes: [Object, Array, Function, Promise, Element, Node, String]
        .map((one) => Object.getOwnPropertyNames(one.prototype).length),
    };";

async fn leaves_the_page_as_it_was(world: &World, folder: PathBuf) -> Outcome {
    let site = world.site(Partner::folder(&folder)?).await?;
    site.hub.switch_off();
    world.browser.open(&site.address()).await?;
    let before = world.browser.run(HOST, Vec::new()).await?;
    drop(site);
    let _site = world.visit(Partner::folder(&folder)?).await?;
    all_run(world).await?;
    Pay::on(&world.browser).check().await?;
    let after = world.browser.run(HOST, Vec::new()).await?;
    for part in ["elements", "sheets", "title", "cookie", "prototypes"] {
        ensure!(
            before[part] == after[part],
            "{part}: {}",
            difference(&before[part], &after[part])
        );
    }
    let known = before["globals"].as_array().context("globals")?;
    let new: Vec<&Value> = after["globals"]
        .as_array()
        .context("globals")?
        .iter()
        .filter(|name| !known.contains(name))
        .collect();
    ensure!(
        new == [&json!("Swansfeet")],
        "one global name, and these came: {new:?}"
    );
    Ok(Verdict::Passed)
}

fn difference(before: &Value, after: &Value) -> String {
    let (Some(before), Some(after)) = (before.as_array(), after.as_array()) else {
        return format!("{before} became {after}");
    };
    let gone = before.iter().find(|one| !after.contains(one));
    let new = after.iter().find(|one| !before.contains(one));
    format!(
        "gone {gone:?}, new {new:?}, {} became {}",
        before.len(),
        after.len()
    )
}

async fn nothing_jumps(world: &World, folder: PathBuf) -> Outcome {
    if world.browser.engine != Engine::Chromium {
        return Ok(Verdict::Skipped(
            "only Chromium measures layout shifts".to_owned(),
        ));
    }
    let site = world.site(Partner::folder(&folder)?).await?;
    world.browser.open("about:blank").await?;
    let before = layout_shift(world, &site.address()).await?;
    // The sum that Google calls good is 0.1; ours is a tenth of that.
    ensure!(before < 0.01, "the page shifts by {before}");
    Ok(Verdict::Passed)
}

/// Opens the page, waits for its widgets, and sums what moved by itself.
async fn layout_shift(world: &World, address: &str) -> Result<f64> {
    world.browser.open(address).await?;
    world
        .browser
        .until("the first widget to run", || async {
            let counts = world
                .browser
                .run("return kit.widgets().length;", Vec::new())
                .await?;
            Ok((counts.as_u64() > Some(0)).then_some(()))
        })
        .await?;
    let sum = world
        .browser
        .run_async(
            "let sum = 0;
             new PerformanceObserver((list) => {
               for (const entry of list.getEntries()) if (!entry.hadRecentInput) sum += entry.value;
             }).observe({ type: 'layout-shift', buffered: true });
             // Buffered entries come in a task of their own; a second frame sees any that follow.
             requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(sum), 100)));",
            Vec::new(),
        )
        .await?;
    sum.as_f64().context("a number")
}
