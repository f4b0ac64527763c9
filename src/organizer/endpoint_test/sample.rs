//! A registration that is marked as a test.

use crate::sample;
use huso::browser::{now, timestamp};
use huso_agenda::Lang;
use huso_registration::form::MINIMUM_AGE;
use huso_registration::validation::normalize;
use huso_registration::wire::VERSION;
use huso_registration::{Event, Form, Submission};

/// What every text in it says.
const MARK: &str = "PRUEBA / TEST";

/// A filled form in which each text says that it is a test; of an address that nobody has (RFC 2606, section 3).
pub fn sample(event: &Event, form: &Form, id: &str, lang: Lang) -> Submission {
    let email = format!("test-{}@example.org", id.split('-').next().unwrap_or_default());
    let age = form.minimum_age().map(|_| MINIMUM_AGE.to_owned());
    let mut submission = Submission {
        huso: VERSION,
        submission: id.to_owned(),
        event: event.agenda.id.clone(),
        language: Some(lang.tag().to_owned()),
        timezone: Some(event.agenda.zone.name().to_owned()),
        answers: sample::answers(form, MARK, &email),
        sessions: Vec::new(),
        consents: form.consents.iter().map(|consent| consent.id.clone()).chain(age).collect(),
        notice: None,
    };
    normalize(form, &mut submission);
    submission.sessions = sample::sessions(event, form, &submission.answers, now());
    submission.notice = form.notice(lang, event.agenda.language, &submission, timestamp());
    submission
}
