//! Who can read: the campaign's key, wrapped once for each organiser.
//!
//! Adding an organiser wraps every epoch's key for them. Removing one starts a new epoch, because
//! whoever held a key may have kept it: they can still read what was sealed before, and nothing
//! after the new epoch is taken into use. That takes a test decryption with its recovery file.

use std::cmp::Ordering;

use swansfeet_demands::seal::rand_core::CryptoRng;
use swansfeet_demands::seal::{Fingerprint, Holder, PublicKey, Recovery, SecretKey, unwrap};
use swansfeet_demands::text::Slug;

use super::campaign::wrapped_for;
use super::{Desk, Error, KeyFile, NewOrganiser, latest};
use crate::store::model::{CampaignRow, EpochRow, OrganiserRow, WrappedRow};

/// A key epoch, for people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Epoch {
    /// 1 for the first.
    pub epoch: u32,
    /// What partners pin.
    pub fingerprint: Fingerprint,
    /// What it is good for now.
    pub state: State,
    /// Who has a wrapped copy.
    pub organisers: Vec<String>,
}

/// What a key epoch is good for now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Signers seal to it: the newest that has been proved. Partners pin this one.
    InUse,
    /// It was in use; it still opens what was sealed to it, and nothing newer.
    Earlier,
    /// Its recovery file has not been tried.
    NotProved,
    /// A newer one was proved first: it was never in use, and never will be.
    PassedOver,
}

/// What a key file opens of a campaign.
#[derive(Clone, Debug)]
pub struct Opens {
    /// The organiser whose file it is; none for a recovery file.
    pub holder: Option<String>,
    /// The campaign's keys, by epoch.
    pub keys: Vec<(u32, SecretKey)>,
}

/// What adding an organiser came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// The epochs whose keys the new organiser has.
    pub epochs: Vec<u32>,
    /// Epochs whose keys whoever acted does not have themselves.
    pub missing: Vec<u32>,
}

/// A new epoch, not yet in use.
#[derive(Debug)]
pub struct NewEpoch {
    /// Its recovery file: must be proved before signers seal to it.
    pub recovery: Recovery,
    organiser: String,
    row: EpochRow,
    wrapped: Vec<WrappedRow>,
}

