//! How long a visitor with a cheap phone waits: from navigation to the first question answerable,
//! beside a bare Yew counter that comes in the same form.
//!
//! Headless Chromium, cold cache, a phone's screen, processor slowed four times, fast 3G. Medians
//! of interleaved runs, so that whatever else the machine does meets all forms alike.

pub mod checkin;
pub mod finder;
pub mod measure;
pub mod table;

use std::process::ExitCode;

use anyhow::Result;

use crate::{
    browser::Browser,
    engine::{Engine, root},
    server::{hub::Hub, pages::Partner},
    site::Site,
};
use measure::Sample;

/// The widget measured, and what it is measured by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// The pay check: usable when its first answer can be chosen.
    Pay,
    /// One button and a number: usable when it can be pressed.
    Counter,
}

/// How it comes to the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// One script with everything inside.
    OneFile,
    /// An element and the loader for several.
    Loader,
    /// The one script without WebAssembly, on a page that forbids that.
    NoWasm,
    /// The usual one script on such a page, so that the plain JavaScript build follows.
    Plain,
}

impl Form {
    /// In the order of the table.
    pub const ALL: [Self; 4] = [Self::OneFile, Self::Loader, Self::NoWasm, Self::Plain];

    /// As in the table.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::OneFile => "one file",
            Self::Loader => "loader",
            Self::NoWasm => "plain JavaScript",
            Self::Plain => "fallen back to it",
        }
    }
}

/// A page that allows scripts of the hub, and so no WebAssembly.
fn forbidding(body: &str) -> Partner {
    let policy = "script-src https://hub.example";
    Partner::with_body(body).with_header("content-security-policy", policy)
}

impl Subject {
    /// Both, the yardstick last.
    pub const ALL: [Self; 2] = [Self::Pay, Self::Counter];

    fn partner(self, form: Form) -> Partner {
        // The loader for partners does not know the counter; the one for our own pages does.
        let (name, loader) = match self {
            Self::Pay => ("pay", "swansfeet"),
            Self::Counter => ("counter", "swansfeet.all"),
        };
        let one = format!(r#"<script async src="https://hub.example/v1/{name}.js"></script>"#);
        let several = format!(
            r#"<swan-{name}></swan-{name}><script async src="https://hub.example/v1/{loader}.js"></script>"#
        );
        match form {
            Form::OneFile => Partner::with_body(&one),
            Form::Loader => Partner::with_body(&several),
            Form::NoWasm => forbidding(&one.replace(".js", ".nowasm.js")),
            Form::Plain => forbidding(&one),
        }
    }

    /// JavaScript that tells whether it can be used now.
    fn usable(self) -> &'static str {
        match self {
            Self::Pay => "root.querySelector('.swan-app input:enabled')",
            Self::Counter => {
                "root.querySelector('.swan-root > button:enabled, .swan-app button:enabled')"
            }
        }
    }
}

/// The last line of a bench, and how it ends: badly where a goal is missed.
#[must_use]
pub fn ended(is_met: bool) -> ExitCode {
    if is_met {
        println!("all goals met");
        ExitCode::SUCCESS
    } else {
        println!("not all goals met");
        ExitCode::FAILURE
    }
}

/// What was measured of one subject in one form.
pub struct Row {
    /// What.
    pub subject: Subject,
    /// How it came.
    pub form: Form,
    /// Each run.
    pub samples: Vec<Sample>,
}

/// Measures everything `runs` times.
pub async fn run(runs: usize) -> Result<Vec<Row>> {
    let hub = Hub::start().await?;
    let folder = root().join("target/browser/bench");
    let browser = Browser::start(Engine::Chromium, &folder).await?;
    let mut rows: Vec<Row> = Form::ALL
        .into_iter()
        .flat_map(|form| Subject::ALL.map(|subject| (subject, form)))
        .map(|(subject, form)| Row {
            subject,
            form,
            samples: Vec::new(),
        })
        .collect();
    // The first round warms the machine, not the browser: it is thrown away.
    for round in 0..=runs {
        for row in &mut rows {
            let site = Site::open(&hub.origin, row.subject.partner(row.form)).await?;
            let sample = measure::once(&browser, &site.address(), row.subject.usable()).await?;
            if round > 0 {
                row.samples.push(sample);
            }
        }
        eprintln!("round {round} of {runs}");
    }
    browser.close().await?;
    Ok(rows)
}
