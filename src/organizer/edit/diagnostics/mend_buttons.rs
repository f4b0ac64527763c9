//! What one click does.

use crate::edit::diagnostics::entry::Entry;
use crate::frame::use_lang;
use crate::workspace::{Action, use_dispatcher};
use huso::browser::now;
use huso_edit::Mend;
use yew::{Callback, Html, Properties, component, html};

/// Properties of [`MendButtons`].
#[derive(Properties, PartialEq)]
pub struct MendButtonsProps {
    /// What is said, and what can be done.
    pub entry: Entry,
    /// Called when one was chosen.
    pub on_mend: Callback<()>,
}

/// A button for each mend, whose words are the result.
#[component]
pub fn MendButtons(props: &MendButtonsProps) -> Html {
    let (lang, workspace) = (use_lang(), use_dispatcher());
    let button = |mend: &Mend| {
        let (workspace, on_mend) = (workspace.clone(), props.on_mend.clone());
        let (entry, mend) = (props.entry.clone(), mend.clone());
        let words = mend.text(lang);
        let onclick = move |_| {
            on_mend.emit(());
            let (entry, mend, now) = (entry.clone(), mend.clone(), now());
            workspace.dispatch(Action::by(move |document| entry.changes(&mend, document, now)));
        };
        html! { <button type="button" {onclick}>{words}</button> }
    };
    html! {
        if !props.entry.mends.is_empty() { <div class="buttons mends">{for props.entry.mends.iter().map(button)}</div> }
    }
}
