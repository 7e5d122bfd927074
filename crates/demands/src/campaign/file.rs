//! Reads a campaign from its TOML file and says everything that is wrong with it at once.
//!
//! The keys are the fields of [`Campaign`]; words stand by language (`title.en`, `title.cy`), and
//! every text must be in every language that `languages` names. `data/fifteen.toml` shows them all.

use toml::de::DeTable;

use super::entries::{at_least_one, each};
use super::problem::{FileError, Problem};
use super::section::{Reader, Section};
use super::{Action, Addressee, Campaign, Category, Demand, EpochKey, Letter, Step};
use crate::consent::{Consent, Partner, Purpose, SharedField};
use crate::near::nearest;
use crate::seal::PublicKey;
use crate::text::Language;

/// The campaign that comes with this crate: eight demands of care and support workers.
pub const FIFTEEN: &str = include_str!("../../data/fifteen.toml");

const CAMPAIGN: &[&str] = &[
    "slug",
    "languages",
    "name",
    "introduction",
    "goal",
    "opens",
    "closes",
    "origins",
    "demands",
    "categories",
    "consent",
    "steps",
    "letters",
    "keys",
];
const DEMAND: &[&str] = &["id", "title", "text", "why"];
const CATEGORY: &[&str] = &["id", "name"];
const CONSENT: &[&str] = &["version", "statement", "withdrawal", "purposes", "partners"];
const PURPOSE: &[&str] = &["id", "text"];
const PARTNER: &[&str] = &["id", "name", "website", "text", "fields", "key"];
const STEP: &[&str] = &["do", "link", "title", "text"];
const LETTER: &[&str] = &["to", "subject", "body"];
const KEY: &[&str] = &["epoch", "public"];

const ACTIONS: &[&str] = &["share", "letter", "meetings", "link"];
const ADDRESSEES: &[&str] = &[Addressee::Mp.id(), Addressee::CouncilLeader.id()];
const FIELDS: &[&str] = &[
    "name",
    "email",
    "area",
    "category",
    "union",
    "workplace",
    "comment",
    "language",
];
const PLACEHOLDERS: [&str; 2] = ["name", "place"];

/// Longest texts, in letters: a title on one line of a phone, a paragraph, a page.
const TITLE: usize = 120;
const PARAGRAPH: usize = 2_000;
const PAGE: usize = 6_000;

impl Campaign {
    /// Reads a campaign file.
    ///
    /// # Errors
    /// Everything that is wrong, from the first line to the last.
    pub fn from_toml(source: &str) -> Result<Campaign, Vec<FileError>> {
        let mut reader = Reader::new(source);
        let campaign = match DeTable::parse(source) {
            Ok(table) => campaign(&mut reader, &Section::whole(table.get_ref())),
            Err(error) => {
                reader.not_toml(&error);
                None
            }
        };
        let errors = reader.finish();
        campaign.filter(|_| errors.is_empty()).ok_or(errors)
    }
}

fn campaign(reader: &mut Reader<'_>, section: &Section<'_>) -> Option<Campaign> {
    reader.only(section, CAMPAIGN);
    reader.languages = languages(reader, section);
    let slug = reader.slug(section, "slug");
    let name = reader.text(section, "name", TITLE);
    let introduction = reader.text(section, "introduction", PARAGRAPH);
    let goal = if section.has("goal") {
        reader.number(section, "goal", (1, u32::MAX))
    } else {
        None
    };
    let opens = reader.moment(section, "opens");
    let closes = reader.moment(section, "closes");
    if opens
        .zip(closes)
        .is_some_and(|(opens, closes)| closes <= opens)
    {
        reader.wrong(section, "closes", Problem::ClosesFirst);
    }
    let origins = origins(reader, section);
    let demands = at_least_one(reader, section, "demands", demand);
    let categories = at_least_one(reader, section, "categories", category);
    let consent = reader
        .table(section, "consent")
        .and_then(|section| consent(reader, &section));
    let steps = each(reader, section, "steps", step);
    let letters = each(reader, section, "letters", letter);
    let keys = each(reader, section, "keys", key);
    Some(Campaign {
        slug: slug?,
        languages: reader.languages.clone(),
        name: name?,
        introduction: introduction?,
        goal,
        opens,
        closes,
        origins,
        demands,
        categories,
        consent: consent?,
        steps,
        letters,
        keys,
    })
}

