//! Single dates of a meeting: left out, moved, called off, and back; and all of it called off.

use std::sync::Arc;

use axum::{
    body::Bytes,
    extract::{Path, RawQuery, State},
    http::{HeaderMap, StatusCode},
    response::Response,
};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use swansfeet_meetings::{Schedule, Status};
use swansfeet_words::Msg;

use super::{
    Answered, LinkTo, Own, Refused, Seat, answer,
    changes::{self, Act},
    pages::{self, Edited},
    times,
    typed::{self, Typed},
};
use crate::{
    meetings::{Meetings, in_path, wire},
    store::meetings::MeetingRow,
    words::msg,
};

pub(super) async fn date(
    State(meetings): State<Arc<Meetings>>,
    Path((slug, token, id)): LinkTo,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let answered = async {
        let seat = Seat::take(meetings, (slug, token), query.as_deref(), &headers).await?;
        let own = seat.own(&id).await?;
        change_date(&seat, own, &Typed::read(&body)).await
    };
    answer(answered.await, &headers)
}

async fn change_date(seat: &Seat, mut own: Own, typed: &Typed) -> Answered {
    let on = typed.value("on").parse::<NaiveDateTime>();
    let on = on.map_err(|_| Refused::Nowhere)?;
    let schedule = &mut own.meeting.schedule;
    if !changes::is_date(schedule, on) && !changes::is_changed(schedule, on) {
        return Err(Refused::Nowhere);
    }
    let act = match typed.value("do") {
        "skip" => Ok(Act::Skip),
        "undo" => Ok(Act::Undo),
        "move" => moved(schedule, typed, seat.meetings.now()).map(Act::Move),
        "cancel" => Ok(Act::Cancel),
        _ => return Err(Refused::Nowhere),
    };
    let act = match act {
        Ok(act) => act,
        Err(problem) => {
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            return Ok(not_done(seat, own, (on, typed), problem, status));
        }
    };
    changes::act(schedule, on, &act, typed.value("note").trim());
    let id = own.row.id.clone();
    if again(seat, own, typed).await? {
        let path = format!("/edit/{}", in_path(&id));
        return Ok(seat.see(&path, "date", "#single"));
    }
    let newest = seat.own(&id).await?;
    let problem = msg::ORGANISE_DATE_MEANWHILE;
    let status = StatusCode::CONFLICT;
    Ok(not_done(seat, newest, (on, typed), problem, status))
}

/// The page again, with what was typed for a date and why nothing was done to it.
fn not_done(
    seat: &Seat,
    own: Own,
    (on, typed): (NaiveDateTime, &Typed),
    problem: Msg,
    status: StatusCode,
) -> Response {
    let words = seat.words();
    let problem = words.get(problem);
    let mut form = typed::typed(&own.meeting, &own.row.words, own.row.version);
    let mut kept = pages::kept(&seat.place, &own.meeting, &words, seat.meetings.now());
    if !kept.wrong(on, typed, &problem) {
        form.problems.push(("single", problem));
    }
    let edited = Edited {
        typed: form,
        dates: None,
        done: None,
        kept: Some(kept),
        id: Some(own.row.id),
    };
    pages::edit(&seat.place, edited, words, status)
}

/// Where a date is moved, or why it cannot go there.
fn moved(schedule: &Schedule, typed: &Typed, now: i64) -> Result<NaiveDateTime, Msg> {
    let day = typed.value("day").trim().parse::<NaiveDate>();
    let day = day.map_err(|_| msg::ORGANISE_MOVE_WRONG)?;
    let time = typed.value("time").trim();
    let time = NaiveTime::parse_from_str(time, "%H:%M").or_else(|_| time.parse());
    let to = day.and_time(time.map_err(|_| msg::ORGANISE_MOVE_WRONG)?);
    if !times::is_of_our_time(day) {
        return Err(msg::ORGANISE_YEAR_WRONG);
    }
    // Most often a wrong year.
    if times::is_over(schedule, to, now) {
        return Err(msg::ORGANISE_MOVE_OVER);
    }
    Ok(to)
}

/// Keeps a meeting that was changed, if nobody else has meanwhile.
async fn again(seat: &Seat, own: Own, typed: &Typed) -> Result<bool, Refused> {
    let row = MeetingRow {
        meeting: wire::one(&own.meeting),
        version: typed.version().max(1),
        ..own.row
    };
    seat.keep(&row).await
}

pub(super) async fn all(
    State(meetings): State<Arc<Meetings>>,
    Path((slug, token, id)): LinkTo,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let answered = async {
        let seat = Seat::take(meetings, (slug, token), query.as_deref(), &headers).await?;
        let mut own = seat.own(&id).await?;
        let typed = Typed::read(&body);
        let (status, done) = match typed.value("do") {
            "revive" => (Status::Confirmed, "revived"),
            "remove" => {
                own.row.gone = Some(seat.meetings.now());
                (Status::Cancelled, "removed")
            }
            "cancel" => (Status::Cancelled, "cancelled"),
            _ => return Err(Refused::Nowhere),
        };
        own.meeting.status = status;
        let done = if again(&seat, own, &typed).await? {
            done
        } else {
            "meanwhile"
        };
        Ok(seat.see("", done, ""))
    };
    answer(answered.await, &headers)
}
