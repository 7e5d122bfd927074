//! A campaign that ends leaves a line in the log, and nothing else.

use std::{fs, sync::Arc};

use sqlx::{Connection, SqliteConnection};
use swansfeet_demands::{
    Campaign,
    campaign::FIFTEEN as FILE,
    consent::ConsentRecord,
    text::{Language, Moment, Slug},
};
use swansfeet_hub::{
    organise::{Desk, EndError, Error, HUB},
    secrets,
    store::{
        Store, backup,
        model::{CampaignRow, Dimension, LogRow, NewSignature, OrganiserRow, Stage, WrappedRow},
        sqlite::FILE as FILE_NAME,
    },
};

use crate::{
    place::{FIFTEEN, Place, campaign, day, mark, signature},
    secrecy::found,
};

/// Stands in whatever bytes a campaign has that ends.
const GOES: &[u8] = b"these bytes end with their campaign";
const STAYS: &[u8] = b"these bytes are another campaign's";

/// A campaign with something in every table that is its own.
async fn fill(place: &Place, slug: &str, bytes: &[u8], number: u32) {
    let organiser = OrganiserRow {
        id: "alex".to_owned(),
        public: [9; 32],
        added: day(1),
    };
    let wrapped = WrappedRow {
        epoch: 1,
        organiser: "alex".to_owned(),
        sealed: bytes.to_vec(),
    };
    let row = CampaignRow {
        file: FILE.replacen("slug = \"fifteen\"", &format!("slug = \"{slug}\""), 1)
            + &format!("# {}\n", String::from_utf8_lossy(bytes)),
        stage: Stage::Open,
        ..campaign(slug)
    };
    let store = &place.one;
    assert!(
        store
            .add_campaign(&row, &[organiser], &[wrapped])
            .await
            .unwrap()
    );
    let codes: Vec<_> = (0..5).map(|code| mark(9, 10 * number + code)).collect();
    store.add_codes(slug, &codes).await.unwrap();
    let cell = String::from_utf8_lossy(bytes).into_owned();
    store
        .set_hidden(slug, Dimension::Area, &[cell])
        .await
        .unwrap();
    let with = || NewSignature {
        campaign: slug.to_owned(),
        record: [bytes, &[b'.'; 600]].concat(),
        copies: vec![("north".to_owned(), bytes.to_vec())],
        ..signature()
    };
    let signatures: Vec<_> = (0..8).map(|_| with()).collect();
    place.count(&signatures[..5]).await;
    place.keep(&signatures[5..]).await;
}

/// How many rows of each of its tables a campaign of [`fill`] has.
const ROWS: [(&str, u64); 9] = [
    ("campaign", 1),
    ("wording", 1),
    ("epoch", 1),
    ("organiser", 1),
    ("wrapped", 1),
    ("signature", 8),
    ("copy", 8),
    ("outbox", 8),
    ("code", 5),
];

async fn holds(place: &Place, times: u64, what: &str) {
    let rows = backup::write(&place.two, &mut Vec::new()).await.unwrap();
    for (table, count) in ROWS {
        assert_eq!(rows[table], times * count, "{what}: {table}");
    }
    assert_eq!(rows["hidden"], times, "{what}: hidden");
}

fn slug(text: &str) -> Slug {
    Slug::new(text).unwrap()
}

/// Without the campaign that every place has.
async fn empty(place: &Place) {
    place
        .raw("DELETE FROM wording; DELETE FROM epoch; DELETE FROM campaign")
        .await
        .unwrap();
    assert_eq!(place.two.campaigns().await.unwrap(), []);
}

