//! The answer to a filter, in order and with reasons.

use super::index::NOT;
use super::prepare::{Prepared, Row};
use super::{Catalogue, Date, Filter, Found, Hits, Reason};
use crate::Meeting;
use crate::fit::Fit;

impl Catalogue {
    /// The meetings that answer a filter, best first, at most `limit` of them.
    ///
    /// The order is by these, each only where those before it are equal:
    ///
    /// 1. what takes place before what is called off;
    /// 2. where words are asked for, the worst place in which one of them stands: title,
    ///    organiser, room or town, about, further words; then those found by forgiving a slip;
    /// 3. what is in a room only, and more than 40 miles off, last;
    /// 4. what fits (in the room or online), then what is not known to, then what can be made in
    ///    part, then what can be made on a later date, then what cannot;
    /// 5. what can be joined online or is within 5 miles, then within 15, then within 40 or it is not
    ///    known where; all the same where it is not known from where;
    /// 6. the sooner; 7. the nearer; 8. the order of the feed.
    ///
    /// Where nobody said when they work, [`Filter::fits`] asks for nothing, and where nobody said
    /// where they are, [`Filter::miles`] asks for nothing: an address shared by somebody who did
    /// must not come out empty.
    #[must_use]
    pub fn find(&self, prepared: &Prepared, filter: &Filter, limit: usize) -> Hits {
        let words = self.search(&filter.text);
        let mut order = Best::new(limit);
        let (mut total, mut fit) = (0, 0);
        for (index, (meeting, row)) in self.meetings().iter().zip(&prepared.rows).enumerate() {
            let words = words.as_ref().map_or(0, |words| words[index]);
            if words == NOT || !filter.matches(meeting) || !row.answers(filter, prepared, meeting) {
                continue;
            }
            if let Some(chosen) = Chosen::new(prepared, index, filter) {
                total += 1;
                fit += usize::from(chosen.next.is_some_and(|date| date.fit.fits()));
                order.take(chosen.rank(row, words, index));
            }
        }
        let found = (order.in_order().iter())
            .filter_map(|(_, last)| {
                // The index is in the last 32 bits.
                let index = (last & 0xFFFF_FFFF) as usize;
                let words = words.as_ref().map_or(0, |words| words[index]);
                self.found(prepared, filter, index, words)
            })
            .collect();
        Hits { found, total, fit }
    }

    fn found(
        &self,
        prepared: &Prepared,
        filter: &Filter,
        index: usize,
        words: u8,
    ) -> Option<Found> {
        let row = &prepared.rows[index];
        let chosen = Chosen::new(prepared, index, filter)?;
        let mut found = Found {
            index,
            next: chosen.next.cloned(),
            called_off: chosen.called_off.cloned(),
            later: chosen.later.cloned(),
            distance: row.distance,
            within_miles: row.within_miles,
            fit: chosen.next.map_or(Fit::Unknown, |date| date.fit),
            words,
            reasons: Vec::new(),
            twin_of: row.twin_of,
        };
        found.reasons = reasons(&found, &self.meetings()[index], prepared, filter);
        Some(found)
    }
}

/// So few are kept in order as they come; more are sorted in the end.
const FEW: usize = 100;

/// The order that [`Catalogue::find`] promises, as two numbers.
type Rank = (u64, u64);

/// The lowest of many ranks. A list shows twenty of thousands: sorting all of them took a third of
/// the time for a key.
struct Best {
    ranks: Vec<Rank>,
    limit: usize,
}

impl Best {
    fn new(limit: usize) -> Best {
        Best {
            ranks: Vec::new(),
            limit,
        }
    }

    fn take(&mut self, rank: Rank) {
        if self.limit > FEW {
            return self.ranks.push(rank);
        }
        if self.ranks.len() == self.limit {
            match self.ranks.last() {
                Some(last) if rank < *last => self.ranks.pop(),
                _ => return,
            };
        }
        let at = self.ranks.partition_point(|known| *known < rank);
        self.ranks.insert(at, rank);
    }

    fn in_order(mut self) -> Vec<Rank> {
        if self.limit > FEW {
            self.ranks.sort_unstable();
            self.ranks.truncate(self.limit);
        }
        self.ranks
    }
}

impl Row {
    /// What the meeting's dates and place tell beyond [`Filter::matches`].
    fn answers(&self, filter: &Filter, prepared: &Prepared, meeting: &Meeting) -> bool {
        match filter.miles.filter(|_| prepared.has_place) {
            Some(miles) if !meeting.attend.is_online() => self.distance.is_some_and(|distance| {
                // Who may be near enough is.
                distance.miles() - f64::from(self.within_miles) <= f64::from(miles)
            }),
            _ => true,
        }
    }
}

