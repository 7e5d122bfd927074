//! Making a campaign, opening and closing it, changing its words.

use swansfeet_demands::Campaign;
use swansfeet_demands::seal::rand_core::CryptoRng;
use swansfeet_demands::seal::{Holder, PublicKey, Recovery, SecretKey, wrap};
use swansfeet_demands::text::Slug;

use super::{Desk, Error, latest, read};
use crate::store::model::{CampaignRow, EpochRow, OrganiserRow, Stage, Totals, WrappedRow};

/// A campaign that is about to be made. Nothing is kept before [`Desk::keep`].
#[derive(Debug)]
pub struct Draft {
    row: CampaignRow,
    organisers: Vec<OrganiserRow>,
    wrapped: Vec<WrappedRow>,
}

/// An organiser of a new campaign.
#[derive(Clone, Debug)]
pub struct NewOrganiser {
    /// The id within the campaign.
    pub id: Slug,
    /// What the campaign's key is wrapped to.
    pub public: PublicKey,
}

/// What a new campaign comes with.
#[derive(Debug)]
pub struct Made {
    /// The recovery file, to be printed and locked away.
    pub recovery: Recovery,
    /// What [`Desk::keep`] puts into the store.
    pub draft: Draft,
}

/// A campaign at a glance.
#[derive(Debug)]
pub struct Overview {
    /// As the store has it.
    pub row: CampaignRow,
    /// What its file says.
    pub campaign: Campaign,
    /// How many signatures it has.
    pub totals: Totals,
    /// How many codes there are, and how many of them are used.
    pub codes: (u64, u64),
}

/// Checks a file and makes the campaign's key, one wrapped copy for each organiser, and the
/// recovery file. Keeps nothing.
fn make(
    desk: &Desk<'_>,
    file: &str,
    organisers: &[NewOrganiser],
    random: &mut impl CryptoRng,
) -> Result<Made, Error> {
    let campaign = Campaign::from_toml(file).map_err(Error::File)?;
    if campaign.slug != *desk.campaign {
        let found = campaign.slug.to_string();
        return Err(Error::OtherSlug(desk.campaign.to_string(), found));
    }
    if !campaign.keys.is_empty() {
        return Err(Error::BringsKeys);
    }
    if organisers.is_empty() {
        return Err(Error::NoOrganiser);
    }
    let key = SecretKey::generate(random);
    let today = desk.today();
    let mut rows: Vec<OrganiserRow> = Vec::new();
    let mut wrapped = Vec::new();
    for organiser in organisers {
        let id = organiser.id.to_string();
        if rows.iter().any(|row| row.id == id) {
            return Err(Error::OrganiserTwice(id));
        }
        wrapped.push(wrapped_for(
            desk.slug(),
            1,
            &id,
            &organiser.public,
            &key,
            random,
        )?);
        rows.push(OrganiserRow {
            id,
            public: organiser.public.to_bytes(),
            added: today,
        });
    }
    let epoch = EpochRow {
        epoch: 1,
        public: key.public().to_bytes(),
        proven: false,
        made: today,
    };
    let recovery = Recovery {
        campaign: desk.slug().to_owned(),
        epoch: 1,
        made: today.to_string(),
        key,
    };
    let row = CampaignRow {
        slug: desk.slug().to_owned(),
        file: file.to_owned(),
        stage: Stage::Draft,
        version: 1,
        epochs: vec![epoch],
    };
    let draft = Draft {
        row,
        organisers: rows,
        wrapped,
    };
    Ok(Made { recovery, draft })
}

/// The campaign's key, sealed for one organiser.
pub(super) fn wrapped_for(
    campaign: &str,
    epoch: u32,
    organiser: &str,
    public: &PublicKey,
    key: &SecretKey,
    random: &mut impl CryptoRng,
) -> Result<WrappedRow, Error> {
    let holder = Holder {
        campaign,
        epoch,
        organiser,
    };
    Ok(WrappedRow {
        epoch,
        organiser: organiser.to_owned(),
        sealed: wrap(key, public, &holder, random).map_err(Error::Weak)?,
    })
}

