//! Signing where something is not right: no hub, another key, another campaign, a puzzle.

use std::sync::Arc;

use anyhow::{Context, Result, ensure};
use serde_json::json;
use sha2::{Digest, Sha256};

use super::{a_code, only, page, visit};
use crate::{
    cases::cases,
    demands::{ABOUT, Demands, INBOX, PROBLEM, opened, organisers},
    runner::{Case, Outcome, Verdict, World},
    server::{
        api::{Api, refusal},
        pages::Partner,
    },
    site::Site,
};

pub(crate) fn cases() -> Vec<Case> {
    cases!("demands":
        the_hub_goes_away_and_nothing_is_lost,
        the_hub_is_down_and_trying_again_works,
        another_key_gets_not_one_signature,
        a_key_that_changes_under_a_pin_gets_none,
        a_key_that_cannot_be_read_gets_none,
        a_campaign_that_changed_is_shown_again,
        a_campaign_that_closed_says_so,
        a_used_code_is_told_at_its_field,
        a_puzzle_is_solved_and_the_page_goes_on,
        a_hub_that_is_no_address_is_left_out,
    )
}

async fn a_hub_that_is_no_address_is_left_out(world: &World) -> Outcome {
    let (_site, _api) = visit(world, page("data-hub=javascript:alert(1)")).await?;
    let demands = Demands::on(&world.browser);
    // The campaign comes from where the script came from.
    demands.starts().await?;
    Ok(Verdict::Passed)
}

async fn the_hub_goes_away_and_nothing_is_lost(world: &World) -> Outcome {
    let (site, api) = visit(world, page("")).await?;
    let demands = Demands::on(&world.browser);
    demands.fills_in().await?;
    site.hub.switch_off();
    demands.presses("Sign").await?;
    demands.says("What you typed is still here.").await?;
    demands.presses("Back").await?;
    demands.presses("Back").await?;
    demands.sees(ABOUT).await?;
    ensure!(demands.field("Your email address").await? == "zoe@example.org");
    demands.leaves_the_rest_out().await?;
    site.hub.switch_on();
    demands.presses("Try again").await?;
    demands.sees(INBOX).await?;
    only(&api)?;
    Ok(Verdict::Passed)
}

async fn the_hub_is_down_and_trying_again_works(world: &World) -> Outcome {
    let (site, api) = visit(world, page("")).await?;
    let demands = Demands::on(&world.browser);
    demands.fills_in().await?;
    for (status, code, words) in [
        (503, "not-ready", "The server has a problem."),
        (429, "too-many", "Wait a minute"),
        (413, "too-large", "too long to send"),
        (422, "bad-record", "did not take this"),
    ] {
        api.refuse(status, refusal(code));
        let button = if status == 503 { "Sign" } else { "Try again" };
        demands.presses(button).await?;
        demands.says(words).await?;
    }
    demands.presses("Try again").await?;
    demands.sees(INBOX).await?;
    ensure!(
        site.hub
            .seen()
            .iter()
            .filter(|one| one.method == "POST")
            .count()
            == 5
    );
    Ok(Verdict::Passed)
}

fn other_key() -> swansfeet_demands::seal::PublicKey {
    swansfeet_demands::seal::SecretKey::from_bytes(&[8; 32]).public()
}

async fn no_posts(site: &Site) -> Result<()> {
    ensure!(
        site.hub.seen().iter().all(|one| one.method != "POST"),
        "something was sent"
    );
    Ok(())
}

async fn another_key_gets_not_one_signature(world: &World) -> Outcome {
    let pinned = organisers().public().fingerprint();
    let api = Arc::new(Api::new()?);
    api.change("/keys/0/key", json!(other_key().to_string()));
    let site = world.site(page(&format!("data-key={pinned}"))).await?;
    site.hub.stands_behind(&api);
    world.browser.open(&site.address()).await?;
    let demands = Demands::on(&world.browser);
    demands.says("You cannot sign here just now.").await?;
    ensure!(!world.browser.has("button", "Sign").await?, "no way on");
    no_posts(&site).await?;
    // The right key, under the same pin, is taken.
    let (_site, api) = visit(world, page(&format!("data-key={pinned}"))).await?;
    demands.fills_in().await?;
    demands.presses("Sign").await?;
    demands.sees(INBOX).await?;
    only(&api)?;
    Ok(Verdict::Passed)
}

async fn a_key_that_changes_under_a_pin_gets_none(world: &World) -> Outcome {
    let pinned = organisers().public().fingerprint();
    let (_site, api) = visit(world, page(&format!("data-key={pinned}"))).await?;
    let demands = Demands::on(&world.browser);
    demands.fills_in().await?;
    api.change(
        "/keys/0",
        json!({ "epoch": 2, "key": other_key().to_string() }),
    );
    api.refuse(409, refusal("changed"));
    demands.presses("Sign").await?;
    demands.says("You cannot sign here just now.").await?;
    ensure!(!world.browser.has("button", "Sign").await?);
    // The one that was sent was sealed to the right key, so only the organisers can read it.
    opened(&only(&api)?, None)?;
    Ok(Verdict::Passed)
}

