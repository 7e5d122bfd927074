//! What goes wrong before a widget runs: what the page's owner reads in the console, and what a
//! visitor sees meanwhile.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use super::{access::axe, cases, embed::elements, one_tag, one_tag_without_wasm};
use crate::{
    browser::RECORDER,
    manifest::Manifest,
    pay::{self, CHECK, FAILED, Pay, Step},
    runner::{Case, Outcome, Verdict, World},
    server::{
        pages::{Build, Partner},
        proxy::Spoilt,
    },
};

pub(crate) fn cases() -> Vec<Case> {
    cases!("trouble":
        one_line_says_why_a_script_does_not_come_and_what_to_change,
        webassembly_is_advised_only_where_a_policy_forbids_it,
        a_browser_without_elements_keeps_the_link,
        a_pinned_tag_runs_and_so_does_its_plain_build,
        a_pinned_tag_refuses_a_changed_file,
        without_sheets_of_scripts_the_style_is_an_element,
        what_a_visitor_sees_is_calm,
        words_below_the_answer_can_be_asked_for_again,
        every_question_works_where_late_code_did_not_come,
        a_link_to_a_result_waits_for_late_code_in_welsh_too,
    )
}

/// Keeps what the page was told, for [`reason`].
const EARS: &str = "<script>
    window.heard = [];
    document.addEventListener('swan:error', (event) => heard.push(event.detail.reason));
    </script>";

const LINK: &str = r#"<swan-pay><a href="https://hub.example/w/pay">Check your pay</a></swan-pay>"#;

/// A page with the loader, whose widget's script is spoilt.
fn spoilt(how: Spoilt) -> Partner {
    elements(LINK).with_head(EARS).with_spoilt("/v1/pay.", how)
}

/// Waits for these words in the console and gives all lines of ours, without what JSON escapes.
async fn told(world: &World, words: &str) -> Result<Vec<String>> {
    world
        .browser
        .until(&format!("“{words}” in the console"), || async {
            let console = world.browser.console().await?;
            let ours: Vec<String> = console
                .iter()
                .filter(|line| line.contains("Swansfeet, "))
                .cloned()
                .collect();
            if ours.iter().any(|line| line.contains(words)) {
                Ok(Some(ours))
            } else {
                anyhow::bail!("the console says: {}", console.join("\n"))
            }
        })
        .await
}

async fn fails(world: &World, reason: &str) -> Result<()> {
    let sees = "return kit.hosts().some((host) => host.shadowRoot.textContent.includes(args[0]));";
    let browser = &world.browser;
    browser
        .wait("a calm sentence", sees, vec![json!(FAILED)])
        .await?;
    let heard = browser.run("return heard;", Vec::new()).await?;
    ensure!(heard == json!([reason]), "one event with {reason}: {heard}");
    Ok(())
}

async fn one_line_says_why_a_script_does_not_come_and_what_to_change(world: &World) -> Outcome {
    let policy = elements(LINK).with_head(EARS).with_header(
        "content-security-policy",
        "script-src https://hub.example/v1/swansfeet.js 'unsafe-inline' 'unsafe-eval'",
    );
    let no_cors = Partner::with_body(&format!(
        r#"{LINK}<script async crossorigin src="https://hub.example/v1/swansfeet.js"></script>"#
    ))
    .with_head(EARS)
    .with_spoilt("/v1/pay.", Spoilt::NoCors);
    let rows = [
        (
            spoilt(Spoilt::Missing),
            "load",
            "answers 404. Copy the tag anew",
        ),
        (
            spoilt(Spoilt::Typed),
            "load",
            "comes as text/plain, not as text/javascript. Its server must say so",
        ),
        (
            spoilt(Spoilt::Unreadable),
            "old",
            "did not run: this browser may be too old",
        ),
        (
            spoilt(Spoilt::Dropped),
            "load",
            "cannot be read: no network",
        ),
        (no_cors, "load", "or no CORS headers"),
        (policy, "policy", "is against this page's policy. Add "),
    ];
    for (page, reason, words) in rows {
        let _site = world.visit(page).await?;
        fails(world, reason).await.context(words)?;
        let ours = told(world, words).await?;
        let lines = ours.iter().filter(|line| line.contains(words)).count();
        ensure!(lines == 1, "in one line: {ours:?}");
        world.browser.open("about:blank").await?;
        world.browser.forget().await?;
    }
    Ok(Verdict::Passed)
}

async fn webassembly_is_advised_only_where_a_policy_forbids_it(world: &World) -> Outcome {
    let pay = Pay::on(&world.browser);
    let _site = world.visit(one_tag_without_wasm()).await?;
    pay.is_up().await?;
    let ours = told(world, "This browser has none").await?.join("\n");
    ensure!(!ours.contains("wasm-unsafe-eval"), "{ours}");
    let forbidden =
        one_tag().with_header("content-security-policy", "script-src https://hub.example");
    let _site = world.visit(forbidden).await?;
    pay.is_up().await?;
    told(world, "'wasm-unsafe-eval' in script-src allows it").await?;
    Ok(Verdict::Passed)
}

