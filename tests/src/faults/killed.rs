//! `kill -9` in mid-load, several times on the same data. What was acknowledged before is there
//! once; what was not may be there or not, never twice. Whoever was cut off with a code tries again,
//! and then it is there once, whichever of the two tries it was.

use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering::Relaxed},
    },
    time::Duration,
};

use anyhow::{Result, ensure};

use crate::{
    ground::{
        place::Place,
        rows,
        signer::{Drive, Form, Mark},
        sink::Sink,
        trial::{Ground, On},
        until,
        wire::Wire,
    },
    load::volley::Volley,
    runner::Verdict,
};

const ROUNDS: usize = 3;
const AT_ONCE: usize = 24;
const BY_MAIL: usize = 260;
const BY_CODE: usize = 60;
/// Killed when so many were acknowledged: in the middle of batches.
const ENOUGH: usize = 90;
const PATIENCE: Duration = Duration::from_secs(60);

/// The claim.
///
/// # Errors
/// Something acknowledged is lost or there twice, or the hub does not come back.
pub async fn nothing_is_lost(ground: &mut Ground, on: On) -> Result<Verdict> {
    let database = match ground.database(on).await? {
        Ok(database) => database,
        Err(skipped) => return Ok(skipped),
    };
    let sink = Sink::start().await?;
    let place = Place::new(database, Some(sink.address))?;
    let campaign = place.campaign().await?;
    let codes = place.codes(BY_CODE * ROUNDS).await?;
    let hub = place.serve().await?;
    let drive = Drive::load(hub.address, campaign).await?;
    hub.stop().await?;
    let mut sent: Vec<Form> = Vec::new();
    let mut acknowledged: Vec<Mark> = Vec::new();
    for (round, codes) in codes.chunks(BY_CODE).enumerate() {
        let by_code = drive.with_codes(codes)?;
        let by_mail = drive.crowd(&format!("round{round}"), BY_MAIL)?;
        let forms = Arc::new(mixed(by_mail, by_code));
        let volley = killed_in(&place, &forms).await?;
        let held = volley.acknowledged(&forms);
        ensure!(held.len() >= ENOUGH, "killed too early");
        ensure!(held.len() < forms.len(), "killed too late");
        acknowledged.extend(&held);
        sent.extend(forms.iter().cloned());
        // The database as the kill left it, before a hub has touched it again.
        rows::hold_each_once(&place, &sent, &acknowledged).await?;
        acknowledged.extend(again_with_codes(&place, &forms, &held).await?);
        rows::hold_each_once(&place, &sent, &acknowledged).await?;
        rows::file_is_whole(&place).await?;
    }
    let log = place.log()?;
    ensure!(!log.contains("panicked"), "a hub panicked: see its log");
    Ok(Verdict::Passed)
}

/// Codes among mails, so that every batch has both.
fn mixed(by_mail: Vec<Form>, by_code: Vec<Form>) -> Vec<Form> {
    let every = by_mail.len() / by_code.len().max(1);
    let mut codes = by_code.into_iter();
    let mut all = Vec::new();
    for (number, form) in by_mail.into_iter().enumerate() {
        if number.is_multiple_of(every) {
            all.extend(codes.next());
        }
        all.push(form);
    }
    all.extend(codes);
    all
}

/// Starts a hub, sends, and kills it when enough are acknowledged and others are on their way.
async fn killed_in(place: &Place, forms: &Arc<Vec<Form>>) -> Result<Volley> {
    let hub = place.serve().await?;
    hub.ready().await?;
    let acknowledged = Arc::new(AtomicUsize::new(0));
    let volley = {
        let (forms, acknowledged) = (Arc::clone(forms), Arc::clone(&acknowledged));
        let address = hub.address;
        tokio::spawn(async move { Volley::watched(address, &forms, AT_ONCE, &acknowledged).await })
    };
    until("enough signatures", PATIENCE, async || {
        Ok((acknowledged.load(Relaxed) >= ENOUGH).then_some(()))
    })
    .await?;
    hub.kill().await?;
    volley.await?
}

/// Whoever has a code and no answer tries again: it is taken now, or was before.
async fn again_with_codes(place: &Place, forms: &[Form], held: &[Mark]) -> Result<Vec<Mark>> {
    let hub = place.serve().await?;
    hub.ready().await?;
    let mut wire = Wire::open(hub.address).await?;
    let mut now = Vec::new();
    let cut_off = |form: &&Form| form.by_code && !held.contains(&form.mark);
    for form in forms.iter().filter(cut_off) {
        let answer = wire.ask(&form.request).await?.kept();
        let taken = answer.status == 201 || answer.code() == "used-code";
        ensure!(taken, "tried again: {} {}", answer.status, answer.body);
        now.push(form.mark);
    }
    let ended = hub.stop().await?;
    ensure!(ended.success(), "the hub ended with {ended}");
    Ok(now)
}
