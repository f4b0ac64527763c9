//! Adding sessions to a registration.

use crate::receiver::{Kind, PATH, Receiver, changed_event, june, submission};
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use serde_json::{Value, json};

async fn add(receiver: &Receiver, id: &str, token: &str, sessions: Value) -> (StatusCode, Value) {
    let body = json!({"token": token, "sessions": sessions, "language": "en"}).to_string();
    let request =
        Request::post(format!("{PATH}/{id}/sessions")).header(header::CONTENT_TYPE, "application/json");
    let (status, _, body) = receiver.send(request.body(Body::from(body)).unwrap()).await;
    (status, serde_json::from_str(&body).unwrap())
}

/// Registers for these sessions, and returns the token.
async fn register(receiver: &Receiver, id: &str, sessions: Value) -> String {
    let mut one = submission(id);
    one["sessions"] = sessions;
    let (status, receipt) = receiver.post(one).await;
    assert_eq!(status, StatusCode::CREATED, "{receipt}");
    receipt["token"].as_str().unwrap().to_owned()
}

async fn who_is_registered_adds_sessions(kind: Kind) {
    let receiver = Receiver::start(kind).await;
    let one = register(&receiver, "one", json!(["b"])).await;
    let expected = |a: &str| {
        json!({"submission": "one", "status": "confirmed",
            "sessions": [{"id": "a", "status": a}, {"id": "b", "status": "confirmed"}]})
    };
    assert_eq!(add(&receiver, "one", &one, json!(["a"])).await, (StatusCode::OK, expected("confirmed")));
    // However often it comes, it is the same.
    assert_eq!(
        add(&receiver, "one", &one, json!(["a", "b", "a"])).await,
        (StatusCode::OK, expected("confirmed"))
    );
    // The second stands in line, and moves up as everybody does.
    let two = register(&receiver, "two", json!(["b"])).await;
    let (status, receipt) = add(&receiver, "two", &two, json!(["a"])).await;
    assert_eq!((status, &receipt["sessions"][0]["status"]), (StatusCode::OK, &json!("waitlisted")));
    assert_eq!(receiver.cancel("one").await, ["two"]);
    // Each answer's token is good: nobody knows which arrived.
    let mut again = submission("two");
    again["sessions"] = json!(["b"]);
    let later = receiver.post(again).await.1["token"].as_str().unwrap().to_owned();
    assert_ne!(later, two);
    for token in [&two, &later] {
        assert_eq!(add(&receiver, "two", token, json!(["b"])).await.0, StatusCode::OK);
    }
    let stored = receiver.store.registrations(None).await.unwrap();
    let text = format!("{stored:?}");
    assert!(!text.contains(&two) && !text.contains(&later), "hashes alone are stored");
}

async fn what_cant_be_added_is_told_why(kind: Kind) {
    let receiver = Receiver::with(kind, json!({"max_sessions": 2}), june).await;
    let one = register(&receiver, "one", json!(["b"])).await;
    let other = register(&receiver, "other", json!(["b"])).await;
    let refused = async |id: &str, token: &str, sessions: Value| {
        let (status, problem) = add(&receiver, id, token, sessions).await;
        let code = problem["errors"][0]["code"].as_str().or(problem["code"].as_str()).unwrap().to_owned();
        (status.as_u16(), code)
    };
    for (id, token, sessions, status, code) in [
        ("one", other.as_str(), json!(["a"]), 403, "wrong_token"),
        ("one", "", json!(["a"]), 403, "wrong_token"),
        ("nobody", &one, json!(["a"]), 404, "unknown_registration"),
        ("a b", &one, json!(["a"]), 404, "unknown_registration"),
        ("one", &one, json!(["c"]), 422, "session_closed"),
        ("one", &one, json!(["none"]), 422, "unknown_session"),
        ("one", &one, json!(["a", "c"]), 422, "session_closed"),
        ("one", &one, json!("a"), 400, "unreadable"),
    ] {
        let id = id.replace(' ', "%20");
        assert_eq!(refused(&id, token, sessions.clone()).await, (status, code.to_owned()), "{id} {sessions}");
    }
    assert_eq!(add(&receiver, "one", &one, json!(["a"])).await.0, StatusCode::OK);
    receiver.cancel("one").await;
    assert_eq!(refused("one", &one, json!(["b"])).await, (409, "cancelled".to_owned()));
    // Three are more than the form allows, the two held ones counted.
    let receiver = receiver.restart_with(changed_event(json!({"max_sessions": 1}), |_| {})).await;
    let (status, problem) = add(&receiver, "other", &other, json!(["a"])).await;
    assert_eq!((status.as_u16(), &problem["errors"][0]["code"]), (422, &json!("too_many_sessions")));
    let receiver = receiver.restart(json!({"closes": "2027-05-01T00:00"})).await;
    let (status, problem) = add(&receiver, "other", &other, json!(["a"])).await;
    assert_eq!((status.as_u16(), &problem["code"]), (410, &json!("closed")));
    // What it has already is no reason to refuse.
    assert_eq!(add(&receiver, "other", &other, json!(["b"])).await.0, StatusCode::OK);
}

