//! For everyone: axe in every state, large targets, less motion, forced colours.

use std::fs;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use super::{cases, one_tag, right_to_left};
use crate::{
    engine::{Engine, root},
    hands::TAB,
    pay::{self, CHECK, Pay, Step},
    runner::{Case, Outcome, Verdict, World},
    server::pages::Partner,
};

pub(crate) fn cases() -> Result<Vec<Case>> {
    let mut cases = cases!("access":
        axe_on_every_screen_of_the_check,
        axe_in_the_dark,
        axe_from_right_to_left,
        axe_on_the_details,
        axe_on_the_hub_s_pages,
        axe_in_the_gallery,
        targets_are_large_enough_for_a_thumb,
        less_motion,
        forced_colours,
    );
    cases.push(Case::new("access/focus-is-always-to-be-seen", |world| {
        Box::pin(focus_is_always_to_be_seen(world))
    }));
    Ok(cases)
}

/// WCAG 2.2 A and AA, and what axe holds for good practice inside a widget.
const AXE: &str = "
    const context = args[0] ? { include: args[0] } : document;
    axe.run(context, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      resultTypes: ['violations'],
      // A widget is a part of a page: whether the page has landmarks is its owner's affair.
      rules: { region: { enabled: !args[0] }, 'page-has-heading-one': { enabled: !args[0] } },
    }).then(
      (found) => done(found.violations.map((one) =>
        one.id + ': ' + one.help + ' ' + JSON.stringify(one.nodes.slice(0, 3).map((node) => [node.target, node.failureSummary])))),
      (error) => done(['axe failed: ' + error]),
    );";

/// Has axe look at the elements that the selector names, shadow roots too, or at the whole page.
pub(crate) async fn axe(world: &World, what: &str, selector: Option<&str>) -> Result<()> {
    let file = root().join("node_modules/axe-core/axe.min.js");
    let source = fs::read_to_string(file).context("axe is missing: run `cargo xtask setup`")?;
    let script = format!("if (!window.axe) {{ {source} }}\n{AXE}");
    let found = world
        .browser
        .run_async(&script, vec![json!(selector)])
        .await?;
    let found: Vec<String> = serde_json::from_value(found)?;
    ensure!(found.is_empty(), "{what}: {}", found.join("\n"));
    Ok(())
}

const WIDGET: Option<&str> = Some("swan-pay");

async fn every_screen(world: &World, what: &str) -> Result<()> {
    let pay = Pay::on(&world.browser);
    pay.is_up().await?;
    for (number, question) in CHECK.iter().enumerate() {
        let (way_on, answers) = question.split_last().context("a question has steps")?;
        axe(world, &format!("{what}, question {}", number + 1), WIDGET).await?;
        if number == 0 || number == 2 {
            pay.take(*way_on).await?;
            pay.has_focus_on("There is a problem").await?;
            axe(
                world,
                &format!("{what}, error at question {}", number + 1),
                WIDGET,
            )
            .await?;
        }
        pay.follow(answers).await?;
        axe(world, &format!("{what}, answered {}", number + 1), WIDGET).await?;
        pay.take(*way_on).await?;
    }
    pay.sees_result().await?;
    open_all(world).await?;
    axe(world, &format!("{what}, result"), WIDGET).await
}

/// Opens everything that is folded away.
pub(crate) async fn open_all(world: &World) -> Result<()> {
    world
        .browser
        .run(
            "for (const one of kit.elements()) if (one.localName === 'details') one.open = true;",
            Vec::new(),
        )
        .await
        .map(drop)
}

async fn axe_on_every_screen_of_the_check(world: &World) -> Outcome {
    let _site = world.visit(one_tag()).await?;
    every_screen(world, "light").await?;
    Ok(Verdict::Passed)
}

pub(crate) fn tag_with(attributes: &str) -> Partner {
    Partner::with_body(&format!(
        r#"<script async src="https://hub.example/v1/pay.js" {attributes}></script>"#
    ))
}

