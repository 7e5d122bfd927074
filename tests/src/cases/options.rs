//! What a partner can ask for by attribute and style: theme, colours, language; and what happens
//! where they ask for what there is not.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use super::{
    cases,
    embed::{count, elements, pay_scripts},
    right_to_left,
};
use crate::{
    pay::{self, CHECK, Pay, Step},
    runner::{Case, Outcome, Verdict, World},
    server::pages::Partner,
};

pub(crate) fn cases() -> Vec<Case> {
    cases!("options":
        unknown_and_wrong_options_are_told_to_the_owner,
        options_are_told_of_in_frames_and_dialogues_too,
        the_partner_s_rules_reach_the_parts,
        a_dark_theme_by_attribute_and_at_once,
        the_partner_s_colours_come_through_custom_properties,
        welsh,
        from_right_to_left,
    )
}

/// The colour that is really behind the first question, from the element outwards.
pub(crate) const BACKGROUND: &str = "
    let at = kit.widgets()[0].querySelector('h2');
    while (at) {
      const colour = getComputedStyle(at).backgroundColor;
      if (!/^(transparent|rgba\\(.*, 0\\))$/.test(colour)) return colour;
      at = at.parentElement || (at.getRootNode().host);
    }
    return 'none';";

/// From 0, black, to 255, white.
pub(crate) fn brightness(colour: &Value) -> Result<f64> {
    let colour = colour.as_str().context("a colour")?;
    let numbers: Vec<f64> = colour
        .split(|sign: char| !sign.is_ascii_digit() && sign != '.')
        .filter_map(|part| part.parse().ok())
        .collect();
    let [red, green, blue] = numbers.get(..3).context(colour.to_owned())? else {
        anyhow::bail!("no colour: {colour}");
    };
    Ok((red + green + blue) / 3.0)
}

async fn unknown_and_wrong_options_are_told_to_the_owner(world: &World) -> Outcome {
    let _site = world
        .visit(elements(
            r#"<swan-pay data-theme="purple" data-colour="red" theme="dark" data-demand-rate="lots"></swan-pay>"#,
        ))
        .await?;
    Pay::on(&world.browser).is_up().await?;
    let rows = [
        ("data-theme=\\\"purple\\\"", "data-theme=\"purple\""),
        ("data-colour is not known", "data-colour is not known"),
        (
            "theme must be written data-theme",
            "theme must be written data-theme",
        ),
        ("data-demand-rate=\\\"lots\\\"", "data-demand-rate=\"lots\""),
    ];
    world
        .browser
        .until("a warning for each wrong option", || async {
            let console = world.browser.console().await?.join("\n");
            let all = rows
                .iter()
                .all(|(escaped, plain)| console.contains(escaped) || console.contains(plain));
            if all {
                Ok(Some(()))
            } else {
                anyhow::bail!("the console says: {console}")
            }
        })
        .await?;
    Ok(Verdict::Passed)
}

async fn options_are_told_of_in_frames_and_dialogues_too(world: &World) -> Outcome {
    for tag in [
        // By the loader, which brings no widget before it must, and by the one script.
        "<swan-pay MODE></swan-pay><script async src=https://hub.example/v1/swansfeet.js></script>",
        "<script async src=https://hub.example/v1/pay.js MODE></script>",
    ] {
        for mode in ["frame", "button", "dialog"] {
            let options = format!("data-mode={mode} data-colour=red data-demand-rate=lots");
            let page = Partner::with_body(&tag.replace("MODE", &options));
            let _site = world.visit(page).await?;
            world
                .browser
                .until("two warnings", || async {
                    let console = world.browser.console().await?;
                    let says = |words: &str| console.iter().any(|line| line.contains(words));
                    if says("data-colour is not known. Known are ")
                        && says("is left out. Expected: a number such as 12.50")
                    {
                        Ok(Some(()))
                    } else {
                        anyhow::bail!("{mode}: the console says: {}", console.join("\n"))
                    }
                })
                .await?;
            world.browser.open("about:blank").await?;
            world.browser.forget().await?;
        }
    }
    Ok(Verdict::Passed)
}

