//! Where a rule comes from: the law, the manual, the case, or the published rate.
//!
//! Knows citations only, never the text of the law.

use crate::rates::Status;

/// The authority for one step.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// National Minimum Wage Regulations 2015, the regulation: `"6"`, `"10(j)"`.
    Nmwr(&'static str),
    /// National Minimum Wage Act 1998, the section: `"17"`.
    Nmwa(&'static str),
    /// HMRC's National Minimum Wage Manual, the page: `"NMWM11090"`.
    Manual(&'static str),
    /// A judgment, by neutral citation: `"[2021] UKSC 8"`.
    Judgment(&'static str),
    /// A published rate: where it was read, and how sure we are of it.
    Rate(&'static str, Status),
    /// What the worker (or a partner's page) told us; no law behind it.
    Told,
}

impl Source {
    /// The name of the authority, without the part: `"National Minimum Wage Regulations 2015"`.
    /// Names of laws stay in English in every language.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Source::Nmwr(_) => "National Minimum Wage Regulations 2015, regulation",
            Source::Nmwa(_) => "National Minimum Wage Act 1998, section",
            Source::Manual(_) => "HMRC National Minimum Wage Manual,",
            Source::Judgment(_) => "Royal Mencap Society v Tomlinson-Blake",
            Source::Rate(..) | Source::Told => "",
        }
    }

    /// The part: the regulation, section, page, citation or the place where the rate was read.
    #[must_use]
    pub const fn part(self) -> &'static str {
        match self {
            Source::Nmwr(part)
            | Source::Nmwa(part)
            | Source::Manual(part)
            | Source::Judgment(part)
            | Source::Rate(part, _) => part,
            Source::Told => "",
        }
    }

    /// How sure we are: the law as read is verified, a rate says so itself.
    #[must_use]
    pub const fn status(self) -> Status {
        match self {
            Source::Rate(_, status) => status,
            _ => Status::Verified,
        }
    }
}
