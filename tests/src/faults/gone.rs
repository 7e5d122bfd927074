//! PostgreSQL stops and comes back: meanwhile refusals are clear, what needs no database is still
//! answered, and afterwards the hub goes on by itself.

use std::time::Duration;

use anyhow::{Context, Result, ensure};

use crate::{
    ground::{
        place::Place,
        process::Served,
        rows,
        signer::{COUNT, Drive},
        sink::Sink,
        trial::{Ground, no_postgres},
        until,
        wire::{self, Answer, Wire},
    },
    runner::Verdict,
};

/// How many sign before, and how many after.
const EACH: usize = 30;
const PATIENCE: Duration = Duration::from_secs(60);

/// The claim.
///
/// # Errors
/// It does not hold.
pub async fn and_back(ground: &mut Ground) -> Result<Verdict> {
    let Some(postgres) = &mut ground.postgres else {
        return no_postgres();
    };
    let sink = Sink::start().await?;
    let place = Place::new(Some(postgres.database().await?), Some(sink.address))?;
    let campaign = place.campaign().await?;
    let hub = place.serve().await?;
    let drive = Drive::load(hub.address, campaign).await?;
    let forms = drive.crowd("gone", 2 * EACH + 1)?;
    let (meanwhile, others) = forms.split_first().context("no forms")?;
    let (before, after) = others.split_at(EACH);
    let mut wire = Wire::open(hub.address).await?;
    for form in before {
        ensure!(wire.ask(&form.request).await?.status == 202, "before");
    }

    postgres.stop()?;
    let seen = while_gone(&hub, &meanwhile.request).await;
    // Whatever was seen: the trials after this one need it.
    postgres.go().await?;
    seen?;

    hub.ready().await?;
    until("signing again", PATIENCE, async || {
        let answer = wire::once(hub.address, &meanwhile.request).await?;
        Ok((answer.status == 202).then_some(()))
    })
    .await?;
    for form in after {
        ensure!(wire.ask(&form.request).await?.status == 202, "after");
    }
    let marks: Vec<_> = forms.iter().map(|form| form.mark).collect();
    let rows = rows::hold_each_once(&place, &forms, &marks).await?;
    ensure!(rows == forms.len(), "{rows} rows");
    sink.wait_for(forms.len(), PATIENCE).await?;
    let ended = hub.stop().await?;
    ensure!(ended.success(), "the hub ended with {ended}");
    ensure!(!place.log()?.contains("panicked"), "the hub panicked");
    Ok(Verdict::Passed)
}

async fn while_gone(hub: &Served, form: &[u8]) -> Result<()> {
    let ask = async |request: &[u8]| wire::once(hub.address, request).await;
    let (ready, link, alive, count) = (
        wire::get("/ready"),
        wire::get("/s/AAAAAAAAAAAAAAAAAAAAAA"),
        wire::get("/health"),
        wire::get(COUNT),
    );
    // At once: each may wait for a database as long as the hub has patience.
    let (ready, form, link) = tokio::try_join!(ask(&ready), ask(form), ask(&link))?;
    let said = |what: &str, answer: &Answer, status: u16| {
        let (is, body) = (answer.status, &answer.body);
        ensure!(is == status, "while it is gone, {what}: {is} {body}");
        Ok(())
    };
    said("/ready", &ready, 503)?;
    ensure!(ready.code() == "not-ready", "/ready: {}", ready.body);
    said("a signature", &form, 503)?;
    ensure!(form.code() == "not-ready", "a signature: {}", form.body);
    // Not "there is no such link": that would be a lie.
    said("a link", &link, 503)?;
    said("/health", &ask(&alive).await?, 200)?;
    said("the count", &ask(&count).await?, 200)
}
