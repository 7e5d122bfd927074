//! A feed as it is handed out: bytes that lie ready in three forms, made when something changes.

use std::{
    collections::HashMap,
    io::Write,
    sync::{Arc, Mutex},
};

use axum::{
    Router,
    body::Bytes,
    extract::{Path, RawQuery, State},
    http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header},
    response::{IntoResponse, Response},
    routing::get,
};
use flate2::{Compression, write::GzEncoder};
use serde_json::Value as Json;
use swansfeet_meetings::{
    Meeting,
    find::{self, Asker, Catalogue, Filter, Found, Prepared},
    fit::Settings,
    read::{Feed, Source},
    recur::Budget,
    shifts::Shifts,
};
use tower_http::cors::{Any, CorsLayer};

use super::{
    Meetings, ZONES, at_utc, calendar,
    ids::Ids,
    made::Made,
    merge::{self, Withheld},
    schema_org, wire,
};
use crate::{
    assets::encoding::{self, Encoding},
    prepared::Tag,
    problem::Problem,
    store::meetings::{FeedRow, MeetingRow, SourceRow},
};

const CACHE: HeaderValue = HeaderValue::from_static(
    "public, max-age=60, stale-while-revalidate=600, stale-if-error=86400",
);
const JSON: HeaderValue = HeaderValue::from_static("application/json");
/// Of 11: a few hundredths larger than the most, and made in a tenth of the time.
const BROTLI_QUALITY: u32 = 9;
const BROTLI_WINDOW: u32 = 22;
pub(super) const MINUTE: i64 = 60;
/// Days and parts of the day are meant as they are here.
pub(super) const HERE: &str = "Europe/London";

/// A feed, ready.
pub(crate) struct Shown {
    pub(crate) row: FeedRow,
    json: Packed,
    /// What everybody may see.
    catalogue: Catalogue,
    /// For each, the earlier one that it is the same as.
    same_as: Vec<Option<usize>>,
    /// Dates as they are in the minute that it was last asked for.
    dates: Mutex<Option<(i64, Arc<Dated>)>>,
    /// Pages that were made of it, by what was asked and minute.
    pub(super) pages: Made<Bytes>,
    /// Calendars that were made of it, by filter and day.
    pub(super) calendars: Made<(Bytes, Tag)>,
    /// By id, what only those who ask may see.
    pub(super) withheld: HashMap<String, Withheld>,
    pub(super) notes: Vec<Note>,
}

/// What depends on the minute.
pub(super) struct Dated {
    pub(super) prepared: Prepared,
    /// For search engines.
    pub(super) data: String,
}

/// What is known of a source. Its address is not told: those of private calendars are secrets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Note {
    pub(super) name: String,
    pub(super) checked: Option<i64>,
    pub(super) good: Option<i64>,
    pub(super) problem: String,
}

impl Note {
    fn source(&self) -> Source {
        Source {
            name: self.name.clone(),
            checked: self.checked.map(at_utc),
            good: self.good.map(at_utc),
            problem: self.problem.clone(),
        }
    }
}

/// The same bytes in three forms.
struct Packed {
    plain: Bytes,
    gzip: Bytes,
    brotli: Bytes,
    tag: Tag,
}

impl Shown {
    pub(super) fn make(
        row: FeedRow,
        kept: &[MeetingRow],
        sources: &[(SourceRow, Arc<Feed>)],
        ids: &Ids,
        now: i64,
    ) -> Self {
        let merged = merge::merge(&row.slug, kept, &merge::parts(sources), ids);
        let notes: Vec<Note> = sources.iter().map(|(row, feed)| note(row, feed)).collect();
        let catalogue = Catalogue::new(merged.meetings, &|_| String::new());
        let budget = budget(catalogue.meetings().len());
        let starts = catalogue.meetings().iter().map(|meeting| {
            let from = Some(at_utc(now));
            let mut dates = meeting.schedule.occurrences_within(&ZONES, from, &budget);
            dates.next().map(|date| date.utc)
        });
        let starts: Vec<_> = starts.collect();
        let same_as = find::twins(catalogue.meetings(), &starts);
        let feed = Feed {
            name: row.name.clone(),
            updated: (row.updated > 0).then(|| at_utc(row.updated)),
            meetings: catalogue.meetings().to_vec(),
            sources: notes.iter().map(Note::source).collect(),
            problems: Vec::new(),
        };
        Self {
            json: Packed::new(document(&feed, &same_as).into_bytes()),
            row,
            catalogue,
            same_as,
            dates: Mutex::default(),
            pages: Made::default(),
            calendars: Made::default(),
            withheld: merged.withheld,
            notes,
        }
    }

    pub(super) fn meetings(&self) -> &[Meeting] {
        self.catalogue.meetings()
    }

    /// What answers a filter, best first; each once.
    pub(super) fn found(&self, filter: &Filter, dates: &Dated) -> Vec<Found> {
        let hits = self.catalogue.find(&dates.prepared, filter, usize::MAX);
        let found = hits.found.into_iter();
        found
            .filter(|found| self.is_distinct(found.index))
            .collect()
    }

    /// Where people are is not known here, so nothing is near and nothing is far. Takes a while, once
    /// a minute: not for a thread that serves.
    pub(super) fn dates(&self, base: &str, now: i64) -> Arc<Dated> {
        let minute = now / MINUTE;
        let make = || {
            let prepared = prepare(&self.catalogue, now);
            let data = schema_org::of_list(self, &prepared, base, now);
            Arc::new(Dated { prepared, data })
        };
        let Ok(mut dates) = self.dates.lock() else {
            return make();
        };
        match &*dates {
            Some((known, dated)) if *known == minute => Arc::clone(dated),
            _ => {
                let dated = make();
                *dates = Some((minute, Arc::clone(&dated)));
                dated
            }
        }
    }

