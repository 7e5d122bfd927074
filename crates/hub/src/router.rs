//! Every route and what surrounds it: the log, the limits, the headers that hold everywhere.

use std::{any::Any, sync::Arc, time::Duration};

use axum::{
    Router,
    extract::{Request, State},
    http::{HeaderName, HeaderValue, Method, header},
    middleware::{self, Next},
    response::{IntoResponse, Response},
    routing::get,
};
use http_body_util::BodyExt;
use tower::ServiceBuilder;
use tower_http::{
    catch_panic::CatchPanicLayer,
    cors::{Any as AnyOrigin, CorsLayer},
    limit::RequestBodyLimitLayer,
    set_header::SetResponseHeaderLayer,
};

use crate::{
    assets::{self, Assets},
    demands::{self, Demands, cors},
    health, link, log,
    metrics::Metrics,
    openapi,
    pages::{self, Site},
    problem::Problem,
};

/// More than any route takes; each has its own limit below this.
const LARGEST_BODY: usize = 64 * 1024;
/// So much of a body that is too large is still read, and dropped.
const READ_AWAY: usize = 2 * 1024 * 1024;

const CORP: HeaderName = HeaderName::from_static("cross-origin-resource-policy");
const TIMING: HeaderName = HeaderName::from_static("timing-allow-origin");

pub(crate) fn router(
    site: Arc<Site>,
    demands: Arc<Demands>,
    metrics: Arc<Metrics>,
    time_limit: Duration,
    more: Router,
) -> Router {
    let assets = Arc::clone(&site.assets);
    let layers = ServiceBuilder::new()
        .layer(middleware::from_fn_with_state(
            Arc::clone(&metrics),
            log::requests,
        ))
        .layer(always(header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
        .layer(always(header::REFERRER_POLICY, "no-referrer"))
        .layer(middleware::from_fn_with_state(
            Arc::clone(&demands),
            cors::refusals,
        ))
        .layer(CatchPanicLayer::custom(after_panic))
        .layer(middleware::from_fn_with_state(time_limit, within))
        .layer(middleware::from_fn(one_envelope))
        .layer(middleware::from_fn(hear_out))
        .layer(RequestBodyLimitLayer::new(LARGEST_BODY));
    // Waits for nothing, takes no body and cannot panic: no clock, no limit.
    let light = ServiceBuilder::new()
        .layer(middleware::from_fn_with_state(
            Arc::clone(&metrics),
            log::quietly,
        ))
        .layer(always(header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
        .layer(always(header::REFERRER_POLICY, "no-referrer"));
    Router::new()
        .merge(pages::routes(site, Arc::clone(&demands)))
        .merge(health::routes(Arc::clone(&demands), metrics))
        .merge(demands::routes(Arc::clone(&demands)))
        .merge(link::routes(Arc::clone(&demands)))
        .merge(openapi::routes())
        .merge(more)
        .merge(files(assets))
        .method_not_allowed_fallback(|| async { Problem::MethodNotAllowed })
        .fallback(|| async { Problem::NotFound })
        .layer(layers)
        .merge(demands::count_route(demands).layer(light))
}

/// The built files, for any page of any origin.
fn files(assets: Arc<Assets>) -> Router {
    let cors = CorsLayer::new()
        .allow_origin(AnyOrigin)
        .allow_methods([Method::GET, Method::HEAD])
        .max_age(Duration::from_secs(86_400))
        // Every origin gets the same answer, so caches need not tell them apart.
        .vary([] as [HeaderName; 0]);
    Router::new()
        .route("/{*file}", get(assets::serve))
        .with_state(assets)
        .layer(cors)
        .layer(always(CORP, "cross-origin"))
        // Lets a partner see how long public files took, in their own page's timings.
        .layer(always(TIMING, "*"))
}

fn always(name: HeaderName, value: &'static str) -> SetResponseHeaderLayer<HeaderValue> {
    SetResponseHeaderLayer::if_not_present(name, HeaderValue::from_static(value))
}

async fn within(State(limit): State<Duration>, request: Request, next: Next) -> Response {
    tokio::time::timeout(limit, next.run(request))
        .await
        .unwrap_or_else(|_| Problem::TooSlow.into_response())
}

/// Hears out whoever says that they send too much. A browser reads no answer before it has sent all;
/// if it were hung up on in the middle, it would tell its page that nobody is there.
async fn hear_out(request: Request, next: Next) -> Response {
    let length = request.headers().get(header::CONTENT_LENGTH);
    let length = length.and_then(|length| length.to_str().ok()?.parse::<usize>().ok());
    let Some(length) = length.filter(|length| *length > LARGEST_BODY) else {
        return next.run(request).await;
    };
    if length <= READ_AWAY {
        let mut body = request.into_body();
        while let Some(Ok(_)) = body.frame().await {}
    }
    Problem::TooLarge.into_response()
}

/// Turns refusals that the framework worded itself into ours.
async fn one_envelope(request: Request, next: Next) -> Response {
    let response = next.run(request).await;
    let refused = response.status().is_client_error() || response.status().is_server_error();
    let is_ours = response
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| kind == "application/json" || kind == "text/html; charset=utf-8");
    if refused && !is_ours {
        return Problem::of_status(response.status()).into_response();
    }
    response
}

fn after_panic(_cause: Box<dyn Any + Send>) -> Response {
    // The panic hook has written the cause to the log; the caller learns only that it happened.
    Problem::Internal.into_response()
}
