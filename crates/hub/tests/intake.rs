//! What is taken and what is refused, over a database that keeps what it is handed.
#![allow(clippy::unwrap_used, reason = "tests")]

mod support;

use std::sync::Arc;

use axum::{
    body::Body,
    http::{Request, StatusCode},
};
use serde_json::{Value, json};
use support::{
    Double, Memory, NOON, TestHub, built,
    signer::Drive,
    sink::{Manner, Sink},
};
use swansfeet_demands::text::Moment;
use swansfeet_hub::{
    Clock, Config, Limits, MailConfig,
    store::model::{Proof, Stage},
};

const FORM: &str = "/api/demands/fifteen/signatures";

struct Place {
    hub: TestHub,
    drive: Drive,
    store: Arc<Double>,
}

async fn place(drive: Drive, memory: Memory, stage: Stage, config: Config, clock: Clock) -> Place {
    let folder = built();
    drive.secret(&folder.path().join("data"));
    let store = Arc::new(Double::new(memory, vec![drive.row(stage)]));
    let hub = TestHub::within(folder, store.clone(), config, clock).await;
    Place { hub, drive, store }
}

async fn open_place() -> Place {
    open_with(Limits::default()).await
}

async fn open_with(limits: Limits) -> Place {
    let sink = Sink::start(Manner::Takes).await;
    let config = Config {
        limits,
        ..mailing(&sink.url())
    };
    place(
        Drive::new(),
        Memory::Answers,
        Stage::Open,
        config,
        Clock::by(|| NOON),
    )
    .await
}

fn mailing(url: &str) -> Config {
    Config {
        public_url: Some("https://hub.example".to_owned()),
        mail: MailConfig {
            smtp: Some(url.to_owned().into()),
            from: Some("hello@hub.example".to_owned()),
            ..MailConfig::default()
        },
        ..Config::default()
    }
}

impl Place {
    fn form(&self) -> Value {
        self.drive.form("Ana", "ana@example.org")
    }

    /// Status, code and field of the refusal.
    async fn refused(&self, body: impl Into<Body>) -> String {
        let reply = self.hub.post(FORM, body).await;
        let error = &reply.json()["error"];
        assert!(!reply.text().contains("example.org"), "{}", reply.text());
        let field = error["field"].as_str().unwrap_or("-");
        let code = error["code"].as_str().unwrap_or("none");
        format!("{} {code} {field}", reply.status.as_u16())
    }
}

#[tokio::test]
async fn the_store_is_handed_no_name_and_no_address() {
    let place = open_place().await;
    let reply = place.hub.post(FORM, place.form().to_string()).await;
    assert_eq!(reply.status, StatusCode::ACCEPTED, "{}", reply.text());
    let taken = place.store.taken.lock().unwrap();
    let signature = &taken[0];
    assert!(matches!(signature.proof, Proof::Mail { .. }));
    assert_eq!(signature.day.to_string(), "2026-03-02");
    assert_eq!(signature.facets.area, "LS");
    assert_eq!(signature.bound.partner.as_deref(), Some("north-branch"));
    assert_eq!(signature.copies.len(), 1);
    assert!(!signature.held);
    let all = format!("{signature:?}").to_lowercase();
    assert!(!all.contains("ana") && !all.contains("example.org"));
    let bytes = [&signature.record[..], &signature.copies[0].1].concat();
    assert!(!bytes.windows(3).any(|window| window == b"Ana"));
}

