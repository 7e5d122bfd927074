//! What the second holder asks of the first, and what it answers: signed bytes, whatever carries
//! them. The first holder never asks: the second may be a laptop that is open for an hour a week.

use swansfeet_seal::{Facts, Framed};

use crate::check_in::Nonce;
use crate::identity::{HolderKey, Identity, SIGNATURE};
use crate::place::Place;
use crate::week::Week;

/// How far the clock of who asks may be off, in seconds: an order that was overheard is of no use
/// after that.
pub const DRIFT: u64 = 300;
/// How many check-ins are on a page.
pub const PAGE: usize = 128;

const ORDER: &str = "swansfeet wellbeing order 1";
const REPLY: &str = "swansfeet wellbeing reply 1";
const SIGNED: &str = "order";

/// What the second holder asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Order {
    /// The card of a week, as far as the first holder can write it; once both have signed, the card.
    Draft(Week),
    /// Here is that card with the second holder's keys and signature, and what halves are checked
    /// with.
    Sign {
        /// The draft's bytes.
        draft: Vec<u8>,
        /// Of the draft.
        signature: [u8; SIGNATURE],
        /// What both holders check halves with.
        verify_key: [u8; 32],
    },
    /// What there is to add up. A sum that the second holder has entered in its ledger, and that never
    /// arrived, must come in the same cut once more: no other is given.
    Work {
        /// By place, the last week of what was entered last, and how many weeks.
        given: Vec<(Place, Week, u32)>,
    },
    /// Check-ins of a place and the card of a week, after that one.
    Page {
        /// The place.
        place: Place,
        /// The card's.
        week: Week,
        /// The last of the page before; none for the first page.
        after: Option<Nonce>,
    },
    /// Answers to a page, one for each check-in on it; none where it is refused.
    Answers {
        /// The place.
        place: Place,
        /// The card's week.
        week: Week,
        /// By nonce.
        answers: Vec<(Nonce, Option<Vec<u8>>)>,
    },
    /// The second holder's halves of the sums: all that it has of them.
    Release(Release),
}

/// The second holder's halves of the sums of a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Release {
    /// The place.
    pub place: Place,
    /// The last week in them.
    pub week: Week,
    /// How many weeks are in them.
    pub weeks: u32,
    /// How many check-ins.
    pub people: u32,
    /// Which.
    pub digest: [u8; 32],
    /// The halves.
    pub shares: Vec<u8>,
}

/// What the first holder answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reply {
    /// A draft that lacks the second holder's keys.
    Draft(Vec<u8>),
    /// A card that both have signed.
    Card(Vec<u8>),
    /// What there is to add up, and what is over.
    Work {
        /// In any order.
        jobs: Vec<Job>,
        /// Published or destroyed: nobody needs their keys any more.
        over: Vec<(Place, Week)>,
    },
    /// Check-ins in the order of their nonces; none after the last.
    Page(Vec<Entry>),
    /// Taken, but for these.
    Answered {
        /// Those of which the first holder could make nothing.
        refused: Vec<Nonce>,
    },
    /// Published.
    Released,
    /// The two did not add up the same check-ins, or the first holder was started anew meanwhile:
    /// begin this place again.
    Again,
}

/// Check-ins of a place that may be added up.
///
/// [`crate::ledger::cuts`] says which weeks. A second holder may count several places before it releases the first of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    /// The place.
    pub place: Place,
    /// The last week.
    pub week: Week,
    /// The first week.
    pub from: Week,
    /// Weeks that have check-ins, and how many.
    pub parts: Vec<(Week, u32)>,
}

/// One check-in on a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// [`crate::check_in::CheckIn::for_second`].
    pub check_in: Vec<u8>,
    /// What the first holder says of its half.
    pub told: Vec<u8>,
}

/// An order that its sender signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signed {
    /// The campaign's slug.
    pub campaign: String,
    /// When, in seconds since 1970.
    pub at: u64,
    /// What is asked.
    pub order: Order,
}

