//! Machines, haste, and too many at once.

use crate::receiver::{BROWSER, FORM, Kind, ORIGIN, PATH, Receiver, event, hidden, june, submission};
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use huso_agenda::Instant;
use huso_agenda::chrono::TimeDelta;
use huso_receiver::limits::Limits;
use huso_receiver::{Config, router};
use serde_json::{Value, json};
use std::collections::HashMap;
use std::sync::atomic::{AtomicI64, Ordering};

/// Kind of fault: being told of a seat that nobody has. Whoever fills the field that no person sees is told that
/// nothing is stored, and that it goes with the field empty: a password manager may have filled it.
async fn machines_are_refused_and_told_so(kind: Kind) {
    let receiver = Receiver::start(kind).await;
    let (_, _, form) = receiver.get("/events/fair/form").await;
    let honeypot = serde_json::from_str::<Value>(&form).unwrap()["honeypot"].as_str().unwrap().to_owned();
    let mut machine = submission("machine");
    machine[&honeypot] = "Buy!".into();
    let (status, problem) = receiver.post(&machine).await;
    assert_eq!((status, &problem["code"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!("automatic")));
    let body = format!("name=X&email=x%40example.org&session=a&consent=data&submission=m2&{honeypot}=x");
    let (status, _, page) = receiver.post_form(FORM, BROWSER, &body).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.contains("value=\"x@example.org\""), "what was entered comes back: {page}");
    assert_eq!(receiver.stored().await, 0);
    assert!(receiver.store.set_aside(None).await.unwrap().is_empty());

    // It took neither the seat nor the id; an empty field is what people send.
    let mut person = machine.clone();
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
    let mut limits = Limits {
        per_address: std::num::NonZeroU32::new(2),
        stored_per_address: None,
        per_form: None,
        offices: Vec::new(),
        trusted_proxies: vec!["10.0.0.0/8".parse().unwrap()],
    };
    let config = |limits: Limits| Config {
        events: vec![event(json!({}))],
        site: None,
        published: HashMap::new(),
        allowed_origins: vec![ORIGIN.parse().unwrap()],
        limits,
        now: june,
    };
    receiver.router = router(config(limits.clone()), receiver.store.clone()).await.unwrap();
    let from = |kind: &str, body: String, forwarded: &str| {
        let peer: std::net::SocketAddr = "10.0.0.1:4711".parse().unwrap();
        let request = Request::post(PATH).header(header::CONTENT_TYPE, kind).header(header::ORIGIN, ORIGIN);
        let request = request.header(header::ACCEPT, BROWSER).header(header::ACCEPT_LANGUAGE, "en");
        let request = request.header("x-forwarded-for", forwarded);
        request.extension(axum::extract::ConnectInfo(peer)).body(Body::from(body)).unwrap()
    };
    let send =
        async |kind: &str, body: String, forwarded: &str| receiver.send(from(kind, body, forwarded)).await;
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
    // Nothing of it was read: a page says that the browser sends the form again when it is reloaded.
    let form = "name=Ana&email=ana%40example.org&session=a&consent=data&submission=four".to_owned();
    let (status, headers, page) = send(FORM, form.clone(), "192.0.2.1").await;
    assert_eq!(status, StatusCode::TOO_MANY_REQUESTS);
    assert!(headers.contains_key(header::RETRY_AFTER) && page.contains("then reload this page"), "{page}");
    assert_eq!(send("application/json", json("five"), "192.0.2.2").await.0, StatusCode::CREATED);
    assert_eq!(receiver.stored().await, 3);

    // Where it is stored that is limited, a form that has to wait comes back as it was filled, under its id.
    limits.per_address = None;
    limits.stored_per_address = std::num::NonZeroU32::new(1);
    receiver.router = router(config(limits), receiver.store.clone()).await.unwrap();
    let send =
        async |kind: &str, body: String, forwarded: &str| receiver.send(from(kind, body, forwarded)).await;
    for invalid in ["x1", "x2", "x3"] {
        let mut one = submission(invalid);
        one["answers"]["email"] = "nobody".into();
        let (status, ..) = send("application/json", one.to_string(), "192.0.2.1").await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "what is not stored uses up nobody's turn");
    }
    assert_eq!(send("application/json", json("six"), "192.0.2.1").await.0, StatusCode::CREATED);
    let (status, headers, page) = send(FORM, form, "192.0.2.1").await;
    assert_eq!(status, StatusCode::TOO_MANY_REQUESTS);
    assert!(
        headers.contains_key(header::RETRY_AFTER) && page.contains("value=\"ana@example.org\""),
        "{page}"
    );
    assert_eq!(hidden(&page, "submission"), "four");
    // Whoever is stored is told so, however many come.
    assert_eq!(send("application/json", json("six"), "192.0.2.1").await.0, StatusCode::OK);
    assert_eq!(receiver.stored().await, 4);
}

/// Kind of fault: a limit for what is stored, used up by what is not: duplicates, wrong codes, repetitions.
async fn what_is_not_stored_uses_up_nobodys_turn(kind: Kind) {
    let mut receiver = Receiver::start(kind).await;
    let fields = json!([
        {"id": "email", "type": "email", "label": "Correo", "required": true},
        {"id": "code", "type": "text", "label": "Código"}
    ]);
    let limits = Limits {
        stored_per_address: std::num::NonZeroU32::new(2),
        per_form: std::num::NonZeroU32::new(2),
        ..Limits::default()
    };
    let config = Config {
        events: vec![event(json!({"fields": fields, "invitation_field": "code"}))],
        site: None,
        published: HashMap::new(),
        allowed_origins: Vec::new(),
        limits,
        now: june,
    };
    receiver.router = router(config, receiver.store.clone()).await.unwrap();
    let send = async |id: &str, email: &str, code: &str| {
        let mut one = submission(id);
        one["answers"] = json!({"email": email, "code": code});
        let peer: std::net::SocketAddr = "192.0.2.1:4711".parse().unwrap();
        let request = Request::post(PATH).header(header::CONTENT_TYPE, "application/json");
        let request = request.extension(axum::extract::ConnectInfo(peer)).body(Body::from(one.to_string()));
        receiver.send(request.unwrap()).await.0
    };
    assert_eq!(send("one", "one@example.org", "").await, StatusCode::CREATED);
    for n in 0..5 {
        assert_eq!(send("one", "one@example.org", "").await, StatusCode::OK);
        assert_eq!(send(&format!("d{n}"), "one@example.org", "").await, StatusCode::CONFLICT);
        let guessed = send(&format!("g{n}"), &format!("g{n}@example.org"), "GUESSED").await;
        assert_eq!(guessed, StatusCode::UNPROCESSABLE_ENTITY);
    }
    assert_eq!(send("two", "two@example.org", "").await, StatusCode::CREATED);
    assert_eq!(send("three", "three@example.org", "").await, StatusCode::TOO_MANY_REQUESTS);
}

on_both_databases! {
    what_is_not_stored_uses_up_nobodys_turn,
    machines_are_refused_and_told_so,
    haste_is_noted_and_never_refused,
    too_many_from_one_address_wait,
}
