//! A campaign as the hub hands it out, read by name. Anything missing or of another kind makes the
//! whole unreadable: half a consent is none.

use swansfeet_demands::Campaign;
use swansfeet_demands::campaign::{Action, Addressee, Category, Demand, EpochKey, Letter, Step};
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
    let mut read = Reading { is_bad: false };
    let moment = |name: &str| json.at(name).number().map(Moment);
    let campaign = Campaign {
        slug: read.slug(json, "slug"),
        languages: read.each(json, "languages", Reading::language),
        name: read.text(json, "name"),
        introduction: read.text(json, "introduction"),
        goal: number(json, "goal"),
        opens: moment("opens"),
        closes: moment("closes"),
        demands: read.each(json, "demands", demand),
        categories: read.each(json, "categories", |read, json| Category {
            id: read.slug(json, "id"),
            name: read.text(json, "name"),
        }),
        consent: consent(&mut read, &json.at("consent")),
        steps: read.each(json, "steps", step),
        letters: read.each(json, "letters", letter),
        keys: epochs(&mut read, json),
        // The hub's to keep: whoever reads this is where it may be read.
        origins: Vec::new(),
    };
    let signing = match &*read.line(json, "signing") {
        "open" => Signable::Open,
        "not-yet" => Signable::NotYet,
        _ => Signable::Closed,
    };
    let is_whole = !campaign.demands.is_empty()
        && !campaign.categories.is_empty()
        && !campaign.languages.is_empty()
        && !read.is_bad;
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

fn number(json: &Json, name: &str) -> Option<u32> {
    u32::try_from(json.at(name).number()?).ok()
}

/// Reads on where something is missing, and says so at the end: leaving at each step on its own
/// would be twice as much wasm.
struct Reading {
    is_bad: bool,
}

impl Reading {
    fn must<T>(&mut self, found: Option<T>, else_this: impl FnOnce() -> T) -> T {
        found.unwrap_or_else(|| {
            self.is_bad = true;
            else_this()
        })
    }

    fn each<T>(
        &mut self,
        json: &Json,
        name: &str,
        read: impl Fn(&mut Reading, &Json) -> T,
    ) -> Vec<T> {
        let list = self.list(json, name);
        let mut all = Vec::with_capacity(list.len());
        for member in &list {
            all.push(read(self, member));
        }
        all
    }

    #[inline(never)]
    fn list(&mut self, json: &Json, name: &str) -> Vec<Json> {
        self.must(json.at(name).list(), Vec::new)
    }

    #[inline(never)]
    fn line(&mut self, json: &Json, name: &str) -> String {
        self.must(json.at(name).text(), String::new)
    }

    #[inline(never)]
    fn slug(&mut self, json: &Json, name: &str) -> Slug {
        let slug = Slug::new(&self.line(json, name));
        self.must(slug, || Slug::new("x").expect("a letter is an id"))
    }

    fn language(&mut self, json: &Json) -> Language {
        let language = json.text().and_then(|tag| Language::new(&tag));
        self.must(language, || Language::new("en").expect("a tag"))
    }

    #[inline(never)]
    fn text(&mut self, json: &Json, name: &str) -> Text {
        let mut all = Vec::new();
        for (tag, words) in json.at(name).texts() {
            match Language::new(&tag) {
                Some(language) => all.push((language, words)),
                None => self.is_bad = true,
            }
        }
        self.is_bad |= all.is_empty();
        Text::new(all)
    }

    /// The hub checks it too; a link that runs something must not come from anywhere.
    fn link(&mut self, json: &Json, name: &str) -> String {
        let address = self.line(json, name);
        self.is_bad |= !address.starts_with("https://");
        address
    }
}

fn demand(read: &mut Reading, json: &Json) -> Demand {
    Demand {
        id: read.slug(json, "id"),
        title: read.text(json, "title"),
        text: read.text(json, "text"),
        why: read.text(json, "why"),
    }
}

fn consent(read: &mut Reading, json: &Json) -> Consent {
    let version = number(json, "version");
    Consent {
        version: read.must(version, || 0),
        statement: read.text(json, "statement"),
        withdrawal: read.text(json, "withdrawal"),
        purposes: read.each(json, "purposes", |read, json| Purpose {
            id: read.slug(json, "id"),
            text: read.text(json, "text"),
        }),
        partners: read.each(json, "partners", partner),
    }
}

fn partner(read: &mut Reading, json: &Json) -> Partner {
    let field = |read: &mut Reading, field: &Json| {
        let id = field.text().unwrap_or_default();
        let known = SharedField::ALL.into_iter().find(|known| known.id() == id);
        read.must(known, || SharedField::Name)
    };
    let key = PublicKey::read(&read.line(json, "key")).ok();
    Partner {
        id: read.slug(json, "id"),
        name: read.line(json, "name"),
        website: read.link(json, "website"),
        text: read.text(json, "text"),
        fields: read.each(json, "fields", field),
        // Never sealed to: what is bad is not shown.
        key: read.must(key, || PublicKey::from_bytes(&[0; 32])),
    }
}

fn step(read: &mut Reading, json: &Json) -> Step {
    let action = match &*read.line(json, "do") {
        "share" => Action::Share,
        "letter" => Action::Letter,
        "meetings" => Action::Meetings,
        _ => Action::Link(read.link(json, "link")),
    };
    Step {
        action,
        title: read.text(json, "title"),
        text: read.text(json, "text"),
    }
}

fn letter(read: &mut Reading, json: &Json) -> Letter {
    let to = match &*read.line(json, "to") {
        "mp" => Some(Addressee::Mp),
        "council-leader" => Some(Addressee::CouncilLeader),
        _ => None,
    };
    Letter {
        to: read.must(to, || Addressee::Mp),
        subject: read.text(json, "subject"),
        body: read.text(json, "body"),
    }
}

/// A key that cannot be read is no key, and without one nobody can sign.
fn epochs(read: &mut Reading, json: &Json) -> Vec<EpochKey> {
    let mut keys = Vec::new();
    for json in read.list(json, "keys") {
        let text = json.at("key").text().unwrap_or_default();
        let key = PublicKey::read(&text).ok();
        if let (Some(epoch), Some(key)) = (number(&json, "epoch"), key) {
            keys.push(EpochKey { epoch, key });
        }
    }
    keys
}