#[tokio::test]
async fn each_wrong_field_is_named() {
    let place = open_place().await;
    let rows = [
        // (where, what stands there, answer)
        ("/record", json!("AQID"), "422 bad-record record"),
        ("/record", json!("????"), "422 bad-field record"),
        (
            "/copies/0/partner",
            json!("stranger"),
            "422 bad-field copies[0].partner",
        ),
        (
            "/copies/0/record",
            json!("AQID"),
            "422 bad-field copies[0].record",
        ),
        ("/email", json!("ana@example.org@"), "422 bad-email email"),
        ("/email", json!(null), "422 bad-field email"),
        ("/email", json!(7), "422 bad-field email"),
        ("/name_tag", json!(4096), "422 bad-field name_tag"),
        ("/name_tag", json!(null), "422 bad-field name_tag"),
        ("/areas/area", json!("ZZ"), "422 bad-field areas.area"),
        ("/areas/area", json!("ls"), "422 bad-field areas.area"),
        (
            "/areas/nation",
            json!("wales"),
            "422 bad-field areas.nation",
        ),
        (
            "/areas/region",
            json!("london"),
            "422 bad-field areas.region",
        ),
        (
            "/areas/council",
            json!("Leeds"),
            "422 bad-field areas.council",
        ),
        ("/category", json!("boss"), "422 bad-field category"),
        (
            "/priorities",
            json!(["pay", "pay"]),
            "422 bad-field priorities",
        ),
        ("/priorities", json!(["beer"]), "422 bad-field priorities"),
        (
            "/priorities",
            json!(["pay", "pay", "pay", "pay"]),
            "422 bad-field priorities",
        ),
        ("/language", json!("pl"), "422 bad-field language"),
        ("/partner", json!("North!"), "422 bad-field partner"),
        ("/demands", json!("00"), "422 bad-field demands"),
        ("/demands", json!("0".repeat(64)), "409 changed -"),
        ("/consent", json!(99), "409 changed -"),
        ("/epoch", json!(2), "409 changed -"),
        ("/seconds", json!(-1), "422 bad-field seconds"),
    ];
    for (at, value, wanted) in rows {
        let mut form = place.form();
        *form.pointer_mut(at).unwrap() = value.clone();
        assert_eq!(
            place.refused(form.to_string()).await,
            wanted,
            "{at} {value}"
        );
    }
    let mut both = place.form();
    both["code"] = json!("swc1-0000-0000-0000-0000");
    assert_eq!(place.refused(both.to_string()).await, "422 bad-field code");
    let mut code = place.drive.form_with_code("Ana", "swc1-nonsense");
    assert_eq!(place.refused(code.to_string()).await, "422 bad-code code");
    code["colour"] = json!("red");
    assert_eq!(place.refused(code.to_string()).await, "422 bad-field -");
    let whole = place.form().to_string();
    for (body, wanted) in [
        (String::new(), "400 malformed-json -"),
        ("{".to_owned(), "400 malformed-json -"),
        (whole[..whole.len() / 2].to_owned(), "400 malformed-json -"),
        ("[]".to_owned(), "422 bad-field -"),
        (" ".repeat(33 * 1024), "413 too-large -"),
    ] {
        assert_eq!(place.refused(body).await, wanted);
    }
    assert_eq!(
        place.refused(vec![0xff, 0xfe]).await,
        "400 malformed-json -"
    );
    assert!(place.store.taken.lock().unwrap().is_empty());
}

#[tokio::test]
async fn a_record_that_was_cut_or_lengthened_is_refused() {
    let place = open_place().await;
    let form = place.form();
    let record = form["record"].as_str().unwrap();
    for wrong in [&record[..record.len() - 4], &record.repeat(2), "AQEAAAAB"] {
        let mut form = form.clone();
        form["record"] = json!(wrong);
        let said = place.refused(form.to_string()).await;
        assert!(said.starts_with("422 bad-"), "{said}");
    }
}

#[tokio::test]
async fn only_json_is_taken() {
    let place = open_place().await;
    for (kind, wanted) in [
        ("text/plain", StatusCode::UNSUPPORTED_MEDIA_TYPE),
        (
            "application/x-www-form-urlencoded",
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
        ),
        ("Application/JSON; charset=utf-8", StatusCode::ACCEPTED),
    ] {
        let request = Request::post(FORM).header("content-type", kind);
        let request = request.body(Body::from(place.form().to_string())).unwrap();
        assert_eq!(place.hub.send(request).await.status, wanted, "{kind}");
    }
}

#[tokio::test]
async fn a_campaign_takes_signatures_only_while_it_is_open() {
    let opens = "opens = 2026-03-02T13:00:00+00:00";
    let closes = "closes = 2026-03-02T11:00:00+00:00";
    let rows = [
        (Stage::Draft, "", "404 no-such-campaign -", "404"),
        (Stage::Closed, "", "403 closed -", "closed"),
        (Stage::Open, opens, "403 not-yet -", "not-yet"),
        (Stage::Open, closes, "403 closed -", "closed"),
    ];
    for (stage, times, wanted, shown) in rows {
        let drive = Drive::changed("goal = 15_000", times);
        let config = mailing("smtp://127.0.0.1:9");
        let place = place(drive, Memory::Answers, stage, config, Clock::by(|| NOON)).await;
        assert_eq!(place.refused(place.form().to_string()).await, wanted);
        let document = place.hub.get("/api/demands/fifteen", &[]).await;
        match shown {
            "404" => assert_eq!(document.status, StatusCode::NOT_FOUND),
            _ => assert_eq!(document.json()["signing"], shown),
        }
    }
}

