//! What is wrong with a filled form.

use crate::country;
use crate::fault::{Fault, FaultCode, Target};
use crate::form::{Field, Form, MINIMUM_AGE};
use crate::format::{Choose, FieldType};
use crate::normalize::{self, is_unseen, tidy};
use crate::rank::rank;
use crate::sessions::{Availability, availability};
use crate::wire::{Answer, Answers, FileInfo, Submission};
use huso_agenda::{Agenda, Instant};

/// Makes a form uniform before it is checked and stored: answers as [`crate::normalize`] has them, those to
/// fields that are not asked and to none that exist dropped, and so consents; sessions, consents and choices without
/// repeats.
pub fn normalize(form: &Form, submission: &mut Submission) {
    normalize::answers(form, &mut submission.answers);
    // Without an answer that was not asked for, others may not be asked for: that of the audience, above all.
    loop {
        let before = submission.answers.clone();
        submission.answers.retain(|id, answer| {
            let field = form.fields.iter().find(|field| field.id == id);
            let asked = field.is_some_and(|field| form.asks(field, &before));
            asked && *answer != Answer::Text(String::new()) && *answer != Answer::Many(Vec::new())
        });
        if submission.answers == before {
            break;
        }
    }
    tidy(&mut submission.sessions);
    tidy(&mut submission.consents);
    submission.consents.retain(|id| form.asked_consents(&submission.answers).any(|asked| asked == id));
    if form.outline.choose == Choose::Event {
        submission.sessions.clear();
    }
}

/// Everything that is wrong with a normalized submission at an instant, in the order of the form.
pub fn validate(form: &Form, agenda: &Agenda, submission: &Submission, now: Instant) -> Vec<Fault> {
    let mut faults = Vec::new();
    if form.outline.choose == Choose::Sessions {
        let code = sessions(form, agenda, submission, now);
        faults.extend(code.map(|code| Fault { target: Target::Sessions, code }));
    }
    for field in form.fields.iter().filter(|field| form.asks(field, &submission.answers)) {
        let code = check(field, submission.answers.get(&field.id));
        faults.extend(code.map(|code| Fault { target: Target::Field(field.id.clone()), code }));
    }
    let asked = form.consents.iter().filter(|consent| form.asks_consent(consent, &submission.answers));
    let needed = asked.filter(|consent| consent.required);
    let needed = needed.map(|consent| (consent.id.as_str(), FaultCode::ConsentRequired));
    let age = form.minimum_age().map(|age| (MINIMUM_AGE, FaultCode::TooYoung(age)));
    for (id, code) in needed.chain(age) {
        if !submission.consents.iter().any(|given| given == id) {
            faults.push(Fault { target: Target::Consent(id.to_owned()), code });
        }
    }
    faults
}

/// What is wrong with one answer.
pub fn check(field: &Field, answer: Option<&Answer>) -> Option<FaultCode> {
    let empty = || field.required.then_some(FaultCode::Required);
    match (field.kind, answer) {
        (_, None) => empty(),
        (FieldType::Checkbox, Some(Answer::Checked(checked))) => {
            if *checked {
                None
            } else {
                empty()
            }
        }
        (FieldType::Checkboxes, Some(Answer::Many(values))) => check_choices(field, values),
        (FieldType::File, Some(Answer::File(file))) => check_file(field, file),
        (FieldType::Checkbox | FieldType::Checkboxes | FieldType::File, Some(_))
        | (_, Some(Answer::Checked(_) | Answer::Many(_) | Answer::File(_))) => Some(FaultCode::WrongKind),
        (_, Some(Answer::Text(text))) => match text.trim() {
            "" => empty(),
            text => check_text(field, text),
        },
    }
}

fn check_choices(field: &Field, values: &[String]) -> Option<FaultCode> {
    let count = u32::try_from(values.len()).unwrap_or(u32::MAX);
    match count {
        0 if !field.required => None,
        0 => Some(FaultCode::Required),
        _ if !values.iter().all(|value| is_option(field, value)) => Some(FaultCode::NotAnOption),
        _ if count < field.min_choices => Some(FaultCode::TooFewChoices(field.min_choices)),
        _ if count > field.max_choices => Some(FaultCode::TooManyChoices(field.max_choices)),
        _ => None,
    }
}

