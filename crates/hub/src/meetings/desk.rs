//! What whoever runs the hub does with feeds: make them, name their sources, let organisers in. Used
//! by the command line. Days and random bytes are the caller's or the system's, never a browser's.

use std::collections::HashMap;

use chrono::NaiveDate;
use swansfeet_demands::text::Slug;
use swansfeet_meetings::read::{Feed, Problem};
use zeroize::Zeroizing;

use super::{fetch, wire};
use crate::{
    store::{
        StoreError,
        meetings::{LinkRow, MeetingRow, MeetingStore},
    },
    token::Token,
};

/// The shortest time between two looks at one source, in minutes: others' servers are not ours.
pub const MOST_OFTEN: u32 = 5;
/// The longest time, in minutes.
pub const MOST_RARELY: u32 = 31 * 24 * 60;
/// The longest name, in letters.
const LONGEST_NAME: usize = 200;
/// How many meetings are kept in one transaction: a commit for each waits for the disk each time, and
/// one for all would have signing wait.
pub(super) const AT_ONCE: usize = 250;
/// How often a source is fetched where nobody says otherwise, in minutes.
pub const AS_A_RULE: u32 = 30;

/// Why something cannot be done, worded for whoever runs the hub.
#[derive(Debug, thiserror::Error)]
pub enum DeskError {
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// There is no such feed.
    #[error("there is no feed `{0}`: `swansfeet meetings feed list` names them")]
    NoSuchFeed(String),
    /// The slug is taken.
    #[error("there is a feed `{0}` already")]
    FeedExists(String),
    /// It is no address that can be fetched.
    #[error(
        "`{0}` cannot be fetched: an address begins with https:// or http:// (write https:// for webcal://) and holds no password; a file is taken in with `swansfeet meetings feed add`"
    )]
    Address(String),
    /// Too often.
    #[error("a source is fetched every {MOST_OFTEN} minutes at most")]
    TooOften,
    /// Too rarely.
    #[error("a source is fetched once in 31 days at least: every {MOST_RARELY} minutes")]
    TooRarely,
    /// It would not be seen as what it is.
    #[error("a name is one line of 1 to {LONGEST_NAME} letters, all of which can be seen")]
    Name,
    /// There is such a source already.
    #[error("the feed has that source already")]
    SourceExists,
    /// There is no such source.
    #[error("the feed has no such source: `swansfeet meetings feed source list` names them")]
    NoSuchSource,
    /// There is an organiser of that label.
    #[error(
        "there is an organiser `{0}` already: remove the old link first, or take another label"
    )]
    OrganiserExists(String),
    /// There is none.
    #[error("there is no organiser `{0}` of that feed")]
    NoSuchOrganiser(String),
}

type Done<T> = Result<T, DeskError>;

/// What came of taking meetings in.
#[derive(Debug, Default)]
pub struct TakenIn {
    /// How many are new.
    pub new: usize,
    /// How many took the place of an earlier version.
    pub replaced: usize,
    /// Ids of those that an organiser has changed since they were last taken in: left as they are.
    pub changed: Vec<String>,
    /// What was wrong in the file.
    pub problems: Vec<Problem>,
}

/// Makes a feed.
///
/// # Errors
/// The slug is taken, or the name is none.
pub async fn new_feed(store: &dyn MeetingStore, slug: &Slug, name: &str) -> Done<()> {
    match store.add_feed(slug.as_str(), seen(name)?).await? {
        true => Ok(()),
        false => Err(DeskError::FeedExists(slug.to_string())),
    }
}

/// A name as it is shown, on one line of a page or a terminal.
fn seen(name: &str) -> Done<&str> {
    let hides = |c: char| {
        c.is_control()
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
    };
    let name = name.trim_matches(' ');
    let is_seen = !name.is_empty() && !name.contains(hides);
    match is_seen && name.chars().count() <= LONGEST_NAME {
        true => Ok(name),
        false => Err(DeskError::Name),
    }
}

/// Deletes a feed, its meetings, its sources and its links.
///
/// # Errors
/// There is none.
pub async fn remove_feed(store: &dyn MeetingStore, slug: &Slug) -> Done<()> {
    match store.remove_feed(slug.as_str()).await? {
        true => Ok(()),
        false => Err(DeskError::NoSuchFeed(slug.to_string())),
    }
}

/// Sees that there is such a feed.
///
/// # Errors
/// There is none.
pub async fn known(store: &dyn MeetingStore, slug: &Slug) -> Done<()> {
    let feeds = store.feeds().await?;
    match feeds.iter().any(|feed| feed.slug == slug.as_str()) {
        true => Ok(()),
        false => Err(DeskError::NoSuchFeed(slug.to_string())),
    }
}

