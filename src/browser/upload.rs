//! Posting files: `fetch` doesn't tell how much of a body has been sent, `XMLHttpRequest` does. It is
//! used for files only, since listening to that makes browsers ask other origins first.

use super::{FetchFailure, Post, Reply};
use js_sys::Promise;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{ProgressEvent, XmlHttpRequest};
use yew::Callback;

/// Posts within `limit` milliseconds. `progress` is called with the percentage that has been sent.
///
/// # Errors
/// [`FetchFailure`]; it may have arrived all the same.
pub async fn upload(
    address: &str,
    post: &Post,
    limit: u32,
    progress: Callback<u32>,
) -> Result<Reply, FetchFailure> {
    let failed = |_| FetchFailure::Network;
    let request = XmlHttpRequest::new().map_err(failed)?;
    request.open("POST", address).map_err(failed)?;
    request.set_timeout(limit);
    for (name, value) in &post.headers {
        request.set_request_header(name, value).map_err(failed)?;
    }
    let on_progress = Closure::<dyn FnMut(ProgressEvent)>::new(move |event: ProgressEvent| {
        if event.length_computable() && event.total() > 0.0 {
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 100")]
            progress.emit((event.loaded() * 100.0 / event.total()) as u32);
        }
    });
    request.upload().map_err(failed)?.set_onprogress(Some(on_progress.as_ref().unchecked_ref()));
    let mut sent = Ok(());
    let ended = Promise::new(&mut |done, stopped| {
        request.set_onload(Some(&done));
        request.set_onerror(Some(&stopped));
        request.set_onabort(Some(&stopped));
        request.set_ontimeout(Some(&stopped));
        sent = request.send_with_opt_form_data(Some(post.body.unchecked_ref()));
    });
    sent.map_err(failed)?;
    if let Err(event) = JsFuture::from(ended).await {
        let kind = js_sys::Reflect::get(&event, &JsValue::from_str("type")).ok();
        let timed_out = kind.and_then(|kind| kind.as_string()).is_some_and(|kind| kind == "timeout");
        return Err(if timed_out { FetchFailure::TimedOut } else { FetchFailure::Network });
    }
    Ok(Reply {
        status: request.status().map_err(failed)?,
        body: request.response_text().ok().flatten().unwrap_or_default().into_bytes(),
        retry_after: request.get_response_header("Retry-After").ok().flatten(),
    })
}