fn languages(reader: &mut Reader<'_>, section: &Section<'_>) -> Vec<Language> {
    let mut languages = Vec::new();
    for tag in reader.lines(section, "languages") {
        match Language::new(tag) {
            None => reader.wrong(section, "languages", Problem::NotALanguage),
            Some(language) if languages.contains(&language) => {
                reader.wrong(section, "languages", Problem::Twice);
            }
            Some(language) => languages.push(language),
        }
    }
    languages
}

fn origins(reader: &mut Reader<'_>, section: &Section<'_>) -> Vec<String> {
    if !section.has("origins") {
        return Vec::new();
    }
    let mut origins: Vec<String> = Vec::new();
    for origin in reader.lines(section, "origins") {
        if !is_origin(origin) {
            reader.wrong(section, "origins", Problem::NotAnOrigin);
        } else if origins.iter().any(|known| known == origin) {
            reader.wrong(section, "origins", Problem::Twice);
        } else {
            origins.push(origin.to_owned());
        }
    }
    origins
}

/// As browsers send it (RFC 6454, section 6.2): small letters, no path, a port only if it is
/// another than the usual one.
fn is_origin(text: &str) -> bool {
    let Some(rest) = text.strip_prefix("https://") else {
        return false;
    };
    let (host, port) = rest.split_once(':').unwrap_or((rest, "8443"));
    let host_fits = host.split('.').all(|part| {
        !part.is_empty()
            && part
                .bytes()
                .all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-'))
    });
    host_fits && port != "443" && port.parse::<u16>().is_ok_and(|port| port > 0)
}

fn demand(reader: &mut Reader<'_>, section: &Section<'_>) -> Option<Demand> {
    reader.only(section, DEMAND);
    let id = reader.slug(section, "id");
    let title = reader.text(section, "title", TITLE);
    let text = reader.text(section, "text", PARAGRAPH);
    let why = reader.text(section, "why", PARAGRAPH);
    Some(Demand {
        id: id?,
        title: title?,
        text: text?,
        why: why?,
    })
}

fn category(reader: &mut Reader<'_>, section: &Section<'_>) -> Option<Category> {
    reader.only(section, CATEGORY);
    let id = reader.slug(section, "id");
    let name = reader.text(section, "name", TITLE);
    Some(Category {
        id: id?,
        name: name?,
    })
}

fn consent(reader: &mut Reader<'_>, section: &Section<'_>) -> Option<Consent> {
    reader.only(section, CONSENT);
    let version = reader.number(section, "version", (1, u32::MAX));
    let statement = reader.text(section, "statement", PARAGRAPH);
    let withdrawal = reader.text(section, "withdrawal", PARAGRAPH);
    let purposes = each(reader, section, "purposes", purpose);
    let partners = each(reader, section, "partners", partner);
    Some(Consent {
        version: version?,
        statement: statement?,
        withdrawal: withdrawal?,
        purposes,
        partners,
    })
}

fn purpose(reader: &mut Reader<'_>, section: &Section<'_>) -> Option<Purpose> {
    reader.only(section, PURPOSE);
    let id = reader.slug(section, "id");
    let text = reader.text(section, "text", PARAGRAPH);
    Some(Purpose {
        id: id?,
        text: text?,
    })
}

