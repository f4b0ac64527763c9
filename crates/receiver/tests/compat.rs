//! What earlier versions of the receiver answered and stored (tests/compat): this one answers the same, stores
//! the same, and reads their databases.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail loudly")]

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, header};
use huso_agenda::Instant;
use huso_receiver::limits::Limits;
use huso_receiver::store::{Extent, Invitation};
use huso_receiver::{Config, Database, Store, export, router};
use huso_registration::Event;
use huso_test_postgres::{Durability, Server};
use serde_json::{Value, json};
use sqlx::{AnyConnection, Connection as _, Row as _};
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use tower::ServiceExt as _;

fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/compat/receiver").join(name)
}

fn read(name: &str) -> String {
    std::fs::read_to_string(file(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// When the exchanges took place.
fn then() -> Instant {
    "2026-11-26T09:34:38.475Z".parse().unwrap()
}

async fn receiver(store: &Store) -> Router {
    let (event, faults) = Event::parse(&read("event.json"));
    assert_eq!(faults, []);
    let config = Config {
        events: vec![event.unwrap()],
        site: None,
        published: HashMap::new(),
        allowed_origins: Vec::new(),
        limits: Limits::default(),
        now: then,
    };
    router(config, store.clone()).await.unwrap()
}

struct Answer {
    status: u64,
    content_type: String,
    body: String,
}

/// Sends what was sent then.
async fn send(router: &Router, exchange: &Value) -> Answer {
    let request =
        Request::builder().uri(exchange["path"].as_str().unwrap()).header(header::ACCEPT, "application/json");
    let request = match exchange["content_type"].as_str() {
        None => request.body(Body::empty()),
        Some(kind) => {
            request.method("POST").header(header::CONTENT_TYPE, kind).body(Body::from(body(exchange)))
        }
    };
    let response = router.clone().oneshot(request.unwrap()).await.unwrap();
    let (parts, body) = response.into_parts();
    Answer {
        status: parts.status.as_u16().into(),
        content_type: parts.headers[header::CONTENT_TYPE].to_str().unwrap().to_owned(),
        body: String::from_utf8(to_bytes(body, usize::MAX).await.unwrap().to_vec()).unwrap(),
    }
}

/// A long body stands there as its beginning and a number of blanks.
fn body(exchange: &Value) -> String {
    match (&exchange["body"], exchange["body_is"].as_array().map(Vec::as_slice)) {
        (Value::String(body), _) => body.clone(),
        (_, Some([start, blanks])) => {
            start.as_str().unwrap().to_owned() + &" ".repeat(blanks.as_u64().unwrap().try_into().unwrap())
        }
        _ => panic!("{exchange}"),
    }
}

fn exchanges() -> Vec<Value> {
    serde_json::from_str(&read("exchanges.json")).unwrap()
}

/// What each table of registrations holds, JSON as the value that it is; without what the clock and chance
/// have a part in.
async fn rows(database: &str) -> Vec<Vec<(String, Value)>> {
    sqlx::any::install_default_drivers();
    let mut connection = AnyConnection::connect(database).await.unwrap();
    let queries = [
        "SELECT event, CASE email WHEN 'pia@example.org' THEN '' ELSE submission END AS submission, status, language,
            timezone, answers, consents, email, notice, suspect FROM registrations ORDER BY id",
        "SELECT registration, event, session, status FROM registration_sessions ORDER BY registration, session",
        "SELECT event, submission, reason, status, sessions, language, timezone, answers, consents, notice, suspect
            FROM set_aside ORDER BY id",
        "SELECT id, capacity, session_capacities FROM events",
    ];
    let mut all = Vec::new();
    for query in queries {
        for row in sqlx::query(query).fetch_all(&mut connection).await.unwrap() {
            let mut cells = Vec::new();
            for column in sqlx::Row::columns(&row) {
                let name = sqlx::Column::name(column);
                let text = row.try_get::<Option<String>, _>(name);
                let text = text
                    .unwrap_or_else(|_| row.try_get::<Option<i64>, _>(name).unwrap().map(|n| n.to_string()));
                let is_json =
                    ["answers", "consents", "notice", "sessions", "session_capacities"].contains(&name);
                let value = match text {
                    Some(text) if is_json => serde_json::from_str(&text).unwrap(),
                    text => Value::from(text),
                };
                cells.push((name.to_owned(), value));
            }
            all.push(cells);
        }
    }
    connection.close().await.unwrap();
    all
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_requests_get_the_same_answers_and_leave_the_same_rows() {
    let folder = TempDir::new().unwrap();
    let database = folder.path().join("new.db");
    let store = Store::open(&Database::Sqlite(database.clone())).await.unwrap();
    let router = receiver(&store).await;
    // Codes are looked at now; then any was good.
    let invitation = Invitation { uses: 1, sessions: None, audience: None };
    store.invite("fair", &invitation, &["x".to_owned()], then()).await.unwrap();
    for exchange in exchanges() {
        let (mut found, before) = (send(&router, &exchange).await, &exchange["answer"]);
        let name = exchange["name"].as_str().unwrap();
        // These two were told of a place that they did not have.
        if let Some(code) = is_told_the_truth(name) {
            assert!(found.status >= 400 && found.body.contains(code), "{name}: {}", found.body);
            continue;
        }
        found.body = without_token(&found.body);
        assert_eq!(found.status, before["status"].as_u64().unwrap(), "{name}");
        assert_eq!(found.content_type, before["content_type"].as_str().unwrap(), "{name}");
        // These carry what a database's own key makes.
        match name {
            "plain form without an id" | "form" => {
                let shape = |text: &str| text.replace(|c: char| c.is_ascii_hexdigit(), "").replace('-', "");
                assert_eq!(shape(&found.body), shape(before["body"].as_str().unwrap()), "{name}");
            }
            _ => assert_eq!(found.body, before["body"].as_str().unwrap(), "{name}"),
        }
    }
    store.cancel(None, "three", Extent::One, then()).await.unwrap();
    store.close().await;
    let before = folder.path().join("before.db");
    std::fs::copy(file("registrations.sqlite"), &before).unwrap();
    let address = |path: &Path| format!("sqlite:{}?mode=rw", path.display());
    let found = without_times(rows(&address(&database)).await);
    let mut before = without_times(rows(&address(&before)).await);
    // Nothing is set aside any more, and an event's row says of every session whether it has a limit.
    before.retain(|cells| cells.iter().all(|(name, _)| name != "reason"));
    let limits = |capacities: Value| {
        let mut capacities = capacities.as_object().unwrap().clone();
        capacities.retain(|_, capacity| !capacity.is_null());
        capacities
    };
    assert_eq!(capacities(&found)["tour"], Value::Null);
    assert_eq!(limits(capacities(&found)), limits(json!({"full": 0, "lima": 0, "opening": 1})));
    assert_eq!(limits(capacities(&before)), limits(json!({"lima": 0, "opening": 1})));
    assert_eq!(found[..found.len() - 1], before[..before.len() - 1]);
    assert_eq!(found.len(), 7 + 12 + 1);
}

fn is_told_the_truth(name: &str) -> Option<&'static str> {
    match name {
        "duplicate" => Some("already_registered"),
        "spam" => Some("automatic"),
        _ => None,
    }
}

/// The last row's, which is the event's.
fn capacities(rows: &[Vec<(String, Value)>]) -> Value {
    rows.last().unwrap().iter().find(|(name, _)| name == "session_capacities").unwrap().1.clone()
}

/// Receipts carry a token since; it is another one each time.
fn without_token(body: &str) -> String {
    match body.split_once(",\"token\":\"") {
        Some((before, token)) if before.contains("\"submission\"") => before.to_owned() + &token[33..],
        _ => body.to_owned(),
    }
}

/// A form without JavaScript gets a receipt with the receiver's time.
fn without_times(mut rows: Vec<Vec<(String, Value)>>) -> Vec<Vec<(String, Value)>> {
    for (_, value) in rows.iter_mut().flatten() {
        if let Some(at) =
            value.get_mut("at").filter(|at| at.as_str().unwrap().starts_with("2026-11-26T09:34"))
        {
            *at = Value::Null;
        }
    }
    rows
}

fn records(table: &str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(table.as_bytes());
    reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
}

fn without_the_last(table: &str, column: &str) -> Vec<Vec<String>> {
    let mut records = records(table);
    let cut: Vec<String> = records.iter_mut().map(|record| record.pop().unwrap()).collect();
    assert_eq!(cut[0], column);
    records
}

/// Its list is the same, and who registered then and sends it again gets the receipt of then.
async fn a_database_says_what_it_said(database: Database, lists: [&str; 2]) {
    let store = Store::open_existing(&database).await.unwrap();
    let [registrations, set_aside] = lists.map(read);
    assert_eq!(export::registrations(&store.registrations(None).await.unwrap()), registrations);
    let found = export::set_aside(&store.set_aside(None).await.unwrap());
    assert_eq!(
        without_the_last(&found, "told"),
        records(&set_aside),
        "a column more, and the others as they were"
    );
    let router = receiver(&store).await;
    for exchange in exchanges() {
        let before = &exchange["answer"];
        let is_stored = before["status"].as_u64().unwrap() < 300 && exchange["path"] != "/events/fair/form";
        if !is_stored {
            continue;
        }
        let name = exchange["name"].as_str().unwrap();
        let found = send(&router, &exchange).await;
        if let Some(code) = is_told_the_truth(name) {
            assert!(found.status >= 400 && found.body.contains(code), "{name}: {}", found.body);
            continue;
        }
        let is_without_id = name == "plain form without an id";
        // The id that was made of its content then was another: the person is known.
        assert_eq!(found.status, if is_without_id { 409 } else { 200 }, "{name}: {}", found.body);
        // It was cancelled since, and is told so.
        if exchange["body"].as_str().unwrap().contains("\"submission\":\"three\"") {
            assert!(found.body.contains("\"status\":\"cancelled\""), "{}", found.body);
            continue;
        }
        if !is_without_id {
            assert_eq!(without_token(&found.body), before["body"].as_str().unwrap(), "{name}");
        }
    }
    assert_eq!(
        export::registrations(&store.registrations(None).await.unwrap()),
        registrations,
        "nothing is new"
    );
    store.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sqlite_database_says_what_it_said() {
    let folder = TempDir::new().unwrap();
    let copy = folder.path().join("registrations.db");
    std::fs::copy(file("registrations.sqlite"), &copy).unwrap();
    let lists = ["registrations.csv", "set-aside.csv"];
    a_database_says_what_it_said(Database::Sqlite(copy), lists).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_postgresql_database_says_what_it_said() {
    let server = Server::start(Durability::None).unwrap();
    let address = server.database().unwrap();
    sqlx::any::install_default_drivers();
    let mut connection = AnyConnection::connect(&address).await.unwrap();
    let dump = read("registrations.postgres.sql");
    sqlx::raw_sql(sqlx::AssertSqlSafe(dump)).execute(&mut connection).await.unwrap();
    connection.close().await.unwrap();
    let lists = ["registrations.postgres.csv", "set-aside.postgres.csv"];
    a_database_says_what_it_said(Database::Postgres(address), lists).await;
}
