//! The step of the page's address.

use crate::frame::step::Step;
use gloo_events::EventListener;
use huso::browser::fragment;
use yew::{hook, use_effect_with, use_state_eq};

/// The step that the page's address names.
#[hook]
pub fn use_step() -> Step {
    let step = use_state_eq(|| Step::of_fragment(&fragment()));
    use_effect_with((), {
        let step = step.setter();
        move |()| {
            let listener = web_sys::window().map(|window| {
                EventListener::new(&window, "hashchange", move |_| step.set(Step::of_fragment(&fragment())))
            });
            move || drop(listener)
        }
    });
    *step
}

/// Goes to a step; Back goes back.
pub fn open_step(step: Step) {
    if let Some(window) = web_sys::window() {
        // A fragment can always be set.
        let _ = window.location().set_hash(step.fragment());
    }
}