/// Names a source, to be fetched every so many minutes.
///
/// # Errors
/// There is no such feed, the address cannot be fetched, it is there already, or the name is none.
pub async fn add_source(
    store: &dyn MeetingStore,
    slug: &Slug,
    url: &str,
    name: &str,
    minutes: u32,
) -> Done<()> {
    known(store, slug).await?;
    if !fetch::is_readable(url) {
        return Err(DeskError::Address(url.to_owned()));
    }
    if minutes < MOST_OFTEN {
        return Err(DeskError::TooOften);
    }
    if minutes > MOST_RARELY {
        return Err(DeskError::TooRarely);
    }
    // Without one it is called as it calls itself.
    let name = if name.is_empty() { name } else { seen(name)? };
    match store.add_source(slug.as_str(), url, name, minutes).await? {
        true => Ok(()),
        false => Err(DeskError::SourceExists),
    }
}

/// Removes a source, with what was fetched from it.
///
/// # Errors
/// There is none.
pub async fn remove_source(store: &dyn MeetingStore, slug: &Slug, url: &str) -> Done<()> {
    match store.remove_source(slug.as_str(), url).await? {
        true => Ok(()),
        false => Err(DeskError::NoSuchSource),
    }
}

/// Takes the meetings of a file in as the feed's own. Those that it has already are replaced, but for
/// what an organiser has changed since: that is left alone, unless `replace` says otherwise.
///
/// # Errors
/// There is no such feed.
pub async fn take_in(
    store: &dyn MeetingStore,
    slug: &Slug,
    bytes: &[u8],
    now: i64,
    replace: bool,
) -> Done<TakenIn> {
    known(store, slug).await?;
    let Feed {
        meetings, problems, ..
    } = wire::read(bytes);
    let mut taken = TakenIn {
        problems,
        ..TakenIn::default()
    };
    let there = store.meetings(slug.as_str()).await?;
    let own = there.iter().filter(|row| row.source.is_empty());
    let own: HashMap<&str, &MeetingRow> = own.map(|row| (row.id.as_str(), row)).collect();
    let mut rows = Vec::new();
    for meeting in &meetings {
        let text = wire::one(meeting);
        let before = own.get(meeting.id.as_str());
        if before.is_some_and(|row| !replace && is_changed(row) && row.meeting != text) {
            taken.changed.push(meeting.id.clone());
            continue;
        }
        let version = before.map_or(0, |row| row.version);
        rows.push(MeetingRow {
            feed: slug.to_string(),
            source: String::new(),
            id: meeting.id.clone(),
            meeting: text,
            words: String::new(),
            version,
            gone: None,
            filed: Some(version + 1),
        });
    }
    for rows in rows.chunks(AT_ONCE) {
        let kept = store.keep_meetings(rows, now).await?;
        for (row, _) in rows.iter().zip(kept).filter(|(_, kept)| *kept) {
            match row.version {
                0 => taken.new += 1,
                _ => taken.replaced += 1,
            }
        }
    }
    Ok(taken)
}

/// Whether an organiser has changed or removed it since it was last taken in. Of the first version, which
/// some hubs have noted nothing of, it is known that nobody has.
fn is_changed(row: &MeetingRow) -> bool {
    row.gone.is_some() || row.version != row.filed.unwrap_or(1)
}

/// Lets an organiser in: the path of their secret link, which is shown once and never kept.
///
/// # Errors
/// There is no such feed, there is one of that label, or the label is none.
pub async fn new_organiser(
    store: &dyn MeetingStore,
    slug: &Slug,
    label: &str,
    today: NaiveDate,
) -> Done<Zeroizing<String>> {
    known(store, slug).await?;
    let label = seen(label)?;
    let token = Token::new();
    let link = LinkRow {
        feed: slug.to_string(),
        label: label.to_owned(),
        made: today,
    };
    if !store.add_link(&token.hash(), &link).await? {
        return Err(DeskError::OrganiserExists(label.to_owned()));
    }
    Ok(Zeroizing::new(format!(
        "/organise/{slug}/{}",
        &*token.text()
    )))
}

/// Ends an organiser's link. What they have added stays.
///
/// # Errors
/// There is none of that label.
pub async fn remove_organiser(store: &dyn MeetingStore, slug: &Slug, label: &str) -> Done<()> {
    match store.remove_link(slug.as_str(), label).await? {
        true => Ok(()),
        false => Err(DeskError::NoSuchOrganiser(label.to_owned())),
    }
}
