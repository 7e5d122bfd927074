//! Ports of loopback, none of which is given twice in a run.
//!
//! A browser keeps what it was sent by its address, and of two servers one after the other only the
//! port tells them apart. The system gives a port again soon after it is free: then a case is shown
//! the script of an earlier one, out of the browser's cache, and is not what it claims to be.

use std::{
    collections::BTreeSet,
    net::{Ipv4Addr, TcpListener},
    sync::{Mutex, PoisonError},
};

use anyhow::Result;

static GIVEN: Mutex<BTreeSet<u16>> = Mutex::new(BTreeSet::new());

/// Listens on a port that no earlier server of this run had.
///
/// # Errors
/// The system has no port left.
pub fn listener() -> Result<TcpListener> {
    let mut given = GIVEN.lock().unwrap_or_else(PoisonError::into_inner);
    // Held meanwhile, so that the system has to name another.
    let mut refused = Vec::new();
    loop {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        if given.insert(listener.local_addr()?.port()) {
            return Ok(listener);
        }
        refused.push(listener);
    }
}

/// Such a port, on which nobody listens at the moment. Linux takes the ports of connections that go out
/// from the other half, so that nobody else has it when it is listened on.
///
/// # Errors
/// The system has no port left.
pub fn free() -> Result<u16> {
    Ok(listener()?.local_addr()?.port())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::free;

    /// Of so many the system gives over a hundred twice.
    #[test]
    fn none_is_given_twice() {
        let ports: BTreeSet<u16> = (0..2_000).map(|_| free().unwrap()).collect();
        assert_eq!(ports.len(), 2_000);
    }
}
