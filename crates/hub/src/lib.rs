//! The small self-hostable hub behind the widgets: it hands out the built files, gives each widget
//! a page of its own, takes sealed signatures, sends the mail that confirms them, counts, gathers
//! feeds of meetings, and says whether it is well.
//!
//! It refuses to know who is asking: no address, cookie or referrer is kept or logged. A signer's
//! email address is in memory until one mail is sent; their name never gets here in clear.
//!
//! ```no_run
//! # async fn example() -> Result<(), Box<dyn std::error::Error>> {
//! let hub = swansfeet_hub::Hub::open(&swansfeet_hub::Config::default()).await?;
//! let listener = tokio::net::TcpListener::bind("127.0.0.1:8080").await?;
//! hub.serve(listener, std::future::pending()).await?;
//! # Ok(())
//! # }
//! ```

mod assets;
mod batch;
pub mod careful;
mod clock;
pub mod config;
mod connections;
mod demands;
mod error;
mod health;
mod language;
mod link;
mod log;
mod mail;
mod manifest;
pub mod meetings;
mod metrics;
mod openapi;
pub mod organise;
mod pages;
mod places;
mod prepared;
mod problem;
mod router;
pub mod secrets;
pub mod store;
mod token;
pub mod wellbeing;
mod words;
#[cfg(feature = "yardstick")]
mod yardstick;

use std::{
    future::Future,
    io,
    sync::{Arc, Mutex, OnceLock},
};

use axum::Router;
use tokio::{net::TcpListener, sync::oneshot, task::JoinHandle};

pub use clock::Clock;
pub use config::{Config, Log, MeetingsConfig};
use connections::Bounds;
pub use demands::Limits;
use demands::{Demands, Gates, Puzzles, Registry, Writer};
pub use error::Error;
pub use mail::{MailConfig, MailError};
use meetings::{Fetcher, Meetings};
use metrics::Metrics;
use store::{Database, Store};
use wellbeing::Wellbeing;

/// A hub that is ready to answer: files read and checked, database open and up to date.
pub struct Hub {
    router: Router,
    bounds: Bounds,
    demands: Arc<Demands>,
    meetings: Arc<Meetings>,
    wellbeing: Arc<Wellbeing>,
    writer: JoinHandle<()>,
    mail: JoinHandle<()>,
    fetching: JoinHandle<()>,
    farewell: std::time::Duration,
}

impl Hub {
    /// Reads and checks the files, opens the database and brings it up to date.
    ///
    /// # Errors
    /// What is missing or cannot be opened.
    pub async fn open(config: &Config) -> Result<Self, Error> {
        let named = config.database.as_deref().unwrap_or_default();
        let store = store::open(&Database::named(named)?, &config.data).await?;
        #[cfg(feature = "yardstick")]
        let more = yardstick::routes(config).await?;
        #[cfg(not(feature = "yardstick"))]
        let more = Router::new();
        Self::with_more(config, Arc::new(store), Clock::system(), more).await
    }

    /// The same over a store and a clock of the caller's own, such as a test's.
    ///
    /// # Errors
    /// What is missing or cannot be opened.
    pub async fn with_store(
        config: &Config,
        store: Arc<dyn Store>,
        clock: Clock,
    ) -> Result<Self, Error> {
        Self::with_more(config, store, clock, Router::new()).await
    }

    async fn with_more(
        config: &Config,
        store: Arc<dyn Store>,
        clock: Clock,
        more: Router,
    ) -> Result<Self, Error> {
        let site = Arc::new(pages::Site {
            assets: Arc::new(match &config.assets {
                Some(folder) => assets::Assets::read(folder)?,
                None => assets::Assets::standard()?,
            }),
            public_url: config.public_url.clone(),
        });
        let metrics = Arc::new(Metrics::default());
        let base = Arc::new(OnceLock::new());
        if let Some(url) = &config.public_url {
            let _ = base.set(url.trim_end_matches('/').to_owned());
        }
        let sender = config.mail.sender()?;
        // What stands in a request must not decide where a mailed link leads.
        if sender.is_some() && config.public_url.is_none() && !config.listen.ip().is_loopback() {
            return Err(MailError::NoPublicUrl.into());
        }
        config.mail.warn_of_strangers(&*store).await?;
        let lost = store.mail_lost(&[], clock.today()).await?;
        metrics.mails_lost(lost);
        let (outbox, mail) = mail::start(
            sender,
            Arc::clone(&base),
            Arc::clone(&store),
            Arc::clone(&metrics),
        );
        let (writer, writing) =
            Writer::start(Arc::clone(&store), outbox.clone(), Arc::clone(&metrics));
        let demands = Arc::new(Demands {
            registry: Registry::new(&config.secrets_folder()),
            gates: Gates::new(config.limits),
            puzzles: Puzzles::default(),
            writer,
            outbox,
            store,
            clock,
            trusted: config.trusted_proxies.clone(),
            base,
            touched: Mutex::default(),
        });
        demands.refresh(true).await?;
        demands::keep_fresh(&demands);
        let (beside, fetching, more) = beside(config, &demands, &metrics, more).await?;
        let (meetings, wellbeing) = beside;
        let router = router::router(site, Arc::clone(&demands), metrics, config.time_limit, more);
        Ok(Self {
            router,
            bounds: Bounds::new(config.time_limit),
            demands,
            meetings,
            wellbeing,
            fetching,
            writer: writing,
            mail,
            farewell: config.farewell,
        })
    }

