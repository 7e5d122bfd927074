//! Runs cases in browsers, one after another in each, says how each ended, and keeps what helps to
//! mend a failure: a picture, the page, the console.

use std::{
    future::Future,
    path::{Path, PathBuf},
    pin::Pin,
    time::{Duration, Instant},
};

use anyhow::{Context, Result};
use clap::Parser;
use futures_util::future::join_all;

use crate::{
    browser::{Browser, RECORDER},
    cases,
    engine::{Engine, root},
    server::{
        hub::Hub,
        pages::{IN_A_FRAME, Partner},
    },
    site::Site,
};

/// So many failures one after another have one cause; trying on would take an hour to say so.
const IN_A_ROW: usize = 8;

/// No case takes as long as this unless it hangs.
const LIMIT: Duration = Duration::from_secs(150);

/// Which cases to run, and where.
#[derive(Clone, Debug, Parser)]
#[command(about = "Runs the widgets in real browsers")]
pub struct Options {
    /// Only this engine; may be given again
    #[arg(long, value_parser = engine, value_name = "ENGINE")]
    pub browser: Vec<Engine>,

    /// Only cases whose name holds this
    #[arg(long, value_name = "WORD")]
    pub only: Option<String>,

    /// Name the cases and run none
    #[arg(long)]
    pub list: bool,
}

fn engine(name: &str) -> Result<Engine, String> {
    Engine::ALL
        .into_iter()
        .find(|engine| engine.name() == name)
        .ok_or_else(|| "there are chromium, firefox and webkit".to_owned())
}

/// What a case gives: nothing if it passed, else why it was skipped.
pub type Outcome = Result<Verdict>;

/// How a case ended that did not fail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// All that it claims holds.
    Passed,
    /// This engine cannot show it, and why.
    Skipped(String),
}

/// A case under way.
pub type Running<'a> = Pin<Box<dyn Future<Output = Outcome> + 'a>>;

/// One claim about the widgets, to be seen in every engine.
pub struct Case {
    /// `group/claim`.
    pub name: String,
    /// Sees whether it holds.
    pub run: Box<dyn for<'a> Fn(&'a World) -> Running<'a>>,
}

impl Case {
    /// A case by its name.
    pub fn new<R>(name: impl Into<String>, run: R) -> Self
    where
        R: for<'a> Fn(&'a World) -> Running<'a> + 'static,
    {
        Self {
            name: name.into(),
            run: Box::new(run),
        }
    }
}

/// What a case has at hand.
pub struct World {
    /// The browser, fresh as far as a page can tell.
    pub browser: Browser,
    /// The real hub.
    pub hub: String,
}

impl World {
    /// A partner's page in front of the hub, opened.
    pub async fn visit(&self, partner: Partner) -> Result<Site> {
        let site = self.site(partner).await?;
        self.browser.open(&site.address()).await?;
        Ok(site)
    }

    /// Opens the page as wide as a small phone, or a large window zoomed to 400%: 320 CSS pixels.
    pub async fn visit_narrow(&self, partner: Partner) -> Result<Site> {
        let site = self.site(partner).await?;
        self.browser.open("about:blank").await?;
        if self.browser.resize(320, 800).await? {
            self.browser.open(&site.address()).await?;
        } else {
            let framed = format!("{}{}", site.origin(), IN_A_FRAME);
            self.browser.open(&framed).await?;
            self.browser
                .enter_frame("return document.querySelector('iframe');")
                .await?;
        }
        Ok(site)
    }

    /// The same, not yet opened.
    pub async fn site(&self, partner: Partner) -> Result<Site> {
        self.site_of(&self.hub, partner).await
    }

    /// The same in front of another hub.
    pub async fn site_of(&self, hub: &str, partner: Partner) -> Result<Site> {
        let partner = match self.browser.engine {
            Engine::WebKit => partner.ahead(RECORDER),
            _ => partner,
        };
        Site::open(hub, partner).await
    }

    /// Where pictures of this engine go.
    #[must_use]
    pub fn pictures(&self) -> PathBuf {
        root()
            .join("target/screenshots")
            .join(self.browser.engine.name())
    }
}

/// How many cases ended how.
#[derive(Clone, Copy, Debug, Default)]
pub struct Counts {
    passed: usize,
    failed: usize,
    skipped: usize,
}

impl Counts {
    /// Whether all is well. A run without any case proves nothing; one whose engines are not on this
    /// machine has said so, and counts what it skipped.
    #[must_use]
    pub fn is_good(self) -> bool {
        self.failed == 0 && self.passed + self.skipped > 0
    }

    /// Counts one more.
    pub fn add(&mut self, outcome: &Outcome) {
        match outcome {
            Ok(Verdict::Passed) => self.passed += 1,
            Ok(Verdict::Skipped(_)) => self.skipped += 1,
            Err(_) => self.failed += 1,
        }
    }

    /// What another lane counted.
    fn join(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }

    /// The line that ends a run, which `cargo xtask test` adds up.
    #[must_use]
    pub fn line(self) -> String {
        let Self {
            passed,
            failed,
            skipped,
        } = self;
        format!("{passed} passed, {failed} failed, {skipped} skipped")
    }
}

/// Runs what the options ask for.
pub async fn run(options: &Options) -> Result<Counts> {
    let mut counts = Counts::default();
    let cases = chosen(options)?;
    if options.list {
        for case in &cases {
            println!("{}", case.name);
        }
        return Ok(counts);
    }
    let hub = Hub::start().await?;
    let lanes = LANES.map(|lane| in_lane(lane, options, &hub, &cases));
    for of_lane in join_all(lanes).await {
        counts.join(of_lane?);
    }
    Ok(counts)
}

