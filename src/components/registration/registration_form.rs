//! The form: one column, what is optional says so, one button.

use super::added_sessions::AddedSessions;
use super::confirmation::Confirmation;
use super::consent_box::ConsentBox;
use super::draft_note::DraftNote;
use super::error_summary::ErrorSummary;
use super::event_seats::EventSeats;
use super::fields::Field;
use super::filled_form::{FilledForm, use_filled_form};
use super::form_context::FormContext;
use super::honeypot::Honeypot;
use super::privacy_note::PrivacyNote;
use super::reducer::{FormAction, FormState, ShownFault};
use super::session_choice::{SessionChoice, deciding_answers};
use super::submission_news::announce_submission;
use super::submit_bar::{SubmitBar, instead_of_submitting};
use super::use_form_state::use_form_state;
use super::use_preview::use_preview;
use crate::browser;
use crate::browser::notify;
use crate::choice::{Choice, ChoiceAction};
use crate::context::{use_event, use_locale};
use crate::hooks::{FormToken, use_delivery};
use huso_agenda::{Instant, Lang};
use huso_i18n::Texts as _;
use huso_registration::controls::{consent_id, field_id};
use huso_registration::delivery::Event;
use huso_registration::form;
use huso_registration::format::{Choose, FieldType};
use huso_registration::wire::{Answers, Seats, Status};
use huso_registration::{Form, Target, wording};
use std::rc::Rc;
use web_sys::{Element, HtmlElement, MouseEvent};
use yew::{
    Callback, ContextProvider, Html, NodeRef, Properties, component, hook, html, use_callback,
    use_effect_with, use_node_ref,
};

/// Properties of [`RegistrationForm`].
#[derive(Clone, Properties, PartialEq)]
pub struct RegistrationFormProps {
    /// What is asked, and where it goes.
    pub form: FormContext,
    /// What is chosen.
    pub choice: Choice,
    /// Changes the choice.
    pub on_choice: Callback<ChoiceAction>,
    /// Which sessions can be chosen then.
    pub now: Instant,
    /// How many seats are left.
    pub seats: Rc<Seats>,
    /// Seats were taken.
    pub on_taken: Callback<()>,
    /// The custom element.
    pub host: HtmlElement,
}

