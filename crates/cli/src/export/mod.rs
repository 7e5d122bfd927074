//! `swansfeet export`: opens sealed signatures where the key is, and writes them in a form that
//! others read. Whatever their number, a few pages of them are in memory at a time.

mod csv;
mod html;
mod openers;
mod osdi;
mod person;
mod progress;
mod source;

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use clap::{Args, ValueEnum};
use swansfeet_demands::Campaign;
use swansfeet_demands::text::Slug;
use swansfeet_hub::organise::HUB;
use swansfeet_words::Words;

use crate::campaign::slug;
use crate::office::{self, Done, Office, Output, Place, Trouble, number, read_key, say};
use crate::words::msg;
use openers::{Keys, Openers, WAITING};
use person::Person;
pub(crate) use person::unhex;
use progress::Progress;
pub(crate) use source::{Facts, Source, write_head, write_record};

/// Options of `swansfeet export`.
#[derive(Args, Debug)]
pub(crate) struct Export {
    #[command(flatten)]
    place: Place,

    /// The campaign
    #[arg(value_parser = slug, value_name = "SLUG")]
    campaign: Slug,

    /// A key: an organiser's own key file, or a recovery file. Several times where several key
    /// epochs need their own recovery file
    #[arg(long, value_name = "FILE", required = true)]
    key: Vec<PathBuf>,

    /// The form
    #[arg(long = "as", value_enum, value_name = "FORM")]
    form: Form,

    /// The new file; never overwritten
    #[arg(long, value_name = "FILE")]
    out: PathBuf,

    /// The copies that this partner may have, with the partner's own key
    #[arg(long, value_parser = slug, value_name = "ID")]
    partner: Option<Slug>,

    /// Take the records from this file, as `swansfeet campaign records` wrote it; needs no hub
    #[arg(long, value_name = "FILE")]
    records: Option<PathBuf>,

    /// Begin a CSV file with a byte order mark, without which Excel spoils accents
    #[arg(long)]
    bom: bool,
}

/// A form that others read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Form {
    /// A table for a spreadsheet; no cell of it is taken for a formula
    Csv,
    /// JSON for other campaign tools (OSDI record signature helper)
    Osdi,
    /// A page to be printed and handed over; names only as signers chose to show them
    Html,
    /// The same page; a browser prints it as PDF
    Pdf,
}

/// A file that is being filled with people.
pub(crate) trait Sheet {
    fn person(&mut self, person: &Person) -> io::Result<()>;
    fn finish(self: Box<Self>) -> Result<(), Trouble>;
}

/// What came of it.
#[derive(Default)]
struct Tally {
    written: u64,
    closed: u64,
}

/// Runs `swansfeet export`.
pub(crate) fn run(options: Export) -> ExitCode {
    let words = options.place.words();
    let place = options.place.clone();
    if options.records.is_some() {
        office::run(&words, async { options.run(None, &words).await })
    } else {
        office::run(
            &words,
            place.open(async |office| options.run(Some(&office), &office.words).await),
        )
    }
}

impl Export {
    async fn run(&self, office: Option<&Office>, words: &Words) -> Done {
        let partner = self.partner.as_ref().map(Slug::as_str);
        let mut source = match (office, &self.records) {
            (Some(office), None) => Source::store(office.store(), &self.campaign, partner).await?,
            (_, Some(path)) => Source::file(path, &self.campaign, partner)?,
            (None, None) => return Err(Trouble::Other("error-export-no-source", Vec::new())),
        };
        let (actor, keys) = self.keys(source.facts())?;
        let campaign = source.facts().campaign.clone();
        let mut sheet = self.sheet(campaign, words)?;
        let tally = fill(&mut source, Arc::new(keys), &mut *sheet, words).await?;
        sheet.finish()?;
        if let Some(office) = office {
            let desk = office.desk(&self.campaign, actor.as_deref().unwrap_or(HUB));
            let form = self.form.to_possible_value();
            let form = form.as_ref().map_or("", |form| form.get_name());
            let whose = partner.map_or_else(String::new, |id| format!(", copies of {id}"));
            let Tally { written, closed } = tally;
            let detail = format!("{form}: {written} opened, {closed} did not open{whose}");
            desk.log("export", detail).await?;
        }
        Ok(self.tell(&tally, words))
    }

