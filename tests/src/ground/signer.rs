//! Signers: forms filled in and sealed as a browser does, ready to be sent.

use std::net::SocketAddr;

use anyhow::{Context, Result, anyhow};
use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use getrandom::SysRng;
use serde_json::{Value, json};
use swansfeet_demands::{
    Campaign, DemandsHash, Email, Name, Signature, UNICODE,
    consent::ConsentRecord,
    duplicate::NameTag,
    seal::{Binding, PublicKey, Reader, rand_core::UnwrapErr, seal},
    signature::{Areas, PublicName},
    text::{Language, Moment},
};

use super::{
    place::{PARTNER, SLUG},
    until, wire,
};

/// Where signatures go.
pub const FORM: &str = "/api/demands/fifteen/signatures";
/// Where the count is.
pub const COUNT: &str = "/api/demands/fifteen/count";

/// Of a stored row beside its record: id, token, marks, hashes, ids of what is counted by, mail.
const BESIDE_RECORD: usize = 340;

/// What tells a sealed record from every other: the key that was made for it alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Mark([u8; 32]);

impl Mark {
    /// Of a record; none where it is too short to be one.
    #[must_use]
    pub fn of(record: &[u8]) -> Option<Self> {
        // Version, suite and epoch come before it.
        record.get(6..38)?.try_into().ok().map(Self)
    }
}

/// Who signs.
#[derive(Clone, Debug, Default)]
pub struct Person {
    /// Their name.
    pub name: String,
    /// An address or a code.
    pub by: By,
    /// Their union, workplace and comment.
    pub more: [Option<String>; 3],
    /// Whether the partner's box is ticked.
    pub partner: bool,
}

/// How they prove that it is them.
#[derive(Clone, Debug)]
pub enum By {
    /// An address.
    Mail(String),
    /// A one-time code.
    Code(String),
}

impl Default for By {
    fn default() -> Self {
        By::Mail("somebody@example.org".to_owned())
    }
}

/// A form, sealed and written out.
#[derive(Clone, Debug)]
pub struct Form {
    /// Of its record.
    pub mark: Mark,
    /// The whole request.
    pub request: Vec<u8>,
    /// How many bytes the hub keeps of it.
    pub kept: usize,
    /// Whether it is signed with a code, and so counts at once.
    pub by_code: bool,
}

/// What signers have got from the hub: the campaign and its key.
#[derive(Debug)]
pub struct Drive {
    campaign: Campaign,
    demands: String,
    key: PublicKey,
}

impl Drive {
    /// Loads the campaign as a widget does.
    ///
    /// # Errors
    /// The hub does not show it.
    pub async fn load(address: SocketAddr, campaign: Campaign) -> Result<Self> {
        let request = wire::get(&format!("/api/demands/{SLUG}"));
        let document = until(
            "the campaign",
            std::time::Duration::from_secs(30),
            async || {
                let answer = wire::once(address, &request).await?;
                Ok((answer.status == 200).then(|| answer.json()))
            },
        )
        .await?;
        let key = document["keys"][0]["key"].as_str().context("no key")?;
        Ok(Self {
            demands: DemandsHash::of(&campaign).to_string(),
            campaign,
            key: PublicKey::read(key).map_err(|error| anyhow!("its key: {error}"))?,
        })
    }

