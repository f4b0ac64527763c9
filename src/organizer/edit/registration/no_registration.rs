//! An event without registration.

use crate::edit::registration::model::{form, registration};
use crate::frame::use_lang;
use crate::workspace::{Action, use_workspace};
use huso_edit::Change;
use huso_i18n::Texts as _;
use yew::{Html, component, html};

/// An event without registration, and a form to start from.
#[component]
pub fn NoRegistration() -> Html {
    let (texts, workspace) = (use_lang().builder(), use_workspace());
    let onclick = move |_| workspace.dispatch(Action::Change(vec![Change::Set(registration(), form())]));
    html! {
        <div class="nothing">
            <h2>{texts.none}</h2>
            <p>{texts.none_help}</p>
            <div class="buttons"><button type="button" {onclick}>{texts.start_from_model}</button></div>
        </div>
    }
}