    /// Who acts, and every key that the files open.
    fn keys(&self, facts: &Facts) -> Result<(Option<String>, Keys), Trouble> {
        let mut actor = None;
        let mut keys = Keys::new(self.campaign.as_str(), self.partner.as_ref());
        for path in &self.key {
            let file = read_key(path)?;
            if let Some(holder) = keys.add(&file, facts)? {
                actor = Some(holder);
            }
        }
        Ok((actor, keys))
    }

    fn sheet(&self, campaign: Campaign, words: &Words) -> Result<Box<dyn Sheet>, Trouble> {
        Ok(match self.form {
            Form::Csv => Box::new(csv::Csv::start(&self.path(), self.bom)?),
            Form::Osdi => Box::new(osdi::Osdi::start(&self.path())?),
            Form::Html | Form::Pdf => Box::new(html::Html::start(
                &self.path(),
                campaign,
                self.place.words(),
                words,
            )?),
        })
    }

    fn path(&self) -> PathBuf {
        match self.form {
            Form::Pdf => self.out.with_extension("html"),
            _ => self.out.clone(),
        }
    }

    fn tell(&self, tally: &Tally, words: &Words) -> ExitCode {
        let written = msg::ExportWritten {
            count: number(tally.written),
            file: self.path().display().to_string().into(),
        };
        say(&written.say(words));
        if self.form == Form::Pdf {
            say(&words.get(msg::EXPORT_PRINT));
        }
        if tally.closed == 0 {
            return ExitCode::SUCCESS;
        }
        let closed = number(tally.closed);
        eprintln!(
            "swansfeet: {}",
            msg::ExportClosed { count: closed }.say(words)
        );
        ExitCode::FAILURE
    }
}

/// Takes page after page from the source, has them opened on two threads, and writes them in order.
async fn fill(
    source: &mut Source<'_>,
    keys: Arc<Keys>,
    sheet: &mut dyn Sheet,
    words: &Words,
) -> Result<Tally, Trouble> {
    let mut progress = Progress::start(source.facts().count, words);
    let mut openers = Openers::start(&keys);
    let mut tally = Tally::default();
    let mut more = true;
    loop {
        while more && openers.waiting() < WAITING {
            let page = source.page().await?;
            more = !page.is_empty();
            if more {
                openers.give(page);
            }
        }
        let Some(opened) = openers.take()? else {
            progress.end();
            return Ok(tally);
        };
        for (id, opened) in opened {
            match opened {
                Ok(person) => {
                    let done = sheet.person(&person);
                    done.map_err(|why| Trouble::File(PathBuf::from("--out"), why))?;
                    tally.written += 1;
                }
                Err(why) => {
                    progress.clear();
                    let closed = msg::ExportDoesNotOpen {
                        id: id.into(),
                        why: why.into(),
                    };
                    eprintln!("{}", closed.say(words));
                    tally.closed += 1;
                }
            }
        }
        progress.at(tally.written + tally.closed);
    }
}

/// A file's bytes through a [`Output`], for sheets that write straight into it.
fn start(path: &std::path::Path) -> Result<Output, Trouble> {
    Output::start(path)
}

/// Words with commas between, as cells and fields have them.
fn listed(ids: &[Slug]) -> String {
    let ids: Vec<&str> = ids.iter().map(Slug::as_str).collect();
    ids.join(" ")
}

/// Writes text and nothing else.
fn put(out: &mut impl Write, text: &str) -> io::Result<()> {
    out.write_all(text.as_bytes())
}
