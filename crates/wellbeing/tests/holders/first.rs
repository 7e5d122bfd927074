//! A first holder in memory, honest, with what a hub keeps on disk and what it loses when it is
//! started anew. Its orders and replies pass through bytes, as they would on a wire.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use rand::SeedableRng;
use rand::rngs::ChaCha12Rng;
use swansfeet_wellbeing::card::{Card, Draft, Holder, Setting};
use swansfeet_wellbeing::check_in::{CheckIn, Nonce, seal};
use swansfeet_wellbeing::desk::{Begun, Desk};
use swansfeet_wellbeing::identity::{HolderKey, Identity};
use swansfeet_wellbeing::ledger::{cuts, destroyed_after};
use swansfeet_wellbeing::sum::Sum;
use swansfeet_wellbeing::talk::{Entry, Job, Order, PAGE, Release, Reply, Signed};
use swansfeet_wellbeing::week_keys::WeekKeys;
use swansfeet_wellbeing::{Pack, Place, Week};

pub(crate) const CAMPAIGN: &str = "fifteen";
pub(crate) const PLACES: [Place; 2] = [Place::NorthWest, Place::Wales];
const NOW: u64 = 1_795_000_000;

/// What was published of a place: its last week, how many weeks, how many people chose what.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Published {
    pub(crate) place: Place,
    pub(crate) week: Week,
    pub(crate) weeks: u32,
    pub(crate) counts: Vec<Vec<u32>>,
}

pub(crate) struct First {
    pub(crate) today: NaiveDate,
    pub(crate) minimum: u32,
    pub(crate) published: Vec<Published>,
    random: ChaCha12Rng,
    identity: Identity,
    pub(crate) second: HolderKey,
    cards: BTreeMap<Week, WeekKeys>,
    check_ins: BTreeMap<(Place, Week), BTreeMap<Nonce, Vec<u8>>>,
    over: BTreeSet<(Place, Week)>,
    counting: BTreeMap<Place, Counting>,
}

/// One place while it is counted: in memory alone.
struct Counting {
    job: Job,
    sum: Sum,
    begun: BTreeMap<Nonce, Begun>,
}

impl First {
    pub(crate) fn new(second: HolderKey, today: NaiveDate) -> First {
        let mut random = ChaCha12Rng::seed_from_u64(11);
        First {
            today,
            minimum: 10,
            published: Vec::new(),
            identity: Identity::generate(&mut random),
            random,
            second,
            cards: BTreeMap::new(),
            check_ins: BTreeMap::new(),
            over: BTreeSet::new(),
            counting: BTreeMap::new(),
        }
    }

    /// People check in this week, each with cells of their own.
    pub(crate) fn check_in(&mut self, place: Place, people: &[[usize; 4]]) {
        let week = Week::of(self.today);
        let card = self.card(week).expect("a card of this week");
        for cells in people {
            let bytes = seal(&card, place, cells, &mut self.random).expect("a check-in");
            let nonce = CheckIn::read(&bytes, &card).expect("a check-in").nonce;
            let there = self.check_ins.entry((place, week)).or_default();
            there.insert(nonce, bytes);
        }
    }

    /// Another day: what is too old is destroyed unread.
    pub(crate) fn wake(&mut self, today: NaiveDate) {
        self.today = today;
        let old: Vec<_> = self
            .check_ins
            .keys()
            .filter(|(_, week)| destroyed_after(*week) < today)
            .copied()
            .collect();
        for (place, week) in old {
            self.end(place, week);
        }
    }

    /// The process is started anew.
    pub(crate) fn restart(&mut self) {
        self.counting.clear();
    }

    pub(crate) fn card(&self, week: Week) -> Option<Card> {
        self.cards.get(&week)?.card().cloned()
    }

    /// Check-ins that are still there.
    pub(crate) fn waiting(&self) -> usize {
        self.check_ins.values().map(BTreeMap::len).sum()
    }

