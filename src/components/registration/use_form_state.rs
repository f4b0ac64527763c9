//! The state of the form, kept in the tab, with the choice of sessions that it shares with the agenda.

use super::reducer::{FormAction, FormState, Moment};
use crate::browser;
use crate::choice::{Choice, ChoiceAction};
use crate::context::use_event;
use crate::hooks::{use_draft, use_receipt, use_restored_draft, use_restored_receipt, use_tab_name};
use huso_registration::dialect::{is_huso, knows_repetitions};
use huso_registration::draft::Draft;
use huso_registration::{Answer, Form, Receipt};
use web_sys::HtmlElement;
use yew::{Callback, UseReducerHandle, hook, use_callback, use_effect_with, use_mut_ref, use_reducer};

/// What the tab keeps.
#[derive(Clone, Copy)]
pub struct Kept {
    /// Whether it keeps what is entered.
    pub draft: bool,
    /// Whether it keeps the registration.
    pub receipt: bool,
}

/// The state of a form, at first that of the registration or the draft that the tab kept; what changes it, which
/// stays the same; and what the tab keeps of it.
#[hook]
pub fn use_form_state(
    form: &Form,
    choice: &Choice,
    on_choice: &Callback<ChoiceAction>,
    host: &HtmlElement,
) -> (UseReducerHandle<FormState>, Callback<FormAction>, Kept) {
    let event = use_event();
    let name = use_tab_name((!event.is_preview).then_some(event.agenda().id.as_str()), host);
    let restored = use_restored_draft(name.as_ref());
    let receipt = use_restored_receipt(name.as_ref());
    let state = use_reducer(|| first_state(form, restored.clone(), receipt.clone(), &choice.ids));
    let kept = Kept {
        draft: use_draft(name.as_ref(), restored, state.draft_to_keep(form)),
        receipt: use_receipt(name.as_ref(), receipt, state.receipt_to_keep().cloned()),
    };
    let dispatch =
        use_callback(state.dispatcher(), |action, dispatcher| dispatcher.dispatch((action, moment())));
    {
        // The agenda is told what a draft chose.
        let (state, on_choice) = (state.clone(), on_choice.clone());
        use_effect_with((), move |()| {
            if state.is_restored {
                on_choice.emit(ChoiceAction::Set(state.sessions.clone()));
            }
        });
    }
    {
        // The form is told what the agenda chooses, from then on.
        let (known, dispatch) = (use_mut_ref(|| choice.ids.clone()), dispatch.clone());
        use_effect_with(choice.ids.clone(), move |ids| {
            if known.replace(ids.clone()) != *ids {
                dispatch.emit(FormAction::Choose(ids.clone()));
            }
        });
    }
    {
        let on_choice = on_choice.clone();
        use_effect_with(state.is_locked(), move |locked| on_choice.emit(ChoiceAction::Lock(*locked)));
    }
    (state, dispatch, kept)
}

/// What is known before the visitor enters anything: a registration or a draft, what was chosen in the agenda before
/// the form was there, and what the page's address says.
fn first_state(
    form: &Form,
    restored: Option<Draft>,
    receipt: Option<Receipt>,
    chosen: &[String],
) -> FormState {
    let knows_repetitions = form.endpoint.as_ref().is_some_and(knows_repetitions);
    let mut state = FormState::new(restored, knows_repetitions, browser::uuid());
    // Another endpoint knows nothing of it.
    if let Some(receipt) = receipt.filter(|_| form.endpoint.as_ref().is_some_and(is_huso)) {
        state.restore(receipt);
    }
    for id in chosen {
        if !state.sessions.contains(id) {
            state.sessions.push(id.clone());
        }
    }
    for field in &form.fields {
        if let Some(value) = field.parameter.as_deref().and_then(browser::parameter) {
            state.apply(FormAction::Answer(field.id.clone(), Answer::Text(value)), &moment());
        }
    }
    state
}

/// What the browser knows now.
fn moment() -> Moment {
    Moment {
        now: u64::try_from(browser::now().timestamp_millis()).unwrap_or_default(),
        is_online: browser::is_online(),
        jitter: browser::random_below(1_000),
        fresh_id: browser::uuid(),
    }
}
