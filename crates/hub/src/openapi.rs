//! The document that describes the interface, `/api/openapi.json`. A test holds it against the
//! routes, and a snapshot against itself: whoever changes what partners rely on sees it.

use axum::{Router, http::HeaderMap, routing::get};
use schemars::JsonSchema;
use serde_json::{Value, json};
use swansfeet_api::demands::{Accepted, Breakdown, Count, Document, Signing, schema_of};
use swansfeet_api::wellbeing::document::Document as Wellbeing;

use crate::{meetings::Withheld, prepared::Prepared, problem::Problem};

pub(crate) fn routes() -> Router {
    let document = Prepared::json(&document(), "public, max-age=300");
    Router::new().route(
        "/api/openapi.json",
        get(async move |headers: HeaderMap| document.answer(&headers)),
    )
}

/// The document.
#[expect(clippy::too_many_lines, reason = "a table")]
pub(crate) fn document() -> Value {
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Swansfeet hub",
            "version": env!("CARGO_PKG_VERSION"),
            "description": "Campaigns out, sealed signatures in, counts out; feeds of meetings. Every refusal has one envelope.",
            "license": { "name": "MIT OR Apache-2.0", "identifier": "MIT OR Apache-2.0" },
        },
        "paths": {
            "/api/demands/{slug}": { "parameters": [slug()], "get": {
                "operationId": "campaign",
                "summary": "A campaign and all its words, with the key that signatures are sealed to.",
                "responses": read::<Document<'static>>(),
            }},
            "/api/demands/{slug}/count": { "parameters": [slug()], "get": {
                "operationId": "count",
                "summary": "How many have signed. At most ten seconds old.",
                "parameters": [{
                    "name": "partner", "in": "query", "required": false,
                    "description": "Count those who came by way of this partner too.",
                    "schema": { "type": "string" },
                }],
                "responses": read::<Count>(),
            }},
            "/api/demands/{slug}/breakdown": { "parameters": [slug()], "get": {
                "operationId": "breakdown",
                "summary": "Counts by region, category, day and demand, made by the hour. Small cells are null.",
                "responses": read::<Breakdown>(),
            }},
            "/api/demands/{slug}/signatures": { "parameters": [slug()], "post": {
                "operationId": "sign",
                "summary": "Hands in a sealed signature. Answered when it is on disk.",
                "description": "The answer is the same whether or not the address has signed before.",
                "requestBody": { "required": true, "content": json_of(schema::<Signing>()) },
                "responses": sign_responses(),
            }},
            "/api/meetings/{feed}/{id}/joining": { "parameters": [path("feed", "The feed's id."), path("id", "The meeting's id.")], "get": {
                "operationId": "joining",
                "summary": "How to join a meeting whose organiser wants people to ask first.",
                "description": "Nobody is told who asked. The feeds themselves are at `/feeds/{feed}.json` and, to subscribe to, `/feeds/{feed}.ics?{filter}`.",
                "responses": {
                    "200": { "description": "What is withheld.", "content": json_of(schema::<Withheld>()) },
                    "404": refused("`no-such-feed`, `not-found`: no such meeting, or nothing of it is withheld"),
                    "429": refused("`too-many`: see Retry-After"),
                },
            }},
            "/api/wellbeing/{slug}": { "parameters": [slug()], "get": {
                "operationId": "wellbeing",
                "summary": "What a check-in needs to know before its first question: this week's card, who holds the keys, the pictures so far.",
                "responses": read::<Wellbeing>(),
            }},
            "/api/wellbeing/{slug}/check-ins": { "parameters": [slug()], "post": {
                "operationId": "checkIn",
                "summary": "Hands in a sealed check-in. Answered when it is on disk.",
                "description": "The answer is the same for one that was there already.",
                "requestBody": { "required": true, "content": json_of(json!({
                    "type": "object", "required": ["wellbeing"], "additionalProperties": false,
                    "properties": { "wellbeing": {
                        "type": "string", "contentEncoding": "base64", "minLength": 4080, "maxLength": 4080,
                    }},
                })) },
                "responses": {
                    "204": { "description": "It is kept." },
                    "404": refused("`no-such-campaign`"),
                    "409": refused("`week-over`: load the check-in again"),
                    "413": refused("`too-large`"),
                    "415": refused("`wrong-content-type`"),
                    "422": refused("`bad-check-in`"),
                    "429": refused("`too-many`: see Retry-After"),
                    "503": refused("`not-ready`, `too-slow`: try again"),
                },
            }},
            "/api/wellbeing/{slug}/second": { "parameters": [slug()], "post": {
                "operationId": "second",
                "summary": "An order of the second holder of keys, signed by them.",
                "requestBody": { "required": true, "content": json_of(encoded("order")) },
                "responses": {
                    "200": { "description": "What came of it.", "content": json_of(encoded("reply")) },
                    "400": refused("`bad-order`"),
                    "403": refused("`not-the-second-holder`, `clocks-differ`"),
                    "404": refused("`no-such-campaign`"),
                    "409": refused("`refused`: the message says why"),
                    "503": refused("`not-ready`, `too-slow`: try again"),
                },
            }},
            "/api/openapi.json": { "get": {
                "operationId": "openapi",
                "summary": "This document.",
                "responses": { "200": { "description": "OpenAPI 3.1", "content": json_of(json!({ "type": "object" })) } },
            }},
        },
        "components": { "schemas": { "Refusal": refusal(), "Puzzle": puzzle() } },
    })
}

