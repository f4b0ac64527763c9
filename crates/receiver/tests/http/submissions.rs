//! What is stored, and what is refused.

use crate::receiver::{Kind, PATH, Receiver, event, june, submission};
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use huso_i18n::Texts as _;
use huso_receiver::store::{Admission, Arrival};
use huso_receiver::{Store, export};
use huso_registration::format::Duplicates;
use serde_json::{Value, json};
use tower::ServiceExt as _;

async fn a_registration_is_stored_once_however_often_it_comes(kind: Kind) {
    let receiver = Receiver::start(kind).await;
    let (status, first) = receiver.post_known(submission("one")).await;
    assert_eq!(status, StatusCode::CREATED);
    assert_eq!(
        first,
        json!({"submission": "one", "status": "confirmed", "sessions": [
            {"id": "a", "status": "confirmed"}, {"id": "b", "status": "confirmed"}
        ]})
    );
    assert_eq!(receiver.post_known(submission("one")).await, (StatusCode::OK, first.clone()));

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
    let arrival = Arrival {
        submission: one,
        fingerprint: "unlike".to_owned(),
        may_be_stored: true,
        admission: Admission::free(),
        duplicates: Duplicates::ByPerson,
        email: None,
        person: String::new(),
        suspect: None,
        origin: None,
        invited: None,
    };
    late.store.register(arrival, june).await.unwrap();
    assert_eq!(late.post(submission("one")).await.0, StatusCode::OK);
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

on_both_databases! {
    a_registration_is_stored_once_however_often_it_comes,
    one_submission_sent_many_times_at_once_is_one_registration,
    an_id_used_for_another_form_is_refused,
    what_has_to_be_corrected_is_named_field_by_field,
    what_is_no_submission_is_refused,
    registration_has_a_beginning_and_an_end,
    names_that_are_none_are_not_kept,
    the_table_lists_what_was_stored,
}
