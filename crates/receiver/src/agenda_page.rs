//! The agenda as a page: whole without a script, and live where the package and the event file are served here too.

use crate::calendar::wanted_language;
use crate::config::Config;
use crate::page;
use axum::Router;
use axum::extract::{Path, RawQuery, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use huso::prerender::{Surroundings, render, style_sheet};
use huso_agenda::{Agenda, Lang, Locale, link};
use huso_registration::Event;
use std::collections::HashMap;
use std::sync::Arc;
use tokio::sync::OnceCell;
use tower_http::compression::CompressionLayer;
use tower_http::cors::{Any, CorsLayer};

/// It may fetch the event file and send the form from wherever the agency has them.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src *; \
                      img-src 'self' data:; form-action 'self'; base-uri 'none'";

/// An event's pages, each rendered when it is asked for first: neither an event nor what is rendered of it changes
/// while the program runs.
struct Pages {
    event: Event,
    /// Where the event file is, relative to the page.
    src: Option<String>,
    by_lang: HashMap<Lang, OnceCell<String>>,
}

type Shared = Arc<HashMap<String, Pages>>;

/// `GET /events/{id}/agenda.html`, in the event's language or in `?lang=`, and its style sheet.
pub fn routes(config: &Config) -> Router {
    let pages = |event: &Event| {
        let src = config.published.get(&event.agenda.id).map(|path| format!("../../{path}"));
        let by_lang = Lang::ALL.into_iter().map(|lang| (lang, OnceCell::new())).collect();
        (event.agenda.id.clone(), Pages { event: event.clone(), src, by_lang })
    };
    let shared: Shared = Arc::new(config.events.iter().map(pages).collect());
    Router::new()
        .route("/events/{id}/agenda.html", get(agenda))
        .route("/events/huso.css", get(styles))
        .layer(CompressionLayer::new())
        .layer(CorsLayer::new().allow_origin(Any))
        .with_state(shared)
}

async fn agenda(State(shared): State<Shared>, Path(id): Path<String>, RawQuery(query): RawQuery) -> Response {
    let Some(pages) = shared.get(&id) else {
        return (StatusCode::NOT_FOUND, "there is no such event\n").into_response();
    };
    let lang = wanted_language(query.as_deref()).unwrap_or(pages.event.agenda.language);
    let Some(cell) = pages.by_lang.get(&lang) else { return StatusCode::NOT_FOUND.into_response() };
    let text = cell.get_or_init(|| pages.render(lang)).await.clone();
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8")),
        (header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY)),
        (header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=300")),
    ];
    (headers, text).into_response()
}

async fn styles() -> Response {
    let headers = [(header::CONTENT_TYPE, "text/css"), (header::CACHE_CONTROL, "public, max-age=300")];
    (headers, style_sheet()).into_response()
}

impl Pages {
    async fn render(&self, lang: Lang) -> String {
        let mut event = self.event.clone();
        if self.src.is_none() {
            leave_out_relative(&mut event.agenda);
        }
        let own = event.agenda.locale;
        let surroundings = Surroundings {
            src: self.src.clone(),
            package: "../".to_owned(),
            locale: Some(if own.lang == lang { own } else { Locale::from(lang) }),
            form_page: event.form.is_some().then(|| "form".to_owned()),
        };
        let title = event.agenda.title.get(lang, event.agenda.language).to_owned();
        page::agenda(lang, &title, &render(event, surroundings).await, self.src.is_some()).into_string()
    }
}

/// What relative addresses mean is not known where the event file's own isn't.
fn leave_out_relative(agenda: &mut Agenda) {
    agenda.url.take_if(|url| !link::is_absolute(url));
    agenda.calendar.take_if(|url| !link::is_absolute(url));
    for session in &mut agenda.sessions {
        session.links.retain(|link| link::is_absolute(&link.url));
    }
}
