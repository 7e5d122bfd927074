//! A hub over a real database with one feed of meetings, a clock that a test moves, and a server
//! that the feed comes from.

use std::{
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
    time::Duration,
};

use chrono::NaiveDate;
use serde_json::json;
use swansfeet_demands::text::{Moment, Slug};
use swansfeet_hub::{
    Clock, Config, MeetingsConfig,
    meetings::{Fetcher, Said, desk, import},
    store::{Store, sqlite::SqliteStore},
};

use super::{
    NOON, Reply, TestHub, built,
    feed::{FeedServer, Manner},
};

/// How long a source may take in a test, however busy the machine is.
pub(crate) const PATIENCE: Duration = Duration::from_secs(20);

pub(crate) struct Gathering {
    pub(crate) hub: TestHub,
    pub(crate) store: Arc<dyn Store>,
    pub(crate) server: FeedServer,
    clock: Arc<AtomicI64>,
}

pub(crate) fn slug() -> Slug {
    Slug::new("fifteen").unwrap()
}

/// A feed with a weekly call that anybody may join and a meeting that wants to be asked.
pub(crate) fn good() -> serde_json::Value {
    json!({ "swansfeet": "meetings/1", "name": "Circle", "meetings": [
        {
            "id": "weekly-call", "title": "Weekly call", "start": "2026-03-03T19:30", "minutes": 60,
            "rule": "FREQ=WEEKLY;BYDAY=TU", "how": "online",
            "about": "Bring <b>tea</b> </script>",
            "join": { "link": "https://meet.example/open", "note": "Code 1234" },
            "organiser": { "name": "Circle" }, "roles": ["home-care"], "languages": ["en"],
            "changed": [
                { "on": "2026-03-10T19:30", "cancelled": true, "note": "Bank holiday" },
                { "on": "2026-03-17T19:30", "start": "2026-03-18T20:00" },
            ],
        },
        {
            "id": "quiet room", "title": "Quiet meeting", "start": "2026-03-05T11:00", "minutes": 90,
            "rule": "FREQ=MONTHLY;BYDAY=1TH", "how": "hybrid",
            "join": { "link": "https://meet.example/hidden-room", "phone": "0113 496 0000",
                      "note": "hidden-code", "withheld": true },
            "venue": { "name": "Unity Hall", "address": "4 Hidden Lane, Leeds", "postcode": "LS1 4AP",
                       "latitude": 53.79648, "longitude": -1.54785, "withheld": true },
        },
    ]})
}

/// The withheld parts of [`good`].
pub(crate) const HIDDEN: [&str; 6] = [
    "hidden-room",
    "0113 496",
    "hidden-code",
    "Hidden Lane",
    "LS1 4AP",
    "53.79648",
];

pub(crate) fn has(feed: &serde_json::Value) -> Manner {
    Manner::Has(feed.to_string().into_bytes(), "application/json")
}

/// Before anything is due.
const BEFORE: i64 = -1;

impl Gathering {
    pub(crate) async fn new() -> Self {
        let folder = built();
        let store = SqliteStore::open(&folder.path().join("data"))
            .await
            .unwrap();
        Self::over(folder, Arc::new(store)).await
    }

    /// Takes a file in as the feed's own.
    pub(crate) async fn take_in(&self, file: &str) -> desk::TakenIn {
        let (slug, now) = (slug(), self.now());
        let taken = desk::take_in(&*self.store, &slug, file.as_bytes(), now, false);
        taken.await.unwrap()
    }

    pub(crate) async fn over(folder: tempfile::TempDir, store: Arc<dyn Store>) -> Self {
        let server = FeedServer::start(has(&good())).await;
        desk::new_feed(&*store, &slug(), "Fifteen").await.unwrap();
        let clock = Arc::new(AtomicI64::new(NOON.0));
        let config = Config {
            public_url: Some("https://hub.example".to_owned()),
            meetings: MeetingsConfig {
                private_addresses: true,
                fetch_limit: PATIENCE,
            },
            ..Config::default()
        };
        let told = Arc::clone(&clock);
        let clock_of_hub = Clock::by(move || Moment(told.load(Ordering::Relaxed)));
        let hub = TestHub::within(folder, Arc::clone(&store), config, clock_of_hub).await;
        Self {
            hub,
            store,
            server,
            clock,
        }
    }

    /// With the server as a source, fetched once.
    pub(crate) async fn filled() -> Self {
        let gathering = Self::new().await;
        gathering.hold_the_hub();
        gathering.add_source().await;
        gathering.import().await;
        gathering
    }

