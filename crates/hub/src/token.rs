//! The random token in a mailed link. The database has only its SHA-256.

use std::fmt;

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use sha2::{Digest, Sha256};
use swansfeet_demands::{code::Code, duplicate::CampaignSecret};
use zeroize::Zeroizing;

use crate::store::model::TokenHash;

/// 128 random bits: whoever has them may confirm and withdraw one signature.
#[derive(Clone)]
pub(crate) struct Token(Zeroizing<[u8; 16]>);

impl Token {
    pub(crate) fn new() -> Self {
        Self(Zeroizing::new(random()))
    }

    /// The one of a signature by code: see [`CampaignSecret::code_link`].
    pub(crate) fn of_code(secret: &CampaignSecret, code: &Code, record: &[u8]) -> Self {
        let mut bytes = Zeroizing::new([0; 16]);
        bytes.copy_from_slice(&secret.code_link(code, record).0[..16]);
        Self(bytes)
    }

    /// Reads what stands in an address.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let mut bytes = Zeroizing::new([0; 16]);
        // 16 bytes are 22 letters; the longest thing that is looked at.
        if text.len() != 22 {
            return None;
        }
        let length = BASE64_URL_SAFE_NO_PAD.decode_slice(text, &mut *bytes);
        (length == Ok(16)).then_some(Self(bytes))
    }

    /// As it stands in an address.
    pub(crate) fn text(&self) -> Zeroizing<String> {
        Zeroizing::new(BASE64_URL_SAFE_NO_PAD.encode(*self.0))
    }

    pub(crate) fn hash(&self) -> TokenHash {
        TokenHash(Sha256::digest(*self.0).into())
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(…)")
    }
}

/// Bytes from the system's generator.
pub(crate) fn random<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).expect("the system gives random bytes, or nothing is safe");
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_comes_back_and_nothing_else_is_one() {
        let token = Token::new();
        let text = token.text();
        assert_eq!(text.len(), 22);
        assert_eq!(Token::read(&text).unwrap().hash(), token.hash());
        assert_ne!(Token::new().hash(), token.hash());
        assert_eq!(format!("{token:?}"), "Token(…)");
        for wrong in ["", "a", &"a".repeat(23), &"!".repeat(22), &"é".repeat(11)] {
            assert!(Token::read(wrong).is_none(), "{wrong}");
        }
    }
}
