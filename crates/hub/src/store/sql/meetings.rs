//! Feeds of meetings, their sources, what is kept here, and organisers' links.

use super::{Row, Session, Sql, values};
use crate::store::{
    StoreError,
    meetings::{FeedRow, LinkRow, MeetingRow, Outcome, PublicId, SourceRow},
    model::TokenHash,
};

type Result<T> = std::result::Result<T, StoreError>;

macro_rules! source_columns {
    () => {
        "feed, url, name, minutes, etag, modified, kind, body, good, tried, due, failures, problem"
    };
}

pub(crate) async fn feeds(s: &mut Session) -> Result<Vec<FeedRow>> {
    let sql = "SELECT slug, name, version, updated FROM feed";
    let rows = s.rows(sql, values![]).await?;
    let feed = |row: &Row| {
        Ok(FeedRow {
            slug: row.get(0)?,
            name: row.get(1)?,
            version: row.get(2)?,
            updated: row.get(3)?,
        })
    };
    let mut feeds: Vec<FeedRow> = rows.iter().map(feed).collect::<Result<_>>()?;
    // By bytes: PostgreSQL would order by its language.
    feeds.sort_by(|one, other| one.slug.cmp(&other.slug));
    Ok(feeds)
}

pub(crate) async fn version(s: &mut Session) -> Result<(i64, i64)> {
    let sql = "SELECT CAST(COALESCE(SUM(version), 0) AS BIGINT), COUNT(*) FROM feed";
    let row = s.row(sql, values![]).await?;
    row.map_or(Ok((0, 0)), |row| Ok((row.get(0)?, row.get(1)?)))
}

pub(crate) async fn add_feed(s: &mut Session, slug: &str, name: &str) -> Result<bool> {
    let sql = "INSERT INTO feed (slug, name, version) VALUES ($1, $2, 1)
         ON CONFLICT (slug) DO NOTHING";
    Ok(s.run(sql, values![slug, name]).await? > 0)
}

pub(crate) async fn remove_feed(s: &mut Session, slug: &str) -> Result<bool> {
    let sql = "DELETE FROM feed WHERE slug = $1";
    Ok(s.run(sql, values![slug]).await? > 0)
}

async fn changed(s: &mut Session, feed: &str) -> Result<()> {
    let sql = "UPDATE feed SET version = version + 1 WHERE slug = $1";
    s.run(sql, values![feed]).await.map(drop)
}

async fn changed_at(s: &mut Session, feed: &str, at: i64) -> Result<()> {
    let sql = "UPDATE feed SET version = version + 1, updated = $2 WHERE slug = $1";
    s.run(sql, values![feed, at]).await.map(drop)
}

pub(crate) async fn sources(s: &mut Session, feed: &str) -> Result<Vec<SourceRow>> {
    let sql = concat!("SELECT ", source_columns!(), " FROM source WHERE feed = $1");
    let rows = s.rows(sql, values![feed]).await?;
    let mut sources: Vec<SourceRow> = rows.iter().map(source).collect::<Result<_>>()?;
    sources.sort_by(|one, other| one.url.cmp(&other.url));
    Ok(sources)
}

fn source(row: &Row) -> Result<SourceRow> {
    Ok(SourceRow {
        feed: row.get(0)?,
        url: row.get(1)?,
        name: row.get(2)?,
        minutes: row.small(3)?,
        etag: row.get(4)?,
        modified: row.get(5)?,
        kind: row.get(6)?,
        body: row.get(7)?,
        good: row.get(8)?,
        tried: row.get(9)?,
        due: row.get(10)?,
        failures: row.small(11)?,
        problem: row.get(12)?,
    })
}

pub(crate) async fn add_source(
    s: &mut Session,
    feed: &str,
    url: &str,
    name: &str,
    minutes: u32,
) -> Result<bool> {
    let sql = "INSERT INTO source (feed, url, name, minutes, kind, due, failures, problem)
         VALUES ($1, $2, $3, $4, '', 0, 0, '') ON CONFLICT (feed, url) DO NOTHING";
    let added = s.run(sql, values![feed, url, name, minutes]).await? > 0;
    changed(s, feed).await?;
    Ok(added)
}

pub(crate) async fn remove_source(s: &mut Session, feed: &str, url: &str) -> Result<bool> {
    let copies = "DELETE FROM meeting WHERE feed = $1 AND source = $2";
    s.run(copies, values![feed, url]).await?;
    let sql = "DELETE FROM source WHERE feed = $1 AND url = $2";
    let removed = s.run(sql, values![feed, url]).await? > 0;
    changed(s, feed).await?;
    Ok(removed)
}

