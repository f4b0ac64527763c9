//! Requests to the router, on a real database.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail loudly")]

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode, header};
use huso_agenda::Instant;
use huso_agenda::chrono::TimeDelta;
use huso_receiver::limits::Limits;
use huso_receiver::store::{Arrival, Cancellation, Reason, Registration};
use huso_receiver::{Config, Database, Store, export, router};
use huso_registration::Event;
use huso_registration::wire::Status;
use huso_test_postgres::{Durability, Server};
use serde_json::{Value, json};
use std::sync::LazyLock;
use std::sync::atomic::{AtomicI64, Ordering};
use tempfile::TempDir;
use tower::ServiceExt as _;

const PATH: &str = "/events/fair/registrations";
const ORIGIN: &str = "https://www.example.org";

fn event(more: Value) -> Event {
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
    let (event, faults) = Event::parse(&file.to_string());
    assert!(faults.is_empty(), "{faults:?}");
    event.unwrap()
}

fn submission(id: &str) -> Value {
    json!({
        "huso": 1, "submission": id, "event": "fair", "language": "es", "timezone": "America/Lima",
        "answers": {"name": " Ana Rojas ", "email": format!("{id}@example.org")}, "sessions": ["b", "a"],
        "consents": ["data"]
    })
}

fn june() -> Instant {
    "2027-06-01T12:00:00Z".parse().unwrap()
}

/// One server for all tests: each has a database of its own.
static POSTGRES: LazyLock<Server> = LazyLock::new(|| Server::start(Durability::None).unwrap());

#[derive(Clone, Copy)]
enum Kind {
    Sqlite,
    Postgres,
}

