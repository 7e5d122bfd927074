//! A partner's site: one folder of plain files with the headers that its `page.toml` asks for, on
//! an origin of its own. Every `https://hub.example` in it becomes the hub of the test.

use std::{
    collections::BTreeMap,
    path::{Component, Path, PathBuf},
    sync::Arc,
};

use anyhow::{Context, Result};
use http_body_util::Full;
use hyper::{
    Response, StatusCode,
    body::Bytes,
    header::{self, HeaderName, HeaderValue},
};
use serde::Deserialize;

use super::{
    Answer, Server,
    proxy::{Faults, Spoilt},
};

/// What partners' pages call the hub.
pub const HUB: &str = "https://hub.example";

/// Which form of a widget runs.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub enum Build {
    /// WebAssembly.
    Wasm,
    /// The same as plain JavaScript.
    Plain,
}

impl Build {
    /// As the widget's root says in `data-build`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Wasm => "wasm",
            Self::Plain => "plain",
        }
    }
}

/// `page.toml` beside a page: how its site and its hub behave, and what is expected of the widget.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Settings {
    /// One line for a person.
    pub title: String,
    /// Of the page itself.
    pub page: PageSettings,
    /// Of the hub.
    pub hub: Faults,
    /// JavaScript that runs before the widget's script, to play an old browser.
    pub init: Option<String>,
    /// The form of the widget that must run; either will do where none is named.
    pub build: Option<Build>,
}

/// How the page is served.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct PageSettings {
    /// Such as a content security policy.
    pub headers: BTreeMap<String, String>,
}

/// A page and what goes with it.
#[derive(Clone, Debug)]
pub struct Partner {
    /// From `page.toml`, or the defaults.
    pub settings: Settings,
    content: Content,
}

#[derive(Clone, Debug)]
enum Content {
    Folder(PathBuf),
    Text(String),
}

impl Partner {
    /// The site in a folder.
    pub fn folder(folder: &Path) -> Result<Self> {
        let file = folder.join("page.toml");
        let settings = if file.exists() {
            let text = std::fs::read_to_string(&file)?;
            toml::from_str(&text).with_context(|| file.display().to_string())?
        } else {
            Settings::default()
        };
        Ok(Self {
            settings,
            content: Content::Folder(folder.to_owned()),
        })
    }

    /// A page with this in its body, and otherwise as plain as a page can be.
    #[must_use]
    pub fn with_body(body: &str) -> Self {
        let text = format!(
            "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
             <title>A partner's page</title></head><body><main><h1>A partner's page</h1>\n{body}\n\
             </main></body></html>"
        );
        Self {
            settings: Settings::default(),
            content: Content::Text(text),
        }
    }

    /// The same where this JavaScript too has run ahead of the widget's script.
    #[must_use]
    pub fn ahead(mut self, script: &str) -> Self {
        let before = self.settings.init.take().unwrap_or_default();
        self.settings.init = Some(format!("{before}\n{script}"));
        self
    }

    /// The same page with one more header.
    #[must_use]
    pub fn with_header(mut self, name: &str, value: &str) -> Self {
        self.settings
            .page
            .headers
            .insert(name.to_owned(), value.to_owned());
        self
    }

    /// The same page where those of our scripts that scripts ask for come spoilt, if their path
    /// holds `part`.
    #[must_use]
    pub fn with_spoilt(mut self, part: &'static str, how: Spoilt) -> Self {
        self.settings.hub.spoilt = Some((part, how));
        self
    }

    /// The same page with more in its head. Only for a page that was made here.
    #[must_use]
    pub fn with_head(mut self, more: &str) -> Self {
        if let Content::Text(text) = &mut self.content {
            *text = text.replacen("</head>", &format!("{more}</head>"), 1);
        }
        self
    }

    /// Serves the site, with `hub` in the place of the hub.
    pub async fn serve(self, hub: &str) -> Result<Server> {
        let partner = Arc::new(self);
        let hub = hub.to_owned();
        Server::start(move |request| {
            let answer = partner.answer(request.uri().path(), &hub);
            async move { Ok(answer) }
        })
        .await
    }

    fn answer(&self, path: &str, hub: &str) -> Answer {
        if path == "/favicon.ico" {
            return with_status(StatusCode::NO_CONTENT);
        }
        if path == IN_A_FRAME {
            let mut answer = Response::new(Full::new(Bytes::from_static(FRAME.as_bytes())));
            answer
                .headers_mut()
                .insert(header::CONTENT_TYPE, HeaderValue::from_static(HTML));
            return answer;
        }
        let Some((text, kind)) = self.file(path) else {
            return with_status(StatusCode::NOT_FOUND);
        };
        let mut answer = Response::new(Full::new(Bytes::from(text.replace(HUB, hub))));
        let headers = answer.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        let own = &self.settings.page.headers;
        for (name, value) in own.iter().filter(|_| kind.starts_with("text/html")) {
            let name = HeaderName::try_from(name.as_str());
            let value = HeaderValue::try_from(value.replace(HUB, hub));
            if let (Ok(name), Ok(value)) = (name, value) {
                headers.insert(name, value);
            }
        }
        answer
    }

    fn file(&self, path: &str) -> Option<(String, &'static str)> {
        match &self.content {
            Content::Text(text) => (path == "/").then(|| (text.clone(), HTML)),
            Content::Folder(folder) => {
                let relative = Path::new(path.trim_start_matches('/'));
                let is_tame = relative
                    .components()
                    .all(|part| matches!(part, Component::Normal(_)));
                let mut file = folder.join(relative);
                if file.is_dir() {
                    file.push("index.html");
                }
                let text = is_tame.then(|| std::fs::read_to_string(&file).ok())??;
                Some((text, kind_of(&file)))
            }
        }
    }
}

/// Where each site shows its own front page in a narrow frame: the width of a small phone in
/// engines whose window cannot be made as small.
pub const IN_A_FRAME: &str = "/in-a-frame-of-a-phone-s-width";

const FRAME: &str = "<!doctype html><title>A phone</title>\
    <iframe src=\"/\" style=\"width:320px;height:800px;border:0\"></iframe>";

const HTML: &str = "text/html; charset=utf-8";

fn kind_of(file: &Path) -> &'static str {
    match file.extension().and_then(|ending| ending.to_str()) {
        Some("html") => HTML,
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("json") => "application/json",
        _ => "text/plain; charset=utf-8",
    }
}

fn with_status(status: StatusCode) -> Answer {
    let mut answer = Response::new(Full::new(Bytes::new()));
    *answer.status_mut() = status;
    answer
}
