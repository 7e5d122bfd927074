//! A feed of 2,000 meetings: bytes in each form, how long it is made, and how long each answer takes.
//! Prints figures for a reader; judges none.
#![allow(clippy::too_many_lines, clippy::unwrap_used, reason = "a measurement")]

use std::{
    io::Write,
    sync::Arc,
    time::{Duration, Instant},
};

use axum::{Router, body::Body, http::Request};
use flate2::{Compression, write::GzEncoder};
use http_body_util::BodyExt;
use serde_json::{Value, json};
use swansfeet_demands::text::{Moment, Slug};
use swansfeet_hub::{
    Clock, Config, Hub,
    meetings::desk,
    store::{
        Store,
        meetings::{Copy, Outcome},
        sqlite::SqliteStore,
    },
};
use tower::ServiceExt;

/// 2 March 2026, noon.
const NOON: i64 = 1_772_452_800;
const SOURCE: &str = "https://circle.example/meetings.json";

fn meeting(at: usize) -> Value {
    let days = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
    let towns = ["Leeds", "Swansea", "Bradford", "Dundee", "Brighton", "Hull"];
    let town = towns[at % towns.len()];
    let ways = ["online", "in-person", "hybrid"];
    let (hour, day) = (9 + at % 12, days[at % 7]);
    let mut meeting = json!({
        "id": format!("meeting-{at}"),
        "title": format!("{town} care workers, group {at}"),
        "about": format!("We talk about pay, rotas and travel between visits. Group {at} meets since 2019."),
        "start": format!("2026-01-{:02}T{hour:02}:30", 1 + at % 28),
        "minutes": 60 + 15 * (at % 3),
        "rule": format!("FREQ=WEEKLY;BYDAY={day}"),
        "how": ways[at % 3],
        "organiser": { "name": format!("{town} branch") },
        "roles": ["home-care"],
        "languages": ["en"],
        "join": { "link": format!("https://meet.example/room/{at}"), "withheld": at.is_multiple_of(4) },
    });
    if !at.is_multiple_of(3) {
        meeting["venue"] = json!({
            "name": format!("{town} hall {}", at % 90), "address": format!("{at} Mill Lane, {town}"),
            "latitude": 51.0 + f64::from(u32::try_from(at % 700).unwrap()) / 100.0, "longitude": -1.5,
        });
    }
    meeting
}

async fn get(router: &Router, path: &str, headers: &[(&str, &str)]) -> (Duration, usize, String) {
    let mut request = Request::get(path);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let request = request.body(Body::empty()).unwrap();
    let begun = Instant::now();
    let response = router.clone().oneshot(request).await.unwrap();
    let tag = response
        .headers()
        .get("etag")
        .map(|tag| tag.to_str().unwrap().to_owned());
    let body = response.into_body().collect().await.unwrap().to_bytes();
    (begun.elapsed(), body.len(), tag.unwrap_or_default())
}

async fn median(router: &Router, path: &str, headers: &[(&str, &str)], times: usize) -> Duration {
    let mut took = Vec::new();
    for _ in 0..times {
        took.push(get(router, path, headers).await.0);
    }
    took.sort_unstable();
    took[times / 2]
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let number: usize = 2_000;
    let folder = tempfile::TempDir::new().unwrap();
    let assets = folder.path().join("dist");
    std::fs::create_dir(&assets).unwrap();
    std::fs::write(
        assets.join("manifest.json"),
        "{\"files\":[],\"widgets\":{}}",
    )
    .unwrap();
    let data = folder.path().join("data");
    let store = Arc::new(SqliteStore::open(&data).await.unwrap());
    let slug = Slug::new("fifteen").unwrap();
    desk::new_feed(&*store, &slug, "Fifteen").await.unwrap();
    desk::add_source(&*store, &slug, SOURCE, "", 1_440)
        .await
        .unwrap();
    let meetings: Vec<Value> = (0..number).map(meeting).collect();
    let feed = json!({ "swansfeet": "meetings/1", "name": "Circle", "meetings": meetings });
    let mut body = GzEncoder::new(Vec::new(), Compression::default());
    body.write_all(feed.to_string().as_bytes()).unwrap();
    let config = Config {
        assets: Some(assets),
        data,
        ..Config::default()
    };
    let shared: Arc<dyn Store> = store;
    let clock = Clock::by(|| Moment(NOON));
    let hub = Hub::with_store(&config, Arc::clone(&shared), clock)
        .await
        .unwrap();
    let copy = Copy {
        body: body.finish().unwrap(),
        ..Copy::default()
    };
    let fresh = Outcome::Fresh(copy);
    shared
        .asked("fifteen", SOURCE, NOON, NOON + 86_400, &fresh)
        .await
        .unwrap();
    let begun = Instant::now();
    hub.refresh().await.unwrap();
    println!("{number} meetings, first made: {:?}", begun.elapsed());
    shared
        .asked("fifteen", SOURCE, NOON, NOON + 86_400, &Outcome::Same)
        .await
        .unwrap();
    let begun = Instant::now();
    hub.refresh().await.unwrap();
    println!("made anew over the same copy: {:?}", begun.elapsed());
    let router = hub.router();
    for form in ["identity", "gzip", "br"] {
        let wish = [("accept-encoding", form)];
        let (_, bytes, tag) = get(&router, "/feeds/fifteen.json", &wish).await;
        let took = median(&router, "/feeds/fifteen.json", &wish, 2_000).await;
        let known = [wish[0], ("if-none-match", tag.as_str())];
        let same = median(&router, "/feeds/fifteen.json", &known, 2_000).await;
        println!("{form}: {bytes} bytes, {took:?} each, {same:?} where it is known");
    }
    for path in [
        "/feeds/fifteen.ics",
        "/feeds/fifteen.ics?how=online&day=tue",
        "/feeds/fifteen.ics?q=swansea",
        "/m/fifteen",
        "/m/fifteen?q=swansea",
        "/m/fifteen/meeting-7",
    ] {
        let (first, bytes, _) = get(&router, path, &[]).await;
        let took = median(&router, path, &[], 50).await;
        println!("{path}: {bytes} bytes, first {first:?}, then {took:?}");
    }
}
