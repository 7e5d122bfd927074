//! The campaigns, as the hub has them in memory: read from the store, and read again when the
//! store says that one has changed.

use std::{
    collections::HashMap,
    path::{Path, PathBuf},
    sync::{Arc, RwLock},
};

use swansfeet_api::demands::Signable;
use swansfeet_demands::{
    Campaign, DemandsHash,
    campaign::{EpochKey, Signing},
    duplicate::CampaignSecret,
    seal::PublicKey,
    text::Moment,
};

use super::board::Board;
use crate::{
    secrets,
    store::{
        Store, StoreError,
        model::{CampaignRow, Stage},
    },
};

/// One campaign, whole.
pub(crate) struct Entry {
    pub(crate) campaign: Campaign,
    pub(crate) demands: DemandsHash,
    pub(crate) stage: Stage,
    /// None if its file is missing: then nothing can be signed.
    pub(crate) secret: Option<CampaignSecret>,
    /// Counts, ready to be handed out. The same one as long as the hub runs.
    pub(crate) board: Arc<Board>,
}

/// All campaigns that somebody outside may hear of.
#[derive(Default)]
pub(crate) struct Registry {
    folder: PathBuf,
    live: RwLock<Arc<Live>>,
}

#[derive(Default)]
struct Live {
    version: Option<(i64, i64)>,
    by_slug: HashMap<String, Arc<Entry>>,
}

impl Registry {
    pub(crate) fn new(secrets: &Path) -> Self {
        Self {
            folder: secrets.to_owned(),
            live: RwLock::default(),
        }
    }

    pub(crate) fn find(&self, slug: &str) -> Option<Arc<Entry>> {
        self.live().by_slug.get(slug).cloned()
    }

    pub(crate) fn all(&self) -> Vec<Arc<Entry>> {
        self.live().by_slug.values().cloned().collect()
    }

    /// Reads the campaigns again if they have changed. Whether they had.
    pub(crate) async fn refresh(&self, store: &dyn Store) -> Result<bool, StoreError> {
        let version = Some(store.campaigns_version().await?);
        let before = self.live();
        if before.version == version {
            return Ok(false);
        }
        let rows = store.campaigns().await?;
        let entries = rows.into_iter().filter_map(|row| {
            let board = before.by_slug.get(&row.slug).map(|entry| &entry.board);
            let entry = self.entry(&row, board.cloned().unwrap_or_default())?;
            Some((row.slug, Arc::new(entry)))
        });
        let live = Live {
            version,
            by_slug: entries.collect(),
        };
        if let Ok(mut place) = self.live.write() {
            *place = Arc::new(live);
        }
        Ok(true)
    }

    fn live(&self) -> Arc<Live> {
        self.live
            .read()
            .map_or_else(|_| Arc::default(), |live| Arc::clone(&live))
    }

    fn entry(&self, row: &CampaignRow, board: Arc<Board>) -> Option<Entry> {
        if row.stage == Stage::Draft {
            return None;
        }
        let mut campaign = match Campaign::from_toml(&row.file) {
            Ok(campaign) => campaign,
            Err(errors) => {
                let first = errors.first().map(ToString::to_string);
                tracing::error!(campaign = row.slug, error = first, "its file is not right");
                return None;
            }
        };
        let proven = row.epochs.iter().filter(|epoch| epoch.proven);
        campaign.keys = proven
            .max_by_key(|epoch| epoch.epoch)
            .map(|epoch| EpochKey {
                epoch: epoch.epoch,
                key: PublicKey::from_bytes(&epoch.public),
            })
            .into_iter()
            .collect();
        let secret = secrets::read(&self.folder, &campaign.slug);
        if let Err(error) = &secret {
            tracing::error!(campaign = row.slug, %error, "it cannot be signed");
        }
        Some(Entry {
            demands: DemandsHash::of(&campaign),
            campaign,
            stage: row.stage,
            secret: secret.ok(),
            board,
        })
    }
}

impl Entry {
    /// Whether it can be signed: by the organisers' word, by its own times, and by what is there
    /// to seal with.
    pub(crate) fn signable(&self, now: Moment) -> Signable {
        match (self.stage, self.campaign.signing(now)) {
            (Stage::Closed, _) | (_, Signing::Closed(_)) => Signable::Closed,
            (Stage::Draft, _) | (_, Signing::NotYet(_)) => Signable::NotYet,
            _ if self.campaign.keys.is_empty() || self.secret.is_none() => Signable::NotYet,
            _ => Signable::Open,
        }
    }
}
