//! `swansfeet campaign records`: sealed records in a file, for a machine where the key is.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use swansfeet_demands::text::Slug;

use super::slug;
use crate::export::{Source, write_head, write_record};
use crate::office::{Done, Office, Output, number};
use crate::words::msg;

/// Options of `swansfeet campaign records`.
#[derive(Args, Debug)]
pub(super) struct Records {
    /// The campaign
    #[arg(value_parser = slug, value_name = "SLUG")]
    campaign: Slug,

    /// The new file (JSON Lines); never overwritten
    #[arg(long, value_name = "FILE")]
    out: PathBuf,

    /// The copies that this partner may have
    #[arg(long, value_parser = slug, value_name = "ID")]
    partner: Option<Slug>,
}

impl Records {
    pub(super) async fn run(self, office: &Office, actor: &str) -> Done {
        let desk = office.desk_of(&self.campaign, actor).await?;
        let partner = self.partner.as_ref().map(Slug::as_str);
        let mut source = Source::store(office.store(), &self.campaign, partner).await?;
        let mut out = Output::start(&self.out)?;
        write_head(&mut out, source.facts()).map_err(|why| out.trouble(why))?;
        let mut count = 0_u64;
        loop {
            let page = source.page().await?;
            if page.is_empty() {
                break;
            }
            for row in &page {
                write_record(&mut out, row).map_err(|why| out.trouble(why))?;
                count += 1;
            }
        }
        out.finish()?;
        let whose = partner.map_or_else(String::new, |id| format!(", copies of {id}"));
        desk.log("records", format!("{count} sealed{whose}"))
            .await?;
        let file = self.out.display().to_string().into();
        let sentence = msg::CampaignRecords {
            count: number(count),
            file,
        };
        office.say(&sentence.say(&office.words));
        Ok(ExitCode::SUCCESS)
    }
}
