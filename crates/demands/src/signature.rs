//! A signature, and the copies of it that partners get: what is sealed.
//!
//! ```text
//! byte 0   version of this layout: 1
//! byte 1   kind: 1 = a signature for the organisers, 2 = a partner's copy
//! then     fields in rising order of their tag: tag (1 byte), length (2 bytes, big-endian), content
//! ```
//!
//! Text is UTF-8; the tags stand in [`Tag`]. A list is its tag several times. The postcode is not
//! among them: it stays on the signer's device.

mod layout;

pub use layout::{RecordError, TooLong};

use swansfeet_places::{Area, Postcode};

use crate::consent::{ConsentRecord, Partner, SharedField};
use crate::text::Slug;
use layout::{Kind, Parts, Writer};

/// How a name appears in public.
#[derive(Copy, Clone, Debug, Default, PartialEq, Eq)]
pub enum PublicName {
    /// Not at all.
    #[default]
    Hidden,
    /// First name and who they are.
    FirstAndRole,
    /// In full.
    Full,
}

/// Where a signer lives, as roughly as it leaves the device.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Areas {
    /// The letters of the postcode: `LS`.
    pub area: String,
    /// The nation's id, where it is known.
    pub nation: Option<String>,
    /// The region's id, where it is known.
    pub region: Option<String>,
    /// The council's code, where the postcode directory was imported.
    pub council: Option<String>,
    /// The Westminster constituency's code, where the postcode directory was imported.
    pub constituency: Option<String>,
}

impl Areas {
    /// What the built-in table of areas knows. An area on a border has no nation here.
    #[must_use]
    pub fn rough(postcode: Postcode) -> Areas {
        let outcode = postcode.outcode();
        let area = outcode.area();
        Areas {
            area: outcode.letters().to_owned(),
            nation: area
                .and_then(Area::nation)
                .map(|nation| nation.id().to_owned()),
            region: area
                .and_then(Area::region)
                .map(|region| region.id().to_owned()),
            council: None,
            constituency: None,
        }
    }
}

/// One signature.
#[derive(Clone, PartialEq, Eq)]
pub struct Signature {
    /// The name.
    pub name: String,
    /// The address; none for those who signed with a code.
    pub email: Option<String>,
    /// Where they live.
    pub areas: Areas,
    /// Who they say that they are.
    pub category: Slug,
    /// Their union.
    pub union: Option<String>,
    /// Their workplace.
    pub workplace: Option<String>,
    /// Their comment.
    pub comment: Option<String>,
    /// The demands that matter most to them.
    pub priorities: Vec<Slug>,
    /// How their name appears in public.
    pub public: PublicName,
    /// What they agreed to.
    pub consent: ConsentRecord,
}

/// What one partner gets of a signature: only what the campaign says, and what was agreed to.
#[derive(Clone, PartialEq, Eq)]
pub struct PartnerCopy {
    /// The name, if shared.
    pub name: Option<String>,
    /// The address, if shared.
    pub email: Option<String>,
    /// Where they live, if shared.
    pub areas: Option<Areas>,
    /// Who they say that they are, if shared.
    pub category: Option<Slug>,
    /// Their union, if shared.
    pub union: Option<String>,
    /// Their workplace, if shared.
    pub workplace: Option<String>,
    /// Their comment, if shared.
    pub comment: Option<String>,
    /// What they agreed to: only this partner's box.
    pub consent: ConsentRecord,
}

/// Never what is in it: it must not get into a log by accident.
impl core::fmt::Debug for Signature {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("Signature(…)")
    }
}

/// Never what is in it.
impl core::fmt::Debug for PartnerCopy {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("PartnerCopy(…)")
    }
}

impl Signature {
    /// The bytes to be sealed.
    ///
    /// # Errors
    /// A part of more than 65,535 bytes: not after [`Form::check`](crate::form::Form::check).
    pub fn to_bytes(&self) -> Result<Vec<u8>, TooLong> {
        self.written(None)
    }

