//! The built files, asked for by URL.
#![allow(
    clippy::unwrap_used,
    clippy::too_many_lines,
    reason = "tests that show whole answers as they are"
)]

mod support;

use std::fs;

use axum::http::StatusCode;
use expect_test::{Expect, expect};
use support::{Memory, TestHub, open};

/// Path, request headers, what comes back.
type Row = (
    &'static str,
    &'static [(&'static str, &'static str)],
    Expect,
);

#[tokio::test]
async fn files_come_with_the_headers_that_partners_pages_need() {
    let hub = TestHub::new().await;
    let rows: [Row; 4] = [
        (
            "/v1/pay.js",
            &[],
            expect![[r#"
            200 OK
            access-control-allow-origin: *
            cache-control: public, max-age=300, stale-while-revalidate=86400, stale-if-error=604800
            content-length: 25
            content-type: text/javascript; charset=utf-8
            cross-origin-resource-policy: cross-origin
            etag: "00000019"
            referrer-policy: no-referrer
            timing-allow-origin: *
            vary: accept-encoding
            x-content-type-options: nosniff
        "#]],
        ),
        (
            "/v1/pay.js",
            &[("accept-encoding", "gzip, br")],
            expect![[r#"
                200 OK
                access-control-allow-origin: *
                cache-control: public, max-age=300, stale-while-revalidate=86400, stale-if-error=604800
                content-encoding: br
                content-length: 12
                content-type: text/javascript; charset=utf-8
                cross-origin-resource-policy: cross-origin
                etag: "00000019-br"
                referrer-policy: no-referrer
                timing-allow-origin: *
                vary: accept-encoding
                x-content-type-options: nosniff
            "#]],
        ),
        (
            "/v1/pay.0badcafe.js",
            &[("accept-encoding", "gzip")],
            expect![[r#"
                200 OK
                access-control-allow-origin: *
                cache-control: public, max-age=31536000, immutable
                content-encoding: gzip
                content-length: 10
                content-type: text/javascript; charset=utf-8
                cross-origin-resource-policy: cross-origin
                etag: "00000019-gzip"
                referrer-policy: no-referrer
                timing-allow-origin: *
                vary: accept-encoding
                x-content-type-options: nosniff
            "#]],
        ),
        (
            "/gallery/",
            &[],
            expect![[r#"
                200 OK
                access-control-allow-origin: *
                cache-control: public, max-age=300, stale-while-revalidate=86400, stale-if-error=604800
                content-length: 15
                content-type: text/html; charset=utf-8
                cross-origin-resource-policy: cross-origin
                etag: "iV7oG577QnYn"
                referrer-policy: no-referrer
                timing-allow-origin: *
                vary: accept-encoding
                x-content-type-options: nosniff
            "#]],
        ),
    ];
    for (path, headers, expected) in rows {
        expected.assert_eq(&hub.get(path, headers).await.head());
    }
}

#[tokio::test]
async fn each_encoding_is_the_twin_that_the_build_made() {
    let hub = TestHub::new().await;
    let rows = [
        ("br", "brotli bytes"),
        ("gzip", "gzip bytes"),
        ("br;q=0, gzip;q=0.3", "gzip bytes"),
        ("deflate", "globalThis.pay = 'café';"),
    ];
    for (accepted, body) in rows {
        let reply = hub
            .get("/v1/pay.js", &[("accept-encoding", accepted)])
            .await;
        assert_eq!(reply.text(), body, "Accept-Encoding: {accepted}");
        assert_eq!(reply.header("vary"), Some("accept-encoding"));
    }
    let loader = hub
        .get("/v1/swansfeet.js", &[("accept-encoding", "br")])
        .await;
    assert_eq!(loader.header("content-encoding"), None, "has no twin");
    assert_eq!(loader.text(), "'loader'");
}

#[tokio::test]
async fn what_a_browser_holds_already_is_not_sent_again() {
    let hub = TestHub::new().await;
    let first = hub.get("/v1/pay.js", &[("accept-encoding", "br")]).await;
    let tag = first.header("etag").unwrap();
    let weak = format!("W/{tag}");
    let list = format!("\"other\", {tag}");
    let plain = hub.get("/v1/pay.js", &[]).await;
    let plain_tag = plain.header("etag").unwrap();
    assert_ne!(tag, plain_tag, "a strong tag names bytes, not meaning");
    let rows = [
        (tag, StatusCode::NOT_MODIFIED),
        (&weak, StatusCode::NOT_MODIFIED),
        (&list, StatusCode::NOT_MODIFIED),
        ("*", StatusCode::NOT_MODIFIED),
        (plain_tag, StatusCode::OK),
        ("\"other\"", StatusCode::OK),
        ("", StatusCode::OK),
    ];
    for (known, status) in rows {
        let headers = [("accept-encoding", "br"), ("if-none-match", known)];
        let reply = hub.get("/v1/pay.js", &headers).await;
        assert_eq!(reply.status, status, "If-None-Match: {known}");
        assert_eq!(reply.body.is_empty(), status == StatusCode::NOT_MODIFIED);
        assert_eq!(reply.header("etag"), Some(tag));
        assert_eq!(reply.header("cache-control"), first.header("cache-control"));
    }
}

#[tokio::test]
async fn head_says_what_get_would_and_sends_nothing() {
    let hub = TestHub::new().await;
    for path in ["/v1/pay.js", "/gallery/", "/w/pay", "/health"] {
        let get = hub.get(path, &[]).await;
        let head = hub.ask("HEAD", path, &[]).await;
        assert_eq!(head.head(), get.head(), "{path}");
        assert!(head.body.is_empty(), "{path}");
    }
}

#[tokio::test]
async fn no_path_leads_out_of_what_was_built() {
    let hub = TestHub::new().await;
    let rows = [
        "/manifest.json",
        "/v1",
        "/v1/",
        "/v1/pay.js.br",
        "/v1/pay.js/",
        "/v1/Pay.js",
        "/v1//pay.js",
        "//v1/pay.js",
        "/v1/../v1/swansfeet.js",
        "/v1/../v1/pay.js",
        "/../../etc/passwd",
        "/v1/..%2fv1/pay.js",
        "/v1/%2e%2e/v1/pay.js",
        "/v1/..%5cv1%5cpay.js",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/v1/pay.js%00",
        "/v1/pay.js%00.html",
        "/v1/pay%2ejs",
        "/%ff",
        "/etc/passwd",
        "/w/",
        "/w/pay/",
        "/w/../pay",
        "/w/%2e%2e%2fpay",
        "/w/swansfeet.js",
        "/w/pay.0badcafe",
    ];
    for path in rows {
        let reply = hub.get(path, &[]).await;
        assert_eq!(reply.status, StatusCode::NOT_FOUND, "{path}");
        assert!(
            reply
                .text()
                .starts_with("{\"error\":{\"code\":\"not-found\""),
            "{path}"
        );
    }
}

#[tokio::test]
async fn any_origin_may_ask_before_it_reads() {
    let hub = TestHub::new().await;
    let headers = [
        ("origin", "https://partner.example"),
        ("access-control-request-method", "GET"),
    ];
    let reply = hub.ask("OPTIONS", "/v1/pay.js", &headers).await;
    expect![[r#"
        405 Method Not Allowed
        allow: GET,HEAD
        cache-control: no-store
        content-length: 91
        content-type: application/json
        referrer-policy: no-referrer
        x-content-type-options: nosniff
    "#]]
    .assert_eq(&reply.head());
}

#[tokio::test]
async fn a_hub_without_good_files_says_what_to_do() {
    let hub = TestHub::new().await;
    let folder = hub.folder.path();
    let rows: [(&str, &str, &str); 4] = [
        (
            "v1/pay.js",
            "changed",
            "has changed since it was built: build again",
        ),
        (
            "manifest.json",
            "{}",
            "is not a manifest of this version: missing field `files`",
        ),
        (
            "manifest.json",
            "not json",
            "is not a manifest of this version: expected ident",
        ),
        (
            "manifest.json",
            r#"{"files":[{"path":"v1/gone.js","hash":"0"}]}"#,
            "is named in manifest.json but cannot be read",
        ),
    ];
    for (file, content, message) in rows {
        fs::write(folder.join(file), content).unwrap();
        let error = open(folder, Memory::Answers).await.err().unwrap();
        assert!(error.to_string().contains(message), "{error}");
    }
    fs::remove_file(folder.join("manifest.json")).unwrap();
    let error = open(folder, Memory::Answers).await.err().unwrap();
    assert!(
        error.to_string().contains("run `cargo xtask dist`"),
        "{error}"
    );
}
