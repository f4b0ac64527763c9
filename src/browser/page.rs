//! The page around, and whether somebody looks at it.

use wasm_bindgen::JsCast as _;
use web_sys::Element;

/// A parameter of the page's address.
pub fn parameter(name: &str) -> Option<String> {
    let search = web_sys::window()?.location().search().ok()?;
    web_sys::UrlSearchParams::new_with_str(&search).ok()?.get(name)
}

/// Whether the browser believes that there is a network.
pub fn is_online() -> bool {
    web_sys::window().is_none_or(|window| window.navigator().on_line())
}

/// Whether nobody can see the page.
pub fn is_hidden() -> bool {
    web_sys::window().and_then(|window| window.document()).is_some_and(|document| document.hidden())
}

/// Which one an element is of those on the page that have the same event file, from 1: after a reload the same again,
/// whichever of them is there first.
pub fn number_among_alike(element: &Element) -> u32 {
    let all = element.owner_document().and_then(|page| page.query_selector_all(&element.local_name()).ok());
    let before = all
        .into_iter()
        .flat_map(|all| (0..all.length()).filter_map(move |index| all.get(index)?.dyn_into::<Element>().ok()))
        .take_while(|other| other != element);
    let own = file_of(element);
    before.filter(|other| file_of(other) == own).fold(1, |number, _| number + 1)
}

/// The address of an element's event file, or what is in the element.
fn file_of(element: &Element) -> Option<String> {
    element.get_attribute("src").or_else(|| element.text_content())
}

/// Whether an element is longer than the window.
pub fn is_long(element: &Element) -> bool {
    let page = element.owner_document().and_then(|document| document.document_element());
    page.is_some_and(|page| element.client_height() > page.client_height())
}

/// The page's address without what is no part of where it is: `example.org/agenda`.
pub fn page_address() -> String {
    let location = web_sys::window().map(|window| window.location());
    let parts = location.and_then(|location| Some(location.host().ok()? + &location.pathname().ok()?));
    parts.unwrap_or_default().trim_end_matches('/').to_owned()
}

/// Prints the page.
pub fn print() {
    if let Some(window) = web_sys::window() {
        // Sandboxed frames may not.
        let _ = window.print();
    }
}
