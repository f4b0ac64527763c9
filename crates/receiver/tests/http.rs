//! Requests to the router, on a real database.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode, header};
use huso_agenda::Instant;
use huso_receiver::{Config, Store, export, router};
use huso_registration::Event;
use huso_registration::wire::Status;
use serde_json::{Value, json};
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
        "answers": {"name": " Ana Rojas ", "email": "ana@example.org"}, "sessions": ["b", "a"],
        "consents": ["data"]
    })
}

fn june() -> Instant {
    "2027-06-01T12:00:00Z".parse().unwrap()
}

struct Receiver {
    router: Router,
    store: Store,
    folder: TempDir,
}

impl Receiver {
    async fn start() -> Self {
        Self::with(json!({}), june).await
    }

    async fn with(form: Value, now: fn() -> Instant) -> Self {
        let folder = TempDir::new().unwrap();
        let store = Store::open(&folder.path().join("huso.db")).await.unwrap();
        let site = folder.path().join("site");
        std::fs::create_dir(&site).unwrap();
        std::fs::write(site.join("huso.js"), "export {}").unwrap();
        std::fs::write(folder.path().join("secret.txt"), "secret").unwrap();
        let allowed_origins = vec![ORIGIN.parse().unwrap()];
        let config = Config { events: vec![event(form)], site: Some(site), allowed_origins, now };
        Self { router: router(config, store.clone()), store, folder }
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

    async fn stored(&self) -> usize {
        self.store.registrations(None).await.unwrap().len()
    }
}

#[tokio::test]
async fn a_registration_is_stored_once_however_often_it_comes() {
    let receiver = Receiver::start().await;
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
    assert_eq!(stored[0].answers.to_json().to_string(), r#"{"email":"ana@example.org","name":"Ana Rojas"}"#);
    assert_eq!(stored[0].timezone.as_deref(), Some("America/Lima"));
    assert!(receiver.store.registrations(Some("other")).await.unwrap().is_empty());

    // It outlives the program.
    receiver.store.close().await;
    let again = Store::open_existing(&receiver.folder.path().join("huso.db")).await.unwrap();
    assert_eq!(again.registrations(None).await.unwrap(), stored);
}

#[tokio::test]
async fn one_submission_sent_many_times_at_once_is_one_registration() {
    let receiver = Receiver::start().await;
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

#[tokio::test]
async fn an_id_used_for_another_form_is_refused() {
    let receiver = Receiver::start().await;
    receiver.post(submission("one")).await;
    let mut other = submission("one");
    other["answers"]["name"] = "Luis Rojas".into();
    let (status, problem) = receiver.post(other).await;
    assert_eq!((status, &problem["code"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!("submission_reused")));
    assert_eq!(receiver.stored().await, 1);
}

#[tokio::test]
async fn the_last_seat_goes_to_the_first() {
    let receiver = Receiver::start().await;
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

#[tokio::test]
async fn of_simultaneous_forms_for_one_seat_one_gets_it() {
    let receiver = Receiver::with(json!({"capacity": 1, "choose": "event"}), june).await;
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

#[tokio::test]
async fn what_has_to_be_corrected_is_named_field_by_field() {
    let receiver = Receiver::start().await;
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

#[tokio::test]
async fn what_is_no_submission_is_refused() {
    let receiver = Receiver::start().await;
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
    assert_eq!((status, &problem["code"]), (StatusCode::UNSUPPORTED_MEDIA_TYPE, &json!("not_json")));
    assert_eq!(problem["title"], huso_agenda::Lang::Pt.problems().not_json);

    let unknown =
        Request::post("/events/none/registrations").header(header::CONTENT_TYPE, "application/json");
    let unknown = unknown.body(Body::from(submission("one").to_string())).unwrap();
    assert_eq!(receiver.send(unknown).await.0, StatusCode::NOT_FOUND);
    assert_eq!(receiver.get(PATH).await.0, StatusCode::METHOD_NOT_ALLOWED);
    assert_eq!(receiver.stored().await, 0);
}

#[tokio::test]
async fn registration_has_a_beginning_and_an_end() {
    let early = Receiver::with(json!({}), || "2026-12-31T00:00:00Z".parse().unwrap()).await;
    let (status, problem) = early.post(submission("one")).await;
    assert_eq!((status, &problem["code"]), (StatusCode::FORBIDDEN, &json!("not_open_yet")));

    // 18:00 in Bogotá: the end itself is too late.
    let late = Receiver::with(json!({}), || "2027-08-10T23:00:00Z".parse().unwrap()).await;
    let (status, problem) = late.post(submission("one")).await;
    assert_eq!((status, &problem["code"]), (StatusCode::GONE, &json!("closed")));

    // Whoever was stored in time and asks again, because the answer was lost, gets the receipt.
    let (event, june) = (event(json!({})), june());
    let mut one = huso_registration::Submission::from_json(submission("one").to_string().as_bytes()).unwrap();
    huso_registration::validation::normalize(event.form.as_ref().unwrap(), &mut one);
    late.store.register(&event.agenda, event.form.as_ref().unwrap(), &one, june).await.unwrap();
    assert_eq!(late.post(submission("one")).await.0, StatusCode::OK);
}

#[tokio::test]
async fn only_allowed_origins_may_send_from_their_pages() {
    let receiver = Receiver::start().await;
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

#[tokio::test]
async fn the_package_is_served_and_nothing_beside_it() {
    let receiver = Receiver::start().await;
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

#[tokio::test]
async fn health_is_that_of_the_database() {
    let receiver = Receiver::start().await;
    assert_eq!(receiver.get("/healthz").await.0, StatusCode::OK);
    receiver.store.close().await;
    assert_eq!(receiver.get("/healthz").await.0, StatusCode::SERVICE_UNAVAILABLE);
    let (status, problem) = receiver.post(submission("one")).await;
    assert_eq!((status, &problem["code"]), (StatusCode::INTERNAL_SERVER_ERROR, &json!("storage")));
}

#[tokio::test]
async fn a_database_that_is_none_is_not_overwritten() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("huso.db");
    assert!(Store::open_existing(&file).await.is_err());
    std::fs::write(&file, "a letter, not a database".repeat(100)).unwrap();
    assert!(Store::open(&file).await.is_err());
    assert!(std::fs::read_to_string(&file).unwrap().starts_with("a letter"));
}

#[tokio::test]
async fn the_table_lists_what_was_stored() {
    let receiver = Receiver::start().await;
    receiver.post(submission("one")).await;
    receiver.post(submission("two")).await;
    assert_eq!(
        export::csv(&receiver.store.registrations(None).await.unwrap()),
        "event,submission,received_at,status,sessions,waitlisted_sessions,answer.email,answer.name,consents,language,timezone\r\n\
         fair,one,2027-06-01T12:00:00.000Z,confirmed,a; b,,ana@example.org,Ana Rojas,data,es,America/Lima\r\n\
         fair,two,2027-06-01T12:00:00.000Z,confirmed,b,a,ana@example.org,Ana Rojas,data,es,America/Lima\r\n"
    );
}

#[tokio::test]
async fn the_agenda_is_a_calendar_to_subscribe_to() {
    let receiver = Receiver::start().await;
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
    let later = Receiver::with(json!({}), || june() + huso_agenda::chrono::TimeDelta::days(1)).await;
    assert_eq!(later.send(known(tag)).await.0, StatusCode::NOT_MODIFIED, "only the stamp is another");

    assert_eq!(receiver.get("/events/other/calendar.ics").await.0, StatusCode::NOT_FOUND);
}
