//! Where organisers' commands work: the hub's own store and secrets, a language, a clock and random
//! bytes. The one place that knows how they are named on the command line.

mod files;
mod flags;
mod trouble;

use std::future::Future;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::rc::Rc;
use std::sync::Arc;

use chrono::{DateTime, NaiveDate};
use clap::Args;
use getrandom::SysRng;
use swansfeet_demands::duplicate::CampaignSecret;
use swansfeet_demands::seal::rand_core::UnwrapErr;
use swansfeet_demands::text::{Moment, Slug};
use swansfeet_hub::config::{self, Given};
use swansfeet_hub::meetings::Fetcher;
use swansfeet_hub::organise::{Desk, KeyFile};
use swansfeet_hub::store::{self, AnyStore, Beginning, Database, Store};
use swansfeet_hub::{Config, secrets};
use swansfeet_words::{Value, Words};
use zeroize::Zeroizing;

pub(crate) use files::{Output, keep, made_together, read_text};
pub(crate) use trouble::Trouble;

use crate::words::Language;

/// Which hub, and in which language.
#[derive(Args, Clone, Debug)]
pub(crate) struct Place {
    #[command(flatten)]
    hub: Hub,

    /// The language of the sentences
    #[arg(long, value_enum, default_value_t, global = true)]
    lang: Language,
}

/// Which hub.
#[derive(Args, Clone, Debug)]
pub(crate) struct Hub {
    /// The hub's settings; without it, swansfeet.toml is read if it is there
    #[arg(long, value_name = "FILE", global = true)]
    config: Option<PathBuf>,

    /// The hub's folder for its database, as `swansfeet serve` has it
    #[arg(long, value_name = "DIR", global = true)]
    data: Option<String>,

    /// The database, where it is not the file in that folder: `postgres://…`
    #[arg(long, value_name = "URL", global = true)]
    database: Option<String>,

    /// The folder of the campaigns' secrets; `secrets` in the data folder if not given
    #[arg(long, value_name = "DIR", global = true)]
    secrets: Option<String>,
}

/// An office that is open: store, secrets, language.
pub(crate) struct Office {
    pub(crate) words: Words,
    store: Arc<dyn Store>,
    config: Config,
    flags: String,
    now: Moment,
}

/// How a command ends that did not fail.
pub(crate) type Done = Result<ExitCode, Trouble>;

impl Place {
    pub(crate) fn words(&self) -> Words {
        self.lang.words()
    }

    /// Opens the store, does the work, closes the store.
    pub(crate) async fn open<F>(&self, work: impl FnOnce(Rc<Office>) -> F) -> Done
    where
        F: Future<Output = Done>,
    {
        self.hub.open(self.words(), work).await
    }

    /// The same for work that may be a hub's first: the database is made where there is none, and is
    /// there only if the work was done.
    pub(crate) async fn begin<F>(&self, work: impl FnOnce(Rc<Office>) -> F) -> Done
    where
        F: Future<Output = Done>,
    {
        self.hub.begin(self.words(), work).await
    }

    /// The bare database, for back-up.
    pub(crate) async fn database(&self) -> Result<AnyStore, Trouble> {
        existing(&self.hub.config()?).await
    }

    /// The bare database, made where there is none, for restoring.
    pub(crate) async fn beginning(&self) -> Result<Beginning, Trouble> {
        first(&self.hub.config()?).await
    }
}

impl Hub {
    /// Opens the store, does the work, closes the store. There must be one: whoever mistypes its
    /// folder is told so, and not that a campaign is missing.
    pub(crate) async fn open<F>(&self, words: Words, work: impl FnOnce(Rc<Office>) -> F) -> Done
    where
        F: Future<Output = Done>,
    {
        let config = self.config()?;
        let store = Arc::new(existing(&config).await?);
        let office = self.office(words, Arc::clone(&store), config);
        let done = work(Rc::new(office)).await;
        store.close().await;
        done
    }

    /// Makes the store where there is none: for work that may be a hub's first.
    pub(crate) async fn begin<F>(&self, words: Words, work: impl FnOnce(Rc<Office>) -> F) -> Done
    where
        F: Future<Output = Done>,
    {
        let config = self.config()?;
        let begun = first(&config).await?;
        let office = self.office(words, begun.store(), config);
        ended(begun, work(Rc::new(office)).await).await
    }

    fn office(&self, words: Words, store: Arc<AnyStore>, config: Config) -> Office {
        Office {
            words,
            store,
            config,
            flags: self.flags(),
            now: now(),
        }
    }
}

/// The database that the settings name.
fn database(config: &Config) -> Result<Database, Trouble> {
    Ok(Database::named(
        config.database.as_deref().unwrap_or_default(),
    )?)
}

/// The same, open. It must be there.
async fn existing(config: &Config) -> Result<AnyStore, Trouble> {
    let database = database(config)?;
    if store::is_there(&database, &config.data).await? {
        return Ok(store::open(&database, &config.data).await?);
    }
    let folder = config.data.display().to_string();
    let key = match database {
        Database::Sqlite => "error-no-hub",
        Database::Postgres(_) => "error-no-hub-database",
    };
    Err(Trouble::Other(key, vec![("folder", folder)]))
}

