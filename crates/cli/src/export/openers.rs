//! Two threads that open sealed records, and hand them back in the order in which they came.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

use swansfeet_demands::DemandsHash;
use swansfeet_demands::seal::{Binding, OpenError, Reader, SecretKey, open};
use swansfeet_demands::signature::{PartnerCopy, Signature};
use swansfeet_demands::text::Slug;
use swansfeet_hub::organise::{self, KeyFile};
use swansfeet_hub::store::model::SealedRow;

use super::person::{Person, hex};
use super::source::Facts;
use crate::office::Trouble;

/// One for each core of a small machine.
const THREADS: usize = 2;
/// How many pages may be on their way: enough that no thread waits for the disk.
pub(super) const WAITING: usize = 2 * THREADS;

/// Every key that is at hand.
pub(super) struct Keys {
    campaign: String,
    epochs: Vec<(u32, SecretKey)>,
    partner: Option<(String, Option<SecretKey>)>,
}

/// A record's id, and what was in it or why it did not open.
pub(super) type Opened = (String, Result<Person, String>);

impl Keys {
    pub(super) fn new(campaign: &str, partner: Option<&Slug>) -> Keys {
        Keys {
            campaign: campaign.to_owned(),
            epochs: Vec::new(),
            partner: partner.map(|id| (id.to_string(), None)),
        }
    }

    /// Adds what a file opens. The organiser whose file it is, if it is one's.
    pub(super) fn add(&mut self, file: &KeyFile, facts: &Facts) -> Result<Option<String>, Trouble> {
        if let Some((id, key)) = &mut self.partner {
            let partners = &facts.campaign.consent.partners;
            let wanted = partners.iter().find(|partner| partner.id.as_str() == id);
            return match (file, wanted) {
                (KeyFile::Own(own), Some(partner)) if own.public() == partner.key => {
                    *key = Some(own.clone());
                    Ok(None)
                }
                _ => Err(Trouble::Other(
                    "error-export-not-the-partners-key",
                    vec![("partner", id.clone())],
                )),
            };
        }
        let organise::Opens { holder, keys } =
            organise::keys_of(file, &facts.row, &facts.organisers, &facts.wrapped)?;
        for (epoch, key) in keys {
            if self.epochs.iter().all(|(known, _)| *known != epoch) {
                self.epochs.push((epoch, key));
            }
        }
        Ok(holder)
    }

    fn open(&self, row: SealedRow) -> Opened {
        let id = hex(&row.id.0);
        let opened = self.opened(&id, &row);
        (id, opened)
    }

    fn opened(&self, id: &str, row: &SealedRow) -> Result<Person, String> {
        let bound = &row.bound;
        let binding = Binding {
            campaign: &self.campaign,
            demands: DemandsHash::from_bytes(bound.demands),
            consent: bound.consent,
            epoch: bound.epoch,
            partner: bound.partner.as_deref(),
            reader: match &self.partner {
                Some((id, _)) => Reader::Partner(id),
                None => Reader::Organisers,
            },
        };
        let key = match &self.partner {
            Some((_, key)) => key.as_ref(),
            None => {
                let key = self.epochs.iter().find(|(epoch, _)| *epoch == bound.epoch);
                key.map(|(_, key)| key)
            }
        };
        let key = key.ok_or_else(|| OpenError::Epoch(bound.epoch).to_string())?;
        let bytes = open(key, &binding, &row.record).map_err(|error| error.to_string())?;
        let (id, credit) = (id.to_owned(), bound.partner.clone());
        if self.partner.is_some() {
            let copy = PartnerCopy::from_bytes(&bytes).map_err(|error| error.to_string())?;
            Ok(Person::of_copy(id, credit, copy))
        } else {
            let signed = Signature::from_bytes(&bytes).map_err(|error| error.to_string())?;
            Ok(Person::of_signature(id, credit, signed))
        }
    }
}

struct Opener {
    give: SyncSender<Vec<SealedRow>>,
    take: Receiver<Vec<Opened>>,
}

/// The threads. Pages go to one after the other, and are taken back in the same turn.
pub(super) struct Openers {
    openers: Vec<Opener>,
    given: usize,
    taken: usize,
}

impl Openers {
    pub(super) fn start(keys: &Arc<Keys>) -> Openers {
        let opener = |_| {
            let (give, pages) = sync_channel::<Vec<SealedRow>>(WAITING);
            let (done, take) = sync_channel(WAITING);
            let keys = Arc::clone(keys);
            thread::spawn(move || {
                for page in pages {
                    let page = page.into_iter().map(|row| keys.open(row)).collect();
                    // Nobody takes it any more: the export has ended early.
                    if done.send(page).is_err() {
                        return;
                    }
                }
            });
            Opener { give, take }
        };
        Openers {
            openers: (0..THREADS).map(opener).collect(),
            given: 0,
            taken: 0,
        }
    }

    /// How many pages are on their way.
    pub(super) const fn waiting(&self) -> usize {
        self.given - self.taken
    }

    pub(super) fn give(&mut self, page: Vec<SealedRow>) {
        // A thread that has fallen over is noticed when its page is taken.
        let _ = self.openers[self.given % THREADS].give.send(page);
        self.given += 1;
    }

    /// The next page in order; none if none is on its way.
    pub(super) fn take(&mut self) -> Result<Option<Vec<Opened>>, Trouble> {
        if self.waiting() == 0 {
            return Ok(None);
        }
        let page = self.openers[self.taken % THREADS].take.recv();
        self.taken += 1;
        page.map(Some)
            .map_err(|_| Trouble::Other("error-export-fell-over", Vec::new()))
    }
}
