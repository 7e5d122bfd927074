//! Load: many signers at once against a real hub. The figures that the hub is held to, each beside
//! its goal; and, in small, that under load everything that was acknowledged is there, once.

mod figures;
pub mod volley;

pub use figures::{Figure, Size, measure};

use std::{sync::Arc, time::Duration};

use anyhow::{Result, ensure};

use crate::{
    ground::{
        place::Place,
        rows,
        signer::{COUNT, Drive},
        sink::Sink,
        trial::{Ground, On},
        until, wire,
    },
    runner::Verdict,
};
use volley::Volley;

/// How many sign at once.
const AT_ONCE: usize = 16;
const BY_MAIL: usize = 300;
const BY_CODE: usize = 60;
const PATIENCE: Duration = Duration::from_secs(60);

/// Everything that was acknowledged is there, once; mailed, once; and counted, if it counts.
///
/// # Errors
/// It is not.
pub async fn all_is_there(ground: &mut Ground, on: On) -> Result<Verdict> {
    let database = match ground.database(on).await? {
        Ok(database) => database,
        Err(skipped) => return Ok(skipped),
    };
    let sink = Sink::start().await?;
    let place = Place::new(database, Some(sink.address))?;
    let campaign = place.campaign().await?;
    let codes = place.codes(BY_CODE).await?;
    let hub = place.serve().await?;
    let drive = Drive::load(hub.address, campaign).await?;
    let mut forms = drive.crowd("load", BY_MAIL)?;
    forms.extend(drive.with_codes(&codes)?);
    let forms = Arc::new(forms);

    let volley = Volley::fire(hub.address, &forms, AT_ONCE).await?;
    volley.all_taken(&forms)?;
    let rows = rows::hold_each_once(&place, &forms, &volley.acknowledged(&forms)).await?;
    ensure!(rows == BY_MAIL + BY_CODE, "{rows} rows");
    until("the count", PATIENCE, async || {
        let count = wire::once(hub.address, &wire::get(COUNT)).await?;
        Ok((count.json()["count"] == BY_CODE).then_some(()))
    })
    .await?;
    sink.wait_for(BY_MAIL, PATIENCE).await?;
    let ended = hub.stop().await?;
    ensure!(ended.success(), "the hub ended with {ended}");
    ensure!(sink.mails() == BY_MAIL, "{} mails", sink.mails());
    Ok(Verdict::Passed)
}
