//! What requests say of themselves.

use crate::problem::Problem;
use axum::body::Bytes;
use axum::extract::{FromRequest as _, Request};
use axum::http::{HeaderMap, StatusCode, header};
use huso_agenda::Lang;

/// Most characters of a submission's id; a UUID has 36.
const ID_LENGTH: usize = 64;

/// Most characters of a language's tag or a zone's name.
const NAME_LENGTH: usize = 64;

/// A request's body.
pub(super) async fn body(request: Request) -> Result<Bytes, Problem> {
    Bytes::from_request(request, &()).await.map_err(|rejection| match rejection.status() {
        StatusCode::PAYLOAD_TOO_LARGE => Problem::TooLarge,
        _ => Problem::Unreadable(Vec::new()),
    })
}

/// Whether it can be a submission's id.
pub(super) fn is_id(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= ID_LENGTH
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

/// Whether it can be a language's tag or a zone's name; no other is kept.
pub(super) fn is_name(text: &str) -> bool {
    text.len() <= NAME_LENGTH && text.bytes().all(|byte| byte.is_ascii_graphic())
}

/// A random id; empty, so that one is made of the content, where the system has no random numbers.
pub(super) fn fresh_id() -> String {
    let mut id = [0; 16];
    getrandom::fill(&mut id).map(|()| hex::encode(id)).unwrap_or_default()
}

/// Browsers ask for pages by name, programs don't.
pub(super) fn wants_page(headers: &HeaderMap) -> bool {
    text(headers, header::ACCEPT)
        .split(',')
        .any(|kind| kind.split(';').next().is_some_and(|kind| kind.trim().eq_ignore_ascii_case("text/html")))
}

/// The first language of `Accept-Language` that we speak; for those who don't say theirs.
pub(super) fn accepted_language(headers: &HeaderMap) -> Lang {
    let mut wanted = text(headers, header::ACCEPT_LANGUAGE).split(',');
    wanted.find_map(|tag| Lang::from_tag(tag.split(';').next()?)).unwrap_or_default()
}

/// A header's text; empty where there is none.
pub(super) fn text(headers: &HeaderMap, name: header::HeaderName) -> &str {
    headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
}
