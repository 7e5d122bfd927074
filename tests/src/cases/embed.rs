//! What a partner can do with the tags: several, later, elsewhere, with options, by script.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use super::{cases, one_tag, right_to_left};
use crate::{
    pay::{self, CHECK, Pay, Step},
    runner::{Case, Outcome, Verdict, World},
    server::pages::Partner,
    site::Site,
};

pub(crate) fn cases() -> Vec<Case> {
    cases!("embed":
        the_loader_starts_elements,
        the_loader_takes_a_widget_by_name,
        two_instances_share_one_download_and_no_answers,
        two_scripts_on_one_page_agree,
        one_that_is_far_down_waits_until_it_is_near,
        elements_added_later_start_and_removed_ones_clean_up,
        moving_an_element_keeps_its_answers,
        unknown_and_wrong_options_are_told_to_the_owner,
        a_dark_theme_by_attribute_and_at_once,
        the_partner_s_colours_come_through_custom_properties,
        welsh,
        from_right_to_left,
        events_bubble_out_of_the_element,
        methods_mount_and_unmount,
        calls_made_before_the_script_came,
        a_frame_grows_and_speaks,
        a_frame_takes_the_theme_and_keeps_its_answers,
        a_button_opens_a_dialogue,
        the_hub_s_own_page,
    )
}

fn elements(body: &str) -> Partner {
    Partner::with_body(&format!(
        r#"{body}<script async src="https://hub.example/v1/swansfeet.js"></script>"#
    ))
}

async fn the_loader_starts_elements(world: &World) -> Outcome {
    let _site = world
        .visit(elements(
            r#"<swan-pay><a href="https://hub.example/w/pay">Check your pay</a></swan-pay>"#,
        ))
        .await?;
    let pay = Pay::on(&world.browser);
    pay.is_up().await?;
    pay.check().await?;
    Ok(Verdict::Passed)
}

async fn the_loader_takes_a_widget_by_name(world: &World) -> Outcome {
    let page =
        r#"<script async src="https://hub.example/v1/swansfeet.js" data-widget="pay"></script>"#;
    let _site = world.visit(Partner::with_body(page)).await?;
    Pay::on(&world.browser).is_up().await?;
    Ok(Verdict::Passed)
}

/// How often the hub was asked for each script of the pay check.
fn pay_scripts(site: &Site) -> Vec<String> {
    site.hub
        .seen()
        .into_iter()
        .map(|seen| seen.path)
        .filter(|path| path.starts_with("/v1/pay"))
        .collect()
}

async fn count(world: &World, wanted: usize) -> Result<()> {
    world
        .browser
        .wait(
            &format!("{wanted} widgets"),
            "return kit.widgets().length === args[0];",
            vec![json!(wanted)],
        )
        .await
        .map(drop)
}

async fn two_instances_share_one_download_and_no_answers(world: &World) -> Outcome {
    let site = world
        .visit(elements(
            "<swan-pay id=one></swan-pay><swan-pay id=two data-loading=eager></swan-pay>",
        ))
        .await?;
    count(world, 2).await?;
    let scripts = pay_scripts(&site);
    ensure!(scripts.len() == 1, "one script serves both: {scripts:?}");
    // The first on the page is the one that gets these answers.
    Pay::on(&world.browser).follow(CHECK[0]).await?;
    let headings = headings(world).await?;
    ensure!(
        headings == [pay::PAID, pay::AGE],
        "each has its own answers: {headings:?}"
    );
    Ok(Verdict::Passed)
}

async fn headings(world: &World) -> Result<Vec<String>> {
    let found = world
        .browser
        .run(
            "return kit.widgets().map((app) => kit.squeeze(app.querySelector('h2').textContent));",
            Vec::new(),
        )
        .await?;
    Ok(serde_json::from_value(found)?)
}

