//! Leading the preview to what somebody works on.

use huso_edit::{Document, Place};
use wasm_bindgen::JsCast as _;
use web_sys::Element;

/// What of the element belongs to a place of the event file: a session's row, a question of the form, or the form.
pub fn selector(document: &Document, place: &Place) -> Option<(&'static str, String)> {
    let id = |list: &Place, index: usize| document.str(&list.index(index).key("id")).to_owned();
    if let Some(index) = place.entry_of("sessions") {
        return Some(("data-session", id(&Place::parse("sessions"), index)));
    }
    let fields = Place::parse("registration.fields");
    let field = (0..document.list(&fields).len()).find(|index| place.is_in(&fields.index(*index)));
    if let Some(index) = field {
        return Some(("name", id(&fields, index)));
    }
    place.is_in(&Place::parse("registration")).then(|| ("part", "registration".to_owned()))
}

/// Scrolls the pane, and not the page around it, until what has this attribute's value is seen in its preview. The focus
/// stays in the field that is edited.
pub fn show(pane: &Element, attribute: &str, value: &str) {
    let preview = pane.query_selector("huso-event").ok().flatten();
    let Some(root) = preview.and_then(|preview| preview.shadow_root()) else { return };
    let Ok(all) = root.query_selector_all(&format!("[{attribute}]")) else { return };
    let mut all = (0..all.length()).filter_map(|index| all.get(index)?.dyn_into::<Element>().ok());
    if let Some(found) = all.find(|element| element.get_attribute(attribute).as_deref() == Some(value)) {
        let offset = found.get_bounding_client_rect().top() - pane.get_bounding_client_rect().top();
        #[allow(clippy::cast_possible_truncation, reason = "a page is not that long")]
        let top = f64::from(pane.scroll_top()) + offset - f64::from(pane.client_height()) / 3.0;
        pane.set_scroll_top(top as i32);
    }
}
