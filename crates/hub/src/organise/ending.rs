//! The end of a campaign: what would go is said first, then its secret goes, then its rows in pieces, and
//! itself last. Each step can be taken again after a crash. A line of the log stays for good.

use std::{path::Path, time::Duration};

use super::{Desk, Error};
use crate::secrets::{self, SecretError};
use crate::store::model::{LogRow, Stage, Totals};

/// The most signatures, and the most codes, that go in one transaction: a running hub waits for no more.
pub const PIECE: u32 = 1_000;
/// Between two pieces: SQLite looks every tenth of a second at the latest whether another has done writing.
pub const PAUSE: Duration = Duration::from_millis(120);
/// What the log calls it.
const END: &str = "end";
/// What the log calls it when records are handed out: in clear, or sealed.
const HANDED_OUT: [&str; 2] = ["export", "records"];

/// What would go with a campaign.
#[derive(Debug)]
pub struct Ending {
    /// Its signatures.
    pub totals: Totals,
    /// When it was closed last: seconds since the start of 1970.
    pub closed: Option<i64>,
    /// When signatures were handed out last: seconds since the start of 1970, and what the log says of it.
    pub handed_out: Option<(i64, String)>,
}

/// Why a campaign cannot be ended.
#[derive(Debug, thiserror::Error)]
pub enum EndError {
    /// It takes signatures, or takes them again.
    #[error("the campaign is open")]
    Open,
    /// Its secret does not go.
    #[error(transparent)]
    Secret(#[from] SecretError),
    /// Any other.
    #[error(transparent)]
    Other(#[from] Error),
}

/// What became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ended {
    /// Whether the database's own files hold nothing of it any more. If not, somebody was reading from
    /// them; the hub clears them within a day.
    pub cleared: bool,
}

impl Desk<'_> {
    /// What would go.
    ///
    /// # Errors
    /// There is no such campaign; it is open.
    pub async fn ending(&self) -> Result<Ending, EndError> {
        if self.row().await?.stage == Stage::Open {
            return Err(EndError::Open);
        }
        let totals = self.store.totals(self.slug()).await;
        // An earlier campaign of the same name had exports of its own.
        let lines = self.log_lines().await?.into_iter().rev();
        let own: Vec<LogRow> = lines.take_while(|line| line.action != END).collect();
        let last = |actions: &[&str]| own.iter().find(|line| actions.contains(&&*line.action));
        let handed_out = last(&HANDED_OUT);
        Ok(Ending {
            totals: totals.map_err(Error::from)?,
            closed: last(&["close"]).map(|line| line.at),
            handed_out: handed_out
                .map(|line| (line.at, format!("{}: {}", line.action, line.detail))),
        })
    }

    /// Ends the campaign for good. The secret goes first: from then on the marks say nothing, whatever
    /// happens next.
    ///
    /// # Errors
    /// There is no such campaign; it is open; its secret cannot be removed, and then nothing has gone.
    pub async fn end(&self, secrets: &Path) -> Result<Ended, EndError> {
        let totals = self.ending().await?.totals;
        secrets::destroy(secrets, self.campaign)?;
        let store = self.store;
        while store
            .end_piece(self.slug(), PIECE)
            .await
            .map_err(Error::from)?
            > 0
        {
            tokio::time::sleep(PAUSE).await;
        }
        let all = totals.counted + totals.pending + totals.held + totals.quarantined;
        let line = LogRow {
            at: self.now.0,
            campaign: self.slug().to_owned(),
            actor: self.actor.to_owned(),
            action: END.to_owned(),
            detail: format!("{all} signatures deleted, and the secret"),
        };
        let ended = store.end_campaign(self.slug(), &line).await;
        if !ended.map_err(Error::from)? {
            // Opened again, or ended by somebody else, in the meantime.
            self.row().await?;
            return Err(EndError::Open);
        }
        let cleared = store.leave_no_trace().await.map_err(Error::from)?;
        Ok(Ended { cleared })
    }

    /// Removes the secret of a campaign that was ended on another hub. Whether there was one: never of a
    /// campaign that is there, or of one that no log has seen end.
    ///
    /// # Errors
    /// The store's, and the system's.
    pub async fn end_secret(&self, secrets: &Path) -> Result<bool, EndError> {
        match self.row().await {
            Err(Error::NoSuchCampaign(_)) => {}
            Ok(_) => return Ok(false),
            Err(error) => return Err(error.into()),
        }
        let lines = self.log_lines().await?;
        let ended = lines.last().is_some_and(|line| line.action == END);
        if !ended || !secrets::path(secrets, self.campaign).exists() {
            return Ok(false);
        }
        secrets::destroy(secrets, self.campaign)?;
        Ok(true)
    }
}