async fn the_partner_s_rules_reach_the_parts(world: &World) -> Outcome {
    let _site = world
        .visit(elements(
            "<style>
               swan-pay::part(button) { border-radius: 3px }
               swan-pay::part(heading) { letter-spacing: 2px }
               swan-pay::part(root) { outline: 4px solid red }
               swan-pay button { border-radius: 7px }
             </style><swan-pay></swan-pay>",
        ))
        .await?;
    Pay::on(&world.browser).is_up().await?;
    let look = world
        .browser
        .run(
            "const of = (role, words) => getComputedStyle(kit.find(role, words));
             const root = document.querySelector('swan-pay').shadowRoot.querySelector('[part~=root]');
             return [of('button', 'Continue').borderTopLeftRadius, of('heading', args[0]).letterSpacing,
               getComputedStyle(root).outlineWidth];",
            vec![json!(pay::AGE)],
        )
        .await?;
    ensure!(look == json!(["3px", "2px", "4px"]), "{look}");
    Ok(Verdict::Passed)
}

async fn a_dark_theme_by_attribute_and_at_once(world: &World) -> Outcome {
    let _site = world
        .visit(elements("<swan-pay data-theme=dark></swan-pay>"))
        .await?;
    let browser = &world.browser;
    let pay = Pay::on(browser);
    pay.is_up().await?;
    let dark = brightness(&browser.run(BACKGROUND, Vec::new()).await?)?;
    ensure!(dark < 80.0, "dark is dark: {dark}");
    pay.follow(CHECK[0]).await?;
    browser
        .run(
            "document.querySelector('swan-pay').dataset.theme = 'light';",
            Vec::new(),
        )
        .await?;
    browser
        .until("a light background", || async {
            let light = brightness(&browser.run(BACKGROUND, Vec::new()).await?)?;
            Ok((light > 200.0).then_some(()))
        })
        .await?;
    pay.take(Step::See(pay::PAID))
        .await
        .context("a new theme keeps the answers")?;
    Ok(Verdict::Passed)
}

async fn the_partner_s_colours_come_through_custom_properties(world: &World) -> Outcome {
    let _site = world
        .visit(elements(
            "<style>swan-pay { --swan-accent: rgb(120, 0, 90); --swan-font: monospace }</style><swan-pay></swan-pay>",
        ))
        .await?;
    Pay::on(&world.browser).is_up().await?;
    let look = world
        .browser
        .run(
            "const style = getComputedStyle(kit.find('button', 'Continue'));
             return { colours: [style.backgroundColor, style.borderTopColor, style.color], font: style.fontFamily };",
            Vec::new(),
        )
        .await?;
    let text = look.to_string();
    ensure!(
        text.contains("rgb(120, 0, 90)"),
        "the accent is the partner's: {text}"
    );
    ensure!(
        text.contains("monospace"),
        "the font is the partner's: {text}"
    );
    Ok(Verdict::Passed)
}

async fn welsh(world: &World) -> Outcome {
    let site = world
        .visit(elements("<swan-pay data-lang=cy></swan-pay>"))
        .await?;
    let browser = &world.browser;
    browser.find("heading", "Faint yw eich oed?").await?;
    browser.click("radio", "21 neu’n hŷn").await?;
    browser.click("button", "Parhau").await?;
    browser
        .find("heading", "Pa mor aml ydych chi’n cael eich talu?")
        .await?;
    let lang = browser
        .run(
            "return kit.widgets()[0].closest('[lang]').lang;",
            Vec::new(),
        )
        .await?;
    ensure!(lang == "cy", "screen readers are told: {lang}");
    let words = pay_scripts(&site)
        .iter()
        .filter(|path| path.contains(".cy."))
        .count();
    ensure!(words == 1, "its words came once");
    Ok(Verdict::Passed)
}

async fn from_right_to_left(world: &World) -> Outcome {
    let _site = world.visit(right_to_left()).await?;
    let browser = &world.browser;
    count(world, 1).await?;
    let look = browser
        .wait(
            "answers",
            "const dot = kit.all('radio')[0];
             if (!dot) return null;
             const text = dot.labels[0].querySelector('span');
             return {
               dir: getComputedStyle(dot).direction,
               dot: dot.getBoundingClientRect().left,
               text: text.getBoundingClientRect().right,
               wide: document.documentElement.scrollWidth > window.innerWidth,
             };",
            Vec::new(),
        )
        .await?;
    ensure!(look["dir"] == "rtl", "{look}");
    ensure!(
        look["dot"].as_f64() >= look["text"].as_f64(),
        "the dot stands to the right of its answer: {look}"
    );
    ensure!(look["wide"] == json!(false), "nothing sticks out: {look}");
    Ok(Verdict::Passed)
}
