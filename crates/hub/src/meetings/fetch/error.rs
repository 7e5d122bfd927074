//! Why a feed could not be fetched, worded for whoever keeps it or runs the hub. Repeats no address:
//! those of private calendars are secrets.

use std::time::Duration;

/// Why a feed could not be fetched.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FetchError {
    /// It cannot be asked for at all.
    #[error("The address is not one that can be fetched: it must begin with https:// or http://.")]
    Address,
    /// DNS knows no such host.
    #[error("There is no server of that name, or this hub cannot look names up at the moment.")]
    NoSuchHost,
    /// It is not on the public internet.
    #[error(
        "The address leads into a private network, where this hub fetches nothing. Whoever runs it can allow that (meetings.private_addresses)."
    )]
    Private,
    /// Nobody listens, or the way there is broken.
    #[error("The server did not answer.")]
    Down,
    /// It has no certificate that can be trusted.
    #[error("The server could not prove who it is: its certificate is wrong or too old.")]
    Certificate,
    /// It took too long.
    #[error("The server was too slow: nothing whole came in {} seconds.", .0.as_secs_f32().ceil())]
    Slow(Duration),
    /// It stopped in the middle.
    #[error("The server stopped in the middle of its answer.")]
    CutOff,
    /// It answered with a status that is no list.
    #[error("The server answered with status {status}{hint}.", hint = hint(*.status))]
    Status {
        /// The HTTP status.
        status: u16,
        /// How many seconds it asks to be left alone for.
        wait: Option<u32>,
    },
    /// It sent us round in circles.
    #[error("The server sent us from one address to another more than {0} times.")]
    Redirects(usize),
    /// It sent us from a safe address to an unsafe one.
    #[error("The server sent us from an https address to one without: that is not followed.")]
    Downgrade,
    /// There is too much of it.
    #[error("The answer is larger than {0} MB, which is more than this hub takes.")]
    TooLarge(usize),
    /// It was packed in a way that cannot be unpacked.
    #[error("The answer was packed in a way that this hub cannot unpack, or was damaged.")]
    Packed,
}

fn hint(status: u16) -> &'static str {
    match status {
        401 | 403 => " (it wants to be asked by somebody it knows)",
        404 | 410 => " (there is nothing at that address any more)",
        429 => " (it was asked too often)",
        500..=599 => " (something is wrong with it)",
        _ => "",
    }
}

impl FetchError {
    /// How many seconds the server asks to be left alone for.
    pub(crate) fn wait(&self) -> Option<u32> {
        match self {
            Self::Status { wait, .. } => *wait,
            _ => None,
        }
    }
}
