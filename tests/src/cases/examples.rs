//! Partners' pages as people have them: the widgets come up, and the page is as it was.

use std::{
    fs,
    path::{Path, PathBuf},
    time::Duration,
};

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use crate::{
    engine::{Engine, root},
    pay::Pay,
    runner::{Case, Outcome, Verdict, World},
    server::pages::{HUB, Partner},
    site::Site,
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

/// How many widgets a page shows, and how many run. One that opens in a dialogue waits for that; one
/// in a frame of its own runs as soon as the frame is there, as far as its page can tell.
const COUNTS: &str = "
    const wanted = [...kit.elements()].filter((one) =>
      /^swan-/.test(one.localName) && !/dialog|button/.test(one.dataset.mode));
    const framed = wanted.map((one) => one.shadowRoot && one.shadowRoot.querySelector('iframe'));
    const running = kit.widgets().concat(framed.filter(Boolean));
    const next = wanted.find((one) => !one.shadowRoot || !running.some((app) => app.getRootNode() === one.shadowRoot));
    if (next) next.scrollIntoView({ behavior: 'instant' });
    return { wanted: wanted.length, running: running.length };";

/// Whether one of the page's widgets is a pay check.
const HAS_PAY: &str = "return [...kit.elements()].some((one) => one.localName == 'swan-pay');";

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
    if world.browser.run(HAS_PAY, Vec::new()).await? == true {
        pay.check().await?;
    }
    ours_is_quiet(world, site.hub.origin()).await?;
    Ok(Verdict::Passed)
}

