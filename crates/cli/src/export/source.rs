//! Where sealed records come from: the store, page by page, or a file that was written on the hub.

use std::fs::File;
use std::io::{self, BufReader, Write};
use std::path::{Path, PathBuf};

use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD as BASE64;
use swansfeet_api::sealed::{self, Epoch, Head, Organiser, Record, VERSION, Wrapped};
use swansfeet_demands::Campaign;
use swansfeet_demands::seal::PublicKey;
use swansfeet_demands::text::Slug;
use swansfeet_hub::organise::{self, Desk};
use swansfeet_hub::store::Store;
use swansfeet_hub::store::model::{
    Bound, CampaignRow, EpochRow, Id, OrganiserRow, SealedRow, Stage, Whose, WrappedRow,
};

use super::person::{hex, unhex};
use crate::lines::{Line, Lines};
use crate::office::{Trouble, now};

/// Records in one page: about a megabyte.
const PAGE: u32 = 1_000;

/// What must be known to open records.
pub(crate) struct Facts {
    pub(crate) row: CampaignRow,
    pub(crate) campaign: Campaign,
    pub(crate) organisers: Vec<OrganiserRow>,
    pub(crate) wrapped: Vec<WrappedRow>,
    /// How many records there are, where that is known.
    pub(crate) count: Option<u64>,
    /// The partner whose copies they are.
    pub(crate) partner: Option<String>,
}

/// Where sealed records come from.
pub(crate) enum Source<'a> {
    /// The store; after this id.
    Store(Facts, &'a dyn Store, Option<Id>),
    /// A file; its path, for messages.
    File(Facts, Lines<BufReader<File>>, PathBuf),
}

impl<'a> Source<'a> {
    pub(crate) async fn store(
        store: &'a dyn Store,
        campaign: &Slug,
        partner: Option<&str>,
    ) -> Result<Source<'a>, Trouble> {
        let row = Desk::new(store, campaign, organise::HUB, now())
            .row()
            .await?;
        let totals = store.totals(&row.slug).await?;
        let facts = Facts {
            campaign: organise::read(&row)?,
            organisers: store.organisers(&row.slug).await?,
            wrapped: store.wrapped(&row.slug).await?,
            count: partner.is_none().then_some(totals.counted),
            partner: partner.map(str::to_owned),
            row,
        };
        Ok(Source::Store(facts, store, None))
    }

    pub(crate) fn file(
        path: &Path,
        campaign: &Slug,
        partner: Option<&str>,
    ) -> Result<Source<'static>, Trouble> {
        let trouble = |why| Trouble::File(path.to_owned(), why);
        let file = File::open(path).map_err(trouble)?;
        let mut lines = Lines::new(BufReader::with_capacity(1 << 16, file));
        let head = match lines.next().map_err(trouble)? {
            Some(Line::Text(line)) => sealed::read::<Head>(line).ok(),
            _ => None,
        };
        let file = path.display().to_string();
        let head = head.filter(|head| head.swansfeet_records == VERSION);
        let not_ours = || Trouble::Other("error-export-not-records", vec![("file", file.clone())]);
        let facts = head.ok_or_else(not_ours).and_then(facts)?;
        if facts.row.slug != campaign.as_str() || facts.partner.as_deref() != partner {
            let whose = facts
                .partner
                .map_or_else(String::new, |id| format!(" --partner {id}"));
            let holds = format!("{}{whose}", facts.row.slug);
            let arguments = vec![("file", file), ("holds", holds)];
            return Err(Trouble::Other("error-export-other-records", arguments));
        }
        Ok(Source::File(facts, lines, path.to_owned()))
    }

    pub(crate) const fn facts(&self) -> &Facts {
        match self {
            Source::Store(facts, ..) | Source::File(facts, ..) => facts,
        }
    }

    /// The next page; empty at the end.
    pub(crate) async fn page(&mut self) -> Result<Vec<SealedRow>, Trouble> {
        match self {
            Source::Store(facts, store, after) => {
                let whose = facts
                    .partner
                    .as_deref()
                    .map_or(Whose::Organisers, Whose::Partner);
                let page = store.records(&facts.row.slug, whose, *after, PAGE).await?;
                *after = page.last().map(|row| row.id).or(*after);
                Ok(page)
            }
            Source::File(_, lines, path) => {
                let mut page = Vec::new();
                while page.len() < PAGE as usize {
                    let line = lines
                        .next()
                        .map_err(|why| Trouble::File(path.clone(), why))?;
                    match line {
                        None => break,
                        Some(Line::Text("")) => {}
                        Some(line) => page.push(row(&line)),
                    }
                }
                Ok(page)
            }
        }
    }
}

