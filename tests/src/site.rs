//! A visitor's situation for the length of one case: a partner's page and a hub, each on a fresh
//! origin, so that no cache and no history of another case can help or hurt.

use anyhow::Result;

use crate::server::{
    Server,
    pages::{Partner, Settings},
    proxy::Proxy,
};

/// A partner's page with its hub.
pub struct Site {
    /// The hub as the page sees it.
    pub hub: Proxy,
    /// What the page asked for.
    pub settings: Settings,
    page: Server,
}

impl Site {
    /// Serves the page in front of the hub at `hub`.
    pub async fn open(hub: &str, partner: Partner) -> Result<Self> {
        let settings = partner.settings.clone();
        let mut faults = settings.hub.clone();
        faults.ahead.clone_from(&settings.init);
        let hub = Proxy::start(hub, faults).await?;
        let page = partner.serve(hub.origin()).await?;
        Ok(Self {
            hub,
            settings,
            page,
        })
    }

    /// Where the page is.
    #[must_use]
    pub fn address(&self) -> String {
        format!("{}/", self.page.origin)
    }

    /// Its origin.
    #[must_use]
    pub fn origin(&self) -> &str {
        &self.page.origin
    }
}
