//! The agenda as a calendar that programs subscribe to.

use crate::config::Config;
use axum::Router;
use axum::extract::{Path, RawQuery, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use huso_agenda::calendar::CalendarExport;
use huso_agenda::{Instant, Lang, link};
use huso_i18n::calendar_words;
use huso_registration::Event;
use std::hash::{DefaultHasher, Hasher as _};
use std::sync::Arc;
use tower_http::compression::CompressionLayer;
use tower_http::cors::{Any, CorsLayer};

/// What calendars are made of: the events, and the clock.
type Source = Arc<(Vec<Event>, fn() -> Instant)>;

/// `GET /events/{id}/calendar.ics`, in the event's language or in `?lang=`. It holds no more than the
/// event file, so any page may read it.
pub fn routes(config: &Config) -> Router {
    Router::new()
        .route("/events/{id}/calendar.ics", get(calendar))
        .layer(CompressionLayer::new())
        .layer(CorsLayer::new().allow_origin(Any).expose_headers([header::ETAG]))
        .with_state(Arc::new((config.events.clone(), config.now)))
}

/// The language of `?lang=`, if it is one of ours.
pub fn wanted_language(query: Option<&str>) -> Option<Lang> {
    query?.split('&').find_map(|pair| pair.strip_prefix("lang=")).and_then(Lang::from_tag)
}

async fn calendar(
    State(source): State<Source>,
    Path(id): Path<String>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Response {
    let (events, now) = &*source;
    let Some(event) = events.iter().find(|event| event.agenda.id == id) else {
        return (StatusCode::NOT_FOUND, "there is no such event\n").into_response();
    };
    let lang = wanted_language(query.as_deref()).unwrap_or(event.agenda.language);
    // Where the event file is published, and with it what its relative addresses mean, is not known here.
    let address = |address: &str| link::is_absolute(address).then(|| address.to_owned());
    let text = CalendarExport { agenda: &event.agenda, lang, words: calendar_words(lang), address: &address }
        .subscription(now());
    let tag = tag(&text);
    let common = [(header::ETAG, tag.as_str()), (header::CACHE_CONTROL, "public, max-age=900")];
    if is_held(&headers, &tag) {
        return (StatusCode::NOT_MODIFIED, common).into_response();
    }
    (common, [(header::CONTENT_TYPE, "text/calendar; charset=utf-8")], text).into_response()
}

/// A weak tag (RFC 9110, 8.8.1): two calendars that differ only in when they were made are the same.
fn tag(text: &str) -> String {
    let mut hasher = DefaultHasher::new();
    for line in text.lines().filter(|line| !line.starts_with("DTSTAMP:")) {
        hasher.write(line.as_bytes());
        hasher.write_u8(b'\n');
    }
    format!("W/\"{:016x}\"", hasher.finish())
}

/// Whether the program has this calendar already (RFC 9110, 13.1.2).
fn is_held(headers: &HeaderMap, tag: &str) -> bool {
    let held = headers.get(header::IF_NONE_MATCH).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let plain = |tag: &str| tag.trim().trim_start_matches("W/").to_owned();
    held.split(',').any(|held| plain(held) == plain(tag) || held.trim() == "*")
}