    /// The whole, or what a partner may have of it.
    #[inline(never)]
    fn written(&self, partner: Option<&Partner>) -> Result<Vec<u8>, TooLong> {
        let told = |field| partner.is_none_or(|partner| partner.fields.contains(&field));
        let kind = match partner {
            None => Kind::Signature,
            Some(_) => Kind::PartnerCopy,
        };
        let mut writer = Writer::new(kind);
        let mut text =
            |tag, field, text: Option<&str>| writer.text(tag, text.filter(|_| told(field)));
        text(Tag::Name, SharedField::Name, Some(&self.name));
        text(Tag::Email, SharedField::Email, self.email.as_deref());
        if told(SharedField::Area) {
            writer.areas(&self.areas);
        }
        let mut text =
            |tag, field, text: Option<&str>| writer.text(tag, text.filter(|_| told(field)));
        let category = Some(self.category.as_str());
        text(Tag::Category, SharedField::Category, category);
        text(Tag::Union, SharedField::Union, self.union.as_deref());
        text(
            Tag::Workplace,
            SharedField::Workplace,
            self.workplace.as_deref(),
        );
        text(Tag::Comment, SharedField::Comment, self.comment.as_deref());
        if partner.is_none() {
            writer.slugs(Tag::Priority, &self.priorities);
            writer.bytes(Tag::Public, &[self.public as u8]);
        }
        writer.consent(&self.consent, partner.map(|partner| &partner.id));
        writer.finish()
    }

    /// Reads what [`Signature::to_bytes`] wrote.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    pub fn from_bytes(bytes: &[u8]) -> Result<Signature, RecordError> {
        let parts = Parts::read(bytes, Kind::Signature)?;
        Ok(Signature {
            name: parts.needed(Tag::Name)?,
            email: parts.text(Tag::Email)?,
            areas: parts.areas()?.ok_or(RecordError::Missing(Tag::Area))?,
            category: parts
                .slug(Tag::Category)?
                .ok_or(RecordError::Missing(Tag::Category))?,
            union: parts.text(Tag::Union)?,
            workplace: parts.text(Tag::Workplace)?,
            comment: parts.text(Tag::Comment)?,
            priorities: parts.slugs(Tag::Priority)?,
            public: parts.public()?,
            consent: parts.consent()?,
        })
    }

    /// The copy for `partner`; none if its box was not ticked.
    #[must_use]
    pub fn copy_for<'a>(&'a self, partner: &'a Partner) -> Option<CopyFor<'a>> {
        let is_ticked = self.consent.partners.contains(&partner.id);
        is_ticked.then_some(CopyFor { of: self, partner })
    }
}

/// What one partner may have of a signature, to be written.
#[derive(Copy, Clone)]
pub struct CopyFor<'a> {
    of: &'a Signature,
    partner: &'a Partner,
}

impl CopyFor<'_> {
    /// The bytes to be sealed to the partner's key; [`PartnerCopy`] reads them.
    ///
    /// # Errors
    /// As for [`Signature::to_bytes`].
    pub fn to_bytes(self) -> Result<Vec<u8>, TooLong> {
        self.of.written(Some(self.partner))
    }
}

impl PartnerCopy {
    /// Reads what [`CopyFor::to_bytes`] wrote.
    ///
    /// # Errors
    /// What is wrong with the bytes.
    pub fn from_bytes(bytes: &[u8]) -> Result<PartnerCopy, RecordError> {
        let parts = Parts::read(bytes, Kind::PartnerCopy)?;
        Ok(PartnerCopy {
            name: parts.text(Tag::Name)?,
            email: parts.text(Tag::Email)?,
            areas: parts.areas()?,
            category: parts.slug(Tag::Category)?,
            union: parts.text(Tag::Union)?,
            workplace: parts.text(Tag::Workplace)?,
            comment: parts.text(Tag::Comment)?,
            consent: parts.consent()?,
        })
    }
}

/// What a field holds.
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Tag {
    /// Text.
    Name = 1,
    /// Text.
    Email = 2,
    /// Text; the next four stand only beside it.
    Area = 3,
    /// Text.
    Nation = 4,
    /// Text.
    Region = 5,
    /// Text.
    Council = 6,
    /// Text.
    Constituency = 7,
    /// An id.
    Category = 8,
    /// Text.
    Union = 9,
    /// Text.
    Workplace = 10,
    /// Text.
    Comment = 11,
    /// An id; a list.
    Priority = 12,
    /// One byte: 0 hidden, 1 first name and role, 2 full.
    Public = 13,
    /// Four bytes, big-endian.
    ConsentVersion = 14,
    /// 32 bytes.
    ConsentWording = 15,
    /// A language tag.
    ConsentLanguage = 16,
    /// 32 bytes.
    Demands = 17,
    /// Eight bytes, big-endian: seconds since 1970, UTC.
    At = 18,
    /// An id; a list.
    Purpose = 19,
    /// An id; a list.
    Partner = 20,
}
