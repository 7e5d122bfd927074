//! One question to a hub, by whoever speaks to hubs from a command line: the same line as feeds have,
//! no redirects, and the refusal comes back as it is.

use axum::{
    body::Bytes,
    http::{Request, header},
};
use http_body_util::Full;
use tokio::time::timeout;
use url::Url;

use super::{AGENT, FetchError, Fetcher, readable, whole};

/// What was answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Called {
    /// The HTTP status.
    pub status: u16,
    /// The body, whole.
    pub body: Vec<u8>,
}

impl Fetcher {
    /// Sends JSON to an address, or asks for what is there, and brings the answer, whatever its
    /// status.
    ///
    /// # Errors
    /// There was no whole answer in time.
    pub async fn call(&self, address: &str, json: Option<String>) -> Result<Called, FetchError> {
        let url = readable(address).ok_or(FetchError::Address)?;
        let request = request(&url, json).ok_or(FetchError::Address)?;
        let called = async {
            let answer = self.send(&url, request).await?;
            let status = answer.response.status().as_u16();
            let body = whole(answer).await?.body();
            Ok(Called { status, body })
        };
        let in_time = timeout(self.limit, called).await;
        in_time.unwrap_or(Err(FetchError::Slow(self.limit)))
    }
}

fn request(url: &Url, json: Option<String>) -> Option<Request<Full<Bytes>>> {
    let path = &url[url::Position::BeforePath..url::Position::AfterQuery];
    let host = &url[url::Position::BeforeHost..url::Position::AfterPort];
    let request = match json {
        Some(_) => Request::post(path).header(header::CONTENT_TYPE, "application/json"),
        None => Request::get(path),
    };
    let request = request
        .header(header::HOST, host)
        .header(header::USER_AGENT, AGENT)
        .header(header::ACCEPT, "application/json")
        .header(header::CONNECTION, "close");
    request
        .body(Full::from(json.unwrap_or_default().into_bytes()))
        .ok()
}
