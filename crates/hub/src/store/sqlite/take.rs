//! Writing a signature, row by row: a prepared statement costs SQLite less than a round trip.

use std::sync::LazyLock;

use crate::store::{
    StoreError,
    model::{Id, NewSignature, Proof, Taken},
    sql::{Session, Value, values},
};
use swansfeet_demands::duplicate::Mark;

/// Writes a batch in the transaction that is open. One outcome each, in order.
pub(super) async fn all(s: &mut Session, batch: &[NewSignature]) -> Result<Vec<Taken>, StoreError> {
    let mut taken = Vec::with_capacity(batch.len());
    let mut kept = Vec::with_capacity(batch.len());
    let mut owed = Vec::with_capacity(batch.len());
    for signature in batch {
        let outcome = match &signature.proof {
            Proof::Code(code) => use_code(s, &signature.campaign, code).await?,
            Proof::Mail { outbox, .. } => {
                owed.push((outbox, signature));
                Taken::Kept
            }
        };
        if outcome == Taken::Kept {
            kept.push(signature);
        }
        taken.push(outcome);
    }
    // Every statement is handed to the thread that SQLite runs on, and small ones cost little else.
    let (eights, rest) = kept.as_chunks::<8>();
    for eight in eights {
        insert(s, &INSERT_EIGHT, eight).await?;
    }
    for one in rest {
        insert(s, &INSERT, &[*one]).await?;
    }
    for signature in kept {
        copies(s, signature).await?;
    }
    let (eights, rest) = owed.as_chunks::<8>();
    for eight in eights {
        owe(s, OWE_EIGHT, eight).await?;
    }
    for one in rest {
        owe(s, OWE, &[*one]).await?;
    }
    Ok(taken)
}

const OWE: &str = "INSERT INTO outbox (id, signature, day) VALUES ($1, $2, $3)";
const OWE_EIGHT: &str = "INSERT INTO outbox (id, signature, day) VALUES
    ($1, $2, $3), ($4, $5, $6), ($7, $8, $9), ($10, $11, $12),
    ($13, $14, $15), ($16, $17, $18), ($19, $20, $21), ($22, $23, $24)";

async fn owe(
    s: &mut Session,
    sql: &'static str,
    mails: &[(&Id, &NewSignature)],
) -> Result<(), StoreError> {
    let mut values = Vec::with_capacity(mails.len() * 3);
    for &(outbox, signature) in mails {
        values.push(Value::from(outbox));
        values.push(Value::from(&signature.id));
        values.push(Value::from(signature.day));
    }
    s.run(sql, &values).await.map(drop)
}

async fn copies(s: &mut Session, signature: &NewSignature) -> Result<(), StoreError> {
    for (partner, record) in &signature.copies {
        s.run(
            "INSERT INTO copy (signature, partner, record) VALUES ($1, $2, $3)",
            values![&signature.id, partner, record],
        )
        .await?;
    }
    Ok(())
}

async fn use_code(s: &mut Session, campaign: &str, code: &Mark) -> Result<Taken, StoreError> {
    let used = s
        .run(
            "UPDATE code SET used = TRUE WHERE campaign = $1 AND mark = $2 AND NOT used",
            values![campaign, code],
        )
        .await?;
    if used > 0 {
        return Ok(Taken::Kept);
    }
    let there = s
        .row(
            "SELECT used FROM code WHERE campaign = $1 AND mark = $2",
            values![campaign, code],
        )
        .await?;
    Ok(there.map_or(Taken::NoSuchCode, |_| Taken::CodeUsed))
}

static INSERT: LazyLock<String> = LazyLock::new(|| inserting(1));
static INSERT_EIGHT: LazyLock<String> = LazyLock::new(|| inserting(8));

/// In the order of [`row`].
const COLUMNS: [&str; 22] = [
    "id",
    "campaign",
    "token",
    "confirmed",
    "held",
    "day",
    "epoch",
    "demands",
    "consent",
    "partner",
    "category",
    "area",
    "nation",
    "region",
    "council",
    "constituency",
    "language",
    "priorities",
    "mark_address",
    "mark_person",
    "mark_place",
    "record",
];

fn inserting(rows: usize) -> String {
    let row = |at: usize| {
        let numbers = at * COLUMNS.len() + 1..=(at + 1) * COLUMNS.len();
        let blanks: Vec<_> = numbers.map(|number| format!("${number}")).collect();
        format!("({})", blanks.join(", "))
    };
    let rows: Vec<_> = (0..rows).map(row).collect();
    let columns = COLUMNS.join(", ");
    format!(
        "INSERT INTO signature ({columns}) VALUES {}",
        rows.join(", ")
    )
}

async fn insert(
    s: &mut Session,
    sql: &'static str,
    signatures: &[&NewSignature],
) -> Result<(), StoreError> {
    let values: Vec<Value<'_>> = signatures.iter().flat_map(|new| row(new)).collect();
    s.run(sql, &values).await.map(drop)
}

fn row(new: &NewSignature) -> [Value<'_>; COLUMNS.len()] {
    let (bound, facets) = (&new.bound, &new.facets);
    let marks = match &new.proof {
        Proof::Mail { marks, .. } => Some(marks),
        Proof::Code(_) => None,
    };
    [
        Value::from(&new.id),
        Value::from(&new.campaign),
        Value::from(&new.token),
        // By code it counts at once.
        Value::from(marks.is_none()),
        Value::from(new.held),
        Value::from(new.day),
        Value::from(bound.epoch),
        Value::from(&bound.demands),
        Value::from(bound.consent),
        Value::from(&bound.partner),
        Value::from(&facets.category),
        Value::from(&facets.area),
        Value::from(&facets.nation),
        Value::from(&facets.region),
        Value::from(&facets.council),
        Value::from(&facets.constituency),
        Value::from(&facets.language),
        Value::from(facets.priorities.join(" ")),
        Value::from(marks.map(|marks| &marks.address)),
        Value::from(marks.map(|marks| &marks.person)),
        Value::from(marks.map(|marks| &marks.place)),
        Value::from(&new.record),
    ]
}
