//! One request with a time limit.

use gloo_timers::callback::Timeout;
use js_sys::{Object, Promise, Reflect, Uint8Array};
use std::borrow::Cow;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortController, AbortSignal, RequestCache, RequestCredentials, RequestInit, RequestMode, Response,
};

#[wasm_bindgen]
extern "C" {
    /// What the page has as `fetch`. web-sys trusts the browser's own: one that a page put in its place may throw, return
    /// another kind of promise, or take nothing but an address that is a string.
    #[wasm_bindgen(catch, js_name = fetch)]
    fn page_fetch(address: &str, init: &RequestInit) -> Result<JsValue, JsValue>;
}

/// What a server answered.
pub struct Reply {
    /// HTTP status; 0 where a page can't read it.
    pub status: u16,
    /// The body, as it came.
    pub body: Vec<u8>,
    /// The header of this name, where pages can read it (CORS).
    pub retry_after: Option<String>,
}

impl Reply {
    /// The body as text, whatever it is: for answers that only programs read.
    pub fn text(&self) -> Cow<'_, str> {
        String::from_utf8_lossy(&self.body)
    }
}

/// Why there is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FetchFailure {
    /// Offline, refused, cut off, or forbidden by CORS or the page's policy: browsers don't tell.
    Network,
    /// The time limit was reached.
    TimedOut,
}

/// What is posted.
pub struct Post {
    /// A text, or form data.
    pub body: JsValue,
    /// Names and values.
    pub headers: Vec<(String, String)>,
    /// Whether the answer can be read.
    pub is_readable: bool,
}

/// A request that was begun before the program was here (embed/huso.js).
#[derive(Clone, Debug)]
pub struct Started {
    /// What was asked for.
    pub address: String,
    abort: AbortController,
    response: Promise,
}

impl PartialEq for Started {
    fn eq(&self, other: &Self) -> bool {
        self.abort == other.abort
    }
}

impl Started {
    /// What `startFetch` in embed/huso.js returns; `None` of anything else.
    pub fn read(value: &JsValue) -> Option<Self> {
        let member = |name: &str| Reflect::get(value, &name.into()).ok().filter(|it| !it.is_undefined());
        Some(Self {
            address: member("address")?.as_string()?,
            abort: member("abort")?.unchecked_into(),
            // A page may have replaced promises by its own.
            response: Promise::resolve(&member("response")?),
        })
    }
}

/// Gets, or with something to post posts it, without cookies. `limit` is in milliseconds. A browser
/// that has what is got in its cache asks the server whether that is still the newest: `If-None-Match`
/// and `If-Modified-Since` are its own to send, without the preflight that they would need from us
/// (Fetch, "HTTP-network-or-cache fetch").
///
/// # Errors
/// [`FetchFailure`]; a POST may have arrived all the same.
pub async fn fetch(address: &str, post: Option<&Post>, limit: u32) -> Result<Reply, FetchFailure> {
    let abort = AbortController::new().map_err(|_| FetchFailure::Network)?;
    let options = options(post, &abort.signal()).map_err(|_| FetchFailure::Network)?;
    let response = page_fetch(address, &options).map_err(|_| FetchFailure::Network)?;
    let response = Promise::resolve(&response);
    finish(Started { address: address.to_owned(), abort, response }, limit).await
}

/// Whether a server answers at all, be it to pages of other origins or not: what it says can't be read.
pub async fn is_reachable(address: &str) -> bool {
    let init = RequestInit::new();
    init.set_credentials(RequestCredentials::Omit);
    init.set_mode(RequestMode::NoCors);
    match page_fetch(address, &init) {
        Ok(response) => JsFuture::from(Promise::resolve(&response)).await.is_ok(),
        Err(_) => false,
    }
}

/// Waits for the answer to a request that was begun, `limit` milliseconds more.
///
/// # Errors
/// [`FetchFailure`]
pub async fn finish(started: Started, limit: u32) -> Result<Reply, FetchFailure> {
    let Started { abort, response, .. } = started;
    let signal = abort.signal();
    let _timer = Timeout::new(limit, move || abort.abort());
    let failed = |_| if signal.aborted() { FetchFailure::TimedOut } else { FetchFailure::Network };
    // Where a page replaced `fetch`, the answer may be of another window's class.
    let response: Response = JsFuture::from(response).await.map_err(failed)?.unchecked_into();
    let body = JsFuture::from(response.array_buffer().map_err(failed)?).await.map_err(failed)?;
    Ok(Reply {
        status: response.status(),
        body: Uint8Array::new(&body).to_vec(),
        retry_after: response.headers().get("Retry-After").ok().flatten(),
    })
}

fn options(post: Option<&Post>, signal: &AbortSignal) -> Result<RequestInit, JsValue> {
    let init = RequestInit::new();
    init.set_credentials(RequestCredentials::Omit);
    init.set_cache(RequestCache::NoCache);
    init.set_signal(Some(signal));
    if let Some(post) = post {
        init.set_method("POST");
        init.set_body(&post.body);
        // Not `Headers`: a `fetch` of the page's own may copy what it is given as it copies any object.
        let headers = Object::new();
        for (name, value) in &post.headers {
            Reflect::set(&headers, &name.into(), &value.into())?;
        }
        init.set_headers(&headers);
        if !post.is_readable {
            init.set_mode(RequestMode::NoCors);
        }
    }
    Ok(init)
}
