//! Not a promise but a measurement, run by name: `cargo test --release -p swansfeet-hub --test
//! store -- measure`. How long counting takes over many rows beside a stream of new ones.

use std::time::{Duration, Instant};

use swansfeet_hub::organise::{PAUSE, PIECE};
use swansfeet_hub::store::{
    Store,
    backup::write,
    model::{Dimension, Facets, NewSignature},
};

use crate::place::{FIFTEEN, Place, Places, campaign, day, signature};

const ROWS: u32 = 200_000;
/// As the hub writes them: so many at once, so many times a second.
const BATCH: u32 = 20;
const BATCHES: u32 = 50;
const SECONDS: u32 = 8;

pub(crate) async fn all(places: &Places) {
    for postgres in [false, true] {
        if postgres && places.cluster.is_none() {
            continue;
        }
        println!("{}", if postgres { "PostgreSQL" } else { "SQLite" });
        measure(&*places.place(postgres).await).await;
    }
}

async fn measure(place: &Place) {
    let start = Instant::now();
    for _ in 0..ROWS / 250 {
        place.keep(&(0..250).map(varied).collect::<Vec<_>>()).await;
    }
    let each = f64::from(ROWS) / start.elapsed().as_secs_f64();
    println!("  {ROWS} taken in batches of 250: {each:.0} a second");
    place
        .raw("UPDATE signature SET confirmed = TRUE")
        .await
        .unwrap();
    let (mut written, counted) = tokio::join!(writer(place, FIFTEEN), counter(place));
    written.sort();
    println!("  beside {} taken a second:", BATCH * BATCHES);
    let late = |part: usize| written[written.len() * part / 100];
    println!("    a batch: median {:?}, p99 {:?}", late(50), late(99));
    println!(
        "    totals: worst {:?}; every table: worst {:?}",
        counted.0, counted.1
    );
    let start = Instant::now();
    let rows = write(&place.one, &mut std::io::sink()).await.unwrap();
    println!(
        "  backup of {} rows: {:?}",
        rows["signature"],
        start.elapsed()
    );
    place
        .one
        .add_campaign(&campaign("another"), &[], &[])
        .await
        .unwrap();
    let (mut written, (pieces, longest, all)) =
        tokio::join!(writer(place, "another"), ending(place));
    written.sort();
    println!("  {pieces} pieces of it ended in {all:?}, the longest in {longest:?}; beside it");
    let late = |part: usize| written[(written.len() - 1) * part / 100];
    println!("    a batch: p99 {:?}, worst {:?}", late(99), late(100));
}

/// As `Desk::end` does, by another program.
async fn ending(place: &Place) -> (u32, Duration, Duration) {
    let (mut pieces, mut longest, begun) = (0, Duration::ZERO, Instant::now());
    loop {
        let start = Instant::now();
        if place.two.end_piece(FIFTEEN, PIECE).await.unwrap() == 0 {
            return (pieces, longest, begun.elapsed());
        }
        longest = longest.max(start.elapsed());
        pieces += 1;
        tokio::time::sleep(PAUSE).await;
    }
}

async fn writer(place: &Place, campaign: &str) -> Vec<Duration> {
    let mut tick = tokio::time::interval(Duration::from_secs(1) / BATCHES);
    let mut took = Vec::new();
    for _ in 0..BATCHES * SECONDS {
        tick.tick().await;
        let into = |number| NewSignature {
            campaign: campaign.to_owned(),
            ..varied(number)
        };
        let batch: Vec<NewSignature> = (0..BATCH).map(into).collect();
        let start = Instant::now();
        place.keep(&batch).await;
        took.push(start.elapsed());
    }
    took
}

async fn counter(place: &Place) -> (Duration, Duration) {
    let (mut totals, mut tables) = (Duration::ZERO, Duration::ZERO);
    for _ in 0..SECONDS / 2 {
        let start = Instant::now();
        place.two.totals(FIFTEEN).await.unwrap();
        totals = totals.max(start.elapsed());
        for by in [
            Dimension::Day,
            Dimension::Region,
            Dimension::Category,
            Dimension::Demand,
        ] {
            let start = Instant::now();
            place.two.table(FIFTEEN, by).await.unwrap();
            tables = tables.max(start.elapsed());
        }
        tokio::time::sleep(Duration::from_secs(2)).await;
    }
    (totals, tables)
}

fn varied(number: u32) -> NewSignature {
    let new = signature();
    let one_of = |all: &[&str]| all[number as usize % all.len()].to_owned();
    NewSignature {
        facets: Facets {
            region: Some(one_of(&["north-east", "london", "wales", "south-west"])),
            category: one_of(&["care-worker", "home-care", "ally", "family", "assistant"]),
            priorities: vec![one_of(&["pay", "sick-pay", "hours"]), "union".to_owned()],
            ..new.facets
        },
        day: day(1 + number % 28),
        record: vec![9; 560],
        ..new
    }
}
