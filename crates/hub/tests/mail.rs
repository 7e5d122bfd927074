//! The mail over real SMTP: to servers that take it, that are busy, that refuse or hang up; and
//! that an address is nowhere but in the mail.
#![allow(clippy::unwrap_used, reason = "tests")]

mod support;

use std::{sync::Arc, time::Duration};

use axum::http::StatusCode;
use support::{
    Double, Memory, NOON, TestHub, built,
    log::Written,
    signer::Drive,
    sink::{Manner, Sink},
};
use swansfeet_hub::{Clock, Config, Limits, MailConfig, store::model::Stage};

const FORM: &str = "/api/demands/fifteen/signatures";

struct Place {
    hub: TestHub,
    drive: Drive,
    store: Arc<Double>,
    sink: Sink,
}

async fn place(manner: Manner, mail: MailConfig) -> Place {
    let sink = Sink::start(manner).await;
    let drive = Drive::new();
    let folder = built();
    drive.secret(&folder.path().join("data"));
    let store = Arc::new(Double::new(Memory::Answers, vec![drive.row(Stage::Open)]));
    let config = Config {
        public_url: Some("https://hub.example/".to_owned()),
        mail: MailConfig {
            smtp: Some(sink.url().into()),
            from: Some("Post <hello@hub.example>".to_owned()),
            ..mail
        },
        limits: Limits {
            per_address: 2,
            ..Limits::default()
        },
        ..Config::default()
    };
    let hub = TestHub::within(folder, store.clone(), config, Clock::by(|| NOON)).await;
    Place {
        hub,
        drive,
        store,
        sink,
    }
}

impl Place {
    async fn sign(&self, email: &str) {
        let form = self.drive.form("Ana Pereira", email);
        let reply = self.hub.post(FORM, form.to_string()).await;
        assert_eq!(reply.status, StatusCode::ACCEPTED, "{}", reply.text());
    }

    /// Waits until the store has been told of so many mails that are no longer owed.
    async fn settled(&self, number: usize) {
        let done = || self.store.done.lock().unwrap().len();
        let enough = async {
            while done() < number {
                tokio::time::sleep(Duration::from_millis(10)).await;
            }
        };
        let waited = tokio::time::timeout(Duration::from_secs(10), enough).await;
        assert!(waited.is_ok(), "only {} are done", done());
    }

    async fn number(&self, name: &str) -> u64 {
        let text = self.hub.get("/metrics", &[]).await.text();
        let line = text
            .lines()
            .find(|line| line.starts_with(&format!("swansfeet_{name} ")));
        line.unwrap().rsplit(' ').next().unwrap().parse().unwrap()
    }
}

#[tokio::test]
async fn a_mail_names_its_campaign_s_sender_and_says_nothing_of_the_signer() {
    let mail = MailConfig {
        reply_to: Some("team@hub.example".to_owned()),
        bounces: Some("bounces@hub.example".to_owned()),
        senders: vec![("fifteen".to_owned(), "hello@fifteen.example".to_owned())],
        ..MailConfig::default()
    };
    let place = place(Manner::Takes, mail).await;
    place.sign("ana@example.org").await;
    let mail = place.sink.wait_for(1).await.remove(0);
    assert!(mail.from.contains("<bounces@hub.example>"), "{}", mail.from);
    for wanted in [
        "From: hello@fifteen.example\r\n",
        "Reply-To: team@hub.example\r\n",
        "Subject: Please confirm your email address\r\n",
        "Auto-Submitted: auto-generated\r\n",
        "https://hub.example/s/",
    ] {
        assert!(mail.text.contains(wanted), "no {wanted} in {}", mail.text);
    }
    assert!(!mail.text.contains("Pereira"), "{}", mail.text);
    place.settled(1).await;
    assert_eq!(place.number("mails_sent_total").await, 1);
    assert_eq!(place.number("mails_waiting").await, 0);
}

#[tokio::test]
async fn a_busy_server_is_asked_again() {
    for manner in [Manner::Busy(1), Manner::HangsUp(1)] {
        let place = place(manner, MailConfig::default()).await;
        place.sign("ana@example.org").await;
        place.sink.wait_for(1).await;
        place.settled(1).await;
        assert_eq!(place.sink.tries(), 2, "{manner:?}");
        assert_eq!(place.number("mails_retried_total").await, 1, "{manner:?}");
    }
}

#[tokio::test]
async fn an_address_that_is_refused_is_forgotten_at_once() {
    let place = place(Manner::Refuses, MailConfig::default()).await;
    place.sign("ana@example.org").await;
    place.settled(1).await;
    assert_eq!(place.sink.tries(), 1);
    assert_eq!(place.number("mails_lost_total").await, 1);
    assert_eq!(place.number("mails_waiting").await, 0);
}