/// Each test once on each database.
macro_rules! on_both_databases {
    ($($name:ident,)+) => {
        mod sqlite {
            $(#[tokio::test(flavor = "multi_thread")] async fn $name() { super::$name(super::Kind::Sqlite).await })+
        }
        mod postgres {
            $(#[tokio::test(flavor = "multi_thread")] async fn $name() { super::$name(super::Kind::Postgres).await })+
        }
    };
}

struct Receiver {
    router: Router,
    database: Database,
    store: Store,
    /// Kept while it is in use.
    _folder: TempDir,
}

impl Receiver {
    async fn start(kind: Kind) -> Self {
        Self::with(kind, json!({}), june).await
    }

    async fn with(kind: Kind, form: Value, now: fn() -> Instant) -> Self {
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
            allowed_origins,
            limits: Limits::default(),
            now,
        };
        Self { router: router(config, store.clone()).await.unwrap(), database, store, _folder: folder }
    }

    /// Stops, and starts anew with another form on the same database.
    async fn restart(self, form: Value) -> Self {
        self.store.close().await;
        let store = Store::open_existing(&self.database).await.unwrap();
        let config = Config {
            events: vec![event(form)],
            site: None,
            allowed_origins: Vec::new(),
            limits: Limits::default(),
            now: june,
        };
        Self { router: router(config, store.clone()).await.unwrap(), store, ..self }
    }

    async fn send(&self, request: Request<Body>) -> (StatusCode, HeaderMap, String) {
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let body = String::from_utf8(to_bytes(body, usize::MAX).await.unwrap().to_vec()).unwrap();
        (parts.status, parts.headers, body)
    }

    async fn post(&self, body: impl ToString) -> (StatusCode, Value) {
        let request = Request::post(PATH).header(header::CONTENT_TYPE, "application/json");
        let (status, headers, body) = self.send(request.body(Body::from(body.to_string())).unwrap()).await;
        let kind = if status.is_success() { "application/json" } else { "application/problem+json" };
        assert_eq!(headers[header::CONTENT_TYPE], kind, "{body}");
        (status, serde_json::from_str(&body).unwrap())
    }

    async fn get(&self, path: &str) -> (StatusCode, HeaderMap, String) {
        self.send(Request::get(path).body(Body::empty()).unwrap()).await
    }

    async fn cancel(&self, submission: &str) -> Vec<String> {
        match self.store.cancel(None, submission, june()).await.unwrap() {
            Cancellation::Done(promoted) => promoted.into_iter().map(|one| one.submission).collect(),
            other => panic!("{other:?}"),
        }
    }

    /// Each registration, whether it is confirmed, and its sessions with a seat.
    async fn seats(&self) -> Vec<(String, bool, String)> {
        let seated = |one: &Registration| {
            let sessions = one.sessions.iter().filter(|session| session.status == Status::Confirmed);
            sessions.map(|session| session.id.as_str()).collect::<Vec<_>>().join(" ")
        };
        let all = self.store.registrations(None).await.unwrap();
        let all = all.iter().filter(|one| one.cancelled_at.is_none());
        all.map(|one| (one.submission.clone(), one.status == Status::Confirmed, seated(one))).collect()
    }

    async fn stored(&self) -> usize {
        self.store.registrations(None).await.unwrap().len()
    }
}

async fn a_registration_is_stored_once_however_often_it_comes(kind: Kind) {
    let receiver = Receiver::start(kind).await;
    let (status, first) = receiver.post(submission("one")).await;
    assert_eq!(status, StatusCode::CREATED);
    assert_eq!(
        first,
        json!({"submission": "one", "status": "confirmed", "sessions": [
            {"id": "a", "status": "confirmed"}, {"id": "b", "status": "confirmed"}
        ]})
    );
    assert_eq!(receiver.post(submission("one")).await, (StatusCode::OK, first.clone()));

    let stored = receiver.store.registrations(Some("fair")).await.unwrap();
    assert_eq!(stored.len(), 1);
    assert_eq!(stored[0].received_at, "2027-06-01T12:00:00.000Z");
    assert_eq!(
        serde_json::to_string(&stored[0].answers).unwrap(),
        r#"{"email":"one@example.org","name":"Ana Rojas"}"#
    );
    assert_eq!(stored[0].timezone.as_deref(), Some("America/Lima"));
    assert!(receiver.store.registrations(Some("other")).await.unwrap().is_empty());

    // It outlives the program.
    receiver.store.close().await;
    let again = Store::open_existing(&receiver.database).await.unwrap();
    assert_eq!(again.registrations(None).await.unwrap(), stored);
}

async fn one_submission_sent_many_times_at_once_is_one_registration(kind: Kind) {
    let receiver = Receiver::start(kind).await;
    let sent: Vec<_> = (0..20)
        .map(|_| {
            let router = receiver.router.clone();
            let request = Request::post(PATH).header(header::CONTENT_TYPE, "application/json");
            let request = request.body(Body::from(submission("one").to_string())).unwrap();
            tokio::spawn(async move { router.oneshot(request).await.unwrap().status() })
        })
        .collect();
    let mut created = 0;
    for answer in sent {
        match answer.await.unwrap() {
            StatusCode::CREATED => created += 1,
            status => assert_eq!(status, StatusCode::OK),
        }
    }
    assert_eq!((created, receiver.stored().await), (1, 1));
}

async fn an_id_used_for_another_form_is_refused(kind: Kind) {
    let receiver = Receiver::start(kind).await;
    receiver.post(submission("one")).await;
    let mut other = submission("one");
    other["answers"]["name"] = "Luis Rojas".into();
    let (status, problem) = receiver.post(other).await;
    assert_eq!((status, &problem["code"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!("submission_reused")));
    assert_eq!(receiver.stored().await, 1);
}

async fn the_last_seat_goes_to_the_first(kind: Kind) {
    let receiver = Receiver::start(kind).await;
    receiver.post(submission("one")).await;
    let (status, second) = receiver.post(submission("two")).await;
    assert_eq!(status, StatusCode::CREATED);
    assert_eq!(second["status"], "confirmed");
    assert_eq!(
        second["sessions"],
        json!([{"id": "a", "status": "waitlisted"}, {"id": "b", "status": "confirmed"}])
    );
    let mut third = submission("three");
    third["sessions"] = json!(["a"]);
    assert_eq!(receiver.post(third).await.1["status"], "waitlisted");
}

async fn of_simultaneous_forms_for_one_seat_one_gets_it(kind: Kind) {
    let receiver = Receiver::with(kind, json!({"capacity": 1, "choose": "event"}), june).await;
    let sent: Vec<_> = (0..30)
        .map(|n| {
            let router = receiver.router.clone();
            let request = Request::post(PATH).header(header::CONTENT_TYPE, "application/json");
            let request = request.body(Body::from(submission(&format!("s{n}")).to_string())).unwrap();
            tokio::spawn(async move { router.oneshot(request).await.unwrap().status() })
        })
        .collect();
    for answer in sent {
        assert_eq!(answer.await.unwrap(), StatusCode::CREATED);
    }
    let all = receiver.store.registrations(None).await.unwrap();
    let confirmed: Vec<_> = all.iter().filter(|one| one.status == Status::Confirmed).collect();
    assert_eq!((all.len(), confirmed.len()), (30, 1));
    assert_eq!(confirmed[0].submission, all[0].submission, "the first that came");
    assert!(all.iter().all(|one| one.sessions.is_empty()), "one registers for the event, not for sessions");
}

async fn what_has_to_be_corrected_is_named_field_by_field(kind: Kind) {
    let receiver = Receiver::start(kind).await;
    let mut wrong = submission("one");
    wrong["language"] = "en".into();
    wrong["answers"] = json!({"email": "ana@", "unknown": "dropped"});
    wrong["sessions"] = json!(["c"]);
    wrong["consents"] = json!([]);
    let (status, problem) = receiver.post(wrong).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!((&problem["code"], &problem["status"]), (&json!("invalid"), &json!(422)));
    let errors: Vec<_> = problem["errors"].as_array().unwrap().iter().collect();
    let named: Vec<_> = errors
        .iter()
        .map(|error| (error["pointer"].as_str().unwrap(), error["code"].as_str().unwrap()))
        .collect();
    assert_eq!(
        named,
        [
            ("/sessions", "session_closed"),
            ("/answers/name", "required"),
            ("/answers/email", "email"),
            ("/consents/data", "consent_required")
        ]
    );
    assert!(errors.iter().all(|error| !error["detail"].as_str().unwrap().is_empty()));
    assert_eq!(receiver.stored().await, 0);
}

async fn what_is_no_submission_is_refused(kind: Kind) {
    let receiver = Receiver::start(kind).await;
    let with = |key: &str, value: Value| {
        let mut one = submission("one");
        one[key] = value;
        one.to_string()
    };
    let cases = [
        (StatusCode::BAD_REQUEST, "unreadable", "{".to_owned(), ""),
        (StatusCode::BAD_REQUEST, "unreadable", "[]".to_owned(), ""),
        (StatusCode::BAD_REQUEST, "unreadable", with("answers", json!({"name": 5})), "/answers/name"),
        (StatusCode::BAD_REQUEST, "unreadable", with("sessions", json!(["a", 2])), "/sessions/1"),
        (StatusCode::BAD_REQUEST, "wrong_envelope", with("event", "other".into()), ""),
        (StatusCode::BAD_REQUEST, "wrong_envelope", with("submission", "".into()), ""),
        (StatusCode::BAD_REQUEST, "wrong_envelope", with("submission", "a b".into()), ""),
        (StatusCode::BAD_REQUEST, "wrong_envelope", with("submission", "x".repeat(65).into()), ""),
        (StatusCode::PAYLOAD_TOO_LARGE, "too_large", with("x", "x".repeat(70_000).into()), ""),
    ];
    for (status, code, body, place) in cases {
        let (found, problem) = receiver.post(&body).await;
        assert_eq!((found, problem["code"].as_str().unwrap()), (status, code), "{body:.80}");
        if !place.is_empty() {
            assert_eq!(problem["errors"][0]["pointer"], place, "{problem}");
        }
    }
    let plain = Request::post(PATH).header(header::CONTENT_TYPE, "text/plain");
    let plain = plain.header(header::ACCEPT_LANGUAGE, "de, pt-BR;q=0.8").body(Body::from("hola")).unwrap();
    let (status, _, body) = receiver.send(plain).await;
    let problem: Value = serde_json::from_str(&body).unwrap();
    assert_eq!((status, &problem["code"]), (StatusCode::UNSUPPORTED_MEDIA_TYPE, &json!("wrong_encoding")));
    assert_eq!(problem["title"], huso_agenda::Lang::Pt.problems().wrong_encoding);

    let unknown =
        Request::post("/events/none/registrations").header(header::CONTENT_TYPE, "application/json");
    let unknown = unknown.body(Body::from(submission("one").to_string())).unwrap();
    assert_eq!(receiver.send(unknown).await.0, StatusCode::NOT_FOUND);
    assert_eq!(receiver.get(PATH).await.0, StatusCode::METHOD_NOT_ALLOWED);
    assert_eq!(receiver.stored().await, 0);
}

async fn registration_has_a_beginning_and_an_end(kind: Kind) {
    let early = Receiver::with(kind, json!({}), || "2026-12-31T00:00:00Z".parse().unwrap()).await;
    let (status, problem) = early.post(submission("one")).await;
    assert_eq!((status, &problem["code"]), (StatusCode::FORBIDDEN, &json!("not_open_yet")));

    // 18:00 in Bogotá: the end itself is too late.
    let late = Receiver::with(kind, json!({}), || "2027-08-10T23:00:00Z".parse().unwrap()).await;
    let (status, problem) = late.post(submission("one")).await;
    assert_eq!((status, &problem["code"]), (StatusCode::GONE, &json!("closed")));

    // Whoever was stored in time and asks again, because the answer was lost, gets the receipt.
    let event = event(json!({}));
    let mut one = huso_registration::Submission::from_json(submission("one").to_string().as_bytes()).unwrap();
    huso_registration::validation::normalize(event.form.as_ref().unwrap(), &mut one);
    let arrival = Arrival { submission: one, email: None, suspect: None, spam: false };
    late.store.register(&arrival, june).await.unwrap();
    assert_eq!(late.post(submission("one")).await.0, StatusCode::OK);
}

async fn only_allowed_origins_may_send_from_their_pages(kind: Kind) {
    let receiver = Receiver::start(kind).await;
    let ask = |origin: &str| {
        let request = Request::builder().method("OPTIONS").uri(PATH).header(header::ORIGIN, origin);
        let request = request.header(header::ACCESS_CONTROL_REQUEST_METHOD, "POST");
        request.header(header::ACCESS_CONTROL_REQUEST_HEADERS, "content-type").body(Body::empty()).unwrap()
    };
    let (status, headers, _) = receiver.send(ask(ORIGIN)).await;
    assert_eq!(status, StatusCode::OK);
    assert_eq!(headers[header::ACCESS_CONTROL_ALLOW_ORIGIN], ORIGIN);
    assert_eq!(headers[header::ACCESS_CONTROL_ALLOW_HEADERS], "content-type");
    let (_, headers, _) = receiver.send(ask("https://evil.example")).await;
    assert!(!headers.contains_key(header::ACCESS_CONTROL_ALLOW_ORIGIN));
    let post = Request::post(PATH).header(header::ORIGIN, ORIGIN);
    let post = post.header(header::CONTENT_TYPE, "application/json");
    let (status, headers, _) = receiver.send(post.body(Body::from("{")).unwrap()).await;
    assert_eq!(status, StatusCode::BAD_REQUEST);
    assert_eq!(headers[header::ACCESS_CONTROL_ALLOW_ORIGIN], ORIGIN, "problems are readable as well");
}

async fn the_package_is_served_and_nothing_beside_it(kind: Kind) {
    let receiver = Receiver::start(kind).await;
    let (status, headers, body) = receiver.get("/huso.js").await;
    assert_eq!((status, body.as_str()), (StatusCode::OK, "export {}"));
    assert_eq!(headers[header::CONTENT_TYPE], "text/javascript");
    assert_eq!(headers[header::CACHE_CONTROL], "no-cache");
    assert_eq!(headers[header::X_CONTENT_TYPE_OPTIONS], "nosniff");
    assert_eq!(headers[header::ACCESS_CONTROL_ALLOW_ORIGIN], "*");
    for path in ["/../secret.txt", "/%2e%2e/secret.txt", "/missing.js"] {
        let (status, _, body) = receiver.get(path).await;
        assert_eq!(status, StatusCode::NOT_FOUND, "{path}");
        assert!(!body.contains("secret"), "{path}");
    }
}

async fn it_is_ready_while_the_database_answers(kind: Kind) {
    let receiver = Receiver::start(kind).await;
    assert_eq!(receiver.get("/readyz").await.0, StatusCode::OK);
    receiver.store.close().await;
    assert_eq!(receiver.get("/readyz").await.0, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(receiver.get("/healthz").await.0, StatusCode::OK, "the program itself is well");
    let (status, problem) = receiver.post(submission("one")).await;
    assert_eq!((status, &problem["code"]), (StatusCode::INTERNAL_SERVER_ERROR, &json!("storage")));
}

#[tokio::test]
async fn a_database_that_is_none_is_not_overwritten() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("huso.db");
    let database = Database::Sqlite(file.clone());
    assert!(Store::open_existing(&database).await.is_err());
    std::fs::write(&file, "a letter, not a database".repeat(100)).unwrap();
    let error = Store::open(&database).await.unwrap_err();
    assert!(error.to_string().contains("not a database"), "{error}");
    assert!(std::fs::read_to_string(&file).unwrap().starts_with("a letter"));
}

async fn the_table_lists_what_was_stored(kind: Kind) {
    let receiver = Receiver::start(kind).await;
    receiver.post(submission("one")).await;
    receiver.post(submission("two")).await;
    assert_eq!(
        export::registrations(&receiver.store.registrations(None).await.unwrap()),
        "event,submission,received_at,status,sessions,waitlisted_sessions,answer.email,answer.name,consents,consent.data,notice_version,notice_at,notice_language,language,timezone,suspect,cancelled_at\r\n\
         fair,one,2027-06-01T12:00:00.000Z,confirmed,a; b,,one@example.org,Ana Rojas,data,true,,,,es,America/Lima,no_token,\r\n\
         fair,two,2027-06-01T12:00:00.000Z,confirmed,b,a,two@example.org,Ana Rojas,data,true,,,,es,America/Lima,no_token,\r\n"
    );
}

async fn the_agenda_is_a_calendar_to_subscribe_to(kind: Kind) {
    let receiver = Receiver::start(kind).await;
    let path = "/events/fair/calendar.ics";
    let (status, headers, body) = receiver.get(path).await;
    assert_eq!(status, StatusCode::OK);
    assert_eq!(headers[header::CONTENT_TYPE], "text/calendar; charset=utf-8");
    assert_eq!(headers[header::ACCESS_CONTROL_ALLOW_ORIGIN], "*");
    assert_eq!(headers[header::CACHE_CONTROL], "public, max-age=900");
    let lines: Vec<&str> = body.split("\r\n").collect();
    for line in [
        "NAME:Feria",
        "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
        "X-PUBLISHED-TTL:PT1H",
        "TZID:America/Bogota",
        "UID:b.fair@huso",
        "DTSTART;TZID=America/Bogota:20270811T110000",
        "DTSTAMP:20270601T120000Z",
    ] {
        assert!(lines.contains(&line), "{line} is not in {body}");
    }

    let tag = headers[header::ETAG].to_str().unwrap();
    let known =
        |tag: &str| Request::get(path).header(header::IF_NONE_MATCH, tag).body(Body::empty()).unwrap();
    for held in [tag, &format!("\"other\", {}", tag.trim_start_matches("W/")), "*"] {
        let (status, headers, body) = receiver.send(known(held)).await;
        assert_eq!((status, body.as_str()), (StatusCode::NOT_MODIFIED, ""), "{held}");
        assert_eq!(headers[header::ETAG], tag);
    }
    assert_eq!(receiver.send(known("W/\"other\"")).await.0, StatusCode::OK);
    let later = Receiver::with(kind, json!({}), || june() + huso_agenda::chrono::TimeDelta::days(1)).await;
    assert_eq!(later.send(known(tag)).await.0, StatusCode::NOT_MODIFIED, "only the stamp is another");

    assert_eq!(receiver.get("/events/other/calendar.ics").await.0, StatusCode::NOT_FOUND);
}

async fn of_200_for_the_last_seat_the_first_gets_it_and_the_others_wait_in_line(kind: Kind) {
    /// A millisecond later each time.
    fn ticking() -> Instant {
        static TICKS: AtomicI64 = AtomicI64::new(0);
        june() + TimeDelta::milliseconds(TICKS.fetch_add(1, Ordering::Relaxed))
    }
    let receiver = Receiver::with(kind, json!({"capacity": 1, "choose": "event"}), ticking).await;
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let router = receiver.router.clone();
    tokio::spawn(async move { axum::serve(listener, router).await });
    let sent: Vec<_> = (0..200)
        .map(|n| tokio::spawn(async move { post_by_tcp(address, &submission(&format!("s{n}"))).await }))
        .collect();
    let mut answered = std::collections::HashMap::new();
    for answer in sent {
        let (status, receipt) = answer.await.unwrap();
        assert_eq!(status, 201, "{receipt}");
        let id = receipt["submission"].as_str().unwrap().to_owned();
        answered.insert(id, receipt["status"].as_str().unwrap().to_owned());
    }
    let all = receiver.store.registrations(None).await.unwrap();
    assert_eq!((all.len(), answered.len()), (200, 200));
    // Rows are in the order in which they came; each was told what is stored.
    let stored: Vec<_> = all.iter().map(|one| one.status.word()).collect();
    assert_eq!(stored[0], "confirmed");
    assert!(stored[1..].iter().all(|status| *status == "waitlisted"), "{stored:?}");
    assert!(all.iter().all(|one| answered[&one.submission] == one.status.word()));
    assert!(all.windows(2).all(|pair| pair[0].received_at < pair[1].received_at));

    // Whoever is first in line moves up, one by one.
    for pair in all[..5].windows(2) {
        assert_eq!(receiver.cancel(&pair[0].submission).await, [pair[1].submission.clone()]);
    }
    assert_eq!(receiver.seats().await.iter().filter(|(_, confirmed, _)| *confirmed).count(), 1);
}

async fn post_by_tcp(address: std::net::SocketAddr, body: &Value) -> (u16, Value) {
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
    let body = body.to_string();
    let mut stream = tokio::net::TcpStream::connect(address).await.unwrap();
    let length = body.len();
    let request = format!(
        "POST {PATH} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\
         Content-Type: application/json\r\nContent-Length: {length}\r\n\r\n{body}"
    );
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    (head[9..12].parse().unwrap(), serde_json::from_str(body).unwrap())
}

async fn a_seat_that_is_given_back_goes_to_the_first_in_line_session_by_session(kind: Kind) {
    let receiver = Receiver::start(kind).await;
    let choosing = |id: &str, sessions: Value| {
        let mut one = submission(id);
        one["sessions"] = sessions;
        one
    };
    // Session a has one seat, b has no limit.
    receiver.post(choosing("one", json!(["a", "b"]))).await;
    receiver.post(choosing("two", json!(["a", "b"]))).await;
    receiver.post(choosing("three", json!(["a"]))).await;
    let seat = |id: &str, confirmed, sessions: &str| (id.to_owned(), confirmed, sessions.to_owned());
    assert_eq!(
        receiver.seats().await,
        [seat("one", true, "a b"), seat("two", true, "b"), seat("three", false, "")]
    );
    // One who holds no seat in a gives none back.
    assert_eq!(receiver.cancel("one").await, ["two"]);
    assert_eq!(receiver.seats().await, [seat("two", true, "a b"), seat("three", false, "")]);
    assert_eq!(receiver.cancel("two").await, ["three"]);
    assert_eq!(receiver.seats().await, [seat("three", true, "a")]);
    assert_eq!(receiver.cancel("three").await, [""; 0]);

    let cancel = async |event, id| receiver.store.cancel(event, id, june()).await.unwrap();
    assert_eq!(cancel(None, "one").await, Cancellation::Before("2027-06-01T12:00:00.000Z".into()));
    assert_eq!(cancel(None, "nobody").await, Cancellation::Unknown);
    assert_eq!(cancel(Some("other"), "one").await, Cancellation::Unknown);
    // Whoever cancelled may come back, with a new form.
    let mut again = choosing("again", json!(["a"]));
    again["answers"]["email"] = "one@example.org".into();
    assert_eq!(receiver.post(again).await.1["status"], "confirmed");
    assert_eq!(receiver.seats().await, [seat("again", true, "a")]);
    // The retry of a form that was cancelled meanwhile takes no seat.
    assert_eq!(receiver.post(choosing("one", json!(["a", "b"]))).await.0, StatusCode::OK);
    assert_eq!(receiver.stored().await, 4);
}

async fn more_seats_are_given_to_those_who_wait(kind: Kind) {
    let receiver = Receiver::with(kind, json!({"capacity": 1, "choose": "event"}), june).await;
    for id in ["one", "two", "three", "four"] {
        receiver.post(submission(id)).await;
    }
    let confirmed = async |receiver: &Receiver| {
        let all = receiver.seats().await;
        all.into_iter().filter(|(_, confirmed, _)| *confirmed).map(|(id, ..)| id).collect::<Vec<_>>()
    };
    let receiver = receiver.restart(json!({"capacity": 3, "choose": "event"})).await;
    assert_eq!(confirmed(&receiver).await, ["one", "two", "three"]);
    // Fewer seats take none away, but are given to nobody until there is room.
    let receiver = receiver.restart(json!({"capacity": 2, "choose": "event"})).await;
    assert_eq!(confirmed(&receiver).await, ["one", "two", "three"]);
    assert_eq!(receiver.cancel("one").await, [""; 0]);
    assert_eq!(receiver.cancel("two").await, ["four"]);
    assert_eq!(receiver.post(submission("five")).await.1["status"], "waitlisted");
}

async fn an_address_is_registered_once_and_nobody_can_find_out(kind: Kind) {
    let receiver = Receiver::with(kind, json!({"capacity": 3, "choose": "event"}), june).await;
    let with_email = |id: &str, email: &str| {
        let mut one = submission(id);
        one["answers"]["email"] = email.into();
        one
    };
    let first = receiver.post(with_email("one", "Ana.Rojas+fair@Example.ORG")).await;
    // The same person under another form's id, and somebody new: the answers tell nothing.
    let again = receiver.post(with_email("two", "  ana.rojas+FAIR@example.org ")).await;
    let new = receiver.post(with_email("three", "anarojas@example.org")).await;
    assert_eq!((first.0, again.0, new.0), (StatusCode::CREATED, StatusCode::CREATED, StatusCode::CREATED));
    let without_id = |(_, receipt): &(StatusCode, Value)| {
        let mut receipt = receipt.clone();
        receipt["submission"] = Value::Null;
        receipt
    };
    assert_eq!(without_id(&first), without_id(&again));
    assert_eq!(without_id(&new), without_id(&again));
    // Its repetition is answered as any repetition is, and its id is taken.
    let (status, receipt) = receiver.post(with_email("two", "ana.rojas+FAIR@example.org")).await;
    assert_eq!((status, &receipt), (StatusCode::OK, &again.1));
    assert_eq!(
        receiver.post(with_email("two", "luis@example.org")).await.0,
        StatusCode::UNPROCESSABLE_ENTITY
    );

    let ids: Vec<_> = receiver.seats().await.into_iter().map(|(id, ..)| id).collect();
    assert_eq!(ids, ["one", "three"], "what follows a plus sign and dots tell addresses apart");
    let aside = receiver.store.set_aside(Some("fair")).await.unwrap();
    assert_eq!(aside.len(), 1);
    assert_eq!(aside[0].reason, Reason::Duplicate);
    assert_eq!(
        serde_json::to_string(&aside[0].registration.answers).unwrap(),
        r#"{"email":"ana.rojas+FAIR@example.org","name":"Ana Rojas"}"#
    );
    assert!(receiver.store.set_aside(Some("other")).await.unwrap().is_empty());

    // It took no seat; and where none is left, it is told so as a newcomer is.
    assert_eq!(receiver.post(with_email("four", "luis@example.org")).await.1["status"], "confirmed");
    assert_eq!(
        receiver.post(with_email("five", "ANA.rojas+fair@example.org")).await.1["status"],
        "waitlisted"
    );
    assert_eq!(receiver.post(with_email("six", "eva@example.org")).await.1["status"], "waitlisted");
}

/// Kind of fault: what nobody sees makes two people of one. From e-mails copied from web pages, and
/// telephones copied from messengers.
async fn what_is_pasted_makes_no_second_person(kind: Kind) {
    let fields = json!([
        {"id": "name", "type": "text", "label": "Nombre", "required": true},
        {"id": "email", "type": "email", "label": "Correo", "required": true},
        {"id": "phone", "type": "tel", "label": "Teléfono"}
    ]);
    let receiver = Receiver::with(kind, json!({"fields": fields, "choose": "event"}), june).await;
    let with = |id: &str, email: &str| {
        let mut one = submission(id);
        one["answers"] = json!({
            "name": "Ana\r\n\u{0}\u{1b}\u{202e} Rojas", "email": email,
            "phone": "\u{2068}+57\u{a0}301\u{2011}2345678\u{2069}"
        });
        one
    };
    let ways = [
        "Ana@Ñandú.example.org",
        "\u{feff}ana\u{200b}@ñandú.example.org\u{2060}",
        "ana＠n\u{303}andu\u{301}．example．org",
        "\u{2068}ａｎａ@ñan\u{ad}dú.EXAMPLE.org\u{2069}",
        "ana@xn--and-6ma2c.example.org",
        "𝗮𝗻𝗮@ñandú.example.org",
    ];
    for (n, email) in ways.iter().enumerate() {
        let (status, answer) = receiver.post(with(&format!("s{n}"), email)).await;
        assert_eq!(
            (status, &answer["status"]),
            (StatusCode::CREATED, &json!("confirmed")),
            "{email}: {answer}"
        );
    }
    let all = receiver.store.registrations(None).await.unwrap();
    let aside = receiver.store.set_aside(None).await.unwrap();
    assert_eq!((all.len(), aside.len()), (1, ways.len() - 1));
    assert!(aside.iter().all(|one| one.reason == Reason::Duplicate));
    // What is stored is what the person wrote, but for what nobody sees.
    assert_eq!(
        serde_json::to_string(&all[0].answers).unwrap(),
        r#"{"email":"Ana@Ñandú.example.org","name":"Ana Rojas","phone":"+57 301-2345678"}"#
    );
    // A page's form is read by the same rules: its repetition under the same id is the same form.
    let body = "name=Ana%0D%0A%00%1B%E2%80%AE+Rojas&consent=data&submission=s0\
                &email=%E2%80%8BAna@%C3%91and%C3%BA.example.org&phone=%E2%81%A8%2B57+301-2345678%E2%81%A9";
    assert_eq!(receiver.post_form(FORM, "application/json", body).await.0, StatusCode::OK);
}

async fn of_simultaneous_forms_of_one_address_one_is_registered(kind: Kind) {
    let receiver = Receiver::start(kind).await;
    let sent: Vec<_> = (0..20)
        .map(|n| {
            let router = receiver.router.clone();
            let mut one = submission(&format!("s{n}"));
            one["answers"]["email"] = "ana@example.org".into();
            let request = Request::post(PATH).header(header::CONTENT_TYPE, "application/json");
            let request = request.body(Body::from(one.to_string())).unwrap();
            tokio::spawn(async move { router.oneshot(request).await.unwrap().status() })
        })
        .collect();
    for answer in sent {
        assert_eq!(answer.await.unwrap(), StatusCode::CREATED);
    }
    assert_eq!(receiver.stored().await, 1);
    assert_eq!(receiver.store.set_aside(None).await.unwrap().len(), 19);
}

#[tokio::test]
async fn an_empty_postgres_database_is_not_written_to_by_who_only_reads() {
    let database = Database::Postgres(POSTGRES.database().unwrap());
    for _ in 0..2 {
        let error = Store::open_existing(&database).await.unwrap_err();
        assert!(matches!(error, huso_receiver::store::StoreError::Empty), "{error}");
    }
    Store::open(&database).await.unwrap();
    assert!(Store::open_existing(&database).await.is_ok());
}

const FORM: &str = "application/x-www-form-urlencoded";
const BROWSER: &str = "text/html,application/xhtml+xml,*/*;q=0.8";

impl Receiver {
    async fn post_form(&self, kind: &str, accept: &str, body: &str) -> (StatusCode, HeaderMap, String) {
        let request = Request::post(PATH).header(header::CONTENT_TYPE, kind).header(header::ACCEPT, accept);
        let request = request.header(header::ACCEPT_LANGUAGE, "en");
        self.send(request.body(Body::from(body.to_owned())).unwrap()).await
    }

    async fn token(&self) -> String {
        let (status, headers, body) = self.get("/events/fair/form").await;
        assert_eq!((status, &headers[header::CACHE_CONTROL]), (StatusCode::OK, &"no-store".parse().unwrap()));
        serde_json::from_str::<Value>(&body).unwrap()["token"].as_str().unwrap().to_owned()
    }
}

/// The value of a hidden field.
fn hidden<'a>(page: &'a str, name: &str) -> &'a str {
    let start = format!("type=\"hidden\" name=\"{name}\" value=\"");
    page.split_once(&start).unwrap().1.split_once('"').unwrap().0
}

