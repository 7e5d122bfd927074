//! When a meeting is, in words: read from what an organiser types ([`read`], feature `phrase`), and
//! told apart for whoever words it ([`shape`]). Holds no sentences.

mod shape;

pub use shape::{Day, Shape, shape};
