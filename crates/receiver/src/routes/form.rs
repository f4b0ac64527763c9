//! A form to fill.

use super::request::{accepted_language, fresh_id, wants_page};
use super::shared::{Shared, not_open};
use crate::intake;
use crate::page::{self, Filled};
use crate::problem::Problem;
use crate::spam::HONEYPOT;
use axum::Json;
use axum::extract::{Path, RawQuery, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use huso_registration::Submission;
use huso_registration::wire::FormToken;
use std::sync::Arc;

/// A form to fill: a page for browsers, else what a program needs to know before it sends one.
pub(super) async fn form(
    State(shared): State<Arc<Shared>>,
    Path(id): Path<String>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Response {
    let lang = accepted_language(&headers);
    let is_page = wants_page(&headers);
    let Some((event, form)) = shared.event(&id) else { return Problem::UnknownEvent.answer(lang, is_page) };
    let now = (shared.config.now)();
    let token = shared.signer.token(&id, now);
    if !is_page {
        let body = Json(FormToken { token, honeypot: HONEYPOT.to_owned() });
        return ([(header::CACHE_CONTROL, "no-store")], body).into_response();
    }
    if let Some(problem) = not_open(form, now) {
        return problem.answer(lang, is_page);
    }
    let mut submission = Submission { submission: fresh_id(), ..intake::empty(event) };
    intake::set_hidden(form, &query.unwrap_or_default(), &mut submission.answers);
    let filled = Filled { submission: &submission, faults: &[], problem: None, token: &token, now };
    page::response(StatusCode::OK, page::form(event, form, &filled, lang))
}
