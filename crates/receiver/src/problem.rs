//! Why a submission was not stored: one status and text for each reason (RFC 9457).

use crate::page;
use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use huso_agenda::{Diagnostic, Lang};
use huso_i18n::{Message as _, Texts as _, fill};
use huso_registration::Fault;
use huso_registration::format::Duplicates;
use huso_registration::wire::{ProblemDocument, RemoteFault};

/// Why a submission was not stored.
#[derive(Debug)]
pub enum Problem {
    /// Not what its content type says, or of another shape.
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
    /// The body is of no kind that is taken.
    WrongEncoding,
    /// There is a file in it.
    FileNotTaken,
    /// Answers have to be corrected.
    Invalid(Vec<Fault>),
    /// The submission's id is already that of another form.
    SubmissionReused,
    /// Too many at once; after these seconds one more is taken.
    TooMany(u64),
    /// The database can't store it now, or nobody knows whether it did.
    Storage,
    /// The person is registered already.
    AlreadyRegistered {
        /// By what that is known.
        by: Duplicates,
        /// To whom one writes about it.
        contact: Option<String>,
    },
    /// The field that no person sees was filled.
    Automatic,
    /// There is no such registration.
    UnknownRegistration,
    /// The token is none of the registration's.
    WrongToken {
        /// To whom one writes about it.
        contact: Option<String>,
    },
    /// The registration is cancelled.
    Cancelled,
}

/// After how many seconds what could not be stored is tried again.
const STORAGE_WAIT: u64 = 3;

impl Problem {
    /// The response, its texts in `lang`: a page, or a problem document.
    pub fn answer(&self, lang: Lang, is_page: bool) -> Response {
        let title = self.title(lang);
        if is_page {
            // The browser still has what was entered, and sends it again under the same id.
            let hint = matches!(self, Self::TooMany(_)).then(|| lang.page().reload);
            return self.with_headers(page::response(self.status(), page::message(lang, &title, hint)));
        }
        let document = ProblemDocument {
            status: self.status().as_u16(),
            code: self.code().to_owned(),
            title,
            errors: self.errors(lang),
        };
        let kind = [(header::CONTENT_TYPE, "application/problem+json")];
        self.with_headers((self.status(), kind, Json(document)).into_response())
    }

    /// A response with what else the problem has to say.
    pub fn with_headers(&self, mut response: Response) -> Response {
        let wait = match self {
            Self::TooMany(seconds) => *seconds,
            Self::Storage => STORAGE_WAIT,
            _ => return response,
        };
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(wait));
        response
    }

    /// Its status.
    pub fn status(&self) -> StatusCode {
        match self {
            Self::Unreadable(_) | Self::WrongEnvelope => StatusCode::BAD_REQUEST,
            Self::NotOpenYet | Self::WrongToken { .. } => StatusCode::FORBIDDEN,
            Self::UnknownEvent | Self::UnknownRegistration => StatusCode::NOT_FOUND,
            Self::Closed => StatusCode::GONE,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::WrongEncoding => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::AlreadyRegistered { .. } | Self::Cancelled => StatusCode::CONFLICT,
            Self::FileNotTaken | Self::Invalid(_) | Self::SubmissionReused | Self::Automatic => {
                StatusCode::UNPROCESSABLE_ENTITY
            }
            Self::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::Storage => StatusCode::SERVICE_UNAVAILABLE,
        }
    }

    /// What people read.
    pub fn title(&self, lang: Lang) -> String {
        let texts = lang.problems();
        let title = match self {
            Self::Unreadable(_) => texts.unreadable,
            Self::WrongEnvelope => texts.wrong_envelope,
            Self::NotOpenYet => texts.not_open_yet,
            Self::UnknownEvent => texts.unknown_event,
            Self::Closed => texts.closed,
            Self::TooLarge => texts.too_large,
            Self::WrongEncoding => texts.wrong_encoding,
            Self::FileNotTaken => texts.file_not_taken,
            Self::Invalid(_) => texts.invalid,
            Self::SubmissionReused => texts.submission_reused,
            Self::TooMany(seconds) => return fill(texts.too_many, &[("seconds", &seconds.to_string())]),
            Self::Storage => texts.storage,
            Self::AlreadyRegistered { by: Duplicates::ByEmail, contact } => {
                return about(texts.registered_email, contact, lang);
            }
            Self::AlreadyRegistered { contact, .. } => return about(texts.registered_person, contact, lang),
            Self::Automatic => texts.automatic,
            Self::UnknownRegistration => texts.unknown_registration,
            Self::WrongToken { contact } => return about(texts.wrong_token, contact, lang),
            Self::Cancelled => texts.cancelled,
        };
        title.to_owned()
    }

    /// What programs read.
    fn code(&self) -> &'static str {
        match self {
            Self::Unreadable(_) => "unreadable",
            Self::WrongEnvelope => "wrong_envelope",
            Self::NotOpenYet => "not_open_yet",
            Self::UnknownEvent => "unknown_event",
            Self::Closed => "closed",
            Self::TooLarge => "too_large",
            Self::WrongEncoding => "wrong_encoding",
            Self::FileNotTaken => "file_not_taken",
            Self::Invalid(_) => "invalid",
            Self::SubmissionReused => "submission_reused",
            Self::TooMany(_) => "too_many",
            Self::Storage => "storage",
            Self::AlreadyRegistered { .. } => "already_registered",
            Self::Automatic => "automatic",
            Self::UnknownRegistration => "unknown_registration",
            Self::WrongToken { .. } => "wrong_token",
            Self::Cancelled => "cancelled",
        }
    }

    fn errors(&self, lang: Lang) -> Vec<RemoteFault> {
        match self {
            Self::Invalid(faults) => faults.iter().map(|fault| RemoteFault::new(fault, lang)).collect(),
            Self::Unreadable(faults) => faults
                .iter()
                .map(|fault| {
                    // `sessions[2]` is `/sessions/2` as a JSON pointer (RFC 6901).
                    let place = fault.place.replace(['.', '['], "/").replace(']', "");
                    let detail = fault.message(lang);
                    RemoteFault { pointer: format!("/{place}"), code: "unreadable".into(), detail }
                })
                .collect(),
            _ => Vec::new(),
        }
    }
}

/// A sentence that says whom to write to: the file's contact, else the organizer.
fn about(text: &str, contact: &Option<String>, lang: Lang) -> String {
    fill(text, &[("contact", contact.as_deref().unwrap_or(lang.problems().organizer))])
}
