//! The components that every widget is made of.
