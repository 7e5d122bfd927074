//! The address that a calendar subscribes to: the meetings that answer a filter, as one file.

use axum::{
    http::{HeaderMap, HeaderValue, header},
    response::Response,
};
use swansfeet_meetings::{
    Meeting,
    find::Filter,
    write::{self, Sheet},
};

use super::{Meetings, ZONES, at_utc, board::Shown};
use crate::prepared::{self, Tag};

const CACHE: HeaderValue = HeaderValue::from_static("public, max-age=900, stale-if-error=86400");
const CALENDAR: HeaderValue = HeaderValue::from_static("text/calendar; charset=utf-8");
/// No filter is longer; what is beyond is not read.
const LONGEST_FILTER: usize = 2_000;
