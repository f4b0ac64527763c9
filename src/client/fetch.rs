//! One request with a time limit.

use gloo_timers::callback::Timeout;
use js_sys::JsString;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, Headers, Request, RequestCache, RequestCredentials, RequestInit, Response};

/// What a server answered.
pub struct Reply {
    /// HTTP status.
    pub status: u16,
    /// The body.
    pub body: String,
}

/// Why there is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FetchFailure {
    /// Offline, refused, cut off, or forbidden by CORS or the page's policy: browsers don't tell.
    Network,
    /// The time limit was reached.
    TimedOut,
}

/// Gets, or with a body posts JSON, without cookies. `limit` is in milliseconds. A browser that has
/// what is got in its cache asks the server whether that is still the newest: `If-None-Match` and
/// `If-Modified-Since` are its own to send, without the preflight that they would need from us (Fetch,
/// "HTTP-network-or-cache fetch").
///
/// # Errors
/// [`FetchFailure`]; a POST may have arrived all the same.
pub async fn fetch_text(address: &str, body: Option<&str>, limit: u32) -> Result<Reply, FetchFailure> {
    let abort = AbortController::new().map_err(|_| FetchFailure::Network)?;
    let signal = abort.signal();
    let _timer = Timeout::new(limit, move || abort.abort());
    let failed = |_| if signal.aborted() { FetchFailure::TimedOut } else { FetchFailure::Network };
    let init = RequestInit::new();
    init.set_credentials(RequestCredentials::Omit);
    init.set_cache(RequestCache::NoCache);
    init.set_signal(Some(&signal));
    if let Some(body) = body {
        init.set_method("POST");
        init.set_body(&JsString::from(body));
        let headers = Headers::new().map_err(failed)?;
        headers.set("Content-Type", "application/json").map_err(failed)?;
        headers.set("Accept", "application/json").map_err(failed)?;
        init.set_headers(&headers);
    }
    let request = Request::new_with_str_and_init(address, &init).map_err(failed)?;
    let window = web_sys::window().ok_or(FetchFailure::Network)?;
    let response = JsFuture::from(window.fetch_with_request(&request)).await.map_err(failed)?;
    let response: Response = response.dyn_into().map_err(failed)?;
    let text = JsFuture::from(response.text().map_err(failed)?).await.map_err(failed)?;
    Ok(Reply { status: response.status(), body: text.as_string().unwrap_or_default() })
}
