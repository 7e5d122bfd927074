//! A signature from the form to the link that takes it back, over a real database and a real mail
//! server on loopback.
#![allow(
    clippy::too_many_lines,
    clippy::unwrap_used,
    reason = "tests; a whole way"
)]

mod support;

use std::sync::Arc;

use axum::http::StatusCode;
use serde_json::json;
use support::{
    NOON, TestHub, built,
    signer::Drive,
    sink::{Manner, Sink},
};
use swansfeet_demands::{
    DemandsHash, Signature,
    code::Code,
    seal::{Binding, Reader, open},
};
use swansfeet_hub::{
    Clock, Config, MailConfig,
    store::{
        Store,
        model::{Stage, Whose},
        sqlite::SqliteStore,
    },
};

const FORM: &str = "/api/demands/fifteen/signatures";
const COUNT: &str = "/api/demands/fifteen/count?partner=north-branch";

pub(crate) fn mailing(sink: &Sink) -> Config {
    Config {
        public_url: Some("https://hub.example".to_owned()),
        mail: MailConfig {
            smtp: Some(sink.url().into()),
            from: Some("hello@hub.example".to_owned()),
            ..MailConfig::default()
        },
        ..Config::default()
    }
}

struct Place {
    hub: TestHub,
    drive: Drive,
    sink: Sink,
    store: Arc<SqliteStore>,
}

async fn place() -> Place {
    let drive = Drive::new();
    let sink = Sink::start(Manner::Takes).await;
    let folder = built();
    let data = folder.path().join("data");
    let store = Arc::new(SqliteStore::open(&data).await.unwrap());
    assert!(
        store
            .add_campaign(&drive.row(Stage::Open), &[], &[])
            .await
            .unwrap()
    );
    let secret = drive.secret(&data);
    let code = Code::from_bytes([7; 7]);
    store
        .add_codes("fifteen", &[secret.code_mark(&code)])
        .await
        .unwrap();
    let clock = Clock::by(|| NOON);
    let hub = TestHub::within(folder, store.clone(), mailing(&sink), clock).await;
    Place {
        hub,
        drive,
        sink,
        store,
    }
}

impl Place {
    async fn count(&self) -> String {
        self.hub.hub.as_ref().unwrap().refresh().await.unwrap();
        self.hub.get(COUNT, &[]).await.text()
    }

    async fn page(&self, method: &str, path: &str) -> (StatusCode, String) {
        let reply = self.hub.ask(method, path, &[]).await;
        assert_eq!(reply.header("cache-control"), Some("no-store"), "{path}");
        assert_eq!(
            reply.header("referrer-policy"),
            Some("no-referrer"),
            "{path}"
        );
        (reply.status, reply.text())
    }
}

