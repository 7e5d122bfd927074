//! What every reader makes a meeting from: an empty one, a place out of a line of text, a point.

use crate::figures::signed;
use crate::seek::around;
use chrono::{Duration, NaiveDate, NaiveDateTime, NaiveTime};
use swansfeet_places::{Point, Postcode};

use super::fields::{said, told};
use super::gather::{At, Gather};
use super::times::{self, Stamp};
use super::{clean, tags};
use crate::recur::{Freq, Rule};
use crate::zone::{self, Zones};
use crate::{Access, Attend, Joining, Meeting, OpenTo, Organiser, Place, Schedule, Status, Venue};

/// A meeting of which nothing is known but what it is called and when it is.
pub(crate) fn blank(id: String, title: String, schedule: Schedule) -> Meeting {
    Meeting {
        id,
        title,
        about: String::new(),
        schedule,
        attend: Attend::InPerson,
        venue: None,
        joining: Joining::default(),
        organiser: Organiser::default(),
        roles: Vec::new(),
        open_to: OpenTo::All,
        languages: Vec::new(),
        access: Access::default(),
        women_only: false,
        status: Status::Confirmed,
        page: None,
    }
}

/// How one is there, where a feed does not say: by whether there is a way to join and a room.
pub(crate) fn attend(meeting: &Meeting) -> Attend {
    let joins = meeting.joining.link.is_some()
        || meeting.joining.phone.is_some()
        || meeting.joining.withheld;
    match (joins, meeting.venue.is_some()) {
        (true, true) => Attend::Hybrid,
        (true, false) => Attend::Online,
        (false, _) => Attend::InPerson,
    }
}

/// A room out of one line: what stands before the first comma is its name, and a postcode at the end
/// is one.
pub(crate) fn venue(line: &str) -> Option<Venue> {
    let line = clean::line(line, clean::NAME * 2);
    if line.is_empty() {
        return None;
    }
    let (name, address) = line.split_once(',').unwrap_or((line.as_str(), ""));
    Some(Venue {
        name: name.trim().to_owned(),
        address: address.trim().to_owned(),
        postcode: postcode_in(&line),
        ..Venue::default()
    })
}

/// The last postcode in a line.
pub(crate) fn postcode_in(line: &str) -> Option<Postcode> {
    let words: Vec<&str> = line
        .split([' ', ','])
        .map(|word| word.trim_matches(['.', '(', ')']))
        .filter(|word| !word.is_empty())
        .collect();
    let figure = |word: &&str| word.bytes().any(|b| b.is_ascii_digit()) && word.len() <= 8;
    for at in (0..words.len().min(60)).rev() {
        let whole = words[at];
        let found = if figure(&whole) && whole.len() >= 5 {
            postcode(whole)
        } else if at > 0 && figure(&whole) && whole.len() == 3 && figure(&words[at - 1]) {
            postcode(&[words[at - 1], " ", whole].concat())
        } else {
            None
        };
        if found.is_some() {
            return found;
        }
    }
    None
}

/// A postcode that is written as one.
pub(crate) fn postcode(text: &str) -> Option<Postcode> {
    if text.len() > 20 {
        return None;
    }
    let reading = Postcode::read(text).ok()?;
    Some(reading.postcode)
}

/// A point on earth; nothing for 0, 0, which stands for "not known" in many feeds.
pub(crate) fn point(latitude: &str, longitude: &str) -> Option<Place> {
    let (latitude, longitude) = (degrees(latitude)?, degrees(longitude)?);
    let is_known = latitude != 0.0 || longitude != 0.0;
    let fits = (-90.0..=90.0).contains(&latitude) && (-180.0..=180.0).contains(&longitude);
    (is_known && fits).then_some(Place {
        point: Point {
            latitude,
            longitude,
        },
        within_miles: 0,
    })
}

/// So many decimals of a degree are read: less than a millimetre.
const DECIMALS: i32 = 9;

