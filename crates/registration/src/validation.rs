//! What is wrong with a filled form: rules to codes, codes to text at the edge.

use crate::form::{Field, Form};
use crate::form_file::{Choose, FieldType};
use crate::wire::{Answer, Submission};
use huso_agenda::i18n::{Lang, fill};
use huso_agenda::{Agenda, event_file::SessionMode};

/// Where in the form a fault is.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Target {
    /// A field, by id.
    Field(String),
    /// A consent, by id.
    Consent(String),
    /// The choice of sessions.
    Sessions,
}

impl Target {
    /// JSON pointer into the submission (RFC 6901): `/answers/email`.
    pub fn pointer(&self) -> String {
        let escape = |id: &str| id.replace('~', "~0").replace('/', "~1");
        match self {
            Self::Field(id) => format!("/answers/{}", escape(id)),
            Self::Consent(id) => format!("/consents/{}", escape(id)),
            Self::Sessions => "/sessions".to_owned(),
        }
    }

    /// The way back.
    ///
    /// ```
    /// use huso_registration::Target;
    /// let field = Target::Field("a/b~c~1".into());
    /// assert_eq!(Target::from_pointer(&field.pointer()), Some(field));
    /// assert_eq!(Target::from_pointer("/elsewhere"), None);
    /// ```
    pub fn from_pointer(pointer: &str) -> Option<Self> {
        let mut parts = pointer.strip_prefix('/')?.splitn(2, '/');
        match (parts.next()?, parts.next()) {
            ("answers", Some(id)) => Some(Self::Field(unescape(id))),
            ("consents", Some(id)) => Some(Self::Consent(unescape(id))),
            ("sessions", _) => Some(Self::Sessions),
            _ => None,
        }
    }
}

fn unescape(reference: &str) -> String {
    let mut parts = reference.split('~');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |id, part| match part.strip_prefix('1') {
        Some(rest) => id + "/" + rest,
        None => id + "~" + part.strip_prefix('0').unwrap_or(part),
    })
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FaultCode {
    /// Nothing was answered.
    Required,
    /// Not an e-mail address.
    Email,
    /// Not a telephone number.
    Tel,
    /// Fewer characters than this.
    TooShort(u32),
    /// More characters than this.
    TooLong(u32),
    /// None of the options.
    NotAnOption,
    /// A text where a tick belongs, or the other way round.
    WrongKind,
    /// A consent without which there is no registration.
    ConsentRequired,
    /// No session was chosen.
    NoSession,
    /// A session that the event doesn't have.
    UnknownSession,
    /// A session that can't be chosen.
    SessionClosed,
}

impl FaultCode {
    /// Its word in the wire contract.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Required => "required",
            Self::Email => "email",
            Self::Tel => "tel",
            Self::TooShort(_) => "too_short",
            Self::TooLong(_) => "too_long",
            Self::NotAnOption => "not_an_option",
            Self::WrongKind => "wrong_kind",
            Self::ConsentRequired => "consent_required",
            Self::NoSession => "no_session",
            Self::UnknownSession => "unknown_session",
            Self::SessionClosed => "session_closed",
        }
    }

    /// What to do about it, for the visitor.
    pub fn message(&self, lang: Lang) -> String {
        let say = lang.validation();
        match self {
            Self::Required => say.required.to_owned(),
            Self::Email => say.email.to_owned(),
            Self::Tel => say.tel.to_owned(),
            Self::TooShort(least) => fill(say.too_short, &[("least", &least.to_string())]),
            Self::TooLong(most) => fill(say.too_long, &[("most", &most.to_string())]),
            Self::NotAnOption => say.not_an_option.to_owned(),
            Self::WrongKind => say.wrong_kind.to_owned(),
            Self::ConsentRequired => say.consent_required.to_owned(),
            Self::NoSession => say.no_session.to_owned(),
            Self::UnknownSession => say.unknown_session.to_owned(),
            Self::SessionClosed => say.session_closed.to_owned(),
        }
    }
}

/// One fault and its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Where.
    pub target: Target,
    /// What.
    pub code: FaultCode,
}

