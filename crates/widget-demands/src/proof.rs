//! The puzzle that a hub sets under load, in ALTCHA's form: the number whose SHA-256, behind the
//! salt, is the challenge. Sought in slices, so that the page goes on answering.
//!
//! Knows no clock: how long a slice may last is the caller's.

use sha2::{Digest, Sha256};
use swansfeet_embed::Json;
use swansfeet_embed::json::Writer;

/// A puzzle, and how far it has been searched.
pub struct Hunt {
    challenge: String,
    salt: String,
    signature: String,
    wanted: [u8; 32],
    next: u32,
    most: u32,
}

/// Where a slice has led.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slice {
    /// To the number.
    Found(u32),
    /// Nowhere yet.
    Going,
    /// To the end: there is no such number.
    Over,
}

/// More than this takes a cheap phone minutes; no honest hub asks for it.
const MOST: i64 = 20_000_000;

impl Hunt {
    /// The puzzle in a hub's answer; none where it is of another kind.
    #[must_use]
    pub fn read(puzzle: &Json) -> Option<Self> {
        if puzzle.at("algorithm").text()? != "SHA-256" {
            return None;
        }
        let challenge = puzzle.at("challenge").text()?;
        let most = puzzle.at("maxnumber").number()?;
        Some(Self {
            wanted: hex(&challenge)?,
            challenge,
            salt: puzzle.at("salt").text()?,
            signature: puzzle.at("signature").text()?,
            next: 0,
            most: u32::try_from(most.min(MOST)).ok()?,
        })
    }

    /// Tries that many numbers.
    pub fn search(&mut self, tries: u32) -> Slice {
        let salted = Sha256::new_with_prefix(&self.salt);
        for _ in 0..tries {
            let number = self.next;
            if number > self.most {
                return Slice::Over;
            }
            self.next += 1;
            let hash = salted.clone().chain_update(decimal(number, &mut [0; 10]));
            if hash.finalize()[..] == self.wanted {
                return Slice::Found(number);
            }
        }
        Slice::Going
    }

    /// What shows the hub that the number was found.
    #[must_use]
    pub fn proof(&self, number: u32) -> String {
        Writer::object()
            .text("challenge", &self.challenge)
            .text("salt", &self.salt)
            .number("number", number as usize)
            .text("signature", &self.signature)
            .finish()
    }
}

/// The digits of a number, without an allocation for each try.
fn decimal(mut number: u32, digits: &mut [u8; 10]) -> &[u8] {
    let mut at = digits.len();
    loop {
        at -= 1;
        digits[at] = b'0' + (number % 10) as u8;
        number /= 10;
        if number == 0 {
            return &digits[at..];
        }
    }
}

fn hex(text: &str) -> Option<[u8; 32]> {
    let mut bytes = [0; 32];
    let text = text.as_bytes();
    if text.len() != 64 {
        return None;
    }
    for (byte, pair) in bytes.iter_mut().zip(text.chunks(2)) {
        let digit = |at: usize| char::from(pair[at]).to_digit(16);
        *byte = (digit(0)? * 16 + digit(1)?) as u8;
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::{Hunt, Json, Sha256, Slice};
    use sha2::Digest;

    fn puzzle(number: u32, most: u32) -> String {
        let challenge = Sha256::digest(format!("salt?expires=1&{number}"));
        let challenge: String = challenge.iter().map(|byte| format!("{byte:02x}")).collect();
        format!(
            r#"{{"algorithm":"SHA-256","challenge":"{challenge}","salt":"salt?expires=1&","maxnumber":{most},"signature":"s"}}"#
        )
    }

    #[test]
    fn the_number_is_found_in_slices() {
        for number in [0, 9, 10, 999, 4321] {
            let mut hunt = Hunt::read(&Json::parse(&puzzle(number, 5000))).expect("a puzzle");
            let mut slices = 0;
            let found = loop {
                slices += 1;
                match hunt.search(100) {
                    Slice::Going => {}
                    end => break end,
                }
            };
            assert_eq!(found, Slice::Found(number));
            assert_eq!(slices, number / 100 + 1);
            assert!(hunt.proof(number).contains(&format!("\"number\":{number}")));
        }
    }

    #[test]
    fn what_has_no_answer_ends_and_what_is_no_puzzle_is_none() {
        let mut hunt = Hunt::read(&Json::parse(&puzzle(11, 10))).expect("a puzzle");
        assert_eq!(hunt.search(50), Slice::Over);
        let good = puzzle(1, 10);
        for bad in [
            good.replace("SHA-256", "SHA-1"),
            good.replace("\"maxnumber\":10", "\"maxnumber\":-1"),
            good.replace("\"salt\"", "\"pepper\""),
            good.replacen("\"challenge\":\"", "\"challenge\":\"zz", 1),
            "{}".to_owned(),
        ] {
            assert!(Hunt::read(&Json::parse(&bad)).is_none(), "{bad}");
        }
    }
}
