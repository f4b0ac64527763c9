//! Rows that the browser's search in the page opens.

use gloo_events::EventListener;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement};
use yew::{NodeRef, hook, use_effect_with};

/// Opens a closed row of the list in which the browser's search in the page, or a link to a text, found something.
#[hook]
pub fn use_found_rows(list: &NodeRef) {
    use_effect_with(list.clone(), |list| {
        let listener = list.cast::<Element>().map(|list| EventListener::new(&list, "beforematch", open_row));
        move || drop(listener)
    });
}

/// As if somebody had opened it: the browser shows what it found by itself, and the row has to know.
fn open_row(event: &web_sys::Event) {
    let opener = || {
        let found: Element = event.target()?.unchecked_into();
        let row = found.closest(".session").ok()??;
        row.query_selector(".opener[aria-expanded=false]").ok()?
    };
    if let Some(opener) = opener() {
        opener.unchecked_into::<HtmlElement>().click();
    }
}
