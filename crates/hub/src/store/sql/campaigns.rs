//! Campaigns, their key epochs, organisers and wrapped keys.

use super::{Session, values};
use crate::store::{
    StoreError,
    model::{CampaignRow, EpochRow, OrganiserRow, Stage, WrappedRow},
};

pub(crate) async fn all(s: &mut Session) -> Result<Vec<CampaignRow>, StoreError> {
    let mut campaigns = Vec::new();
    let rows = "SELECT slug, file, stage, version FROM campaign";
    for row in s.rows(rows, values![]).await? {
        let stage: String = row.get(2)?;
        campaigns.push(CampaignRow {
            slug: row.get(0)?,
            file: row.get(1)?,
            stage: Stage::named(&stage).ok_or(StoreError::Damaged("a stage of no such name"))?,
            version: row.get(3)?,
            epochs: Vec::new(),
        });
    }
    // By bytes: PostgreSQL would order by its language.
    campaigns.sort_by(|one, other| one.slug.cmp(&other.slug));
    let rows = "SELECT campaign, epoch, public, proven, made FROM epoch ORDER BY epoch";
    for row in s.rows(rows, values![]).await? {
        let slug: String = row.get(0)?;
        let place = campaigns.binary_search_by(|campaign| campaign.slug.cmp(&slug));
        // One that came in between the two questions is there next time.
        let Some(campaign) = place.ok().and_then(|place| campaigns.get_mut(place)) else {
            continue;
        };
        campaign.epochs.push(EpochRow {
            epoch: row.small(1)?,
            public: row.bytes(2)?,
            proven: row.get(3)?,
            made: row.day(4)?,
        });
    }
    Ok(campaigns)
}

pub(crate) async fn version(s: &mut Session) -> Result<(i64, i64), StoreError> {
    // With those of campaigns that have ended: else one that is made anew could bring the old sum back.
    let sum =
        "SELECT CAST(COALESCE(SUM(version), 0) + (SELECT COALESCE(SUM(CAST(value AS BIGINT)), 0)
                   FROM setting WHERE name = 'versions-ended') AS BIGINT), COUNT(*) FROM campaign";
    let row = s.row(sum, values![]).await?;
    row.map_or(Ok((0, 0)), |row| Ok((row.get(0)?, row.get(1)?)))
}

pub(crate) async fn add(
    s: &mut Session,
    campaign: &CampaignRow,
    organisers: &[OrganiserRow],
    wrapped: &[WrappedRow],
) -> Result<bool, StoreError> {
    let CampaignRow {
        slug,
        file,
        stage,
        version,
        epochs,
    } = campaign;
    let added = s
        .run(
            "INSERT INTO campaign (slug, file, stage, version) VALUES ($1, $2, $3, $4)
             ON CONFLICT (slug) DO NOTHING",
            values![slug, file, stage.id(), *version],
        )
        .await?;
    if added == 0 {
        return Ok(false);
    }
    keep_wording(s, slug).await?;
    for epoch in epochs {
        add_epoch(s, slug, epoch).await?;
    }
    add_organisers(s, slug, organisers).await?;
    add_wrapped(s, slug, wrapped).await?;
    Ok(true)
}

pub(crate) async fn replace_file(
    s: &mut Session,
    campaign: &str,
    file: &str,
) -> Result<bool, StoreError> {
    let changed = s
        .run(
            "UPDATE campaign SET file = $1, version = version + 1 WHERE slug = $2",
            values![file, campaign],
        )
        .await?;
    keep_wording(s, campaign).await?;
    Ok(changed > 0)
}

pub(crate) async fn wordings(s: &mut Session, campaign: &str) -> Result<Vec<String>, StoreError> {
    let rows = s
        .rows(
            "SELECT file FROM wording WHERE campaign = $1 ORDER BY since",
            values![campaign],
        )
        .await?;
    rows.iter().map(|row| row.get(0)).collect()
}

pub(crate) async fn set_stage(
    s: &mut Session,
    campaign: &str,
    stage: Stage,
) -> Result<bool, StoreError> {
    let changed = s
        .run(
            "UPDATE campaign SET stage = $1, version = version + 1 WHERE slug = $2",
            values![stage.id(), campaign],
        )
        .await?;
    Ok(changed > 0)
}

