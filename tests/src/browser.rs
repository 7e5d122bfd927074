//! One driven browser: go there, wait until, press, look, take a picture.
//!
//! Knows WebDriver. What it finds on a page it finds by role and words (`kit.js`), through shadow
//! roots, as assistive technology would.

use std::{
    fs::File,
    future::Future,
    io::{Read, Seek, SeekFrom},
    path::Path,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};

use anyhow::{Context, Result, anyhow, bail};
use fantoccini::{
    Client,
    elements::{Element, ElementRef},
    wd::WebDriverCompatibleCommand,
};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use url::{ParseError, Url};

use crate::engine::{Driver, Engine};

/// How long a condition may take to come true. Two busy cores and an engine without a graphics
/// card are slow; a wait that succeeds costs nothing of this.
const PATIENCE: Duration = Duration::from_secs(15);

/// The one frame of a page, for [`Browser::enter_frame`].
pub(crate) const FRAME: &str =
    "return [...kit.elements()].find((one) => one.localName === 'iframe') || null;";

/// How often a condition is looked at.
const BEAT: Duration = Duration::from_millis(40);

/// The key under which WebDriver hands out an element.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// Functions that every script may use.
const KIT: &str = include_str!("kit.js");

/// Writes down what the console says, for the engine that does not tell.
pub const RECORDER: &str = "
    if (!self.__console) {
      self.__console = [];
      ['warn', 'error'].forEach((name) => {
        const say = console[name];
        console[name] = function () {
          __console.push('console.' + name + ': ' + [].map.call(arguments, String).join(' '));
          say.apply(console, arguments);
        };
      });
      addEventListener('error', (event) =>
        __console.push('JS ERROR ' + event.message + ' ' + event.filename));
      addEventListener('unhandledrejection', (event) =>
        __console.push('JS ERROR ' + event.reason));
    }";

/// A browser with one window.
pub struct Browser {
    /// Which engine it is.
    pub engine: Engine,
    pub(crate) client: Client,
    driver: Driver,
    /// How much of the driver's output belongs to earlier pages.
    read: AtomicU64,
    /// What Chromium's console said since the last reset; its log empties when it is read.
    heard: Mutex<Vec<String>>,
    /// The frame that was entered last.
    frame: Mutex<Option<Value>>,
}

impl Browser {
    /// Starts the engine with a fresh profile; its output goes to `folder`.
    pub async fn start(engine: Engine, folder: &Path) -> Result<Self> {
        let driver = Driver::start(engine, folder).await?;
        let Value::Object(capabilities) = engine.capabilities() else {
            bail!("capabilities are an object");
        };
        let client = Client::with_capabilities_and_connector(
            &driver.address,
            &capabilities,
            HttpConnector::new(),
        )
        .await
        .with_context(|| format!("{} does not start", engine.name()))?;
        Ok(Self {
            engine,
            client,
            driver,
            read: AtomicU64::new(0),
            heard: Mutex::default(),
            frame: Mutex::default(),
        })
    }

    /// Closes the browser, then its driver.
    pub async fn close(self) -> Result<()> {
        self.client.close().await?;
        Ok(())
    }

    /// Whether it still answers.
    pub async fn is_alive(&self) -> bool {
        let title = self.client.title();
        matches!(tokio::time::timeout(PATIENCE, title).await, Ok(Ok(_)))
    }

    /// Opens an address and waits for the page itself, not for the widgets in it.
    pub async fn open(&self, address: &str) -> Result<()> {
        self.client.goto(address).await?;
        Ok(())
    }

    /// The device's back button.
    pub async fn back(&self) -> Result<()> {
        Ok(self.client.back().await?)
    }

    /// And forward again.
    pub async fn forward(&self) -> Result<()> {
        Ok(self.client.forward().await?)
    }

    /// The address in the address bar.
    pub async fn address(&self) -> Result<String> {
        Ok(self.client.current_url().await?.to_string())
    }

    /// Runs a script's body in the page; `kit` and `args` are at its hand.
    pub async fn run(&self, body: &str, args: Vec<Value>) -> Result<Value> {
        let script = format!("{KIT}\nconst args = arguments;\n{body}");
        Ok(self.client.execute(&script, args).await?)
    }

