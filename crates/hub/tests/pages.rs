//! The hub's own pages and its answers about itself, asked for by URL.
#![allow(
    clippy::too_many_lines,
    clippy::unwrap_used,
    reason = "tests; whole answers, shown as they are"
)]

mod support;

use std::sync::Arc;

use axum::http::StatusCode;
use expect_test::{Expect, expect};
use support::{Double, Memory, NOON, TestHub, signer::Drive};
use swansfeet_hub::{Clock, Config, store::model::Stage};

#[tokio::test]
async fn each_page_is_whole_and_strict() {
    let hub = TestHub::new().await;
    let rows: [(&str, Expect); 3] = [
        (
            "/",
            expect![[r#"
                200 OK
                cache-control: public, max-age=300
                content-length: 1154
                content-security-policy: default-src 'none'; script-src 'self' http://hub.example https://hub.example 'wasm-unsafe-eval'; style-src 'self' http://hub.example https://hub.example; connect-src 'self' http://hub.example https://hub.example; img-src 'self' http://hub.example https://hub.example; base-uri 'none'; form-action 'none'; frame-ancestors 'none'
                content-type: text/html; charset=utf-8
                permissions-policy: camera=(), geolocation=(), microphone=()
                referrer-policy: no-referrer
                vary: accept-language
                x-content-type-options: nosniff

                <!doctype html>
                <html lang="en" dir="ltr">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <title>Swansfeet</title>
                <link rel="stylesheet" href="/static/hub.css">
                </head>
                <body>
                <main class="hub">
                <h1>Swansfeet</h1>
                <p>Small tools for care and support workers. Use them here, or put them on your own website with one line.</p>
                <h2>The tools</h2>
                <ul class="hub__widgets">
                <li>
                <h3><a href="/w/pay?lang=en">Am I being paid right?</a></h3>
                <p>See whether you are paid for all the time you work. What you type stays on your device.</p>
                <p id="paste-pay">To put this on your own website, paste this line where it should stand:</p>
                <pre tabindex="0" aria-labelledby="paste-pay"><code>&lt;script async src="http://hub.example/v1/pay.js"&gt;&lt;/script&gt;</code></pre>
                </li>
                </ul>
                <p><a href="/gallery/">See every part in every state</a></p>
                </main>
                <footer class="hub">
                <nav aria-label="Language">
                <a href="?lang=en" lang="en" hreflang="en" aria-current="true">English</a>
                <a href="?lang=cy" lang="cy" hreflang="cy">Cymraeg</a>
                </nav>
                </footer>
                </body>
                </html>"#]],
        ),
        (
            "/w/pay",
            expect![[r#"
                200 OK
                cache-control: public, max-age=300
                content-length: 1231
                content-security-policy: default-src 'none'; script-src 'self' http://hub.example https://hub.example 'wasm-unsafe-eval'; style-src 'self' http://hub.example https://hub.example; connect-src 'self' http://hub.example https://hub.example; img-src 'self' http://hub.example https://hub.example; base-uri 'none'; form-action 'none'; frame-ancestors 'none'
                content-type: text/html; charset=utf-8
                permissions-policy: camera=(), geolocation=(), microphone=()
                referrer-policy: no-referrer
                vary: accept-language
                x-content-type-options: nosniff

                <!doctype html>
                <html lang="en" dir="ltr">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <title>Am I being paid right? – Swansfeet</title>
                <meta name="description" content="See whether you are paid for all the time you work. What you type stays on your device.">
                <link rel="stylesheet" href="/static/hub.css">
                </head>
                <body>
                <header class="hub">
                <p><a href="/?lang=en">All the tools</a></p>
                </header>
                <main class="hub">
                <h1>Am I being paid right?</h1>
                <p>See whether you are paid for all the time you work. What you type stays on your device.</p>
                <noscript><p>This page needs JavaScript to work, and it seems to be switched off. Switch it on in your browser&#39;s settings, then load the page again.</p></noscript>
                <script async src="/v1/pay.0badcafe.js" integrity="sha384-IR8HdB2fCMp9E08hSQZTB62kXpcHEHZM3hZMtNsKa5m8gZw0XcrYziFK97Emtpvy" crossorigin="anonymous" data-loading="eager" data-lang="en"></script>
                </main>
                <footer class="hub">
                <nav aria-label="Language">
                <a href="?lang=en" lang="en" hreflang="en" aria-current="true">English</a>
                <a href="?lang=cy" lang="cy" hreflang="cy">Cymraeg</a>
                </nav>
                </footer>
                </body>
                </html>"#]],
        ),
        (
            "/w/pay?frame=1&theme=dark&lang=cy",
            expect![[r#"
                200 OK
                cache-control: public, max-age=300
                content-length: 822
                content-security-policy: default-src 'none'; script-src 'self' http://hub.example https://hub.example 'wasm-unsafe-eval'; style-src 'self' http://hub.example https://hub.example; connect-src 'self' http://hub.example https://hub.example; img-src 'self' http://hub.example https://hub.example; base-uri 'none'; form-action 'none'; frame-ancestors *
                content-type: text/html; charset=utf-8
                cross-origin-resource-policy: cross-origin
                permissions-policy: camera=(), geolocation=(), microphone=()
                referrer-policy: no-referrer
                vary: accept-language
                x-content-type-options: nosniff

                <!doctype html>
                <html lang="cy" dir="ltr">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <meta name="robots" content="noindex">
                <title>Ydw i&#39;n cael y cyflog cywir?</title>
                <link rel="stylesheet" href="/static/frame.css">
                </head>
                <body class="framed">
                <noscript><p>Mae angen JavaScript ar y dudalen hon, ac mae&#39;n ymddangos ei fod wedi&#39;i ddiffodd. Trowch ef ymlaen yng ngosodiadau eich porwr, yna llwythwch y dudalen eto.</p></noscript>
                <script async src="/v1/pay.0badcafe.js" integrity="sha384-IR8HdB2fCMp9E08hSQZTB62kXpcHEHZM3hZMtNsKa5m8gZw0XcrYziFK97Emtpvy" crossorigin="anonymous" data-loading="eager" data-lang="cy" data-theme="dark"></script>
                <script async src="/static/frame.js"></script>
                </body>
                </html>"#]],
        ),
    ];
    for (path, expected) in rows {
        let reply = hub.get(path, &[("host", "hub.example")]).await;
        expected.assert_eq(&format!("{}\n{}", reply.head(), reply.text()));
    }
}

#[tokio::test]
async fn pages_speak_the_reader_s_language() {
    let hub = TestHub::new().await;
    let rows = [
        ("/", "", "<html lang=\"en\" dir=\"ltr\">"),
        ("/", "cy", "<html lang=\"cy\" dir=\"ltr\">"),
        ("/w/pay?lang=cy", "en", "Ydw i&#39;n cael y cyflog cywir?"),
        ("/w/pay?lang=xx", "", "Am I being paid right?"),
    ];
    for (path, accepted, part) in rows {
        let reply = hub.get(path, &[("accept-language", accepted)]).await;
        assert!(reply.text().contains(part), "{path}: {}", reply.text());
        assert_eq!(reply.header("vary"), Some("accept-language"));
    }
}

#[tokio::test]
async fn an_address_passes_on_only_harmless_options_and_no_markup() {
    let hub = TestHub::new().await;
    let rows = [
        ("theme=dark", " data-theme=\"dark\"", true),
        ("partner=fifteen", " data-partner=\"fifteen\"", true),
        ("demand-rate=15", " data-demand-rate=\"15\"", true),
        ("hub=https://evil.example", "evil", false),
        ("src=https://evil.example", "evil", false),
        ("key=evil", "evil", false),
        ("onload=evil", "evil", false),
        ("theme=%22%3E%3Cscript%3Eevil", "<script>evil", false),
        ("theme=%22%20onload=%22evil", "\" onload=", false),
    ];
    for (query, part, expected) in rows {
        for page in ["/w/pay?", "/w/pay?frame=1&"] {
            let reply = hub.get(&format!("{page}{query}"), &[]).await;
            assert_eq!(reply.status, StatusCode::OK);
            assert_eq!(
                reply.text().contains(part),
                expected,
                "{page}{query}\n{}",
                reply.text()
            );
        }
    }
}

#[tokio::test]
async fn a_host_that_is_no_host_goes_into_nothing() {
    let hub = TestHub::new().await;
    for host in ["evil; script-src *", "a b", "\"><script>", "evil/path"] {
        for path in ["/", "/w/pay"] {
            let reply = hub.get(path, &[("host", host)]).await;
            let all = format!("{}{}", reply.head(), reply.text());
            assert!(!all.contains(host), "{host}: {all}");
        }
    }
}

#[tokio::test]
async fn the_hub_says_how_it_is() {
    let rows = [
        (
            "/health",
            Memory::Answers,
            expect![[r#"200 OK {"status":"alive"}"#]],
        ),
        (
            "/health",
            Memory::Refuses,
            expect![[r#"200 OK {"status":"alive"}"#]],
        ),
        (
            "/ready",
            Memory::Answers,
            expect![[r#"200 OK {"status":"ready"}"#]],
        ),
        (
            "/ready",
            Memory::Refuses,
            expect![[
                r#"503 Service Unavailable {"error":{"code":"not-ready","message":"The hub cannot reach its database at the moment."}}"#
            ]],
        ),
        (
            "/ready",
            Memory::Hangs,
            expect![[
                r#"503 Service Unavailable {"error":{"code":"too-slow","message":"The hub took too long to answer. Please try again."}}"#
            ]],
        ),
        (
            "/ready",
            Memory::Panics,
            expect![[
                r#"500 Internal Server Error {"error":{"code":"internal","message":"Something went wrong in the hub."}}"#
            ]],
        ),
    ];
    for (path, store, expected) in rows {
        let reply = TestHub::over(store).await.get(path, &[]).await;
        assert_eq!(reply.header("cache-control"), Some("no-store"));
        expected.assert_eq(&format!("{} {}", reply.status, reply.text()));
    }
}

#[tokio::test]
async fn every_refusal_has_the_one_envelope() {
    let hub = TestHub::new().await;
    let rows = [
        (
            "GET",
            "/nothing",
            expect![[
                r#"404 Not Found {"error":{"code":"not-found","message":"There is nothing at this address."}}"#
            ]],
        ),
        (
            "GET",
            "/w/nothing",
            expect![[
                r#"404 Not Found {"error":{"code":"not-found","message":"There is nothing at this address."}}"#
            ]],
        ),
        (
            "POST",
            "/",
            expect![[
                r#"405 Method Not Allowed {"error":{"code":"method-not-allowed","message":"This address does not take this method."}}"#
            ]],
        ),
        (
            "POST",
            "/v1/pay.js",
            expect![[
                r#"405 Method Not Allowed {"error":{"code":"method-not-allowed","message":"This address does not take this method."}}"#
            ]],
        ),
        (
            "DELETE",
            "/ready",
            expect![[
                r#"405 Method Not Allowed {"error":{"code":"method-not-allowed","message":"This address does not take this method."}}"#
            ]],
        ),
    ];
    for (method, path, expected) in rows {
        let reply = hub.ask(method, path, &[]).await;
        assert_eq!(
            reply.header("cache-control"),
            Some("no-store"),
            "{method} {path}"
        );
        let takes = reply.header("allow").is_some();
        assert_eq!(
            takes,
            reply.status == StatusCode::METHOD_NOT_ALLOWED,
            "{method} {path}"
        );
        expected.assert_eq(&format!("{} {}", reply.status, reply.text()));
    }
}

#[tokio::test]
async fn nothing_sets_a_cookie() {
    let hub = TestHub::new().await;
    for path in ["/", "/w/pay", "/v1/pay.js", "/health", "/ready", "/nothing"] {
        let reply = hub.get(path, &[("cookie", "known=yes")]).await;
        assert_eq!(reply.header("set-cookie"), None, "{path}");
    }
}

/// A built folder whose manifest has the demands widget too.
fn built_with_demands() -> tempfile::TempDir {
    let options = serde_json::json!({ "goal": "number", "key": "text", "hub": "text" });
    built_with(
        "demands",
        serde_json::json!({ "options": options }),
        "demands.js",
    )
}

/// With one more widget, and its script.
fn built_with(widget: &str, facts: serde_json::Value, script: &str) -> tempfile::TempDir {
    let folder = support::built();
    let path = folder.path().join("manifest.json");
    let text = std::fs::read_to_string(&path).unwrap();
    let mut manifest: serde_json::Value = serde_json::from_str(&text).unwrap();
    manifest["widgets"][widget] = facts;
    std::fs::write(&path, manifest.to_string()).unwrap();
    std::fs::write(folder.path().join("v1").join(script), "'widget'").unwrap();
    folder
}

#[tokio::test]
async fn what_no_other_page_may_read_is_in_a_sandbox_and_has_a_way_out() {
    let inside = "wellbeing.inside.1.js";
    let facts = serde_json::json!({ "inside": inside, "options": { "exit": "url" } });
    let folder = built_with("wellbeing", facts, inside);
    let store = Arc::new(Double::new(Memory::Answers, Vec::new()));
    let hub = TestHub::within(folder, store, Config::default(), Clock::by(|| NOON)).await;
    let framed = hub
        .get("/w/wellbeing?frame=1&exit=https://evil.example", &[])
        .await;
    let policy = framed.header("content-security-policy").unwrap();
    let (strict, sandbox) = policy.split_once("; sandbox ").unwrap();
    assert!(strict.ends_with("frame-ancestors *"), "{policy}");
    assert!(strict.contains("form-action 'none'"), "{policy}");
    assert!(!sandbox.contains("same-origin"), "{policy}");
    for wanted in [
        "data-quiet",
        "/v1/wellbeing.inside.1.js",
        "/static/leave.js",
    ] {
        assert!(framed.text().contains(wanted), "{}", framed.text());
    }
    let own = hub.get("/w/wellbeing?exit=https://evil.example", &[]).await;
    assert_eq!(
        own.header("cross-origin-opener-policy"),
        Some("same-origin")
    );
    let way_out = "href=\"https://www.bbc.co.uk/weather\"";
    assert!(own.text().contains(way_out), "{}", own.text());
    for page in [framed, own] {
        assert!(!page.text().contains("evil"), "{}", page.text());
    }
    let pay = hub.get("/w/pay?frame=1", &[]).await;
    let policy = pay.header("content-security-policy").unwrap();
    assert!(!policy.contains("sandbox"), "{policy}");
    assert!(!pay.text().contains("leave"), "{}", pay.text());
}

#[tokio::test]
async fn no_partner_is_offered_the_tag_of_what_is_for_the_hub_s_own_pages_alone() {
    let facts = serde_json::json!({ "hub_only": true, "options": {} });
    let folder = built_with("steward", facts, "steward.js");
    let store = Arc::new(Double::new(Memory::Answers, Vec::new()));
    let hub = TestHub::within(folder, store, Config::default(), Clock::by(|| NOON)).await;
    let front = hub.get("/", &[]).await;
    assert!(front.text().contains("/w/pay"), "{}", front.text());
    assert!(!front.text().contains("steward"), "{}", front.text());
    assert_eq!(hub.get("/w/steward", &[]).await.status, StatusCode::OK);
}

#[tokio::test]
async fn without_script_the_demands_can_be_read_and_signing_is_explained() {
    let folder = built_with_demands();
    let drive = Drive::new();
    drive.secret(&folder.path().join("data"));
    let rows = vec![drive.row(Stage::Open)];
    let store = Arc::new(Double::new(Memory::Answers, rows));
    let hub = TestHub::within(folder, store, Config::default(), Clock::by(|| NOON)).await;
    let page = hub.get("/w/demands?campaign=fifteen", &[]).await;
    let text = page.text();
    let script = text.split("<noscript>").nth(1).unwrap();
    let plain = script.split("</noscript>").next().unwrap();
    for wanted in [
        "At least £15 an hour",
        "Full sick pay",
        "Why: ",
        "Signing needs JavaScript",
    ] {
        assert!(plain.contains(wanted), "no {wanted} in {plain}");
    }
    assert!(text.contains("data-campaign=\"fifteen\""), "{text}");
    let policy = page.header("content-security-policy").unwrap();
    assert!(policy.contains("connect-src 'self'"), "{policy}");
    let welsh = hub.get("/w/demands?campaign=fifteen&lang=cy", &[]).await;
    assert!(welsh.text().contains("O leiaf £15 yr awr"));
    let other = hub.get("/w/demands?campaign=other", &[]).await;
    assert!(other.text().contains("This page needs JavaScript"));
}

#[tokio::test]
async fn no_address_passes_on_a_key_or_a_hub_even_where_the_widget_has_such_an_option() {
    let store = Arc::new(Double::new(Memory::Answers, Vec::new()));
    let folder = built_with_demands();
    let hub = TestHub::within(folder, store, Config::default(), Clock::by(|| NOON)).await;
    let page = hub
        .get(
            "/w/demands?goal=9&key=sw1-evil&hub=https://evil.example&src=evil",
            &[],
        )
        .await;
    assert!(page.text().contains("data-goal=\"9\""), "{}", page.text());
    assert!(!page.text().contains("evil"), "{}", page.text());
}
