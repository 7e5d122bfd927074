//! What the page's own script hears of a widget and may call: events and methods.

use anyhow::{Context, ensure};
use serde_json::json;

use super::{
    cases,
    embed::{count, elements},
};
use crate::{
    pay::Pay,
    runner::{Case, Outcome, Verdict, World},
};

pub(crate) fn cases() -> Vec<Case> {
    cases!("embed":
        events_bubble_out_of_the_element,
        events_leave_the_shadow_root_that_the_element_is_in,
        methods_mount_and_unmount,
        methods_called_wrongly_are_told_and_never_throw,
        calls_made_before_the_script_came,
        ready_calls_at_once_and_keeps_what_is_thrown,
    )
}

async fn events_bubble_out_of_the_element(world: &World) -> Outcome {
    let _site = world
        .visit(elements(
            "<script>
               window.heard = [];
               for (const name of ['ready', 'resize', 'error']) {
                 document.addEventListener('swan:' + name, (event) =>
                   heard.push({ name, from: event.target.id, detail: event.detail }));
               }
             </script><swan-pay id=mine></swan-pay>",
        ))
        .await?;
    Pay::on(&world.browser).check().await?;
    let heard = world
        .browser
        .wait(
            "ready and resize",
            "const names = heard.map((one) => one.name);
             return names.includes('ready') && names.includes('resize') && heard;",
            Vec::new(),
        )
        .await?;
    let heard = heard.as_array().context("a list")?;
    for one in heard {
        ensure!(one["from"] == "mine", "from the element: {one}");
        ensure!(one["name"] != "error", "{one}");
        // A height may be any number, and is nothing else.
        if one["name"] != "resize" {
            let is_told = one.to_string().contains("350");
            ensure!(!is_told, "no answer leaves in an event: {one}");
        } else {
            let detail = one["detail"].as_object().context("a height")?;
            ensure!(detail.keys().eq(["height"]), "{one}");
        }
    }
    let ready = heard.iter().filter(|one| one["name"] == "ready").count();
    ensure!(ready == 1, "ready once: {heard:?}");
    Ok(Verdict::Passed)
}

/// A partner's page that is built of components: the element stands in a shadow root of the page's
/// own, and only composed events come out of that.
async fn events_leave_the_shadow_root_that_the_element_is_in(world: &World) -> Outcome {
    let _site = world
        .visit(elements(
            "<div id=component></div><script>
               window.heard = [];
               const host = document.getElementById('component');
               for (const name of ['ready', 'resize']) {
                 document.addEventListener('swan:' + name, (event) =>
                   heard.push([name, event.target.id, event.composedPath()[0].localName]));
               }
               host.attachShadow({ mode: 'open' }).innerHTML = '<swan-pay></swan-pay>';
             </script>",
        ))
        .await?;
    let heard = world
        .browser
        .wait(
            "ready and resize outside the component",
            "const names = heard.map((one) => one[0]);
             return names.includes('ready') && names.includes('resize') && heard;",
            Vec::new(),
        )
        .await?;
    for one in heard.as_array().context("a list")? {
        let from = [&one[1], &one[2]];
        ensure!(from == [&json!("component"), &json!("swan-pay")], "{one}");
    }
    Ok(Verdict::Passed)
}

async fn methods_mount_and_unmount(world: &World) -> Outcome {
    let _site = world.visit(elements("<div id=place></div>")).await?;
    let browser = &world.browser;
    browser
        .wait(
            "the script",
            "return !!(window.Swansfeet && Swansfeet.mount);",
            Vec::new(),
        )
        .await?;
    browser
        .run(
            "window.mounted = Swansfeet.mount(document.getElementById('place'),
               { widget: 'pay', theme: 'dark', demandRate: '15' });",
            Vec::new(),
        )
        .await?;
    let pay = Pay::on(browser);
    pay.is_up().await?;
    let options = browser
        .run(
            "return JSON.stringify(Object.assign({}, window.mounted.dataset));",
            Vec::new(),
        )
        .await?;
    ensure!(
        options
            .as_str()
            .is_some_and(|text| text.contains("\"demandRate\":\"15\"")),
        "{options}"
    );
    browser
        .run(
            "Swansfeet.unmount(document.getElementById('place'));",
            Vec::new(),
        )
        .await?;
    count(world, 0).await?;
    Ok(Verdict::Passed)
}

