//! A thief takes everything that a hub writes: database, logs, back-up, numbers. Nobody is in it.
//!
//! One file is the exception, and is not handed to the thief: the campaign's secret, without which
//! the keyed hashes in the database say nothing.

pub(crate) mod reader;

use std::{fs, path::PathBuf, time::Duration};

use anyhow::{Context, Result, bail, ensure};

use crate::{
    faults::two::confirmed,
    ground::{
        place::{Place, SLUG},
        process::Served,
        signer::{By, COUNT, Drive, FORM, Person},
        sink::Sink,
        trial::{Ground, On, no_postgres},
        until,
        wire::{self, Wire},
    },
    runner::Verdict,
};
use reader::Thief;

const UNION: &str = "Brotherhood of Wolverhampton Nightjars";
const WORKPLACE: &str = "Xanthippe Lodge";
const COMMENT: &str = "The kettle at Xanthippe Lodge is mine";
const POSTCODE: &str = "ZE2 9QX";
const NETWORK: &str = "203.0.113.77";
const BROWSER: &str = "Quagmire/77.7";
const REFERRER: &str = "intranet.employer-of-zebulon.example";
/// What the hub does keep: a thief who finds not even that reads the wrong files.
const KEPT: [&str; 3] = ["north-branch", "yorkshire-and-the-humber", SLUG];

