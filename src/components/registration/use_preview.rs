//! The form as a preview shows it.

use super::form_context::FormContext;
use super::reducer::FormAction;
use crate::choice::ChoiceAction;
use huso_registration::Filled;
use yew::{Callback, hook, use_effect_with};

/// In a preview, fills the form as the page around it wants it shown, and again whenever that changes.
#[hook]
pub fn use_preview(form: &FormContext, dispatch: &Callback<FormAction>, on_choice: &Callback<ChoiceAction>) {
    let (dispatch, on_choice) = (dispatch.clone(), on_choice.clone());
    let entered = form.filled().cloned().map(|filled| Filled { marked: None, checked: false, ..filled });
    use_effect_with(entered, move |entered| {
        if let Some(filled) = entered {
            dispatch.emit(FormAction::Fill(filled.clone()));
            on_choice.emit(ChoiceAction::Set(filled.sessions.clone()));
        }
    });
}
