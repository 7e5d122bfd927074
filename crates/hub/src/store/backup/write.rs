//! From a store to lines.

use std::io::Write;

use serde_json::Value as Json;
use sha2::{Digest, Sha256};

use super::{
    BackupError, FORMAT, Footer, Header, OURS, Rows,
    tables::{Cell, TABLES, Table},
};
use crate::store::{Backend, sql::Row};

/// Writes all that the store holds at this moment, while others go on writing to it. How many rows
/// of each table.
pub async fn write(store: &dyn Backend, out: &mut (dyn Write + Send)) -> Result<Rows, BackupError> {
    let mut lines = Lines {
        out,
        digest: Sha256::new(),
    };
    lines.write(&Header {
        swansfeet: OURS.to_owned(),
        format: FORMAT,
    })?;
    let mut rows = Rows::new();
    let mut snapshot = store.snapshot().await?;
    for table in &TABLES {
        let mut count = 0;
        snapshot
            .each(table.select, |row| -> Result<(), BackupError> {
                count += 1;
                lines.write(&line(table, &row)?)
            })
            .await?;
        rows.insert(table.name.to_owned(), count);
    }
    snapshot.commit().await?;
    let sha256 = hex(&lines.digest.clone().finalize());
    lines.write(&Footer {
        rows: rows.clone(),
        sha256,
    })?;
    lines.out.flush()?;
    Ok(rows)
}

struct Lines<'a> {
    out: &'a mut (dyn Write + Send),
    digest: Sha256,
}

impl Lines<'_> {
    fn write(&mut self, line: &impl serde::Serialize) -> Result<(), BackupError> {
        let mut line = serde_json::to_vec(line).map_err(std::io::Error::from)?;
        line.push(b'\n');
        self.digest.update(&line);
        Ok(self.out.write_all(&line)?)
    }
}

fn line(table: &Table, row: &Row) -> Result<Vec<Json>, BackupError> {
    let mut line = vec![Json::from(table.name)];
    for (column, kind) in table.columns.iter().enumerate() {
        line.push(Cell::of_row(row, column, *kind)?.into_json());
    }
    Ok(line)
}

pub(super) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::new(), |mut hex, byte| {
        write!(hex, "{byte:02x}").expect("writing to a String never fails");
        hex
    })
}
