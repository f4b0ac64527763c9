//! The plan, kept on the device if the visitor wants.

use crate::browser::{remember_plan, remembered_plan};
use crate::choice::Choice;
use crate::context::EventContext;
use yew::{Callback, hook, use_callback, use_effect_with, use_state_eq};

/// Whether the plan is kept on the device.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct KeptPlan {
    /// Whether it is.
    pub is_kept: bool,
    /// Whether the device refused to keep it.
    pub is_refused: bool,
    /// Takes whether it is to be.
    pub keep: Callback<bool>,
}

/// The plan that the device kept of an event, else an empty one. Previews keep nothing.
pub fn first_plan(event: &EventContext) -> Choice {
    let agenda = event.agenda();
    let ids = (!event.is_preview).then(|| remembered_plan(&agenda.id)).flatten();
    Choice::kept(ids.unwrap_or_default(), agenda)
}

/// Keeps the plan on the device, if the visitor wants, as it is whenever it changes.
#[hook]
pub fn use_kept_plan(event: &EventContext, choice: &Choice) -> KeptPlan {
    let id = (!event.is_preview).then(|| event.agenda().id.clone());
    let plan = choice.plan();
    let is_kept = use_state_eq(|| id.as_deref().is_some_and(|id| remembered_plan(id).is_some()));
    let is_refused = use_state_eq(|| false);
    use_effect_with((id.clone(), plan.clone(), *is_kept), |(id, plan, is_kept)| {
        if let Some(id) = id.as_deref().filter(|_| *is_kept) {
            // Whether that works was said when the visitor wanted it.
            let _ = remember_plan(id, Some(plan));
        }
    });
    let setters = (is_kept.setter(), is_refused.setter());
    let keep = use_callback((id, plan), move |is_wanted: bool, (id, plan)| {
        let is_done = id.as_deref().is_some_and(|id| remember_plan(id, is_wanted.then_some(&**plan)));
        setters.0.set(is_wanted && is_done);
        setters.1.set(!is_done);
    });
    KeptPlan { is_kept: *is_kept, is_refused: *is_refused, keep }
}
