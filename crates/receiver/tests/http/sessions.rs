//! Which sessions are open, to whom and when.

use crate::receiver::{BROWSER, Kind, Receiver, june};
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use huso_agenda::Instant;
use huso_agenda::chrono::TimeDelta;
use huso_receiver::limits::Limits;
use huso_receiver::{Config, router};
use huso_registration::Event;
use serde_json::{Value, json};
use std::collections::HashMap;

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
            published: HashMap::new(),
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
    receiver.invite(&["VIP"]).await;
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
    sessions_are_open_to_whom_and_when_the_file_says,
}
