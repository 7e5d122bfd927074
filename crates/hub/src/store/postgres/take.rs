//! Writing a batch of signatures with one statement: what costs here is the way to the database and
//! back.

use std::collections::HashMap;

use sqlx::{PgConnection, PgPool};
use swansfeet_demands::duplicate::{Mark, Marks};

use crate::store::{
    StoreError,
    model::{Bound, Facets, NewSignature, Proof, Taken},
};

/// Writes a batch, all or nothing. One outcome each, in order.
pub(super) async fn all(pool: &PgPool, batch: &[NewSignature]) -> Result<Vec<Taken>, StoreError> {
    if batch.iter().all(|new| code(new).is_none()) {
        let kept: Vec<_> = batch.iter().collect();
        // One statement is a transaction by itself.
        insert(&mut *pool.acquire().await?, &kept).await?;
        return Ok(vec![Taken::Kept; batch.len()]);
    }
    let mut transaction = pool.begin().await?;
    let taken = use_codes(&mut transaction, batch).await?;
    let kept: Vec<&NewSignature> = batch
        .iter()
        .zip(&taken)
        .filter(|(_, taken)| **taken == Taken::Kept)
        .map(|(signature, _)| signature)
        .collect();
    insert(&mut transaction, &kept).await?;
    transaction.commit().await?;
    Ok(taken)
}

type Code<'a> = (&'a str, Mark);

/// Uses the codes of a batch. They are locked in one order by every hub, so that none waits for
/// another that waits for it; whoever comes second finds them used.
async fn use_codes(
    connection: &mut PgConnection,
    batch: &[NewSignature],
) -> Result<Vec<Taken>, StoreError> {
    let codes: Vec<Code<'_>> = batch.iter().filter_map(code).collect();
    let mut taken = vec![Taken::Kept; batch.len()];
    let (campaigns, marks) = columns(&codes);
    let there: Vec<(String, Vec<u8>, bool)> = sqlx::query_as(
        "SELECT campaign, mark, used FROM code
         WHERE (campaign, mark) IN (SELECT * FROM UNNEST($1::text[], $2::bytea[]))
         ORDER BY campaign, mark FOR UPDATE",
    )
    .bind(campaigns)
    .bind(marks)
    .fetch_all(&mut *connection)
    .await?;
    let mut used: HashMap<(&str, &[u8]), bool> = there
        .iter()
        .map(|(campaign, mark, used)| ((campaign.as_str(), mark.as_slice()), *used))
        .collect();
    let mut now = Vec::new();
    for (signature, taken) in batch.iter().zip(&mut taken) {
        let Proof::Code(mark) = &signature.proof else {
            continue;
        };
        match used.get_mut(&(signature.campaign.as_str(), mark.0.as_slice())) {
            None => *taken = Taken::NoSuchCode,
            Some(true) => *taken = Taken::CodeUsed,
            Some(used) => {
                *used = true;
                now.push((signature.campaign.as_str(), *mark));
            }
        }
    }
    let (campaigns, marks) = columns(&now);
    sqlx::query(
        "UPDATE code SET used = TRUE
         WHERE (campaign, mark) IN (SELECT * FROM UNNEST($1::text[], $2::bytea[]))",
    )
    .bind(campaigns)
    .bind(marks)
    .execute(connection)
    .await?;
    Ok(taken)
}

fn code(signature: &NewSignature) -> Option<Code<'_>> {
    match &signature.proof {
        Proof::Code(mark) => Some((&signature.campaign, *mark)),
        Proof::Mail(_) => None,
    }
}

fn columns<'a>(codes: &[Code<'a>]) -> (Vec<&'a str>, Vec<Vec<u8>>) {
    codes
        .iter()
        .map(|(campaign, mark)| (*campaign, mark.0.to_vec()))
        .unzip()
}

