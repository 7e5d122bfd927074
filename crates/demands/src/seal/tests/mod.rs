//! Sealing against the RFC's own vectors, and against whoever changes, moves or mistypes something.

mod keys;
mod records;

use std::sync::LazyLock;

use rand_core::{TryCryptoRng, TryRng};
use sha2::{Digest, Sha256};

use super::*;

/// Bytes handed out as they were given: for vectors, and for tests that must repeat.
struct Given(Vec<u8>);

impl Given {
    fn hex(text: &str) -> Given {
        Given(hex(text))
    }

    fn seed(seed: u8) -> Given {
        let blocks = (0..8u8).flat_map(|block| Sha256::digest([seed, block]).to_vec());
        Given(blocks.collect())
    }
}

impl TryRng for Given {
    type Error = core::convert::Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Self::Error> {
        never_asked()
    }

    fn try_next_u64(&mut self) -> Result<u64, Self::Error> {
        never_asked()
    }

    fn try_fill_bytes(&mut self, into: &mut [u8]) -> Result<(), Self::Error> {
        into.copy_from_slice(&self.0.drain(..into.len()).collect::<Vec<u8>>());
        Ok(())
    }
}

impl TryCryptoRng for Given {}

fn never_asked<T>() -> T {
    panic!("HPKE asks for bytes, never for numbers")
}

fn hex(text: &str) -> Vec<u8> {
    let digits: Vec<char> = text.chars().filter(|c| !c.is_whitespace()).collect();
    let pair = |pair: &[char]| u8::from_str_radix(&pair.iter().collect::<String>(), 16).unwrap();
    digits.chunks(2).map(pair).collect()
}

fn key(text: &str) -> [u8; 32] {
    hex(text).try_into().unwrap()
}

fn organiser() -> &'static SecretKey {
    static KEY: LazyLock<SecretKey> = LazyLock::new(|| SecretKey::generate(&mut Given::seed(1)));
    &KEY
}
