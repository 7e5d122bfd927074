//! What a word beside a meeting says about it: a calendar's category, a cell of a table. Words that
//! say nothing here are passed over.

use std::borrow::Cow;

use super::clean;
use crate::{AccessNeed, Attend, Meeting, Status};

/// The most roles or languages of one meeting.
const MOST: usize = 20;

/// Ids of the roles that feeds know, in the order that they are asked for.
pub fn role_ids() -> impl Iterator<Item = &'static str> {
    ROLES.iter().map(|(id, _)| *id)
}

/// Ids of roles, and how people write them.
const ROLES: [(&str, &[&str]); 7] = [
    (
        "home-care",
        &["home care", "homecare", "domiciliary", "domiciliary care"],
    ),
    (
        "care-home",
        &["care home", "care homes", "residential", "residential care"],
    ),
    (
        "support-worker",
        &["support worker", "support workers", "supported living"],
    ),
    (
        "personal-assistant",
        &["personal assistant", "personal assistants", "pa", "pas"],
    ),
    (
        "day-community",
        &["day community", "day centre", "day services", "community"],
    ),
    (
        "draws-on-support",
        &[
            "draws on support",
            "people who draw on support",
            "draw on support",
        ],
    ),
    (
        "family",
        &[
            "family",
            "families",
            "family carer",
            "unpaid carer",
            "unpaid carers",
        ],
    ),
];

/// BCP 47 tags, and names of languages in English and in themselves.
const LANGUAGES: [(&str, &[&str]); 26] = [
    ("en", &["english"]),
    ("cy", &["welsh", "cymraeg"]),
    ("gd", &["scottish gaelic", "gaelic", "gàidhlig"]),
    ("ga", &["irish", "gaeilge"]),
    ("pl", &["polish", "polski"]),
    ("ro", &["romanian", "română"]),
    ("bg", &["bulgarian", "български"]),
    ("pt", &["portuguese", "português"]),
    ("es", &["spanish", "español"]),
    ("fr", &["french", "français"]),
    ("de", &["german", "deutsch"]),
    ("it", &["italian", "italiano"]),
    ("lt", &["lithuanian", "lietuvių"]),
    ("lv", &["latvian"]),
    ("sk", &["slovak"]),
    ("uk", &["ukrainian", "українська"]),
    ("ru", &["russian", "русский"]),
    ("hi", &["hindi"]),
    ("pa", &["punjabi", "panjabi"]),
    ("ur", &["urdu"]),
    ("bn", &["bengali", "bangla"]),
    ("ml", &["malayalam"]),
    ("tl", &["tagalog", "filipino"]),
    ("yo", &["yoruba"]),
    ("sn", &["shona"]),
    ("ar", &["arabic"]),
];

/// Takes a word in, wherever it belongs; whether it belongs anywhere.
pub(crate) fn take(meeting: &mut Meeting, word: &str) -> bool {
    let word = plain(word);
    if let Some(attend) = attend(&word) {
        meeting.attend = attend;
    } else if let Some(need) = need(&word) {
        meeting.access = meeting.access.with(need);
    } else if let Some(role) = role(&word) {
        add(&mut meeting.roles, role);
    } else if let Some(tag) = language_named(&word) {
        add(&mut meeting.languages, tag);
    } else if matches!(&*word, "women" | "women only" | "womens" | "for women") {
        meeting.women_only = true;
    } else {
        return false;
    }
    true
}

/// A word in small letters, without hyphens and what is around it.
pub(crate) fn plain(word: &str) -> Cow<'_, str> {
    let is_plain = |word: &str| word.bytes().all(|b| b.is_ascii_lowercase());
    if is_plain(word) && word.len() <= 60 {
        return Cow::Borrowed(word);
    }
    let lower: String = clean::line(word, 60).chars().map(clean::small).collect();
    if is_plain(&lower) {
        return Cow::Owned(lower);
    }
    let mut spaced = String::with_capacity(lower.len());
    for c in lower.chars() {
        match c {
            '-' | '_' => spaced.push(' '),
            '\'' | '’' | '.' => {}
            c => spaced.push(c),
        }
    }
    Cow::Owned(clean::line(&spaced, 60))
}