    /// Fills in and seals a form.
    ///
    /// # Errors
    /// No browser would have sent it.
    pub fn form(&self, person: &Person) -> Result<Form> {
        let partners: &[&str] = if person.partner { &[PARTNER] } else { &[] };
        let language = Language::new("en").context("a language")?;
        let at = Moment(1_772_452_800);
        let consent = ConsentRecord::new(&self.campaign, language, at, &[], partners);
        let [union, workplace, comment] = person.more.clone();
        let category = self.campaign.categories.first().context("a category")?;
        let email = match &person.by {
            By::Mail(address) => Some(address.clone()),
            By::Code(_) => None,
        };
        let signature = Signature {
            name: person.name.clone(),
            email,
            areas: Areas {
                area: "LS".to_owned(),
                ..Areas::default()
            },
            category: category.id.clone(),
            union,
            workplace,
            comment,
            priorities: Vec::new(),
            public: PublicName::Hidden,
            consent,
        };
        let bytes = signature.to_bytes().map_err(|error| anyhow!("{error}"))?;
        let record = self.sealed(&self.key, Reader::Organisers, &bytes)?;
        let mut body = self.body(person, &record)?;
        if person.partner {
            let partner = self
                .campaign
                .consent
                .partners
                .first()
                .context("a partner")?;
            let copy = signature.copy_for(partner).context("a copy")?;
            let copy = copy.to_bytes().map_err(|error| anyhow!("{error}"))?;
            let copy = self.sealed(&partner.key, Reader::Partner(PARTNER), &copy)?;
            let copy = BASE64_URL_SAFE_NO_PAD.encode(copy);
            body["copies"] = json!([{ "partner": PARTNER, "record": copy }]);
        }
        Ok(Form {
            mark: Mark::of(&record).context("a record")?,
            kept: record.len() + BESIDE_RECORD,
            by_code: matches!(person.by, By::Code(_)),
            request: wire::post(FORM, "application/json", body.to_string().as_bytes()),
        })
    }

    fn body(&self, person: &Person, record: &[u8]) -> Result<Value> {
        let mut body = json!({
            "record": BASE64_URL_SAFE_NO_PAD.encode(record),
            "copies": [],
            "areas": {
                "area": "LS", "nation": "england", "region": "yorkshire-and-the-humber",
                "council": null, "constituency": null,
            },
            "category": self.campaign.categories[0].id.as_str(),
            "priorities": ["pay"],
            "demands": self.demands,
            "consent": self.campaign.consent.version,
            "epoch": 1,
            "partner": PARTNER,
            "language": "en",
            "seconds": 41,
        });
        match &person.by {
            By::Code(code) => body["code"] = json!(code),
            By::Mail(address) => {
                let email = Email::read(address, UNICODE).map_err(|_| anyhow!("{address}"))?;
                let name = Name::read(&person.name, UNICODE);
                let name = name.map_err(|_| anyhow!("{}", person.name))?;
                body["email"] = json!(address);
                body["name_tag"] = json!(NameTag::of(SLUG, &email, &name).bits());
            }
        }
        Ok(body)
    }

    fn sealed(&self, key: &PublicKey, reader: Reader<'_>, bytes: &[u8]) -> Result<Vec<u8>> {
        let binding = Binding {
            campaign: SLUG,
            demands: DemandsHash::of(&self.campaign),
            consent: self.campaign.consent.version,
            epoch: 1,
            partner: Some(PARTNER),
            reader,
        };
        let sealed = seal(key, &binding, bytes, &mut UnwrapErr(SysRng));
        sealed.map_err(|error| anyhow!("sealing: {error}"))
    }

    /// So many different people with addresses, all sealed; `who` tells them from others.
    ///
    /// # Errors
    /// As [`Drive::form`].
    pub fn crowd(&self, who: &str, count: usize) -> Result<Vec<Form>> {
        let people = (0..count).map(|number| Person {
            name: format!("{who} {number:06}"),
            by: By::Mail(format!("{who}.{number:06}@example.org")),
            ..Person::default()
        });
        people.map(|person| self.form(&person)).collect()
    }

    /// One form for each code.
    ///
    /// # Errors
    /// As [`Drive::form`].
    pub fn with_codes(&self, codes: &[String]) -> Result<Vec<Form>> {
        let people = codes.iter().enumerate().map(|(number, code)| Person {
            name: format!("Bearer {number}"),
            by: By::Code(code.clone()),
            ..Person::default()
        });
        people.map(|person| self.form(&person)).collect()
    }
}
