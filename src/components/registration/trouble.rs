//! What stands between the visitor and their registration: answers to correct, an endpoint that could not
//! be reached, or the question whether to send again what may have arrived. It takes the focus when it
//! appears.

use super::consent_box::box_id;
use super::delivery::Message;
use super::session_choice::CHOICE_ID;
use crate::components::tree::Tree;
use crate::platform;
use crate::state::{FormState, ShownFault};
use crate::view::{ViewRef, input_id};
use huso_agenda::Lang;
use huso_i18n::{Texts as _, fill, plural};
use huso_registration::delivery::State;
use huso_registration::dialect::{Doubt, Rejection, knows_repetitions};
use huso_registration::{Form, Target};
use wasm_bindgen::JsCast as _;
use web_sys::{Element, MouseEvent, ShadowRoot};
use yew::{Callback, NodeRef};

/// Whether anything is.
pub fn is_trouble(state: &FormState) -> bool {
    !state.faults.is_empty()
        || matches!(state.delivery.state, State::Asking | State::Rejected(_) | State::Unconfirmed(_))
}

/// What is in the way. `node` takes the focus when it appears.
pub fn trouble(
    tree: &mut Tree,
    view: &ViewRef,
    form: &Form,
    state: &FormState,
    tell: &Callback<Message>,
    node: &NodeRef,
) {
    let say = view.lang.form();
    let count = state.faults.len();
    let (title, why, kept) = match &state.delivery.state {
        _ if count > 0 => (plural(count, say.faults_one, say.faults_other), None, ""),
        State::Rejected(rejection) => {
            (say.failed_title.to_owned(), Some(refusal(view.lang, rejection)), say.kept_only)
        }
        State::Asking => (say.twice_title.to_owned(), Some(say.twice.to_owned()), say.kept_only),
        State::Unconfirmed(doubt) => {
            let is_safe = view.endpoint().is_some_and(knows_repetitions);
            let kept = match state.delivery.may_be_twice() {
                true => say.kept_twice,
                false if is_safe => say.kept,
                // It was turned away: nothing of it is there.
                false => say.kept_only,
            };
            let title = if *doubt == Doubt::Opaque { say.opaque_title } else { say.failed_title };
            (title.to_owned(), Some(question(view.lang, *doubt)), kept)
        }
        _ => return tree.nothing(),
    };
    tree.el("div|class=trouble|tabindex=-1|role=group|aria-labelledby=trouble", |tree| {
        tree.refer(node);
        tree.line("h4|id=trouble", &title);
        match &why {
            Some(why) => tree.el("div|class=explained", |tree| {
                tree.line("p|class=why", why);
                tree.line("p|class=why", kept);
                if state.delivery.state == State::Asking {
                    decision(tree, view.lang, tell);
                }
            }),
            None => tree.el("ul|class=entries", |tree| {
                for fault in &state.faults {
                    tree.el("li|class=entry", |tree| entry(tree, view, form, fault, node));
                }
            }),
        }
    });
}

/// The two answers to whether it is sent again.
fn decision(tree: &mut Tree, lang: Lang, tell: &Callback<Message>) {
    let say = lang.form();
    tree.el("p|class=after", |tree| {
        tree.button("save", say.send_again, tell.reform(|_| Message::Decide(true)));
        tree.button("quiet", say.not_again, tell.reform(|_| Message::Decide(false)));
    });
}

/// Why the endpoint won't have it: in its own words, if it has any.
fn refusal(lang: Lang, rejection: &Rejection) -> String {
    let say = lang.form();
    let refused = || fill(say.failed_refused, &[("status", &rejection.status.to_string())]);
    match (&rejection.message, rejection.status) {
        (_, 410) => say.failed_closed.to_owned(),
        (Some(message), _) if !message.trim().is_empty() => refused() + " " + message,
        _ => refused(),
    }
}

/// Why nobody knows.
fn question(lang: Lang, doubt: Doubt) -> String {
    let say = lang.form();
    match doubt {
        Doubt::Network => say.failed_network.to_owned(),
        Doubt::TimedOut => say.failed_timeout.to_owned(),
        Doubt::Busy(_) => say.failed_busy.to_owned(),
        Doubt::Broken(status) => fill(say.failed_server, &[("status", &status.to_string())]),
        Doubt::Unreadable => say.failed_unreadable.to_owned(),
        Doubt::Opaque => say.failed_opaque.to_owned(),
    }
}

/// A fault and the way to its field.
fn entry(tree: &mut Tree, view: &ViewRef, form: &Form, fault: &ShownFault, node: &NodeRef) {
    if let Some((id, label)) = fault.target.as_ref().and_then(|target| place(view, form, target)) {
        tree.with("a|href", &[&["#", &id].concat()], |tree| {
            let node = node.clone();
            // A fragment finds nothing inside a shadow root.
            tree.on_click(Callback::from(move |event: MouseEvent| {
                event.prevent_default();
                let root = node.cast::<Element>().map(|element| element.get_root_node());
                let root = root.and_then(|root| root.dyn_into::<ShadowRoot>().ok());
                if let Some(input) = root.and_then(|root| root.get_element_by_id(&id)) {
                    input.scroll_into_view();
                    platform::focus(&input);
                }
            }));
            tree.text(&label);
        });
        tree.text(": ");
    }
    tree.text(&fault.text);
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
