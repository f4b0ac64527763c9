//! Sessions that are added to a registration.

use super::error_summary::ErrorSummary;
use super::reducer::{FormAction, FormState};
use super::selection::Selection;
use super::submission_news::announce_submission;
use super::submit_bar::{SubmitBar, instead_of_submitting};
use crate::context::use_locale;
use huso_i18n::{Texts as _, plural};
use huso_registration::Receipt;
use huso_registration::wire::Seats;
use std::rc::Rc;
use web_sys::HtmlElement;
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
    /// The custom element.
    pub host: HtmlElement,
}

/// The chosen sessions that the registration doesn't have, and the button that adds them.
#[component]
pub fn AddedSessions(props: &AddedSessionsProps) -> Html {
    let texts = use_locale().lang.form();
    let button = use_node_ref();
    let AddedSessionsProps { state, dispatch, seats, trouble, host } = props;
    let chosen = state.addable();
    let receipt = state.receipt.iter();
    let registered: Vec<String> = receipt.flat_map(Receipt::registered).map(str::to_owned).collect();
    let on_send = {
        let (state, dispatch, host) = (state.clone(), dispatch.clone(), host.clone());
        Callback::from(move |()| {
            if state.is_under_way() || announce_submission(&host, &state.addable()) {
                dispatch.emit(FormAction::AddSessions);
            }
        })
    };
    html! {
        if !chosen.is_empty() {
            <form class="added" novalidate=true onsubmit={instead_of_submitting(&on_send)}>
                <ErrorSummary faults={state.faults.clone()} delivery={state.delivery.clone()} is_adding=true
                    node={trouble.clone()} />
                <Selection {registered} title={texts.to_add} seats={seats.clone()}
                    chosen={chosen.clone()} />
                <SubmitBar label={plural(chosen.len(), texts.add_one, texts.add_other)}
                    offline={texts.add_offline} state={state.delivery.state.clone()} is_slow={state.is_slow}
                    progress={None} {on_send} {button} />
            </form>
        }
    }
}
