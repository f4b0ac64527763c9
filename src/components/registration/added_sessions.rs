//! Sessions that are added to a registration.

use super::error_summary::ErrorSummary;
use super::reducer::{FormAction, FormState};
use super::selection::Selection;
use super::submit_bar::SubmitBar;
use crate::context::use_locale;
use huso_i18n::{Texts as _, plural};
use huso_registration::Receipt;
use huso_registration::wire::Seats;
use std::rc::Rc;
use web_sys::SubmitEvent;
use yew::{Callback, Html, NodeRef, Properties, UseReducerHandle, component, html, use_node_ref};

/// Properties of [`AddedSessions`].
#[derive(Properties, PartialEq)]
pub struct AddedSessionsProps {
    /// The registration, and how far it is with what is added.
    pub state: UseReducerHandle<FormState>,
    /// Changes it.
    pub dispatch: Callback<FormAction>,
    /// How many seats are left.
    pub seats: Rc<Seats>,
    /// Takes the focus when something is in the way.
    pub trouble: NodeRef,
}

/// The chosen sessions that the registration doesn't have, and the button that adds them.
#[component]
pub fn AddedSessions(props: &AddedSessionsProps) -> Html {
    let texts = use_locale().lang.form();
    let button = use_node_ref();
    let AddedSessionsProps { state, dispatch, seats, trouble } = props;
    let chosen = state.addable();
    let receipt = state.receipt.iter();
    let registered: Vec<String> = receipt.flat_map(Receipt::registered).map(str::to_owned).collect();
    let onsubmit = dispatch.reform(|event: SubmitEvent| {
        event.prevent_default();
        FormAction::AddSessions
    });
    html! {
        if !chosen.is_empty() {
            <form class="added" novalidate=true {onsubmit}>
                <ErrorSummary faults={state.faults.clone()} delivery={state.delivery.clone()} is_adding=true
                    node={trouble.clone()} />
                <Selection {registered} title={texts.to_add} seats={seats.clone()}
                    chosen={chosen.clone()} />
                <SubmitBar label={plural(chosen.len(), texts.add_one, texts.add_other)}
                    offline={texts.add_offline} state={state.delivery.state.clone()} is_slow={state.is_slow}
                    progress={None} {button} />
            </form>
        }
    }
}
