//! Keeping a session in the plan, by its place in the agenda.

use crate::choice::ChoiceAction;
use crate::context::use_event;
use yew::{Callback, hook, use_callback};

/// Puts a session into the plan or takes it out; given which of the agenda's it is, from 0.
#[hook]
pub fn use_star(on_choose: &Callback<ChoiceAction>) -> Callback<usize> {
    let event = use_event();
    use_callback((event, on_choose.clone()), |index: usize, (event, on_choose)| {
        if let Some(session) = event.agenda().sessions.get(index) {
            on_choose.emit(ChoiceAction::Star(session.id.clone()));
        }
    })
}