/// Signatures, and what belongs to them: all three tables in one statement. Whether copies and mails
/// have their signatures is checked when it is done.
const INSERT: &str = "
    WITH kept AS (
        INSERT INTO signature (
            id, campaign, token, confirmed, held, day, epoch, demands, consent, partner,
            category, area, nation, region, council, constituency, language, priorities,
            mark_address, mark_person, mark_place, record
        ) SELECT * FROM UNNEST(
            $1::bytea[], $2::text[], $3::bytea[], $4::bool[], $5::bool[], $6::text[],
            $7::bigint[], $8::bytea[], $9::bigint[], $10::text[], $11::text[], $12::text[],
            $13::text[], $14::text[], $15::text[], $16::text[], $17::text[], $18::text[],
            $19::bytea[], $20::bytea[], $21::bytea[], $22::bytea[]
        )
    ), copied AS (
        INSERT INTO copy (signature, partner, record)
        SELECT * FROM UNNEST($23::bytea[], $24::text[], $25::bytea[])
    )
    INSERT INTO outbox (signature, day)
    SELECT id, day FROM UNNEST($1::bytea[], $4::bool[], $6::text[]) AS new (id, confirmed, day)
    WHERE NOT confirmed";

async fn insert(connection: &mut PgConnection, kept: &[&NewSignature]) -> Result<(), StoreError> {
    let (originals, partners, records) = copies(kept);
    sqlx::query(INSERT)
        .bind(each(kept, |new| new.id.0.to_vec()))
        .bind(each(kept, |new| new.campaign.as_str()))
        .bind(each(kept, |new| new.token.0.to_vec()))
        // By code it counts at once.
        .bind(each(kept, |new| marks(new).is_none()))
        .bind(each(kept, |new| new.held))
        .bind(each(kept, |new| new.day.to_string()))
        .bind(bound(kept, |bound| i64::from(bound.epoch)))
        .bind(bound(kept, |bound| bound.demands.to_vec()))
        .bind(bound(kept, |bound| i64::from(bound.consent)))
        .bind(bound(kept, |bound| bound.partner.as_deref()))
        .bind(facets(kept, |facets| facets.category.as_str()))
        .bind(facets(kept, |facets| facets.area.as_str()))
        .bind(facets(kept, |facets| facets.nation.as_deref()))
        .bind(facets(kept, |facets| facets.region.as_deref()))
        .bind(facets(kept, |facets| facets.council.as_deref()))
        .bind(facets(kept, |facets| facets.constituency.as_deref()))
        .bind(facets(kept, |facets| facets.language.as_str()))
        .bind(facets(kept, |facets| facets.priorities.join(" ")))
        .bind(each(kept, |new| marks(new).map(|m| m.address.0.to_vec())))
        .bind(each(kept, |new| marks(new).map(|m| m.person.0.to_vec())))
        .bind(each(kept, |new| marks(new).map(|m| m.place.0.to_vec())))
        .bind(each(kept, |new| new.record.as_slice()))
        .bind(originals)
        .bind(partners)
        .bind(records)
        .execute(connection)
        .await?;
    Ok(())
}

type Copies<'a> = (Vec<Vec<u8>>, Vec<&'a str>, Vec<&'a [u8]>);

/// Of which signature, for which partner, and the record.
fn copies<'a>(kept: &[&'a NewSignature]) -> Copies<'a> {
    let mut all = Copies::default();
    for new in kept {
        for (partner, record) in &new.copies {
            all.0.push(new.id.0.to_vec());
            all.1.push(partner);
            all.2.push(record);
        }
    }
    all
}

fn marks(new: &NewSignature) -> Option<&Marks> {
    match &new.proof {
        Proof::Mail(marks) => Some(marks),
        Proof::Code(_) => None,
    }
}

fn each<'a, T>(kept: &[&'a NewSignature], column: impl Fn(&'a NewSignature) -> T) -> Vec<T> {
    kept.iter().map(|new| column(new)).collect()
}

fn bound<'a, T>(kept: &[&'a NewSignature], column: impl Fn(&'a Bound) -> T) -> Vec<T> {
    each(kept, |new| column(&new.bound))
}

fn facets<'a, T>(kept: &[&'a NewSignature], column: impl Fn(&'a Facets) -> T) -> Vec<T> {
    each(kept, |new| column(&new.facets))
}