impl Desk<'_> {
    /// Checks the file of a new campaign and makes its keys. Nothing is kept before
    /// [`Desk::keep`], so that the caller can write the recovery file first: a campaign without one
    /// must not be.
    ///
    /// # Errors
    /// Everything that is wrong in the file; the slug is taken; no organiser, or one twice.
    pub async fn make(
        &self,
        file: &str,
        organisers: &[NewOrganiser],
        random: &mut impl CryptoRng,
    ) -> Result<Made, Error> {
        let made = make(self, file, organisers, random)?;
        match self.row().await {
            Err(Error::NoSuchCampaign(_)) => Ok(made),
            Ok(row) => Err(Error::Exists(row.slug)),
            Err(error) => Err(error),
        }
    }

    /// Keeps a campaign that [`Desk::make`] made.
    ///
    /// # Errors
    /// The slug was taken in the meantime.
    pub async fn keep(&self, draft: &Draft) -> Result<(), Error> {
        let added = self
            .store
            .add_campaign(&draft.row, &draft.organisers, &draft.wrapped)
            .await?;
        if !added {
            return Err(Error::Exists(self.slug().to_owned()));
        }
        let ids: Vec<&str> = draft.organisers.iter().map(|row| row.id.as_str()).collect();
        self.log("new", format!("organisers {}", ids.join(", ")))
            .await
    }

    /// Opens the campaign, or takes its newest key into use, after a test decryption with the
    /// recovery file. The file is needed once for each key.
    ///
    /// # Errors
    /// The recovery file is missing where it is needed, or does not open what signers would seal.
    pub async fn open(
        &self,
        recovery: Option<&Recovery>,
        random: &mut impl CryptoRng,
    ) -> Result<(), Error> {
        let row = self.row().await?;
        let epoch = latest(&row)?;
        match recovery {
            Some(recovery) => {
                let public = PublicKey::from_bytes(&epoch.public);
                recovery
                    .proves(self.slug(), epoch.epoch, &public, random)
                    .map_err(Error::Recovery)?;
            }
            None if epoch.proven => {}
            None => return Err(Error::NotProved(epoch.epoch)),
        }
        if !epoch.proven {
            self.store.set_proven(self.slug(), epoch.epoch).await?;
            self.log("prove", format!("key epoch {}", epoch.epoch))
                .await?;
        }
        if row.stage != Stage::Open {
            self.store.set_stage(self.slug(), Stage::Open).await?;
            self.log("open", String::new()).await?;
        }
        Ok(())
    }

    /// Closes the campaign: it takes no signatures any more; links to confirm and withdraw still
    /// work.
    ///
    /// # Errors
    /// There is none of that name.
    pub async fn close(&self) -> Result<(), Error> {
        self.row().await?;
        self.store.set_stage(self.slug(), Stage::Closed).await?;
        self.log("close", String::new()).await
    }

    /// Puts another file in place of the campaign's. Records stay bound to the demands that they
    /// were signed under.
    ///
    /// # Errors
    /// What is wrong in the file; another slug; words of consent that changed under the same
    /// version: what people agreed to could not be shown any more.
    pub async fn update(&self, file: &str) -> Result<Campaign, Error> {
        let new = Campaign::from_toml(file).map_err(Error::File)?;
        let row = self.row().await?;
        let old = read(&row)?;
        if new.slug != old.slug {
            return Err(Error::OtherSlug(row.slug, new.slug.to_string()));
        }
        if !new.keys.is_empty() {
            return Err(Error::BringsKeys);
        }
        let version = old.consent.version;
        let mut same_version = new.consent.clone();
        same_version.version = version;
        let changed = same_version.wording_hash() != old.consent.wording_hash();
        if new.consent.version < version || (changed && new.consent.version == version) {
            return Err(Error::ConsentVersion(version));
        }
        self.store.replace_file(self.slug(), file).await?;
        self.log("update", format!("consent version {}", new.consent.version))
            .await?;
        Ok(new)
    }

    /// The campaign at a glance.
    ///
    /// # Errors
    /// There is none of that name.
    pub async fn overview(&self) -> Result<Overview, Error> {
        let row = self.row().await?;
        Ok(Overview {
            campaign: read(&row)?,
            totals: self.store.totals(self.slug()).await?,
            codes: self.store.codes(self.slug()).await?,
            row,
        })
    }
}
