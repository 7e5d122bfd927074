//! Signing, in every engine: by email, by code, with mistakes, by keyboard; and what it leaves behind.
//! The hub's answers are a double's (`server/api.rs`), but for `whole.rs`, where nothing is.

mod after;
mod trouble;
mod whole;

use std::sync::Arc;

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use super::{access::axe, cases};
use crate::{
    demands::{ABOUT, AGREE, DEMANDS, Demands, INBOX, MORE, PROBLEM, SIGNED, opened},
    hands::{ENTER, SPACE, TAB},
    runner::{Case, Outcome, Verdict, World},
    server::{api::Api, pages::Partner},
    site::Site,
};

pub(crate) fn cases() -> Vec<Case> {
    let mut cases = cases!("demands":
        signing_by_email_seals_what_was_typed,
        signing_by_code_needs_no_address,
        a_code_in_the_page_s_address_is_filled_in,
        mistakes_are_named_and_take_the_focus,
        the_keyboard_alone_is_enough,
        the_device_s_back_button_loses_nothing,
        a_partner_gets_a_copy_only_if_ticked,
        nothing_about_the_signer_is_left_behind,
        the_plain_build_seals_too,
        axe_from_right_to_left_and_on_a_phone,
    );
    cases.extend(after::cases());
    cases.extend(trouble::cases());
    cases.extend(whole::cases());
    cases
}

fn page(attributes: &str) -> Partner {
    Partner::with_body(&format!(
        r#"<script async src="https://hub.example/v1/demands.js" {attributes}></script>"#
    ))
}

/// The page in front of a double, opened.
async fn visit(world: &World, partner: Partner) -> Result<(Site, Arc<Api>)> {
    visit_at(world, partner, "").await
}

async fn visit_at(world: &World, partner: Partner, more: &str) -> Result<(Site, Arc<Api>)> {
    let api = Arc::new(Api::new()?);
    let site = world.site(partner).await?;
    site.hub.stands_behind(&api);
    world
        .browser
        .open(&format!("{}{more}", site.address()))
        .await?;
    Ok((site, api))
}

async fn signing_by_email_seals_what_was_typed(world: &World) -> Outcome {
    let (_site, api) = visit(world, page("data-partner=south-branch")).await?;
    let demands = Demands::on(&world.browser);
    demands.starts().await?;
    demands.says_who().await?;
    demands.presses("Continue").await?;
    demands.sees(MORE).await?;
    world.browser.click("radio", "My full name").await?;
    world.browser.click("checkbox", "Full sick pay").await?;
    world
        .browser
        .fill("textbox", "Your union", "A union")
        .await?;
    demands.presses("Continue").await?;
    demands.sees(AGREE).await?;
    demands.agrees().await?;
    demands.presses("Sign").await?;
    demands.sees(INBOX).await?;
    demands.says("zoe@example.org").await?;

    let sent = only(&api)?;
    let signature = opened(&sent, Some("south-branch"))?;
    ensure!(signature.name == "Zoë O'Neill", "{}", signature.name);
    ensure!(signature.email.as_deref() == Some("zoe@example.org"));
    ensure!(signature.union.as_deref() == Some("A union"));
    ensure!(signature.areas.area == "LS");
    ensure!(signature.priorities.len() == 1);
    ensure!(sent["partner"] == "south-branch" && sent["category"] == "home-care-worker");
    ensure!(sent["copies"] == json!([]), "nobody ticked a partner");
    ensure!(
        opened(&sent, Some("another")).is_err(),
        "it cannot be moved"
    );

    demands.presses("Send it again").await?;
    demands.says("We sent it again.").await?;
    let taken = api.taken();
    ensure!(
        taken.len() == 2 && taken[0] == taken[1],
        "the very same form"
    );
    Ok(Verdict::Passed)
}

fn only(api: &Api) -> Result<Value> {
    let taken = api.taken();
    ensure!(taken.len() == 1, "{} came", taken.len());
    Ok(taken[0].clone())
}

fn a_code() -> String {
    swansfeet_demands::code::Code::from_bytes([1, 2, 3, 4, 5, 6, 7]).to_string()
}

async fn signing_by_code_needs_no_address(world: &World) -> Outcome {
    let (_site, api) = visit(world, page("")).await?;
    let demands = Demands::on(&world.browser);
    demands.starts().await?;
    demands.says_who_by_code(&a_code().to_uppercase()).await?;
    demands.leaves_the_rest_out().await?;
    demands.agrees().await?;
    demands.presses("Sign").await?;
    demands.sees(SIGNED).await?;
    demands.says("https://hub.example/s/").await?;
    let sent = only(&api)?;
    ensure!(sent["code"] == json!(a_code()) && sent["email"].is_null());
    ensure!(opened(&sent, None)?.email.is_none());
    Ok(Verdict::Passed)
}

