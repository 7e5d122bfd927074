//! Meetings in JSON. Knows no rule about meetings and no language.

pub mod rule;
