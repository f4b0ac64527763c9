//! Every dialect against fixtures: what is posted, and what becomes of each answer. A fixture names the
//! source of its shape, and whether it was seen running or only read.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail loudly")]

use huso_registration::dialect::{
    Body, Doubt, Outcome, Part, Request, add_sessions, form_page, knows_repetitions, outcome, request, seats,
};
use huso_registration::format::Dialect;
use huso_registration::wire::{AddSessions, Answers, FileInfo, VERSION};
use huso_registration::{Answer, Event, Form, Submission};
use serde_json::{Value, json};
use std::path::Path;

fn form(endpoint: &Value, more: Value) -> Form {
    let options = json!([{"value": "a", "label": "A"}, {"value": "b", "label": "B"}]);
    let mut fields = json!([
        {"id": "name", "type": "text", "label": "Name"},
        {"id": "email", "type": "email", "label": "E-mail"},
        {"id": "news", "type": "checkbox", "label": "News"},
        {"id": "areas", "type": "checkboxes", "label": "Areas", "options": options},
    ]);
    fields.as_array_mut().unwrap().extend(more.as_array().unwrap().clone());
    let file = json!({
        "huso": 1, "id": "e", "title": "E", "timezone": "America/Lima",
        "sessions": [{"id": "s1", "title": "1"}, {"id": "s2", "title": "2"}],
        "registration": {"endpoint": endpoint, "fields": fields, "choose": "sessions"},
    });
    let (event, faults) = Event::parse(&file.to_string());
    assert_eq!(faults, [], "{endpoint}");
    event.unwrap().form.unwrap()
}

fn submission() -> Submission {
    let mut answers = Answers::default();
    answers.set("name".into(), Answer::Text("Ana Ñ".into()));
    answers.set("email".into(), Answer::Text("ana@example.org".into()));
    answers.set("news".into(), Answer::Checked(true));
    answers.set("areas".into(), Answer::Many(vec!["a".into(), "b".into()]));
    Submission {
        huso: VERSION,
        submission: "0b6b1c1e".into(),
        event: "e".into(),
        language: Some("es".into()),
        timezone: Some("America/Lima".into()),
        answers,
        sessions: vec!["s1".into(), "s2".into()],
        consents: vec!["data".into()],
        notice: None,
    }
}

/// A request as fixtures write it.
fn written(request: &Request) -> Value {
    let parsed = |text: &str| serde_json::from_str::<Value>(text).unwrap();
    let part = |(name, part): &(String, Part)| match part {
        Part::Text(text) => json!([name, text]),
        Part::File(field) => json!([name, {"file": field}]),
    };
    let (encoding, body) = match &request.body {
        Body::Json(text) => ("json", parsed(text)),
        Body::Text(text) => ("text", parsed(text)),
        Body::Urlencoded(text) => ("urlencoded", json!(text)),
        Body::Multipart(parts) => ("multipart", parts.iter().map(part).collect()),
    };
    json!({"url": request.url, "headers": request.headers, encoding: body, "readable": request.is_readable})
}

/// An outcome as fixtures write it.
fn named(outcome: &Outcome) -> Value {
    match outcome {
        Outcome::Confirmed(_) => json!("confirmed"),
        Outcome::Unconfirmed(Doubt::Busy(_)) => json!("busy"),
        Outcome::Unconfirmed(Doubt::Broken(_)) => json!("broken"),
        Outcome::Unconfirmed(Doubt::Unreadable) => json!("unreadable"),
        Outcome::Unconfirmed(Doubt::Opaque) => json!("opaque"),
        Outcome::Unconfirmed(doubt) => json!(format!("{doubt:?}")),
        Outcome::Rejected(rejection) => {
            let fault = |fault: &huso_registration::wire::RemoteFault| {
                json!([fault.pointer, fault.code, fault.detail])
            };
            json!({"faults": rejection.faults.iter().map(fault).collect::<Vec<_>>(), "message": rejection.message})
        }
    }
}

fn fixture(dialect: &str) -> Value {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/dialects/{dialect}.json"));
    let text = std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    serde_json::from_str(&text).unwrap()
}

const ALL: [Dialect; 13] = [
    Dialect::Huso,
    Dialect::Json,
    Dialect::Form,
    Dialect::Formspree,
    Dialect::Netlify,
    Dialect::GoogleAppsScript,
    Dialect::GoogleForms,
    Dialect::Hubspot,
    Dialect::ContactForm7,
    Dialect::DrupalWebform,
    Dialect::Pocketbase,
    Dialect::Postgrest,
    Dialect::Webhook,
];

