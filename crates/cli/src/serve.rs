//! `swansfeet serve`: runs the hub until it is told to stop.

use std::{
    io::{self, Write},
    net::SocketAddr,
    path::PathBuf,
};

use clap::{Args, ValueEnum};
use swansfeet_hub::{Config, Hub};
use tokio::net::TcpListener;

/// Options of `swansfeet serve`.
#[derive(Args, Debug)]
pub(crate) struct Serve {
    /// Address and port to listen on; port 0 takes any free one
    #[arg(long, default_value = "127.0.0.1:8080", value_name = "ADDRESS")]
    listen: SocketAddr,

    /// Folder for the database; made if it is missing
    #[arg(long, default_value = "data", value_name = "DIR")]
    data: PathBuf,

    /// Folder with the built widgets, as made by `cargo xtask dist`
    #[arg(long, default_value = "dist", value_name = "DIR")]
    assets: PathBuf,

    /// Where partners reach this hub, as its address begins: scheme and host
    #[arg(long, value_name = "URL")]
    public_url: Option<String>,

    /// How to write the log, which goes to standard error
    #[arg(long, value_enum, default_value_t = Log::Text)]
    log: Log,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Log {
    Text,
    Json,
    None,
}

/// Why the hub could not be run, worded for whoever runs it.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Error {
    #[error("cannot listen on {address}: {source}; name another address with --listen")]
    Listen {
        address: SocketAddr,
        source: io::Error,
    },
    #[error(transparent)]
    Hub(#[from] swansfeet_hub::Error),
    #[error("the hub stopped: {0}")]
    Io(#[from] io::Error),
}

/// Runs the hub until Ctrl-C or a polite kill.
pub(crate) fn run(options: Serve) -> Result<(), Error> {
    start_log(options.log);
    tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()?
        .block_on(serve(options))
}

async fn serve(options: Serve) -> Result<(), Error> {
    let hub = Hub::open(&Config {
        assets: options.assets,
        data: options.data,
        public_url: options.public_url,
        ..Config::default()
    })
    .await?;
    let address = options.listen;
    let listener = TcpListener::bind(address)
        .await
        .map_err(|source| Error::Listen { address, source })?;
    // On standard output and alone, so that a script can read where port 0 has led.
    writeln!(io::stdout(), "http://{}", listener.local_addr()?)?;
    io::stdout().flush()?;
    hub.serve(listener, told_to_stop()).await?;
    Ok(())
}

fn start_log(log: Log) {
    let builder = tracing_subscriber::fmt()
        .with_writer(io::stderr)
        .with_ansi(false)
        .with_target(false);
    match log {
        Log::Text => builder.init(),
        Log::Json => builder.json().flatten_event(true).init(),
        Log::None => {}
    }
}

#[cfg(unix)]
async fn told_to_stop() {
    use tokio::signal::unix::{SignalKind, signal};
    let Ok(mut terminate) = signal(SignalKind::terminate()) else {
        return interrupted().await;
    };
    tokio::select! {
        () = interrupted() => {}
        _ = terminate.recv() => {}
    }
}

#[cfg(not(unix))]
async fn told_to_stop() {
    interrupted().await;
}

async fn interrupted() {
    if tokio::signal::ctrl_c().await.is_err() {
        // Without a way to hear Ctrl-C the hub runs until it is killed.
        std::future::pending::<()>().await;
    }
}
