//! What earlier versions wrote is read as it was meant, and written as they wrote it: event files, and what
//! browsers keep and send (tests/compat).

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail loudly")]

use huso_agenda::chrono::SecondsFormat;
use huso_agenda::zone::Database;
use huso_agenda::{Instant, Session, When, iso};
use huso_registration::dialect::{Body, Outcome, encoding, knows_repetitions, outcome, request};
use huso_registration::draft::Draft;
use huso_registration::format::{Dialect, Encoding, FieldType};
use huso_registration::wire::{NoticeReceipt, ProblemDocument, Status};
use huso_registration::{Answer, Event, Receipt, Submission};
use serde_json::{Value, json};
use std::path::Path;

fn read(name: &str) -> String {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/compat").join(name);
    std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

fn event(name: &str) -> Event {
    let (event, faults) = Event::parse(&read(&format!("events/{name}.json")));
    assert_eq!(faults, [], "{name}");
    event.unwrap()
}

/// A session's times as `huso times --format json` has them, those in zones left out.
fn times(session: &Session) -> Value {
    let utc = |instant: Instant| instant.to_rfc3339_opts(SecondsFormat::Secs, true);
    match session.when {
        When::Timed { start, end } => json!({"id": session.id, "start": utc(start), "end": end.map(utc)}),
        When::Floating { start, end } => {
            json!({"id": session.id, "start": iso::minute(start), "end": end.map(iso::minute)})
        }
        When::AllDay(date) => json!({"id": session.id, "date": date.to_string()}),
        When::Open => json!({"id": session.id}),
    }
}

#[test]
fn event_files_have_the_same_sessions_at_the_same_times() {
    for name in ["appointments", "every-key", "pacific-alliance-2023", "pacific-alliance-2027"] {
        let found: Vec<Value> = event(name).agenda.sessions.iter().map(times).collect();
        let mut before = parsed(&read(&format!("events/{name}.times")));
        for session in before.as_array_mut().unwrap() {
            session.as_object_mut().unwrap().remove("zones");
        }
        assert_eq!(json!(found), before, "{name}");
    }
}

#[test]
fn every_key_of_a_form_means_what_it_meant() {
    let Event { agenda, form } = event("every-key");
    assert_eq!(agenda.shown_zones.len(), 2);
    assert_eq!(
        agenda.title.all(),
        ["Feira de tudo", "Feria de todo", "Fair of everything"],
        "in the file's order"
    );
    let summary = agenda.summary.unwrap();
    assert_eq!(summary.all(), ["Primero esto.\n\nDespués \"lo otro\"\t— con ñ, 🎪 y /."]);
    let form = form.unwrap();
    assert_eq!((form.capacity, form.min_sessions, form.max_sessions), (Some(100), 1, Some(3)));
    assert_eq!(form.invitation_field.as_deref(), Some("invitation"));
    let field = |id: &str| form.fields.iter().find(|field| field.id == id).unwrap();
    assert_eq!(form.fields.len(), 17);
    assert_eq!((field("age").min.as_deref(), field("age").max.as_deref()), (Some("18"), Some("120.5")));
    assert_eq!((field("name").min_length, field("name").max_length), (2, 80));
    assert_eq!((field("areas").min_choices, field("areas").max_choices), (1, 2));
    assert_eq!(
        (field("cv").kind, field("cv").max_bytes, field("cv").accept.len()),
        (FieldType::File, 1_000_000, 2)
    );
    assert!(!field("rut").draft && field("name").pattern.is_some() && field("note").audience == ["buyer"]);
    assert_eq!(field("cv").show_if, Some(("news".into(), vec!["true".into()])));
    let consents: Vec<_> = form.consents.iter().map(|one| (one.id.as_str(), one.required)).collect();
    assert_eq!(consents, [("data", true), ("contact", true), ("photos", false)]);
    assert_eq!((form.purposes.len(), form.minimum_age()), (4, Some(14)));

    let endpoint = form.endpoint.as_ref().unwrap();
    assert_eq!((endpoint.dialect, encoding(endpoint)), (Some(Dialect::Json), Encoding::Multipart));
    assert!(knows_repetitions(endpoint));
    let draft = Draft::from_json(&read("browser/draft-of-every-kind.json"), draft_time()).unwrap();
    let sent = submission(&draft);
    let sent = request(endpoint, &form, &sent, &[]);
    assert_eq!(
        sent.headers[1..],
        [("X-Form".into(), "fair".into()), ("Accept-Language".into(), "es".into())]
    );
    let Body::Multipart(parts) = sent.body else { panic!("{:?}", sent.body) };
    let parts: Vec<String> = parts.iter().map(|(name, part)| format!("{name}={part:?}")).collect();
    assert_eq!(
        parts,
        [
            "your-name=Text(\"Eva María\")",
            "audience=Text(\"buyer\")",
            "areas=Text(\"food\")",
            "areas=Text(\"wine\")",
            "invitation=Text(\"x\")",
            "key=Text(\"4b5442c1-2fd8-4d51-a64e-6804d042f7ba\")",
            "event=Text(\"every-key\")",
            "talks=Text(\"opening\")",
            "consent=Text(\"data\")",
            "z=Text(\"last\")",
            "form-name=Text(\"fair\")",
            "version=Text(\"2\")",
            "tags=Text(\"a\")",
            "tags=Text(\"b\")",
            "active=Text(\"true\")",
            "nested=Text(\"{\\\"b\\\":1,\\\"a\\\":null}\")"
        ]
    );
    let stored = outcome(endpoint, &form, "x", 202, r#"{"result": "stored"}"#);
    assert_eq!(stored, Outcome::Confirmed(None));
    let refused =
        outcome(endpoint, &form, "x", 422, r#"{"fields": {"your-name": {"message": "No"}}, "error": "E"}"#);
    let Outcome::Rejected(refused) = refused else { panic!("{refused:?}") };
    assert_eq!(
        (refused.message.as_deref(), refused.faults[0].pointer.as_str()),
        (Some("E"), "/answers/name")
    );
}

/// When `draft-of-every-kind.json` was kept.
fn draft_time() -> Instant {
    "2027-05-01T12:00:00Z".parse().unwrap()
}

/// What would be sent of a draft.
fn submission(draft: &Draft) -> Submission {
    Submission {
        huso: 1,
        submission: draft.submission.clone(),
        event: "every-key".into(),
        language: None,
        timezone: None,
        answers: draft.answers.clone(),
        sessions: draft.sessions.clone(),
        consents: draft.consents.clone(),
        notice: None,
    }
}

#[test]
fn drafts_come_back() {
    let stored = |name: &str| {
        let text = read(name);
        let at = parsed(&text)["at"].as_i64().unwrap();
        let draft = Draft::from_json(&text, Instant::from_timestamp(at, 0).unwrap()).unwrap();
        assert_eq!(parsed(&serde_json::to_string(&draft).unwrap()), parsed(&text), "it is written as it was");
        draft
    };
    let typed = stored("browser/draft-typed.json");
    assert_eq!(typed.answers.get("name"), Some(&Answer::Text("Ana “Ñ” \"Rojas\" \\ 🎪".into())));
    assert_eq!(typed.answers.get("comments"), Some(&Answer::Text("uno\tdos\ntres </script> =1+1".into())));
    assert_eq!(typed.answers.get("interpretation"), Some(&Answer::Checked(true)));
    assert_eq!((typed.was_sent, typed.in_doubt), (Some(false), Some(false)));
    assert_eq!(
        (typed.sessions, typed.consents),
        (vec!["keynote".into(), "pitch-sessions".into()], vec!["data".into()])
    );
    let in_doubt = stored("browser/draft-in-doubt.json");
    assert_eq!((in_doubt.was_sent, in_doubt.in_doubt), (Some(true), Some(true)));
    assert_eq!(in_doubt.submission, "a4d8f647-7e1a-45c4-9f32-6d4b17f3ebab");
    let every = stored("browser/draft-of-every-kind.json");
    assert_eq!(every.answers.get("areas"), Some(&Answer::Many(vec!["food".into(), "wine".into()])));
}

#[test]
fn the_remembered_zone_is_known() {
    assert!(Database::default().get(&read("browser/zone.txt")).is_ok());
}

#[test]
fn a_submission_is_read_and_written_as_it_was() {
    let text = read("browser/submission.json");
    let sent = Submission::from_json(text.as_bytes()).unwrap();
    assert_eq!(sent.event, "pacific-alliance-2027");
    assert_eq!((sent.language.as_deref(), sent.timezone.as_deref()), (Some("es"), Some("America/Santiago")));
    let notice = sent.notice.clone().unwrap();
    assert_eq!(
        (&*notice.version, &*notice.at, &*notice.language),
        ("1d855e2a60242c62", "2026-11-26T09:35:14.900Z", "es")
    );
    assert_eq!(notice.consents.get("news"), Some(&Answer::Checked(false)));
    // The notice's version is made of what the visitor was shown.
    let Event { agenda, form } = event("pacific-alliance-2027");
    let form = form.unwrap();
    let lang = huso_agenda::Lang::Es;
    let made: NoticeReceipt = form.notice(lang, agenda.language, &sent, notice.at.clone()).unwrap();
    assert_eq!(made, notice);

    let mut written = sent.clone();
    written.notice = Some(made);
    let token = parsed(&text)["token"].as_str().unwrap().to_owned();
    let beside = [("token", token.as_str())];
    let Body::Json(body) = request(form.endpoint.as_ref().unwrap(), &form, &written, &beside).body else {
        panic!("no JSON")
    };
    assert_eq!(parsed(&body), parsed(&text));
    let order = |text: &str| parsed(text).as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    assert_eq!(order(&body), order(&text));
}

#[test]
fn receipts_and_problems_are_read() {
    let text = read("browser/receipt.json");
    let receipt = serde_json::from_str::<Receipt>(&text).unwrap();
    assert_eq!(
        (&*receipt.submission, receipt.status),
        ("20de497d-383c-493f-bc31-8bf78fce4eaf", Status::Confirmed)
    );
    let sessions: Vec<_> = receipt.sessions.iter().map(|one| (one.id.as_str(), one.status)).collect();
    assert_eq!(sessions, [("keynote", Status::Confirmed), ("pitch-sessions", Status::Confirmed)]);
    assert_eq!(serde_json::to_string(&receipt).unwrap(), text);

    let exchanges = parsed(&read("receiver/exchanges.json"));
    let mut seen = 0;
    for exchange in exchanges.as_array().unwrap() {
        let answer = &exchange["answer"];
        let body = answer["body"].as_str().unwrap();
        match answer["status"].as_u64().unwrap() {
            200 | 201 if exchange["name"] != "form" => {
                assert_eq!(
                    serde_json::to_string(&serde_json::from_str::<Receipt>(body).unwrap()).unwrap(),
                    body
                )
            }
            400.. => {
                let errors = parsed(body)["errors"].clone();
                let faults = serde_json::from_str::<ProblemDocument>(body).unwrap().errors;
                let faults: Vec<_> = (faults.iter())
                    .map(|one| json!({"pointer": one.pointer, "code": one.code, "detail": one.detail}))
                    .collect();
                assert_eq!(json!(faults), errors);
            }
            _ => continue,
        }
        seen += 1;
    }
    assert_eq!(seen, 30);
}
