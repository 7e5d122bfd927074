//! The words that people agreed to, however often they have changed since: a signature holds no more than
//! their hash.

use swansfeet_demands::consent::WordingHash;
use swansfeet_demands::{Campaign, DemandsHash};

use super::{Desk, Error};

/// A campaign file as it stood once.
#[derive(Debug)]
pub struct Wording {
    /// As the organisers wrote it.
    pub file: String,
    /// What it says.
    pub campaign: Campaign,
}

impl Wording {
    /// What signatures hold of the words of consent.
    #[must_use]
    pub fn consent(&self) -> WordingHash {
        self.campaign.consent.wording_hash()
    }

    /// What signatures hold of the demands.
    #[must_use]
    pub fn demands(&self) -> DemandsHash {
        DemandsHash::of(&self.campaign)
    }
}

impl Desk<'_> {
    /// Every wording of the campaign, the newest last. Of files that differ in neither the words of
    /// consent nor the demands, the newest stands for all.
    ///
    /// # Errors
    /// There is no such campaign; a file in the store is no campaign file.
    pub async fn wordings(&self) -> Result<Vec<Wording>, Error> {
        self.row().await?;
        let mut wordings: Vec<Wording> = Vec::new();
        for file in self.store.wordings(self.slug()).await? {
            let campaign = Campaign::from_toml(&file).map_err(Error::File)?;
            let new = Wording { file, campaign };
            wordings.retain(|old| (old.consent(), old.demands()) != (new.consent(), new.demands()));
            wordings.push(new);
        }
        Ok(wordings)
    }
}
