//! Keeps the event file in this browser.

use crate::workspace::kept::{Kept, kept};
use crate::workspace::state::Workspace;
use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use huso::browser::{timestamp, uuid};
use huso::hooks::use_window_event;
use std::rc::Rc;
use yew::{Callback, hook, use_effect_with, use_memo, use_mut_ref, use_state};

/// How long after the last change it is kept, in milliseconds.
const PAUSE: u32 = 400;

/// Events after which a page may be gone, without another one.
const LEAVING: &[&str] = &["visibilitychange", "pagehide"];

/// Whether the browser keeps the event file.
#[derive(Clone, Debug, PartialEq)]
pub enum Keeping {
    /// There is nothing to keep yet.
    Nothing,
    /// It is kept; since when, as RFC 3339 has it, in UTC.
    Kept(String),
    /// The browser doesn't keep anything: a private window, or no room.
    Refused,
    /// Another tab has kept something else since this one did: nothing is kept over it until somebody decides.
    Elsewhere(Kept),
}

/// Keeps the event file in this browser a moment after each change, or when the page is left before, but never over what another tab has
/// kept. The callback keeps it over that.
#[hook]
pub fn use_keeping(workspace: &Workspace) -> (Keeping, Callback<()>) {
    let tab = use_memo((), |()| uuid());
    // When what this tab knows of was kept.
    let known = use_mut_ref(|| (workspace.key.clone(), kept(&workspace.key).map(|kept| kept.at)));
    let keeping = use_state(|| Keeping::Nothing);
    let keep = {
        let (tab, known, keeping, workspace) =
            (tab.clone(), known.clone(), keeping.setter(), workspace.clone());
        Rc::new(move |is_forced: bool| {
            let mut known = known.borrow_mut();
            if known.0 != workspace.key {
                *known = (workspace.key.clone(), kept(&workspace.key).map(|kept| kept.at));
            }
            let there = kept(&workspace.key);
            // What is the same there is not lost by keeping it again.
            let is_other = |there: &Kept| {
                there.tab != *tab
                    && Some(&there.at) != known.1.as_ref()
                    && there.document != **workspace.document()
            };
            if let Some(there) = there.filter(|there| is_other(there) && !is_forced) {
                keeping.set(Keeping::Elsewhere(there));
                return;
            }
            let (document, base) = ((**workspace.document()).clone(), workspace.base.as_deref().cloned());
            let this = Kept { at: timestamp(), tab: tab.to_string(), document, base };
            if this.keep(&workspace.key) {
                known.1 = Some(this.at.clone());
                keeping.set(Keeping::Kept(this.at));
            } else {
                keeping.set(Keeping::Refused);
            }
        })
    };
    let is_waiting = use_mut_ref(|| false);
    let keep_what_waits = {
        let (keep, is_waiting) = (keep.clone(), is_waiting.clone());
        Callback::from(move |()| {
            if is_waiting.replace(false) {
                keep(false);
            }
        })
    };
    use_effect_with((workspace.document().clone(), workspace.key.clone()), {
        let (keep_what_waits, is_empty) = (keep_what_waits.clone(), workspace.is_empty());
        move |_| {
            // Nothing would be lost with what was not begun.
            is_waiting.replace(!is_empty);
            let timeout = (!is_empty).then(|| Timeout::new(PAUSE, move || keep_what_waits.emit(())));
            move || drop(timeout)
        }
    });
    use_window_event(LEAVING, keep_what_waits);
    use_effect_with((workspace.key.clone(), tab), {
        let (keeping, known) = (keeping.setter(), known);
        move |(key, tab)| {
            let (key, tab) = (key.clone(), tab.clone());
            let listener = web_sys::window().map(|window| {
                EventListener::new(&window, "storage", move |_| {
                    let there = kept(&key).filter(|there| there.tab != *tab);
                    if let Some(there) = there.filter(|there| Some(&there.at) != known.borrow().1.as_ref()) {
                        keeping.set(Keeping::Elsewhere(there));
                    }
                })
            });
            move || drop(listener)
        }
    });
    ((*keeping).clone(), Callback::from(move |()| keep(true)))
}
