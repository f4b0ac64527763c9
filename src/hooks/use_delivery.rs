//! A form that is filled, kept in the tab, and delivered.

use crate::client::{Answered, form_token, submit};
use crate::embed::notify;
use crate::platform::{self, Looks};
use crate::state::{Choice, ChoiceAction, FormAction, FormState, ShownFault};
use crate::view::{ViewRef, input_id};
use gloo_timers::callback::Timeout;
use huso_registration::delivery::{Command, Event, State};
use huso_registration::dialect::{Outcome, knows_repetitions, request};
use huso_registration::form_file::Endpoint;
use huso_registration::validation::{normalize, validate};
use huso_registration::wire::Status;
use huso_registration::{Answer, Form, Submission};
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, File, HtmlElement, HtmlInputElement};
use yew::{
    Callback, NodeRef, UseReducerHandle, hook, use_callback, use_effect_with, use_mut_ref, use_node_ref,
    use_reducer,
};

/// Milliseconds after which people wonder whether anything happens.
const SLOW: u32 = 5_000;

/// A form, how it is changed, and the element that it is in.
#[derive(Clone)]
pub struct Desk {
    /// The form as it is.
    pub state: UseReducerHandle<FormState>,
    /// Changes it.
    pub act: Callback<FormAction>,
    /// The `form` element, which has the chosen files.
    pub node: NodeRef,
    view: ViewRef,
    host: HtmlElement,
    on_choice: Callback<ChoiceAction>,
}

/// A form of an event, with the draft that the tab has of it.
#[hook]
pub fn use_delivery(
    view: &ViewRef,
    choice: &Choice,
    on_choice: &Callback<ChoiceAction>,
    host: &HtmlElement,
) -> Desk {
    let state = use_reducer(|| {
        let draft = Some(view).filter(|view| !view.preview);
        let draft = draft.and_then(|view| platform::kept_draft(&view.agenda().id));
        FormState::new(draft, view.endpoint.as_ref().is_some_and(knows_repetitions))
    });
    let act = use_callback(state.dispatcher(), |action, state| state.dispatch(action));
    let desk = Desk {
        state,
        act,
        node: use_node_ref(),
        view: view.clone(),
        host: host.clone(),
        on_choice: on_choice.clone(),
    };
    // The agenda doesn't know the draft's choice yet when the form appears.
    let is_first = use_mut_ref(|| true);
    use_effect_with(choice.ids.clone(), {
        let desk = desk.clone();
        move |ids| match is_first.replace(false) && desk.state.restored {
            true => desk.on_choice.emit(ChoiceAction::Set(desk.state.chosen.clone())),
            false => desk.act.emit(FormAction::Chose(ids.clone())),
        }
    });
    use_effect_with(desk.state.draft(), {
        let desk = desk.clone();
        move |_| desk.keep()
    });
    use_effect_with(desk.state.command.clone(), {
        let desk = desk.clone();
        move |(_, command)| {
            let timer = desk.obey(command);
            move || drop(timer)
        }
    });
    use_effect_with(view.clone(), {
        let desk = desk.clone();
        move |_| {
            desk.read_parameters();
            let act = desk.act.clone();
            let looks = Looks::new(Box::new(move || {
                if platform::is_online() {
                    act.emit(FormAction::Deliver(Event::Online));
                }
            }));
            move || drop(looks)
        }
    });
    // The receiver's clock starts when something is entered, not when the page is opened.
    let is_begun = view.form().is_some_and(|form| !desk.state.draft().is_empty(form));
    use_effect_with(is_begun, {
        let desk = desk.clone();
        move |is_begun| {
            let endpoint = desk.view.endpoint.clone().filter(|_| *is_begun && desk.state.trap.is_none());
            if let Some(endpoint) = endpoint {
                spawn_local(async move {
                    if let Some((token, name)) = form_token(&endpoint).await {
                        desk.act.emit(FormAction::Trap(token, name));
                    }
                });
            }
        }
    });
    let locked = desk.state.is_locked();
    use_effect_with(locked, {
        let on_choice = on_choice.clone();
        move |locked| on_choice.emit(ChoiceAction::Lock(*locked))
    });
    desk
}

impl Desk {
    /// Checks the form as it stands, and sends it.
    pub fn send(&self) {
        let (Some((form, _)), false) = (self.target(), matches!(self.state.delivery.state, State::Sending))
        else {
            return;
        };
        let submission = self.submission(form);
        let faults = validate(form, self.view.agenda(), &submission, platform::now());
        let shown = faults.iter().map(|fault| ShownFault::local(fault, self.view.lang)).collect();
        self.act.emit(FormAction::Submit(shown));
    }

    /// Forgets all that was entered, and begins another form.
    pub fn clear(&self) {
        self.act.emit(FormAction::Restart);
        self.on_choice.emit(ChoiceAction::Set(Vec::new()));
    }

