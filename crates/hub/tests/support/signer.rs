//! Somebody who signs: a campaign with its key, and forms sealed as a browser would.

use std::{convert::Infallible, path::Path};

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use serde_json::{Value, json};
use swansfeet_demands::{
    Campaign, DemandsHash, Email, Name, Signature, UNICODE,
    campaign::FIFTEEN,
    consent::ConsentRecord,
    duplicate::{CampaignSecret, NameTag},
    seal::{Binding, Reader, SecretKey, rand_core, seal},
    signature::{Areas, PublicName},
    text::{Language, Moment},
};
use swansfeet_hub::{
    secrets,
    store::model::{CampaignRow, EpochRow, Stage},
};

/// The system's random bytes, as the sealing asks for them.
pub(crate) struct Random;

impl rand_core::TryRng for Random {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        Ok(getrandom::u32().unwrap())
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        Ok(getrandom::u64().unwrap())
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Infallible> {
        getrandom::fill(bytes).unwrap();
        Ok(())
    }
}

impl rand_core::TryCryptoRng for Random {}

/// A campaign with one proven epoch and one partner, `north-branch`.
pub(crate) struct Drive {
    pub(crate) campaign: Campaign,
    pub(crate) file: String,
    pub(crate) key: SecretKey,
    pub(crate) partner: SecretKey,
}

impl Drive {
    pub(crate) fn new() -> Drive {
        Self::changed("", "")
    }

    /// With a line of the file changed.
    pub(crate) fn changed(old: &str, new: &str) -> Drive {
        let partner = SecretKey::generate(&mut Random);
        let file = format!(
            "{}\n[[consent.partners]]\nid = \"north-branch\"\nname = \"North Branch\"\n\
             website = \"https://north.example\"\nfields = [\"name\"]\nkey = \"{}\"\n\
             text.en = \"Let North Branch know.\"\ntext.cy = \"Dywedwch wrth North Branch.\"\n",
            FIFTEEN.replacen(old, new, usize::from(!old.is_empty())),
            partner.public()
        );
        let campaign = Campaign::from_toml(&file).unwrap_or_else(|errors| panic!("{}", errors[0]));
        Drive {
            campaign,
            file,
            key: SecretKey::generate(&mut Random),
            partner,
        }
    }

    pub(crate) fn row(&self, stage: Stage) -> CampaignRow {
        CampaignRow {
            slug: self.campaign.slug.to_string(),
            file: self.file.clone(),
            stage,
            version: 1,
            epochs: vec![EpochRow {
                epoch: 1,
                public: self.key.public().to_bytes(),
                proven: true,
                made: "2026-03-01".parse().unwrap(),
            }],
        }
    }

    /// Makes the campaign's secret below a data folder.
    pub(crate) fn secret(&self, data: &Path) -> CampaignSecret {
        secrets::create(&data.join("secrets"), &self.campaign.slug).unwrap()
    }

    /// A form by email, sealed.
    pub(crate) fn form(&self, name: &str, email: &str) -> Value {
        let address = Email::read(email, UNICODE).unwrap();
        let typed = Name::read(name, UNICODE).unwrap();
        let tag = NameTag::of(self.campaign.slug.as_str(), &address, &typed);
        let mut form = self.sealed(name, Some(email));
        form["email"] = json!(email);
        form["name_tag"] = json!(tag.bits());
        form
    }

    /// A form with a one-time code.
    pub(crate) fn form_with_code(&self, name: &str, code: &str) -> Value {
        let mut form = self.sealed(name, None);
        form["code"] = json!(code);
        form
    }

    fn sealed(&self, name: &str, email: Option<&str>) -> Value {
        let partners = ["north-branch"];
        let language = Language::new("en").unwrap();
        let at = Moment(1_772_452_800);
        let consent = ConsentRecord::new(&self.campaign, language, at, &[], &partners);
        let category = self.campaign.categories[0].id.clone();
        let signature = Signature {
            name: name.to_owned(),
            email: email.map(str::to_owned),
            areas: Areas {
                area: "LS".to_owned(),
                ..Areas::default()
            },
            category: category.clone(),
            union: None,
            workplace: None,
            comment: None,
            priorities: Vec::new(),
            public: PublicName::Hidden,
            consent,
        };
        let copy = signature.copy_for(&self.campaign.consent.partners[0]);
        let record = self.record(Reader::Organisers, &signature.to_bytes().unwrap());
        let copy = self.record(
            Reader::Partner("north-branch"),
            &copy.unwrap().to_bytes().unwrap(),
        );
        json!({
            "record": record,
            "copies": [{ "partner": "north-branch", "record": copy }],
            "areas": {
                "area": "LS", "nation": "england", "region": "yorkshire-and-the-humber",
                "council": null, "constituency": null,
            },
            "category": category.as_str(),
            "priorities": ["pay"],
            "demands": DemandsHash::of(&self.campaign).to_string(),
            "consent": self.campaign.consent.version,
            "epoch": 1,
            "partner": "north-branch",
            "language": "en",
            "seconds": 41,
        })
    }

    fn record(&self, reader: Reader<'_>, bytes: &[u8]) -> String {
        let binding = Binding {
            campaign: self.campaign.slug.as_str(),
            demands: DemandsHash::of(&self.campaign),
            consent: self.campaign.consent.version,
            epoch: 1,
            partner: Some("north-branch"),
            reader,
        };
        let key = match reader {
            Reader::Organisers => self.key.public(),
            Reader::Partner(_) => self.partner.public(),
        };
        BASE64_URL_SAFE_NO_PAD.encode(seal(&key, &binding, bytes, &mut Random).unwrap())
    }
}
