//! The rows that are really in the database, read past the hub.

use std::collections::HashMap;

use anyhow::{Context, Result, bail};
use sqlx::{
    Connection, PgConnection, SqliteConnection,
    sqlite::{SqliteConnectOptions, SqliteConnection as Sqlite},
};

use super::{
    place::Place,
    signer::{Form, Mark},
};

const RECORDS: &str = "SELECT record FROM signature";

/// How often each sealed record lies in the database.
///
/// # Errors
/// The database does not answer.
pub async fn records(place: &Place) -> Result<HashMap<Mark, usize>> {
    let rows: Vec<Vec<u8>> = match &place.database {
        Some(url) => {
            let mut connection = PgConnection::connect(url).await?;
            let rows = sqlx::query_scalar(RECORDS)
                .fetch_all(&mut connection)
                .await?;
            connection.close().await?;
            rows
        }
        None => {
            let mut connection = file(place).await?;
            let rows = sqlx::query_scalar(RECORDS)
                .fetch_all(&mut connection)
                .await?;
            connection.close().await?;
            rows
        }
    };
    let mut counted = HashMap::new();
    for row in rows {
        let mark = Mark::of(&row).context("a record that nobody sealed")?;
        *counted.entry(mark).or_default() += 1;
    }
    Ok(counted)
}

/// Sees that each acknowledged form is there once, and that nothing else is but what was sent,
/// once at most. How many rows there are.
///
/// # Errors
/// It is not so.
pub async fn hold_each_once(place: &Place, sent: &[Form], acknowledged: &[Mark]) -> Result<usize> {
    let rows = records(place).await?;
    let missing = acknowledged.iter().filter(|mark| !rows.contains_key(mark));
    let missing = missing.count();
    if missing > 0 {
        bail!(
            "{missing} of {} acknowledged signatures are lost",
            acknowledged.len()
        );
    }
    if let Some(times) = rows.values().find(|times| **times != 1) {
        bail!("a signature is there {times} times");
    }
    let strangers = rows
        .keys()
        .filter(|mark| !sent.iter().any(|form| form.mark == **mark));
    let strangers = strangers.count();
    if strangers > 0 {
        bail!("{strangers} rows are none of those that were sent");
    }
    Ok(rows.len())
}

/// Lets SQLite look through its whole file.
///
/// # Errors
/// The file is damaged.
pub async fn file_is_whole(place: &Place) -> Result<()> {
    if place.database.is_some() {
        return Ok(());
    }
    let mut connection = file(place).await?;
    let said: String = sqlx::query_scalar("PRAGMA integrity_check")
        .fetch_one(&mut connection)
        .await?;
    connection.close().await?;
    if said != "ok" {
        bail!("the database file is damaged: {said}");
    }
    Ok(())
}

async fn file(place: &Place) -> Result<Sqlite> {
    let options = SqliteConnectOptions::new()
        .filename(place.data.join("swansfeet.sqlite3"))
        // A hub may be writing.
        .busy_timeout(std::time::Duration::from_secs(10));
    Ok(SqliteConnection::connect_with(&options).await?)
}
