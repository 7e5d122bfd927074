//! A campaign as a hub hands it out.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;
use swansfeet_demands::campaign::{Action, Campaign, Step as DomainStep};
use swansfeet_demands::consent::Partner as DomainPartner;
use swansfeet_demands::text::Text;

type Words<'a> = BTreeMap<&'a str, &'a str>;

/// Whether a campaign can be signed.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Signable {
    /// Now.
    Open,
    /// Not yet.
    NotYet,
    /// Not any more.
    Closed,
}

/// What the hub knows beside the campaign's own file.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    /// Whether it can be signed.
    pub signing: Signable,
    /// Whether this hub sends mail; without it only one-time codes work.
    pub mail: bool,
    /// How many have signed.
    pub count: u64,
}

/// A campaign and all its words, by language.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Document<'a> {
    slug: &'a str,
    languages: Vec<&'a str>,
    name: Words<'a>,
    introduction: Words<'a>,
    goal: Option<u32>,
    /// Seconds since 1970, UTC.
    opens: Option<i64>,
    /// Seconds since 1970, UTC.
    closes: Option<i64>,
    signing: Signable,
    demands: Vec<Demand<'a>>,
    categories: Vec<Category<'a>>,
    consent: Consent<'a>,
    steps: Vec<Step<'a>>,
    letters: Vec<Letter<'a>>,
    /// Only the current one; empty while there is none.
    keys: Vec<Key>,
    mail: bool,
    count: u64,
}

#[derive(Clone, Debug, Serialize, JsonSchema)]
struct Demand<'a> {
    id: &'a str,
    title: Words<'a>,
    text: Words<'a>,
    why: Words<'a>,
}

#[derive(Clone, Debug, Serialize, JsonSchema)]
struct Category<'a> {
    id: &'a str,
    name: Words<'a>,
}

#[derive(Clone, Debug, Serialize, JsonSchema)]
struct Consent<'a> {
    version: u32,
    statement: Words<'a>,
    withdrawal: Words<'a>,
    purposes: Vec<Purpose<'a>>,
    partners: Vec<Partner<'a>>,
}

#[derive(Clone, Debug, Serialize, JsonSchema)]
struct Purpose<'a> {
    id: &'a str,
    text: Words<'a>,
}

#[derive(Clone, Debug, Serialize, JsonSchema)]
struct Partner<'a> {
    id: &'a str,
    name: &'a str,
    website: &'a str,
    text: Words<'a>,
    fields: Vec<&'a str>,
    key: String,
}

#[derive(Clone, Debug, Serialize, JsonSchema)]
struct Step<'a> {
    #[serde(rename = "do")]
    action: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    link: Option<&'a str>,
    title: Words<'a>,
    text: Words<'a>,
}

#[derive(Clone, Debug, Serialize, JsonSchema)]
struct Letter<'a> {
    to: &'a str,
    subject: Words<'a>,
    body: Words<'a>,
}

#[derive(Clone, Debug, Serialize, JsonSchema)]
struct Key {
    epoch: u32,
    key: String,
}

impl<'a> Document<'a> {
    /// What is handed out about a campaign.
    #[must_use]
    pub fn of(campaign: &'a Campaign, facts: Facts) -> Document<'a> {
        let demands = campaign.demands.iter().map(|demand| Demand {
            id: demand.id.as_str(),
            title: words(&demand.title),
            text: words(&demand.text),
            why: words(&demand.why),
        });
        let categories = campaign.categories.iter().map(|category| Category {
            id: category.id.as_str(),
            name: words(&category.name),
        });
        let letters = campaign.letters.iter().map(|letter| Letter {
            to: letter.to.id(),
            subject: words(&letter.subject),
            body: words(&letter.body),
        });
        let key = campaign.current_key().map(|key| Key {
            epoch: key.epoch,
            key: key.key.to_string(),
        });
        Document {
            slug: campaign.slug.as_str(),
            languages: campaign.languages.iter().map(|tag| tag.as_str()).collect(),
            name: words(&campaign.name),
            introduction: words(&campaign.introduction),
            goal: campaign.goal,
            opens: campaign.opens.map(|moment| moment.0),
            closes: campaign.closes.map(|moment| moment.0),
            signing: facts.signing,
            demands: demands.collect(),
            categories: categories.collect(),
            consent: consent(campaign),
            steps: campaign.steps.iter().map(step).collect(),
            letters: letters.collect(),
            keys: key.into_iter().collect(),
            mail: facts.mail,
            count: facts.count,
        }
    }
}

fn consent(campaign: &Campaign) -> Consent<'_> {
    let consent = &campaign.consent;
    let purposes = consent.purposes.iter().map(|purpose| Purpose {
        id: purpose.id.as_str(),
        text: words(&purpose.text),
    });
    Consent {
        version: consent.version,
        statement: words(&consent.statement),
        withdrawal: words(&consent.withdrawal),
        purposes: purposes.collect(),
        partners: consent.partners.iter().map(partner).collect(),
    }
}

fn partner(partner: &DomainPartner) -> Partner<'_> {
    Partner {
        id: partner.id.as_str(),
        name: &partner.name,
        website: &partner.website,
        text: words(&partner.text),
        fields: partner.fields.iter().map(|field| field.id()).collect(),
        key: partner.key.to_string(),
    }
}

fn step(step: &DomainStep) -> Step<'_> {
    let (action, link) = match &step.action {
        Action::Share => ("share", None),
        Action::Letter => ("letter", None),
        Action::Meetings => ("meetings", None),
        Action::Link(address) => ("link", Some(address.as_str())),
    };
    Step {
        action,
        link,
        title: words(&step.title),
        text: words(&step.text),
    }
}

fn words(text: &Text) -> Words<'_> {
    let words = text.iter().map(|(language, words)| (language.as_str(), words));
    words.collect()
}