async fn a_code_in_the_page_s_address_is_filled_in(world: &World) -> Outcome {
    let (site, api) = visit_at(world, page(""), &format!("#code={}", a_code())).await?;
    let demands = Demands::on(&world.browser);
    demands.starts().await?;
    ensure!(demands.field("Your code").await? == a_code());
    demands.says_who_by_code("").await?;
    demands.leaves_the_rest_out().await?;
    demands.agrees().await?;
    demands.presses("Sign").await?;
    demands.sees(SIGNED).await?;
    ensure!(only(&api)?["code"] == json!(a_code()));
    let told = site.hub.seen().iter().any(|one| one.path.contains("swc1"));
    ensure!(!told, "no address has the code");
    Ok(Verdict::Passed)
}

async fn mistakes_are_named_and_take_the_focus(world: &World) -> Outcome {
    let (_site, api) = visit(world, page("")).await?;
    let demands = Demands::on(&world.browser);
    demands.starts().await?;
    demands.presses("Continue").await?;
    demands.has_focus_on(PROBLEM).await?;
    axe(world, "errors", Some("swan-demands")).await?;
    let browser = &world.browser;
    browser
        .fill("textbox", "Your email address", "zoe@gmial.com")
        .await?;
    demands.says("Do you mean zoe@gmail.com?").await?;
    demands.presses("Use zoe@gmail.com").await?;
    ensure!(demands.field("Your email address").await? == "zoe@gmail.com");
    browser.fill("textbox", "Your postcode", "ls6").await?;
    demands.presses("Continue").await?;
    demands.says("LS6 is the first half.").await?;
    browser.click("link", "LS6 is the first half.").await?;
    demands.has_focus_on("Your postcode").await?;
    ensure!(demands.field("Your email address").await? == "zoe@gmail.com");
    browser
        .fill("textbox", "Your email address", "zoe@nhs.net")
        .await?;
    demands
        .says("This is an address of the health service.")
        .await?;
    ensure!(api.taken().is_empty());
    Ok(Verdict::Passed)
}

async fn the_keyboard_alone_is_enough(world: &World) -> Outcome {
    if world.browser.engine == crate::engine::Engine::WebKit {
        // Safari's Tab passes buttons and links by unless its owner has asked for them.
        return Ok(Verdict::Skipped(
            "Tab does not reach buttons here".to_owned(),
        ));
    }
    let (_site, api) = visit(world, page("")).await?;
    let demands = Demands::on(&world.browser);
    demands.sees(DEMANDS).await?;
    world.browser.tab_to("Sign now").await?;
    world.browser.press(&[ENTER]).await?;
    demands.has_focus_on(ABOUT).await?;
    world.browser.press(&[TAB]).await?;
    world.browser.tab_to("Care or support worker").await?;
    world.browser.press(&[SPACE]).await?;
    world.browser.tab_and_type("Your name", "Ana").await?;
    world
        .browser
        .tab_and_type("Your email address", "ana@example.org")
        .await?;
    world
        .browser
        .tab_and_type("Your postcode", "LS1 4DY")
        .await?;
    world.browser.press(&[ENTER]).await?;
    demands.has_focus_on(MORE).await?;
    world.browser.tab_and_type("Your union", "U").await?;
    world.browser.press(&[ENTER]).await?;
    demands.has_focus_on(AGREE).await?;
    world.browser.tab_to("I agree").await?;
    world.browser.press(&[SPACE]).await?;
    world.browser.press(&[ENTER]).await?;
    demands.has_focus_on(INBOX).await?;
    only(&api)?;
    Ok(Verdict::Passed)
}

async fn the_device_s_back_button_loses_nothing(world: &World) -> Outcome {
    let (_site, _api) = visit(world, page("")).await?;
    let demands = Demands::on(&world.browser);
    demands.fills_in().await?;
    world.browser.back().await?;
    demands.sees(MORE).await?;
    world.browser.back().await?;
    demands.sees(ABOUT).await?;
    ensure!(demands.field("Your name").await? == "Zoë O'Neill");
    demands.leaves_the_rest_out().await?;
    demands.presses("Sign").await?;
    demands.sees(INBOX).await?;
    world.browser.back().await?;
    demands.says("You have signed").await?;
    ensure!(!world.browser.has("button", "Sign these demands").await?);
    Ok(Verdict::Passed)
}

async fn a_partner_gets_a_copy_only_if_ticked(world: &World) -> Outcome {
    let (_site, api) = visit(world, page("")).await?;
    let demands = Demands::on(&world.browser);
    demands.fills_in().await?;
    let ticked = world
        .browser
        .run(
            "return kit.all('checkbox').filter((one) => one.checked).length;",
            Vec::new(),
        )
        .await?;
    ensure!(
        ticked == 1,
        "nothing is ticked before somebody ticks it: {ticked}"
    );
    world
        .browser
        .click("checkbox", "North Branch may have")
        .await?;
    demands.presses("Sign").await?;
    demands.sees(INBOX).await?;
    let sent = only(&api)?;
    ensure!(sent["copies"][0]["partner"] == "north-branch");
    ensure!(opened(&sent, None)?.consent.partners.len() == 1);
    Ok(Verdict::Passed)
}

