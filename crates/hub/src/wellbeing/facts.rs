//! What an operator has said of a campaign's check-in, and opening one.

use std::{fs, io, path::Path};

use swansfeet_wellbeing::card::{LEAST, Setting};
use swansfeet_wellbeing::identity::{HolderKey, Identity};
use swansfeet_wellbeing::{Pack, Place};

use crate::careful;
use crate::store::{Store, StoreError, model::LogRow, wellbeing::WellbeingRow};

/// A campaign's check-in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    /// The campaign's slug.
    pub slug: String,
    /// What is asked.
    pub pack: &'static Pack,
    /// k: the fewest people that a picture may be of.
    pub minimum: u32,
    /// Who holds the second key.
    pub setting: Setting,
    /// The hub and the second holder: what they are called, and their signing keys.
    pub holders: [(String, HolderKey); 2],
    /// Where people may be from.
    pub places: Vec<Place>,
}

/// Why a check-in cannot be opened, worded for whoever runs the hub.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// There is one.
    #[error(
        "`{0}` has a check-in already; who holds its keys cannot be changed under those who use it"
    )]
    Exists(String),
    /// k is too small.
    #[error(
        "a picture of fewer than {LEAST} people would show too much: choose a larger --minimum"
    )]
    TooFew,
    /// Nowhere.
    #[error("name at least one place")]
    NoPlace,
    /// Only two settings are there.
    #[error("two hubs cannot share a check-in yet: choose one-hub or steward")]
    TwoHubs,
    /// The hub's identity.
    #[error("the hub's signing key in `{0}` is damaged: put it back from where you keep it")]
    Damaged(String),
    /// The files.
    #[error("the hub's signing key cannot be kept: {0}")]
    File(#[from] io::Error),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// What is said when a check-in is opened: all but the hub's own key, which is made.
#[derive(Clone, Debug)]
pub struct Opening {
    /// The campaign's slug.
    pub slug: String,
    /// What is asked.
    pub pack: &'static Pack,
    /// k.
    pub minimum: u32,
    /// Who holds the second key.
    pub setting: Setting,
    /// What the hub is called.
    pub first_name: String,
    /// What the second holder is called.
    pub second_name: String,
    /// Their signing key.
    pub second_key: HolderKey,
    /// Where people may be from.
    pub places: Vec<Place>,
}

/// Opens a check-in: makes the hub's signing key, and notes who holds what. The hub takes it up by
/// itself; check-ins are taken once the second holder has signed a card.
///
/// # Errors
/// [`OpenError`].
pub async fn open(
    opening: Opening,
    store: &dyn Store,
    secrets: &Path,
    now: i64,
) -> Result<Facts, OpenError> {
    if opening.minimum < LEAST {
        return Err(OpenError::TooFew);
    }
    if opening.places.is_empty() {
        return Err(OpenError::NoPlace);
    }
    if opening.setting == Setting::TwoHubs {
        return Err(OpenError::TwoHubs);
    }
    let identity = match identity(secrets, &opening.slug)? {
        Some(identity) => identity,
        None => make_identity(secrets, &opening.slug)?,
    };
    let facts = Facts {
        slug: opening.slug,
        pack: opening.pack,
        minimum: opening.minimum,
        setting: opening.setting,
        holders: [
            (opening.first_name, identity.key()),
            (opening.second_name, opening.second_key),
        ],
        places: opening.places,
    };
    if !store.add_wellbeing(&facts.row()).await? {
        return Err(OpenError::Exists(facts.slug));
    }
    let line = LogRow {
        at: now,
        campaign: facts.slug.clone(),
        actor: crate::organise::HUB.to_owned(),
        action: "wellbeing".to_owned(),
        detail: format!("opened, {}, at least {}", facts.setting.id(), facts.minimum),
    };
    store.log(&line).await?;
    Ok(facts)
}

fn identity_file(secrets: &Path, slug: &str) -> std::path::PathBuf {
    secrets.join(format!("{slug}.holder"))
}

/// The hub's signing key of a campaign.
pub(crate) fn identity(secrets: &Path, slug: &str) -> Result<Option<Identity>, OpenError> {
    let path = identity_file(secrets, slug);
    let text = match fs::read_to_string(&path) {
        Ok(text) => zeroize::Zeroizing::new(text),
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error.into()),
    };
    let identity = Identity::read(&text);
    identity
        .map(Some)
        .map_err(|_| OpenError::Damaged(path.display().to_string()))
}

fn make_identity(secrets: &Path, slug: &str) -> Result<Identity, OpenError> {
    let identity = Identity::generate(&mut super::random_bytes());
    careful::private_folder(secrets)?;
    let text = zeroize::Zeroizing::new(format!("{}\n", *identity.reveal()));
    careful::replace(&identity_file(secrets, slug), text.as_bytes())?;
    Ok(identity)
}

impl Facts {
    fn row(&self) -> WellbeingRow {
        let [(first_name, first_key), (second_name, second_key)] = &self.holders;
        WellbeingRow {
            slug: self.slug.clone(),
            pack: self.pack.id.to_owned(),
            minimum: self.minimum,
            setting: self.setting.id().to_owned(),
            first_name: first_name.clone(),
            first_key: first_key.to_bytes(),
            second_name: second_name.clone(),
            second_key: second_key.to_bytes(),
            places: self
                .places
                .iter()
                .map(|place| place.id().to_owned())
                .collect(),
        }
    }

    /// What a row says; none if it says what this version does not know.
    #[must_use]
    pub fn of(row: &WellbeingRow) -> Option<Facts> {
        let places = row.places.iter().map(|id| Place::named(id));
        Some(Facts {
            slug: row.slug.clone(),
            pack: Pack::named(&row.pack)?,
            minimum: row.minimum,
            setting: Setting::named(&row.setting)?,
            holders: [
                (row.first_name.clone(), HolderKey::from_bytes(row.first_key)),
                (
                    row.second_name.clone(),
                    HolderKey::from_bytes(row.second_key),
                ),
            ],
            places: places.collect::<Option<_>>()?,
        })
    }
}
