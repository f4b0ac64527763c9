//! The form: one column, what is optional says so, one button.

use super::consent_box::consent_box;
use super::done::done;
use super::field_input::field_input;
use super::privacy_note::privacy_note;
use super::session_choice::session_choice;
use super::trouble::{is_trouble, trouble};
use crate::components::parts::{block, button, el, line, text};
use crate::hooks::{Desk, use_delivery};
use crate::platform;
use crate::state::{Choice, ChoiceAction, FormAction};
use crate::view::ViewRef;
use huso_agenda::Text;
use huso_agenda::i18n::fill;
use huso_registration::Form;
use huso_registration::delivery::State;
use huso_registration::form::{Consent, MINIMUM_AGE};
use huso_registration::form_file::Choose;
use web_sys::{Element, HtmlElement, HtmlInputElement, SubmitEvent};
use yew::{
    Callback, Html, InputEvent, Properties, TargetCast as _, component, html, use_effect_with, use_node_ref,
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
    let desk = use_delivery(view, &props.choice, &props.on_choice, &props.host);
    let (state, act) = (&desk.state, &desk.act);
    // Trouble and success take the focus when they appear, not while answers are corrected.
    let news = use_node_ref();
    let is_done = matches!(state.delivery.state, State::Confirmed(_));
    use_effect_with((is_done || is_trouble(state), state.attempts), {
        let news = news.clone();
        move |(is_news, _)| {
            if let Some(element) = news.cast::<Element>().filter(|_| *is_news) {
                platform::focus(&element);
            }
        }
    });
    let Some(form) = view.form() else { return Html::default() };
    if let State::Confirmed(receipt) = &state.delivery.state {
        let restart = act.reform(|_| FormAction::Restart);
        return done(view, form, receipt.as_ref(), &state.registered, &news, restart);
    }
    let mut parts = vec![trouble(view, form, state, &news)];
    parts.push(draft_note(&desk, view, form));
    // What travels is what is shown.
    let answers = questions(&desk, form, props);
    parts.push(html! { <fieldset class="answers" disabled={state.is_locked()}>{answers}</fieldset> });
    parts.extend(end(&desk, view));
    let onsubmit = {
        let desk = desk.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            desk.send();
        })
    };
    html! { <form novalidate=true ref={desk.node.clone()} {onsubmit}>{parts}</form> }
}

/// Sessions, questions, what is agreed to, and what becomes of it all.
fn questions(desk: &Desk, form: &Form, props: &FormProps) -> Vec<Html> {
    let (view, state, act) = (&props.view, &desk.state, &desk.act);
    let say = view.lang.form();
    let mut parts = Vec::new();
    if form.choose == Choose::Sessions {
        parts.push(session_choice(view, form, &props.choice, &props.on_choice, state));
    }
    for (index, field) in form.fields.iter().enumerate() {
        if form.asks(field, &state.answers) {
            parts.push(field_input(view, field, index, state, act));
        }
    }
    let age = form.minimum_age().map(|age| Consent {
        id: MINIMUM_AGE.to_owned(),
        text: Text::Plain(fill(say.minimum_age, &[("age", &age.to_string())])),
        required: true,
        url: None,
    });
    if !form.consents.is_empty() || age.is_some() {
        let mut boxes = vec![el("legend", &[], Vec::new(), vec![text(say.consents)])];
        let consents = form.consents.iter().chain(&age).enumerate();
        boxes.extend(consents.map(|(index, consent)| consent_box(view, consent, index, state, act)));
        parts.push(block("fieldset", "consents", boxes));
    }
    parts.extend(form.privacy.as_ref().map(|privacy| privacy_note(view, privacy, &form.purposes)));
    parts.extend(state.trap.as_ref().map(|(_, name, _)| trap(name, say.leave_empty, act)));
    parts
}

/// A field that no person sees: whoever fills it is a machine.
fn trap(name: &str, label: &str, act: &Callback<FormAction>) -> Html {
    let oninput = act.reform(|event: InputEvent| {
        FormAction::Trapped(event.target_unchecked_into::<HtmlInputElement>().value())
    });
    html! {
        <div class="apart" aria-hidden="true">
            <label>
                {label.to_owned()}
                <input name={name.to_owned()} tabindex="-1" autocomplete="off" {oninput} />
            </label>
        </div>
    }
}

/// That the tab keeps what is entered, and how to be rid of it.
fn draft_note(desk: &Desk, view: &ViewRef, form: &Form) -> Html {
    let (state, say) = (&desk.state, view.lang.form());
    if view.preview || state.draft().is_empty(form) {
        return Html::default();
    }
    let words = match (state.restored, state.delivery.was_sent) {
        (true, true) => say.draft_sent,
        (true, false) => say.draft_back,
        (false, _) => "",
    };
    let mut parts: Vec<Html> = (!words.is_empty()).then(|| line("p", "back", words)).into_iter().collect();
    parts.push(line("p", "hint", say.draft_kept));
    if !state.is_locked() {
        let desk = desk.clone();
        parts.push(button("quiet", say.clear, Callback::from(move |_| desk.clear())));
    }
    block("div", "draft", parts)
}

/// The button, and how far the delivery is.
fn end(desk: &Desk, view: &ViewRef) -> Vec<Html> {
    let (state, say) = (&desk.state, view.lang.form());
    if view.endpoint.is_none() {
        return vec![line("p", "notice", if view.preview { say.preview } else { say.no_endpoint })];
    }
    let (label, told, class) = match &state.delivery.state {
        State::Sending => match state.progress {
            Some(percent) => {
                (say.sending, fill(say.uploading, &[("percent", &percent.to_string())]), "progress")
            }
            None if state.is_slow => (say.sending, say.slow.to_owned(), "progress"),
            None => (say.sending, say.sending.to_owned(), "spoken"),
        },
        State::Retrying { .. } => (say.try_now, say.retrying.to_owned(), "progress"),
        State::Offline => (say.try_now, say.offline.to_owned(), "progress"),
        _ => (say.submit, String::new(), "spoken"),
    };
    let is_sending = state.delivery.state == State::Sending;
    let mut parts = vec![html! {
        <p class="send">
            <button type="submit" class="primary" aria-disabled={is_sending.to_string()}>{label}</button>
        </p>
    }];
    if let (true, Some(percent)) = (is_sending, state.progress) {
        let keys = &["max", "value", "aria-label"];
        let values = vec!["100".into(), percent.to_string().into(), say.sending.into()];
        parts.push(el("progress", keys, values, Vec::new()));
    }
    // There from the start, so that screen readers tell of what comes into it.
    parts.push(el("p", &["class", "role"], vec![class.into(), "status".into()], vec![text(&told)]));
    parts
}
