//! A hub's place in the world: folders, settings, database and mail server, which outlive its
//! process; and the organiser who works there by command line.

use std::{
    fs,
    net::SocketAddr,
    path::{Path, PathBuf},
    process::Stdio,
};

use anyhow::{Context, Result, anyhow, bail};
use getrandom::SysRng;
use swansfeet_demands::{
    Campaign,
    campaign::FIFTEEN,
    seal::{PublicKey, SecretKey, rand_core::UnwrapErr},
};
use tempfile::TempDir;
use tokio::process::Command;

use super::process::Served;
use crate::{engine::root, ports, server::hub::program};

/// The id of the campaign.
pub const SLUG: &str = "fifteen";

/// Limits that no load reaches: what is measured is the hub, not its patience.
const UNLIMITED: &str = "[limits]\nper_network_per_minute = 1000000000\n\
     per_address_per_hour = 1000000000\nper_campaign_per_minute = 1000000000\n\
     puzzle_above_per_minute = 1000000000\n";

/// The partner of the campaign, to whom copies are sealed.
pub const PARTNER: &str = "north-branch";

/// A place.
#[derive(Debug)]
pub struct Place {
    folder: TempDir,
    /// The data folder, below the place's own unless a test has put it elsewhere.
    pub data: PathBuf,
    /// The folder of built widgets: an empty one, unless a test wants those that partners get. Where
    /// it is none, those inside the program.
    pub assets: Option<PathBuf>,
    /// The PostgreSQL; the file in the data folder where there is none.
    pub database: Option<String>,
    /// The mail server's address, as the settings have it.
    pub mail: Option<String>,
    /// Whom its hubs trust beside those that the system does: a file of certificates.
    pub trusted: Option<PathBuf>,
    program: PathBuf,
}

