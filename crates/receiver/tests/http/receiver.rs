//! A receiver with a database of its own, and what is sent to it.

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode, header};
use huso_agenda::Instant;
use huso_receiver::limits::Limits;
use huso_receiver::store::{Cancellation, Extent, Invitation, Registration};
use huso_receiver::{Config, Database, Store, router};
use huso_registration::Event;
use huso_registration::wire::Status;
use huso_test_postgres::{Durability, Server};
use serde_json::{Value, json};
use std::collections::HashMap;
use std::sync::LazyLock;
use tempfile::TempDir;
use tower::ServiceExt as _;

pub(crate) const PATH: &str = "/events/fair/registrations";
pub(crate) const ORIGIN: &str = "https://www.example.org";

pub(crate) fn event(more: Value) -> Event {
    changed_event(more, |_| {})
}

/// The event with another form, and with whatever else is changed in its file.
pub(crate) fn changed_event(more: Value, change: impl FnOnce(&mut Value)) -> Event {
    let mut file = json!({
        "huso": 1, "id": "fair", "title": "Feria", "timezone": "America/Bogota",
        "sessions": [
            {"id": "a", "title": "A", "start": "2027-08-11T09:00", "end": "2027-08-11T10:00",
             "registration": {"mode": "open", "capacity": 1}},
            {"id": "b", "title": "B", "start": "2027-08-11T11:00", "end": "2027-08-11T12:00"},
            {"id": "c", "title": "C", "start": "2027-08-11T13:00", "end": "2027-08-11T14:00",
             "registration": {"mode": "closed"}}
        ],
        "registration": {
            "opens": "2027-01-01T00:00", "closes": "2027-08-10T18:00", "choose": "sessions",
            "fields": [
                {"id": "name", "type": "text", "label": "Nombre", "required": true},
                {"id": "email", "type": "email", "label": "Correo", "required": true}
            ],
            "consents": [{"id": "data", "text": "Acepto", "required": true}]
        }
    });
    for (key, value) in more.as_object().unwrap() {
        file["registration"][key] = value.clone();
    }
    change(&mut file);
    let (event, faults) = Event::parse(&file.to_string());
    assert!(faults.is_empty(), "{faults:?}");
    event.unwrap()
}

pub(crate) fn submission(id: &str) -> Value {
    json!({
        "huso": 1, "submission": id, "event": "fair", "language": "es", "timezone": "America/Lima",
        "answers": {"name": " Ana Rojas ", "email": format!("{id}@example.org")}, "sessions": ["b", "a"],
        "consents": ["data"]
    })
}

pub(crate) fn june() -> Instant {
    "2027-06-01T12:00:00Z".parse().unwrap()
}

/// One server for all tests: each has a database of its own.
pub(crate) static POSTGRES: LazyLock<Server> = LazyLock::new(|| Server::start(Durability::None).unwrap());

#[derive(Clone, Copy)]
pub(crate) enum Kind {
    Sqlite,
    Postgres,
}

pub(crate) struct Receiver {
    pub(crate) router: Router,
    pub(crate) database: Database,
    pub(crate) store: Store,
    /// Kept while it is in use.
    _folder: TempDir,
}

impl Receiver {
    pub(crate) async fn start(kind: Kind) -> Self {
        Self::with(kind, json!({}), june).await
    }

    pub(crate) async fn with(kind: Kind, form: Value, now: fn() -> Instant) -> Self {
        let folder = TempDir::new().unwrap();
        let database = match kind {
            Kind::Sqlite => Database::Sqlite(folder.path().join("huso 100%?#.db")),
            Kind::Postgres => Database::Postgres(POSTGRES.database().unwrap()),
        };
        let store = Store::open(&database).await.unwrap();
        let site = folder.path().join("site");
        std::fs::create_dir(&site).unwrap();
        std::fs::write(site.join("huso.js"), "export {}").unwrap();
        std::fs::write(folder.path().join("secret.txt"), "secret").unwrap();
        let allowed_origins = vec![ORIGIN.parse().unwrap()];
        let config = Config {
            events: vec![event(form)],
            site: Some(site),
            published: HashMap::new(),
            allowed_origins,
            limits: Limits::default(),
            now,
        };
        Self { router: router(config, store.clone()).await.unwrap(), database, store, _folder: folder }
    }

    /// Stops, and starts anew with another form on the same database.
    pub(crate) async fn restart(self, form: Value) -> Self {
        self.restart_with(event(form)).await
    }

    /// Stops, and starts anew with another event file on the same database.
    pub(crate) async fn restart_with(self, event: Event) -> Self {
        self.store.close().await;
        let store = Store::open_existing(&self.database).await.unwrap();
        let config = Config {
            events: vec![event],
            site: None,
            published: HashMap::new(),
            allowed_origins: Vec::new(),
            limits: Limits::default(),
            now: june,
        };
        Self { router: router(config, store.clone()).await.unwrap(), store, ..self }
    }