fn encoded(name: &str) -> Value {
    json!({
        "type": "object", "required": [name],
        "properties": { name: { "type": "string", "contentEncoding": "base64" } },
    })
}

fn schema<T: JsonSchema>() -> Value {
    schema_of::<T>().to_value()
}

fn slug() -> Value {
    json!({
        "name": "slug", "in": "path", "required": true,
        "description": "The campaign's id.", "schema": { "type": "string", "maxLength": 40 },
    })
}

fn path(name: &str, description: &str) -> Value {
    json!({
        "name": name, "in": "path", "required": true,
        "description": description, "schema": { "type": "string" },
    })
}

fn json_of(schema: Value) -> Value {
    json!({ "application/json": { "schema": schema } })
}

fn refused(description: &str) -> Value {
    let schema = json!({ "$ref": "#/components/schemas/Refusal" });
    json!({ "description": description, "content": json_of(schema) })
}

/// What reading a campaign and its counts may answer.
fn read<T: JsonSchema>() -> Value {
    json!({
        "200": { "description": "As asked for.", "content": json_of(schema::<T>()) },
        "304": { "description": "You have it already (If-None-Match)." },
        "404": refused("`no-such-campaign`"),
        "503": refused("`not-ready`"),
    })
}

fn sign_responses() -> Value {
    let accepted = || json_of(schema::<Accepted>());
    json!({
        "201": { "description": "Signed with a code: it counts.", "content": accepted() },
        "202": { "description": "Signed by email: it counts once the mailed link is used.", "content": accepted() },
        "400": refused("`malformed-json`"),
        "403": refused("`not-yet`, `closed`"),
        "404": refused("`no-such-campaign`"),
        "409": refused("`changed`: load the campaign again; `used-code`"),
        "413": refused("`too-large`"),
        "415": refused("`wrong-content-type`"),
        "422": refused("`bad-record`, `bad-email`, `bad-code`, `bad-field`, `no-mail`"),
        "428": {
            "description": "`puzzle`: solve it and send the same again with `proof`.",
            "content": json_of(json!({
                "allOf": [{ "$ref": "#/components/schemas/Refusal" }],
                "type": "object", "required": ["puzzle"],
                "properties": { "puzzle": { "$ref": "#/components/schemas/Puzzle" } },
            })),
        },
        "429": refused("`too-many`: see Retry-After"),
        "500": refused("`internal`"),
        "503": refused("`not-ready`, `too-slow`: try again"),
    })
}

fn refusal() -> Value {
    let own = Problem::ALL.iter().map(|problem| problem.code());
    let codes: Vec<&str> = own
        .chain(["malformed-json", "bad-field", "puzzle", "refused"])
        .collect();
    json!({
        "type": "object", "required": ["error"],
        "properties": { "error": {
            "type": "object", "required": ["code", "message"],
            "properties": {
                "code": { "type": "string", "enum": codes },
                "message": { "type": "string", "description": "In English, for developers." },
                "field": { "type": "string", "description": "Where in the request, as `copies[0].record`." },
            },
        }},
    })
}

fn puzzle() -> Value {
    json!({
        "type": "object",
        "description": "ALTCHA's form: find `number` up to `maxnumber` with SHA-256(salt + number) = challenge.",
        "required": ["algorithm", "challenge", "salt", "maxnumber", "signature"],
        "properties": {
            "algorithm": { "const": "SHA-256" },
            "challenge": { "type": "string" }, "salt": { "type": "string" },
            "maxnumber": { "type": "integer" }, "signature": { "type": "string" },
        },
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use expect_test::expect_file;

    use super::*;

    #[test]
    fn the_document_is_as_it_was() {
        let text = serde_json::to_string_pretty(&document()).unwrap();
        expect_file!["../tests/openapi.json"].assert_eq(&format!("{text}\n"));
    }

    /// Routes are written as text in the sources, so that is where they are looked for.
    #[test]
    fn each_route_is_in_the_document_and_the_other_way_round() {
        let sources = [
            include_str!("demands/mod.rs"),
            include_str!("meetings/joining.rs"),
            include_str!("openapi.rs"),
            include_str!("router.rs"),
            include_str!("wellbeing/mod.rs"),
        ];
        let mut routes = BTreeSet::new();
        for source in sources {
            let code = source.split("#[cfg(test)]").next().unwrap_or_default();
            for part in code.split(".route(").skip(1) {
                let path = part.split('"').nth(1).unwrap_or_default();
                if path.starts_with("/api/") {
                    routes.insert(path.to_owned());
                }
            }
        }
        let document = document();
        let described: BTreeSet<String> = document["paths"]
            .as_object()
            .unwrap()
            .keys()
            .cloned()
            .collect();
        assert_eq!(routes, described);
    }
}