async fn a_key_that_cannot_be_read_gets_none(world: &World) -> Outcome {
    for (place, value) in [
        ("/keys/0/key", json!("swk1-tampered")),
        ("/keys", json!([])),
    ] {
        let api = Arc::new(Api::new()?);
        api.change(place, value);
        let site = world.site(page("")).await?;
        site.hub.stands_behind(&api);
        world.browser.open(&site.address()).await?;
        Demands::on(&world.browser)
            .says("There is no key for locking your answers.")
            .await?;
        ensure!(!world.browser.has("button", "Sign").await?);
        no_posts(&site).await?;
    }
    Ok(Verdict::Passed)
}

async fn a_campaign_that_changed_is_shown_again(world: &World) -> Outcome {
    let (_site, api) = visit(world, page("")).await?;
    let demands = Demands::on(&world.browser);
    demands.fills_in().await?;
    api.change("/demands/2/text/en", json!("Full pay when ill, at once."));
    api.refuse(409, refusal("changed"));
    demands.presses("Sign").await?;
    demands
        .says("This has changed while you were here.")
        .await?;
    demands.says("Full pay when ill, at once.").await?;
    demands.starts().await?;
    ensure!(demands.field("Your name").await? == "Zoë O'Neill");
    demands.leaves_the_rest_out().await?;
    demands.presses("Sign").await?;
    demands
        .says("Tick this box if you agree.")
        .await
        .context("agreed to anew")?;
    demands.agrees().await?;
    demands.presses("Sign").await?;
    demands.sees(INBOX).await?;
    let taken = api.taken();
    ensure!(taken[0]["demands"] != taken[1]["demands"]);
    Ok(Verdict::Passed)
}

async fn a_campaign_that_closed_says_so(world: &World) -> Outcome {
    let (_site, api) = visit(world, page("")).await?;
    let demands = Demands::on(&world.browser);
    demands.fills_in().await?;
    api.change("/signing", json!("closed"));
    api.change("/closes", json!(1_788_552_000));
    api.refuse(403, refusal("closed"));
    demands.presses("Sign").await?;
    demands
        .says("You can no longer sign. This ended on 4 September 2026.")
        .await?;
    ensure!(!world.browser.has("button", "Sign").await?);
    Ok(Verdict::Passed)
}

async fn a_used_code_is_told_at_its_field(world: &World) -> Outcome {
    let (_site, api) = visit(world, page(&format!("data-code={}", a_code()))).await?;
    let demands = Demands::on(&world.browser);
    demands.starts().await?;
    demands.says_who_by_code("").await?;
    demands.leaves_the_rest_out().await?;
    demands.agrees().await?;
    api.refuse(409, refusal("used-code"));
    demands.presses("Sign").await?;
    demands.sees(ABOUT).await?;
    demands.has_focus_on(PROBLEM).await?;
    demands.says("This code has been used before.").await?;
    ensure!(demands.field("Your name").await? == "Ana");
    Ok(Verdict::Passed)
}

async fn turns(world: &World) -> Result<i64> {
    let script = "return +document.documentElement.dataset.turns;";
    let turns = world.browser.run(script, Vec::new()).await?;
    turns.as_i64().context("the page counts its turns")
}

async fn a_puzzle_is_solved_and_the_page_goes_on(world: &World) -> Outcome {
    // How often the page comes to itself. In the page's own world: a driver's is not always kept.
    let counter = "<script>(function turn(turns) {
        document.documentElement.dataset.turns = turns;
        setTimeout(turn, 0, turns + 1);
      })(0)</script>";
    let tag = r#"<script async src="https://hub.example/v1/demands.js"></script>"#;
    let (_site, api) = visit(world, Partner::with_body(&format!("{counter}{tag}"))).await?;
    let demands = Demands::on(&world.browser);
    demands.fills_in().await?;
    let (salt, number) = ("0badcafe?expires=1&", 20_011_u32);
    let digest = Sha256::digest(format!("{salt}{number}"));
    let challenge: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    let mut body = refusal("puzzle");
    body["puzzle"] = json!({
        "algorithm": "SHA-256", "challenge": challenge, "salt": salt, "maxnumber": 50_000,
        "signature": "5161",
    });
    api.refuse(428, body);
    demands.sees("What you agree to").await?;
    let before = turns(world).await?;
    demands.presses("Sign").await?;
    demands.sees(INBOX).await?;
    let turned = turns(world).await? - before;
    ensure!(turned > 5, "the page stood still: {turned}");
    let taken = api.taken();
    ensure!(taken.len() == 2, "{} came", taken.len());
    ensure!(taken[0]["record"] == taken[1]["record"], "the same form");
    ensure!(
        taken[1]["proof"]["number"] == number && taken[1]["proof"]["challenge"] == json!(challenge)
    );
    Ok(Verdict::Passed)
}
