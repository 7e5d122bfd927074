//! The tests' own tools, tried first: what a broken tool says of the widgets is worth nothing.

use anyhow::{Context, Result, ensure};
use serde_json::json;

use crate::{
    hands::{ENTER, TAB},
    runner::{Case, Outcome, Verdict, World},
    server::pages::Partner,
};

pub(crate) fn cases() -> Vec<Case> {
    vec![
        Case::new("harness/finds-presses-and-reads", |world| {
            Box::pin(finds_presses_and_reads(world))
        }),
        Case::new("harness/hears-the-console", |world| {
            Box::pin(hears_the_console(world))
        }),
        Case::new("harness/switches-the-hub-off", |world| {
            Box::pin(switches_the_hub_off(world))
        }),
        Case::new("harness/makes-the-page-narrow", |world| {
            Box::pin(makes_the_page_narrow(world))
        }),
    ]
}

async fn finds_presses_and_reads(world: &World) -> Outcome {
    let page = Partner::with_body(
        "<div id=host></div><script>
           const root = document.getElementById('host').attachShadow({ mode: 'open' });
           root.innerHTML = '<label>How many? <input></label><button>Go on</button><p></p>';
           root.querySelector('button').onclick = () => {
             root.querySelector('p').textContent = root.querySelector('input').value;
           };
         </script>",
    );
    let _site = world.visit(page).await?;
    let browser = &world.browser;
    browser.fill("textbox", "How many?", "7h30").await?;
    browser.press(&[TAB, ENTER]).await?;
    browser
        .wait(
            "the text to be copied",
            "return document.getElementById('host').shadowRoot.querySelector('p').textContent === '7h30';",
            Vec::new(),
        )
        .await?;
    Ok(Verdict::Passed)
}

async fn hears_the_console(world: &World) -> Outcome {
    let page = r#"<script async src="https://hub.example/v1/swansfeet.js"></script>"#;
    let _site = world.visit(Partner::with_body(page)).await?;
    world
        .browser
        .wait("the loader", "return !!window.Swansfeet;", Vec::new())
        .await?;
    // In the page's own world: some drivers run scripts in one of theirs.
    world
        .browser
        .run(
            "const script = document.createElement('script');
             script.textContent = \"console.warn('a warning of ours'); nothing.at.all;\";
             document.body.appendChild(script);",
            Vec::new(),
        )
        .await?;
    world
        .browser
        .until("a warning and an error in the console", || async {
            let heard = world.browser.console().await?.join("\n");
            let both = heard.contains("a warning of ours") && heard.contains("nothing");
            Ok(both.then_some(()))
        })
        .await?;
    Ok(Verdict::Passed)
}

async fn switches_the_hub_off(world: &World) -> Outcome {
    let site = world
        .visit(Partner::with_body("<p>Asks the hub.</p>"))
        .await?;
    let ask = |wanted: &'static str| ask(world, site.hub.origin().to_owned(), wanted);
    ask("200").await?;
    site.hub.switch_off();
    ask("no answer").await?;
    site.hub.switch_on();
    ask("200").await?;
    let seen = site.hub.seen();
    ensure!(seen.iter().all(|one| one.method == "GET"), "{seen:?}");
    ensure!(seen.len() >= 3, "the proxy lists what was asked: {seen:?}");
    Ok(Verdict::Passed)
}

async fn ask(world: &World, hub: String, wanted: &str) -> Result<()> {
    let found = world
        .browser
        .run_async(
            "fetch(args[0] + '/v1/swansfeet.js', { cache: 'no-store' })
               .then((answer) => done(String(answer.status)), () => done('no answer'));",
            vec![json!(hub)],
        )
        .await?;
    let found = found.as_str().context("an answer")?;
    ensure!(found == wanted, "the hub gave {found}, wanted {wanted}");
    Ok(())
}

async fn makes_the_page_narrow(world: &World) -> Outcome {
    let _site = world.visit(Partner::with_body("<p>Narrow.</p>")).await?;
    if world.browser.resize(320, 640).await? {
        Ok(Verdict::Passed)
    } else {
        Ok(Verdict::Skipped(
            "this engine's window has a least width".to_owned(),
        ))
    }
}
