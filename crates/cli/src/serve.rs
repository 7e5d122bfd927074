//! `swansfeet serve`: runs the hub until it is told to stop.

use std::{
    io::{self, Write},
    path::PathBuf,
};

use clap::{ArgMatches, Args, FromArgMatches};
use swansfeet_hub::{
    Config, Hub, Log,
    config::{self, ConfigError, Given, SETTINGS},
};
use tokio::net::TcpListener;

/// Options of `swansfeet serve`: each setting of the hub as a flag, from the hub's own table.
#[derive(Debug)]
pub(crate) struct Serve {
    given: Given,
    schema: bool,
}

/// Options that are no settings.
#[derive(Args, Debug)]
struct Own {
    /// File with settings; without it, swansfeet.toml is read if it is there
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,

    /// Print all settings with what each is for, as a file to fill in
    #[arg(long)]
    schema: bool,
}

impl Args for Serve {
    fn augment_args(command: clap::Command) -> clap::Command {
        SETTINGS
            .iter()
            .fold(Own::augment_args(command), |command, setting| {
                let flag = setting.flag();
                let help = format!("{} [left out: {}]", setting.help, setting.default);
                command.arg(
                    clap::Arg::new(setting.key)
                        .long(flag.trim_start_matches('-').to_owned())
                        .value_name("VALUE")
                        .help(help),
                )
            })
    }

    fn augment_args_for_update(command: clap::Command) -> clap::Command {
        Self::augment_args(command)
    }
}

impl FromArgMatches for Serve {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let own = Own::from_arg_matches(matches)?;
        let flags = SETTINGS.iter().filter_map(|setting| {
            let value = matches.get_one::<String>(setting.key)?;
            Some((setting.key, value.clone()))
        });
        Ok(Self {
            given: Given {
                file: own.config,
                environment: std::env::vars_os()
                    .filter_map(|(name, value)| {
                        Some((name.into_string().ok()?, value.into_string().ok()?))
                    })
                    .collect(),
                flags: flags.collect(),
            },
            schema: own.schema,
        })
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

/// Why the hub could not be run, worded for whoever runs it.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Error {
    #[error("cannot listen on {address}: {source}; name another address with --listen")]
    Listen {
        address: std::net::SocketAddr,
        source: io::Error,
    },
    #[error(transparent)]
    Config(#[from] ConfigError),
    #[error(transparent)]
    Hub(#[from] swansfeet_hub::Error),
    #[error("the hub stopped: {0}")]
    Io(#[from] io::Error),
}

/// Runs the hub until Ctrl-C or a polite kill.
pub(crate) fn run(options: Serve) -> Result<(), Error> {
    if options.schema {
        io::stdout().write_all(config::schema().as_bytes())?;
        return Ok(());
    }
    let config = config::read(&options.given)?;
    start_log(config.log);
    tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()?
        .block_on(serve(config))
}

async fn serve(config: Config) -> Result<(), Error> {
    let hub = Hub::open(&config).await?;
    let address = config.listen;
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
pub(crate) async fn told_to_stop() {
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
pub(crate) async fn told_to_stop() {
    interrupted().await;
}

async fn interrupted() {
    if tokio::signal::ctrl_c().await.is_err() {
        // Without a way to hear Ctrl-C the hub runs until it is killed.
        std::future::pending::<()>().await;
    }
}
