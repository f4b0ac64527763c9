//! A registration that is marked as a test.

use huso::browser::{now, timestamp};
use huso_agenda::Lang;
use huso_registration::form::{Field, MINIMUM_AGE};
use huso_registration::format::{Choose, FieldType};
use huso_registration::sessions::availability;
use huso_registration::validation::normalize;
use huso_registration::wire::{Answers, VERSION};
use huso_registration::{Answer, Event, Form, Submission};

/// What every text in it says.
const MARK: &str = "PRUEBA / TEST";

/// A filled form in which each text says that it is a test; of an address that nobody has (RFC 2606, section 3).
pub fn sample(event: &Event, form: &Form, id: &str, lang: Lang) -> Submission {
    let mut answers = Answers::default();
    for field in &form.fields {
        if let Some(answer) = answer(field, id) {
            answers.set(field.id.clone(), answer);
        }
    }
    let age = form.minimum_age().map(|_| MINIMUM_AGE.to_owned());
    let mut submission = Submission {
        huso: VERSION,
        submission: id.to_owned(),
        event: event.agenda.id.clone(),
        language: Some(lang.tag().to_owned()),
        timezone: Some(event.agenda.zone.name().to_owned()),
        answers,
        sessions: Vec::new(),
        consents: form.consents.iter().map(|consent| consent.id.clone()).chain(age).collect(),
        notice: None,
    };
    normalize(form, &mut submission);
    if form.outline.choose == Choose::Sessions {
        submission.sessions = sessions(event, form, &submission.answers);
    }
    submission.notice = form.notice(lang, event.agenda.language, &submission, timestamp());
    submission
}

/// As few sessions as may be chosen, of those that anybody can.
fn sessions(event: &Event, form: &Form, answers: &Answers) -> Vec<String> {
    let fewest = usize::try_from(form.min_sessions.max(1)).unwrap_or(1);
    let open = event
        .agenda
        .sessions
        .iter()
        .filter(|session| availability(form, session, answers, now()).is_choosable());
    open.take(fewest).map(|session| session.id.clone()).collect()
}

/// An answer that is right; none to what only a person can answer: files.
fn answer(field: &Field, id: &str) -> Option<Answer> {
    let first = || field.options.first().map(|(value, _)| value.clone());
    let least = |or: &str| field.min.clone().or_else(|| field.max.clone()).unwrap_or_else(|| or.to_owned());
    let text = match field.kind {
        FieldType::Checkbox => return Some(Answer::Checked(true)),
        FieldType::Checkboxes => {
            let fewest = usize::try_from(field.min_choices.max(1)).unwrap_or(1);
            let values = field.options.iter().take(fewest).map(|(value, _)| value.clone());
            return Some(Answer::Many(values.collect()));
        }
        FieldType::File | FieldType::Heading => return None,
        FieldType::Select | FieldType::Radio => first()?,
        FieldType::Email => format!("test-{}@example.org", id.split('-').next().unwrap_or_default()),
        FieldType::Tel => "+1 555 010 0100".to_owned(),
        FieldType::Url => "https://www.example.org/".to_owned(),
        FieldType::Number => least("1"),
        FieldType::Date => least("2000-01-01"),
        FieldType::Country => "CL".to_owned(),
        FieldType::Text | FieldType::Textarea | FieldType::Organization | FieldType::Hidden => {
            let fewest = usize::try_from(field.min_length).unwrap_or_default();
            let most = usize::try_from(field.max_length).unwrap_or(usize::MAX);
            let all = MARK.chars().chain(std::iter::repeat('.'));
            all.take(MARK.chars().count().max(fewest).min(most)).collect()
        }
    };
    Some(Answer::Text(text))
}
