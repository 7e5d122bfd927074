//! Everything fits: on a narrow screen, and with text four times as large. Nothing scrolls sideways,
//! nothing is cut off.

use anyhow::{Context, Result, ensure};
use serde_json::json;

use super::{
    access::{gallery, open_all, tag_with},
    cases, one_tag, right_to_left,
};
use crate::{
    pay::{CHECK, Pay, Step},
    runner::{Case, Outcome, Verdict, World},
};

pub(crate) fn cases() -> Vec<Case> {
    cases!("fit":
        a_narrow_screen_never_scrolls_sideways,
        text_four_times_as_large_loses_nothing,
    )
}

/// What sticks out to the side, and whether the page can be scrolled there.
const SIDEWAYS: &str = "
    const width = document.documentElement.clientWidth;
    const out = [...kit.elements()].filter((one) => {
      if (!kit.visible(one) || one.closest('.swan-unseen, [class*=unseen]')) return false;
      const box = one.getBoundingClientRect();
      return box.width > 0 && (box.right > width + 1 || box.left < -1);
    }).map((one) => one.localName + '.' + one.className);
    return { scrolls: document.documentElement.scrollWidth > width, out: out.slice(0, 5), width };";

async fn a_narrow_screen_never_scrolls_sideways(world: &World) -> Outcome {
    for (what, page) in [
        ("English", one_tag()),
        ("Welsh", tag_with("data-lang=cy")),
        ("right to left", right_to_left()),
    ] {
        let _site = world.visit_narrow(page).await?;
        let pay = Pay::on(&world.browser);
        if what == "English" {
            pay.is_up().await?;
            for question in CHECK {
                fits(world, question).await?;
                pay.follow(question).await?;
            }
            pay.sees_result().await?;
            open_all(world).await?;
            fits(world, "result").await?;
        } else {
            world
                .browser
                .wait("answers", "return kit.all('radio').length;", Vec::new())
                .await?;
            fits(world, what).await?;
        }
    }
    Ok(Verdict::Passed)
}

pub(crate) async fn fits(world: &World, what: impl std::fmt::Debug) -> Result<()> {
    let seen = world.browser.run(SIDEWAYS, Vec::new()).await?;
    ensure!(
        seen["width"].as_u64().is_some_and(|width| width <= 320),
        "narrow: {seen}"
    );
    ensure!(seen["scrolls"] == json!(false), "{what:?}: {seen}");
    Ok(())
}

/// The wide window of somebody who has set their browser's text to four times its size; nothing
/// else grows with it. WCAG 2.2, 1.4.4 asks for twice.
const WINDOW: u32 = 1280;

/// Four times the 18 pixels that a widget has where nobody changed anything.
const LARGE: &str = "<style>swan-pay{--swan-size:72px}</style>";

/// What is cut off: words in a box that is too small for them and hides the rest. A field moves its
/// text under the caret, so it only has to be as high as a line.
const CUT_OFF: &str = "
    const out = [...kit.elements()].filter((one) => {
      if (one.getRootNode() === document || !kit.visible(one)) return false;
      if (one.closest('svg, .swan-unseen, .swan-live')) return false;
      const style = getComputedStyle(one);
      const hides = (over) => over === 'hidden' || over === 'clip';
      if (one.type === 'radio' || one.type === 'checkbox') return false;
      if (one.localName === 'input' || one.localName === 'select') return one.clientHeight < parseFloat(style.fontSize);
      return (hides(style.overflowX) && one.scrollWidth > one.clientWidth + 1)
        || (hides(style.overflowY) && one.scrollHeight > one.clientHeight + 1);
    });
    return out.map((one) => [one.localName + '.' + one.className, one.id, kit.squeeze(one.textContent)].join(' '));";

async fn text_four_times_as_large_loses_nothing(world: &World) -> Outcome {
    for (what, page) in [("English", one_tag()), ("right to left", right_to_left())] {
        let site = world.site(page.with_head(LARGE)).await?;
        world.browser.open("about:blank").await?;
        world.browser.resize(WINDOW, 900).await?;
        world.browser.open(&site.address()).await?;
        let pay = Pay::on(&world.browser);
        pay.is_up().await?;
        for (number, question) in CHECK.iter().enumerate() {
            let (way_on, answers) = question.split_last().context("a question has steps")?;
            if number == 0 || number == 2 {
                pay.take(*way_on).await?;
                pay.has_focus_on("There is a problem").await?;
                holds(world, &format!("{what}, error {}", number + 1)).await?;
            }
            pay.follow(answers).await?;
            holds(world, &format!("{what}, question {}", number + 1)).await?;
            pay.take(*way_on).await?;
        }
        pay.sees_result().await?;
        pay.take(Step::Pick("Scotland")).await?;
        open_all(world).await?;
        holds(world, &format!("{what}, result")).await?;
    }
    // Every component in every state too.
    gallery(world, "size", "400").await?;
    open_all(world).await?;
    nothing_is_lost(world, "the gallery").await?;
    Ok(Verdict::Passed)
}

/// The text is as large as it is said to be, and all of it can be seen by scrolling down alone.
async fn holds(world: &World, what: &str) -> Result<()> {
    let size = world
        .browser
        .run(
            "return parseFloat(getComputedStyle(kit.widgets()[0]).fontSize);",
            Vec::new(),
        )
        .await?;
    ensure!(size == json!(72), "{what}: text of {size} pixels");
    nothing_is_lost(world, what).await
}

async fn nothing_is_lost(world: &World, what: &str) -> Result<()> {
    let seen = world.browser.run(SIDEWAYS, Vec::new()).await?;
    ensure!(
        seen["scrolls"] == json!(false) && seen["out"] == json!([]),
        "{what}: {seen}"
    );
    let cut = world.browser.run(CUT_OFF, Vec::new()).await?;
    ensure!(cut == json!([]), "{what}: cut off: {cut}");
    Ok(())
}
