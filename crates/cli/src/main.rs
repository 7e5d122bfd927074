//! The swansfeet command line.

fn main() {}
