//! The page around, and whether somebody looks at it.

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

/// Whether an element is longer than the window.
pub fn is_long(element: &web_sys::Element) -> bool {
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
