//! The second holder's sum of one place: page after page, each check-in once, each proof looked at.

use std::collections::BTreeSet;

use swansfeet_seal::SecretKey;

use super::{Hub, Maybe, Refusal, Second, Step, Trouble, Vault};
use crate::card::{Card, LEAST};
use crate::check_in::{CheckIn, Nonce};
use crate::desk::{Desk, Halves};
use crate::pack::Pack;
use crate::place::Place;
use crate::sum::Sum;
use crate::talk::{Entry, Job, Order, PAGE, Reply};

/// One place while it is added up.
struct Counting {
    place: Place,
    of: u32,
    looked_at: u32,
    refused: u32,
    seen: BTreeSet<Nonce>,
    sum: Option<(&'static Pack, Sum)>,
    minimum: u32,
}

/// A page that was looked at: what the hub is told of each check-in, and what is added if it agrees.
struct Page {
    answers: Vec<(Nonce, Option<Vec<u8>>)>,
    halves: Vec<(Nonce, Halves)>,
}

impl<H: Hub, V: Vault> Second<'_, H, V> {
    /// This holder's sum of a place, and the largest k of its cards; none if its keys are gone or
    /// the hub begins anew.
    pub(super) async fn sum(&mut self, job: &Job) -> Maybe<Option<(Sum, u32)>, H, V> {
        if !is_of_its_weeks(job) {
            return Err(Trouble::Refused(Refusal::OtherWeeks));
        }
        let mut counting = Counting::of(job);
        for (week, _) in &job.parts {
            let keys = self.vault.week(*week).map_err(Trouble::Vault)?;
            let known = keys
                .as_ref()
                .and_then(|keys| Some((keys, keys.card()?, keys.secret(job.place)?)));
            let Some((keys, card, key)) = known else {
                (self.watch)(Step::Missing(job.place, *week));
                return Ok(None);
            };
            counting.open(card).map_err(Trouble::Refused)?;
            let verify_key = *keys.verify_key();
            if !self.count(card, key, verify_key, &mut counting).await? {
                (self.watch)(Step::Again(job.place, job.week));
                return Ok(None);
            }
        }
        if counting.refused > 0 {
            (self.watch)(Step::Refused(job.place, counting.refused));
        }
        Ok(counting.sum.map(|(_, sum)| (sum, counting.minimum)))
    }

    /// All check-ins of a place and card. False if the hub begins anew.
    async fn count(
        &mut self,
        card: &Card,
        key: &SecretKey,
        verify_key: [u8; 32],
        counting: &mut Counting,
    ) -> Maybe<bool, H, V> {
        let (place, week) = (counting.place, card.week());
        let desk = Desk::second(card, place, key, verify_key);
        let mut after = None;
        loop {
            let page = match self.ask(Order::Page { place, week, after }).await? {
                Reply::Page(page) => page,
                Reply::Again => return Ok(false),
                _ => return Err(Trouble::Reply("no page of check-ins")),
            };
            let Some(last) = page.last() else {
                return Ok(true);
            };
            after = Some(read(last, card)?.nonce);
            let looked_at = counting.expect(&page)?;
            let Page { answers, halves } = self.look_at_page(&page, card, &desk, counting).await?;
            let order = Order::Answers {
                place,
                week,
                answers,
            };
            match self.ask(order).await? {
                Reply::Answered { refused } => counting.take(looked_at, &halves, &refused),
                Reply::Again => return Ok(false),
                _ => return Err(Trouble::Reply("nothing about the answers")),
            }
            (self.watch)(Step::Counting(place, counting.looked_at, counting.of));
        }
    }

    async fn look_at_page(
        &self,
        page: &[Entry],
        card: &Card,
        desk: &Desk<'_>,
        counting: &mut Counting,
    ) -> Maybe<Page, H, V> {
        let mut answers = Vec::with_capacity(page.len());
        let mut halves = Vec::with_capacity(page.len());
        for entry in page {
            let check_in = read(entry, card)?;
            let nonce = check_in.nonce;
            // Twice is once: who could count one answer twice could tell it from the rest.
            let is_new = check_in.place == counting.place && counting.seen.insert(nonce);
            let answered = is_new
                .then(|| desk.answer(&check_in, &entry.told))
                .flatten();
            let (answer, half) = answered.unzip();
            answers.push((nonce, answer));
            halves.extend(half.map(|half| (nonce, half)));
            self.hub.breathe().await;
        }
        Ok(Page { answers, halves })
    }
}

/// Whether its parts are of the weeks that it says, each once.
fn is_of_its_weeks(job: &Job) -> bool {
    let weeks: BTreeSet<_> = job.parts.iter().map(|(week, _)| *week).collect();
    let within = weeks.range(job.from..=job.week).count();
    within == weeks.len() && within == job.parts.len()
}

fn read<'a, H, V>(entry: &'a Entry, card: &Card) -> Result<CheckIn<'a>, Trouble<H, V>> {
    CheckIn::read_second(&entry.check_in, card)
        .map_err(|_| Trouble::Reply("something that is no check-in of its card"))
}

impl Counting {
    fn of(job: &Job) -> Counting {
        let people = job.parts.iter().map(|(_, people)| *people);
        Counting {
            place: job.place,
            of: people.fold(0, u32::saturating_add),
            looked_at: 0,
            refused: 0,
            seen: BTreeSet::new(),
            sum: None,
            minimum: LEAST,
        }
    }

    /// Goes on with the check-ins of a card.
    fn open(&mut self, card: &Card) -> Result<(), Refusal> {
        self.minimum = self.minimum.max(card.minimum());
        let sum = || (card.pack(), Sum::new(card.pack()));
        let (pack, _) = self.sum.get_or_insert_with(sum);
        if *pack == card.pack() {
            Ok(())
        } else {
            Err(Refusal::OtherQuestions)
        }
    }

    /// How many are on a page, if there may be so many.
    fn expect<H, V>(&mut self, page: &[Entry]) -> Result<u32, Trouble<H, V>> {
        let looked_at = u32::try_from(page.len()).unwrap_or(u32::MAX);
        if page.len() > PAGE {
            return Err(Trouble::Reply("a page that is too long"));
        }
        // A hub that never ends would hold a laptop for ever.
        if looked_at > self.of - self.looked_at {
            return Err(Trouble::Refused(Refusal::TooMany));
        }
        Ok(looked_at)
    }

    fn take(&mut self, looked_at: u32, halves: &[(Nonce, Halves)], refused: &[Nonce]) {
        self.looked_at += looked_at;
        let Some((_, sum)) = &mut self.sum else {
            return;
        };
        let before = sum.people();
        for (nonce, halves) in halves {
            if !refused.contains(nonce) {
                // Halves of another pack cannot be here: `open` saw to it.
                let _ = sum.add(*nonce, halves);
            }
        }
        self.refused += looked_at - (sum.people() - before);
    }
}