impl Place {
    /// A new one with settings for a hub, not yet running.
    ///
    /// # Errors
    /// The folder cannot be written, or there is no hub to run.
    pub fn new(database: Option<String>, mail: Option<SocketAddr>) -> Result<Self> {
        let folder = tempfile::Builder::new().prefix("swan-hub-").tempdir()?;
        let place = Self {
            data: folder.path().join("data"),
            assets: Some(folder.path().join("assets")),
            folder,
            database,
            mail: mail.map(|mail| format!("smtp://{mail}")),
            trusted: None,
            program: program()?,
        };
        let empty = place.path("assets");
        fs::create_dir(&empty)?;
        fs::write(empty.join("manifest.json"), r#"{"files":[],"widgets":{}}"#)?;
        Ok(place)
    }

    /// Something in the place's folder.
    #[must_use]
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The campaign's secret: what the database alone is useless without.
    #[must_use]
    pub fn secret(&self) -> PathBuf {
        self.path("secrets").join(format!("{SLUG}.secret"))
    }

    /// Starts a hub.
    ///
    /// # Errors
    /// It does not start; the error has its last words.
    pub async fn serve(&self) -> Result<Served> {
        self.serve_as::<&str>(&[]).await
    }

    /// Starts a hub by way of other programs, which are given its command line.
    ///
    /// # Errors
    /// As [`Place::serve`].
    pub async fn serve_as<W: AsRef<str>>(&self, before: &[W]) -> Result<Served> {
        let settings = self.path("swansfeet.toml");
        fs::write(&settings, self.settings(ports::free()?))?;
        let mut words: Vec<PathBuf> = before.iter().map(|word| word.as_ref().into()).collect();
        words.push(self.program.clone());
        let (first, rest) = words.split_first().context("nothing to run")?;
        let mut command = Command::new(first);
        command
            .args(rest)
            .args(["serve", "--config"])
            .arg(&settings)
            .current_dir(self.folder.path());
        self.trust(&mut command);
        Served::start(command, &self.path("hub.log")).await
    }

    /// As an operator does whose servers have an authority of their own.
    fn trust(&self, command: &mut Command) {
        if let Some(file) = &self.trusted {
            command.env("SSL_CERT_FILE", file);
        }
    }

    fn settings(&self, port: u16) -> String {
        let quoted = |path: &Path| toml::Value::from(path.display().to_string()).to_string();
        let mut lines = vec![
            format!("listen = \"127.0.0.1:{port}\""),
            "log = \"json\"".to_owned(),
            "trusted_proxies = [\"127.0.0.1/32\"]".to_owned(),
            format!("data = {}", quoted(&self.data)),
            format!("secrets = {}", quoted(&self.path("secrets"))),
        ];
        if let Some(folder) = &self.assets {
            lines.push(format!("assets = {}", quoted(folder)));
        }
        if let Some(url) = &self.database {
            lines.push(format!("database = {}", toml::Value::from(url.as_str())));
        }
        if let Some(mail) = &self.mail {
            lines.push(format!(
                "[mail]\nsmtp = \"{mail}\"\nfrom = \"hello@hub.example\""
            ));
        }
        lines.push(UNLIMITED.to_owned());
        lines.join("\n")
    }

    /// Makes the campaign that comes with Swansfeet, with a partner, and opens it.
    ///
    /// # Errors
    /// The command line refuses.
    pub async fn campaign(&self) -> Result<Campaign> {
        self.campaign_with("").await
    }

    /// The same with more lines at the head of its file.
    ///
    /// # Errors
    /// As [`Place::campaign`].
    pub async fn campaign_with(&self, head: &str) -> Result<Campaign> {
        let text = file_with(head, &SecretKey::generate(&mut UnwrapErr(SysRng)).public());
        let campaign = Campaign::from_toml(&text);
        let campaign = campaign.map_err(|errors| anyhow!("the campaign: {}", errors[0]))?;
        let file = self.path("fifteen.toml");
        fs::write(&file, text)?;
        self.made_and_opened(&[&file.display().to_string()]).await?;
        Ok(campaign)
    }

    /// Makes and opens the campaign that those words of `campaign new` name.
    ///
    /// # Errors
    /// The command line refuses.
    pub async fn made_and_opened(&self, named: &[&str]) -> Result<()> {
        let keys = self.path("keys").display().to_string();
        let rest = ["--organiser", "ana", "--keys", &keys];
        self.cli(&[&["campaign", "new"], named, &rest].concat())
            .await?;
        let recovery = format!("{keys}/{SLUG}-recovery-1.txt");
        self.cli(&["campaign", "open", SLUG, "--recovery", &recovery])
            .await?;
        Ok(())
    }

    /// One-time codes, off the printed sheet.
    ///
    /// # Errors
    /// The command line refuses.
    pub async fn codes(&self, count: usize) -> Result<Vec<String>> {
        let sheet = self.path("codes.html");
        let (count, out) = (count.to_string(), sheet.display().to_string());
        self.cli(&[
            "campaign",
            "codes",
            SLUG,
            "--count",
            &count,
            "--out",
            &out,
            "--public-url",
            "https://hub.example",
        ])
        .await?;
        let sheet = fs::read_to_string(sheet)?;
        let codes = sheet.split("<p class=\"code\">").skip(1);
        let codes = codes.filter_map(|rest| Some(rest.split_once('<')?.0.to_owned()));
        Ok(codes.collect())
    }

    /// Runs `swansfeet …` on the hub's own data; what it prints.
    ///
    /// # Errors
    /// It fails, with its own words.
    pub async fn cli(&self, words: &[&str]) -> Result<String> {
        let mut command = Command::new(&self.program);
        command
            .args(words)
            .arg("--data")
            .arg(&self.data)
            .arg("--secrets")
            .arg(self.path("secrets"))
            .current_dir(self.folder.path())
            .stdin(Stdio::null());
        if let Some(url) = &self.database {
            command.arg("--database").arg(url);
        }
        self.trust(&mut command);
        let done = command.output().await?;
        if !done.status.success() {
            let why = String::from_utf8_lossy(&done.stderr);
            bail!("swansfeet {}: {}", words.join(" "), why.trim());
        }
        Ok(String::from_utf8(done.stdout)?)
    }

    /// All that the hubs of this place have logged.
    ///
    /// # Errors
    /// There is no log.
    pub fn log(&self) -> Result<String> {
        Ok(fs::read_to_string(self.path("hub.log"))?)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        // What its hubs said, for whoever looks into a failure; without it the failure stays one.
        let _ = fs::create_dir_all(last_log().with_file_name(""));
        let _ = fs::copy(self.path("hub.log"), last_log());
    }
}

/// Where the log of the last place is kept.
#[must_use]
pub fn last_log() -> PathBuf {
    root().join("target/trials/hub.log")
}

/// The campaign file with lines at its head and a partner whose key that is.
fn file_with(head: &str, partner: &PublicKey) -> String {
    format!(
        "{head}\n{FIFTEEN}\n[[consent.partners]]\nid = \"{PARTNER}\"\nname = \"North Branch\"\n\
         website = \"https://north.example\"\nfields = [\"name\", \"email\"]\nkey = \"{partner}\"\n\
         text.en = \"Let North Branch know.\"\ntext.cy = \"Dywedwch wrth North Branch.\"\n"
    )
}
