//! People who check in, sealed as a widget does, by way of a proxy that names each of them.

use std::{ops::Range, sync::Arc};

use anyhow::{Context, Result};
use base64::{Engine, prelude::BASE64_STANDARD};
use getrandom::SysRng;
use serde_json::Value;
use swansfeet_wellbeing::{Card, Place, check_in, rand_core::UnwrapErr};

use crate::ground::{
    signer::{Form, Mark},
    wire,
};

/// Where the card is.
pub const DOCUMENT: &str = "/api/wellbeing/fifteen";
/// Where check-ins go.
pub const CHECK_INS: &str = "/api/wellbeing/fifteen/check-ins";
/// What each person's browser calls itself.
pub const BROWSER: &str = "Quagmire/88.8";

/// A crowd.
pub struct Crowd {
    /// The card that they saw.
    pub card: Card,
    /// Their check-ins, in the order in which they come.
    pub check_ins: Vec<Vec<u8>>,
    /// The requests.
    pub forms: Arc<Vec<Form>>,
    /// When they come, as far as a trial knows: seconds since 1970.
    pub moments: Range<i64>,
}

impl Crowd {
    /// People of Wales, of whom every other answers the lowest and every other the highest.
    ///
    /// # Errors
    /// There is no card.
    pub fn of(document: &Value, people: usize) -> Result<Self> {
        let card = document["card"].as_str().context("no card")?;
        let card = Card::read(&BASE64_STANDARD.decode(card)?)?;
        let mut check_ins = Vec::new();
        let mut forms = Vec::new();
        for person in 0..people {
            let cell = if person % 2 == 0 { 0 } else { 3 };
            let cells = vec![cell; card.pack().questions.len()];
            let bytes = check_in::seal(&card, Place::Wales, &cells, &mut UnwrapErr(SysRng))?;
            let body = format!("{{\"wellbeing\":\"{}\"}}", BASE64_STANDARD.encode(&bytes));
            let request = wire::post(CHECK_INS, "application/json", body.as_bytes());
            forms.push(Form {
                mark: Mark::of(&bytes).context("a mark")?,
                request: named(&request, &network(person)),
                kept: bytes.len(),
                by_code: true,
            });
            check_ins.push(bytes);
        }
        Ok(Self {
            card,
            check_ins,
            forms: Arc::new(forms),
            moments: 0..0,
        })
    }
}

/// Whose address is that of a person.
#[must_use]
pub fn network(person: usize) -> String {
    format!("198.51.{}.{}", 100 + person / 250, 1 + person % 250)
}

fn named(request: &[u8], network: &str) -> Vec<u8> {
    let more = format!("\r\nx-forwarded-for: {network}\r\nuser-agent: {BROWSER}");
    let first = request.windows(2).position(|two| two == b"\r\n");
    let (line, rest) = request.split_at(first.unwrap_or(0));
    [line, more.as_bytes(), rest].concat()
}