async fn a_browser_without_elements_keeps_the_link(world: &World) -> Outcome {
    let page = elements(LINK)
        .ahead("Object.defineProperty(window, 'customElements', { value: undefined });");
    let _site = world.visit(page).await?;
    told(world, "this browser is too old. The link stays.").await?;
    world.browser.find("link", "Check your pay").await?;
    Ok(Verdict::Passed)
}

/// A page with the widget's long name and its hash.
fn pinned() -> Result<Partner> {
    let manifest = Manifest::read()?;
    let script = &manifest.widgets.get("pay").context("a pay check")?.script;
    let file = manifest
        .files
        .iter()
        .find(|file| &file.name == script)
        .context("its script is listed")?;
    let tag = format!(
        r#"<script async src="https://hub.example/{}" integrity="{}" crossorigin="anonymous"></script>"#,
        file.path, file.integrity,
    );
    // A script of the page's own, since nothing may be put before one that is pinned.
    Ok(Partner::with_body(&tag).with_head(&format!("{EARS}<script>{RECORDER}</script>")))
}

const NO_WASM: &str = "<script>delete globalThis.WebAssembly;</script>";

async fn a_pinned_tag_runs_and_so_does_its_plain_build(world: &World) -> Outcome {
    let pay = Pay::on(&world.browser);
    for (page, wanted) in [
        (pinned()?, Build::Wasm),
        (pinned()?.with_head(NO_WASM), Build::Plain),
    ] {
        let _site = world.visit(page).await?;
        pay.is_up().await.context(wanted.name())?;
        let build = pay.build().await?;
        ensure!(build == wanted, "{} runs", build.name());
        // While the hub is there: the plain build has a second file, with a hash of its own.
        pay.check().await.context("a whole check")?;
    }
    Ok(Verdict::Passed)
}

async fn a_pinned_tag_refuses_a_changed_file(world: &World) -> Outcome {
    let page = pinned()?
        .with_head(NO_WASM)
        .with_spoilt(".plain.", Spoilt::Changed);
    let _site = world.visit(page).await?;
    fails(world, "load").await?;
    told(
        world,
        "is not what its integrity hash says. Copy the tag anew",
    )
    .await?;
    let ran = world
        .browser
        .run("return window.changed === 1;", Vec::new())
        .await?;
    ensure!(ran == json!(false), "nothing of it ran");
    // What comes late of the plain build is held to its hash too: no result by other rules.
    let page = pinned()?
        .with_head(NO_WASM)
        .with_spoilt(".late.", Spoilt::Changed);
    let _site = world.visit(page).await?;
    let pay = Pay::on(&world.browser);
    for question in CHECK {
        pay.follow(question).await?;
    }
    pay.says("The rest of this page did not come.").await?;
    told(world, ".late.").await?;
    Ok(Verdict::Passed)
}

async fn without_sheets_of_scripts_the_style_is_an_element(world: &World) -> Outcome {
    let page = one_tag().ahead("delete globalThis.CSSStyleSheet;");
    let _site = world.visit(page).await?;
    let pay = Pay::on(&world.browser);
    pay.is_up().await?;
    let look = world
        .browser
        .run(
            "const shadow = document.querySelector('swan-pay').shadowRoot;
             return {
               styles: shadow.querySelectorAll('style').length,
               sheets: (shadow.adoptedStyleSheets || []).length,
               button: getComputedStyle(kit.find('button', 'Continue')).minHeight,
             };",
            Vec::new(),
        )
        .await?;
    ensure!(look["styles"] == json!(1), "{look}");
    ensure!(look["sheets"] == json!(0), "{look}");
    ensure!(pixels(&look["button"])? >= 44.0, "it looks as ever: {look}");
    pay.check().await?;
    Ok(Verdict::Passed)
}

fn pixels(value: &Value) -> Result<f64> {
    let text = value.as_str().context("a length")?;
    Ok(text.trim_end_matches("px").parse()?)
}

async fn what_a_visitor_sees_is_calm(world: &World) -> Outcome {
    for theme in ["light", "dark"] {
        let link = LINK.replace("<swan-pay", &format!("<swan-pay data-theme={theme}"));
        let page = elements(&link)
            .with_head(EARS)
            .with_spoilt("/v1/pay.", Spoilt::Missing);
        let _site = world.visit(page).await?;
        fails(world, "load").await?;
        axe(world, &format!("a failure, {theme}"), Some("swan-pay")).await?;
        let look = world
            .browser
            .run(
                "const button = kit.find('button', 'Try again').getBoundingClientRect();
                 const box = document.querySelector('swan-pay').getBoundingClientRect();
                 return { button: button.height, box: box.height };",
                Vec::new(),
            )
            .await?;
        ensure!(
            look["button"].as_f64().is_some_and(|height| height >= 44.0),
            "a thumb can press it: {look}"
        );
        ensure!(
            look["box"].as_f64().is_some_and(|height| height < 300.0),
            "no empty room is kept: {look}"
        );
        let picture = world.pictures().join(format!("failure-{theme}.png"));
        world.browser.picture(&picture).await?;
    }
    Ok(Verdict::Passed)
}

