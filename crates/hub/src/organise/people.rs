//! Withdrawing a person on request; setting floods aside, and undoing it.

use swansfeet_demands::Email;
use swansfeet_demands::duplicate::{CampaignSecret, Mark, NameTag};

use super::{Desk, Error};
use crate::store::model::Pattern;

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

    /// Deletes all signatures from an address, with every copy. How many.
    ///
    /// # Errors
    /// There is no such campaign.
    pub async fn withdraw(&self, secret: &CampaignSecret, email: &Email) -> Result<u64, Error> {
        self.row().await?;
        let mark = address_mark(secret, email);
        let gone = self.store.by_address(self.slug(), &mark, true).await?;
        // Whose it was must not be found out from the log.
        self.log("withdraw", format!("{gone} on request")).await?;
        Ok(gone)
    }

    /// Sets signatures aside that fit a pattern, without reading them. The number under which this
    /// can be undone, and how many.
    ///
    /// # Errors
    /// Nothing was given to look for; there is no such campaign.
    pub async fn quarantine(&self, pattern: &Pattern) -> Result<(i64, u64), Error> {
        if !is_given(pattern) {
            return Err(Error::NoPattern);
        }
        self.row().await?;
        let (batch, count) = self.store.quarantine(self.slug(), pattern).await?;
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

/// Whether a pattern looks for anything at all.
#[must_use]
pub fn is_given(pattern: &Pattern) -> bool {
    *pattern != Pattern::default()
}

fn described(pattern: &Pattern) -> String {
    let day = pattern.day.map(|day| day.to_string());
    let parts = [
        ("partner", pattern.partner.as_deref()),
        ("day", day.as_deref()),
        ("area", pattern.area.as_deref()),
        ("category", pattern.category.as_deref()),
        ("language", pattern.language.as_deref()),
        ("held", pattern.held.then_some("yes")),
    ];
    let given = parts.iter().filter_map(|(name, value)| {
        let value = (*value)?;
        Some(format!(
            "{name} {}",
            if value.is_empty() { "none" } else { value }
        ))
    });
    given.collect::<Vec<_>>().join(", ")
}
