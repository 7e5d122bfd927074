//! A campaign as the hub hands it out, read by name. Anything missing or of another kind makes the
//! whole unreadable: half a consent is none.

use swansfeet_demands::Campaign;
use swansfeet_demands::campaign::{
    Action, Addressee, Category, Demand, EpochKey, Letter, Step,
};
use swansfeet_demands::consent::{Consent, Partner, Purpose, SharedField};
use swansfeet_demands::seal::PublicKey;
use swansfeet_demands::text::{Language, Moment, Slug, Text};
use swansfeet_embed::Json;

/// A campaign, and what the hub knows beside it.
#[derive(Clone, Debug, PartialEq)]
pub struct Loaded {
    /// The campaign.
    pub campaign: Campaign,
    /// Whether it can be signed, as the hub says.
    pub signing: Signable,
    /// Whether this hub sends mail; without it only codes from organisers work.
    pub mail: bool,
    /// How many have signed.
    pub count: u32,
}

/// Whether a campaign can be signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Signable {
    Open,
    NotYet,
    Closed,
}

/// The campaign in an answer of the hub; none where it cannot be read.
#[must_use]
#[inline(never)]
pub fn campaign(json: &Json) -> Option<Loaded> {
    let moment = |name: &str| json.at(name).number().map(Moment);
    let campaign = Campaign {
        slug: slug(&json.at("slug"))?,
        languages: each(&json.at("languages"), |tag| Language::new(&tag.text()?))?,
        name: text(json, "name")?,
        introduction: text(json, "introduction")?,
        goal: number(json, "goal"),
        opens: moment("opens"),
        closes: moment("closes"),
        demands: each(&json.at("demands"), demand)?,
        categories: each(&json.at("categories"), |category| {
            Some(Category {
                id: slug(&category.at("id"))?,
                name: text(category, "name")?,
            })
        })?,
        consent: consent(&json.at("consent"))?,
        steps: each(&json.at("steps"), step)?,
        letters: each(&json.at("letters"), letter)?,
        // A key that cannot be read is no key, and without one nobody can sign.
        keys: json.at("keys").list()?.iter().filter_map(epoch).collect(),
    };
    let signing = match json.at("signing").text()?.as_str() {
        "open" => Signable::Open,
        "not-yet" => Signable::NotYet,
        _ => Signable::Closed,
    };
    let is_whole = !campaign.demands.is_empty()
        && !campaign.categories.is_empty()
        && !campaign.languages.is_empty();
    is_whole.then_some(Loaded {
        campaign,
        signing,
        mail: json.at("mail").is_true(),
        count: number(json, "count").unwrap_or_default(),
    })
}

/// The number in an answer about how many have signed.
#[must_use]
pub fn count(json: &Json) -> Option<u32> {
    number(json, "count")
}

// A plain loop: collecting into an `Option` is half a kilobyte of wasm for each kind of thing.
fn each<T>(json: &Json, read: impl Fn(&Json) -> Option<T>) -> Option<Vec<T>> {
    let list = json.list()?;
    let mut all = Vec::with_capacity(list.len());
    for member in &list {
        all.push(read(member)?);
    }
    Some(all)
}

fn number(json: &Json, name: &str) -> Option<u32> {
    u32::try_from(json.at(name).number()?).ok()
}

#[inline(never)]
fn slug(json: &Json) -> Option<Slug> {
    Slug::new(&json.text()?)
}

#[inline(never)]
fn text(json: &Json, name: &str) -> Option<Text> {
    let mut all = Vec::new();
    for (tag, words) in json.at(name).texts() {
        all.push((Language::new(&tag)?, words));
    }
    (!all.is_empty()).then(|| Text::new(all))
}

fn demand(json: &Json) -> Option<Demand> {
    Some(Demand {
        id: slug(&json.at("id"))?,
        title: text(json, "title")?,
        text: text(json, "text")?,
        why: text(json, "why")?,
    })
}

fn consent(json: &Json) -> Option<Consent> {
    Some(Consent {
        version: number(json, "version")?,
        statement: text(json, "statement")?,
        withdrawal: text(json, "withdrawal")?,
        purposes: each(&json.at("purposes"), |purpose| {
            Some(Purpose {
                id: slug(&purpose.at("id"))?,
                text: text(purpose, "text")?,
            })
        })?,
        partners: each(&json.at("partners"), partner)?,
    })
}

fn partner(json: &Json) -> Option<Partner> {
    let field = |field: &Json| {
        let id = field.text()?;
        SharedField::ALL.into_iter().find(|known| known.id() == id)
    };
    Some(Partner {
        id: slug(&json.at("id"))?,
        name: json.at("name").text()?,
        website: json.at("website").text().filter(is_https)?,
        text: text(json, "text")?,
        fields: each(&json.at("fields"), field)?,
        key: PublicKey::read(&json.at("key").text()?).ok()?,
    })
}

fn step(json: &Json) -> Option<Step> {
    let action = match json.at("do").text()?.as_str() {
        "share" => Action::Share,
        "letter" => Action::Letter,
        "meetings" => Action::Meetings,
        _ => Action::Link(json.at("link").text().filter(is_https)?),
    };
    Some(Step {
        action,
        title: text(json, "title")?,
        text: text(json, "text")?,
    })
}

fn letter(json: &Json) -> Option<Letter> {
    let to = json.at("to").text()?;
    let to = [Addressee::Mp, Addressee::CouncilLeader]
        .into_iter()
        .find(|known| known.id() == to)?;
    Some(Letter {
        to,
        subject: text(json, "subject")?,
        body: text(json, "body")?,
    })
}

fn epoch(json: &Json) -> Option<EpochKey> {
    Some(EpochKey {
        epoch: number(json, "epoch")?,
        key: PublicKey::read(&json.at("key").text()?).ok()?,
    })
}

/// The hub checks it too; a link that runs something must not come from anywhere.
fn is_https(address: &String) -> bool {
    address.starts_with("https://")
}
