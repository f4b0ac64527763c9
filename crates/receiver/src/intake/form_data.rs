//! A plain form's entries as a submission.

use super::body::{Entries, urlencoded};
use crate::spam::HONEYPOT;
use huso_registration::format::FieldType;
use huso_registration::wire::{Answers, VERSION};
use huso_registration::{Answer, Event, Form, Submission, normalize};
use sha2::{Digest as _, Sha256};

/// What travels beside a submission.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Extras {
    /// Says when the form was asked for.
    pub token: Option<String>,
    /// Whether the field that no person sees was filled.
    pub spam: bool,
    /// Version of the privacy notice that a plain form showed.
    pub notice: Option<String>,
    /// A hash of what was answered, as it was sent: the form may be another one when it comes again.
    pub fingerprint: String,
}

/// The submission of a plain form, and what else it sends. Names are the fields' ids, `session` and
/// `consent` once each, and `submission`, `language`, `timezone`, `token`, `notice`; a field of such an id
/// goes before. The submission has no id if the form has none.
pub fn submission(event: &Event, form: &Form, entries: Entries) -> (Submission, Extras) {
    let mut submission = empty(event);
    let mut extras = Extras { fingerprint: fingerprint_of_entries(&entries), ..Extras::default() };
    for (name, value) in entries.texts {
        if let Some(field) = form.fields.iter().find(|field| field.id == name) {
            answer(&mut submission.answers, name, field.kind, value);
            continue;
        }
        match name.as_str() {
            "session" => submission.sessions.push(value),
            "consent" => submission.consents.push(value),
            "submission" => submission.submission = value,
            "event" => submission.event = value,
            "language" => submission.language = Some(value),
            "timezone" => submission.timezone = Some(value),
            "token" => extras.token = Some(value),
            "notice" => extras.notice = Some(value),
            HONEYPOT => extras.spam |= !value.trim().is_empty(),
            _ => {}
        }
    }
    (submission, extras)
}

/// What travels beside the answers, and may be another when they come again.
const BESIDE: [&str; 7] = ["submission", "event", "language", "timezone", "token", "notice", HONEYPOT];

/// A hash of what a submission answers, as it was sent.
pub fn fingerprint(sent: &Submission) -> String {
    let content = serde_json::to_string(&(&sent.answers, &sent.sessions, &sent.consents));
    hex::encode(Sha256::digest(content.unwrap_or_default()))
}

/// The same of a plain form.
fn fingerprint_of_entries(entries: &Entries) -> String {
    let mut hash = Sha256::new();
    for (name, value) in entries.texts.iter().filter(|(name, _)| !BESIDE.contains(&name.as_str())) {
        for text in [name, value] {
            hash.update(text);
            hash.update([0]);
        }
    }
    hex::encode(hash.finalize())
}

/// A form that nobody filled.
pub fn empty(event: &Event) -> Submission {
    Submission {
        huso: VERSION,
        submission: String::new(),
        event: event.agenda.id.clone(),
        language: None,
        timezone: None,
        answers: Answers::default(),
        sessions: Vec::new(),
        consents: Vec::new(),
        notice: None,
    }
}

/// Answers hidden fields by the parameters of the page's address, as the widget does.
pub fn set_hidden(form: &Form, query: &str, answers: &mut Answers) {
    let parameters = urlencoded(query.as_bytes()).texts;
    for field in form.fields.iter().filter(|field| field.kind == FieldType::Hidden) {
        let named = |(name, _): &&(String, String)| Some(name) == field.parameter.as_ref();
        if let Some((_, value)) = parameters.iter().find(named) {
            answers.set(field.id.clone(), Answer::Text(normalize::text(field.kind, value)));
        }
    }
}

/// Whatever value a box has, it is sent only if it is ticked.
fn answer(answers: &mut Answers, id: String, kind: FieldType, value: String) {
    match kind {
        FieldType::Checkbox => {
            let is_ticked = !matches!(value.as_str(), "" | "0" | "false" | "off");
            answers.set(id, Answer::Checked(is_ticked));
        }
        FieldType::Checkboxes => answers.tick(id, value),
        _ => answers.set(id, Answer::Text(value)),
    }
}
