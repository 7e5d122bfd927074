//! A page to be printed and handed over: the demands, how many stand behind them and where, and the
//! names of those who chose to show them. Everybody else is counted and not named.

use std::fmt::Write as _;
use std::io;
use std::path::{Path, PathBuf};

use swansfeet_demands::Campaign;
use swansfeet_demands::count::{self, partition};
use swansfeet_demands::signature::PublicName;
use swansfeet_places::Region;
use swansfeet_words::Words;

use super::person::Person;
use super::{Sheet, put, start};
use crate::html::{escaped, page_end, page_start};
use crate::office::{Output, Trouble, number};
use crate::words::msg;

const STYLE: &str = "
@page { size: A4; margin: 18mm 16mm 20mm; @bottom-center { content: counter(page) ' / ' counter(pages); font: 9pt system-ui, sans-serif } }
body { font: 11pt/1.45 Georgia, serif; max-width: 46em; margin: 2em auto; padding: 0 1em; color: #000; background: #fff }
h1, h2, h3 { font-family: system-ui, sans-serif; line-height: 1.2; break-after: avoid }
.count { font: 700 20pt/1.2 system-ui, sans-serif }
article { break-inside: avoid }
table { border-collapse: collapse }
th, td { border-bottom: 1px solid #999; padding: .2em 1em .2em 0; text-align: left }
td { text-align: right; font-variant-numeric: tabular-nums }
.names { columns: 3; column-gap: 2em; padding: 0; list-style: none; font-size: 9.5pt }
.names li { break-inside: avoid }
@media print { body { margin: 0; max-width: none; padding: 0 } .names { break-before: page } }
";

/// Names go into a file of their own first: what stands before them on the page is known only when
/// all have been counted.
pub(super) struct Html {
    path: PathBuf,
    names: Output,
    names_path: PathBuf,
    out: Output,
    campaign: Campaign,
    words: Words,
    total: u64,
    shown: u64,
    regions: [u32; Region::ALL.len()],
    nowhere: u32,
}

impl Html {
    pub(super) fn start(
        path: &Path,
        campaign: Campaign,
        words: Words,
        _: &Words,
    ) -> Result<Html, Trouble> {
        let out = start(path)?;
        let mut names_path = path.as_os_str().to_owned();
        names_path.push(".names");
        let names_path = PathBuf::from(names_path);
        Ok(Html {
            path: path.to_owned(),
            names: start(&names_path)?,
            names_path,
            out,
            campaign,
            words,
            total: 0,
            shown: 0,
            regions: [0; Region::ALL.len()],
            nowhere: 0,
        })
    }

    /// The name as its bearer chose to show it.
    fn shown_name(&self, person: &Person) -> Option<String> {
        let name = person.name.as_deref()?;
        match person.public? {
            PublicName::Hidden => None,
            PublicName::Full => Some(escaped(name)),
            PublicName::FirstAndRole => {
                let first = name.split(' ').next().unwrap_or(name);
                let role = person.category.as_ref();
                let role = role.and_then(|id| self.campaign.category(id.as_str()));
                let role = role.map_or("", |role| role.name.in_language(self.words.lang()));
                Some(format!("{}, {}", escaped(first), escaped(role)))
            }
        }
    }

    /// Everything that stands before the names.
    fn front(&self) -> String {
        let (words, lang) = (&self.words, self.words.lang());
        let campaign = &self.campaign;
        let name = campaign.name.in_language(lang);
        let mut page = page_start(lang, name, STYLE);
        let count = msg::HandoverCount {
            count: number(self.total),
        }
        .say(words);
        let introduction = campaign.introduction.in_language(lang);
        let _ = write!(
            page,
            "<h1>{}</h1>\n<p>{}</p>\n<p class=\"count\">{}</p>\n<h2>{}</h2>\n",
            escaped(name),
            escaped(introduction),
            escaped(&count),
            escaped(&words.get(msg::HANDOVER_DEMANDS)),
        );
        for (at, demand) in campaign.demands.iter().enumerate() {
            let _ = writeln!(
                page,
                "<article><h3>{}. {}</h3><p>{}</p></article>",
                at + 1,
                escaped(demand.title.in_language(lang)),
                escaped(demand.text.in_language(lang)),
            );
        }
        self.table(&mut page);
        let hidden = msg::HandoverHidden {
            count: number(self.total - self.shown),
        };
        let _ = write!(
            page,
            "<h2>{}</h2>\n<p>{}</p>\n<ul class=\"names\">\n",
            escaped(&words.get(msg::HANDOVER_NAMES)),
            escaped(&hidden.say(words)),
        );
        page
    }

    /// How many in each region, small numbers hidden.
    fn table(&self, page: &mut String) {
        let words = &self.words;
        let title = escaped(&words.get(msg::HANDOVER_REGIONS));
        let _ = write!(page, "<h2>{title}</h2>\n<table>\n");
        let mut counts = self.regions.to_vec();
        counts.push(self.nowhere);
        let regions = Region::ALL.iter().map(|region| region.name().to_owned());
        let names = regions.chain([words.get(msg::HANDOVER_ELSEWHERE)]);
        for (name, cell) in names.zip(partition(&counts, &[])) {
            let cell = match cell {
                count::Cell::Count(count) => words.number(&count.into()),
                count::Cell::Hidden => "–".to_owned(),
            };
            let _ = writeln!(
                page,
                "<tr><th scope=\"row\">{}</th><td>{cell}</td></tr>",
                escaped(&name)
            );
        }
        let note = escaped(&words.get(msg::HANDOVER_SMALL));
        let _ = write!(page, "</table>\n<p>{note}</p>\n");
    }
}

impl Sheet for Html {
    fn person(&mut self, person: &Person) -> io::Result<()> {
        self.total += 1;
        let region = person.areas.region.as_deref();
        let region = Region::ALL
            .iter()
            .position(|known| Some(known.id()) == region);
        // A region that nobody knows is a signer's own invention.
        *region.map_or(&mut self.nowhere, |at| &mut self.regions[at]) += 1;
        if let Some(name) = self.shown_name(person) {
            self.shown += 1;
            put(&mut self.names, &format!("<li>{name}</li>\n"))?;
        }
        Ok(())
    }

    fn finish(self: Box<Self>) -> Result<(), Trouble> {
        let front = self.front();
        let Html {
            path,
            names,
            names_path,
            mut out,
            ..
        } = *self;
        let trouble = |why| Trouble::File(path.clone(), why);
        put(&mut out, &front).map_err(trouble)?;
        names
            .copy_into(&mut out)
            .map_err(|why| Trouble::File(names_path, why))?;
        put(&mut out, "</ul>\n").map_err(trouble)?;
        put(&mut out, page_end()).map_err(trouble)?;
        out.finish()
    }
}
