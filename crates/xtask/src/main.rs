//! Sets up, builds, serves, tests and measures.

fn main() {}