pub(crate) async fn any_due(s: &mut Session, now: i64) -> Result<bool> {
    let sql = "SELECT COUNT(*) FROM source WHERE due <= $1 AND claimed <= $1";
    Ok(s.number(sql, values![now]).await? > 0)
}

pub(crate) async fn claim(
    s: &mut Session,
    now: i64,
    until: i64,
    most: u32,
) -> Result<Vec<SourceRow>> {
    // Rows that another hub is about to take are passed over, not waited for.
    let free = Sql {
        sqlite: concat!(
            "SELECT ",
            source_columns!(),
            " FROM source WHERE due <= $1 AND claimed <= $1 ORDER BY due LIMIT $2"
        ),
        postgres: concat!(
            "SELECT ",
            source_columns!(),
            " FROM source WHERE due <= $1 AND claimed <= $1 ORDER BY due LIMIT $2
              FOR UPDATE SKIP LOCKED"
        ),
    };
    let rows = s.rows(free, values![now, most]).await?;
    let claimed: Vec<SourceRow> = rows.iter().map(source).collect::<Result<_>>()?;
    for row in &claimed {
        let sql = "UPDATE source SET claimed = $3 WHERE feed = $1 AND url = $2";
        s.run(sql, values![&row.feed, &row.url, until]).await?;
    }
    Ok(claimed)
}

pub(crate) async fn asked(
    s: &mut Session,
    (feed, url): (&str, &str),
    at: i64,
    due: i64,
    outcome: &Outcome,
) -> Result<()> {
    let there = match outcome {
        Outcome::Failed(problem) => {
            let sql = "UPDATE source SET tried = $3, due = $4, failures = failures + 1,
                 problem = $5, claimed = 0 WHERE feed = $1 AND url = $2";
            s.run(sql, values![feed, url, at, due, problem]).await?
        }
        Outcome::Same => {
            let sql = "UPDATE source SET tried = $3, good = $3, due = $4, failures = 0,
                 problem = '', claimed = 0 WHERE feed = $1 AND url = $2";
            s.run(sql, values![feed, url, at, due]).await?
        }
        Outcome::Fresh(copy) => {
            let sql = "UPDATE source SET tried = $3, good = $3, due = $4, failures = 0,
                 problem = '', claimed = 0, etag = $5, modified = $6, kind = $7, body = $8
                 WHERE feed = $1 AND url = $2";
            let values = values![
                feed,
                url,
                at,
                due,
                &copy.etag,
                &copy.modified,
                &copy.kind,
                &copy.body
            ];
            let there = s.run(sql, values).await?;
            // Removed while it was fetched: then nothing of it comes back.
            if there > 0 {
                went_and_came(s, (feed, url), &copy.missing, &copy.ids).await?;
            }
            there
        }
    };
    match outcome {
        _ if there == 0 => Ok(()),
        Outcome::Fresh(_) => changed_at(s, feed, at).await,
        Outcome::Same | Outcome::Failed(_) => changed(s, feed).await,
    }
}

/// Keeps what is missing, and forgets what is back. What was held of an earlier copy is held anew, or is
/// over.
async fn went_and_came(
    s: &mut Session,
    (feed, url): (&str, &str),
    missing: &[MeetingRow],
    ids: &[String],
) -> Result<()> {
    let held = "DELETE FROM meeting WHERE feed = $1 AND source = $2 AND gone IS NULL";
    s.run(held, values![feed, url]).await?;
    let kept = "SELECT id FROM meeting WHERE feed = $1 AND source = $2";
    for row in s.rows(kept, values![feed, url]).await? {
        let id: String = row.get(0)?;
        if ids.contains(&id) {
            let sql = "DELETE FROM meeting WHERE feed = $1 AND source = $2 AND id = $3";
            s.run(sql, values![feed, url, &id]).await?;
        }
    }
    for row in missing {
        let sql = "INSERT INTO meeting (feed, source, id, meeting, words, version, gone)
             VALUES ($1, $2, $3, $4, '', 1, $5) ON CONFLICT (feed, source, id) DO NOTHING";
        s.run(sql, values![feed, url, &row.id, &row.meeting, row.gone])
            .await?;
    }
    Ok(())
}

pub(crate) async fn meetings(s: &mut Session, feed: &str) -> Result<Vec<MeetingRow>> {
    let sql = "SELECT source, id, meeting, words, version, gone, filed FROM meeting
         WHERE feed = $1";
    let meeting = |row: &Row| {
        Ok(MeetingRow {
            feed: feed.to_owned(),
            source: row.get(0)?,
            id: row.get(1)?,
            meeting: row.get(2)?,
            words: row.get(3)?,
            version: row.get(4)?,
            gone: row.get(5)?,
            filed: row.get(6)?,
        })
    };
    let rows = s.rows(sql, values![feed]).await?;
    let mut meetings: Vec<MeetingRow> = rows.iter().map(meeting).collect::<Result<_>>()?;
    meetings.sort_by(|one, other| (&one.source, &one.id).cmp(&(&other.source, &other.id)));
    Ok(meetings)
}

