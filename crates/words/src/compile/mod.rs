//! Turns translators' Fluent files into compact tables and Rust names. For build scripts only.
