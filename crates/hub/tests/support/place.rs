//! A hub over a double with one campaign.

use std::sync::Arc;

use serde_json::Value;
use swansfeet_hub::{Clock, Config, Limits, MailConfig, store::model::Stage};

use super::{
    Double, Memory, NOON, TestHub, built,
    signer::Drive,
    sink::{Manner, Sink},
};

pub(crate) const FORM: &str = "/api/demands/fifteen/signatures";

pub(crate) struct Place {
    pub(crate) hub: TestHub,
    pub(crate) drive: Drive,
    pub(crate) store: Arc<Double>,
}

pub(crate) async fn place(
    drive: Drive,
    memory: Memory,
    stage: Stage,
    config: Config,
    clock: Clock,
) -> Place {
    let folder = built();
    drive.secret(&folder.path().join("data"));
    let store = Arc::new(Double::new(memory, vec![drive.row(stage)]));
    let hub = TestHub::within(folder, store.clone(), config, clock).await;
    Place { hub, drive, store }
}

pub(crate) async fn open_place() -> Place {
    open_with(Limits::default()).await
}

pub(crate) async fn open_with(limits: Limits) -> Place {
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

pub(crate) fn mailing(url: &str) -> Config {
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
    pub(crate) fn form(&self) -> Value {
        self.drive.form("Ana", "ana@example.org")
    }

    /// Status, code and field of the refusal.
    pub(crate) async fn refused(&self, body: impl Into<axum::body::Body>) -> String {
        let reply = self.hub.post(FORM, body).await;
        let error = &reply.json()["error"];
        assert!(!reply.text().contains("example.org"), "{}", reply.text());
        let field = error["field"].as_str().unwrap_or("-");
        let code = error["code"].as_str().unwrap_or("none");
        format!("{} {code} {field}", reply.status.as_u16())
    }
}
