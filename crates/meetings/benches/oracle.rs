//! 100,000 random rules against the crate `rrule`, across both changes of Britain's clocks.
//! `cargo bench -p swansfeet-meetings --bench oracle`; prints how many agree and why the others do
//! not, and ends badly on a difference without an explanation.

#[path = "../tests/support/mod.rs"]
mod support;

use std::process::ExitCode;

use support::random::{DIFFERENCES, Outcome, Random, Spec, compare};

fn main() -> ExitCode {
    // `cargo test --all-targets` runs it too, to see that it works.
    let measuring = std::env::args().any(|argument| argument == "--bench");
    let rules = std::env::var("RULES").ok().and_then(|n| n.parse().ok());
    let rules: u32 = rules.unwrap_or(if measuring { 100_000 } else { 500 });
    let mut random = Random(20_260_303);
    let (mut same, mut refused, mut explained) = (0, 0, [0; DIFFERENCES.len()]);
    let (mut empty, mut unexplained) = (0, 0);
    for _ in 0..rules {
        match compare(&Spec::random(&mut random)) {
            Outcome::Same => same += 1,
            Outcome::Empty => empty += 1,
            Outcome::Refused => refused += 1,
            Outcome::Explained(place) => explained[place] += 1,
            Outcome::Unexplained(what) => {
                unexplained += 1;
                if unexplained <= 10 {
                    println!("{what}");
                }
            }
        }
    }
    println!(
        "recurrence: {rules} random rules, {same} the same, {empty} without a date, {refused} that rrule refuses"
    );
    for (difference, many) in DIFFERENCES.iter().zip(explained) {
        println!("recurrence: {many} differ: {}", difference.what);
    }
    if unexplained > 0 {
        println!("recurrence: {unexplained} differ without an explanation");
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}