/// The form that the visitor fills, or what became of it.
#[component]
pub fn RegistrationForm(props: &RegistrationFormProps) -> Html {
    let (event, locale) = (use_event(), use_locale());
    let (heading, trouble, button) = (use_node_ref(), use_node_ref(), use_node_ref());
    let RegistrationFormProps { form, choice, on_choice, now, seats, host, .. } = props;
    let (state, dispatch, kept) = use_form_state(form, choice, on_choice, host);
    let filled = use_filled_form(form, &state);
    use_posting(&filled, &state, &dispatch, on_confirmed(props, !state.is_registered()));
    use_focus_on_news(&heading, &trouble, &state);
    use_preview(form, &dispatch, on_choice);
    use_effect_with((state.all_registered(), on_choice.clone()), |(registered, on_choice)| {
        if !registered.is_empty() {
            on_choice.emit(ChoiceAction::Register(registered.clone()));
        }
    });

    let on_decision = use_callback((dispatch.clone(), button.clone()), |again, (dispatch, button)| {
        dispatch.emit(FormAction::Deliver(Event::Decided(again)));
        // The button that had the focus is gone.
        if let Some(button) = button.cast::<Element>() {
            browser::focus(&button);
        }
    });
    if state.is_registered() {
        let on_restart = on_restart(&state, &dispatch, &choice.ids);
        return html! {
            <ContextProvider<FormContext> context={form.clone()}>
                <Confirmation receipt={state.receipt.clone()} sessions={state.registered.clone()}
                    is_added={state.is_added()} is_kept={kept.receipt} {heading} {on_restart}>
                    <AddedSessions state={state.clone()} dispatch={dispatch.clone()} seats={seats.clone()}
                        {trouble} host={host.clone()} />
                </Confirmation>
            </ContextProvider<FormContext>>
        };
    }
    let (answers, faults) = (state.normalized(form), filled.shown_faults());
    let on_send = on_send(&filled, &dispatch, host);
    html! {
        <ContextProvider<FormContext> context={form.clone()}>
            <form novalidate=true ref={&filled.element} onsubmit={instead_of_submitting(&on_send)}>
                <ErrorSummary faults={faults.clone()} delivery={state.delivery.clone()} node={trouble}
                    {on_decision} />
                <EventSeats seats={seats.event} />
                if state.is_restored { <p class="back">{what_came_back(&state, locale.lang)}</p> }
                // What travels is what is shown. Another form has inputs of its own.
                <fieldset class="answers" key={state.round} disabled={state.is_locked()}>
                    if form.outline.choose == Choose::Sessions {
                        <SessionChoice chosen={choice.ids.clone()} on_choice={on_choice.clone()}
                            answers={deciding_answers(form, &answers)} seats={seats.clone()}
                            fault={ShownFault::at(&faults, &Target::Sessions)} now={*now} />
                    }
                    {questions(form, &state, &answers, &faults, &dispatch)}
                    {consents(form, &state, &answers, &faults, &dispatch, locale.lang)}
                    // What the page around a preview says is missing.
                    if event.is_preview { <slot name="form" /> }
                    <PrivacyNote />
                    if let Some(FormToken { honeypot, .. }) = &filled.token {
                        <Honeypot name={honeypot} text={state.honeypot.clone()} dispatch={&dispatch} />
                    }
                </fieldset>
                <SubmitBar label={locale.lang.form().submit} offline={locale.lang.form().offline} {on_send}
                    state={state.delivery.state.clone()} is_slow={state.is_slow} progress={state.progress} {button} />
                // Below what is filled: nothing moves when it appears.
                if !event.is_preview && !state.draft().is_empty(form) {
                    <DraftNote is_kept={kept.draft} is_locked={state.is_locked()} on_clear={on_clear(&dispatch, on_choice)} />
                }
            </form>
        </ContextProvider<FormContext>>
    }
}

/// Posts the form whenever its delivery says so.
#[hook]
fn use_posting(
    filled: &FilledForm,
    state: &FormState,
    dispatch: &Callback<FormAction>,
    on_confirmed: Callback<Status>,
) {
    let on_event =
        use_callback(dispatch.clone(), |event, dispatch| dispatch.emit(FormAction::Deliver(event)));
    let on_slow = use_callback(dispatch.clone(), |(), dispatch| dispatch.emit(FormAction::Slow));
    let (filled, dispatch) = (filled.clone(), dispatch.clone());
    let post = move |attempt| filled.post(attempt, dispatch, on_confirmed);
    use_delivery(&state.command, post, on_event, on_slow);
}

/// Checks the form and has it sent, unless the page says no.
fn on_send(filled: &FilledForm, dispatch: &Callback<FormAction>, host: &HtmlElement) -> Callback<()> {
    let (filled, dispatch, host) = (filled.clone(), dispatch.clone(), host.clone());
    Callback::from(move |()| {
        if !filled.goes_somewhere() {
            return;
        }
        let faults = filled.faults();
        let is_new = faults.is_empty() && !filled.is_under_way();
        if !is_new || announce_submission(&host, filled.sessions()) {
            dispatch.emit(FormAction::Submit(faults));
        }
    })
}

/// Forgets all that was entered.
fn on_clear(dispatch: &Callback<FormAction>, on_choice: &Callback<ChoiceAction>) -> Callback<MouseEvent> {
    let (dispatch, on_choice) = (dispatch.clone(), on_choice.clone());
    Callback::from(move |_: MouseEvent| {
        dispatch.emit(FormAction::Restart);
        on_choice.emit(ChoiceAction::Set(Vec::new()));
    })
}

