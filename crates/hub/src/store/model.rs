//! What the store keeps, as the rest of the hub speaks of it. No name and no address in clear is
//! among it, and no time finer than a day.

use chrono::NaiveDate;
use swansfeet_demands::duplicate::{Mark, Marks};

/// 16 random bytes: of a signature, and of the mail that is owed for it. No number in line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Id(pub [u8; 16]);

/// SHA-256 of the random token in a mailed link. The token itself is never kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct TokenHash(pub [u8; 32]);

/// Whether a campaign takes signatures, apart from its own opening and closing times.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Made, not yet opened: nobody outside hears of it.
    Draft,
    /// Takes signatures.
    Open,
    /// Takes none any more; links to confirm and withdraw still work.
    Closed,
}

impl Stage {
    /// Its name in the database and on the command line.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Stage::Draft => "draft",
            Stage::Open => "open",
            Stage::Closed => "closed",
        }
    }

    /// The stage of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Stage> {
        [Stage::Draft, Stage::Open, Stage::Closed]
            .into_iter()
            .find(|stage| stage.id() == name)
    }
}

/// A campaign as it is kept: its file as written, and what the hub adds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CampaignRow {
    /// Its id.
    pub slug: String,
    /// The campaign file, TOML, as the organisers wrote it.
    pub file: String,
    /// Whether it takes signatures.
    pub stage: Stage,
    /// Counts up with every change of file, stage or keys, so that hubs see that they are behind.
    pub version: i64,
    /// The keys by epoch, the latest last.
    pub epochs: Vec<EpochRow>,
}

impl CampaignRow {
    /// The epoch that signers seal to: the newest that has been proved.
    #[must_use]
    pub fn in_use(&self) -> Option<&EpochRow> {
        let proven = self.epochs.iter().filter(|epoch| epoch.proven);
        proven.max_by_key(|epoch| epoch.epoch)
    }
}

/// One key epoch of a campaign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EpochRow {
    /// 1 for the first.
    pub epoch: u32,
    /// The key that signatures are sealed to.
    pub public: [u8; 32],
    /// Whether a test decryption with this epoch's recovery file has worked. Only such an epoch
    /// is handed to signers.
    pub proven: bool,
    /// The day it was made.
    pub made: NaiveDate,
}

/// An organiser of a campaign: an id and the public half of a key of their own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrganiserRow {
    /// The id within the campaign.
    pub id: String,
    /// What the campaign's keys are wrapped to.
    pub public: [u8; 32],
    /// The day they were added.
    pub added: NaiveDate,
}

/// The campaign's secret key of one epoch, sealed for one organiser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrappedRow {
    /// The epoch.
    pub epoch: u32,
    /// The organiser.
    pub organiser: String,
    /// What [`swansfeet_demands::seal::wrap`] made.
    pub sealed: Vec<u8>,
}

/// What a record was bound to when it was sealed, beside its campaign and its reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bound {
    /// The key epoch.
    pub epoch: u32,
    /// The demands, word for word, as a hash.
    pub demands: [u8; 32],
    /// The version of the consent wording.
    pub consent: u32,
    /// The partner on whose page it was signed.
    pub partner: Option<String>,
}

/// What the hub counts by. All of it is in clear: none of it names anybody.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facets {
    /// The id of the category.
    pub category: String,
    /// The letters of the postcode.
    pub area: String,
    /// The nation's id.
    pub nation: Option<String>,
    /// The region's id.
    pub region: Option<String>,
    /// The council's code.
    pub council: Option<String>,
    /// The constituency's code.
    pub constituency: Option<String>,
    /// The ids of up to three demands.
    pub priorities: Vec<String>,
    /// The language in which it was signed.
    pub language: String,
}

/// How a signer proved that it is them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Proof {
    /// By a mail that is yet to be answered, and then it counts; and what its address is known by.
    Mail(Marks),
    /// By a one-time code: counted at once.
    Code(Mark),
}

/// A signature on its way into the store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewSignature {
    /// A new random id.
    pub id: Id,
    /// The campaign's slug.
    pub campaign: String,
    /// Of the link that confirms and withdraws.
    pub token: TokenHash,
    /// Mail or code.
    pub proof: Proof,
    /// What the record is bound to.
    pub bound: Bound,
    /// What the hub counts by.
    pub facets: Facets,
    /// The day.
    pub day: NaiveDate,
    /// Filled in faster than people type: kept, and not counted until an organiser says so.
    pub held: bool,
    /// The sealed record for the organisers.
    pub record: Vec<u8>,
    /// The sealed copies, by partner.
    pub copies: Vec<(String, Vec<u8>)>,
}

/// What became of a signature that was handed to the store.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// It is on disk.
    Kept,
    /// The campaign has no such code.
    NoSuchCode,
    /// The code was used before.
    CodeUsed,
}

/// What a link leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Linked {
    /// The campaign's slug.
    pub campaign: String,
    /// The language in which it was signed.
    pub language: String,
    /// Whether it is counted already.
    pub confirmed: bool,
}

/// What became of a press on "confirm".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Confirmed {
    /// Now it counts (or is held for an organiser to look at).
    Now,
    /// It took the place of an earlier one by the same person; the count is the same.
    Replaced,
    /// It was confirmed before.
    Already,
    /// As many people as may have signed from that address, or from another area.
    AddressFull,
    /// There is no such link, or no longer.
    NoSuchLink,
}

/// One table of counts over confirmed signatures that are neither held nor in quarantine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Dimension {
    /// By day.
    Day,
    /// By the partner on whose page it was signed; none is the empty text.
    Partner,
    /// By postcode area.
    Area,
    /// By region; none is the empty text.
    Region,
    /// By nation; none is the empty text.
    Nation,
    /// By category.
    Category,
    /// By demand that matters most: a signature may stand in up to three or none.
    Demand,
    /// By language.
    Language,
}

/// How many signatures a campaign has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// Confirmed, not held, not in quarantine: what is shown.
    pub counted: u64,
    /// Waiting for their mail to be answered.
    pub pending: u64,
    /// Confirmed but held.
    pub held: u64,
    /// In quarantine.
    pub quarantined: u64,
    /// Of those counted, by partner credited; without those that came from none.
    pub by_partner: Vec<(String, u64)>,
}

/// A sealed record with all that is needed to open it where the key is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SealedRow {
    /// Of the signature.
    pub id: Id,
    /// What it is bound to.
    pub bound: Bound,
    /// The day it was signed.
    pub day: NaiveDate,
    /// The sealed bytes.
    pub record: Vec<u8>,
}

/// Whose records are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose<'a> {
    /// The organisers'.
    Organisers,
    /// The copies of this partner.
    Partner(&'a str),
}

/// Which signatures to set aside. All that is given must fit; nothing given fits nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pattern {
    /// The partner credited; the empty text for none.
    pub partner: Option<String>,
    /// Signed on this day.
    pub day: Option<NaiveDate>,
    /// The postcode area.
    pub area: Option<String>,
    /// The category.
    pub category: Option<String>,
    /// The language.
    pub language: Option<String>,
    /// Only those filled in faster than people type.
    pub held: bool,
}

/// A line of the append-only log of what organisers did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogRow {
    /// Seconds since 1970, UTC: when an organiser acted, never when a signer did.
    pub at: i64,
    /// The campaign's slug.
    pub campaign: String,
    /// Who acted: an organiser's id, or `hub` for whoever runs it.
    pub actor: String,
    /// What was done: `open`, `export`, `withdraw`…
    pub action: String,
    /// With what, without a name or an address.
    pub detail: String,
}
