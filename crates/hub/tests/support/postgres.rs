//! A PostgreSQL of the tests' own: made in a temporary folder by Debian's programs, reached by a
//! socket in that folder alone, gone at the end.
#![allow(
    dead_code,
    clippy::unwrap_used,
    reason = "tests, each of which uses its own part of this"
)]

use std::{
    fs,
    os::unix::fs::{MetadataExt, chown},
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::atomic::{AtomicU32, Ordering},
};

use sqlx::{Connection, PgConnection};
use tempfile::TempDir;

/// A running PostgreSQL.
pub(crate) struct Cluster {
    folder: TempDir,
    programs: PathBuf,
    /// PostgreSQL refuses root; then its files and processes are this account's.
    account: Option<&'static str>,
    databases: AtomicU32,
}

impl Cluster {
    /// `None` where PostgreSQL is not installed; but on a machine that tests for all (`CI` is
    /// set), that is a failure.
    pub(crate) fn start() -> Option<Self> {
        let Some(programs) = programs() else {
            assert!(
                std::env::var_os("CI").is_none(),
                "no PostgreSQL here: sudo apt-get install postgresql"
            );
            return None;
        };
        let folder = TempDir::with_prefix("swansfeet-postgres-").unwrap();
        let root = fs::metadata(folder.path()).unwrap().uid() == 0;
        let cluster = Self {
            folder,
            programs,
            account: root.then_some("postgres"),
            databases: AtomicU32::new(0),
        };
        if let Some(account) = cluster.account {
            let id = Command::new("id").args(["-u", account]).output().unwrap();
            let id = String::from_utf8(id.stdout).unwrap();
            chown(
                cluster.folder.path(),
                Some(id.trim().parse().unwrap()),
                None,
            )
            .unwrap();
        }
        let data = cluster.data();
        let data = data.to_str().unwrap();
        let trusting = [
            "--auth=trust",
            "--username=hub",
            "--encoding=UTF8",
            "--no-sync",
        ];
        // A language, so that whoever leaves an order to the database is found out.
        cluster.run(
            "initdb",
            &[&trusting[..], &["--locale=C.UTF-8", "-D", data]].concat(),
        );
        cluster.start_again();
        Some(cluster)
    }

    /// A new database, empty. Its address.
    pub(crate) async fn database(&self) -> String {
        let name = format!("hub{}", self.databases.fetch_add(1, Ordering::Relaxed));
        let mut connection = PgConnection::connect(&self.address("postgres"))
            .await
            .unwrap();
        let create = sqlx::AssertSqlSafe(format!("CREATE DATABASE {name}"));
        sqlx::raw_sql(create)
            .execute(&mut connection)
            .await
            .unwrap();
        connection.close().await.unwrap();
        self.address(&name)
    }

    /// The folder with all its files.
    pub(crate) fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// Stops it at once, as a crash would.
    pub(crate) fn stop(&self) {
        let data = self.data();
        let data = data.to_str().unwrap();
        self.run("pg_ctl", &["stop", "-m", "immediate", "-D", data]);
    }

    /// Starts it, and waits until it answers.
    pub(crate) fn start_again(&self) {
        let (data, folder) = (self.data(), self.folder.path());
        let log = folder.join("log");
        let options = format!("-k {} -c listen_addresses=", folder.display());
        let (data, log) = (data.to_str().unwrap(), log.to_str().unwrap());
        self.run(
            "pg_ctl",
            &[
                "start", "-w", "-t", "300", "-D", data, "-l", log, "-o", &options,
            ],
        );
    }

    fn address(&self, database: &str) -> String {
        format!(
            "postgres:///{database}?host={}&user=hub",
            self.folder.path().display()
        )
    }

    fn run(&self, program: &str, args: &[&str]) {
        let program = self.programs.join(program);
        let mut command = match self.account {
            Some(account) => {
                let mut command = Command::new("runuser");
                command.args(["-u", account, "--"]).arg(&program);
                command
            }
            None => Command::new(&program),
        };
        let status = command
            .args(args)
            .current_dir(self.folder.path())
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .unwrap();
        let log = fs::read_to_string(self.folder.path().join("log")).unwrap_or_default();
        assert!(status.success(), "{}: {status}\n{log}", program.display());
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        if self.data().join("postmaster.pid").exists() {
            self.stop();
        }
    }
}

/// The newest that Debian has put on this machine.
fn programs() -> Option<PathBuf> {
    let versions = fs::read_dir(Path::new("/usr/lib/postgresql")).ok()?;
    let mut folders: Vec<PathBuf> = versions
        .filter_map(|version| Some(version.ok()?.path().join("bin")))
        .filter(|programs| programs.join("initdb").exists())
        .collect();
    folders.sort();
    folders.pop()
}
