//! Databases that earlier versions made come up to date with what is in them, and the two kinds
//! mean the same.

use std::{collections::BTreeSet, sync::Arc};

use sqlx::{Connection, PgConnection, SqliteConnection, migrate::Migrator};
use swansfeet_hub::store::{Database, Store, backup, open, sqlite::FILE};
use tempfile::TempDir;

use crate::place::{Place, raw};

static SQLITE: Migrator = sqlx::migrate!("migrations/sqlite");
static POSTGRES: Migrator = sqlx::migrate!("migrations/postgres");

/// What a hub of each version left behind, by the version that began with it.
const LEFT: [(i64, &str); 8] = [
    (
        1,
        "INSERT INTO setting (name, value) VALUES ('made', 'by the first')",
    ),
    (
        2,
        "INSERT INTO campaign (slug, file, stage, version) VALUES ('old', '', 'open', 3);
         INSERT INTO signature (id, campaign, token, confirmed, held, day, epoch, demands, consent,
             category, area, language, priorities, record) VALUES (CAST('0123456789abcdef' AS
             BYTEA), 'old', CAST('0123456789abcdef0123456789abcdef' AS BYTEA), FALSE, FALSE,
             '2026-04-06', 1, CAST('0123456789abcdef0123456789abcdef' AS BYTEA), 1, 'ally', 'LS',
             'en', '', CAST('sealed' AS BYTEA))",
    ),
    (
        3,
        "INSERT INTO feed (slug, name, version) VALUES ('old', 'Old', 3)",
    ),
    (
        4,
        "INSERT INTO wellbeing (slug, pack, minimum, setting, first_name, first_key, second_name,
             second_key, places) VALUES ('old', 'ons4', 20, 'steward', 'Old', CAST(
             '0123456789abcdef0123456789abcdef' AS BYTEA), 'Sam', CAST(
             'fedcba9876543210fedcba9876543210' AS BYTEA), 'wales')",
    ),
    (
        5,
        "INSERT INTO outbox (signature, day) VALUES (CAST('0123456789abcdef' AS BYTEA),
             '2026-04-06')",
    ),
    (
        6,
        "INSERT INTO copy (signature, partner, record) VALUES (CAST('0123456789abcdef' AS BYTEA),
             'ally', CAST('sealed' AS BYTEA))",
    ),
    (
        7,
        "INSERT INTO wording (campaign, since, file) VALUES ('old', 3, '')",
    ),
    (
        8,
        "INSERT INTO public_id (feed, source, id, public) VALUES ('old', '', 'own', 'own')",
    ),
];

/// The same in versions that gave what is owed an id of its own.
const OWED: &str = "INSERT INTO outbox (id, signature, day) VALUES (CAST('fedcba9876543210' AS
    BYTEA), CAST('0123456789abcdef' AS BYTEA), '2026-04-06')";

