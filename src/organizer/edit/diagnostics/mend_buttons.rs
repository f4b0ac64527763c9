//! What one click does.

use crate::frame::use_lang;
use crate::workspace::{Action, use_workspace};
use huso_edit::Mend;
use yew::{Callback, Html, Properties, component, html};

/// Properties of [`MendButtons`].
#[derive(Properties, PartialEq)]
pub struct MendButtonsProps {
    /// What can be done, each as good as the other.
    pub mends: Vec<Mend>,
    /// Called when one was chosen.
    pub on_mend: Callback<()>,
}

/// A button for each mend, whose words are the result.
#[component]
pub fn MendButtons(props: &MendButtonsProps) -> Html {
    let (lang, workspace) = (use_lang(), use_workspace());
    let button = |mend: &Mend| {
        let (workspace, on_mend, changes) = (workspace.clone(), props.on_mend.clone(), mend.changes.clone());
        let onclick = move |_| {
            on_mend.emit(());
            workspace.dispatch(Action::Change(changes.clone()));
        };
        html! { <button type="button" {onclick}>{mend.text(lang)}</button> }
    };
    html! {
        if !props.mends.is_empty() { <div class="buttons mends">{for props.mends.iter().map(button)}</div> }
    }
}
