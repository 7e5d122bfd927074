//! Counts. They read the two indexes made for them and never a row, and are worked out anew each
//! time: there is no number that every signature would have to change.

use std::collections::BTreeMap;

use super::{Session, values};
use crate::store::{
    StoreError,
    model::{Dimension, Totals},
};

impl Dimension {
    /// Its name in the database and on the wire.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Dimension::Day => "day",
            Dimension::Partner => "partner",
            Dimension::Area => "area",
            Dimension::Region => "region",
            Dimension::Nation => "nation",
            Dimension::Category => "category",
            Dimension::Demand => "demand",
            Dimension::Language => "language",
        }
    }
}

pub(crate) async fn totals(s: &mut Session, campaign: &str) -> Result<Totals, StoreError> {
    let mut totals = Totals::default();
    let pending = "SELECT quarantine IS NOT NULL, COUNT(*) FROM signature
                   WHERE campaign = $1 AND NOT confirmed GROUP BY 1";
    for row in s.rows(pending, values![campaign]).await? {
        if row.get(0)? {
            totals.quarantined += row.count(1)?;
        } else {
            totals.pending += row.count(1)?;
        }
    }
    let confirmed = "SELECT held, quarantine IS NOT NULL, partner, COUNT(*) FROM signature
                     WHERE campaign = $1 AND confirmed GROUP BY 1, 2, 3";
    for row in s.rows(confirmed, values![campaign]).await? {
        let (held, set_aside): (bool, bool) = (row.get(0)?, row.get(1)?);
        let (partner, count): (Option<String>, u64) = (row.get(2)?, row.count(3)?);
        match (set_aside, held) {
            (true, _) => totals.quarantined += count,
            (false, true) => totals.held += count,
            (false, false) => {
                totals.counted += count;
                totals
                    .by_partner
                    .extend(partner.map(|partner| (partner, count)));
            }
        }
    }
    totals.by_partner.sort();
    Ok(totals)
}

macro_rules! counted_by {
    ($column:literal) => {
        concat!(
            "SELECT COALESCE(",
            $column,
            ", ''), COUNT(*) FROM signature
             WHERE campaign = $1 AND confirmed AND NOT held AND quarantine IS NULL GROUP BY 1"
        )
    };
}

pub(crate) async fn table(
    s: &mut Session,
    campaign: &str,
    by: Dimension,
) -> Result<Vec<(String, u64)>, StoreError> {
    let sql = match by {
        Dimension::Day => counted_by!("day"),
        Dimension::Partner => counted_by!("partner"),
        Dimension::Area => counted_by!("area"),
        Dimension::Region => counted_by!("region"),
        Dimension::Nation => counted_by!("nation"),
        Dimension::Category => counted_by!("category"),
        Dimension::Demand => counted_by!("priorities"),
        Dimension::Language => counted_by!("language"),
    };
    // A map, so that the order is by bytes whatever the database's language.
    let mut table = BTreeMap::<String, u64>::new();
    for row in s.rows(sql, values![campaign]).await? {
        let (key, count): (String, u64) = (row.get(0)?, row.count(1)?);
        if by == Dimension::Demand {
            for demand in key.split_whitespace() {
                *table.entry(demand.to_owned()).or_default() += count;
            }
        } else {
            *table.entry(key).or_default() += count;
        }
    }
    Ok(table.into_iter().collect())
}

pub(crate) async fn hidden(
    s: &mut Session,
    campaign: &str,
    by: Dimension,
) -> Result<Vec<String>, StoreError> {
    let rows = s
        .rows(
            "SELECT cell FROM hidden WHERE campaign = $1 AND dimension = $2",
            values![campaign, by.id()],
        )
        .await?;
    let mut cells = rows
        .iter()
        .map(|row| row.get(0))
        .collect::<Result<Vec<String>, _>>()?;
    cells.sort();
    Ok(cells)
}

pub(crate) async fn set_hidden(
    s: &mut Session,
    campaign: &str,
    by: Dimension,
    keys: &[String],
) -> Result<(), StoreError> {
    s.run(
        "DELETE FROM hidden WHERE campaign = $1 AND dimension = $2",
        values![campaign, by.id()],
    )
    .await?;
    for key in keys {
        // Another hub may be publishing the same table.
        s.run(
            "INSERT INTO hidden (campaign, dimension, cell) VALUES ($1, $2, $3)
             ON CONFLICT (campaign, dimension, cell) DO NOTHING",
            values![campaign, by.id(), key],
        )
        .await?;
    }
    Ok(())
}