    /// Whether it is not the same as an earlier one.
    pub(super) fn is_distinct(&self, index: usize) -> bool {
        self.same_as.get(index).is_none_or(Option::is_none)
    }

    pub(super) fn meeting(&self, id: &str) -> Option<&Meeting> {
        self.meetings().iter().find(|meeting| meeting.id == id)
    }
}

/// Steps that all meetings of a feed share where each is looked at once: far more than honest ones
/// take, and half a second.
pub(super) fn budget(meetings: usize) -> Budget {
    const EACH: u64 = 4_000;
    Budget::new(EACH * (1_000 + meetings as u64))
}

fn prepare(catalogue: &Catalogue, now: i64) -> Prepared {
    catalogue.prepare(&Asker {
        now: at_utc(now),
        zone: HERE,
        near: None,
        shifts: &Shifts::default(),
        settings: Settings::default(),
        zones: &ZONES,
    })
}

fn note(row: &SourceRow, feed: &Feed) -> Note {
    let host = || {
        let url = url::Url::parse(&row.url).ok()?;
        url.host_str().map(str::to_owned)
    };
    let named = [&row.name, &feed.name];
    let named = named.into_iter().find(|name| !name.is_empty()).cloned();
    Note {
        name: named.or_else(host).unwrap_or_default(),
        checked: row.tried,
        good: row.good,
        problem: row.problem.clone(),
    }
}

/// The feed as JSON. Where one is the same as an earlier one, it says of which.
fn document(feed: &Feed, same_as: &[Option<usize>]) -> String {
    let text = wire::feed(feed);
    if same_as.iter().all(Option::is_none) {
        return text;
    }
    let mut document: Json = serde_json::from_str(&text).unwrap_or_default();
    if let Some(meetings) = document["meetings"].as_array_mut() {
        for (meeting, same) in meetings.iter_mut().zip(same_as) {
            if let Some(same) = same.and_then(|same| feed.meetings.get(same)) {
                meeting["same_as"] = same.id.as_str().into();
            }
        }
    }
    document.to_string()
}

impl Packed {
    fn new(plain: Vec<u8>) -> Self {
        let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
        // Writing to a vector does not fail.
        let _ = gzip.write_all(&plain);
        let mut brotli = Vec::new();
        let mut writer =
            brotli::CompressorWriter::new(&mut brotli, 4096, BROTLI_QUALITY, BROTLI_WINDOW);
        let _ = writer.write_all(&plain);
        drop(writer);
        Self {
            tag: Tag::of(&plain),
            gzip: gzip.finish().unwrap_or_default().into(),
            brotli: brotli.into(),
            plain: plain.into(),
        }
    }

    fn answer(&self, headers: &HeaderMap) -> Response {
        let offer = [Encoding::Identity, Encoding::Gzip, Encoding::Brotli];
        let chosen = encoding::choose(headers, &offer);
        // A strong tag names bytes, so each form has its own.
        let tag = self.tag.in_form(chosen.name());
        let mut response = if tag.is_known(headers) {
            StatusCode::NOT_MODIFIED.into_response()
        } else {
            let body = match chosen {
                Encoding::Identity => &self.plain,
                Encoding::Gzip => &self.gzip,
                Encoding::Brotli => &self.brotli,
            };
            let mut response = Response::new(body.clone().into());
            let out = response.headers_mut();
            out.insert(header::CONTENT_TYPE, JSON);
            if let Some(name) = chosen.name() {
                out.insert(header::CONTENT_ENCODING, HeaderValue::from_static(name));
            }
            response
        };
        let out = response.headers_mut();
        out.insert(header::ETAG, tag.value());
        out.insert(header::CACHE_CONTROL, CACHE);
        out.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
        response
    }
}

pub(super) fn routes(meetings: Arc<Meetings>) -> Router {
    Router::new()
        .route("/feeds/{file}", get(file).options(asked_before))
        .with_state(meetings)
        .layer(open_to_all())
}

/// A browser's question before the one of its page. The layer around it answers, where there is a route.
pub(super) async fn asked_before() -> StatusCode {
    StatusCode::NO_CONTENT
}

/// Feeds are public: any page may read them, and ask whether there is anything new.
pub(super) fn open_to_all() -> CorsLayer {
    CorsLayer::new()
        .allow_origin(Any)
        .allow_methods([Method::GET, Method::HEAD])
        .allow_headers([header::IF_NONE_MATCH])
        .expose_headers([header::ETAG])
        .max_age(std::time::Duration::from_secs(86_400))
        .vary([] as [HeaderName; 0])
}

/// A path cannot end in a parameter and `.json`, so this tells the two kinds apart.
async fn file(
    State(meetings): State<Arc<Meetings>>,
    Path(file): Path<String>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Response {
    let (slug, is_json) = match (file.strip_suffix(".json"), file.strip_suffix(".ics")) {
        (Some(slug), _) => (slug, true),
        (_, Some(slug)) => (slug, false),
        _ => return Problem::NotFound.into_response(),
    };
    let Some(shown) = meetings.find(slug) else {
        return Problem::NoSuchFeed.into_response();
    };
    if is_json {
        return shown.json.answer(&headers);
    }
    calendar::answer(&meetings, shown, &query.unwrap_or_default(), &headers).await
}
