//! The numbers that the law sets, each with its day and its source. Holds no rule.
//!
//! When the law changes, add a row with its first day; never edit one in place.

use crate::Minutes;

/// From which length of shift the law gives a break, and how long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RestRule {
    /// A shift of more than this has a break.
    pub over: Minutes,
    /// The break is at least this long, without interruption.
    pub rest: Minutes,
    /// The first day on which it holds, as year, month and day.
    pub from: (i32, u32, u32),
    /// Where it is written, as people can look it up.
    pub source: &'static str,
}

/// Breaks of people of 18 or over, in Great Britain: regulation 12(1) and (3), SI 1998/1833,
/// www.legislation.gov.uk/uksi/1998/1833/regulation/12. Where somebody must be there without a
/// gap, as in a care home, regulations 21 and 24 let the break come at another time.
pub const ADULT: RestRule = RestRule {
    over: Minutes(6 * 60),
    rest: Minutes(20),
    from: (1998, 10, 1),
    source: "Working Time Regulations 1998, regulation 12",
};
