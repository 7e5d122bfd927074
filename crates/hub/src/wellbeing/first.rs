//! The first holder's part (its cards are in `cards.rs`): opens its halves of what has ended, adds them up
//! with the second holder, and publishes once. It follows the second holder's orders and never asks.

use std::{
    collections::{BTreeMap, HashMap},
    io,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use chrono::NaiveDate;
use swansfeet_wellbeing::check_in::{CheckIn, Nonce};
use swansfeet_wellbeing::desk::{Begun, Desk};
use swansfeet_wellbeing::identity::Identity;
use swansfeet_wellbeing::ledger::{CARRIED, cuts, destroyed_after};
use swansfeet_wellbeing::picture::Picture;
use swansfeet_wellbeing::sum::Sum;
use swansfeet_wellbeing::talk::{Entry, Job, Order, PAGE, Release, Reply};
use swansfeet_wellbeing::week_keys::WeekKeys;
use swansfeet_wellbeing::{Card, Place, Week};

use super::facts::Facts;
use super::shelf::Shelf;
use crate::metrics::Metrics;
use crate::store::{Store, StoreError, wellbeing::PictureRow};

/// The first holder of one campaign.
pub(crate) struct First {
    pub(crate) facts: Facts,
    pub(crate) identity: Identity,
    pub(crate) shelf: Arc<Mutex<Shelf>>,
    pub(crate) metrics: Arc<Metrics>,
    counting: Mutex<BTreeMap<Place, Counting>>,
}

/// A place while it is added up. In memory alone: after a crash both holders begin anew.
struct Counting {
    job: Job,
    minimum: u32,
    sum: Sum,
    begun: HashMap<Nonce, Begun>,
}

/// Why an order is not followed.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Undone {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error("check-ins or keys cannot be read or written: {0}")]
    File(#[from] io::Error),
    #[error("{0}")]
    Refused(&'static str),
}

pub(super) type Done<T> = Result<T, Undone>;

pub(crate) fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    // What panicked under it left nothing half done that matters: files are written whole, and a
    // sum that is wrong has another digest than the second holder's.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl First {
    pub(crate) fn new(
        facts: Facts,
        identity: Identity,
        shelf: Arc<Mutex<Shelf>>,
        metrics: Arc<Metrics>,
    ) -> Self {
        Self {
            facts,
            identity,
            shelf,
            metrics,
            counting: Mutex::default(),
        }
    }

    /// Follows an order of the second holder.
    pub(crate) async fn follow(
        self: &Arc<Self>,
        order: Order,
        store: &dyn Store,
        today: NaiveDate,
    ) -> Done<Reply> {
        match order {
            Order::Draft(week) => {
                // Signed before: a second holder that crashed takes it up, one that lost its keys
                // learns of it.
                let keys = locked(&self.shelf).keys(week)?;
                if let Some(card) = keys.as_ref().and_then(WeekKeys::card) {
                    return Ok(Reply::Card(card.as_bytes().to_vec()));
                }
                let draft = self.draft(week, today)?;
                Ok(Reply::Draft(draft.to_bytes()))
            }
            Order::Sign {
                draft,
                signature,
                verify_key,
            } => self.sign(&draft, signature, verify_key, store, today).await,
            Order::Work { given } => self.work(&given, store, today).await,
            Order::Page { place, week, after } => {
                let first = Arc::clone(self);
                apart(move || first.page(place, week, after)).await
            }
            Order::Answers {
                place,
                week,
                answers,
            } => {
                let first = Arc::clone(self);
                apart(move || first.answers(place, week, answers)).await
            }
            Order::Release(release) => self.release(&release, store, today).await,
        }
    }

    // Sums.

    async fn work(
        &self,
        given: &[(Place, Week, u32)],
        store: &dyn Store,
        today: NaiveDate,
    ) -> Done<Reply> {
        let cards = cards(store, &self.facts.slug).await?;
        let published = published(store, &self.facts.slug).await?;
        let mut jobs = Vec::new();
        let mut over = Vec::new();
        let mut counting = locked(&self.counting);
        counting.clear();
        for place in &self.facts.places {
            let done = published.get(place).copied();
            let of_place = cards.iter().filter(|card| card.places().contains(place));
            over.extend(
                of_place
                    .map(Card::week)
                    .filter(|week| {
                        done.is_some_and(|done| *week <= done) || destroyed_after(*week) < today
                    })
                    .map(|week| (*place, week)),
            );
            let given = given.iter().find(|(of, ..)| of == place);
            let given = given.map(|(_, week, weeks)| (*week, *weeks));
            let mut cuts = cuts(today, done, given).into_iter();
            let Some(begun) = cuts.find_map(|cut| self.cut(*place, cut, &cards)) else {
                continue;
            };
            jobs.push(begun.job.clone());
            counting.insert(*place, begun);
        }
        Ok(Reply::Work { jobs, over })
    }

    /// These weeks of a place, to be added up; none if they have too few: then neither holder opens
    /// anything.
    fn cut(&self, place: Place, (from, week): (Week, Week), cards: &[Card]) -> Option<Counting> {
        let shelf = locked(&self.shelf);
        let open = cards
            .iter()
            .filter(|card| card.places().contains(&place) && (from..=week).contains(&card.week()));
        let parts: Vec<(Week, u32)> = open
            .clone()
            .map(|card| (card.week(), shelf.count(card, place)))
            .filter(|(_, people)| *people > 0)
            .collect();
        // A picture is of no weeks from before there were cards.
        let from = open.clone().map(Card::week).min()?;
        let minimum = open.map(Card::minimum).max()?;
        let is_enough = parts.iter().map(|(_, people)| people).sum::<u32>() >= minimum;
        is_enough.then(|| Counting {
            job: Job {
                place,
                week,
                from,
                parts,
            },
            minimum,
            sum: Sum::new(self.facts.pack),
            begun: HashMap::new(),
        })
    }

    fn page(&self, place: Place, week: Week, after: Option<Nonce>) -> Done<Reply> {
        if !self.is_counting(place, week) {
            return Ok(Reply::Again);
        }
        let (keys, page) = {
            let shelf = locked(&self.shelf);
            let Some(keys) = shelf.keys(week)? else {
                return Ok(Reply::Again);
            };
            let page = match keys.card() {
                Some(card) => shelf.page(card, place, after, PAGE)?,
                None => Vec::new(),
            };
            (keys, page)
        };
        let (Some(card), Some(key)) = (keys.card(), keys.secret(place)) else {
            return Ok(Reply::Again);
        };
        let desk = Desk::first(card, place, key, *keys.verify_key());
        let mut entries = Vec::with_capacity(page.len());
        let mut begun = Vec::with_capacity(page.len());
        for bytes in &page {
            let Ok(check_in) = CheckIn::read(bytes, card) else {
                continue;
            };
            // Nothing told: the second holder refuses it too, and both have looked at it.
            let mut told = Vec::new();
            if let Some((state, words)) = desk.begin(&check_in) {
                told = words;
                begun.push((check_in.nonce, state));
            }
            entries.push(Entry {
                check_in: check_in.for_second(),
                told,
            });
        }
        if let Some(counting) = locked(&self.counting).get_mut(&place) {
            counting.begun.extend(begun);
        }
        Ok(Reply::Page(entries))
    }

    fn is_counting(&self, place: Place, week: Week) -> bool {
        let counting = locked(&self.counting);
        let job = counting.get(&place).map(|counting| &counting.job);
        job.is_some_and(|job| job.parts.iter().any(|(known, _)| *known == week))
    }

    fn answers(
        &self,
        place: Place,
        week: Week,
        answers: Vec<(Nonce, Option<Vec<u8>>)>,
    ) -> Done<Reply> {
        let keys = locked(&self.shelf).keys(week)?;
        let Some(keys) = keys else {
            return Ok(Reply::Again);
        };
        let (Some(card), Some(key)) = (keys.card(), keys.secret(place)) else {
            return Ok(Reply::Again);
        };
        let desk = Desk::first(card, place, key, *keys.verify_key());
        let begun: Vec<_> = {
            let mut counting = locked(&self.counting);
            let Some(counting) = counting.get_mut(&place) else {
                return Ok(Reply::Again);
            };
            let take = |(nonce, _): &(Nonce, _)| counting.begun.remove(nonce);
            answers.iter().map(take).collect()
        };
        let mut refused = Vec::new();
        let mut right = Vec::with_capacity(answers.len());
        for ((nonce, answer), begun) in answers.into_iter().zip(begun) {
            let halves = answer
                .zip(begun)
                .and_then(|(answer, begun)| desk.finish(begun, &answer));
            match halves {
                Some(halves) => right.push((nonce, halves)),
                None => refused.push(nonce),
            }
        }
        self.metrics.check_ins_refused(refused.len());
        let mut counting = locked(&self.counting);
        let Some(counting) = counting.get_mut(&place) else {
            return Ok(Reply::Again);
        };
        for (nonce, halves) in &right {
            if !counting.sum.add(*nonce, halves) {
                return Ok(Reply::Again);
            }
        }
        Ok(Reply::Answered { refused })
    }

    async fn release(&self, release: &Release, store: &dyn Store, today: NaiveDate) -> Done<Reply> {
        let published = published(store, &self.facts.slug).await?;
        if published
            .get(&release.place)
            .is_some_and(|done| *done >= release.week)
        {
            // Its answer was lost on the way: what was published stands.
            return Ok(Reply::Released);
        }
        let Some(row) = self.picture(release) else {
            locked(&self.counting).remove(&release.place);
            return Ok(Reply::Again);
        };
        // From here on it is published, whatever happens; what is left to destroy is destroyed by
        // `tidy` if not here.
        store.add_picture(&row).await?;
        locked(&self.counting).remove(&release.place);
        self.tidy(store, today).await?;
        Ok(Reply::Released)
    }

    /// The picture, if both holders have added up the same check-ins and they are enough.
    fn picture(&self, release: &Release) -> Option<PictureRow> {
        let counting = locked(&self.counting);
        let counting = counting.get(&release.place)?;
        let job = &counting.job;
        let weeks = job.from.until(job.week)? + 1;
        let is_same = release.week == job.week
            && release.weeks == weeks
            && release.people == counting.sum.people()
            && release.digest == counting.sum.digest();
        let counts = is_same
            .then(|| counting.sum.with(&release.shares))
            .flatten()?;
        let picture = Picture::of(
            &self.facts.slug,
            self.facts.pack,
            release.place,
            (job.week, weeks),
            counting.sum.people(),
            counting.minimum,
            &counts,
        )?;
        Some(PictureRow {
            slug: self.facts.slug.clone(),
            place: release.place.id().to_owned(),
            week: job.week.id(),
            picture: picture.to_bytes(),
            signature: picture.sign(&self.identity),
        })
    }

    /// Destroys what is published or too old: check-ins where they lie, and the hub's keys of them.
    pub(crate) async fn tidy(&self, store: &dyn Store, today: NaiveDate) -> Done<()> {
        let published = published(store, &self.facts.slug).await?;
        let cards = cards(store, &self.facts.slug).await?;
        let mut shelf = locked(&self.shelf);
        for (place, done) in published {
            let oldest = done.minus(CARRIED + 1);
            for card in cards
                .iter()
                .filter(|card| (oldest..=done).contains(&card.week()))
            {
                shelf.forget(card, place)?;
            }
        }
        Ok(shelf.tidy(today)?)
    }
}

/// Runs what takes long where it keeps nobody waiting.
async fn apart<T: Send + 'static>(work: impl FnOnce() -> Done<T> + Send + 'static) -> Done<T> {
    let done = tokio::task::spawn_blocking(work).await;
    done.unwrap_or(Err(Undone::Refused("the hub is stopping")))
}

/// All cards of a campaign, oldest first.
pub(crate) async fn cards(store: &dyn Store, slug: &str) -> Result<Vec<Card>, StoreError> {
    let rows = store.cards(slug).await?;
    Ok(rows
        .iter()
        .filter_map(|row| Card::read(&row.card).ok())
        .collect())
}

/// The last week that was published of each place.
async fn published(store: &dyn Store, slug: &str) -> Result<BTreeMap<Place, Week>, StoreError> {
    let rows = store.pictures(slug).await?;
    let mut published = BTreeMap::new();
    for row in &rows {
        if let (Some(place), Some(week)) = (Place::named(&row.place), Week::read(&row.week)) {
            let known = published.entry(place).or_insert(week);
            *known = week.max(*known);
        }
    }
    Ok(published)
}
