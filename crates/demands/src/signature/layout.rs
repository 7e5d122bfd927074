//! The bytes of a signature: writing and reading fields.
//!
//! Reading takes nothing on trust: every length, order, tag and text is checked, and what is left
//! over is an error.

use core::{error::Error, fmt};

use super::{Areas, PublicName, Tag};
use crate::DemandsHash;
use crate::consent::{ConsentRecord, WordingHash};
use crate::text::{Language, Moment, Slug};

const VERSION: u8 = 1;

/// What kind of record it is.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Signature = 1,
    PartnerCopy = 2,
}

const TAGS: [Tag; 20] = [
    Tag::Name,
    Tag::Email,
    Tag::Area,
    Tag::Nation,
    Tag::Region,
    Tag::Council,
    Tag::Constituency,
    Tag::Category,
    Tag::Union,
    Tag::Workplace,
    Tag::Comment,
    Tag::Priority,
    Tag::Public,
    Tag::ConsentVersion,
    Tag::ConsentWording,
    Tag::ConsentLanguage,
    Tag::Demands,
    Tag::At,
    Tag::Purpose,
    Tag::Partner,
];

impl Tag {
    fn read(byte: u8) -> Option<Tag> {
        TAGS.into_iter().find(|tag| *tag as u8 == byte)
    }

    const fn may_repeat(self) -> bool {
        matches!(self, Tag::Priority | Tag::Purpose | Tag::Partner)
    }
}

/// A part of a signature of more than 65,535 bytes.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct TooLong(pub Tag);

impl fmt::Display for TooLong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "field {} is too long to be written", self.0 as u8)
    }
}

impl Error for TooLong {}

/// Why bytes are no signature.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum RecordError {
    /// Cut off.
    CutOff,
    /// A layout of another version.
    Version(u8),
    /// A record of another kind.
    Kind(u8),
    /// A field that this version does not have: its tag.
    Unknown(u8),
    /// A field out of order, or twice where it may stand once.
    Order(Tag),
    /// A field that must be there.
    Missing(Tag),
    /// A field whose content is not what it must be.
    Malformed(Tag),
}

impl fmt::Display for RecordError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            RecordError::CutOff => f.write_str("the signature is cut off"),
            RecordError::Version(found) => {
                write!(
                    f,
                    "the signature has layout {found}, which this program does not know"
                )
            }
            RecordError::Kind(found) => write!(f, "this is a record of another kind ({found})"),
            RecordError::Unknown(tag) => write!(f, "the signature has an unknown field ({tag})"),
            RecordError::Order(tag) => write!(f, "field {} stands where it may not", tag as u8),
            RecordError::Missing(tag) => write!(f, "field {} is missing", tag as u8),
            RecordError::Malformed(tag) => write!(f, "field {} cannot be read", tag as u8),
        }
    }
}

impl Error for RecordError {}

/// Writes fields; they must come in the order of their tags. What is too long is told at the end:
/// leaving at each field on its own would be twice as much wasm.
pub(super) struct Writer(Vec<u8>, Option<TooLong>);

impl Writer {
    pub(super) fn new(kind: Kind) -> Writer {
        Writer(vec![VERSION, kind as u8], None)
    }

    pub(super) fn finish(self) -> Result<Vec<u8>, TooLong> {
        self.1.map_or(Ok(self.0), Err)
    }

    #[inline(never)]
    pub(super) fn bytes(&mut self, tag: Tag, content: &[u8]) {
        let Ok(length) = u16::try_from(content.len()) else {
            self.1.get_or_insert(TooLong(tag));
            return;
        };
        self.0.push(tag as u8);
        self.0.extend_from_slice(&length.to_be_bytes());
        self.0.extend_from_slice(content);
    }

    #[inline(never)]
    pub(super) fn text(&mut self, tag: Tag, text: Option<&str>) {
        if let Some(text) = text {
            self.bytes(tag, text.as_bytes());
        }
    }

    #[inline(never)]
    pub(super) fn slugs(&mut self, tag: Tag, ids: &[Slug]) {
        for id in ids {
            self.text(tag, Some(id.as_str()));
        }
    }

    pub(super) fn areas(&mut self, areas: &Areas) {
        let Areas {
            area,
            nation,
            region,
            council,
            constituency,
        } = areas;
        self.text(Tag::Area, Some(area));
        self.text(Tag::Nation, nation.as_deref());
        self.text(Tag::Region, region.as_deref());
        self.text(Tag::Council, council.as_deref());
        self.text(Tag::Constituency, constituency.as_deref());
    }

    /// What was agreed to; in a partner's copy, nothing of other boxes.
    pub(super) fn consent(&mut self, consent: &ConsentRecord, partner: Option<&Slug>) {
        self.bytes(Tag::ConsentVersion, &consent.version.to_be_bytes());
        self.bytes(Tag::ConsentWording, &consent.wording.0);
        self.text(Tag::ConsentLanguage, Some(consent.language.as_str()));
        self.bytes(Tag::Demands, &consent.demands.to_bytes());
        self.bytes(Tag::At, &consent.at.0.to_be_bytes());
        match partner {
            Some(id) => self.text(Tag::Partner, Some(id.as_str())),
            None => {
                self.slugs(Tag::Purpose, &consent.purposes);
                self.slugs(Tag::Partner, &consent.partners);
            }
        }
    }
}

