//! The figures, each beside what it is held to. One run: the hub, the database, the mail server and
//! all signers share this machine.

use std::{
    net::SocketAddr,
    sync::Arc,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, ensure};
use tokio::task::JoinSet;

use super::volley::Volley;
use crate::{
    ground::{
        place::Place,
        process::Served,
        rows,
        signer::{COUNT, Drive, Form, Mark},
        sink::Sink,
        trial::{Ground, On},
        until,
        wire::{self, Wire},
    },
    timing,
};

/// How many sign at once while the count's age is taken: some 1,000 a second, for long enough.
const STEADY: usize = 8;
/// How many sign at once: as many as a batch of the hub at least half filled.
const SIGNERS: usize = 64;
/// How many ask for the count at once.
const READERS: usize = 32;
/// How often the count's age is taken, and under load.
const AGES: [usize; 2] = [4, 2];
/// A cache in between may add so much to the count's age (`max-age`).
const CACHED: Duration = Duration::from_secs(5);
/// The slowest is the mail, which the hub sends at leisure.
const PATIENCE: Duration = Duration::from_secs(600);
/// Where a build with the feature `yardstick` takes a bare row.
const BARE: &str = "/yardstick";

/// How much is sent.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    /// Rounds, in which signatures and bare rows take turns: what else the machine does meets both.
    pub rounds: usize,
    /// Signatures, and as many bare rows, a round.
    pub forms: usize,
    /// How long counts are read.
    pub reading: Duration,
    /// Tries of timing.
    pub tries: usize,
}

impl Size {
    /// What figures for a release are taken with.
    pub const WHOLE: Self = Self {
        rounds: 5,
        forms: 4_000,
        reading: Duration::from_secs(5),
        tries: 2_000,
    };
    /// For a look in between.
    pub const QUICK: Self = Self {
        rounds: 3,
        forms: 1_500,
        reading: Duration::from_secs(2),
        tries: 600,
    };
}

/// What was measured.
#[derive(Clone, Debug)]
pub struct Figure {
    /// Of what.
    pub what: String,
    /// How much.
    pub is: String,
    /// What it is held to.
    pub goal: String,
    /// Whether it holds; none where there is no goal.
    pub is_met: Option<bool>,
}

impl Figure {
    fn new(what: &str, is: String, goal: &str, is_met: bool) -> Self {
        Self {
            what: what.to_owned(),
            is,
            goal: goal.to_owned(),
            is_met: Some(is_met),
        }
    }

    fn plain(what: &str, is: String) -> Self {
        Self {
            what: what.to_owned(),
            is,
            goal: String::new(),
            is_met: None,
        }
    }
}

/// Measures a hub on that database; nothing where there is none.
///
/// # Errors
/// The hub refuses or loses something: then there is nothing to measure.
pub async fn measure(ground: &mut Ground, on: On, size: Size) -> Result<Option<Vec<Figure>>> {
    let Ok(database) = ground.database(on).await? else {
        return Ok(None);
    };
    let sink = Sink::start().await?;
    let place = Place::new(database, Some(sink.address))?;
    let campaign = place.campaign().await?;
    let codes = place.codes(AGES.iter().sum()).await?;
    let hub = place.serve().await?;
    let drive = Drive::load(hub.address, campaign).await?;
    let (quiet, busy) = codes.split_at(AGES[0]);
    let begun = hub.memory()?;
    let mut figures = Vec::new();

    let mut sent = Vec::new();
    let volleys = taking_turns(&hub, &sink, &drive, size, &mut sent).await?;
    figures.extend(signing(&volleys)?);
    figures.push(reads(hub.address, size.reading).await?);
    figures.push(age("count's age, quiet", &hub, &drive, quiet).await?);
    figures.push(age_under_load(&hub, &drive, size, busy, &mut sent).await?);
    // What follows waits for mails of its own.
    sink.wait_for(sent.len(), PATIENCE).await?;
    figures.push(timed(&hub, &sink, &drive, size.tries).await?);
    let memory = hub.memory()?;
    let megabytes = |bytes: u64| bytes as f64 / 1e6;
    let is = format!(
        "{:.0} MB at most ({:.0} at first, {:.0} now)",
        megabytes(memory.most),
        megabytes(begun.now),
        megabytes(memory.now)
    );
    figures.push(Figure::new(
        "memory of the hub",
        is,
        "< 150 MB",
        memory.most < 150_000_000,
    ));

    // Fast and wrong would be no figure.
    let rows = rows::records(&place).await?;
    let lost = sent.iter().filter(|mark| rows.get(*mark) != Some(&1));
    ensure!(
        lost.count() == 0,
        "acknowledged signatures are not there once"
    );
    ensure!(hub.stop().await?.success(), "the hub did not end well");
    Ok(Some(figures))
}

