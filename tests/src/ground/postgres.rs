//! A PostgreSQL of our own: a fresh cluster in a temporary folder, reached by a socket in it, so
//! that no port and no password is in the way. Gone when dropped.

use std::{
    fs::{self, File},
    os::unix::{fs::chown, process::CommandExt},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};
use rustix::process::{Pid, Signal, kill_process};
use sqlx::{Connection, PgConnection};
use tempfile::TempDir;

use super::{
    authority::{Authority, HOST},
    until,
};
use crate::ports;

/// Longer than a slow machine takes to start or stop one.
const PATIENCE: Duration = Duration::from_secs(90);

/// What it takes by itself.
const PORT: u16 = 5432;

/// A cluster.
#[derive(Debug)]
pub struct Postgres {
    programs: PathBuf,
    folder: TempDir,
    owner: Option<(u32, u32)>,
    server: Option<Child>,
    databases: usize,
    /// Part of the socket's name too.
    port: Option<u16>,
}

impl Postgres {
    /// Makes and starts a cluster; `None` where PostgreSQL is not installed.
    ///
    /// # Errors
    /// It is installed and does not work.
    pub async fn start() -> Result<Option<Self>> {
        let Some(programs) = programs() else {
            return Ok(None);
        };
        let folder = tempfile::Builder::new().prefix("swan-pg-").tempdir()?;
        let owner = owner()?;
        if let Some((user, group)) = owner {
            chown(folder.path(), Some(user), Some(group))?;
        }
        let mut cluster = Self {
            programs,
            folder,
            owner,
            server: None,
            databases: 0,
            port: None,
        };
        cluster.make()?;
        cluster.go().await?;
        Ok(Some(cluster))
    }

    /// Everything that it writes.
    #[must_use]
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// A fresh database; its address.
    ///
    /// # Errors
    /// The server does not answer.
    pub async fn database(&mut self) -> Result<String> {
        self.databases += 1;
        let number = self.databases;
        let name = format!("hub{number}");
        let make = sqlx::AssertSqlSafe(format!("CREATE DATABASE {name}"));
        let mut connection = PgConnection::connect(&self.url("postgres")).await?;
        sqlx::query(make).execute(&mut connection).await?;
        connection.close().await?;
        Ok(self.url(&name))
    }

    /// A fresh database whose server logs every statement with all that it was given.
    ///
    /// # Errors
    /// The server does not answer.
    pub async fn talkative_database(&mut self) -> Result<String> {
        let url = self.database().await?;
        let name = format!("hub{}", self.databases);
        let mut connection = PgConnection::connect(&url).await?;
        for setting in ["log_statement = 'all'", "log_duration = on"] {
            let set = sqlx::AssertSqlSafe(format!("ALTER DATABASE {name} SET {setting}"));
            sqlx::query(set).execute(&mut connection).await?;
        }
        connection.close().await?;
        Ok(url)
    }

    /// Starts the server and waits until it answers.
    ///
    /// # Errors
    /// It does not.
    pub async fn go(&mut self) -> Result<()> {
        self.go_with(&["-c", "listen_addresses="]).await
    }

    /// Starts it anew, to be reached from the network too and there by TLS alone; a fresh database
    /// of its, for those who ask to see the certificate.
    ///
    /// # Errors
    /// It does not start.
    pub async fn go_covered(&mut self, authority: &Authority) -> Result<String> {
        self.stop()?;
        let [certificate, key] = authority.hand_over(self.folder.path(), self.owner)?;
        let rules = "local all all trust\nhostssl all all 127.0.0.1/32 trust\n";
        fs::write(self.folder.path().join("cluster/pg_hba.conf"), rules)?;
        let port = ports::free()?;
        self.port = Some(port);
        let set = |name: &str, value: String| ["-c".to_owned(), format!("{name}={value}")];
        let settings = [
            set("listen_addresses", "127.0.0.1".to_owned()),
            set("port", port.to_string()),
            set("ssl", "on".to_owned()),
            set("ssl_cert_file", certificate.display().to_string()),
            set("ssl_key_file", key.display().to_string()),
        ]
        .concat();
        let settings: Vec<&str> = settings.iter().map(String::as_str).collect();
        self.go_with(&settings).await?;
        self.database().await?;
        let number = self.databases;
        let query = "sslmode=verify-full";
        Ok(format!("postgres://hub@{HOST}:{port}/hub{number}?{query}"))
    }

    /// As it was before it was covered.
    ///
    /// # Errors
    /// It does not start.
    pub async fn go_bare(&mut self) -> Result<()> {
        self.stop()?;
        self.port = None;
        self.go().await
    }

