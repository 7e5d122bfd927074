//! Every state of every widget, as its `examples.toml` lists them and the gallery shows them:
//! axe by day and by night, no scrolling sideways on a small phone, and a picture of each.

use std::fs;

use anyhow::{Context, Result, ensure};

use super::{
    access::{axe, open_all},
    fit::fits,
};
use crate::{
    engine::{Engine, root},
    manifest::Manifest,
    runner::{Case, Outcome, Verdict, World},
    server::pages::Partner,
};

pub(crate) fn cases() -> Result<Vec<Case>> {
    let manifest = Manifest::read()?;
    let mut cases = Vec::new();
    for name in pages()? {
        let (widget, _) = name.split_once('.').context("a widget and its state")?;
        let Some(widget) = manifest.widgets.get(widget) else {
            continue;
        };
        let element = widget.element.clone();
        cases.push(Case::new(format!("states/{name}"), move |world| {
            Box::pin(is_for_everyone(world, name.clone(), element.clone()))
        }));
    }
    ensure!(
        !cases.is_empty(),
        "the gallery shows no state of any widget"
    );
    Ok(cases)
}

/// `pay.short` for `dist/gallery/pay.short.html`.
fn pages() -> Result<Vec<String>> {
    let mut names: Vec<String> = fs::read_dir(root().join("dist/gallery"))
        .context("nothing is built: run `cargo xtask dist`")?
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter_map(|name| Some(name.strip_suffix(".html")?.to_owned()))
        .filter(|name| name.contains('.'))
        .collect();
    names.sort();
    Ok(names)
}

async fn is_for_everyone(world: &World, name: String, element: String) -> Outcome {
    let address = |theme: &str| format!("{}/gallery/{name}.html?theme={theme}", world.hub);
    let browser = &world.browser;
    for theme in ["light", "dark"] {
        browser.open(&address(theme)).await?;
        is_drawn(world).await?;
        let picture = format!("{name}-{theme}.png");
        browser
            .picture(&world.pictures().join("states").join(picture))
            .await?;
        open_all(world).await?;
        axe(world, &format!("{name}, {theme}"), Some(&element)).await?;
    }
    on_a_phone(world, &address("light")).await?;
    is_drawn(world).await?;
    let picture = format!("{name}-phone.png");
    browser
        .picture(&world.pictures().join("states").join(picture))
        .await?;
    open_all(world).await?;
    fits(world, &name).await?;
    Ok(Verdict::Passed)
}

async fn is_drawn(world: &World) -> Result<()> {
    world
        .browser
        .wait(
            "the state to be drawn",
            "const all = [...kit.elements()].filter((one) => /^swan-/.test(one.localName));
             const busy = kit.widgets().some((one) => one.querySelector('p[aria-busy]'));
             return all.length > 0 && kit.widgets().length === all.length && !busy;",
            Vec::new(),
        )
        .await
        .map(drop)
}

/// As wide as a small phone, or a large window zoomed to 400%.
async fn on_a_phone(world: &World, address: &str) -> Result<()> {
    if world.browser.engine == Engine::Chromium {
        world.browser.resize(320, 800).await?;
        return world.browser.open(address).await;
    }
    let frame =
        format!("<iframe src=\"{address}\" style=\"width:320px;height:800px;border:0\"></iframe>");
    let site = world.site(Partner::with_body(&frame)).await?;
    world.browser.open(&site.address()).await?;
    world
        .browser
        .enter_frame("return document.querySelector('iframe');")
        .await
}