/// However often it is tried: the clock is moved by an hour, and nothing waits for it.
#[tokio::test]
async fn an_address_that_cannot_be_reached_is_forgotten_after_an_hour() {
    let place = place(Manner::Busy(usize::MAX), MailConfig::default()).await;
    place.sign("ana@example.org").await;
    tokio::time::pause();
    tokio::time::sleep(Duration::from_secs(3_500)).await;
    assert_eq!(place.number("mails_waiting").await, 1);
    assert_eq!(place.number("mails_lost_total").await, 0);
    assert!(place.number("mails_retried_total").await >= 5);
    tokio::time::sleep(Duration::from_secs(200)).await;
    assert_eq!(place.number("mails_waiting").await, 0);
    assert_eq!(place.number("mails_lost_total").await, 1);
    assert_eq!(place.store.done.lock().unwrap().len(), 1);
    assert_eq!(place.number("mails_sent_total").await, 0);
}

#[tokio::test]
async fn an_address_gets_so_many_mails_an_hour_and_the_answer_is_the_same() {
    let place = place(Manner::Takes, MailConfig::default()).await;
    // Two spellings of one mailbox.
    for email in ["ana@gmail.com", "a.na+x@gmail.com", "ana@gmail.com"] {
        place.sign(email).await;
    }
    place.settled(3).await;
    assert_eq!(place.sink.mails().len(), 2);
    assert_eq!(place.number("mails_muted_total").await, 1);
}

#[tokio::test]
async fn settings_that_cannot_send_are_refused_at_the_start() {
    let rows = [
        ("smtp://", Some("a@b.example"), "mail.smtp"),
        ("ftp://x", Some("a@b.example"), "mail.smtp"),
        ("smtp://127.0.0.1:9", None, "mail.from"),
        ("smtp://127.0.0.1:9", Some("nobody"), "mail.from"),
    ];
    let there = "127.0.0.1:8080";
    let rows = rows.map(|(smtp, from, named)| (smtp, from, there, named));
    let elsewhere = (
        "smtp://127.0.0.1:9",
        Some("a@b.example"),
        "0.0.0.0:8080",
        "public_url",
    );
    for (smtp, from, listen, named) in rows.into_iter().chain([elsewhere]) {
        let folder = built();
        let config = Config {
            assets: Some(folder.path().to_owned()),
            listen: listen.parse().unwrap(),
            mail: MailConfig {
                smtp: Some(smtp.to_owned().into()),
                from: from.map(str::to_owned),
                ..MailConfig::default()
            },
            ..Config::default()
        };
        let store = Arc::new(Double::new(Memory::Answers, Vec::new()));
        let hub = swansfeet_hub::Hub::with_store(&config, store, Clock::system()).await;
        let said = hub.err().map(|error| error.to_string()).unwrap_or_default();
        assert!(said.contains(named), "{smtp} {from:?}: {said}");
    }
}

/// At the most talkative level, of our own code and of every library's.
#[tokio::test]
async fn the_log_of_a_signing_holds_nobody() {
    let written = Written::default();
    let log = written.log(tracing::Level::TRACE);
    let _guard = tracing::subscriber::set_default(log);
    let mut tokens = Vec::new();
    for manner in [
        Manner::Takes,
        Manner::Busy(1),
        Manner::Refuses,
        Manner::HangsUp(1),
    ] {
        let place = place(manner, MailConfig::default()).await;
        place.sign("ana.pereira@example.org").await;
        place.settled(1).await;
        for mail in place.sink.mails() {
            let token = mail.token();
            let path = format!("/s/{token}?secret=query");
            let telling = [
                ("user-agent", "secret-browser"),
                ("referer", "https://secret.example/"),
                ("x-forwarded-for", "203.0.113.7"),
                ("cookie", "secret-cookie"),
            ];
            place.hub.get(&path, &telling).await;
            place
                .hub
                .ask("POST", &format!("/s/{token}/confirm"), &telling)
                .await;
            tokens.push(token);
        }
        let mut wrong = place.drive.form("Ana Pereira", "ana.pereira@example.org");
        wrong["email"] = serde_json::json!("ana.pereira@@example.org");
        place.hub.post(FORM, wrong.to_string()).await;
        place
            .hub
            .post(FORM, "{\"email\": ana.pereira@example.org")
            .await;
    }
    let log = written.text();
    assert!(
        log.contains("/s/{token}") && log.contains("signatures"),
        "{log}"
    );
    assert_eq!(tokens.len(), 3);
    let people = ["ana", "pereira", "example.org", "secret", "203.0.113.7"];
    for word in people.into_iter().chain(tokens.iter().map(String::as_str)) {
        assert!(
            !log.to_lowercase().contains(&word.to_lowercase()),
            "{word} in the log:\n{log}"
        );
    }
}

#[tokio::test]
async fn a_sender_of_no_campaign_is_named_in_the_log() {
    let written = Written::default();
    let told = tracing::subscriber::set_default(written.log(tracing::Level::WARN));
    let senders = ["fifteen", "fiften"].map(|id| (id.to_owned(), format!("{id}@hub.example")));
    let mail = MailConfig {
        senders: senders.into(),
        ..MailConfig::default()
    };
    let _place = place(Manner::Takes, mail).await;
    drop(told);
    let log = written.text();
    let of_senders: Vec<&str> = log
        .lines()
        .filter(|line| line.contains("senders"))
        .collect();
    assert_eq!(of_senders.len(), 1, "{log}");
    assert!(of_senders[0].contains("mail.senders.fiften\""), "{log}");
    assert!(!log.contains('@'), "{log}");
}