/// A number of degrees as JSON and people write it. Rust's own reader of floating-point numbers gets
/// the last bit of the longest ones right, by a table of powers that is 10 kB of a widget.
fn degrees(text: &str) -> Option<f64> {
    let text = text.trim();
    let (number, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let figures = number.strip_prefix(['-', '+']).unwrap_or(number);
    let (whole, part) = figures.split_once('.').unwrap_or((figures, ""));
    let is_number = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    if text.len() >= 40 || figures.len() < 2 && whole.is_empty() {
        return None;
    }
    if !is_number(whole) || !is_number(part) {
        return None;
    }
    let whole = whole.trim_start_matches('0');
    let power = signed(exponent).and_then(|power| i8::try_from(power).ok());
    let power = power.map(i32::from);
    let point = i32::try_from(whole.len()).ok()? + power.unwrap_or(99);
    if point > 3 {
        return None;
    }
    let mut sum = 0_u64;
    let mut digits = whole.bytes().chain(part.bytes());
    for _ in 0..point + DECIMALS {
        sum = sum * 10 + digits.next().map_or(0, |digit| u64::from(digit - b'0'));
    }
    // Both are exact, so the quotient is the nearest that there is.
    let degrees = sum as f64 / 1e9;
    Some(if number.starts_with('-') {
        -degrees
    } else {
        degrees
    })
}

/// A location that says only that the meeting is online: `Zoom`, `Online`, `Microsoft Teams Meeting`.
pub(crate) fn is_online_word(location: &str) -> bool {
    let word = tags::plain(location);
    tags::attend(&word) == Some(Attend::Online)
        || matches!(
            &*word,
            "microsoft teams meeting"
                | "microsoft teams"
                | "google meet"
                | "zoom meeting"
                | "via zoom"
                | "on zoom"
                | "online via zoom"
                | "online meeting"
                | "zoom call"
                | "online event"
                | "skype meeting"
                | "webinar"
        )
}

/// What is said of a name that [`zone_named`] does not know.
pub(crate) const NO_ZONE: &str = "is no time zone; it was taken for Europe/London";

/// A zone's name as everybody knows it: Outlook's are translated. Nothing where it is no name; in a
/// page, what looks like one is let through, since only the browser knows them all.
pub(crate) fn zone_named(name: &str) -> Option<String> {
    let name = clean::line(name, 80);
    let known = zone::canonical(&name)?;
    #[cfg(feature = "zones")]
    let known = zone::Iana::known(known)?;
    Some(known.to_owned())
}

/// Zones whose offsets are known while a feed is read.
#[cfg(feature = "zones")]
const ZONES: zone::Iana = zone::Iana;
#[cfg(not(feature = "zones"))]
const ZONES: zone::London = zone::London;

/// A time on the clock of a zone; nothing where it has an offset of its own and the zone's is not known.
pub(crate) fn on_clock(stamp: Stamp, zone: Option<&str>) -> Option<NaiveDateTime> {
    match (stamp.utc(), zone) {
        (Some(utc), Some(zone)) => {
            let offset = ZONES.offset(zone, utc)?;
            utc.checked_add_signed(Duration::seconds(i64::from(offset)))
        }
        (_, None) | (None, _) => Some(stamp.wall),
    }
}

/// A first start on the clock of its zone; in UTC, where only the browser knows the zone: that is the
/// same instant. But a rule follows the clocks of its zone all year; so where it `recurs`, what is written
/// before an offset is what they show.
pub(crate) fn placed(
    stamp: Stamp,
    zone: Option<String>,
    recurs: bool,
) -> (NaiveDateTime, Option<String>) {
    match on_clock(stamp, zone.as_deref()) {
        Some(wall) => (wall, zone),
        None if recurs && stamp.offset != Some(0) => (stamp.wall, zone),
        None => (stamp.utc().unwrap_or(stamp.wall), Some("UTC".to_owned())),
    }
}

/// Takes over the zone that a field names, if it names one; empty: London, as everywhere.
#[cfg(any(feature = "bmlt", feature = "csv", feature = "guide"))]
pub(crate) fn take_zone(
    schedule: &mut Schedule,
    name: &str,
    field: &str,
    at: At,
    gather: &mut Gather,
) {
    match zone_named(name) {
        Some(zone) => schedule.zone = Some(zone),
        None if name.is_empty() => {}
        None => gather.note(at, field, super::fields::quoted(name, NO_ZONE)),
    }
}

/// An id for what has none: the title in small letters, and a figure made from title and start.
/// It is the same whenever the feed is read.
pub(crate) fn made_id(title: &str, start: NaiveDateTime) -> String {
    let mut id = String::new();
    for c in title.chars().take(40) {
        if c.is_ascii_alphanumeric() {
            id.push(c.to_ascii_lowercase());
        } else if !id.is_empty() && !id.ends_with('-') {
            id.push('-');
        }
    }
    // FNV-1a over the title, then the start.
    let mut mix = 0xcbf2_9ce4_8422_2325_u64;
    let seconds = start.and_utc().timestamp().to_be_bytes();
    for byte in title.bytes().chain(seconds) {
        mix = (mix ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    if !id.is_empty() && !id.ends_with('-') {
        id.push('-');
    }
    for shift in (0..40).step_by(5) {
        let digit = u32::try_from(mix >> (shift + 12) & 31).unwrap_or_default();
        id.extend(char::from_digit(digit, 32));
    }
    id
}

/// A weekly rule; it is made of days that exist, so it is one.
#[cfg(any(feature = "bmlt", feature = "csv", feature = "guide"))]
pub(crate) fn weekly(days: super::days::Days) -> Vec<Rule> {
    Rule::parse(&days.weekly()).into_iter().collect()
}

/// What is repeated, out of an RRULE or out of words.
#[derive(Default)]
pub(crate) struct Repeats {
    /// The rules.
    pub(crate) rules: Vec<Rule>,
    /// The first day, out of words.
    pub(crate) day: Option<NaiveDate>,
    /// The time of day, where the words have one.
    pub(crate) time: Option<NaiveTime>,
    /// How long, where the words say so.
    pub(crate) minutes: Option<u32>,
    /// Days that the words leave out.
    pub(crate) except: Vec<NaiveDate>,
}

/// Reads `FREQ=…` as a rule and anything else as words.
///
/// # Errors
/// What is wrong, worded for whoever keeps the feed.
#[cfg(feature = "csv")]
pub(crate) fn repeats(text: &str, first_day: NaiveDate, is_made: bool) -> Result<Repeats, String> {
    let text = text.trim();
    match rrule(text) {
        Some(rule) => Ok(Repeats {
            rules: vec![rule?],
            ..Repeats::default()
        }),
        None => spoken(text, first_day, is_made),
    }
}

/// A rule, or what is wrong with it; nothing for a text that is meant as words.
pub(crate) fn rrule(text: &str) -> Option<Result<Rule, String>> {
    is_rrule(text).then(|| Rule::parse(text).map_err(|error| said(&error)))
}

/// What words say. Where the first day `is_made` up, they must not depend on it.
///
/// # Errors
/// As [`rrule`].
#[cfg(feature = "phrase")]
pub(crate) fn spoken(text: &str, first_day: NaiveDate, is_made: bool) -> Result<Repeats, String> {
    let text = clean::line(text, clean::NAME);
    let read = |day| crate::phrase::read(&text, day);
    let spoken = match read(first_day) {
        Ok(spoken) if is_made && spoken.counts_from_day => return Err(NO_YEAR.to_owned()),
        // What is wrong is another thing from another day on: it is of a year that nobody said.
        Err(error) if is_made && read(first_day + Duration::days(366)) != Err(error.clone()) => {
            return Err(NO_YEAR.to_owned());
        }
        read => read.map_err(|error| error.to_string())?,
    };
    Ok(Repeats {
        rules: spoken.rules,
        day: Some(spoken.start.date()),
        time: spoken.has_time.then(|| spoken.start.time()),
        minutes: spoken
            .minutes
            .filter(|minutes| *minutes <= times::MOST_MINUTES),
        except: spoken.except,
    })
}

#[cfg(not(feature = "phrase"))]
pub(crate) fn spoken(_: &str, _: NaiveDate, _: bool) -> Result<Repeats, String> {
    Err("words are not read here; write a rule like FREQ=WEEKLY;BYDAY=TU".to_owned())
}

/// What is said where words have a date without a year, or count, and no first day is known.
#[cfg(feature = "phrase")]
const NO_YEAR: &str = "of which year this is, or from when it counts, is not said. Write years with the dates, or give a first date";

/// Says that a rule leaves weeks out, where nothing says which: no first day is known, and it was counted
/// from [`times::long_ago`].
pub(crate) fn say_uncounted(
    start: NaiveDateTime,
    rules: &[Rule],
    field: &str,
    at: At,
    gather: &mut Gather,
) {
    // Words may have had a first day of their own.
    let is_made = start.date() - times::long_ago() < Duration::days(31);
    let leaves_out = |rule: &&Rule| rule.interval() > 1;
    let Some(rule) = rules.iter().find(leaves_out).filter(|_| is_made) else {
        return;
    };
    let which = match rule.freq() {
        Freq::Daily => "day",
        Freq::Weekly => "week",
        Freq::Monthly => "month",
        Freq::Yearly => "year",
    };
    let what = [
        "which ",
        which,
        " is not said; it was counted from 1 January 2024. Give a first date",
    ];
    gather.note(at, field, told(&what));
}

/// Whether a text is meant as an RRULE.
pub(crate) fn is_rrule(text: &str) -> bool {
    let begins = |with: &str| {
        text.get(..with.len())
            .is_some_and(|head| head.eq_ignore_ascii_case(with))
    };
    begins("FREQ=") || begins("RRULE:") || around(&text.to_ascii_uppercase(), "FREQ=").is_some()
}

#[cfg(test)]
mod tests {
    use super::degrees;

    #[test]
    fn degrees_are_what_rust_reads_of_nine_decimals() {
        for text in [
            "53.7997",
            "-1.5492",
            "0",
            "-0.0",
            "+7",
            "7.",
            ".5",
            "-.25",
            "007.5",
            "180",
            "1e-7",
            "5.38E1",
            "1.5e+2",
            "0.000000001",
            "-179.999999999",
            "89.123456789",
            "12e-1",
            " 51.5 ",
        ] {
            let same: f64 = text.trim().parse().expect("a number");
            assert_eq!(degrees(text), Some(same), "{text}");
        }
        assert_eq!(degrees("53.79970000000000123"), Some(53.7997));
        for text in [
            "",
            ".",
            "-",
            "+",
            "e",
            "1e",
            "1e9",
            "1000",
            "north",
            "5 3",
            "5,3",
            "1.2.3",
            "--1",
            "inf",
            "nan",
            "0x5",
            "1e-999",
            "53.7997000000000000000000000000000000000000",
        ] {
            assert_eq!(degrees(text), None, "{text}");
        }
    }
}
