//! Who can help, by nation: constants made from `data/contacts.toml` when this crate is built.
//! Holds no sentences, only their places.

use swansfeet_words::Msg;

use crate::flow::NATIONS;
use crate::say::sentence;

/// An organisation that can help.
pub(crate) struct Contact {
    /// Its name.
    pub(crate) name: Msg,
    /// What it can do.
    pub(crate) what: Msg,
    /// A bit for each of [`NATIONS`].
    nations: u8,
    /// Its page; empty where none could be verified.
    pub(crate) web: &'static str,
    /// Its telephone number, as people write it.
    pub(crate) phone: Option<&'static str>,
}

const CONTACTS: &[Contact] = include!(concat!(env!("OUT_DIR"), "/contacts.rs"));

/// Who can help in the nation of that code, the most useful first.
pub(crate) fn in_nation(code: &str) -> impl Iterator<Item = &'static Contact> + use<> {
    let bit = NATIONS
        .iter()
        .position(|(known, _)| *known == code)
        .map_or(0, |at| 1 << at);
    CONTACTS
        .iter()
        .filter(move |contact| contact.nations & bit != 0)
}
