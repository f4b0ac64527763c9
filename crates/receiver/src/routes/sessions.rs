//! Adding sessions to a registration.

use super::registrations::{by_invitation, problem};
use super::request::{accepted_language, body, is_id};
use super::shared::{Shared, not_open};
use crate::problem::Problem;
use crate::store::{Addition, Registration, Stored};
use axum::Json;
use axum::extract::{Path, Request, State};
use axum::response::{IntoResponse as _, Response};
use huso_agenda::{Instant, Lang};
use huso_registration::fault::Target;
use huso_registration::validation::added_sessions;
use huso_registration::wire::AddSessions;
use huso_registration::{Event, Fault, Form, Receipt};
use std::sync::Arc;

/// `POST /events/{id}/registrations/{submission}/sessions`: JSON in, JSON out.
pub(super) async fn add(
    State(shared): State<Arc<Shared>>,
    Path((id, submission)): Path<(String, String)>,
    request: Request,
) -> Response {
    let mut lang = accepted_language(request.headers());
    if let Err(problem) = shared.admit(&request) {
        return problem.answer(lang, false);
    }
    let wanted = body(request).await.and_then(|body| {
        serde_json::from_slice::<AddSessions>(&body).map_err(|_| Problem::Unreadable(Vec::new()))
    });
    let added = match wanted {
        Ok(wanted) => {
            lang = wanted.language.as_deref().and_then(Lang::from_tag).unwrap_or(lang);
            shared.add(&id, submission, wanted).await
        }
        Err(problem) => Err(problem),
    };
    match added {
        Ok(receipt) => Json(receipt).into_response(),
        Err(problem) => problem.answer(lang, false),
    }
}

impl Shared {
    async fn add(&self, id: &str, submission: String, wanted: AddSessions) -> Result<Receipt, Problem> {
        let (event, form) = self.event(id).ok_or(Problem::UnknownEvent)?;
        if !is_id(&submission) {
            return Err(Problem::UnknownRegistration);
        }
        let registration = match self.store.registration(id, &submission, &wanted.token).await {
            Ok(found) => found.map_err(|refused| problem(refused, form))?,
            Err(error) => return Err(self.failed("a registration could not be looked up", &error).await),
        };
        let mut sessions = wanted.sessions;
        sessions.sort();
        sessions.dedup();
        sessions.retain(|id| !registration.sessions.iter().any(|session| session.id == *id));
        if let Some(problem) = refusal(event, form, &registration, &sessions, (self.config.now)()) {
            return Err(problem);
        }
        let by_invitation = by_invitation(event, &sessions).map(str::to_owned).collect();
        let addition = Addition {
            event: id.to_owned(),
            submission,
            token: wanted.token,
            sessions,
            by_invitation,
            most: form.max_sessions,
        };
        match self.store.add_sessions(addition, self.config.now).await {
            Ok(Stored::New(receipt) | Stored::Before(receipt)) => Ok(receipt),
            Ok(other) => Err(problem(other, form)),
            Err(error) => Err(self.failed("it is not known whether sessions were added", &error).await),
        }
    }
}

/// Why these can't be added. None of them, where all were added before: that is answered as the first time.
fn refusal(
    event: &Event,
    form: &Form,
    registration: &Registration,
    sessions: &[String],
    now: Instant,
) -> Option<Problem> {
    if sessions.is_empty() {
        return None;
    }
    not_open(form, now).or_else(|| {
        let held = registration.sessions.len();
        let code = added_sessions(form, &event.agenda, &registration.answers, sessions, held, now)?;
        Some(Problem::Invalid(vec![Fault { target: Target::Sessions, code }]))
    })
}
