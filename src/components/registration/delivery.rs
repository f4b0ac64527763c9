//! A form that is filled, kept in the tab, and delivered.

use super::form_view::form_view;
use super::trouble::is_trouble;
use crate::choice::{Choice, ChoiceAction};
use crate::client::{Answered, form_token, submit};
use crate::components::tree::Tree;
use crate::embed::notify;
use crate::platform::{self, Looks};
use crate::state::{FormAction, FormState, ShownFault};
use crate::view::{ViewRef, input_id};
use gloo_timers::callback::Timeout;
use huso_registration::delivery::{Command, Event, State};
use huso_registration::dialect::{Outcome, knows_repetitions, request};
use huso_registration::draft::Draft;
use huso_registration::form_file::Endpoint;
use huso_registration::validation::{normalize, validate};
use huso_registration::wire::Status;
use huso_registration::{Answer, Form, Submission};
use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, File, HtmlElement, HtmlInputElement};
use yew::{Callback, Component, Context, Html, NodeRef, Properties};

/// Milliseconds after which people wonder whether anything happens.
const SLOW: u32 = 5_000;

/// Properties of [`Delivery`].
#[derive(Clone, Properties, PartialEq)]
pub struct DeliveryProps {
    /// The event, which has a form.
    pub view: ViewRef,
    /// What is chosen.
    pub choice: Choice,
    /// Changes the choice.
    pub on_choice: Callback<ChoiceAction>,
    /// The element.
    pub host: HtmlElement,
}

/// What happens to the form.
pub enum Message {
    /// This.
    Act(FormAction),
    /// The visitor wants it sent.
    Send,
    /// The visitor was asked whether to send again what may have arrived, and wants it, or not.
    Decide(bool),
    /// The visitor wants nothing of it kept.
    Clear,
}

/// The form, or what became of it.
pub struct Delivery {
    state: FormState,
    link: Callback<Message>,
    act: Callback<FormAction>,
    /// The `form` element, which has the chosen files.
    node: NodeRef,
    /// What takes the focus when it appears.
    news: NodeRef,
    /// Whether there was news when the form was drawn last, and after how many attempts.
    told: (bool, u32),
    /// The draft that the tab has, without its time.
    kept: Option<Draft>,
    /// Whether the receiver was asked for what it tells people by.
    asked: bool,
    #[allow(dead_code, reason = "it runs")]
    timer: Option<Timeout>,
    #[allow(dead_code, reason = "it listens")]
    looks: Looks,
}

impl Component for Delivery {
    type Message = Message;
    type Properties = DeliveryProps;

    fn create(context: &Context<Self>) -> Self {
        let DeliveryProps { view, choice, on_choice, .. } = context.props();
        let draft = if view.preview { None } else { platform::kept_draft(&view.agenda().id) };
        let mut state = FormState::new(draft, view.endpoint().is_some_and(knows_repetitions));
        match state.restored {
            // What was chosen before the form was there is added to the draft.
            true => {
                for id in &choice.ids {
                    if !state.chosen.contains(id) {
                        state.chosen.push(id.clone());
                    }
                }
                on_choice.emit(ChoiceAction::Set(state.chosen.clone()));
            }
            false => state.chosen.clone_from(&choice.ids),
        }
        for field in view.form().into_iter().flat_map(|form| &form.fields) {
            if let Some(value) = field.parameter.as_deref().and_then(platform::parameter) {
                state.apply(FormAction::Answer(field.id.clone(), Answer::Text(value)));
            }
        }
        let kept = view.form().filter(|_| state.restored).map(|form| state.draft().tidied(form));
        let act = context.link().callback(Message::Act);
        let online = act.clone();
        let looks = Looks::new(Box::new(move || {
            if platform::is_online() {
                online.emit(FormAction::Deliver(Event::Online));
            }
        }));
        let mut form = Self {
            state,
            link: context.link().callback(|message| message),
            act,
            node: NodeRef::default(),
            news: NodeRef::default(),
            told: (false, 0),
            kept,
            asked: false,
            timer: None,
            looks,
        };
        form.ask(view);
        form
    }

    fn changed(&mut self, context: &Context<Self>, old: &DeliveryProps) -> bool {
        let choice = &context.props().choice;
        if choice.ids != old.choice.ids {
            self.apply(context.props(), FormAction::Chose(choice.ids.clone()));
        }
        true
    }

