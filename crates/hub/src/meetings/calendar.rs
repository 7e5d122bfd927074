//! The address that a calendar subscribes to: the meetings that answer a filter, as one file.

use std::sync::Arc;

use axum::{
    body::Bytes,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use swansfeet_meetings::{
    Meeting,
    find::Filter,
    write::{self, Sheet},
};

use super::{Meetings, ZONES, at_utc, board::Shown};
use crate::prepared::Tag;

const CACHE: HeaderValue = HeaderValue::from_static("public, max-age=900, stale-if-error=86400");
const CALENDAR: HeaderValue = HeaderValue::from_static("text/calendar; charset=utf-8");
const DAY: i64 = 24 * 3_600;
/// Minutes after which a calendar may ask again; most ask far less often.
const REFRESH: u32 = 60;

/// The calendar of what answers a filter. Cancelled ones stay, so that calendars hear of it.
pub(super) async fn answer(
    meetings: &Meetings,
    shown: Arc<Shown>,
    query: &str,
    headers: &HeaderMap,
) -> Response {
    let filter = Filter::from_fragment(query);
    let now = meetings.now();
    let key = (filter.to_fragment(), now / DAY);
    if let Some((body, tag)) = shown.calendars.get(&key) {
        return file(body, &tag, headers);
    }
    let base = meetings.demands.base().to_owned();
    let made = meetings.aside(move || {
        shown.calendars.get_or_make(key, || {
            let body = Bytes::from(made(&shown, &filter, now, &base));
            let tag = Tag::of(&body);
            Ok((body, tag))
        })
    });
    match made.await.flatten() {
        Ok((body, tag)) => file(body, &tag, headers),
        Err(problem) => problem.into_response(),
    }
}

fn made(shown: &Shown, filter: &Filter, now: i64, base: &str) -> String {
    let all = shown.meetings();
    let mut wanted: Vec<usize> = match *filter == Filter::default() {
        // Past ones too: a calendar that has them keeps them.
        true => (0..all.len()).filter(|at| shown.is_distinct(*at)).collect(),
        false => shown
            .found(filter, &shown.dates(base, now))
            .iter()
            .map(|found| found.index)
            .collect(),
    };
    // In the feed's order: the same meetings are the same bytes, whichever is next.
    wanted.sort_unstable();
    let wanted: Vec<&Meeting> = wanted.into_iter().filter_map(|at| all.get(at)).collect();
    write(shown, &wanted, base)
}

/// One meeting as a calendar file.
pub(super) async fn one(
    meetings: &Meetings,
    shown: Arc<Shown>,
    meeting: Meeting,
    headers: &HeaderMap,
) -> Response {
    let base = meetings.demands.base().to_owned();
    let made = meetings.aside(move || Bytes::from(write(&shown, &[&meeting], &base)));
    match made.await {
        Ok(body) => file(body.clone(), &Tag::of(&body), headers),
        Err(problem) => problem.into_response(),
    }
}

fn write(shown: &Shown, meetings: &[&Meeting], base: &str) -> String {
    let updated = shown.row.updated;
    let host = base.split_once("://").map_or(base, |(_, host)| host);
    let sheet = Sheet {
        name: &shown.row.name,
        // The same meetings are the same bytes, whenever they are asked for.
        stamp: at_utc(updated),
        sequence: write::sequence(updated),
        host: host.split(':').next().unwrap_or(host),
        refresh: REFRESH,
    };
    write::calendar(meetings, &sheet, &ZONES)
}

fn file(body: Bytes, tag: &Tag, headers: &HeaderMap) -> Response {
    let mut response = match tag.is_known(headers) {
        true => StatusCode::NOT_MODIFIED.into_response(),
        false => {
            let mut response = Response::new(body.into());
            response
                .headers_mut()
                .insert(header::CONTENT_TYPE, CALENDAR);
            response
        }
    };
    let out = response.headers_mut();
    out.insert(header::ETAG, tag.value());
    out.insert(header::CACHE_CONTROL, CACHE);
    response
}
