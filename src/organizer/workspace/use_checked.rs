//! What is wrong with an event file while somebody edits it.

use crate::workspace::checked::Checked;
use gloo_timers::callback::Timeout;
use huso_edit::Document;
use std::rc::Rc;
use yew::{hook, use_effect_with, use_memo, use_state};

/// How long after the last change a document is checked, in milliseconds: typing isn't held up by what a long agenda needs.
const PAUSE: u32 = 200;

/// The document, checked: a moment after each change or, where what is said of it has to be said of what it is now, at once.
#[hook]
pub fn use_checked(document: &Rc<Document>, is_at_once: bool) -> Checked {
    let checked = use_state(|| Checked::of(document.clone()));
    let at_once = use_memo(is_at_once.then(|| document.clone()), |document| {
        let is_other = |document: &&Rc<Document>| !Rc::ptr_eq(&checked.document, document);
        document.as_ref().filter(is_other).map(|document| Checked::of(document.clone()))
    });
    use_effect_with((document.clone(), is_at_once), {
        let checked = checked.clone();
        move |(document, is_at_once)| {
            let is_other = !is_at_once && !Rc::ptr_eq(&checked.document, document);
            let document = document.clone();
            let timeout = is_other.then(|| Timeout::new(PAUSE, move || checked.set(Checked::of(document))));
            move || drop(timeout)
        }
    });
    (*at_once).clone().unwrap_or_else(|| (*checked).clone())
}