/// How one is there, of a plain word or an id.
pub(crate) fn attend(word: &str) -> Option<Attend> {
    Some(match word {
        "online" | "virtual" | "zoom" | "video" | "online only" | "on line" | "teams" | "phone"
        | "telephone" => Attend::Online,
        "in person" | "in-person" | "inperson" | "face to face" | "f2f" | "venue" | "physical"
        | "offline" => Attend::InPerson,
        "hybrid" | "both" | "online and in person" | "in person and online" | "mixed" => {
            Attend::Hybrid
        }
        _ => return None,
    })
}

/// What there is for people who need it, of a plain word.
pub(crate) fn need(word: &str) -> Option<AccessNeed> {
    Some(match word {
        "step free"
        | "stepfree"
        | "step free access"
        | "wheelchair"
        | "wheelchair access"
        | "wheelchair accessible"
        | "accessible"
        | "level access" => AccessNeed::StepFree,
        "bsl" | "british sign language" | "sign language" | "bsl interpreter" | "signed" => {
            AccessNeed::Bsl
        }
        "captions" | "captioned" | "live captions" | "subtitles" | "closed captions" => {
            AccessNeed::Captions
        }
        "childcare"
        | "child care"
        | "creche"
        | "crèche"
        | "babysitting"
        | "babysitting available" => AccessNeed::Childcare,
        "quiet" | "quiet room" | "quiet space" | "low sensory" | "relaxed" => AccessNeed::Quiet,
        _ => return None,
    })
}

/// The id of a role, of a plain word.
pub(crate) fn role(word: &str) -> Option<&'static str> {
    // Our own feeds have ids: a look at each is less than a look at all names.
    let id = role_ids().find(|id| is_id(id, word));
    id.or_else(|| {
        let named = |(_, words): &&(&'static str, &[&str])| words.contains(&word);
        ROLES.iter().find(named).map(|(id, _)| *id)
    })
}

/// Whether a plain word is that id, which has hyphens for spaces.
fn is_id(id: &str, word: &str) -> bool {
    let same = |(a, b): (u8, u8)| a == b || a == b'-' && b == b' ';
    id.len() == word.len() && id.bytes().zip(word.bytes()).all(same)
}

/// A language's tag, of its name as a plain word.
pub(crate) fn language_named(word: &str) -> Option<&'static str> {
    let named = |(_, words): &&(&'static str, &[&str])| words.contains(&word);
    LANGUAGES.iter().find(named).map(|(tag, _)| *tag)
}

/// A language's tag, of its name or of a tag.
pub(crate) fn language(text: &str) -> Option<String> {
    // No language's name is so short.
    if text.len() == 2 && text.bytes().all(|b| b.is_ascii_lowercase()) {
        return Some(text.to_owned());
    }
    let word = plain(text);
    if let Some(tag) = language_named(&word) {
        return Some(tag.to_owned());
    }
    let tag = text.trim().to_ascii_lowercase().replace('_', "-");
    let is_tag = tag.split('-').enumerate().all(|(at, part)| {
        let first = at > 0 || part.bytes().all(|b| b.is_ascii_alphabetic());
        first && (2..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric())
    });
    let short = tag.split('-').next().is_some_and(|first| first.len() <= 3);
    (is_tag && short && tag.len() <= 20).then_some(tag)
}

/// Whether it takes place, of a plain word.
pub(crate) fn status(word: &str) -> Option<Status> {
    Some(match word {
        "confirmed" | "active" | "on" | "open" => Status::Confirmed,
        "tentative" | "provisional" | "to be confirmed" | "tbc" | "maybe" => Status::Tentative,
        "cancelled" | "canceled" | "off" | "called off" => Status::Cancelled,
        _ => return None,
    })
}

/// One more, once.
pub(crate) fn add(list: &mut Vec<String>, one: &str) {
    if list.len() < MOST && !list.iter().any(|known| known == one) {
        list.push(one.to_owned());
    }
}
