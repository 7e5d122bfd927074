//! One address for all the spellings that a provider delivers to the same mailbox.
//!
//! Only what providers document. Everybody's: small letters (RFC 5321 lets a server tell `Ana` from
//! `ana`; none that people use does). For some: what follows a plus is dropped. For Gmail: full
//! stops too, and googlemail.com is gmail.com. Anything else stays, so that two people are never
//! taken for one: a plus at an unknown provider may be part of a name.

use super::is_in;

/// Providers that drop what follows a plus, and where each says so. Lists in this folder are one
/// text each: half the size in a widget of a list of texts.
///
/// Google ("Use Gmail aliases"), Microsoft for outlook.com and its older names ("Plus addressing"),
/// Apple for iCloud Mail and its older names, Fastmail ("Plus addressing and subdomain
/// addressing"), Proton ("Addresses and aliases"), mailbox.org, Posteo, Zoho.
const PLUS: &str = "gmail.com googlemail.com \
    outlook.com outlook.de outlook.es outlook.fr outlook.ie \
    hotmail.com hotmail.co.uk hotmail.de hotmail.es hotmail.fr hotmail.it \
    live.com live.co.uk live.fr live.ie live.nl msn.com \
    icloud.com me.com mac.com \
    fastmail.com fastmail.fm \
    proton.me protonmail.com protonmail.ch pm.me \
    mailbox.org posteo.de zohomail.com";

/// `small` is the mailbox in small letters.
pub(super) fn of(small: &str, domain: &str) -> String {
    let gmail = matches!(domain, "gmail.com" | "googlemail.com");
    let whole = match small.split_once('+') {
        // `+tag@gmail.com` has nothing before the plus: leave it whole.
        Some((before, _)) if is_in(PLUS, domain) && !before.is_empty() => before,
        _ => small,
    };
    if gmail {
        return whole
            .chars()
            .filter(|c| *c != '.')
            .chain("@gmail.com".chars())
            .collect();
    }
    [whole, "@", domain].concat()
}
