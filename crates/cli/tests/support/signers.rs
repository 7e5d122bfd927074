//! Invented people who sign, straight into a store: what the widget seals and the hub keeps.

use chrono::NaiveDate;
use getrandom::SysRng;
use swansfeet_demands::consent::ConsentRecord;
use swansfeet_demands::duplicate::{CampaignSecret, Mark, NameTag};
use swansfeet_demands::seal::rand_core::UnwrapErr;
use swansfeet_demands::seal::{Binding, PublicKey, Reader, seal};
use swansfeet_demands::signature::{Areas, PublicName, Signature};
use swansfeet_demands::text::{Language, Moment, Slug};
use swansfeet_demands::{Campaign, DemandsHash, Email, Name, UNICODE};
use swansfeet_hub::store::Store;
use swansfeet_hub::store::model::{
    Bound, Facets, Id, NewSignature, Proof, Stage, Taken, TokenHash,
};

/// What a signer gives.
#[derive(Clone, Debug)]
pub(crate) struct Signer {
    pub(crate) name: String,
    pub(crate) email: String,
    pub(crate) area: &'static str,
    pub(crate) comment: Option<String>,
    pub(crate) public: PublicName,
    pub(crate) partners: Vec<&'static str>,
    pub(crate) credit: Option<&'static str>,
    pub(crate) held: bool,
}

impl Signer {
    pub(crate) fn new(name: &str, email: &str) -> Signer {
        Signer {
            name: name.to_owned(),
            email: email.to_owned(),
            area: "LS",
            comment: None,
            public: PublicName::Hidden,
            partners: Vec::new(),
            credit: None,
            held: false,
        }
    }
}

/// The campaign as a hub hands it to a browser: with the key of its newest proved epoch.
pub(crate) struct Page {
    pub(crate) campaign: Campaign,
    pub(crate) epoch: u32,
    pub(crate) key: PublicKey,
}

impl Page {
    pub(crate) async fn of(store: &dyn Store, slug: &str) -> Page {
        let rows = store.campaigns().await.expect("campaigns");
        let row = rows.iter().find(|row| row.slug == slug).expect("ours");
        assert_eq!(row.stage, Stage::Open);
        let proven = row.epochs.iter().filter(|epoch| epoch.proven);
        let epoch = proven
            .max_by_key(|epoch| epoch.epoch)
            .expect("one is proved");
        Page {
            campaign: Campaign::from_toml(&row.file).expect("a campaign"),
            epoch: epoch.epoch,
            key: PublicKey::from_bytes(&epoch.public),
        }
    }

    /// What the widget sends and the hub makes of it. `number` must be another each time.
    pub(crate) fn sign(
        &self,
        signer: &Signer,
        secret: &CampaignSecret,
        number: u32,
        code: Option<Mark>,
    ) -> NewSignature {
        let email = Email::read(&signer.email, UNICODE).expect("an address");
        let name = Name::read(&signer.name, UNICODE).expect("a name");
        let slug = self.campaign.slug.as_str();
        let signature = self.signature(signer, &email);
        let bytes = signature.to_bytes().expect("short enough");
        let copies = self.campaign.consent.partners.iter().filter_map(|partner| {
            let copy = signature.copy_for(partner)?.to_bytes();
            let (id, copy) = (partner.id.as_str(), copy.expect("short enough"));
            let sealed = self.sealed(signer, &copy, &partner.key, Reader::Partner(id));
            Some((id.to_owned(), sealed))
        });
        NewSignature {
            id: Id(sixteen(number, 1)),
            campaign: slug.to_owned(),
            token: token(number),
            proof: code.map_or_else(
                || Proof::Mail(secret.marks(&email, NameTag::of(slug, &email, &name), signer.area)),
                Proof::Code,
            ),
            bound: Bound {
                epoch: self.epoch,
                demands: DemandsHash::of(&self.campaign).to_bytes(),
                consent: self.campaign.consent.version,
                partner: signer.credit.map(str::to_owned),
            },
            day: NaiveDate::from_ymd_opt(2026, 3, 2).expect("a day"),
            held: signer.held,
            record: self.sealed(signer, &bytes, &self.key, Reader::Organisers),
            copies: copies.collect(),
            facets: facets(&signature),
        }
    }

    fn sealed(
        &self,
        signer: &Signer,
        bytes: &[u8],
        key: &PublicKey,
        reader: Reader<'_>,
    ) -> Vec<u8> {
        let binding = Binding {
            campaign: self.campaign.slug.as_str(),
            demands: DemandsHash::of(&self.campaign),
            consent: self.campaign.consent.version,
            epoch: self.epoch,
            partner: signer.credit,
            reader,
        };
        seal(key, &binding, bytes, &mut UnwrapErr(SysRng)).expect("a good key")
    }

    fn signature(&self, signer: &Signer, email: &Email) -> Signature {
        let language = Language::new("en").expect("a tag");
        let at = Moment(1_772_442_000);
        let place = swansfeet_places::Area::by_code(signer.area).expect("an area");
        Signature {
            name: signer.name.clone(),
            email: Some(email.to_string()),
            areas: Areas {
                area: signer.area.to_owned(),
                nation: place.nation().map(|nation| nation.id().to_owned()),
                region: place.region().map(|region| region.id().to_owned()),
                ..Areas::default()
            },
            category: self.campaign.categories[0].id.clone(),
            union: None,
            workplace: None,
            comment: signer.comment.clone(),
            priorities: vec![self.campaign.demands[0].id.clone()],
            public: signer.public,
            consent: ConsentRecord::new(&self.campaign, language, at, &[], &signer.partners),
        }
    }
}

/// What the hub counts by: the same facts, in clear.
fn facets(signature: &Signature) -> Facets {
    Facets {
        category: signature.category.to_string(),
        area: signature.areas.area.clone(),
        nation: signature.areas.nation.clone(),
        region: signature.areas.region.clone(),
        priorities: signature.priorities.iter().map(Slug::to_string).collect(),
        language: "en".to_owned(),
        ..Facets::default()
    }
}

/// Takes signatures and answers the mail of each.
pub(crate) async fn take(store: &dyn Store, signatures: &[NewSignature]) {
    let taken = store.take(signatures).await.expect("the store takes them");
    assert!(taken.iter().all(|taken| *taken == Taken::Kept), "{taken:?}");
    for signature in signatures {
        if matches!(signature.proof, Proof::Mail(_)) {
            store.confirm(&signature.token).await.expect("confirmed");
        }
    }
}

fn token(number: u32) -> TokenHash {
    let mut hash = [0; 32];
    hash[..16].copy_from_slice(&sixteen(number, 3));
    TokenHash(hash)
}

/// Spread like random ids, and never the same twice.
fn sixteen(number: u32, kind: u8) -> [u8; 16] {
    let mut bytes = [kind; 16];
    bytes[..4].copy_from_slice(&number.wrapping_mul(0x9e37_79b1).to_be_bytes());
    bytes[4..8].copy_from_slice(&number.to_be_bytes());
    bytes
}
