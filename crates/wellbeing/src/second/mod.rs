//! The second holder's part, whoever plays it: a tally process, a steward's laptop or page, another
//! hub. Signs cards ahead, adds up what has ended, gives its halves away once, destroys keys.
//!
//! Knows no network, no disk and no clock: those are [`Hub`] and [`Vault`], and the day is given.
//! Whatever is to survive a crash is kept before anything that follows from it goes out.

mod counting;
mod trouble;

use chrono::NaiveDate;
use swansfeet_seal::rand_core::CryptoRng;

use crate::card::{Card, Draft, LEAST};
use crate::identity::Identity;
use crate::ledger::{Given, Ledger, destroyed_after, earliest};
use crate::place::Place;
use crate::talk::{Job, Order, Release, Reply};
use crate::week::Week;
use crate::week_keys::WeekKeys;

pub use trouble::{Refusal, Step, Trouble};

/// The way to the first holder.
pub trait Hub {
    /// What goes wrong on the way, worded for the holder.
    type Error;

    /// Signs an order, takes it there and brings the reply.
    fn ask(&self, order: Order) -> impl Future<Output = Result<Reply, Self::Error>>;

    /// Called after each check-in that was looked at, so that a page can let its person in between.
    fn breathe(&self) -> impl Future<Output = ()> {
        core::future::ready(())
    }
}

/// What the second holder keeps.
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

    /// Returns when all that was handed over is kept for good; what follows from it goes out only
    /// then. A vault that keeps at once has nothing to do here. One that needs its person for it (a
    /// page cannot write files) waits for them: this is called as seldom as can be.
    ///
    /// # Errors
    /// It was not kept.
    fn settle(&mut self) -> impl Future<Output = Result<(), Self::Error>> {
        core::future::ready(Ok(()))
    }
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
type AddedUp<'j, H, V> = Maybe<(Vec<(&'j Job, Release)>, Option<Refusal>), H, V>;
type Maybe<T, H, V> = Result<T, Trouble<<H as Hub>::Error, <V as Vault>::Error>>;