/// Of those who sign: name, address, and what becomes of it.
const PEOPLE: [(&str, &str, Fate); 5] = [
    (
        "Zebulon Quixwood",
        "Zebulon.Quixwood+care@gmail.com",
        Fate::Stays,
    ),
    (
        "Ottoline Hackthorne",
        "ottoline.hackthorne@nightshift.example",
        Fate::Withdraws,
    ),
    (
        "Peregrine Vasquith",
        "peregrine@vasquith.example",
        Fate::NeverAnswers,
    ),
    (
        "Isolde Bramwhistle",
        "isolde_bramwhistle@example.net",
        Fate::IsWithdrawn,
    ),
    ("Thaddeus Okonkwo-Frayne", "", Fate::HasCode),
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Fate {
    Stays,
    Withdraws,
    NeverAnswers,
    /// By an organiser, on the command line.
    IsWithdrawn,
    HasCode,
}

/// The claim.
///
/// # Errors
/// The thief finds somebody.
pub async fn a_thief_finds_nobody(ground: &mut Ground, on: On) -> Result<Verdict> {
    let database = match (on, &mut ground.postgres) {
        (On::Sqlite, _) => None,
        (On::Postgres, Some(postgres)) => Some(postgres.talkative_database().await?),
        (On::Postgres, None) => return no_postgres(),
    };
    let sink = Sink::start().await?;
    let place = Place::new(database, Some(sink.address))?;
    let campaign = place.campaign().await?;
    let codes = place.codes(2).await?;
    let hub = place.serve().await?;
    let drive = Drive::load(hub.address, campaign).await?;

    let withdraw = everybody_signs(&place, &hub, &sink, &drive, &codes).await?;
    mistakes(&hub, &codes).await?;
    until("the count", Duration::from_secs(60), async || {
        let count = wire::once(hub.address, &wire::get(COUNT)).await?;
        Ok((count.json()["count"] == 2).then_some(()))
    })
    .await?;
    let metrics = wire::once(hub.address, &wire::get("/metrics")).await?;
    fs::write(place.path("metrics.txt"), metrics.body)?;
    let backup = place.path("backup.swansfeet").display().to_string();
    place.cli(&["backup", &backup]).await?;

    let thief = thief(&sink, &codes, &withdraw);
    let mut folders = vec![place.path("")];
    if let (On::Postgres, Some(postgres)) = (on, &ground.postgres) {
        folders.push(postgres.folder().to_owned());
    }
    // While the hub runs, when its log of writes is full; and when it has tidied up and ended.
    steal(&thief, &place, &folders)?;
    ensure!(hub.stop().await?.success(), "the hub did not end well");
    if let (On::Postgres, Some(postgres)) = (on, &ground.postgres) {
        postgres.checkpoint().await?;
    }
    steal(&thief, &place, &folders)?;
    Ok(Verdict::Passed)
}

/// Everybody signs and does what becomes of them. The link of who has a code.
async fn everybody_signs(
    place: &Place,
    hub: &Served,
    sink: &Sink,
    drive: &Drive,
    codes: &[String],
) -> Result<String> {
    let mut withdraw = String::new();
    for (name, address, fate) in PEOPLE {
        let code = codes.first().context("a code")?;
        let person = Person {
            name: name.to_owned(),
            by: match fate {
                Fate::HasCode => By::Code(code.clone()),
                _ => By::Mail(address.to_owned()),
            },
            more: [UNION, WORKPLACE, COMMENT].map(|text| Some(format!("{text}. {POSTCODE}"))),
            partner: true,
        };
        let request = with_headers(&drive.form(&person)?.request);
        let answer = wire::once(hub.address, &request).await?;
        ensure!(
            matches!(answer.status, 201 | 202),
            "{} {}",
            answer.status,
            answer.body
        );
        match fate {
            Fate::HasCode => {
                let json = answer.json();
                withdraw = json["withdraw"].as_str().context("a link")?.to_owned();
            }
            Fate::NeverAnswers => drop(sink.token(address).await?),
            Fate::Stays => drop(confirmed(hub, &sink.token(address).await?).await?),
            Fate::Withdraws => {
                let token = sink.token(address).await?;
                confirmed(hub, &token).await?;
                let press = wire::post(&format!("/s/{token}/withdraw"), "text/plain", b"");
                let page = wire::once(hub.address, &with_headers(&press)).await?;
                ensure!(page.status == 200, "withdrawing: {}", page.status);
            }
            Fate::IsWithdrawn => {
                confirmed(hub, &sink.token(address).await?).await?;
                place
                    .cli(&["campaign", "withdraw", SLUG, "--email", address, "--yes"])
                    .await?;
            }
        }
    }
    Ok(withdraw)
}

/// What people and programs send by mistake: none of it may be repeated in a log.
async fn mistakes(hub: &Served, codes: &[String]) -> Result<()> {
    let (name, address, _) = PEOPLE[0];
    let code = codes.first().context("a code")?;
    let json = "application/json";
    let body = |text: String| wire::post(FORM, json, text.as_bytes());
    let requests = [
        body(format!("{{\"{name}\": 1}}")),
        body(format!("{{\"email\": \"{address}\", \"email\": 1}}")),
        body(format!("not JSON, by {name} <{address}>")),
        body(format!("{{\"email\": \"{}\"}}", address.repeat(2_000))),
        wire::post(FORM, "text/plain", address.as_bytes()),
        wire::get(&format!("/{address}")),
        wire::get(&format!("/w/demands?email={address}&code={code}")),
        wire::get(&format!("/s/{address}")),
        wire::get(&format!("/api/demands/{address}/count?partner={address}")),
        wire::get(&format!("/v1/{code}.js")),
    ];
    for request in requests {
        let mut wire = Wire::open(hub.address).await?;
        let status = wire.ask(&with_headers(&request)).await?.status;
        // The page of the form is there or not, as the widget was built or not.
        ensure!(
            status >= 400 || status == 200,
            "a mistake was answered with {status}"
        );
    }
    Ok(())
}

/// As it comes from a browser behind a proxy.
fn with_headers(request: &[u8]) -> Vec<u8> {
    let more = format!(
        "\r\nx-forwarded-for: {NETWORK}\r\nuser-agent: {BROWSER}\r\nreferer: https://{REFERRER}/rota"
    );
    let first = request.windows(2).position(|two| two == b"\r\n");
    let (line, rest) = request.split_at(first.unwrap_or(0));
    [line, more.as_bytes(), rest].concat()
}

/// Somebody who knows what to look for.
fn thief(sink: &Sink, codes: &[String], withdraw: &str) -> Thief {
    let mut thief = Thief::default();
    for (name, address, _) in PEOPLE {
        thief.seeks(name);
        thief.seeks(name.split_once(' ').map_or(name, |(_, last)| last));
        if let Some((local, _)) = address.split_once('@') {
            thief.seeks(address);
            thief.seeks(local);
        }
    }
    // As the address is compared by: without what its provider ignores.
    thief.seeks("zebulonquixwood@gmail.com");
    for text in [
        UNION, WORKPLACE, COMMENT, POSTCODE, "ZE29QX", NETWORK, BROWSER, REFERRER,
    ] {
        thief.seeks(text);
    }
    for token in sink.tokens() {
        thief.seeks(&token);
        thief.seeks_bytes_of(&token);
    }
    if let Some((_, token)) = withdraw.rsplit_once("/s/") {
        thief.seeks(token);
        thief.seeks_bytes_of(token);
    }
    for code in codes {
        thief.seeks(code);
        thief.seeks(code.trim_start_matches("swc1-"));
        thief.seeks(&code.replace('-', ""));
    }
    thief
}

/// Reads all files but the organiser's own and the campaign's secret.
fn steal(thief: &Thief, place: &Place, folders: &[PathBuf]) -> Result<()> {
    let own = [place.path("keys"), place.path("codes.html"), place.secret()];
    let loot = thief.takes(folders, &own)?;
    if let Some(found) = loot.found.first() {
        let more = loot.found.len() - 1;
        bail!("a thief finds {found}, and {more} more");
    }
    for kept in KEPT {
        ensure!(
            loot.holds(kept),
            "not even `{kept}`: the wrong files were read"
        );
    }
    Ok(())
}

/// Hides a name in every way and sees that the thief finds each.
///
/// # Errors
/// One is not found.
pub fn the_reader_reads() -> Result<Verdict> {
    reader::finds_what_is_hidden()?;
    Ok(Verdict::Passed)
}
