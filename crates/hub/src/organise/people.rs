//! Withdrawing a person on request; setting floods aside, and undoing it.

use swansfeet_demands::Email;
use swansfeet_demands::duplicate::{CampaignSecret, Mark, NameTag};

use super::pattern::{described, is_given, stranger};
use super::{Desk, Error, read};
use crate::store::model::{Id, Pattern};

impl Desk<'_> {
    /// How many signatures there are from an address.
    ///
    /// # Errors
    /// There is no such campaign.
    pub async fn from_address(&self, secret: &CampaignSecret, email: &Email) -> Result<u64, Error> {
        self.row().await?;
        let mark = address_mark(secret, email);
        Ok(self.store.by_address(self.slug(), &mark, false).await?)
    }

    /// How many signatures there are of the person whose signature has this id, as exports print it.
    /// One by code stands alone.
    ///
    /// # Errors
    /// There is no such campaign.
    pub async fn with_id(&self, id: &Id) -> Result<u64, Error> {
        self.row().await?;
        Ok(self.store.by_id(self.slug(), id, false).await?)
    }

    /// Deletes the signature of that id, all others of the same person, and every copy. How many.
    ///
    /// # Errors
    /// There is no such campaign.
    pub async fn withdraw_id(&self, id: &Id) -> Result<u64, Error> {
        self.row().await?;
        let gone = self.store.by_id(self.slug(), id, true).await?;
        self.note_withdrawn(gone).await
    }

    /// Deletes all signatures from an address, with every copy. How many.
    ///
    /// # Errors
    /// There is no such campaign.
    pub async fn withdraw(&self, secret: &CampaignSecret, email: &Email) -> Result<u64, Error> {
        self.row().await?;
        let mark = address_mark(secret, email);
        let gone = self.store.by_address(self.slug(), &mark, true).await?;
        self.note_withdrawn(gone).await
    }

    /// Whose it was must not be found out from the log.
    async fn note_withdrawn(&self, gone: u64) -> Result<u64, Error> {
        self.log("withdraw", format!("{gone} on request")).await?;
        Ok(gone)
    }

    /// Sets signatures aside that fit a pattern, without reading them. The number under which this
    /// can be undone, and how many.
    ///
    /// # Errors
    /// Nothing was given to look for; there is no such campaign; no signature fits. Then nothing
    /// is logged, and there is nothing to undo.
    pub async fn quarantine(&self, pattern: &Pattern) -> Result<(i64, u64), Error> {
        if !is_given(pattern) {
            return Err(Error::NoPattern);
        }
        let row = self.row().await?;
        let (batch, count) = self.store.quarantine(self.slug(), pattern).await?;
        if count == 0 {
            // Asked only now: what an earlier file of the campaign knew still fits its signatures.
            let stranger = stranger(self.store, &read(&row)?, pattern).await?;
            return Err(stranger.map_or(Error::NothingFits, Error::Unknown));
        }
        let detail = format!("batch {batch}: {count} set aside ({})", described(pattern));
        self.log("quarantine", detail).await?;
        Ok((batch, count))
    }

    /// Lets a batch count again. How many.
    ///
    /// # Errors
    /// There is nothing under that number.
    pub async fn undo_quarantine(&self, batch: i64) -> Result<u64, Error> {
        self.row().await?;
        let back = self.store.undo_quarantine(self.slug(), batch).await?;
        if back == 0 {
            return Err(Error::NoSuchBatch(batch));
        }
        let detail = format!("batch {batch}: {back} count again");
        self.log("undo quarantine", detail).await?;
        Ok(back)
    }

    /// Lets signatures count that were held because they were filled in faster than people type.
    ///
    /// # Errors
    /// There is no such campaign.
    pub async fn release_held(&self) -> Result<u64, Error> {
        self.row().await?;
        let released = self.store.release_held(self.slug()).await?;
        self.log("release", format!("{released} that were held"))
            .await?;
        Ok(released)
    }
}

/// The mark of the address alone: the other two parts do not go into it.
fn address_mark(secret: &CampaignSecret, email: &Email) -> Mark {
    secret.marks(email, NameTag::from_bits(0), "").address
}
