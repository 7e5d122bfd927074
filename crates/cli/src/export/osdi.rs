//! JSON for other campaign tools: an array of OSDI record signature helpers.

use std::io;
use std::path::Path;

use swansfeet_api::osdi::{Custom, Email, Person as OsdiPerson, Postal, Referrer, Signature};

use super::person::Person;
use super::{Sheet, listed, put, start};
use crate::office::{Output, Trouble};

pub(super) struct Osdi {
    out: Output,
    any: bool,
}

impl Osdi {
    pub(super) fn start(path: &Path) -> Result<Osdi, Trouble> {
        let mut out = start(path)?;
        put(&mut out, "[").map_err(|why| out.trouble(why))?;
        Ok(Osdi { out, any: false })
    }
}

impl Sheet for Osdi {
    fn person(&mut self, person: &Person) -> io::Result<()> {
        put(&mut self.out, if self.any { ",\n" } else { "\n" })?;
        self.any = true;
        let identifiers = [format!("swansfeet:{}", person.id)];
        Signature {
            identifiers: identifiers.clone(),
            origin_system: "Swansfeet",
            action_date: person.signed_at(),
            comments: person.comment.as_deref(),
            referrer_data: person.credit.as_deref().map(|source| Referrer { source }),
            person: osdi(person, identifiers),
        }
        .write(&mut self.out)
    }

    fn finish(mut self: Box<Self>) -> Result<(), Trouble> {
        put(&mut self.out, "\n]\n").map_err(|why| self.out.trouble(why))?;
        self.out.finish()
    }
}

fn osdi(person: &Person, identifiers: [String; 1]) -> OsdiPerson<'_> {
    let name = person.name.as_deref();
    let (given_name, family_name) = name.map_or((None, None), parted);
    let nobody_agreed = person.consent.purposes.is_empty() && person.consent.partners.is_empty();
    let email = person.email.as_deref().map(|address| Email {
        address,
        primary: true,
        status: nobody_agreed.then_some("unsubscribed"),
    });
    let nation = person.areas.nation.as_deref();
    OsdiPerson {
        identifiers,
        given_name,
        family_name,
        email_addresses: email.into_iter().collect(),
        postal_addresses: nation.and_then(postal).into_iter().collect(),
        languages_spoken: [person.consent.language.base()],
        custom_fields: Custom {
            full_name: name,
            postcode_area: Some(person.areas.area.as_str()).filter(|area| !area.is_empty()),
            region: person.areas.region.as_deref(),
            council: person.areas.council.as_deref(),
            constituency: person.areas.constituency.as_deref(),
            category: person.category.as_ref().map(|id| id.as_str()),
            union: person.union.as_deref(),
            workplace: person.workplace.as_deref(),
            public_name: person.public_name(),
            priorities: listed(&person.priorities),
            consent_version: person.consent.version,
            consent_wording: person.wording(),
            consent_purposes: listed(&person.consent.purposes),
            consent_partners: listed(&person.consent.partners),
        },
    }
}

/// OSDI wants a name in two parts, and nobody can know where it parts. Put together again, these
/// two give what the signer typed; `full_name` has it too.
fn parted(name: &str) -> (Option<&str>, Option<&str>) {
    match name.rsplit_once(' ') {
        Some((given, family)) => (Some(given), Some(family)),
        None => (Some(name), None),
    }
}

/// Country and subdivision of a nation (ISO 3166).
fn postal(nation: &str) -> Option<Postal> {
    let (region, country) = match nation {
        "england" => (Some("ENG"), "GB"),
        "scotland" => (Some("SCT"), "GB"),
        "wales" => (Some("WLS"), "GB"),
        "northern-ireland" => (Some("NIR"), "GB"),
        "isle-of-man" => (None, "IM"),
        "guernsey" => (None, "GG"),
        "jersey" => (None, "JE"),
        _ => return None,
    };
    Some(Postal {
        primary: true,
        region,
        country,
    })
}

#[cfg(test)]
mod tests {
    use swansfeet_places::Area;

    use super::*;

    #[test]
    fn a_parted_name_is_whole_when_put_together() {
        for (name, parts) in [
            ("Ana Mensah", (Some("Ana"), Some("Mensah"))),
            ("Sukarno", (Some("Sukarno"), None)),
            (
                "Nguyễn Thị Minh Khai",
                (Some("Nguyễn Thị Minh"), Some("Khai")),
            ),
        ] {
            assert_eq!(parted(name), parts);
        }
    }

    #[test]
    fn every_nation_has_its_code() {
        for area in Area::all() {
            for nation in area.nations() {
                assert!(postal(nation.id()).is_some(), "{}", nation.id());
            }
        }
    }
}
