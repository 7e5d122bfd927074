//! The part after the @, in the form that mail servers use.

use idna::punycode;

use super::EmailError;
use crate::typed::{Unicode, is_letter_like};

/// Longest part between full stops, in bytes (RFC 1035, section 2.3.4).
const LONGEST_PART: usize = 63;

/// In small letters, other scripts in their ASCII form.
pub(super) fn to_ascii(domain: &str, unicode: Unicode) -> Result<String, EmailError> {
    if domain.is_empty() {
        return Err(EmailError::NoDomain);
    }
    if domain.starts_with('[') {
        return Err(EmailError::NetworkAddress);
    }
    let mut whole = String::new();
    let (mut dots, mut ending) = (0, 0);
    for part in domain.split('.') {
        if !whole.is_empty() {
            whole.push('.');
            dots += 1;
        }
        ending = whole.len();
        whole.push_str(&part_to_ascii(part, unicode)?);
    }
    if dots == 0 {
        return Err(EmailError::NoEnding);
    }
    let ending = &whole[ending..];
    if dots == 3 && ending.bytes().all(|b| b.is_ascii_digit()) {
        return Err(EmailError::NetworkAddress);
    }
    // Endings are letters alone, or another script's (RFC 3696, section 2).
    let letters = ending.bytes().all(|b| b.is_ascii_lowercase());
    if ending.len() < 2 || !(letters || ending.starts_with("xn--")) {
        return Err(EmailError::Ending);
    }
    Ok(whole)
}

fn part_to_ascii(part: &str, unicode: Unicode) -> Result<String, EmailError> {
    if part.is_empty() {
        return Err(EmailError::DomainDot);
    }
    if let Some(found) = part.chars().find(|c| *c != '-' && !is_letter_like(*c)) {
        return Err(EmailError::DomainCharacter(found));
    }
    if part.starts_with('-') || part.ends_with('-') {
        return Err(EmailError::DomainHyphen);
    }
    let small = (unicode.small)(part);
    let ascii = if small.is_ascii() {
        small
    } else {
        let coded = punycode::encode_str(&small).ok_or(EmailError::PartTooLong)?;
        ["xn--", &coded].concat()
    };
    if ascii.len() > LONGEST_PART {
        return Err(EmailError::PartTooLong);
    }
    Ok(ascii)
}
