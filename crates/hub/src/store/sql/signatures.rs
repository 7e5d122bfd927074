//! Signatures from the link on: confirmed once, withdrawn with all that belongs to the person,
//! forgotten. Taking them in is each database's own.
//!
//! Whoever changes signatures of one address locks all of that address first, in the order of
//! their ids: so two hubs cannot count one person twice, nor wait for each other for ever.

use chrono::NaiveDate;
use swansfeet_demands::duplicate::{Mark, Marks, Standing};

use super::{Row, Session, Sql, locked, values};
use crate::store::{
    StoreError,
    model::{Confirmed, Id, Linked, TokenHash},
};

pub(crate) async fn linked(
    s: &mut Session,
    token: &TokenHash,
) -> Result<Option<Linked>, StoreError> {
    let row = s
        .row(
            "SELECT campaign, language, confirmed FROM signature WHERE token = $1",
            values![token],
        )
        .await?;
    row.map(|row| {
        Ok(Linked {
            campaign: row.get(0)?,
            language: row.get(1)?,
            confirmed: row.get(2)?,
        })
    })
    .transpose()
}

pub(crate) async fn confirm(s: &mut Session, token: &TokenHash) -> Result<Confirmed, StoreError> {
    let Some(behind) = behind_link(s, token).await? else {
        return Ok(Confirmed::NoSuchLink);
    };
    let Some(address) = &behind.address else {
        // By code: it has counted since it came in.
        return Ok(Confirmed::Already);
    };
    let mut there = at_address(s, &behind.campaign, address).await?;
    // While this waited for the lock, another link of the same person may have taken it away.
    let Some(place) = there.iter().position(|other| other.token == *token) else {
        return Ok(Confirmed::NoSuchLink);
    };
    let own = there.swap_remove(place);
    if own.confirmed {
        return Ok(Confirmed::Already);
    }
    there.retain(|other| other.confirmed);
    let marks: Vec<Marks> = there.iter().map(|other| other.marks).collect();
    match own.marks.standing(&marks) {
        Standing::New | Standing::SharesAddress => {
            count(s, &own).await?;
            Ok(Confirmed::Now)
        }
        Standing::Again => {
            there.retain(|other| other.marks.person == own.marks.person);
            if there.is_empty() {
                return Ok(Confirmed::AddressFull);
            }
            replace(s, own, &there).await?;
            Ok(Confirmed::Replaced)
        }
    }
}

pub(crate) async fn withdraw(s: &mut Session, token: &TokenHash) -> Result<u64, StoreError> {
    match behind_link(s, token).await? {
        Some(behind) => person(s, &behind, true).await,
        None => Ok(0),
    }
}

/// The signature of that id and all others of the same person; one by code stands alone, for
/// nothing says whose others are.
pub(crate) async fn by_id(
    s: &mut Session,
    campaign: &str,
    id: &Id,
    delete: bool,
) -> Result<u64, StoreError> {
    let row = s
        .row(
            "SELECT id, campaign, mark_address FROM signature WHERE id = $1 AND campaign = $2",
            values![id, campaign],
        )
        .await?;
    match row {
        Some(row) => person(s, &behind(&row)?, delete).await,
        None => Ok(0),
    }
}

pub(crate) async fn by_address(
    s: &mut Session,
    campaign: &str,
    address: &Mark,
    delete: bool,
) -> Result<u64, StoreError> {
    let there = at_address(s, campaign, address).await?;
    if delete {
        return s
            .run(
                "DELETE FROM signature WHERE campaign = $1 AND mark_address = $2",
                values![campaign, address],
            )
            .await;
    }
    Ok(there.len() as u64)
}

pub(crate) async fn forget_pending(s: &mut Session, before: NaiveDate) -> Result<u64, StoreError> {
    // In the order of ids, as everybody else locks.
    let old = Sql {
        sqlite: "DELETE FROM signature WHERE NOT confirmed AND day < $1",
        postgres: "DELETE FROM signature WHERE NOT confirmed AND id IN (
                       SELECT id FROM signature WHERE NOT confirmed AND day < $1
                       ORDER BY id FOR UPDATE)",
    };
    s.run(old, values![before]).await
}

/// Mails that are no longer owed, by their signatures.
pub(crate) async fn mail_done(s: &mut Session, signatures: &[Id]) -> Result<(), StoreError> {
    let listed = Sql {
        sqlite: "DELETE FROM outbox WHERE signature IN (SELECT unhex(value) FROM json_each($1))",
        postgres: "DELETE FROM outbox WHERE signature IN (
                       SELECT signature FROM outbox WHERE signature = ANY($1)
                       ORDER BY signature FOR UPDATE)",
    };
    s.run(listed, values![signatures]).await.map(drop)
}

