//! One address for all the spellings that a provider delivers to the same mailbox.
//!
//! Only what providers document. Everybody's: small letters (RFC 5321 lets a server tell `Ana` from
//! `ana`; none that people use does). For some: what follows a plus is dropped. For Gmail: full
//! stops too, and googlemail.com is gmail.com. Anything else stays, so that two people are never
//! taken for one: a plus at an unknown provider may be part of a name.

/// Providers that drop what follows a plus.
const PLUS: [&str; 31] = [
    // Google: "Use Gmail aliases", support.google.com/mail/answer/22370.
    "gmail.com",
    "googlemail.com",
    // Microsoft: "Plus addressing", for outlook.com and its older names.
    "hotmail.com",
    "hotmail.co.uk",
    "hotmail.de",
    "hotmail.es",
    "hotmail.fr",
    "hotmail.it",
    "live.co.uk",
    "live.com",
    "live.fr",
    "live.ie",
    "live.nl",
    "msn.com",
    "outlook.com",
    "outlook.de",
    "outlook.es",
    "outlook.fr",
    "outlook.ie",
    // Apple: iCloud Mail and its older names.
    "icloud.com",
    "mac.com",
    "me.com",
    // Fastmail: "Plus addressing and subdomain addressing".
    "fastmail.com",
    "fastmail.fm",
    // Proton: "Addresses and aliases: plus addressing".
    "pm.me",
    "proton.me",
    "protonmail.ch",
    "protonmail.com",
    // Smaller ones that document it.
    "mailbox.org",
    "posteo.de",
    "zohomail.com",
];

/// `small` is the mailbox in small letters.
pub(super) fn of(small: &str, domain: &str) -> String {
    let gmail = matches!(domain, "gmail.com" | "googlemail.com");
    let whole = match small.split_once('+') {
        // `+tag@gmail.com` has nothing before the plus: leave it whole.
        Some((before, _)) if PLUS.contains(&domain) && !before.is_empty() => before,
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
