//! What stands between the visitor and their registration: answers to correct, or an endpoint that
//! could not be reached. It takes the focus when it appears.

use super::consent_box::box_id;
use super::field_input::input_id;
use super::session_choice::CHOICE_ID;
use crate::client::Outcome;
use crate::platform;
use crate::state::{FormState, Phase, ShownFault};
use crate::view::ViewRef;
use huso_agenda::Lang;
use huso_agenda::i18n::{fill, plural};
use huso_registration::{Form, Target};
use wasm_bindgen::JsCast as _;
use web_sys::{Element, MouseEvent, ShadowRoot};
use yew::{Callback, Html, NodeRef, Properties, component, html, use_effect_with, use_node_ref};

/// Properties of [`Trouble`].
#[derive(Properties, PartialEq)]
pub struct TroubleProps {
    /// The visitor's language.
    pub lang: Lang,
    /// The form.
    pub form: Form,
    /// The event.
    pub view: ViewRef,
    /// The form as it stands.
    pub state: FormState,
}

/// What is in the way.
#[component]
pub fn Trouble(props: &TroubleProps) -> Html {
    let node = use_node_ref();
    let failed = matches!(props.state.phase, Phase::Failed(_));
    // Only the arrival of trouble moves the focus, not its shrinking while answers are corrected.
    let count = props.state.faults.len();
    let trouble = (failed, count > 0);
    {
        let node = node.clone();
        use_effect_with(trouble, move |(failed, faulty)| {
            if let Some(element) = node.cast::<Element>().filter(|_| *failed || *faulty) {
                platform::focus(&element);
            }
        });
    }
    let say = props.lang.form();
    if let Phase::Failed(outcome) = &props.state.phase {
        return html! {
            <div class="trouble" tabindex="-1" ref={node} role="group" aria-labelledby="trouble">
                <h4 id="trouble">{say.failed_title}</h4>
                <p>{failure(props.lang, outcome)}</p>
                <p>{if may_be_stored(outcome) { say.kept } else { say.kept_only }}</p>
            </div>
        };
    }
    if count == 0 {
        return Html::default();
    }
    html! {
        <div class="trouble" tabindex="-1" ref={node.clone()} role="group" aria-labelledby="trouble">
            <h4 id="trouble">{plural(count, say.faults_one, say.faults_other)}</h4>
            <ul>
                for fault in &props.state.faults {
                    <li>{entry(props, fault, &node)}</li>
                }
            </ul>
        </div>
    }
}

fn failure(lang: Lang, outcome: &Outcome) -> String {
    let say = lang.form();
    let with = |text, status: u16| fill(text, &[("status", &status.to_string())]);
    match outcome {
        Outcome::Unreachable => say.failed_network.to_owned(),
        Outcome::TimedOut => say.failed_timeout.to_owned(),
        Outcome::Busy => say.failed_busy.to_owned(),
        Outcome::Broken(status) => with(say.failed_server, *status),
        Outcome::Rejected(status) => with(say.failed_refused, *status),
        Outcome::Closed => say.failed_closed.to_owned(),
        Outcome::Unreadable => say.failed_unreadable.to_owned(),
        Outcome::Stored(_) | Outcome::Refused(_) => String::new(),
    }
}

/// Whether sending it again as it is makes sense, and is safe.
fn may_be_stored(outcome: &Outcome) -> bool {
    !matches!(outcome, Outcome::Rejected(_) | Outcome::Closed)
}

/// A fault and the way to its field.
fn entry(props: &TroubleProps, fault: &ShownFault, node: &NodeRef) -> Html {
    let Some((id, label)) = fault.target.as_ref().and_then(|target| place(props, target)) else {
        return html! { {fault.text.clone()} };
    };
    let go = {
        let (node, id) = (node.clone(), id.clone());
        // A fragment finds nothing inside a shadow root.
        Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            let root = node.cast::<Element>().map(|element| element.get_root_node());
            let root = root.and_then(|root| root.dyn_into::<ShadowRoot>().ok());
            if let Some(input) = root.and_then(|root| root.get_element_by_id(&id)) {
                input.scroll_into_view();
                platform::focus(&input);
            }
        })
    };
    html! { <><a href={format!("#{id}")} onclick={go}>{label}</a>{": "}{fault.text.clone()}</> }
}

/// The id and the label of what a fault is about.
fn place(props: &TroubleProps, target: &Target) -> Option<(String, String)> {
    let (form, view) = (&props.form, &props.view);
    match target {
        Target::Sessions => Some((CHOICE_ID.to_owned(), props.lang.form().choose.to_owned())),
        Target::Field(id) => {
            let index = form.fields.iter().position(|field| field.id == *id)?;
            Some((input_id(index), view.text(&form.fields.get(index)?.label).to_owned()))
        }
        Target::Consent(id) => {
            let index = form.consents.iter().position(|consent| consent.id == *id)?;
            Some((box_id(index), props.lang.form().consents.to_owned()))
        }
    }
}