    /// The same for a body that answers later: it calls `done(value)`.
    pub async fn run_async(&self, body: &str, args: Vec<Value>) -> Result<Value> {
        let script =
            format!("{KIT}\nconst args = arguments;\nconst done = args[args.length - 1];\n{body}");
        Ok(self.client.execute_async(&script, args).await?)
    }

    /// Waits until a script's body gives something that JavaScript holds for true, and gives that.
    pub async fn wait(&self, what: &str, body: &str, args: Vec<Value>) -> Result<Value> {
        self.until(what, || async {
            let value = self.run(body, args.clone()).await?;
            Ok(is_truthy(&value).then_some(value))
        })
        .await
    }

    /// Waits until `look` finds something.
    pub async fn until<T, F, L>(&self, what: &str, look: L) -> Result<T>
    where
        L: Fn() -> F,
        F: Future<Output = Result<Option<T>>>,
    {
        let begun = Instant::now();
        loop {
            // A page in the middle of changing may fail a look; only the last one counts.
            let last = match look().await {
                Ok(Some(found)) => return Ok(found),
                Ok(None) => None,
                Err(error) => Some(error),
            };
            if begun.elapsed() > PATIENCE {
                let waited = anyhow!("waited {} s for {what}", PATIENCE.as_secs());
                return Err(match last {
                    Some(error) => error.context(waited),
                    None => waited,
                });
            }
            tokio::time::sleep(BEAT).await;
        }
    }

    /// Goes into the frame that a script's body returns.
    pub async fn enter_frame(&self, body: &str) -> Result<()> {
        let frame = self.wait("a frame", body, Vec::new()).await?;
        self.element(&frame)?.enter_frame().await?;
        *self.frame.lock().unwrap_or_else(PoisonError::into_inner) = Some(frame);
        Ok(())
    }

    /// Moves the page around the frame so that what lies there, so far below the frame's top, is in
    /// the window. WebKit's driver does not for a frame of another origin, and presses beside it.
    pub(crate) async fn bring_into_window(&self, below: f64) -> Result<()> {
        let frame = self
            .frame
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone();
        let Some(frame) = frame else {
            return Ok(());
        };
        self.leave_frame().await?;
        self.run(
            "scrollBy(0, args[0].getBoundingClientRect().top + args[1] - innerHeight / 2);",
            vec![frame.clone(), json!(below)],
        )
        .await?;
        self.element(&frame)?.enter_frame().await?;
        Ok(())
    }

    /// Back to the page around it.
    pub async fn leave_frame(&self) -> Result<()> {
        Ok(self.client.enter_parent_frame().await?)
    }

    /// Makes the page this wide and high in CSS pixels; `false` where the engine cannot.
    pub async fn resize(&self, width: u32, height: u32) -> Result<bool> {
        if self.engine == Engine::Chromium {
            let metrics = json!({
                "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false,
            });
            self.cdp("Emulation.setDeviceMetricsOverride", metrics)
                .await?;
        } else {
            self.client.set_window_size(width, height).await?;
        }
        let inner = self.run("return window.innerWidth;", Vec::new()).await?;
        // Borders and scroll bars may take a little of it; that is stricter, not laxer.
        Ok(inner.as_u64().is_some_and(|inner| inner <= width.into()))
    }

    /// Back to an ordinary window without emulation, on an empty page.
    pub async fn reset(&mut self) -> Result<()> {
        self.client.goto("about:blank").await?;
        if self.engine == Engine::Chromium {
            self.cdp("Emulation.clearDeviceMetricsOverride", json!({}))
                .await?;
            self.cdp(
                "Emulation.setEmulatedMedia",
                json!({ "media": "", "features": [] }),
            )
            .await?;
        } else {
            self.client.set_window_size(1024, 900).await?;
        }
        self.forget().await
    }