async fn methods_called_wrongly_are_told_and_never_throw(world: &World) -> Outcome {
    // In the page's own world, where the page's own script would be hurt.
    let _site = world
        .visit(elements(
            "<div id=place></div><p id=words>text</p><script>
               window.done = [];
               window.Swansfeet = window.Swansfeet || [];
               Swansfeet.push((api) => {
                 const place = document.getElementById('place');
                 const calls = [
                   () => api.mount(null),
                   () => api.mount(place),
                   () => api.mount(place, { widget: 15 }),
                   () => api.mount(place, { widget: 'pay check' }),
                   () => api.mount(document.getElementById('words').firstChild, { widget: 'pay' }),
                   () => api.unmount(null),
                   () => api.unmount(),
                   () => api.mount(place, { widget: 'payy' }),
                 ];
                 for (const call of calls) {
                   try { call(); done.push('ok'); } catch (error) { done.push(String(error)); }
                 }
               });
             </script>",
        ))
        .await?;
    let browser = &world.browser;
    let done = browser
        .wait(
            "every call",
            "return done.length === 8 && done;",
            Vec::new(),
        )
        .await?;
    ensure!(done == json!(vec!["ok"; 8]), "nothing is thrown: {done}");
    let rows = [
        ("mount: expected mount(element, { widget: ", 5),
        ("unmount: expected unmount(element)", 2),
        ("payy: not known. Known: ", 1),
    ];
    browser
        .until("a line for each call", || async {
            let console = world.browser.console().await?;
            // Drivers repeat lines, but one for each kind there must be.
            let all = rows.iter().all(|(words, least)| {
                console.iter().filter(|line| line.contains(words)).count() >= *least
            });
            if all {
                Ok(Some(()))
            } else {
                anyhow::bail!("the console says: {}", console.join("\n"))
            }
        })
        .await?;
    Ok(Verdict::Passed)
}

async fn calls_made_before_the_script_came(world: &World) -> Outcome {
    let _site = world
        .visit(elements(
            "<div id=place></div><script>
               window.Swansfeet = window.Swansfeet || [];
               Swansfeet.push((api) => api.mount(document.getElementById('place'), { widget: 'pay' }));
               Swansfeet.push(() => { throw new Error('of the page itself'); });
               Swansfeet.push((api) => { window.third = api.version; });
             </script>",
        ))
        .await?;
    Pay::on(&world.browser).is_up().await?;
    world
        .browser
        .wait(
            "the call after the one that threw",
            "return window.third;",
            Vec::new(),
        )
        .await?;
    Ok(Verdict::Passed)
}

async fn ready_calls_at_once_and_keeps_what_is_thrown(world: &World) -> Outcome {
    // In the page's own world, where the page's own script would be hurt.
    let _site = world
        .visit(elements(
            "<div id=place></div><script>
               window.done = [];
               window.Swansfeet = window.Swansfeet || [];
               Swansfeet.push(() => {
                 try {
                   Swansfeet.ready(() => { throw new Error('of the page itself'); });
                   done.push('not thrown');
                 } catch (error) { done.push(String(error)); }
                 Swansfeet.ready((api) => {
                   done.push(api === Swansfeet && api.version);
                   api.mount(document.getElementById('place'), { widget: 'pay' });
                 });
                 done.push('called');
               });
             </script>",
        ))
        .await?;
    let browser = &world.browser;
    Pay::on(browser).is_up().await?;
    let done = browser.run("return done;", Vec::new()).await?;
    ensure!(done == json!(["not thrown", 1, "called"]), "{done}");
    browser
        .until("the page's own mistake in the console", || async {
            let console = browser.console().await?;
            let told = console
                .iter()
                .any(|line| line.contains("of the page itself"));
            Ok(told.then_some(()))
        })
        .await?;
    Ok(Verdict::Passed)
}