/// Mails owed for signatures that are not in `held`; with a day, only those from before it.
pub(crate) async fn mail_lost(
    s: &mut Session,
    held: &[Id],
    before: Option<NaiveDate>,
) -> Result<u64, StoreError> {
    let lost = Sql {
        sqlite: "DELETE FROM outbox WHERE ($2 IS NULL OR day < $2)
                 AND signature NOT IN (SELECT unhex(value) FROM json_each($1))",
        postgres: "DELETE FROM outbox WHERE signature IN (
                       SELECT signature FROM outbox WHERE ($2 IS NULL OR day < $2)
                       AND signature <> ALL($1) ORDER BY signature FOR UPDATE)",
    };
    s.run(lost, values![held, before]).await
}

pub(crate) async fn mail_owed(s: &mut Session) -> Result<u64, StoreError> {
    s.number("SELECT COUNT(*) FROM outbox", values![]).await
}

/// A signature as judging it needs it.
struct There {
    id: Id,
    token: TokenHash,
    confirmed: bool,
    held: bool,
    quarantine: Option<i64>,
    marks: Marks,
}

/// What a link or an id leads to. Signed by code, it has no address.
struct Behind {
    id: Id,
    campaign: String,
    address: Option<Mark>,
}

async fn behind_link(s: &mut Session, token: &TokenHash) -> Result<Option<Behind>, StoreError> {
    let row = s
        .row(
            "SELECT id, campaign, mark_address FROM signature WHERE token = $1",
            values![token],
        )
        .await?;
    row.map(|row| behind(&row)).transpose()
}

fn behind(row: &Row) -> Result<Behind, StoreError> {
    Ok(Behind {
        id: row.id(0)?,
        campaign: row.get(1)?,
        address: row.mark(2)?,
    })
}

/// How many signatures are of the person behind a link or an id; with `delete`, they go.
async fn person(s: &mut Session, behind: &Behind, delete: bool) -> Result<u64, StoreError> {
    let Some(address) = &behind.address else {
        let own = values![&behind.id];
        return if delete {
            s.run("DELETE FROM signature WHERE id = $1", own).await
        } else {
            Ok(1)
        };
    };
    let there = at_address(s, &behind.campaign, address).await?;
    // While this waited for the lock, another link of the same person may have taken it away.
    let Some(own) = there.iter().find(|other| other.id == behind.id) else {
        return Ok(0);
    };
    let person = &own.marks.person;
    if delete {
        return s
            .run(
                "DELETE FROM signature
                 WHERE campaign = $1 AND mark_address = $2 AND mark_person = $3",
                values![&behind.campaign, address, person],
            )
            .await;
    }
    let same = there.iter().filter(|other| other.marks.person == *person);
    Ok(same.count() as u64)
}

/// All signatures from an address, locked.
async fn at_address(
    s: &mut Session,
    campaign: &str,
    address: &Mark,
) -> Result<Vec<There>, StoreError> {
    let sql = locked!(
        "SELECT id, token, confirmed, held, quarantine, mark_address, mark_person, mark_place
         FROM signature WHERE campaign = $1 AND mark_address = $2 ORDER BY id"
    );
    let rows = s.rows(sql, values![campaign, address]).await?;
    rows.iter().map(there).collect()
}

fn there(row: &Row) -> Result<There, StoreError> {
    let mark = |column| row.mark(column)?.ok_or(StoreError::Damaged("half a mark"));
    Ok(There {
        id: row.id(0)?,
        token: TokenHash(row.bytes(1)?),
        confirmed: row.get(2)?,
        held: row.get(3)?,
        quarantine: row.get(4)?,
        marks: Marks {
            address: mark(5)?,
            person: mark(6)?,
            place: mark(7)?,
        },
    })
}

/// Puts a signature in the place of earlier ones, so that the count is the same: somebody who
/// counts goes on to count however fast they typed, and nobody leaves quarantine by signing again.
async fn replace(s: &mut Session, own: There, earlier: &[There]) -> Result<(), StoreError> {
    for one in earlier {
        s.run("DELETE FROM signature WHERE id = $1", values![&one.id])
            .await?;
    }
    let set_aside = earlier.iter().find_map(|one| one.quarantine);
    let own = There {
        held: own.held && earlier.iter().all(|one| one.held),
        quarantine: own.quarantine.or(set_aside),
        ..own
    };
    count(s, &own).await
}

async fn count(s: &mut Session, own: &There) -> Result<(), StoreError> {
    s.run(
        "UPDATE signature SET confirmed = $1, held = $2, quarantine = $3 WHERE id = $4",
        values![true, own.held, own.quarantine, &own.id],
    )
    .await
    .map(drop)
}
