//! The tab.

use crate::edit::registration::consents::Consents;
use crate::edit::registration::endpoint::Endpoint;
use crate::edit::registration::model::{fields, registration};
use crate::edit::registration::no_registration::NoRegistration;
use crate::edit::registration::period::Period;
use crate::edit::registration::privacy::Privacy;
use crate::edit::registration::question_form::QuestionForm;
use crate::edit::registration::question_list::QuestionList;
use crate::edit::registration::use_chosen::use_chosen;
use crate::workspace::use_workspace;
use yew::{Html, component, html};

/// The registration, or the way to one.
#[component]
pub fn RegistrationTab() -> Html {
    let workspace = use_workspace();
    let (chosen, on_choose) = use_chosen("fields");
    if workspace.document().get(&registration()).is_none() {
        return html! { <NoRegistration /> };
    }
    let count = workspace.document().list(&fields()).len();
    let chosen = chosen.unwrap_or_default().min(count.saturating_sub(1));
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