async fn nothing_about_the_signer_is_left_behind(world: &World) -> Outcome {
    let partner = page("").with_head(
        "<script>window.heard = [];
         ['ready', 'signed', 'error', 'resize'].forEach((name) =>
           document.addEventListener('swan:' + name, (event) => heard.push([name, event.detail])));</script>",
    );
    let (site, api) = visit(world, partner).await?;
    let browser = &world.browser;
    let demands = Demands::on(browser);
    demands.fills_in().await?;
    demands.presses("Sign").await?;
    demands.sees(INBOX).await?;
    let left = browser
        .run(
            "return {
               cookie: document.cookie, local: localStorage.length, session: sessionStorage.length,
               address: location.href, state: JSON.stringify(history.state),
               signed: heard.filter(([name]) => name === 'signed').map(([, detail]) => detail),
               heard: JSON.stringify(heard),
             };",
            Vec::new(),
        )
        .await?;
    ensure!(
        left["cookie"] == "" && left["local"] == 0 && left["session"] == 0,
        "{left}"
    );
    ensure!(
        left["signed"] == json!([{ "campaign": "fifteen" }]),
        "{left}"
    );
    for part in ["address", "state", "heard"] {
        ensure!(
            told(left[part].as_str().unwrap_or_default()).is_none(),
            "{part}: {left}"
        );
    }
    only(&api)?;
    asked_nothing_personal(&site)
}

/// What of a signer stands in a text, as words of their own: in the middle of one that was drawn at
/// random (the name of a visit, the hash of a file) any three letters may stand.
fn told(text: &str) -> Option<&str> {
    text.split(|one: char| !one.is_alphanumeric()).find(|word| {
        let word = word.to_lowercase();
        ["zo", "zoe", "zoë", "ls6", "2ab", "202ab", "ls62ab"].contains(&word.as_str())
            || word.contains("neill")
    })
}

#[test]
fn what_is_told_of_a_signer_is_found_however_it_is_written() {
    for telling in [
        "?name=Zo%C3%AB",
        r#"{"name":"Zo\u00eb"}"#,
        "zoe@example.org",
        "name=ZOË",
        "o%27neill",
        "near=LS6",
        "at=ls6%202ab",
        "LS6+2AB",
        "#LS62AB",
    ] {
        assert!(told(telling).is_some(), "{telling}");
    }
    for silent in [
        r#"{"swansfeet":{"demands-mx05zo8z-1":4}}"#,
        "/v1/a.02ab9ls6.js",
    ] {
        assert!(told(silent).is_none(), "{silent}");
    }
}

/// Every request, word for word: the address in its one place, and nothing else of the signer.
fn asked_nothing_personal(site: &Site) -> Outcome {
    for one in site.hub.seen() {
        ensure!(told(&one.path).is_none(), "{one:?}");
        let mut text = one.text.replace("zoe@example.org", "");
        // The record is letters at random, which may spell anything.
        if let Ok(mut json) = serde_json::from_str::<Value>(&text) {
            json["record"] = json!("");
            json["demands"] = json!("");
            text = json.to_string();
        }
        ensure!(told(&text).is_none(), "{text}");
        ensure!(!one.headers.contains_key("cookie"), "{one:?}");
        let referrer = one
            .headers
            .get("referer")
            .and_then(|value| value.to_str().ok());
        let is_origin = referrer.is_none_or(|from| from == format!("{}/", site.origin()));
        ensure!(is_origin, "a referrer beyond the origin: {one:?}");
    }
    Ok(Verdict::Passed)
}

async fn the_plain_build_seals_too(world: &World) -> Outcome {
    let partner = page("").ahead("delete globalThis.WebAssembly;");
    let (_site, api) = visit(world, partner).await?;
    let demands = Demands::on(&world.browser);
    demands.fills_in().await?;
    let build = world.browser.run("return kit.build();", Vec::new()).await?;
    ensure!(build == "plain", "{build}");
    demands.presses("Sign").await?;
    demands.sees(INBOX).await?;
    opened(&only(&api)?, None)?;
    Ok(Verdict::Passed)
}

async fn axe_from_right_to_left_and_on_a_phone(world: &World) -> Outcome {
    let body = r#"<swan-demands data-lang="en-XB"></swan-demands>
           <script async src="https://hub.example/v1/swansfeet.all.js"></script>"#;
    let (_site, _api) = visit(world, Partner::with_body(body)).await?;
    let demands = Demands::on(&world.browser);
    demands.sees(DEMANDS).await?;
    axe(world, "from right to left", Some("swan-demands")).await?;
    let file = world.pictures().join("demands-right-to-left.png");
    world.browser.picture(&file).await?;
    let dir = "return kit.widgets()[0].closest('[dir]').dir;";
    ensure!(world.browser.run(dir, Vec::new()).await? == "rtl");
    Ok(Verdict::Passed)
}
