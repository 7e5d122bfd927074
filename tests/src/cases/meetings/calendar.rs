//! Into a calendar that is not ours: the file that the widget hands over, read by ical.js.

use std::io::Write;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use super::visit_at;
use crate::{
    cases::cases,
    demands::Demands as Words,
    engine::root,
    runner::{Case, Outcome, Verdict, World},
};

pub(super) fn cases() -> Vec<Case> {
    cases!("meetings":
        a_series_keeps_its_hour_through_both_clock_changes,
        a_date_that_is_called_off_is_so_in_the_calendar,
    )
}

/// Writes down what would be saved as a file.
const SAVED: &str = "
    const make = URL.createObjectURL;
    URL.createObjectURL = (blob) => {
      new Response(blob).text().then((text) => { self.savedFile = text; });
      return make.call(URL, blob);
    };";

async fn saved(world: &World, button: &str) -> Result<String> {
    Words::on(&world.browser).presses(button).await?;
    let text = world
        .browser
        .wait("a file", "return self.savedFile;", Vec::new())
        .await?;
    Ok(text.as_str().context("a text")?.to_owned())
}

/// The dates that a calendar sees between two days.
fn in_a_calendar(file: &str, from: &str, to: &str) -> Result<Vec<Value>> {
    let mut reader = Command::new("node")
        .current_dir(root())
        .args(["tests/calendar.mjs", from, to])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()?;
    reader
        .stdin
        .take()
        .context("a pipe")?
        .write_all(file.as_bytes())?;
    let output = reader.wait_with_output()?;
    ensure!(output.status.success(), "ical.js cannot read {file}");
    Ok(serde_json::from_slice(&output.stdout)?)
}

fn starts(dates: &[Value]) -> Vec<&str> {
    dates
        .iter()
        .filter_map(|date| date["start"].as_str())
        .collect()
}

async fn a_series_keeps_its_hour_through_both_clock_changes(world: &World) -> Outcome {
    let (_site, _feed) = visit_at(world, "", SAVED, "").await?;
    let words = Words::on(&world.browser);
    words.says("5 meetings found.").await?;
    words.presses("More about it: Evening call").await?;
    let file = saved(world, "All its dates").await?;
    // 7.30pm in London: UTC in winter, an hour less from 29 March to 25 October 2026.
    let march = in_a_calendar(&file, "2026-03-23", "2026-04-01")?;
    ensure!(
        starts(&march) == ["2026-03-24T19:30:00.000Z", "2026-03-31T18:30:00.000Z"],
        "{march:?}"
    );
    let october = in_a_calendar(&file, "2026-10-19", "2026-10-28")?;
    ensure!(
        starts(&october) == ["2026-10-20T18:30:00.000Z", "2026-10-27T19:30:00.000Z"],
        "{october:?}"
    );
    Ok(Verdict::Passed)
}

async fn a_date_that_is_called_off_is_so_in_the_calendar(world: &World) -> Outcome {
    let mut feed = super::feed();
    feed["meetings"][0]["changed"] = serde_json::json!([
        { "on": "2026-03-31T19:30", "cancelled": true, "note": "Nobody can" },
        { "on": "2026-04-07T19:30", "start": "2026-04-08T20:00" },
    ]);
    let (_site, source) = visit_at(world, "", SAVED, "").await?;
    source.is(crate::server::feed::Mood::Well(feed.to_string()));
    world.browser.open("about:blank").await?;
    world.browser.open(&_site.address()).await?;
    let words = Words::on(&world.browser);
    words.says("5 meetings found.").await?;
    words.presses("More about it: Evening call").await?;
    let file = saved(world, "All its dates").await?;
    let dates = in_a_calendar(&file, "2026-03-30", "2026-04-15")?;
    ensure!(
        starts(&dates)
            == [
                "2026-03-31T18:30:00.000Z",
                "2026-04-08T19:00:00.000Z",
                "2026-04-14T18:30:00.000Z"
            ],
        "{dates:?}"
    );
    ensure!(dates[0]["cancelled"] == true && dates[1]["cancelled"] == false);
    Ok(Verdict::Passed)
}