/// A line of a file. One that is no record becomes one that does not open, so that it is counted
/// and named, and the rest go on.
fn row(line: &Line<'_>) -> SealedRow {
    let record = match line {
        Line::Text(line) => sealed::read::<Record>(line).ok(),
        _ => None,
    };
    let whole = record.and_then(|record| {
        Some(SealedRow {
            id: Id(unhex(&record.id)?),
            bound: Bound {
                epoch: record.epoch,
                demands: unhex(&record.demands)?,
                consent: record.consent,
                partner: record.partner,
            },
            day: record.day.parse().ok()?,
            record: BASE64.decode(record.record).ok()?,
        })
    });
    whole.unwrap_or_else(|| SealedRow {
        id: Id([0; 16]),
        bound: Bound {
            epoch: 0,
            demands: [0; 32],
            consent: 0,
            partner: None,
        },
        day: chrono::NaiveDate::default(),
        record: Vec::new(),
    })
}

fn facts(head: Head) -> Result<Facts, Trouble> {
    let campaign = Campaign::from_toml(&head.file).map_err(organise::Error::File)?;
    let key = |text: &str| {
        let key = PublicKey::read(text).map_err(organise::Error::KeyFile)?;
        Ok::<_, organise::Error>(key.to_bytes())
    };
    let mut epochs = Vec::new();
    for Epoch { epoch, public } in &head.epochs {
        epochs.push(EpochRow {
            epoch: *epoch,
            public: key(public)?,
            proven: true,
            made: chrono::NaiveDate::default(),
        });
    }
    let mut organisers = Vec::new();
    for Organiser { id, public } in head.organisers {
        organisers.push(OrganiserRow {
            id,
            public: key(&public)?,
            added: chrono::NaiveDate::default(),
        });
    }
    let wrapped = head.wrapped.into_iter().map(|copy| WrappedRow {
        epoch: copy.epoch,
        organiser: copy.organiser,
        // What is no base64 does not open either.
        sealed: BASE64.decode(copy.sealed).unwrap_or_default(),
    });
    Ok(Facts {
        wrapped: wrapped.collect(),
        row: CampaignRow {
            slug: head.campaign,
            file: head.file,
            stage: Stage::Open,
            version: 0,
            epochs,
        },
        campaign,
        organisers,
        count: head.count,
        partner: head.partner,
    })
}

/// Writes the first line of a file of records.
pub(crate) fn write_head(out: &mut impl Write, facts: &Facts) -> io::Result<()> {
    let public = |bytes: &[u8; 32]| PublicKey::from_bytes(bytes).to_string();
    let epochs = facts.row.epochs.iter().map(|row| Epoch {
        epoch: row.epoch,
        public: public(&row.public),
    });
    let organisers = facts.organisers.iter().map(|row| Organiser {
        id: row.id.clone(),
        public: public(&row.public),
    });
    let wrapped = facts.wrapped.iter().map(|row| Wrapped {
        epoch: row.epoch,
        organiser: row.organiser.clone(),
        sealed: BASE64.encode(&row.sealed),
    });
    let head = Head {
        swansfeet_records: VERSION,
        campaign: facts.row.slug.clone(),
        file: facts.row.file.clone(),
        partner: facts.partner.clone(),
        count: facts.count,
        epochs: epochs.collect(),
        organisers: organisers.collect(),
        wrapped: wrapped.collect(),
    };
    sealed::write(out, &head)
}

/// Writes one record.
pub(crate) fn write_record(out: &mut impl Write, row: &SealedRow) -> io::Result<()> {
    let record = Record {
        id: hex(&row.id.0),
        epoch: row.bound.epoch,
        demands: hex(&row.bound.demands),
        consent: row.bound.consent,
        partner: row.bound.partner.clone(),
        day: row.day.to_string(),
        record: BASE64.encode(&row.record),
    };
    sealed::write(out, &record)
}
