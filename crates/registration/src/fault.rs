//! The faults of a filled form: where, what, and what the visitor is told.

use huso_agenda::{Lang, Text};
use huso_i18n::{Texts as _, fill};

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
    /// Not the address of a page.
    Url,
    /// Not a number.
    Number,
    /// Not a date.
    Date,
    /// Fewer characters than this.
    TooShort(u32),
    /// More characters than this.
    TooLong(u32),
    /// A smaller number, or an earlier date, than this.
    TooSmall(String),
    /// A greater number, or a later date, than this.
    TooLarge(String),
    /// Fewer boxes ticked than this.
    TooFewChoices(u32),
    /// More boxes ticked than this.
    TooManyChoices(u32),
    /// Not of the form that the field wants; the field's own words about it.
    Pattern(Option<Text>),
    /// None of the options.
    NotAnOption,
    /// A text where a tick belongs, or the other way round.
    WrongKind,
    /// Right but for this character, which can't be seen.
    Unseen(char),
    /// A file of more bytes than this.
    FileTooLarge(u32),
    /// A file of none of these kinds.
    FileKind(Vec<String>),
    /// A consent without which there is no registration.
    ConsentRequired,
    /// Younger than this, without a parent or guardian.
    TooYoung(u32),
    /// No session was chosen.
    NoSession,
    /// Fewer sessions than this.
    TooFewSessions(u32),
    /// More sessions than this.
    TooManySessions(u32),
    /// A session that the event doesn't have.
    UnknownSession,
    /// A session that can't be chosen, or not at this time.
    SessionClosed,
    /// A session without seats.
    SessionFull,
    /// A session by invitation, or of another audience.
    SessionNotYours,
    /// An invitation code that is none, or is used up.
    Invitation,
}

impl FaultCode {
    /// Its word in the wire contract.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Required => "required",
            Self::Email => "email",
            Self::Tel => "tel",
            Self::Url => "url",
            Self::Number => "number",
            Self::Date => "date",
            Self::TooShort(_) => "too_short",
            Self::TooLong(_) => "too_long",
            Self::TooSmall(_) => "too_small",
            Self::TooLarge(_) => "too_large",
            Self::TooFewChoices(_) => "too_few_choices",
            Self::TooManyChoices(_) => "too_many_choices",
            Self::Pattern(_) => "pattern",
            Self::NotAnOption => "not_an_option",
            Self::WrongKind => "wrong_kind",
            Self::Unseen(_) => "unseen_character",
            Self::FileTooLarge(_) => "file_too_large",
            Self::FileKind(_) => "file_kind",
            Self::ConsentRequired => "consent_required",
            Self::TooYoung(_) => "too_young",
            Self::NoSession => "no_session",
            Self::TooFewSessions(_) => "too_few_sessions",
            Self::TooManySessions(_) => "too_many_sessions",
            Self::UnknownSession => "unknown_session",
            Self::SessionClosed => "session_closed",
            Self::SessionFull => "session_full",
            Self::SessionNotYours => "session_not_yours",
            Self::Invitation => "invitation",
        }
    }

    /// What to do about it, for the visitor.
    pub fn message(&self, lang: Lang) -> String {
        let texts = lang.validation();
        let count = |text, name, number: &u32| fill(text, &[(name, &number.to_string())]);
        match self {
            Self::Required => texts.required.to_owned(),
            Self::Email => texts.email.to_owned(),
            Self::Tel => texts.tel.to_owned(),
            Self::Url => texts.url.to_owned(),
            Self::Number => texts.number.to_owned(),
            Self::Date => texts.date.to_owned(),
            Self::TooShort(least) => count(texts.too_short, "least", least),
            Self::TooLong(most) => count(texts.too_long, "most", most),
            Self::TooSmall(least) => fill(texts.too_small, &[("least", least)]),
            Self::TooLarge(most) => fill(texts.too_large, &[("most", most)]),
            Self::TooFewChoices(least) => count(texts.too_few_choices, "least", least),
            Self::TooManyChoices(most) => count(texts.too_many_choices, "most", most),
            Self::Pattern(None) => texts.pattern.to_owned(),
            Self::Pattern(Some(words)) => words.get(lang, lang).to_owned(),
            Self::NotAnOption => texts.not_an_option.to_owned(),
            Self::WrongKind => texts.wrong_kind.to_owned(),
            Self::Unseen(c) => fill(texts.unseen, &[("character", &format!("U+{:04X}", u32::from(*c)))]),
            Self::FileTooLarge(most) => fill(texts.file_too_large, &[("most", &bytes(*most))]),
            Self::FileKind(kinds) => fill(texts.file_kind, &[("kinds", &kinds.join(", "))]),
            Self::ConsentRequired => texts.consent_required.to_owned(),
            Self::TooYoung(age) => count(texts.too_young, "age", age),
            Self::NoSession => texts.no_session.to_owned(),
            Self::TooFewSessions(least) => count(texts.too_few_sessions, "least", least),
            Self::TooManySessions(most) => count(texts.too_many_sessions, "most", most),
            Self::UnknownSession => texts.unknown_session.to_owned(),
            Self::SessionClosed => texts.session_closed.to_owned(),
            Self::SessionFull => texts.session_full.to_owned(),
            Self::SessionNotYours => texts.session_not_yours.to_owned(),
            Self::Invitation => texts.invitation.to_owned(),
        }
    }
}

/// A size as people read it, rounded down: `4 MB`.
fn bytes(bytes: u32) -> String {
    match bytes {
        1_000_000.. => (bytes / 1_000_000).to_string() + " MB",
        1_000.. => (bytes / 1_000).to_string() + " kB",
        _ => bytes.to_string() + " B",
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