async fn a_plain_form_gets_a_page(kind: Kind) {
    let receiver = Receiver::start(kind).await;
    let body = "name=Ana+Rojas&email=ana%40example.org&session=b&session=a&consent=data&language=pt";
    let (status, headers, page) = receiver.post_form(FORM, BROWSER, body).await;
    assert_eq!(status, StatusCode::OK, "{page}");
    assert_eq!(headers[header::CONTENT_TYPE], "text/html; charset=utf-8");
    let policy = headers[header::CONTENT_SECURITY_POLICY].to_str().unwrap();
    assert!(policy.starts_with("default-src 'none';") && !policy.contains("unsafe"), "{policy}");
    let say = huso_agenda::Lang::Pt.form();
    assert!(page.contains("<html lang=\"pt\">") && page.contains(say.done_title), "{page}");
    for never in ["<script", "<style", " style=", " onload=", " onsubmit=", "javascript:"] {
        assert!(!page.contains(never), "{never} in {page}");
    }
    // A double click or a reload is the same registration; the page doesn't tell it from the first.
    assert_eq!(receiver.post_form(FORM, BROWSER, body).await, (status, headers, page));
    let all = receiver.store.registrations(None).await.unwrap();
    assert_eq!(all.len(), 1);
    assert_eq!(
        serde_json::to_string(&all[0].answers).unwrap(),
        r#"{"email":"ana@example.org","name":"Ana Rojas"}"#
    );
    assert_eq!(all[0].sessions.len(), 2);
    assert_eq!(
        (all[0].consents.as_slice(), all[0].language.as_deref()),
        (&["data".to_owned()][..], Some("pt"))
    );

    // Another browser's form of the same content is another person's.
    let other = Request::post(PATH).header(header::CONTENT_TYPE, FORM).header(header::USER_AGENT, "other");
    let body = body.replace("ana%40", "luis%40");
    receiver.post_form(FORM, BROWSER, &body).await;
    let (status, _, answer) = receiver.send(other.body(Body::from(body)).unwrap()).await;
    assert_eq!(status, StatusCode::CREATED);
    assert!(serde_json::from_str::<Value>(&answer).is_ok(), "who asks for no page gets none: {answer}");
}

