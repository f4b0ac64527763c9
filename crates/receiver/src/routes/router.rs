//! Which address leads where.

use super::health;
use super::registrations::BODY_LIMIT;
use super::remembered::Remembered;
use super::shared::Shared;
use super::{form, registrations, seats, sessions};
use crate::agenda_page;
use crate::calendar;
use crate::config::Config;
use crate::limits::Gate;
use crate::page;
use crate::person;
use crate::site::site;
use crate::spam::Signer;
use crate::store::{Capacities, Differences, Store, StoreError};
use axum::Router;
use axum::extract::{DefaultBodyLimit, MatchedPath, Request};
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse as _, Response};
use axum::routing::{get, post};
use huso_agenda::chrono::{Datelike as _, TimeDelta};
use huso_agenda::phase::over_at;
use huso_agenda::{Instant, Session, When};
use huso_registration::Event;
use std::sync::Arc;
use std::time::Duration;
use tower_http::cors::{AllowOrigin, CorsLayer};
use tower_http::set_header::SetResponseHeaderLayer;
use tower_http::timeout::TimeoutLayer;

/// How long a request may take, its body included.
const TIME_LIMIT: Duration = Duration::from_secs(30);

/// Later years have more digits: as texts they would come before the others.
const LAST_YEAR: i32 = 9999;

/// The receiver's routes. Notes how many seats each event has, and says what that means for those who registered
/// before.
///
/// # Errors
/// [`StoreError`]
pub async fn router(config: Config, store: Store) -> Result<Router, StoreError> {
    let now = (config.now)();
    for event in config.events.iter() {
        let Some(form) = &event.form else { continue };
        let id = &event.agenda.id;
        store.complete(id, |answers| (person::address(form, answers), person::name(form, answers))).await?;
        let differences = store.set_event(id, &Capacities::of(event), erase_after(event), now).await?;
        say(id, &differences);
        if form.invitation_field.is_some() && !store.has_invitations(id).await? {
            tracing::warn!(
                event = id,
                "asks for invitation codes, but there are none: `huso invite` makes them"
            );
        }
    }
    let cors = CorsLayer::new()
        .allow_origin(AllowOrigin::list(config.allowed_origins.clone()))
        .allow_methods([Method::GET, Method::POST])
        .allow_headers([header::CONTENT_TYPE])
        .expose_headers([header::RETRY_AFTER])
        .max_age(Duration::from_secs(600));
    let folder = config.site.clone();
    let (calendars, agendas) = (calendar::routes(&config), agenda_page::routes(&config));
    let (signer, gate) = (Signer::new(&store.key().await?), Gate::new(&config.limits));
    let health = Remembered::nothing();
    let ids = config.events.iter().map(|event| event.agenda.id.clone());
    let seats = ids.map(|id| (id, Remembered::nothing())).collect();
    let shared = Arc::new(Shared { config, store, signer, gate, health, seats });
    let events = Router::new()
        .route("/events/{id}/registrations", post(registrations::register))
        .route("/events/{id}/registrations/{submission}/sessions", post(sessions::add))
        .route("/events/{id}/form", get(form::form))
        .route("/events/{id}/seats", get(seats::seats))
        .layer(DefaultBodyLimit::max(BODY_LIMIT))
        .layer(cors);
    let router = Router::new()
        .route("/healthz", get(health::alive))
        .route("/readyz", get(health::ready))
        .route("/events/style.css", get(style))
        .merge(events)
        .with_state(shared);
    let router = router.merge(calendars).merge(agendas);
    let router = match folder {
        Some(folder) => router.fallback_service(site(&folder)),
        None => router,
    };
    let no_guessing = HeaderValue::from_static("nosniff");
    let router = router
        .layer(TimeoutLayer::with_status_code(StatusCode::REQUEST_TIMEOUT, TIME_LIMIT))
        .layer(SetResponseHeaderLayer::overriding(header::X_CONTENT_TYPE_OPTIONS, no_guessing))
        .layer(middleware::from_fn(log));
    Ok(router)
}

/// From when on its registrations are erased: so many days after its last session is over and nobody can register any
/// more. Never by itself where that can't be known; it is said then.
fn erase_after(event: &Event) -> Option<Instant> {
    let form = event.form.as_ref()?;
    let days = form.privacy.as_ref()?.retention_days?;
    let is_known = |session: &Session| session.is_off() || session.when != When::Open;
    let at = over_at(&event.agenda)
        .filter(|_| event.agenda.sessions.iter().all(is_known))
        .map(|over| form.outline.closes.map_or(over, |closes| closes.max(over)))
        .and_then(|over| over.checked_add_signed(TimeDelta::days(days.into())))
        .filter(|at| at.year() <= LAST_YEAR);
    if at.is_none() {
        let (event, why) = (&event.agenda.id, "a session has no known time, or retention_days is too large");
        tracing::warn!(event, why, "nothing is erased by itself");
    }
    at
}

/// Says what the event file means for those who registered before, without a word about who they are.
fn say(event: &str, differences: &Differences) {
    for one in &differences.promotable {
        let (submission, sessions) = (&one.registration.submission, one.sessions.join(" "));
        tracing::warn!(event, submission, sessions, "waits while there is a seat: `huso promote` gives it");
    }
    for gone in &differences.gone {
        let (session, waiting, holders) = (&gone.id, gone.waiting, gone.holders.join(" "));
        tracing::warn!(
            event,
            session,
            waiting,
            holders,
            "has registrations, but does not take place any more"
        );
    }
}

async fn style() -> Response {
    let headers = [(header::CONTENT_TYPE, "text/css; charset=utf-8"), (header::CACHE_CONTROL, "no-cache")];
    (headers, page::STYLE).into_response()
}

/// What was asked and answered: never who asked, nor what they wrote.
async fn log(request: Request, next: Next) -> Response {
    let method = request.method().clone();
    let route = request.extensions().get::<MatchedPath>().map_or("file", MatchedPath::as_str).to_owned();
    let start = std::time::Instant::now();
    let response = next.run(request).await;
    let (status, ms) = (response.status().as_u16(), start.elapsed().as_millis());
    tracing::info!(%method, %route, status, ms, "answered");
    response
}
