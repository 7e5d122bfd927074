//! The pages of an organiser's link.

use std::collections::BTreeMap;

use askama::Template;
use axum::{http::StatusCode, response::Response};
use chrono::NaiveDateTime;
use swansfeet_meetings::{AccessNeed, Meeting, Status, read::role_ids};
use swansfeet_words::Words;

use super::{changes, times, typed::Typed};
use crate::{
    language::{LANGUAGES, Language},
    meetings::{ZONES, at_utc, in_path, page, when, wire},
    store::meetings::MeetingRow,
    words::msg,
};

/// How many dates can be changed at a time, beside those that are.
const DATES: usize = 12;
/// How many changed ones are shown at most.
const CHANGED: usize = 200;

/// The feed, and the path of the link.
pub(super) struct Place {
    pub(super) slug: String,
    pub(super) name: String,
    pub(super) home: String,
}

#[derive(Template)]
#[template(path = "organise.html")]
struct ListPage<'a> {
    words: Words,
    languages: [Language; 2],
    slug: &'a str,
    name: &'a str,
    path: &'a str,
    done: Option<String>,
    rows: Vec<Row>,
}

struct Row {
    path: String,
    title: String,
    lines: Vec<String>,
}

#[derive(Template)]
#[template(path = "organise_edit.html")]
struct EditPage<'a> {
    words: Words,
    languages: [Language; 2],
    home: &'a str,
    title: String,
    action: String,
    form: Typed,
    dates: Option<Dates>,
    done: Option<String>,
    roles: Vec<(&'static str, String)>,
    needs: Vec<(&'static str, String)>,
    kept: Option<Kept>,
}

/// What is on the page of one meeting.
pub(super) struct Edited {
    pub(super) typed: Typed,
    pub(super) dates: Option<Dates>,
    pub(super) done: Option<String>,
    /// What there is to change of a meeting that is kept already.
    pub(super) kept: Option<Kept>,
    pub(super) id: Option<String>,
}

/// The dates that a form means.
pub(super) struct Dates {
    /// They were to be saved, and nobody had seen them yet.
    pub(super) is_asked: bool,
    pub(super) next: Vec<String>,
    /// Single dates whose changes would be no more.
    pub(super) lost: Vec<String>,
    /// Days that the words leave out and on which there is no meeting.
    pub(super) idle: Vec<String>,
}

/// A meeting that is kept: its single dates, and all of it.
pub(super) struct Kept {
    date_action: String,
    all_action: String,
    cancelled: bool,
    dates: Vec<Single>,
}

struct Single {
    /// The start that the rules give.
    at: String,
    said: String,
    /// Skipped, moved or cancelled: it can come back.
    changed: bool,
    day: String,
    time: String,
    note: String,
    problem: Option<String>,
}

pub(super) fn list(
    place: &Place,
    rows: &[MeetingRow],
    done: Option<String>,
    now: i64,
    words: Words,
) -> Response {
    let rows = rows.iter().filter_map(|row| {
        let meeting = wire::of_one(&row.meeting)?;
        let mut lines = Vec::new();
        if meeting.status == Status::Cancelled {
            lines.push(words.get(msg::MEETING_CANCELLED));
        }
        if !row.words.is_empty() {
            lines.push(row.words.clone());
        }
        lines.extend(
            times::next(&meeting.schedule, now, &words)
                .into_iter()
                .take(1),
        );
        Some(Row {
            path: format!("{}/edit/{}", place.home, in_path(&row.id)),
            title: meeting.title,
            lines,
        })
    });
    let page = ListPage {
        languages: LANGUAGES,
        slug: &place.slug,
        name: &place.name,
        path: &place.home,
        done,
        rows: rows.collect(),
        words,
    };
    page::answer(StatusCode::OK, &page, "no-store")
}

pub(super) fn edit(place: &Place, edited: Edited, words: Words, status: StatusCode) -> Response {
    let (title, action) = match &edited.id {
        None => (msg::ORGANISE_ADD, format!("{}/new", place.home)),
        Some(id) => (
            msg::ORGANISE_EDIT,
            format!("{}/edit/{}", place.home, in_path(id)),
        ),
    };
    let named = |kind: &str, id: &'static str| {
        let key = msg::keyed(&format!("{kind}-{id}"));
        (id, key.map_or_else(|| id.to_owned(), |key| words.get(key)))
    };
    let page = EditPage {
        languages: LANGUAGES,
        home: &place.home,
        title: words.get(title),
        action,
        form: edited.typed,
        dates: edited.dates,
        done: edited.done,
        roles: role_ids().map(|id| named("role", id)).collect(),
        needs: AccessNeed::ALL
            .into_iter()
            .map(|need| named("access", need.id()))
            .collect(),
        kept: edited.kept,
        words,
    };
    page::answer(status, &page, "no-store")
}

/// What can be changed of a meeting: its next dates, and all that are changed, so that they can
/// come back.
pub(super) fn kept(place: &Place, meeting: &Meeting, words: &Words, now: i64) -> Kept {
    let schedule = &meeting.schedule;
    let from = at_utc(now);
    let coming = schedule.occurrences_from(&ZONES, from).take(DATES);
    let mut dates: BTreeMap<NaiveDateTime, Single> = coming
        .map(|date| {
            let said = when::with_changes(words, schedule, &date);
            let changed = date.over.is_some();
            (date.id, single(date.id, date.start, said, changed))
        })
        .collect();
    let changed = schedule.overrides.iter().map(|over| over.at);
    let changed = changed.chain(schedule.exdates.iter().copied());
    let mut changed: Vec<NaiveDateTime> = changed.filter(|at| *at >= from).collect();
    changed.sort_unstable();
    for at in changed.into_iter().take(CHANGED) {
        let new = || single(at, at, changes::said(words, schedule, at), true);
        dates.entry(at).or_insert_with(new);
    }
    let id = in_path(&meeting.id);
    Kept {
        date_action: format!("{}/date/{id}", place.home),
        all_action: format!("{}/all/{id}", place.home),
        cancelled: meeting.status == Status::Cancelled,
        dates: dates.into_values().collect(),
    }
}

impl Kept {
    /// Says what is wrong with the change of a date, and shows again what was typed. `false`: there is
    /// no such date.
    pub(super) fn wrong(&mut self, on: NaiveDateTime, typed: &Typed, problem: &str) -> bool {
        let at = on.format("%Y-%m-%dT%H:%M:%S").to_string();
        let Some(date) = self.dates.iter_mut().find(|date| date.at == at) else {
            return false;
        };
        date.problem = Some(problem.to_owned());
        let is_move = typed.value("do") == "move";
        for (field, id, is_typed) in [
            (&mut date.day, "day", is_move),
            (&mut date.time, "time", is_move),
            (&mut date.note, "note", true),
        ] {
            if is_typed {
                typed.value(id).clone_into(field);
            }
        }
        true
    }
}

fn single(at: NaiveDateTime, start: NaiveDateTime, said: String, changed: bool) -> Single {
    Single {
        at: at.format("%Y-%m-%dT%H:%M:%S").to_string(),
        said,
        changed,
        day: start.date().to_string(),
        time: start.format("%H:%M").to_string(),
        note: String::new(),
        problem: None,
    }
}