pub(crate) async fn set_proven(
    s: &mut Session,
    campaign: &str,
    epoch: u32,
) -> Result<bool, StoreError> {
    let changed = s
        .run(
            "UPDATE epoch SET proven = $1 WHERE campaign = $2 AND epoch = $3",
            values![true, campaign, epoch],
        )
        .await?;
    count_up(s, campaign).await?;
    Ok(changed > 0)
}

pub(crate) async fn organisers(
    s: &mut Session,
    campaign: &str,
) -> Result<Vec<OrganiserRow>, StoreError> {
    let rows = s
        .rows(
            "SELECT id, public, added FROM organiser WHERE campaign = $1",
            values![campaign],
        )
        .await?;
    let mut organisers = Vec::new();
    for row in rows {
        organisers.push(OrganiserRow {
            id: row.get(0)?,
            public: row.bytes(1)?,
            added: row.day(2)?,
        });
    }
    organisers.sort_by(|one, other| one.id.cmp(&other.id));
    Ok(organisers)
}

pub(crate) async fn change_keys(
    s: &mut Session,
    campaign: &str,
    (add, remove): (&[OrganiserRow], &[String]),
    epoch: Option<&EpochRow>,
    wrapped: &[WrappedRow],
) -> Result<(), StoreError> {
    // First, and so that two hubs that change the same keys do it one after the other.
    count_up(s, campaign).await?;
    // Removal first: a new key for an organiser is both, in one change.
    for organiser in remove {
        s.run(
            "DELETE FROM organiser WHERE campaign = $1 AND id = $2",
            values![campaign, organiser],
        )
        .await?;
    }
    if let Some(epoch) = epoch {
        add_epoch(s, campaign, epoch).await?;
    }
    add_organisers(s, campaign, add).await?;
    add_wrapped(s, campaign, wrapped).await
}

pub(crate) async fn wrapped(
    s: &mut Session,
    campaign: &str,
) -> Result<Vec<WrappedRow>, StoreError> {
    let rows = s
        .rows(
            "SELECT epoch, organiser, sealed FROM wrapped WHERE campaign = $1",
            values![campaign],
        )
        .await?;
    let mut wrapped = Vec::new();
    for row in rows {
        wrapped.push(WrappedRow {
            epoch: row.small(0)?,
            organiser: row.get(1)?,
            sealed: row.get(2)?,
        });
    }
    wrapped.sort_by(|one, other| (one.epoch, &one.organiser).cmp(&(other.epoch, &other.organiser)));
    Ok(wrapped)
}

/// Keeps the file that a campaign has now beside those that it had before.
async fn keep_wording(s: &mut Session, campaign: &str) -> Result<(), StoreError> {
    s.run(
        "INSERT INTO wording (campaign, since, file)
         SELECT slug, version, file FROM campaign WHERE slug = $1",
        values![campaign],
    )
    .await
    .map(drop)
}

async fn count_up(s: &mut Session, campaign: &str) -> Result<(), StoreError> {
    s.run(
        "UPDATE campaign SET version = version + 1 WHERE slug = $1",
        values![campaign],
    )
    .await
    .map(drop)
}

async fn add_epoch(s: &mut Session, campaign: &str, epoch: &EpochRow) -> Result<(), StoreError> {
    s.run(
        "INSERT INTO epoch (campaign, epoch, public, proven, made) VALUES ($1, $2, $3, $4, $5)",
        values![
            campaign,
            epoch.epoch,
            &epoch.public,
            epoch.proven,
            epoch.made
        ],
    )
    .await
    .map(drop)
}

async fn add_organisers(
    s: &mut Session,
    campaign: &str,
    organisers: &[OrganiserRow],
) -> Result<(), StoreError> {
    for organiser in organisers {
        s.run(
            "INSERT INTO organiser (campaign, id, public, added) VALUES ($1, $2, $3, $4)",
            values![campaign, &organiser.id, &organiser.public, organiser.added],
        )
        .await?;
    }
    Ok(())
}

async fn add_wrapped(
    s: &mut Session,
    campaign: &str,
    wrapped: &[WrappedRow],
) -> Result<(), StoreError> {
    for key in wrapped {
        s.run(
            "INSERT INTO wrapped (campaign, epoch, organiser, sealed) VALUES ($1, $2, $3, $4)
             ON CONFLICT (campaign, epoch, organiser) DO UPDATE SET sealed = excluded.sealed",
            values![campaign, key.epoch, &key.organiser, &key.sealed],
        )
        .await?;
    }
    Ok(())
}