    pub(crate) async fn send(&self, request: Request<Body>) -> (StatusCode, HeaderMap, String) {
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let body = String::from_utf8(to_bytes(body, usize::MAX).await.unwrap().to_vec()).unwrap();
        (parts.status, parts.headers, body)
    }

    pub(crate) async fn post(&self, body: impl ToString) -> (StatusCode, Value) {
        let request = Request::post(PATH).header(header::CONTENT_TYPE, "application/json");
        let (status, headers, body) = self.send(request.body(Body::from(body.to_string())).unwrap()).await;
        let kind = if status.is_success() { "application/json" } else { "application/problem+json" };
        assert_eq!(headers[header::CONTENT_TYPE], kind, "{body}");
        (status, serde_json::from_str(&body).unwrap())
    }

    /// The same, without the token of a receipt, which is another one each time.
    pub(crate) async fn post_known(&self, body: impl ToString) -> (StatusCode, Value) {
        let (status, mut receipt) = self.post(body).await;
        let token = receipt.as_object_mut().unwrap().remove("token");
        assert_eq!(token.is_some(), status.is_success() && receipt["status"] != "cancelled", "{receipt}");
        (status, receipt)
    }

    /// Sends these at the same time, and returns what each was answered, in their order.
    pub(crate) async fn post_at_once(&self, bodies: impl Iterator<Item = Value>) -> Vec<StatusCode> {
        let send = |body: Value| {
            let request = Request::post(PATH).header(header::CONTENT_TYPE, "application/json");
            let request = request.body(Body::from(body.to_string())).unwrap();
            let router = self.router.clone();
            tokio::spawn(async move { router.oneshot(request).await.unwrap().status() })
        };
        let sent: Vec<_> = bodies.map(send).collect();
        let mut answers = Vec::new();
        for answer in sent {
            answers.push(answer.await.unwrap());
        }
        answers
    }

    pub(crate) async fn get(&self, path: &str) -> (StatusCode, HeaderMap, String) {
        self.send(Request::get(path).body(Body::empty()).unwrap()).await
    }

    pub(crate) async fn cancel(&self, submission: &str) -> Vec<String> {
        match self.store.cancel(None, submission, Extent::One, june()).await.unwrap() {
            Cancellation::Done { promoted, .. } => {
                promoted.into_iter().map(|one| one.registration.submission).collect()
            }
            other => panic!("{other:?}"),
        }
    }

    /// Makes codes that are good once each, for every session by invitation.
    pub(crate) async fn invite(&self, codes: &[&str]) {
        let invitation = Invitation { uses: 1, sessions: None, audience: None };
        let codes: Vec<String> = codes.iter().map(|code| (*code).to_owned()).collect();
        self.store.invite("fair", &invitation, &codes, june()).await.unwrap();
    }

    /// Each registration, whether it is confirmed, and its sessions with a seat.
    pub(crate) async fn seats(&self) -> Vec<(String, bool, String)> {
        let seated = |one: &Registration| {
            let sessions = one.sessions.iter().filter(|session| session.status == Status::Confirmed);
            sessions.map(|session| session.id.as_str()).collect::<Vec<_>>().join(" ")
        };
        let all = self.store.registrations(None).await.unwrap();
        let all = all.iter().filter(|one| one.cancelled_at.is_none());
        all.map(|one| (one.submission.clone(), one.status == Status::Confirmed, seated(one))).collect()
    }

    pub(crate) async fn stored(&self) -> usize {
        self.store.registrations(None).await.unwrap().len()
    }

    pub(crate) async fn post_form(
        &self,
        kind: &str,
        accept: &str,
        body: &str,
    ) -> (StatusCode, HeaderMap, String) {
        let request = Request::post(PATH).header(header::CONTENT_TYPE, kind).header(header::ACCEPT, accept);
        let request = request.header(header::ACCEPT_LANGUAGE, "en");
        self.send(request.body(Body::from(body.to_owned())).unwrap()).await
    }

    pub(crate) async fn token(&self) -> String {
        let (status, headers, body) = self.get("/events/fair/form").await;
        assert_eq!((status, &headers[header::CACHE_CONTROL]), (StatusCode::OK, &"no-store".parse().unwrap()));
        serde_json::from_str::<Value>(&body).unwrap()["token"].as_str().unwrap().to_owned()
    }
}

pub(crate) const FORM: &str = "application/x-www-form-urlencoded";
pub(crate) const BROWSER: &str = "text/html,application/xhtml+xml,*/*;q=0.8";

/// The value of a hidden field.
pub(crate) fn hidden<'a>(page: &'a str, name: &str) -> &'a str {
    let start = format!("type=\"hidden\" name=\"{name}\" value=\"");
    page.split_once(&start).unwrap().1.split_once('"').unwrap().0
}
