//! Counts for people, small cells hidden: a table on somebody's desk is soon a table on a website.

use swansfeet_demands::count::{Cell, marks, partition};

use super::{Desk, Error};
use crate::store::model::{Dimension, Totals};

/// A table of counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counts {
    /// How many signatures there are.
    pub totals: Totals,
    /// The lines, in the store's order; empty where no table was asked for.
    pub lines: Vec<Line>,
}

/// A line of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The day, area, category… as the store has it; empty for none.
    pub key: String,
    /// How many; none where it is hidden.
    pub count: Option<u32>,
}

impl Desk<'_> {
    /// Totals, and the table by a dimension. What is hidden stays hidden while any cell is small,
    /// here and on the hub's pages alike.
    ///
    /// # Errors
    /// There is no such campaign.
    pub async fn counts(&self, by: Option<Dimension>) -> Result<Counts, Error> {
        self.row().await?;
        let totals = self.store.totals(self.slug()).await?;
        let lines = match by {
            Some(by) => self.table(by, &totals).await?,
            None => Vec::new(),
        };
        Ok(Counts { totals, lines })
    }

    async fn table(&self, by: Dimension, totals: &Totals) -> Result<Vec<Line>, Error> {
        let table = self.store.table(self.slug(), by).await?;
        let counts: Vec<u32> = table.iter().map(|(_, count)| small(*count)).collect();
        let cells = if by == Dimension::Demand {
            marks(&counts, small(totals.counted))
        } else {
            let before = self.store.hidden(self.slug(), by).await?;
            let before: Vec<bool> = table.iter().map(|(key, _)| before.contains(key)).collect();
            partition(&counts, &before)
        };
        let lines: Vec<Line> = table
            .into_iter()
            .zip(cells)
            .map(|((key, _), cell)| Line {
                key,
                count: match cell {
                    Cell::Count(count) => Some(count),
                    Cell::Hidden => None,
                },
            })
            .collect();
        let hidden = lines.iter().filter(|line| line.count.is_none());
        let hidden: Vec<String> = hidden.map(|line| line.key.clone()).collect();
        self.store.set_hidden(self.slug(), by, &hidden).await?;
        Ok(lines)
    }
}

fn small(count: u64) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
