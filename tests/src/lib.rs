//! Real browsers, accessibility, load and faults.
