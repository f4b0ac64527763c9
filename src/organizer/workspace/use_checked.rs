//! What is wrong with an event file while somebody edits it.

use crate::workspace::checked::Checked;
use gloo_timers::callback::Timeout;
use huso_edit::Document;
use std::rc::Rc;
use yew::{hook, use_effect_with, use_state};

/// How long after the last change a document is checked, in milliseconds: typing isn't held up by what a long agenda needs.
const PAUSE: u32 = 200;

/// The document, checked a moment after each change.
#[hook]
pub fn use_checked(document: &Rc<Document>) -> Checked {
    let checked = use_state(|| Checked::of(document.clone()));
    use_effect_with(document.clone(), {
        let checked = checked.clone();
        move |document| {
            let is_other = !Rc::ptr_eq(&checked.document, document);
            let document = document.clone();
            let timeout = is_other.then(|| Timeout::new(PAUSE, move || checked.set(Checked::of(document))));
            move || drop(timeout)
        }
    });
    (*checked).clone()
}
