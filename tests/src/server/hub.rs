//! The real hub that browsers are shown, over the built files and a database of its own.

use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::{
    checking::holders::{By, Holder},
    engine::root,
    ground::{
        place::{Place, SLUG},
        process::Served,
    },
};

/// A running hub; ends when dropped.
pub struct Hub {
    /// Its address without a path.
    pub origin: String,
    _hub: Served,
    _place: Place,
}

impl Hub {
    /// Starts the hub on a free port, with the campaign, the meetings and the check-in that partners' pages
    /// name.
    pub async fn start() -> Result<Self> {
        let mut place = Place::new(None, None)?;
        place.assets = Some(root().join("dist"));
        place.made_and_opened(&["--example", SLUG]).await?;
        let feed = ["meetings", "feed"];
        let file = root().join("crates/widget-meetings/gallery/meetings.json");
        let file = file.display().to_string();
        place
            .cli(&[&feed[..], &["new", SLUG, "--name", "Fifteen"]].concat())
            .await?;
        place
            .cli(&[&feed[..], &["add", SLUG, &file]].concat())
            .await?;
        let tally = Holder::open(&place, By::Tally).await?;
        let hub = place.serve().await?;
        tally.works(&hub, &[]).await?;
        Ok(Self {
            origin: format!("http://{}", hub.address),
            _hub: hub,
            _place: place,
        })
    }
}

/// The command line that `SWAN_TRIAL_PROGRAM` names, else the one that was built last, in whichever
/// of the two ways.
///
/// # Errors
/// It was not built.
pub fn program() -> Result<PathBuf> {
    if let Some(named) = std::env::var_os("SWAN_TRIAL_PROGRAM") {
        return Ok(named.into());
    }
    let name = format!("swansfeet{}", std::env::consts::EXE_SUFFIX);
    ["debug", "release"]
        .into_iter()
        .map(|profile| root().join("target").join(profile).join(&name))
        .filter_map(|path| Some((path.metadata().ok()?.modified().ok()?, path)))
        .max()
        .map(|(_, path)| path)
        .context("the hub is not built: run `cargo build -p swansfeet-cli`")
}
