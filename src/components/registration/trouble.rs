//! What stands between the visitor and their registration: answers to correct, or an endpoint that
//! could not be reached. It takes the focus when it appears.

use super::consent_box::box_id;
use super::field_input::input_id;
use super::session_choice::CHOICE_ID;
use crate::client::Outcome;
use crate::components::parts::{block, el, line, text};
use crate::platform;
use crate::state::{FormState, Phase, ShownFault};
use crate::view::ViewRef;
use huso_agenda::Lang;
use huso_agenda::i18n::{fill, plural};
use huso_registration::{Form, Target};
use wasm_bindgen::JsCast as _;
use web_sys::{Element, MouseEvent, ShadowRoot};
use yew::{Callback, Html, NodeRef, html};

/// What is in the way. `node` takes the focus when it appears.
pub fn trouble(view: &ViewRef, form: &Form, state: &FormState, node: &NodeRef) -> Html {
    let say = view.lang.form();
    let count = state.faults.len();
    let (title, body) = match &state.phase {
        Phase::Failed(outcome) => {
            let kept = if may_be_stored(outcome) { say.kept } else { say.kept_only };
            let parts = vec![line("p", "why", &failure(view.lang, outcome)), line("p", "why", kept)];
            (say.failed_title.to_owned(), block("div", "explained", parts))
        }
        _ if count == 0 => return Html::default(),
        _ => {
            let entries = state.faults.iter().map(|fault| entry(view, form, fault, node)).collect();
            (plural(count, say.faults_one, say.faults_other), block("ul", "entries", entries))
        }
    };
    html! {
        <div class="trouble" tabindex="-1" ref={node.clone()} role="group" aria-labelledby="trouble">
            {el("h4", &["id"], vec!["trouble".into()], vec![text(&title)])}
            {body}
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
fn entry(view: &ViewRef, form: &Form, fault: &ShownFault, node: &NodeRef) -> Html {
    let Some((id, label)) = fault.target.as_ref().and_then(|target| place(view, form, target)) else {
        return line("li", "entry", &fault.text);
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
    let link = html! { <a href={format!("#{id}")} onclick={go}>{label}</a> };
    block("li", "entry", vec![link, text(": "), text(&fault.text)])
}

/// The id and the label of what a fault is about.
fn place(view: &ViewRef, form: &Form, target: &Target) -> Option<(String, String)> {
    match target {
        Target::Sessions => Some((CHOICE_ID.to_owned(), view.lang.form().choose.to_owned())),
        Target::Field(id) => {
            let index = form.fields.iter().position(|field| field.id == *id)?;
            Some((input_id(index), view.text(&form.fields.get(index)?.label).to_owned()))
        }
        Target::Consent(id) => {
            let index = form.consents.iter().position(|consent| consent.id == *id);
            // The age's box stands after the others.
            let index = index.unwrap_or(form.consents.len());
            Some((box_id(index), view.lang.form().consents.to_owned()))
        }
    }
}
