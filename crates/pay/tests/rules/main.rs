//! The rules against their sources: case tables, every rate, and what must always hold.

mod properties;
mod rates;
mod row;
mod tables;