async fn two_scripts_on_one_page_agree(world: &World) -> Outcome {
    let page = r#"<swan-pay></swan-pay>
        <script async src="https://hub.example/v1/swansfeet.js"></script>
        <script async src="https://hub.example/v1/pay.js"></script>
        <script async src="https://hub.example/v1/pay.js"></script>"#;
    let _site = world.visit(Partner::with_body(page)).await?;
    // The element, and one for each of the last two tags where the element is not theirs.
    Pay::on(&world.browser).is_up().await?;
    let console = world.browser.console().await?;
    let errors = console.iter().filter(|line| line.contains("Error")).count();
    ensure!(errors == 0, "{console:?}");
    Ok(Verdict::Passed)
}

async fn one_that_is_far_down_waits_until_it_is_near(world: &World) -> Outcome {
    let site = world
        .visit(elements(
            r#"<div style="height:6000px"></div><swan-pay></swan-pay>"#,
        ))
        .await?;
    world
        .browser
        .wait(
            "the element to be known",
            "return !!customElements.get('swan-pay');",
            Vec::new(),
        )
        .await?;
    // Two frames: an observer that wanted to start it would have done so.
    world
        .browser
        .run_async(
            "requestAnimationFrame(() => requestAnimationFrame(() => done(1)));",
            Vec::new(),
        )
        .await?;
    ensure!(
        pay_scripts(&site).is_empty(),
        "nothing is downloaded for what nobody sees"
    );
    world
        .browser
        .run(
            "document.querySelector('swan-pay').scrollIntoView();",
            Vec::new(),
        )
        .await?;
    Pay::on(&world.browser).is_up().await?;
    Ok(Verdict::Passed)
}

async fn elements_added_later_start_and_removed_ones_clean_up(world: &World) -> Outcome {
    let _site = world.visit(elements("<div id=place></div>")).await?;
    let browser = &world.browser;
    browser
        .run(
            "document.getElementById('place').appendChild(document.createElement('swan-pay'));",
            Vec::new(),
        )
        .await?;
    let pay = Pay::on(browser);
    pay.is_up().await?;
    pay.follow(CHECK[0]).await?;
    browser
        .run(
            "window.gone = document.querySelector('swan-pay'); gone.remove();",
            Vec::new(),
        )
        .await?;
    browser
        .wait(
            "the widget to leave nothing behind",
            "const root = window.gone.shadowRoot.querySelector('.swan-app'); return !root || !root.children.length;",
            Vec::new(),
        )
        .await?;
    browser
        .run(
            "document.getElementById('place').appendChild(window.gone);",
            Vec::new(),
        )
        .await?;
    pay.is_up().await?;
    Ok(Verdict::Passed)
}