pub(crate) async fn all_of_a_campaign_goes_in_pieces(place: Arc<Place>) {
    empty(&place).await;
    fill(&place, "goes", GOES, 1).await;
    fill(&place, "stays", STAYS, 2).await;
    let line = |detail: &str| LogRow {
        at: 7,
        campaign: "goes".to_owned(),
        actor: "alex".to_owned(),
        action: "end".to_owned(),
        detail: detail.to_owned(),
    };
    // Whoever has opened it again in the meantime keeps it.
    assert_eq!(place.one.end_piece("goes", 3).await.unwrap(), 0);
    assert!(!place.one.end_campaign("goes", &line("open")).await.unwrap());
    holds(&place, 2, "open").await;
    place.one.set_stage("goes", Stage::Closed).await.unwrap();
    let mut pieces = Vec::new();
    loop {
        // Two at once, as two organisers might.
        let (one, two) = tokio::join!(
            place.one.end_piece("goes", 3),
            place.two.end_piece("goes", 3)
        );
        pieces.extend([one.unwrap(), two.unwrap()]);
        if pieces.ends_with(&[0, 0]) {
            break;
        }
    }
    assert!(pieces.iter().all(|rows| *rows <= 6), "{pieces:?}");
    assert_eq!(pieces.iter().sum::<u64>(), 13, "8 signatures, 5 codes");
    let before = place.two.campaigns_version().await.unwrap();
    assert!(place.one.end_campaign("goes", &line("done")).await.unwrap());
    assert!(
        !place
            .two
            .end_campaign("goes", &line("twice"))
            .await
            .unwrap()
    );
    holds(&place, 1, "ended").await;
    assert_eq!(place.two.totals("stays").await.unwrap().counted, 5);
    assert_eq!(place.two.log_of("goes").await.unwrap(), [line("done")]);
    // The same name and the same number of changes: hubs must see another campaign all the same.
    fill(&place, "goes", GOES, 3).await;
    place.one.set_stage("goes", Stage::Closed).await.unwrap();
    assert_ne!(place.two.campaigns_version().await.unwrap(), before);
}

pub(crate) async fn its_secret_goes_with_it(place: Arc<Place>) {
    empty(&place).await;
    let folder = place.folder.path().join("secrets");
    let goes = slug("goes");
    fill(&place, "goes", GOES, 1).await;
    secrets::create(&folder, &goes).unwrap();
    secrets::create(&folder, &slug("stays")).unwrap();
    let desk = Desk::new(&place.one, &goes, HUB, Moment(7));
    let refused = desk.end(&folder).await;
    assert!(matches!(refused, Err(EndError::Open)), "{refused:?}");
    assert!(secrets::read(&folder, &goes).is_ok(), "nothing has gone");
    holds(&place, 1, "open").await;

    desk.close().await.unwrap();
    assert_eq!(desk.ending().await.unwrap().handed_out, None);
    desk.log("export", "5 as csv".to_owned()).await.unwrap();
    let ending = desk.ending().await.unwrap();
    assert_eq!((ending.totals.counted, ending.totals.pending), (5, 3));
    assert_eq!(ending.closed, Some(7));
    assert_eq!(ending.handed_out, Some((7, "export: 5 as csv".to_owned())));
    assert!(desk.end(&folder).await.unwrap().cleared);
    holds(&place, 0, "ended").await;
    assert!(!secrets::path(&folder, &goes).exists());
    assert!(
        secrets::read(&folder, &slug("stays")).is_ok(),
        "not its own"
    );
    let last = desk.log_lines().await.unwrap().pop().unwrap();
    assert_eq!(last.detail, "8 signatures deleted, and the secret");
    let again = desk.end(&folder).await;
    assert!(
        matches!(again, Err(EndError::Other(Error::NoSuchCampaign(_)))),
        "{again:?}"
    );

    // Another hub of the same database has a copy of the secret.
    assert!(!desk.end_secret(&folder).await.unwrap());
    fs::write(secrets::path(&folder, &goes), "copy").unwrap();
    assert!(desk.end_secret(&folder).await.unwrap());
    assert!(!secrets::path(&folder, &goes).exists());
    // One that no log has seen end may be waiting for its database to be restored.
    let stays = slug("stays");
    let other = Desk::new(&place.one, &stays, HUB, Moment(7));
    assert!(!other.end_secret(&folder).await.unwrap());
    assert!(secrets::read(&folder, &stays).is_ok());
    // The name is free again, and the secret of a campaign that is there is never touched.
    fill(&place, "goes", GOES, 2).await;
    secrets::create(&folder, &goes).unwrap();
    assert!(!desk.end_secret(&folder).await.unwrap());
    assert!(secrets::read(&folder, &goes).is_ok());
    assert_eq!(desk.wordings().await.unwrap().len(), 1);
}