/// Lets no file of later words, or of late code, through while `cut` is true.
const CUT: &str = "
    window.cut = true;
    const append = Node.prototype.appendChild;
    Node.prototype.appendChild = function (one) {
      if (!window.cut || !/[.]later?[.]/.test(one.src)) return append.call(this, one);
      setTimeout(() => one.onerror());
      return one;
    };";

async fn words_below_the_answer_can_be_asked_for_again(world: &World) -> Outcome {
    let _site = world.visit(one_tag().ahead(CUT)).await?;
    let pay = Pay::on(&world.browser);
    // The answer itself needs none of them.
    pay.check().await?;
    pay.says("The rest of this page did not come.").await?;
    let text = pay.text().await?;
    ensure!(!text.contains("What you can do next"), "{text}");
    axe(world, "an answer without the rest", Some("swan-pay")).await?;
    pay.take(Step::Press("Try again")).await?;
    pay.says("The rest of this page did not come.").await?;
    world.browser.run("window.cut = false;", Vec::new()).await?;
    pay.take(Step::Press("Try again")).await?;
    for below in [
        "How we worked this out",
        "What you can do next",
        "Make it more exact",
    ] {
        pay.says(below).await?;
    }
    let text = pay.text().await?;
    ensure!(!text.contains("did not come"), "{text}");
    Ok(Verdict::Passed)
}

/// In the plain build, what only the result needs comes late. Nothing before it may call any of that:
/// such a call would end the program.
async fn every_question_works_where_late_code_did_not_come(world: &World) -> Outcome {
    let _site = world.visit(one_tag_without_wasm().ahead(CUT)).await?;
    let (browser, pay) = (&world.browser, Pay::on(&world.browser));
    for (number, question) in CHECK.iter().enumerate() {
        if number == 2 {
            pay.take(Step::See(pay::HOURS)).await?;
            pay.take(Step::Type(pay::HOURS, "many")).await?;
            pay.take(Step::Press("Continue")).await?;
            pay.says("There is a problem").await?;
        }
        if number == 3 {
            pay.take(Step::See(pay::OTHER)).await?;
            pay.take(Step::Press("Back")).await?;
            pay.take(Step::See(pay::HOURS)).await?;
            pay.take(Step::Press("Continue")).await?;
        }
        pay.follow(question).await?;
    }
    pay.take(Step::See(pay::RESULT)).await?;
    pay.says("The rest of this page did not come.").await?;
    axe(world, "a result whose code did not come", Some("swan-pay")).await?;
    let picture = world.pictures().join("result-to-come.png");
    browser.picture(&picture).await?;
    pay.take(Step::Press("Try again")).await?;
    pay.says("The rest of this page did not come.").await?;
    // The device's way back, and on again: nothing typed is lost.
    browser.run("history.back();", Vec::new()).await?;
    pay.take(Step::See(pay::PAY)).await?;
    browser.run("window.cut = false;", Vec::new()).await?;
    pay.take(Step::Press("Show my result")).await?;
    // It is asked for once more by itself.
    pay.sees_result().await?;
    let text = pay.text().await?;
    for words in [pay::SHORT, "Your answers", "21 or over"] {
        ensure!(text.contains(words), "“{words}” in: {text}");
    }
    ensure!(!text.contains("did not come"), "{text}");
    Ok(Verdict::Passed)
}

/// Welsh has no words that come later, so late code comes alone.
async fn a_link_to_a_result_waits_for_late_code_in_welsh_too(world: &World) -> Outcome {
    let start = "age=21-&amp;paid=weekly&amp;hours=40&amp;pay=200&amp;screen=result";
    let page = |lang: &str| {
        let tag = format!(
            r#"<script async src="https://hub.example/v1/pay.js" data-lang="{lang}" data-start="{start}"></script>"#
        );
        Partner::with_body(&tag)
            .ahead("delete globalThis.WebAssembly;")
            .ahead(CUT)
    };
    let browser = &world.browser;
    for (lang, waits, answer) in [
        ("en", "The rest of this page did not come.", pay::SHORT),
        (
            "cy",
            "Ni ddaeth gweddill y dudalen hon.",
            "Mae’n edrych fel petaech",
        ),
    ] {
        let _site = world.visit(page(lang)).await?;
        let pay = Pay::on(browser);
        pay.says(waits).await.context(lang.to_owned())?;
        let length = "return history.length;";
        let before = browser.run(length, Vec::new()).await?;
        browser.run("window.cut = false;", Vec::new()).await?;
        let again = if lang == "cy" {
            "Rhoi cynnig arall arni"
        } else {
            "Try again"
        };
        pay.take(Step::Press(again)).await?;
        pay.says(answer).await.context(lang.to_owned())?;
        ensure!(
            browser.run(length, Vec::new()).await? == before,
            "no step was taken"
        );
    }
    Ok(Verdict::Passed)
}
