//! Mail server and database behind TLS: a hub reaches them by it, and where the certificate is a
//! stranger's, or TLS has been taken out on the way, it names nobody and says nothing.
//!
//! The authority is one of our own, trusted as an operator's would be: by `SSL_CERT_FILE`.

use std::time::Duration;

use anyhow::{Result, bail, ensure};
use swansfeet_demands::Campaign;

use super::two::confirmed;
use crate::{
    ground::{
        authority::{Authority, HOST},
        place::Place,
        process::Served,
        signer::{By, Drive, Person},
        sink::{Cover, Sink},
        trial::{Ground, no_postgres},
        until,
        wire::{self, Answer},
    },
    runner::Verdict,
};

const ADDRESS: &str = "zoe@example.org";
/// A hub that would send it does so at once.
const LONG_ENOUGH: Duration = Duration::from_secs(3);
const PATIENCE: Duration = Duration::from_secs(30);

/// Mail.
///
/// # Errors
/// A mail does not come where it should, or does where it should not.
pub async fn mail() -> Result<Verdict> {
    let (ours, strange) = (Authority::new()?, Authority::new()?);
    let whole = |of: &Authority| of.acceptor().map(Cover::Whole);
    let asked = |of: &Authority| of.acceptor().map(Cover::Asked);
    for (scheme, cover, is_good) in [
        ("smtps", whole(&ours)?, true),
        ("smtp+starttls", asked(&ours)?, true),
        ("smtps", whole(&strange)?, false),
        ("smtp+starttls", asked(&strange)?, false),
        // Somebody on the way has taken the offer of TLS out.
        ("smtp+starttls", Cover::Bare, false),
        ("smtps", Cover::Bare, false),
    ] {
        let sink = Sink::start_under(cover).await?;
        let port = sink.address.port();
        signed(&format!("{scheme}://{HOST}:{port}"), &ours, &sink, is_good).await?;
    }
    Ok(Verdict::Passed)
}

async fn signed(server: &str, ours: &Authority, sink: &Sink, is_good: bool) -> Result<()> {
    let mut place = Place::new(None, None)?;
    place.mail = Some(server.to_owned());
    place.trusted = Some(ours.file());
    let campaign = place.campaign().await?;
    let hub = place.serve().await?;
    let answer = signs(&hub, campaign, By::Mail(ADDRESS.to_owned())).await?;
    ensure!(answer.status == 202, "{server}: {}", answer.body);
    if is_good {
        confirmed(&hub, &sink.token(ADDRESS).await?).await?;
    } else {
        until("a mail that did not go", PATIENCE, async || {
            Ok(place
                .log()?
                .contains("cannot be reached in the way")
                .then_some(()))
        })
        .await?;
        tokio::time::sleep(LONG_ENOUGH).await;
        let named = sink.named();
        ensure!(named == 0, "{server}: {named} addresses came to a stranger");
    }
    ensure!(!place.log()?.contains(ADDRESS), "the log has the address");
    Ok(())
}

async fn signs(hub: &Served, campaign: Campaign, by: By) -> Result<Answer> {
    let drive = Drive::load(hub.address, campaign).await?;
    let name = "Zoë Quill".to_owned();
    let form = drive.form(&Person {
        name,
        by,
        ..Person::default()
    })?;
    wire::once(hub.address, &form.request).await
}

/// The database.
///
/// # Errors
/// It is reached in the open, or a stranger's is.
pub async fn database(ground: &mut Ground) -> Result<Verdict> {
    let Some(postgres) = &mut ground.postgres else {
        return no_postgres();
    };
    let (ours, strange) = (Authority::new()?, Authority::new()?);
    let url = postgres.go_covered(&ours).await?;
    let seen = async {
        let mut place = Place::new(Some(url), None)?;
        place.trusted = Some(ours.file());
        let campaign = place.campaign().await?;
        let hub = place.serve().await?;
        hub.ready().await?;
        let codes = place.codes(1).await?;
        let answer = signs(&hub, campaign, By::Code(codes.concat())).await?;
        ensure!(answer.status == 201, "{}", answer.body);
        let (covered, bare) = postgres.covered_and_bare().await?;
        ensure!(covered > 0 && bare == 0, "{covered} covered, {bare} bare");
        hub.stop().await?;

        place.trusted = Some(strange.file());
        match place.serve().await {
            Ok(hub) => bail!("it trusts a stranger: {:?}", hub.address),
            Err(_) => ensure!(place.log()?.contains("certificate"), "{}", place.log()?),
        }
        Ok(())
    }
    .await;
    // Whatever was seen: the trials after this one need it.
    postgres.go_bare().await?;
    seen?;
    Ok(Verdict::Passed)
}
