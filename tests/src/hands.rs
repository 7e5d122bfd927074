//! What somebody does to a page: find a thing by its role and its words, press it, type, use keys.

use anyhow::{Result, anyhow};
use fantoccini::{
    actions::{InputSource, KeyAction, KeyActions},
    elements::Element,
};
use serde_json::{Value, json};

use crate::{browser::Browser, engine::Engine};

impl Browser {
    /// Waits for the one visible thing with this role whose name holds these words.
    pub async fn find(&self, role: &str, name: &str) -> Result<Element> {
        let found = self
            .wait(
                &format!("a {role} called “{name}”"),
                "return kit.find(args[0], args[1]);",
                vec![json!(role), json!(name)],
            )
            .await?;
        self.element(&found)
    }

    /// Whether such a thing is there now.
    pub async fn has(&self, role: &str, name: &str) -> Result<bool> {
        let found = self
            .run(
                "return !!kit.find(args[0], args[1]);",
                vec![json!(role), json!(name)],
            )
            .await?;
        Ok(found == json!(true))
    }

    /// Finds it and clicks on it, as with a mouse.
    ///
    /// A list that is drawn anew between finding and clicking gives a stale element: look again.
    pub async fn click(&self, role: &str, name: &str) -> Result<()> {
        let what = format!("a click on the {role} called “{name}”");
        let tries = std::cell::Cell::new(0_u8);
        self.until(&what, || async {
            tries.set(tries.get().saturating_add(1));
            let found = self.find(role, name).await?;
            let target = vec![serde_json::to_value(&found)?];
            self.run_async(STAND_STILL, target.clone()).await?;
            if self.engine == Engine::WebKit {
                let below = self.run(BELOW, target.clone()).await?;
                if let Some(below) = below.as_f64() {
                    self.bring_into_window(below).await?;
                }
            }
            if tries.get() > MISSES {
                // WebKit's driver can go on missing what is in a frame of another origin, since it
                // does not bring it into the window. A person then takes the keyboard.
                self.run("args[0].focus();", target.clone()).await?;
                let ticks = matches!(role, "radio" | "checkbox");
                self.press(&[if ticks { SPACE } else { ENTER }]).await?;
            } else {
                // WebKit's driver names the kind of its errors and says nothing else.
                found.click().await.map_err(|error| anyhow!("{error:?}"))?;
            }
            Ok(self.heard(target).await.then_some(()))
        })
        .await
    }

    /// Whether the press has reached the page. WebKit's driver works out a point on the screen and
    /// presses there; where a frame around the page moves meanwhile, it presses beside the thing.
    /// A person sees that nothing happened and presses again.
    async fn heard(&self, target: Vec<Value>) -> bool {
        match self.run_async(HEARD, target).await {
            Ok(heard) => heard == json!(true),
            // The press has led to another page, or drawn this one anew.
            Err(_) => true,
        }
    }

    /// Puts text into the field with this label in place of what was there, key by key.
    ///
    /// Keys that a driver loses on the way are typed again, as a person does who looks.
    pub async fn fill(&self, role: &str, name: &str, text: &str) -> Result<()> {
        let what = format!("“{text}” to stand in the {role} called “{name}”");
        self.until(&what, || async {
            let field = self.find(role, name).await?;
            let is_empty = field.prop("value").await?.unwrap_or_default().is_empty();
            if !is_empty {
                field.clear().await?;
            }
            field.send_keys(text).await?;
            let typed = field.prop("value").await?.unwrap_or_default();
            Ok((typed == text).then_some(()))
        })
        .await
    }

    /// Presses keys one after another, wherever the focus is.
    pub async fn press(&self, keys: &[char]) -> Result<()> {
        let mut actions = KeyActions::new("keyboard".to_owned());
        for &key in keys {
            actions = actions
                .then(KeyAction::Down { value: key })
                .then(KeyAction::Up { value: key });
        }
        Ok(self.client.perform_actions(actions).await?)
    }

    /// Presses Tab until the focus is on what has these words in its name.
    pub async fn tab_to(&self, name: &str) -> Result<()> {
        self.tab(name, false).await
    }

    /// The same backwards: Firefox's Tab does not come round from the end of a page.
    pub async fn tab_back_to(&self, name: &str) -> Result<()> {
        self.tab(name, true).await
    }

    /// Tabs to a field and types into it.
    pub async fn tab_and_type(&self, name: &str, text: &str) -> Result<()> {
        self.tab_to(name).await?;
        let keys: Vec<char> = text.chars().collect();
        self.press(&keys).await
    }

    async fn tab(&self, name: &str, back: bool) -> Result<()> {
        for _ in 0..TABS {
            // A panel has the name of its tab.
            let at = "const at = kit.active();
                return at && kit.role(at) !== 'tabpanel' ? kit.name(at) : '';";
            let at = self.run(at, Vec::new()).await?;
            if at.as_str().is_some_and(|at| at.contains(name)) {
                return Ok(());
            }
            if back {
                self.press_with(SHIFT, TAB).await?;
            } else {
                self.press(&[TAB]).await?;
            }
        }
        Err(anyhow!("Tab does not lead to “{name}”"))
    }

    /// Presses a key while another is held, such as Shift and Tab.
    pub async fn press_with(&self, held: char, key: char) -> Result<()> {
        let actions = KeyActions::new("keyboard".to_owned())
            .then(KeyAction::Down { value: held })
            .then(KeyAction::Down { value: key })
            .then(KeyAction::Up { value: key })
            .then(KeyAction::Up { value: held });
        Ok(self.client.perform_actions(actions).await?)
    }
}

/// Presses with a mouse that may miss before the keyboard is taken.
const MISSES: u8 = 4;

/// Keys as WebDriver writes them.
pub(crate) const TAB: char = '\u{E004}';
/// The same.
pub(crate) const ENTER: char = '\u{E007}';
/// The same.
pub(crate) const SHIFT: char = '\u{E008}';
/// A key that writes what it is.
pub(crate) const SPACE: char = ' ';

/// How many Tabs may lead from one thing to another.
const TABS: usize = 60;

/// Brings a thing into view and waits until it no longer moves: a person does not press what slides
/// away under the finger. Ends in any case after a while, so that the press itself tells. Notes on
/// the thing itself whether it is pressed, for `HEARD`.
const STAND_STILL: &str = "
    const place = () => {
      const box = args[0].getBoundingClientRect();
      return [box.x, box.y, window.innerWidth, window.innerHeight].join();
    };
    args[0].swanPressed = false;
    args[0].addEventListener('click', (event) => { event.currentTarget.swanPressed = true; }, { capture: true, once: true });
    args[0].scrollIntoView({ behavior: 'instant', block: 'center' });
    let last = '', still = 0, left = 60;
    const look = () => {
      still = place() === last ? still + 1 : 0;
      last = place();
      if (still > 1 || !left--) done(true); else requestAnimationFrame(look);
    };
    look();";

/// In a frame, how far below its top a thing is.
const BELOW: &str = "return window.parent === window ? null : args[0].getBoundingClientRect().top;";

/// Whether the thing was pressed, or is no longer there; waits a moment for it.
const HEARD: &str = "
    let left = 30;
    const look = () => {
      const heard = args[0].swanPressed || !args[0].isConnected;
      if (heard || !left--) done(heard); else setTimeout(look, 20);
    };
    look();";
