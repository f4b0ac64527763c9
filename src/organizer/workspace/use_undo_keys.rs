//! Ctrl Z and its like, wherever the focus is.

use crate::workspace::state::Action;
use crate::workspace::use_workspace::WorkspaceHandle;
use gloo_events::{EventListener, EventListenerOptions};
use huso::browser::is_in;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, KeyboardEvent};
use yew::{hook, use_effect_with};

/// Fields that hold nothing of the event file: what is typed there the browser takes back itself.
const OTHER_FIELDS: &str = "input:not([data-place], [data-cell]), textarea:not([data-place], [data-cell])";

/// Takes steps back and makes them again by Ctrl Z, Ctrl Shift Z and Ctrl Y, also inside the fields of the event file.
#[hook]
pub fn use_undo_keys(workspace: &WorkspaceHandle) {
    use_effect_with(workspace.dispatcher(), |dispatcher| {
        let dispatcher = dispatcher.clone();
        let listener = web_sys::window().map(|window| {
            let options = EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(&window, "keydown", options, move |event| {
                if let Some(action) = event.dyn_ref().and_then(wanted) {
                    event.prevent_default();
                    dispatcher.dispatch(action);
                }
            })
        });
        move || drop(listener)
    });
}

fn wanted(event: &KeyboardEvent) -> Option<Action> {
    let is_elsewhere = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok())
        .is_some_and(|element| is_in(&element, OTHER_FIELDS));
    if is_elsewhere || event.alt_key() || !(event.ctrl_key() || event.meta_key()) {
        return None;
    }
    match (event.key().to_lowercase().as_str(), event.shift_key()) {
        ("z", false) => Some(Action::Undo),
        ("z", true) | ("y", false) => Some(Action::Redo),
        _ => None,
    }
}
