//! Well-known providers, mistyped.
//!
//! A hint, never an error: somebody may own `gmial.com`.

use crate::near::slips;

/// Providers that people here use, none of which may be taken for another's slip of the finger.
const PROVIDERS: [&str; 38] = [
    "aol.com",
    "aol.co.uk",
    "blueyonder.co.uk",
    "btinternet.com",
    "email.com",
    "fastmail.com",
    "gmail.com",
    "gmx.co.uk",
    "gmx.com",
    "gmx.de",
    "googlemail.com",
    "hotmail.co.uk",
    "hotmail.com",
    "icloud.com",
    "interia.pl",
    "live.co.uk",
    "live.com",
    "mac.com",
    "mail.com",
    "mail.ru",
    "me.com",
    "msn.com",
    "ntlworld.com",
    "onet.pl",
    "outlook.com",
    "plusnet.com",
    "proton.me",
    "protonmail.com",
    "qq.com",
    "sky.com",
    "talktalk.net",
    "tiscali.co.uk",
    "virginmedia.com",
    "wp.pl",
    "yahoo.co.uk",
    "yahoo.com",
    "ymail.com",
    "zoho.com",
];

/// Slips that are more than one letter away.
const FURTHER: [(&str, &str); 6] = [
    ("gmail.co.uk", "gmail.com"),
    ("gmail.cm", "gmail.com"),
    ("googlemail.co.uk", "googlemail.com"),
    ("icloud.co.uk", "icloud.com"),
    ("btinternet.co.uk", "btinternet.com"),
    ("hotmail.uk", "hotmail.co.uk"),
];

/// Endings that are no endings, and what was meant.
const ENDINGS: [(&str, &str); 5] = [
    (".con", ".com"),
    (".cmo", ".com"),
    (".ocm", ".com"),
    (".comm", ".com"),
    (".vom", ".com"),
];

/// The provider that was probably meant.
pub(super) fn perhaps_meant(domain: &str) -> Option<&'static str> {
    if PROVIDERS.contains(&domain) {
        return None;
    }
    if let Some((_, meant)) = FURTHER.iter().find(|(slip, _)| *slip == domain) {
        return Some(meant);
    }
    let mended = ENDINGS.iter().find_map(|(slip, ending)| {
        let before = domain.strip_suffix(slip)?;
        PROVIDERS
            .iter()
            .find(|known| known.strip_suffix(ending) == Some(before))
    });
    // Short names are one letter from too many: `my.com` is a provider, not a slip of `me.com`.
    let long_enough = |known: &&&str| known.len() >= 9;
    let near = || {
        PROVIDERS
            .iter()
            .filter(long_enough)
            .find(|known| slips(domain, known) == 1)
    };
    mended.or_else(near).copied()
}