    fn target(&self) -> Option<(&Form, &Endpoint)> {
        Some((self.view.form()?, self.view.endpoint.as_ref()?))
    }

    /// The form as it is sent, but for what is known only then.
    fn submission(&self, form: &Form) -> Submission {
        let (view, agenda) = (&self.view, self.view.agenda());
        let mut submission = self.state.submission(&agenda.id, view.lang, view.viewer.name.clone());
        // What is known of a file is of no use without the file.
        submission
            .answers
            .retain(|id, answer| !matches!(answer, Answer::File(_)) || self.file(form, id).is_some());
        normalize(form, &mut submission);
        submission
    }

    /// The file that is chosen in a field.
    fn file(&self, form: &Form, id: &str) -> Option<File> {
        let index = form.fields.iter().position(|field| field.id == id)?;
        let selector = "#".to_owned() + &input_id(index);
        let input = self.node.cast::<Element>()?.query_selector(&selector).ok()??;
        // Only a file input's `files` is read; others have none.
        let input: HtmlInputElement = wasm_bindgen::JsCast::unchecked_into(input);
        input.files()?.get(0)
    }

    /// Keeps the form in the tab while there is something to lose.
    fn keep(&self) {
        let (Some(form), false) = (self.view.form(), self.view.preview) else { return };
        let event = &self.view.agenda().id;
        let mut draft = self.state.draft();
        draft.tidy(form);
        if draft.is_empty(form) || matches!(self.state.delivery.state, State::Confirmed(_)) {
            platform::forget_draft(event);
            return;
        }
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "until 2106")]
        let now = platform::now().timestamp() as u32;
        draft.at = now;
        // Where nothing can be kept, the form is all there is.
        let _ = platform::keep_draft(event, &draft);
    }

    /// Answers hidden fields by the parameters of the page's address that the form names.
    fn read_parameters(&self) {
        for field in self.view.form().into_iter().flat_map(|form| &form.fields) {
            if let Some(value) = field.parameter.as_deref().and_then(platform::parameter) {
                self.act.emit(FormAction::Answer(field.id.clone(), Answer::Text(value)));
            }
        }
    }

    /// Does what the delivery wants. What is returned stops with the next command.
    fn obey(&self, command: &Command) -> Option<Timeout> {
        let act = self.act.clone();
        match command {
            Command::Send { attempt, .. } => {
                self.post(*attempt);
                Some(Timeout::new(SLOW, move || act.emit(FormAction::Slow)))
            }
            Command::Wake(until) => {
                #[allow(clippy::cast_sign_loss, reason = "after 1970")]
                let now = platform::now().timestamp_millis() as u64;
                let wait = u32::try_from(until.saturating_sub(now)).unwrap_or(u32::MAX);
                Some(Timeout::new(wait, move || act.emit(FormAction::Deliver(Event::Wake))))
            }
            Command::Nothing | Command::Validate | Command::Abort => None,
        }
    }

    fn post(&self, attempt: u32) {
        let Some((form, endpoint)) = self.target() else { return };
        let (view, endpoint) = (self.view.clone(), endpoint.clone());
        let mut submission = self.submission(form);
        let (lang, own, given) = (view.lang, view.agenda().language, &submission.consents);
        submission.notice = form.notice(lang, own, given, platform::timestamp());
        let mut files = Vec::new();
        for (id, answer) in submission.answers.iter() {
            if matches!(answer, Answer::File(_)) {
                files.extend(self.file(form, id).map(|file| (id.to_owned(), file)));
            }
        }
        let beside: Vec<(&str, &str)> = match &self.state.trap {
            Some((token, _, held)) if held.is_empty() => vec![("token", token)],
            Some((token, name, held)) => vec![("token", token), (name, held)],
            None => Vec::new(),
        };
        let request = request(&endpoint, form, &submission, &beside);
        let (act, on_choice, host) = (self.act.clone(), self.on_choice.clone(), self.host.clone());
        spawn_local(async move {
            let Some(form) = view.form() else { return };
            let progress = act.reform(FormAction::Progress);
            let id = &submission.submission;
            let Answered { outcome, retry_after } =
                submit(&endpoint, form, id, request, files, progress).await;
            let status = match &outcome {
                Outcome::Confirmed(Some(receipt)) => Some(receipt.status.word()),
                Outcome::Confirmed(None) => Some(Status::Confirmed.word()),
                _ => None,
            };
            let event = Event::Answered { attempt, outcome, retry_after };
            act.emit(FormAction::Settle(event, submission.sessions));
            if let Some(status) = status {
                notify(&host, "huso-registered", status);
                on_choice.emit(ChoiceAction::Set(Vec::new()));
            }
        });
    }
}
