//! What travels between the widget and a receiver (docs/endpoints.md): one JSON object each way.

use crate::validation::{Fault, Target};
use huso_agenda::decode::{Decode, Decoder, Kind, Value};
use huso_agenda::{Diagnostic, Lang, keywords, record};
use std::collections::BTreeMap;

/// Version of the contract: the `huso` key of a submission.
pub const VERSION: u32 = 1;

/// An answer to a field.
#[derive(Clone, Debug, PartialEq, Eq)]
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

impl Eq for FileInfo {}

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

    /// The JSON value.
    pub fn to_json(&self) -> Value {
        match self {
            Self::Text(text) => text.as_str().into(),
            Self::Checked(checked) => (*checked).into(),
            Self::Many(values) => values.as_slice().into(),
            Self::File(file) => Value::object([
                ("name", file.name.as_str().into()),
                ("size", file.size.into()),
                ("type", file.r#type.as_deref().into()),
            ]),
        }
    }
}

impl Decode for Answer {
    fn decode(value: &Value, decoder: &mut Decoder) -> Option<Self> {
        match value {
            Value::Bool(checked) => Some(Self::Checked(*checked)),
            Value::String(text) => Some(Self::Text(text.clone())),
            Value::List(_) => Vec::decode(value, decoder).map(Self::Many),
            Value::Object(_) => FileInfo::decode(value, decoder).map(Self::File),
            other => decoder.wrong_kind(Kind::String, other),
        }
    }
}

/// Answers by field id; in the order of the ids, so that equal ones are equal. A map, since anybody can
/// send as many as a body holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
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

    /// The JSON object.
    pub fn to_json(&self) -> Value {
        Value::Object(self.iter().map(|(id, answer)| (id.to_owned(), answer.to_json())).collect())
    }
}

impl Decode for Answers {
    fn decode(value: &Value, decoder: &mut Decoder) -> Option<Self> {
        let Value::Object(object) = value else { return decoder.wrong_kind(Kind::Object, value) };
        let mut answers = Self::default();
        for (id, value) in object {
            if let Some(answer) = decoder.key(id, |decoder| Answer::decode(value, decoder)) {
                answers.set(id.clone(), answer);
            }
        }
        Some(answers)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Answers {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Answers".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "object",
            "additionalProperties": {"type": ["string", "boolean", "array", "object"]}
        })
    }
}

record! {
    /// A filled form.
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
    pub struct NoticeReceipt {
        /// The notice's version, or a hash of what the visitor was shown.
        version: String,
        /// When they sent it, by their own clock: RFC 3339, UTC.
        at: String,
        /// Language in which they were told: `es`, `en`, `pt`.
        language: String,
        ;
        /// Every consent that was asked for, and whether it was given.
        consents: Answers,
    }
}

impl NoticeReceipt {
    /// The JSON object.
    pub fn to_json(&self) -> Value {
        Value::object([
            ("version", self.version.as_str().into()),
            ("at", self.at.as_str().into()),
            ("language", self.language.as_str().into()),
            ("consents", self.consents.to_json()),
        ])
    }
}

impl Submission {
    /// Reads a request's body.
    ///
    /// # Errors
    /// What is not as it should be, each with its place; empty if it isn't even JSON.
    pub fn from_json(body: &[u8]) -> Result<Self, Vec<Diagnostic>> {
        let text = std::str::from_utf8(body).map_err(|_| Vec::new())?;
        let value = Value::parse(text).map_err(|_| Vec::new())?;
        let mut decoder = Decoder::default();
        let submission = Self::decode(&value, &mut decoder);
        let mut faults = decoder.into_diagnostics();
        faults.retain(|fault| fault.severity() == huso_agenda::Severity::Error);
        match submission {
            Some(submission) if faults.is_empty() => Ok(submission),
            _ => Err(faults),
        }
    }

    /// The request's body.
    pub fn to_json(&self) -> Value {
        Value::object([
            ("huso", self.huso.into()),
            ("submission", self.submission.as_str().into()),
            ("event", self.event.as_str().into()),
            ("language", self.language.as_deref().into()),
            ("timezone", self.timezone.as_deref().into()),
            ("answers", self.answers.to_json()),
            ("sessions", self.sessions.as_slice().into()),
            ("consents", self.consents.as_slice().into()),
            ("notice", self.notice.as_ref().map_or(Value::Null, NoticeReceipt::to_json)),
        ])
    }

    /// The language in which to answer.
    pub fn lang(&self) -> Lang {
        self.language.as_deref().and_then(Lang::from_tag).unwrap_or(Lang::Es)
    }
}

keywords! {
    /// What became of a registration, or of one of its sessions.
    pub enum Status {
        /// A seat is taken.
        #[default]
        Confirmed = "confirmed",
        /// No seat was left; they are on the list.
        Waitlisted = "waitlisted",
    }
}

record! {
    /// What became of one chosen session.
    pub struct SessionStatus {
        /// The session.
        id: String,
        /// What became of it.
        status: Status,
        ;
    }
}

impl SessionStatus {
    /// One of a receipt's `sessions`.
    pub fn to_json(&self) -> Value {
        Value::object([("id", self.id.as_str().into()), ("status", self.status.word().into())])
    }
}

record! {
    /// The receiver's answer to a stored submission: 201 the first time, 200 when it comes again.
    pub struct Receipt {
        /// The submission's id.
        submission: String,
        /// What became of it.
        status: Status,
        ;
        /// What became of each chosen session.
        sessions: Vec<SessionStatus>,
    }
}

impl Receipt {
    /// Reads a response's body; `None` if it is not a receipt.
    pub fn from_json(body: &str) -> Option<Self> {
        Self::decode(&Value::parse(body).ok()?, &mut Decoder::default())
    }

    /// The response's body.
    pub fn to_json(&self) -> Value {
        Value::object([
            ("submission", self.submission.as_str().into()),
            ("status", self.status.word().into()),
            ("sessions", Value::List(self.sessions.iter().map(SessionStatus::to_json).collect())),
        ])
    }
}

/// A fault as `application/problem+json` lists it (RFC 9457, section 3, member `errors`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RemoteFault {
    /// Where: JSON pointer into the submission, such as `/answers/email`.
    pub pointer: String,
    /// A word for programs: [`crate::FaultCode::word`] when it is one of ours.
    pub code: String,
    /// A sentence for people, in the submission's language.
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

    /// The JSON of one entry of `errors`.
    pub fn to_json(&self) -> Value {
        Value::object([
            ("pointer", self.pointer.as_str().into()),
            ("code", self.code.as_str().into()),
            ("detail", self.detail.as_str().into()),
        ])
    }
}

/// The faults of a problem document; empty if it lists none, or is none.
pub fn faults_of_problem(body: &str) -> Vec<RemoteFault> {
    let Ok(problem) = Value::parse(body) else { return Vec::new() };
    let text = |value: &Value, key| value.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
    let Some(Value::List(errors)) = problem.get("errors") else { return Vec::new() };
    errors
        .iter()
        .map(|error| RemoteFault {
            pointer: text(error, "pointer"),
            code: text(error, "code"),
            detail: text(error, "detail"),
        })
        .collect()
}
