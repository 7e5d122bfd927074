//! `swansfeet meetings feed`: the hub's feeds of meetings. Parses, asks the hub's library, and words
//! the answer; holds no rule of its own.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Subcommand};
use swansfeet_demands::text::Slug;
use swansfeet_hub::meetings::{
    Report, Said,
    desk::{self, AS_A_RULE, DeskError},
    import, wrong_in,
};
use swansfeet_hub::store::meetings::SourceRow;
use swansfeet_meetings::read::Problem;
use swansfeet_words::Value;

use crate::campaign::slug;
use crate::office::{Done, Office, Trouble, number, read_text};
use crate::words::msg;

/// Options of `swansfeet meetings feed`.
#[derive(Args, Debug)]
pub(super) struct Feed {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Make a feed
    New(New),
    /// All feeds
    List,
    /// Delete a feed with its sources, its meetings and its links
    Remove(Named),
    /// Where a feed is gathered from
    #[command(subcommand)]
    Source(Source),
    /// Fetch all sources of a feed now, and say what is wrong in them, line by line
    Import(Named),
    /// Take the meetings of a file in as the feed's own: TOML, JSON, a calendar or a table
    Add(Add),
    /// Who may change a feed's own meetings, by a secret link
    #[command(subcommand)]
    Organiser(Organiser),
}

/// A command that needs no more than a feed.
#[derive(Args, Debug)]
pub(super) struct Named {
    /// The feed
    #[arg(value_parser = slug, value_name = "SLUG")]
    pub(super) feed: Slug,
}

#[derive(Args, Debug)]
struct New {
    /// Its id in addresses
    #[arg(value_parser = slug, value_name = "SLUG")]
    feed: Slug,

    /// What it is called
    #[arg(long)]
    name: String,
}

#[derive(Debug, Subcommand)]
enum Source {
    /// Gather from this address too: Swansfeet or Meeting Guide JSON, a calendar, BMLT, a table
    Add(AddSource),
    /// The sources of a feed, how old their last good copies are, and what is wrong
    List(Named),
    /// Gather from this address no more
    Remove(RemoveSource),
}

#[derive(Args, Debug)]
struct AddSource {
    /// The feed
    #[arg(value_parser = slug, value_name = "SLUG")]
    feed: Slug,

    /// The address; it is not shown to anybody
    url: String,

    /// What it is called; its own name, or its server's, if not given
    #[arg(long, default_value = "")]
    name: String,

    /// How often it is fetched, in minutes
    #[arg(long, default_value_t = AS_A_RULE, value_name = "MINUTES")]
    every: u32,
}

#[derive(Args, Debug)]
struct RemoveSource {
    /// The feed
    #[arg(value_parser = slug, value_name = "SLUG")]
    feed: Slug,

    /// The address
    url: String,
}

#[derive(Args, Debug)]
struct Add {
    /// The feed
    #[arg(value_parser = slug, value_name = "SLUG")]
    feed: Slug,

    /// The file
    file: PathBuf,

    /// Put the file's in the place of what an organiser has changed since, too
    #[arg(long)]
    replace: bool,
}

#[derive(Debug, Subcommand)]
enum Organiser {
    /// Make a secret link; it is shown once
    New(Labelled),
    /// Whose links there are
    List(Named),
    /// End a link
    Remove(Labelled),
}

#[derive(Args, Debug)]
struct Labelled {
    /// The feed
    #[arg(value_parser = slug, value_name = "SLUG")]
    feed: Slug,

    /// What you call them
    #[arg(long)]
    label: String,
}

impl Feed {
    /// Whether it may be the first that a hub is used for.
    pub(super) const fn begins(&self) -> bool {
        matches!(self.command, Command::New(_))
    }

    pub(super) async fn run(self, office: &Office) -> Done {
        match self.command {
            Command::New(options) => options.run(office).await,
            Command::List => list(office).await,
            Command::Remove(Named { feed }) => {
                desk::remove_feed(office.store(), &feed).await?;
                said(
                    office,
                    &msg::FeedRemoved { feed: named(&feed) }.say(&office.words),
                )
            }
            Command::Source(Source::Add(options)) => options.run(office).await,
            Command::Source(Source::List(Named { feed })) => sources(office, &feed).await,
            Command::Source(Source::Remove(options)) => {
                desk::remove_source(office.store(), &options.feed, &options.url).await?;
                said(office, &office.words.get(msg::FEED_SOURCE_REMOVED))
            }
            Command::Import(Named { feed }) => fetch(office, &feed).await,
            Command::Add(options) => options.run(office).await,
            Command::Organiser(options) => options.run(office).await,
        }
    }
}

fn named(feed: &Slug) -> Value {
    feed.as_str().into()
}

fn said(office: &Office, sentence: &str) -> Done {
    office.say(sentence);
    Ok(ExitCode::SUCCESS)
}

impl New {
    async fn run(self, office: &Office) -> Done {
        desk::new_feed(office.store(), &self.feed, &self.name).await?;
        let feed = named(&self.feed);
        office.say(&msg::FeedMade { feed }.say(&office.words));
        let slug = &self.feed;
        for path in [
            format!("/feeds/{slug}.json"),
            format!("/feeds/{slug}.ics"),
            format!("/m/{slug}"),
        ] {
            office.say(&format!("  {}", at_hub(office, &path)));
        }
        Ok(ExitCode::SUCCESS)
    }
}

/// An address of the hub. Where nobody has said how the hub is reached, no other is made up.
fn at_hub(office: &Office, path: &str) -> String {
    match office.public_url(None) {
        Some(url) => format!("{url}{path}"),
        None => msg::FeedAtHub { path: path.into() }.say(&office.words),
    }
}

