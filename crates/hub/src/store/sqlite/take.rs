//! Writing signatures and what belongs to them, up to 64 rows in a prepared statement: that costs
//! SQLite less than a round trip for each.

use std::sync::LazyLock;

use crate::store::{
    StoreError,
    model::{NewSignature, Proof, Taken},
    sql::{Session, Value, values},
};
use swansfeet_demands::duplicate::Mark;

/// Writes a batch in the transaction that is open. One outcome each, in order.
pub(super) async fn all(s: &mut Session, batch: &[NewSignature]) -> Result<Vec<Taken>, StoreError> {
    let mut taken = Vec::with_capacity(batch.len());
    let mut signatures = Vec::with_capacity(batch.len());
    let (mut copies, mut owed) = (Vec::new(), Vec::new());
    for new in batch {
        let outcome = match &new.proof {
            Proof::Code(code) => use_code(s, &new.campaign, code).await?,
            Proof::Mail(_) => {
                owed.push([(&new.id).into(), new.day.into()]);
                Taken::Kept
            }
        };
        if outcome == Taken::Kept {
            signatures.push(row(new));
            for (partner, record) in &new.copies {
                copies.push([(&new.id).into(), partner.into(), record.into()]);
            }
        }
        taken.push(outcome);
    }
    // Copies and mails belong to signatures, which are there first.
    insert(s, &SIGNATURE, &signatures).await?;
    insert(s, &COPY, &copies).await?;
    insert(s, &OUTBOX, &owed).await?;
    Ok(taken)
}

/// Statements that insert as many rows as two to the power of their place.
struct Insert(Vec<String>);

static SIGNATURE: LazyLock<Insert> = LazyLock::new(|| Insert::into("signature", &COLUMNS));
static COPY: LazyLock<Insert> =
    LazyLock::new(|| Insert::into("copy", &["signature", "partner", "record"]));
static OUTBOX: LazyLock<Insert> = LazyLock::new(|| Insert::into("outbox", &["signature", "day"]));

/// The most rows of one statement, as a power of two.
const MOST: u32 = 6;

impl Insert {
    fn into(table: &str, columns: &[&str]) -> Insert {
        // Without numbers: a number is a name, and each is looked for among all before it.
        let row = format!("({})", vec!["?"; columns.len()].join(", "));
        let names = columns.join(", ");
        let of = |power| {
            let rows = vec![row.as_str(); 1_usize << power].join(", ");
            format!("INSERT INTO {table} ({names}) VALUES {rows}")
        };
        Insert((0..=MOST).map(of).collect())
    }
}

/// Every statement is handed to the thread that SQLite runs on, and small ones cost little else. So
/// each takes as many of the rows that are left as one of the statements can.
async fn insert<const N: usize>(
    s: &mut Session,
    sql: &'static Insert,
    mut rows: &[[Value<'_>; N]],
) -> Result<(), StoreError> {
    while let Some(most) = rows.len().checked_ilog2() {
        let power = most.min(MOST);
        let (now, rest) = rows.split_at(1_usize << power);
        s.run(&*sql.0[power as usize], now.as_flattened()).await?;
        rows = rest;
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

fn row(new: &NewSignature) -> [Value<'_>; COLUMNS.len()] {
    let (bound, facets) = (&new.bound, &new.facets);
    let marks = match &new.proof {
        Proof::Mail(marks) => Some(marks),
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