/// What was sent in turns.
#[derive(Default)]
struct Volleys {
    /// Signatures, whose mails are sent meanwhile.
    mailed: Volley,
    /// Until the last of those mails had come.
    mailing: Duration,
    /// Signatures whose mails wait, for the mail server is busy: sending and receiving mail on the
    /// same two cores would be measured too.
    held: Volley,
    /// Bare rows. None where the hub was built without the yardstick.
    bare: Option<Volley>,
}

async fn taking_turns(
    hub: &Served,
    sink: &Sink,
    drive: &Drive,
    size: Size,
    sent: &mut Vec<Mark>,
) -> Result<Volleys> {
    let mut volleys = Volleys::default();
    // The first round warms up what is slow at first, and is thrown away.
    for round in 0..=size.rounds {
        let crowd = |who: &str, count| -> Result<Arc<Vec<Form>>> {
            Ok(Arc::new(drive.crowd(&format!("{who}{round}"), count)?))
        };
        // Fewer: mails take far longer than signatures.
        let (mailed, held) = (crowd("mailed", size.forms / 4)?, crowd("held", size.forms)?);
        let rows: Arc<Vec<Form>> = Arc::new(held.iter().map(bare_row).collect());
        let row = rows.first().context("a row")?;
        let has_bare = wire::once(hub.address, &row.request).await?.status == 201;

        let begun = Instant::now();
        let mut turn = Volleys {
            mailed: fired(hub, &mailed, sent).await?,
            ..Volleys::default()
        };
        sink.wait_for(sent.len(), PATIENCE).await?;
        turn.mailing = begun.elapsed();
        sink.hold(true);
        turn.held = fired(hub, &held, sent).await?;
        if has_bare {
            turn.bare = Some(Volley::fire(hub.address, &rows, SIGNERS).await?);
        }
        sink.hold(false);
        sink.wait_for(sent.len(), PATIENCE).await?;
        if round > 0 {
            volleys.append(turn, &rows)?;
        }
    }
    Ok(volleys)
}

async fn fired(hub: &Served, forms: &Arc<Vec<Form>>, sent: &mut Vec<Mark>) -> Result<Volley> {
    let volley = Volley::fire(hub.address, forms, SIGNERS).await?;
    volley.all_taken(forms)?;
    sent.extend(forms.iter().map(|form| form.mark));
    Ok(volley)
}

impl Volleys {
    fn append(&mut self, turn: Self, rows: &[Form]) -> Result<()> {
        self.mailed.append(turn.mailed);
        self.mailing += turn.mailing;
        self.held.append(turn.held);
        if let Some(bare) = turn.bare {
            bare.all_taken(rows)?;
            self.bare.get_or_insert_default().append(bare);
        }
        Ok(())
    }
}

/// A bare row of the size that the hub keeps of this form.
fn bare_row(form: &Form) -> Form {
    Form {
        request: wire::post(BARE, "application/octet-stream", &vec![b'x'; form.kept]),
        ..form.clone()
    }
}

fn signing(volleys: &Volleys) -> Result<Vec<Figure>> {
    let mut figures = accepted("mails on their way", &volleys.mailed)?;
    let mails = volleys.mailed.shots.len() as f64 / volleys.mailing.as_secs_f64();
    figures.push(Figure::plain(
        "mails, until all had come",
        format!("{mails:.0} a second"),
    ));
    figures.extend(accepted("mails waiting", &volleys.held)?);
    figures.push(match &volleys.bare {
        Some(bare) => {
            let ratio = volleys.held.rate() / bare.rate();
            let is = format!("{ratio:.2} ({:.0} bare rows a second)", bare.rate());
            Figure::new(
                "ratio to bare rows, mails waiting",
                is,
                ">= 0.7",
                ratio >= 0.7,
            )
        }
        None => Figure::plain(
            "ratio to bare rows",
            "built without the yardstick".to_owned(),
        ),
    });
    Ok(figures)
}