#[test]
fn each_dialect_speaks_as_its_fixture() {
    for dialect in ALL {
        let word = dialect.word();
        let fixture = fixture(word);
        assert!(
            ["source", "seen"].iter().all(|key| fixture[key].as_str().is_some_and(|text| !text.is_empty())),
            "{word}"
        );
        let form = form(&fixture["endpoint"], json!([]));
        let endpoint = form.endpoint.as_ref().unwrap();
        assert_eq!(endpoint.dialect.unwrap_or_default(), dialect);
        assert_eq!(written(&request(endpoint, &form, &submission(), &[])), fixture["request"], "{word}");
        let responses = fixture["responses"].as_array().unwrap();
        assert!(responses.len() > 1, "{word}");
        for response in responses {
            let status = u16::try_from(response["status"].as_u64().unwrap()).unwrap();
            let body = response["body"].as_str().map_or_else(|| response["body"].to_string(), str::to_owned);
            let found = outcome(endpoint, &form, "0b6b1c1e", status, &body);
            assert_eq!(named(&found), response["outcome"], "{word}: {response}");
        }
    }
}

#[test]
fn only_endpoints_that_get_the_id_know_repetitions() {
    let known = ALL.into_iter().filter(|dialect| {
        let form = form(&json!({"url": "/r", "dialect": dialect.word()}), json!([]));
        knows_repetitions(form.endpoint.as_ref().unwrap())
    });
    let words: Vec<_> = known.map(Dialect::word).collect();
    assert_eq!(words, ["huso", "json", "form", "google-apps-script", "webhook"]);
}

#[test]
fn files_travel_as_parts_and_unticked_boxes_not_at_all() {
    let endpoint = json!({"url": "/r", "encoding": "multipart", "fields": {"cv": "attachment"}});
    let form = form(&endpoint, json!([{"id": "cv", "type": "file", "label": "CV"}]));
    let mut submission = submission();
    submission.answers.set("news".into(), Answer::Checked(false));
    let file = FileInfo { name: "cv.pdf".into(), size: 9, r#type: None };
    submission.answers.set("cv".into(), Answer::File(file));
    let request = request(form.endpoint.as_ref().unwrap(), &form, &submission, &[]);
    let Body::Multipart(parts) = request.body else { panic!("{:?}", request.body) };
    let names: Vec<_> = parts.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(
        names,
        [
            "name",
            "email",
            "areas",
            "areas",
            "attachment",
            "submission",
            "event",
            "language",
            "timezone",
            "session",
            "session",
            "consent"
        ]
    );
    assert!(parts.contains(&("attachment".to_owned(), Part::File("cv".to_owned()))));
}

#[test]
fn anything_may_come_back() {
    for dialect in ALL {
        let form = form(&json!({"url": "/r", "dialect": dialect.word()}), json!([]));
        let endpoint = form.endpoint.as_ref().unwrap();
        for body in [
            "",
            "null",
            "[]",
            "{",
            "{\"errors\":[1,null,{}],\"error\":{\"email\":null},\"data\":{\"x\":[]}}",
            "\u{feff}",
        ] {
            for status in [0, 100, 200, 204, 302, 400, 404, 409, 422, 429, 500, 503, 599, u16::MAX] {
                let found = outcome(endpoint, &form, "0b6b1c1e", status, body);
                let is_success = matches!(found, Outcome::Confirmed(_));
                assert!(!is_success || (200..300).contains(&status), "{} {status} {body}", dialect.word());
            }
        }
    }
}

/// Kind of fault: what is Huso's own, such as a token, sent to a server that is another's.
#[test]
fn what_lies_beside_the_registrations_is_asked_of_a_huso_receiver_only() {
    let added = AddSessions { token: "t".into(), sessions: vec!["s2".into()], language: Some("pt".into()) };
    for dialect in ALL {
        let form = form(&json!({"url": "/events/e/registrations", "dialect": dialect.word()}), json!([]));
        let endpoint = form.endpoint.unwrap();
        let (page, left, request) =
            (form_page(&endpoint), seats(&endpoint), add_sessions(&endpoint, "0b6b1c1e", &added));
        if dialect != Dialect::Huso {
            assert_eq!((page, left, request), (None, None, None), "{}", dialect.word());
            continue;
        }
        assert_eq!(page.as_deref(), Some("/events/e/form"));
        assert_eq!(left.as_deref(), Some("/events/e/seats"));
        assert_eq!(
            written(&request.unwrap()),
            json!({
                "url": "/events/e/registrations/0b6b1c1e/sessions",
                "headers": [["Accept", "application/json"]],
                "json": {"token": "t", "sessions": ["s2"], "language": "pt"},
                "readable": true,
            })
        );
    }
}

#[test]
fn the_word_for_a_refusal_is_a_huso_receivers() {
    let body = r#"{"status": 409, "code": "already_registered", "title": "Ya hay una.", "errors": []}"#;
    for (dialect, expected) in [(Dialect::Huso, "already_registered"), (Dialect::Json, "")] {
        let form = form(&json!({"url": "/events/e/registrations", "dialect": dialect.word()}), json!([]));
        let outcome = outcome(form.endpoint.as_ref().unwrap(), &form, "0b6b1c1e", 409, body);
        let Outcome::Rejected(rejection) = outcome else { panic!("{outcome:?}") };
        assert_eq!((rejection.status, rejection.code.as_str()), (409, expected));
    }
}
