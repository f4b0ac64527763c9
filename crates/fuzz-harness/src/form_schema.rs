//! Event files.

use crate::rich::at;
use huso_agenda::Lang;
use huso_explain::Explanation;
use huso_registration::sessions::{availability, clashes};
use huso_registration::validation::{normalize, validate};
use huso_registration::wire::{Answers, VERSION};
use huso_registration::{Answer, Event, Submission, dialect};
use std::collections::BTreeSet;

/// Any bytes as an event file: it is read or refused, each fault has words and stands in the file, and what
/// is read can be shown, filled and sent.
pub fn form_schema(bytes: &[u8]) {
    tell(bytes, &huso_explain::open(bytes).1);
    let text = String::from_utf8_lossy(bytes);
    let (event, faults) = huso_explain::open(text.as_bytes());
    tell(text.as_bytes(), &faults);
    let Some(Event { agenda, form: Some(form) }) = event else {
        return;
    };
    let ids: BTreeSet<_> = form.fields.iter().map(|field| &field.id).collect();
    assert_eq!(ids.len(), form.fields.len(), "an id twice");
    assert!(form.max_sessions.is_none_or(|most| most >= form.min_sessions));
    assert!(form.fields.iter().all(|field| field.min_length <= field.max_length));
    let now = at();
    let _ = form.outline.period(now);
    // Every field answered by something, every session chosen.
    let mut answers = Answers::default();
    for field in &form.fields {
        let value = field.options.first().map_or_else(|| "1".to_owned(), |(value, _)| value.clone());
        answers.set(field.id.clone(), Answer::Text(value));
    }
    let sessions: Vec<String> = agenda.sessions.iter().map(|session| session.id.clone()).collect();
    let _ = clashes(&agenda, &sessions);
    let consents: Vec<String> = form.consents.iter().map(|consent| consent.id.clone()).collect();
    for session in &agenda.sessions {
        let _ = availability(&form, session, &answers, now);
    }
    let mut submission = Submission {
        huso: VERSION,
        submission: "s".to_owned(),
        event: agenda.id.clone(),
        language: None,
        timezone: None,
        answers,
        sessions,
        consents,
        notice: None,
    };
    normalize(&form, &mut submission);
    submission.notice = form.notice(Lang::Es, agenda.language, &submission, String::new());
    for fault in validate(&form, &agenda, &submission, now) {
        for lang in Lang::ALL {
            let _ = fault.code.message(lang);
        }
    }
    if let Some(endpoint) = &form.endpoint {
        let _ = dialect::request(endpoint, &form, &submission, &[]);
        let _ = dialect::outcome(endpoint, &form, "s", 400, &text);
    }
}

fn tell(bytes: &[u8], faults: &[Explanation]) {
    let lines = bytes.iter().filter(|byte| **byte == b'\n').count() + 1;
    for fault in faults {
        for lang in Lang::ALL {
            assert!(!fault.message(lang).is_empty());
            let _ = fault.place(lang);
        }
        assert!(fault.position.is_none_or(|at| (1..=lines).contains(&at.line)));
        if let Some(excerpt) = &fault.excerpt {
            assert!(excerpt.line().chars().count() < 110 && excerpt.mark().ends_with('^'));
        }
    }
}
