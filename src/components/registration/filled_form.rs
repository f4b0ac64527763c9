//! A filled form at the time at which it is checked and sent: what the visitor entered, and what is known of
//! them besides.

use super::fields::chosen_file;
use super::form_context::FormContext;
use super::reducer::{FormAction, FormState, ShownFault};
use crate::browser;
use crate::browser::{Answered, submit};
use crate::context::{EventContext, LocaleContext, ZonesContext, use_event, use_locale, use_zones};
use crate::hooks::{FormToken, use_form_token};
use huso_registration::controls::field_id;
use huso_registration::delivery::Event;
use huso_registration::dialect::{Outcome, Request, add_sessions, request};
use huso_registration::format::Endpoint;
use huso_registration::validation::{normalize, validate};
use huso_registration::wire::{AddSessions, Status, VERSION};
use huso_registration::{Answer, Submission};
use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, File, HtmlInputElement};
use yew::{Callback, NodeRef, UseReducerHandle, hook, use_node_ref};

/// What goes to the endpoint.
struct Posted {
    /// The submission's.
    id: String,
    request: Request,
    /// By field id.
    files: Vec<(String, File)>,
    /// Ids of the sessions that are in it.
    sessions: Vec<String>,
}

/// A filled form.
#[derive(Clone)]
pub struct FilledForm {
    event: EventContext,
    locale: LocaleContext,
    zones: ZonesContext,
    form: FormContext,
    state: UseReducerHandle<FormState>,
    /// The `form` element, whose inputs hold the chosen files.
    pub element: NodeRef,
    /// What a Huso receiver tells people by.
    pub token: Option<FormToken>,
}

/// What is answered of a form, with what is known of the visitor besides.
#[hook]
pub fn use_filled_form(form: &FormContext, state: &UseReducerHandle<FormState>) -> FilledForm {
    FilledForm {
        event: use_event(),
        locale: use_locale(),
        zones: use_zones(),
        form: form.clone(),
        state: state.clone(),
        element: use_node_ref(),
        token: use_form_token(form.endpoint.as_ref(), !state.draft().is_empty(form)),
    }
}

impl FilledForm {
    /// Whether there is an endpoint that takes it.
    pub fn goes_somewhere(&self) -> bool {
        self.form.endpoint.is_some()
    }

    /// Whether it is sent already, as far as the visitor is concerned.
    pub fn is_under_way(&self) -> bool {
        self.state.is_under_way()
    }

    /// Ids of the chosen sessions.
    pub fn sessions(&self) -> &[String] {
        &self.state.sessions
    }

    /// What is wrong with it now.
    pub fn faults(&self) -> Vec<ShownFault> {
        let faults = validate(&self.form, self.event.agenda(), &self.submission(), browser::now());
        faults.iter().map(|fault| ShownFault::local(fault, self.locale.lang)).collect()
    }

    /// What is said to be wrong with it: what was found when it was sent or, in a preview that wants so, what is wrong now.
    pub fn shown_faults(&self) -> Vec<ShownFault> {
        let is_checked = self.form.filled().is_some_and(|filled| filled.checked);
        if is_checked { self.faults() } else { self.state.faults.clone() }
    }

    /// Posts it, or once it is registered the sessions that are added to it, as the attempt of this number. `dispatch`
    /// is told how that goes on, `on_confirmed` with what status it is registered.
    pub fn post(self, attempt: u32, dispatch: Callback<FormAction>, on_confirmed: Callback<Status>) {
        let Some(endpoint) = self.form.endpoint.clone() else { return };
        let posted = self.addition(&endpoint).unwrap_or_else(|| self.whole(&endpoint));
        let Posted { id, request, files, sessions } = posted;
        let progress = dispatch.reform(FormAction::Progress);
        spawn_local(async move {
            let Answered { outcome, retry_after, .. } =
                submit(&endpoint, &self.form, &id, request, files, progress).await;
            let status = match &outcome {
                Outcome::Confirmed(Some(receipt)) => Some(receipt.status),
                Outcome::Confirmed(None) => Some(Status::Confirmed),
                _ => None,
            };
            let event = Event::Answered { attempt, outcome, retry_after };
            dispatch.emit(FormAction::Settle(event, sessions));
            if let Some(status) = status {
                on_confirmed.emit(status);
            }
        });
    }

    /// The whole form.
    fn whole(&self, endpoint: &Endpoint) -> Posted {
        let mut submission = self.submission();
        let (lang, own) = (self.locale.lang, self.event.agenda().language);
        submission.notice = self.form.notice(lang, own, &submission, browser::timestamp());
        let (request, files) = (self.request(endpoint, &submission), self.files(&submission));
        Posted { id: submission.submission, request, files, sessions: submission.sessions }
    }

    /// The sessions that are added to what is registered; `None` before that.
    fn addition(&self, endpoint: &Endpoint) -> Option<Posted> {
        let receipt = self.state.receipt_to_keep()?;
        let (id, sessions) = (receipt.submission.clone(), self.state.addable());
        let language = Some(self.locale.lang.tag().to_owned());
        let added = AddSessions { token: receipt.token.clone()?, sessions: sessions.clone(), language };
        let request = add_sessions(endpoint, &id, &added)?;
        Some(Posted { id, request, files: Vec::new(), sessions })
    }

    /// What the endpoint is to store, but for what is known only when it is sent.
    fn submission(&self) -> Submission {
        let mut submission = Submission {
            huso: VERSION,
            submission: self.state.delivery.id.clone(),
            event: self.event.agenda().id.clone(),
            language: Some(self.locale.lang.tag().to_owned()),
            timezone: self.zones.viewer.name.clone(),
            answers: self.state.answers.clone(),
            sessions: self.state.sessions.clone(),
            consents: self.state.consents.clone(),
            notice: None,
        };
        // What is known of a file is of no use without the file.
        submission.answers.retain(|id, answer| !matches!(answer, Answer::File(_)) || self.file(id).is_some());
        normalize(&self.form, &mut submission);
        submission
    }

    /// The endpoint's request, with what it tells people by.
    fn request(&self, endpoint: &Endpoint, submission: &Submission) -> Request {
        let mut beside: Vec<(&str, &str)> = Vec::new();
        if let Some(FormToken { token, honeypot }) = &self.token {
            beside.push(("token", token));
            if !self.state.honeypot.is_empty() {
                beside.push((honeypot, &self.state.honeypot));
            }
        }
        request(endpoint, &self.form, submission, &beside)
    }

    /// The chosen files by field id, of a submission's answers.
    fn files(&self, submission: &Submission) -> Vec<(String, File)> {
        let is_file = |answer: &Answer| matches!(answer, Answer::File(_));
        let answers = submission.answers.iter().filter(|(_, answer)| is_file(answer));
        answers.filter_map(|(id, _)| Some((id.to_owned(), self.file(id)?))).collect()
    }

    /// The file that is chosen in a field.
    fn file(&self, id: &str) -> Option<File> {
        let index = self.form.fields.iter().position(|field| field.id == id)?;
        let input =
            self.element.cast::<Element>()?.query_selector(&format!("#{}", field_id(index))).ok()??;
        chosen_file(input.unchecked_ref::<HtmlInputElement>())
    }
}