async fn a_plain_form_comes_back_with_what_is_to_correct(kind: Kind) {
    let receiver = Receiver::start(kind).await;
    let body = "name=%3Cb%3EAna%22&email=ana%40&session=a&submission=first&remarks_2=";
    let (status, _, page) = receiver.post_form(FORM, BROWSER, body).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    let say = huso_agenda::Lang::En.validation();
    for part in [
        "<title>Feria</title>",
        "action=\"registrations\"",
        "2 answers",
        "value=\"&lt;b&gt;Ana&quot;\"",
        "value=\"ana@\" required aria-invalid=\"true\" aria-describedby=\"field-1-fault\"",
        "<a href=\"#field-1\">Correo</a>",
        "<a href=\"#consent-0\">",
        "value=\"a\" checked",
        "09:00",
        say.email,
        say.consent_required,
    ] {
        assert!(page.contains(part), "{part} is not in {page}");
    }
    assert!(!page.contains("value=\"b\" checked") && !page.contains("<b>"), "{page}");
    assert_eq!(receiver.stored().await, 0);

    // Corrected and sent again, under the page's own id, twice.
    let (id, token) = (hidden(&page, "submission").to_owned(), hidden(&page, "token").to_owned());
    assert!(id.len() == 32 && id != "first");
    let body =
        format!("name=Ana&email=ana%40example.org&session=a&consent=data&submission={id}&token={token}");
    for _ in 0..2 {
        let (status, _, page) = receiver.post_form(FORM, BROWSER, &body).await;
        let title = huso_agenda::Lang::En.form().done_title;
        assert!(status == StatusCode::OK && page.contains(title), "{page}");
    }
    let all = receiver.store.registrations(None).await.unwrap();
    assert_eq!((all.len(), all[0].submission.as_str()), (1, id.as_str()));

    // Going back and registering somebody else under the same id: nothing is lost, a new id is offered.
    let (status, _, page) = receiver.post_form(FORM, BROWSER, &body.replace("ana%40", "eva%40")).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.contains("value=\"eva@example.org\"") && hidden(&page, "submission") != id, "{page}");
}