/// The fields of a record.
pub(super) struct Parts<'a>(Vec<(Tag, &'a [u8])>);

impl<'a> Parts<'a> {
    pub(super) fn read(bytes: &'a [u8], kind: Kind) -> Result<Parts<'a>, RecordError> {
        let &[version, found, ref fields @ ..] = bytes else {
            return Err(RecordError::CutOff);
        };
        if version != VERSION {
            return Err(RecordError::Version(version));
        }
        if found != kind as u8 {
            return Err(RecordError::Kind(found));
        }
        let mut rest = fields;
        let mut parts: Vec<(Tag, &[u8])> = Vec::new();
        while let &[tag, ref after @ ..] = rest {
            let tag = Tag::read(tag).ok_or(RecordError::Unknown(tag))?;
            let (length, after) = after.split_first_chunk().ok_or(RecordError::CutOff)?;
            let length = usize::from(u16::from_be_bytes(*length));
            let (content, after) = after.split_at_checked(length).ok_or(RecordError::CutOff)?;
            let in_order = parts
                .last()
                .is_none_or(|(last, _)| *last < tag || (*last == tag && tag.may_repeat()));
            if !in_order {
                return Err(RecordError::Order(tag));
            }
            parts.push((tag, content));
            rest = after;
        }
        Ok(Parts(parts))
    }

    fn all(&self, tag: Tag) -> impl Iterator<Item = &'a [u8]> {
        self.0
            .iter()
            .filter(move |(found, _)| *found == tag)
            .map(|(_, content)| *content)
    }

    fn content(&self, tag: Tag) -> Result<&'a [u8], RecordError> {
        self.all(tag).next().ok_or(RecordError::Missing(tag))
    }

    fn array<const N: usize>(&self, tag: Tag) -> Result<[u8; N], RecordError> {
        self.content(tag)?
            .try_into()
            .map_err(|_| RecordError::Malformed(tag))
    }

    pub(super) fn text(&self, tag: Tag) -> Result<Option<String>, RecordError> {
        self.all(tag)
            .next()
            .map(|content| text(tag, content))
            .transpose()
    }

    pub(super) fn needed(&self, tag: Tag) -> Result<String, RecordError> {
        self.text(tag)?.ok_or(RecordError::Missing(tag))
    }

    pub(super) fn slug(&self, tag: Tag) -> Result<Option<Slug>, RecordError> {
        Ok(self.slugs(tag)?.into_iter().next())
    }

    pub(super) fn slugs(&self, tag: Tag) -> Result<Vec<Slug>, RecordError> {
        let slug = |content| Slug::new(&text(tag, content)?).ok_or(RecordError::Malformed(tag));
        self.all(tag).map(slug).collect()
    }

    /// None if there is no area; its parts may not stand without it.
    pub(super) fn areas(&self) -> Result<Option<Areas>, RecordError> {
        let Some(area) = self.text(Tag::Area)? else {
            let parts = [Tag::Nation, Tag::Region, Tag::Council, Tag::Constituency];
            let alone = parts
                .into_iter()
                .find(|tag| self.all(*tag).next().is_some());
            return alone.map_or(Ok(None), |tag| Err(RecordError::Order(tag)));
        };
        Ok(Some(Areas {
            area,
            nation: self.text(Tag::Nation)?,
            region: self.text(Tag::Region)?,
            council: self.text(Tag::Council)?,
            constituency: self.text(Tag::Constituency)?,
        }))
    }

    pub(super) fn public(&self) -> Result<PublicName, RecordError> {
        match self.array(Tag::Public)? {
            [0] => Ok(PublicName::Hidden),
            [1] => Ok(PublicName::FirstAndRole),
            [2] => Ok(PublicName::Full),
            _ => Err(RecordError::Malformed(Tag::Public)),
        }
    }

    pub(super) fn consent(&self) -> Result<ConsentRecord, RecordError> {
        let language = Language::new(&self.needed(Tag::ConsentLanguage)?);
        Ok(ConsentRecord {
            version: u32::from_be_bytes(self.array(Tag::ConsentVersion)?),
            wording: WordingHash(self.array(Tag::ConsentWording)?),
            language: language.ok_or(RecordError::Malformed(Tag::ConsentLanguage))?,
            demands: DemandsHash::from_bytes(self.array(Tag::Demands)?),
            at: Moment(i64::from_be_bytes(self.array(Tag::At)?)),
            purposes: self.slugs(Tag::Purpose)?,
            partners: self.slugs(Tag::Partner)?,
        })
    }
}

fn text(tag: Tag, content: &[u8]) -> Result<String, RecordError> {
    String::from_utf8(content.to_vec()).map_err(|_| RecordError::Malformed(tag))
}
