//! Events of the window, for as long as a component is there.

use gloo_events::EventListener;
use yew::{Callback, hook, use_effect_with};

/// Events of a page that somebody may be looking at again, and that may have a network again: another tab was left,
/// the page comes back from the browser's history, another program was left, the computer woke. `visibilitychange`
/// comes from the document and bubbles.
pub const RETURNS: &[&str] = &["visibilitychange", "pageshow", "focus", "online"];

/// Calls back at each of the window's events of these names, until the component is gone.
#[hook]
pub fn use_window_event(names: &'static [&'static str], callback: Callback<()>) {
    use_effect_with((names, callback), |(names, callback)| {
        let listeners = listen(names, callback);
        move || drop(listeners)
    });
}

/// Listens until what it returns is dropped.
pub fn listen(names: &[&'static str], callback: &Callback<()>) -> Vec<EventListener> {
    let Some(window) = web_sys::window() else { return Vec::new() };
    let listener = |name: &&'static str| {
        let callback = callback.clone();
        EventListener::new(&window, *name, move |_| callback.emit(()))
    };
    names.iter().map(listener).collect()
}
