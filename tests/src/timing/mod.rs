//! Who asks the hub about an address must not learn whether it has signed: not from the answer,
//! not from a page, and not from how long it takes.

pub mod ranks;

use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};

use crate::{
    faults::two::confirmed,
    ground::{
        place::Place,
        process::Served,
        signer::{By, Drive, Form, Person},
        sink::Sink,
        trial::{Ground, On},
        wire::{self, Answer, Wire},
    },
    runner::Verdict,
};

/// A figure of timing.
#[derive(Clone, Debug)]
pub struct Timing {
    /// Tries of either kind.
    pub tries: usize,
    /// The median of who has signed.
    pub known: Duration,
    /// The median of who has not.
    pub new: Duration,
    /// How likely a difference at least as large is where there is none.
    pub chance: f64,
}

/// The same answer and the same pages, word for word.
///
/// # Errors
/// They differ.
pub async fn same_answer(ground: &mut Ground, on: On) -> Result<Verdict> {
    let database = match ground.database(on).await? {
        Ok(database) => database,
        Err(skipped) => return Ok(skipped),
    };
    let sink = Sink::start().await?;
    let place = Place::new(database, Some(sink.address))?;
    let campaign = place.campaign().await?;
    let hub = place.serve().await?;
    let drive = Drive::load(hub.address, campaign).await?;
    let address = "known@example.org";
    let first = signed(&hub, &sink, &drive, address).await?;
    let again = signed(&hub, &sink, &drive, address).await?;
    let other = signed(&hub, &sink, &drive, "fresh@example.org").await?;
    ensure!(first == again, "the same address: {first:?} {again:?}");
    ensure!(again == other, "another address: {again:?} {other:?}");
    hub.stop().await?;
    Ok(Verdict::Passed)
}

/// All that a signer sees, from the form to the page after the button, without the link's own
/// letters.
async fn signed(hub: &Served, sink: &Sink, drive: &Drive, address: &str) -> Result<Vec<Answer>> {
    let mails = sink.mails();
    let form = drive.form(&person(address))?;
    let answer = wire::once(hub.address, &form.request).await?;
    ensure!(answer.status == 202, "{} {}", answer.status, answer.body);
    sink.wait_for(mails + 1, Duration::from_secs(60)).await?;
    let token = sink.token(address).await?;
    let page = wire::once(hub.address, &wire::get(&format!("/s/{token}"))).await?;
    let after = confirmed(hub, &token).await?;
    let without = |text: &str| text.replace(&token, "TOKEN");
    let page = Answer {
        body: without(&page.body),
        ..page
    };
    let after = Answer {
        status: 200,
        headers: Vec::new(),
        body: without(&after),
    };
    Ok(vec![answer, page, after])
}

/// Times answers to those who have signed and to those who have not, in an order drawn by lot.
///
/// # Errors
/// The hub refuses one.
pub async fn compare(hub: &Served, sink: &Sink, drive: &Drive, tries: usize) -> Result<Timing> {
    const SIGNED: usize = 50;
    let addresses: Vec<String> = (0..SIGNED)
        .map(|number| format!("signed.{number:06}@example.org"))
        .collect();
    for address in &addresses {
        let form = drive.form(&person(address))?;
        wire::once(hub.address, &form.request).await?;
        confirmed(hub, &sink.token(address).await?).await?;
    }
    // As long as the others, so that only what is behind them differs.
    let known = addresses.iter().cycle().take(tries / 2);
    let known: Vec<Form> = known
        .map(|a| drive.form(&person(a)))
        .collect::<Result<_>>()?;
    let new = (0..tries / 2).map(|number| format!("unseen.{number:06}@example.org"));
    let new: Vec<Form> = new
        .map(|a| drive.form(&person(&a)))
        .collect::<Result<_>>()?;

    let mut wire = Wire::open(hub.address).await?;
    let mut times = [Vec::new(), Vec::new()];
    let mut left = [known.iter(), new.iter()];
    for which in lots(tries)? {
        let form = left[which].next().or_else(|| left[1 - which].next());
        let form = form.context("no form is left")?;
        let is_known = known.iter().any(|known| std::ptr::eq(known, form));
        let begun = Instant::now();
        let status = wire.ask(&form.request).await?.status;
        let took = begun.elapsed();
        ensure!(status == 202, "a try was answered with {status}");
        times[usize::from(!is_known)].push(took);
    }
    let [known, new] = &times;
    Ok(Timing {
        tries,
        known: ranks::median(known).context("no tries")?,
        new: ranks::median(new).context("no tries")?,
        chance: ranks::chance(known, new),
    })
}

fn person(address: &str) -> Person {
    Person {
        name: "Sam Taylor".to_owned(),
        by: By::Mail(address.to_owned()),
        ..Person::default()
    }
}

fn lots(count: usize) -> Result<Vec<usize>> {
    let mut bytes = vec![0; count];
    getrandom::fill(&mut bytes)?;
    Ok(bytes
        .into_iter()
        .map(|byte| usize::from(byte & 1))
        .collect())
}
