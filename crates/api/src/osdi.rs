//! Signatures for other tools: the record signature helper of OSDI 1.2
//! (<https://opensupporter.github.io/osdi-docs/record_signature.html>), as one JSON array.
//!
//! Knows nothing of how a name is parted; the caller says.

use serde::Serialize;

/// A signature and the person who made it.
#[derive(Clone, Debug, Serialize)]
pub struct Signature<'a> {
    /// `swansfeet:` and the id.
    pub identifiers: [String; 1],
    /// The system that it comes from.
    pub origin_system: &'static str,
    /// When it was signed, ISO 8601, UTC.
    pub action_date: String,
    /// What the signer wrote.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub comments: Option<&'a str>,
    /// The partner on whose page it was signed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub referrer_data: Option<Referrer<'a>>,
    /// Who signed.
    pub person: Person<'a>,
}

/// Where a signature came from.
#[derive(Clone, Debug, Serialize)]
pub struct Referrer<'a> {
    /// The partner's id.
    pub source: &'a str,
}

/// Who signed.
#[derive(Clone, Debug, Serialize)]
pub struct Person<'a> {
    /// `swansfeet:` and the id.
    pub identifiers: [String; 1],
    /// All of the name but its last word.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub given_name: Option<&'a str>,
    /// The last word of a name that has several.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub family_name: Option<&'a str>,
    /// At most one.
    pub email_addresses: Vec<Email<'a>>,
    /// At most one, and rough: no more than nation and country.
    pub postal_addresses: Vec<Postal>,
    /// The language in which it was signed.
    pub languages_spoken: [&'a str; 1],
    /// What OSDI has no field for.
    pub custom_fields: Custom<'a>,
}

/// An email address.
#[derive(Clone, Debug, Serialize)]
pub struct Email<'a> {
    /// The address.
    pub address: &'a str,
    /// It is the only one.
    pub primary: bool,
    /// `unsubscribed` where no further purpose was agreed to: nobody may put it on a mailing list.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<&'static str>,
}

/// A rough address.
#[derive(Clone, Debug, Serialize)]
pub struct Postal {
    /// It is the only one.
    pub primary: bool,
    /// The last letters of ISO 3166-2: `ENG`, `SCT`, `WLS`, `NIR`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub region: Option<&'static str>,
    /// ISO 3166-1.
    pub country: &'static str,
}

/// What OSDI has no field for.
#[derive(Clone, Debug, Default, Serialize)]
#[expect(
    missing_docs,
    reason = "the names say it; the command line's help lists them"
)]
pub struct Custom<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub full_name: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub postcode_area: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub region: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub council: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub constituency: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub category: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub union: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub workplace: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub public_name: Option<&'static str>,
    pub priorities: String,
    pub consent_version: u32,
    pub consent_wording: String,
    pub consent_purposes: String,
    pub consent_partners: String,
}

impl Signature<'_> {
    /// Writes the object, without a line's end.
    ///
    /// # Errors
    /// The writer's.
    pub fn write(&self, out: &mut impl std::io::Write) -> std::io::Result<()> {
        Ok(serde_json::to_writer(out, self)?)
    }
}