impl Desk<'_> {
    /// Every epoch, oldest first.
    ///
    /// # Errors
    /// There is no such campaign.
    pub async fn epochs(&self) -> Result<Vec<Epoch>, Error> {
        let row = self.row().await?;
        let wrapped = self.store.wrapped(self.slug()).await?;
        let holders = |epoch: u32| -> Vec<String> {
            let of_epoch = wrapped.iter().filter(|copy| copy.epoch == epoch);
            of_epoch.map(|copy| copy.organiser.clone()).collect()
        };
        let in_use = row.in_use().map_or(0, |epoch| epoch.epoch);
        let epochs = row.epochs.iter().map(|epoch| Epoch {
            epoch: epoch.epoch,
            fingerprint: PublicKey::from_bytes(&epoch.public).fingerprint(),
            state: match epoch.epoch.cmp(&in_use) {
                Ordering::Less if epoch.proven => State::Earlier,
                Ordering::Less => State::PassedOver,
                Ordering::Equal => State::InUse,
                Ordering::Greater => State::NotProved,
            },
            organisers: holders(epoch.epoch),
        });
        Ok(epochs.collect())
    }

    /// The campaign's keys that a file opens, by epoch: all of an organiser's, or the one of a
    /// recovery file. Where the file is an organiser's, their id comes along.
    ///
    /// # Errors
    /// The file is a stranger's or another campaign's; a wrapped key does not open.
    pub async fn keys_of(&self, file: &KeyFile) -> Result<Opens, Error> {
        let row = self.row().await?;
        let organisers = self.store.organisers(self.slug()).await?;
        let wrapped = self.store.wrapped(self.slug()).await?;
        keys_of(file, &row, &organisers, &wrapped)
    }

    /// Wraps every epoch's key for a new organiser, as far as whoever acts has them.
    ///
    /// # Errors
    /// They are there already; the acting key file is a stranger's.
    pub async fn add_organiser(
        &self,
        file: &KeyFile,
        new: &NewOrganiser,
        random: &mut impl CryptoRng,
    ) -> Result<Given, Error> {
        let id = new.id.to_string();
        let there = self.store.organisers(self.slug()).await?;
        if there.iter().any(|row| row.id == id) {
            return Err(Error::OrganiserTwice(id));
        }
        let row = self.row().await?;
        let Opens { keys, .. } = self.keys_of(file).await?;
        let mut wrapped = Vec::new();
        for (epoch, key) in &keys {
            wrapped.push(wrapped_for(
                self.slug(),
                *epoch,
                &id,
                &new.public,
                key,
                random,
            )?);
        }
        let organiser = OrganiserRow {
            id: id.clone(),
            public: new.public.to_bytes(),
            added: self.today(),
        };
        self.store
            .change_keys(self.slug(), &[organiser], &[], None, &wrapped)
            .await?;
        self.log("add organiser", id).await?;
        let epochs: Vec<u32> = keys.iter().map(|(epoch, _)| *epoch).collect();
        let all = row.epochs.iter().map(|epoch| epoch.epoch);
        Ok(Given {
            missing: all.filter(|epoch| !epochs.contains(epoch)).collect(),
            epochs,
        })
    }

    /// Makes the epoch that removing an organiser starts. Nothing is kept before
    /// [`Desk::start_epoch`], so that the recovery file can be written first.
    ///
    /// # Errors
    /// There is no such organiser; they are the last one, or the one who acts; the acting key file
    /// is a stranger's.
    pub async fn without(
        &self,
        file: &KeyFile,
        organiser: &Slug,
        random: &mut impl CryptoRng,
    ) -> Result<NewEpoch, Error> {
        let id = organiser.to_string();
        let there = self.store.organisers(self.slug()).await?;
        if there.iter().all(|row| row.id != id) {
            return Err(Error::NoSuchOrganiser(id));
        }
        let left: Vec<&OrganiserRow> = there.iter().filter(|row| row.id != id).collect();
        if left.is_empty() {
            return Err(Error::LastOrganiser(id));
        }
        let row = self.row().await?;
        let acting = self.keys_of(file).await?;
        if acting.holder.as_deref() == Some(id.as_str()) {
            return Err(Error::Oneself(id));
        }
        let epoch = latest(&row)?.epoch + 1;
        let key = SecretKey::generate(random);
        let mut wrapped = Vec::new();
        for row in left {
            let public = PublicKey::from_bytes(&row.public);
            wrapped.push(wrapped_for(
                self.slug(),
                epoch,
                &row.id,
                &public,
                &key,
                random,
            )?);
        }
        Ok(NewEpoch {
            organiser: id,
            row: EpochRow {
                epoch,
                public: key.public().to_bytes(),
                proven: false,
                made: self.today(),
            },
            wrapped,
            recovery: Recovery {
                campaign: self.slug().to_owned(),
                epoch,
                made: self.today().to_string(),
                key,
            },
        })
    }

    /// Removes the organiser and adds the epoch; signers go on with the old key until the new one
    /// has been proved.
    ///
    /// # Errors
    /// The store's.
    pub async fn start_epoch(&self, new: &NewEpoch) -> Result<(), Error> {
        let remove = [new.organiser.clone()];
        self.store
            .change_keys(self.slug(), &[], &remove, Some(&new.row), &new.wrapped)
            .await?;
        let detail = format!("{}; key epoch {} begins", new.organiser, new.row.epoch);
        self.log("remove organiser", detail).await
    }
}

/// The same as [`Desk::keys_of`], from rows that are at hand: on a machine without the store.
///
/// # Errors
/// As there.
pub fn keys_of(
    file: &KeyFile,
    row: &CampaignRow,
    organisers: &[OrganiserRow],
    wrapped: &[WrappedRow],
) -> Result<Opens, Error> {
    match file {
        KeyFile::Recovery(recovery) => {
            let public = recovery.key.public().to_bytes();
            let is_ours = recovery.campaign == row.slug
                && row
                    .epochs
                    .iter()
                    .any(|epoch| epoch.epoch == recovery.epoch && epoch.public == public);
            if !is_ours {
                let other = swansfeet_demands::seal::RecoveryError::OtherKey;
                return Err(Error::Recovery(other));
            }
            Ok(Opens {
                holder: None,
                keys: vec![(recovery.epoch, recovery.key.clone())],
            })
        }
        KeyFile::Own(own) => {
            let public = own.public().to_bytes();
            let organiser = organisers.iter().find(|row| row.public == public);
            let organiser = &organiser.ok_or(Error::StrangersKey)?.id;
            let mut keys = Vec::new();
            for copy in wrapped.iter().filter(|copy| copy.organiser == *organiser) {
                let holder = Holder {
                    campaign: &row.slug,
                    epoch: copy.epoch,
                    organiser,
                };
                let key = unwrap(own, &holder, &copy.sealed)
                    .map_err(|error| Error::Wrapped(copy.epoch, error))?;
                keys.push((copy.epoch, key));
            }
            keys.sort_by_key(|(epoch, _)| *epoch);
            Ok(Opens {
                holder: Some(organiser.clone()),
                keys,
            })
        }
    }
}
