//! HTTP in, HTTP out (docs/endpoints.md).

use crate::calendar;
use crate::config::Config;
use crate::problem::Problem;
use crate::site::site;
use crate::store::{Store, Stored};
use axum::Router;
use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::extract::{DefaultBodyLimit, MatchedPath, Path, Request, State};
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse as _, Response};
use axum::routing::{get, post};
use huso_agenda::Lang;
use huso_registration::form::Period;
use huso_registration::validation::{normalize, validate};
use huso_registration::{Event, Form, Receipt, Submission};
use std::sync::Arc;
use std::time::{Duration, Instant};
use tower_http::cors::{AllowOrigin, CorsLayer};
use tower_http::timeout::TimeoutLayer;

/// Most bytes of a submission.
pub const BODY_LIMIT: usize = 64 * 1024;

/// How long a request may take, its body included.
const TIME_LIMIT: Duration = Duration::from_secs(30);

/// Most characters of a submission's id; a UUID has 36.
const ID_LENGTH: usize = 64;

struct Shared {
    config: Config,
    store: Store,
}

/// The receiver's routes.
pub fn router(config: Config, store: Store) -> Router {
    let cors = CorsLayer::new()
        .allow_origin(AllowOrigin::list(config.allowed_origins.clone()))
        .allow_methods([Method::POST])
        .allow_headers([header::CONTENT_TYPE])
        .max_age(Duration::from_secs(600));
    let folder = config.site.clone();
    let calendars = calendar::routes(&config);
    let shared = Arc::new(Shared { config, store });
    let registrations = Router::new()
        .route("/events/{id}/registrations", post(register))
        .layer(DefaultBodyLimit::max(BODY_LIMIT))
        .layer(cors);
    let router = Router::new().route("/healthz", get(health)).merge(registrations).with_state(shared);
    let router = router.merge(calendars);
    let router = match folder {
        Some(folder) => router.fallback_service(site(&folder)),
        None => router,
    };
    router
        .layer(TimeoutLayer::with_status_code(StatusCode::REQUEST_TIMEOUT, TIME_LIMIT))
        .layer(middleware::from_fn(log))
}

async fn register(
    State(shared): State<Arc<Shared>>,
    Path(id): Path<String>,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Response {
    match take(&shared, &id, &headers, body).await {
        Ok((status, receipt)) => {
            (status, [(header::CONTENT_TYPE, "application/json")], receipt.to_json().to_string())
                .into_response()
        }
        Err((problem, lang)) => problem.response(lang),
    }
}

/// Stores a submission: 201 the first time, 200 when it comes again.
async fn take(
    shared: &Shared,
    id: &str,
    headers: &HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Result<(StatusCode, Receipt), (Problem, Lang)> {
    let reader = accepted_language(headers);
    let event = shared.config.events.iter().find(|event| event.agenda.id == id);
    let Some((event, form)) = event.and_then(|event| Some((event, event.form.as_ref()?))) else {
        return Err((Problem::UnknownEvent, reader));
    };
    if !is_json(headers) {
        return Err((Problem::NotJson, reader));
    }
    let body = body.map_err(|rejection| match rejection.status() {
        StatusCode::PAYLOAD_TOO_LARGE => (Problem::TooLarge, reader),
        _ => (Problem::Unreadable(Vec::new()), reader),
    })?;
    let mut submission =
        Submission::from_json(&body).map_err(|faults| (Problem::Unreadable(faults), reader))?;
    let lang = submission.lang();
    let known_id = !submission.submission.is_empty()
        && submission.submission.len() <= ID_LENGTH
        && submission.submission.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    if submission.event != id || !known_id {
        return Err((Problem::WrongEnvelope, lang));
    }
    normalize(form, &mut submission);
    let now = (shared.config.now)();
    let stored = match refusal(event, form, &submission, now) {
        None => shared.store.register(&event.agenda, form, &submission, now).await,
        Some(problem) => match shared.store.before(&submission).await {
            Ok(Some(before)) => Ok(before),
            Ok(None) => return Err((problem, lang)),
            Err(error) => Err(error),
        },
    };
    match stored {
        Ok(Stored::New(receipt)) => Ok((StatusCode::CREATED, receipt)),
        Ok(Stored::Before(receipt)) => Ok((StatusCode::OK, receipt)),
        Ok(Stored::Reused) => Err((Problem::SubmissionReused, lang)),
        Err(error) => {
            tracing::error!(%error, "a registration was not stored");
            Err((Problem::Storage, lang))
        }
    }
}

/// Why a submission that is new would not be stored.
fn refusal(
    event: &Event,
    form: &Form,
    submission: &Submission,
    now: huso_agenda::Instant,
) -> Option<Problem> {
    match form.period(now) {
        Period::Before(_) => return Some(Problem::NotOpenYet),
        Period::After(_) => return Some(Problem::Closed),
        Period::Open => {}
    }
    let faults = validate(form, &event.agenda, submission);
    (!faults.is_empty()).then_some(Problem::Invalid(faults))
}

async fn health(State(shared): State<Arc<Shared>>) -> Response {
    match shared.store.ping().await {
        Ok(()) => (StatusCode::OK, "ok\n").into_response(),
        Err(error) => {
            tracing::error!(%error, "the database does not answer");
            (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n").into_response()
        }
    }
}

/// What was asked and answered: never who asked, nor what they wrote.
async fn log(request: Request, next: Next) -> Response {
    let method = request.method().clone();
    let route = request.extensions().get::<MatchedPath>().map_or("file", MatchedPath::as_str).to_owned();
    let start = Instant::now();
    let response = next.run(request).await;
    let (status, ms) = (response.status().as_u16(), start.elapsed().as_millis());
    tracing::info!(%method, %route, status, ms, "answered");
    response
}

fn is_json(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    kind.split(';').next().is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/json"))
}

/// The first language of `Accept-Language` that we speak; for problems found before the submission,
/// which says its own.
fn accepted_language(headers: &HeaderMap) -> Lang {
    let wanted =
        headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    wanted.split(',').find_map(|tag| Lang::from_tag(tag.split(';').next()?)).unwrap_or_default()
}
