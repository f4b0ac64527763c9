//! Sending a registration (docs/endpoints.md).

use super::upload::upload;
use super::{FetchFailure, Post, Reply, fetch};
use huso_registration::delivery::{TIME_LIMIT, UPLOAD_LIMIT, retry_after};
use huso_registration::dialect::{Body, Doubt, Outcome, Part, Request, outcome};
use huso_registration::format::Endpoint;
use huso_registration::wire::FormToken;
use huso_registration::{Form, dialect};
use js_sys::JsString;
use web_sys::{File, FormData};
use yew::Callback;

/// What became of an attempt.
pub struct Answered {
    /// As far as the answer says.
    pub outcome: Outcome,
    /// Milliseconds after which to try again, if the endpoint said so.
    pub retry_after: Option<u64>,
    /// What came back, if anything did.
    pub reply: Option<Reply>,
}

/// Posts once. `files` are those of the form's fields, by id; `progress` is called with what percentage
/// of them has been sent.
pub async fn submit(
    endpoint: &Endpoint,
    form: &Form,
    id: &str,
    request: Request,
    files: Vec<(String, File)>,
    progress: Callback<u32>,
) -> Answered {
    let mut headers = request.headers;
    let mut typed = |kind: &str, text: String| {
        headers.push(("Content-Type".to_owned(), kind.to_owned()));
        JsString::from(text).into()
    };
    let body = match request.body {
        Body::Json(text) => typed("application/json", text),
        Body::Text(text) => typed("text/plain;charset=UTF-8", text),
        Body::Urlencoded(text) => typed("application/x-www-form-urlencoded;charset=UTF-8", text),
        Body::Multipart(parts) => match form_data(&parts, &files) {
            Some(data) => data.into(),
            None => {
                let outcome = Outcome::Unconfirmed(Doubt::Network);
                return Answered { outcome, retry_after: None, reply: None };
            }
        },
    };
    let post = Post { body, headers, is_readable: request.is_readable };
    let reply = match files.is_empty() {
        true => fetch(&request.url, Some(&post), TIME_LIMIT).await,
        false => upload(&request.url, &post, UPLOAD_LIMIT, progress).await,
    };
    let unconfirmed =
        |doubt| Answered { outcome: Outcome::Unconfirmed(doubt), retry_after: None, reply: None };
    match reply {
        Ok(reply) => Answered {
            outcome: outcome(endpoint, form, id, reply.status, &reply.text()),
            retry_after: reply.retry_after.as_deref().and_then(retry_after),
            reply: Some(reply),
        },
        Err(FetchFailure::Network) => unconfirmed(Doubt::Network),
        Err(FetchFailure::TimedOut) => unconfirmed(Doubt::TimedOut),
    }
}

fn form_data(parts: &[(String, Part)], files: &[(String, File)]) -> Option<FormData> {
    let data = FormData::new().ok()?;
    for (name, part) in parts {
        match part {
            Part::Text(text) => data.append_with_str(name, text).ok()?,
            Part::File(id) => {
                let (_, file) = files.iter().find(|(field, _)| field == id)?;
                data.append_with_blob_and_filename(name, file, &file.name()).ok()?;
            }
        }
    }
    Some(data)
}

/// By what a Huso receiver tells machines from people: its token for a form that is being filled, and
/// the name of the field that no person sees. `None` from other servers.
pub async fn form_token(endpoint: &Endpoint) -> Option<(String, String)> {
    let reply = fetch(&dialect::form_page(endpoint)?, None, TIME_LIMIT).await.ok()?;
    let FormToken { token, honeypot } = serde_json::from_str(&reply.text()).ok()?;
    Some((token, honeypot))
}