async fn axe_in_the_dark(world: &World) -> Outcome {
    let _site = world.visit(tag_with("data-theme=dark")).await?;
    every_screen(world, "dark").await?;
    Ok(Verdict::Passed)
}

async fn axe_from_right_to_left(world: &World) -> Outcome {
    let _site = world.visit(right_to_left()).await?;
    every_screen(world, "right to left").await?;
    Ok(Verdict::Passed)
}

/// The screens that make a result more exact, as the result lists them.
const DETAILS: [&str; 9] = [
    "Exact dates",
    "Your exact age",
    "Are you an apprentice?",
    "Sleep-ins",
    "Extra pay for nights or weekends",
    "Money taken from your pay",
    "Costs of the job",
    "A home that comes with the job",
    "Money that came later",
];

async fn axe_on_the_details(world: &World) -> Outcome {
    let _site = world.visit(one_tag()).await?;
    let pay = Pay::on(&world.browser);
    pay.check().await?;
    for detail in DETAILS {
        open_all(world).await?;
        pay.take(Step::Press(detail)).await?;
        pay.take(Step::See(detail)).await?;
        axe(world, detail, WIDGET).await?;
        pay.take(Step::Press("Back")).await?;
        pay.take(Step::See(pay::RESULT)).await?;
    }
    Ok(Verdict::Passed)
}

async fn axe_on_the_hub_s_pages(world: &World) -> Outcome {
    for path in ["/", "/?lang=cy", "/w/pay", "/w/pay?lang=cy"] {
        world.browser.open(&format!("{}{path}", world.hub)).await?;
        if path.starts_with("/w/") {
            world
                .browser
                .wait("the widget", "return kit.widgets().length;", Vec::new())
                .await?;
        }
        axe(world, path, None).await?;
    }
    Ok(Verdict::Passed)
}

async fn axe_in_the_gallery(world: &World) -> Outcome {
    for theme in ["light", "dark"] {
        gallery(world, "theme", theme).await?;
        axe(
            world,
            &format!("the gallery, {theme}"),
            Some("swan-gallery"),
        )
        .await?;
    }
    Ok(Verdict::Passed)
}

/// Opens the gallery with one setting, and waits until every example is drawn so.
pub(crate) async fn gallery(world: &World, setting: &str, value: &str) -> Result<()> {
    world
        .browser
        .open(&format!("{}/gallery/?{setting}={value}", world.hub))
        .await?;
    world
        .browser
        .wait(
            "the gallery",
            "const frames = [...kit.elements()].filter((one) => one.matches('.swan-gallery .swan-root'));
             return frames.length > 0 && frames.every((one) => one.dataset[args[0]] === args[1]);",
            vec![json!(setting), json!(value)],
        )
        .await
        .map(drop)
}

/// WCAG 2.2, 2.5.8 asks for 24 CSS pixels; a thumb in a parked car wants more.
const THUMB: f64 = 44.0;

async fn targets_are_large_enough_for_a_thumb(world: &World) -> Outcome {
    let _site = world.visit_narrow(one_tag()).await?;
    let pay = Pay::on(&world.browser);
    pay.is_up().await?;
    for question in CHECK {
        let small = world
            .browser
            .run(
                "const targets = ['button', 'radio', 'checkbox', 'combobox', 'textbox'].flatMap(kit.all);
                 return targets.filter((one) => kit.widgets()[0].contains(one)).map((one) => {
                   const hit = one.type === 'radio' || one.type === 'checkbox' ? one.labels[0] : one;
                   return [kit.name(one), hit.getBoundingClientRect().height];
                 }).filter(([, height]) => height < args[0]);",
                vec![json!(THUMB)],
            )
            .await?;
        ensure!(small == json!([]), "{small}");
        pay.follow(question).await?;
    }
    Ok(Verdict::Passed)
}

