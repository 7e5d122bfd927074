//! Random rules, what the crate `rrule` makes of them, and a slow reading of the RFC's table that
//! decides where the two differ.

use chrono::{Datelike, NaiveDate, NaiveDateTime, TimeDelta};
use swansfeet_meetings::recur::Rule;
use swansfeet_meetings::zone::to_utc;

use super::{Tz, schedule};

pub(crate) const LONDON: &str = "Europe/London";
/// How many dates of each rule are compared.
const DATES: usize = 40;
const NAMES: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/// Numbers that are the same in every run (splitmix64).
pub(crate) struct Random(pub(crate) u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub(crate) fn below(&mut self, n: i64) -> i64 {
        (self.next() % n.unsigned_abs()) as i64
    }

    pub(crate) fn one_in(&mut self, n: i64) -> bool {
        self.below(n) == 0
    }

    /// From 1 to `most`, sometimes from the end.
    fn signed(&mut self, most: i64) -> i64 {
        let number = 1 + self.below(most);
        if self.one_in(3) { -number } else { number }
    }

    fn some(&mut self, most: i64, mut one: impl FnMut(&mut Random) -> i64) -> Vec<i64> {
        let many = 1 + self.below(most);
        let mut all: Vec<i64> = (0..many).map(|_| one(self)).collect();
        all.sort_unstable();
        all.dedup();
        all
    }
}

#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(crate) enum Freq {
    Daily,
    Weekly,
    Monthly,
    Yearly,
}

/// A rule in plain lists.
#[derive(Clone, Debug)]
pub(crate) struct Spec {
    pub(crate) start: NaiveDateTime,
    pub(crate) freq: Freq,
    pub(crate) interval: i64,
    pub(crate) wkst: i64,
    /// The ordinal (0: none) and the weekday.
    pub(crate) byday: Vec<(i64, i64)>,
    pub(crate) monthdays: Vec<i64>,
    pub(crate) months: Vec<i64>,
    pub(crate) yeardays: Vec<i64>,
    pub(crate) weeknos: Vec<i64>,
    pub(crate) setpos: Vec<i64>,
    pub(crate) count: Option<i64>,
    pub(crate) until: Option<NaiveDateTime>,
}

impl Spec {
    /// Any rule that RFC 5545 allows, starting in 2024 to 2027, at times that clocks skip or show
    /// twice among others.
    pub(crate) fn random(random: &mut Random) -> Spec {
        let freq = match random.below(8) {
            0 | 1 => Freq::Daily,
            2 | 3 => Freq::Weekly,
            4 | 5 => Freq::Monthly,
            _ => Freq::Yearly,
        };
        let day = NaiveDate::from_ymd_opt(2024, 1, 1).expect("a day")
            + TimeDelta::days(random.below(1461));
        let times = [
            (19, 30),
            (1, 30),
            (1, 0),
            (0, 30),
            (2, 0),
            (10, 0),
            (0, 0),
            (1, 59),
            (23, 45),
        ];
        let (hour, minute) = times[random.below(9) as usize];
        let start = day.and_hms_opt(hour, minute, 0).expect("a time");
        let mut spec = Spec {
            start,
            freq,
            interval: if random.one_in(2) {
                1
            } else {
                1 + random.below(5)
            },
            wkst: if random.one_in(2) { 0 } else { random.below(7) },
            byday: Vec::new(),
            monthdays: Vec::new(),
            months: Vec::new(),
            yeardays: Vec::new(),
            weeknos: Vec::new(),
            setpos: Vec::new(),
            count: random.one_in(3).then(|| 1 + random.below(30)),
            until: None,
        };
        spec.add_parts(random);
        if spec.count.is_none() && random.one_in(3) {
            // Often the very instant of a date that the rule may give.
            let at = start + TimeDelta::days(random.below(900));
            spec.until = to_utc(&Tz, LONDON, at).map(|at| at.utc);
        }
        spec
    }

