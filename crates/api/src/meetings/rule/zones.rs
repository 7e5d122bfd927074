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

/// A zone's name in small letters, with where its last part begins.
struct Name {
    name: &'static str,
    lower: String,
    last: usize,
}

static NAMES: LazyLock<Vec<Name>> = LazyLock::new(|| {
    let all = Iana::names().chain(Iana::windows());
    all.map(|name| Name {
        name,
        lower: name.to_lowercase(),
        last: name.rfind('/').map_or(0, |at| at + 1),
    })
    .collect()
});

/// The zone whose name, or whose name's last part, is likest the one given.
fn nearest(given: &str) -> Option<&'static str> {
    let lower = given.trim().to_lowercase();
    if lower.is_empty() || lower.len() > 60 {
        return None;
    }
    let letters = letters(&lower);
    let mut best = None;
    for Name {
        name,
        lower: known,
        last,
    } in NAMES.iter()
    {
        let known = if lower.contains('/') {
            known
        } else {
            &known[*last..]
        };
        // Of two letters, half would be another name.
        let most = if known.len() < 3 {
            0
        } else {
            known.len().div_ceil(4).min(3)
        };
        let far = known.len().abs_diff(lower.len()) > most
            || (letters ^ self::letters(known)).count_ones() as usize > 2 * most;
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
