//! A feed as it is handed out: bytes that lie ready in three forms, made when something changes.

use std::{
    collections::{HashMap, HashSet},
    io::Write,
    sync::Arc,
};

use axum::{
    Router,
    body::Bytes,
    extract::{Path, State},
    http::{HeaderMap, HeaderName, HeaderValue, Method, header},
    response::{IntoResponse, Response},
    routing::get,
};
use chrono::SecondsFormat;
use flate2::{Compression, write::GzEncoder};
use serde_json::{Value as Json, json};
use swansfeet_meetings::{Meeting, read::Feed};
use tower_http::cors::{Any, CorsLayer};

use super::{
    Meetings, at_utc, calendar,
    merge::{self, Part, Withheld},
    wire,
};
use crate::{
    assets::encoding::{self, Encoding},
    prepared::{self, Tag},
    problem::Problem,
    store::meetings::{FeedRow, MeetingRow, SourceRow},
};

const CACHE: HeaderValue =
    HeaderValue::from_static("public, max-age=60, stale-while-revalidate=600, stale-if-error=86400");
const JSON: HeaderValue = HeaderValue::from_static("application/json");
/// Of 11: a few hundredths larger than the most, and made in a tenth of the time.
const BROTLI_QUALITY: u32 = 9;
const BROTLI_WINDOW: u32 = 22;

/// A feed, ready.
pub(crate) struct Shown {
    pub(crate) row: FeedRow,
    json: Packed,
    /// What everybody may see.
    pub(super) meetings: Vec<Meeting>,
    /// For each, the earlier one that it is the same as.
    pub(super) same_as: Vec<Option<usize>>,
    /// By id, what only those who ask may see.
    pub(super) withheld: HashMap<String, Withheld>,
    /// Ids of organisers' own.
    pub(super) own: HashSet<String>,
    pub(super) notes: Vec<Note>,
}

/// What is known of a source. Its address is not told: those of private calendars are secrets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Note {
    pub(super) name: String,
    pub(super) checked: Option<i64>,
    pub(super) good: Option<i64>,
    pub(super) problem: String,
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
        now: i64,
    ) -> Self {
        let parts = sources.iter().map(|(source, feed)| Part {
            url: &source.url,
            meetings: &feed.meetings,
        });
        let merged = merge::merge(&row.slug, kept, &parts.collect::<Vec<_>>(), now);
        let notes: Vec<Note> = sources.iter().map(|(row, feed)| note(row, feed)).collect();
        let feed = Feed {
            name: row.name.clone(),
            meetings: merged.meetings,
            ..Feed::default()
        };
        let json = document(&row, &feed, &merged.same_as, &notes);
        Self {
            json: Packed::new(json.to_string().into_bytes()),
            row,
            meetings: feed.meetings,
            same_as: merged.same_as,
            withheld: merged.withheld,
            own: merged.own,
            notes,
        }
    }

    pub(super) fn meeting(&self, id: &str) -> Option<&Meeting> {
        self.meetings.iter().find(|meeting| meeting.id == id)
    }

    /// Each once: those that are the same as an earlier one are left out.
    pub(super) fn distinct(&self) -> impl Iterator<Item = &Meeting> {
        let both = self.meetings.iter().zip(&self.same_as);
        both.filter(|(_, same)| same.is_none()).map(|(meeting, _)| meeting)
    }
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

fn document(row: &FeedRow, feed: &Feed, same_as: &[Option<usize>], notes: &[Note]) -> Json {
    let mut document = wire::object(feed);
    document["updated"] = utc(row.updated).into();
    document["sources"] = notes
        .iter()
        .map(|note| {
            let mut source = json!({ "name": note.name, "problem": note.problem });
            for (key, at) in [("checked", note.checked), ("good", note.good)] {
                if let Some(at) = at {
                    source[key] = utc(at).into();
                }
            }
            source
        })
        .collect();
    if let Some(meetings) = document["meetings"].as_array_mut() {
        for (at, meeting) in meetings.iter_mut().enumerate() {
            if let Some(Some(same)) = same_as.get(at) {
                meeting["same_as"] = feed.meetings[*same].id.as_str().into();
            }
        }
    }
    document
}

fn utc(at: i64) -> String {
    at_utc(at).and_utc().to_rfc3339_opts(SecondsFormat::Secs, true)
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
            prepared::not_modified()
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
        .route("/feeds/{file}", get(file))
        .with_state(meetings)
        .layer(open_to_all())
}

/// Feeds are public: any page may read them.
pub(super) fn open_to_all() -> CorsLayer {
    CorsLayer::new()
        .allow_origin(Any)
        .allow_methods([Method::GET, Method::HEAD])
        .expose_headers([header::ETAG])
        .max_age(std::time::Duration::from_secs(86_400))
        .vary([] as [HeaderName; 0])
}

/// A path cannot end in a parameter and `.json`, so this tells the two kinds apart.
async fn file(
    State(meetings): State<Arc<Meetings>>,
    Path(file): Path<String>,
    axum::extract::RawQuery(query): axum::extract::RawQuery,
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
    calendar::answer(&meetings, &shown, &query.unwrap_or_default(), &headers)
}