/// Begins another person's form, with the sessions that were chosen in the agenda since the last one. After a
/// cancellation it is the same person's.
fn on_restart(state: &FormState, dispatch: &Callback<FormAction>, chosen: &[String]) -> Callback<MouseEvent> {
    let (dispatch, chosen) = (dispatch.clone(), chosen.to_vec());
    let action = if state.is_cancelled() { FormAction::Again } else { FormAction::Restart };
    Callback::from(move |_: MouseEvent| {
        dispatch.emit(action.clone());
        dispatch.emit(FormAction::Choose(chosen.clone()));
    })
}

/// Tells the page of a registration where it `is_new`, the agenda that nothing is chosen any more, and that seats were
/// taken. One that was cancelled is none.
fn on_confirmed(props: &RegistrationFormProps, is_new: bool) -> Callback<Status> {
    let RegistrationFormProps { host, on_choice, on_taken, .. } = props.clone();
    Callback::from(move |status: Status| {
        if status == Status::Cancelled {
            return;
        }
        if is_new {
            notify(&host, "huso-registered", &status.word().into());
        }
        on_choice.emit(ChoiceAction::Set(Vec::new()));
        on_taken.emit(());
    })
}

/// Moves the focus to trouble and success when they appear, not while answers are corrected, and not to what was
/// registered before the page was loaded.
#[hook]
fn use_focus_on_news(heading: &NodeRef, trouble: &NodeRef, state: &FormState) {
    let (heading, trouble) = (heading.clone(), trouble.clone());
    let is_news = state.is_confirmed() || state.is_in_trouble();
    use_effect_with((is_news, state.attempts), move |(is_news, attempts)| {
        let news = trouble.cast::<Element>().or_else(|| heading.cast());
        if let Some(element) = news.filter(|_| *is_news && *attempts > 0) {
            browser::focus(&element);
        }
    });
}

/// What a draft is that came back.
fn what_came_back(state: &FormState, lang: Lang) -> &'static str {
    let texts = lang.form();
    match &state.delivery {
        delivery if delivery.may_be_twice() => texts.draft_doubt,
        delivery if delivery.in_doubt => texts.draft_sent,
        _ => texts.draft_back,
    }
}

/// The questions that are asked, given the other answers.
fn questions(
    form: &FormContext,
    state: &FormState,
    answers: &Answers,
    faults: &[ShownFault],
    dispatch: &Callback<FormAction>,
) -> Html {
    let marked = form.filled().and_then(|filled| filled.marked.as_deref());
    let is_asked = |field: &form::Field| field.kind != FieldType::Hidden && form.asks(field, answers);
    let asked = form.fields.iter().enumerate().filter(|(_, field)| is_asked(field));
    html! {
        for (index, field) in asked {
            <Field key={field.id.clone()} field={field.clone()} id={field_id(index)}
                answer={state.answers.get(&field.id).cloned()}
                fault={ShownFault::at(faults, &Target::Field(field.id.clone()))}
                is_marked={marked == Some(field.id.as_str())} dispatch={dispatch.clone()} />
        }
    }
}

/// What the visitor agrees to: the consents that their answers are asked for, and that they are old enough.
fn consents(
    form: &Form,
    state: &FormState,
    answers: &Answers,
    faults: &[ShownFault],
    dispatch: &Callback<FormAction>,
    lang: Lang,
) -> Html {
    let consents = wording::consents(form, lang).into_iter().enumerate();
    let mut consents = consents.filter(|(_, consent)| form.asks_consent(consent, answers)).peekable();
    html! {
        if consents.peek().is_some() {
            <fieldset class="consents">
                <legend>{lang.form().consents}</legend>
                for (index, consent) in consents {
                    <ConsentBox key={index} id={consent_id(index)} is_given={state.consents.contains(&consent.id)}
                        fault={ShownFault::at(faults, &Target::Consent(consent.id.clone()))} {consent}
                        dispatch={dispatch.clone()} />
                }
            </fieldset>
        }
    }
}
