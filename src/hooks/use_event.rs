//! The event behind the element's attributes.

use crate::client::load;
use crate::embed::Source;
use crate::state::{FetchAction, Fetched};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::{UseReducerHandle, hook, use_effect_with, use_reducer};

/// Loads an event, and again when its source changes or an action asks for it. What was shown stays
/// until the new one is there.
#[hook]
pub fn use_event(source: &Source) -> UseReducerHandle<Fetched> {
    let state = use_reducer(Fetched::default);
    use_effect_with((source.clone(), state.attempt), {
        let (dispatcher, known) = (state.dispatcher(), state.text.clone());
        move |(source, _)| {
            let source = source.clone();
            let current = Rc::new(());
            let still_wanted = Rc::downgrade(&current);
            spawn_local(async move {
                let answer = load(&source, known.as_deref()).await;
                if still_wanted.upgrade().is_some() {
                    dispatcher.dispatch(FetchAction::Settle(source, answer));
                }
            });
            move || drop(current)
        }
    });
    state
}
