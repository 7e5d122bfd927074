//! A campaign's public numbers, made in the background and handed out as they are.

use std::{
    collections::{BTreeMap, HashMap},
    sync::{Arc, RwLock},
};

use chrono::NaiveDate;
use swansfeet_api::demands::{Breakdown, Cell, Count, Document, Facts, Tables};
use swansfeet_demands::count::{self, Cell as Public};
use swansfeet_places::Region;

use super::registry::Entry;
use crate::{
    prepared::Prepared,
    store::{
        Store, StoreError,
        model::{Dimension, Totals},
    },
};

/// At most ten seconds stale all told: four for the board, five in a cache, and some to spare.
const COUNT_CACHE: &str = "public, max-age=5, stale-while-revalidate=30, stale-if-error=86400";
/// It holds the count as well, and a widget shows that one first. To ask again costs a tag.
const CAMPAIGN_CACHE: &str = "public, max-age=5";
const BREAKDOWN_CACHE: &str = "public, max-age=300, stale-if-error=86400";

/// More days than any campaign of this kind has lasted; bounds the table.
const MOST_DAYS: usize = 1_100;

/// What is shown of one campaign.
#[derive(Default)]
pub(crate) struct Board {
    shown: RwLock<Option<Arc<Shown>>>,
    breakdown: RwLock<Option<Hourly>>,
}

struct Hourly {
    hour: i64,
    prepared: Prepared,
}

struct Shown {
    totals: Totals,
    goal: Option<u32>,
    count: Prepared,
    by_partner: HashMap<String, Prepared>,
    document: Prepared,
}

impl Board {
    /// How many have signed; with a partner, how many by way of it too.
    pub(crate) fn count(&self, partner: Option<&str>) -> Option<Prepared> {
        let shown = self.shown()?;
        Some(match partner {
            None => shown.count.clone(),
            Some(partner) => match shown.by_partner.get(partner) {
                Some(prepared) => prepared.clone(),
                None => counted(&shown.totals, shown.goal, Some(0)),
            },
        })
    }

    pub(crate) fn document(&self) -> Option<Prepared> {
        Some(self.shown()?.document.clone())
    }

    pub(crate) fn breakdown(&self) -> Option<Prepared> {
        let hourly = self.breakdown.read().ok()?;
        Some(hourly.as_ref()?.prepared.clone())
    }

    fn shown(&self) -> Option<Arc<Shown>> {
        self.shown.read().ok()?.clone()
    }

    /// Puts up new numbers; what has not changed keeps its tag.
    pub(crate) fn show(&self, entry: &Entry, totals: Totals, facts: Facts) {
        let goal = entry.campaign.goal;
        let document = Prepared::json(&Document::of(&entry.campaign, facts), CAMPAIGN_CACHE);
        if let Some(shown) = self.shown()
            && shown.totals == totals
            && shown.document.is_same(&document)
        {
            return;
        }
        let by_partner = totals.by_partner.iter().map(|(partner, number)| {
            let prepared = counted(&totals, goal, Some(*number));
            (partner.clone(), prepared)
        });
        let shown = Shown {
            count: counted(&totals, goal, None),
            by_partner: by_partner.collect(),
            document,
            goal,
            totals,
        };
        if let Ok(mut place) = self.shown.write() {
            *place = Some(Arc::new(shown));
        }
    }

    /// Makes the breakdown anew if another hour has begun: a table that changed with every
    /// signature would tell who it was.
    pub(crate) async fn break_down(
        &self,
        entry: &Entry,
        store: &dyn Store,
        hour: i64,
    ) -> Result<(), StoreError> {
        let done = self
            .breakdown
            .read()
            .is_ok_and(|hourly| hourly.as_ref().is_some_and(|hourly| hourly.hour == hour));
        if done {
            return Ok(());
        }
        let breakdown = breakdown(entry, store).await?;
        let prepared = Prepared::json(&breakdown, BREAKDOWN_CACHE);
        if let Ok(mut place) = self.breakdown.write() {
            *place = Some(Hourly { hour, prepared });
        }
        Ok(())
    }
}

fn counted(totals: &Totals, goal: Option<u32>, partner: Option<u64>) -> Prepared {
    let count = Count {
        count: totals.counted,
        goal,
        partner,
    };
    Prepared::json(&count, COUNT_CACHE)
}

