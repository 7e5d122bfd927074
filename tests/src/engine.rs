//! The three browser engines, and how each is brought to be driven.
//!
//! Knows programs, flags and capabilities. Knows no page.

use std::{
    fs::{self, File},
    net::Ipv4Addr,
    path::{Path, PathBuf},
    process::Stdio,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use tokio::{
    io::{AsyncBufReadExt, BufReader},
    net::TcpStream,
    process::{Child, Command},
};

use crate::ports;

/// How long a driver may take to listen. Firefox on a cold disk is the slowest.
const PATIENCE: Duration = Duration::from_secs(30);

/// A browser engine; between them they show nearly every page on the web.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Engine {
    /// Chrome, Edge, Samsung Internet and others.
    Chromium,
    /// Firefox and Tor Browser.
    Firefox,
    /// Safari, and every browser on an iPhone.
    WebKit,
}

impl Engine {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// The engine's name in options, reports and paths.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// What is not here of what it takes to drive it.
    #[must_use]
    pub fn missing(self) -> Vec<&'static str> {
        let (browser, drivers): (_, &[_]) = match self {
            Self::Chromium => (
                chrome().map_or(Some("Chromium"), |_| None),
                &["chromedriver"],
            ),
            Self::Firefox => (fox().map_or(Some("Firefox"), |_| None), &["geckodriver"]),
            // The driver knows where its browser is.
            Self::WebKit => (None, &["WebKitWebDriver", "Xvfb"]),
        };
        let drivers = drivers.iter().copied().filter(|name| find(name).is_none());
        browser.into_iter().chain(drivers).collect()
    }

    /// What the driver is asked for.
    #[must_use]
    pub fn capabilities(self) -> Value {
        match self {
            Self::Chromium => chromium(),
            Self::Firefox => firefox(),
            Self::WebKit => webkit(),
        }
    }
}

/// Chromium without anything that talks to the network by itself, and as root too.
const CHROMIUM: [&str; 10] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--window-size=1024,900",
];

fn chrome() -> Option<PathBuf> {
    first(&[
        "chromium",
        "chromium-browser",
        "google-chrome",
        "google-chrome-stable",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    ])
}

fn fox() -> Option<PathBuf> {
    first(&[
        "firefox-esr",
        "firefox",
        "/Applications/Firefox.app/Contents/MacOS/firefox",
    ])
}

/// The first of these programs that is here, by name or by path.
fn first(names: &[&str]) -> Option<PathBuf> {
    names.iter().find_map(|name| find(name))
}

/// Drivers take `null` for a path: where we know of no browser, they look for themselves.
fn with_binary(mut options: Value, binary: Option<PathBuf>) -> Value {
    if let (Some(options), Some(binary)) = (options.as_object_mut(), binary) {
        options.insert("binary".to_owned(), json!(binary));
    }
    options
}

fn chromium() -> Value {
    json!({
        "goog:chromeOptions": with_binary(json!({ "args": CHROMIUM }), chrome()),
        "goog:loggingPrefs": { "browser": "ALL" },
    })
}

fn firefox() -> Value {
    let options = json!({
        "args": ["-headless", "--width=1024", "--height=900"],
        "prefs": {
            // The console is read from the driver's output: WebDriver has no way to ask.
            "devtools.console.stdout.content": true,
            "browser.dom.window.dump.enabled": true,
            // Tab must reach every control, not only text fields, on any system.
            "accessibility.tabfocus": 7,
            "app.update.enabled": false,
            "datareporting.policy.dataSubmissionEnabled": false,
        },
    });
    json!({ "moz:firefoxOptions": with_binary(options, fox()) })
}

fn webkit() -> Value {
    let browser = first(&[
        "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
        "/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
    ]);
    let options = json!({ "args": ["--automation", "--geometry=1024x900"] });
    json!({ "webkitgtk:browserOptions": with_binary(options, browser) })
}

/// A running driver. Ends with everything that it started when dropped.
pub struct Driver {
    /// Where it listens.
    pub address: String,
    /// What it and its browser wrote.
    pub log: PathBuf,
    children: Vec<Child>,
}

