//! The event behind the element's attributes.

use crate::client::{LoadFailure, load};
use crate::embed::Source;
use crate::view::Loaded;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::{Callback, hook, use_effect_with, use_state};

/// How far the loading of an event is.
#[derive(Clone)]
pub enum Loading {
    /// Under way.
    Pending,
    /// There is nothing to show.
    Failed(Rc<LoadFailure>),
    /// Here it is, with what is wrong with its file.
    Ready(Rc<Loaded>),
}

/// Loads an event, and again when its source changes or the callback is called. What was shown stays
/// until the new one is there.
#[hook]
pub fn use_event(source: &Source) -> (Loading, Callback<()>) {
    let state = use_state(|| (0, Loading::Pending));
    let attempt = state.0;
    let setter = state.setter();
    use_effect_with((source.clone(), attempt), {
        let setter = setter.clone();
        move |(source, _)| {
            let source = source.clone();
            let current = Rc::new(());
            let still_wanted = Rc::downgrade(&current);
            spawn_local(async move {
                let result = load(&source).await;
                if still_wanted.upgrade().is_some() {
                    let loading = match result {
                        Ok(event) => Loading::Ready(Rc::new(event)),
                        Err(failure) => Loading::Failed(Rc::new(failure)),
                    };
                    setter.set((attempt, loading));
                }
            });
            move || drop(current)
        }
    });
    let again = Callback::from(move |()| setter.set((attempt + 1, Loading::Pending)));
    (state.1.clone(), again)
}
