//! SMTP, by lettre.

use std::{fmt, time::Duration};

use lettre::{Address, address::Envelope, message::Mailbox, transport::smtp::extension::ClientId};

use super::{Letter, MailConfig, message, server::Server};
use crate::{language, words};

/// How many mails are on their way at once, each on a connection of its own.
pub(super) const AT_ONCE: usize = 8;
/// How long one may take, from the greeting to "taken".
const PATIENCE: Duration = Duration::from_secs(30);

/// A way to a mail server.
pub(crate) struct Sender {
    server: Server,
    from: Mailbox,
    reply_to: Option<Mailbox>,
    bounces: Option<Address>,
    senders: Vec<(String, Mailbox)>,
}

/// What is wrong with the settings, worded for whoever wrote them.
#[derive(Debug, thiserror::Error)]
pub enum MailError {
    /// The address of the mail server.
    #[error(
        "`mail.smtp` must be like smtp://127.0.0.1:2525, smtps://user:password@host or smtp+starttls://user:password@host:587"
    )]
    Url,
    /// There is a mail server but no sender.
    #[error("`mail.from` is missing: whom do mails come from? Such as hello@hub.example")]
    NoSender,
    /// An address that is none.
    #[error("`mail.{0}` must be an address: hello@hub.example or Hub <hello@hub.example>")]
    Address(&'static str),
    /// Links would lead to wherever the request said that the hub is.
    #[error(
        "`public_url` is missing: the mail needs a link that leads here, such as https://hub.example"
    )]
    NoPublicUrl,
}

/// Why a mail was not taken. Nothing of what the server said is in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Failure {
    /// Not now: try again.
    ForNow,
    /// Not ever.
    ForGood,
}

impl Sender {
    pub(super) fn new(url: &str, config: &MailConfig) -> Result<Self, MailError> {
        let from = mailbox("from", config.from.as_ref().ok_or(MailError::NoSender)?)?;
        // Not the name of this machine.
        let hello = ClientId::Domain(from.email.domain().to_owned());
        let server = Server::new(url, hello)?;
        let optional = |name, value: &Option<String>| {
            value.as_ref().map(|value| mailbox(name, value)).transpose()
        };
        let senders = config.senders.iter();
        let senders = senders.map(|(slug, value)| Ok((slug.clone(), mailbox("senders", value)?)));
        Ok(Self {
            server,
            from,
            reply_to: optional("reply_to", &config.reply_to)?,
            bounces: optional("bounces", &config.bounces)?.map(|mailbox| mailbox.email),
            senders: senders.collect::<Result<_, _>>()?,
        })
    }

    pub(super) async fn send(&self, letter: &Letter, base: &str) -> Result<(), Failure> {
        let to: Address = letter.address.parse().map_err(|_| Failure::ForGood)?;
        let language = language::find(&letter.language).unwrap_or(language::LANGUAGES[0]);
        let link = format!("{base}/s/{}", letter.token.text().as_str());
        let bytes = {
            // Words are not for several threads, and a mail is written in no time.
            let message = message::write(
                &words::of(language),
                self.sender_of(&letter.campaign),
                self.reply_to.clone(),
                Mailbox::new(None, to.clone()),
                &link,
            );
            zeroize::Zeroizing::new(message.map_err(|_| Failure::ForGood)?.formatted())
        };
        let envelope = Envelope::new(self.bounces.clone(), vec![to]);
        let envelope = envelope.map_err(|_| Failure::ForGood)?;
        let sent = tokio::time::timeout(PATIENCE, self.server.send(&envelope, &bytes)).await;
        sent.unwrap_or(Err(Failure::ForNow))
    }

    fn sender_of(&self, campaign: &str) -> Mailbox {
        let own = self.senders.iter().find(|(slug, _)| slug == campaign);
        own.map_or(&self.from, |(_, mailbox)| mailbox).clone()
    }
}

impl fmt::Debug for Sender {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Sender(…)")
    }
}

fn mailbox(name: &'static str, text: &str) -> Result<Mailbox, MailError> {
    text.parse().map_err(|_| MailError::Address(name))
}