async fn list(office: &Office) -> Done {
    for feed in office.store().feeds().await? {
        office.say(&format!("{}\t{}", feed.slug, feed.name));
    }
    Ok(ExitCode::SUCCESS)
}

impl AddSource {
    async fn run(self, office: &Office) -> Done {
        let store = office.store();
        desk::add_source(store, &self.feed, &self.url, &self.name, self.every).await?;
        let minutes = self.every.into();
        let feed = named(&self.feed);
        said(
            office,
            &msg::FeedSourceAdded { minutes, feed }.say(&office.words),
        )
    }
}

async fn sources(office: &Office, feed: &Slug) -> Done {
    desk::known(office.store(), feed).await?;
    for source in office.store().sources(feed.as_str()).await? {
        office.say(&source.url);
        office.say(&format!("  {}", state(office, &source)));
        if !source.problem.is_empty() {
            office.say(&format!("  {}", source.problem));
        }
        let count = wrong_in(&source).len();
        if count > 0 {
            let count = count.into();
            let wrong = msg::FeedSourceWrong { count };
            office.say(&format!("  {}", wrong.say(&office.words)));
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// How old the last good copy is.
fn state(office: &Office, source: &SourceRow) -> String {
    match source.good {
        None => office.words.get(msg::FEED_SOURCE_NEVER),
        Some(good) => msg::FeedSourceGood {
            minutes: number(u64::try_from((office.now().0 - good) / 60).unwrap_or(0)),
        }
        .say(&office.words),
    }
}

/// Fails where a source did: so that a script hears of it.
pub(super) async fn fetch(office: &Office, feed: &Slug) -> Done {
    desk::known(office.store(), feed).await?;
    let (store, fetcher, now) = (office.store(), office.fetcher(), office.now().0);
    let sources = store.sources(feed.as_str()).await?;
    let reports = import(store, &fetcher, feed.as_str(), now, 0).await?;
    let mut failed = false;
    for Report { url, said } in &reports {
        office.say(url);
        let problems = match said {
            Said::Same => {
                office.say(&format!("  {}", office.words.get(msg::FEED_IMPORT_SAME)));
                // The hub has fetched it before, perhaps, and told nobody what is wrong.
                let source = sources.iter().find(|source| source.url == *url);
                source.map(wrong_in).unwrap_or_default()
            }
            Said::Fresh {
                meetings,
                gone,
                problems,
            } => {
                let (count, gone) = ((*meetings).into(), (*gone).into());
                let fresh = msg::FeedImportFresh { count, gone };
                office.say(&format!("  {}", fresh.say(&office.words)));
                problems.clone()
            }
            Said::Failed { why, problems } => {
                failed = true;
                office.say(&format!("  {why}"));
                problems.clone()
            }
        };
        tell(office, &problems);
    }
    if reports.is_empty() {
        office.say(&office.words.get(msg::FEED_NO_SOURCES));
    }
    Ok(ExitCode::from(u8::from(failed)))
}

/// What is wrong, with its place.
fn tell(office: &Office, problems: &[Problem]) {
    for problem in problems {
        let mut place = String::new();
        if problem.line > 0 {
            let line = problem.line.into();
            place.push_str(&msg::GatherLine { line }.say(&office.words));
        }
        if !problem.field.is_empty() {
            place.push_str(&format!(" {}", problem.field));
        }
        let left_out = match problem.left_out {
            true => format!(" ({})", office.words.get(msg::GATHER_LEFT_OUT)),
            false => String::new(),
        };
        let place = place.trim_start();
        let colon = if place.is_empty() { "" } else { ": " };
        office.say(&format!("  {place}{colon}{}{left_out}", problem.what));
    }
}

impl Add {
    async fn run(self, office: &Office) -> Done {
        let text = read_text(&self.file)?;
        let (store, now) = (office.store(), office.now().0);
        let taken = desk::take_in(store, &self.feed, text.as_bytes(), now, self.replace).await?;
        tell(office, &taken.problems);
        for id in taken.changed {
            let id = id.into();
            office.say(&msg::FeedChanged { id }.say(&office.words));
        }
        let (new, replaced) = (taken.new.into(), taken.replaced.into());
        office.say(&msg::FeedTaken { new, replaced }.say(&office.words));
        let nothing = taken.new + taken.replaced == 0;
        Ok(ExitCode::from(u8::from(nothing)))
    }
}

impl Organiser {
    async fn run(self, office: &Office) -> Done {
        let store = office.store();
        match self {
            Organiser::New(Labelled { feed, label }) => {
                let path = desk::new_organiser(store, &feed, &label, office.today()).await?;
                office.say(&office.words.get(msg::FEED_LINK));
                office.say(&format!("  {}", at_hub(office, &path)));
                said(office, &office.words.get(msg::FEED_LINK_ONCE))
            }
            Organiser::List(Named { feed }) => {
                desk::known(store, &feed).await?;
                for link in store.links(feed.as_str()).await? {
                    office.say(&format!("{}\t{}", link.label, link.made));
                }
                Ok(ExitCode::SUCCESS)
            }
            Organiser::Remove(Labelled { feed, label }) => {
                desk::remove_organiser(store, &feed, &label).await?;
                said(office, &office.words.get(msg::FEED_LINK_ENDED))
            }
        }
    }
}

impl From<DeskError> for Trouble {
    fn from(error: DeskError) -> Self {
        Trouble::Meetings(error)
    }
}
