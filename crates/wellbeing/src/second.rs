//! The second holder's part, whoever plays it: a tally process, a steward's laptop or page, another
//! hub. Signs cards ahead, adds up what has ended, gives its halves away once, destroys keys.
//!
//! Knows no network, no disk and no clock: those are [`Hub`] and [`Vault`], and the day is given.
//! Whatever is to survive a crash is kept before anything that follows from it goes out.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use swansfeet_seal::SecretKey;
use swansfeet_seal::rand_core::CryptoRng;

use crate::card::{Card, Draft, LEAST};
use crate::check_in::{CheckIn, Nonce};
use crate::desk::{Desk, Halves};
use crate::identity::Identity;
use crate::ledger::{CARRIED, Given, Ledger, destroyed_after, earliest};
use crate::place::Place;
use crate::sum::Sum;
use crate::talk::{Job, Order, PAGE, Release, Reply};
use crate::week::Week;
use crate::week_keys::WeekKeys;

/// The way to the first holder.
pub trait Hub {
    /// What goes wrong on the way, worded for the holder.
    type Error;

    /// Signs an order, takes it there and brings the reply.
    fn ask(&self, order: Order) -> impl Future<Output = Result<Reply, Self::Error>>;
}

/// What the second holder keeps. Each call returns when it is kept for good.
pub trait Vault {
    /// What goes wrong, worded for the holder.
    type Error;

    /// The weeks that there are keys of.
    ///
    /// # Errors
    /// They cannot be read.
    fn weeks(&self) -> Result<Vec<Week>, Self::Error>;

    /// The keys of a week.
    ///
    /// # Errors
    /// They cannot be read.
    fn week(&self, week: Week) -> Result<Option<WeekKeys>, Self::Error>;

    /// Keeps the keys of a week in place of what was there, or with none destroys them.
    ///
    /// # Errors
    /// They cannot be written.
    fn keep_week(&mut self, week: Week, keys: Option<&WeekKeys>) -> Result<(), Self::Error>;

    /// What was given away.
    ///
    /// # Errors
    /// It cannot be read.
    fn ledger(&self) -> Result<Ledger, Self::Error>;

    /// Keeps what was given away.
    ///
    /// # Errors
    /// It cannot be written.
    fn keep_ledger(&mut self, ledger: &Ledger) -> Result<(), Self::Error>;
}

/// What happened, for whoever watches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// A card was signed.
    Signed(Week),
    /// So many check-ins of a place have been looked at, of so many.
    Counting(Place, u32, u32),
    /// A place was published, of so many weeks.
    Published(Place, Week, u32),
    /// A place has too few; it is carried over.
    Carried(Place, Week),
    /// So many check-ins of a place were refused unread.
    Refused(Place, u32),
    /// The keys of a place and week were destroyed.
    Destroyed(Place, Week),
}

/// Why the second holder stops.
#[derive(Debug, thiserror::Error)]
pub enum Trouble<H, V> {
    /// The way to the hub.
    #[error(transparent)]
    Hub(H),
    /// What is kept.
    #[error(transparent)]
    Vault(V),
    /// The hub answers what was not asked.
    #[error("the hub answers what was not asked: {0}")]
    Reply(&'static str),
    /// The hub asks for what this holder does not do.
    #[error("refused: {0}")]
    Refused(&'static str),
}

/// The second holder of one campaign.
pub struct Second<'a, H: Hub, V: Vault> {
    /// Who it is.
    pub identity: &'a Identity,
    /// The campaign's slug.
    pub campaign: &'a str,
    /// The smallest group that this holder lets be published, whatever the card says.
    pub least: u32,
    /// The way to the hub.
    pub hub: H,
    /// What it keeps.
    pub vault: V,
    /// Told of each step.
    pub watch: &'a mut dyn FnMut(Step),
}

type Done<H, V> = Result<(), Trouble<<H as Hub>::Error, <V as Vault>::Error>>;
type Maybe<T, H, V> = Result<T, Trouble<<H as Hub>::Error, <V as Vault>::Error>>;

impl<H: Hub, V: Vault> Second<'_, H, V> {
    /// All that there is to do on a day: cards for this week and so many ahead, sums of what has
    /// ended, keys that nobody needs any more.
    ///
    /// # Errors
    /// What stopped it. Nothing is lost by that: run it again.
    pub async fn run(
        &mut self,
        today: NaiveDate,
        ahead: u32,
        random: &mut impl CryptoRng,
    ) -> Done<H, V> {
        self.destroy_old(today)?;
        for weeks in 0..=ahead {
            self.sign(Week::of(today).plus(weeks), random).await?;
        }
        let Reply::Work { jobs, over } = self.ask(Order::Work).await? else {
            return Err(Trouble::Reply("no list of what there is to do"));
        };
        for job in jobs {
            self.add_up(&job, today).await?;
        }
        for (place, week) in over {
            self.destroy(place, week)?;
        }
        Ok(())
    }

