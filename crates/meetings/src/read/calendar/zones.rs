//! Zones that a calendar file names: as IANA does, as Outlook does, by a path, or by its own rules.

use super::value::{Clock, When, moment};
use crate::read::draft;
use crate::read::fields::{quoted, told};
use crate::read::gather::{At, Gather};
use crate::read::ics::{Component, Property, parts};
use crate::zone::{self, Zones};

/// Custom names that one file may define.
const MOST: usize = 200;

/// What the names in one file mean.
pub(super) struct Names<'z> {
    /// For turning times onto another clock.
    pub(super) zones: &'z dyn Zones,
    /// The zone of times without one, where the calendar names it.
    pub(super) default: Option<String>,
    defined: Vec<(String, Option<String>)>,
    told: Vec<String>,
}

impl<'z> Names<'z> {
    pub(super) fn new(zones: &'z dyn Zones) -> Names<'z> {
        Names {
            zones,
            default: None,
            defined: Vec::new(),
            told: Vec::new(),
        }
    }

    /// Takes a VTIMEZONE in.
    pub(super) fn define(&mut self, component: &Component<'_>) {
        let Some(id) = component.get("TZID") else {
            return;
        };
        if self.defined.len() >= MOST {
            return;
        }
        let place = component.get("X-LIC-LOCATION").map(Property::text);
        let meant = place.and_then(|place| named(&place));
        self.defined
            .push((id.text(), meant.or_else(|| by_offsets(component))));
    }

    /// The IANA name of what a file calls a zone.
    pub(super) fn resolve(&self, id: &str) -> Option<String> {
        let id = id.trim();
        named(id).or_else(|| {
            let found = self.defined.iter().find(|(known, _)| known.trim() == id);
            found.and_then(|(_, meant)| meant.clone())
        })
    }

    /// Every time that a property has; what is no time is reported and left out.
    pub(super) fn times(
        &mut self,
        property: &Property<'_>,
        at: At,
        gather: &mut Gather,
    ) -> Vec<(When, Option<String>)> {
        let clock = self.clock(property, at, gather);
        let mut found = Vec::new();
        for part in parts(&property.value) {
            let part = part.trim();
            // A PERIOD: the start, and an end or a length.
            let (start, end) = part.split_once('/').unwrap_or((part, ""));
            let Some((wall, utc, is_date)) = moment(start) else {
                if !part.is_empty() {
                    let what = crate::read::fields::quoted(part, "is no time and was left out");
                    gather.note(at, &property.name, what);
                }
                continue;
            };
            let clock = if utc { Clock::Utc } else { clock.clone() };
            let end = (!end.is_empty()).then(|| end.to_owned());
            found.push((
                When {
                    wall,
                    clock,
                    is_date,
                },
                end,
            ));
        }
        found
    }

    fn clock(&mut self, property: &Property<'_>, at: At, gather: &mut Gather) -> Clock {
        let Some(id) = property.param("TZID") else {
            return self.default.clone().map_or(Clock::Floating, Clock::Zone);
        };
        if let Some(zone) = self.resolve(id) {
            return Clock::Zone(zone);
        }
        let london = self
            .default
            .clone()
            .unwrap_or_else(|| "Europe/London".to_owned());
        if !self.told.iter().any(|told| told == id) && self.told.len() < MOST {
            self.told.push(id.to_owned());
            let what = told(&["is no time zone that is known; it was taken for ", &london]);
            gather.note(at, &property.name, quoted(id, &what));
        }
        Clock::Zone(london)
    }
}

/// A time on the clock of a zone. A date alone has the time of day of `start`.
pub(super) fn on_clock(
    when: &When,
    zone: Option<&str>,
    start: chrono::NaiveTime,
    zones: &dyn Zones,
) -> chrono::NaiveDateTime {
    if when.is_date {
        return when.wall.date().and_time(start);
    }
    let Some(zone) = zone else {
        return when.wall;
    };
    let utc = match &when.clock {
        Clock::Floating => return when.wall,
        Clock::Zone(own) if own == zone => return when.wall,
        Clock::Utc => Some(when.wall),
        Clock::Zone(own) => zone::to_utc(zones, own, when.wall).map(|instant| instant.utc),
    };
    let there = utc.and_then(|utc| {
        let offset = zones.offset(zone, utc)?;
        utc.checked_add_signed(chrono::Duration::seconds(i64::from(offset)))
    });
    there.unwrap_or(when.wall)
}

/// A known name, or one at the end of a path: `/mozilla.org/20050126_1/Europe/London`.
fn named(id: &str) -> Option<String> {
    let id = id.trim().trim_matches('"');
    if !id.starts_with('/') {
        return draft::zone_named(id);
    }
    let mut rest = id;
    while let Some((_, end)) = rest.split_once('/') {
        if let Some(zone) = draft::zone_named(end) {
            return Some(zone);
        }
        rest = end;
    }
    None
}

/// Britain's own rules under a name that nobody knows, and UTC's.
fn by_offsets(component: &Component<'_>) -> Option<String> {
    let offset = |within: &str| {
        let found = component.properties.iter().find(|p| {
            p.within.eq_ignore_ascii_case(within) && p.name.eq_ignore_ascii_case("TZOFFSETTO")
        });
        found.map(|p| p.value.trim().to_owned())
    };
    let is = |offset: &Option<String>, known: &str| {
        offset
            .as_deref()
            .is_some_and(|o| o == known || o == [known, "00"].concat())
    };
    let (standard, summer) = (offset("STANDARD"), offset("DAYLIGHT"));
    if is(&standard, "+0000") && is(&summer, "+0100") {
        Some("Europe/London".to_owned())
    } else if is(&standard, "+0000") && summer.is_none() {
        Some("UTC".to_owned())
    } else {
        None
    }
}
