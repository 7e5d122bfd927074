//! Two hubs on one PostgreSQL are one hub: what is signed at one is confirmed at the other, a code
//! used at both at once is taken once, a puzzle of one is taken by the other, and both count alike
//! within ten seconds.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::{
    ground::{
        place::Place,
        process::Served,
        rows,
        signer::{COUNT, Drive, FORM},
        sink::Sink,
        trial::{Ground, no_postgres},
        until,
        wire::{self, Wire},
    },
    runner::Verdict,
};

const EACH: usize = 12;
const CODES: usize = 30;
const STALE: Duration = Duration::from_secs(10);

/// The claim.
///
/// # Errors
/// It does not hold.
pub async fn hubs(ground: &mut Ground) -> Result<Verdict> {
    let Some(postgres) = &mut ground.postgres else {
        return no_postgres();
    };
    let sink = Sink::start().await?;
    let place = Place::new(Some(postgres.database().await?), Some(sink.address))?;
    let campaign = place.campaign().await?;
    let codes = place.codes(CODES).await?;
    let (one, other) = (place.serve().await?, place.serve().await?);
    let drive = Drive::load(other.address, campaign).await?;

    let mut forms = drive.crowd("both", 2 * EACH)?;
    let mut marks = Vec::new();
    for (number, form) in forms.iter().enumerate() {
        let hub = turn(number, &one, &other);
        let answer = wire::once(hub.address, &form.request).await?;
        ensure!(answer.status == 202, "{} {}", answer.status, answer.body);
        marks.push(form.mark);
    }
    for number in 0..2 * EACH {
        let token = sink.token(&format!("both.{number:06}@example.org")).await?;
        confirmed(turn(number, &other, &one), &token).await?;
    }

    let by_code = drive.with_codes(&codes)?;
    let mut wires = (
        Wire::open(one.address).await?,
        Wire::open(other.address).await?,
    );
    for form in &by_code {
        let (here, there) = tokio::join!(wires.0.ask(&form.request), wires.1.ask(&form.request));
        let statuses = [here?.status, there?.status];
        // One signature, and whoever sends the very same form again is told so again.
        ensure!(statuses == [201, 201], "one form at both: {statuses:?}");
        marks.push(form.mark);
    }
    for form in &drive.with_codes(&codes)? {
        let answer = wires.0.ask(&form.request).await?;
        ensure!(answer.status == 409, "a used code: {}", answer.status);
    }
    forms.extend(by_code);
    let rows = rows::hold_each_once(&place, &forms, &marks).await?;
    ensure!(rows == forms.len(), "{rows} rows");
    puzzles_are_shared(&place, &drive).await?;
    for hub in [&one, &other] {
        until("both counts", STALE, async || {
            let count = wire::once(hub.address, &wire::get(COUNT)).await?;
            Ok((count.json()["count"] == forms.len()).then_some(()))
        })
        .await?;
    }
    for hub in [one, other] {
        let ended = hub.stop().await?;
        ensure!(ended.success(), "a hub ended with {ended}");
    }
    Ok(Verdict::Passed)
}

/// While many sign, whoever is given a puzzle by one hub and sent to the other with its solution
/// gets in.
async fn puzzles_are_shared(place: &Place, drive: &Drive) -> Result<()> {
    let always = ["env", "SWANSFEET_LIMITS_PUZZLE_ABOVE_PER_MINUTE=0"];
    let one = place.serve_as(&always).await?;
    let other = place.serve_as(&always).await?;
    for (number, form) in drive.crowd("puzzled", 4)?.iter().enumerate() {
        let (asked, sent) = (turn(number, &one, &other), turn(number, &other, &one));
        let answer = wire::once(asked.address, &form.request).await?;
        ensure!(answer.status == 428, "{} {}", answer.status, answer.body);
        let solved = with_proof(&form.request, &answer.json()["puzzle"])?;
        let answer = wire::once(sent.address, &solved).await?;
        ensure!(answer.status == 202, "{} {}", answer.status, answer.body);
    }
    for hub in [one, other] {
        hub.stop().await?;
    }
    Ok(())
}

/// The same request with the solution of a puzzle.
fn with_proof(request: &[u8], puzzle: &Value) -> Result<Vec<u8>> {
    let text = |name: &str| puzzle[name].as_str().context("a puzzle");
    let (challenge, salt) = (text("challenge")?, text("salt")?);
    let most = puzzle["maxnumber"].as_u64().context("a puzzle")?;
    let number = (0..=most).find(|number| {
        let digest = Sha256::digest(format!("{salt}{number}"));
        let digest: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
        digest == challenge
    });
    let request = std::str::from_utf8(request)?;
    let (_, body) = request.split_once("\r\n\r\n").context("a body")?;
    let mut body: Value = serde_json::from_str(body)?;
    body["proof"] = json!({
        "challenge": challenge, "salt": salt, "number": number.context("it has no solution")?,
        "signature": text("signature")?,
    });
    Ok(wire::post(
        FORM,
        "application/json",
        body.to_string().as_bytes(),
    ))
}

/// Presses the button behind a link.
///
/// # Errors
/// It does not confirm.
pub async fn confirmed(hub: &Served, token: &str) -> Result<String> {
    let form = "application/x-www-form-urlencoded";
    let press = wire::post(&format!("/s/{token}/confirm"), form, b"");
    let answer = wire::once(hub.address, &press).await?;
    ensure!(
        answer.status == 200,
        "confirming: {} {}",
        answer.status,
        answer.body
    );
    let sentence = answer.body.contains("Your signature is confirmed.");
    sentence
        .then_some(answer.body)
        .context("confirming: the page does not say so")
}

/// One after the other.
fn turn<'a, T>(number: usize, even: &'a T, odd: &'a T) -> &'a T {
    if number.is_multiple_of(2) { even } else { odd }
}