    async fn ask(&self, order: Order) -> Maybe<Reply, H, V> {
        self.hub.ask(order).await.map_err(Trouble::Hub)
    }

    fn destroy_old(&mut self, today: NaiveDate) -> Done<H, V> {
        for week in self.vault.weeks().map_err(Trouble::Vault)? {
            if destroyed_after(week) < today {
                self.vault.keep_week(week, None).map_err(Trouble::Vault)?;
            }
        }
        Ok(())
    }

    fn destroy(&mut self, place: Place, week: Week) -> Done<H, V> {
        let Some(mut keys) = self.vault.week(week).map_err(Trouble::Vault)? else {
            return Ok(());
        };
        if !keys.forget(place) {
            return Ok(());
        }
        let rest = (!keys.is_empty()).then_some(&keys);
        self.vault.keep_week(week, rest).map_err(Trouble::Vault)?;
        (self.watch)(Step::Destroyed(place, week));
        Ok(())
    }

    // Cards.

    async fn sign(&mut self, week: Week, random: &mut impl CryptoRng) -> Done<H, V> {
        let known = self.vault.week(week).map_err(Trouble::Vault)?;
        if known.as_ref().is_some_and(|keys| keys.card().is_some()) {
            return Ok(());
        }
        let Reply::Draft(draft) = self.ask(Order::Draft(week)).await? else {
            return Err(Trouble::Reply("no draft of a card"));
        };
        let mut draft =
            Draft::unfinished(&draft).map_err(|_| Trouble::Reply("no draft of a card"))?;
        self.look_at(&draft, week)?;
        // Keys that were kept before a crash are used again.
        let mut keys = known.filter(|keys| keys.places() == draft.places);
        let keys = keys.get_or_insert_with(|| WeekKeys::generate(&draft.places, random));
        self.vault
            .keep_week(week, Some(keys))
            .map_err(Trouble::Vault)?;
        draft.holders[1].sealing = keys.publics();
        let order = Order::Sign {
            draft: draft.to_bytes(),
            signature: draft.sign(self.identity),
            verify_key: *keys.verify_key(),
        };
        let Reply::Card(card) = self.ask(order).await? else {
            return Err(Trouble::Reply("no card"));
        };
        let card =
            Card::read(&card).map_err(|_| Trouble::Reply("a card that nobody should take"))?;
        if *card.draft() != draft {
            return Err(Trouble::Reply("another card than was signed"));
        }
        keys.set_card(card);
        self.vault
            .keep_week(week, Some(keys))
            .map_err(Trouble::Vault)?;
        (self.watch)(Step::Signed(week));
        Ok(())
    }

    fn look_at(&self, draft: &Draft, week: Week) -> Done<H, V> {
        let refused = |why| Err(Trouble::Refused(why));
        if draft.campaign != self.campaign || draft.week != week {
            return refused("the card is of another campaign or week");
        }
        if draft.holders[1].key != self.identity.key() {
            return refused("the card names another second holder");
        }
        if draft.minimum < self.least.max(LEAST) {
            return refused("the card would publish groups that are too small");
        }
        Ok(())
    }

    // Sums.

    async fn add_up(&mut self, job: &Job, today: NaiveDate) -> Done<H, V> {
        let weeks = job.from.until(job.week).map(|weeks| weeks + 1);
        let Some(weeks) = weeks.filter(|_| job.from >= earliest(job.week)) else {
            return Err(Trouble::Refused("the hub would carry answers for too long"));
        };
        if job.week.to() >= today {
            return Err(Trouble::Refused(
                "the hub would count a week that has not ended",
            ));
        }
        let Some((sum, minimum)) = self.sum(job).await? else {
            return Ok(());
        };
        if sum.people() < minimum.max(self.least).max(LEAST) {
            (self.watch)(Step::Carried(job.place, job.week));
            return Ok(());
        }
        let given = Given {
            week: job.week,
            weeks,
            digest: sum.digest(),
        };
        let mut ledger = self.vault.ledger().map_err(Trouble::Vault)?;
        if ledger.enter(job.place, given).is_err() {
            return Err(Trouble::Refused(
                "the hub would cut weeks anew that were given already",
            ));
        }
        self.vault.keep_ledger(&ledger).map_err(Trouble::Vault)?;
        self.release(job, &sum, weeks).await
    }