    /// The check-ins of a place and week, as the second holder gets them.
    pub(crate) fn pages(&mut self, place: Place, week: Week) -> Vec<Entry> {
        self.work(&[]);
        match self.page(place, week, None) {
            Reply::Page(entries) => entries,
            other => panic!("{other:?}"),
        }
    }

    /// An order and its reply, both through bytes.
    pub(crate) fn follow(&mut self, order: Order, by: &Identity) -> Reply {
        let signed = Signed {
            campaign: CAMPAIGN.to_owned(),
            at: NOW,
            order,
        };
        let bytes = signed.to_bytes(by);
        let read = Signed::read(&bytes, &self.second, NOW).expect("an order");
        assert_eq!(read, signed);
        let reply = self.obey(read.order);
        let read = Reply::read(&reply.to_bytes());
        assert_eq!(read.as_ref(), Some(&reply));
        reply
    }

    /// What comes of an order whose sender is known.
    pub(crate) fn obey(&mut self, order: Order) -> Reply {
        match order {
            Order::Draft(week) => match self.card(week) {
                Some(card) => Reply::Card(card.as_bytes().to_vec()),
                None => Reply::Draft(self.draft(week).to_bytes()),
            },
            Order::Sign {
                draft,
                signature,
                verify_key,
            } => self.sign(&draft, signature, verify_key),
            Order::Work { given } => self.work(&given),
            Order::Page { place, week, after } => self.page(place, week, after),
            Order::Answers {
                place,
                week,
                answers,
            } => self.answers(place, week, answers),
            Order::Release(release) => self.release(release),
        }
    }

    fn draft(&mut self, week: Week) -> Draft {
        let keys = self
            .cards
            .entry(week)
            .or_insert_with(|| WeekKeys::generate(&PLACES, &mut self.random));
        let holder = |name: &str, key, sealing| Holder {
            name: name.to_owned(),
            key,
            sealing,
        };
        Draft {
            campaign: CAMPAIGN.to_owned(),
            week,
            pack: Pack::named("ons4").expect("a pack"),
            minimum: self.minimum,
            setting: Setting::Steward,
            holders: [
                holder("Fifteen", self.identity.key(), keys.publics()),
                holder("Sam Steward", self.second, Vec::new()),
            ],
            places: PLACES.to_vec(),
        }
    }

    fn sign(&mut self, draft: &[u8], signature: [u8; 64], verify_key: [u8; 32]) -> Reply {
        let draft = Draft::read(draft).expect("a draft");
        if let Some(card) = self.card(draft.week) {
            assert_eq!(*card.draft(), draft, "one card a week");
            return Reply::Card(card.as_bytes().to_vec());
        }
        let signatures = [draft.sign(&self.identity), signature];
        let week = draft.week;
        let card = draft.signed(signatures).expect("a card");
        let keys = self.cards.get_mut(&week).expect("keys of a draft");
        keys.set_verify_key(verify_key);
        keys.set_card(card.clone());
        Reply::Card(card.as_bytes().to_vec())
    }

    fn work(&mut self, given: &[(Place, Week, u32)]) -> Reply {
        self.counting.clear();
        for place in PLACES {
            let given = given.iter().find(|(at, ..)| *at == place);
            let job = self.job(place, given.map(|(_, week, weeks)| (*week, *weeks)));
            if let Some(job) = job {
                let sum = Sum::new(Pack::named("ons4").expect("a pack"));
                let begun = BTreeMap::new();
                self.counting.insert(place, Counting { job, sum, begun });
            }
        }
        Reply::Work {
            jobs: self.counting.values().map(|one| one.job.clone()).collect(),
            over: self.over.iter().copied().collect(),
        }
    }

