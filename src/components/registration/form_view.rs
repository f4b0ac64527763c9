//! The form: one column, what is optional says so, one button.

use super::consent_box::consent_box;
use super::done::done;
use super::field_input::field_input;
use super::privacy_note::privacy_note;
use super::session_choice::session_choice;
use super::trouble::trouble;
use crate::client::{Outcome, submit};
use crate::components::parts::{block, el, line, text};
use crate::embed::notify;
use crate::platform;
use crate::state::{Choice, ChoiceAction, FormAction, FormState, Phase, ShownFault};
use crate::view::ViewRef;
use huso_agenda::Text;
use huso_agenda::i18n::fill;
use huso_registration::Answer;
use huso_registration::form::{Consent, MINIMUM_AGE};
use huso_registration::form_file::Choose;
use huso_registration::validation::{normalize, validate};
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlElement, SubmitEvent};
use yew::{
    Callback, Html, Properties, component, html, use_callback, use_effect_with, use_node_ref, use_reducer,
};

/// Properties of [`FormView`].
#[derive(Clone, Properties, PartialEq)]
pub struct FormProps {
    /// The event, which has a form.
    pub view: ViewRef,
    /// What is chosen.
    pub choice: Choice,
    /// Changes the choice.
    pub on_choice: Callback<ChoiceAction>,
    /// The element.
    pub host: HtmlElement,
}

/// The form, or what became of it.
#[component]
pub fn FormView(props: &FormProps) -> Html {
    let view = &props.view;
    let say = view.lang.form();
    let state = use_reducer(|| FormState::new(platform::uuid()));
    let act = use_callback(state.dispatcher(), |action, state| state.dispatch(action));
    use_effect_with(props.choice.clone(), {
        let act = act.clone();
        move |_| act.emit(FormAction::Chose)
    });
    use_effect_with((view.clone(), state.submission.clone()), {
        let act = act.clone();
        move |(view, _)| {
            for field in view.form().into_iter().flat_map(|form| &form.fields) {
                if let Some(value) = field.parameter.as_deref().and_then(platform::parameter) {
                    act.emit(FormAction::Answer(field.id.clone(), Answer::Text(value)));
                }
            }
        }
    });
    // Trouble and success take the focus when they appear, not while answers are corrected.
    let news = use_node_ref();
    let is_news = !state.faults.is_empty() || matches!(state.phase, Phase::Failed(_) | Phase::Done(_));
    use_effect_with((is_news, state.attempts), {
        let news = news.clone();
        move |(is_news, _)| {
            if let Some(element) = news.cast::<Element>().filter(|_| *is_news) {
                platform::focus(&element);
            }
        }
    });
    let Some(form) = view.form() else { return Html::default() };
    let on_submit = {
        let (state, props) = (state.clone(), props.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            send(&state, &props);
        })
    };
    if let Phase::Done(receipt) = &state.phase {
        return done(view, form, receipt, &news, act.reform(|_| FormAction::Restart));
    }
    let sending = state.phase == Phase::Sending;
    let fields = form.fields.iter().enumerate().filter(|(_, field)| form.asks(field, &state.answers));
    let mut answers = Vec::new();
    if form.choose == Choose::Sessions {
        answers.push(session_choice(view, form, &props.choice, &props.on_choice, &state));
    }
    answers.extend(fields.map(|(index, field)| field_input(view, field, index, &state, &act)));
    let age = form.minimum_age().map(|age| Consent {
        id: MINIMUM_AGE.to_owned(),
        text: Text::Plain(fill(say.minimum_age, &[("age", &age.to_string())])),
        required: true,
        url: None,
    });
    if !form.consents.is_empty() || age.is_some() {
        let mut parts = vec![el("legend", &[], Vec::new(), vec![text(say.consents)])];
        let consents = form.consents.iter().chain(&age).enumerate();
        parts.extend(consents.map(|(index, consent)| consent_box(view, consent, index, &state, &act)));
        answers.push(block("fieldset", "consents", parts));
    }
    answers.extend(form.privacy.as_ref().map(|privacy| privacy_note(view, privacy)));
    let end = if view.endpoint().is_some() {
        html! {
            <p class="send">
                <button type="submit" class="primary" aria-disabled={sending.to_string()}>
                    {if sending { say.sending } else { say.submit }}
                </button>
            </p>
        }
    } else {
        line("p", "notice", if view.preview { say.preview } else { say.no_endpoint })
    };
    html! {
        <form novalidate=true onsubmit={on_submit}>
            {trouble(view, form, &state, &news)}
            // Disabled while it is sent: what travels is what is shown.
            <fieldset class="answers" disabled={sending}>{answers}</fieldset>
            {end}
            <p class="spoken" role="status">{if sending { say.sending } else { "" }}</p>
        </form>
    }
}

/// Checks the form as it stands and sends it, unless it is on its way already.
fn send(state: &yew::UseReducerHandle<FormState>, props: &FormProps) {
    let (view, agenda) = (&props.view, props.view.agenda());
    let (Some(form), Some(address)) = (view.form(), view.endpoint()) else { return };
    if state.phase == Phase::Sending {
        return;
    }
    let mut submission = state.submission(&agenda.id, &props.choice, view.lang, view.viewer.name.clone());
    normalize(form, &mut submission);
    let faults = validate(form, agenda, &submission, platform::now());
    if !faults.is_empty() {
        let shown = faults.iter().map(|fault| ShownFault::local(fault, view.lang)).collect();
        state.dispatch(FormAction::Refuse(shown));
        return;
    }
    state.dispatch(FormAction::Send);
    let (dispatcher, host, on_choice) = (state.dispatcher(), props.host.clone(), props.on_choice.clone());
    spawn_local(async move {
        let outcome = submit(&address, &submission).await;
        if let Outcome::Stored(receipt) = &outcome {
            notify(&host, "huso-registered", receipt.status.word());
            on_choice.emit(ChoiceAction::Clear);
        }
        dispatcher.dispatch(FormAction::Settle(outcome));
    });
}
