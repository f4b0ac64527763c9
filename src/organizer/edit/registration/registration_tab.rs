//! The tab.

use crate::edit::registration::consents::Consents;
use crate::edit::registration::endpoint::Endpoint;
use crate::edit::registration::model::{fields, registration};
use crate::edit::registration::no_registration::NoRegistration;
use crate::edit::registration::period::Period;
use crate::edit::registration::privacy::Privacy;
use crate::edit::registration::question_form::QuestionForm;
use crate::edit::registration::question_list::QuestionList;
use crate::edit::state::{EditAction, use_edit};
use crate::workspace::use_workspace;
use yew::{Callback, Html, component, html};

/// The registration, or the way to one.
#[component]
pub fn RegistrationTab() -> Html {
    let (workspace, edit) = (use_workspace(), use_edit());
    let on_choose = {
        let edit = edit.dispatcher();
        Callback::from(move |question| edit.dispatch(EditAction::Question(question)))
    };
    if workspace.document().get(&registration()).is_none() {
        return html! { <NoRegistration /> };
    }
    let count = workspace.document().list(&fields()).len();
    let chosen = edit.question.min(count.saturating_sub(1));
    html! {
        <div class="registration">
            <div class="table-and-form">
                <QuestionList {chosen} on_choose={on_choose.clone()} />
                if count > 0 { <QuestionForm index={chosen} {on_choose} /> }
            </div>
            <Consents />
            <Endpoint />
            <Period />
            <Privacy />
        </div>
    }
}
