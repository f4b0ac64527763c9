//! Taking a registration.

use super::request::{accepted_language, body, fresh_id, is_id, is_name, text, wants_page};
use super::shared::{Shared, not_open};
use crate::intake::{self, Encoding, Extras};
use crate::notice;
use crate::page::{self, Filled};
use crate::person;
use crate::problem::Problem;
use crate::spam::HONEYPOT;
use crate::store::{Admission, Arrival, Invited, Stored};
use axum::Json;
use axum::body::Bytes;
use axum::extract::{Path, Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use huso_agenda::event_file::SessionMode;
use huso_agenda::{Instant, Lang};
use huso_registration::fault::Target;
use huso_registration::validation::{normalize, validate};
use huso_registration::wire::Status;
use huso_registration::{Answer, Event, Fault, FaultCode, Form, Receipt, Submission};
use serde_json::Value;
use std::net::IpAddr;
use std::sync::Arc;

/// Most bytes of a submission.
pub const BODY_LIMIT: usize = 64 * 1024;

/// Takes a submission, and answers as it was asked: a page, or JSON.
pub(super) async fn register(
    State(shared): State<Arc<Shared>>,
    Path(id): Path<String>,
    request: Request,
) -> Response {
    let headers = request.headers().clone();
    let encoding = Encoding::of(&headers);
    let is_page = wants_page(&headers) && !matches!(encoding, None | Some(Encoding::Json));
    let mut lang = accepted_language(&headers);
    let Some((event, form)) = shared.event(&id) else { return Problem::UnknownEvent.answer(lang, is_page) };
    let client = match shared.admit(&request) {
        Ok(client) => client,
        Err(problem) => return problem.answer(lang, is_page),
    };
    let body = body(request).await;
    let mut sent = intake::empty(event);
    let taken = match read(event, form, encoding, body, &mut sent).await {
        Ok(extras) => {
            lang = sent.language.as_deref().and_then(Lang::from_tag).unwrap_or(lang);
            take(&shared, (event, form), &mut sent, (extras, lang), &headers, client).await
        }
        Err(problem) => Err(problem),
    };
    match taken {
        Ok((_, receipt)) if is_page => {
            page::response(StatusCode::OK, page::done(event, form, &receipt, lang))
        }
        Ok((status, receipt)) => (status, Json(receipt)).into_response(),
        Err(problem) if is_page => back(&shared, (event, form), sent, &problem, lang),
        Err(problem) => problem.answer(lang, false),
    }
}

/// Reads the body into `sent`.
async fn read(
    event: &Event,
    form: &Form,
    encoding: Option<Encoding>,
    body: Result<Bytes, Problem>,
    sent: &mut Submission,
) -> Result<Extras, Problem> {
    let encoding = encoding.ok_or(Problem::WrongEncoding)?;
    let body = body?;
    let entries = match encoding {
        Encoding::Json => {
            *sent = Submission::from_json(&body).map_err(Problem::Unreadable)?;
            // It was read just now.
            let body: Value = serde_json::from_slice(&body).unwrap_or_default();
            let text = |key| body.get(key)?.as_str().filter(|text| !text.trim().is_empty());
            let (token, spam) = (text("token").map(str::to_owned), text(HONEYPOT).is_some());
            return Ok(Extras { token, spam, notice: None, fingerprint: intake::fingerprint(sent) });
        }
        Encoding::Urlencoded => intake::urlencoded(&body),
        Encoding::Multipart(boundary) => {
            intake::multipart(body, &boundary).await.map_err(|_| Problem::Unreadable(Vec::new()))?
        }
    };
    let holds_files = !entries.files.is_empty();
    let (submission, extras) = intake::submission(event, form, entries);
    *sent = submission;
    if holds_files { Err(Problem::FileNotTaken) } else { Ok(extras) }
}

/// Stores a submission: 201 the first time, 200 when it comes again.
async fn take(
    shared: &Arc<Shared>,
    (event, form): (&Event, &Form),
    submission: &mut Submission,
    (extras, lang): (Extras, Lang),
    headers: &HeaderMap,
    client: Option<IpAddr>,
) -> Result<(StatusCode, Receipt), Problem> {
    let id = event.agenda.id.as_str();
    submission.language = submission.language.take().filter(|name| is_name(name));
    submission.timezone = submission.timezone.take().filter(|name| is_name(name));
    // A file's name without the file would look like a file.
    if submission.answers.iter().any(|(_, answer)| matches!(answer, Answer::File(_))) {
        return Err(Problem::FileNotTaken);
    }
    normalize(form, submission);
    let has_own_id = !submission.submission.is_empty();
    if !has_own_id && Encoding::of(headers) != Some(Encoding::Json) {
        let content = serde_json::to_string(submission).unwrap_or_default();
        let client = client.map(|client| client.to_string()).unwrap_or_default();
        submission.submission =
            shared.signer.submission_id(&[&content, &client, text(headers, header::USER_AGENT)]);
    }
    if submission.event != id || !is_id(&submission.submission) {
        return Err(Problem::WrongEnvelope);
    }
    let now = (shared.config.now)();
    let made = |version: &String| notice::made((event, form), submission, version, lang, now);
    let made = extras.notice.as_ref().and_then(made);
    submission.notice = notice::checked(form, submission).or(made);
    let refusal = refusal(event, form, submission, now).or(extras.spam.then_some(Problem::Automatic));
    let (counting, form_id) = (shared.clone(), id.to_owned());
    let arrival = Arrival {
        submission: submission.clone(),
        fingerprint: extras.fingerprint,
        may_be_stored: refusal.is_none(),
        admission: Admission::new(move || counting.gate.pass(client, &form_id)),
        duplicates: form.duplicates,
        email: person::address(form, &submission.answers),
        person: person::name(form, &submission.answers),
        suspect: shared.signer.doubt(id, extras.token.as_deref(), now).map(|doubt| doubt.word()),
        origin: client.map(|client| shared.signer.origin(client)),
        invited: invited(event, form, submission),
    };
    let stored =
        if has_own_id { shared.register(arrival).await? } else { shared.register_again(arrival).await? };
    match stored {
        Stored::New(receipt) => Ok((StatusCode::CREATED, receipt)),
        // An id that was made of the content would tell that somebody has registered with just this.
        Stored::Before(receipt) if !has_own_id => Ok((StatusCode::CREATED, receipt)),
        Stored::Before(receipt) => Ok((StatusCode::OK, receipt)),
        Stored::Not => Err(refusal.unwrap_or(Problem::Storage)),
        other => Err(problem(other, form)),
    }
}

impl Shared {
    async fn register(&self, arrival: Arrival) -> Result<Stored, Problem> {
        match self.store.register(arrival, self.config.now).await {
            Ok(stored) => Ok(stored),
            Err(error) => Err(self.failed("it is not known whether a registration was stored", &error).await),
        }
    }

    /// The same of a form whose id was made of its content: from somebody who cancelled, it is another one.
    async fn register_again(&self, mut arrival: Arrival) -> Result<Stored, Problem> {
        loop {
            match self.register(arrival.clone()).await? {
                Stored::Before(receipt) if receipt.status == Status::Cancelled => {
                    let before = &arrival.submission.submission;
                    arrival.submission.submission = self.signer.submission_id(&[before]);
                }
                stored => return Ok(stored),
            }
        }
    }
}

/// Why what was asked for was not done.
pub(super) fn problem(stored: Stored, form: &Form) -> Problem {
    match stored {
        Stored::Reused => Problem::SubmissionReused,
        Stored::AlreadyRegistered => {
            Problem::AlreadyRegistered { by: form.duplicates, contact: contact(form) }
        }
        Stored::Automatic => Problem::Automatic,
        Stored::NoInvitation => {
            let target = form.invitation_field.clone().map_or(Target::Sessions, Target::Field);
            Problem::Invalid(vec![Fault { target, code: FaultCode::Invitation }])
        }
        Stored::OtherInvitation => {
            Problem::Invalid(vec![Fault { target: Target::Sessions, code: FaultCode::SessionNotYours }])
        }
        Stored::Unknown => Problem::UnknownRegistration,
        Stored::WrongToken => Problem::WrongToken { contact: contact(form) },
        Stored::Cancelled => Problem::Cancelled,
        Stored::TooManySessions(most) => {
            Problem::Invalid(vec![Fault { target: Target::Sessions, code: FaultCode::TooManySessions(most) }])
        }
        Stored::TooMany(seconds) => Problem::TooMany(seconds),
        Stored::New(_) | Stored::Before(_) | Stored::Not => Problem::Storage,
    }
}

/// To whom one writes about a registration.
fn contact(form: &Form) -> Option<String> {
    let privacy = form.privacy.as_ref()?;
    privacy.contact.clone().or_else(|| privacy.rights.clone())
}

/// The invitation that a submission brings.
fn invited(event: &Event, form: &Form, submission: &Submission) -> Option<Invited> {
    let text = |field: &Option<String>| match submission.answers.get(field.as_ref()?)? {
        Answer::Text(text) => Some(text.trim().to_owned()).filter(|text| !text.is_empty()),
        _ => None,
    };
    let sessions = by_invitation(event, &submission.sessions).map(str::to_owned).collect();
    Some(Invited { code: text(&form.invitation_field)?, sessions, audience: text(&form.audience_field) })
}

/// Those of some sessions that are by invitation.
pub(super) fn by_invitation<'a>(event: &Event, sessions: &'a [String]) -> impl Iterator<Item = &'a str> {
    sessions.iter().map(String::as_str).filter(|id| {
        let session = event.agenda.session(id);
        session.is_some_and(|session| session.registration.mode == Some(SessionMode::Invitation))
    })
}