    /// How many connections there are to the newest database, covered and bare.
    ///
    /// # Errors
    /// The server does not answer.
    pub async fn covered_and_bare(&self) -> Result<(i64, i64)> {
        let name = format!("hub{}", self.databases);
        let mut connection = PgConnection::connect(&self.url("postgres")).await?;
        let counts = sqlx::query_as(
            "SELECT count(*) FILTER (WHERE ssl), count(*) FILTER (WHERE NOT ssl)
             FROM pg_stat_ssl JOIN pg_stat_activity USING (pid) WHERE datname = $1",
        )
        .bind(name)
        .fetch_one(&mut connection)
        .await?;
        connection.close().await?;
        Ok(counts)
    }

    async fn go_with(&mut self, settings: &[&str]) -> Result<()> {
        let folder = self.folder.path().to_owned();
        let log = File::options()
            .create(true)
            .append(true)
            .open(folder.join("server.log"))?;
        let mut server = self.command("postgres");
        server
            .arg("-D")
            .arg(folder.join("cluster"))
            .arg("-k")
            .arg(&folder)
            .args(["-c", "max_connections=60"])
            .args(settings)
            .stdin(Stdio::null())
            .stdout(log.try_clone()?)
            .stderr(log);
        self.server = Some(server.spawn()?);
        let url = self.url("postgres");
        until("PostgreSQL", PATIENCE, async || {
            Ok(match PgConnection::connect(&url).await {
                Ok(connection) => Some(connection.close().await?),
                // Not yet; whether ever, the limit tells.
                Err(_) => None,
            })
        })
        .await
    }

    /// Stops the server at once, whoever is connected.
    ///
    /// # Errors
    /// It does not stop.
    pub fn stop(&mut self) -> Result<()> {
        let Some(mut server) = self.server.take() else {
            return Ok(());
        };
        let id = i32::try_from(server.id())?;
        // "Fast shutdown": it hangs up on all and writes what is to be written.
        kill_process(Pid::from_raw(id).context("no process")?, Signal::INT)?;
        let begun = Instant::now();
        while server.try_wait()?.is_none() {
            if begun.elapsed() > PATIENCE {
                server.kill()?;
                server.wait()?;
                bail!("PostgreSQL did not stop");
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        Ok(())
    }

    /// Writes to its files what it has in memory.
    ///
    /// # Errors
    /// The server does not answer.
    pub async fn checkpoint(&self) -> Result<()> {
        let mut connection = PgConnection::connect(&self.url("postgres")).await?;
        sqlx::query("CHECKPOINT").execute(&mut connection).await?;
        Ok(connection.close().await?)
    }

    fn url(&self, database: &str) -> String {
        let folder = self.folder.path().display();
        let port = self.port.unwrap_or(PORT);
        format!("postgres://hub@localhost:{port}/{database}?host={folder}")
    }

    fn make(&self) -> Result<()> {
        let made = self
            .command("initdb")
            .arg("-D")
            .arg(self.folder.path().join("cluster"))
            .args(["-U", "hub", "-A", "trust", "-E", "UTF8", "--no-sync"])
            .args(["--locale", "C.UTF-8"])
            .stdin(Stdio::null())
            .output()?;
        if !made.status.success() {
            let why = String::from_utf8_lossy(&made.stderr);
            bail!("initdb failed: {}", why.trim());
        }
        Ok(())
    }

    fn command(&self, program: &str) -> Command {
        let mut command = Command::new(self.programs.join(program));
        command.current_dir(self.folder.path());
        if let Some((user, group)) = self.owner {
            command.uid(user).gid(group);
        }
        command
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        // The folder goes next, whatever is left.
        let _ = self.stop();
    }
}

/// The newest that is installed; Debian keeps them off the path.
fn programs() -> Option<PathBuf> {
    let mut folders: Vec<PathBuf> = fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.path().join("bin")))
        .collect();
    folders.sort();
    let path = std::env::var_os("PATH").unwrap_or_default();
    folders.extend(std::env::split_paths(&path));
    let has = |folder: &PathBuf| folder.join("initdb").exists() && folder.join("postgres").exists();
    folders.into_iter().rev().find(has)
}

/// PostgreSQL refuses to run as root; then it runs as the user that Debian makes for it.
fn owner() -> Result<Option<(u32, u32)>> {
    if !rustix::process::geteuid().is_root() {
        return Ok(None);
    }
    let users = fs::read_to_string("/etc/passwd")?;
    let fields = |line: &str| -> Option<(u32, u32)> {
        let mut fields = line.split(':').skip(2);
        Some((fields.next()?.parse().ok()?, fields.next()?.parse().ok()?))
    };
    let line = users.lines().find(|line| line.starts_with("postgres:"));
    let found = line.and_then(fields);
    Ok(Some(found.context("there is no user `postgres`")?))
}
