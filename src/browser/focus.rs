//! Moving the focus.

use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement, KeyboardEvent};

/// Moves the focus, and the view, to an element that takes none by itself.
pub fn go_to(element: &web_sys::Element) {
    // Attributes with plain names can't be refused.
    let _ = element.set_attribute("tabindex", "-1");
    element.scroll_into_view();
    focus(element);
}

/// Moves the focus, and the view, to an element.
pub fn focus(element: &web_sys::Element) {
    // Elements of every kind have it. It fails on those that can't take the focus; then it stays where it is.
    let _ = element.unchecked_ref::<HtmlElement>().focus();
}

/// Whether an element is inside of one that is hidden.
pub fn is_in_hidden(element: &web_sys::Element) -> bool {
    element.closest("[hidden]").is_ok_and(|hidden| hidden.is_some())
}

/// Moves the focus by the arrow keys to the next or the previous of the controls in the group that the event is in.
/// `group` and `controls` are selectors.
pub fn follow_arrows(event: &KeyboardEvent, group: &str, controls: &str) {
    let is_forward = match event.key().as_str() {
        "ArrowRight" => true,
        "ArrowLeft" => false,
        _ => return,
    };
    if let Some(next) = beside(event, group, controls, is_forward) {
        event.prevent_default();
        focus(&next);
    }
}

/// The control beside the one that an event comes from.
fn beside(event: &KeyboardEvent, group: &str, controls: &str, is_forward: bool) -> Option<Element> {
    // A host that hears the event first may have put something else in its place: no `instanceof`.
    let from: Element = event.composed_path().get(0).unchecked_into();
    let controls = from.closest(group).ok()??.query_selector_all(controls).ok()?;
    let all = (0..controls.length()).filter_map(|index| controls.item(index)?.dyn_into::<Element>().ok());
    let all: Vec<Element> = all.collect();
    let place = all.iter().position(|control| *control == from)?;
    all.get(if is_forward { place + 1 } else { place.checked_sub(1)? }).cloned()
}
