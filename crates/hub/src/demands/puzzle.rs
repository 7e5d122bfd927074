//! A puzzle for browsers while many sign at once, in ALTCHA's form, made and checked by
//! altcha-lib-rs. It costs a person a second and a flood a machine; the limits hold beside it.

use std::{
    collections::{HashMap, HashSet},
    fmt::Write as _,
    sync::Mutex,
};

use altcha_lib_rs::{
    ChallengeOptions, Payload, algorithm::AltchaAlgorithm, create_challenge, verify_solution,
};
use chrono::DateTime;
use serde::Serialize;
use swansfeet_api::demands::Solution;
use swansfeet_demands::{duplicate::CampaignSecret, text::Moment};

/// Numbers to try: half of them on average, about a second on a cheap phone.
const NUMBERS: u64 = 50_000;
/// How long a puzzle may be thought about.
const SECONDS: i64 = 600;
/// Longest signature or challenge that is looked at.
const LONGEST: usize = 256;

/// A puzzle as it is given to a browser.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Puzzle {
    algorithm: &'static str,
    challenge: String,
    salt: String,
    maxnumber: u64,
    signature: String,
}

/// What a campaign's puzzles are signed with: the same at every hub that shares its secrets, so that
/// whoever is sent to another hub with the solution gets in.
pub(crate) struct Key(String);

impl Key {
    pub(crate) fn of(secret: &CampaignSecret) -> Self {
        let mut key = String::with_capacity(64);
        for byte in secret.puzzle_key().0 {
            // Writing to a string does not fail.
            let _ = write!(key, "{byte:02x}");
        }
        Self(key)
    }
}

/// Makes puzzles and takes each solution once. Which were solved is each hub's own to know: a
/// solution is worth one signature at each.
#[derive(Default)]
pub(crate) struct Puzzles {
    /// The first half of the signatures of those solved, by the span of time in which they end.
    solved: Mutex<HashMap<i64, HashSet<String>>>,
}

impl Puzzles {
    pub(crate) fn make(key: &Key, now: Moment) -> Option<Puzzle> {
        let options = ChallengeOptions {
            algorithm: Some(AltchaAlgorithm::Sha256),
            max_number: Some(NUMBERS),
            hmac_key: &key.0,
            expires: DateTime::from_timestamp(now.0 + SECONDS, 0),
            ..ChallengeOptions::default()
        };
        let made = create_challenge(options).ok()?;
        Some(Puzzle {
            algorithm: "SHA-256",
            challenge: made.challenge,
            salt: made.salt,
            maxnumber: made.maxnumber,
            signature: made.signature,
        })
    }

    /// Whether it is the solution of a puzzle of this key, in time, and for the first time here.
    pub(crate) fn takes(&self, key: &Key, solution: &Solution, now: Moment) -> bool {
        let parts = [&solution.challenge, &solution.salt, &solution.signature];
        if parts.iter().any(|part| part.0.len() > LONGEST) {
            return false;
        }
        // By the hub's clock and not the library's. A salt without an end is none of ours.
        let Some(until) = expires(&solution.salt.0) else {
            return false;
        };
        let payload = Payload {
            algorithm: AltchaAlgorithm::Sha256,
            challenge: solution.challenge.0.clone(),
            number: solution.number.0,
            salt: solution.salt.0.clone(),
            signature: solution.signature.0.clone(),
            took: None,
        };
        if until < now.0 || verify_solution(&payload, &key.0, false).is_err() {
            return false;
        }
        let Ok(mut solved) = self.solved.lock() else {
            return false;
        };
        solved.retain(|span, _| *span >= now.0 / SECONDS);
        let mut short = payload.signature;
        short.truncate(32);
        solved.entry(until / SECONDS).or_default().insert(short)
    }
}

fn expires(salt: &str) -> Option<i64> {
    let (_, parameters) = salt.split_once('?')?;
    let mut parameters = parameters.split('&');
    parameters
        .find_map(|part| part.strip_prefix("expires="))?
        .parse()
        .ok()
}

#[cfg(test)]
mod tests {
    use altcha_lib_rs::solve_challenge;
    use swansfeet_api::demands::{Natural, Text};

    use super::*;

    fn solved(puzzle: &Puzzle) -> Solution {
        let number = solve_challenge(
            &puzzle.challenge,
            &puzzle.salt,
            None,
            Some(puzzle.maxnumber),
            0,
        );
        Solution {
            challenge: Text(puzzle.challenge.clone()),
            salt: Text(puzzle.salt.clone()),
            number: Natural(number.unwrap()),
            signature: Text(puzzle.signature.clone()),
        }
    }

    fn key(of: u8) -> Key {
        Key::of(&CampaignSecret::from_bytes([of; 32]))
    }

    #[test]
    fn a_solution_is_taken_once_and_in_time() {
        let (puzzles, key) = (Puzzles::default(), key(1));
        let solution = solved(&Puzzles::make(&key, Moment(1_000)).unwrap());
        assert!(!puzzles.takes(&key, &solution, Moment(1_601)), "too late");
        assert!(puzzles.takes(&key, &solution, Moment(1_100)));
        assert!(!puzzles.takes(&key, &solution, Moment(1_100)), "replayed");
    }

    #[test]
    fn nothing_that_was_changed_is_taken() {
        let (puzzles, own) = (Puzzles::default(), key(1));
        let now = Moment(1_000);
        let good = solved(&Puzzles::make(&own, now).unwrap());
        let other = solved(&Puzzles::make(&key(2), now).unwrap());
        let later = Text(good.salt.0.replace("expires=1600", "expires=9999"));
        let rows = [
            ("another campaign's", other),
            (
                "number",
                Solution {
                    number: Natural(good.number.0 + 1),
                    ..good.clone()
                },
            ),
            (
                "salt",
                Solution {
                    salt: later,
                    ..good.clone()
                },
            ),
            (
                "no end",
                Solution {
                    salt: Text("abc".to_owned()),
                    ..good.clone()
                },
            ),
            (
                "signature",
                Solution {
                    signature: Text("00".to_owned()),
                    ..good.clone()
                },
            ),
            (
                "long",
                Solution {
                    signature: Text("0".repeat(300)),
                    ..good.clone()
                },
            ),
        ];
        for (what, solution) in rows {
            assert!(!puzzles.takes(&own, &solution, now), "{what}");
        }
        assert!(puzzles.takes(&own, &good, now));
    }
}