async fn breakdown(entry: &Entry, store: &dyn Store) -> Result<Breakdown, StoreError> {
    let slug = entry.campaign.slug.as_str();
    let regions = Region::ALL.iter().map(|region| region.id().to_owned());
    let regions: Vec<String> = regions.chain([String::new()]).collect();
    let categories = entry.campaign.categories.iter();
    let categories = categories.map(|category| category.id.to_string()).collect();
    let demands: Vec<String> = entry
        .campaign
        .demands
        .iter()
        .map(|demand| demand.id.to_string())
        .collect();
    let days = store.table(slug, Dimension::Day).await?;
    let total: u64 = days.iter().map(|(_, number)| number).sum();
    let marks = store.table(slug, Dimension::Demand).await?;
    let (ids, numbers) = laid_out(demands, marks);
    let demand = cells(ids, count::marks(&numbers, small(total)));
    let tables = Tables {
        region: partitioned(store, slug, Dimension::Region, regions).await?,
        category: partitioned(store, slug, Dimension::Category, categories).await?,
        day: partitioned(store, slug, Dimension::Day, every_day(&days)).await?,
        demand,
    };
    Ok(Breakdown {
        count: total,
        tables,
    })
}

/// A table in which everybody stands once, with small cells and their companions hidden, and
/// those that were hidden before.
async fn partitioned(
    store: &dyn Store,
    slug: &str,
    by: Dimension,
    order: Vec<String>,
) -> Result<Vec<Cell>, StoreError> {
    let (ids, numbers) = laid_out(order, store.table(slug, by).await?);
    let before = store.hidden(slug, by).await?;
    let hidden_before: Vec<bool> = ids.iter().map(|id| before.contains(id)).collect();
    let public = count::partition(&numbers, &hidden_before);
    let hidden = ids.iter().zip(&public);
    let hidden: Vec<String> = hidden
        .filter(|(_, cell)| **cell == Public::Hidden)
        .map(|(id, _)| id.clone())
        .collect();
    if hidden != before {
        store.set_hidden(slug, by, &hidden).await?;
    }
    Ok(cells(ids, public))
}

/// Counts in a fixed order: which cell hides another must not depend on how many are in it. What
/// has no place in the order, such as a category that was dropped, comes after it, by name.
fn laid_out(order: Vec<String>, rows: Vec<(String, u64)>) -> (Vec<String>, Vec<u32>) {
    let mut counts: BTreeMap<String, u64> = rows.into_iter().collect();
    let mut ids = Vec::new();
    let mut numbers = Vec::new();
    for id in order {
        numbers.push(small(counts.remove(&id).unwrap_or(0)));
        ids.push(id);
    }
    for (id, number) in counts {
        ids.push(id);
        numbers.push(small(number));
    }
    (ids, numbers)
}

/// Each day from the first to the last, so that a day without anybody can hide one with few.
fn every_day(rows: &[(String, u64)]) -> Vec<String> {
    let mut days = rows.iter().filter_map(|(day, _)| day.parse().ok());
    let Some(first): Option<NaiveDate> = days.next() else {
        return Vec::new();
    };
    let last = days.next_back().unwrap_or(first);
    let days = first.iter_days().take_while(|day| *day <= last);
    days.take(MOST_DAYS).map(|day| day.to_string()).collect()
}

fn cells(ids: Vec<String>, public: Vec<Public>) -> Vec<Cell> {
    let cells = ids.into_iter().zip(public);
    cells
        .map(|(id, cell)| Cell {
            id,
            count: match cell {
                Public::Count(number) => Some(number),
                Public::Hidden => None,
            },
        })
        .collect()
}

fn small(number: u64) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_keep_their_order_and_lose_nobody() {
        let order = ["b", "a"].map(str::to_owned).to_vec();
        let rows = vec![("a".to_owned(), 1), ("dropped".to_owned(), 2)];
        let (ids, numbers) = laid_out(order, rows);
        assert_eq!(ids, ["b", "a", "dropped"]);
        assert_eq!(numbers, [0, 1, 2]);
    }

    #[test]
    fn days_without_anybody_are_in_the_table() {
        let row = |day: &str| (day.to_owned(), 1);
        let days = every_day(&[row("2026-02-27"), row("2026-03-02")]);
        assert_eq!(
            days,
            ["2026-02-27", "2026-02-28", "2026-03-01", "2026-03-02"]
        );
        assert_eq!(every_day(&[row("2026-02-27")]), ["2026-02-27"]);
        assert_eq!(every_day(&[]), [""; 0]);
    }
}
