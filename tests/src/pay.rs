//! The pay check as somebody uses it: what is asked, what they press, what they see.
//! The only place that knows its words. Knows nothing of how it is built.

use anyhow::{Context, Result, ensure};
use serde_json::json;

use crate::{browser::Browser, server::pages::Build};

/// One thing that somebody does or sees.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// A heading is on the screen.
    See(&'static str),
    /// Chooses an answer.
    Pick(&'static str),
    /// Types into the field with this label.
    Type(&'static str, &'static str),
    /// Presses the button with these words.
    Press(&'static str),
}

use Step::{Pick, Press, See, Type};

/// The five questions in order, each with its answers and the way on. A home care worker of over
/// 21, paid £350 for 25 hours of visits that took 35 hours.
pub const CHECK: [&[Step]; 5] = [
    &[See(AGE), Pick("21 or over"), Press("Continue")],
    &[See(PAID), Pick("Every week"), Press("Continue")],
    &[See(HOURS), Type(HOURS, "25"), Press("Continue")],
    &[
        See(OTHER),
        Type("Travel between visits", "7h30"),
        Type("Waiting between visits", "1:30"),
        Type("Training", "0"),
        Type("Handover, notes and meetings", "1.0"),
        Press("Continue"),
    ],
    &[See(PAY), Type(PAY, "£350.00"), Press("Show my result")],
];

/// The questions' own words.
pub const AGE: &str = "How old are you?";
/// The second question.
pub const PAID: &str = "How often are you paid?";
/// The third.
pub const HOURS: &str = "How many hours did you work?";
/// The fourth.
pub const OTHER: &str = "How much more time did your work take?";
/// The last.
pub const PAY: &str = "How much were you paid, before tax?";
/// The screen after them.
pub const RESULT: &str = "Your result";

/// What the check above comes to.
pub const SHORT: &str = "It looks as if you were paid less than the legal minimum.";

/// What more pay comes to.
pub const FINE: &str = "you were paid at least the legal minimum.";

/// What a visitor sees where the widget cannot start.
pub const FAILED: &str = "This part of the page is not working just now.";

/// One pay check on the open page.
#[derive(Clone, Copy)]
pub struct Pay<'a> {
    browser: &'a Browser,
}

impl<'a> Pay<'a> {
    /// The pay check in this browser.
    #[must_use]
    pub fn on(browser: &'a Browser) -> Self {
        Self { browser }
    }

    /// Waits for the first question.
    pub async fn is_up(&self) -> Result<()> {
        self.take(See(AGE)).await
    }

    /// Which build runs.
    pub async fn build(&self) -> Result<Build> {
        let name = self
            .browser
            .wait("a build to run", "return kit.build();", Vec::new())
            .await?;
        match name.as_str() {
            Some("wasm") => Ok(Build::Wasm),
            Some("plain") => Ok(Build::Plain),
            other => anyhow::bail!("no build is called {other:?}"),
        }
    }

    /// Does one step.
    pub async fn take(&self, step: Step) -> Result<()> {
        match step {
            See(heading) => self.browser.find("heading", heading).await.map(drop),
            Pick(answer) => self.browser.click("radio", answer).await,
            Type(label, text) => self.browser.fill("textbox", label, text).await,
            Press(words) => self.browser.click("button", words).await,
        }
        .with_context(|| format!("{step:?}"))
    }

    /// Does several.
    pub async fn follow(&self, steps: &[Step]) -> Result<()> {
        for step in steps {
            self.take(*step).await?;
        }
        Ok(())
    }

    /// Answers all questions, and sees the result.
    pub async fn check(&self) -> Result<()> {
        for question in CHECK {
            self.follow(question).await?;
        }
        self.sees_result().await
    }

    /// The result of that check is there: the sentence, and an amount.
    pub async fn sees_result(&self) -> Result<()> {
        self.take(See(RESULT)).await?;
        self.says(SHORT).await?;
        // 35 hours at the legal minimum less £350 is more than nothing; the sum itself is tested
        // where the rules are.
        let text = self.text().await?;
        ensure!(text.contains("You may be owed £"), "no amount in: {text}");
        Ok(())
    }

    /// Waits for words anywhere in the widget.
    pub async fn says(&self, words: &str) -> Result<()> {
        self.browser
            .wait(
                &format!("“{words}”"),
                "return kit.text().includes(args[0]);",
                vec![json!(words)],
            )
            .await
            .map(drop)
    }

    /// All that the widgets on the page say.
    pub async fn text(&self) -> Result<String> {
        let text = self.browser.run("return kit.text();", Vec::new()).await?;
        Ok(text.as_str().unwrap_or_default().to_owned())
    }

    /// The name of whatever has the focus.
    pub async fn focus(&self) -> Result<String> {
        let name = self
            .browser
            .run(
                "const at = kit.active(); return at ? kit.name(at) : '';",
                Vec::new(),
            )
            .await?;
        Ok(name.as_str().unwrap_or_default().to_owned())
    }

    /// Waits until the focus is on what is called so.
    pub async fn has_focus_on(&self, name: &str) -> Result<()> {
        self.browser
            .wait(
                &format!("the focus to be on “{name}”"),
                "const at = kit.active(); return !!at && kit.name(at).includes(args[0]);",
                vec![json!(name)],
            )
            .await
            .map(drop)
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::engine::root;

    /// Every sentence that cases look for, so that a change of words is told here in a second and
    /// not by a browser that waits for what never comes.
    #[test]
    fn the_words_that_cases_look_for_are_those_of_the_widget() {
        let files = [
            "crates/widget-pay/locales/en.ftl",
            "crates/words/locales/en/common.ftl",
            "crates/embed/js/locales/en.ftl",
        ];
        let words: String = files
            .iter()
            .map(|file| fs::read_to_string(root().join(file)).unwrap())
            .collect();
        let mut wanted = vec![RESULT, SHORT, FINE, FAILED, "You may be owed"];
        for step in CHECK.into_iter().flatten() {
            match step {
                // The age is a blank in the sentence.
                Pick("21 or over") => wanted.push("{ $age } or over"),
                See(text) | Pick(text) | Type(text, _) | Press(text) => wanted.push(text),
            }
        }
        for text in wanted {
            assert!(words.contains(text), "no “{text}” in {files:?}");
        }
    }
}
