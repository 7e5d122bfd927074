//! Every rate in force on a day, as JSON.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;
use swansfeet_pay::rates::Quoted;
use swansfeet_pay::{HourlyRate, Money, Rates, Status};

use super::decimals::{money, rate};

/// One rate.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Rate {
    /// Which: `minimum_wage`, `apprentice`, `accommodation_offset`, `living_wage_uk`, …
    pub rate: &'static str,
    /// The lowest age, for the minimum wage.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at_least: Option<u16>,
    /// The age at which the next band begins.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub below: Option<u16>,
    /// Pounds; null where there is one that is not known here.
    pub pounds: Option<String>,
    /// What it is for: `hour`, `day` or `mile`.
    pub per: &'static str,
    /// Since when; for the Real Living Wage, when it was announced.
    pub from: String,
    /// Whether a newer one was due by then that is not known here.
    pub newer_due: bool,
    /// How sure we are.
    pub status: &'static str,
    /// Where it was read.
    pub source: &'static str,
}

/// Every rate in force on a day; none where the day is outside what is known.
#[must_use]
pub fn rates_on(rates: &Rates, day: NaiveDate) -> Vec<Rate> {
    let mut list = Vec::new();
    minimum(rates, day, &mut list);
    if let Some((uk, london)) = rates.living_wage_on(day) {
        list.push(quoted("living_wage_uk", uk));
        list.push(quoted("living_wage_london", london));
    }
    list.extend(
        rates
            .care_scotland_on(day)
            .map(|q| quoted("care_minimum_scotland", q)),
    );
    list.extend(
        rates
            .care_wales_on(day)
            .map(|q| quoted("care_minimum_wales", q)),
    );
    if let Some(mileage) = rates.mileage_on(day) {
        let per_mile = |name, pounds| Rate {
            per: "mile",
            ..hourly(
                name,
                Some(pounds),
                mileage.from,
                mileage.status,
                mileage.source,
            )
        };
        list.push(per_mile("hmrc_mileage_first_10000", mileage.first));
        list.push(per_mile("hmrc_mileage_over_10000", mileage.over));
    }
    list
}

fn minimum(rates: &Rates, day: NaiveDate, list: &mut Vec<Rate>) {
    let Some(wage) = rates.minimum_on(day) else {
        return;
    };
    let of_wage = |name, pounds| hourly(name, pounds, wage.from(), wage.status(), wage.source());
    for band in wage.bands() {
        list.push(Rate {
            at_least: Some(band.at_least),
            below: band.below,
            ..of_wage("minimum_wage", Some(band.rate))
        });
    }
    // Before October 2010 apprentices had none, which is no rate that is not known.
    list.extend(
        wage.apprentice()
            .map(|rate| of_wage("apprentice", Some(rate))),
    );
    let Money(offset) = wage.offset();
    let offset = of_wage("accommodation_offset", Some(HourlyRate(offset)));
    list.push(Rate {
        pounds: Some(money(wage.offset())),
        per: "day",
        ..offset
    });
}

fn quoted(name: &'static str, quoted: Quoted) -> Rate {
    Rate {
        newer_due: quoted.newer_due,
        ..hourly(name, quoted.rate, quoted.from, quoted.status, quoted.source)
    }
}

fn hourly(
    name: &'static str,
    pounds: Option<HourlyRate>,
    from: NaiveDate,
    status: Status,
    source: &'static str,
) -> Rate {
    Rate {
        rate: name,
        at_least: None,
        below: None,
        pounds: pounds.map(rate),
        per: "hour",
        from: from.to_string(),
        newer_due: false,
        status: status.name(),
        source,
    }
}
