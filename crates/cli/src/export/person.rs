//! One opened record: a signature, or what a partner may have of one.

use std::fmt::Write;

use chrono::{DateTime, SecondsFormat};
use swansfeet_demands::consent::ConsentRecord;
use swansfeet_demands::signature::{Areas, PartnerCopy, PublicName, Signature};
use swansfeet_demands::text::{Moment, Slug};

/// Somebody who signed, as far as whoever exports may know them.
pub(crate) struct Person {
    /// The signature's id, in hexadecimal.
    pub(super) id: String,
    /// The partner on whose page it was signed.
    pub(super) credit: Option<String>,
    pub(super) name: Option<String>,
    pub(super) email: Option<String>,
    pub(super) areas: Areas,
    pub(super) category: Option<Slug>,
    pub(super) union: Option<String>,
    pub(super) workplace: Option<String>,
    pub(super) comment: Option<String>,
    pub(super) priorities: Vec<Slug>,
    /// None in a partner's copy: a partner shows nobody.
    pub(super) public: Option<PublicName>,
    pub(super) consent: ConsentRecord,
}

impl Person {
    pub(super) fn of_signature(id: String, credit: Option<String>, signed: Signature) -> Person {
        Person {
            id,
            credit,
            name: Some(signed.name),
            email: signed.email,
            areas: signed.areas,
            category: Some(signed.category),
            union: signed.union,
            workplace: signed.workplace,
            comment: signed.comment,
            priorities: signed.priorities,
            public: Some(signed.public),
            consent: signed.consent,
        }
    }

    pub(super) fn of_copy(id: String, credit: Option<String>, copy: PartnerCopy) -> Person {
        Person {
            id,
            credit,
            name: copy.name,
            email: copy.email,
            areas: copy.areas.unwrap_or_default(),
            category: copy.category,
            union: copy.union,
            workplace: copy.workplace,
            comment: copy.comment,
            priorities: Vec::new(),
            public: None,
            consent: copy.consent,
        }
    }

    /// How the name may be shown, in one word.
    pub(super) fn public_name(&self) -> Option<&'static str> {
        self.public.map(|public| match public {
            PublicName::Hidden => "hidden",
            PublicName::FirstAndRole => "first-and-role",
            PublicName::Full => "full",
        })
    }

    /// When it was signed, by the signer's clock: `2026-03-02T09:00:00Z`.
    pub(super) fn signed_at(&self) -> String {
        let Moment(at) = self.consent.at;
        let at = DateTime::from_timestamp(at, 0).unwrap_or_default();
        at.to_rfc3339_opts(SecondsFormat::Secs, true)
    }

    /// The hash of the words that were agreed to.
    pub(super) fn wording(&self) -> String {
        hex(&self.consent.wording.0)
    }
}

/// Bytes in hexadecimal.
pub(super) fn hex(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(2 * bytes.len());
    for byte in bytes {
        // Writing to a string does not fail.
        let _ = write!(text, "{byte:02x}");
    }
    text
}

/// So many bytes from hexadecimal.
pub(crate) fn unhex<const N: usize>(text: &str) -> Option<[u8; N]> {
    if text.len() != 2 * N || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    let mut bytes = [0; N];
    for (at, byte) in bytes.iter_mut().enumerate() {
        *byte = u8::from_str_radix(text.get(2 * at..2 * at + 2)?, 16).ok()?;
    }
    Some(bytes)
}
