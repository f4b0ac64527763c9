//! HTTP in, HTTP out (docs/endpoints.md).

use crate::agenda_page;
use crate::calendar;
use crate::config::Config;
use crate::email;
use crate::intake::{self, Encoding, Extras};
use crate::limits::Gate;
use crate::notice;
use crate::page::{self, Filled};
use crate::problem::Problem;
use crate::site::site;
use crate::spam::{HONEYPOT, Signer};
use crate::store::{Arrival, Capacities, Store, StoreError, Stored};
use axum::Json;
use axum::Router;
use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::extract::{ConnectInfo, DefaultBodyLimit, MatchedPath, Path, RawQuery, Request, State};
use axum::http::{Extensions, HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse as _, Response};
use axum::routing::{get, post};
use huso_agenda::Lang;
use huso_registration::form::Period;
use huso_registration::validation::{normalize, validate};
use huso_registration::wire::FormToken;
use huso_registration::{Answer, Event, Fault, Form, Receipt, Submission};
use serde_json::Value;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tower_http::cors::{AllowOrigin, CorsLayer};
use tower_http::set_header::SetResponseHeaderLayer;
use tower_http::timeout::TimeoutLayer;

/// Most bytes of a submission.
pub const BODY_LIMIT: usize = 64 * 1024;

/// How long a request may take, its body included.
const TIME_LIMIT: Duration = Duration::from_secs(30);

/// Most characters of a submission's id; a UUID has 36.
const ID_LENGTH: usize = 64;

/// Most characters of a language's tag or a zone's name.
const NAME_LENGTH: usize = 64;

struct Shared {
    config: Config,
    store: Store,
    signer: Signer,
    gate: Gate,
}

impl Shared {
    /// An event that takes registrations here.
    fn event(&self, id: &str) -> Option<(&Event, &Form)> {
        let event = self.config.events.iter().find(|event| event.agenda.id == id)?;
        Some((event, event.form.as_ref()?))
    }
}