    async fn release(&mut self, job: &Job, sum: &Sum, weeks: u32) -> Done<H, V> {
        let order = Order::Release(Release {
            place: job.place,
            week: job.week,
            weeks,
            people: sum.people(),
            digest: sum.digest(),
            shares: sum.to_bytes(),
        });
        match self.ask(order).await? {
            Reply::Released => {}
            // The next run begins this place anew; the same check-ins give the same sum.
            Reply::Again => return Ok(()),
            _ => return Err(Trouble::Reply("nothing about what was released")),
        }
        (self.watch)(Step::Published(job.place, job.week, weeks));
        for back in 0..=CARRIED {
            let week = job.from.plus(back);
            if week <= job.week {
                self.destroy(job.place, week)?;
            }
        }
        Ok(())
    }

    /// This holder's sum of a place, and the largest k of its cards; none if its keys are gone or
    /// the hub begins anew.
    async fn sum(&mut self, job: &Job) -> Maybe<Option<(Sum, u32)>, H, V> {
        let mut counting = Counting {
            place: job.place,
            of: job.parts.iter().map(|(_, people)| people).sum(),
            looked_at: 0,
            refused: 0,
            seen: BTreeSet::new(),
            sum: None,
            minimum: LEAST,
        };
        for (week, _) in &job.parts {
            if *week < job.from || *week > job.week {
                return Err(Trouble::Refused(
                    "the hub would count other weeks than it says",
                ));
            }
            let Some(keys) = self.vault.week(*week).map_err(Trouble::Vault)? else {
                return Ok(None);
            };
            let (Some(card), Some(key)) = (keys.card(), keys.secret(job.place)) else {
                return Ok(None);
            };
            counting.minimum = counting.minimum.max(card.minimum());
            if !self
                .count(card, key, *keys.verify_key(), &mut counting)
                .await?
            {
                return Ok(None);
            }
        }
        if counting.refused > 0 {
            (self.watch)(Step::Refused(job.place, counting.refused));
        }
        Ok(counting.sum.map(|sum| (sum, counting.minimum)))
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
            let Reply::Page(page) = self.ask(Order::Page { place, week, after }).await? else {
                return Err(Trouble::Reply("no page of check-ins"));
            };
            if page.len() > PAGE {
                return Err(Trouble::Reply("a page that is too long"));
            }
            let mut answers = Vec::with_capacity(page.len());
            let mut halves: Vec<(Nonce, Halves)> = Vec::with_capacity(page.len());
            for entry in &page {
                let Ok(check_in) = CheckIn::read_second(&entry.check_in, card) else {
                    return Err(Trouble::Reply("something that is no check-in of its card"));
                };
                let nonce = check_in.nonce;
                let is_new = check_in.place == place && counting.seen.insert(nonce);
                let answered = is_new
                    .then(|| desk.answer(&check_in, &entry.told))
                    .flatten();
                after = Some(nonce);
                answers.push((nonce, answered.as_ref().map(|(answer, _)| answer.clone())));
                halves.extend(answered.map(|(_, half)| (nonce, half)));
            }
            if page.is_empty() {
                return Ok(true);
            }
            let looked_at = page.len() as u32;
            let order = Order::Answers {
                place,
                week,
                answers,
            };
            match self.ask(order).await? {
                Reply::Answered { refused } => counting.take(card, looked_at, halves, &refused),
                Reply::Again => return Ok(false),
                _ => return Err(Trouble::Reply("nothing about the answers")),
            }
            (self.watch)(Step::Counting(place, counting.looked_at, counting.of));
        }
    }
}

/// One place while it is added up.
struct Counting {
    place: Place,
    of: u32,
    looked_at: u32,
    refused: u32,
    seen: BTreeSet<Nonce>,
    sum: Option<Sum>,
    minimum: u32,
}

impl Counting {
    fn take(
        &mut self,
        card: &Card,
        looked_at: u32,
        halves: Vec<(Nonce, Halves)>,
        refused: &[Nonce],
    ) {
        self.looked_at += looked_at;
        let sum = self.sum.get_or_insert_with(|| Sum::new(card.pack()));
        let before = sum.people();
        for (nonce, halves) in &halves {
            if !refused.contains(nonce) {
                // Halves of another pack cannot be here: all cards of a job ask the same.
                let _ = sum.add(*nonce, halves);
            }
        }
        self.refused += looked_at - (sum.people() - before);
    }
}
