//! Well-known providers, mistyped.
//!
//! A hint, never an error: somebody may own `gmial.com`.

use super::is_in;
use crate::near::slips;

/// Providers that people here use, none of which may be taken for another's slip of the finger.
const PROVIDERS: &str = "gmail.com googlemail.com \
    hotmail.com hotmail.co.uk outlook.com live.com live.co.uk msn.com \
    yahoo.com yahoo.co.uk ymail.com icloud.com me.com mac.com \
    btinternet.com sky.com talktalk.net virginmedia.com ntlworld.com blueyonder.co.uk \
    tiscali.co.uk plusnet.com aol.com aol.co.uk \
    proton.me protonmail.com fastmail.com zoho.com mail.com email.com \
    gmx.com gmx.co.uk gmx.de mail.ru wp.pl onet.pl interia.pl qq.com";

/// Slips that are more than one letter away.
const FURTHER: &str = "gmail.co.uk=gmail.com gmail.cm=gmail.com \
    googlemail.co.uk=googlemail.com icloud.co.uk=icloud.com \
    btinternet.co.uk=btinternet.com hotmail.uk=hotmail.co.uk";

/// Endings that are none, where `.com` was meant.
const ENDINGS: &str = ".con .cmo .ocm .comm .vom";

/// The provider that was probably meant.
pub(super) fn perhaps_meant(domain: &str) -> Option<&'static str> {
    if is_in(PROVIDERS, domain) {
        return None;
    }
    let mut further = FURTHER.split(' ').filter_map(|pair| pair.split_once('='));
    if let Some((_, meant)) = further.find(|(slip, _)| *slip == domain) {
        return Some(meant);
    }
    let providers = || PROVIDERS.split(' ');
    let mended = ENDINGS.split(' ').find_map(|slip| {
        let before = domain.strip_suffix(slip)?;
        providers().find(|known| known.strip_suffix(".com") == Some(before))
    });
    // Short names are one letter from too many: `my.com` is a provider, not a slip of `me.com`.
    let near = || {
        providers()
            .filter(|known| known.len() >= 9)
            .find(|known| slips(domain, known) == 1)
    };
    mended.or_else(near)
}
