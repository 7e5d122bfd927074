//! `swansfeet campaign codes`: one-time codes and the sheet that they are printed on.

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use swansfeet_demands::text::Slug;
use swansfeet_hub::organise;

use super::{sheet, slug};
use crate::office::{Done, Office, Output, Trouble, random};
use crate::words::msg;

/// Options of `swansfeet campaign codes`.
#[derive(Args, Debug)]
pub(super) struct Codes {
    /// The campaign
    #[arg(value_parser = slug, value_name = "SLUG")]
    campaign: Slug,

    /// How many
    #[arg(long, value_name = "N")]
    count: u32,

    /// The sheet: one HTML file, to be printed
    #[arg(long, value_name = "FILE")]
    out: PathBuf,

    /// Where signers reach the hub, as its address begins; the hub's own setting if not given
    #[arg(long, value_parser = address, value_name = "URL")]
    public_url: Option<String>,
}

fn address(text: &str) -> Result<String, String> {
    let text = text.trim_end_matches('/');
    let host = text
        .strip_prefix("https://")
        .or_else(|| text.strip_prefix("http://"));
    let is_host = |host: &str| {
        let letters = |c: char| c.is_ascii_alphanumeric() || ".-:[]/_~".contains(c);
        !host.is_empty() && host.chars().all(letters)
    };
    if host.is_some_and(is_host) {
        Ok(text.to_owned())
    } else {
        Err("an address such as https://hub.example is needed".to_owned())
    }
}

impl Codes {
    pub(super) async fn run(self, office: &Office, actor: &str) -> Done {
        let desk = office.desk_of(&self.campaign, actor).await?;
        let campaign = organise::read(&desk.row().await?)?;
        let url = office.public_url(self.public_url.as_deref());
        let url = url.ok_or_else(|| Trouble::Other("error-campaign-no-url", Vec::new()))?;
        let secret = office.secret(&self.campaign)?;
        // The file first: codes that nobody has are of no use.
        let mut out = Output::start(&self.out)?;
        let codes = desk.new_codes(&secret, self.count, &mut random()).await?;
        let page = format!("{url}/w/demands?campaign={}", self.campaign);
        let sheet = sheet::html(&campaign, &page, &codes, &office.words)
            .map_err(|why| Trouble::Other("error-campaign-sheet", vec![("why", why)]))?;
        let written = out.write_all(sheet.as_bytes());
        written.map_err(|why| out.trouble(why))?;
        out.finish()?;
        let sentence = msg::CampaignCodesMade {
            count: self.count.into(),
            file: self.out.display().to_string().into(),
        };
        office.say(&sentence.say(&office.words));
        Ok(ExitCode::SUCCESS)
    }
}

#[cfg(test)]
mod tests {
    use super::address;

    #[test]
    fn only_an_address_goes_into_a_qr_code() {
        for good in [
            "https://hub.example",
            "https://hub.example/",
            "http://127.0.0.1:8080",
        ] {
            assert_eq!(address(good).as_deref(), Ok(good.trim_end_matches('/')));
        }
        for bad in [
            "",
            "hub.example",
            "https://",
            "https://a b",
            "javascript:alert(1)",
            "https://x?y=1#",
        ] {
            assert!(address(bad).is_err(), "{bad}");
        }
    }
}