async fn moving_an_element_keeps_its_answers(world: &World) -> Outcome {
    let _site = world
        .visit(elements(
            "<div><swan-pay></swan-pay></div><div id=elsewhere></div>",
        ))
        .await?;
    let pay = Pay::on(&world.browser);
    pay.is_up().await?;
    pay.follow(CHECK[0]).await?;
    pay.take(Step::See(pay::PAID)).await?;
    world
        .browser
        .run(
            "document.getElementById('elsewhere').appendChild(document.querySelector('swan-pay'));",
            Vec::new(),
        )
        .await?;
    pay.follow(CHECK[1]).await?;
    pay.take(Step::See(pay::HOURS)).await?;
    Ok(Verdict::Passed)
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

/// The colour that is really behind the first question, from the element outwards.
const BACKGROUND: &str = "
    let at = kit.widgets()[0].querySelector('h2');
    while (at) {
      const colour = getComputedStyle(at).backgroundColor;
      if (!/^(transparent|rgba\\(.*, 0\\))$/.test(colour)) return colour;
      at = at.parentElement || (at.getRootNode().host);
    }
    return 'none';";

fn brightness(colour: &Value) -> Result<f64> {
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
    }
    let ready = heard.iter().filter(|one| one["name"] == "ready").count();
    ensure!(ready == 1, "ready once: {heard:?}");
    let all = json!(heard).to_string();
    ensure!(!all.contains("350"), "no answer leaves in an event: {all}");
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

const FRAME: &str = "
    const frame = [...kit.elements()].find((element) => element.localName === 'iframe');
    return frame || null;";

async fn a_frame_grows_and_speaks(world: &World) -> Outcome {
    let _site = world
        .visit(elements(
            "<script>
               window.heard = [];
               document.addEventListener('swan:ready', () => heard.push('ready'));
             </script><swan-pay data-mode=frame data-theme=dark></swan-pay>",
        ))
        .await?;
    let browser = &world.browser;
    browser
        .wait(
            "the framed widget to say that it is ready",
            "return heard.length === 1;",
            Vec::new(),
        )
        .await?;
    browser.enter_frame(FRAME).await?;
    Pay::on(browser).check().await?;
    let inside = browser
        .run(
            "return document.documentElement.getBoundingClientRect().height;",
            Vec::new(),
        )
        .await?;
    browser.leave_frame().await?;
    let sandbox = browser
        .wait(
            "the frame to be as tall as its content",
            "const frame = [...kit.elements()].find((element) => element.localName === 'iframe');
             const fits = Math.abs(frame.getBoundingClientRect().height - args[0]) < 40;
             return fits && frame.getAttribute('sandbox');",
            vec![inside],
        )
        .await?;
    let sandbox = sandbox.as_str().context("the frame is sandboxed")?;
    ensure!(
        !sandbox.contains("same-origin"),
        "neither page can touch the other: {sandbox}"
    );
    Ok(Verdict::Passed)
}

async fn a_frame_takes_the_theme_and_keeps_its_answers(world: &World) -> Outcome {
    let _site = world
        .visit(elements(
            "<swan-pay data-mode=frame data-theme=dark></swan-pay>",
        ))
        .await?;
    let browser = &world.browser;
    let pay = Pay::on(browser);
    browser.enter_frame(FRAME).await?;
    pay.is_up().await?;
    pay.follow(CHECK[0]).await?;
    let dark = brightness(&browser.run(BACKGROUND, Vec::new()).await?)?;
    ensure!(dark < 80.0, "the frame takes the theme: {dark}");
    browser.leave_frame().await?;
    browser
        .run(
            "document.querySelector('swan-pay').dataset.theme = 'light';",
            Vec::new(),
        )
        .await?;
    browser.enter_frame(FRAME).await?;
    browser
        .until("the frame to take the new theme", || async {
            let light = brightness(&browser.run(BACKGROUND, Vec::new()).await?)?;
            Ok((light > 200.0).then_some(()))
        })
        .await?;
    pay.take(Step::See(pay::PAID)).await?;
    browser.leave_frame().await?;
    Ok(Verdict::Passed)
}

async fn a_button_opens_a_dialogue(world: &World) -> Outcome {
    let _site = world
        .visit(elements("<swan-pay data-mode=button></swan-pay>"))
        .await?;
    let browser = &world.browser;
    let knob = browser
        .wait("a button", "return kit.all('button')[0];", Vec::new())
        .await?;
    let name = browser.run("return kit.name(args[0]);", vec![knob]).await?;
    let name = name.as_str().context("a name")?;
    browser.click("button", name).await?;
    let pay = Pay::on(browser);
    pay.is_up().await?;
    pay.follow(CHECK[0]).await?;
    browser.press(&['\u{E00C}']).await?;
    browser
        .wait(
            "the dialogue to close",
            "return [...kit.elements()].filter((one) => one.localName === 'dialog').every((one) => !one.open);",
            Vec::new(),
        )
        .await?;
    pay.has_focus_on(name).await?;
    browser.click("button", name).await?;
    pay.take(Step::See(pay::PAID))
        .await
        .context("what was answered is still there")?;
    Ok(Verdict::Passed)
}

async fn the_hub_s_own_page(world: &World) -> Outcome {
    let site = world.site(one_tag()).await?;
    let browser = &world.browser;
    browser.open(&format!("{}/", site.hub.origin())).await?;
    browser.click("link", "Am I being paid right?").await?;
    let pay = Pay::on(browser);
    pay.check().await?;
    browser
        .open(&format!("{}/w/pay?lang=cy", site.hub.origin()))
        .await?;
    browser.find("heading", "Faint yw eich oed?").await?;
    Ok(Verdict::Passed)
}