    /// Every route, for a test or a larger server.
    pub fn router(&self) -> Router {
        self.router.clone()
    }

    /// Reads campaigns, counts, feeds and check-ins now instead of within two seconds, for a test.
    ///
    /// # Errors
    /// The store does not answer.
    pub async fn refresh(&self) -> Result<(), Error> {
        self.meetings.refresh().await?;
        self.wellbeing.refresh().await?;
        Ok(self.demands.refresh(true).await?)
    }

    /// Answers until `stop` ends, then lets requests in hand finish, writes and sends what waits,
    /// and closes the database.
    ///
    /// # Errors
    /// The listener fails.
    pub async fn serve(
        self,
        listener: TcpListener,
        stop: impl Future<Output = ()> + Send + 'static,
    ) -> io::Result<()> {
        // Where links lead if nobody has said where the hub is reached.
        let here = format!("http://{}", listener.local_addr()?);
        let _ = self.demands.base.set(here);
        let (stopping, stopped) = oneshot::channel();
        let stop = async move {
            stop.await;
            // The receiver is gone only when serving has ended already.
            let _ = stopping.send(());
        };
        let farewell = self.farewell;
        let too_long = async move {
            if stopped.await.is_err() {
                std::future::pending::<()>().await;
            }
            tokio::time::sleep(farewell).await;
        };
        tokio::select! {
            () = connections::serve(listener, self.router, self.bounds, stop) => {}
            () = too_long => {}
        }
        let store = Arc::clone(&self.demands.store);
        // A source that is in hand is fetched again by whoever comes next.
        self.fetching.abort();
        drop(self.meetings);
        drop(self.wellbeing);
        // The last ways into the queues: they end when they have done what they hold.
        drop(self.demands);
        let rest = async {
            // A task that panicked has nothing left to finish.
            let _ = self.writer.await;
            let _ = self.mail.await;
        };
        if tokio::time::timeout(farewell, rest).await.is_err() {
            tracing::warn!("mails were still waiting when the hub stopped; they are lost");
        }
        store.close().await;
        Ok(())
    }
}

/// What stands beside the demands: meetings, check-ins and places, kept up to date, and their routes.
async fn beside(
    config: &Config,
    demands: &Arc<Demands>,
    metrics: &Arc<Metrics>,
    more: Router,
) -> Result<((Arc<Meetings>, Arc<Wellbeing>), JoinHandle<()>, Router), Error> {
    let fetcher = Fetcher::new(
        config.meetings.private_addresses,
        config.meetings.fetch_limit,
    );
    let meetings = Meetings::new(Arc::clone(demands), fetcher, Arc::clone(metrics));
    let meetings = Arc::new(meetings);
    meetings.refresh().await?;
    meetings::keep_fresh(&meetings);
    let fetching = meetings::keep_fetching(&meetings);
    let wellbeing = Arc::new(Wellbeing::new(
        Arc::clone(demands),
        Arc::clone(metrics),
        config.data.clone(),
        config.secrets_folder(),
    ));
    wellbeing.refresh().await?;
    wellbeing::keep_fresh(&wellbeing);
    let more = more
        .merge(meetings::routes(Arc::clone(&meetings)))
        .merge(wellbeing::routes(Arc::clone(&wellbeing)))
        .merge(places::routes(config.data.join("places")));
    Ok(((meetings, wellbeing), fetching, more))
}
