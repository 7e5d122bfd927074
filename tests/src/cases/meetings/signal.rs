//! Without a signal: the example page that keeps itself opens, with the list and its age, once somebody
//! has asked for that; and nothing of it is kept before or after.

use std::{fs, net::TcpListener, path::PathBuf};

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use super::KEEP;
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
        no_copy_outlives_its_tick,
        another_page_s_copy_is_left_alone,
    )
}

const EXAMPLE: &str = "examples/static-site";
/// All that is kept of it: the page, its own files, the hub's script.
const ALL: [&str; 4] = ["/", "/offline.js", "/style.css", "/v1/meetings.js"];

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
    let folder = a_copy(world)?;
    let site = world.visit(Partner::folder(&folder)?).await?;
    let (address, browser) = (site.address(), &world.browser);
    let words = Words::on(browser);
    words.says("meetings found.").await?;
    is_kept(world, &nothing()).await?;
    browser.click("checkbox", KEEP).await?;
    let all = all_of(&ALL);
    is_kept(world, &all).await?;

    // With a signal the page is as its server has it, and is kept anew.
    let index = folder.join("index.html");
    let text = fs::read_to_string(&index)?;
    fs::write(&index, text.replace("nineteen people", "twenty people"))?;
    let lost = "(async () => {
        for (const name of await caches.keys()) await (await caches.open(name)).delete('style.css');
        done(true);
      })();";
    browser.run_async(lost, Vec::new()).await?;
    open_again(world, &address).await?;
    words.says("meetings found.").await?;
    reads(world, "We are twenty people").await?;
    is_kept(world, &all).await?;

    // No page, no hub, no feed.
    drop(site);
    open_again(world, &address).await?;
    words.says("This is the list from").await?;
    words.says("Kitchen table").await?;
    reads(world, "We are twenty people").await?;
    let picture = world.pictures().join("without-a-signal.png");
    browser.picture(&picture).await?;

    // Taken off where there is still no signal: all of it is gone.
    browser.click("checkbox", KEEP).await?;
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
    world.browser.click("checkbox", KEEP).await?;
    let all = [&ALL[..], &["/v1/meetings.plain.js"]].concat();
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

async fn no_copy_outlives_its_tick(world: &World) -> Outcome {
    let page = Partner::folder(&root().join(EXAMPLE))?;
    let site = world.visit(page).await?;
    let (address, browser) = (site.address(), &world.browser);
    let words = Words::on(browser);
    words.says("meetings found.").await?;
    // Whoever cannot make up their mind.
    for _ in 0..3 {
        browser.click("checkbox", KEEP).await?;
    }
    is_kept(world, &all_of(&ALL)).await?;
    // The same page by another address is kept too, since the list is.
    open_again(world, &format!("{address}?from=a-letter")).await?;
    words.says("meetings found.").await?;
    let twice = ALL.iter().flat_map(|path| [*path; 2]).collect::<Vec<_>>();
    is_kept(world, &all_of(&twice)).await?;
    browser.click("checkbox", KEEP).await?;
    is_kept(world, &nothing()).await?;
    Ok(Verdict::Passed)
}

/// A second page of the same site, with a list that nobody keeps.
async fn another_page_s_copy_is_left_alone(world: &World) -> Outcome {
    let folder = a_copy(world)?;
    let index = fs::read_to_string(folder.join("index.html"))?;
    let other = index.replace("meetings.json", "others.json");
    ensure!(other != index, "the example names its feed");
    fs::write(folder.join("others.html"), other)?;
    fs::copy(folder.join("meetings.json"), folder.join("others.json"))?;
    let site = world.visit(Partner::folder(&folder)?).await?;
    let (address, browser) = (site.address(), &world.browser);
    let words = Words::on(browser);
    words.says("meetings found.").await?;
    browser.click("checkbox", KEEP).await?;
    is_kept(world, &all_of(&ALL)).await?;
    // A list by its full address: another folder's may be called the same.
    let key = browser.run("return Object.keys(localStorage)[0];", Vec::new());
    let key = key.await?.as_str().unwrap_or_default().to_owned();
    ensure!(key.ends_with(&format!("{address}meetings.json")), "{key}");
    open_again(world, &format!("{address}others.html")).await?;
    words.says("meetings found.").await?;
    ensure!(!is_ticked(world).await?, "another list was kept");
    tokio::time::sleep(std::time::Duration::from_millis(500)).await;
    is_kept(world, &all_of(&ALL)).await?;
    Ok(Verdict::Passed)
}

/// The example in a folder of its own, to be changed.
fn a_copy(world: &World) -> Result<PathBuf> {
    let folder = world.pictures().join("static-site");
    fs::create_dir_all(&folder)?;
    for file in fs::read_dir(root().join(EXAMPLE))? {
        let file = file?;
        fs::copy(file.path(), folder.join(file.file_name()))?;
    }
    Ok(folder)
}

/// Waits for words on the page around the finder.
async fn reads(world: &World, words: &str) -> Result<()> {
    let script = "return document.body.innerText.includes(args[0]);";
    let waited = world.browser.wait(words, script, vec![json!(words)]);
    waited.await.map(drop)
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

async fn is_ticked(world: &World) -> Result<bool> {
    world.browser.find("checkbox", KEEP).await?;
    let script = "return kit.find('checkbox', args[0]).checked;";
    let is_ticked = world.browser.run(script, vec![json!(KEEP)]).await?;
    Ok(is_ticked == true)
}