/// Why an order is not followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OrderError {
    /// Cut off, or of another kind.
    #[error("the order is cut off or of another kind")]
    Layout,
    /// Not by the second holder.
    #[error("the second holder has not signed the order")]
    Unsigned,
    /// Too old, or from the future.
    #[error("the clocks of the two holders differ by more than five minutes")]
    Clock,
}

impl Signed {
    /// The bytes that go out.
    #[must_use]
    pub fn to_bytes(&self, identity: &Identity) -> Vec<u8> {
        let list = Framed::new(ORDER)
            .text(&self.campaign)
            .bytes(&self.at.to_be_bytes())
            .bytes(write_order(&self.order).as_slice());
        let signature = identity.sign(SIGNED, list.as_slice());
        [list.as_slice(), &signature].concat()
    }

    /// Reads an order that `by` signed, at about this time.
    ///
    /// # Errors
    /// Why it is not to be followed.
    pub fn read(bytes: &[u8], by: &HolderKey, now: u64) -> Result<Signed, OrderError> {
        let split = bytes.split_last_chunk::<SIGNATURE>();
        let (list, signature) = split.ok_or(OrderError::Layout)?;
        if !by.signed(SIGNED, list, signature) {
            return Err(OrderError::Unsigned);
        }
        let mut facts = Facts::of(ORDER, list).ok_or(OrderError::Layout)?;
        let mut read = || {
            let campaign = facts.text()?.to_owned();
            let at = u64::from_be_bytes(facts.exactly()?);
            let order = read_order(facts.bytes()?)?;
            facts.clone().end()?;
            Some(Signed {
                campaign,
                at,
                order,
            })
        };
        let signed = read().ok_or(OrderError::Layout)?;
        if signed.at.abs_diff(now) > DRIFT {
            return Err(OrderError::Clock);
        }
        Ok(signed)
    }
}

fn write_order(order: &Order) -> Framed {
    match order {
        Order::Draft(week) => Framed::new("draft").text(&week.id()),
        Order::Sign {
            draft,
            signature,
            verify_key,
        } => Framed::new("sign")
            .bytes(draft)
            .bytes(signature)
            .bytes(verify_key),
        Order::Work { given } => {
            let list = Framed::new("work");
            given.iter().fold(list, |list, (place, week, weeks)| {
                list.text(place.id()).text(&week.id()).number(*weeks)
            })
        }
        Order::Page { place, week, after } => Framed::new("page")
            .text(place.id())
            .text(&week.id())
            .bytes(after.as_ref().map_or(&[], |nonce| nonce.as_slice())),
        Order::Answers {
            place,
            week,
            answers,
        } => {
            let list = Framed::new("answers").text(place.id()).text(&week.id());
            answers.iter().fold(list, |list, (nonce, answer)| {
                list.bytes(nonce)
                    .bytes(answer.as_deref().unwrap_or_default())
            })
        }
        Order::Release(release) => Framed::new("release")
            .text(release.place.id())
            .text(&release.week.id())
            .number(release.weeks)
            .number(release.people)
            .bytes(&release.digest)
            .bytes(&release.shares),
    }
}

fn read_order(bytes: &[u8]) -> Option<Order> {
    let mut facts = Facts::any(bytes);
    let order = match facts.text()? {
        "draft" => Order::Draft(week(&mut facts)?),
        "sign" => Order::Sign {
            draft: facts.bytes()?.to_vec(),
            signature: facts.exactly()?,
            verify_key: facts.exactly()?,
        },
        "work" => {
            let mut given = Vec::new();
            while !facts.is_over() {
                given.push((place(&mut facts)?, week(&mut facts)?, facts.number()?));
            }
            Order::Work { given }
        }
        "page" => Order::Page {
            place: place(&mut facts)?,
            week: week(&mut facts)?,
            after: match facts.bytes()? {
                [] => None,
                nonce => Some(nonce.try_into().ok()?),
            },
        },
        "answers" => {
            let (place, week) = (place(&mut facts)?, week(&mut facts)?);
            let mut answers = Vec::new();
            while !facts.is_over() {
                let nonce = facts.exactly()?;
                let answer = facts.bytes()?;
                answers.push((nonce, (!answer.is_empty()).then(|| answer.to_vec())));
            }
            Order::Answers {
                place,
                week,
                answers,
            }
        }
        "release" => Order::Release(Release {
            place: place(&mut facts)?,
            week: week(&mut facts)?,
            weeks: facts.number()?,
            people: facts.number()?,
            digest: facts.exactly()?,
            shares: facts.bytes()?.to_vec(),
        }),
        _ => return None,
    };
    facts.end()?;
    Some(order)
}

