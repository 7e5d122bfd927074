//! Wire types: the only place where data is read from or written to JSON.
