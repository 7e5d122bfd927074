//! The hub's own pages: a list of the widgets, a whole page for each, and the same bare for a frame.
//!
//! They are plain HTML around one script tag; all text comes from `locales/`. They set no cookie and
//! load nothing from elsewhere.

use std::{collections::BTreeMap, sync::Arc};

use askama::Template;
use axum::{
    Router,
    extract::{Path, Query, State},
    http::{HeaderMap, HeaderName, HeaderValue, header},
    response::{Html, IntoResponse, Response},
    routing::get,
};
use swansfeet_api::demands::Signable;
use swansfeet_demands::text::Text;
use swansfeet_words::Words;

use crate::{
    assets::{Assets, Script},
    demands::Demands,
    language::{self, LANGUAGES, Language},
    problem::Problem,
    words::{self, msg},
};

/// Everything from the hub itself (`HUB`), nothing inline, nothing from elsewhere.
/// `wasm-unsafe-eval` lets WebAssembly run and nothing more; without it the widget would fall back
/// to plain JavaScript.
const POLICY: &str = "default-src 'none'; script-src HUB 'wasm-unsafe-eval'; style-src HUB; \
     connect-src HUB; img-src HUB; base-uri 'none'; form-action 'none'; frame-ancestors ";

/// Where the quick exit leads from the hub's own pages; crates/embed/js/modes.js has the same for
/// partners' pages.
const EXIT: &str = "https://www.bbc.co.uk/weather";

/// For the page in the frame of a widget whose answers no other page may read: without an origin
/// even where the page around it leaves the frame's own sandbox out, or is of the hub's origin.
const SANDBOX: &str = "; sandbox allow-scripts allow-forms allow-modals allow-downloads allow-popups \
     allow-popups-to-escape-sandbox";

const OPENER: HeaderName = HeaderName::from_static("cross-origin-opener-policy");
const PERMISSIONS: HeaderName = HeaderName::from_static("permissions-policy");
const CORP: HeaderName = HeaderName::from_static("cross-origin-resource-policy");

/// Options that an address may pass on to any widget, beside the widget's own.
const PASSED_ON: [&str; 3] = ["theme", "partner", "campaign"];

/// Options that an address may never pass on, whatever a widget has: with these, a link could make
/// our own page speak to somebody else's server, trust somebody else's key, or lead there.
const NEVER_PASSED_ON: [&str; 4] = ["hub", "src", "key", "exit"];

/// Shown without script; nothing of it is a rule.
struct Campaign {
    name: String,
    introduction: String,
    /// Why it cannot be signed, if it cannot.
    state: Option<String>,
    /// Title, text and the reason of each.
    demands: Vec<(String, String, String)>,
}

/// What the pages of widgets are made from.
struct Pages {
    site: Arc<Site>,
    demands: Arc<Demands>,
}

type Asked = BTreeMap<String, String>;

/// What the pages are made from.
pub(crate) struct Site {
    pub(crate) assets: Arc<Assets>,
    /// Where partners reach this hub, where its operator has said so.
    pub(crate) public_url: Option<String>,
}

pub(crate) fn routes(site: Arc<Site>, demands: Arc<Demands>) -> Router {
    let pages = Arc::new(Pages { site, demands });
    Router::new()
        .route("/", get(home))
        .route("/w/{widget}", get(widget))
        .with_state(pages)
}

/// A widget as the pages name it.
struct Widget<'a> {
    name: &'a str,
    title: String,
    line: Option<String>,
}

#[derive(Template)]
#[template(path = "home.html")]
struct HomePage<'a> {
    words: Words,
    languages: [Language; 2],
    origin: String,
    widgets: Vec<Widget<'a>>,
    has_gallery: bool,
}

#[derive(Template)]
#[template(path = "widget.html")]
struct WidgetPage<'a> {
    words: Words,
    languages: [Language; 2],
    widget: Widget<'a>,
    script: Script,
    options: Vec<(&'a str, &'a str)>,
    campaign: Option<Campaign>,
    exit: Option<&'static str>,
}

#[derive(Template)]
#[template(path = "frame.html")]
struct FramePage<'a> {
    words: Words,
    widget: Widget<'a>,
    script: Script,
    options: Vec<(&'a str, &'a str)>,
    is_quiet: bool,
}

async fn home(
    State(pages): State<Arc<Pages>>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
) -> Response {
    let site = &pages.site;
    let words = words_for(&asked, &headers);
    let page = HomePage {
        languages: LANGUAGES,
        origin: origin(site, &headers),
        widgets: site
            .assets
            .widgets()
            .map(|name| Widget::named(name, &words))
            .collect(),
        has_gallery: site.assets.has("/gallery/"),
        words,
    };
    answer(&page, &own_sources(site, &headers), "'none'")
}

