//! `swansfeet campaign counts`.

use std::process::ExitCode;

use clap::{Args, ValueEnum};
use swansfeet_api::counts::{Cell, Report};
use swansfeet_demands::text::Slug;
use swansfeet_hub::organise::{self, HUB};
use swansfeet_hub::store::model::{Dimension, Totals};
use swansfeet_places::{Area, Region};
use swansfeet_words::Words;

use super::life::or_none;
use super::{slug, table};
use crate::office::{Done, Office, number};
use crate::words::msg;

/// Options of `swansfeet campaign counts`.
#[derive(Args, Debug)]
pub(super) struct Counts {
    /// The campaign
    #[arg(value_parser = slug, value_name = "SLUG")]
    campaign: Slug,

    /// A table by day, partner, area…
    #[arg(long, value_enum, value_name = "WHAT")]
    by: Option<By>,

    /// As JSON
    #[arg(long)]
    json: bool,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum By {
    Day,
    Partner,
    Area,
    Region,
    Nation,
    Role,
    Demand,
    Language,
}

impl By {
    const fn dimension(self) -> Dimension {
        match self {
            By::Day => Dimension::Day,
            By::Partner => Dimension::Partner,
            By::Area => Dimension::Area,
            By::Region => Dimension::Region,
            By::Nation => Dimension::Nation,
            By::Role => Dimension::Category,
            By::Demand => Dimension::Demand,
            By::Language => Dimension::Language,
        }
    }
}

impl Counts {
    pub(super) async fn run(self, office: &Office, _actor: &str) -> Done {
        let desk = office.desk(&self.campaign, HUB);
        let by = self.by.map(By::dimension);
        let counts = desk.counts(by).await?;
        if self.json {
            office.say(&self.json(&counts).to_json());
        } else {
            self.text(office, &counts);
        }
        Ok(ExitCode::SUCCESS)
    }

    fn json(&self, counts: &organise::Counts) -> Report {
        let cells = counts.lines.iter().map(|line| Cell {
            id: line.key.clone(),
            count: line.count,
        });
        let by = self.by.as_ref().and_then(ValueEnum::to_possible_value);
        Report {
            campaign: self.campaign.to_string(),
            counted: counts.totals.counted,
            pending: counts.totals.pending,
            held: counts.totals.held,
            quarantined: counts.totals.quarantined,
            by: by.as_ref().map(|by| by.get_name().to_owned()),
            cells: self.by.map(|_| cells.collect()),
        }
    }

    /// Places by their names, the rest by their ids. JSON has ids alone.
    fn name(&self, key: &str, words: &Words) -> String {
        let name = match self.by {
            Some(By::Area) => Area::by_code(key).map(Area::name),
            Some(By::Region) => Region::by_id(key).map(Region::name),
            _ => None,
        };
        match name {
            Some(name) => format!("{name} ({key})"),
            None => or_none(key, words),
        }
    }

    fn text(&self, office: &Office, counts: &organise::Counts) {
        let words = &office.words;
        office.say(&totals(&counts.totals, words));
        let lines: Vec<[String; 2]> = counts
            .lines
            .iter()
            .map(|line| [self.name(&line.key, words), count(line.count, words)])
            .collect();
        for line in table::lined_up(&lines) {
            office.say(&format!("  {line}"));
        }
        if counts.lines.iter().any(|line| line.count.is_none()) {
            office.say(&words.get(msg::CAMPAIGN_HIDDEN_NOTE));
        }
    }
}

/// How many signatures there are of each kind, in a sentence.
pub(super) fn totals(totals: &Totals, words: &Words) -> String {
    let sentence = msg::CampaignTotals {
        counted: number(totals.counted),
        pending: number(totals.pending),
        held: number(totals.held),
        quarantined: number(totals.quarantined),
    };
    sentence.say(words)
}

fn count(count: Option<u32>, words: &Words) -> String {
    count.map_or_else(|| "–".to_owned(), |count| words.number(&count.into()))
}
