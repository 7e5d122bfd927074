//! `swansfeet wellbeing card`: shows a task card, and says whether both holders have signed it.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use base64::{Engine, prelude::BASE64_STANDARD};
use clap::Args;
use serde_json::{Value as Json, json};
use swansfeet_demands::text::Slug;
use swansfeet_wellbeing::Card;
use swansfeet_wellbeing::ledger::destroyed_after;
use swansfeet_words::{Value, Words};

use super::say::place_name;
use super::way::Line;
use crate::campaign::slug;
use crate::office::{self, Done, Trouble, say};
use crate::words::msg;

/// No card is near it.
const LONGEST: u64 = 1 << 20;

/// Options of `swansfeet wellbeing card`.
#[derive(Args, Debug)]
#[command(group = clap::ArgGroup::new("from").required(true))]
pub(super) struct Shown {
    /// The campaign's id
    #[arg(value_parser = slug, value_name = "SLUG", required_unless_present = "file")]
    campaign: Option<Slug>,

    /// Ask this hub for this week's card
    #[arg(long, group = "from", value_name = "URL", requires = "campaign")]
    hub: Option<String>,

    /// A file with a card: its bytes, those in base 64, or what a hub says of a check-in
    #[arg(long, group = "from", value_name = "FILE")]
    file: Option<PathBuf>,

    /// Write it for people, not as JSON
    #[arg(long)]
    text: bool,
}

pub(super) fn run(options: &Shown, words: &Words) -> ExitCode {
    office::run(words, options.show(words))
}

impl Shown {
    async fn show(&self, words: &Words) -> Done {
        let wanted = self.campaign.as_ref().map(Slug::as_str);
        let card = match (&self.file, &self.hub) {
            (Some(file), _) => of_file(file)?,
            (None, hub) => of_hub(hub.as_deref().unwrap_or_default(), wanted).await?,
        };
        if wanted.is_some_and(|wanted| wanted != card.campaign()) {
            let campaign = vec![("campaign", card.campaign().to_owned())];
            return Err(Trouble::Other("error-card-other-campaign", campaign));
        }
        if self.text {
            text(&card, words);
        } else {
            // Whoever has stopped reading has seen enough.
            let _ = writeln!(io::stdout(), "{}", as_json(&card));
        }
        Ok(ExitCode::SUCCESS)
    }
}

fn of_file(path: &Path) -> Result<Card, Trouble> {
    let trouble = |why| Trouble::File(path.to_owned(), why);
    if fs::metadata(path).map_err(trouble)?.len() > LONGEST {
        return Err(trouble(io::ErrorKind::FileTooLarge.into()));
    }
    let bytes = fs::read(path).map_err(trouble)?;
    let Ok(text) = std::str::from_utf8(&bytes) else {
        return read(&bytes);
    };
    match serde_json::from_str::<Json>(text) {
        Ok(document) => of_document(&document),
        Err(_) => decoded(text.trim()),
    }
}

async fn of_hub(hub: &str, campaign: Option<&str>) -> Result<Card, Trouble> {
    let line = Line::new(hub, campaign.unwrap_or_default())?;
    let document = line.document().await?;
    let card = of_document(&document)?;
    // What is shown beside a card must be what stands on it.
    let shown = document["holders"].as_array().into_iter().flatten();
    let shown: Vec<_> = shown.map(|holder| holder["key"].as_str()).collect();
    let keys = card
        .holders()
        .each_ref()
        .map(|holder| holder.key.to_string());
    if shown != keys.each_ref().map(|key| Some(key.as_str())) {
        return Err(Trouble::Other("error-card-other-holders", Vec::new()));
    }
    Ok(card)
}

fn of_document(document: &Json) -> Result<Card, Trouble> {
    let card = document["card"].as_str();
    decoded(card.ok_or(Trouble::Other("error-card-none", Vec::new()))?)
}

fn decoded(text: &str) -> Result<Card, Trouble> {
    let bytes = BASE64_STANDARD.decode(text);
    read(&bytes.map_err(|_| Trouble::Other("card-layout", Vec::new()))?)
}

/// A card is read only if both have signed it.
fn read(bytes: &[u8]) -> Result<Card, Trouble> {
    Card::read(bytes).map_err(|error| Trouble::Other(error.key(), Vec::new()))
}

fn as_json(card: &Card) -> Json {
    let week = card.week();
    let holders = card.holders().iter().map(|holder| {
        let sealing: Vec<_> = holder.sealing.iter().map(ToString::to_string).collect();
        json!({
            "name": holder.name,
            "key": holder.key.to_string(),
            "sealing": sealing,
        })
    });
    let places: Vec<_> = card.places().iter().map(|place| place.id()).collect();
    json!({
        "campaign": card.campaign(),
        "week": {
            "id": week.id(),
            "from": week.from().to_string(),
            "to": week.to().to_string(),
        },
        "destroyed": destroyed_after(week).to_string(),
        "setting": card.setting().id(),
        "minimum": card.minimum(),
        "pack": card.pack().id,
        "version": card.pack().version,
        "places": places,
        "holders": holders.collect::<Vec<_>>(),
        "signed": true,
    })
}

fn text(card: &Card, words: &Words) {
    let week = card.week();
    let places = card.places().iter().map(|place| place_name(*place, words));
    let head = msg::CardHead {
        campaign: card.campaign().into(),
        from: Value::Date(week.from()),
        to: Value::Date(week.to()),
    };
    say(&head.say(words));
    let asked = msg::CardAsked {
        pack: card.pack().id.into(),
        minimum: card.minimum().into(),
        places: places.collect::<Vec<_>>().join(", ").into(),
    };
    say(&asked.say(words));
    for holder in card.holders() {
        let signed = msg::CardSigned {
            name: holder.name.as_str().into(),
            key: holder.key.to_string().into(),
        };
        say(&signed.say(words));
    }
    let last = Value::Date(destroyed_after(week));
    say(&msg::CardDestroyed { last }.say(words));
}