/// The same, made where there is none.
async fn first(config: &Config) -> Result<Beginning, Trouble> {
    Ok(store::begin(&database(config)?, &config.data).await?)
}

/// Ends work that may be a hub's first. What kept it from being done is what is told.
pub(crate) async fn ended<T>(begun: Beginning, done: Result<T, Trouble>) -> Result<T, Trouble> {
    let end = begun.end(done.is_ok()).await;
    let done = done?;
    end?;
    Ok(done)
}

impl Hub {
    /// The hub's own settings, found as `swansfeet serve` finds them.
    fn config(&self) -> Result<Config, Trouble> {
        let flags = [
            ("data", &self.data),
            ("database", &self.database),
            ("secrets", &self.secrets),
        ];
        let given = Given {
            file: self.config.clone(),
            environment: std::env::vars_os()
                .filter_map(|(name, value)| {
                    Some((name.into_string().ok()?, value.into_string().ok()?))
                })
                .collect(),
            flags: flags
                .into_iter()
                .filter_map(|(key, value)| Some((key, value.clone()?)))
                .collect(),
        };
        Ok(config::read(&given)?)
    }
}

impl Office {
    /// Where partners reach the hub, if the settings or `given` say so, without a slash at the end.
    pub(crate) fn public_url(&self, given: Option<&str>) -> Option<String> {
        let url = given.or(self.config.public_url.as_deref())?;
        Some(url.trim_end_matches('/').to_owned())
    }

    pub(crate) fn desk<'a>(&'a self, campaign: &'a Slug, actor: &'a str) -> Desk<'a> {
        Desk::new(&*self.store, campaign, actor, self.now)
    }

    /// The desk of somebody who is known: an organiser of the campaign, or whoever runs the hub.
    pub(crate) async fn desk_of<'a>(
        &'a self,
        campaign: &'a Slug,
        actor: &'a str,
    ) -> Result<Desk<'a>, Trouble> {
        let desk = self.desk(campaign, actor);
        desk.is_known().await?;
        Ok(desk)
    }

    /// A command of this program on the same hub, to be pasted.
    pub(crate) fn command(&self, words: &[&str]) -> String {
        flags::command(words, &self.flags)
    }

    /// Fetches feeds as the hub does.
    pub(crate) fn fetcher(&self) -> Fetcher {
        let meetings = self.config.meetings;
        Fetcher::new(meetings.private_addresses, meetings.fetch_limit)
    }

    pub(crate) fn now(&self) -> Moment {
        self.now
    }

    /// Today, in UTC.
    pub(crate) fn today(&self) -> NaiveDate {
        let now = DateTime::from_timestamp(self.now.0, 0);
        now.unwrap_or_default().date_naive()
    }

    pub(crate) fn store(&self) -> &dyn Store {
        &*self.store
    }

    pub(crate) fn secrets_folder(&self) -> PathBuf {
        self.config.secrets_folder()
    }

    pub(crate) fn secret(&self, campaign: &Slug) -> Result<CampaignSecret, Trouble> {
        Ok(secrets::read(&self.config.secrets_folder(), campaign)?)
    }

    pub(crate) fn make_secret(&self, campaign: &Slug) -> Result<PathBuf, Trouble> {
        let folder = self.config.secrets_folder();
        secrets::create(&folder, campaign)?;
        Ok(secrets::path(&folder, campaign))
    }

    /// Writes a sentence to standard output.
    pub(crate) fn say(&self, sentence: &str) {
        say(sentence);
    }
}

/// Random bytes from the system. Without them nothing is safe, so their absence ends the program.
pub(crate) fn random() -> UnwrapErr<SysRng> {
    UnwrapErr(SysRng)
}

/// The time, which no library of ours asks for by itself.
pub(crate) fn now() -> Moment {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    Moment(since.map_or(0, |since| {
        i64::try_from(since.as_secs()).unwrap_or(i64::MAX)
    }))
}

/// Reads a key file or a recovery file.
pub(crate) fn read_key(path: &Path) -> Result<KeyFile, Trouble> {
    let text: Zeroizing<String> = read_text(path)?;
    KeyFile::read(&text).map_err(Trouble::from)
}

/// A whole number in a sentence.
pub(crate) fn number(count: u64) -> Value {
    Value::Number(count.into())
}

/// Writes a sentence to standard output. Whoever has stopped reading has seen enough.
pub(crate) fn say(sentence: &str) {
    use std::io::Write;
    let _ = writeln!(std::io::stdout(), "{sentence}");
}

/// Runs a command's work to its end; what kept it from being done goes to standard error.
pub(crate) fn run(words: &Words, work: impl Future<Output = Done>) -> ExitCode {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build();
    let done = match runtime {
        Ok(runtime) => runtime.block_on(work),
        Err(error) => Err(Trouble::File(PathBuf::from("tokio"), error)),
    };
    match done {
        Ok(code) => code,
        Err(trouble) => {
            eprintln!("swansfeet: {}", trouble.sentence(words));
            ExitCode::FAILURE
        }
    }
}