#[tokio::test]
async fn a_signature_is_mailed_confirmed_counted_opened_and_withdrawn() {
    let place = place().await;
    let form = place
        .drive
        .form("Anastasia Pereira", "ana.pereira@example.org");
    let reply = place.hub.post(FORM, form.to_string()).await;
    assert_eq!(reply.status, StatusCode::ACCEPTED, "{}", reply.text());
    assert_eq!(reply.text(), r#"{"accepted":true,"mail":true}"#);

    let mail = place.sink.wait_for(1).await.remove(0);
    assert!(mail.to.contains("ana.pereira@example.org"), "{}", mail.to);
    assert!(
        mail.from.contains("<>"),
        "bounces go nowhere: {}",
        mail.from
    );
    assert!(
        mail.text.contains("https://hub.example/s/"),
        "{}",
        mail.text
    );
    for word in ["Anastasia", "Pereira", "fifteen", "union", "demand"] {
        let body = mail.text.replace("ana.pereira@example.org", "");
        assert!(!body.contains(word), "{word} in {body}");
    }
    assert_eq!(
        place.count().await,
        r#"{"count":0,"goal":15000,"partner":0}"#
    );

    let link = format!("/s/{}", mail.token());
    // A mail scanner looks, and looks again: nothing changes.
    for _look in 0..2 {
        let (status, page) = place.page("GET", &link).await;
        assert_eq!(status, StatusCode::OK);
        assert!(
            page.contains(&format!("action=\"{link}/confirm\"")),
            "{page}"
        );
    }
    assert_eq!(
        place.count().await,
        r#"{"count":0,"goal":15000,"partner":0}"#
    );
    let (status, page) = place.page("POST", &format!("{link}/confirm")).await;
    assert_eq!(status, StatusCode::OK);
    assert!(page.contains("Your signature is confirmed."), "{page}");
    assert_eq!(
        place.count().await,
        r#"{"count":1,"goal":15000,"partner":1}"#
    );
    let (_, page) = place.page("POST", &format!("{link}/confirm")).await;
    assert!(page.contains("confirmed before"), "{page}");
    assert_eq!(
        place.count().await,
        r#"{"count":1,"goal":15000,"partner":1}"#
    );

    let rows = place
        .store
        .records("fifteen", Whose::Organisers, None, 10)
        .await
        .unwrap();
    let binding = Binding {
        campaign: "fifteen",
        demands: DemandsHash::of(&place.drive.campaign),
        consent: rows[0].bound.consent,
        epoch: rows[0].bound.epoch,
        partner: rows[0].bound.partner.as_deref(),
        reader: Reader::Organisers,
    };
    let opened = open(&place.drive.key, &binding, &rows[0].record).unwrap();
    assert_eq!(
        Signature::from_bytes(&opened).unwrap().name,
        "Anastasia Pereira"
    );

    let (status, page) = place.page("POST", &format!("{link}/withdraw")).await;
    assert_eq!(status, StatusCode::OK);
    assert!(
        page.contains("We deleted 1 signature") && page.contains("leads nowhere"),
        "{page}"
    );
    assert_eq!(
        place.count().await,
        r#"{"count":0,"goal":15000,"partner":0}"#
    );
    let rows = place
        .store
        .records("fifteen", Whose::Organisers, None, 10)
        .await
        .unwrap();
    assert!(rows.is_empty());

    let (gone, after) = place.page("GET", &link).await;
    let (unknown, never) = place.page("GET", "/s/AAAAAAAAAAAAAAAAAAAAAA").await;
    let (wrong, nonsense) = place.page("POST", "/s/x/withdraw").await;
    assert_eq!([gone, unknown, wrong], [StatusCode::NOT_FOUND; 3]);
    assert!(after == never && never == nonsense, "one calm page for all");
}

#[tokio::test]
async fn a_code_signs_once_and_counts_at_once() {
    let place = place().await;
    let code = Code::from_bytes([7; 7]).to_string();
    let form = place.drive.form_with_code("Bo", &code);
    let reply = place.hub.post(FORM, form.to_string()).await;
    assert_eq!(reply.status, StatusCode::CREATED, "{}", reply.text());
    let withdraw = reply.json()["withdraw"].as_str().unwrap().to_owned();
    let link = withdraw.strip_prefix("https://hub.example").unwrap();
    assert_eq!(
        place.count().await,
        r#"{"count":1,"goal":15000,"partner":1}"#
    );

    // The very same again, as after an answer that was lost: the same answer, and no second name.
    let again = place.hub.post(FORM, form.to_string()).await;
    assert_eq!(again.status, StatusCode::CREATED);
    assert_eq!(again.json(), reply.json());
    assert!(place.count().await.starts_with(r#"{"count":1,"#));
    // Sealed anew, it is another signature, and another link would be no right of whoever sends it.
    let anew = place.drive.form_with_code("Bo", &code);
    let refused = place.hub.post(FORM, anew.to_string()).await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    assert_eq!(refused.json()["error"]["code"], "used-code");
    let mut elsewhere = form.clone();
    elsewhere["code"] = Code::from_bytes([8; 7]).to_string().into();
    let refused = place.hub.post(FORM, elsewhere.to_string()).await;
    assert_eq!(refused.json()["error"]["code"], "bad-code");
    let other = Code::from_bytes([8; 7]).to_string();
    let other = place.drive.form_with_code("Bo", &other);
    let reply = place.hub.post(FORM, other.to_string()).await;
    assert_eq!(reply.json()["error"]["code"], "bad-code");

    let (_, page) = place.page("GET", link).await;
    assert!(
        !page.contains("/confirm") && page.contains("/withdraw"),
        "{page}"
    );
    place.page("POST", &format!("{link}/withdraw")).await;
    assert_eq!(
        place.count().await,
        r#"{"count":0,"goal":15000,"partner":0}"#
    );
}

#[tokio::test]
async fn who_signs_again_gets_the_same_answer_and_counts_once() {
    let place = place().await;
    let mut replies = Vec::new();
    for turn in 1..=2 {
        let form = place.drive.form("Ana", "ana@example.org");
        let reply = place.hub.post(FORM, form.to_string()).await;
        replies.push(format!("{}{}", reply.head(), reply.text()));
        let mail = place.sink.wait_for(turn).await.pop().unwrap();
        let link = format!("/s/{}/confirm", mail.token());
        replies.push(
            place
                .page("POST", &link)
                .await
                .1
                .replace(&mail.token(), "TOKEN"),
        );
    }
    assert_eq!(replies[0], replies[2]);
    assert_eq!(replies[1], replies[3]);
    assert_eq!(
        place.count().await,
        r#"{"count":1,"goal":15000,"partner":1}"#
    );
}

#[tokio::test]
async fn what_is_filled_in_too_fast_waits_for_an_organiser() {
    let place = place().await;
    let mut form = place.drive.form("Ana", "ana@example.org");
    form["seconds"] = json!(2);
    let reply = place.hub.post(FORM, form.to_string()).await;
    assert_eq!(reply.text(), r#"{"accepted":true,"mail":true}"#);
    let mail = place.sink.wait_for(1).await.remove(0);
    let (_, page) = place
        .page("POST", &format!("/s/{}/confirm", mail.token()))
        .await;
    assert!(page.contains("Your signature is confirmed."), "{page}");
    assert_eq!(
        place.count().await,
        r#"{"count":0,"goal":15000,"partner":0}"#
    );
    place.store.release_held("fifteen").await.unwrap();
    assert_eq!(
        place.count().await,
        r#"{"count":1,"goal":15000,"partner":1}"#
    );
}