pub(crate) async fn keep_meeting(s: &mut Session, row: &MeetingRow, at: i64) -> Result<bool> {
    let kept = if row.version == 0 {
        let sql = "INSERT INTO meeting (feed, source, id, meeting, words, version, gone, filed)
             VALUES ($1, '', $2, $3, $4, 1, $5, $6) ON CONFLICT (feed, source, id) DO NOTHING";
        let MeetingRow {
            feed, id, words, ..
        } = row;
        let values = values![feed, id, &row.meeting, words, row.gone, row.filed];
        s.run(sql, values).await?
    } else {
        let sql = "UPDATE meeting SET meeting = $3, words = $4, gone = $5, filed = $6,
             version = version + 1 WHERE feed = $1 AND source = '' AND id = $2 AND version = $7";
        let values = values![
            &row.feed,
            &row.id,
            &row.meeting,
            &row.words,
            row.gone,
            row.filed,
            row.version
        ];
        s.run(sql, values).await?
    };
    if kept > 0 {
        changed_at(s, &row.feed, at).await?;
    }
    Ok(kept > 0)
}

pub(crate) async fn forget_gone(s: &mut Session, before: i64) -> Result<u64> {
    let concerned = "UPDATE feed SET version = version + 1 WHERE slug IN
         (SELECT feed FROM meeting WHERE gone < $1)";
    s.run(concerned, values![before]).await?;
    let ids = "DELETE FROM public_id WHERE gone < $1";
    s.run(ids, values![before]).await?;
    let sql = "DELETE FROM meeting WHERE gone < $1";
    s.run(sql, values![before]).await
}

pub(crate) async fn public_ids(s: &mut Session, feed: &str) -> Result<Vec<PublicId>> {
    let sql = "SELECT source, id, public, gone FROM public_id WHERE feed = $1";
    let id = |row: &Row| {
        Ok(PublicId {
            source: row.get(0)?,
            id: row.get(1)?,
            public: row.get(2)?,
            gone: row.get(3)?,
        })
    };
    let rows = s.rows(sql, values![feed]).await?;
    rows.iter().map(id).collect()
}

pub(crate) async fn keep_public_ids(s: &mut Session, feed: &str, ids: &[PublicId]) -> Result<()> {
    for row in ids {
        let known = "UPDATE public_id SET gone = $4 WHERE feed = $1 AND source = $2 AND id = $3";
        let values = values![feed, &row.source, &row.id, row.gone];
        if s.run(known, values).await? > 0 {
            continue;
        }
        let new = "INSERT INTO public_id (feed, source, id, public, gone)
             VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING";
        let values = values![feed, &row.source, &row.id, &row.public, row.gone];
        s.run(new, values).await?;
    }
    Ok(())
}

pub(crate) async fn add_link(s: &mut Session, token: &TokenHash, link: &LinkRow) -> Result<bool> {
    let sql = "INSERT INTO organiser_link (token, feed, label, made) VALUES ($1, $2, $3, $4)
         ON CONFLICT (feed, label) DO NOTHING";
    let values = values![token, &link.feed, &link.label, link.made];
    Ok(s.run(sql, values).await? > 0)
}

fn link_row(row: &Row) -> Result<LinkRow> {
    Ok(LinkRow {
        feed: row.get(0)?,
        label: row.get(1)?,
        made: row.day(2)?,
    })
}

pub(crate) async fn links(s: &mut Session, feed: &str) -> Result<Vec<LinkRow>> {
    let sql = "SELECT feed, label, made FROM organiser_link WHERE feed = $1";
    let rows = s.rows(sql, values![feed]).await?;
    let mut links: Vec<LinkRow> = rows.iter().map(link_row).collect::<Result<_>>()?;
    links.sort_by(|one, other| one.label.cmp(&other.label));
    Ok(links)
}

pub(crate) async fn remove_link(s: &mut Session, feed: &str, label: &str) -> Result<bool> {
    let sql = "DELETE FROM organiser_link WHERE feed = $1 AND label = $2";
    Ok(s.run(sql, values![feed, label]).await? > 0)
}

pub(crate) async fn link(s: &mut Session, token: &TokenHash) -> Result<Option<LinkRow>> {
    let sql = "SELECT feed, label, made FROM organiser_link WHERE token = $1";
    let row = s.row(sql, values![token]).await?;
    row.map(|row| link_row(&row)).transpose()
}