    fn add_parts(&mut self, random: &mut Random) {
        let (yearly, monthly) = (self.freq == Freq::Yearly, self.freq == Freq::Monthly);
        if random.one_in(3) {
            self.months = random.some(4, |random| 1 + random.below(12));
        }
        if yearly && random.one_in(5) {
            self.weeknos = random.some(3, |random| random.signed(53));
        }
        if yearly && random.one_in(5) {
            self.yeardays = random.some(6, |random| random.signed(366));
        }
        if self.freq != Freq::Weekly && random.one_in(3) {
            self.monthdays = random.some(8, |random| random.signed(31));
        }
        if random.one_in(2) {
            let most = match (yearly, self.months.is_empty()) {
                (true, true) => 53,
                _ => 5,
            };
            let ordinals = (monthly || yearly) && self.weeknos.is_empty() && random.one_in(2);
            let mixed = random.one_in(8);
            for weekday in random.some(4, |random| random.below(7)) {
                let with = ordinals && !(mixed && random.one_in(2));
                // rrule's own parser reads monthly ordinals from -4 to 5 only.
                let ordinal = if with {
                    random.signed(most).max(-4.max(-most))
                } else {
                    0
                };
                self.byday.push((ordinal, weekday));
            }
        }
        let any = [&self.months, &self.weeknos, &self.yeardays, &self.monthdays];
        let any = any.iter().any(|list| !list.is_empty()) || !self.byday.is_empty();
        if any && random.one_in(4) {
            self.setpos = random.some(3, |random| random.signed(6));
        }
    }

    pub(crate) fn text(&self) -> String {
        let freq = match self.freq {
            Freq::Daily => "DAILY",
            Freq::Weekly => "WEEKLY",
            Freq::Monthly => "MONTHLY",
            Freq::Yearly => "YEARLY",
        };
        let mut text = format!("FREQ={freq}");
        if self.interval > 1 {
            text += &format!(";INTERVAL={}", self.interval);
        }
        if self.wkst != 0 {
            text += &format!(";WKST={}", NAMES[self.wkst as usize]);
        }
        let days = self.byday.iter().map(|(ordinal, weekday)| match ordinal {
            0 => NAMES[*weekday as usize].to_owned(),
            _ => format!("{ordinal}{}", NAMES[*weekday as usize]),
        });
        let numbers = |list: &[i64]| {
            list.iter()
                .map(i64::to_string)
                .collect::<Vec<_>>()
                .join(",")
        };
        for (name, list) in [
            ("BYMONTH", numbers(&self.months)),
            ("BYWEEKNO", numbers(&self.weeknos)),
            ("BYYEARDAY", numbers(&self.yeardays)),
            ("BYMONTHDAY", numbers(&self.monthdays)),
            ("BYDAY", days.collect::<Vec<_>>().join(",")),
            ("BYSETPOS", numbers(&self.setpos)),
        ] {
            if !list.is_empty() {
                text += &format!(";{name}={list}");
            }
        }
        if let Some(count) = self.count {
            text += &format!(";COUNT={count}");
        }
        if let Some(until) = self.until {
            text += &until.format(";UNTIL=%Y%m%dT%H%M%SZ").to_string();
        }
        text
    }
}

/// The first dates by us, in UTC, and whether a bound was reached.
pub(crate) fn ours(spec: &Spec) -> (Vec<NaiveDateTime>, bool) {
    let schedule = schedule(spec.start, &[&spec.text()], Some(LONDON));
    let mut dates = schedule.occurrences(&Tz);
    let all = dates.by_ref().take(DATES).map(|date| date.utc).collect();
    (all, dates.bounded())
}

/// The first dates by the crate `rrule`, in UTC; nothing where it refuses the rule.
pub(crate) fn theirs(spec: &Spec, most: usize) -> Option<Vec<NaiveDateTime>> {
    let start = spec.start.format("%Y%m%dT%H%M%S");
    let text = format!("DTSTART;TZID={LONDON}:{start}\nRRULE:{}", spec.text());
    let set: rrule::RRuleSet = text.parse().ok()?;
    let limit = u16::try_from(most).expect("few");
    Some(
        set.all(limit)
            .dates
            .iter()
            .map(|date| date.naive_utc())
            .collect(),
    )
}