async fn the_form_is_a_page_for_browsers(kind: Kind) {
    let receiver = Receiver::start(kind).await;
    let get = |path: &str| Request::get(path).header(header::ACCEPT, BROWSER).body(Body::empty()).unwrap();
    let (status, headers, page) = receiver.send(get("/events/fair/form")).await;
    assert_eq!(status, StatusCode::OK);
    assert!(headers.contains_key(header::CONTENT_SECURITY_POLICY));
    assert!(
        !page.contains("aria-invalid") && !page.contains("role=\"alert\""),
        "nothing is wrong yet: {page}"
    );
    assert_ne!(hidden(&page, "token"), "");
    // A person whose password manager fills in what only machines fill in would be taken for one.
    let trap = page.split_once("name=\"remarks_2\"").unwrap().1.split_once('>').unwrap().0;
    for leave_alone in [
        "tabindex=\"-1\"",
        "autocomplete=\"off\"",
        "data-1p-ignore",
        "data-lpignore=\"true\"",
        "data-bwignore",
        "data-form-type=\"other\"",
        "data-protonpass-ignore=\"true\"",
    ] {
        assert!(trap.contains(leave_alone), "{leave_alone}: {trap}");
    }
    assert_eq!(receiver.get("/events/style.css").await.1[header::CONTENT_TYPE], "text/css; charset=utf-8");
    assert_eq!(receiver.send(get("/events/none/form")).await.0, StatusCode::NOT_FOUND);

    let late = Receiver::with(kind, json!({}), || "2027-09-01T00:00:00Z".parse().unwrap()).await;
    let (status, _, page) = late.send(get("/events/fair/form")).await;
    assert_eq!(status, StatusCode::GONE);
    assert!(page.contains(huso_agenda::Lang::Es.problems().closed), "{page}");
}

