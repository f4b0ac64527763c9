//! What is wrong with an event file while somebody edits it.

use crate::workspace::checked::Checked;
use crate::workspace::state::Workspace;
use gloo_timers::callback::Timeout;
use std::rc::Rc;
use yew::{hook, use_effect_with, use_memo, use_state};

/// How long after the last change a document is checked, in milliseconds: typing isn't held up by what a long agenda needs.
const PAUSE: u32 = 200;

/// The document, checked a moment after each change. What is opened is checked at once, so that nothing is said of it that
/// is of the one before; and so is every document where what is said of it has to be said of what it is now.
#[hook]
pub fn use_checked(workspace: &Workspace, is_at_once: bool) -> Checked {
    let document = workspace.document();
    let opened = (workspace.key.clone(), workspace.is_empty());
    let at_once = (opened.clone(), is_at_once.then(|| document.clone()));
    let first = use_memo(at_once, |_| Checked::of(document.clone()));
    let last = use_state(|| None);
    let known = (*last).clone().filter(|(of, _)| *of == opened);
    let checked = match known {
        Some((_, checked)) if !Rc::ptr_eq(&first.document, document) => checked,
        _ => (*first).clone(),
    };
    use_effect_with((opened, document.clone()), {
        let checked = checked.clone();
        move |(opened, document)| {
            let is_other = !Rc::ptr_eq(&checked.document, document);
            let (opened, document, last) = (opened.clone(), document.clone(), last.setter());
            let check = move || last.set(Some((opened, Checked::of(document))));
            let timeout = is_other.then(|| Timeout::new(PAUSE, check));
            move || drop(timeout)
        }
    });
    checked
}
