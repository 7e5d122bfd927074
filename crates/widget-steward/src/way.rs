//! The second holder's way to the hub from a page, and what can be in it.

use std::cell::Cell;

use base64::{Engine, prelude::BASE64_STANDARD};
use swansfeet_embed::Context as Edge;
use swansfeet_embed::json::Writer;
use swansfeet_embed::net::{Ask, Reply as Came};
use swansfeet_wellbeing::identity::Identity;
use swansfeet_wellbeing::second::Hub;
use swansfeet_wellbeing::talk::{Order, Reply, Signed};

use crate::gate::Gate;

/// How long the page may be kept from its person, in milliseconds: a check-in on a slow phone comes on
/// top, and 50 is what is felt.
const SLICE: f64 = 16.0;

/// Why there is no reply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// No answer came.
    Silent,
    /// The hub has no such check-in.
    NoCampaign,
    /// The hub knows another second holder.
    OtherKey,
    /// The clocks differ.
    Clock,
    /// The hub refuses, in its own words.
    Refused(String),
    /// What answers is no hub, or another version of one.
    Other,
}

/// The hub of this page, for one campaign.
pub struct Way<'a> {
    edge: &'a Edge,
    identity: &'a Identity,
    campaign: &'a str,
    /// When the page last had its turn.
    since: Cell<f64>,
}

impl<'a> Way<'a> {
    /// The way from a page.
    #[must_use]
    pub fn new(edge: &'a Edge, identity: &'a Identity, campaign: &'a str) -> Self {
        let since = Cell::new(edge.page().now());
        Self {
            edge,
            identity,
            campaign,
            since,
        }
    }
}

impl Hub for Way<'_> {
    type Error = Failure;

    async fn ask(&self, order: Order) -> Result<Reply, Failure> {
        let page = self.edge.page();
        let signed = Signed {
            campaign: self.campaign.to_owned(),
            at: (page.now() / 1_000.0) as u64,
            order,
        };
        let order = BASE64_STANDARD.encode(signed.to_bytes(self.identity));
        let came = Gate::new();
        let ask = Ask {
            url: [page.hub(), "/api/wellbeing/", self.campaign, "/second"].concat(),
            body: Some(Writer::object().text("order", &order).finish()),
            fresh: false,
        };
        page.ask(ask, came.callback());
        let came = came.taken().await;
        self.since.set(page.now());
        read(&came)
    }

    async fn breathe(&self) {
        let page = self.edge.page();
        if page.now() - self.since.get() >= SLICE {
            let turn = Gate::new();
            page.later(0, turn.callback());
            turn.taken().await;
            self.since.set(page.now());
        }
    }
}

fn read(came: &Came) -> Result<Reply, Failure> {
    if came.status == 0 {
        return Err(Failure::Silent);
    }
    if came.status != 200 {
        let error = came.body.at("error");
        let code = error.at("code").text();
        return Err(match code.as_deref() {
            Some("no-such-campaign") => Failure::NoCampaign,
            Some("not-the-second-holder") => Failure::OtherKey,
            Some("clocks-differ") => Failure::Clock,
            Some(_) => Failure::Refused(error.at("message").text().unwrap_or_default()),
            None => Failure::Other,
        });
    }
    let reply = came.body.at("reply").text();
    let reply = reply.and_then(|reply| BASE64_STANDARD.decode(reply).ok());
    reply
        .and_then(|reply| Reply::read(&reply))
        .ok_or(Failure::Other)
}
