//! Zones by name, and the one that was likely meant.

use std::sync::LazyLock;

use swansfeet_meetings::zone::Iana;

use super::What;

/// The IANA's name of a zone.
pub(super) fn known_zone(given: &str) -> Result<&'static str, What> {
    Iana::known(given).ok_or_else(|| What::Zone {
        given: given.chars().take(60).collect(),
        nearest: nearest(given),
    })
}

/// A zone's name in small letters, and its last part; each with its letters.
struct Name {
    name: &'static str,
    whole: (String, u64),
    last: (String, u64),
}

static NAMES: LazyLock<Vec<Name>> = LazyLock::new(|| {
    let with_letters = |text: &str| (text.to_owned(), letters(text));
    let all = Iana::names().chain(Iana::windows());
    all.map(|name| {
        let lower = name.to_lowercase();
        let last = lower.rsplit('/').next().unwrap_or(&lower);
        Name {
            name,
            last: with_letters(last),
            whole: with_letters(&lower),
        }
    })
    .collect()
});

/// The zone whose name, or whose name's last part, is likest the one given.
fn nearest(given: &str) -> Option<&'static str> {
    let lower = given.trim().to_lowercase();
    if lower.is_empty() || lower.len() > 60 {
        return None;
    }
    let (letters, is_whole) = (letters(&lower), lower.contains('/'));
    let mut best = None;
    for Name { name, whole, last } in NAMES.iter() {
        let (known, its) = if is_whole { whole } else { last };
        // Of two letters, half would be another name.
        let most = match known.len() {
            ..3 => 0,
            length => length.div_ceil(4).min(3),
        };
        let far = known.len().abs_diff(lower.len()) > most
            || (letters ^ its).count_ones() as usize > 2 * most;
        if far {
            continue;
        }
        let distance = strsim::osa_distance(&lower, known);
        if distance <= most && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, *name));
        }
    }
    best.and_then(|(_, name)| Iana::known(name))
}

/// Which bytes are there, by their last six bits: a letter that is changed changes two at most.
fn letters(text: &str) -> u64 {
    text.bytes().fold(0, |all, byte| all | 1 << (byte % 64))
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_misspelt_zone_is_told_the_one_that_was_meant_and_nothing_is_meant_by_nothing() {
        for (given, meant) in [
            ("Europe/Lodnon", Some("Europe/London")),
            ("europe/lundon", Some("Europe/London")),
            ("Lodnon", Some("Europe/London")),
            ("GMT Standart Time", Some("Europe/London")),
            ("America/New York", Some("America/New_York")),
            ("", None),
            (" ", None),
            ("x", None),
            ("Mars/Olympus Mons", None),
        ] {
            assert_eq!(nearest(given), meant, "{given:?}");
        }
    }
}