fn is_option(field: &Field, value: &str) -> bool {
    field.options.iter().any(|(option, _)| option == value)
}

fn check_file(field: &Field, file: &FileInfo) -> Option<FaultCode> {
    if file.size > field.max_bytes {
        return Some(FaultCode::FileTooLarge(field.max_bytes));
    }
    let name = file.name.to_ascii_lowercase();
    let kind = file.r#type.as_deref().unwrap_or_default();
    // HTML, "the accept attribute": an extension, a media type, or all of a kind.
    let fits = |accepted: &String| match accepted.strip_suffix('*') {
        Some(start) => kind.starts_with(start),
        None => {
            name.ends_with(&accepted.to_ascii_lowercase()) && accepted.starts_with('.') || accepted == kind
        }
    };
    (!field.accept.is_empty() && !field.accept.iter().any(fits))
        .then(|| FaultCode::FileKind(field.accept.clone()))
}

/// What is wrong with a text. Where it is only that something in it can't be seen, that is the fault: no
/// other words would help.
fn check_text(field: &Field, text: &str) -> Option<FaultCode> {
    let fault = check_shown(field, text)?;
    let unseen = text.chars().find(|c| is_unseen(*c));
    let shown = || text.chars().filter(|c| !is_unseen(*c)).collect::<String>();
    match unseen.filter(|_| check_shown(field, &shown()).is_none()) {
        Some(unseen) => Some(FaultCode::Unseen(unseen)),
        None => Some(fault),
    }
}

fn check_shown(field: &Field, text: &str) -> Option<FaultCode> {
    let length = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
    if length > field.max_length {
        return Some(FaultCode::TooLong(field.max_length));
    }
    if length < field.min_length {
        return Some(FaultCode::TooShort(field.min_length));
    }
    let (is_right, fault) = match field.kind {
        FieldType::Email => (is_email(text), FaultCode::Email),
        FieldType::Tel => (is_tel(text), FaultCode::Tel),
        FieldType::Url => (is_url(text), FaultCode::Url),
        FieldType::Number => (rank(field.kind, text).is_some(), FaultCode::Number),
        FieldType::Date => (rank(field.kind, text).is_some(), FaultCode::Date),
        FieldType::Select | FieldType::Radio => (is_option(field, text), FaultCode::NotAnOption),
        FieldType::Country => (country::codes().any(|code| code == text), FaultCode::NotAnOption),
        FieldType::Text
        | FieldType::Textarea
        | FieldType::Organization
        | FieldType::Hidden
        | FieldType::Heading
        | FieldType::Checkbox
        | FieldType::Checkboxes
        | FieldType::File => (true, FaultCode::WrongKind),
    };
    if !is_right {
        return Some(fault);
    }
    // Without a rank there are no limits either.
    let beyond = |limit: &Option<String>, below: bool| {
        let (Some(answer), Some(limit)) = (rank(field.kind, text), rank(field.kind, limit.as_ref()?)) else {
            return None;
        };
        (if below { answer < limit } else { answer > limit }).then_some(())
    };
    if beyond(&field.min, true).is_some() {
        return field.min.clone().map(FaultCode::TooSmall);
    }
    if beyond(&field.max, false).is_some() {
        return field.max.clone().map(FaultCode::TooLarge);
    }
    let (pattern, words) = field.pattern.as_ref()?;
    (!pattern.is_match(text)).then(|| FaultCode::Pattern(words.clone()))
}

/// The address of a page: https or http in any case (RFC 3986, section 3.1), a host with a dot in it, no blanks and
/// nothing that can't be seen.
pub fn is_url(text: &str) -> bool {
    let is_web = |scheme: &str| ["https", "http"].iter().any(|web| scheme.eq_ignore_ascii_case(web));
    let rest = text.split_once("://").filter(|(scheme, _)| is_web(scheme)).map(|(_, rest)| rest);
    rest.is_some_and(|rest| {
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let is_blank = |c: char| c.is_whitespace() || c.is_control() || is_unseen(c);
        host.split('.').count() > 1
            && host.split('.').all(|label| !label.is_empty())
            && !rest.contains(is_blank)
    })
}