#[tokio::test]
async fn without_a_mail_server_only_codes_are_taken() {
    let config = Config::default();
    let place = place(
        Drive::new(),
        Memory::Answers,
        Stage::Open,
        config,
        Clock::by(|| NOON),
    )
    .await;
    assert_eq!(
        place.refused(place.form().to_string()).await,
        "422 no-mail -"
    );
    let document = place.hub.get("/api/demands/fifteen", &[]).await;
    assert_eq!(document.json()["mail"], false);
}

#[tokio::test]
async fn a_database_that_is_gone_is_said_and_nothing_is_acknowledged() {
    let config = mailing("smtp://127.0.0.1:9");
    let place = place(
        Drive::new(),
        Memory::Refuses,
        Stage::Open,
        config,
        Clock::by(|| NOON),
    )
    .await;
    let reply = place.hub.post(FORM, place.form().to_string()).await;
    assert_eq!(reply.status, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(reply.json()["error"]["code"], "not-ready");
    assert_eq!(reply.header("retry-after"), Some("5"));
    let page = place.hub.get("/s/AAAAAAAAAAAAAAAAAAAAAA", &[]).await;
    assert_eq!(page.status, StatusCode::SERVICE_UNAVAILABLE);
    assert!(
        page.text().contains("Nothing has changed"),
        "{}",
        page.text()
    );
}

#[tokio::test]
async fn one_network_may_send_so_many_a_minute() {
    let limits = Limits {
        per_network: 2,
        ..Limits::default()
    };
    let place = open_with(limits).await;
    for wanted in [
        StatusCode::ACCEPTED,
        StatusCode::ACCEPTED,
        StatusCode::TOO_MANY_REQUESTS,
    ] {
        let reply = place.hub.post(FORM, place.form().to_string()).await;
        assert_eq!(reply.status, wanted);
        let wait = reply.header("retry-after").map(str::to_owned);
        assert_eq!(wait.is_some(), wanted == StatusCode::TOO_MANY_REQUESTS);
    }
}

#[tokio::test]
async fn a_puzzle_is_asked_for_while_many_sign_and_its_solution_is_taken_once() {
    let limits = Limits {
        puzzle_above: 1,
        per_campaign: 6,
        ..Limits::default()
    };
    let place = open_with(limits).await;
    let first = place.hub.post(FORM, place.form().to_string()).await;
    assert_eq!(first.status, StatusCode::ACCEPTED);
    let asked = place.hub.post(FORM, place.form().to_string()).await;
    assert_eq!(
        asked.status,
        StatusCode::PRECONDITION_REQUIRED,
        "{}",
        asked.text()
    );
    let puzzle = &asked.json()["puzzle"];
    assert_eq!(puzzle["algorithm"], "SHA-256");
    let text = |name: &str| puzzle[name].as_str().unwrap().to_owned();
    let most = puzzle["maxnumber"].as_u64();
    let number =
        altcha_lib_rs::solve_challenge(&text("challenge"), &text("salt"), None, most, 0).unwrap();
    let mut form = place.form();
    form["proof"] = json!({
        "challenge": text("challenge"), "salt": text("salt"), "number": number,
        "signature": text("signature"),
    });
    for (wanted, what) in [
        (StatusCode::ACCEPTED, "solved"),
        (StatusCode::PRECONDITION_REQUIRED, "replayed"),
    ] {
        let reply = place.hub.post(FORM, form.to_string()).await;
        assert_eq!(reply.status, wanted, "{what}: {}", reply.text());
    }
    // Never alone: above the limit a solution does not help.
    for _more in 0..2 {
        place.hub.post(FORM, place.form().to_string()).await;
    }
    let reply = place.hub.post(FORM, form.to_string()).await;
    assert_eq!(reply.status, StatusCode::TOO_MANY_REQUESTS);
}

#[tokio::test]
async fn many_at_once_are_written_together() {
    let place = Arc::new(
        open_with(Limits {
            per_network: 1_000,
            ..Limits::default()
        })
        .await,
    );
    let mut posting = tokio::task::JoinSet::new();
    for _one in 0..100 {
        let place = Arc::clone(&place);
        posting.spawn(async move { place.hub.post(FORM, place.form().to_string()).await.status });
    }
    while let Some(status) = posting.join_next().await {
        assert_eq!(status.unwrap(), StatusCode::ACCEPTED);
    }
    let batches = place.store.batches.lock().unwrap().clone();
    assert_eq!(batches.iter().sum::<usize>(), 100);
    assert!(batches.len() < 50, "{batches:?}");
}

#[tokio::test]
async fn answers_may_be_read_by_the_pages_that_the_campaign_names() {
    let open = open_place().await;
    let listed = Drive::changed("goal = 15_000", "origins = [\"https://north.example\"]");
    let config = mailing("smtp://127.0.0.1:9");
    let listed = place(
        listed,
        Memory::Answers,
        Stage::Open,
        config,
        Clock::by(|| NOON),
    )
    .await;
    let rows = [
        (&open, "https://any.example", Some("*"), None, 202),
        (
            &listed,
            "https://north.example",
            Some("https://north.example"),
            Some("origin"),
            202,
        ),
        (&listed, "https://evil.example", None, Some("origin"), 404),
        (&listed, "https://hub.example", None, Some("origin"), 202),
    ];
    for (place, origin, allowed, vary, signed) in rows {
        for path in ["/api/demands/fifteen", "/api/demands/fifteen/count"] {
            let reply = place.hub.get(path, &[("origin", origin)]).await;
            assert_eq!(
                reply.header("access-control-allow-origin"),
                allowed,
                "{origin} {path}"
            );
            assert_eq!(reply.header("vary"), vary);
        }
        let before = place.hub.ask("OPTIONS", FORM, &[("origin", origin)]).await;
        assert_eq!(before.status, StatusCode::NO_CONTENT);
        assert_eq!(before.header("access-control-allow-origin"), allowed);
        assert_eq!(before.header("access-control-max-age"), Some("86400"));
        let request = Request::post(FORM).header("content-type", "application/json");
        let request = request.header("origin", origin);
        let request = request.body(Body::from(place.form().to_string())).unwrap();
        assert_eq!(
            place.hub.send(request).await.status.as_u16(),
            signed,
            "{origin}"
        );
    }
}

#[tokio::test]
async fn campaigns_and_counts_are_known_by_their_tags() {
    let place = open_place().await;
    for path in ["", "/count", "/count?partner=north-branch", "/breakdown"] {
        let path = format!("/api/demands/fifteen{path}");
        let reply = place.hub.get(&path, &[]).await;
        assert_eq!(reply.status, StatusCode::OK, "{path} {}", reply.text());
        let cached = reply.header("cache-control").unwrap();
        assert!(cached.starts_with("public, max-age="), "{path}: {cached}");
        let tag = reply.header("etag").unwrap();
        for known in [tag, &format!("W/{tag}"), &format!("\"other\", {tag}"), "*"] {
            let again = place.hub.get(&path, &[("if-none-match", known)]).await;
            assert_eq!(again.status, StatusCode::NOT_MODIFIED, "{path}");
            assert!(again.body.is_empty());
        }
        let other = place
            .hub
            .get(&path, &[("if-none-match", "\"other\"")])
            .await;
        assert_eq!(other.status, StatusCode::OK);
    }
    let reply = place.hub.get("/api/demands/other/count", &[]).await;
    assert_eq!(reply.json()["error"]["code"], "no-such-campaign");
}

#[tokio::test]
async fn a_campaign_opens_by_the_clock_without_a_restart() {
    let time = Arc::new(std::sync::atomic::AtomicI64::new(NOON.0));
    let told = Arc::clone(&time);
    let clock = Clock::by(move || Moment(told.load(std::sync::atomic::Ordering::Relaxed)));
    let drive = Drive::changed("goal = 15_000", "opens = 2026-03-02T13:00:00+00:00");
    let config = mailing("smtp://127.0.0.1:9");
    let place = place(drive, Memory::Answers, Stage::Open, config, clock).await;
    assert_eq!(
        place.refused(place.form().to_string()).await,
        "403 not-yet -"
    );
    time.fetch_add(3_600, std::sync::atomic::Ordering::Relaxed);
    let reply = place.hub.post(FORM, place.form().to_string()).await;
    assert_eq!(reply.status, StatusCode::ACCEPTED);
}