async fn multipart_is_taken_but_for_files(kind: Kind) {
    let receiver = Receiver::start(kind).await;
    let part = |name: &str, value: &str| {
        format!("--x\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
    };
    let fields = part("name", "Ana") + &part("email", "ana@example.org") + &part("session", "a");
    let fields = fields + &part("consent", "data") + &part("submission", "one") + &part("event", "fair");
    let kind = "multipart/form-data; boundary=x";
    let file = "--x\r\nContent-Disposition: form-data; name=\"cv\"; filename=\"cv.pdf\"\r\n\r\n%PDF\r\n";
    let (status, _, problem) = receiver.post_form(kind, "*/*", &(fields.clone() + file + "--x--\r\n")).await;
    let problem: Value = serde_json::from_str(&problem).unwrap();
    assert_eq!((status, &problem["code"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!("file_not_taken")));
    let (status, _, problem) = receiver.post_form(kind, "*/*", &fields).await;
    let problem: Value = serde_json::from_str(&problem).unwrap();
    assert_eq!((status, &problem["code"]), (StatusCode::BAD_REQUEST, &json!("unreadable")), "it has no end");

    let whole = fields + "--x--\r\n";
    let (status, _, receipt) = receiver.post_form(kind, "*/*", &whole).await;
    assert_eq!(status, StatusCode::CREATED, "{receipt}");
    assert_eq!(serde_json::from_str::<Value>(&receipt).unwrap()["submission"], "one");
    assert_eq!(receiver.post_form(kind, "application/json", &whole).await.0, StatusCode::OK);
    assert_eq!(receiver.stored().await, 1);
}

async fn machines_are_set_aside_and_told_nothing(kind: Kind) {
    let receiver = Receiver::start(kind).await;
    let (_, _, form) = receiver.get("/events/fair/form").await;
    let honeypot = serde_json::from_str::<Value>(&form).unwrap()["honeypot"].as_str().unwrap().to_owned();
    let mut machine = submission("machine");
    machine[&honeypot] = "Buy!".into();
    let (status, receipt) = receiver.post(&machine).await;
    assert_eq!((status, &receipt["status"]), (StatusCode::CREATED, &json!("confirmed")));
    assert_eq!(receiver.post(&machine).await, (StatusCode::OK, receipt));
    let body = format!("name=X&email=x%40example.org&session=a&consent=data&submission=m2&{honeypot}=x");
    assert_eq!(receiver.post_form(FORM, BROWSER, &body).await.0, StatusCode::OK);
    assert_eq!(receiver.stored().await, 0);
    let aside = receiver.store.set_aside(None).await.unwrap();
    let aside: Vec<_> = aside.iter().map(|one| (one.reason, one.registration.submission.as_str())).collect();
    assert_eq!(aside, [(Reason::Spam, "machine"), (Reason::Spam, "m2")]);

    // It took neither the seat nor the address; an empty field is what people send.
    let mut person = submission("machine2");
    person["answers"]["email"] = "machine@example.org".into();
    person[&honeypot] = " ".into();
    let (_, receipt) = receiver.post(person).await;
    assert_eq!(receipt["sessions"][0], json!({"id": "a", "status": "confirmed"}));
    assert_eq!(receiver.stored().await, 1);
}

async fn haste_is_noted_and_never_refused(kind: Kind) {
    /// Four seconds later each time.
    fn slow() -> Instant {
        static TICKS: AtomicI64 = AtomicI64::new(0);
        june() + TimeDelta::seconds(4 * TICKS.fetch_add(1, Ordering::Relaxed))
    }
    let hasty = Receiver::start(kind).await;
    let token = hasty.token().await;
    for (id, token) in [("fast", json!(token)), ("forged", json!("123-abc")), ("none", Value::Null)] {
        let mut one = submission(id);
        one["token"] = token;
        assert_eq!(hasty.post(one).await.0, StatusCode::CREATED);
    }
    let suspects = async |receiver: &Receiver| {
        let all = receiver.store.registrations(None).await.unwrap();
        all.into_iter().map(|one| one.suspect).collect::<Vec<_>>()
    };
    let noted = ["too_fast", "forged_token", "no_token"].map(|word| Some(word.to_owned()));
    assert_eq!(suspects(&hasty).await, noted);

    let receiver = Receiver::with(kind, json!({}), slow).await;
    let mut one = submission("one");
    one["token"] = receiver.token().await.into();
    receiver.post(&one).await;
    assert_eq!(suspects(&receiver).await, [None]);
    // The key is the database's: tokens outlive a restart.
    let token = receiver.token().await;
    let receiver = receiver.restart(json!({})).await;
    let mut two = submission("two");
    two["token"] = token.into();
    receiver.post(two).await;
    assert_eq!(suspects(&receiver).await[1].as_deref(), Some("too_fast"), "known, though from a later clock");
}

async fn too_many_from_one_address_wait(kind: Kind) {
    let mut receiver = Receiver::start(kind).await;
    let limits = Limits {
        per_address: std::num::NonZeroU32::new(2),
        per_form: None,
        trusted_proxies: vec!["10.0.0.0/8".parse().unwrap()],
    };
    let allowed_origins = vec![ORIGIN.parse().unwrap()];
    let config = Config { events: vec![event(json!({}))], site: None, allowed_origins, limits, now: june };
    receiver.router = router(config, receiver.store.clone()).await.unwrap();
    let send = async |kind: &str, body: String, forwarded: &str| {
        let peer: std::net::SocketAddr = "10.0.0.1:4711".parse().unwrap();
        let request = Request::post(PATH).header(header::CONTENT_TYPE, kind).header(header::ORIGIN, ORIGIN);
        let request = request.header(header::ACCEPT, BROWSER).header("x-forwarded-for", forwarded);
        let request = request.extension(axum::extract::ConnectInfo(peer));
        receiver.send(request.body(Body::from(body)).unwrap()).await
    };
    let json = |id: &str| submission(id).to_string();
    for id in ["one", "two"] {
        assert_eq!(send("application/json", json(id), "192.0.2.1").await.0, StatusCode::CREATED);
    }
    let (status, headers, problem) = send("application/json", json("three"), "192.0.2.1").await;
    assert_eq!(status, StatusCode::TOO_MANY_REQUESTS);
    let wait: u64 = headers[header::RETRY_AFTER].to_str().unwrap().parse().unwrap();
    assert!((29..=31).contains(&wait), "{wait}");
    assert_eq!(headers[header::ACCESS_CONTROL_EXPOSE_HEADERS], "retry-after");
    assert_eq!(serde_json::from_str::<Value>(&problem).unwrap()["code"], "too_many");
    // A form that has to wait comes back as it was filled, under its id.
    let form = "name=Ana&email=ana%40example.org&session=a&consent=data&submission=four".to_owned();
    let (status, headers, page) = send(FORM, form, "192.0.2.1").await;
    assert_eq!(status, StatusCode::TOO_MANY_REQUESTS);
    assert!(
        headers.contains_key(header::RETRY_AFTER) && page.contains("value=\"ana@example.org\""),
        "{page}"
    );
    assert_eq!(hidden(&page, "submission"), "four");
    assert_eq!(send("application/json", json("five"), "192.0.2.2").await.0, StatusCode::CREATED);
    assert_eq!(receiver.stored().await, 3);
}

async fn names_that_are_none_are_not_kept(kind: Kind) {
    let receiver = Receiver::start(kind).await;
    let mut one = submission("one");
    one["language"] = "es\0".into();
    one["timezone"] = "x".repeat(65).into();
    one["answers"]["name"] = "Ana\0 \u{1F600} \u{202e}".into();
    let (status, problem) = receiver.post(&one).await;
    assert_eq!(status, StatusCode::CREATED, "{problem}");
    let all = receiver.store.registrations(None).await.unwrap();
    assert_eq!((all[0].language.as_deref(), all[0].timezone.as_deref()), (None, None));
    let expected = r#"{"email":"one@example.org","name":"Ana 😀"}"#;
    assert_eq!(serde_json::to_string(&all[0].answers).unwrap(), expected);
}

async fn what_was_told_and_agreed_to_is_kept(kind: Kind) {
    let form = json!({
        "consents": [{"id": "data", "text": "Acepto", "required": true}, {"id": "photos", "text": "Fotos"}],
        "privacy": {"version": "2027-03", "minimum_age": 18}
    });
    let receiver = Receiver::with(kind, form, june).await;
    let sent = |id: &str, notice: Value| {
        let mut one = submission(id);
        one["consents"] = json!(["data", "minimum_age"]);
        one["notice"] = notice;
        one
    };
    let told = json!({
        "version": "2027-03", "at": "2027-06-01T11:59:58.250Z", "language": "pt",
        "consents": {"data": true, "photos": false, "minimum_age": true, "other": true, "name": "x"}
    });
    assert_eq!(receiver.post(sent("one", told.clone())).await.0, StatusCode::CREATED);
    // Sent again, it may say another time: it is the same form.
    let mut later = told.clone();
    later["at"] = "2027-06-01T12:00:05Z".into();
    assert_eq!(receiver.post(sent("one", later)).await.0, StatusCode::OK);
    // What says nothing is not kept, and refuses nobody.
    let mut timeless = told.clone();
    timeless["at"] = "yesterday".into();
    let mut nameless = told.clone();
    nameless["version"] = " ".into();
    assert_eq!(receiver.post(sent("two", timeless)).await.0, StatusCode::CREATED);
    assert_eq!(receiver.post(sent("three", nameless)).await.0, StatusCode::CREATED);
    // What is set aside is kept whole.
    let mut twin = sent("twin", told);
    twin["answers"]["email"] = "one@example.org".into();
    assert_eq!(receiver.post(twin).await.0, StatusCode::CREATED);

    let kept = json!({
        "version": "2027-03", "at": "2027-06-01T11:59:58.250Z", "language": "pt",
        "consents": {"data": true, "minimum_age": true, "photos": false}
    });
    let notice = |one: &Registration| one.notice.as_ref().map(|notice| serde_json::to_value(notice).unwrap());
    let all = receiver.store.registrations(None).await.unwrap();
    assert_eq!(all.iter().map(notice).collect::<Vec<_>>(), [Some(kept.clone()), None, None]);
    let aside = receiver.store.set_aside(None).await.unwrap();
    assert_eq!(notice(&aside[0].registration), Some(kept));
    let table = export::registrations(&all);
    assert!(table.contains(",true,true,false,2027-03,2027-06-01T11:59:58.250Z,pt,es,"), "{table}");

    // A page has no script to say it: the receiver showed the notice, and its clock says when.
    let get = Request::get("/events/fair/form").header(header::ACCEPT, BROWSER);
    let (_, _, page) = receiver.send(get.body(Body::empty()).unwrap()).await;
    assert_eq!(hidden(&page, "notice"), "2027-03");
    let body = "name=Eva&email=eva%40example.org&session=b&consent=data&consent=minimum_age&language=en\
                &notice=2027-03";
    assert_eq!(receiver.post_form(FORM, BROWSER, body).await.0, StatusCode::OK);
    let all = receiver.store.registrations(None).await.unwrap();
    let made = json!({
        "version": "2027-03", "at": "2027-06-01T12:00:00.000Z", "language": "en",
        "consents": {"data": true, "minimum_age": true, "photos": false}
    });
    assert_eq!(notice(&all[3]), Some(made));
}

async fn a_notice_without_a_version_has_a_hash(kind: Kind) {
    let page = async |form: Value, language: &str| {
        let receiver = Receiver::with(kind, form, june).await;
        let get = Request::get("/events/fair/form").header(header::ACCEPT, BROWSER);
        let get = get.header(header::ACCEPT_LANGUAGE, language).body(Body::empty()).unwrap();
        let (_, _, page) = receiver.send(get).await;
        hidden(&page, "notice").to_owned()
    };
    let privacy = json!({"privacy": {"purpose": {"es": "Inscribir", "en": "To register"}}});
    let hash = page(privacy.clone(), "es").await;
    assert!(hash.len() == 16, "{hash}");
    assert_eq!(hash, page(privacy.clone(), "es").await);
    assert_ne!(hash, page(privacy, "en").await, "another text");
    assert_ne!(hash, page(json!({"privacy": {"purpose": "Otra cosa"}}), "es").await);
}

/// A form with a field of every kind, and everything that a notice can say.
fn rich() -> Value {
    let options = json!([{"value": "in", "label": "Vendo"}, {"value": "out", "label": "Compro"}]);
    json!({
        "endpoint": {"url": "/r", "encoding": "multipart"},
        "audience_field": "who", "invitation_field": "code",
        "fields": [
            {"id": "h", "type": "heading", "label": "Sobre usted", "hint": "Todo junto"},
            {"id": "name", "type": "text", "label": "Nombre", "required": true},
            {"id": "email", "type": "email", "label": "Correo", "required": true},
            {"id": "who", "type": "radio", "label": "Participa como", "required": true, "options": options},
            {"id": "markets", "type": "checkboxes", "label": "Mercados", "required": true, "max_choices": 2,
             "options": [{"value": "cl", "label": "Chile"}, {"value": "pe", "label": "Perú"},
                         {"value": "mx", "label": "México"}]},
            {"id": "born", "type": "date", "label": "Nacimiento", "min": "1900-01-01", "max": "2010-12-31"},
            {"id": "staff", "type": "number", "label": "Personal", "min": 1, "max": 100},
            {"id": "web", "type": "url", "label": "Web"},
            {"id": "country", "type": "country", "label": "País"},
            {"id": "firm", "type": "organization", "label": "Empresa", "required": true,
             "show_if": {"field": "markets", "is": ["pe", "mx"]}},
            {"id": "catalogue", "type": "url", "label": "Catálogo", "required": true, "audience": ["in"]},
            {"id": "code", "type": "hidden", "label": "Invitación", "parameter": "invitacion"},
            {"id": "cv", "type": "file", "label": "Hoja de vida"}
        ],
        "consents": [{"id": "data", "text": "Acepto", "required": true}],
        "privacy": {
            "controller": "Cámara", "address": "Calle 1", "contact": "datos@example.org",
            "rights": "https://example.org/derechos", "retention": "Un año", "recipients": "Embajadas",
            "transfers": "Chile", "notice": "https://example.org/aviso", "version": "7", "minimum_age": 18,
            "purposes": [
                {"id": "register", "text": "Inscribirle", "legal_basis": "contract"},
                {"id": "news", "text": "Enviarle novedades"}
            ]
        }
    })
}

async fn every_kind_of_field_is_on_the_page_and_comes_back(kind: Kind) {
    let receiver = Receiver::with(kind, rich(), june).await;
    let get = Request::get("/events/fair/form?x=1&invitacion=VIP%2D1").header(header::ACCEPT, BROWSER);
    let (status, _, page) = receiver.send(get.body(Body::empty()).unwrap()).await;
    assert_eq!(status, StatusCode::OK);
    for part in [
        "<h2>Sobre usted</h2><p class=\"hint\" id=\"field-0-hint\">Todo junto</p>",
        "<fieldset class=\"field\" role=\"radiogroup\" aria-required=\"true\"><legend>Participa como",
        "<input type=\"radio\" id=\"field-3-1\" name=\"who\" value=\"out\" required>",
        "<input type=\"checkbox\" id=\"field-4\" name=\"markets\" value=\"cl\">",
        "<input type=\"date\" id=\"field-5\" name=\"born\" value=\"\" min=\"1900-01-01\" max=\"2010-12-31\">",
        "name=\"staff\" value=\"\" inputmode=\"decimal\">",
        "<input type=\"url\" id=\"field-7\" name=\"web\" value=\"\" autocomplete=\"url\">",
        "<option value=\"MX\">México</option>",
        // Neither can be insisted on: answers decide whether they are asked.
        "name=\"firm\" value=\"\" aria-describedby=\"field-9-hint\" autocomplete=\"organization\">",
        "Solo si en «Mercados» respondió: Perú, México.",
        "Solo si en «Participa como» respondió: Vendo.",
        "<input type=\"hidden\" id=\"field-11\" name=\"code\" value=\"VIP-1\">",
        "«Hoja de vida»: esta página no recibe archivos.",
        "name=\"consent\" value=\"minimum_age\">",
        "Tengo 18 años",
        "name=\"consent\" value=\"news\">",
        "<dt>Responsable</dt><dd>Cámara</dd>",
        "<dd><a href=\"https://example.org/derechos\" rel=\"noreferrer\">",
        "<details><summary>",
        "<a href=\"mailto:datos@example.org\"",
        "<dt>Otros usos</dt><dd><ul><li>Inscribirle (hace falta para lo que usted pide)</li>",
        "<dd>Embajadas</dd>",
        "<a href=\"https://example.org/aviso\">",
    ] {
        assert!(page.contains(part), "{part} is not in {page}");
    }
    assert!(!page.contains("type=\"file\"") && !page.contains(" checked"), "{page}");

    // What was filled in comes back, group by group, and each fault at its place.
    let body = "name=Ana&email=ana%40example.org&who=in&markets=cl&markets=pe&markets=mx&born=2020-01-01\
                &staff=muchos&web=ejemplo&country=XX&code=VIP-1&session=b&consent=data&language=es";
    let (status, _, page) = receiver.post_form(FORM, BROWSER, body).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    let say = huso_agenda::Lang::Es.validation();
    for part in [
        "value=\"in\" required checked>",
        "value=\"cl\" checked aria-invalid=\"true\">",
        "value=\"2020-01-01\"",
        "value=\"muchos\"",
        "name=\"code\" value=\"VIP-1\">",
        "<a href=\"#field-4\">Mercados</a>: Elija",
        "<a href=\"#field-9\">Empresa</a>",
        "<a href=\"#field-10\">Catálogo</a>",
        "<a href=\"#consent-2\">",
        "id=\"consent-2\" name=\"consent\" value=\"minimum_age\" aria-invalid=\"true\"",
        say.number,
        say.url,
        say.not_an_option,
    ] {
        assert!(page.contains(part), "{part} is not in {page}");
    }
    assert_eq!(receiver.stored().await, 0);

    // Answers to questions that aren't asked go, by the same rules as in the browser.
    let body = "name=Ana&email=ana%40example.org&who=out&markets=cl&born=2000-02-29&staff=7&web=&country=PE\
                &firm=X&catalogue=https%3A%2F%2Fx.org&code=VIP-1&session=b&consent=data&consent=minimum_age";
    let (status, _, page) = receiver.post_form(FORM, BROWSER, body).await;
    assert_eq!(status, StatusCode::OK, "{page}");
    let all = receiver.store.registrations(None).await.unwrap();
    let answers: Value = serde_json::from_str(&serde_json::to_string(&all[0].answers).unwrap()).unwrap();
    assert_eq!(
        answers,
        json!({
            "name": "Ana", "email": "ana@example.org", "who": "out", "markets": ["cl"], "born": "2000-02-29",
            "staff": "7", "country": "PE", "code": "VIP-1"
        })
    );
    let table = export::registrations(&all);
    assert!(table.contains(",answer.markets,") && table.contains(",cl,"), "{table}");
}

async fn a_file_by_its_name_alone_is_refused(kind: Kind) {
    let receiver = Receiver::with(kind, rich(), june).await;
    let mut one = submission("one");
    one["answers"]["cv"] = json!({"name": "cv.pdf", "size": 7, "type": "application/pdf"});
    let (status, problem) = receiver.post(one).await;
    assert_eq!((status, &problem["code"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!("file_not_taken")));
}

/// Sessions of every mode, for two audiences, by the receiver's clock.
fn modes() -> Event {
    let session = |id: &str, hour: u32, registration: Value| {
        json!({"id": id, "title": id, "start": format!("2027-08-11T{hour:02}:00"), "duration": "PT30M",
            "registration": registration})
    };
    let options = json!([{"value": "in", "label": "Vendo"}, {"value": "out", "label": "Compro"}]);
    let file = json!({
        "huso": 1, "id": "fair", "title": "Feria", "timezone": "America/Bogota",
        "sessions": [
            session("open", 9, json!({})),
            session("list", 10, json!({"mode": "waitlist", "capacity": 5})),
            session("full", 11, json!({"mode": "full"})),
            session("vip", 12, json!({"mode": "invitation"})),
            session("sellers", 13, json!({"audience": ["in"]})),
            session("soon", 14, json!({"opens": "2027-06-01T07:00:00"})),
            session("late", 15, json!({"closes": "2027-05-01T09:00"}))
        ],
        "registration": {
            "choose": "sessions", "audience_field": "who", "invitation_field": "code",
            "fields": [
                {"id": "email", "type": "email", "label": "Correo", "required": true},
                {"id": "who", "type": "radio", "label": "Usted", "options": options},
                {"id": "code", "type": "hidden", "label": "Código", "parameter": "code"}
            ]
        }
    });
    let (event, faults) = Event::parse(&file.to_string());
    assert!(faults.is_empty(), "{faults:?}");
    event.unwrap()
}

async fn sessions_are_open_to_whom_and_when_the_file_says(kind: Kind) {
    let mut receiver = Receiver::start(kind).await;
    let start = async |receiver: &mut Receiver, now: fn() -> Instant| {
        let config = Config {
            events: vec![modes()],
            site: None,
            allowed_origins: Vec::new(),
            limits: Limits::default(),
            now,
        };
        receiver.router = router(config, receiver.store.clone()).await.unwrap();
    };
    // A minute before `soon` opens.
    start(&mut receiver, || june() - TimeDelta::minutes(1)).await;
    let sent = |id: &str, sessions: &[&str], who: &str, code: &str| {
        json!({
            "huso": 1, "submission": id, "event": "fair", "sessions": sessions,
            "answers": {"email": format!("{id}@example.org"), "who": who, "code": code}
        })
    };
    for (session, who, code, fault) in [
        ("full", "in", "", "session_full"),
        ("vip", "in", "", "session_not_yours"),
        ("sellers", "out", "", "session_not_yours"),
        ("soon", "in", "", "session_closed"),
        ("late", "in", "", "session_closed"),
        ("gone", "in", "", "unknown_session"),
    ] {
        let (status, problem) = receiver.post(sent("refused", &["open", session], who, code)).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{session}");
        assert_eq!(
            (&problem["errors"][0]["pointer"], &problem["errors"][0]["code"]),
            (&json!("/sessions"), &json!(fault)),
            "{session}"
        );
    }
    // On a list everybody waits, however many seats the file gives; the other sessions are theirs.
    let (_, receipt) = receiver.post(sent("one", &["open", "list", "sellers", "vip"], "in", "VIP")).await;
    let status = |id: &str| {
        receipt["sessions"].as_array().unwrap().iter().find(|one| one["id"] == id).unwrap()["status"].clone()
    };
    assert_eq!(receipt["status"], "confirmed");
    assert_eq!(
        [status("open"), status("list"), status("sellers"), status("vip")],
        ["confirmed", "waitlisted", "confirmed", "confirmed"]
    );
    assert_eq!(receiver.post(sent("two", &["list"], "out", "")).await.1["status"], "waitlisted");
    // The page says it, and lets nobody tick what nobody can have.
    let get =
        || Request::get("/events/fair/form").header(header::ACCEPT, BROWSER).body(Body::empty()).unwrap();
    let (_, _, page) = receiver.send(get()).await;
    for part in [
        "value=\"open\"><label",
        "value=\"list\"><label for=\"session-1\">list (lista de espera)",
        "value=\"full\" disabled><label for=\"session-2\">full (sin lugares)",
        "value=\"vip\"><label for=\"session-3\">vip (solo con invitación)",
        "Solo si en «Usted» respondió: Vendo.",
        "value=\"soon\" disabled><label for=\"session-5\">soon (se abre el ",
        "value=\"late\" disabled>",
    ] {
        assert!(page.contains(part), "{part} is not in {page}");
    }

    start(&mut receiver, june).await;
    assert_eq!(receiver.post(sent("three", &["soon"], "out", "")).await.0, StatusCode::CREATED);
    let (_, _, page) = receiver.send(get()).await;
    assert!(page.contains("value=\"soon\"><label"), "{page}");
}

on_both_databases! {
    what_was_told_and_agreed_to_is_kept,
    a_notice_without_a_version_has_a_hash,
    every_kind_of_field_is_on_the_page_and_comes_back,
    a_file_by_its_name_alone_is_refused,
    sessions_are_open_to_whom_and_when_the_file_says,
    a_registration_is_stored_once_however_often_it_comes,
    one_submission_sent_many_times_at_once_is_one_registration,
    an_id_used_for_another_form_is_refused,
    the_last_seat_goes_to_the_first,
    of_simultaneous_forms_for_one_seat_one_gets_it,
    what_has_to_be_corrected_is_named_field_by_field,
    what_is_no_submission_is_refused,
    registration_has_a_beginning_and_an_end,
    only_allowed_origins_may_send_from_their_pages,
    the_package_is_served_and_nothing_beside_it,
    it_is_ready_while_the_database_answers,
    the_table_lists_what_was_stored,
    the_agenda_is_a_calendar_to_subscribe_to,
    of_200_for_the_last_seat_the_first_gets_it_and_the_others_wait_in_line,
    a_seat_that_is_given_back_goes_to_the_first_in_line_session_by_session,
    more_seats_are_given_to_those_who_wait,
    an_address_is_registered_once_and_nobody_can_find_out,
    what_is_pasted_makes_no_second_person,
    of_simultaneous_forms_of_one_address_one_is_registered,
    a_plain_form_gets_a_page,
    a_plain_form_comes_back_with_what_is_to_correct,
    the_form_is_a_page_for_browsers,
    multipart_is_taken_but_for_files,
    machines_are_set_aside_and_told_nothing,
    haste_is_noted_and_never_refused,
    too_many_from_one_address_wait,
    names_that_are_none_are_not_kept,
}