    /// Leaves behind what the console has said.
    pub async fn forget(&self) -> Result<()> {
        if self.engine == Engine::Chromium {
            self.console().await?;
            self.heard
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .clear();
        }
        let length = std::fs::metadata(&self.driver.log)?.len();
        self.read.store(length, Ordering::SeqCst);
        Ok(())
    }

    /// A command of Chromium's own protocol.
    pub async fn cdp(&self, command: &str, params: Value) -> Result<Value> {
        let body = json!({ "cmd": command, "params": params });
        self.raw("goog/cdp/execute", body).await
    }

    /// Has a script run before every page's own, and gives what takes it away again.
    pub async fn before_each_page(&self, script: &str) -> Result<Value> {
        let params = json!({ "source": script });
        self.cdp("Page.addScriptToEvaluateOnNewDocument", params)
            .await
    }

    /// Takes such a script away.
    pub async fn no_longer_before_each_page(&self, script: &Value) -> Result<()> {
        self.cdp("Page.removeScriptToEvaluateOnNewDocument", script.clone())
            .await
            .map(drop)
    }

    /// A WebDriver command that the client has no method for.
    pub async fn raw(&self, path: &'static str, body: Value) -> Result<Value> {
        Ok(self.client.issue_cmd(Raw { path, body }).await?)
    }

    /// What the console said since the last reset, one line each.
    ///
    /// Chromium keeps a log, Firefox writes one to the driver's output. WebKit has neither while it
    /// is driven, so there a recorder runs ahead of the hub's script ([`RECORDER`]).
    pub async fn console(&self) -> Result<Vec<String>> {
        if self.engine == Engine::WebKit {
            let lines = self
                .run("return window.__console || [];", Vec::new())
                .await?;
            return Ok(serde_json::from_value(lines)?);
        }
        if self.engine == Engine::Chromium {
            let entries = self.raw("se/log", json!({ "type": "browser" })).await?;
            let entries = entries.as_array().cloned().unwrap_or_default();
            let mut heard = self.heard.lock().unwrap_or_else(PoisonError::into_inner);
            heard.extend(
                entries
                    .iter()
                    .map(|entry| format!("{} {}", text(entry, "level"), text(entry, "message"))),
            );
            return Ok(heard.clone());
        }
        let mut file = File::open(&self.driver.log)?;
        file.seek(SeekFrom::Start(self.read.load(Ordering::SeqCst)))?;
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes)?;
        Ok(String::from_utf8_lossy(&bytes)
            .lines()
            .map(str::to_owned)
            .collect())
    }

    /// Takes a picture of what the window shows.
    pub async fn picture(&self, file: &Path) -> Result<()> {
        if let Some(folder) = file.parent() {
            std::fs::create_dir_all(folder)?;
        }
        std::fs::write(file, self.client.screenshot().await?)?;
        Ok(())
    }

    /// The page as it stands, shadow roots too.
    pub async fn source(&self) -> Result<String> {
        let source = self.run("return kit.source();", Vec::new()).await?;
        Ok(source.as_str().unwrap_or_default().to_owned())
    }

    pub(crate) fn element(&self, value: &Value) -> Result<Element> {
        let id = value
            .get(ELEMENT)
            .and_then(Value::as_str)
            .with_context(|| format!("no element: {value}"))?;
        let id = ElementRef::from(id.to_owned());
        Ok(Element::from_element_id(self.client.clone(), id))
    }
}

fn is_truthy(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::Bool(is) => *is,
        Value::Number(number) => number.as_f64() != Some(0.0),
        Value::String(text) => !text.is_empty(),
        Value::Array(_) | Value::Object(_) => true,
    }
}

fn text<'a>(entry: &'a Value, name: &str) -> &'a str {
    entry.get(name).and_then(Value::as_str).unwrap_or_default()
}

#[derive(Debug)]
struct Raw {
    path: &'static str,
    body: Value,
}

impl WebDriverCompatibleCommand for Raw {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        let session = session.unwrap_or_default();
        base.join(&format!("session/{session}/{}", self.path))
    }

    fn method_and_body(&self, _: &Url) -> (hyper::Method, Option<String>) {
        (hyper::Method::POST, Some(self.body.to_string()))
    }
}
