//! Email addresses as mail servers take them.
//!
//! Checked as far as text can tell: what an SMTP server would refuse for its form is refused here,
//! with the reason. Refuses to know whether a domain or a mailbox exists: new endings come every
//! year, and only a message that is answered proves an address.

mod canonical;
mod domain;
mod slips;
mod work;

pub use work::Caution;

use core::fmt;

use crate::typed::{Unicode, is_hidden, is_letter_like, tidy};

/// An address that mail can be sent to.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Email {
    /// As it was typed: only its own server knows whether capitals matter.
    mailbox: String,
    small_mailbox: String,
    /// Small letters; other scripts in their ASCII form (`xn--…`).
    domain: String,
}

/// Why what was typed is no address.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub enum EmailError {
    /// Nothing was typed.
    Empty,
    /// No @.
    NoAt,
    /// More than one @.
    TwoAts,
    /// A space, a line break or a hidden character inside.
    Space,
    /// Nothing before the @.
    NoMailbox,
    /// More than 64 bytes before the @.
    MailboxTooLong,
    /// More than 254 bytes in all.
    TooLong,
    /// A full stop before the @ that starts, ends or doubles.
    MailboxDot,
    /// Quotation marks: allowed by the standard, refused by nearly every server.
    Quoted,
    /// A character that cannot stand before the @.
    MailboxCharacter(char),
    /// Nothing after the @.
    NoDomain,
    /// No full stop after the @.
    NoEnding,
    /// A full stop after the @ that starts, ends or doubles.
    DomainDot,
    /// A character that cannot stand after the @.
    DomainCharacter(char),
    /// A hyphen next to a full stop or the @.
    DomainHyphen,
    /// A part after the @ that is longer than 63 bytes.
    PartTooLong,
    /// An ending that is none: one letter, or numbers.
    Ending,
    /// A network address in brackets or numbers.
    NetworkAddress,
}

impl EmailError {
    /// The key of the message in the widgets' languages.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            EmailError::Empty => "error-email-empty",
            EmailError::NoAt => "error-email-no-at",
            EmailError::TwoAts => "error-email-two-ats",
            EmailError::Space => "error-email-space",
            EmailError::NoMailbox => "error-email-no-mailbox",
            EmailError::MailboxTooLong => "error-email-mailbox-too-long",
            EmailError::TooLong => "error-email-too-long",
            EmailError::MailboxDot => "error-email-mailbox-dot",
            EmailError::Quoted => "error-email-quoted",
            EmailError::MailboxCharacter(_) => "error-email-mailbox-character",
            EmailError::NoDomain => "error-email-no-domain",
            EmailError::NoEnding => "error-email-no-ending",
            EmailError::DomainDot => "error-email-domain-dot",
            EmailError::DomainCharacter(_) => "error-email-domain-character",
            EmailError::DomainHyphen => "error-email-domain-hyphen",
            EmailError::PartTooLong => "error-email-part-too-long",
            EmailError::Ending => "error-email-ending",
            EmailError::NetworkAddress => "error-email-network-address",
        }
    }
}

/// Longest mailbox and longest address, in bytes (RFC 5321, section 4.5.3.1, and erratum 1690 to
/// RFC 3696: 254).
const LONGEST_MAILBOX: usize = 64;
const LONGEST: usize = 254;

impl Email {
    /// Reads an address as somebody typed it.
    ///
    /// # Errors
    /// The first thing that a mail server would refuse.
    pub fn read(typed: &str, unicode: Unicode) -> Result<Email, EmailError> {
        if typed.len() > 16 * LONGEST {
            return Err(EmailError::TooLong);
        }
        let address: String = tidy(typed, unicode).chars().map(narrow).collect();
        if address.is_empty() {
            return Err(EmailError::Empty);
        }
        if address.starts_with('"') {
            return Err(EmailError::Quoted);
        }
        if address.chars().any(|c| c.is_whitespace() || is_hidden(c)) {
            return Err(EmailError::Space);
        }
        let (mailbox, domain) = address.split_once('@').ok_or(EmailError::NoAt)?;
        if domain.contains('@') {
            return Err(EmailError::TwoAts);
        }
        check_mailbox(mailbox)?;
        let domain = domain::to_ascii(domain, unicode)?;
        if mailbox.len() + 1 + domain.len() > LONGEST {
            return Err(EmailError::TooLong);
        }
        let small_mailbox = (unicode.small)(mailbox);
        Ok(Email {
            mailbox: mailbox.to_owned(),
            small_mailbox,
            domain,
        })
    }

    /// The address to send to. Without `fmt`, which is two kilobytes of a widget.
    #[must_use]
    pub fn address(&self) -> String {
        [&self.mailbox, "@", &self.domain].concat()
    }

    /// What stands before the @, as typed.
    #[must_use]
    pub fn mailbox(&self) -> &str {
        &self.mailbox
    }

    /// What stands after the @, in small ASCII letters.
    #[must_use]
    pub fn domain(&self) -> &str {
        &self.domain
    }

    /// The one address for all spellings that reach the same mailbox: for telling duplicates, never
    /// for sending.
    #[must_use]
    pub fn canonical(&self) -> String {
        canonical::of(&self.small_mailbox, &self.domain)
    }

    /// The address that was probably meant, where a well-known provider was mistyped: to be asked,
    /// never assumed.
    #[must_use]
    pub fn perhaps_meant(&self) -> Option<Email> {
        let domain = slips::perhaps_meant(&self.domain)?.to_owned();
        Some(Email {
            domain,
            ..self.clone()
        })
    }

    /// Whether an employer or colleagues may read what is sent there. `employer` is the name of the
    /// signer's employer, if they gave one.
    #[must_use]
    pub fn caution(&self, employer: Option<&str>) -> Option<Caution> {
        work::caution(&self.small_mailbox, &self.domain, employer)
    }
}

/// Whether a list of words with spaces between them has this word.
pub(crate) fn is_in(list: &str, word: &str) -> bool {
    list.split(' ').any(|known| known == word)
}

/// The address to send to.
impl fmt::Display for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.address())
    }
}

/// Never the address: it must not get into a log by accident.
impl fmt::Debug for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Email(…)")
    }
}

/// Full-width letters and signs, as keyboards for Chinese, Japanese and Korean give them.
fn narrow(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '\u{3002}' | '\u{ff61}' => '.',
        // An apostrophe that a phone has made round.
        '\u{2019}' => '\'',
        _ => c,
    }
}

fn check_mailbox(mailbox: &str) -> Result<(), EmailError> {
    if mailbox.is_empty() {
        return Err(EmailError::NoMailbox);
    }
    if mailbox.contains('"') {
        return Err(EmailError::Quoted);
    }
    // RFC 5322's atext; RFC 6531 adds letters of other scripts.
    let sign = |c: char| {
        ".!#$%&'*+-/=?^_`{|}~"
            .bytes()
            .any(|sign| c == char::from(sign))
    };
    let fits = |c: char| is_letter_like(c) || sign(c);
    if let Some(found) = mailbox.chars().find(|c| !fits(*c)) {
        return Err(EmailError::MailboxCharacter(found));
    }
    if mailbox.split('.').any(str::is_empty) {
        return Err(EmailError::MailboxDot);
    }
    if mailbox.len() > LONGEST_MAILBOX {
        return Err(EmailError::MailboxTooLong);
    }
    Ok(())
}