/// An address as HTML's `type=email` has it (WHATWG HTML, "valid e-mail address"), letters of any
/// script allowed (RFC 6531), nothing that can't be seen, and with a dot in its domain: `ana@gmail` is a
/// slip, not a host.
pub fn is_email(text: &str) -> bool {
    if text.contains(is_unseen) {
        return false;
    }
    let Some((local, domain)) = text.rsplit_once('@') else { return false };
    let local_ok = !local.is_empty()
        && local.len() <= 64
        && local
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || !b.is_ascii() || b".!#$%&'*+/=?^_`{|}~-".contains(&b));
    let label_ok = |label: &str| {
        !label.is_empty()
            && label.len() <= 63
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.bytes().all(|b| b.is_ascii_alphanumeric() || !b.is_ascii() || b == b'-')
    };
    local_ok && domain.len() <= 253 && domain.contains('.') && domain.split('.').all(label_ok)
}

/// A telephone number as people write it: 6 to 15 digits (ITU-T E.164, 6.1), a `+` in front if any,
/// blanks, dots, hyphens and brackets between.
pub fn is_tel(text: &str) -> bool {
    let rest = text.strip_prefix('+').unwrap_or(text);
    let digits = rest.chars().filter(char::is_ascii_digit).count();
    (6..=15).contains(&digits)
        && rest.chars().all(|c| matches!(c, '0'..='9' | ' ' | '.' | '-' | '(' | ')' | '/'))
}

fn sessions(form: &Form, agenda: &Agenda, submission: &Submission, now: Instant) -> Option<FaultCode> {
    let (answers, chosen) = (&submission.answers, &submission.sessions);
    let code = unavailable(form, agenda, answers, chosen, now).or_else(|| too_many(form, chosen.len()));
    if code.is_some() {
        return code;
    }
    let chosen = u32::try_from(chosen.len()).unwrap_or(u32::MAX);
    let can = |session| availability(form, session, answers, now);
    // Nobody can choose more than there are.
    let open = agenda.sessions.iter().filter(|session| can(session).is_choosable()).count();
    let least = form.min_sessions.min(u32::try_from(open).unwrap_or(u32::MAX));
    match least {
        least if chosen >= least => None,
        1 => Some(FaultCode::NoSession),
        _ => Some(FaultCode::TooFewSessions(least)),
    }
}

/// Why sessions can't be added to a registration of these answers that has `held` of them already.
pub fn added_sessions(
    form: &Form,
    agenda: &Agenda,
    answers: &Answers,
    added: &[String],
    held: usize,
    now: Instant,
) -> Option<FaultCode> {
    if form.outline.choose == Choose::Event {
        return Some(FaultCode::UnknownSession);
    }
    unavailable(form, agenda, answers, added, now).or_else(|| too_many(form, added.len() + held))
}

/// The first of some sessions that can't be chosen.
fn unavailable(
    form: &Form,
    agenda: &Agenda,
    answers: &Answers,
    chosen: &[String],
    now: Instant,
) -> Option<FaultCode> {
    let can = |session| availability(form, session, answers, now);
    chosen.iter().find_map(|id| match agenda.session(id).map(can) {
        None => Some(FaultCode::UnknownSession),
        Some(Availability::Open | Availability::Waitlist) => None,
        Some(Availability::Full) => Some(FaultCode::SessionFull),
        Some(Availability::Invitation | Availability::OtherAudience) => Some(FaultCode::SessionNotYours),
        Some(Availability::Before(_) | Availability::Closed) => Some(FaultCode::SessionClosed),
    })
}

fn too_many(form: &Form, chosen: usize) -> Option<FaultCode> {
    let most = form.max_sessions?;
    (u32::try_from(chosen).unwrap_or(u32::MAX) > most).then_some(FaultCode::TooManySessions(most))
}
