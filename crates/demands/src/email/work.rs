//! Addresses that an employer or colleagues may read.
//!
//! A confirmation message in a work inbox tells an employer who signed. This warns, never refuses.

use super::is_in;

/// Why an address may not be private.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum Caution {
    /// The health service (nhs.net and its like).
    Health,
    /// Government, a council, a parliament.
    Government,
    /// Police or the armed forces.
    Forces,
    /// A university or college.
    University,
    /// A school.
    School,
    /// It looks like the employer that the signer named.
    Employer,
    /// It looks like a provider of care or support.
    CareProvider,
    /// A shared inbox (`office@`, `manager@`).
    Shared,
}

impl Caution {
    /// The key of the message in the widgets' languages.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Caution::Health => "caution-email-health",
            Caution::Government => "caution-email-government",
            Caution::Forces => "caution-email-forces",
            Caution::University => "caution-email-university",
            Caution::School => "caution-email-school",
            Caution::Employer => "caution-email-employer",
            Caution::CareProvider => "caution-email-care-provider",
            Caution::Shared => "caution-email-shared",
        }
    }
}

/// Endings of domains that only workplaces have.
const WORKPLACES: [(&str, Caution); 5] = [
    ("nhs.net nhs.uk nhs.scot hscni.net", Caution::Health),
    (
        "gov.uk gov.scot gov.wales llyw.cymru gov.im gov.gg gov.je parliament.uk parliament.scot \
         senedd.wales senedd.cymru judiciary.uk",
        Caution::Government,
    ),
    ("police.uk mod.uk", Caution::Forces),
    ("ac.uk", Caution::University),
    ("sch.uk school", Caution::School),
];

/// Words that names of those who provide care and support begin or end with.
const CARE: &str = "care carers caring council hospice housing nursing support";

/// Mailboxes that more than one person reads.
const SHARED: &str = "accounts admin bookings care contact enquiries hello hr info manager office \
    payroll reception recruitment rota rotas support team";

/// `mailbox` and `domain` in small letters.
pub(super) fn caution(mailbox: &str, domain: &str, employer: Option<&str>) -> Option<Caution> {
    let workplace = WORKPLACES
        .iter()
        .find(|(endings, _)| endings.split(' ').any(|ending| is_within(domain, ending)));
    if let Some((_, caution)) = workplace {
        return Some(*caution);
    }
    let name = own_name(domain);
    if employer.is_some_and(|employer| is_named_after(name, employer)) {
        return Some(Caution::Employer);
    }
    if name.split('-').any(provides_care) {
        return Some(Caution::CareProvider);
    }
    is_in(SHARED, mailbox).then_some(Caution::Shared)
}

fn provides_care(part: &str) -> bool {
    // One letter more is another word: Carey is a surname.
    let begins = |word: &str| part.starts_with(word) && part.len() > word.len() + 1;
    CARE.split(' ')
        .any(|word| part.ends_with(word) || begins(word))
}

fn is_within(domain: &str, ending: &str) -> bool {
    let before = domain.strip_suffix(ending);
    before.is_some_and(|before| before.is_empty() || before.ends_with('.'))
}

/// The part of a domain that somebody chose: `sunnydays` of `mail.sunnydays.co.uk`.
fn own_name(domain: &str) -> &str {
    const SECOND_LEVELS: &str = "co org ltd plc me net com";
    let (mut third, mut second, mut ending) = ("", "", "");
    for part in domain.split('.') {
        (third, second, ending) = (second, ending, part);
    }
    if !third.is_empty() && is_in(SECOND_LEVELS, second) {
        third
    } else {
        second
    }
}

/// `sunny-days` is named after `Sunny Days Care Ltd`, and so is `sunnydayscare`.
fn is_named_after(name: &str, employer: &str) -> bool {
    const SHORTEST: usize = 5;
    let plain = |text: &str| -> String {
        let letters = text.chars().filter(char::is_ascii_alphanumeric);
        letters.map(|c| c.to_ascii_lowercase()).collect()
    };
    let (name, employer) = (plain(name), plain(employer));
    let long_enough = name.chars().count() >= SHORTEST && employer.chars().count() >= SHORTEST;
    long_enough && (employer.starts_with(&name) || name.starts_with(&employer))
}