impl Reply {
    /// The bytes that go out.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let list = Framed::new(REPLY);
        let list = match self {
            Reply::Draft(draft) => list.text("draft").bytes(draft),
            Reply::Card(card) => list.text("card").bytes(card),
            Reply::Work { jobs, over } => {
                let jobs = jobs.iter().fold(Framed::new("jobs"), |list, job| {
                    list.bytes(write_job(job).as_slice())
                });
                let over = over
                    .iter()
                    .fold(Framed::new("over"), |list, (place, week)| {
                        list.text(place.id()).text(&week.id())
                    });
                list.text("work")
                    .bytes(jobs.as_slice())
                    .bytes(over.as_slice())
            }
            Reply::Page(entries) => entries.iter().fold(list.text("page"), |list, entry| {
                list.bytes(&entry.check_in).bytes(&entry.told)
            }),
            Reply::Answered { refused } => refused
                .iter()
                .fold(list.text("answered"), |list, nonce| list.bytes(nonce)),
            Reply::Released => list.text("released"),
            Reply::Again => list.text("again"),
        };
        list.as_slice().to_vec()
    }

    /// Reads a reply.
    #[must_use]
    pub fn read(bytes: &[u8]) -> Option<Reply> {
        let mut facts = Facts::of(REPLY, bytes)?;
        let reply = match facts.text()? {
            "draft" => Reply::Draft(facts.bytes()?.to_vec()),
            "card" => Reply::Card(facts.bytes()?.to_vec()),
            "work" => Reply::Work {
                jobs: read_jobs(facts.bytes()?)?,
                over: read_over(facts.bytes()?)?,
            },
            "page" => {
                let mut entries = Vec::new();
                while !facts.is_over() {
                    let check_in = facts.bytes()?.to_vec();
                    let told = facts.bytes()?.to_vec();
                    entries.push(Entry { check_in, told });
                }
                Reply::Page(entries)
            }
            "answered" => {
                let mut refused = Vec::new();
                while !facts.is_over() {
                    refused.push(facts.exactly()?);
                }
                Reply::Answered { refused }
            }
            "released" => Reply::Released,
            "again" => Reply::Again,
            _ => return None,
        };
        facts.end()?;
        Some(reply)
    }
}

fn write_job(job: &Job) -> Framed {
    let list = Framed::new("job")
        .text(job.place.id())
        .text(&job.week.id())
        .text(&job.from.id());
    job.parts.iter().fold(list, |list, (week, people)| {
        list.text(&week.id()).number(*people)
    })
}

fn read_jobs(bytes: &[u8]) -> Option<Vec<Job>> {
    let mut facts = Facts::of("jobs", bytes)?;
    let mut jobs = Vec::new();
    while !facts.is_over() {
        let mut job = Facts::of("job", facts.bytes()?)?;
        let (place, last, from) = (place(&mut job)?, week(&mut job)?, week(&mut job)?);
        let mut parts = Vec::new();
        while !job.is_over() {
            parts.push((week(&mut job)?, job.number()?));
        }
        jobs.push(Job {
            place,
            week: last,
            from,
            parts,
        });
    }
    Some(jobs)
}

fn read_over(bytes: &[u8]) -> Option<Vec<(Place, Week)>> {
    let mut facts = Facts::of("over", bytes)?;
    let mut over = Vec::new();
    while !facts.is_over() {
        over.push((place(&mut facts)?, week(&mut facts)?));
    }
    Some(over)
}

fn place(facts: &mut Facts<'_>) -> Option<Place> {
    Place::named(facts.text()?)
}

fn week(facts: &mut Facts<'_>) -> Option<Week> {
    Week::read(facts.text()?)
}