/// Cases wait for pages most of the time: two engines at once take two thirds of the time, a third
/// would make all three slow. WebKit, the slowest, goes alone.
const LANES: [&[Engine]; 2] = [&[Engine::Chromium, Engine::Firefox], &[Engine::WebKit]];

/// Engines one after another.
async fn in_lane(lane: &[Engine], options: &Options, hub: &Hub, cases: &[Case]) -> Result<Counts> {
    let mut counts = Counts::default();
    for engine in lane.iter().copied() {
        if !options.browser.is_empty() && !options.browser.contains(&engine) {
            continue;
        }
        // Systems without one of the engines exist; CI is not one of them.
        let missing = engine.missing();
        if !missing.is_empty() && std::env::var_os("CI").is_none() {
            counts.skipped += cases.len();
            println!(
                "skipped {}: {} not on this machine; `cargo xtask setup` says how to get it",
                engine.name(),
                missing.join(" and "),
            );
            continue;
        }
        in_engine(engine, hub, cases, &mut counts).await?;
    }
    Ok(counts)
}

fn chosen(options: &Options) -> Result<Vec<Case>> {
    let mut cases = cases::all()?;
    if let Some(word) = &options.only {
        cases.retain(|case| case.name.contains(word.as_str()));
    }
    Ok(cases)
}

async fn in_engine(engine: Engine, hub: &Hub, cases: &[Case], counts: &mut Counts) -> Result<()> {
    let folder = root().join("target/browser").join(engine.name());
    // What an earlier run left would only mislead.
    let _ = std::fs::remove_dir_all(&folder);
    let mut world = start(engine, hub, &folder).await?;
    let mut in_a_row = 0;
    for (number, case) in cases.iter().enumerate() {
        if in_a_row == IN_A_ROW {
            let rest = cases.len() - number;
            counts.failed += rest;
            println!("{rest} more cases not tried in {}", engine.name());
            break;
        }
        let begun = Instant::now();
        let outcome = match tokio::time::timeout(LIMIT, (case.run)(&world)).await {
            Ok(outcome) => outcome,
            Err(_) => Err(anyhow::anyhow!("took more than {} s", LIMIT.as_secs())),
        };
        let took = begun.elapsed().as_secs_f32();
        let who = format!("{:<9} {}", engine.name(), case.name);
        match outcome {
            Ok(Verdict::Passed) => {
                in_a_row = 0;
                counts.passed += 1;
                println!("ok      {who} ({took:.1} s)");
            }
            Ok(Verdict::Skipped(why)) => {
                counts.skipped += 1;
                println!("skipped {who}: {why}");
            }
            Err(error) => {
                in_a_row += 1;
                counts.failed += 1;
                println!("FAILED  {who} ({took:.1} s)\n        {error:#}");
                keep(&world.browser, &folder, &case.name).await;
            }
        }
        if world.browser.reset().await.is_err() {
            // The engine has fallen over; the next case is not to blame.
            drop(world);
            world = start(engine, hub, &folder).await?;
        }
    }
    // A browser that will not close is ended with its driver.
    let _ = world.browser.close().await;
    Ok(())
}

async fn start(engine: Engine, hub: &Hub, folder: &Path) -> Result<World> {
    let mut browser = Browser::start(engine, folder).await?;
    browser
        .reset()
        .await
        .with_context(|| format!("{} opens no page", engine.name()))?;
    Ok(World {
        browser,
        hub: hub.origin.clone(),
    })
}

/// Keeps what can still be had of a failed case.
async fn keep(browser: &Browser, folder: &Path, name: &str) {
    let place = folder.join(name.replace('/', "-"));
    let _ = browser.picture(&place.with_extension("png")).await;
    let page = browser.source().await.unwrap_or_default();
    let _ = std::fs::write(place.with_extension("html"), page);
    let console = browser.console().await.unwrap_or_default().join("\n");
    let _ = std::fs::write(place.with_extension("txt"), &console);
    // Where only the output of a run is kept, it must say what was on the screen.
    let text = browser.run("return kit.text();", Vec::new()).await;
    let text = text.unwrap_or_default();
    println!("        says: …{}", tail(text.as_str().unwrap_or_default()));
    println!("        console: …{}", tail(&console.replace('\n', " / ")));
    println!("        see {}.*", place.display());
}

/// The last few hundred characters.
fn tail(text: &str) -> &str {
    let skipped = text.chars().count().saturating_sub(600);
    text.char_indices()
        .nth(skipped)
        .map_or("", |(start, _)| &text[start..])
}

#[cfg(test)]
mod tests {
    use super::{Counts, tail};

    #[test]
    fn of_a_long_text_the_end_is_told() {
        assert_eq!(tail(""), "");
        assert_eq!(tail("£1"), "£1");
        let long = format!("{}end", "£".repeat(600));
        assert_eq!(tail(&long), format!("{}end", "£".repeat(597)));
    }

    #[test]
    fn a_run_is_good_where_nothing_failed_and_something_was_there_to_try() {
        let rows = [
            ((5, 0, 0), true),
            ((5, 0, 3), true),
            ((5, 1, 0), false),
            // A system without any of the engines.
            ((0, 0, 300), true),
            // A word that no case has in its name.
            ((0, 0, 0), false),
        ];
        for ((passed, failed, skipped), wanted) in rows {
            let counts = Counts {
                passed,
                failed,
                skipped,
            };
            assert_eq!(counts.is_good(), wanted, "{counts:?}");
        }
    }
}