impl<H: Hub, V: Vault> Second<'_, H, V> {
    /// All that there is to do on a day: sums of what has ended, cards for this week and so many
    /// ahead, keys that nobody needs any more.
    ///
    /// The vault is asked to settle at most twice: before anything goes out, and at the end.
    ///
    /// # Errors
    /// What stopped it. Nothing is lost by that: run it again. What it refuses for one place does
    /// not keep it from the others.
    pub async fn run(
        &mut self,
        today: NaiveDate,
        ahead: u32,
        random: &mut impl CryptoRng,
    ) -> Done<H, V> {
        self.destroy_old(today)?;
        let given = self.vault.ledger().map_err(Trouble::Vault)?.latest();
        let Reply::Work { jobs, over } = self.ask(Order::Work { given }).await? else {
            return Err(Trouble::Reply("no list of what there is to do"));
        };
        let (ready, refused) = self.add_up(&jobs, today).await?;
        // What keeps the next cards from being signed does not keep this week from being published.
        let drafts = self.drafts(today, ahead, random).await;
        if !ready.is_empty() || drafts.as_ref().is_ok_and(|drafts| !drafts.is_empty()) {
            self.settle().await?;
        }
        for (job, release) in ready {
            self.release(job, release).await?;
        }
        for (place, week) in over {
            self.hub.breathe().await;
            self.destroy(place, week)?;
        }
        for (draft, keys) in drafts? {
            self.sign(&draft, keys).await?;
        }
        self.settle().await?;
        refused.map_or(Ok(()), |why| Err(Trouble::Refused(why)))
    }

    async fn ask(&self, order: Order) -> Maybe<Reply, H, V> {
        self.hub.ask(order).await.map_err(Trouble::Hub)
    }

    async fn settle(&mut self) -> Done<H, V> {
        self.vault.settle().await.map_err(Trouble::Vault)
    }

    fn keep(&mut self, week: Week, keys: Option<&WeekKeys>) -> Done<H, V> {
        self.vault.keep_week(week, keys).map_err(Trouble::Vault)
    }

    fn destroy_old(&mut self, today: NaiveDate) -> Done<H, V> {
        for week in self.vault.weeks().map_err(Trouble::Vault)? {
            if destroyed_after(week) >= today {
                continue;
            }
            // Keys that cannot be read any more are destroyed all the same.
            let keys = self.vault.week(week).ok().flatten();
            self.keep(week, None)?;
            for place in keys.iter().flat_map(WeekKeys::places) {
                (self.watch)(Step::Destroyed(place, week));
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
        self.keep(week, rest)?;
        (self.watch)(Step::Destroyed(place, week));
        Ok(())
    }

    // Cards.

    async fn drafts(
        &mut self,
        today: NaiveDate,
        ahead: u32,
        random: &mut impl CryptoRng,
    ) -> Maybe<Vec<(Draft, WeekKeys)>, H, V> {
        let mut drafts = Vec::new();
        for weeks in 0..=ahead {
            drafts.extend(self.draft(Week::of(today).plus(weeks), random).await?);
            self.hub.breathe().await;
        }
        Ok(drafts)
    }

    /// The card of a week with this holder's keys on it, which are kept; none if it is signed.
    async fn draft(
        &mut self,
        week: Week,
        random: &mut impl CryptoRng,
    ) -> Maybe<Option<(Draft, WeekKeys)>, H, V> {
        let known = self.vault.week(week).map_err(Trouble::Vault)?;
        if known.as_ref().is_some_and(|keys| keys.card().is_some()) {
            return Ok(None);
        }
        let draft = match self.ask(Order::Draft(week)).await? {
            Reply::Draft(draft) => Draft::unfinished(&draft).ok(),
            Reply::Card(card) => return self.adopt(week, &card, known).map(|()| None),
            _ => None,
        };
        let mut draft = draft.ok_or(Trouble::Reply("no draft of a card"))?;
        self.look_at(&draft, week).map_err(Trouble::Refused)?;
        // Keys that were kept before a crash are used again.
        let known = known.filter(|keys| keys.places() == draft.places);
        let keys = known.unwrap_or_else(|| WeekKeys::generate(&draft.places, random));
        self.keep(week, Some(&keys))?;
        draft.holders[1].sealing = keys.publics();
        Ok(Some((draft, keys)))
    }

    /// A card that was signed before: with keys that were kept before a crash, or that are lost.
    fn adopt(&mut self, week: Week, card: &[u8], known: Option<WeekKeys>) -> Done<H, V> {
        let card =
            Card::read(card).map_err(|_| Trouble::Reply("a card that nobody should take"))?;
        self.look_at(card.draft(), week).map_err(Trouble::Refused)?;
        let known = known.filter(|keys| keys.publics() == card.holders()[1].sealing);
        let Some(mut keys) = known else {
            (self.watch)(Step::Lost(week));
            return Ok(());
        };
        keys.set_card(card);
        self.keep(week, Some(&keys))?;
        (self.watch)(Step::Signed(week));
        Ok(())
    }

    async fn sign(&mut self, draft: &Draft, mut keys: WeekKeys) -> Done<H, V> {
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
        if card.draft() != draft {
            return Err(Trouble::Reply("another card than was signed"));
        }
        keys.set_card(card);
        // If this is lost, the next run is given the same draft and the same card.
        self.keep(draft.week, Some(&keys))?;
        (self.watch)(Step::Signed(draft.week));
        Ok(())
    }

    fn look_at(&self, draft: &Draft, week: Week) -> Result<(), Refusal> {
        if draft.campaign != self.campaign || draft.week != week {
            return Err(Refusal::OtherCard);
        }
        if draft.holders[1].key != self.identity.key() {
            return Err(Refusal::OtherHolder);
        }
        if draft.minimum < self.least.max(LEAST) {
            return Err(Refusal::TooSmall);
        }
        Ok(())
    }

    // Sums.

    /// Adds everything up: what may be given away, and what was refused, if anything.
    async fn add_up<'j>(&mut self, jobs: &'j [Job], today: NaiveDate) -> AddedUp<'j, H, V> {
        let mut refused = None;
        let mut ready = Vec::new();
        for job in jobs {
            self.hub.breathe().await;
            match self.one(job, today).await {
                Ok(release) => ready.extend(release.map(|release| (job, release))),
                Err(Trouble::Refused(why)) => refused = Some(why),
                Err(trouble) => return Err(trouble),
            }
        }
        Ok((ready, refused))
    }

    /// One place: what may be given of it, which stands in the ledger.
    async fn one(&mut self, job: &Job, today: NaiveDate) -> Maybe<Option<Release>, H, V> {
        let weeks = job.from.until(job.week).map(|weeks| weeks + 1);
        let Some(weeks) = weeks.filter(|_| job.from >= earliest(job.week)) else {
            return Err(Trouble::Refused(Refusal::CarriedTooLong));
        };
        if job.week.to() >= today {
            return Err(Trouble::Refused(Refusal::NotEnded));
        }
        let Some((sum, minimum)) = self.sum(job).await? else {
            return Ok(None);
        };
        if sum.people() < minimum.max(self.least) {
            (self.watch)(Step::Carried(job.place, job.week));
            return Ok(None);
        }
        let given = Given {
            week: job.week,
            weeks,
            digest: sum.digest(),
        };
        let mut ledger = self.vault.ledger().map_err(Trouble::Vault)?;
        if ledger.enter(job.place, given).is_err() {
            return Err(Trouble::Refused(Refusal::CutAnew));
        }
        self.vault.keep_ledger(&ledger).map_err(Trouble::Vault)?;
        Ok(Some(Release {
            place: job.place,
            week: job.week,
            weeks,
            people: sum.people(),
            digest: given.digest,
            shares: sum.to_bytes(),
        }))
    }

    async fn release(&mut self, job: &Job, release: Release) -> Done<H, V> {
        let weeks = release.weeks;
        match self.ask(Order::Release(release)).await? {
            Reply::Released => {}
            // The next run begins this place anew; the same check-ins give the same sum.
            Reply::Again => {
                (self.watch)(Step::Again(job.place, job.week));
                return Ok(());
            }
            _ => return Err(Trouble::Reply("nothing about what was released")),
        }
        (self.watch)(Step::Published(job.place, job.week, weeks));
        for later in 0..weeks {
            self.destroy(job.place, job.from.plus(later))?;
        }
        Ok(())
    }
}
