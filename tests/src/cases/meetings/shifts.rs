//! A calendar file with shifts, opened on the device.

use anyhow::{Result, ensure};
use serde_json::json;

use super::{FINDER, SHIFTS, visit};
use crate::{
    cases::cases,
    demands::Demands as Words,
    runner::{Case, Outcome, Verdict, World},
};

pub(super) fn cases() -> Vec<Case> {
    cases!("meetings":
        a_file_of_shifts_is_opened_on_the_device,
    )
}

async fn a_file_of_shifts_is_opened_on_the_device(world: &World) -> Outcome {
    let (site, feed) = visit(world, "").await?;
    let words = Words::on(&world.browser);
    choose_rota(world, &words).await?;
    words.says("shifts were read from the file.").await?;
    words.says("“Leave” has no times in the file").await?;
    words.presses("Show meetings that fit").await?;
    words.sees(FINDER).await?;
    words.says("You are at work then").await?;
    ensure!(feed.seen().len() == 1);
    let told = site.hub.seen().iter().any(|one| one.body > 0);
    ensure!(!told, "the file stays here");
    Ok(Verdict::Passed)
}

/// Puts the file of shifts into its field.
pub(super) async fn choose_rota(world: &World, words: &Words<'_>) -> Result<()> {
    words.presses("Add my shifts").await?;
    words.sees(SHIFTS).await?;
    world.browser.run(CHOOSE, vec![json!(ROTA)]).await?;
    Ok(())
}

/// Puts a file into the field, as choosing one does.
const CHOOSE: &str = "
    const field = [...kit.elements()].find((one) => one.localName === 'input' && one.type === 'file');
    const files = new DataTransfer();
    files.items.add(new File([args[0]], 'rota.ics', { type: 'text/calendar' }));
    field.files = files.files;
    field.dispatchEvent(new Event('change', { bubbles: true, composed: true }));";

/// A rota as a rota app hands it out: weekdays from nine to five.
const ROTA: &str = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//rota app//EN\r\nBEGIN:VEVENT\r\n\
    UID:a@rota.example\r\nDTSTAMP:20260101T000000Z\r\nSUMMARY:Day shift\r\n\
    DTSTART;TZID=GMT Standard Time:20260105T090000\r\nDTEND;TZID=GMT Standard Time:20260105T170000\r\n\
    RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\n\
    UID:b@rota.example\r\nDTSTAMP:20260101T000000Z\r\nSUMMARY:Leave\r\n\
    DTSTART;VALUE=DATE:20260401\r\nDTEND;VALUE=DATE:20260402\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
