//! Why an organiser's action was not done: a key for the sentence, and what it speaks of.

use std::fmt;

use swansfeet_demands::campaign::FileError;
use swansfeet_demands::seal::{OpenError, RecoveryError, SealError, TextError};

use crate::store::StoreError;

/// Why it was not done. Nothing was changed.
#[derive(Debug)]
pub enum Error {
    /// The store's.
    Store(StoreError),
    /// What is wrong in a campaign file, line by line.
    File(Vec<FileError>),
    /// No campaign of this name.
    NoSuchCampaign(String),
    /// There is one of this name already.
    Exists(String),
    /// The file brings keys along; they are made here.
    BringsKeys,
    /// A campaign needs at least one organiser.
    NoOrganiser,
    /// The same organiser twice, or one who is there already.
    OrganiserTwice(String),
    /// No organiser of this name.
    NoSuchOrganiser(String),
    /// The last organiser cannot be removed.
    LastOrganiser(String),
    /// The acting organiser cannot remove themselves: nobody would be left to see it through.
    Oneself(String),
    /// The key belongs to no organiser of the campaign.
    StrangersKey,
    /// A wrapped key did not open.
    Wrapped(u32, OpenError),
    /// A key seals nothing.
    Weak(SealError),
    /// The campaign has no key at all.
    NoKey(String),
    /// A recovery file must be tried first: the epoch that has not been proved.
    NotProved(u32),
    /// The recovery file does not do.
    Recovery(RecoveryError),
    /// The key file does not do.
    KeyFile(TextError),
    /// The new file is another campaign's: this one, and that of the file.
    OtherSlug(String, String),
    /// The words of consent changed and the version did not go up: the version that is there.
    ConsentVersion(u32),
    /// None, or too many at once: the most.
    HowMany(u32),
    /// Nothing was given to look for.
    NoPattern,
    /// No signature fits, though one could: all that was asked for is of the campaign.
    NothingFits,
    /// What was asked for is not of the campaign.
    Unknown(Unknown),
    /// No batch of this number.
    NoSuchBatch(i64),
    /// Who acts is no organiser of the campaign: who it was said to be, and those there are.
    NotAnOrganiser(String, Vec<String>),
}

/// Something that no signature of a campaign can have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unknown {
    /// `role`, `area`, `language` or `partner`.
    pub what: &'static str,
    /// As it was given.
    pub given: String,
    /// What was most likely meant.
    pub nearest: Option<String>,
    /// All that there are; none where they are too many to list.
    pub known: Vec<String>,
}

impl Error {
    /// The key of the message in the words of organisers.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        match self {
            Error::Store(_) => "error-organise-store",
            Error::File(_) => "error-organise-file",
            Error::NoSuchCampaign(_) => "error-organise-no-such-campaign",
            Error::Exists(_) => "error-organise-exists",
            Error::BringsKeys => "error-organise-brings-keys",
            Error::NoOrganiser => "error-organise-no-organiser",
            Error::OrganiserTwice(_) => "error-organise-organiser-twice",
            Error::NoSuchOrganiser(_) => "error-organise-no-such-organiser",
            Error::LastOrganiser(_) => "error-organise-last-organiser",
            Error::Oneself(_) => "error-organise-oneself",
            Error::StrangersKey => "error-organise-strangers-key",
            Error::Wrapped(..) => "error-organise-wrapped",
            Error::Weak(_) => "error-organise-weak",
            Error::NoKey(_) => "error-organise-no-key",
            Error::NotProved(_) => "error-organise-not-proved",
            Error::Recovery(RecoveryError::OtherKey) => "error-organise-other-recovery",
            Error::Recovery(_) => "error-organise-recovery",
            Error::KeyFile(_) => "error-organise-key-file",
            Error::OtherSlug(..) => "error-organise-other-slug",
            Error::ConsentVersion(_) => "error-organise-consent-version",
            Error::HowMany(_) => "error-organise-how-many",
            Error::NoPattern => "error-organise-no-pattern",
            Error::NothingFits => "error-organise-nothing-fits",
            Error::Unknown(Unknown { nearest: None, .. }) => "error-organise-unknown",
            Error::Unknown(_) => "error-organise-unknown-nearest",
            Error::NoSuchBatch(_) => "error-organise-no-such-batch",
            Error::NotAnOrganiser(..) => "error-organise-not-an-organiser",
        }
    }

    /// What the message speaks of.
    #[must_use]
    pub fn arguments(&self) -> Vec<(&'static str, String)> {
        match self {
            Error::Store(why) => vec![("why", why.to_string())],
            Error::File(errors) => {
                let lines: Vec<String> = errors.iter().map(ToString::to_string).collect();
                vec![("why", lines.join("\n"))]
            }
            Error::NoSuchCampaign(slug) | Error::Exists(slug) | Error::NoKey(slug) => {
                vec![("campaign", slug.clone())]
            }
            Error::OrganiserTwice(id)
            | Error::NoSuchOrganiser(id)
            | Error::LastOrganiser(id)
            | Error::Oneself(id) => vec![("organiser", id.clone())],
            Error::Wrapped(epoch, why) => {
                vec![("epoch", epoch.to_string()), ("why", why.to_string())]
            }
            Error::Weak(why) => vec![("why", why.to_string())],
            Error::NotProved(epoch) => vec![("epoch", epoch.to_string())],
            Error::Recovery(RecoveryError::OtherKey) => Vec::new(),
            Error::Recovery(why) => vec![("why", why.to_string())],
            Error::KeyFile(why) => vec![("why", why.to_string())],
            Error::OtherSlug(wanted, found) => {
                vec![("campaign", wanted.clone()), ("found", found.clone())]
            }
            Error::ConsentVersion(version) => vec![("version", version.to_string())],
            Error::HowMany(most) => vec![("most", most.to_string())],
            Error::NoSuchBatch(batch) => vec![("batch", batch.to_string())],
            Error::Unknown(unknown) => unknown.arguments(),
            Error::NotAnOrganiser(actor, there) => {
                vec![
                    ("organiser", actor.clone()),
                    ("organisers", there.join(", ")),
                ]
            }
            Error::BringsKeys
            | Error::NoOrganiser
            | Error::StrangersKey
            | Error::NoPattern
            | Error::NothingFits => Vec::new(),
        }
    }
}

impl Unknown {
    fn arguments(&self) -> Vec<(&'static str, String)> {
        vec![
            ("what", self.what.to_owned()),
            ("given", self.given.clone()),
            ("nearest", self.nearest.clone().unwrap_or_default()),
            ("known", self.known.join(", ")),
        ]
    }
}

/// The key and what it speaks of, for a log of the program's own; people read the sentence.
impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.key())?;
        for (name, value) in self.arguments() {
            write!(f, " {name}={value}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Error {}

impl From<StoreError> for Error {
    fn from(error: StoreError) -> Self {
        Error::Store(error)
    }
}