pub(crate) async fn every_earlier_version_comes_up_with_its_rows(place: Arc<Place>) {
    let versions = |migrator: &Migrator| migrator.iter().map(|m| m.version).collect::<Vec<_>>();
    assert_eq!(
        versions(&SQLITE),
        versions(&POSTGRES),
        "migrations come in pairs"
    );
    assert_eq!(
        versions(&SQLITE),
        LEFT.map(|(version, _)| version),
        "each has its rows here"
    );
    for (version, _) in LEFT {
        let folder = TempDir::new().unwrap();
        let database = at_version(&place, &folder, version).await;
        let owed = (2..5).contains(&version).then_some((version, OWED));
        for (since, rows) in LEFT.into_iter().chain(owed) {
            if since <= version {
                // What PostgreSQL calls bytes.
                let rows = match database {
                    Database::Sqlite => rows.replace("BYTEA", "BLOB"),
                    Database::Postgres(_) => rows.to_owned(),
                };
                raw(&database, folder.path(), &rows).await.unwrap();
            }
        }
        // Two hubs at once, as they are started in practice.
        let (store, other) = tokio::join!(
            open(&database, folder.path()),
            open(&database, folder.path())
        );
        let store = store.unwrap();
        other.unwrap().close().await;
        let mut file = Vec::new();
        let rows = backup::write(&store, &mut file).await.unwrap();
        assert_eq!(rows["setting"], 1);
        assert_eq!(rows["campaign"], u64::from(version >= 2));
        assert_eq!(rows["signature"], u64::from(version >= 2));
        assert_eq!(rows["outbox"], u64::from(version >= 2));
        // What is there of the words is kept from then on.
        assert_eq!(rows["wording"], u64::from(version >= 2));
        assert_eq!(rows["feed"], u64::from(version >= 3));
        assert_eq!(rows["wellbeing"], u64::from(version >= 4));
        assert_eq!(
            shape(&database, folder.path()).await,
            WANTED.lines().map(str::to_owned).collect()
        );
        // A campaign takes its signatures along, and they what is theirs.
        let gone = "DELETE FROM campaign";
        raw(&database, folder.path(), gone).await.unwrap();
        let rows = backup::write(&store, &mut Vec::new()).await.unwrap();
        assert_eq!((rows["signature"], rows["copy"], rows["outbox"]), (0, 0, 0));
        store.close().await;
    }
}

async fn at_version(place: &Place, folder: &TempDir, version: i64) -> Database {
    if let (Database::Postgres(_), Some(cluster)) = (&place.database, &place.cluster) {
        let address = cluster.database().await;
        let mut connection = PgConnection::connect(&address).await.unwrap();
        POSTGRES.run_to(version, &mut connection).await.unwrap();
        connection.close().await.unwrap();
        return Database::Postgres(address);
    }
    let address = format!("sqlite://{}?mode=rwc", folder.path().join(FILE).display());
    let mut connection = SqliteConnection::connect(&address).await.unwrap();
    SQLITE.run_to(version, &mut connection).await.unwrap();
    connection.close().await.unwrap();
    Database::Sqlite
}

/// Tables with columns and what they hold, and indexes: the same of both.
async fn shape(database: &Database, folder: &std::path::Path) -> BTreeSet<String> {
    let rows: Vec<(String,)> = match database {
        Database::Sqlite => {
            let address = format!("sqlite://{}", folder.join(FILE).display());
            let mut connection = SqliteConnection::connect(&address).await.unwrap();
            sqlx::query_as(
                "SELECT m.name || '.' || c.name || ' ' || lower(c.type)
                     || CASE WHEN c.\"notnull\" OR c.pk THEN '' ELSE ' or none' END
                 FROM sqlite_master m JOIN pragma_table_info(m.name) c
                 WHERE m.type = 'table' AND m.name NOT LIKE '\\_%' ESCAPE '\\'
                 UNION ALL SELECT 'index ' || name FROM sqlite_master
                 WHERE type = 'index' AND name NOT LIKE 'sqlite_%'",
            )
            .fetch_all(&mut connection)
            .await
            .unwrap()
        }
        Database::Postgres(address) => {
            let mut connection = PgConnection::connect(address).await.unwrap();
            sqlx::query_as(
                "SELECT table_name || '.' || column_name || ' ' || CASE data_type
                     WHEN 'bigint' THEN 'integer' WHEN 'boolean' THEN 'integer'
                     WHEN 'bytea' THEN 'blob' ELSE data_type END
                     || CASE is_nullable WHEN 'NO' THEN '' ELSE ' or none' END
                 FROM information_schema.columns
                 WHERE table_schema = 'public' AND table_name NOT LIKE '\\_%'
                 UNION ALL SELECT 'index ' || indexname FROM pg_indexes
                 WHERE schemaname = 'public' AND indexname NOT LIKE '\\_%'
                     AND indexname NOT LIKE '%\\_pkey' AND indexname NOT LIKE '%\\_key'",
            )
            .fetch_all(&mut connection)
            .await
            .unwrap()
        }
    };
    rows.into_iter().map(|(row,)| row).collect()
}

const WANTED: &str = include_str!("shape.txt");