/// The dates up to a day, by asking of each day whether the rule has it: the table of RFC 5545,
/// 3.3.10, taken word by word and slowly. In UTC.
pub(crate) fn slowly(spec: &Spec, end: NaiveDate) -> Vec<NaiveDateTime> {
    let first = spec.start.date();
    let mut day = first - TimeDelta::days(i64::from(first.ordinal0()) + 7);
    let mut found = Vec::new();
    let mut period: Vec<NaiveDate> = Vec::new();
    let last = end + TimeDelta::days(370);
    while day <= last {
        let next = day + TimeDelta::days(1);
        if behind(spec, day) % spec.interval == 0 && fits(spec, day) {
            period.push(day);
        }
        if behind(spec, day) != behind(spec, next) {
            found.extend(chosen(spec, &period));
            period.clear();
        }
        day = next;
    }
    found.retain(|day| *day >= first);
    let times = found.iter().map(|day| {
        let wall = day.and_time(spec.start.time());
        to_utc(&Tz, LONDON, wall).expect("a known zone").utc
    });
    let times = times.filter(|at| spec.until.is_none_or(|until| *at <= until));
    times
        .take(spec.count.map_or(usize::MAX, |count| count as usize))
        .take(DATES)
        .collect()
}

/// How many periods a day lies behind the start's.
fn behind(spec: &Spec, day: NaiveDate) -> i64 {
    let start = spec.start.date();
    let week = |day: NaiveDate| {
        let into = (i64::from(day.weekday().num_days_from_monday()) - spec.wkst).rem_euclid(7);
        day - TimeDelta::days(into)
    };
    match spec.freq {
        Freq::Daily => (day - start).num_days(),
        Freq::Weekly => (week(day) - week(start)).num_days() / 7,
        Freq::Monthly => {
            i64::from(day.year() - start.year()) * 12 + i64::from(day.month())
                - i64::from(start.month())
        }
        Freq::Yearly => i64::from(day.year() - start.year()),
    }
}

fn chosen(spec: &Spec, period: &[NaiveDate]) -> Vec<NaiveDate> {
    let length = period.len() as i64;
    let has = |at: i64| {
        spec.setpos.is_empty()
            || spec.setpos.contains(&(at + 1))
            || spec.setpos.contains(&(at - length))
    };
    let days = (0..).zip(period).filter(|(at, _)| has(*at));
    days.map(|(_, day)| *day).collect()
}

fn fits(spec: &Spec, day: NaiveDate) -> bool {
    let start = spec.start.date();
    let weekday = i64::from(day.weekday().num_days_from_monday());
    let month_length = i64::from(day.num_days_in_month());
    let year_length = if day.leap_year() { 366 } else { 365 };
    let (date, ordinal) = (i64::from(day.day()), i64::from(day.ordinal()));
    let either =
        |list: &[i64], n: i64, length: i64| list.contains(&n) || list.contains(&(n - length - 1));
    if !spec.months.is_empty() && !spec.months.contains(&i64::from(day.month())) {
        return false;
    }
    if !spec.yeardays.is_empty() && !either(&spec.yeardays, ordinal, year_length) {
        return false;
    }
    if !spec.monthdays.is_empty() && !either(&spec.monthdays, date, month_length) {
        return false;
    }
    if !spec.weeknos.is_empty() {
        let (number, weeks) = week_of(spec, day);
        if !either(&spec.weeknos, number, weeks) {
            return false;
        }
    }
    let in_month = spec.freq == Freq::Monthly || !spec.months.is_empty();
    let (at, length) = if in_month {
        (date, month_length)
    } else {
        (ordinal, year_length)
    };
    let (forwards, backwards) = ((at - 1) / 7 + 1, -((length - at) / 7 + 1));
    let listed = |(nth, of): &(i64, i64)| {
        *of == weekday && (*nth == 0 || *nth == forwards || *nth == backwards)
    };
    if !spec.byday.is_empty() {
        return spec.byday.iter().any(listed);
    }
    // What the rule does not say comes from the start.
    if !spec.monthdays.is_empty() || !spec.yeardays.is_empty() {
        return true;
    }
    let same_weekday = day.weekday() == start.weekday();
    match spec.freq {
        Freq::Daily => true,
        Freq::Weekly => same_weekday,
        Freq::Monthly => day.day() == start.day(),
        Freq::Yearly if !spec.weeknos.is_empty() => same_weekday,
        Freq::Yearly => {
            day.day() == start.day() && (!spec.months.is_empty() || day.month() == start.month())
        }
    }
}

