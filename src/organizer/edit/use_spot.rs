//! Goes to a value of the event file.

use crate::edit::state::{Chosen, EditAction, EditHandle};
use crate::workspace::WorkspaceHandle;
use huso::browser::focus;
use huso_edit::{Place, Step};
use web_sys::Element;
use yew::{hook, use_effect_with};

/// Opens the tab and the form of the value that somebody wants to go to ([`crate::workspace::Spot`]), and focuses its
/// field: the element whose `data-place` it is, or that of what it is in.
#[hook]
pub fn use_spot(workspace: &WorkspaceHandle, edit: &EditHandle) {
    let wanted = workspace.spot.clone().filter(|spot| spot.wish != edit.arrived);
    use_effect_with(wanted, {
        let (document, dispatcher) = (workspace.document().clone(), edit.dispatcher());
        move |wanted| {
            let Some(spot) = wanted.clone() else { return };
            let session = spot.place.entry_of("sessions");
            let session = session.filter(|index| *index < document.sessions().len());
            let chosen = session.map(|index| Chosen::of(&document, index));
            dispatcher.dispatch(EditAction::Follow(spot, chosen));
        }
    });
    // Once all of that is drawn.
    let arrived = workspace.spot.clone().filter(|spot| spot.wish == edit.arrived);
    use_effect_with(arrived, |arrived| {
        if let Some(field) = arrived.as_ref().and_then(|spot| field_of(&spot.place)) {
            field.scroll_into_view();
            focus(&field);
        }
    });
}

/// The field of a value, or of the nearest that it is in.
fn field_of(place: &Place) -> Option<Element> {
    let document = web_sys::window()?.document()?;
    let mut place = place.clone();
    loop {
        let within = matches!(place.steps().last(), Some(Step::Index(_)));
        let relation = if within { "^=" } else { "=" };
        let selector = format!("[data-place{relation}\"{place}\"]");
        if let Some(found) = document.query_selector(&selector).ok().flatten() {
            return Some(found);
        }
        place = place.parent()?.0;
    }
}
