//! Writing a signature, row by row: a prepared statement costs SQLite less than a round trip.

use crate::store::{
    StoreError,
    model::{Id, NewSignature, Proof, Taken},
    sql::{Session, Value, values},
};
use swansfeet_demands::duplicate::Mark;

/// Writes a batch in the transaction that is open. One outcome each, in order.
pub(super) async fn all(s: &mut Session, batch: &[NewSignature]) -> Result<Vec<Taken>, StoreError> {
    let mut taken = Vec::with_capacity(batch.len());
    let mut owed = Vec::with_capacity(batch.len());
    for signature in batch {
        let outcome = one(s, signature).await?;
        if let (Taken::Kept, Proof::Mail { outbox, .. }) = (&outcome, &signature.proof) {
            owed.push((outbox, signature));
        }
        taken.push(outcome);
    }
    // Every statement is handed to the thread that SQLite runs on, and small ones cost little else.
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

async fn one(s: &mut Session, signature: &NewSignature) -> Result<Taken, StoreError> {
    if let Proof::Code(code) = &signature.proof {
        match use_code(s, &signature.campaign, code).await? {
            Taken::Kept => {}
            refused => return Ok(refused),
        }
    }
    insert(s, signature).await?;
    for (partner, record) in &signature.copies {
        s.run(
            "INSERT INTO copy (signature, partner, record) VALUES ($1, $2, $3)",
            values![&signature.id, partner, record],
        )
        .await?;
    }
    Ok(Taken::Kept)
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

async fn insert(s: &mut Session, new: &NewSignature) -> Result<(), StoreError> {
    let (bound, facets) = (&new.bound, &new.facets);
    let marks = match &new.proof {
        Proof::Mail { marks, .. } => Some(marks),
        Proof::Code(_) => None,
    };
    s.run(
        "INSERT INTO signature (
             id, campaign, token, confirmed, held, day, epoch, demands, consent, partner,
             category, area, nation, region, council, constituency, language, priorities,
             mark_address, mark_person, mark_place, record
         ) VALUES (
             $1, $2, $3, $4, $5, $6, $7, $8, $9, $10,
             $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22
         )",
        values![
            &new.id,
            &new.campaign,
            &new.token,
            // By code it counts at once.
            marks.is_none(),
            new.held,
            new.day,
            bound.epoch,
            &bound.demands,
            bound.consent,
            &bound.partner,
            &facets.category,
            &facets.area,
            &facets.nation,
            &facets.region,
            &facets.council,
            &facets.constituency,
            &facets.language,
            facets.priorities.join(" "),
            marks.map(|marks| &marks.address),
            marks.map(|marks| &marks.person),
            marks.map(|marks| &marks.place),
            &new.record,
        ],
    )
    .await
    .map(drop)
}