fn partner(reader: &mut Reader<'_>, section: &Section<'_>) -> Option<Partner> {
    reader.only(section, PARTNER);
    let id = reader.slug(section, "id");
    let name = reader.line(section, "name", TITLE).map(str::to_owned);
    let website = reader.https(section, "website");
    let text = reader.text(section, "text", PARAGRAPH);
    let fields = shared_fields(reader, section);
    let key = public_key(reader, section, "key");
    Some(Partner {
        id: id?,
        name: name?,
        website: website?,
        text: text?,
        fields,
        key: key?,
    })
}

fn shared_fields(reader: &mut Reader<'_>, section: &Section<'_>) -> Vec<SharedField> {
    let mut fields = Vec::new();
    for word in reader.lines(section, "fields") {
        match SharedField::ALL
            .into_iter()
            .find(|field| field.id() == word)
        {
            None => {
                let problem = Problem::NoSuchWord(nearest(word, FIELDS), FIELDS);
                reader.wrong(section, "fields", problem);
            }
            Some(field) if fields.contains(&field) => {
                reader.wrong(section, "fields", Problem::Twice);
            }
            Some(field) => fields.push(field),
        }
    }
    fields
}

fn step(reader: &mut Reader<'_>, section: &Section<'_>) -> Option<Step> {
    reader.only(section, STEP);
    let named = reader.word(section, "do", ACTIONS, |word| {
        ACTIONS.iter().find(|action| **action == word).copied()
    });
    let action = match named {
        Some("share") => Some(Action::Share),
        Some("letter") => Some(Action::Letter),
        Some("meetings") => Some(Action::Meetings),
        Some(_) => reader.https(section, "link").map(Action::Link),
        None => None,
    };
    if named.is_some_and(|named| named != "link") && section.has("link") {
        reader.wrong(
            section,
            "link",
            Problem::Unknown(None, &["do", "title", "text"]),
        );
    }
    let title = reader.text(section, "title", TITLE);
    let text = reader.text(section, "text", PARAGRAPH);
    Some(Step {
        action: action?,
        title: title?,
        text: text?,
    })
}

fn letter(reader: &mut Reader<'_>, section: &Section<'_>) -> Option<Letter> {
    reader.only(section, LETTER);
    let to = reader.word(section, "to", ADDRESSEES, |word| {
        [Addressee::Mp, Addressee::CouncilLeader]
            .into_iter()
            .find(|to| to.id() == word)
    });
    let subject = reader.text(section, "subject", TITLE);
    let body = reader.text(section, "body", PAGE);
    for (key, text) in [("subject", &subject), ("body", &body)] {
        let words = text.iter().flat_map(|text| text.iter());
        let unknown = words.flat_map(|(_, words)| placeholders(words));
        if let Some(name) = unknown
            .into_iter()
            .find(|name| !PLACEHOLDERS.contains(name))
        {
            reader.wrong(section, key, Problem::Placeholder(name.to_owned()));
        }
    }
    Some(Letter {
        to: to?,
        subject: subject?,
        body: body?,
    })
}

/// The names in braces. A brace that is never closed is one too, up to the end of its line.
fn placeholders(words: &str) -> impl Iterator<Item = &str> {
    words
        .split('{')
        .skip(1)
        .map(|rest| rest.split(['}', '\n']).next().unwrap_or(rest))
}

fn key(reader: &mut Reader<'_>, section: &Section<'_>) -> Option<EpochKey> {
    reader.only(section, KEY);
    let epoch = reader.number(section, "epoch", (1, u32::MAX));
    let key = public_key(reader, section, "public");
    Some(EpochKey {
        epoch: epoch?,
        key: key?,
    })
}

fn public_key(reader: &mut Reader<'_>, section: &Section<'_>, name: &str) -> Option<PublicKey> {
    match PublicKey::read(reader.line(section, name, 200)?) {
        Ok(key) => Some(key),
        Err(error) => {
            reader.wrong(section, name, Problem::NotAKey(error));
            None
        }
    }
}
