//! `swansfeet campaign new`: the campaign, its keys, and what to do next.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use swansfeet_demands::Campaign;
use swansfeet_demands::campaign::FIFTEEN;
use swansfeet_demands::seal::{PublicKey, SecretKey};
use swansfeet_demands::text::Slug;
use swansfeet_hub::organise::{self, Desk, KeyFile, Made, NewOrganiser, may_act};

use super::{file_in, slug};
use crate::office::{Done, Office, Trouble, made_together, random, read_text};
use crate::words::msg;

/// Options of `swansfeet campaign new`.
#[derive(Args, Debug)]
pub(super) struct New {
    /// The campaign file (TOML)
    #[arg(value_name = "FILE", required_unless_present = "example")]
    file: Option<PathBuf>,

    /// Take the campaign that comes with this program, under this id
    #[arg(long, value_parser = slug, value_name = "SLUG", conflicts_with = "file")]
    example: Option<Slug>,

    /// An organiser's id: a key is made for them. Or id and public key, `ana=swk1-…`, for one who
    /// made their own. Several times for several organisers
    #[arg(long, value_parser = organiser, value_name = "ID[=KEY]", required = true)]
    organiser: Vec<(Slug, Option<PublicKey>)>,

    /// The folder for key files and recovery file: on a memory stick, not on the hub
    #[arg(long, value_name = "DIR")]
    keys: PathBuf,

    /// Where partners reach the hub, for the tag that is printed; the hub's own setting if not given
    #[arg(long, value_name = "URL")]
    public_url: Option<String>,
}

/// `ana`, or `ana=swk1-…`.
pub(super) fn organiser(text: &str) -> Result<(Slug, Option<PublicKey>), String> {
    match text.split_once('=') {
        None => Ok((slug(text)?, None)),
        Some((id, key)) => {
            let key = PublicKey::read(key).map_err(|error| error.to_string())?;
            Ok((slug(id)?, Some(key)))
        }
    }
}

impl New {
    pub(super) async fn run(self, office: &Office, actor: &str) -> Done {
        let file = self.text()?;
        let campaign = Campaign::from_toml(&file).map_err(organise::Error::File)?;
        let slug = campaign.slug.clone();
        may_act(actor, self.organiser.iter().map(|(id, _)| id.as_str()))?;
        let desk = office.desk(&slug, actor);
        let mut own_keys = Vec::new();
        let organisers: Vec<NewOrganiser> = self
            .organiser
            .iter()
            .map(|(id, public)| NewOrganiser {
                id: id.clone(),
                public: public.clone().unwrap_or_else(|| {
                    let key = SecretKey::generate(&mut random());
                    own_keys.push((id.clone(), key.clone()));
                    key.public()
                }),
            })
            .collect();
        let made = desk.make(&file, &organisers, &mut random()).await?;
        let files = self.write(office, &desk, &slug, &made, &own_keys).await?;
        self.tell(office, &slug, &made, &files);
        Ok(ExitCode::SUCCESS)
    }

    fn text(&self) -> Result<String, Trouble> {
        match (&self.file, &self.example) {
            (Some(path), _) => Ok(read_text(path)?.to_string()),
            (None, example) => {
                let slug = example.as_ref().map_or("fifteen", Slug::as_str);
                Ok(FIFTEEN.replacen("slug = \"fifteen\"", &format!("slug = \"{slug}\""), 1))
            }
        }
    }

    /// Writes every file, and only then keeps the campaign. All of it, or nothing.
    async fn write(
        &self,
        office: &Office,
        desk: &Desk<'_>,
        slug: &Slug,
        made: &Made,
        own_keys: &[(Slug, SecretKey)],
    ) -> Result<Vec<PathBuf>, Trouble> {
        made_together(async |together| {
            let recovery = recovery_file(&self.keys, slug, 1);
            together.keep(&recovery, &made.recovery.to_text())?;
            let mut files = vec![recovery];
            let today = made.recovery.made.parse().unwrap_or_default();
            for (id, key) in own_keys {
                let file = file_in(&self.keys, &format!("{id}.key"));
                together.keep(&file, &KeyFile::text(id.as_str(), key, today))?;
                files.push(file);
            }
            together.add(office.make_secret(slug)?);
            desk.keep(&made.draft).await?;
            Ok(files)
        })
        .await
    }

    fn tell(&self, office: &Office, slug: &Slug, made: &Made, files: &[PathBuf]) {
        let words = &office.words;
        let fingerprint = made.recovery.key.public().fingerprint();
        let campaign = slug.as_str();
        office.say(
            &msg::CampaignMade {
                campaign: campaign.into(),
            }
            .say(words),
        );
        for file in files {
            office.say(&format!("  {}", file.display()));
        }
        office.say(&words.get(msg::CAMPAIGN_MADE_FILES));
        office.say("");
        let fingerprint = fingerprint.to_string();
        office.say(
            &msg::CampaignFingerprint {
                fingerprint: fingerprint.as_str().into(),
            }
            .say(words),
        );
        office.say(&words.get(msg::CAMPAIGN_TAG));
        let url = office.public_url(self.public_url.as_deref());
        let url = url.unwrap_or_else(|| "https://hub.example".to_owned());
        office.say(&format!(
            "  <script async src=\"{url}/v1/demands.js\" data-campaign=\"{campaign}\" data-key=\"{fingerprint}\"></script>"
        ));
        office.say("");
        office.say(&words.get(msg::CAMPAIGN_NEXT));
        let recovery = files.first().map(|file| file.display().to_string());
        let recovery = recovery.unwrap_or_default();
        let next = office.command(&["campaign", "open", campaign, "--recovery", &recovery]);
        office.say(&format!("  {next}"));
    }
}

/// Where the recovery file of an epoch goes.
pub(super) fn recovery_file(folder: &std::path::Path, campaign: &Slug, epoch: u32) -> PathBuf {
    file_in(folder, &format!("{campaign}-recovery-{epoch}.txt"))
}