async fn emulate(world: &World, feature: &str, value: &str) -> Result<Option<Verdict>> {
    if world.browser.engine != Engine::Chromium {
        let why = format!("only Chromium can be told to have {feature} while it runs");
        return Ok(Some(Verdict::Skipped(why)));
    }
    let features = json!({ "features": [{ "name": feature, "value": value }] });
    world
        .browser
        .cdp("Emulation.setEmulatedMedia", features)
        .await?;
    Ok(None)
}

async fn less_motion(world: &World) -> Outcome {
    if let Some(skipped) = emulate(world, "prefers-reduced-motion", "reduce").await? {
        return Ok(skipped);
    }
    let _site = world.visit(one_tag()).await?;
    let pay = Pay::on(&world.browser);
    pay.check().await?;
    let moving = world
        .browser
        .run(
            "const seconds = (list) => Math.max(...list.split(',').map((one) =>
               parseFloat(one) * (/ms$/.test(one.trim()) ? 0.001 : 1)));
             return [...kit.elements()].filter((one) => one.getRootNode() !== document).filter((one) => {
               const style = getComputedStyle(one);
               return seconds(style.transitionDuration) > 0.01 || (style.animationName !== 'none' && seconds(style.animationDuration) > 0.01);
             }).map((one) => one.className);",
            Vec::new(),
        )
        .await?;
    ensure!(moving == json!([]), "still moving: {moving}");
    Ok(Verdict::Passed)
}

/// What tells controls and charts apart when a system throws all our colours away: an edge.
const EDGELESS: &str = "
    const edge = (one) => ['Top', 'Bottom'].some((side) => {
      const style = getComputedStyle(one);
      return parseFloat(style['border' + side + 'Width']) > 0 && style['border' + side + 'Style'] !== 'none';
    });
    const plain = (one) => /underline/.test(getComputedStyle(one).textDecorationLine);
    const hit = (one) => (one.type === 'radio' || one.type === 'checkbox' ? one.labels[0] : one);
    const within = (one) => edge(one) || plain(one) ||
      (one.parentElement && edge(one.parentElement) && one.parentElement.children.length < 4);
    return ['button', 'radio', 'checkbox', 'textbox', 'combobox'].flatMap(kit.all)
      .filter((one) => kit.widgets()[0].contains(one))
      .filter((one) => !within(hit(one)) && getComputedStyle(one).appearance === 'none')
      .map((one) => one.outerHTML.slice(0, 120));";

async fn forced_colours(world: &World) -> Outcome {
    if let Some(skipped) = emulate(world, "forced-colors", "active").await? {
        return Ok(skipped);
    }
    let _site = world.visit(one_tag()).await?;
    let pay = Pay::on(&world.browser);
    pay.is_up().await?;
    for question in CHECK {
        edges(world).await?;
        pay.follow(question).await?;
    }
    pay.sees_result().await?;
    edges(world).await?;
    world
        .browser
        .picture(&world.pictures().join("result-forced-colours.png"))
        .await?;
    Ok(Verdict::Passed)
}

async fn edges(world: &World) -> Result<()> {
    let found: Value = world.browser.run(EDGELESS, Vec::new()).await?;
    ensure!(found == json!([]), "without an edge: {found}");
    Ok(())
}

async fn focus_is_always_to_be_seen(world: &World) -> Outcome {
    let _site = world.visit(one_tag()).await?;
    let pay = Pay::on(&world.browser);
    pay.is_up().await?;
    for _ in 0..8 {
        world.browser.press(&[TAB]).await?;
        let seen = world
            .browser
            .run(
                "const at = kit.active();
                 if (!at || !kit.widgets()[0].contains(at)) return { outside: true };
                 const shows = (one) => {
                   const style = getComputedStyle(one);
                   return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== 'none';
                 };
                 let one = at;
                 for (let up = 0; one && up < 4; up++, one = one.parentElement) if (shows(one)) return { shown: true };
                 return { hidden: at.outerHTML.slice(0, 200) };",
                Vec::new(),
            )
            .await?;
        ensure!(seen.get("hidden").is_none(), "focus cannot be seen: {seen}");
    }
    Ok(Verdict::Passed)
}