impl Driver {
    /// Starts an engine's driver on a free port; its output goes to a file in `folder`.
    pub async fn start(engine: Engine, folder: &Path) -> Result<Self> {
        fs::create_dir_all(folder)?;
        let log = folder.join("driver.log");
        let port = ports::free()?;
        let mut children = Vec::new();
        let mut command = match engine {
            Engine::Chromium => program("chromedriver", &[&format!("--port={port}")])?,
            Engine::Firefox => program("geckodriver", &["--port", &port.to_string()])?,
            Engine::WebKit => {
                let (screen, display) = virtual_screen().await?;
                children.push(screen);
                let mut command = program("WebKitWebDriver", &[&format!("--port={port}")])?;
                command.env("DISPLAY", display).env("GDK_BACKEND", "x11");
                command
            }
        };
        let out = File::create(&log)?;
        let child = command
            .stdin(Stdio::null())
            .stdout(out.try_clone()?)
            .stderr(out)
            // A group of its own, so that the browser ends with its driver.
            .process_group(0)
            .spawn()
            .with_context(|| format!("the driver of {} could not be started", engine.name()))?;
        children.push(child);
        listening(port).await.with_context(|| {
            let said = fs::read_to_string(&log).unwrap_or_default();
            format!("the driver of {} does not answer: {said}", engine.name())
        })?;
        Ok(Self {
            address: format!("http://127.0.0.1:{port}"),
            log,
            children,
        })
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        for child in self.children.iter().rev() {
            end_group(child);
        }
    }
}

/// Ends a child and what it started. It was the first of its own process group.
fn end_group(child: &Child) {
    let id = child
        .id()
        .and_then(|id| i32::try_from(id).ok())
        .and_then(rustix::process::Pid::from_raw);
    if let Some(id) = id {
        // Gone already is as good as ended.
        let _ = rustix::process::kill_process_group(id, rustix::process::Signal::KILL);
    }
}

/// A screen that nobody looks at, for the one engine that has no headless mode.
async fn virtual_screen() -> Result<(Child, String)> {
    let mut command = program(
        "Xvfb",
        &[
            "-displayfd",
            "1",
            "-screen",
            "0",
            "1280x1024x24",
            "-nolisten",
            "tcp",
        ],
    )?;
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .process_group(0)
        .spawn()
        .context("Xvfb could not be started")?;
    let out = child.stdout.take().context("Xvfb has no output")?;
    let mut number = String::new();
    tokio::time::timeout(PATIENCE, BufReader::new(out).read_line(&mut number))
        .await
        .context("Xvfb does not start")??;
    if number.trim().is_empty() {
        bail!("Xvfb gave no display");
    }
    Ok((child, format!(":{}", number.trim())))
}

fn program(name: &str, arguments: &[&str]) -> Result<Command> {
    let path =
        find(name).with_context(|| format!("`{name}` is missing: run `cargo xtask setup`"))?;
    let mut command = Command::new(path);
    command.args(arguments);
    Ok(command)
}

/// A program among the project's own tools, else on the path.
#[must_use]
pub fn find(name: &str) -> Option<PathBuf> {
    let own = root().join("target/tools/bin");
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::iter::once(own)
        .chain(std::env::split_paths(&path))
        .map(|folder| folder.join(name))
        .find(|program| program.is_file())
}

/// The folder of the workspace.
#[must_use]
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_owned()
}

/// Waits until somebody listens on the port.
pub async fn listening(port: u16) -> Result<()> {
    let begun = Instant::now();
    while TcpStream::connect((Ipv4Addr::LOCALHOST, port))
        .await
        .is_err()
    {
        if begun.elapsed() > PATIENCE {
            bail!("nobody listens on port {port}");
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_driver_is_never_told_of_a_browser_that_is_not_there() {
        let without = with_binary(json!({ "args": [] }), None);
        assert_eq!(without, json!({ "args": [] }));
        let with = with_binary(json!({ "args": [] }), Some("/opt/chrome".into()));
        assert_eq!(with, json!({ "args": [], "binary": "/opt/chrome" }));
        for engine in Engine::ALL {
            let text = engine.capabilities().to_string();
            assert!(!text.contains("null"), "{}: {text}", engine.name());
        }
    }
}
