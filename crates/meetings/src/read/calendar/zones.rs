//! Zones that a calendar file names: as IANA does, as Outlook does, by a path, or by its own rules.

use super::value::{Clock, When, moment};
use crate::read::fields::{quoted, told};
use crate::read::gather::{At, Gather};
use crate::read::ics::{Component, Property, parts};
use crate::read::{draft, times};
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
        // Cut once here, not whenever a name is looked for.
        let id = id.text().trim().to_owned();
        self.defined
            .push((id, meant.or_else(|| by_offsets(component))));
    }

    /// The IANA name of what a file calls a zone.
    pub(super) fn resolve(&self, id: &str) -> Option<String> {
        let id = id.trim();
        named(id).or_else(|| {
            let found = self.defined.iter().find(|(known, _)| known == id);
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

/// A known name, or one at the end of a path: `/mozilla.org/20050126_1/Europe/London`,
/// `tzone://Microsoft/Utc`.
fn named(id: &str) -> Option<String> {
    let id = id.trim().trim_matches('"');
    let is_path = id.starts_with('/') || id.contains("://");
    if !is_path {
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

/// Zones by their offsets in minutes, in winter and in summer: those of which many people keep the same
/// clocks, each by its largest place. Whole hours without a summer need none.
const OFFSETS: [(i32, Option<i32>, &str); 18] = [
    (0, Some(60), "Europe/London"),
    (60, Some(120), "Europe/Paris"),
    (120, Some(180), "Europe/Helsinki"),
    (-600, Some(-540), "America/Adak"),
    (-540, Some(-480), "America/Anchorage"),
    (-480, Some(-420), "America/Los_Angeles"),
    (-420, Some(-360), "America/Denver"),
    (-360, Some(-300), "America/Chicago"),
    (-300, Some(-240), "America/New_York"),
    (-240, Some(-180), "America/Halifax"),
    (-210, Some(-150), "America/St_Johns"),
    (570, Some(630), "Australia/Adelaide"),
    (600, Some(660), "Australia/Sydney"),
    (720, Some(780), "Pacific/Auckland"),
    (210, None, "Asia/Tehran"),
    (330, None, "Asia/Kolkata"),
    (345, None, "Asia/Kathmandu"),
    (570, None, "Australia/Darwin"),
];

/// A zone under a name that nobody knows, by its offsets; nothing where no zone has them.
fn by_offsets(component: &Component<'_>) -> Option<String> {
    let offset = |within: &str| {
        let found = component.properties.iter().find(|p| {
            p.within.eq_ignore_ascii_case(within) && p.name.eq_ignore_ascii_case("TZOFFSETTO")
        });
        minutes_east(found?.value.trim())
    };
    let standard = offset("STANDARD")?;
    let summer = offset("DAYLIGHT").filter(|summer| *summer != standard);
    let known = OFFSETS.iter();
    let mut known = known.filter(|zone| (zone.0, zone.1) == (standard, summer));
    if let Some((_, _, zone)) = known.next() {
        return Some((*zone).to_owned());
    }
    match (standard / 60, summer) {
        _ if standard % 60 != 0 => None,
        (0, None) => Some("UTC".to_owned()),
        // The database has these with the sign turned round.
        (hours @ 1..=14, None) => Some(["Etc/GMT-", &hours.to_string()].concat()),
        (hours @ -12..=-1, None) => Some(["Etc/GMT+", &(-hours).to_string()].concat()),
        _ => None,
    }
}

/// `+0530`, `-050000`; Outlook's `-0000` is nought.
fn minutes_east(offset: &str) -> Option<i32> {
    let figures = offset.strip_prefix(['+', '-'])?;
    let part = |range| times::number(figures.get(range)?, 2);
    let minutes = part(0..2)? * 60 + part(2..4)?;
    let minutes = i32::try_from(minutes).ok()?;
    Some(if offset.starts_with('-') {
        -minutes
    } else {
        minutes
    })
}