fn accepted(how: &str, signed: &Volley) -> Result<Vec<Figure>> {
    let rate = signed.rate();
    let (middle, slow) = (signed.percentile(0.5)?, signed.percentile(0.99)?);
    Ok(vec![
        Figure::new(
            &format!("signatures, {how}"),
            format!("{rate:.0} a second ({} of them)", signed.shots.len()),
            ">= 1,000 a second",
            rate >= 1_000.0,
        ),
        Figure::new(
            &format!("answers, {how}"),
            format!("p50 {}, p99 {}", millis(middle), millis(slow)),
            "p99 < 100 ms",
            slow < Duration::from_millis(100),
        ),
    ])
}

async fn reads(address: SocketAddr, length: Duration) -> Result<Figure> {
    let request: Arc<Vec<u8>> = Arc::new(wire::get(COUNT));
    let mut readers = JoinSet::new();
    let begun = Instant::now();
    for _ in 0..READERS {
        let (mut wire, request) = (Wire::open(address).await?, Arc::clone(&request));
        readers.spawn(async move {
            let mut read = 0_u64;
            while begun.elapsed() < length {
                let status = wire.ask(&request).await?.status;
                ensure!(status == 200, "a count was answered with {status}");
                read += 1;
            }
            Ok(read)
        });
    }
    let mut read = 0;
    while let Some(more) = readers.join_next().await {
        read += more??;
    }
    let rate = read as f64 / begun.elapsed().as_secs_f64();
    let is = format!("{rate:.0} a second");
    Ok(Figure::new(
        "counts read",
        is,
        ">= 20,000 a second",
        rate >= 20_000.0,
    ))
}

/// How long after its answer a signature is in the count, at worst.
async fn worst_age(hub: &Served, drive: &Drive, codes: &[String]) -> Result<Duration> {
    let mut worst = Duration::ZERO;
    let request = wire::get(COUNT);
    for form in drive.with_codes(codes)? {
        let mut wire = Wire::open(hub.address).await?;
        let before = counted(&mut wire, &request).await?;
        let answer = wire.ask(&form.request).await?.kept();
        ensure!(answer.status == 201, "{} {}", answer.status, answer.body);
        let since = Instant::now();
        until("the count", PATIENCE, async || {
            let mut wire = Wire::open(hub.address).await?;
            let now = counted(&mut wire, &request).await?;
            Ok((now > before).then_some(()))
        })
        .await?;
        worst = worst.max(since.elapsed());
    }
    Ok(worst)
}

async fn counted(wire: &mut Wire, request: &[u8]) -> Result<u64> {
    let count = wire.ask(request).await?.kept().json();
    count["count"].as_u64().context("no count")
}

async fn age(what: &str, hub: &Served, drive: &Drive, codes: &[String]) -> Result<Figure> {
    let worst = worst_age(hub, drive, codes).await?;
    let is = format!(
        "{} at worst, {} behind a cache",
        seconds(worst),
        seconds(worst + CACHED)
    );
    let is_met = worst + CACHED <= Duration::from_secs(10);
    Ok(Figure::new(what, is, "<= 10 s", is_met))
}

async fn age_under_load(
    hub: &Served,
    drive: &Drive,
    size: Size,
    codes: &[String],
    sent: &mut Vec<Mark>,
) -> Result<Figure> {
    let forms = Arc::new(drive.crowd("busy", 2 * size.forms)?);
    let load = {
        let (address, forms) = (hub.address, Arc::clone(&forms));
        tokio::spawn(async move { Volley::fire(address, &forms, STEADY).await })
    };
    let figure = age("count's age, under load", hub, drive, codes).await?;
    load.await??.all_taken(&forms)?;
    sent.extend(forms.iter().map(|form| form.mark));
    Ok(figure)
}

async fn timed(hub: &Served, sink: &Sink, drive: &Drive, tries: usize) -> Result<Figure> {
    let timing = timing::compare(hub, sink, drive, tries).await?;
    let is = format!(
        "{} and {}, p = {:.3} over {} tries",
        millis(timing.known),
        millis(timing.new),
        timing.chance,
        timing.tries
    );
    let what = "median for who has signed, and not";
    Ok(Figure::new(what, is, "p >= 0.01", timing.chance >= 0.01))
}

fn millis(time: Duration) -> String {
    format!("{:.1} ms", time.as_secs_f64() * 1e3)
}

fn seconds(time: Duration) -> String {
    format!("{:.1} s", time.as_secs_f64())
}
