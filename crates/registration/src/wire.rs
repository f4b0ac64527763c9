//! What travels between the widget and a receiver (docs/endpoints.md): one JSON object each way.

use crate::fault::{Fault, Target};
use huso_agenda::decode::{ByKey, Decode, Decoder, Kind, Value};
use huso_agenda::{Diagnostic, Lang, record};
use serde::{Deserialize, Serialize};
use serde_with::{DefaultOnError, MapSkipError, VecSkipError, serde_as};
use std::collections::BTreeMap;

/// Version of the contract: the `huso` key of a submission.
pub const VERSION: u32 = 1;

/// An answer to a field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Answer {
    /// What was typed or chosen.
    Text(String),
    /// Whether a checkbox is ticked.
    Checked(bool),
    /// What is ticked in a group of checkboxes.
    Many(Vec<String>),
    /// What is known of a file; its content travels beside the answers.
    File(FileInfo),
}

record! {
    /// What is known of a file.
    #[derive(Eq, Serialize, Deserialize)]
    pub struct FileInfo {
        /// Its name, without a folder.
        name: String,
        /// Bytes.
        size: u32,
        ;
        /// Its media type, if the sender knows: `application/pdf`.
        r#type: Option<String>,
    }
}

impl Answer {
    /// The values by which other fields and audiences go: a ticked checkbox is `true`, a group each of
    /// its ticked ones.
    pub fn values(&self) -> Vec<&str> {
        match self {
            Self::Text(text) => vec![text.trim()],
            Self::Checked(true) => vec!["true"],
            Self::Checked(false) => vec!["false"],
            Self::Many(values) => values.iter().map(String::as_str).collect(),
            Self::File(file) => vec![&file.name],
        }
    }
}

impl Decode for Answer {
    fn decode(value: &Value, decoder: &mut Decoder) -> Option<Self> {
        match value {
            Value::Bool(checked) => Some(Self::Checked(*checked)),
            Value::String(text) => Some(Self::Text(text.clone())),
            Value::Array(_) => Vec::decode(value, decoder).map(Self::Many),
            Value::Object(_) => FileInfo::decode(value, decoder).map(Self::File),
            other => decoder.wrong_kind(Kind::String, other),
        }
    }
}

/// Answers by field id; in the order of the ids, so that equal ones are equal. A map, since anybody can
/// send as many as a body holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Answers(BTreeMap<String, Answer>);

impl Answers {
    /// The answer to a field.
    pub fn get(&self, id: &str) -> Option<&Answer> {
        self.0.get(id)
    }

    /// Sets the answer to a field.
    pub fn set(&mut self, id: String, answer: Answer) {
        self.0.insert(id, answer);
    }

    /// Adds a tick to a group of checkboxes. Another kind of answer gives way to it.
    pub fn tick(&mut self, id: String, value: String) {
        match self.0.get_mut(&id) {
            Some(Answer::Many(values)) => values.push(value),
            _ => self.set(id, Answer::Many(vec![value])),
        }
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Answer)> {
        self.0.iter().map(|(id, answer)| (id.as_str(), answer))
    }

    /// Changes each, and keeps those for which `keep` says so.
    pub fn retain(&mut self, mut keep: impl FnMut(&str, &mut Answer) -> bool) {
        self.0.retain(|id, answer| keep(id, answer));
    }
}

impl Decode for Answers {
    fn decode(value: &Value, decoder: &mut Decoder) -> Option<Self> {
        let ByKey(answers) = ByKey::decode(value, decoder)?;
        Some(Self(answers.into_iter().collect()))
    }
}

record! {
    /// A filled form.
    #[derive(Serialize)]
    pub struct Submission {
        /// Version of the contract: 1.
        huso: u32,
        /// Names this filled form, kept across retries: a UUID. A receiver stores it once.
        submission: String,
        /// The event's id.
        event: String,
        ;
        /// Language of the visitor: `es`, `en`, `pt`.
        language: Option<String>,
        /// IANA zone of the visitor, as their browser names it.
        timezone: Option<String>,
        /// Answers by field id.
        answers: Answers,
        /// Ids of the chosen sessions.
        sessions: Vec<String>,
        /// Ids of the consents given.
        consents: Vec<String>,
        /// What the visitor was told about their data, and agreed to.
        notice: Option<NoticeReceipt>,
    }
}

record! {
    /// What the visitor was told about their data, and agreed to: kept as evidence.
    #[derive(Serialize, Deserialize)]
    pub struct NoticeReceipt {
        /// The notice's version, or a hash of what the visitor was shown.
        version: String,
        /// When they sent it, by their own clock: RFC 3339, UTC.
        at: String,
        /// Language in which they were told: `es`, `en`, `pt`.
        language: String,
        ;
        /// Every consent that was asked for, and whether it was given.
        #[serde(default)]
        consents: Answers,
    }
}

impl Submission {
    /// Reads a request's body.
    ///
    /// # Errors
    /// What is not as it should be, each with its place; empty if it isn't even JSON.
    pub fn from_json(body: &[u8]) -> Result<Self, Vec<Diagnostic>> {
        let value: Value = serde_json::from_slice(body).map_err(|_| Vec::new())?;
        let mut decoder = Decoder::default();
        let submission = Self::decode(&value, &mut decoder);
        let mut faults = decoder.into_diagnostics();
        faults.retain(|fault| fault.severity() == huso_agenda::Severity::Error);
        match submission {
            Some(submission) if faults.is_empty() => Ok(submission),
            _ => Err(faults),
        }
    }

