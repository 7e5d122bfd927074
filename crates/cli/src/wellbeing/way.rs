//! The second holder's way to a hub: signed orders over https, and what went wrong in words.

use std::time::Duration;

use base64::{Engine, prelude::BASE64_STANDARD};
use serde_json::{Value, json};
use swansfeet_hub::meetings::{Called, FetchError, Fetcher};
use swansfeet_wellbeing::identity::Identity;
use swansfeet_wellbeing::second::Hub;
use swansfeet_wellbeing::talk::{Order, Reply, Signed};
use url::{Host, Url};

use crate::office::{Trouble, now};

/// How long one answer may take: a page of check-ins takes a hub well under a second.
const LIMIT: Duration = Duration::from_secs(60);

/// A hub's check-in of one campaign.
pub(super) struct Line {
    fetcher: Fetcher,
    address: String,
    campaign: String,
}

impl Line {
    /// The line to a hub. Only this machine is spoken to without https.
    pub(super) fn new(hub: &str, campaign: &str) -> Result<Line, Trouble> {
        let address = hub.trim_end_matches('/');
        let url = Url::parse(address).ok().filter(Url::has_host);
        let Some(url) = url else {
            return Err(told("error-hub-address", vec![("hub", hub.to_owned())]));
        };
        if url.scheme() != "https" && !(url.scheme() == "http" && is_here(&url)) {
            return Err(told("error-hub-not-https", vec![("hub", hub.to_owned())]));
        }
        Ok(Line {
            fetcher: Fetcher::new(true, LIMIT),
            address: format!("{address}/api/wellbeing/{campaign}"),
            campaign: campaign.to_owned(),
        })
    }

    /// What the hub says of the campaign's check-in.
    pub(super) async fn document(&self) -> Result<Value, Trouble> {
        let called = self.fetcher.call(&self.address, None).await;
        self.answer(called)
    }

    /// The second holder at this line.
    pub(super) fn of<'a>(&'a self, identity: &'a Identity) -> Way<'a> {
        Way {
            line: self,
            identity,
        }
    }

    fn answer(&self, called: Result<Called, FetchError>) -> Result<Value, Trouble> {
        let called = called.map_err(|error| down(&error))?;
        let said: Option<Value> = serde_json::from_slice(&called.body).ok();
        match (called.status, said) {
            (200, Some(said)) => Ok(said),
            (status, said) => Err(self.refused(status, said.as_ref())),
        }
    }

    fn refused(&self, status: u16, said: Option<&Value>) -> Trouble {
        let of = |field: &str| said.and_then(|said| said["error"][field].as_str());
        let campaign = || vec![("campaign", self.campaign.clone())];
        match of("code") {
            Some("no-such-campaign") => told("error-hub-no-campaign", campaign()),
            Some("not-the-second-holder") => told("error-hub-other-key", campaign()),
            Some("clocks-differ") => told("error-hub-clock", Vec::new()),
            Some(_) => {
                let why = of("message").unwrap_or_default().to_owned();
                told("error-hub-refused", vec![("why", why)])
            }
            None => told("error-hub-other", vec![("status", status.to_string())]),
        }
    }
}

/// Whether nothing on the way there can listen: it is this machine.
fn is_here(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}

fn told(key: &'static str, arguments: Vec<(&'static str, String)>) -> Trouble {
    Trouble::Other(key, arguments)
}

fn down(error: &FetchError) -> Trouble {
    let key = match error {
        FetchError::NoSuchHost => "error-hub-no-host",
        FetchError::Certificate => "error-hub-certificate",
        FetchError::Slow(_) => "error-hub-slow",
        FetchError::CutOff => "error-hub-cut-off",
        FetchError::TooLarge(_) => "error-hub-too-large",
        _ => "error-hub-down",
    };
    told(key, Vec::new())
}

/// A second holder at a line.
pub(super) struct Way<'a> {
    line: &'a Line,
    identity: &'a Identity,
}

impl Hub for Way<'_> {
    type Error = Trouble;

    async fn ask(&self, order: Order) -> Result<Reply, Trouble> {
        let signed = Signed {
            campaign: self.line.campaign.clone(),
            at: u64::try_from(now().0).unwrap_or_default(),
            order,
        };
        let order = BASE64_STANDARD.encode(signed.to_bytes(self.identity));
        let body = json!({ "order": order }).to_string();
        let address = format!("{}/second", self.line.address);
        let called = self.line.fetcher.call(&address, Some(body)).await;
        let said = self.line.answer(called)?;
        let reply = said["reply"].as_str();
        let reply = reply.and_then(|reply| BASE64_STANDARD.decode(reply).ok());
        let reply = reply.and_then(|reply| Reply::read(&reply));
        reply.ok_or_else(|| told("error-hub-other", vec![("status", "200".to_owned())]))
    }
}