async fn widget(
    State(pages): State<Arc<Pages>>,
    Path(name): Path<String>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
) -> Response {
    let site = &pages.site;
    let Some(script) = site.assets.script(&name) else {
        return Problem::NotFound.into_response();
    };
    let words = words_for(&asked, &headers);
    let widget = Widget::named(&name, &words);
    let options = passed_on(&site.assets, &name, &asked);
    let is_quiet = site.assets.is_always_framed(&name);
    if asked.get("frame").is_some_and(|frame| frame == "1") {
        let page = FramePage {
            words,
            widget,
            script,
            options,
            is_quiet,
        };
        let framed_by = format!("*{}", if is_quiet { SANDBOX } else { "" });
        let mut response = answer(&page, &own_sources(site, &headers), &framed_by);
        // A page that isolates itself may only frame what says that it may be framed.
        response
            .headers_mut()
            .insert(CORP, HeaderValue::from_static("cross-origin"));
        return response;
    }
    let page = WidgetPage {
        campaign: campaign(&pages.demands, &name, &asked, &words),
        words,
        languages: LANGUAGES,
        widget,
        script,
        options,
        exit: is_quiet.then_some(EXIT),
    };
    let mut response = answer(&page, &own_sources(site, &headers), "'none'");
    if is_quiet {
        // A page that opened this one keeps no hold of it.
        response
            .headers_mut()
            .insert(OPENER, HeaderValue::from_static("same-origin"));
    }
    response
}

/// The demands of the campaign that the address names, for those without script.
fn campaign(demands: &Demands, widget: &str, asked: &Asked, words: &Words) -> Option<Campaign> {
    if widget != "demands" {
        return None;
    }
    let entry = demands.registry.find(asked.get("campaign")?)?;
    let lang = words.lang();
    let text = |text: &Text| text.in_language(lang).to_owned();
    let state = match entry.signable(demands.clock.now()) {
        Signable::Open => None,
        Signable::NotYet => Some(words.get(msg::PAGE_DEMANDS_SOON)),
        Signable::Closed => Some(words.get(msg::PAGE_DEMANDS_CLOSED)),
    };
    let each = entry.campaign.demands.iter().map(|demand| {
        let why = msg::PageDemandsWhy {
            why: text(&demand.why).into(),
        };
        (text(&demand.title), text(&demand.text), why.say(words))
    });
    Some(Campaign {
        name: text(&entry.campaign.name),
        introduction: text(&entry.campaign.introduction),
        state,
        demands: each.collect(),
    })
}

impl<'a> Widget<'a> {
    /// A widget without words of its own here, such as a new one, goes by its name.
    fn named(name: &'a str, words: &Words) -> Self {
        let say =
            |part: &str| msg::keyed(&format!("widget-{name}-{part}")).map(|key| words.get(key));
        Self {
            name,
            title: say("title").unwrap_or_else(|| name.to_owned()),
            line: say("line"),
        }
    }
}

fn words_for(asked: &Asked, headers: &HeaderMap) -> Words {
    let language = language::choose(asked.get("lang").map(String::as_str), headers);
    words::of(language)
}

fn passed_on<'a>(assets: &Assets, widget: &str, asked: &'a Asked) -> Vec<(&'a str, &'a str)> {
    asked
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .filter(|(name, _)| !NEVER_PASSED_ON.contains(name))
        .filter(|(name, _)| PASSED_ON.contains(name) || assets.has_option(widget, name))
        .collect()
}

/// Where a partner's page would load from: as the operator says, else as this request came.
fn origin(site: &Site, headers: &HeaderMap) -> String {
    if let Some(url) = &site.public_url {
        return url.trim_end_matches('/').to_owned();
    }
    format!("http://{}", host(headers).unwrap_or("localhost"))
}

/// The hub as a policy names it. `'self'` alone would not do: in a sandboxed frame, which has no
/// origin, WebKit matches it with nothing.
fn own_sources(site: &Site, headers: &HeaderMap) -> String {
    match host(headers) {
        _ if site.public_url.is_some() => format!("'self' {}", origin(site, headers)),
        Some(host) => format!("'self' http://{host} https://{host}"),
        None => "'self'".to_owned(),
    }
}

/// The host that was asked for, if it is nothing but a host: it goes into a header and a page.
fn host(headers: &HeaderMap) -> Option<&str> {
    let host = headers.get(header::HOST)?.to_str().ok()?;
    let is_host = |byte: u8| byte.is_ascii_alphanumeric() || b".-:[]".contains(&byte);
    (!host.is_empty() && host.bytes().all(is_host)).then_some(host)
}

fn answer(page: &impl Template, own: &str, framed_by: &str) -> Response {
    let body = match page.render() {
        Ok(body) => body,
        Err(error) => {
            tracing::error!(%error, "a page could not be rendered");
            return Problem::Internal.into_response();
        }
    };
    let mut response = Html(body).into_response();
    let headers = response.headers_mut();
    if let Ok(policy) = HeaderValue::from_str(&format!("{}{framed_by}", POLICY.replace("HUB", own)))
    {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    for (name, value) in [
        (header::CACHE_CONTROL, "public, max-age=300"),
        (header::VARY, "accept-language"),
        (PERMISSIONS, "camera=(), geolocation=(), microphone=()"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    response
}
