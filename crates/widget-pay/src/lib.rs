//! The pay calculator.
