//! Moving the focus.

use wasm_bindgen::JsCast as _;
use web_sys::HtmlElement;

/// Moves the focus, and the view, to an element that takes none by itself.
pub fn go_to(element: &web_sys::Element) {
    // Attributes with plain names can't be refused.
    let _ = element.set_attribute("tabindex", "-1");
    element.scroll_into_view();
    focus(element);
}

/// Moves the focus, and the view, to an element.
pub fn focus(element: &web_sys::Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        // Focus fails on elements that can't take it; then it stays where it is.
        let _ = element.focus();
    }
}

/// Whether an element is inside of one that is hidden.
pub fn is_in_hidden(element: &web_sys::Element) -> bool {
    element.closest("[hidden]").is_ok_and(|hidden| hidden.is_some())
}
