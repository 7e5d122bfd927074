//! Where a person says when they work.

use std::rc::Rc;

use swansfeet_embed::wish;
use swansfeet_meetings::shifts::{Note, Span, What};
use swansfeet_ui::button::Kind;
use swansfeet_ui::tag::{At, Hears, Tag};
use swansfeet_ui::{ErrorSummary, Problem, Screen, Select, SelectItem, TextArea};
use swansfeet_words::Value;
use yew::prelude::*;

use super::{View, all, put, status};
use crate::app::Act;
use crate::rota::File;
use crate::state::Field;
use crate::{msg, say};

const JOURNEYS: [u16; 6] = [0, 15, 30, 45, 60, 90];
const RESTS: [u16; 5] = [240, 360, 420, 480, 540];
/// How many of the next shifts are shown back.
const SHOWN: usize = 7;
/// How many notes are shown: a text that is no rota has one for each line.
const NOTES: usize = 10;

#[inline(never)]
pub(super) fn screen(view: &View) -> Html {
    let rota = &view.state.shifts;
    let failed = view.state.tries > 0 && rota.reading.understood == 0;
    let error = (failed && !rota.typed.trim().is_empty()).then(|| view.text(msg::SHIFTS_BAD));
    let typed = TextArea {
        id: "shifts".into(),
        label: view.text(msg::SHIFTS_LABEL),
        hint: Some(view.text(msg::SHIFTS_HINT)),
        error: error.clone(),
        value: rota.typed.clone().into(),
        oninput: view.into(Field::Shifts),
        ..TextArea::default()
    };
    let mut pieces = vec![typed.into(), notes(view), file(view), next(view)];
    pieces.extend(lists(view));
    if view.state.has_shifts() {
        let forget = view.text(msg::SHIFTS_FORGET);
        pieces.push(view.button(forget, Kind::Danger, Act::ForgetShifts));
    }
    let problems = error.into_iter().map(|text| Problem {
        field: "shifts".into(),
        text,
    });
    let errors = ErrorSummary {
        id: "errors".into(),
        heading: view.text(msg::PROBLEM_HEADING),
        problems: problems.collect(),
        arrived: view.state.tries,
    };
    let send = view.send.clone();
    Screen {
        id: "rota".into(),
        heading: view.text(msg::SHIFTS_HEADING),
        lead: Some(view.text(msg::SHIFTS_LEAD)),
        errors: errors.into(),
        body: all(pieces),
        back: Some(view.text(msg::BUTTON_BACK)),
        next: Some(view.text(msg::SHIFTS_USE)),
        arrived: view.arrivals,
        onback: view.press(Act::Back),
        onnext: Callback::from(move |()| send.emit(Act::UseShifts)),
        ..Screen::default()
    }
    .into()
}

/// What is to be said about single lines. Not read out as it changes: it changes with each letter.
#[inline(never)]
fn notes(view: &View) -> Html {
    let rota = &view.state.shifts;
    let from_file = rota.file.reading();
    let from_file = from_file.map_or(&[][..], |reading| &reading.notes);
    let count = rota.reading.notes.len() + from_file.len();
    if count == 0 {
        return Html::default();
    }
    let mut list = Tag::new("ul", "swan-meetings__notes");
    for note in rota.reading.notes.iter().chain(from_file).take(NOTES) {
        list = list.with(put("li", "", said(view, note).into()));
    }
    if count > NOTES {
        let count = (count - NOTES).into();
        let more = msg::ShiftsMore { count }.say(view.words);
        list = list.with(put("li", "", more.into()));
    }
    list.html()
}

