//! Loads the event file, and again when it may have changed.

use super::questions::Questions;
use super::reducer::{Action, EventFileState, Loading};
use crate::browser;
use crate::browser::{LoadFailure, LoadedEvent, SLOW, Started, load};
use crate::config::Source;
use crate::hooks::use_window_event;
use crate::hooks::use_window_event::RETURNS;
use gloo_timers::callback::Timeout;
use huso_agenda::changes::changes;
use huso_agenda::{Changed, Instant};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::suspense::SuspensionResult;
use yew::{Callback, UseReducerDispatcher, hook, use_callback, use_memo, use_mut_ref, use_reducer};

/// The event file, and what can be done about it.
pub struct EventFile {
    /// The event, or why there is none to show.
    pub event: Result<Rc<LoadedEvent>, LoadFailure>,
    /// What changed since the visitor looked last.
    pub changed: Rc<Vec<Changed>>,
    /// When the event was last known to be the newest, if it may not be now.
    pub outdated: Option<Instant>,
    /// How often the visitor had to wait for it.
    pub waits: u32,
    /// Asks for a newer one; what is shown stays until it is there.
    pub refresh: Callback<()>,
    /// Asks for it again where there is nothing to show.
    pub retry: Callback<()>,
    /// The visitor has seen the news.
    pub mark_seen: Callback<()>,
}

/// The event file of a source; the first request for it may have been `started` already. Suspends while there is nothing to show, and not when it is asked for again.
///
/// # Errors
/// The suspension.
#[hook]
pub fn use_event_file(source: &Source, started: Option<&Started>) -> SuspensionResult<EventFile> {
    let state = use_reducer(EventFileState::default);
    let questions = use_memo((), |()| Questions::default());
    // It serves once.
    let started = use_mut_ref(|| started.cloned());
    let refresh = use_callback(source.clone(), {
        let (state, questions) = (state.clone(), questions.clone());
        move |(), source: &Source| {
            let (questions, dispatcher) = (questions.clone(), state.dispatcher());
            // A handle keeps every state that it was read at: this one lives as long as the question.
            let (source, known) = (source.clone(), state.clone().text.clone());
            let question = questions.ask();
            let started = started.take();
            let slow = slow_timer(question, questions.clone(), dispatcher.clone());
            spawn_local(async move {
                let answer = load(&source, known.as_deref(), started).await;
                drop(slow);
                if questions.settle(question) {
                    dispatcher.dispatch(Action::Settle(source, answer, browser::now()));
                }
            });
        }
    });
    // Not an effect: those of a component that waits are not run.
    use_memo((source.clone(), refresh.clone()), |(_, refresh)| refresh.emit(()));
    let retry = use_callback(refresh.clone(), {
        let dispatcher = state.dispatcher();
        move |(), refresh: &Callback<()>| {
            dispatcher.dispatch(Action::Wait);
            refresh.emit(());
        }
    });
    // What is said of a failure stays until it is known whether it has passed.
    let on_return = use_callback((refresh.clone(), state.may_pass()), move |(), (refresh, may_pass)| {
        if *may_pass && !questions.is_open() && !browser::is_hidden() {
            refresh.emit(());
        }
    });
    use_window_event(RETURNS, on_return);
    let mark_seen = use_callback((), {
        let dispatcher = state.dispatcher();
        move |(), ()| dispatcher.dispatch(Action::MarkSeen)
    });
    let changed = use_memo((state.seen.clone(), state.loaded().cloned()), news);
    let event = match &state.loading {
        Loading::Pending(suspension, _) => return Err(suspension.clone()),
        Loading::Failed(failure) => Err(failure.clone()),
        Loading::Ready(loaded) => Ok(loaded.clone()),
    };
    Ok(EventFile {
        event,
        changed,
        outdated: state.is_stale.then_some(state.checked),
        waits: state.waits,
        refresh,
        retry,
        mark_seen,
    })
}

/// Tells of a question that is not answered for long.
fn slow_timer(
    question: u32,
    questions: Rc<Questions>,
    dispatcher: UseReducerDispatcher<EventFileState>,
) -> Timeout {
    Timeout::new(SLOW, move || {
        if questions.is_latest(question) {
            dispatcher.dispatch(Action::Slow);
        }
    })
}

/// What changed between the event that the visitor knows and the one that is shown.
fn news((seen, shown): &(Option<Rc<LoadedEvent>>, Option<Rc<LoadedEvent>>)) -> Vec<Changed> {
    match (seen, shown) {
        (Some(seen), Some(shown)) if seen != shown => changes(&seen.agenda, &shown.agenda),
        _ => Vec::new(),
    }
}
