//! The form: one column, what is optional says so, one button.

use super::consent_box::ConsentBox;
use super::done::Done;
use super::field_input::FieldInput;
use super::privacy_note::privacy_note;
use super::registration::RegistrationProps;
use super::session_choice::SessionChoice;
use super::trouble::Trouble;
use crate::client::{Outcome, submit};
use crate::embed::notify;
use crate::platform;
use crate::state::{FormAction, FormState, Phase, ShownFault};
use huso_registration::form_file::Choose;
use huso_registration::validation::{normalize, validate};
use huso_registration::{Answer, Target};
use wasm_bindgen_futures::spawn_local;
use web_sys::SubmitEvent;
use yew::{Callback, Html, component, html, use_callback, use_effect_with, use_reducer};

/// The form, or what became of it.
#[component]
pub fn FormView(props: &RegistrationProps) -> Html {
    let view = &props.view;
    let say = view.lang.form();
    let state = use_reducer(|| FormState::new(platform::uuid()));
    let on_answer = use_callback(state.dispatcher(), |(id, answer): (String, Answer), state| {
        state.dispatch(FormAction::Answer(id, answer));
    });
    let on_consent = use_callback(state.dispatcher(), |(id, given): (String, bool), state| {
        state.dispatch(FormAction::Consent(id, given));
    });
    {
        let dispatcher = state.dispatcher();
        use_effect_with(props.choice.clone(), move |_| dispatcher.dispatch(FormAction::Chose));
    }
    let on_submit = {
        let (state, props) = (state.clone(), props.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            send(&state, &props);
        })
    };
    if let Phase::Done(receipt) = &state.phase {
        let restart = {
            let state = state.clone();
            Callback::from(move |()| state.dispatch(FormAction::Restart))
        };
        return html! {
            <Done view={view.clone()} form={props.form.clone()} receipt={receipt.clone()} {restart} />
        };
    }
    let sending = state.phase == Phase::Sending;
    html! {
        <form novalidate=true onsubmit={on_submit}>
            <Trouble lang={view.lang} form={props.form.clone()} view={view.clone()} state={(*state).clone()} />
            // Disabled while it is sent: what travels is what is shown. The button keeps the focus.
            <fieldset class="answers" disabled={sending}>
                if props.form.choose == Choose::Sessions {
                    <SessionChoice
                        view={view.clone()}
                        choice={props.choice.clone()}
                        toggle={props.toggle.clone()}
                        fault={state.fault(&Target::Sessions).map(str::to_owned)}
                    />
                }
                for (index, field) in props.form.fields.iter().enumerate() {
                    if field.is_asked(&state.answers.0) {
                        <FieldInput
                            key={field.id.clone()}
                            view={view.clone()}
                            field={field.clone()}
                            index={index}
                            answer={state.answers.0.get(&field.id).cloned()}
                            fault={state.fault(&Target::Field(field.id.clone())).map(str::to_owned)}
                            on_answer={on_answer.clone()}
                        />
                    }
                }
                if !props.form.consents.is_empty() {
                    <fieldset class="consents">
                        <legend>{say.consents}</legend>
                        for (index, consent) in props.form.consents.iter().enumerate() {
                            <ConsentBox
                                key={consent.id.clone()}
                                view={view.clone()}
                                consent={consent.clone()}
                                index={index}
                                given={state.consents.contains(&consent.id)}
                                fault={state.fault(&Target::Consent(consent.id.clone())).map(str::to_owned)}
                                on_consent={on_consent.clone()}
                            />
                        }
                    </fieldset>
                }
                {privacy_note(view, props.form.privacy.as_ref())}
            </fieldset>
            if props.form.endpoint.is_some() {
                <p class="send">
                    <button type="submit" class="primary" aria-disabled={sending.to_string()}>
                        {if sending { say.sending } else { say.submit }}
                    </button>
                </p>
            } else {
                <p class="notice">{if view.preview { say.preview } else { say.no_endpoint }}</p>
            }
            <p class="spoken" role="status">{if sending { say.sending } else { "" }}</p>
        </form>
    }
}

/// Checks the form as it stands and sends it, unless it is on its way already.
fn send(state: &yew::UseReducerHandle<FormState>, props: &RegistrationProps) {
    let Some(endpoint) = props.form.endpoint.as_ref().filter(|_| state.phase != Phase::Sending) else {
        return;
    };
    let view = &props.view;
    let agenda = &view.event.agenda;
    let mut submission = state.submission(&agenda.id, &props.choice, view.lang, view.viewer.name.clone());
    normalize(&props.form, &mut submission);
    let faults = validate(&props.form, agenda, &submission);
    if !faults.is_empty() {
        let shown = faults.iter().map(|fault| ShownFault::local(fault, view.lang)).collect();
        state.dispatch(FormAction::Refuse(shown));
        return;
    }
    state.dispatch(FormAction::Send);
    let (dispatcher, host, address) = (state.dispatcher(), props.host.clone(), view.address(&endpoint.url));
    let clear = props.clear.clone();
    spawn_local(async move {
        let outcome = submit(&address, &submission).await;
        if let Outcome::Stored(receipt) = &outcome {
            notify(&host, "huso-registered", receipt.status.word());
            clear.emit(());
        }
        dispatcher.dispatch(FormAction::Settle(outcome));
    });
}