#[inline(never)]
fn said(view: &View, note: &Note) -> String {
    let line = say::plain(note.line);
    let text = Value::Text(note.text.clone());
    let what = match note.what {
        What::NotUnderstood | What::NoDay | What::TooMuch | What::SecondRota => {
            msg::ShiftsNoteBad { text }.say(view.words)
        }
        What::Code => msg::ShiftsNoteCode { text }.say(view.words),
        What::NoTimes => msg::ShiftsNoteTimes { text }.say(view.words),
        What::NoSuchDate => msg::ShiftsNoteDate { text }.say(view.words),
        What::EitherHalf => msg::ShiftsNoteHalf { text }.say(view.words),
        What::Long => msg::ShiftsNoteLong { text }.say(view.words),
        What::Year => msg::ShiftsNoteYear { text }.say(view.words),
        What::Weekday => msg::ShiftsNoteWeekday { text }.say(view.words),
        What::FirstDay => view.words.get(msg::SHIFTS_NOTE_FIRST),
        What::Limits => msg::ShiftsNoteLimits { text }.say(view.words),
        What::WholeDay => msg::ShiftsNoteWhole { text }.say(view.words),
    };
    let what = Value::Text(what);
    msg::ShiftsLine { line, what }.say(view.words)
}

/// A calendar file, opened on the device: the browser's own field, so that a keyboard reaches it.
#[inline(never)]
fn file(view: &View) -> Html {
    let send = view.send.clone();
    let field = Tag::new("input", "swan-meetings__file")
        .is(At::Type, "file")
        .is(At::Id, "shifts-file")
        .is(At::Accept, ".ics,text/calendar")
        // Else the same file, opened again, would be no change.
        .on(Hears::Click, Rc::new(|event| wish::empty(&event)))
        .on(
            Hears::Change,
            Rc::new(move |event| {
                let send = send.clone();
                wish::chosen_file(
                    &event,
                    Callback::from(move |text| send.emit(Act::File(text))),
                );
            }),
        );
    let label = Tag::new("label", "swan-field__label")
        .is(At::For, "shifts-file")
        .text(view.text(msg::SHIFTS_FILE));
    let said = match &view.state.shifts.file {
        File::None => AttrValue::default(),
        File::Opened | File::Awaited => view.text(msg::SHIFTS_FILE_OPENED),
        File::Bad => view.text(msg::SHIFTS_FILE_BAD),
        File::Read(reading) => msg::ShiftsFileRead {
            count: reading.understood.into(),
        }
        .say(view.words)
        .into(),
    };
    Tag::new("div", "swan-field")
        .with(label.html())
        .with(field.html())
        .with(status("swan-field__reading", said))
        .html()
}

/// How the typed lines were understood: the next shifts, as days and times.
#[inline(never)]
fn next(view: &View) -> Html {
    let spans = view.state.next_shifts(view.cx, SHOWN);
    if spans.is_empty() {
        return Html::default();
    }
    let mut list = Tag::new("ul", "swan-meetings__dates");
    for span in &spans {
        list = list.with(put("li", "", shift(view, span).into()));
    }
    all(vec![
        put("h3", "swan-meetings__part", view.text(msg::SHIFTS_NEXT)),
        list.html(),
    ])
}

fn shift(view: &View, span: &Span) -> String {
    msg::When {
        day: Value::Text(say::day(view.words, span.start.date(), view.today())),
        time: Value::Text(say::hours(view.words, span.start, span.end)),
    }
    .say(view.words)
}

#[inline(never)]
fn lists(view: &View) -> [Html; 2] {
    let (words, settings) = (view.words, view.state.shifts.settings);
    let journeys = JOURNEYS.into_iter().map(|minutes| SelectItem {
        value: minutes.to_string().into(),
        label: if minutes == 0 {
            view.text(msg::JOURNEY_NONE)
        } else {
            msg::JourneyMinutes {
                minutes: say::plain(minutes),
            }
            .say(words)
            .into()
        },
    });
    let rests = RESTS.into_iter().map(|minutes| SelectItem {
        value: minutes.to_string().into(),
        label: msg::RestHours {
            hours: say::plain(minutes / 60),
        }
        .say(words)
        .into(),
    });
    [
        Select {
            id: "journey".into(),
            label: view.text(msg::JOURNEY_LABEL),
            items: journeys.collect(),
            chosen: settings.journey_minutes.to_string().into(),
            onpick: view.into(Field::Journey),
            ..Select::default()
        }
        .into(),
        Select {
            id: "rest".into(),
            label: view.text(msg::REST_LABEL),
            items: rests.collect(),
            chosen: settings.rest_minutes_after_night.to_string().into(),
            onpick: view.into(Field::Rest),
            ..Select::default()
        }
        .into(),
    ]
}
