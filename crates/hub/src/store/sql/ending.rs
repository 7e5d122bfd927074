//! The end of a campaign: its rows go in pieces, and itself last. A line of the log stays.

use super::{Session, Sql, organise, values};
use crate::store::{StoreError, model::LogRow};

/// As every statement here: a campaign that somebody has opened again keeps what it has.
macro_rules! not_open {
    () => {
        "EXISTS (SELECT 1 FROM campaign WHERE slug = $1 AND stage <> 'open')"
    };
}

/// A piece of the signatures. The two kinds are asked for apart, for each has an index of its own. In
/// PostgreSQL in the order of ids, as everybody else locks.
macro_rules! signatures {
    ($which:literal) => {
        Sql {
            sqlite: concat!(
                "DELETE FROM signature WHERE id IN (
                     SELECT id FROM signature WHERE campaign = $1 AND ",
                $which,
                " LIMIT $2) AND ",
                not_open!()
            ),
            postgres: concat!(
                "DELETE FROM signature WHERE id IN (
                     SELECT id FROM signature WHERE id IN (
                         SELECT id FROM signature WHERE campaign = $1 AND ",
                $which,
                " LIMIT $2) ORDER BY id FOR UPDATE) AND ",
                not_open!()
            ),
        }
    };
}

const CODES: &str = concat!(
    "DELETE FROM code WHERE campaign = $1 AND mark IN (
         SELECT mark FROM code WHERE campaign = $1 LIMIT $2) AND ",
    not_open!()
);

pub(crate) async fn piece(s: &mut Session, campaign: &str, most: u32) -> Result<u64, StoreError> {
    // Their copies and the mails that are owed for them go with them.
    let counted = s
        .run(signatures!("confirmed"), values![campaign, most])
        .await?;
    let pending = signatures!("NOT confirmed");
    let pending = match u64::from(most).saturating_sub(counted) {
        0 => 0,
        rest => {
            let rest = u32::try_from(rest).unwrap_or(most);
            s.run(pending, values![campaign, rest]).await?
        }
    };
    let codes = s.run(CODES, values![campaign, most]).await?;
    Ok(counted + pending + codes)
}

pub(crate) async fn campaign(
    s: &mut Session,
    campaign: &str,
    line: &LogRow,
) -> Result<bool, StoreError> {
    s.run(
        "INSERT INTO setting (name, value)
         SELECT 'versions-ended', CAST(version AS TEXT) FROM campaign
             WHERE slug = $1 AND stage <> 'open'
         ON CONFLICT (name) DO UPDATE SET value = CAST(
             CAST(setting.value AS BIGINT) + CAST(excluded.value AS BIGINT) AS TEXT)",
        values![campaign],
    )
    .await?;
    let gone = s
        .run(
            "DELETE FROM campaign WHERE slug = $1 AND stage <> 'open'",
            values![campaign],
        )
        .await?;
    if gone > 0 {
        organise::log(s, line).await?;
    }
    Ok(gone > 0)
}