/// The form again, with what was answered and what is wrong.
fn back(
    shared: &Shared,
    (event, form): (&Event, &Form),
    mut sent: Submission,
    problem: &Problem,
    lang: Lang,
) -> Response {
    // One that may be stored keeps its id: it is stored once. Another is another form from now on.
    if !matches!(problem, Problem::Storage | Problem::TooMany(_)) {
        sent.submission = fresh_id();
    }
    sent.event.clone_from(&event.agenda.id);
    let now = (shared.config.now)();
    let token = shared.signer.token(&event.agenda.id, now);
    let faults: &[Fault] = if let Problem::Invalid(faults) = problem { faults } else { &[] };
    let title = problem.title(lang);
    let message = faults.is_empty().then_some(title.as_str());
    let filled = Filled { submission: &sent, faults, problem: message, token: &token, now };
    problem.with_headers(page::response(problem.status(), page::form(event, form, &filled, lang)))
}

/// Why a submission that is new would not be stored.
fn refusal(event: &Event, form: &Form, submission: &Submission, now: Instant) -> Option<Problem> {
    let invalid = || {
        let faults = validate(form, &event.agenda, submission, now);
        (!faults.is_empty()).then_some(Problem::Invalid(faults))
    };
    not_open(form, now).or_else(invalid)
}