/// Kind of fault: a limit that is looked at before the lock. Here more sessions than the form allows, at once.
async fn many_additions_at_once_keep_the_limit(kind: Kind) {
    let event = changed_event(json!({"max_sessions": 2}), |file| {
        let sessions =
            (0..8).map(|n| json!({"id": format!("s{n}"), "title": "S", "start": "2027-08-12T09:00"}));
        file["sessions"] = sessions.collect();
    });
    let receiver = Receiver::start(kind).await.restart_with(event).await;
    let token = register(&receiver, "one", json!(["s0"])).await;
    let receiver = std::sync::Arc::new(receiver);
    let sent: Vec<_> = (1..8)
        .map(|n| {
            let (receiver, token) = (receiver.clone(), token.clone());
            tokio::spawn(async move { add(&receiver, "one", &token, json!([format!("s{n}")])).await.0 })
        })
        .collect();
    let mut added = 0;
    for answer in sent {
        added += usize::from(answer.await.unwrap() == StatusCode::OK);
    }
    assert_eq!(added, 1);
    assert_eq!(receiver.store.registrations(None).await.unwrap()[0].sessions.len(), 2);
}

/// Kind of fault: a seat that somebody was promised goes to another.
async fn what_a_promotion_is_to_give_is_not_given_before(kind: Kind) {
    let event = |capacity: u32| {
        changed_event(json!({"capacity": capacity}), |file| {
            file["sessions"][1]["registration"] = json!({"capacity": 1});
        })
    };
    let receiver = Receiver::start(kind).await.restart_with(event(1)).await;
    let holder = register(&receiver, "holder", json!(["a"])).await;
    register(&receiver, "waits", json!(["b"])).await;
    let receiver = receiver.restart_with(event(2)).await;
    let (_, receipt) = add(&receiver, "holder", &holder, json!(["b"])).await;
    assert_eq!(receipt["sessions"][1], json!({"id": "b", "status": "waitlisted"}));
    assert_eq!(receiver.store.promote("fair", true, june()).await.unwrap().len(), 1);
}

/// Kind of fault: one code, used where it is not good. Here for more sessions than it was made for.
async fn an_invitation_opens_what_it_was_made_for(kind: Kind) {
    let fields = json!([
        {"id": "email", "type": "email", "label": "Correo", "required": true},
        {"id": "who", "type": "text", "label": "Usted"},
        {"id": "code", "type": "text", "label": "Código"}
    ]);
    let form = json!({"fields": fields, "invitation_field": "code", "audience_field": "who"});
    let event = changed_event(form, |file| {
        for session in [0, 1] {
            file["sessions"][session]["registration"] = json!({"mode": "invitation"});
        }
    });
    let receiver = Receiver::start(kind).await.restart_with(event).await;
    let invite = async |code: &str, uses, sessions: Option<&str>, audience: Option<&str>| {
        let sessions = sessions.map(|id| vec![id.to_owned()]);
        let invitation =
            huso_receiver::store::Invitation { uses, sessions, audience: audience.map(str::to_owned) };
        receiver.store.invite("fair", &invitation, &[code.to_owned()], june()).await.unwrap();
    };
    invite("ONCE-2345", 1, None, None).await;
    invite("ONLY-B", 9, Some("b"), None).await;
    invite("PRESS", 9, None, Some("press")).await;
    let with = |id: &str, code: &str, who: &str, sessions: Value| {
        let mut one = submission(id);
        one["answers"] = json!({"email": format!("{id}@example.org"), "code": code, "who": who});
        one["sessions"] = sessions;
        one
    };
    let fault = |(status, problem): (StatusCode, Value)| {
        let error = &problem["errors"][0];
        let text = |key: &str| error[key].as_str().unwrap_or_default().to_owned();
        (status.as_u16(), text("pointer"), text("code"))
    };
    let wrong = (422, "/answers/code".to_owned(), "invitation".to_owned());
    let not_yours = (422, "/sessions".to_owned(), "session_not_yours".to_owned());
    assert_eq!(fault(receiver.post(with("x", "GUESSED", "", json!(["a"]))).await), wrong);
    assert_eq!(fault(receiver.post(with("x", "", "", json!(["a"]))).await), not_yours);
    assert_eq!(fault(receiver.post(with("x", "ONLY-B", "", json!(["a"]))).await), not_yours);
    assert_eq!(fault(receiver.post(with("x", "PRESS", "public", json!(["a"]))).await), not_yours);
    assert_eq!(receiver.post(with("press", "press", "press", json!(["a"]))).await.0, StatusCode::CREATED);
    // As it was copied: blanks and small letters make no difference. Once is once, retries are free.
    for status in [StatusCode::CREATED, StatusCode::OK] {
        assert_eq!(receiver.post(with("one", " once 2345", "", json!(["a"]))).await.0, status);
    }
    assert_eq!(fault(receiver.post(with("two", "ONCE-2345", "", json!(["a"]))).await), wrong);
    // Who cancels gives it back.
    receiver.cancel("one").await;
    assert_eq!(receiver.post(with("two", "ONCE-2345", "", json!(["a"]))).await.0, StatusCode::CREATED);
    let (_, receipt) = receiver.post(with("three", "ONLY-B", "", json!(["b"]))).await;
    let token = receipt["token"].as_str().unwrap();
    assert_eq!(fault(add(&receiver, "three", token, json!(["a"])).await), not_yours);
}

on_both_databases! {
    who_is_registered_adds_sessions,
    what_cant_be_added_is_told_why,
    many_additions_at_once_keep_the_limit,
    what_a_promotion_is_to_give_is_not_given_before,
    an_invitation_opens_what_it_was_made_for,
}
