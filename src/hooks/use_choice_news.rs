//! The page is told what the visitor has chosen.

use crate::browser::{notify, sessions_detail};
use web_sys::HtmlElement;
use yew::{hook, use_effect_with, use_mut_ref};

/// Tells the page of the chosen sessions (their ids) whenever they change.
#[hook]
pub fn use_choice_news(host: &HtmlElement, sessions: Vec<String>) {
    let told = use_mut_ref(Vec::new);
    use_effect_with((host.clone(), sessions), move |(host, sessions)| {
        if told.replace(sessions.clone()) != *sessions {
            notify(host, "huso-choice-changed", &sessions_detail(sessions));
        }
    });
}