/// Makes answers uniform before they are checked and stored: blanks around them trimmed, answers to
/// fields that are not asked and to none that exist dropped, sessions and consents without repeats.
pub fn normalize(form: &Form, submission: &mut Submission) {
    submission.answers.retain(|_, answer| {
        if let Answer::Text(text) = answer {
            *text = text.trim().replace('\r', "");
        }
        true
    });
    let before = submission.answers.clone();
    submission.answers.retain(|id, answer| {
        let asked = form.fields.iter().any(|field| field.id == id && field.is_asked(&before));
        asked && *answer != Answer::Text(String::new())
    });
    for list in [&mut submission.sessions, &mut submission.consents] {
        list.sort();
        list.dedup();
    }
    submission.consents.retain(|id| form.consents.iter().any(|consent| consent.id == *id));
    if form.choose == Choose::Event {
        submission.sessions.clear();
    }
}

/// Everything that is wrong with a normalized submission, in the order of the form.
pub fn validate(form: &Form, agenda: &Agenda, submission: &Submission) -> Vec<Fault> {
    let mut faults = Vec::new();
    if form.choose == Choose::Sessions {
        faults.extend(sessions(agenda, submission).map(|code| Fault { target: Target::Sessions, code }));
    }
    for field in form.fields.iter().filter(|field| field.is_asked(&submission.answers)) {
        let code = check(field, submission.answers.get(&field.id));
        faults.extend(code.map(|code| Fault { target: Target::Field(field.id.clone()), code }));
    }
    for consent in form.consents.iter().filter(|consent| consent.required) {
        if !submission.consents.contains(&consent.id) {
            let target = Target::Consent(consent.id.clone());
            faults.push(Fault { target, code: FaultCode::ConsentRequired });
        }
    }
    faults
}

/// What is wrong with one answer.
pub fn check(field: &Field, answer: Option<&Answer>) -> Option<FaultCode> {
    match (field.kind, answer) {
        (FieldType::Checkbox, Some(Answer::Text(_))) => Some(FaultCode::WrongKind),
        (FieldType::Checkbox, answer) => {
            (field.required && answer != Some(&Answer::Checked(true))).then_some(FaultCode::Required)
        }
        (_, Some(Answer::Checked(_))) => Some(FaultCode::WrongKind),
        (kind, Some(Answer::Text(text))) if !text.trim().is_empty() => check_text(field, kind, text.trim()),
        _ => field.required.then_some(FaultCode::Required),
    }
}

fn check_text(field: &Field, kind: FieldType, text: &str) -> Option<FaultCode> {
    let length = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
    if length > field.max_length {
        return Some(FaultCode::TooLong(field.max_length));
    }
    if length < field.min_length {
        return Some(FaultCode::TooShort(field.min_length));
    }
    match kind {
        FieldType::Email => (!is_email(text)).then_some(FaultCode::Email),
        FieldType::Tel => (!is_tel(text)).then_some(FaultCode::Tel),
        FieldType::Select => {
            (!field.options.iter().any(|(value, _)| value == text)).then_some(FaultCode::NotAnOption)
        }
        FieldType::Text | FieldType::Textarea | FieldType::Checkbox => None,
    }
}

/// An address as HTML's `type=email` has it (WHATWG HTML, "valid e-mail address"), letters of any
/// script allowed (RFC 6531), and with a dot in its domain: `ana@gmail` is a slip, not a host.
pub fn is_email(text: &str) -> bool {
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
        && rest.chars().all(|c| matches!(c, '0'..='9' | ' ' | '.' | '-' | '(' | ')' | '/' | '\u{a0}'))
}

fn sessions(agenda: &Agenda, submission: &Submission) -> Option<FaultCode> {
    if submission.sessions.is_empty() {
        let any_open = agenda.sessions.iter().any(huso_agenda::Session::is_open);
        return any_open.then_some(FaultCode::NoSession);
    }
    submission.sessions.iter().find_map(|id| match agenda.session(id) {
        None => Some(FaultCode::UnknownSession),
        Some(session) if session.registration.mode == Some(SessionMode::Closed) || !session.is_open() => {
            Some(FaultCode::SessionClosed)
        }
        Some(_) => None,
    })
}
