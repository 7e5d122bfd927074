//! From lines to a store, all or nothing.

use std::io::BufRead;

use serde_json::Value as Json;
use sha2::{Digest, Sha256};

use super::{
    BackupError, FORMAT, Footer, Header, OURS, Rows,
    tables::{Cell, TABLES, Table},
    write::hex,
};
use crate::store::{Backend, Session, sql::values};

/// Fills an empty store from a backup, in one transaction: what is wrong with the file is found
/// before anything is kept. How many rows of each table.
pub async fn read(
    store: &dyn Backend,
    input: &mut (dyn BufRead + Send),
) -> Result<Rows, BackupError> {
    let mut lines = Lines {
        input,
        digest: Sha256::new(),
        line: Vec::new(),
        number: 0,
    };
    let format = read_format(&mut lines)?;
    let mut session = store.write().await?;
    refuse_if_not_empty(&mut session).await?;
    let mut rows: Rows = TABLES.iter().map(|t| (t.name.to_owned(), 0)).collect();
    let footer = loop {
        if !lines.next()? {
            return Err(BackupError::CutOff);
        }
        if lines.line.first() == Some(&b'{') {
            let footer: Footer = lines.parse()?;
            if footer.sha256 != hex(&lines.digest.clone().finalize()) {
                return Err(BackupError::Damaged(lines.number));
            }
            break footer;
        }
        let (table, cells) = row(&lines, format).ok_or(BackupError::Damaged(lines.number))?;
        let values: Vec<_> = cells.iter().map(Cell::as_value).collect();
        session.run(table.insert, &values).await?;
        *rows.entry(table.name.to_owned()).or_default() += 1;
    };
    // Earlier formats do not name tables that came later.
    let filled = |rows: &Rows| -> Rows {
        let filled = rows.iter().filter(|(_, count)| **count > 0);
        filled.map(|(name, count)| (name.clone(), *count)).collect()
    };
    if filled(&footer.rows) != filled(&rows) || lines.next()? {
        return Err(BackupError::Damaged(lines.number));
    }
    if format < 5 {
        // As the migration does: earlier hubs kept the newest file alone.
        let kept =
            "INSERT INTO wording (campaign, since, file) SELECT slug, version, file FROM campaign";
        let kept = session.run(kept, values![]).await?;
        rows.insert("wording".to_owned(), kept);
    }
    session.commit().await?;
    Ok(rows)
}

struct Lines<'a> {
    input: &'a mut (dyn BufRead + Send),
    /// Of the lines before this one.
    digest: Sha256,
    line: Vec<u8>,
    number: u64,
}

impl Lines<'_> {
    /// Reads the next line; `false` at the end. A last line without its end was cut off.
    fn next(&mut self) -> Result<bool, BackupError> {
        self.digest.update(&self.line);
        self.line.clear();
        if self.input.read_until(b'\n', &mut self.line)? == 0 {
            return Ok(false);
        }
        if !self.line.ends_with(b"\n") {
            return Err(BackupError::CutOff);
        }
        self.number += 1;
        Ok(true)
    }

    fn parse<T: serde::de::DeserializeOwned>(&self) -> Result<T, BackupError> {
        serde_json::from_slice(&self.line).map_err(|_| BackupError::Damaged(self.number))
    }
}

fn read_format(lines: &mut Lines<'_>) -> Result<u32, BackupError> {
    if !lines.next()? {
        return Err(BackupError::CutOff);
    }
    let header: Header = lines.parse().map_err(|_| BackupError::Other)?;
    if header.swansfeet != OURS {
        return Err(BackupError::Other);
    }
    if header.format > FORMAT {
        return Err(BackupError::Newer(header.format));
    }
    Ok(header.format)
}

async fn refuse_if_not_empty(session: &mut Session) -> Result<(), BackupError> {
    for table in &TABLES {
        if session.number(table.count, values![]).await? > 0 {
            return Err(BackupError::NotEmpty(table.name));
        }
    }
    Ok(())
}

/// `None` where the line is not a row of a table.
fn row(lines: &Lines<'_>, format: u32) -> Option<(&'static Table, Vec<Cell>)> {
    let line: Vec<Json> = lines.parse().ok()?;
    let (name, mut columns) = line.split_first()?;
    let table = TABLES.iter().find(|table| name == table.name)?;
    // Until then a mail that is owed had an id of its own before its signature's.
    if format < 4 && table.name == "outbox" {
        columns = columns.split_first()?.1;
    }
    let mut columns = columns.to_vec();
    // Nor was it known which meetings came from a file.
    if format < 6 && table.name == "meeting" {
        columns.push(Json::Null);
    }
    if columns.len() != table.columns.len() {
        return None;
    }
    let cells = columns.iter().zip(table.columns);
    let cells = cells.map(|(json, kind)| Cell::of_json(json, *kind));
    Some((table, cells.collect::<Option<_>>()?))
}