    /// A new source is due at once. Until it is fetched here, the hub's clock stands before that, or
    /// the hub would fetch it too, sooner or later.
    pub(crate) fn hold_the_hub(&self) {
        self.clock.store(BEFORE, Ordering::Relaxed);
    }

    pub(crate) async fn add_source(&self) {
        let (slug, url) = (slug(), self.server.url());
        let added = desk::add_source(&*self.store, &slug, &url, "", 30);
        added.await.unwrap();
    }

    pub(crate) fn now(&self) -> i64 {
        self.clock.load(Ordering::Relaxed)
    }

    /// Fetches the source now, `later` seconds on, and lets the hub see what came of it. The clock
    /// moves last, so that the hub does not find it due by itself.
    pub(crate) async fn later(&self, later: i64) -> Said {
        self.fetched(later, PATIENCE).await
    }

    /// The same with a patience of its own, for a source that is too slow.
    pub(crate) async fn fetched(&self, later: i64, patience: Duration) -> Said {
        let now = match self.now() {
            BEFORE => NOON.0,
            now => now,
        } + later;
        let fetcher = Fetcher::new(true, patience);
        let mut reports = import(&*self.store, &fetcher, "fifteen", now, 0)
            .await
            .unwrap();
        self.clock.store(now, Ordering::Relaxed);
        self.hub.hub.as_ref().unwrap().refresh().await.unwrap();
        reports.remove(0).said
    }

    pub(crate) async fn import(&self) -> Said {
        self.later(0).await
    }

    pub(crate) fn move_clock(&self, seconds: i64) {
        self.clock.fetch_add(seconds, Ordering::Relaxed);
    }

    pub(crate) async fn feed(&self) -> serde_json::Value {
        let reply = self.hub.get("/feeds/fifteen.json", &[]).await;
        assert_eq!(reply.status, 200, "{}", reply.text());
        reply.json()
    }

    /// An organiser's link.
    pub(crate) async fn organiser(&self) -> String {
        let today = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();
        let slug = slug();
        let path = desk::new_organiser(&*self.store, &slug, "ana", today);
        path.await.unwrap().to_string()
    }

    /// Sends a form.
    pub(crate) async fn send(&self, path: &str, fields: &[(&str, &str)]) -> Reply {
        let body = url::form_urlencoded::Serializer::new(String::new())
            .extend_pairs(fields)
            .finish();
        let request = axum::http::Request::builder().method("POST").uri(path);
        let request = request.header("content-type", "application/x-www-form-urlencoded");
        self.hub.send(request.body(body.into()).unwrap()).await
    }

    /// The same of a form whose dates were looked at, if it asks for that.
    pub(crate) async fn send_seen(&self, path: &str, fields: &[(&str, &str)]) -> Reply {
        let reply = self.send(path, fields).await;
        let text = reply.text();
        if reply.status != 200 || !text.contains("name=\"seen\"") {
            return reply;
        }
        let mut fields = fields.to_vec();
        fields.push(("seen", value(&text, "seen")));
        self.send(path, &fields).await
    }
}

/// What stands in a field of a form.
pub(crate) fn value<'a>(page: &'a str, field: &str) -> &'a str {
    let (_, rest) = page.split_once(&format!("name=\"{field}\"")).unwrap();
    let (_, rest) = rest.split_once("value=\"").unwrap();
    rest.split('"').next().unwrap()
}

/// Ids of the meetings of a feed.
pub(crate) fn ids(feed: &serde_json::Value) -> Vec<&str> {
    let meetings = feed["meetings"].as_array().unwrap();
    meetings
        .iter()
        .map(|meeting| meeting["id"].as_str().unwrap())
        .collect()
}

/// A form as a browser sends it: nothing ticked, nothing optional.
pub(crate) fn form<'a>(title: &'a str, when: &'a str, what: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("version", "0"),
        ("title", title),
        ("about", "First line\r\nSecond <b>line</b>"),
        ("when", when),
        ("first", "2026-03-02"),
        ("minutes", "60"),
        ("zone", "Europe/London"),
        ("how", "online"),
        ("link", "meet.example/new-secret-room"),
        ("note", "secret-code"),
        ("withhold", "joining"),
        ("role", "home-care"),
        ("role", "family"),
        ("languages", "en, PL"),
        ("access", "captions"),
        ("do", what),
    ]
}
