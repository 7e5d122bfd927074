//! Single dates of a meeting: left out, moved, called off, and back; and all of it called off.

use std::sync::Arc;

use axum::{
    body::Bytes,
    extract::{Path, RawQuery, State},
    http::{HeaderMap, StatusCode},
    response::Response,
};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use swansfeet_meetings::Status;
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
    if !changes::is_date(&own.meeting.schedule, on) {
        return Err(Refused::Nowhere);
    }
    let act = match typed.value("do") {
        "skip" => Some(Act::Skip),
        "undo" => Some(Act::Undo),
        "move" => moved(typed).map(Act::Move),
        "cancel" => Some(Act::Cancel),
        _ => return Err(Refused::Nowhere),
    };
    let Some(act) = act else {
        let problem = msg::ORGANISE_MOVE_WRONG;
        return Ok(not_moved(seat, own, typed, on, problem));
    };
    if let Act::Move(to) = act
        && !times::is_of_our_time(to.date())
    {
        let problem = msg::ORGANISE_YEAR_WRONG;
        return Ok(not_moved(seat, own, typed, on, problem));
    }
    let note = typed.value("note").trim();
    changes::act(&mut own.meeting.schedule, on, &act, note);
    let path = format!("/edit/{}", in_path(&own.row.id));
    let done = again(seat, own, typed).await?;
    Ok(seat.see(&path, if done { "date" } else { "meanwhile" }, "#single"))
}

/// The page again, with what was typed for that date and what is wrong with it.
fn not_moved(seat: &Seat, own: Own, typed: &Typed, on: NaiveDateTime, problem: Msg) -> Response {
    let words = seat.words();
    let mut kept = pages::kept(&seat.place, &own.meeting, &words, seat.meetings.now());
    kept.wrong(on, typed, words.get(problem));
    let edited = Edited {
        typed: typed::typed(&own.meeting, &own.row.words, own.row.version),
        dates: None,
        done: None,
        kept: Some(kept),
        id: Some(own.row.id),
    };
    pages::edit(&seat.place, edited, words, StatusCode::UNPROCESSABLE_ENTITY)
}

fn moved(typed: &Typed) -> Option<NaiveDateTime> {
    let day = typed.value("day").trim().parse::<NaiveDate>().ok()?;
    let time = typed.value("time").trim();
    let time = NaiveTime::parse_from_str(time, "%H:%M")
        .or_else(|_| time.parse())
        .ok()?;
    Some(day.and_time(time))
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
