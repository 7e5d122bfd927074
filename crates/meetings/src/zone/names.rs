//! What zones are called in files that do not use the IANA's names.

#[cfg(feature = "zones")]
use super::windows::WINDOWS;
use crate::seek::around;

/// Names that British feeds have for their own zone and its neighbours: Windows' (as in the Unicode
/// CLDR's windowsZones), Outlook's, the IANA's older ones.
const NAMES: [(&str, &str); 38] = [
    ("Europe/London", "Europe/London"),
    ("GMT Standard Time", "Europe/London"),
    ("GMT Daylight Time", "Europe/London"),
    ("GB", "Europe/London"),
    ("GB-Eire", "Europe/London"),
    ("BST", "Europe/London"),
    ("British Summer Time", "Europe/London"),
    ("GMT/BST", "Europe/London"),
    ("London", "Europe/London"),
    ("Europe/Belfast", "Europe/London"),
    ("Europe/Guernsey", "Europe/London"),
    ("Europe/Isle_of_Man", "Europe/London"),
    ("Europe/Jersey", "Europe/London"),
    ("Dublin, Edinburgh, Lisbon, London", "Europe/London"),
    ("UTC", "UTC"),
    ("Etc/UTC", "UTC"),
    ("GMT", "UTC"),
    ("Etc/GMT", "UTC"),
    ("Greenwich Mean Time", "UTC"),
    ("Coordinated Universal Time", "UTC"),
    ("Etc/Greenwich", "UTC"),
    ("Etc/UCT", "UTC"),
    ("Etc/Universal", "UTC"),
    ("Etc/Zulu", "UTC"),
    ("UCT", "UTC"),
    ("Universal", "UTC"),
    ("Z", "UTC"),
    ("Zulu", "UTC"),
    ("Eire", "Europe/Dublin"),
    ("W. Europe Standard Time", "Europe/Berlin"),
    ("Central Europe Standard Time", "Europe/Budapest"),
    ("Central European Standard Time", "Europe/Warsaw"),
    ("Romance Standard Time", "Europe/Paris"),
    ("E. Europe Standard Time", "Europe/Chisinau"),
    ("FLE Standard Time", "Europe/Kiev"),
    ("GTB Standard Time", "Europe/Bucharest"),
    ("Poland", "Europe/Warsaw"),
    ("Portugal", "Europe/Lisbon"),
];

/// What IANA names begin with.
const AREAS: [&str; 11] = [
    "Africa/",
    "America/",
    "Antarctica/",
    "Arctic/",
    "Asia/",
    "Atlantic/",
    "Australia/",
    "Etc/",
    "Europe/",
    "Indian/",
    "Pacific/",
];

/// The IANA name of a zone: for what Outlook and Windows call it ("GMT Standard Time" is
/// `Europe/London`, summer time included), for the IANA's own older names, and for the paths that
/// some calendars write (`/example.org/20070129_1/Europe/London`). What looks like an IANA name is
/// given back as it is; whether there is such a zone, [`super::Zones::offset`] knows. Nothing for
/// any other name.
///
/// A phone carries the names of Europe; feature `zones` has all of Windows'.
#[must_use]
pub fn canonical(name: &str) -> Option<&str> {
    let name = name.trim().trim_matches('"').trim();
    // "(UTC+00:00) Dublin, Edinburgh, Lisbon, London" and "(GMT) Greenwich Mean Time : Dublin, …".
    let bare = match name.strip_prefix('(').and_then(|rest| rest.split_once(')')) {
        Some((_, mut rest)) => {
            while let Some((_, behind)) = around(rest, " : ") {
                rest = behind;
            }
            rest.trim()
        }
        None => name,
    };
    let by_name = |known: &&(&'static str, &'static str)| known.0.eq_ignore_ascii_case(bare);
    if let Some((_, zone)) = NAMES.iter().find(by_name) {
        return Some(zone);
    }
    #[cfg(feature = "zones")]
    if let Some((_, zone)) = WINDOWS.iter().find(by_name) {
        return Some(zone);
    }
    // As nearly all are written; what stands further on cannot be longer.
    let begins = |area: &&str| {
        let start = name.get(..area.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(area))
    };
    if AREAS.iter().any(begins) {
        return Some(name);
    }
    let path = AREAS.iter().filter_map(|area| {
        let at = find_ignoring_case(name, area)?;
        (at == 0 || name.as_bytes()[at - 1] == b'/').then(|| &name[at..])
    });
    let iana = path.max_by_key(|path| path.len())?;
    if iana.len() < name.len() {
        return canonical(iana);
    }
    Some(iana)
}

/// Every name here and what it stands for.
#[cfg(feature = "zones")]
pub(super) fn all() -> impl Iterator<Item = (&'static str, &'static str)> {
    NAMES.iter().chain(&WINDOWS).copied()
}

fn find_ignoring_case(text: &str, part: &str) -> Option<usize> {
    let windows = text.as_bytes().windows(part.len());
    windows
        .enumerate()
        .find(|(_, window)| window.eq_ignore_ascii_case(part.as_bytes()))
        .map(|(at, _)| at)
}