    /// The language in which to answer.
    pub fn lang(&self) -> Lang {
        self.language.as_deref().and_then(Lang::from_tag).unwrap_or(Lang::Es)
    }
}

/// What became of a registration, or of one of its sessions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// A seat is taken.
    Confirmed,
    /// No seat was left; they are on the list.
    Waitlisted,
    /// It was cancelled and holds no seat.
    Cancelled,
}

impl Status {
    /// The word for it, as in JSON.
    pub fn word(self) -> &'static str {
        match self {
            Self::Confirmed => "confirmed",
            Self::Waitlisted => "waitlisted",
            Self::Cancelled => "cancelled",
        }
    }
}

/// What became of one chosen session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionStatus {
    /// The session.
    pub id: String,
    /// What became of it.
    pub status: Status,
}

/// The receiver's answer to a stored submission: 201 the first time, 200 when it comes again.
///
/// Receivers of others answer too: what can't be read of its sessions is left out, since the rest says that
/// the submission is stored.
#[serde_as]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    /// The submission's id.
    pub submission: String,
    /// What became of it.
    pub status: Status,
    /// What became of each chosen session.
    #[serde(default)]
    #[serde_as(deserialize_as = "DefaultOnError<VecSkipError<_>>")]
    pub sessions: Vec<SessionStatus>,
    /// With it sessions are added to this registration ([`AddSessions`]). Whoever holds it may.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde_as(deserialize_as = "DefaultOnError")]
    pub token: Option<String>,
}

impl Receipt {
    /// Ids of the sessions that are registered, be it on the waitlist.
    pub fn registered(&self) -> impl Iterator<Item = &str> {
        let kept = self.sessions.iter().filter(|session| session.status != Status::Cancelled);
        kept.map(|session| session.id.as_str())
    }

    /// Whether a session is registered, be it on the waitlist.
    pub fn has(&self, id: &str) -> bool {
        self.registered().any(|registered| registered == id)
    }
}

/// More sessions for a registration: `POST` to the registrations' address, `/`, the submission's id and `/sessions`.
/// The answer is a [`Receipt`] of the whole registration, without a token.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AddSessions {
    /// The receipt's.
    pub token: String,
    /// Ids of the sessions to add. Those that it has already stay as they are.
    pub sessions: Vec<String>,
    /// Language in which to answer: `es`, `en`, `pt`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
}

/// How many seats there are now, as `GET /events/{id}/seats` says it. Some seconds old.
#[serde_as]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Seats {
    /// Of the whole event; `None` where it has no limit.
    #[serde_as(deserialize_as = "DefaultOnError")]
    pub event: Option<SeatsLeft>,
    /// By session id, of those that have a limit.
    #[serde_as(deserialize_as = "DefaultOnError<MapSkipError<_, _>>")]
    pub sessions: BTreeMap<String, SeatsLeft>,
}

/// How many seats are left of one limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeatsLeft {
    /// In a word.
    pub state: SeatsState,
    /// How many, where there are few.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub left: Option<u32>,
}

/// How many seats are left, in a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SeatsState {
    /// Enough.
    Free,
    /// Few: a tenth of them, or five.
    Few,
    /// None, and nobody can wait for one.
    Full,
    /// None that is not spoken for: whoever registers now waits.
    Waitlist,
}

/// By what a receiver tells machines from people, before a form is sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormToken {
    /// Says when the form was asked for; sent with it.
    pub token: String,
    /// Name of the field that no person sees.
    pub honeypot: String,
}

/// Why a submission was not stored: `application/problem+json` (RFC 9457). Of what receivers of others
/// answer, what can't be read is as if it were missing.
#[serde_as]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ProblemDocument {
    /// The HTTP status.
    #[serde_as(deserialize_as = "DefaultOnError")]
    pub status: u16,
    /// A word for programs.
    #[serde_as(deserialize_as = "DefaultOnError")]
    pub code: String,
    /// A sentence for people, in the submission's language.
    #[serde_as(deserialize_as = "DefaultOnError")]
    pub title: String,
    /// What has to be corrected.
    #[serde_as(deserialize_as = "DefaultOnError<VecSkipError<_>>")]
    pub errors: Vec<RemoteFault>,
}

/// A fault as a problem document lists it (RFC 9457, section 3, member `errors`).
#[serde_as]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct RemoteFault {
    /// Where: JSON pointer into the submission, such as `/answers/email`.
    #[serde_as(deserialize_as = "DefaultOnError")]
    pub pointer: String,
    /// A word for programs: [`crate::FaultCode::word`] when it is one of ours.
    #[serde_as(deserialize_as = "DefaultOnError")]
    pub code: String,
    /// A sentence for people, in the submission's language.
    #[serde_as(deserialize_as = "DefaultOnError")]
    pub detail: String,
}

impl RemoteFault {
    /// Ours, to be sent.
    pub fn new(fault: &Fault, lang: Lang) -> Self {
        Self {
            pointer: fault.target.pointer(),
            code: fault.code.word().to_owned(),
            detail: fault.code.message(lang),
        }
    }

    /// Where in the form it belongs; `None` for the form as a whole.
    pub fn target(&self) -> Option<Target> {
        Target::from_pointer(&self.pointer)
    }
}