/// No error in the console that our scripts made. A warning is how owners are told of their
/// page's faults, and is meant.
pub(crate) async fn ours_is_quiet(world: &World, hub: &str) -> Result<()> {
    // As Chromium's log, Firefox's and WebKit's output mark an error.
    const MARKS: [&str; 4] = ["SEVERE", "console.error", "JavaScript error", "JS ERROR"];
    let console = world.browser.console().await?;
    let bad: Vec<_> = console
        .iter()
        .filter(|line| line.contains(hub) || line.contains("Swansfeet"))
        .filter(|line| MARKS.iter().any(|mark| line.contains(mark)))
        // The browser's own word on a policy that our warning explains.
        .filter(|line| {
            !line.contains("Content Security Policy") && !line.contains("Content-Security-Policy")
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
    const isOurs = (one) => one && (/^swan-/.test(one.localName) || isOurs(one.parentElement));
    const elements = [...document.querySelectorAll('*')]
      .filter((one) => !isOurs(one) && !/v1\\/[a-z.0-9-]+\\.js/.test(one.src || ''))
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
    let before = host(world, &site).await?;
    drop(site);
    let site = world.visit(Partner::folder(&folder)?).await?;
    all_run(world).await?;
    if world.browser.run(HAS_PAY, Vec::new()).await? == true {
        Pay::on(&world.browser).check().await?;
    }
    let after = host(world, &site).await?;
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
        .filter(|name| {
            name.as_str()
                .is_none_or(|name| !OF_THE_TESTS.contains(&name))
        })
        .collect();
    // A page that queues calls has made the name itself.
    let is_one = new.iter().all(|name| **name == json!("Swansfeet"));
    ensure!(is_one, "one global name, and these came: {new:?}");
    Ok(Verdict::Passed)
}

/// What the host's page is, with the hub under the one name that it has on every run.
async fn host(world: &World, site: &Site) -> Result<Value> {
    let found = world.browser.run(HOST, Vec::new()).await?;
    Ok(serde_json::from_str(
        &found.to_string().replace(site.hub.origin(), HUB),
    )?)
}

/// Names that chromedriver leaves in a page that it has worked in, and that of our own recorder.
const OF_THE_TESTS: [&str; 3] = ["ret_nodes", "se_exportedFunctionSymbol", "__console"];

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

/// A script that comes before the page is first drawn moves nothing: it comes later, as from a real hub.
const ROUND_TRIP: Duration = Duration::from_millis(500);

async fn nothing_jumps(world: &World, folder: PathBuf) -> Outcome {
    if world.browser.engine != Engine::Chromium {
        return Ok(Verdict::Skipped(
            "only Chromium measures layout shifts".to_owned(),
        ));
    }
    let (watch, height) = if keeps_room(&folder)? {
        // Only what is in the window counts: so high that the first widget is, and what is below it.
        (format!("window.__room = -1;{WATCH}"), 1600)
    } else {
        (WATCH.to_owned(), 900)
    };
    let mut partner = Partner::folder(&folder)?;
    partner.settings.hub.delay = ROUND_TRIP;
    let site = world.site(partner).await?;
    world.browser.open("about:blank").await?;
    world.browser.resize(1024, height).await?;
    let watch = world.browser.before_each_page(&watch).await?;
    let shifts = layout_shifts(world, &site.address()).await;
    world.browser.no_longer_before_each_page(&watch).await?;
    let shifts = shifts?;
    let sum: f64 = shifts
        .iter()
        .filter_map(|shift| shift["value"].as_f64())
        .sum();
    // The sum that Google calls good is 0.1; ours is a tenth of that.
    ensure!(sum < 0.01, "the page shifts by {sum}: {shifts:?}");
    Ok(Verdict::Passed)
}

/// Whether a page keeps its widgets' room from the start, so that everything that moves is a fault:
/// one with elements must, unless its own policy forbids it a style sheet.
pub(crate) fn keeps_room(folder: &Path) -> Result<bool> {
    let page = fs::read_to_string(folder.join("index.html"))?;
    let headers = Partner::folder(folder)?.settings.page.headers;
    let is_bare = headers
        .get("content-security-policy")
        .is_some_and(|policy| policy.contains("style-src 'none'"));
    Ok(page.contains("<swan-") && !is_bare)
}

/// Notes when room was made for the first widget, where that is not noted already. A tag that comes
/// late cannot hold room before it is there, so what moves in that very frame is its owner's choice;
/// all that moves later is ours.
const WATCH: &str = "
    window.__shifts = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if (entry.hadRecentInput || !(entry.startTime > window.__room)) continue;
        const moved = entry.sources.filter((one) => one.node).map((one) =>
          one.node.nodeName + ' ' + one.previousRect.y + ' to ' + one.currentRect.y);
        __shifts.push({ at: entry.startTime, value: entry.value, moved });
      }
    }).observe({ type: 'layout-shift', buffered: true });
    (function look() {
      if (window.__room) return;
      const hosts = [...document.querySelectorAll('*')].filter((one) => /^swan-/.test(one.localName));
      if (hosts.some((one) => one.shadowRoot)) {
        requestAnimationFrame(() => { window.__room = performance.now(); });
      } else {
        requestAnimationFrame(look);
      }
    })();";

/// Every widget that is in the window runs.
const ALL_IN_VIEW: &str = "
    const shown = [...kit.elements()].filter((one) => /^swan-/.test(one.localName) &&
      !/dialog|button/.test(one.dataset.mode) && one.getBoundingClientRect().top < innerHeight);
    const roots = kit.widgets().map((app) => app.getRootNode());
    return window.__room && shown.length && shown.every((one) => roots.includes(one.shadowRoot));";

/// Opens the page, waits for its widgets, and lists what moved by itself since their room was made.
async fn layout_shifts(world: &World, address: &str) -> Result<Vec<Value>> {
    world.browser.open(address).await?;
    world
        .browser
        .wait("every widget in view to run", ALL_IN_VIEW, Vec::new())
        .await?;
    let shifts = world
        .browser
        .run_async(
            "// Two frames to draw what came last, and a task for the observer to hear of it.
             requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(__shifts), 100)));",
            Vec::new(),
        )
        .await?;
    Ok(serde_json::from_value(shifts)?)
}
