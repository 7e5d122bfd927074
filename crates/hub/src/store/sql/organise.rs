//! What organisers do: codes, exports, quarantine, and the log of it all.

use swansfeet_demands::duplicate::Mark;

use super::{Row, Session, Sql, values};
use crate::store::{
    StoreError,
    model::{Bound, Id, LogRow, Pattern, SealedRow, Whose},
};

/// Signatures that are not set aside yet and fit a pattern: what is not given fits all.
macro_rules! fitting {
    () => {
        "campaign = $2 AND quarantine IS NULL
         AND ($3 IS NULL OR COALESCE(partner, '') = $3) AND ($4 IS NULL OR day = $4)
         AND ($5 IS NULL OR area = $5) AND ($6 IS NULL OR category = $6)
         AND ($7 IS NULL OR language = $7) AND (NOT $8 OR held)"
    };
}

pub(crate) async fn add_codes(
    s: &mut Session,
    campaign: &str,
    codes: &[Mark],
) -> Result<u64, StoreError> {
    let mut added = 0;
    for code in codes {
        added += s
            .run(
                "INSERT INTO code (campaign, mark, used) VALUES ($1, $2, $3)
                 ON CONFLICT (campaign, mark) DO NOTHING",
                values![campaign, code, false],
            )
            .await?;
    }
    Ok(added)
}

pub(crate) async fn codes(s: &mut Session, campaign: &str) -> Result<(u64, u64), StoreError> {
    let row = s
        .row(
            "SELECT COUNT(*), COUNT(CASE WHEN used THEN 1 END) FROM code WHERE campaign = $1",
            values![campaign],
        )
        .await?;
    row.map_or(Ok((0, 0)), |row| Ok((row.count(0)?, row.count(1)?)))
}

/// A page of records in the order of their ids. SQLite would look for the campaign by the index of
/// what is counted, and sort all that is left for each page: time with the square of their number.
/// With a plus that index is none to it, and it reads on by id.
macro_rules! by_id {
    ($page:literal, $rest:literal) => {
        Sql {
            sqlite: concat!($page, "+", $rest),
            postgres: concat!($page, $rest),
        }
    };
}

const OWN: Sql = by_id!(
    "SELECT s.id, s.epoch, s.demands, s.consent, s.partner, s.day, s.record FROM signature s WHERE ",
    "s.campaign = $1 AND s.confirmed AND NOT s.held AND s.quarantine IS NULL
     AND s.id > $2 ORDER BY s.id LIMIT $3"
);
const COPIES: Sql = by_id!(
    "SELECT s.id, s.epoch, s.demands, s.consent, s.partner, s.day, c.record
     FROM signature s JOIN copy c ON c.signature = s.id AND c.partner = $4 WHERE ",
    "s.campaign = $1 AND s.confirmed AND NOT s.held AND s.quarantine IS NULL
     AND s.id > $2 ORDER BY s.id LIMIT $3"
);

pub(crate) async fn records(
    s: &mut Session,
    campaign: &str,
    whose: Whose<'_>,
    after: Option<Id>,
    limit: u32,
) -> Result<Vec<SealedRow>, StoreError> {
    // Less than any id is the empty run of bytes.
    let after: &[u8] = after.as_ref().map_or(&[], |id| &id.0);
    let rows = match whose {
        Whose::Organisers => s.rows(OWN, values![campaign, after, limit]).await?,
        Whose::Partner(partner) => {
            s.rows(COPIES, values![campaign, after, limit, partner])
                .await?
        }
    };
    rows.iter().map(sealed).collect()
}

/// The number 0 is none: nothing fitted.
pub(crate) async fn quarantine(
    s: &mut Session,
    campaign: &str,
    pattern: &Pattern,
) -> Result<(i64, u64), StoreError> {
    if *pattern == Pattern::default() {
        return Ok((0, 0));
    }
    // This also makes hubs that set aside at the same time do it one after the other.
    let number = s
        .row(
            "UPDATE campaign SET batches = batches + 1 WHERE slug = $1 RETURNING batches",
            values![campaign],
        )
        .await?;
    let Some(number) = number else {
        return Ok((0, 0));
    };
    let number: i64 = number.get(0)?;
    let fits = Sql {
        sqlite: concat!("UPDATE signature SET quarantine = $1 WHERE ", fitting!()),
        postgres: concat!(
            "UPDATE signature SET quarantine = $1 WHERE id IN (SELECT id FROM signature WHERE ",
            fitting!(),
            " ORDER BY id FOR UPDATE)"
        ),
    };
    let Pattern {
        partner,
        day,
        area,
        category,
        language,
        held,
    } = pattern;
    let set_aside = s
        .run(
            fits,
            values![
                number, campaign, partner, *day, area, category, language, *held
            ],
        )
        .await?;
    if set_aside == 0 {
        // Nothing lies under that number: the next batch has it.
        let back = "UPDATE campaign SET batches = batches - 1 WHERE slug = $1";
        s.run(back, values![campaign]).await?;
        return Ok((0, 0));
    }
    Ok((number, set_aside))
}

pub(crate) async fn undo_quarantine(
    s: &mut Session,
    campaign: &str,
    batch: i64,
) -> Result<u64, StoreError> {
    let undo = Sql {
        sqlite: "UPDATE signature SET quarantine = NULL WHERE campaign = $1 AND quarantine = $2",
        postgres: "UPDATE signature SET quarantine = NULL WHERE id IN (
                       SELECT id FROM signature WHERE campaign = $1 AND quarantine = $2
                       ORDER BY id FOR UPDATE)",
    };
    s.run(undo, values![campaign, batch]).await
}

/// Only what is confirmed: an organiser has not seen the rest.
pub(crate) async fn release_held(s: &mut Session, campaign: &str) -> Result<u64, StoreError> {
    let release = Sql {
        sqlite: "UPDATE signature SET held = FALSE
                 WHERE campaign = $1 AND confirmed AND held AND quarantine IS NULL",
        postgres: "UPDATE signature SET held = FALSE WHERE id IN (
                       SELECT id FROM signature
                       WHERE campaign = $1 AND confirmed AND held AND quarantine IS NULL
                       ORDER BY id FOR UPDATE)",
    };
    s.run(release, values![campaign]).await
}

pub(crate) async fn log(s: &mut Session, line: &LogRow) -> Result<(), StoreError> {
    let LogRow {
        at,
        campaign,
        actor,
        action,
        detail,
    } = line;
    s.run(
        "INSERT INTO log (at, campaign, actor, action, detail) VALUES ($1, $2, $3, $4, $5)",
        values![*at, campaign, actor, action, detail],
    )
    .await
    .map(drop)
}

pub(crate) async fn log_of(s: &mut Session, campaign: &str) -> Result<Vec<LogRow>, StoreError> {
    let rows = s
        .rows(
            "SELECT at, campaign, actor, action, detail FROM log WHERE campaign = $1 ORDER BY line",
            values![campaign],
        )
        .await?;
    rows.iter()
        .map(|row| {
            Ok(LogRow {
                at: row.get(0)?,
                campaign: row.get(1)?,
                actor: row.get(2)?,
                action: row.get(3)?,
                detail: row.get(4)?,
            })
        })
        .collect()
}

fn sealed(row: &Row) -> Result<SealedRow, StoreError> {
    Ok(SealedRow {
        id: row.id(0)?,
        bound: Bound {
            epoch: row.small(1)?,
            demands: row.bytes(2)?,
            consent: row.small(3)?,
            partner: row.get(4)?,
        },
        day: row.day(5)?,
        record: row.get(6)?,
    })
}