pub(crate) async fn what_ended_is_gone_from_the_files(place: Arc<Place>) {
    empty(&place).await;
    let folder = place.folder.path();
    // Rows of the two lie on the same pages.
    for number in 0..3 {
        fill(&place, &format!("goes-{number}"), GOES, 1 + number).await;
        fill(&place, &format!("stays-{number}"), STAYS, 5 + number).await;
    }
    let secret_folder = folder.join("secrets");
    for number in 0..3 {
        let goes = slug(&format!("goes-{number}"));
        secrets::create(&secret_folder, &goes).unwrap();
        let secret = fs::read(secrets::path(&secret_folder, &goes)).unwrap();
        assert!(
            found(folder, GOES) && found(&secret_folder, &secret),
            "{number}"
        );
        let desk = Desk::new(&place.one, &goes, HUB, Moment(7));
        desk.close().await.unwrap();
        assert!(desk.end(&secret_folder).await.unwrap().cleared);
        assert!(!found(&secret_folder, &secret));
    }
    assert!(!found(folder, GOES), "ended means gone");
    assert!(found(folder, STAYS));
    // While somebody reads a moment of before, its bytes cannot go, and that is said.
    fill(&place, "goes", GOES, 9).await;
    let address = format!("sqlite://{}", folder.join(FILE_NAME).display());
    let mut reader = SqliteConnection::connect(&address).await.unwrap();
    let reads = "BEGIN; SELECT COUNT(*) FROM campaign";
    sqlx::raw_sql(reads).execute(&mut reader).await.unwrap();
    let goes = slug("goes");
    let desk = Desk::new(&place.one, &goes, HUB, Moment(7));
    desk.close().await.unwrap();
    assert!(!desk.end(&secret_folder).await.unwrap().cleared);
    assert!(found(folder, GOES));
    reader.close().await.unwrap();
    assert!(place.one.leave_no_trace().await.unwrap());
    assert!(!found(folder, GOES));
}

pub(crate) async fn the_words_that_were_signed_can_still_be_shown(place: Arc<Place>) {
    let old = Campaign::from_toml(FILE).unwrap();
    let language = Language::new("en").unwrap();
    let sealed = ConsentRecord::new(&old, language, Moment(7), &[], &[]);
    let fifteen = slug(FIFTEEN);
    let desk = Desk::new(&place.one, &fifteen, HUB, Moment(7));
    empty(&place).await;
    let row = CampaignRow {
        file: FILE.to_owned(),
        ..campaign(FIFTEEN)
    };
    assert!(place.one.add_campaign(&row, &[], &[]).await.unwrap());
    let changed = FILE
        .replace(
            "I can take my name back at any time",
            "I can leave at any time",
        )
        .replace("version = 1", "version = 2");
    let goal = changed.replace("15_000", "20_000");
    for file in [&changed, &goal] {
        desk.update(file).await.unwrap();
    }
    let other = Desk::new(&place.two, &fifteen, HUB, Moment(7));
    let wordings = other.wordings().await.unwrap();
    // The goal is neither consented to nor demanded.
    let kept: Vec<_> = wordings.iter().map(|one| one.file.as_str()).collect();
    assert_eq!(kept, [FILE, &goal]);
    let first = &wordings[0];
    assert_eq!(
        (
            first.consent(),
            first.demands(),
            first.campaign.consent.version
        ),
        (sealed.wording, sealed.demands, sealed.version)
    );
    assert_ne!(wordings[1].consent(), sealed.wording);
    assert!(first.file.contains("I can take my name back at any time"));
    assert_eq!(
        place.two.wordings(FIFTEEN).await.unwrap(),
        [FILE, &changed, &goal]
    );
}
