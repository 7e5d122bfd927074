//! Real browsers, accessibility, privacy and faults: the widgets as a visitor meets them, and the
//! hub as load, faults and thieves meet it.
//!
//! Three engines are driven over WebDriver against a real hub process and partners' pages on other
//! origins. Nothing here knows how a widget is written inside: what is on the screen is found by
//! its role and its words, as a person or a screen reader would, in one module for each widget.
//!
//! A wait is always a condition with a limit, never a pause.

pub mod bench;
pub mod browser;
pub mod cases;
pub mod checking;
pub mod demands;
pub mod engine;
pub mod faults;
pub mod ground;
mod hands;
pub mod load;
pub mod manifest;
pub mod meetings;
pub mod pay;
pub mod pictures;
pub mod ports;
pub mod runner;
pub mod secrecy;
pub mod server;
pub mod site;
pub mod timing;
pub mod wellbeing;
