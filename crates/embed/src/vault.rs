//! A text locked with a passphrase, by the browser's own cryptography: PBKDF2 with SHA-256 makes the
//! key, AES-GCM locks. Functions and not a part of [`crate::Page`]: what that can do, every widget
//! carries.
//!
//! What is locked is one text: `1`, then in hexadecimal the salt (16 bytes), the nonce (12, fresh at
//! each locking) and what AES-GCM gives. Nobody can open it without the passphrase, and nobody can get
//! that back. Knows nothing of what stands in it, and keeps nothing: see [`crate::device::keep`].

use js_sys::{Array, Function, Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use yew::Callback;

use crate::browser::{get_random_values, global, once, part};
use crate::device::storage;
use crate::wish::call;

/// As OWASP's Password Storage Cheat Sheet has it for PBKDF2 with HMAC-SHA-256, of 2023.
const ROUNDS: u32 = 600_000;
const VERSION: &str = "1";
const SALT: usize = 16;
const NONCE: usize = 12;

/// What a passphrase has come to: locks again without asking for it.
#[derive(Clone)]
pub struct Vault {
    key: JsValue,
    salt: Vec<u8>,
}

/// Whether this page can lock and keep a text: not in a frame without an origin, nor where the browser
/// keeps nothing.
#[must_use]
pub fn is_there() -> bool {
    cfg!(target_arch = "wasm32")
        && subtle().is_object()
        && storage("getItem", &[VERSION.into()]).is_some()
}

/// Opens what was locked, or with nothing begins a new one, whose text is empty. Hands on nothing
/// where the passphrase is another, the text is no locked one, or the browser refuses.
pub fn open(passphrase: &str, locked: Option<&str>, done: Callback<Option<(Vault, String)>>) {
    let parts = match locked {
        Some(locked) => locked.strip_prefix(VERSION).and_then(bytes),
        None => random::<SALT>(),
    };
    let Some(parts) = parts.filter(|parts| parts.len() >= SALT) else {
        return done.emit(None);
    };
    let salt = parts[..SALT].to_vec();
    let sealed = parts[SALT..].to_vec();
    derive(
        passphrase,
        &salt.clone(),
        Callback::from(move |key: Option<JsValue>| {
            let Some(key) = key else {
                return done.emit(None);
            };
            let vault = Vault {
                key,
                salt: salt.clone(),
            };
            if sealed.is_empty() {
                done.emit(Some((vault, String::new())));
            } else {
                vault.unlock(&sealed, done.clone());
            }
        }),
    );
}

impl Vault {
    /// Locks a text; hands on nothing where the browser refuses.
    pub fn lock(&self, text: &str, done: Callback<Option<String>>) {
        let Some(nonce) = random::<NONCE>() else {
            return done.emit(None);
        };
        let sealed = self.by("encrypt", &nonce, text.as_bytes());
        let start = [self.salt.clone(), nonce].concat();
        settle(
            sealed,
            Callback::from(move |sealed: Option<JsValue>| {
                let whole = sealed.map(|sealed| {
                    let all = [start.clone(), Uint8Array::new(&sealed).to_vec()].concat();
                    [VERSION, &hexadecimal(&all)].concat()
                });
                done.emit(whole);
            }),
        );
    }

    fn unlock(self, sealed: &[u8], done: Callback<Option<(Vault, String)>>) {
        let Some((nonce, sealed)) = sealed.split_at_checked(NONCE) else {
            return done.emit(None);
        };
        let opened = self.by("decrypt", nonce, sealed);
        settle(
            opened,
            Callback::from(move |opened: Option<JsValue>| {
                let text = opened.map(|opened| Uint8Array::new(&opened).to_vec());
                let text = text.and_then(|text| String::from_utf8(text).ok());
                done.emit(text.map(|text| (self.clone(), text)));
            }),
        );
    }

    fn by(&self, method: &str, nonce: &[u8], data: &[u8]) -> Option<JsValue> {
        let algorithm = object(&[("name", "AES-GCM".into()), ("iv", array(nonce))]);
        call(
            &subtle(),
            method,
            &[algorithm, self.key.clone(), array(data)],
        )
    }
}

/// The key of a passphrase. It cannot be taken out of the browser.
fn derive(passphrase: &str, salt: &[u8], done: Callback<Option<JsValue>>) {
    let of = |uses: &[&str]| -> JsValue {
        let uses = uses.iter().map(|name| JsValue::from(*name));
        uses.collect::<Array>().into()
    };
    let rule = object(&[
        ("name", "PBKDF2".into()),
        ("hash", "SHA-256".into()),
        ("salt", array(salt)),
        ("iterations", ROUNDS.into()),
    ]);
    let kind = object(&[("name", "AES-GCM".into()), ("length", 256.into())]);
    let uses = of(&["encrypt", "decrypt"]);
    let given = [
        "raw".into(),
        array(passphrase.as_bytes()),
        "PBKDF2".into(),
        JsValue::FALSE,
        of(&["deriveKey"]),
    ];
    settle(
        call(&subtle(), "importKey", &given),
        Callback::from(move |base: Option<JsValue>| {
            let derived = base.and_then(|base| {
                let (rule, kind, uses) = (rule.clone(), kind.clone(), uses.clone());
                let given = [rule, base, kind, JsValue::FALSE, uses];
                call(&subtle(), "deriveKey", &given)
            });
            settle(derived, done.clone());
        }),
    );
}

/// Hands on what a promise comes to; nothing where it fails, or where there is none.
fn settle(promise: Option<JsValue>, next: Callback<Option<JsValue>>) {
    let then = promise.as_ref().map(|promise| part(promise, "then"));
    let then = then.and_then(|then| then.dyn_into::<Function>().ok());
    let (Some(promise), Some(then)) = (promise, then) else {
        return next.emit(None);
    };
    let failed = next.clone();
    let kept = once(Box::new(move |value| next.emit(Some(value))));
    let lost = once(Box::new(move |_| failed.emit(None)));
    let _ = then.call2(&promise, &kept, &lost);
}

fn subtle() -> JsValue {
    part(&global("crypto"), "subtle")
}

fn object(parts: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in parts {
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object.into()
}

fn array(bytes: &[u8]) -> JsValue {
    Uint8Array::from(bytes).into()
}

fn random<const N: usize>() -> Option<Vec<u8>> {
    let mut bytes = vec![0; N];
    get_random_values(&mut bytes).ok().map(|_| bytes)
}

fn hexadecimal(bytes: &[u8]) -> String {
    let half = |four: u8| char::from(b"0123456789abcdef"[usize::from(four & 15)]);
    bytes
        .iter()
        .flat_map(|byte| [half(byte >> 4), half(*byte)])
        .collect()
}

fn bytes(hexadecimal: &str) -> Option<Vec<u8>> {
    let half = |letter: &u8| char::from(*letter).to_digit(16);
    let (pairs, rest) = hexadecimal.as_bytes().as_chunks::<2>();
    if !rest.is_empty() {
        return None;
    }
    let byte = |[high, low]: &[u8; 2]| Some((half(high)? << 4 | half(low)?) as u8);
    pairs.iter().map(byte).collect()
}

#[cfg(test)]
mod tests {
    use super::{bytes, hexadecimal};

    #[test]
    fn bytes_come_back_from_hexadecimal() {
        let all: Vec<u8> = (0..=255).collect();
        assert_eq!(bytes(&hexadecimal(&all)), Some(all));
        assert_eq!(hexadecimal(&[0, 10, 255]), "000aff");
        for bad in ["0", "0g", "0\u{e9}"] {
            assert_eq!(bytes(bad), None, "{bad}");
        }
    }

    #[test]
    fn outside_a_browser_there_is_no_vault() {
        assert!(!super::is_there());
    }
}