/// The number of the week that a day lies in, and how many weeks that year has: the year that most
/// of the week lies in.
fn week_of(spec: &Spec, day: NaiveDate) -> (i64, i64) {
    let into = (i64::from(day.weekday().num_days_from_monday()) - spec.wkst).rem_euclid(7);
    // The fourth day of the week is in the year that has the week.
    let middle = day - TimeDelta::days(into) + TimeDelta::days(3);
    let number = i64::from(middle.ordinal0()) / 7 + 1;
    let year = if middle.leap_year() { 366 } else { 365 };
    let after = (year - i64::from(middle.ordinal())) / 7;
    (number, number + after)
}

/// Where the crate `rrule` reads a rule differently, and why it is not followed.
pub(crate) struct Difference {
    pub(crate) what: &'static str,
    pub(crate) has: fn(&Spec) -> bool,
}

pub(crate) const DIFFERENCES: [Difference; 5] = [
    Difference {
        what: "BYWEEKNO alone: rrule takes all seven days. The day of the week is to come from the \
               start (RFC 5545, 3.3.10; RFC 8984, 4.3.3.1, rule 2)",
        has: |spec| {
            !spec.weeknos.is_empty()
                && spec.byday.is_empty()
                && spec.monthdays.is_empty()
                && spec.yeardays.is_empty()
        },
    },
    Difference {
        what: "BYDAY=MO,1TU: rrule asks a day to be in both lists, so gives next to nothing. BYDAY \
               is one list (3.3.10)",
        has: |spec| {
            spec.byday.iter().any(|(nth, _)| *nth == 0)
                && spec.byday.iter().any(|(nth, _)| *nth != 0)
        },
    },
    Difference {
        what: "BYSETPOS of a week: rrule counts from the start on in the first week. It is to count \
               among all days of the week (3.3.10, \"a set of recurrence instances in one interval\")",
        has: |spec| spec.freq == Freq::Weekly && !spec.setpos.is_empty(),
    },
    Difference {
        what: "BYWEEKNO=-53 and -52: rrule knows the last days of December as week 1 of the next \
               year, and not as the same week counted from that year's end",
        has: |spec| spec.weeknos.iter().any(|number| *number <= -52),
    },
    Difference {
        what: "BYWEEKNO=53 and 52: rrule takes the first days of some Januaries for the wrong week \
               of the year before. 2 January 2039 is in week 52 of 2038 by ISO 8601, which has no 53",
        has: |spec| spec.weeknos.iter().any(|number| *number >= 52),
    },
];

/// What a comparison came to.
pub(crate) enum Outcome {
    Same,
    /// No date at all, and by the slow reading none for more than forty years either.
    Empty,
    /// `rrule` refuses it.
    Refused,
    /// The difference's place in [`DIFFERENCES`].
    Explained(usize),
    /// Neither, and what came out.
    Unexplained(String),
}

/// Compares one rule. A difference is explained where it has a name below and the slow reading
/// agrees with us.
pub(crate) fn compare(spec: &Spec) -> Outcome {
    let (ours, bounded) = ours(spec);
    let text = spec.text();
    assert!(ours.is_sorted_by(|a, b| a < b), "{text}");
    let again = Rule::parse(&text).expect("a rule");
    assert_eq!(
        Rule::parse(&again.to_string()).as_ref(),
        Ok(&again),
        "{text}"
    );
    let late = NaiveDate::from_ymd_opt(2070, 1, 1).expect("a day");
    // Where there is nothing to find, rrule looks for a second or two.
    if ours.is_empty() {
        let slow = slowly(spec, late);
        return match slow.first() {
            None => Outcome::Empty,
            Some(first) => Outcome::Unexplained(format!("{text}: nothing, slowly {first}")),
        };
    }
    let most = if bounded { ours.len() } else { DATES };
    let Some(theirs) = theirs(spec, most) else {
        return Outcome::Refused;
    };
    if ours == theirs {
        return Outcome::Same;
    }
    let end = ours.iter().chain(&theirs).max().expect("one has dates");
    let slow = slowly(spec, end.date().min(late));
    let same = ours.iter().zip(&slow).all(|(a, b)| a == b) && slow.len() <= ours.len();
    let place = DIFFERENCES
        .iter()
        .position(|difference| (difference.has)(spec));
    match place {
        Some(place) if same => Outcome::Explained(place),
        _ => Outcome::Unexplained(format!(
            "{} {text}\n ours {:?}\ntheirs {:?}\n  slow {:?}",
            spec.start,
            &ours[..ours.len().min(12)],
            &theirs[..theirs.len().min(12)],
            &slow[..slow.len().min(12)]
        )),
    }
}
