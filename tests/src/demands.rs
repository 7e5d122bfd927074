//! The demands signer as somebody uses it: what is asked, what they press, what they see. The only
//! place that knows its words, beside the cases. Knows nothing of how it is built.

use anyhow::{Context, Result};
use serde_json::{Value, json};
use swansfeet_demands::seal::{Binding, Reader, SecretKey, open};
use swansfeet_demands::{DemandsHash, Signature};

use crate::browser::Browser;

/// The first screen.
pub const DEMANDS: &str = "Eight demands of care and support workers";
/// Who signs.
pub const ABOUT: &str = "Who are you?";
/// What may be left out.
pub const MORE: &str = "More, if you like";
/// What is agreed to.
pub const AGREE: &str = "What you agree to";
/// Signed, by email.
pub const INBOX: &str = "Look in your inbox";
/// Signed, by code.
pub const SIGNED: &str = "You have signed";
/// A heading of errors.
pub const PROBLEM: &str = "There is a problem";

/// One signer on the open page.
#[derive(Clone, Copy)]
pub struct Demands<'a> {
    browser: &'a Browser,
}

impl<'a> Demands<'a> {
    /// The signer in this browser.
    #[must_use]
    pub fn on(browser: &'a Browser) -> Self {
        Self { browser }
    }

    /// Waits for a screen.
    pub async fn sees(&self, heading: &str) -> Result<()> {
        self.browser.find("heading", heading).await.map(drop)
    }

    /// Presses a button.
    pub async fn presses(&self, words: &str) -> Result<()> {
        self.browser.click("button", words).await
    }

    /// From the demands to the form.
    pub async fn starts(&self) -> Result<()> {
        self.sees(DEMANDS).await?;
        self.presses("Sign these demands").await?;
        self.sees(ABOUT).await
    }

    /// Says who they are, with an email address.
    pub async fn says_who(&self) -> Result<()> {
        self.browser.click("radio", "Home care worker").await?;
        self.browser
            .fill("textbox", "Your name", "Zoë O'Neill")
            .await?;
        self.browser
            .fill("textbox", "Your email address", "zoe@example.org")
            .await?;
        self.browser
            .fill("textbox", "Your postcode", "ls6 2ab")
            .await
    }

    /// The same with a code in place of the address.
    pub async fn says_who_by_code(&self, code: &str) -> Result<()> {
        self.browser.click("radio", "Ally").await?;
        self.browser.fill("textbox", "Your name", "Ana").await?;
        if !self.browser.has("textbox", "Your code").await? {
            self.presses("I have a code from an organiser").await?;
            self.browser.fill("textbox", "Your code", code).await?;
        }
        self.browser
            .fill("textbox", "Your postcode", "CF10 1AA")
            .await
    }

    /// On past what may be left out.
    pub async fn leaves_the_rest_out(&self) -> Result<()> {
        self.presses("Continue").await?;
        self.sees(MORE).await?;
        self.presses("Continue").await?;
        self.sees(AGREE).await
    }

    /// From the demands to the last button, all of it filled in and agreed to.
    pub async fn fills_in(&self) -> Result<()> {
        self.starts().await?;
        self.says_who().await?;
        self.leaves_the_rest_out().await?;
        self.agrees().await
    }

    /// Ticks the one box that signing needs.
    pub async fn agrees(&self) -> Result<()> {
        self.browser.click("checkbox", "I agree").await
    }

    /// Waits for words anywhere in the widget.
    pub async fn says(&self, words: &str) -> Result<()> {
        let script = "return kit.text().includes(args[0]);";
        let what = format!("“{words}”");
        self.browser
            .wait(&what, script, vec![json!(words)])
            .await
            .map(drop)
    }

    /// Waits until the focus is on what is called so.
    pub async fn has_focus_on(&self, name: &str) -> Result<()> {
        let script = "const at = kit.active(); return !!at && kit.name(at).includes(args[0]);";
        let what = format!("the focus to be on “{name}”");
        self.browser
            .wait(&what, script, vec![json!(name)])
            .await
            .map(drop)
    }

    /// What stands in a field.
    pub async fn field(&self, label: &str) -> Result<String> {
        let field = self.browser.find("textbox", label).await?;
        Ok(field.prop("value").await?.unwrap_or_default())
    }
}

/// The organisers' key in the examples (crates/widget-demands/tests/common). It keeps no secret.
#[must_use]
pub fn organisers() -> SecretKey {
    SecretKey::from_bytes(&[7; 32])
}

/// What an organiser reads in a signature that came to the hub.
pub fn opened(signature: &Value, partner: Option<&str>) -> Result<Signature> {
    let text = |name: &str| {
        signature[name]
            .as_str()
            .with_context(|| format!("{name} is there"))
    };
    let demands = hex(text("demands")?)?;
    let number = |name: &str| signature[name].as_u64().and_then(|n| u32::try_from(n).ok());
    let binding = Binding {
        campaign: "fifteen",
        demands: DemandsHash::from_bytes(demands),
        consent: number("consent").context("a version")?,
        epoch: number("epoch").context("an epoch")?,
        partner,
        reader: Reader::Organisers,
    };
    let record = base64url(text("record")?)?;
    let plain =
        open(&organisers(), &binding, &record).map_err(|error| anyhow::anyhow!("{error}"))?;
    Signature::from_bytes(&plain).map_err(|error| anyhow::anyhow!("{error:?}"))
}

fn hex(text: &str) -> Result<[u8; 32]> {
    let mut bytes = [0; 32];
    for (at, byte) in bytes.iter_mut().enumerate() {
        let pair = text.get(2 * at..2 * at + 2).context("64 digits")?;
        *byte = u8::from_str_radix(pair, 16)?;
    }
    Ok(bytes)
}

fn base64url(text: &str) -> Result<Vec<u8>> {
    const ALPHABET: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let (mut bytes, mut bits, mut count) = (Vec::new(), 0_u32, 0);
    for letter in text.bytes() {
        let six = ALPHABET.iter().position(|known| *known == letter);
        bits = bits << 6 | u32::try_from(six.context("a letter of base64url")?)?;
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push(u8::try_from(bits >> count & 255)?);
        }
    }
    Ok(bytes)
}
