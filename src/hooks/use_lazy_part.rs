//! A part of the program that is fetched when it is needed.

use super::use_window_event;
use super::use_window_event::RETURNS;
use crate::browser;
use crate::browser::SLOW;
use crate::context::use_explanation;
use crate::lazy_part::{LazyPart, NotLoaded};
use gloo_timers::callback::Timeout;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::{Callback, Reducible, hook, use_callback, use_effect_with, use_reducer};

/// The part, and what can be done about it.
pub struct UseLazyPart<T> {
    /// How far it is.
    pub part: LazyPart<T>,
    /// Fetches it, unless that was done.
    pub load: Callback<()>,
    /// After a failure, it may be fetched again.
    pub retry: Callback<()>,
}

/// A part of the program, which `fetch` gets.
#[hook]
pub fn use_lazy_part<T, F>(fetch: fn() -> F) -> UseLazyPart<T>
where
    T: Clone + 'static,
    F: Future<Output = Result<T, NotLoaded>> + 'static,
{
    let state = use_reducer(State::<T>::default);
    let explanation = use_explanation();
    let ask = use_callback((state.dispatcher(), explanation), move |(), (dispatcher, explanation)| {
        let (dispatcher, explanation) = (dispatcher.clone(), explanation.clone());
        let slow = Timeout::new(SLOW, {
            let dispatcher = dispatcher.clone();
            move || dispatcher.dispatch(Action::Slow)
        });
        spawn_local(async move {
            let fetched = fetch().await.map_err(|NotLoaded| explanation.words().into());
            drop(slow);
            dispatcher.dispatch(Action::Settle(fetched));
        });
    });
    let load = use_callback(ask.clone(), {
        let state = state.clone();
        move |(), ask| {
            // A handle keeps every state that it was read at: this one is gone after the call.
            let state = state.clone();
            if matches!(state.0, LazyPart::Pending { is_asked: false, .. }) {
                state.dispatch(Action::Ask);
                ask.emit(());
            }
        }
    });
    // A failure may have passed when the visitor returns. What is said of it stays until that is known.
    let on_return = use_callback((ask, state.0.is_failed()), |(), (ask, is_failed)| {
        if *is_failed && !browser::is_hidden() {
            ask.emit(());
        }
    });
    use_window_event(RETURNS, on_return);
    let retry = use_callback((), {
        let dispatcher = state.dispatcher();
        move |(), ()| dispatcher.dispatch(Action::Retry)
    });
    UseLazyPart { part: state.0.clone(), load, retry }
}

/// A part of the program, which `fetch` gets once it is wanted, and again after each retry.
#[hook]
pub fn use_wanted_part<T, F>(fetch: fn() -> F, is_wanted: bool) -> UseLazyPart<T>
where
    T: Clone + 'static,
    F: Future<Output = Result<T, NotLoaded>> + 'static,
{
    let part = use_lazy_part(fetch);
    use_effect_with((is_wanted, part.part.clone(), part.load.clone()), |(is_wanted, _, load)| {
        if *is_wanted {
            load.emit(());
        }
    });
    part
}

struct State<T>(LazyPart<T>);

enum Action<T> {
    /// Somebody needs it.
    Ask,
    /// It takes long. It is taken when it comes.
    Slow,
    /// It is here, or why not.
    Settle(Result<T, Rc<str>>),
    /// One that failed may be asked for again.
    Retry,
}

impl<T> Default for State<T> {
    fn default() -> Self {
        Self(LazyPart::default())
    }
}

impl<T: Clone> Reducible for State<T> {
    type Action = Action<T>;

    fn reduce(self: Rc<Self>, action: Action<T>) -> Rc<Self> {
        let next = match (action, &self.0) {
            (Action::Ask, LazyPart::Pending { suspension, handle, .. }) => {
                LazyPart::Pending { suspension: suspension.clone(), handle: handle.clone(), is_asked: true }
            }
            (Action::Settle(Ok(part)), _) => LazyPart::Ready(part),
            (Action::Settle(Err(details)), _) => LazyPart::Failed(details),
            (Action::Retry, LazyPart::Failed(_)) => LazyPart::default(),
            (Action::Slow, LazyPart::Pending { .. }) => LazyPart::Failed(Rc::default()),
            (Action::Ask | Action::Slow | Action::Retry, _) => return self,
        };
        Rc::new(Self(next))
    }
}
