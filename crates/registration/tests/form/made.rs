//! Event files, forms and submissions to try.

use huso_agenda::{Agenda, Instant, Lang};
use huso_i18n::Message as _;
use huso_registration::form::Form;
use huso_registration::wire::{Answers, Submission, VERSION};
use huso_registration::{Answer, Event};
use serde_json::{Value, json};

pub(crate) fn file(registration: Value, sessions: Value) -> String {
    json!({
        "huso": 1, "id": "e", "title": "E", "timezone": "America/Bogota",
        "sessions": sessions, "registration": registration,
    })
    .to_string()
}

/// An event without faults.
pub(crate) fn event(registration: Value, sessions: Value) -> (Agenda, Form) {
    let (event, faults) = Event::parse(&file(registration, sessions));
    assert_eq!(lines(&faults), Vec::<String>::new());
    let event = event.unwrap();
    (event.agenda, event.form.unwrap())
}

pub(crate) fn lines(faults: &[huso_agenda::Diagnostic]) -> Vec<String> {
    faults.iter().map(|fault| fault.line(Lang::En)).collect()
}

/// What is wrong with an event file's form.
pub(crate) fn faults(registration: Value) -> Vec<String> {
    let (_, faults) = Event::parse(&file(registration, json!([{"id": "a", "title": "A"}])));
    lines(&faults)
}

pub(crate) fn one_session() -> Value {
    json!([{"id": "a", "title": "A"}])
}

pub(crate) fn at(text: &str) -> Instant {
    huso_agenda::wall_time::wall_time(text).unwrap().and_utc()
}

pub(crate) fn submission(answers: &[(&str, Answer)], sessions: &[&str]) -> Submission {
    let mut all = Answers::default();
    answers.iter().for_each(|(id, answer)| all.set((*id).to_owned(), answer.clone()));
    Submission {
        huso: VERSION,
        submission: "s".into(),
        event: "e".into(),
        language: None,
        timezone: None,
        answers: all,
        sessions: sessions.iter().map(|id| (*id).to_owned()).collect(),
        consents: Vec::new(),
        notice: None,
    }
}

pub(crate) fn text(text: &str) -> Answer {
    Answer::Text(text.into())
}

pub(crate) fn many(values: &[&str]) -> Answer {
    Answer::Many(values.iter().map(|value| (*value).to_owned()).collect())
}

/// A form for two audiences, with sessions of every mode.
pub(crate) fn fair() -> (Agenda, Form) {
    let audiences = json!([{"value": "inbound", "label": "I sell"}, {"value": "outbound", "label": "I buy"}]);
    let session = |id: &str, hour: u32, registration: Value| {
        json!({"id": id, "title": id, "start": format!("2027-08-10T{hour:02}:00"), "duration": "PT30M",
            "registration": registration})
    };
    event(
        json!({
            "choose": "sessions", "min_sessions": 2, "max_sessions": 3, "audience_field": "who",
            "invitation_field": "code",
            "fields": [
                {"id": "who", "type": "checkboxes", "label": "You", "options": audiences},
                {"id": "code", "type": "hidden", "label": "Invitation", "parameter": "invitation"},
                {"id": "catalogue", "type": "url", "label": "Catalogue", "required": true, "audience": ["inbound"]},
            ],
        }),
        json!([
            session("open", 9, json!({})),
            session("list", 10, json!({"mode": "waitlist"})),
            session("full", 11, json!({"mode": "full"})),
            session("closed", 12, json!({"mode": "closed"})),
            session("vip", 13, json!({"mode": "invitation"})),
            session("inbound", 14, json!({"audience": ["inbound"]})),
            session("soon", 15, json!({"opens": "2027-08-01T09:00"})),
            session("late", 16, json!({"closes": "2027-07-01T09:00"})),
            {"id": "off", "title": "off", "status": "cancelled"},
            {"id": "pause", "title": "pause", "kind": "break"},
        ]),
    )
}
