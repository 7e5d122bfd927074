//! What is taken and what is refused, over a database that keeps what it is handed.
#![allow(clippy::too_many_lines, clippy::unwrap_used, reason = "tests; tables")]

mod support;

use axum::{
    body::Body,
    http::{Request, StatusCode},
};
use serde_json::json;
use std::sync::Arc;
use support::{
    Double, Memory, NOON, TestHub, built,
    place::{FORM, mailing, open_place, place},
    signer::Drive,
};
use swansfeet_demands::code::Code;
use swansfeet_hub::{
    Clock, Config,
    store::model::{Proof, Stage, Taken},
};

#[tokio::test]
async fn the_store_is_handed_no_name_and_no_address() {
    let place = open_place().await;
    // As long as no sealed bytes are by chance.
    let form = place.drive.form("Anastasia", "anastasia@example.org");
    let reply = place.hub.post(FORM, form.to_string()).await;
    assert_eq!(reply.status, StatusCode::ACCEPTED, "{}", reply.text());
    let taken = place.store.taken.lock().unwrap();
    let signature = &taken[0];
    assert!(matches!(signature.proof, Proof::Mail(_)));
    assert_eq!(signature.day.to_string(), "2026-03-02");
    assert_eq!(signature.facets.area, "LS");
    assert_eq!(signature.bound.partner.as_deref(), Some("north-branch"));
    assert_eq!(signature.copies.len(), 1);
    assert!(!signature.held);
    let all = format!("{signature:?}").to_lowercase();
    assert!(!all.contains("anastasia") && !all.contains("example.org"));
    let bytes = [&signature.record[..], &signature.copies[0].1].concat();
    assert!(!bytes.windows(9).any(|window| window == b"Anastasia"));
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
        (" ".repeat(100 * 1024), "413 too-large -"),
        (" ".repeat(1024 * 1024), "413 too-large -"),
    ] {
        assert_eq!(place.refused(body).await, wanted);
    }
    assert_eq!(
        place.refused(vec![0xff, 0xfe]).await,
        "400 malformed-json -"
    );
    assert!(place.store.taken.lock().unwrap().is_empty());
}

/// Posted by a page of that origin: status, code, and who may read that.
async fn told(hub: &TestHub, origin: &str, body: String) -> (u16, String, Option<String>) {
    let request = Request::post(FORM).header("content-type", "application/json");
    let request = request.header("content-length", body.len());
    let request = request.header("origin", origin).body(Body::from(body));
    let reply = hub.send(request.unwrap()).await;
    let allowed = reply.header("access-control-allow-origin");
    let code = reply.json()["error"]["code"].as_str().unwrap().to_owned();
    (reply.status.as_u16(), code, allowed.map(str::to_owned))
}

#[tokio::test]
async fn a_page_can_read_each_refusal_that_it_may_read_whichever_layer_made_it() {
    let listed = "origins = [\"https://north.example\"]";
    let north = "https://north.example";
    for (origins, origin, allowed) in [
        ("goal = 15_000", "https://any.example", Some("*")),
        (listed, north, Some(north)),
        (listed, "https://evil.example", None),
    ] {
        let allowed = allowed.map(str::to_owned);
        let drive = Drive::changed("goal = 15_000", origins);
        let form = drive.form("Ana", "ana@example.org").to_string();
        let mut coded = drive.form_with_code("Ana", &Code::from_bytes([7; 7]).to_string());
        coded["partner"] = json!(null);
        let config = Config {
            time_limit: std::time::Duration::from_millis(500),
            ..mailing("smtp://127.0.0.1:9")
        };
        let (clock, open) = (Clock::by(|| NOON), Stage::Open);
        let hung = place(drive, Memory::Hangs, open, config.clone(), clock).await;
        for length in [33, 100, 1024] {
            let body = " ".repeat(length * 1024);
            let (status, code, read) = told(&hung.hub, origin, body).await;
            let evil = length == 33 && allowed.is_none();
            let wanted = if evil {
                "no-such-campaign"
            } else {
                "too-large"
            };
            assert_eq!(
                (code.as_str(), &read),
                (wanted, &allowed),
                "{status} {length}"
            );
        }
        let slow = told(&hung.hub, origin, form).await;
        let panicking = panicking(&hung.drive, config).await;
        let wrong = told(&panicking, origin, coded.to_string()).await;
        if allowed.is_none() {
            let unknown = (404, "no-such-campaign".to_owned(), None);
            assert_eq!([slow, wrong], [unknown.clone(), unknown]);
            continue;
        }
        assert_eq!(slow, (503, "too-slow".to_owned(), allowed.clone()));
        assert_eq!(wrong, (500, "internal".to_owned(), allowed));
    }
}

/// A hub that falls over while it asks whether a used code was this signature's own.
async fn panicking(drive: &Drive, config: Config) -> TestHub {
    let folder = built();
    drive.secret(&folder.path().join("data"));
    let store = Double {
        outcome: Taken::CodeUsed,
        ..Double::new(Memory::PanicsAtLinks, vec![drive.row(Stage::Open)])
    };
    TestHub::within(folder, Arc::new(store), config, Clock::by(|| NOON)).await
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
