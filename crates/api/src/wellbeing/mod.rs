//! The wellbeing check-in in JSON. Holds no rule and no sentence.

pub mod document;
pub mod score;
