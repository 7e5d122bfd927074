//! `swansfeet pay rates`: every rate in force on a day, with source and status.

use std::io::{self, Write};
use std::process::ExitCode;

use chrono::NaiveDate;
use clap::Args;
use swansfeet_api::pay::{Rate, rates_on};
use swansfeet_words::{Value, Words};

use crate::lines::Error;
use crate::words::{keyed, msg};

/// Options of `swansfeet pay rates`.
#[derive(Args, Debug)]
pub(crate) struct Rates {
    /// The day, such as 2026-10-01
    #[arg(long, value_name = "DATE", value_parser = day)]
    on: NaiveDate,

    /// Write the rates for people, not as JSON
    #[arg(long)]
    text: bool,
}

fn day(text: &str) -> Result<NaiveDate, String> {
    text.parse()
        .map_err(|_| "write it as 2026-10-01: year, month, day".to_owned())
}

/// Ends with 1 where there is no legal minimum for the day.
pub(crate) fn run(options: &Rates, words: &Words) -> Result<ExitCode, Error> {
    let rates = rates_on(&swansfeet_pay::Rates::built_in(), options.on);
    let known = rates.iter().any(|rate| rate.rate == "minimum_wage");
    write(options, &rates, known, words).map_err(Error::Write)?;
    Ok(if known {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

fn write(options: &Rates, rates: &[Rate], known: bool, words: &Words) -> io::Result<()> {
    let mut out = io::stdout().lock();
    let date = Value::Date(options.on);
    if !options.text {
        for rate in rates {
            serde_json::to_writer(&mut out, rate)?;
            writeln!(out)?;
        }
    } else if rates.is_empty() {
        writeln!(out, "{}", msg::RatesNone { date: date.clone() }.say(words))?;
    } else {
        writeln!(out, "{}", msg::RatesOn { date: date.clone() }.say(words))?;
        for rate in rates {
            one(&mut out, rate, words)?;
        }
    }
    if !known {
        // On standard error too, so that a script that takes the JSON hears of it.
        eprintln!("swansfeet: {}", msg::RatesNoMinimum { date }.say(words));
    }
    out.flush()
}

fn one(out: &mut impl Write, rate: &Rate, words: &Words) -> io::Result<()> {
    let key = format!("rate-{}", rate.rate.replace('_', "-"));
    let mut name = keyed(words, &key, &[]);
    if let Some(age) = age(rate, words) {
        name.push_str(", ");
        name.push_str(&age);
    }
    let amount = match rate
        .pounds
        .as_deref()
        .and_then(|pounds| pounds.parse().ok())
    {
        Some(pounds) => {
            let per = msg::RatesPer {
                per: rate.per.into(),
            }
            .say(words);
            format!("{} {per}", words.money(&pounds))
        }
        None => words.get(msg::TEXT_NOT_KNOWN),
    };
    let mut since = match rate.from.parse() {
        Ok(day) => msg::RatesSince {
            date: Value::Date(day),
        }
        .say(words),
        Err(_) => String::new(),
    };
    if rate.newer_due && rate.pounds.is_some() {
        since.push_str(", ");
        since.push_str(&words.get(msg::TEXT_NEWER_DUE));
    }
    let status = msg::TextStatus {
        status: rate.status.into(),
    }
    .say(words);
    writeln!(out, "  {name:<50} {amount:>14}  {since} ({status})")?;
    writeln!(out, "    {}", rate.source)
}

fn age(rate: &Rate, words: &Words) -> Option<String> {
    let number = |age: u16| Value::Number(age.into());
    Some(match (rate.at_least?, rate.below) {
        (0, Some(below)) => msg::RatesAgeUnder { age: number(below) }.say(words),
        (age, Some(below)) => msg::RatesAgeBetween {
            age: number(age),
            to: number(below - 1),
        }
        .say(words),
        (age, None) => msg::RatesAgeFrom { age: number(age) }.say(words),
    })
}