    /// The first cut that has k people; as small as it is where there is none.
    fn job(&self, place: Place, given: Option<(Week, u32)>) -> Option<Job> {
        let published = self.published.iter().filter(|out| out.place == place);
        let published = published.map(|out| out.week).max();
        let mut small = None;
        for (from, week) in cuts(self.today, published, given) {
            // No weeks from before there were cards.
            let from = self.cards.keys().copied().find(|card| *card >= from)?;
            let there = self.check_ins.iter();
            let parts: Vec<_> = there
                .filter(|((at, of), _)| *at == place && (from..=week).contains(of))
                .map(|((_, of), check_ins)| (*of, u32::try_from(check_ins.len()).expect("few")))
                .collect();
            let people: u32 = parts.iter().map(|(_, people)| people).sum();
            let job = Job {
                place,
                week,
                from,
                parts,
            };
            if people >= self.minimum {
                return Some(job);
            }
            small = Some(job).filter(|_| people > 0);
        }
        small
    }

    fn page(&mut self, place: Place, week: Week, after: Option<Nonce>) -> Reply {
        let (keys, card) = (
            &self.cards[&week],
            self.card(week).expect("a card of a counted week"),
        );
        let Some(counting) = self.counting.get_mut(&place) else {
            return Reply::Again;
        };
        let desk = Desk::first(
            &card,
            place,
            keys.secret(place).expect("a key"),
            *keys.verify_key(),
        );
        let there = &self.check_ins[&(place, week)];
        let next = there
            .iter()
            .filter(|(nonce, _)| after.is_none_or(|after| **nonce > after));
        let mut entries = Vec::new();
        for (nonce, bytes) in next.take(PAGE) {
            let check_in = CheckIn::read(bytes, &card).expect("a check-in");
            let (begun, told) = desk.begin(&check_in).expect("begun");
            counting.begun.insert(*nonce, begun);
            let check_in = check_in.for_second();
            entries.push(Entry { check_in, told });
        }
        Reply::Page(entries)
    }

    fn answers(
        &mut self,
        place: Place,
        week: Week,
        answers: Vec<(Nonce, Option<Vec<u8>>)>,
    ) -> Reply {
        let Some(counting) = self.counting.get_mut(&place) else {
            return Reply::Again;
        };
        let keys = &self.cards[&week];
        let card = keys.card().expect("a card");
        let key = keys.secret(place).expect("a key");
        let desk = Desk::first(card, place, key, *keys.verify_key());
        let mut refused = Vec::new();
        for (nonce, answer) in answers {
            let begun = counting.begun.remove(&nonce);
            let halves = answer
                .zip(begun)
                .and_then(|(answer, begun)| desk.finish(begun, &answer));
            match halves {
                Some(halves) => assert!(counting.sum.add(nonce, &halves)),
                None => refused.push(nonce),
            }
        }
        Reply::Answered { refused }
    }

    fn release(&mut self, release: Release) -> Reply {
        let is_out = self.published.iter().any(|out| {
            (out.place, out.week, out.weeks) == (release.place, release.week, release.weeks)
        });
        if is_out {
            return Reply::Released;
        }
        let Some(counting) = self.counting.remove(&release.place) else {
            return Reply::Again;
        };
        let job = &counting.job;
        assert_eq!(job.week, release.week);
        if counting.sum.digest() != release.digest {
            return Reply::Again;
        }
        let counts = counting.sum.with(&release.shares).expect("two halves");
        self.published.push(Published {
            place: release.place,
            week: release.week,
            weeks: release.weeks,
            counts,
        });
        let from = job.from;
        for back in 0..release.weeks {
            self.end(release.place, from.plus(back));
        }
        Reply::Released
    }

    fn end(&mut self, place: Place, week: Week) {
        self.check_ins.remove(&(place, week));
        self.over.insert((place, week));
        if let Some(keys) = self.cards.get_mut(&week) {
            keys.forget(place);
        }
    }
}

/// Counts of what people chose.
pub(crate) fn counts(people: &[[usize; 4]]) -> Vec<Vec<u32>> {
    let mut counts = vec![vec![0; 5]; 4];
    for cells in people {
        for (question, cell) in cells.iter().enumerate() {
            counts[question][*cell] += 1;
        }
    }
    counts
}

/// So many people, no two groups alike.
pub(crate) fn people(number: usize, of: usize) -> Vec<[usize; 4]> {
    (0..number)
        .map(|person| [1, 2, 3, 4].map(|question| (person * question + of) % 5))
        .collect()
}
