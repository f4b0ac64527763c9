//! A plain form's entries as a submission.

use super::body::Entries;
use crate::spam::HONEYPOT;
use huso_registration::form_file::FieldType;
use huso_registration::wire::{Answers, VERSION};
use huso_registration::{Answer, Event, Form, Submission};

/// The submission of a plain form, and what else it sends. Names are the fields' ids, `session` and
/// `consent` once each, and `submission`, `language`, `timezone`, `token`; a field of such an id goes
/// before. The submission has no id if the form has none.
pub fn submission(event: &Event, form: &Form, entries: Entries) -> (Submission, Option<String>, bool) {
    let mut submission = empty(event);
    let mut token = None;
    let mut spam = false;
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
            "token" => token = Some(value),
            HONEYPOT => spam |= !value.trim().is_empty(),
            _ => {}
        }
    }
    (submission, token, spam)
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

/// Whatever value a box has, it is sent only if it is ticked.
fn answer(answers: &mut Answers, id: String, kind: FieldType, value: String) {
    let answer = match kind {
        FieldType::Checkbox => Answer::Checked(!matches!(value.as_str(), "" | "0" | "false" | "off")),
        FieldType::Checkboxes => {
            let before = match answers.get(&id) {
                Some(Answer::Many(values)) => values.clone(),
                _ => Vec::new(),
            };
            Answer::Many(before.into_iter().chain([value]).collect())
        }
        _ => Answer::Text(value),
    };
    answers.set(id, answer);
}
