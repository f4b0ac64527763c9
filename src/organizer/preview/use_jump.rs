//! The preview follows what somebody goes to.

use crate::preview::jump;
use crate::workspace::use_workspace;
use web_sys::Element;
use yew::{NodeRef, hook, use_effect_with};

/// Leads the pane to the question of the form, by its id, that is edited.
#[hook]
pub fn use_marked(pane: &NodeRef, marked: Option<&String>) {
    use_effect_with((marked.cloned(), pane.clone()), |(marked, pane)| {
        if let (Some(id), Some(pane)) = (marked, pane.cast::<Element>()) {
            jump::show(&pane, "name", id);
        }
    });
}

/// Leads the pane to the session, or to the part of the form, that somebody goes to in the event file.
#[hook]
pub fn use_jump(pane: &NodeRef) {
    let workspace = use_workspace();
    let document = workspace.document().clone();
    use_effect_with((workspace.spot.clone(), pane.clone()), move |(spot, pane)| {
        let wanted = spot.as_ref().and_then(|spot| jump::selector(&document, &spot.place));
        if let (Some((attribute, value)), Some(pane)) = (wanted, pane.cast::<Element>()) {
            jump::show(&pane, attribute, &value);
        }
    });
}