/// The receiver's routes. Notes how many seats each event has.
///
/// # Errors
/// [`StoreError`]
pub async fn router(config: Config, store: Store) -> Result<Router, StoreError> {
    for event in config.events.iter().filter(|event| event.form.is_some()) {
        let promoted = store.set_capacities(&event.agenda.id, &Capacities::of(event)).await?;
        if promoted > 0 {
            tracing::info!(
                event = event.agenda.id,
                promoted,
                "there are more seats: the first in line moved up"
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
    let shared = Arc::new(Shared { config, store, signer, gate });
    let events = Router::new()
        .route("/events/{id}/registrations", post(register))
        .route("/events/{id}/form", get(form))
        .layer(DefaultBodyLimit::max(BODY_LIMIT))
        .layer(cors);
    let router = Router::new()
        .route("/healthz", get(alive))
        .route("/readyz", get(ready))
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

/// A form to fill: a page for browsers, else what a program needs to know before it sends one.
async fn form(
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

/// Takes a submission, and answers as it was asked: a page, or JSON.
async fn register(
    State(shared): State<Arc<Shared>>,
    Path(id): Path<String>,
    headers: HeaderMap,
    extensions: Extensions,
    body: Result<Bytes, BytesRejection>,
) -> Response {
    let encoding = Encoding::of(&headers);
    let is_page = wants_page(&headers) && !matches!(encoding, None | Some(Encoding::Json));
    let mut lang = accepted_language(&headers);
    let Some((event, form)) = shared.event(&id) else { return Problem::UnknownEvent.answer(lang, is_page) };
    let peer = extensions.get::<ConnectInfo<SocketAddr>>().map(|info| info.0);
    let mut sent = intake::empty(event);
    let taken = match read(event, form, encoding, body, &mut sent).await {
        Ok(extras) => {
            lang = sent.language.as_deref().and_then(Lang::from_tag).unwrap_or(lang);
            take(&shared, (event, form), &mut sent, (extras, lang), &headers, peer).await
        }
        Err(problem) => Err(problem),
    };
    match taken {
        Ok((_, receipt)) if is_page => {
            page::response(StatusCode::OK, page::done(event, form, &receipt, lang))
        }
        Ok((status, receipt)) => (status, Json(receipt)).into_response(),
        Err(problem) if is_page => back(&shared, (event, form), sent, &problem, lang),
        Err(problem) => problem.answer(lang, false),
    }
}

/// Reads the body into `sent`.
async fn read(
    event: &Event,
    form: &Form,
    encoding: Option<Encoding>,
    body: Result<Bytes, BytesRejection>,
    sent: &mut Submission,
) -> Result<Extras, Problem> {
    let encoding = encoding.ok_or(Problem::WrongEncoding)?;
    let unreadable = || Problem::Unreadable(Vec::new());
    let body = body.map_err(|rejection| match rejection.status() {
        StatusCode::PAYLOAD_TOO_LARGE => Problem::TooLarge,
        _ => unreadable(),
    })?;
    let entries = match encoding {
        Encoding::Json => {
            *sent = Submission::from_json(&body).map_err(Problem::Unreadable)?;
            // It was read just now.
            let body: Value = serde_json::from_slice(&body).unwrap_or_default();
            let text = |key| body.get(key)?.as_str().filter(|text| !text.trim().is_empty());
            let (token, spam) = (text("token").map(str::to_owned), text(HONEYPOT).is_some());
            return Ok(Extras { token, spam, notice: None });
        }
        Encoding::Urlencoded => intake::urlencoded(&body),
        Encoding::Multipart(boundary) => {
            intake::multipart(body, &boundary).await.map_err(|_| unreadable())?
        }
    };
    let holds_files = !entries.files.is_empty();
    let (submission, extras) = intake::submission(event, form, entries);
    *sent = submission;
    if holds_files { Err(Problem::FileNotTaken) } else { Ok(extras) }
}

/// Stores a submission: 201 the first time, 200 when it comes again.
async fn take(
    shared: &Shared,
    (event, form): (&Event, &Form),
    submission: &mut Submission,
    (extras, lang): (Extras, Lang),
    headers: &HeaderMap,
    peer: Option<SocketAddr>,
) -> Result<(StatusCode, Receipt), Problem> {
    let id = event.agenda.id.as_str();
    let client = shared.gate.client(peer, headers);
    shared.gate.pass(client, id).map_err(Problem::TooMany)?;
    submission.language = submission.language.take().filter(|name| is_name(name));
    submission.timezone = submission.timezone.take().filter(|name| is_name(name));
    // A file's name without the file would look like a file.
    if submission.answers.iter().any(|(_, answer)| matches!(answer, Answer::File(_))) {
        return Err(Problem::FileNotTaken);
    }
    normalize(form, submission);
    let has_own_id = !submission.submission.is_empty();
    if !has_own_id && Encoding::of(headers) != Some(Encoding::Json) {
        let content = serde_json::to_string(submission).unwrap_or_default();
        let client = client.map(|client| client.to_string()).unwrap_or_default();
        submission.submission =
            shared.signer.submission_id(&[&content, &client, text(headers, header::USER_AGENT)]);
    }
    if submission.event != id || !is_id(&submission.submission) {
        return Err(Problem::WrongEnvelope);
    }
    let now = (shared.config.now)();
    let made = |version: &String| notice::made((event, form), &submission.consents, version, lang, now);
    let made = extras.notice.as_ref().and_then(made);
    submission.notice = submission.notice.take().and_then(|sent| notice::checked(form, sent)).or(made);
    let stored = match refusal(event, form, submission, now) {
        None => {
            let arrival = Arrival {
                submission: submission.clone(),
                email: email::address(form, submission),
                suspect: shared.signer.doubt(id, extras.token.as_deref(), now).map(|doubt| doubt.word()),
                spam: extras.spam,
            };
            shared.store.register(&arrival, shared.config.now).await
        }
        Some(problem) => match shared.store.before(submission).await {
            Ok(Some(before)) => Ok(before),
            Ok(None) => return Err(problem),
            Err(error) => Err(error),
        },
    };
    match stored {
        Ok(Stored::New(receipt)) => Ok((StatusCode::CREATED, receipt)),
        // An id that was made of the content would tell that somebody has registered with just this.
        Ok(Stored::Before(receipt)) if !has_own_id => Ok((StatusCode::CREATED, receipt)),
        Ok(Stored::Before(receipt)) => Ok((StatusCode::OK, receipt)),
        Ok(Stored::Reused) => Err(Problem::SubmissionReused),
        Err(error) => {
            tracing::error!(%error, "a registration was not stored");
            Err(Problem::Storage)
        }
    }
}

/// The form again, with what was answered and what is wrong.
fn back(
    shared: &Shared,
    (event, form): (&Event, &Form),
    mut sent: Submission,
    problem: &Problem,
    lang: Lang,
) -> Response {
    // One that may be stored keeps its id: it is stored once. Another is another form from now on.
    if !matches!(problem, Problem::Storage | Problem::TooMany(_)) {
        sent.submission = fresh_id();
    }
    sent.event.clone_from(&event.agenda.id);
    let now = (shared.config.now)();
    let token = shared.signer.token(&event.agenda.id, now);
    let faults: &[Fault] = if let Problem::Invalid(faults) = problem { faults } else { &[] };
    let title = problem.title(lang);
    let message = faults.is_empty().then_some(title.as_str());
    let filled = Filled { submission: &sent, faults, problem: message, token: &token, now };
    problem.with_headers(page::response(problem.status(), page::form(event, form, &filled, lang)))
}

/// Why a submission that is new would not be stored.
fn refusal(
    event: &Event,
    form: &Form,
    submission: &Submission,
    now: huso_agenda::Instant,
) -> Option<Problem> {
    let invalid = || {
        let faults = validate(form, &event.agenda, submission, now);
        (!faults.is_empty()).then_some(Problem::Invalid(faults))
    };
    not_open(form, now).or_else(invalid)
}

fn not_open(form: &Form, now: huso_agenda::Instant) -> Option<Problem> {
    match form.outline.period(now) {
        Period::Before(_) => Some(Problem::NotOpenYet),
        Period::After(_) => Some(Problem::Closed),
        Period::Open => None,
    }
}

/// Whether the program runs.
async fn alive() -> &'static str {
    "ok\n"
}

/// Whether it can take registrations.
async fn ready(State(shared): State<Arc<Shared>>) -> Response {
    match shared.store.ping().await {
        Ok(()) => (StatusCode::OK, "ok\n").into_response(),
        Err(error) => {
            tracing::error!(%error, "the database does not answer");
            (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n").into_response()
        }
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
    let start = Instant::now();
    let response = next.run(request).await;
    let (status, ms) = (response.status().as_u16(), start.elapsed().as_millis());
    tracing::info!(%method, %route, status, ms, "answered");
    response
}

fn is_id(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= ID_LENGTH
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

/// Whether it can be a language's tag or a zone's name; no other is kept.
fn is_name(text: &str) -> bool {
    text.len() <= NAME_LENGTH && text.bytes().all(|byte| byte.is_ascii_graphic())
}

/// A random id; empty, so that one is made of the content, where the system has no random numbers.
fn fresh_id() -> String {
    let mut id = [0; 16];
    getrandom::fill(&mut id).map(|()| hex::encode(id)).unwrap_or_default()
}

/// Browsers ask for pages by name, programs don't.
fn wants_page(headers: &HeaderMap) -> bool {
    text(headers, header::ACCEPT)
        .split(',')
        .any(|kind| kind.split(';').next().is_some_and(|kind| kind.trim().eq_ignore_ascii_case("text/html")))
}

/// The first language of `Accept-Language` that we speak; for those who don't say theirs.
fn accepted_language(headers: &HeaderMap) -> Lang {
    let mut wanted = text(headers, header::ACCEPT_LANGUAGE).split(',');
    wanted.find_map(|tag| Lang::from_tag(tag.split(';').next()?)).unwrap_or_default()
}

fn text(headers: &HeaderMap, name: header::HeaderName) -> &str {
    headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
}