/// The dates of a meeting that answer a filter.
struct Chosen<'a> {
    next: Option<&'a Date>,
    called_off: Option<&'a Date>,
    later: Option<&'a Date>,
    /// Until the next, or else the one that is called off, in minutes.
    wait: u32,
}

impl<'a> Chosen<'a> {
    fn new(prepared: &'a Prepared, index: usize, filter: &Filter) -> Option<Chosen<'a>> {
        let must_fit = filter.fits && prepared.has_shifts;
        let mut chosen = Chosen {
            next: None,
            called_off: None,
            later: None,
            wait: 0,
        };
        for (date, wait) in prepared.waits(index) {
            if !filter.matches_start(date.local) {
                continue;
            }
            if date.occurrence.cancelled {
                if chosen.next.is_none() && chosen.called_off.is_none() {
                    chosen.called_off = Some(date);
                    chosen.wait = wait;
                }
            } else if chosen.next.is_none() {
                if !must_fit || date.fit.fits() {
                    chosen.next = Some(date);
                    chosen.wait = wait;
                    if date.fit.fits() || date.fit == Fit::Unknown {
                        break;
                    }
                }
            } else if date.fit.fits() {
                chosen.later = Some(date);
                break;
            }
        }
        let any = chosen.next.is_some() || chosen.called_off.is_some() && !must_fit;
        any.then_some(chosen)
    }

    /// Two numbers of 64 bits: a browser has none of 128, and this is done for all meetings at each key.
    fn rank(&self, row: &Row, words: u8, index: usize) -> Rank {
        let fit = match self.next.map(|date| date.fit) {
            Some(Fit::Fits | Fit::FitsOnline) => 0,
            None | Some(Fit::Unknown) => 1,
            Some(Fit::Part(_)) => 2,
            Some(Fit::Missed(_)) if self.later.is_some() => 3,
            Some(Fit::Missed(_)) => 4,
        };
        let near = &row.nearness;
        let first = [
            (1, u32::from(self.next.is_none())),
            (8, u32::from(words)),
            (1, u32::from(near.far)),
            (3, fit),
            (2, u32::from(near.band)),
            (32, self.wait),
        ];
        let first = first
            .into_iter()
            .fold(0, |rank, (bits, value)| rank << bits | u64::from(value));
        (first, u64::from(near.tenths) << 32 | index as u64)
    }
}

/// The reasons for a place in the list, in the order in which they count.
fn reasons(found: &Found, meeting: &Meeting, prepared: &Prepared, filter: &Filter) -> Vec<Reason> {
    let mut reasons = Vec::new();
    match &found.next {
        None => reasons.push(Reason::CalledOff),
        Some(date) if date.occurrence.utc <= prepared.now_of(meeting) => reasons.push(Reason::Now),
        Some(_) => {}
    }
    if found.words >= super::index::PLACES {
        reasons.push(Reason::Alike);
    }
    match found.fit {
        Fit::Unknown => {}
        Fit::Fits => reasons.push(Reason::Fits),
        Fit::FitsOnline => reasons.push(Reason::FitsOnline),
        Fit::Part(part) => {
            if part.online {
                reasons.push(Reason::PartOnline);
            }
            let late = part
                .late
                .map(|(minutes, by)| Reason::Late(minutes, by.cause));
            let early = part
                .early
                .map(|(minutes, by)| Reason::Early(minutes, by.cause));
            reasons.extend(late.into_iter().chain(early));
        }
        Fit::Missed(by) => reasons.push(Reason::Missed(by.cause)),
    }
    if let Some(date) = &found.later {
        reasons.push(Reason::FitsLater(date.local));
    }
    if meeting.attend.is_online() && found.fit != Fit::FitsOnline {
        reasons.push(Reason::Online);
    }
    if let Some(distance) = found.distance {
        let (miles, off) = (distance.whole_miles(), u32::from(found.within_miles));
        reasons.push(match off {
            0 => Reason::Miles(miles),
            off if miles > off => Reason::MilesRough(miles),
            off => Reason::MilesWithin(miles + off),
        });
    }
    let asked = |tag: &&String| filter.asks_for_language(tag);
    let languages = meeting.languages.iter().filter(asked);
    reasons.extend(languages.map(|tag| Reason::Language(tag.clone())));
    let roles = (meeting.roles.iter()).filter(|role| filter.roles.contains(role));
    reasons.extend(roles.map(|role| Reason::Role(role.clone())));
    reasons.extend(filter.access.needs().map(Reason::Access));
    reasons
}