    fn update(&mut self, context: &Context<Self>, message: Message) -> bool {
        let props = context.props();
        match message {
            Message::Act(action) => self.apply(props, action),
            Message::Send if self.state.delivery.state == State::Sending => return false,
            Message::Send => {
                let Some((form, _)) = target(&props.view) else { return false };
                let submission = self.submission(&props.view, form);
                let faults = validate(form, props.view.agenda(), &submission, platform::now());
                let shown = faults.iter().map(|fault| ShownFault::local(fault, props.view.lang)).collect();
                self.apply(props, FormAction::Submit(shown));
            }
            Message::Decide(again) => {
                self.apply(props, FormAction::Deliver(Event::Decided(again)));
                // The button that had the focus is gone.
                let form = self.node.cast::<Element>();
                if let Some(button) = form.and_then(|form| form.query_selector(".send button").ok()?) {
                    platform::focus(&button);
                }
            }
            Message::Clear => {
                self.apply(props, FormAction::Restart);
                props.on_choice.emit(ChoiceAction::Set(Vec::new()));
            }
        }
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let props = context.props();
        Tree::of(|tree| {
            form_view(tree, props, &self.state, &self.act, &self.link, &self.node, &self.news);
        })
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        // Trouble and success take the focus when they appear, not while answers are corrected.
        let is_done = matches!(self.state.delivery.state, State::Confirmed(_));
        let told = (is_done || is_trouble(&self.state), self.state.attempts);
        if self.told != told {
            self.told = told;
            if let Some(element) = self.news.cast::<Element>().filter(|_| told.0) {
                platform::focus(&element);
            }
        }
    }
}

/// The form that is filled, and where it goes.
fn target(view: &ViewRef) -> Option<(&Form, &Endpoint)> {
    Some((view.form()?, view.endpoint()?))
}

impl Delivery {
    /// Changes the form, keeps it, and does what its delivery wants.
    fn apply(&mut self, props: &DeliveryProps, action: FormAction) {
        let (command, was_locked) = (self.state.command.0, self.state.is_locked());
        self.state.apply(action);
        self.keep(&props.view);
        if self.state.command.0 != command {
            self.timer = self.obey(props);
        }
        if self.state.is_locked() != was_locked {
            props.on_choice.emit(ChoiceAction::Lock(!was_locked));
        }
        self.ask(&props.view);
    }

    /// Keeps the form in the tab while there is something to lose. What was not touched keeps its
    /// time.
    fn keep(&mut self, view: &ViewRef) {
        let (Some(form), false) = (view.form(), view.preview) else { return };
        let event = &view.agenda().id;
        let mut draft = self.state.draft().tidied(form);
        if draft.is_needless(form) || matches!(self.state.delivery.state, State::Confirmed(_)) {
            self.kept = None;
            platform::forget_draft(event);
            return;
        }
        if self.kept.as_ref() == Some(&draft) {
            return;
        }
        self.kept = Some(draft.clone());
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "until 2106")]
        let now = platform::now().timestamp() as u32;
        draft.at = now;
        // Where nothing can be kept, the page is all there is.
        let _ = platform::keep_draft(event, &draft);
    }

    /// Asks a Huso receiver for what it tells people by, once something is entered: its clock starts then,
    /// not when the page is opened.
    fn ask(&mut self, view: &ViewRef) {
        let Some((form, endpoint)) = target(view) else { return };
        if self.asked || self.state.draft().is_empty(form) {
            return;
        }
        self.asked = true;
        let (act, endpoint) = (self.act.clone(), endpoint.clone());
        spawn_local(async move {
            if let Some((token, name)) = form_token(&endpoint).await {
                act.emit(FormAction::Trap(token, name));
            }
        });
    }

    /// Does what the delivery wants. What is returned stops with the next command.
    fn obey(&self, props: &DeliveryProps) -> Option<Timeout> {
        let act = self.act.clone();
        match &self.state.command.1 {
            Command::Send { attempt, .. } => {
                self.post(props, *attempt);
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

    /// The form as it is sent, but for what is known only then.
    fn submission(&self, view: &ViewRef, form: &Form) -> Submission {
        let mut submission = self.state.submission(&view.agenda().id, view.lang, view.viewer.name.clone());
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
        input.dyn_into::<HtmlInputElement>().ok()?.files()?.get(0)
    }

    fn post(&self, props: &DeliveryProps, attempt: u32) {
        let Some((form, endpoint)) = target(&props.view) else { return };
        let (view, endpoint) = (props.view.clone(), endpoint.clone());
        let mut submission = self.submission(&view, form);
        let (lang, own, given) = (view.lang, view.agenda().language, &submission.consents);
        submission.notice = form.notice(lang, own, given, platform::timestamp());
        let mut files = Vec::new();
        for (id, answer) in submission.answers.iter() {
            if matches!(answer, Answer::File(_)) {
                files.extend(self.file(form, id).map(|file| (id.to_owned(), file)));
            }
        }
        let mut beside: Vec<(&str, &str)> = Vec::new();
        if let Some((token, name, held)) = &self.state.trap {
            beside.push(("token", token));
            if !held.is_empty() {
                beside.push((name, held));
            }
        }
        let request = request(&endpoint, form, &submission, &beside);
        let (act, on_choice, host) = (self.act.clone(), props.on_choice.clone(), props.host.clone());
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
