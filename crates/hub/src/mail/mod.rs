//! The one mail that a signer gets: a link to confirm, by which they can also withdraw.
//!
//! The address is here and nowhere else: in memory, until the mail is sent or an hour has passed.
//! The store knows that a mail is owed, never to whom. Nothing here is ever logged with an address,
//! nor with what a mail server says, since that may repeat one.

mod message;
mod queue;
mod server;
mod transport;

use std::{fmt, sync::Arc};

use tokio::sync::{OwnedSemaphorePermit, Semaphore, mpsc};
use zeroize::Zeroizing;

pub(crate) use queue::start;
pub use transport::MailError;
pub(crate) use transport::Sender;

use crate::{
    Error,
    store::{Store, model::Id},
    token::Token,
};

/// How many mails may wait in memory: some 20 MB. Beyond that, signing by email is refused.
const MOST_WAITING: usize = 50_000;

/// How mail is sent.
#[derive(Clone, Debug, Default)]
pub struct MailConfig {
    /// The mail server: `smtp://127.0.0.1:2525`, `smtps://user:password@host`,
    /// `smtp+starttls://user:password@host:587`. None: no mail, and only one-time codes.
    pub smtp: Option<Zeroizing<String>>,
    /// Whom mails come from, where a campaign has no sender of its own.
    pub from: Option<String>,
    /// Where answers go.
    pub reply_to: Option<String>,
    /// Where mails that cannot be delivered come back to. None: nowhere. What comes back holds the
    /// signer's address, and lies in a mailbox.
    pub bounces: Option<String>,
    /// Senders by campaign.
    pub senders: Vec<(String, String)>,
}

/// A mail to be sent.
pub(crate) struct Letter {
    /// What it is owed for.
    pub(crate) signature: Id,
    pub(crate) campaign: String,
    pub(crate) language: String,
    pub(crate) address: Zeroizing<String>,
    pub(crate) token: Token,
    /// The address has had enough mails this hour: nothing is sent, and nobody is told.
    pub(crate) muted: bool,
    #[expect(dead_code, reason = "held, not read: dropped with the mail")]
    pub(crate) place: Place,
}

impl fmt::Debug for Letter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Letter(…)")
    }
}

/// Room for one mail; given back when the mail is gone.
pub(crate) struct Place(#[expect(dead_code, reason = "held, not read")] OwnedSemaphorePermit);

/// Where mails are posted. When the last copy is gone, the queue sends what it can and ends.
#[derive(Clone)]
pub(crate) struct Outbox {
    letters: mpsc::UnboundedSender<Letter>,
    /// What bounds the above.
    places: Arc<Semaphore>,
    sends: bool,
}

impl Outbox {
    /// Whether this hub sends mail at all.
    pub(crate) fn sends(&self) -> bool {
        self.sends
    }

    /// Room for one more, if there is any.
    pub(crate) fn reserve(&self) -> Option<Place> {
        let permit = Arc::clone(&self.places).try_acquire_owned();
        permit.ok().map(Place)
    }

    /// Hands over a mail whose signature is on disk.
    pub(crate) fn post(&self, letter: Letter) {
        // The queue ends only when the hub does; the mail is lost then, and counted as such.
        let _ = self.letters.send(letter);
    }

    /// How many wait.
    pub(crate) fn waiting(&self) -> usize {
        MOST_WAITING - self.places.available_permits()
    }
}

impl MailConfig {
    /// Opens the way to the mail server; none where there is none.
    pub(crate) fn sender(&self) -> Result<Option<Sender>, Error> {
        self.smtp
            .as_ref()
            .map(|url| Sender::new(url, self))
            .transpose()
            .map_err(Error::Mail)
    }

    /// Tells the log of each sender whose campaign there is not: a mistyped one has its mails sent
    /// from another address than was meant, and nobody sees why.
    pub(crate) async fn warn_of_strangers(&self, store: &dyn Store) -> Result<(), Error> {
        if self.senders.is_empty() {
            return Ok(());
        }
        let campaigns = store.campaigns().await?;
        for (name, _) in &self.senders {
            if campaigns.iter().all(|row| row.slug != *name) {
                let key = format!("mail.senders.{name}");
                tracing::warn!(
                    key,
                    "there is no such campaign; this sender is used for none"
                );
            }
        }
        Ok(())
    }
}
