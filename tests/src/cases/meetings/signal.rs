//! Without a signal: the example page that keeps itself opens, with the list and its age, once somebody
//! has asked for that; and nothing of it is kept before or after.

use std::net::TcpListener;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use crate::{
    cases::cases,
    demands::Demands as Words,
    engine::root,
    runner::{Case, Outcome, Verdict, World},
    server::pages::Partner,
};

pub(super) fn cases() -> Vec<Case> {
    cases!("meetings":
        a_page_that_was_kept_opens_without_a_signal,
        a_server_that_never_answers_is_not_waited_for,
    )
}

const EXAMPLE: &str = "examples/static-site";
const TICK: &str = "Keep this list on this device";

/// What is kept on the device: paths of what is in the copies, how many workers there are, and how many
/// lists.
async fn kept(world: &World) -> Result<Value> {
    let script = "(async () => {
        const files = [];
        for (const name of await caches.keys()) {
          for (const { url } of await (await caches.open(name)).keys()) {
            files.push(new URL(url).pathname.replace(/[.][0-9a-f]{16}[.]/, '.'));
          }
        }
        const workers = await navigator.serviceWorker.getRegistrations();
        done({ files: files.sort(), workers: workers.length, lists: localStorage.length });
      })().catch((error) => done(String(error)));";
    world.browser.run_async(script, Vec::new()).await
}

fn nothing() -> Value {
    json!({ "files": [], "workers": 0, "lists": 0 })
}

fn all_of(files: &[&str]) -> Value {
    json!({ "files": files, "workers": 1, "lists": 1 })
}

async fn is_kept(world: &World, wanted: &Value) -> Result<()> {
    let seen = world.browser.until("what is kept", || async {
        let kept = kept(world).await?;
        ensure!(kept == *wanted, "{kept}");
        Ok(Some(()))
    });
    seen.await
}

async fn a_page_that_was_kept_opens_without_a_signal(world: &World) -> Outcome {
    let page = Partner::folder(&root().join(EXAMPLE))?;
    let site = world.visit(page).await?;
    let (address, browser) = (site.address(), &world.browser);
    let words = Words::on(browser);
    words.says("meetings found.").await?;
    is_kept(world, &nothing()).await?;
    browser.click("checkbox", TICK).await?;
    let all = all_of(&["/", "/offline.js", "/style.css", "/v1/meetings.js"]);
    is_kept(world, &all).await?;
    // A newer list keeps the page anew, and adds nothing.
    open_again(world, &address).await?;
    words.says("meetings found.").await?;
    is_kept(world, &all).await?;

    // No page, no hub, no feed.
    drop(site);
    open_again(world, &address).await?;
    words.says("This is the list from").await?;
    words.says("Kitchen table").await?;
    let picture = world.pictures().join("without-a-signal.png");
    browser.picture(&picture).await?;

    // Taken off where there is still no signal: all of it is gone.
    browser.click("checkbox", TICK).await?;
    is_kept(world, &nothing())
        .await
        .context("the tick is off")?;
    Ok(Verdict::Passed)
}

/// Plain JavaScript is a second script, which must be kept too. Neither is waited for for long.
async fn a_server_that_never_answers_is_not_waited_for(world: &World) -> Outcome {
    let page = Partner::folder(&root().join(EXAMPLE))?.ahead("delete globalThis.WebAssembly;");
    let site = world.visit(page).await?;
    let address = site.address();
    let words = Words::on(&world.browser);
    words.says("meetings found.").await?;
    world.browser.click("checkbox", TICK).await?;
    let scripts = ["/v1/meetings.js", "/v1/meetings.plain.js"];
    let all = [&["/", "/offline.js", "/style.css"][..], &scripts].concat();
    is_kept(world, &all_of(&all)).await?;

    let origins = [site.origin().to_owned(), site.hub.origin().to_owned()];
    drop(site);
    let [page, hub] = origins;
    let _deaf = (deaf(world, &page).await?, deaf(world, &hub).await?);
    open_again(world, &address).await?;
    words.says("This is the list from").await?;
    words.says("Kitchen table").await?;
    Ok(Verdict::Passed)
}

/// Takes connections at that origin, once it is free, and never says a word.
async fn deaf(world: &World, origin: &str) -> Result<TcpListener> {
    let place = origin.strip_prefix("http://").context("an origin")?;
    let bound = || async { Ok(Some(TcpListener::bind(place)?)) };
    world.browser.until("a free place", bound).await
}

async fn open_again(world: &World, address: &str) -> Result<()> {
    world.browser.open("about:blank").await?;
    world.browser.open(address).await
}
