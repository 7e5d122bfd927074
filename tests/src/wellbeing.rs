//! The check-in as somebody uses it: what is asked, what they press, what they see. The only place that
//! knows its words, beside the cases. Knows nothing of how it is built.

use anyhow::{Context, Result, ensure};
use serde_json::json;

use crate::browser::{Browser, FRAME};

/// The first screen.
pub const START: &str = "How are you, and how are we?";
/// What answers suggest.
pub const RESULT: &str = "What your answers suggest";
/// Before anything leaves.
pub const SHARE: &str = "Add mine to the group picture";
/// The picture.
pub const PICTURE: &str = "The group picture";

/// One check-in on the open page, or in its frame.
#[derive(Clone, Copy)]
pub struct Wellbeing<'a> {
    browser: &'a Browser,
}

impl<'a> Wellbeing<'a> {
    /// The check-in in this browser.
    #[must_use]
    pub fn on(browser: &'a Browser) -> Self {
        Self { browser }
    }

    /// Goes into the frame that stands on a partner's page.
    pub async fn enters_frame(&self) -> Result<()> {
        self.browser.enter_frame(FRAME).await?;
        self.sees(START).await
    }

    /// Waits for a screen.
    pub async fn sees(&self, heading: &str) -> Result<()> {
        self.browser.find("heading", heading).await.map(drop)
    }

    /// Presses a button.
    pub async fn presses(&self, words: &str) -> Result<()> {
        self.browser.click("button", words).await
    }

    /// Answers the questions of ONS, each with what its radio is called, up to what they suggest.
    pub async fn answers(&self, all: &[&str]) -> Result<()> {
        self.presses("Start").await?;
        for (number, one) in all.iter().enumerate() {
            self.browser.click("radio", one).await?;
            let is_last = number + 1 == all.len();
            let on = if is_last {
                "Show what this suggests"
            } else {
                "Continue"
            };
            self.presses(on).await?;
        }
        self.sees(RESULT).await
    }

    /// From what the answers suggest to "Add mine", with a place chosen.
    pub async fn chooses_place(&self, place: &str) -> Result<()> {
        self.presses("Add mine to the group picture").await?;
        self.sees(SHARE).await?;
        self.picks("Where do you work?", place).await
    }

    /// Picks one of a list.
    pub async fn picks(&self, list: &str, what: &str) -> Result<()> {
        let found = self.browser.find("combobox", list).await?;
        let picked = self
            .browser
            .run(
                "const option = [...args[0].options].find((one) => one.text === args[1]);
                 if (!option) return false;
                 args[0].value = option.value;
                 args[0].dispatchEvent(new Event('input', { bubbles: true, composed: true }));
                 args[0].dispatchEvent(new Event('change', { bubbles: true, composed: true }));
                 return true;",
                vec![serde_json::to_value(&found)?, json!(what)],
            )
            .await?;
        ensure!(picked == json!(true), "{list} has no {what}");
        Ok(())
    }

    /// Waits until these words are on the screen.
    pub async fn says(&self, words: &str) -> Result<()> {
        let is_there = "return kit.text().includes(args[0]) || null;";
        let what = format!("“{words}” on the screen");
        self.browser
            .wait(&what, is_there, vec![json!(words)])
            .await
            .map(drop)
    }

    /// All words on the screen.
    pub async fn text(&self) -> Result<String> {
        let text = self.browser.run("return kit.text();", Vec::new()).await?;
        Ok(text.as_str().context("a text")?.to_owned())
    }
}
