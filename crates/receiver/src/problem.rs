//! Why a submission was not stored: one status and text for each reason (RFC 9457).

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use huso_agenda::json::Value;
use huso_agenda::{Diagnostic, Lang};
use huso_registration::Fault;
use huso_registration::wire::RemoteFault;

/// Why a submission was not stored.
#[derive(Debug)]
pub enum Problem {
    /// Not JSON, or JSON of another shape.
    Unreadable(Vec<Diagnostic>),
    /// The submission names another event than the address, or has no usable id.
    WrongEnvelope,
    /// Registration has not begun.
    NotOpenYet,
    /// There is no such event here, or it takes no registrations.
    UnknownEvent,
    /// Registration is over.
    Closed,
    /// The body is larger than is taken.
    TooLarge,
    /// The body is not `application/json`.
    NotJson,
    /// Answers have to be corrected.
    Invalid(Vec<Fault>),
    /// The submission's id is already that of another form.
    SubmissionReused,
    /// The database failed.
    Storage,
}

impl Problem {
    /// The response, its texts in `lang`.
    pub fn response(&self, lang: Lang) -> Response {
        let say = lang.problems();
        let (status, code, title) = match self {
            Self::Unreadable(_) => (StatusCode::BAD_REQUEST, "unreadable", say.unreadable),
            Self::WrongEnvelope => (StatusCode::BAD_REQUEST, "wrong_envelope", say.wrong_envelope),
            Self::NotOpenYet => (StatusCode::FORBIDDEN, "not_open_yet", say.not_open_yet),
            Self::UnknownEvent => (StatusCode::NOT_FOUND, "unknown_event", say.unknown_event),
            Self::Closed => (StatusCode::GONE, "closed", say.closed),
            Self::TooLarge => (StatusCode::PAYLOAD_TOO_LARGE, "too_large", say.too_large),
            Self::NotJson => (StatusCode::UNSUPPORTED_MEDIA_TYPE, "not_json", say.not_json),
            Self::Invalid(_) => (StatusCode::UNPROCESSABLE_ENTITY, "invalid", say.invalid),
            Self::SubmissionReused => {
                (StatusCode::UNPROCESSABLE_ENTITY, "submission_reused", say.submission_reused)
            }
            Self::Storage => (StatusCode::INTERNAL_SERVER_ERROR, "storage", say.storage),
        };
        let body = Value::object([
            ("status", u32::from(status.as_u16()).into()),
            ("code", code.into()),
            ("title", title.into()),
            ("errors", Value::List(self.errors(lang))),
        ]);
        (status, [(header::CONTENT_TYPE, "application/problem+json")], body.to_string()).into_response()
    }

    fn errors(&self, lang: Lang) -> Vec<Value> {
        match self {
            Self::Invalid(faults) => {
                faults.iter().map(|fault| RemoteFault::new(fault, lang).to_json()).collect()
            }
            Self::Unreadable(faults) => faults
                .iter()
                .map(|fault| {
                    // `sessions[2]` is `/sessions/2` as a JSON pointer (RFC 6901).
                    let place = fault.place.replace(['.', '['], "/").replace(']', "");
                    let detail = fault.message(lang);
                    RemoteFault { pointer: format!("/{place}"), code: "unreadable".into(), detail }.to_json()
                })
                .collect(),
            _ => Vec::new(),
        }
    }
}
