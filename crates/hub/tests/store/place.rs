//! Where a claim is tried: an empty database with two hubs on it. And the signatures it is tried
//! with.

use std::sync::{
    Arc,
    atomic::{AtomicU32, Ordering},
};

use chrono::NaiveDate;
use sqlx::{AssertSqlSafe, Connection, PgConnection, SqliteConnection};
use swansfeet_demands::duplicate::{Mark, Marks};
use swansfeet_hub::store::{
    AnyStore, Database, Store,
    model::{
        Bound, CampaignRow, Confirmed, EpochRow, Facets, Id, NewSignature, Proof, Stage, Taken,
        TokenHash,
    },
    open,
    sqlite::FILE,
};
use tempfile::TempDir;

use crate::postgres::Cluster;

/// The campaign that every place has.
pub(crate) const FIFTEEN: &str = "fifteen";

pub(crate) struct Places {
    pub(crate) cluster: Option<Arc<Cluster>>,
}

/// An empty database, and two hubs that stand on it.
pub(crate) struct Place {
    pub(crate) one: AnyStore,
    pub(crate) two: AnyStore,
    pub(crate) database: Database,
    pub(crate) folder: TempDir,
    pub(crate) cluster: Option<Arc<Cluster>>,
}

impl Places {
    pub(crate) async fn place(&self, postgres: bool) -> Arc<Place> {
        let place = Place::empty(postgres, self.cluster.clone()).await;
        assert!(
            place
                .one
                .add_campaign(&campaign(FIFTEEN), &[], &[])
                .await
                .unwrap()
        );
        Arc::new(place)
    }
}

impl Place {
    pub(crate) async fn empty(postgres: bool, cluster: Option<Arc<Cluster>>) -> Place {
        let folder = TempDir::new().unwrap();
        let database = match &cluster {
            Some(cluster) if postgres => Database::Postgres(cluster.database().await),
            _ => Database::Sqlite,
        };
        let (one, two) = tokio::join!(
            open(&database, folder.path()),
            open(&database, folder.path())
        );
        Place {
            one: one.unwrap(),
            two: two.unwrap(),
            database,
            folder,
            cluster,
        }
    }

    /// Does something that no hub does.
    pub(crate) async fn raw(&self, sql: &str) -> Result<(), sqlx::Error> {
        raw(&self.database, self.folder.path(), sql).await
    }

    /// Takes signatures, all of which must be kept.
    pub(crate) async fn keep(&self, signatures: &[NewSignature]) {
        let taken = self.one.take(signatures).await.unwrap();
        assert!(taken.iter().all(|taken| *taken == Taken::Kept), "{taken:?}");
    }

    /// Takes signatures and answers their mails.
    pub(crate) async fn count(&self, signatures: &[NewSignature]) {
        self.keep(signatures).await;
        for signature in signatures {
            let confirmed = self.one.confirm(&signature.token).await.unwrap();
            assert_eq!(confirmed, Confirmed::Now);
        }
    }

    /// How many are counted.
    pub(crate) async fn counted(&self) -> u64 {
        self.two.totals(FIFTEEN).await.unwrap().counted
    }
}

pub(crate) async fn raw(
    database: &Database,
    folder: &std::path::Path,
    sql: &str,
) -> Result<(), sqlx::Error> {
    let sql = AssertSqlSafe(sql.to_owned());
    match database {
        Database::Sqlite => {
            let address = format!("sqlite://{}", folder.join(FILE).display());
            let mut connection = SqliteConnection::connect(&address).await?;
            sqlx::raw_sql(sql).execute(&mut connection).await?;
            connection.close().await
        }
        Database::Postgres(address) => {
            let mut connection = PgConnection::connect(address).await?;
            sqlx::raw_sql(sql).execute(&mut connection).await?;
            connection.close().await
        }
    }
}

pub(crate) fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 4, day).unwrap()
}

pub(crate) fn campaign(slug: &str) -> CampaignRow {
    CampaignRow {
        slug: slug.to_owned(),
        file: "name = \"Fifteen\"".to_owned(),
        stage: Stage::Draft,
        version: 1,
        epochs: vec![EpochRow {
            epoch: 1,
            public: [7; 32],
            proven: false,
            made: day(1),
        }],
    }
}

/// Another number each time, so that nothing random has to be the same by chance.
fn next() -> u32 {
    static LAST: AtomicU32 = AtomicU32::new(1);
    LAST.fetch_add(1, Ordering::Relaxed)
}

fn bytes<const N: usize>(kind: u8, number: u32) -> [u8; N] {
    let mut bytes = [kind; N];
    // Scattered, as random bytes are, and never twice the same.
    bytes[..4].copy_from_slice(&number.wrapping_mul(0x9E37_79B1).to_be_bytes());
    bytes
}

pub(crate) fn mark(kind: u8, number: u32) -> Mark {
    Mark(bytes(kind, number))
}

/// Of a person (of a name at an address) in an area.
pub(crate) fn marks(address: u32, name: u32, area: u32) -> Marks {
    Marks {
        address: mark(1, address),
        person: mark(2, address * 100 + name),
        place: mark(3, address * 100 + area),
    }
}

/// A signature by somebody new.
pub(crate) fn signature() -> NewSignature {
    let number = next();
    signature_of(marks(1_000_000 + number, 1, 1))
}

/// A signature by somebody.
pub(crate) fn signature_of(marks: Marks) -> NewSignature {
    let number = next();
    NewSignature {
        id: Id(bytes(4, number)),
        campaign: FIFTEEN.to_owned(),
        token: TokenHash(bytes(5, number)),
        proof: Proof::Mail(marks),
        bound: Bound {
            epoch: 1,
            demands: [8; 32],
            consent: 1,
            partner: None,
        },
        facets: Facets {
            category: "care-worker".to_owned(),
            area: "LS".to_owned(),
            nation: Some("england".to_owned()),
            language: "en".to_owned(),
            ..Facets::default()
        },
        day: day(6),
        held: false,
        record: format!("sealed record {number}").into_bytes(),
        copies: Vec::new(),
    }
}

/// A signature by somebody with a code.
pub(crate) fn signature_by(code: Mark) -> NewSignature {
    NewSignature {
        proof: Proof::Code(code),
        ..signature()
    }
}
