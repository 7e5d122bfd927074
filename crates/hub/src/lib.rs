//! The small self-hostable hub behind the widgets: it hands out the built files, gives each widget
//! a page of its own, and says whether it is well.
//!
//! It refuses to know who is asking: no address, cookie or referrer is read, kept or logged.
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
mod error;
mod health;
mod language;
mod log;
mod manifest;
pub mod organise;
mod pages;
mod problem;
mod router;
pub mod store;
mod words;

use std::{future::Future, io, path::PathBuf, sync::Arc, time::Duration};

use axum::Router;
use tokio::{net::TcpListener, sync::oneshot};

pub use error::Error;
use store::{Store, sqlite::SqliteStore};

/// Where the hub finds its files and how patient it is.
#[derive(Clone, Debug)]
pub struct Config {
    /// The folder that `cargo xtask dist` filled: `manifest.json` and what it names.
    pub assets: PathBuf,
    /// The folder for the database; made if missing, readable by its owner alone.
    pub data: PathBuf,
    /// Where partners reach this hub, such as `https://hub.example`; without it, pages name the
    /// address that they were asked for by.
    pub public_url: Option<String>,
    /// How long one request may take before it is given up.
    pub time_limit: Duration,
    /// How long requests in hand may still take once the hub has been told to stop.
    pub farewell: Duration,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            assets: PathBuf::from("dist"),
            data: PathBuf::from("data"),
            public_url: None,
            time_limit: Duration::from_secs(10),
            farewell: Duration::from_secs(5),
        }
    }
}

/// A hub that is ready to answer: files read and checked, database open and up to date.
pub struct Hub {
    router: Router,
    store: Arc<dyn Store>,
    farewell: Duration,
}

impl Hub {
    /// Reads and checks the files, opens the database and brings it up to date.
    pub async fn open(config: &Config) -> Result<Self, Error> {
        let store = SqliteStore::open(&config.data).await?;
        Self::with_store(config, Arc::new(store))
    }

    /// The same over a store of the caller's own, such as a test's.
    pub fn with_store(config: &Config, store: Arc<dyn Store>) -> Result<Self, Error> {
        let site = Arc::new(pages::Site {
            assets: Arc::new(assets::Assets::read(&config.assets)?),
            public_url: config.public_url.clone(),
        });
        let router = router::router(site, Arc::clone(&store), config.time_limit);
        Ok(Self {
            router,
            store,
            farewell: config.farewell,
        })
    }

    /// Every route, for a test or a larger server.
    pub fn router(&self) -> Router {
        self.router.clone()
    }

    /// Answers until `stop` ends, then lets requests in hand finish and closes the database.
    pub async fn serve(
        self,
        listener: TcpListener,
        stop: impl Future<Output = ()> + Send + 'static,
    ) -> io::Result<()> {
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
        let serving = axum::serve(listener, self.router).with_graceful_shutdown(stop);
        let ended = tokio::select! {
            ended = serving => ended,
            () = too_long => Ok(()),
        };
        self.store.close().await;
        ended
    }
}
