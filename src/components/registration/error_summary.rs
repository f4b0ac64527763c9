//! What stands between the visitor and their registration: answers to correct, an endpoint that could not
//! be reached, or the question whether to send again what may have arrived. And the same of sessions that are added.

use super::form_context::use_form;
use super::reducer::ShownFault;
use crate::browser;
use crate::context::{LocaleContext, use_locale};
use huso_agenda::Lang;
use huso_i18n::{Texts as _, fill, plural};
use huso_registration::Form;
use huso_registration::delivery::{Delivery, State};
use huso_registration::dialect::{Doubt, Rejection, knows_repetitions};
use huso_registration::wording::place;
use wasm_bindgen::JsCast;
use web_sys::{Element, MouseEvent, ShadowRoot};
use yew::{Callback, Html, NodeRef, Properties, component, html};

/// Properties of [`ErrorSummary`].
#[derive(Properties, PartialEq)]
pub struct ErrorSummaryProps {
    /// What has to be corrected.
    pub faults: Vec<ShownFault>,
    /// How far the delivery is.
    pub delivery: Delivery,
    /// Whether sessions are added to a registration.
    #[prop_or_default]
    pub is_adding: bool,
    /// Takes the focus.
    pub node: NodeRef,
    /// Told whether the visitor wants it sent again, who was asked.
    #[prop_or_default]
    pub on_decision: Callback<bool>,
}

/// What is in the way, if anything is.
#[component]
pub fn ErrorSummary(props: &ErrorSummaryProps) -> Html {
    let (locale, form) = (use_locale(), use_form());
    let ErrorSummaryProps { faults, delivery, is_adding, node, on_decision } = props;
    let texts = locale.lang.form();
    if !faults.is_empty() {
        let title = match is_adding {
            true => texts.add_refused.to_owned(),
            false => plural(faults.len(), texts.faults_one, texts.faults_other),
        };
        return summary(
            node,
            title,
            html! {
                <ul class="entries">
                    for fault in faults { <li class="entry">{entry(fault, &form, locale, node)}</li> }
                </ul>
            },
        );
    }
    let (title, why, what_next) = match &delivery.state {
        State::Rejected(rejection) if *is_adding => {
            (texts.add_refused, refusal(rejection, locale.lang), texts.add_kept_only)
        }
        State::Rejected(rejection) => {
            // A Huso receiver says of what it does not store that it is not stored.
            let title = if rejection.code.is_empty() { texts.failed_title } else { texts.refused_title };
            (title, refusal(rejection, locale.lang), texts.kept_only)
        }
        State::Unconfirmed(doubt) if *is_adding => {
            (texts.add_unconfirmed, question(*doubt, locale.lang), texts.add_kept)
        }
        State::Asking => (texts.twice_title, texts.twice.to_owned(), texts.kept_only),
        State::Unconfirmed(doubt) => {
            let title = if *doubt == Doubt::Opaque { texts.opaque_title } else { texts.failed_title };
            (title, question(*doubt, locale.lang), answers_kept(delivery, &form, locale.lang))
        }
        _ => return Html::default(),
    };
    summary(
        node,
        title.to_owned(),
        html! {
            <div class="explained">
                <p class="why">{why}</p>
                <p class="why">{what_next}</p>
                if delivery.state == State::Asking { {decision(on_decision, locale.lang)} }
            </div>
        },
    )
}

fn summary(node: &NodeRef, title: String, content: Html) -> Html {
    html! {
        <div class="trouble" tabindex="-1" role="group" aria-labelledby="trouble" ref={node.clone()}>
            <h4 id="trouble">{title}</h4>
            {content}
        </div>
    }
}

/// The two answers to whether it is sent again.
fn decision(on_decision: &Callback<bool>, lang: Lang) -> Html {
    let texts = lang.form();
    let decide = |again| on_decision.reform(move |_: MouseEvent| again);
    html! {
        <p class="after">
            <button type="button" class="save" onclick={decide(true)}>{texts.send_again}</button>
            <button type="button" class="quiet" onclick={decide(false)}>{texts.not_again}</button>
        </p>
    }
}

/// Why the endpoint won't have it: in its own words, if it has any.
fn refusal(rejection: &Rejection, lang: Lang) -> String {
    let texts = lang.form();
    let refused = fill(texts.failed_refused, &[("status", &rejection.status.to_string())]);
    match (&rejection.message, rejection.status) {
        (_, 410) => texts.failed_closed.to_owned(),
        // It says all that there is to say.
        (Some(message), _) if !rejection.code.is_empty() && !message.trim().is_empty() => message.clone(),
        (Some(message), _) if !message.trim().is_empty() => format!("{refused} {message}"),
        _ => refused,
    }
}

/// Why nobody knows.
fn question(doubt: Doubt, lang: Lang) -> String {
    let texts = lang.form();
    match doubt {
        Doubt::Network => texts.failed_network.to_owned(),
        Doubt::TimedOut => texts.failed_timeout.to_owned(),
        Doubt::Busy(503) => texts.failed_unavailable.to_owned(),
        Doubt::Busy(_) => texts.failed_busy.to_owned(),
        Doubt::Broken(status) => fill(texts.failed_server, &[("status", &status.to_string())]),
        Doubt::Unreadable => texts.failed_unreadable.to_owned(),
        Doubt::Opaque => texts.failed_opaque.to_owned(),
    }
}

/// What is kept of it, and whether sending it again is safe, where nobody knows whether it arrived.
fn answers_kept(delivery: &Delivery, form: &Form, lang: Lang) -> &'static str {
    let texts = lang.form();
    let is_safe = form.endpoint.as_ref().is_some_and(knows_repetitions);
    match delivery.may_be_twice() {
        true => texts.kept_twice,
        false if is_safe => texts.kept,
        // It was turned away: nothing of it is there.
        false => texts.kept_only,
    }
}

/// A fault and the way to its field.
fn entry(fault: &ShownFault, form: &Form, locale: LocaleContext, node: &NodeRef) -> Html {
    let place = fault.target.as_ref().and_then(|target| place(form, target, locale.lang));
    html! {
        <>
            if let Some((id, label)) = place {
                <a href={format!("#{id}")} onclick={go_to(node.clone(), id)}>{locale.text(&label).to_owned()}</a>{": "}
            }
            {&fault.text}
        </>
    }
}

/// Moves the focus to an element of the form: a fragment finds nothing inside a shadow root.
fn go_to(node: NodeRef, id: String) -> Callback<MouseEvent> {
    Callback::from(move |event: MouseEvent| {
        event.prevent_default();
        let root = node.cast::<Element>().map(|element| element.get_root_node());
        let root = root.map(JsCast::unchecked_into::<ShadowRoot>);
        if let Some(input) = root.and_then(|root| root.get_element_by_id(&id)) {
            input.scroll_into_view();
            browser::focus(&input);
        }
    })
}
