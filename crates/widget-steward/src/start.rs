//! States for the gallery and tests: `start=new`, `open`, `save`, `saved`, `working`, `done`,
//! `stopped=clock` … With a key that everybody knows, which no hub names as its second holder.

use swansfeet_wellbeing::identity::Identity;
use swansfeet_wellbeing::key_file::{KeyFile, KeyFileError};
use swansfeet_wellbeing::second::{Refusal, Step};
use swansfeet_wellbeing::{Place, Week};
use yew::Callback;

use crate::app::{App, Phase, Trouble};
use crate::ring::Ring;
use crate::way::Failure;
use crate::work::Stop;

/// Everybody knows this key.
const KNOWN: &str = "swi1-zsfp-vzkz-dfcp-kj40-5v6n-ajzs-qyat-vatz-pj4e-pze9-dnvf-ek13-aaee-sf3r";

/// Puts the page into a state.
pub(crate) fn pretend(app: &mut App, given: &str, wanted: Callback<()>) {
    let (state, more) = given.split_once('=').unwrap_or((given, ""));
    if state == "damaged" {
        app.trouble = Some(Trouble::File(KeyFileError::Damaged));
        return;
    }
    let Ok(identity) = Identity::read(KNOWN) else {
        return;
    };
    let ring = Ring::new(KeyFile::new(identity), wanted);
    app.campaign = "fifteen".to_owned();
    app.phase = match state {
        "working" | "save" | "saved" | "not-written" => Phase::Working,
        "done" | "lost" => Phase::Done,
        "stopped" | "stopped-changed" => Phase::Stopped(stop(more)),
        _ => Phase::Open,
    };
    match state {
        "new" | "stopped-changed" => ring.change(),
        "save" | "saved" | "not-written" => ring.pretend_to_wait(),
        _ => {}
    }
    app.is_handed = state == "saved";
    app.is_copied = (state == "copied").then_some(true);
    app.trouble = match state {
        "not-written" => Some(Trouble::NotWritten),
        "no-campaign" => Some(Trouble::NoCampaign),
        _ => None,
    };
    if app.phase != Phase::Open {
        app.steps = steps(state);
    }
    app.ring = Some(ring);
}

fn stop(name: &str) -> Stop {
    match name {
        "clock" => Stop::Hub(Failure::Clock),
        "key" => Stop::Hub(Failure::OtherKey),
        "campaign" => Stop::Hub(Failure::NoCampaign),
        "refused" => Stop::Refused(Refusal::CutAnew),
        "not-saved" => Stop::NotSaved,
        _ => Stop::Hub(Failure::Silent),
    }
}

fn steps(state: &str) -> Vec<Step> {
    let Some(week) = Week::read("2026-W47") else {
        return Vec::new();
    };
    let wales = Place::Wales;
    let mut steps = vec![Step::Counting(wales, 256, 1_024)];
    if state == "lost" {
        steps = vec![Step::Lost(week.plus(1)), Step::Lost(week.plus(2))];
    }
    if state == "done" {
        steps = vec![
            Step::Counting(wales, 31, 31),
            Step::Refused(wales, 1),
            Step::Published(wales, week, 1),
            Step::Destroyed(wales, week),
            Step::Carried(Place::NorthWest, week),
            Step::Signed(week.plus(9)),
        ];
    }
    steps
}
